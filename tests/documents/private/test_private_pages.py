"""Wherever it stands on a page, private data is found there, and pages that cannot be read are named."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf
from private_pages import add_page, drawn, made, picture, stored

from kit.documents.private import PrivateKind, scan
from kit.findings import KitError

NUMBER = "Driver 123-45-6789"


def kinds(data: bytes, **how: object) -> list[PrivateKind]:
    """Return what kinds were found."""
    return [one.kind for one in scan(data, **how).found]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (50, 60, 500, 780), (0, 0, 100, 100)], ids=["whole", "cropped", "cropped-away"])
def test_turned_and_cropped_pages(rotate, crop):
    """A turned page is read; words that the crop box hides are still in the file, so they are found."""
    (found,) = scan(made(NUMBER, rotate=rotate, crop=crop)).found

    (box,) = found.boxes
    assert 107 < box.left < 110  # "Driver " is 35 points wide
    assert 699 < box.bottom < 701


def test_words_nobody_sees():
    """Words drawn invisibly under a scan are words for every program, and for this one."""
    pdf = Pdf.new()
    page = add_page(pdf, [(NUMBER + " " + "word " * 100, 72, 700)], mode=3)
    picture(pdf, page)
    found = scan(stored(pdf))

    assert [one.kind for one in found.found] == [PrivateKind.SOCIAL_SECURITY]
    assert (found.unread, found.partly) == ((), ())


def test_words_in_a_form_inside_a_form():
    """What stands in forms drawn into each other is found where it is seen."""
    pdf = Pdf.new()
    page = add_page(pdf, [])
    box = [0, 0, 612, 792]
    inner = pdf.make_stream(drawn([(NUMBER, 0, 0)]), Type=Name.XObject, Subtype=Name.Form, BBox=box)
    inner.Resources = Dictionary(Font=page.Resources.Font)
    outer = pdf.make_stream(b"1 0 0 1 100 200 cm /In Do", Type=Name.XObject, Subtype=Name.Form, BBox=box)
    outer.Resources = Dictionary(XObject=Dictionary(In=inner))
    page.Resources.XObject = Dictionary(Out=outer)
    page.Contents = pdf.make_stream(b"q 1 0 0 1 50 100 cm /Out Do Q")
    (found,) = scan(stored(pdf)).found

    assert 185 < found.boxes[0].left < 195
    assert 295 < found.boxes[0].bottom < 302


def test_words_in_a_note_and_a_field():
    """What a note or a form field shows stands on the page."""
    pdf = Pdf.new()
    page = add_page(pdf, [("Claim form", 72, 700)])
    look = pdf.make_stream(drawn([(NUMBER, 2, 2)]), Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 200, 20])
    look.Resources = Dictionary(Font=page.Resources.Font)
    note = Dictionary(Type=Name.Annot, Subtype=Name.FreeText, Rect=[100, 500, 300, 520], AP=Dictionary(N=look), F=4)
    page.Annots = Array([pdf.make_indirect(note)])

    assert kinds(stored(pdf)) == [PrivateKind.SOCIAL_SECURITY]


def test_labels_drawn_first_and_values_afterwards():
    """A form draws its labels first; a number belongs to the label it is seen beside."""
    labels = [("Account No.", 72, 700), ("Bank", 72, 680), ("Date of birth", 72, 660)]
    values = [("Bayou City Bank", 200, 680), ("000482917736", 200, 700), ("04/17/1981", 200, 660)]

    assert sorted(kinds(made([*labels, *values]))) == [PrivateKind.ACCOUNT, PrivateKind.BIRTH_DATE]


@pytest.mark.parametrize("sideways", [False, True], ids=["upright", "sideways"])
@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_labels_above_a_column(rotate, sideways):
    """In a table the label is above; every row under it is found, and the columns beside it are not, turned or not."""
    heads = [("Invoice", 72, 700), ("Account number", 200, 700), ("Paid on", 350, 700)]
    rows = [
        (text, x, 680 - 18 * row)
        for row in range(3)
        for text, x in ((f"2026110{row}", 72), (f"00048291773{row}", 200), (f"04/1{row}/2026", 350))
    ]
    turns = {
        0: b"",
        90: b"0 1 -1 0 612 0 cm ",
        180: b"-1 0 0 -1 612 792 cm ",
        270: b"0 -1 1 0 0 792 cm ",
    }
    found = scan(made([*heads, *rows], rotate=rotate, before=b"" if sideways else turns[rotate])).found

    assert [one.says for one in found] == [f"a bank account number, ending 773{row}" for row in range(3)]


@pytest.mark.parametrize("rotate", [0, 90])
def test_a_number_on_the_line_after_its_label(rotate):
    """A sentence may break between the label and the number, on a page that is shown sideways too."""
    assert kinds(made("to our account number\n000482917736 at Bayou City Bank", rotate=rotate)) == [PrivateKind.ACCOUNT]


def test_right_to_left():
    """A name in Hebrew letters is found, in whichever order a file stores them."""
    name = "דנה לוי"
    for stored_as in (name, name[::-1]):
        letters = sorted(set(stored_as))
        codes = {letter: chr(65 + at) for at, letter in enumerate(letters)}
        pdf = Pdf.new()
        page = add_page(pdf, [("".join(codes[letter] for letter in stored_as), 72, 700)])
        lines = "\n".join(f"<{ord(code):02x}> <{ord(letter):04x}>" for letter, code in codes.items())
        cmap = f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(codes)} beginbfchar\n{lines}\nendbfchar"
        page.Resources.Font.F1.ToUnicode = pdf.make_stream(cmap.encode())

        assert kinds(stored(pdf), minors=(name,)) == [PrivateKind.MINOR]


def test_pages_without_words():
    """A picture is unread, one with a line of words is read in part, an empty page has nothing to read."""
    pdf = Pdf.new()
    picture(pdf, add_page(pdf, []))
    picture(pdf, add_page(pdf, [("Exhibit A, page 2", 72, 40)]))
    add_page(pdf, [])
    picture(pdf, add_page(pdf, [("A letter with a small logo", 72, 700)]), wide=100, high=80)
    drawn_only = add_page(pdf, [])
    drawn_only.Contents = pdf.make_stream(b"72 700 m 90 720 l 100 700 l f")
    found = scan(stored(pdf))

    assert (found.found, found.unread, found.partly) == ((), (1, 5), (2,))


def test_letters_that_no_font_explains():
    """A page whose font does not say what its letters are is unread: the words look right and are none."""
    pdf = Pdf.new()
    page = add_page(pdf, [("Driver ABCDEFGHI", 72, 700)])
    pairs = "\n".join(f"<{code:02x}> <{0xE000 + code:04x}>" for code in range(32, 100))
    cmap = f"1 begincodespacerange <00> <ff> endcodespacerange\n68 beginbfchar\n{pairs}\nendbfchar"
    page.Resources.Font.F1.ToUnicode = pdf.make_stream(cmap.encode())

    assert scan(stored(pdf)).unread == (1,)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param(b"", "damaged, has no pages, or is no PDF", id="nothing"),
        pytest.param(b"%PDF-1.7\nbroken", "damaged, has no pages, or is no PDF", id="broken"),
        pytest.param(b"Dear Sir", "damaged, has no pages, or is no PDF", id="text"),
        pytest.param(stored(Pdf.new()), "has no pages", id="zero-pages"),
    ],
)
def test_files_that_cannot_be_searched(data, why):
    """Each is answered in a sentence."""
    with pytest.raises(KitError, match=why):
        scan(data)


def test_locked_and_missing_files(tmp_path):
    """A password and a missing file are named as what they are."""
    pdf = pikepdf.open(io.BytesIO(made(NUMBER)))
    pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(KitError, match=r"locked\.pdf` is locked by a password"):
        scan(tmp_path / "locked.pdf")
    with pytest.raises(KitError, match=r"missing\.pdf` cannot be read"):
        scan(tmp_path / "missing.pdf")


def test_a_broken_page_hides_no_other():
    """A page that cannot be opened is unread; the next one is searched."""
    pdf = Pdf.new()
    add_page(pdf, [("one", 72, 700)])
    add_page(pdf, [(NUMBER, 72, 700)])
    pdf.pages[0].obj.Contents = pikepdf.String("not a stream")

    assert kinds(stored(pdf)) == [PrivateKind.SOCIAL_SECURITY]


def test_a_page_of_a_hundred_thousand_characters():
    """However much stands on a page, every number is found, each once."""
    filler = "word 2026-11-23 $1,204.00 account 4471 " * 25
    pieces = [(filler, 20, 780 - 7 * row) for row in range(105)] + [(NUMBER, 72, 20)]
    found = scan(made(pieces, size=1)).found

    assert [one.says for one in found] == ["a social security number, ending 6789"]


def test_overlapping_finds_are_kept_apart():
    """A card number beside its label as an account is one thing; a minor's name in the user's words is two."""
    assert len(scan(made("Account No. 4111 1111 1111 1111")).found) == 1
    assert kinds(made("Emma Moss, room 5"), minors=("Emma",), words=("Emma Moss",)) == [
        PrivateKind.MINOR,
        PrivateKind.WORD,
    ]
