"""The blanks of `court/proof-of-service`: how the papers are served, until when, and a sheet for each defendant.

What the person who serves did, saw and swears to stays for that person's hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kit.documents import wording
from kit.documents.contexts import letterhead, service_words
from kit.documents.contexts.court_caption import Captioned, caption, court_lines, defendants, hearing_on
from kit.documents.contexts.court_law import CourtLaw, court_law
from kit.documents.contexts.discreet import public
from kit.documents.contexts.letterhead import Remark
from kit.documents.contexts.request import Request
from kit.documents.contexts.service_words import Method
from kit.facts import Facts
from kit.model.form import Use
from kit.model.law_names import RuleName
from kit.model.party import Party

TITLE = "Service of the papers"
UNKNOWN = (
    "How papers of this court are served is not on record. Ask the clerk which ways the court accepts, who may serve, "
    "how long before the hearing, and which form proves it."
)


@dataclass(frozen=True, slots=True)
class Served:
    """A defendant to be served."""

    name: str
    caption: str
    on_whom: str
    place: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofOfService(Captioned):
    """The blanks of ``court/proof-of-service``."""

    methods: tuple[Method, ...]
    rules: tuple[Remark, ...]
    served: tuple[Served, ...]


def build(facts: Facts, request: Request) -> ProofOfService:
    """Fill the pages as of the day of ``facts``; where the packet holds the court's own proof, no sheet is added."""
    case, law = facts.case, court_law(facts)
    own = any(form.use is Use.SERVICE and form.here for form in request.forms)
    return ProofOfService(
        **caption(facts, law, TITLE),
        methods=service_words.methods(law),
        rules=tuple(Remark(text) for text in _rules(facts, law) if text),
        served=() if own else tuple(_served(facts, law, one) for one in defendants(case)),
    )


def _rules(facts: Facts, law: CourtLaw) -> Iterator[str]:
    day = hearing_on(facts.case)
    if not service_words.methods(law):
        yield UNKNOWN
        yield service_words.who_may_not(law)
        return
    yield service_words.who_may_not(law)
    yield service_words.last_day(law, day)
    yield service_words.proof_day(law, day)
    states = [one.address.state if one.address else None for one in defendants(facts.case)]
    yield from dict.fromkeys(service_words.beyond(law, state) for state in states)
    yield service_words.form_named(law)
    yield law.note(RuleName.SERVICE)


def _served(facts: Facts, law: CourtLaw, party: Party) -> Served:
    agent = party.registered_agent
    where = agent.address if agent else party.address
    seen = service_words.until(law, hearing_on(facts.case))
    return Served(
        name=public(facts.case, party.shown_name),
        caption=_caption(facts, law),
        on_whom=_on_whom(party),
        place="\n".join(where.lines) if where else "",
        by=service_words.day_words(seen.inside) if seen.inside else "",
    )


def _caption(facts: Facts, law: CourtLaw) -> str:
    """Return the case in a line, for a sheet that is filed by itself."""
    case, sued = facts.case, defendants(facts.case)
    names = f"{letterhead.creditor_of(case).name} v. {wording.listing(one.name for one in sued)}"
    return ", ".join(part for part in (*court_lines(case, law), public(case, names)) if part)


def _on_whom(party: Party) -> str:
    if party.registered_agent:
        return f"{party.registered_agent.name}, agent for service"
    if party.representative:
        return party.representative
    if party.kind.natural_person:
        return ""
    return "its agent for service, whose name the secretary of state has, or an officer"
