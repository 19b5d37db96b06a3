"""The blanks of `letters/judgment-demand`: a judgment debtor is asked to pay what the judgment says.

It threatens nothing: it names the sum, what each day adds, how to pay, and that
the court will be told when the judgment is paid.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from kit.documents import wording
from kit.documents.contexts import demand_words, judgment_words, letterhead
from kit.documents.contexts.account import Sum
from kit.documents.contexts.court_law import court_law
from kit.documents.contexts.judgment_words import JudgmentLine, JudgmentRate
from kit.documents.contexts.letter import Letter, opened
from kit.documents.contexts.letterhead import Way
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.model.business_days import next_business_day

DAYS = 14  # manners: long enough to answer


@dataclass(frozen=True, slots=True)
class JudgmentDemand(Letter):
    """The blanks of ``letters/judgment-demand``."""

    opening: str
    against: str
    sums: tuple[Sum, ...]
    total_due: str
    interest_sentence: str
    request: str
    ways: tuple[Way, ...]
    answer_sentence: str
    lines: tuple[JudgmentLine, ...]
    rates: tuple[JudgmentRate, ...]


def decide(facts: Facts, request: Request) -> Request:
    """Return ``request`` with its last day to pay, 14 days on unless it names one. Raises `KitError` for a past day."""
    if request.pay_by and request.pay_by <= facts.as_of:
        raise KitError(f"{request.pay_by} is not after the day of the letter, {facts.as_of}")
    last = request.pay_by or next_business_day(facts.as_of + timedelta(DAYS), facts.case.debtor.state)
    return replace(request, pay_by=last)


def build(facts: Facts, request: Request) -> JudgmentDemand:
    """Fill the letter as of the day of ``facts``; raises `KitError` where there is no judgment to be paid."""
    case, account, law = facts.case, judgment_words.judgment_of(facts), court_law(facts)
    until = wording.day(decide(facts, request).pay_by or facts.as_of)
    total, today = wording.money(account.total, case.currency), wording.day(facts.as_of)
    ways, where = letterhead.ways_to_pay(case), letterhead.where_to_pay(case)
    added = ", and what is added until it arrives," if judgment_words.daily(facts) else ""
    represented = demand_words.represented(facts)
    said = f"This letter is about the {judgment_words.named(facts, law)}. This much of it is open today:"
    return JudgmentDemand(
        **opened(facts, enclosures=f"account of the judgment as of {today}"),
        subject=f"Judgment of {wording.day(account.entered_on)}: please pay {total} by {until}",
        opening=wording.sentences([represented, said]),
        against=judgment_words.against(facts),
        sums=judgment_words.left(facts),
        total_due=total,
        interest_sentence=judgment_words.interest(facts),
        request=f"Please pay {total}{added}{where} so that it reaches us by {until}{':' if ways else '.'}",
        ways=ways,
        answer_sentence=answer(facts),
        lines=judgment_words.lines(facts),
        rates=judgment_words.rates(facts),
    )


def answer(facts: Facts) -> str:
    """Return how to object, to ask for time, or to say that the money is on its way."""
    reach = letterhead.reach(facts.case, facts.as_of)
    return (
        "If a payment is missing in the account that comes with this letter, or something else in it is wrong, tell us "
        f"which and why; we will look at it and answer. If you cannot pay it all at once, {reach} before that day: we "
        "would rather agree on installments in writing. If you have just paid, thank you; please tell us the day and "
        "the reference."
    )
