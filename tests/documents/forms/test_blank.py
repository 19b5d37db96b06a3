"""A blank is made ready: what real forms carry is taken off, every field is known, what cannot be filled is refused."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from sample_forms import COMBO, RADIO, Sample, everything, everything_bytes

from kit.documents.forms import blank as blank_module
from kit.documents.forms.blank import prepare
from kit.documents.forms.field import Align, FieldKind
from kit.findings import InvalidFile


def codes(data: bytes) -> list[str]:
    """Return the codes of a refusal."""
    with pytest.raises(InvalidFile) as caught:
        prepare(data, "form.pdf")
    assert all(one.message.startswith("form.pdf ") for one in caught.value.findings)
    return [one.code for one in caught.value.findings]


def test_every_field_is_known():
    """Fields are found by full name with their kind, states, limits, options and places."""
    fields = prepare(everything_bytes()).fields

    assert fields["Form[0].Name[0]"].tooltip == "1 Name"
    assert (fields["State"].max_length, fields["Zip"].comb, fields["Why"].multiline) == (2, True, True)
    assert [fields[name].style.align for name in ("Right", "Middle", "State")] == [
        Align.RIGHT,
        Align.CENTRE,
        Align.LEFT,
    ]
    assert (fields["Asked"].kind, fields["Asked"].states) == (FieldKind.BOX, ("/Yes",))
    assert (fields["Ground"].kind, fields["Ground"].states) == (FieldKind.RADIO, ("/1", "/2", "/3"))
    assert fields["County"].options == (("Lee", "Lee"), ("OV", "Overton"))
    assert (fields["Court"].editable, fields["County"].editable) == (True, False)
    assert [page for page, _ in fields["Both"].places] == [1, 2]
    assert fields["Both"].places[1][1].width == 200
    assert (fields["Auto"].font_size, fields["Why"].font_size) == (0, 11)
    assert (fields["Copy"].read_only, fields["Signed"].kind, fields["Print"].kind) == (
        True,
        FieldKind.SIGNATURE,
        FieldKind.BUTTON,
    )


def test_a_form_is_prepared_once():
    """The same bytes are not worked through twice, whatever they are called."""
    assert prepare(everything_bytes(), "a") is prepare(everything_bytes(), "b")


def test_old_blanks_are_forgotten(monkeypatch):
    """The memory of blanks does not grow without end."""
    monkeypatch.setattr(blank_module, "KEPT", 2)
    for width in range(300, 304):
        sample = Sample(size=(width, 500))
        sample.text("A", rect=(10, 10, 200, 30))
        prepare(sample.bytes())

    assert len(blank_module._kept) <= 3  # noqa: SLF001 - nothing else shows it


def test_encrypted_with_an_empty_password():
    """A form anybody may open is opened, whatever its author allows with it."""
    lock = pikepdf.Encryption(owner="court", user="", R=6, allow=pikepdf.Permissions(modify_form=False, extract=False))
    blank = prepare(everything().bytes(encryption=lock))

    with pikepdf.open(io.BytesIO(blank.pdf)) as pdf:
        assert not pdf.is_encrypted
    assert "Form[0].Name[0]" in blank.fields


def test_locked_with_a_password():
    """A form with a password nobody gave is refused."""
    assert codes(everything().bytes(encryption=pikepdf.Encryption(owner="court", user="secret", R=4))) == ["K511"]


def test_what_speaks_against_an_answer_is_taken_off():
    """XFA, usage rights, scripts, attachments and signature flags are gone; a dead print button is hidden."""
    sample = everything()
    pdf, form = sample.pdf, sample.form
    form.XFA = pdf.make_stream(b"<xdp/>")
    form.SigFlags, form.NeedAppearances, form.CO = 2, True, Array([form.Fields[0]])
    pdf.Root.Perms = Dictionary(UR3=Dictionary())
    script = Dictionary(S=Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    pdf.Root.OpenAction = script
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([pikepdf.String("a"), script])))
    form.Fields[1].AA = Dictionary(K=script)
    pdf.pages[0].obj.Annots[-1].A = script
    pdf.attachments["evil.exe"] = b"MZ"
    cleaned = prepare(sample.bytes()).pdf

    with pikepdf.open(io.BytesIO(cleaned)) as pdf:
        root = pdf.Root
        assert not {"/XFA", "/SigFlags", "/NeedAppearances", "/CO"} & set(root.AcroForm.keys())
        assert not {"/Perms", "/OpenAction"} & set(root.keys())
        assert len(pdf.attachments) == 0
        button = next(one for one in pdf.pages[0].Annots if one.get("/T") == "Print")
        assert button.F & 2
    assert b"JavaScript" not in cleaned
    assert b"app.alert" not in cleaned


def test_nothing_among_the_annotations():
    """Null entries, which stop other programs half-way, are dropped; fields beside them stay."""
    sample = everything()
    page = sample.pdf.pages[0].obj
    page.Annots = Array([None, *page.Annots.as_list(), 42])
    sample.form.Fields = Array([*sample.form.Fields.as_list(), None])
    assert b"null" in page.Annots.unparse()

    assert len(prepare(sample.bytes()).fields) == len(prepare(everything_bytes()).fields)


def test_a_field_that_the_tree_forgot():
    """A field that stands on a page and in no list is found all the same, also one that is no object of its own."""
    sample = Sample()
    sample.text("Listed")
    sample.text("Lost")
    sample.form.Fields = Array([sample.form.Fields[0]])
    sample.pdf.pages[0].obj.Annots.append(
        Dictionary(Subtype=Name.Widget, FT=Name.Tx, T=pikepdf.String("Direct"), Rect=Array([10, 10, 90, 30]))
    )

    assert list(prepare(sample.bytes()).fields) == ["Listed", "Lost", "Direct"]


def test_circles_in_the_tree():
    """Fields that are their own parents or children end the search, not the program."""
    sample = Sample()
    first, second = sample.text("A"), sample.text("B")
    parent = sample.below("Loop", first)
    parent.Kids.append(parent)
    parent.Parent = parent
    second.Parent = second

    assert any(name.endswith("A") for name in prepare(sample.bytes()).fields)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        pytest.param(lambda _: b"<!DOCTYPE html><html>Not found</html>", "K510", id="a-web-page"),
        pytest.param(lambda _: b"", "K510", id="empty"),
        pytest.param(lambda data: data[:40], "K510", id="cut-short"),
        pytest.param(lambda _: b"%PDF-1.7\n" + b"\0" * 5000, "K510", id="rubbish"),
        pytest.param(lambda _: b"%PDF-1.7\n" + b" " * 50_000_001, "K515", id="too-large"),
    ],
)
def test_files_that_are_no_form(change, code):
    """What is no PDF, is damaged or far too large is refused with that reason."""
    assert codes(change(everything_bytes())) == [code]


def test_a_page_without_fields():
    """A flat form is refused; a sentence says what to do."""
    sample = Sample()
    sample.words("Name: ____")

    assert codes(sample.bytes()) == ["K512"]


def test_an_xfa_form_alone():
    """A form that keeps its fields in XFA alone is refused for that."""
    sample = Sample()
    sample.words("Some form")
    sample.form.XFA = sample.pdf.make_stream(b"<xdp/>")

    assert codes(sample.bytes()) == ["K513"]


@pytest.mark.parametrize(
    "notice",
    [
        "Please wait... If this message is not eventually replaced by the proper contents of the document",
        "This form requires Adobe Reader 8 or higher.",
        "Your PDF viewer may not be able to display this type of document.",
    ],
)
def test_a_page_that_wants_adobe_reader(notice):
    """A form that shows nothing but a notice is refused, whether or not it has fields behind it."""
    sample = Sample()
    sample.words(notice)
    sample.text("Hidden")
    sample.form.XFA = sample.pdf.make_stream(b"<xdp/>")

    assert codes(sample.bytes()) == ["K514"]


def test_a_form_that_mentions_a_reader():
    """A real form that only speaks of a program, beside much else, is a form."""
    sample = Sample()
    for line in range(40):
        sample.words("This line is part of the form and says what to do, at length. ", at=(72, 700 - 12 * line))
    sample.words("Saving requires Adobe Reader.")
    sample.text("A")
    sample.form.XFA = sample.pdf.make_stream(b"<xdp/>")

    assert "A" in prepare(sample.bytes()).fields


def test_too_many_pages(monkeypatch):
    """A file with more pages than a form has is refused."""
    monkeypatch.setattr(blank_module, "MOST_PAGES", 3)
    sample = Sample(pages=4)
    sample.text("A")

    assert codes(sample.bytes()) == ["K515"]


def test_a_stream_that_would_fill_the_memory(monkeypatch):
    """A few bytes that unpack to more than any form needs are not unpacked."""
    monkeypatch.setattr(blank_module, "MOST_UNPACKED", 1_000_000)
    sample = Sample()
    sample.text("A")
    sample.pdf.Root.Bomb = sample.pdf.make_indirect(Dictionary(A=pikepdf.String("x" * 5_000_000)))
    data = sample.bytes(object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert len(data) < 50_000

    assert codes(data) == ["K510"]


def test_fields_nobody_can_see_are_left_out():
    """A field without a place on a page, or with a place of no size, is not there to be filled."""
    sample = Sample()
    sample.text("Seen")
    sample.text("Flat", rect=(10, 10, 10, 30))
    sample.text("Broken", rect=("a", 1))
    sample.form.Fields.append(sample.pdf.make_indirect(Dictionary(FT=Name.Tx, T=pikepdf.String("Nowhere"))))
    sample.text("Untyped").FT = Name.Xx

    assert list(prepare(sample.bytes()).fields) == ["Seen"]


def test_names_as_the_form_writes_them():
    """Names keep their accents, spaces and dots; two fields of one name are one field in two places."""
    sample = Sample()
    sample.text("Dirección ")
    sample.text("a.b")
    sample.text("Twin")
    sample.text("Twin")
    fields = prepare(sample.bytes()).fields

    assert list(fields) == ["Dirección ", "a.b", "Twin"]
    assert len(fields["Twin"].places) == 2


def test_a_box_without_pictures_can_be_set():
    """Boxes that bring no picture of their states have the usual one; radios too."""
    sample = Sample()
    sample.box("Plain", drawn=False)
    sample.box("Round", ("/a", "/b"), flags=RADIO, drawn=False)
    sample.choice("List", ["x"], flags=COMBO)
    fields = prepare(sample.bytes()).fields

    assert fields["Plain"].states == ("/Yes",)
    assert fields["Round"].states == ("/1", "/2")


def test_rules_are_seen():
    """Lines printed to write on are known, from the top down; a frame around a field is none."""
    sample = Sample()
    rect = (72, 400, 400, 500)
    sample.text("Ruled", flags=1 << 12, rect=rect)
    sample.rules(rect, 14)
    sample.text("Plain", flags=1 << 12, rect=(72, 200, 400, 300))
    sample.pdf.pages[0].contents_add(b"72 200 328 100 re S")
    fields = prepare(sample.bytes()).fields

    heights = fields["Ruled"].widgets[0].rules
    assert [round(high) for high in heights] == [85, 71, 57, 43, 29, 15, 1]
    assert fields["Plain"].widgets[0].rules == ()


def test_a_label_inside_a_field_keeps_its_line():
    """Where the form prints a question at the top of a field, the answer stands below it."""
    sample = Sample()
    sample.text("Who", flags=1 << 12, rect=(72, 200, 400, 240))
    sample.words("Name or description of the person I gave the papers to", at=(74, 229))
    field = prepare(sample.bytes()).fields["Who"]

    assert 10 < field.widgets[0].taken < 16
    assert field.frames[0].up == pytest.approx(40 - field.widgets[0].taken)


def test_what_is_never_printed_is_switched_off():
    """Layers for the screen alone are off, layers for the printer alone are on, whoever looks."""
    sample = Sample()
    sample.text("A")
    layers = [
        sample.pdf.make_indirect(
            Dictionary(Type=Name.OCG, Name=pikepdf.String(name), Usage=Dictionary(Print=Dictionary(PrintState=state)))
        )
        for name, state in (("printed", Name.ON), ("seen", Name.OFF))
    ]
    other = sample.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=pikepdf.String("other")))
    sample.pdf.Root.OCProperties = Dictionary(
        OCGs=Array([*layers, other]),
        D=Dictionary(BaseState=Name.OFF, ON=Array([layers[1], other]), AS=Array([Dictionary(Event=Name.View)])),
    )
    with pikepdf.open(io.BytesIO(prepare(sample.bytes()).pdf)) as pdf:
        said = pdf.Root.OCProperties.D
        shown, hidden = ([str(one.Name) for one in said[key]] for key in ("/ON", "/OFF"))

    assert (shown, hidden, "/AS" in said) == (["other", "printed"], ["seen"], False)
