"""The schedule behind a demand: what is open item by item, and what each charge rests on.

The last column adds up to everything owed; from there the letter's lines lead
to what it asks for.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kit.documents import wording
from kit.documents.contexts import account, letterhead
from kit.documents.contexts.account import Sum, citation
from kit.documents.contexts.letterhead import Remark
from kit.facts import Facts
from kit.ledger.account import Item, Kind
from kit.model.money import ZERO


@dataclass(frozen=True, slots=True)
class Owed:
    """One open item."""

    invoice: str
    due: str
    charged: str
    settled: str
    unpaid: str
    extra: str
    owed: str


def due_items(facts: Facts) -> tuple[Item, ...]:
    """Return the items past their day with something owed that is not disputed."""
    return tuple(item for item in facts.ledger.claimable if item.invoice and item.collectable > 0)


def rows(facts: Facts) -> tuple[Owed, ...]:
    """Return every item on which something is owed, disputed and not yet due ones included."""
    return tuple(_row(facts, item) for item in facts.ledger.items if item.balance)


def _row(facts: Facts, item: Item) -> Owed:
    def shown(amount: Decimal) -> str:
        return wording.bare_money(amount, facts.case.currency)

    extra = item.interest + item.fees + item.costs
    if not item.invoice:
        return Owed("Charges of the account", "", "", "", "", shown(extra), shown(item.balance))
    return Owed(
        _name(facts, item),
        letterhead.due_words(item.due_on),
        shown(item.original),
        shown(item.original - item.principal),
        shown(item.principal),
        shown(extra),
        shown(item.balance),
    )


def _name(facts: Facts, item: Item) -> str:
    part = f" ({item.number} of {item.of})" if item.of > 1 else ""
    marks = []
    if item.disputed:
        amount = wording.bare_money(item.disputed, facts.case.currency)
        marks.append("disputed" if item.disputed == item.balance else f"{amount} of it disputed")
    if not item.days_overdue:
        marks.append("not yet due")
    return ", ".join([item.invoice + part, *marks])


def totals(facts: Facts) -> Owed:
    """Return the sums under the rows."""
    items = [item for item in facts.ledger.items if item.balance]

    def shown(amounts: list[Decimal]) -> str:
        return wording.bare_money(sum(amounts, ZERO), facts.case.currency)

    bills = [item for item in items if item.invoice]
    return Owed(
        "Total",
        "",
        shown([item.original for item in bills]),
        shown([item.original - item.principal for item in bills]),
        shown([item.principal for item in items]),
        shown([item.balance - item.principal for item in items]),
        shown([item.balance for item in items]),
    )


def sums(facts: Facts) -> tuple[Sum, ...]:
    """Return the lines between what is owed and what is asked; they add up by construction."""
    case, owed = facts.case, facts.ledger.totals
    gross = owed.principal + owed.interest + owed.fees + owed.costs
    later = gross - owed.disputed - owed.unapplied - facts.ledger.demandable
    return (
        *account.parts(case, facts.ledger),
        *account.less("Disputed, not asked for here", owed.disputed, case.currency),
        *account.less("Not yet due", later, case.currency),
        *account.less("Money we hold for you", owed.unapplied, case.currency),
    )


def remarks(facts: Facts, more: tuple[str, ...]) -> tuple[Remark, ...]:
    """Return what each kind of charge rests on, and ``more``."""
    order = account.order_sentence(facts.case, facts.ledger)
    texts = (*_agreed(facts), *_checks_and_costs(facts), order, *_by_law(facts), *more)
    return tuple(Remark(text) for text in texts if text)


def _agreed(facts: Facts) -> list[str]:
    agreement, texts = facts.case.agreement, []
    if account.spans(facts.case, facts.ledger):
        where = letterhead.source_words(agreement.interest.source if agreement.interest else None)
        days = "In the table of interest, the first and the last day of a line both count."
        texts.append(f"Interest is charged as agreed{where}. {days}")
    if any(posting.kind is Kind.LATE_FEE for posting in facts.ledger.postings):
        where = letterhead.source_words(agreement.late_fee.source if agreement.late_fee else None)
        texts.append(f"Late charges are charged as agreed{where}.")
    return texts


def _checks_and_costs(facts: Facts) -> list[str]:
    checks = [posting for posting in facts.ledger.postings if posting.kind is Kind.RETURNED_CHECK and posting.cite]
    texts = [f"Returned-check charge: {citation(cite)}." for cite in dict.fromkeys(one.cite for one in checks)]
    posted = {posting.ref for posting in facts.ledger.postings if posting.kind is Kind.COST}
    return texts + [f"{cost.text}: {cost.source}." for cost in facts.case.costs if cost.id in posted and cost.source]


def _by_law(facts: Facts) -> list[str]:
    beside = facts.ledger.by_law
    if beside is None or not beside.amount:
        return []
    amount = wording.money(beside.amount, facts.case.currency)
    until = f"through {wording.day(beside.through)}" if beside.through else "to this day"
    may = f"A court may add interest allowed by law, {amount} {until} ({citation(beside.cite)})."
    return [f"No interest was agreed, and none is asked for here. {may}"]
