"""One line a case: what is owed, since when, what was done last and what comes next.

A case whose files cannot be read is a line too, with its first fault; the rest
of the folder does not wait for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from kit.checks.stay_papers import not_to_be_sent
from kit.cli.case_folders import case_folders, days_overdue, fault_of
from kit.cli.own_cost import away_flags
from kit.escalation import Prospect, overview
from kit.findings import KitError
from kit.ledger.account import Ledger
from kit.ledger.ageing import Ageing, ageing
from kit.load.text_file import shown_path
from kit.model.case import Case
from kit.model.document_ids import short_id
from kit.model.money import ZERO
from kit.model.paper_event import Made, Sent
from kit.model.stay import Stand, proceeding, stand_of
from kit.model.suit import suit_of

NOTHING = Ageing()


@dataclass(frozen=True, slots=True)
class Row:
    """A case on one day. ``fault`` alone is filled where the case cannot be read."""

    case: str  # the folder, as typed from here
    debtor: str = ""
    currency: str = "USD"
    owed: Decimal = ZERO
    oldest_due: date | None = None
    days_overdue: int = 0
    last: str = ""
    last_on: date | None = None
    next: str = ""
    next_on: date | None = None
    ageing: Ageing = NOTHING
    flags: tuple[str, ...] = ()
    stops: int = 0  # findings that stand in the way of a paper
    fault: str = ""


def rows(folder: Path, as_of: date) -> list[Row]:
    """Return a row for each case in ``folder``, the largest first; one case is in memory at a time."""
    return sorted((row(path, as_of) for path in case_folders(folder)), key=_order)


def _order(row: Row) -> tuple[bool, str, Decimal, str]:
    return (bool(row.fault), row.currency, -row.owed, row.case)


def row(path: Path, as_of: date) -> Row:
    """Return the row of the case in ``path``."""
    shown = shown_path(path)
    try:
        found = overview(path, as_of=as_of)
    except (KitError, OSError) as err:
        return Row(shown, fault=fault_of(err))
    return _row(shown, found, as_of)


def _row(shown: str, found: Prospect, as_of: date) -> Row:
    case, ledger = found.facts.case, found.facts.ledger
    owing = [item for item in ledger.items if item.due_on and item.balance > 0] if not ledger.judgment else []
    due = [item.due_on for item in owing if item.due_on]
    if ledger.judgment and ledger.judgment.total:
        due = [ledger.judgment.entered_on]
    last, last_on = _last(case)
    ahead = found.next
    return Row(
        case=shown,
        debtor=case.debtor.name,
        currency=ledger.currency,
        owed=ledger.owed,
        oldest_due=min(due, default=None),
        days_overdue=days_overdue(found.facts) if due else 0,
        last=last,
        last_on=last_on,
        next=ahead.short,
        next_on=ahead.on,
        ageing=ageing(ledger),
        flags=_flags(case, ledger, as_of),
        stops=sum(finding.stops for finding in found.findings),
    )


def _last(case: Case) -> tuple[str, date | None]:
    """Return what was last sent or made, by the order of the record."""
    for event in reversed(case.events):
        if isinstance(event, Sent):
            return f"{event.step or short_id(event.document or 'a paper')} sent", event.on
        if isinstance(event, Made):
            return f"{event.step or short_id(event.document)} made", event.on
    return "", None


def _flags(case: Case, ledger: Ledger, as_of: date) -> tuple[str, ...]:
    filed = case.bankruptcy
    found = []
    if filed and filed.petition_on <= as_of:
        found.append(_bankruptcy_flag(stand_of(case, as_of)))
    if seen := proceeding(case, as_of):
        found.append(seen.kind.value.upper())
    if waiting := not_to_be_sent(case, as_of):
        found.append(f"{len(waiting)} not to be sent")
    if stage := _court_flag(case):
        found.append(stage)
    found += away_flags(case, as_of)
    if case.disputes and not ledger.judgment:
        found.append("disputed")
    if any(one.review_on is None or one.review_on > as_of for one in case.holds):
        found.append("held")
    if any(one.by < as_of for one in case.promises) and ledger.totals.overdue > 0 and not ledger.judgment:
        found.append("promise passed")
    return tuple(found)


def _bankruptcy_flag(stand: Stand) -> str:
    """Return what a petition makes of the debt, in a word or two: in capitals where nothing may be sent."""
    if stand is Stand.DISCHARGED:
        return "DISCHARGED"
    return "BANKRUPTCY" if stand.freezes else f"bankruptcy {stand.value}"


def _court_flag(case: Case) -> str:
    """Return where the claim stands in court, in a word."""
    suit = suit_of(case)
    if suit is None:
        return ""
    if suit.dismissed:
        return "dismissed"
    return "appealed" if suit.appealed else "judgment" if suit.judgment else "in court"
