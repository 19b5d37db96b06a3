"""A filled form as plain pages: it looks the same, its words can be found, and it has no fields."""

from __future__ import annotations

import io
from contextlib import closing

import pikepdf
import pypdfium2
import pytest
from PIL import ImageChops
from pypdf import PdfReader, PdfWriter
from sample_forms import RADIO, VALUES, Sample, everything_bytes

from kit.documents.forms.blank import prepare
from kit.documents.forms.fill import fill
from kit.documents.forms.flatten import flatten


@pytest.fixture(scope="module")
def blank():
    """Return the form with every kind of field."""
    return prepare(everything_bytes())


def pictures(pdf: bytes):
    """Return the pages as a reader sees them."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        document.init_forms()
        return [page.render(scale=1, grayscale=True).to_pil() for page in document]


def test_it_looks_the_same(blank):
    """The pages show what the filled form showed, radios and boxes included."""
    filled = fill(blank, VALUES)

    for one, other in zip(pictures(filled.pdf), pictures(flatten(filled)), strict=True):
        difference = ImageChops.difference(one, other).point(lambda value: 255 if value > 64 else 0)
        assert difference.getbbox() is None


def test_words_can_be_found_and_nothing_filled(blank):
    """The answers are text of the page; form, notes and scripts are gone."""
    flat = flatten(fill(blank, VALUES))

    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(flat)).pages)
    for value in ("Alder & Finch LLC", "Overton", "Town Court of Overton", "on the second page"):
        assert value in text
    with pikepdf.open(io.BytesIO(flat)) as pdf:
        assert "/AcroForm" not in pdf.Root
        assert not any("/Annots" in page.obj for page in pdf.pages)


@pytest.mark.parametrize("state", ["/1", "/2", "/3"])
def test_the_right_radio_is_shown(state):
    """Of several radios on one page each shows its own choice."""
    sample = Sample()
    for group in range(3):
        rects = [(72 + 40 * at, 500 - 40 * group, 92 + 40 * at, 520 - 40 * group) for at in range(3)]
        sample.box(f"Group{group}", ("/1", "/2", "/3"), flags=RADIO, rects=rects)
    form = prepare(sample.bytes())
    chosen = {"Group0": state, "Group1": "/3", "Group2": "/Off"}
    picture = pictures(flatten(fill(form, chosen)))[0]

    for group, choice in enumerate(chosen.values()):
        dark = [picture.getpixel((82 + 40 * at, 792 - (510 - 40 * group))) < 128 for at in range(3)]
        assert dark == [f"/{at + 1}" == choice for at in range(3)]


def test_two_copies_in_one_file(blank):
    """Two filled copies stand in one packet, and neither says what the other does."""
    writer = PdfWriter()
    for name in ("first plaintiff", "second plaintiff"):
        writer.append(io.BytesIO(flatten(fill(blank, {"Right": name}))))
    merged = io.BytesIO()
    writer.write(merged)

    text = [page.extract_text() for page in PdfReader(merged).pages]
    assert ("first plaintiff" in text[0], "second plaintiff" in text[0]) == (True, False)
    assert ("first plaintiff" in text[2], "second plaintiff" in text[2]) == (False, True)


def test_the_same_form_gives_the_same_bytes(blank):
    """Nothing of the clock or of chance gets into the pages."""
    assert flatten(fill(blank, VALUES)) == flatten(fill(blank, VALUES).pdf)
