"""What parts may carry and a packet never does: scripts, actions, links outward, attachments, fields, hidden layers."""

from __future__ import annotations

import io

import pikepdf
import pytest
from packet_cases import Leaf, bound, claim, exhibit, pdf_of, texts
from pikepdf import Array, Dictionary, Name, String

from kit.documents.packet.part import Part
from kit.documents.packet.proof import prove


def script(pdf):
    """Run a script when the file is opened, when a page is, and by name."""
    run = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    pdf.Root.OpenAction = run
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), run])))
    pdf.pages[0].AA = Dictionary(O=run)


def outward(pdf):
    """Link to the network, to another file, and to a program."""
    page = pdf.pages[0]
    actions = (
        Dictionary(S=Name.URI, URI=String("https://elsewhere.example/")),
        Dictionary(S=Name.GoToR, F=String("other.pdf"), D=Array([0, Name.Fit])),
        Dictionary(S=Name.Launch, F=String("run.exe")),
    )
    page.Annots = Array(
        [
            pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 99, 99]), A=action))
            for action in actions
        ]
    )


def attached(pdf):
    """Attach a file to the document and to a page."""
    pdf.attachments["run.exe"] = b"MZ"
    file = pdf.attachments["run.exe"].obj
    note = Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=Array([0, 0, 9, 9]), FS=file)
    pdf.pages[0].Annots = Array([pdf.make_indirect(note)])


def field(value):
    """Return what adds a text field ``name`` that shows ``value``."""

    def add(pdf):
        look = pdf.make_stream(f"BT /F1 9 Tf 2 4 Td ({value}) Tj ET".encode())
        look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, Array([0, 0, 200, 20])
        look.Resources = pdf.pages[0].Resources
        entries = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String("name"),
            V=String(value),
            Rect=Array([100, 500, 300, 520]),
            AP=Dictionary(N=look),
            F=4,
        )
        box = pdf.make_indirect(entries)
        pdf.pages[0].Annots = Array([box])
        pdf.Root.AcroForm = Dictionary(Fields=Array([box]), DA=String("/F1 9 Tf 0 g"))

    return add


@pytest.mark.parametrize("trick", [script, outward, attached], ids=lambda trick: trick.__name__)
def test_nothing_that_acts_comes_along(trick):
    """Scripts, links out of the packet and attachments of an exhibit are gone; its words stay."""
    part = Part("exhibit-A", "Paper", pdf_of(Leaf(words="the words"), root=trick), exhibit="A", kit_made=False)
    packet = bound(claim(), part)

    assert prove(packet) == ()
    assert "the words" in texts(packet.pdf)[-1]
    plain = io.BytesIO()
    with pikepdf.open(io.BytesIO(packet.pdf)) as pdf:
        pdf.save(plain, stream_decode_level=pikepdf.StreamDecodeLevel.generalized, static_id=True)
    for word in (b"JavaScript", b"elsewhere.example", b"run.exe", b"other.pdf", b"Launch"):
        assert word not in plain.getvalue()


def test_fields_of_one_name_stay_apart():
    """Two filled forms with a field of the same name each show their own value, and neither is a form any more."""
    parts = [
        Part(name, f"Form of {name}", pdf_of(Leaf(), root=field(name)), kit_made=False, expects=(name,))
        for name in ("Lindqvist", "Harbor")
    ]
    packet = bound(*parts)
    read = texts(packet.pdf)

    assert prove(packet) == ()
    assert "Lindqvist" in read[1]
    assert "Harbor" in read[2]
    with pikepdf.open(io.BytesIO(packet.pdf)) as pdf:
        assert "/AcroForm" not in pdf.Root


def test_a_note_in_the_margin_stays_on_paper():
    """What a comment shows on an exhibit is drawn into the page; the comment itself is gone."""

    def commented(pdf):
        look = pdf.make_stream(b"BT /F1 9 Tf 2 4 Td (paid in part) Tj ET")
        look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, Array([0, 0, 200, 20])
        look.Resources = pdf.pages[0].Resources
        note = Dictionary(
            Type=Name.Annot, Subtype=Name.FreeText, Rect=Array([100, 500, 300, 520]), AP=Dictionary(N=look), F=4
        )
        pdf.pages[0].Annots = Array([pdf.make_indirect(note)])

    packet = bound(Part("exhibit-A", "Paper", pdf_of(Leaf(), root=commented), exhibit="A", kit_made=False))

    assert "paid in part" in texts(packet.pdf)[-1]


def test_buttons_of_a_form_stay_off_paper():
    """What a form shows on the screen alone, such as a button to print it, is not in the packet."""

    def button(pdf):
        look = pdf.make_stream(b"BT /F1 9 Tf 2 4 Td (Print this form) Tj ET")
        look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, Array([0, 0, 200, 20])
        look.Resources = pdf.pages[0].Resources
        rect, look_of = Array([100, 500, 300, 520]), Dictionary(N=look)
        entries = Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Btn, Ff=65536, T=String("b"), Rect=rect, AP=look_of
        )
        box = pdf.make_indirect(entries)
        pdf.pages[0].Annots = Array([box])
        pdf.Root.AcroForm = Dictionary(Fields=Array([box]))

    packet = bound(Part("form", "Form", pdf_of(Leaf(), root=button), kit_made=False, stamped=False))

    assert texts(packet.pdf)[-1] == "Words of the page"


def test_a_hidden_layer_stays_hidden():
    """What the author of an exhibit switched off is not seen in the packet either."""

    def layered(pdf):
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("drafts")))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
        pdf.pages[0].Resources.Properties = Dictionary(MC0=layer)

    black = b"/OC /MC0 BDC 0 g 100 300 200 200 re f EMC"
    packet = bound(Part("exhibit-A", "Paper", pdf_of(Leaf(raw=black), root=layered), exhibit="A", kit_made=False))

    import pypdfium2  # noqa: PLC0415 - here alone

    with pypdfium2.PdfDocument(packet.pdf) as document:
        picture = document[packet.pages - 1].render(scale=1, grayscale=True)
        middle = bytes(picture.buffer)[picture.stride * 400 + 150]

    assert middle == 255
    assert [found.code for found in prove(packet)] == ["K662"]


def test_an_encrypted_part_without_a_password_is_opened():
    """A paper that anyone can open, though it is encrypted, is bound like any other."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf_of(Leaf(words="open to all")))) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="owner", user=""))

    packet = bound(Part("a", "Paper", out.getvalue(), kit_made=False))

    assert "open to all" in texts(packet.pdf)[-1]
    assert prove(packet) == ()


def test_content_in_pieces_is_kept():
    """A page whose content comes in several streams, cut in the middle of a word's operator, reads as before."""

    def cut(pdf):
        page = pdf.pages[0].obj
        page.Contents = Array([pdf.make_stream(b"BT /F1 9 Tf 1 0 0 1 50 400 Tm"), pdf.make_stream(b"(whole) Tj ET")])

    packet = bound(exhibit("A"), Part("b", "Paper", pdf_of(Leaf(), root=cut), exhibit="B", kit_made=False))

    assert "whole" in texts(packet.pdf)[-1]
