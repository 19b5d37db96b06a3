"""What a paper about a judgment may name: sums of its account, and the installments of a plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_CEILING, Decimal

from dateutil.relativedelta import relativedelta

from kit.documents.contexts import judgment_plan
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.ledger.judgment_account import Act
from kit.ledger.judgment_plan import plan_for
from kit.model.business_days import next_business_day

PLAN = Request("letters/judgment-plan")


def judgment_amounts(known: Facts) -> Iterator[Decimal]:
    """Return what a judgment comes to, what came in on it, and six equal sums with what is left for the last."""
    judgment = known.ledger.judgment
    if judgment is None:
        return
    came = sum((-one.amount for one in judgment.postings if one.act in (Act.PAYMENT, Act.REVERSAL)), Decimal(0))
    yield from (judgment.awarded.total, judgment.total, came, came - judgment.overpaid)
    yield sum((one.amount for one in judgment.postings if one.act is Act.WAIVER), Decimal(0))
    if judgment.total and judgment.won:
        asked = judgment_plan.decide(known, PLAN)
        share = (judgment.total / asked.instalments).quantize(Decimal("0.01"), ROUND_CEILING)
        plan = plan_for(
            known.case, known.terms, known.forum, open_=judgment.total, first=asked.first_on, count=asked.instalments
        )
        last = plan.instalments[-1].amount
        whole = share * (asked.instalments - 1) + last
        yield from (share, last, whole, whole - judgment.total)


def judgment_days(known: Facts) -> Iterator[date]:
    """Return the business days on which monthly installments of a judgment fall, and the last day to answer."""
    if known.ledger.judgment is None or not known.ledger.judgment.total:
        return
    asked = judgment_plan.decide(known, PLAN)
    yield asked.pay_by
    for month in range(judgment_plan.COUNT):
        yield next_business_day(asked.first_on + relativedelta(months=month), known.case.debtor.state)
