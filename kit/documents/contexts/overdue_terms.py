"""The agreed terms about paying late, each with what follows from it today.

Only what the agreement of the case says is recalled. A term that the kit would
write into a contract by itself counts as said only where the case states it or
the kit's contract was made for it. Nothing here speaks of a suit, so who pays a
lawyer's fees after one is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from kit.documents import wording
from kit.documents.contexts import overdue
from kit.facts import Facts
from kit.ledger.account import Item
from kit.model.agreement import Interest, LateFee, RightsPass
from kit.model.case import WorkKind
from kit.model.document_ids import CONTRACT
from kit.model.event import Answer
from kit.model.money import ZERO

OBJECTED = (Answer.DISPUTES_WORK, Answer.DISPUTES_AMOUNT)


@dataclass(frozen=True, slots=True)
class Term:
    """One term: what was agreed, and what it comes to on the day of the letter."""

    agreed: str
    today: str


def terms(facts: Facts) -> tuple[Term, ...]:
    """Return the terms of the agreement that bear on what is open."""
    return tuple(term for found in (_due, _interest, _late_fee, _check, _costs, _more) for term in found(facts))


def _stated(facts: Facts, name: str) -> bool:
    """Whether the case says so itself, or the kit's own contract, which says it always, was made for it."""
    made = any(paper.document == CONTRACT for paper in facts.case.made)
    return made or name in facts.case.agreement.model_fields_set


def _late(facts: Facts) -> list[Item]:
    return [one.item for one in overdue.open_items(facts) if one.item.invoice and one.item.due_on]


def _oldest(facts: Facts) -> date | None:
    return min((item.due_on for item in _late(facts) if item.due_on), default=None)


def _due(facts: Facts) -> Iterator[Term]:
    days, oldest = facts.case.agreement.net_days, _oldest(facts)
    if days is None or oldest is None:
        return
    others = any(
        item.due_on and item.issued_on and item.due_on != item.issued_on + timedelta(days=days) for item in _late(facts)
    )
    apart = " unless it names another day" if others else ""
    when = f"within {wording.count(days, 'day')} of its date" if days else "when it is issued"
    ago = wording.count((facts.as_of - oldest).days, "day")
    first = "It was" if len(_late(facts)) == 1 else "The oldest was"
    yield Term(f"An invoice is due {when}{apart}.", f"{first} due on {wording.short_day(oldest)}, {ago} ago.")


def _interest(facts: Facts) -> Iterator[Term]:
    interest, running = facts.case.agreement.interest, facts.ledger.interest
    if interest is None or running is None or running.basis != "agreed":
        return
    kind = {"none": "Interest", "monthly": "Interest, compounded monthly,", "yearly": "Interest, compounded yearly,"}
    rate = f"{kind[interest.compounding]} of {wording.percent(interest.percent_a_year)} a year"
    agreed = f"{rate} {_from(interest)}{_where(interest.source)}."
    changed = [
        f"From {wording.day(change.starts)} the rate is {wording.percent(change.percent_a_year)}."
        for change in interest.changes
    ]
    today = _so_far(facts, sum((one.interest for one in overdue.open_items(facts)), ZERO))
    yield Term(wording.sentences([agreed, *changed]), f"{today}{_a_day(facts)}.")


def _from(interest: Interest) -> str:
    if interest.starts == "demand":
        return "from the day after it is asked for in writing"
    grace = wording.count(interest.grace_days, "day")
    if interest.grace_days and interest.starts == "after_grace":
        return f"once {grace} of grace have passed"
    late = f", unless it is paid within {grace}" if interest.grace_days else ""
    return f"from the day after the due date{late}"


def _late_fee(facts: Facts) -> Iterator[Term]:
    fee = facts.case.agreement.late_fee
    if fee is None or facts.terms.late_fee is None:
        return
    open_now = sum((one.fees for one in overdue.open_items(facts) if one.item.invoice), ZERO)
    yield Term(
        f"{_fee(facts, fee)}{_fee_limit(facts, fee)}{_where(fee.source)}.",
        f"{_so_far(facts, open_now)}.",
    )


