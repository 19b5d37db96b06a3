"""The proof of a filled form can fail: each thing that may go wrong on the way is found."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sample_forms import VALUES, everything_bytes

from kit.documents.forms.blank import prepare
from kit.documents.forms.fill import fill
from kit.documents.forms.read_back import prove

LINE = {"Form[0].Name[0]": "Alder Finch"}


@pytest.fixture(scope="module")
def blank():
    """Return the form with every kind of field."""
    return prepare(everything_bytes())


def codes(blank, filled, values):
    """Return what a proof finds."""
    return {one.code for one in prove(blank, filled, values)}


def tampered(filled, old: bytes, new: bytes, count: int = -1):
    """Return a filled form with bytes of the same length changed."""
    assert old in filled.pdf
    assert len(old) == len(new)
    return replace(filled, pdf=filled.pdf.replace(old, new, count))


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        pytest.param(b"/V(Alder Finch)", b"/V(Alder Fitch)", "K541", id="another-value"),
        pytest.param(b"(Alder Finch) Tj", b"(Alder Fin  ) Tj", "K543", id="clipped"),
        pytest.param(b"1 0 0 1 2.00 ", b"1 0 0 1 247. ", "K544", id="over-the-edge"),
        pytest.param(b"\nBT\n0 g\n", b"\nBT\n1 g\n", "K546", id="white-on-white"),
    ],
)
def test_text_that_went_wrong(blank, old, new, code):
    """A value that differs, is cut, sticks out or cannot be seen is found."""
    filled = fill(blank, LINE)

    assert code in codes(blank, tampered(filled, old, new), LINE)


def test_a_box_in_the_wrong_state(blank):
    """A box or radio that shows another state than it stores is found."""
    values = {"Ground": "/2"}
    wrong = tampered(fill(blank, values), b"/AS/2", b"/AS/1")

    assert "K540" in codes(blank, wrong, values)


def test_a_part_that_is_lost(blank):
    """Words that are neither shown nor left over are found."""
    values = {"Why": "The defendant ordered a catalogue. " * 60}
    filled = fill(blank, values)
    wrong = replace(filled, overflow={"Why": filled.overflow["Why"][:-30]})

    assert codes(blank, wrong, values) == {"K542"}


def test_something_beside_the_fields(blank):
    """A page that looks different outside the fields that were filled is found."""
    filled = fill(blank, {"Second": "x", "Right": "y"})

    assert codes(blank, filled, {"Second": "x"}) == set()
    assert codes(blank, fill(blank, {**LINE, "Right": "y"}), LINE) == {"K545"}


def test_an_honest_form_passes(blank):
    """What was filled as asked is found to be so."""
    assert prove(blank, fill(blank, VALUES), VALUES) == ()
