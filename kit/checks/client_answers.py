"""The answers of a client check as the case gives them on a day.

Where `client_check` is silent, a fact that stands elsewhere in the case answers: the debtor's good standing, trade
name and registered agent, a bankruptcy. An answer from a later day is not known yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kit.model.capacity import Known
from kit.model.case import Case
from kit.model.client import Look, Person
from kit.model.stay import stand_of

THE_CASE = "as the case says"


@dataclass(frozen=True, slots=True)
class Answer:
    """The word chosen, when, where, and what else was written down."""

    word: str
    on: date | None = None
    source: str = ""
    remark: str = ""
    who: tuple[str, ...] = ()  # name, telephone, email


def answer_to(case: Case, question: str, as_of: date) -> Answer | None:
    """Return the answer to ``question`` as known on ``as_of``; None where nobody looked."""
    filed = case.bankruptcy
    if question == "bankruptcy" and filed and filed.petition_on <= as_of:
        court = f"petition{f' {filed.number}' if filed.number else ''}{f', {filed.court}' if filed.court else ''}"
        return Answer("pending" if stand_of(case, as_of).freezes else "past", filed.petition_on, court)
    look: Look[str] | Person | None = getattr(case.client_check, question)
    if look is None:
        return _elsewhere(case, question)
    on = look.on or case.client_check.on
    if on and on > as_of:
        return None
    who = (look.name, look.phone, look.email) if isinstance(look, Person) else ()
    return Answer(look.answer, on, look.source or "", look.remark or "", tuple(part for part in who if part))


def references(case: Case, as_of: date) -> Iterator[Answer]:
    """Yield each trade reference; one that is still to be called has no answer."""
    for one in case.client_check.references:
        on = one.on or (case.client_check.on if one.answer != "unknown" else None)
        later = on is not None and on > as_of
        who = tuple(part for part in (one.name, one.contact, one.phone, one.email) if part)
        yield Answer("unknown" if later else one.answer, None if later else on, "", one.remark or "", who)


def _elsewhere(case: Case, question: str) -> Answer | None:
    debtor = case.debtor
    if question == "good_standing" and debtor.good_standing is not Known.UNKNOWN:
        return Answer(debtor.good_standing.value, source=THE_CASE)
    if question == "trade_name" and debtor.dba and debtor.dba_registered is not Known.UNKNOWN:
        registered = debtor.dba_registered is Known.YES
        return Answer("registered" if registered else "not_registered", source=THE_CASE)
    if question == "agent" and debtor.registered_agent:
        agent = debtor.registered_agent
        return Answer("named", source=THE_CASE, who=(agent.name, ", ".join(agent.address.lines)))
    return None
