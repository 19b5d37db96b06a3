"""The proof of a packet: each thing that can go wrong is found."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest
from packet_cases import DAY, Leaf, bound, claim, exhibit, pdf_of
from pikepdf import Array, Dictionary, Name, String

from kit.documents.packet import proof
from kit.documents.packet.manifest import PacketFile, manifest
from kit.documents.packet.part import PacketSet, Part
from kit.documents.packet.proof import prove
from kit.documents.packet.proof_words import whole
from kit.documents.packet.split import split
from kit.documents.record import LawUsed
from kit.findings import Severity


@pytest.fixture(scope="module")
def packet():
    """Return a sound packet."""
    return bound(claim(expects=("$1,200.00",)), exhibit("A", Leaf(), Leaf(rotate=90)), exhibit("B"))


def changed(packet, change):
    """Return ``packet`` after ``change(pdf)``."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(packet.pdf)) as pdf:
        change(pdf)
        pdf.save(out, static_id=True)
    return replace(packet, pdf=out.getvalue())


def codes(packet):
    """Return the codes of what is found."""
    return {finding.code for finding in prove(packet)}


def test_a_sound_packet_has_no_findings(packet):
    """What is right is not complained about."""
    assert prove(packet) == ()


def no_stamp(pdf):
    """Take the stamps from the last page."""
    page = pdf.pages[-1].obj
    page.Contents = pdf.make_stream(page.Contents.read_bytes().split(b"/Artifact")[0])


def swapped(pdf):
    """Exchange two pages."""
    first, second = pdf.pages[1].obj, pdf.pages[3].obj
    for key in ("/Contents", "/Resources", "/Rotate"):
        first[key], second[key] = second[key], first[key]


def astray(pdf):
    """Let the first line of the contents lead elsewhere."""
    pdf.pages[0].Annots[0].Dest = Array([pdf.pages[4].obj, Name.Fit])


def dead(pdf):
    """Take the links away."""
    del pdf.pages[0].Annots


def bookmark(pdf):
    """Let a bookmark lead elsewhere."""
    with pdf.open_outline() as outline:
        outline.root[1] = pikepdf.OutlineItem("Statement of claim", 4)


def scripted(pdf):
    """Add a script."""
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("1"))


def linked(pdf):
    """Add a link to the network."""
    action = Dictionary(S=Name.URI, URI=String("https://elsewhere.example"))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=action)
    pdf.pages[2].Annots = Array([pdf.make_indirect(link)])


def form(pdf):
    """Add a form."""
    pdf.Root.AcroForm = Dictionary(Fields=Array([]))


def attachment(pdf):
    """Attach a file."""
    pdf.attachments["a.txt"] = b"a"


def emptied(pdf):
    """Empty the claim's page but for its stamp."""
    page = pdf.pages[1].obj
    page.Contents = pdf.make_stream(page.Contents.read_bytes().split(b"Do\nQ", 1)[1])


def bare_font(pdf):
    """Take the font file out of the claim's font."""
    form = pdf.pages[1].Resources.XObject["/KitPage"]
    for font in form.Resources.Font.values():
        del font.DescendantFonts[0].FontDescriptor["/FontFile2"]


def nameless_cover(pdf):
    """Make the cover of Exhibit A that of B."""
    pdf.pages[2].Resources.XObject["/KitPage"] = pdf.pages[5].Resources.XObject["/KitPage"]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (no_stamp, {"K653", "K654"}),
        (swapped, {"K650", "K653", "K654", "K657"}),
        (astray, {"K652"}),
        (dead, {"K652"}),
        (bookmark, {"K651"}),
        (scripted, {"K658"}),
        (linked, {"K658"}),
        (form, {"K658"}),
        (attachment, {"K658"}),
        (emptied, {"K650", "K655"}),
        (bare_font, {"K657"}),
        (nameless_cover, {"K664"}),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_damage_is_found(packet, change, expected):
    """Each damage to a finished packet has its finding, and all of them stop it."""
    found = prove(changed(packet, change))

    assert {finding.code for finding in found} == expected
    assert all(finding.severity is Severity.STOP for finding in found)


@pytest.mark.parametrize(
    "words", ["Pay None by then", "Dear {{ debtor }},", "{% if late %}", "nan dollars", "Decimal('3')"]
)
def test_blanks_never_filled_are_found(words):
    """A page of the kit's that shows a program's nothing is not sent."""
    assert codes(bound(claim(words))) == {"K656"}


@pytest.mark.parametrize("words", ["None of the invoices was paid", "Nonesuch Ltd", "Nan's Bakery", "Fernando Banana"])
def test_words_that_only_look_so_pass(words):
    """Names and sentences with such letters in them are no fault."""
    assert codes(bound(claim(words))) == set()


