"""Stamps: on every page, upright, within view, and never over what the page says."""

from __future__ import annotations

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from packet_cases import Leaf, bound, claim, exhibit, kit_pdf, texts

from kit.documents.packet.geometry import Matrix, Sheet, sheet
from kit.documents.packet.part import Part
from kit.documents.packet.proof import prove
from kit.findings import KitError

edges = st.integers(-300, 300)
sides = st.integers(80, 2600)
MARGIN = 0.5  # points of rounding


@st.composite
def leaves(draw):
    """Draw a page of any size and place, turned or not, cropped or not, with words in its lowest line or not."""
    left, bottom, width, height = draw(edges), draw(edges), draw(sides), draw(sides)
    crop = None
    if draw(st.booleans()):
        cut = [draw(st.integers(0, side // 3)) for side in (width, height, width, height)]
        crop = (left + cut[0], bottom + cut[1], left + width - cut[2], bottom + height - cut[3])
    return Leaf(
        media=(left, bottom, left + width, bottom + height),
        crop=crop,
        rotate=draw(st.sampled_from([0, 90, 180, 270, -90, 450])),
        words="middle",
        foot=draw(st.sampled_from(["", "lowest"])),
    )


def seen_boxes(pdf: bytes, index: int, needle: str):
    """Return the boxes of a text as the reader of the page sees them, and the page's width and height."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[index]
        seen = sheet(page.get_mediabox(), page.get_cropbox(), page.get_rotation(), 1.0)
        words = page.get_textpage()
        found = words.search(needle).get_next()
        assert found is not None, (needle, words.get_text_bounded())
        words.count_rects(*found)
        boxes = [words.get_charbox(at) for at in range(found[0], sum(found))]
        return [seen.to_page.inverse().box(box) for box in boxes if box[0] != box[2]], seen.width, seen.height


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(leaf=leaves())
def test_stamps_land_in_view(leaf):
    """Whatever the size, place, crop and turn of a page, both stamps are read at its foot, upright and in view."""
    packet = bound(exhibit("A", leaf))
    last = packet.pages - 1

    for needle in ("Exhibit A", "Lindqvist"):
        boxes, width, height = seen_boxes(packet.pdf, last, needle)
        for left, bottom, right, top in boxes:
            assert -MARGIN <= left < right <= width + MARGIN
            assert -MARGIN <= bottom < top <= height + MARGIN
            assert top <= max(60, height / 8), (top, height)
        lefts = [box[0] for box in boxes]
        assert lefts == sorted(lefts)  # the letters run to the right for the reader


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(leaf=leaves().filter(lambda leaf: leaf.foot))
def test_stamps_cover_nothing(leaf):
    """What stands in the lowest line of a page stays in view and clear of the stamps."""
    packet = bound(exhibit("A", leaf))
    last = packet.pages - 1
    stamps = [box for needle in ("Exhibit A", "Lindqvist") for box in seen_boxes(packet.pdf, last, needle)[0]]
    words, _, height = seen_boxes(packet.pdf, last, leaf.foot)

    lowest = min(box[1] for box in words)
    assert lowest >= max(box[3] for box in stamps) - MARGIN
    assert max(box[3] for box in words) <= height


def test_a_free_foot_leaves_the_page_as_it_is():
    """A page with room at its foot is not made smaller."""
    packet = bound(exhibit("A", Leaf()))
    (left, *_), *_ = seen_boxes(packet.pdf, packet.pages - 1, "Words")[0]

    assert left == pytest.approx(12, abs=0.6)


def test_a_tiny_page_is_put_on_a_sheet():
    """A business card is centred on letter paper at its own size."""
    packet = bound(exhibit("A", Leaf(media=(0, 0, 180, 110), rotate=180)))
    boxes, width, height = seen_boxes(packet.pdf, packet.pages - 1, "Words")

    assert (width, height) == (612, 792)
    assert boxes[0][0] == pytest.approx((612 - 180) / 2 + 12, abs=0.6)


def test_what_was_cropped_stays_unseen():
    """Making a page smaller does not bring into view what its owner had cropped away."""
    outside = (
        b"BT /F1 9 Tf 1 0 0 1 120 40 Tm (inside) Tj ET BT /F1 9 Tf 1 0 0 1 120 90 Tm (below) Tj ET 0 0 612 98 re f"
    )
    packet = bound(exhibit("A", Leaf(crop=(100, 100, 500, 700), raw=outside + b" 100 101 5 5 re f")))
    with pypdfium2.PdfDocument(packet.pdf) as document:
        picture = document[packet.pages - 1].render(scale=1, grayscale=True)
        rows = bytes(picture.buffer)
        strip = rows[int(picture.height * 0.985) * picture.stride :]

    assert set(strip) == {255}


def test_wild_content_cannot_move_the_stamp():
    """Content that never closes what it opened, or closes too much, leaves the stamps where they belong."""
    for raw in (b"q 3 0 0 3 50 50 cm BT /F1 9 Tf (a) Tj ET", b"Q Q BT /F1 9 Tf 1 0 0 1 50 300 Tm (a) Tj ET Q"):
        packet = bound(exhibit("A", Leaf(raw=raw)))
        boxes, *_ = seen_boxes(packet.pdf, packet.pages - 1, "Exhibit A")

        assert boxes[0][0] == pytest.approx(36, abs=1)
        assert boxes[0][1] < 30


def test_pages_that_share_their_content_are_all_stamped():
    """Two pages with one content and one set of resources each get their own stamp."""
    packet = bound(exhibit("A", *[Leaf()] * 5))

    read = texts(packet.pdf)[-5:]

    assert [f"Exhibit A · page {n} of 5" in text for n, text in enumerate(read, 1)] == [True] * 5
    assert all("Words of the page" in text for text in read)


def test_official_forms_are_not_stamped():
    """A part that asks for no stamp comes out as it went in."""
    form = Part("sc-100", "Plaintiff's claim", kit_pdf("Official words"), stamped=False, kit_made=False)
    packet = bound(claim(), form)

    assert texts(packet.pdf)[-1] == "Official words"


def test_a_letter_no_font_has_is_named():
    """A caption the stamp cannot print is refused with the letter."""
    with pytest.raises(KitError, match="U\\+4E16"):
        bound(claim(), caption="世界 v. Vine")


def test_a_rare_letter_is_printed():
    """A letter only the second house font has is on the stamps all the same, embedded."""
    packet = bound(claim(), exhibit("A"), caption="Lindqvist ✓ v. Vine")

    assert prove(packet) == ()
    assert all("Lindqvist ✓ v. Vine · page" in text for text in texts(packet.pdf))


def test_a_long_caption_takes_more_lines():
    """A long caption is broken over lines, whole, and the house's own page number stays clear of it."""
    caption = "Lindqvist Studio for Paper and Print, a partnership, v. " + "Harbor & Vine Provisions of Overton " * 3
    packet = bound(claim(), exhibit("A", Leaf(foot="lowest")), caption=caption.strip())

    assert all(f"{caption.strip()} · page {n}" in text for n, text in enumerate(texts(packet.pdf), 1))


def test_matrices_go_there_and_back():
    """A place on a turned page, carried to what is seen and back, is the same place."""
    for turns in range(4):
        there = Sheet((10, 20, 300, 700), turns, 2.0).to_page
        assert there.then(there.inverse()).point(5, 7) == pytest.approx((5, 7))
    assert Matrix(2, 0, 0, 2, 1, 1).point(1, 1) == (3, 3)
