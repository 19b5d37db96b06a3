"""A PDF somebody sent: its pages come along as they are, and nothing that acts, leads out or was meant for others."""

from __future__ import annotations

import io

import exhibit_files as files
import pytest
from pikepdf import Array, Dictionary, Encryption, Name, Pdf

from kit.documents.exhibits.limits import MB, Limits, Refusal
from kit.documents.exhibits.pdf_file import clean_copy

LIMITS = Limits()


def codes(remarks) -> list[str]:
    """Return the codes of what was said."""
    return [remark.code for remark in remarks]


def test_pages_stay_as_they_are():
    """A legal page, a small one and one turned sideways keep their size, their turn and their words."""
    pdf = files.blank()
    files.page(pdf, "Legal", (612, 1008))
    files.page(pdf, "Receipt", (226, 400))
    files.page(pdf, "Sideways").Rotate = 90

    made, pages, remarks = clean_copy(files.stored(pdf), LIMITS)

    assert (pages, remarks) == (3, ())
    assert [word for word in files.words_of(made).split() if word] == ["Legal", "Sideways"]  # the receipt's is outside
    with Pdf.open(io.BytesIO(made)) as copy:
        assert [[float(edge) for edge in page.mediabox] for page in copy.pages] == [
            [0, 0, 612, 1008],
            [0, 0, 226, 400],
            [0, 0, 612, 792],
        ]
        assert copy.pages[2].obj.Rotate == 90


def test_nothing_acts_or_leads_out():
    """Scripts, actions, links, attached files, comments and metadata are not in the copy; what was read stays."""
    made, _, remarks = clean_copy(files.hostile_pdf(), LIMITS)
    everything = files.reachable(made)

    assert files.words_of(made).strip() == "What the court reads"
    for word in (
        "JavaScript /JS /AA /OpenAction /Launch /URI /GoToR /SubmitForm /EmbeddedFile /Names /Annots /RichMedia "
        "/Metadata /PieceInfo /StructTreeRoot /OPI /Alternates /Info tracker.example private ourselves"
    ).split():
        assert word not in everything, word
    assert set(codes(remarks)) == {"K637"}
    said = " ".join(remark.words for remark in remarks)
    assert all(word in said for word in ("books.xlsx", "a comment", "scripts or actions", "film"))


@pytest.mark.parametrize("drawn", [True, False])
def test_a_filled_form_stays_filled(drawn):
    """What was typed into a form stands on the page, whether the file draws it or leaves that to the program."""
    made, _, _ = clean_copy(files.form_pdf(drawn=drawn), LIMITS)

    assert "Robin Alder" in files.words_of(made)
    assert "They never paid" in files.words_of(made)
    assert "/AcroForm" not in files.reachable(made)
    assert "/Widget" not in files.reachable(made)


def test_a_mark_stays_and_a_hidden_one_does_not_come_to_light():
    """A line that was marked yellow is yellow in the copy; a shape that was hidden is not drawn."""
    made, _, _ = clean_copy(files.marked_pdf(), LIMITS)
    picture = files.seen(made)

    red, green, blue = picture.getpixel((390, 792 - 610))
    assert red > 200
    assert green > 200
    assert blue < 150
    assert picture.getpixel((200, 592)) == (255, 255, 255)


def test_a_layer_that_is_switched_off_stays_dark():
    """Words on a hidden layer are neither seen nor found in the copy; a page without layers keeps its text."""
    made, pages, remarks = clean_copy(files.layered_pdf(), LIMITS)

    assert pages == 2
    assert codes(remarks) == ["K639"]
    assert files.words_of(made).strip() == "The second page"
    picture = files.seen(made)
    assert picture.getpixel((200, 592)) == (255, 255, 255)
    assert min(picture.crop((72, 160, 220, 200)).convert("L").tobytes()) < 60
    assert "/OCG" not in files.reachable(made)


def test_a_layer_that_is_shown_keeps_its_text():
    """A court's form keeps its words; a stamp on a hidden layer and a button to print do not come to light."""
    made, _, remarks = clean_copy(files.court_form_pdf(), LIMITS)
    picture = files.seen(made)

    assert remarks == ()
    assert files.words_of(made).split("\n") == ["Seen by all", "On a layer"]
    assert picture.getpixel((350, 792 - 150)) == (255, 0, 0)  # the seal that everybody sees
    assert picture.getpixel((150, 792 - 150)) == (255, 255, 255)
    assert picture.getpixel((150, 792 - 350)) == (255, 255, 255)