def test_a_page_left_blank_by_mistake_stops():
    """A blank page of the kit's own stops the packet; one within an exhibit is pointed out."""
    white = Leaf(raw=b" ")
    paper = Part("b", "Paper", pdf_of(Leaf(), white), kit_made=False)
    packet = bound(paper, exhibit("A", Leaf(), white, Leaf(scan=True, words="white")))

    found = [(finding.code, finding.severity, finding.message) for finding in prove(packet)]

    assert found == [
        ("K655", Severity.STOP, "page 2 of Paper came out blank"),
        ("K662", Severity.NOTE, "page 2 of Exhibit A, Paper A is blank"),
        ("K662", Severity.NOTE, "page 3 of Exhibit A, Paper A is blank"),
    ]


def test_each_set_shows_every_value(packet):
    """A value that is lost in one set is not found in another."""
    whole_set, lost = packet, changed(packet, emptied)

    assert {finding.code for finding in prove(whole_set, lost)} == {"K650", "K655"}
    assert {finding.code for finding in prove(lost, whole_set)} == {"K650", "K655"}


def test_a_scan_is_not_blank():
    """A page with a picture and no words is not taken for a blank one, nor is one with a few lines drawn."""
    drawn = Leaf(raw=b"2 w 100 100 m 400 500 l S")

    assert codes(bound(exhibit("A", Leaf(scan=True), drawn))) == set()


def test_a_blank_page_on_purpose_must_say_so():
    """A page between parts without its sentence is found."""
    packet = bound(claim("one", "two"), exhibit("A"), pad_odd=True)
    mute = changed(packet, lambda pdf: pdf.pages[1].Resources.XObject["/KitPage"].write(b" "))

    assert codes(mute) == {"K663"}


def test_a_broken_file_is_said(packet):
    """What cannot be opened, or has other pages than it should, is broken."""
    assert codes(replace(packet, pdf=b"%PDF-1.7 nothing")) == {"K660"}
    assert codes(changed(packet, lambda pdf: pdf.pages.__delitem__(-1))) == {"K660"}


def test_qpdf_has_its_say(packet, monkeypatch, tmp_path):
    """Where qpdf is installed and does not accept the file, its first line is passed on; without it nothing is said."""
    program = tmp_path / "qpdf"
    program.write_text("#!/bin/sh\necho 'bad object' >&2\nexit 2\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(proof.shutil, "which", lambda _: str(program))
    if not __import__("os").access(program, 1) or __import__("sys").platform == "win32":
        pytest.skip("no shell to play qpdf")
    found = prove(packet)
    monkeypatch.setattr(proof.shutil, "which", lambda _: None)

    assert [(one.code, one.message) for one in found] == [("K659", "qpdf does not accept the packet: bad object")]
    assert prove(packet) == ()


@pytest.mark.parametrize(
    ("value", "text", "expected"),
    [
        ("$1,200.00", "owed: $1,200.00.", True),
        ("200.00", "owed: $1,200.00", False),
        ("$1,200.00", "owed: $1,200.005", False),
        ("$1,200", "owed: $1,200.00", False),
        ("Harbor & Vine", "against Harbor &\r\nVine", True),
        ("accounts@harborvine.example", "accounts@harbor\r\nvine.example", True),
        ("office", "the of\ufb01ce".replace("f\ufb01", "\ufb03"), True),
        ("INV-104", "INV-1042", False),
    ],
)
def test_whole(value, text, expected):
    """A value counts as read when it stands there whole, over a line's end too, not within a longer figure."""
    from kit.documents.packet.proof_words import normal  # noqa: PLC0415 - beside its use

    assert whole(value, normal(text)) is expected


def test_manifest(packet):
    """The manifest lists each set with its files, each part with its pages, and the law with its source."""
    volumes = split(bound(claim(), exhibit("A", *[Leaf(scan=True, words=str(n)) for n in range(4)])), 400_000)
    law = LawUsed("us-xf", "small_claims_limit", 8000, "Franklin Code § 12-301(a)", DAY, "high")
    files = [
        PacketFile("out/packet.pdf", PacketSet.OWN, packet),
        *(PacketFile(f"out/to-file-{one.volume}.pdf", PacketSet.FILE, one) for one in volumes),
    ]

    text = manifest(files, [law])

    assert len(volumes) > 1
    assert "packet: 'Lindqvist v. Harbor & Vine: Small-claims packet'" in text
    assert "- set: yours, with everything\n" in text
    assert "- part: exhibit-A\n      pages: 3 to 5\n" in text
    assert "volume: 1 of " in text
    assert "citation: Franklin Code § 12-301(a)" in text
    assert "confidence: high" in text
    assert text == manifest(files, [law])
    assert text.count("sha256: ") == len(files) + 5
