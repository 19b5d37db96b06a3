"""Why this court is the right place: the ground of venue, and the fact it rests on."""

from __future__ import annotations

from collections.abc import Callable

from kit.documents.contexts.court_caption import the_debtor
from kit.documents.contexts.court_law import CourtLaw
from kit.documents.forms.venue_answers import CONSUMER, venue_answers
from kit.facts import Facts
from kit.model.case import Case
from kit.model.law_courts import Ground, Venue
from kit.model.law_names import RuleName
from kit.model.party import Address

Fact = Callable[[Case, str], str]


def venue(facts: Facts, law: CourtLaw) -> str:
    """Return the ground and its fact in one sentence; empty where the file bears out none that the law knows."""
    rule, chosen = law.of(RuleName.VENUE, Venue), venue_answers(facts)
    if rule is None or law.letters is None or not chosen.ground:
        return ""
    ground = Ground(chosen.ground.removeprefix(CONSUMER))
    basis = law.basis(RuleName.VENUE)
    fact = _WORDS[ground](facts.case, law.letters)
    if not fact:  # the plaintiff's own choice
        return f"Plaintiff chose this court for this reason: {_small(chosen.words)} ({basis})."
    return f"This court is the right place because {fact} ({basis})."


def _small(words: str | None) -> str:
    return (words or "").rstrip(".")[:1].lower() + (words or "").rstrip(".")[1:]


def _lives(case: Case, state: str) -> str:
    lives = "lives" if case.debtor.kind.natural_person else "has its office"
    return _at(case, case.debtor.address, state, lives)


def _office(case: Case, state: str) -> str:
    return "" if case.debtor.kind.natural_person else _at(case, case.debtor.address, state, "has its office")


def _business(case: Case, state: str) -> str:
    return _at(case, case.debtor.address, state, "does business")


def _at(case: Case, address: Address | None, state: str, what: str) -> str:
    return f"{the_debtor(case)} {what} in {_place(address)}" if _in(address, state) else ""


def _performed(case: Case, state: str) -> str:
    return f"the work was done in {_place(case.work.place)}" if _in(case.work.place, state) else ""


def _signed(case: Case, state: str) -> str:
    where = case.agreement.signed_in
    return f"{the_debtor(case)} signed the agreement in {_place(where)}" if _in(where, state) else ""


def _made(case: Case, state: str) -> str:
    where = case.agreement.signed_in
    return f"the agreement was made in {_place(where)}" if _in(where, state) else ""


def _payable(case: Case, state: str) -> str:
    home = case.creditor.address if case.creditor else None
    return f"payment was due to Plaintiff in {_place(home)}" if _in(home, state) else ""


def _plaintiff(case: Case, state: str) -> str:
    home = case.creditor.address if case.creditor else None
    return f"Plaintiff is in {_place(home)}" if _in(home, state) else ""


_WORDS: dict[Ground, Fact] = {
    Ground.DEFENDANT_LIVES: _lives,
    Ground.DEFENDANT_WORKS: lambda case, state: "",  # noqa: ARG005 - nobody records where a debtor works
    Ground.DEFENDANT_DOES_BUSINESS: _business,
    Ground.DEFENDANT_OFFICE: _office,
    Ground.CONTRACT_MADE: _made,
    Ground.CONTRACT_SIGNED_BY_DEFENDANT: _signed,
    Ground.CONTRACT_PERFORMED: _performed,
    Ground.CONTRACT_BROKEN: _payable,
    Ground.PAYMENT_DUE: _payable,
    Ground.CLAIM_AROSE: _performed,
    Ground.PLAINTIFF_LIVES: _plaintiff,
    Ground.ANYWHERE_IN_STATE: lambda case, state: f"{the_debtor(case)} may be sued anywhere in the state",  # noqa: ARG005
}


def _in(address: Address | None, state: str) -> bool:
    return address is not None and address.state == state


def _place(address: Address | None) -> str:
    if address is None:
        return ""
    county = f", {address.county.removesuffix(' County')} County" if address.county else ""
    return f"{address.city}{county}, {address.state}"
