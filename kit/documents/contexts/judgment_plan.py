"""The blanks of `letters/judgment-plan`: a judgment debtor is offered to pay in installments.

The offer leaves the judgment as it is; the debtor accepts it by signing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from kit.documents import wording
from kit.documents.contexts import demand_words, judgment_words, letterhead
from kit.documents.contexts.account import Sum
from kit.documents.contexts.court_law import court_law
from kit.documents.contexts.letter import Letter, opened
from kit.documents.contexts.letterhead import Way
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.ledger.judgment_plan import Plan, plan_for
from kit.model.business_days import next_business_day

DAYS = 14  # manners: to think it over and sign
FIRST = timedelta(days=30)
COUNT = 6
GRACE = 10  # days after an instalment's day before the plan ends


@dataclass(frozen=True, slots=True)
class Row:
    """One instalment."""

    number: str
    due: str
    amount: str


@dataclass(frozen=True, slots=True)
class JudgmentPlan(Letter):
    """The blanks of ``letters/judgment-plan``."""

    opening: str
    sums: tuple[Sum, ...]
    total_due: str
    offer: str
    rows: tuple[Row, ...]
    plan_total: str
    interest_sentence: str
    ways: tuple[Way, ...]
    where_to_pay: str
    late_sentence: str
    accept_sentence: str
    accepted: str
    debtor: str
    company: str


def decide(facts: Facts, request: Request) -> Request:
    """Return ``request`` with the day to answer by, the number of instalments and the first one's day.

    Raises `KitError` for days that have passed.
    """
    state = facts.case.debtor.state
    last = request.pay_by or next_business_day(facts.as_of + timedelta(DAYS), state)
    first = request.first_on or next_business_day(max(facts.as_of + FIRST, last + timedelta(1)), state)
    if last <= facts.as_of:
        raise KitError(f"{last} is not after the day of the letter, {facts.as_of}")
    if first <= last:
        raise KitError(f"the first installment, {first}, is due before the answer is, {last}")
    return replace(request, pay_by=last, first_on=first, instalments=request.instalments or COUNT)


def build(facts: Facts, request: Request) -> JudgmentPlan:
    """Fill the offer as of the day of ``facts``; raises `KitError` where there is no judgment to be paid."""
    case, account, law = facts.case, judgment_words.judgment_of(facts), court_law(facts)
    request = decide(facts, request)
    total, until = wording.money(account.total, case.currency), wording.day(request.pay_by or facts.as_of)
    plan = plan_for(
        case,
        facts.terms,
        facts.forum,
        open_=account.total,
        first=request.first_on or facts.as_of,
        count=request.instalments,
    )
    ways = letterhead.ways_to_pay(case)
    said = f"This letter is about the {judgment_words.named(facts, law)}. This much of it is open today:"
    return JudgmentPlan(
        **opened(facts),
        subject=f"Judgment of {wording.day(account.entered_on)}: an offer to pay in installments",
        opening=wording.sentences([demand_words.represented(facts), said]),
        sums=judgment_words.left(facts),
        total_due=total,
        offer=(
            "You need not pay it in one sum. We offer that you pay it as follows; while you keep to the plan, we ask "
            "for nothing more and take no other step to collect:"
        ),
        rows=_rows(facts, plan),
        plan_total=wording.money(plan.total, case.currency),
        interest_sentence=_interest(facts, plan),
        ways=ways,
        where_to_pay=f"Please pay each installment{letterhead.where_to_pay(case)}{':' if ways else '.'}",
        late_sentence=_late(facts),
        accept_sentence=(
            f"If you agree, sign below and return this letter so that it reaches us by {until}; the offer stands until "
            "then. Keep a copy."
        ),
        accepted=(
            f"I accept the plan of {wording.day(facts.as_of)} for the judgment of {wording.day(account.entered_on)}: "
            f"{wording.count(len(plan.instalments), 'installment')}, {wording.money(plan.total, case.currency)} in all."
        ),
        debtor=case.debtor.shown_name,
        company="" if case.debtor.kind.natural_person else "yes",
    )


def _rows(facts: Facts, plan: Plan) -> tuple[Row, ...]:
    return tuple(
        Row(str(one.number), wording.day(one.due_on), wording.money(one.amount, facts.case.currency))
        for one in plan.instalments
    )


def _interest(facts: Facts, plan: Plan) -> str:
    """Return what of the plan is interest, and why the last instalment differs."""
    if judgment_words.judgment_of(facts).percent is None:
        return (
            "These sums hold no interest since the judgment. Before the last of them is due we will tell you what it "
            "comes to."
        )
    if plan.interest <= 0:
        return "No interest is added while you pay by this plan, so far as we know today."
    amount = wording.money(plan.interest, facts.case.currency)
    return (
        f"Within these sums {amount} is interest on the judgment until the last day, at the rate of today and if each "
        "installment arrives on its day. You may pay sooner or more at any time; the last installment is then less."
    )


def _late(facts: Facts) -> str:
    reach = letterhead.reach(facts.case, facts.as_of)
    return (
        f"If an installment has not reached us {GRACE} days after its day, the plan ends: all that you paid counts, "
        f"and the rest of the judgment is open as before. If a payment will be late, {reach} before its day. "
        "The plan changes nothing in the judgment itself. When the judgment is paid in full, we will sign the "
        "acknowledgment that it is satisfied, file it with the court, and send you a copy."
    )
