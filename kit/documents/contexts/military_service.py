"""The blanks of `court/military-service`: the statement that a court needs before a default against a person.

Nothing about service is ever filled in: the boxes, the day and the signature are
for the hand of whoever looked it up.
"""

from __future__ import annotations

from dataclasses import dataclass

from kit.checks.court import inquiry_for
from kit.documents.contexts.account import citation
from kit.documents.contexts.court_caption import Captioned, caption, defendants
from kit.documents.contexts.court_law import court_law, filed_on
from kit.documents.contexts.discreet import public
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.model.case import Case
from kit.model.law_days import MilitaryAffidavit
from kit.model.law_names import RuleName
from kit.model.party import Party

TITLE = "Declaration about military service"


@dataclass(frozen=True, slots=True)
class Person:
    """A natural person who is sued."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MilitaryService(Captioned):
    """The blanks of ``court/military-service``."""

    why: str
    people: tuple[Person, ...]
    look_up: str


def build(facts: Facts, request: Request) -> MilitaryService:  # noqa: ARG001 - every document is built from both
    """Fill the declaration. Raises `KitError` where no natural person is sued."""
    people = persons(facts.case)
    if not people:
        raise KitError("no natural person is sued in this case, so no declaration about military service is needed")
    rule, cite = None, ""
    if facts.federal:
        day = filed_on(facts.case, facts.as_of)
        rule, cite = inquiry_for(facts, facts.federal).value(RuleName.MILITARY_AFFIDAVIT, day, MilitaryAffidavit)
    basis = f" ({citation(cite)})" if cite else ""
    return MilitaryService(
        **caption(facts, court_law(facts), TITLE),
        why=f"Before a court gives judgment against a person who did not appear, it needs this statement{basis}.",
        people=tuple(Person(public(facts.case, one.name)) for one in people),
        look_up=f"Active service can be looked up at {rule.look_up}." if rule and rule.look_up else "",
    )


def persons(case: Case) -> tuple[Party, ...]:
    """Return the natural persons among the defendants."""
    return tuple(one for one in defendants(case) if one.kind.natural_person)
