"""What takers of the claim kept or were paid: the creditor's own cost, told beside an account and never in it.

A percentage that an agency keeps is no sum the debtor owes unless it agreed to it (Bradley v. Franklin Collection
Service, 739 F.3d 606).
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kit.model.agreed import away
from kit.model.case import Case
from kit.model.handoff import Taker, Title
from kit.model.money import ZERO, spoken, to_minor


def own_cost(case: Case, as_of: date) -> Decimal:
    """Return what was kept or paid up to ``as_of``."""
    return sum((to_minor(one.amount, case.currency) for one in case.commissions if one.on <= as_of), ZERO)


def own_cost_line(case: Case, as_of: date) -> str:
    """Return it in a sentence; empty where there was none."""
    cost = own_cost(case, as_of)
    who = {one.n: one.terms.who for one in case.handed_off}
    names = dict.fromkeys(who.get(one.entry, "") for one in case.commissions if one.on <= as_of)
    if not cost:
        return ""
    sum_ = spoken(cost, case.currency)
    return f"{', '.join(names)} kept or was paid {sum_}: your own cost, which the debtor does not owe."


def away_flags(case: Case, as_of: date) -> tuple[str, ...]:
    """Return where the claim is, in a word or two, and what that has cost."""
    words = {Taker.ATTORNEY: "with lawyer", Taker.AGENCY: "with agency", Taker.FACTOR: "SOLD"}
    found = ("SOLD" if one.terms.title is Title.SALE else words[one.terms.to] for one in away(case))
    cost = own_cost(case, as_of)
    return (*dict.fromkeys(found), *((f"own cost {spoken(cost, case.currency)}",) if cost else ()))
