"""A packet too large to upload comes in volumes."""

from __future__ import annotations

import pytest
from packet_cases import Leaf, bound, claim, exhibit, kit_pdf, texts

from kit.documents.packet.part import Part
from kit.documents.packet.proof import prove
from kit.documents.packet.split import split
from kit.findings import KitError

SCANS = tuple(Leaf(scan=True, words=f"page {n}") for n in range(4))


@pytest.fixture(scope="module")
def packet():
    """Return a packet of three exhibits of four scans each."""
    return bound(claim(), exhibit("A", *SCANS), exhibit("B", *SCANS), exhibit("C", *SCANS))


@pytest.fixture(scope="module")
def page_size():
    """Return what one scan takes."""
    return len(bound(exhibit("A", SCANS[0])).pdf)


def test_a_packet_that_fits_is_left_alone(packet):
    """Below the limit nothing is cut."""
    assert split(packet, len(packet.pdf)) == (packet,)


def test_cut_between_parts(packet):
    """Every volume keeps to the limit, parts stay whole, numbers run on, and each volume has its own contents."""
    limit = len(packet.pdf) * 3 // 4
    volumes = split(packet, limit)

    assert len(volumes) == 2
    assert all(len(volume.pdf) <= limit and not volume.findings for volume in volumes)
    assert [placed.part.id for volume in volumes for placed in volume.placed] == [part.id for part in packet.parts]
    assert all(placed.whole for volume in volumes for placed in volume.placed)
    assert volumes[1].first == volumes[0].pages + 1
    first, second = (texts(volume.pdf) for volume in volumes)
    total = len(first) + len(second)
    assert "Volume 2 of 2" in second[0]
    assert f"Lindqvist v. Harbor & Vine · volume 2 of 2 · page {total} of {total}" in second[-1]
    assert prove(*volumes) == ()


def test_cut_within_an_exhibit(page_size):
    """An exhibit too large for any volume is cut between pages; stamps count on, and the contents say which pages."""
    packet = bound(claim(), exhibit("A", *SCANS), exhibit("B"))
    limit = int(page_size * 2.6)
    volumes = split(packet, limit)

    assert all(len(volume.pdf) <= limit and not volume.findings for volume in volumes)
    pieces = [placed for volume in volumes for placed in volume.placed if placed.part.exhibit == "A"]
    assert len(pieces) > 1
    assert [number for one in pieces for number in range(one.begins, one.begins + one.count)] == [1, 2, 3, 4]
    later = next(volume for volume in volumes if pieces[-1] in volume.placed)
    read = texts(later.pdf)
    assert "Paper A (continued)" in read[0]
    assert any("Exhibit A · page 4 of 4" in text for text in read)
    assert prove(*volumes) == ()


def test_a_page_over_the_limit_is_said(page_size):
    """A single page larger than a volume may be is named, and nothing else is lost."""
    packet = bound(claim(), exhibit("A", *SCANS[:2]))
    limit = max(140_000, int(page_size * 0.7))
    assert limit < page_size
    volumes = split(packet, limit)

    findings = [finding for volume in volumes for finding in volume.findings]
    assert {finding.code for finding in findings} == {"K661"}
    assert "page 1 of Exhibit A, Paper A alone" in findings[0].message
    assert sum(placed.count for volume in volumes for placed in volume.placed) == 3


def test_values_are_looked_for_over_volumes(page_size):
    """A value on the second half of a part that was cut is still found, and one that is nowhere still missed."""
    words = [Leaf(scan=True, words="x"), Leaf(scan=True, words="y"), Leaf(words="the sum is $1,234.00")]
    packet = bound(exhibit("A", *words, expects=("$1,234.00", "$9,999.00")))
    volumes = split(packet, int(page_size * 1.6))

    assert len(volumes) > 1
    assert [(found.code, "9,999" in found.message) for found in prove(*volumes)] == [("K650", True)]


def test_volumes_start_on_odd_pages(packet):
    """With padding, every volume starts on the front of a sheet."""
    padded = bound(*packet.parts, pad_odd=True)
    volumes = split(padded, len(packet.pdf) * 2 // 3)

    assert all(volume.first % 2 for volume in volumes)
    assert all(placed.first % 2 for volume in volumes for placed in volume.placed)
    assert prove(*volumes) == ()


def test_a_limit_too_small_is_refused(packet):
    """A limit that not even the contents fit into is refused in a sentence."""
    with pytest.raises(KitError, match="no volume fits into 1,000 bytes"):
        split(packet, 1000)


def test_a_part_of_the_kit_keeps_its_words():
    """Parts after the cut are whole and readable."""
    last = Part("last", "Hearing outline", kit_pdf("Say this."), expects=("Say this.",))
    packet = bound(exhibit("A", *SCANS), last)
    volumes = split(packet, int(len(packet.pdf) * 0.7))

    assert len(volumes) > 1
    assert prove(*volumes) == ()
