"""Instalments on a judgment: equal sums month by month, and a last one that pays whatever is open then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal

from kit.findings import KitError
from kit.ledger.judgment import judged
from kit.ledger.plan_schedule import Every, due_days
from kit.ledger.terms import Terms
from kit.model.account import Payment
from kit.model.case import Case
from kit.model.law import Jurisdiction
from kit.model.money import ZERO, minor_unit

MOST = 60  # instalments; a longer plan is no plan


@dataclass(frozen=True, slots=True)
class Planned:
    """One instalment."""

    number: int
    due_on: date
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Plan:
    """All of them, and the interest within, if each arrives on its day."""

    instalments: tuple[Planned, ...]
    interest: Decimal  # that runs until the last day, at the rates on record today

    @property
    def total(self) -> Decimal:
        """What the instalments come to."""
        return sum((one.amount for one in self.instalments), ZERO)


def plan_for(case: Case, terms: Terms, forum: Jurisdiction | None, *, open_: Decimal, first: date, count: int) -> Plan:
    """Return ``count`` instalments for ``open_``, the first due on ``first``, on business days of the debtor's state.

    The account itself is run with each payment on its day, so that the last instalment closes it to the cent. Raises
    `KitError` for a count that makes no plan.
    """
    unit = minor_unit(case.currency)
    if not 2 <= count <= MOST:  # noqa: PLR2004 - one payment is no plan
        raise KitError(f"a plan has 2 to {MOST} installments, not {count}")
    share = (open_ / count).quantize(unit, ROUND_CEILING)
    if share * (count - 1) >= open_:
        raise KitError(f"{open_} is too little for {count} installments")
    days = due_days(first, Every.MONTH, count, case.debtor.state)
    paid = tuple(
        Payment.model_validate({"id": f"plan {number}", "on": day.isoformat(), "amount": str(share)})
        for number, day in enumerate(days[:-1], 1)
    )
    then = case.model_copy(update={"payments": (*case.payments, *paid)})
    account = judged(then, terms, days[-1], forum)[0].judgment
    last = account.total if account else open_ - share * (count - 1)
    parts = [Planned(number, day, share) for number, day in enumerate(days[:-1], 1)]
    plan = (*parts, Planned(count, days[-1], last))
    return Plan(plan, sum((one.amount for one in plan), ZERO) - open_)
