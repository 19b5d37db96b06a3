"""The blanks of `bankruptcy/new-terms`: on which terms a debtor in bankruptcy can go on buying.

Payment first, under a fresh agreement. It asks nothing for the old debt and makes nothing depend on it: a condition of
that kind would be an act to collect (11 U.S.C. § 362(a)(6)).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kit.checks.stay_words import EXPENSES
from kit.documents import wording
from kit.documents.contexts import demand_words, letterhead
from kit.documents.contexts.bankruptcy_caption import bankruptcy_of
from kit.documents.contexts.letter import Letter, opened
from kit.documents.contexts.request import Request
from kit.documents.contexts.stay_letter import case_line
from kit.documents.contexts.stop_points import Point
from kit.facts import Facts
from kit.findings import KitError
from kit.model.bankruptcy import Bankruptcy
from kit.model.case import WorkKind
from kit.model.stay import stand_of

BINDS = {  # who may order for the estate, by chapter
    "7": "the trustee, or with the written consent of the trustee",
    "11": "somebody who may bind the estate: the debtor in possession, or the trustee where there is one",
    "12": "the debtor in possession, or the trustee where there is one",
}


@dataclass(frozen=True, slots=True)
class NewTerms(Letter):
    """The blanks of ``bankruptcy/new-terms``."""

    opening: str
    terms: tuple[Point, ...]
    apart: str
    accept: str


def build(facts: Facts, request: Request) -> NewTerms:  # noqa: ARG001 - every document is built from both
    """Fill the letter. Raises `KitError` where no bankruptcy freezes the old debt."""
    case, filed = facts.case, bankruptcy_of(facts)
    if not stand_of(case, facts.as_of).freezes:
        raise KitError(f"no bankruptcy of {case.debtor.name} stands on {facts.as_of}: `kit contract` is enough")
    return NewTerms(
        **opened(facts),
        subject=f"New orders: {case_line(facts, filed)}",
        opening=_opening(facts, filed),
        terms=tuple(_terms(facts, filed)),
        apart=(
            f"None of this depends on what was owed on {wording.day(filed.petition_on)}, and no price makes up for it. "
            "Please add nothing for that account to a payment: what becomes of it is for the bankruptcy court."
        ),
        accept=(
            "If this suits you, tell us what you need, and we will send the agreement for signature. You are free to "
            f"decline. For questions, {letterhead.reach(case, facts.as_of)}."
        ),
    )


def _opening(facts: Facts, filed: Bankruptcy) -> str:
    what = "supply you with goods" if facts.case.work.kind is WorkKind.GOODS else "work for you"
    said = f"We know of the petition of {wording.day(filed.petition_on)}."
    ready = f"We are ready to {what} on these terms:"
    return wording.sentences([demand_words.represented(facts), f"{said} {ready}"])


def _terms(facts: Facts, filed: Bankruptcy) -> Iterator[Point]:
    case, chapter = facts.case, filed.chapter_on(facts.as_of)
    begin = "deliver" if case.work.kind is WorkKind.GOODS else "begin"
    yield Point(
        "A fresh agreement.",
        "New orders stand under an agreement of their own, with an account and numbers of their own.",
    )
    yield Point("Payment first.", f"Each order is paid in full before we {begin}, and each payment names its order.")
    if chapter in BINDS:
        yield Point("Who orders.", f"An order is signed by {BINDS[chapter]}.")
    if chapter == "11":
        yield Point(
            "If something stays open.",
            "What the estate orders in the ordinary course of its business is a cost of its administration "
            f"({EXPENSES}), and we would ask for it as such.",
        )