def test_encryption_without_a_password_goes():
    """A file that opens without a password is copied unlocked, and that is said."""
    data = files.stored(Pdf.open(io.BytesIO(files.plain_pdf())), encryption=Encryption(owner="boss", user="", R=6))

    made, _, remarks = clean_copy(data, LIMITS)

    assert codes(remarks) == ["K637"]
    assert "encrypted" in remarks[0].words
    with Pdf.open(io.BytesIO(made)) as copy:
        assert not copy.is_encrypted
    assert files.words_of(made).strip() == "Invoice INV-104"


def test_a_password_is_said():
    """A file behind a password is refused, and told how to be made readable."""
    data = files.stored(Pdf.open(io.BytesIO(files.plain_pdf())), encryption=Encryption(owner="a", user="b", R=6))

    with pytest.raises(Refusal) as caught:
        clean_copy(data, LIMITS)

    assert (caught.value.code, caught.value.words) == ("K626", "is protected by a password")


def test_a_signature_is_said_to_prove_nothing_in_the_copy():
    """A digitally signed contract keeps its pages, and the user is told to bring the file itself."""
    pdf = files.blank()
    first = files.page(pdf, "Contract")
    field = Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, FT=Name.Sig, T="s", Rect=[0, 0, 0, 0], V=Dictionary(Type=Name.Sig)
    )
    first.Annots = Array([pdf.make_indirect(field)])
    pdf.Root.AcroForm = Dictionary(Fields=first.Annots, SigFlags=3)

    _, _, remarks = clean_copy(files.stored(pdf), LIMITS)

    assert ["signed digitally" in remark.words for remark in remarks] == [True]


def test_a_form_only_adobe_shows_is_refused():
    """A form whose pages are put together by Adobe's program alone is not taken for its stand-in page."""
    pdf = files.blank()
    files.page(pdf, "Please wait...")
    pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=pdf.make_stream(b"<xdp/>"))
    pdf.Root.NeedsRendering = True

    with pytest.raises(Refusal) as caught:
        clean_copy(files.stored(pdf), LIMITS)

    assert caught.value.code == "K635"


def test_what_can_be_repaired_is_repaired():
    """A file whose table of contents is lost is read all the same, with a note to compare it."""
    whole = files.plain_pdf(["one", "two"])
    data = whole[: whole.rindex(b"startxref")] + b"startxref\n7\n%%EOF\n"

    made, pages, remarks = clean_copy(data, LIMITS)

    assert (pages, codes(remarks)) == (2, ["K636"])
    assert files.words_of(made).split() == ["one", "two"]


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7])
def test_what_is_cut_short_is_not_taken_for_whole(share):
    """Of a file that was cut in a download, no page is shown that lost what stood on it."""
    whole = files.plain_pdf([f"page {number}" for number in range(6)])

    with pytest.raises(Refusal) as caught:
        clean_copy(whole[: int(len(whole) * share)], LIMITS)

    assert caught.value.code == "K627"


def test_no_pages():
    """A PDF without a page is refused as that."""
    with pytest.raises(Refusal) as caught:
        clean_copy(files.stored(files.blank()), LIMITS)

    assert caught.value.code == "K628"


def test_two_thousand_pages():
    """A file of 2,000 pages is answered with its number and the most there may be."""
    with pytest.raises(Refusal) as caught:
        clean_copy(files.plain_pdf(["x"] * 2_000), LIMITS)

    assert (caught.value.code, caught.value.words) == ("K629", "has 2,000 pages; an exhibit may have 1,000")


def bomb(contents: bytes, said: bytes) -> bytes:
    """Return a PDF of one page with that content, packed as ``said``."""
    return files.raw_pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>",
            4: files.stream(contents, said),
        }
    )


