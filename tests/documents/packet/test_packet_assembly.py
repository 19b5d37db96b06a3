"""Contents, numbers, bookmarks, covers and sets of a packet."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pikepdf
import pypdf
import pytest
from packet_cases import BINDING, DAY, Leaf, bound, claim, exhibit, kit_pdf, pdf_of, texts

from kit.documents.packet.assemble import assemble_sets
from kit.documents.packet.part import PacketSet, Part, chosen
from kit.documents.packet.proof import prove
from kit.findings import KitError

OUTLINE = Part("hearing", "Hearing outline", kit_pdf("Say this in two minutes."), private=True)


def many(count: int = 60) -> list[Part]:
    """Return so many exhibits that the contents take more than a page."""
    one = pdf_of(Leaf())
    return [Part(f"e{n}", f"Paper {n}", one, exhibit=f"X{n}", kit_made=False) for n in range(1, count + 1)]


def test_numbers_count_the_contents_themselves():
    """The number beside each line is the number on the page, however long the contents are."""
    packet = bound(claim(), *many())
    read = texts(packet.pdf)

    assert packet.contents > 1
    assert packet.pages == packet.contents + 1 + 60 * 2
    for placed in packet.placed:
        assert f"page {placed.first} of {packet.pages}" in read[placed.first - 1]
    assert "The claim is" in read[packet.placed[0].first - 1]
    assert prove(packet) == ()


def test_each_exhibit_has_a_cover():
    """A cover says which exhibit, what it is, its day and how long it is."""
    packet = bound(claim(), exhibit("A", Leaf(), Leaf(), title="Services agreement"))

    cover = texts(packet.pdf)[packet.placed[1].cover - 1]

    assert "Exhibit A Services agreement March 1, 2026 2 pages" in cover


def test_bookmarks_lead_to_the_parts():
    """Bookmarks name contents and parts; exhibits stand under one of their own."""
    packet = bound(claim(), exhibit("A", Leaf(), Leaf()), exhibit("B"), OUTLINE)
    reader = pypdf.PdfReader(io.BytesIO(packet.pdf))

    def shown(items):
        return [
            shown(item) if isinstance(item, list) else (item.title, reader.get_destination_page_number(item) + 1)
            for item in items
        ]

    assert shown(reader.outline) == [
        ("Contents", 1),
        ("Statement of claim", 2),
        ("Exhibits", 3),
        [("Exhibit A, Paper A", 3), ("Exhibit B, Paper B", 6)],
        ("Hearing outline", 8),
    ]


def test_contents_lines_are_links():
    """Every line of the contents leads to its page within the file."""
    packet = bound(claim(), exhibit("A"), exhibit("B"))

    with pikepdf.open(io.BytesIO(packet.pdf)) as pdf:
        numbers = {page.obj.objgen: at for at, page in enumerate(pdf.pages, 1)}
        targets = [numbers[note.Dest[0].objgen] for note in pdf.pages[0].Annots]

    assert set(targets) == {2, 3, 5}


def test_every_part_starts_on_an_odd_page_when_asked():
    """For printing on both sides, pages left blank on purpose say so, and are counted."""
    packet = bound(claim("one", "two"), exhibit("A", Leaf()), exhibit("B", Leaf(), Leaf()), pad_odd=True)
    read = texts(packet.pdf)

    assert all(placed.first % 2 for placed in packet.placed)
    assert packet.blanks == (2,)
    assert "This page is left blank on purpose." in read[1]
    assert len(read) == packet.pages
    assert prove(packet) == ()


def test_same_parts_same_bytes():
    """The same parts on the same day give the same file; another day gives another."""
    parts = (claim(), exhibit("A", Leaf(scan=True), Leaf(rotate=90)))

    first, again = bound(*parts), bound(*parts)

    assert first.pdf == again.pdf
    assert re.search(rb"/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]", first.pdf)
    assert bound(*parts, day=DAY.replace(day=22)).pdf != first.pdf


def test_three_sets_each_with_its_own_numbers():
    """What is private is in the user's set alone; numbers and contents follow what is there."""
    parts = (OUTLINE, claim(), replace(exhibit("A"), served=False), exhibit("B"))
    titles = {PacketSet.OWN: "Your copy", PacketSet.FILE: "To file", PacketSet.SERVE: "To serve"}

    sets = assemble_sets(parts, titles, caption=BINDING["caption"], author="Lindqvist Studio", day=DAY)

    assert {wanted: [placed.part.id for placed in packet.placed] for wanted, packet in sets.items()} == {
        PacketSet.OWN: ["hearing", "claim", "exhibit-A", "exhibit-B"],
        PacketSet.FILE: ["claim", "exhibit-A", "exhibit-B"],
        PacketSet.SERVE: ["claim", "exhibit-B"],
    }
    assert [sets[wanted].placed[-1].first for wanted in titles] == [6, 5, 3]
    assert all(prove(packet) == () for packet in sets.values())
    assert not any("two minutes" in text for text in texts(sets[PacketSet.SERVE].pdf))
    assert [part.id for part in chosen(parts, PacketSet.SERVE)] == ["claim", "exhibit-B"]


def test_parts_may_stand_in_files(tmp_path):
    """A part is bytes or a file; one that is not there is named."""
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_of(Leaf(words="from a file")))

    packet = bound(Part("a", "Paper", path, kit_made=False))

    assert "from a file" in texts(packet.pdf)[-1]
    with pytest.raises(KitError, match=r"Paper: the file b\.pdf cannot be read"):
        bound(Part("b", "Paper", tmp_path / "b.pdf"))


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        pytest.param((), "nothing to put", id="no-parts"),
        pytest.param((Part("x", "Broken paper", b"no pdf"),), "Broken paper cannot be read as a PDF", id="no-pdf"),
        pytest.param((Part("x", "Empty paper", pdf_of()),), "Empty paper has no pages", id="no-pages"),
        pytest.param((exhibit("A"), replace(exhibit("A"), id="y")), "two exhibits are called A", id="one-label-twice"),
        pytest.param((claim(), claim()), "two parts of the packet are called claim", id="one-id-twice"),
        pytest.param((exhibit("A", title="long " * 200),), "shorten it", id="title-too-long-for-a-cover"),
    ],
)
def test_what_cannot_be_bound_is_named(parts, words):
    """What keeps a packet from being made is said in a sentence."""
    with pytest.raises(KitError, match=words):
        bound(*parts)


def test_a_password_is_said():
    """A part under a password is named as that."""
    with pikepdf.open(io.BytesIO(pdf_of(Leaf()))) as pdf:
        out = io.BytesIO()
        pdf.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))

    with pytest.raises(KitError, match="Paper is protected by a password"):
        bound(Part("a", "Paper", out.getvalue()))


def test_the_file_says_what_it_is():
    """Title, author and day stand in the file, and readers show the bookmarks."""
    reader = pypdf.PdfReader(io.BytesIO(bound(claim()).pdf))

    assert reader.metadata.title == "Lindqvist v. Harbor & Vine: Small-claims packet"
    assert reader.metadata.author == "Lindqvist Studio"
    assert reader.metadata.creation_date.date() == DAY
    assert reader.page_mode == "/UseOutlines"
