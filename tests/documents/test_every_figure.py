"""Every figure on paper can be traced: to the account, the case, the agreement, or the law with its citation."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from every_paper import EVERY, faults, named, sheet
from figures import amounts_in, stray
from known_figures import ONE, known_in

ASSUMED = "internal/options"  # traced to the comparison in tests/options
TRACED = [key for key in EVERY if key[0].split("/")[0] != "contracts" and key[0] != ASSUMED]


@pytest.mark.parametrize("key", TRACED, ids=named)
def test_every_figure_is_traceable(key):
    """Each amount is the account's, each rate the agreement's or the law's, each day known, each citation on file."""
    assert faults(key, stray) == []


class Altered:
    """A sheet that says something else."""

    def __init__(self, sheet, *sentences):
        self.case, self.request, self.sentences = sheet.case, sheet.request, list(sentences)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Please pay $4,800.01.", "the amount 4800.01"),
        ("A fee of $25.00 was added.", "the amount 25.00"),
        ("INV-104 is open with 4,799.99", "the amount 4799.99"),
        ("Interest of 9.75% a year runs.", "the rate 9.75%"),
        ("Please pay by January 3, 2031.", "the day January 3, 2031"),
        ("It was due on Friday, July 30, 2026", "the day July 30, 2026"),
        ("It was due on Monday, July 31, 2026", "no Monday is July 31, 2026"),
        ("This follows from Franklin Code § 99-9.", "the citation This follows from Franklin Code § 99-9"),
        ("This follows from 42 U.S.C. 9999.", "the citation 42 U.S.C. 9999"),
        ("See section 12 of the agreement.", "the clause section 12"),
        ("The Prompt Payers Act allows it.", "the citation The Prompt Payers Act"),
    ],
)
def test_the_tracer_bites(sentence, found):
    """A figure that nothing holds is named with its sentence."""
    plain = sheet("plain", ("statements/statement", ""))

    assert f"{found} in “{sentence}”" in stray(Altered(plain, sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Please pay $4,800.00 by November 24, 2026.",
        "It was due on Friday, July 31, 2026.",
        "The rate is 7.75% (Franklin Code § 9-5).",
        "Call 555-010-0100 about 12 reams, INV-104, at 10:15.",
    ],
)
def test_the_tracer_knows_what_is_known(sentence):
    """What the case, the account and the law hold is traced."""
    plain = sheet("plain", ("letters/final-demand", ""))

    assert stray(Altered(plain, sentence)) == []


def test_figures_are_read_in_every_form():
    """With a sign or in a column, with cents or without."""
    assert amounts_in("$1,234.50 and ¥492,500 or 35.50") == [Decimal("1234.50"), Decimal(492500), Decimal("35.50")]


def test_the_day_after_belongs_to_the_day():
    """Interest goes on from the day after; a day later is not known."""
    plain = sheet("plain", ("statements/statement", ""))
    known = known_in("plain")

    assert plain.facts.as_of + ONE in known.days
    assert plain.facts.as_of + timedelta(days=5) not in known.days
