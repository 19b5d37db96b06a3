"""The blanks of `court/default-data`: what a request for a default judgment asks, and the statement on service.

Whether a person is in military service is never filled in: boxes, day and
signature are for the hand of whoever looked it up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kit.checks.court import inquiry_for
from kit.checks.court_stage import answer_by
from kit.documents import wording
from kit.documents.contexts import court_claim, judgment_words
from kit.documents.contexts.account import Sum, citation
from kit.documents.contexts.court_caption import Captioned, caption, defendants
from kit.documents.contexts.court_claim import claim_on
from kit.documents.contexts.court_law import court_law
from kit.documents.contexts.discreet import public
from kit.documents.contexts.letterhead import Remark
from kit.documents.contexts.military_service import Person, persons
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.model.court_event import Served
from kit.model.law_days import MilitaryAffidavit
from kit.model.law_names import RuleName
from kit.model.party import Party
from kit.model.suit import Suit

TITLE = "Data for a request for default judgment"


@dataclass(frozen=True, slots=True)
class ServedOn:
    """How and when a defendant was served."""

    name: str
    day: str
    how: str
    by: str
    proof: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DefaultData(Captioned):
    """The blanks of ``court/default-data``."""

    opening: str
    filed_on: str
    services: tuple[ServedOn, ...]
    answer_sentence: str
    sums: tuple[Sum, ...]
    as_of: str
    total: str
    beside: tuple[Remark, ...]
    costs: tuple[Sum, ...]
    no_person: str
    military_why: str
    people: tuple[Person, ...]
    look_up: str


def build(facts: Facts, request: Request) -> DefaultData:  # noqa: ARG001 - every document is built from both
    """Fill the sheet; raises `KitError` where nobody was served."""
    case, law, suit = facts.case, court_law(facts), judgment_words.suit_in(facts)
    if not suit.services:
        raise KitError("no service is on record; `kit log CASE served` records it")
    claim, people = claim_on(facts, law, facts.as_of), persons(case)
    said = (court_claim.daily_sentence(facts, claim), court_claim.by_law_sentence(facts, claim))
    why, look_up = _military(facts)
    return DefaultData(
        **caption(facts, law, TITLE),
        opening=(
            "This sheet is for whoever fills in the request of the court, or speaks at the hearing when Defendant "
            "does not appear. It is computed from the account, to the day below."
        ),
        filed_on=wording.day(suit.filed.on),
        services=tuple(_served(facts, suit)),
        answer_sentence=_answer(facts, suit),
        sums=court_claim.rows(facts, claim),
        as_of=wording.day(facts.as_of),
        total=wording.money(claim.amount, case.currency),
        beside=tuple(Remark(text) for text in said if text),
        costs=tuple(_costs(facts, suit)),
        no_person=""
        if people
        else f"No natural person is sued, so no statement about military service is needed{why}.",
        military_why=f"Before judgment against a person who did not appear, a court needs this statement{why}.",
        people=tuple(Person(public(case, one.name)) for one in people),
        look_up=look_up,
    )


def _served(facts: Facts, suit: Suit) -> Iterator[ServedOn]:
    """Yield a row for each defendant; one on whom no service is on record says so."""
    for party in defendants(facts.case):
        last = _last(party, facts, suit)
        name = public(facts.case, party.shown_name)
        if last is None:
            yield ServedOn(name, "not on record", "", "", "")
            continue
        how = last.how.value.replace("_", " ") if last.how else ""
        proof = wording.short_day(last.proof_filed_on) if last.proof_filed_on else "not on record"
        yield ServedOn(name, wording.short_day(last.on), how, public(facts.case, last.by or ""), proof)


def _last(party: Party, facts: Facts, suit: Suit) -> Served | None:
    debtor = party is facts.case.debtor
    names = (None, party.name, party.shown_name) if debtor else (party.name, party.shown_name)
    found = [one for one in suit.services if one.who in names]
    return found[-1] if found else None


def _answer(facts: Facts, suit: Suit) -> str:
    """Return when the time to answer ended, or that the hearing decides."""
    if found := answer_by(facts, suit):
        last, cite = found
        ended = f"The time to answer ended on {wording.day(last.moved)} ({citation(cite)})."
        return f"{ended} Ask the clerk whether an answer came before you sign."
    if suit.hearing:
        held = "was" if suit.hearing < facts.as_of else "is"
        return (
            f"No time to answer in writing is on record. The hearing {held} on {wording.day(suit.hearing)}; the court "
            "can decide there without a defendant who does not appear."
        )
    return "Until when Defendant may answer is not on record: ask the clerk before you ask for a default."


def _costs(facts: Facts, suit: Suit) -> Iterator[Sum]:
    """Yield the costs of the case so far; what is not known is left to fill in."""
    fee = suit.filed.fee
    case = facts.case
    service = sum(one.amount for one in case.costs if one.kind == "service" and one.on <= facts.as_of)
    yield Sum("Filing fee", wording.money(fee, case.currency) if fee is not None else "")
    yield Sum("Service of the papers", wording.money(service, case.currency) if service else "")


def _military(facts: Facts) -> tuple[str, str]:
    """Return the citation of the rule in brackets, and where service is looked up."""
    rule, cite = None, ""
    if facts.federal:
        day = facts.as_of
        rule, cite = inquiry_for(facts, facts.federal).value(RuleName.MILITARY_AFFIDAVIT, day, MilitaryAffidavit)
    where = f"Active service can be looked up at {rule.look_up}." if rule and rule.look_up else ""
    return f" ({citation(cite)})" if cite else "", where