def _fee(facts: Facts, fee: LateFee) -> str:
    late = f"more than {wording.count(fee.grace_days, 'day')} late" if fee.grace_days else "late"
    if fee.flat is not None:
        return f"A late charge of {wording.money(fee.flat, facts.case.currency)} is added to an invoice paid {late}"
    if fee.percent is not None:
        return f"A late charge of {wording.percent(fee.percent)} of what is overdue is added to an invoice paid {late}"
    each = "full month" if fee.month == "completed" else "month begun"
    grace = f", after {wording.count(fee.grace_days, 'day')} of grace" if fee.grace_days else ""
    rate = wording.percent(fee.percent_a_month or ZERO)
    return f"A late charge of {rate} of what is overdue is added for each {each} of delay{grace}"


def _fee_limit(facts: Facts, fee: LateFee) -> str:
    if fee.cap_amount is not None:
        return f", at most {wording.money(fee.cap_amount, facts.case.currency)} on one invoice"
    return f", at most {wording.percent(fee.cap_percent)} of the invoice" if fee.cap_percent is not None else ""


def _where(source: str | None) -> str:
    return f" ({source})" if source else ""


def _so_far(facts: Facts, amount: Decimal) -> str:
    return f"{wording.money(amount, facts.case.currency)} today" if amount else "Nothing today"


def _a_day(facts: Facts) -> str:
    daily = facts.ledger.per_diem.undisputed
    return f", then {wording.money(daily, facts.case.currency)} a day" if daily else ""


def _check(facts: Facts) -> Iterator[Term]:
    fee = facts.case.agreement.returned_check_fee
    charged = sum((one.fees for one in overdue.open_items(facts) if not one.item.invoice), ZERO)
    if fee is not None and charged:
        yield Term(
            f"A returned check costs {wording.money(fee, facts.case.currency)}, as far as the law allows.",
            f"{_so_far(facts, charged)}.",
        )


def _costs(facts: Facts) -> Iterator[Term]:
    if facts.case.agreement.collection_costs and _stated(facts, "collection_costs"):
        spent = sum((one.costs for one in overdue.open_items(facts)), ZERO)
        yield Term("The real and reasonable costs of collecting are owed too.", f"{_so_far(facts, spent)}.")


def _more(facts: Facts) -> Iterator[Term]:
    agreement, oldest = facts.case.agreement, _oldest(facts)
    if agreement.suspension_after_days is not None and oldest:
        days, goods = agreement.suspension_after_days, facts.case.work.kind is WorkKind.GOODS
        late = f"over {wording.count(days, 'day')} late" if days else "late"
        stop = "stop deliveries" if goods else "stop work"
        begins = oldest + timedelta(days=days + 1)
        so = f"That has been so since {wording.day(begins)}." if begins <= facts.as_of else "That is not yet so."
        yield Term(f"We may {stop} while an undisputed sum is {late}.", so)
    if agreement.dispute_within_days and _stated(facts, "dispute_within_days"):
        within = wording.count(agreement.dispute_within_days, "day")
        yield Term(f"Objections to an invoice are made in writing within {within}.", _objections(facts))
    services = facts.case.work.kind is WorkKind.SERVICES and any(one.principal for one in overdue.open_items(facts))
    if services and agreement.rights is RightsPass.ON_PAYMENT and _stated(facts, "rights"):
        yield Term("The rights in the work pass when it is paid in full.", "They pass with the payment.")


def _objections(facts: Facts) -> str:
    if facts.case.disputes:
        return "What you dispute is left out of this letter."
    if any(answer.reason in OBJECTED for answer in facts.case.answers):
        return "We have noted what you told us."
    return "We have no objection on record."
