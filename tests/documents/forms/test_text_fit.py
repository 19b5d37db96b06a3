"""Text in a rectangle: no line is wider or higher than its room, and no word is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.documents.forms.core_widths import core_widths
from kit.documents.forms.face import helvetica
from kit.documents.forms.text_fit import FALL, RISE, fit, frame

HELVETICA = helvetica("/Helv")
texts = st.text(st.sampled_from("abcWMil., \n"), max_size=300)
sides = st.floats(12, 400)


@settings(max_examples=200, deadline=None)
@given(text=texts, across=sides, up=sides, multiline=st.booleans(), size=st.sampled_from([0, 9, 11, 14]))
def test_every_line_has_room(text, across, up, multiline, size):
    """Lines stay inside the rectangle, one below the other, whatever its size."""
    said = text if multiline else text.replace("\n", " ")
    room = frame(across, up, border=0, multiline=multiline, most=None, rules=())
    fitted = fit(said, HELVETICA, size, room, 8)

    assert all(HELVETICA.width(line) * fitted.size / 1000 <= across + 0.1 for line in fitted.lines if len(line) > 1)
    heights = room.baselines(fitted.size, len(fitted.lines))
    assert heights == sorted(heights, reverse=True)
    if fitted.lines:
        assert heights[0] + RISE * fitted.size <= up + 0.1
        assert heights[-1] - FALL * fitted.size >= -0.1 or len(fitted.lines) == 1
    assert f"{fitted.kept if fitted.rest else fitted.shown} {fitted.rest}".split() == said.split()


@pytest.mark.parametrize(
    ("text", "width"),
    [
        # H 722 + e 556 + l 222 + l 222 + o 556
        ("Hello", 2278),
        # three digits of 556, a comma of 278, three digits
        ("123,456", 3614),
        ("", 0),
    ],
)
def test_widths(text, width):
    """Text is as wide as the sum of the published widths of its letters."""
    assert HELVETICA.width(text) == width


@pytest.mark.parametrize(
    ("font", "letter", "width"),
    [
        ("Helvetica", "W", 944),
        ("Helvetica-BoldOblique", "a", 556),
        ("Times-Roman", "W", 944),
        ("Times-Italic", "a", 500),
        ("Courier-Bold", "i", 600),
        ("Helvetica", "\u20ac", 556),
        ("Times-Roman", "\u0142", 278),
    ],
)
def test_the_standard_fonts(font, letter, width):
    """The standard fonts are as wide as their makers say."""
    assert core_widths(font)[letter] == width


def test_a_font_nobody_knows():
    """There are no widths for a font that is none of the standard ones."""
    assert core_widths("Comic") == {}


def test_wrapping_keeps_paragraphs():
    """A line break in the text is a line break on paper, an empty line too."""
    room = frame(200, 100, border=0, multiline=True, most=None, rules=())

    assert fit("one\n\ntwo three", HELVETICA, 11, room, 8).lines == ("one", "", "two three")


def test_a_word_wider_than_the_field_is_broken():
    """A web address without spaces runs on in the next line, and is whole."""
    room = frame(100, 100, border=0, multiline=True, most=None, rules=())
    address = "https://courts.franklin.example/forms/small-claims"
    fitted = fit(address, HELVETICA, 11, room, 8)

    assert len(fitted.lines) > 1
    assert "".join(fitted.lines) == address
