"""The blanks of `letters/extension`: one later day to pay, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from kit.documents import wording
from kit.documents.contexts import demand_words, letterhead, plan_rows
from kit.documents.contexts.letter import Letter, opened
from kit.documents.contexts.letterhead import Way
from kit.documents.contexts.plan_rows import Planned
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.model.plan import PlanInterest, PlanTerms

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Extension(Letter):
    """The blanks of ``letters/extension``."""

    opening: str
    rows: tuple[Planned, ...]
    total: str
    dispute_sentence: str
    interest_sentence: str
    request: str
    ways: tuple[Way, ...]
    rest_sentence: str
    end_sentence: str
    unchanged_sentence: str
    reach: str


def decide(facts: Facts, request: Request) -> Request:
    """Return ``request`` with the later day; raises `KitError` where its terms are not of the day or of the debt."""
    terms = _terms(request)
    if terms.counted_on != facts.as_of or terms.debt != facts.ledger.totals.collectable:
        raise KitError("the terms were counted on another day; make the extension with `kit plan --extension` anew")
    return replace(request, pay_by=terms.last_on)


def build(facts: Facts, request: Request) -> Extension:
    """Fill the letter as of the day of ``facts``. Raises `KitError` as `decide` does."""
    terms = _terms(decide(facts, request))
    case, until = facts.case, wording.day(terms.last_on)
    total = wording.money(terms.total, case.currency)
    ways, where = letterhead.ways_to_pay(case), letterhead.where_to_pay(case)
    said = (
        f"Under our {letterhead.agreement_words(case)}, the following is open. We give you until {until} to pay it, "
        "whatever day was agreed before:"
    )
    return Extension(
        **opened(facts),
        subject=f"More time: {total} by {until}",
        opening=wording.sentences([demand_words.represented(facts), said]),
        rows=plan_rows.rows(case, facts.ledger, terms.counted_on),
        total=wording.money(terms.debt, case.currency),
        dispute_sentence=demand_words.dispute(facts),
        interest_sentence=_interest(terms, case.currency),
        request=f"Please pay {total}{where} so that it reaches us by {until}{':' if ways else '.'}",
        ways=ways,
        rest_sentence=(
            f"Until {until} has passed we send no reminder and take no step to collect it. You may pay sooner at any "
            "time."
        ),
        end_sentence=_end(terms),
        unchanged_sentence=(
            f"This letter gives more time for what is listed here and for nothing else. All else under our "
            f"{letterhead.agreement_words(case)} stays as it is, and so do your rights and ours."
        ),
        reach=letterhead.reach(case, facts.as_of),
    )


def _terms(request: Request) -> PlanTerms:
    if not isinstance(request.deal, PlanTerms) or request.deal.kind != "extension":
        raise KitError("more time needs its day: `kit plan CASE --extension --start DAY` makes the letter")
    return request.deal


def _interest(terms: PlanTerms, currency: str) -> str:
    """Return what is added until then."""
    added = terms.total - terms.debt
    if added <= 0:
        return "Nothing is added until then."
    rate = (
        f" at {wording.percent(terms.percent)} a year" if terms.interest is PlanInterest.RATE and terms.percent else ""
    )
    as_agreed = "" if rate else " as agreed before"
    more, total = wording.money(added, currency), wording.money(terms.total, currency)
    return (
        f"Interest{rate} goes on{as_agreed} until then and comes to {more}, so that {total} is to be paid on that day."
    )


def _end(terms: PlanTerms) -> str:
    last = wording.day(terms.last_on + timedelta(terms.grace_days))
    mail = f", which leaves {wording.count(terms.grace_days, 'day')} for the mail" if terms.grace_days else ""
    again = "the days, the interest and the charges that were agreed before hold again from then on"
    between = " Nothing is added for the time in between." if terms.interest is PlanInterest.NONE else ""
    return f"If it has not come by {last}{mail}, this letter has run out: {again}.{between}"
