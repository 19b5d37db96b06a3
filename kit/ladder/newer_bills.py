"""Bills of after a plan or a settlement: no part of it, and asked for by themselves."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kit.facts import Facts
from kit.model.money import ZERO, spoken


def newer_bills(facts: Facts, counted_on: date, kind: str, shown: str) -> str:
    """Return what is overdue on bills of after ``counted_on``, when the debt of a ``kind`` was counted, and what to do.

    Empty where nothing is. Letters state the whole account, so that they would ask for the debt agreed on as well.
    """
    newer = {one.id for one in facts.case.invoices if one.issued_on > counted_on}
    late: dict[str, Decimal] = {}
    for item in facts.ledger.items:
        if item.invoice in newer and item.days_overdue and item.collectable > 0:
            late[item.invoice] = late.get(item.invoice, ZERO) + item.collectable
    if not late:
        return ""
    names, are = ", ".join(late), "are" if len(late) > 1 else "is"
    amount = spoken(sum(late.values(), ZERO), facts.ledger.currency)
    return (
        f" {names} {are} no part of the {kind} and overdue, {amount}: ask with a new copy of the bill "
        f"(`kit invoice {shown} {next(iter(late))}`), or chase from a case apart."
    )
