"""The blanks of `internal/stop-list`: what stops on the day an insolvency becomes known, and whom to tell.

What the file knows stands beside each point; what it does not know is said to be so, and a person ticks the box.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kit.checks.insolvency import SAID, whom
from kit.checks.stay_words import DAMAGES, DISCHARGE, STAY
from kit.documents import wording
from kit.documents.contexts import letterhead, log_lines
from kit.documents.contexts.account import citation
from kit.documents.contexts.letterhead import Remark
from kit.documents.contexts.request import Request
from kit.documents.contexts.stop_points import Point, Stop, allowed, stops, tells
from kit.facts import Facts
from kit.findings import KitError
from kit.model.bankruptcy import Bankruptcy
from kit.model.inquiry import Inquiry
from kit.model.law_names import RuleName
from kit.model.small_claims import Insolvency
from kit.model.stay import proceeding, stand_of


@dataclass(frozen=True, slots=True)
class StopList:
    """The blanks of ``internal/stop-list``."""

    footer: str
    lead: str
    particulars: tuple[Point, ...]
    stops: tuple[Stop, ...]
    tells: tuple[Point, ...]
    allowed: tuple[Remark, ...]
    command: str
    caution: str


def build(facts: Facts, request: Request) -> StopList:  # noqa: ARG001 - every document is built from facts and a request
    """Fill the list as of the day of ``facts``. Raises `KitError` where no insolvency freezes the debt."""
    case, today = facts.case, wording.day(facts.as_of)
    filed = case.bankruptcy if stand_of(case, facts.as_of).freezes else None
    seen = None if filed else proceeding(case, facts.as_of)
    if filed is None and seen is None:
        raise KitError(f"no bankruptcy or other insolvency of {case.debtor.name} holds letters back on {facts.as_of}")
    law = _law(facts, filed) if filed else ""
    return StopList(
        footer=letterhead.footer(case, f"stop list of {today}"),
        lead=_lead(facts, filed, law),
        particulars=tuple(_bankruptcy(facts, filed) if filed else _other(seen)),
        stops=tuple(stops(facts, bankrupt=filed is not None)),
        tells=tuple(tells(facts, filed, seen)),
        allowed=tuple(Remark(text) for text in allowed(facts, filed, seen)),
        command=log_lines.log(case.id, "checked --step stop-list"),
        caution=_caution(filed is not None),
    )


def _law(facts: Facts, filed: Bankruptcy) -> str:
    """Return where the freeze stands in the law, from the federal file where there is one."""
    discharged = filed.discharged(facts.as_of)
    rule = RuleName.DISCHARGE if discharged else RuleName.AUTOMATIC_STAY
    answer = Inquiry(facts.federal, {}).ask(rule, facts.as_of) if facts.federal else None
    return citation(answer.cite).rstrip(".") if answer else DISCHARGE if discharged else STAY


def _lead(facts: Facts, filed: Bankruptcy | None, law: str) -> str:
    name, today = facts.case.debtor.shown_name, wording.day(facts.as_of)
    if filed is None:
        return (
            f"{name}, {today}. Another proceeding has taken the claims: nothing that asks for money goes to the debtor."
        )
    return (
        f"{name}, {today}. From the petition on, nothing may be done to collect what was owed before it, whether or "
        f"not anybody has told us yet ({law})."
    )


def _bankruptcy(facts: Facts, filed: Bankruptcy) -> Iterator[Point]:
    chapter = filed.chapter_on(facts.as_of)
    yield Point("Petition", f"{wording.day(filed.petition_on)}{f', chapter {chapter}' if chapter else ''}")
    court = ", ".join(part for part in (filed.court, filed.district) if part)
    yield Point("Court and number", ", ".join(part for part in (court, filed.number) if part) or "not in the file yet")
    yield Point("Trustee", filed.trustee.name if filed.trustee else "not in the file yet")
    if filed.bar_date:
        yield Point("Claims by", wording.day(filed.bar_date))


def _other(seen: Insolvency | None) -> Iterator[Point]:
    if seen is None:
        return
    yield Point("What happened", f"The debtor {SAID[seen.kind]}")
    yield Point("Since", wording.day(seen.on))
    yield Point("Claims go to", whom(seen))
    yield Point("Claims by", wording.day(seen.claims_by) if seen.claims_by else "the day is not in the file: ask")


def _caution(bankrupt: bool) -> str:
    who = f"whoever breaks the stay knowingly may have to pay for it ({DAMAGES}). " if bankrupt else ""
    start = f"{who[:1].upper()}{who[1:]}"
    return f"{start}This kit gives no legal advice; where a point here is not plain, do nothing and ask a lawyer."
