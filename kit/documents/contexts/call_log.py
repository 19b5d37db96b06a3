"""The blanks of `court/call-log`: every call on record, as it was entered."""

from __future__ import annotations

from dataclasses import dataclass

from kit.documents import wording
from kit.documents.contexts import letterhead
from kit.documents.contexts.court_caption import Captioned, caption, clock
from kit.documents.contexts.court_law import court_law
from kit.documents.contexts.discreet import of_terms, public
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.model.case import Case
from kit.model.event import Called

TITLE = "Telephone log"


@dataclass(frozen=True, slots=True)
class Call:
    """One call."""

    day: str
    at: str
    to: str
    spoke: str
    noted: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallLog(Captioned):
    """The blanks of ``court/call-log``."""

    calls: tuple[Call, ...]
    keeper: str


def build(facts: Facts, request: Request) -> CallLog:  # noqa: ARG001 - every document is built from both
    """Fill the log up to the day of ``facts``. Raises `KitError` where no call is on record."""
    case = facts.case
    if not case.called:
        raise KitError("no call is on record, so there is no telephone log: `kit log CASE called` records one")
    calls = tuple(_call(case, one) for one in case.called)
    keeper = letterhead.creditor_of(case).name
    return CallLog(**caption(facts, court_law(facts), TITLE), calls=calls, keeper=keeper)


def _call(case: Case, one: Called) -> Call:
    to = public(case, one.to or case.debtor.name)
    return Call(
        wording.short_day(one.on),
        clock(one.at) if one.at else "",
        to,
        "yes" if one.spoke else "no",
        noted(case, one),
    )


def noted(case: Case, one: Called) -> str:
    """Return what was noted of a call, without talk about terms."""
    texts = (text.rstrip(".") for text in (one.result, one.text) if text)
    return "; ".join(public(case, text) for text in texts if not of_terms(text))