@pytest.mark.parametrize(
    ("contents", "said"),
    [
        pytest.param(files.packed(b" " * (80 * MB)), b"/Filter /FlateDecode", id="one-layer"),
        pytest.param(files.packed(b" " * (80 * MB), 2), b"/Filter [/FlateDecode /FlateDecode]", id="nested"),
        pytest.param(files.packed(b" ", 9), b"/Filter [" + b"/FlateDecode " * 9 + b"]", id="too-many-layers"),
        pytest.param(
            files.packed(b" " * (80 * MB)), b"/Filter /FlateDecode /Subtype /Image", id="said-to-be-a-picture"
        ),
        pytest.param(b"\x81 " * (MB // 2 + 100_000) + b"\x80", b"/Filter /RunLengthDecode", id="run-length"),
    ],
)
def test_a_page_that_unpacks_without_end(contents, said):
    """A small file that fills the memory once it is unpacked is refused without unpacking it."""
    with pytest.raises(Refusal) as caught:
        clean_copy(bomb(contents, said), Limits(stream_bytes=64 * MB))

    assert caught.value.code == "K632"


def test_parts_that_draw_parts_without_end():
    """Ten parts that each draw the next one ten times are refused, though none of them is large."""
    parts = {
        number: files.stream(
            b"/F Do " * 10 if number < 14 else b"0 0 1 1 re f",
            b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]"
            + (b" /Resources << /XObject << /F %d 0 R >> >>" % (number + 1) if number < 14 else b""),
        )
        for number in range(5, 15)
    }
    page = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources 20 0 R >>",
        4: files.stream(b"/F Do"),
        20: b"<< /XObject << /F 5 0 R >> >>",
    }

    with pytest.raises(Refusal) as caught:
        clean_copy(files.raw_pdf({**page, **parts}), LIMITS)
    made, _, _ = clean_copy(files.raw_pdf({**page, **parts, 7: files.stream(b"", b"/Subtype /Form")}), LIMITS)

    assert caught.value.code == "K632"
    assert made


def test_marks_without_end():
    """A page with more marks than anybody makes is refused rather than drawn for an hour."""
    pdf = files.blank()
    first = files.page(pdf, "Marked")
    mark = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Square, Rect=[0, 0, 9, 9], F=4))
    first.Annots = Array([mark] * 10_001)

    with pytest.raises(Refusal) as caught:
        clean_copy(files.stored(pdf), LIMITS)

    assert caught.value.code == "K632"


def test_a_part_that_draws_itself():
    """A part that draws itself is answered, not followed for ever."""
    data = files.raw_pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources 6 0 R >>",
            4: files.stream(b"/F Do"),
            5: files.stream(b"/F Do /F Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources 6 0 R"),
            6: b"<< /XObject << /F 5 0 R >> >>",
        }
    )

    assert clean_copy(data, LIMITS)[1] == 1


def test_many_small_bombs():
    """Streams that are each within bounds are counted together."""
    pdf = files.blank()
    for _ in range(5):
        files.page(pdf).Contents = pdf.make_stream(files.packed(b" " * MB), Filter=Name.FlateDecode)

    with pytest.raises(Refusal) as caught:
        clean_copy(files.stored(pdf), Limits(stream_bytes=2 * MB, unpacked_bytes=4 * MB))

    assert caught.value.code == "K632"


def test_a_picture_too_large_to_draw():
    """A page with a picture of 100,000 by 100,000 pixels is refused by what the picture claims to be."""
    pdf = files.blank()
    first = files.page(pdf, "Huge")
    image = pdf.make_stream(files.packed(b"\0" * 1_000), Type=Name.XObject, Subtype=Name.Image, Filter=Name.FlateDecode)
    image.Width = image.Height = 100_000
    first.Resources.XObject = Dictionary(Im=image)

    with pytest.raises(Refusal) as caught:
        clean_copy(files.stored(pdf), LIMITS)

    assert caught.value.code == "K631"
    assert "100,000 by 100,000" in caught.value.words


def test_a_tree_of_pages_that_bites_its_tail():
    """A list of pages that holds itself is answered, not followed for ever."""
    data = files.raw_pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [2 0 R] /Count 9 >>"})

    with pytest.raises(Refusal) as caught:
        clean_copy(data, LIMITS)

    assert caught.value.code in {"K627", "K628"}


@pytest.mark.parametrize(
    "size",
    [b"[0 0 0 0]", b"[a b c d]", b"null", b"[0 0 1e9 1e9]", b"(x)"],
    ids=["none", "names", "null", "huge", "text"],
)
def test_a_page_without_a_size(size):
    """A page whose size makes no sense gets that of a letter."""
    data = bomb(b"0 0 m", b"").replace(b"[0 0 612 792]", size)

    made, _, _ = clean_copy(data, LIMITS)

    with Pdf.open(io.BytesIO(made)) as copy:
        assert [float(edge) for edge in copy.pages[0].mediabox] == [0, 0, 612, 792]


@pytest.mark.parametrize(
    "data",
    [files.form_pdf(drawn=True), files.form_pdf(drawn=False), files.marked_pdf(), files.layered_pdf()],
    ids=["form", "form-drawn-by-us", "mark", "layers"],
)
def test_equal_input_gives_equal_bytes(data):
    """A packet made twice is the same packet, whichever way its pages were drawn."""
    assert clean_copy(data, LIMITS) == clean_copy(data, LIMITS)
