"""The forms of real courts, where they are at hand: each is made ready, filled to the brim, proved and made plain."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from PIL import ImageChops

from kit.documents.forms.blank import prepare
from kit.documents.forms.field import FieldKind
from kit.documents.forms.fill import fill
from kit.documents.forms.flatten import flatten
from kit.documents.forms.read_back import prove

BLANKS = Path(__file__).parents[4] / "shared" / "forms" / "blanks"
KNOWN = {
    "ca-mc030": (28, 1),
    "ca-mc031": (18, 1),
    "ca-sc100": (103, 6),
    "ca-sc100a": (56, 1),
    "ca-sc103": (24, 1),
    "ca-sc104": (60, 2),
    "ca-sc104a": (28, 1),
    "ca-sc109": (32, 2),
    "ca-sc112a": (40, 2),
    "vt-100-00257": (24, 3),
    "vt-100-00260": (31, 1),
}
COPIED = ("Plaintiff", "Case")  # read-only fields that repeat an answer; the others are notices
CLAIM = "The defendant ordered a catalogue of 48 pages in writing on May 1, 2025, received it and did not pay for it. "


def data_of(name: str) -> bytes:
    """Return a blank; skip by name where it is not here."""
    path = BLANKS / f"{name}.pdf"
    if not path.is_file():
        pytest.skip(f"the blank {name} is not at hand")
    return path.read_bytes()


def sample_values(blank, text: str) -> tuple[dict[str, str], list[str]]:
    """Return a value for every field that takes one, and the read-only ones among them."""
    values, copies = {}, []
    for name, field in blank.fields.items():
        if field.kind in (FieldKind.BOX, FieldKind.RADIO):
            values[name] = field.states[-1]
        elif field.kind is FieldKind.TEXT and (not field.read_only or any(word in name for word in COPIED)):
            room = field.places[0][1]
            short = "CA" if (field.max_length or 99) < 5 or room.width < 60 else "Overton"
            short = "1" if room.width < 25 else short
            tall = field.multiline and room.height > 40
            values[name] = text if tall else f"{short} & Söhne" if room.width > 150 else short
            copies += [name] if field.read_only else []
    return values, copies


@pytest.fixture(params=KNOWN)
def name(request):
    """Return the name of a blank."""
    return request.param


def test_every_field_of_a_real_form(name):
    """All fields are found; each value is stored, whole, inside its rectangle and seen."""
    blank = prepare(data_of(name), name)
    values, copies = sample_values(blank, CLAIM)
    filled = fill(blank, values, copies=copies)

    assert (len(blank.fields), blank.pages) == KNOWN[name]
    assert not filled.overflow
    assert prove(blank, filled, values) == ()


def test_a_text_far_too_long(name):
    """What does not fit on a real form is cut at a word and left over, with a hint where it went."""
    blank = prepare(data_of(name), name)
    values, copies = sample_values(blank, CLAIM * 120)
    see = dict.fromkeys(values, "(see attachment)")
    filled = fill(blank, values, copies=copies, see=see)

    tall = {key for key, value in values.items() if value == CLAIM * 120}
    assert set(filled.overflow) == tall
    assert all(filled.shown[key].endswith("(see attachment)") for key in tall)
    assert prove(blank, filled, values) == ()


def test_plain_pages_look_the_same(name):
    """A real form as plain pages shows what the filled one would print."""
    blank = prepare(data_of(name), name)
    values, copies = sample_values(blank, CLAIM)
    filled = fill(blank, values, copies=copies)

    with (
        closing(pypdfium2.PdfDocument(filled.pdf)) as form,
        closing(pypdfium2.PdfDocument(flatten(filled))) as flat,
    ):
        form.init_forms()
        for page, other in zip(form, flat, strict=True):
            looks = [one.render(scale=1, grayscale=True).to_pil() for one in (page, other)]
            difference = ImageChops.difference(*looks).point(lambda value: 255 if value > 96 else 0)
            share = sum(difference.histogram()[128:]) / (difference.width * difference.height)
            assert share < 0.02, f"{share:.1%} of the page differs"
