"""Interest that the law allows before judgment, where the parties agreed none.

It is a figure for a court, worked out on the same principal and days. Where
the published rates end, the figure goes no further, and where something is
overdue a note asks for the rate: no paper claims that interest.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from kit.findings import KitError, note
from kit.ledger.interest import uncovered
from kit.ledger.schedule import due_items
from kit.ledger.terms import InterestTerms, RateSpan, Unpublished
from kit.model.case import Case
from kit.model.demands import demands_sent
from kit.model.inquiry import Inquiry
from kit.model.law import RateUnknown
from kit.model.law_debts import Compounding, Moves, RunsFrom
from kit.model.law_debts import InterestTerms as LegalTerms
from kit.model.law_names import RuleName
from kit.model.law_words import Say
from kit.model.selectors import first_due

DAY = timedelta(days=1)
RULE = RuleName.PREJUDGMENT_INTEREST
DISCRETION = "K171"  # a court decides
FROM_DUE = (RunsFrom.DUE_DATE, RunsFrom.BREACH, RunsFrom.CLAIM_AROSE)
MOVES: dict[Moves, Literal["follows", "fixed", "yearly"]] = {Moves.FIXED: "fixed", Moves.YEARLY: "yearly"}


def demanded_on(case: Case, as_of: date) -> date | None:
    """Return the day the first final demand went out, one made here or one's own."""
    return min((sent.on for sent in demands_sent(case) if sent.on <= as_of), default=None)


def legal_interest(case: Case, inquiry: Inquiry, as_of: date) -> tuple[InterestTerms | None, Unpublished | None]:
    """Return the interest that the law itself gives, if it is known to give any, and where its rates end."""
    first = first_due(case)
    if first is None or first >= as_of:
        return None, None
    answer = inquiry.ask(RuleName.PREJUDGMENT_TERMS, agreed=False)
    rule = answer.of(LegalTerms) if answer else None
    if rule is None or answer is None:
        return None, None
    if rule.court_decides is Say.YES:  # a ceiling or a discretion is no sum that is owed
        message = "a court decides whether legal interest is due, and how much; none is shown"
        inquiry.add(note(DISCRETION, message, law=answer.cite))
        return None, None
    demanded = demanded_on(case, as_of) if rule.runs_from is RunsFrom.DEMAND else None
    if rule.runs_from not in (*FROM_DUE, RunsFrom.INVOICE_DATE) and demanded is None:
        event = str(rule.runs_from).replace("_", " ")
        message = f"legal interest is counted from {event}, and no such day is on record; none is shown"
        inquiry.add(note("K173", message, law=answer.cite))
        return None, None
    issued = min(invoice.issued_on for invoice in case.invoices)
    start = issued if rule.runs_from is RunsFrom.INVOICE_DATE else first
    last = _last_due(case, as_of) if rule.moves is Moves.FIXED else as_of  # a rate that stays is asked for once
    rates, missing = _rates(case, inquiry, start + DAY, last)
    return (_terms(rule, answer.cite, rates, demanded) if rates else None), missing


def _terms(rule: LegalTerms, cite: str, rates: tuple[RateSpan, ...], demanded: date | None) -> InterestTerms:
    return InterestTerms(
        rates=rates,
        compounding="yearly" if rule.compounding is Compounding.YEARLY else "none",
        grace_days=rule.days_after or 0,
        grace="delays",
        runs_from=demanded,
        from_issue=rule.runs_from is RunsFrom.INVOICE_DATE,
        moves=MOVES.get(rule.moves, "follows"),
        basis="by_law",
        cite=cite,
    )


def _last_due(case: Case, as_of: date) -> date:
    """Return the latest due date that has passed."""
    dues = (item.due_on for invoice in case.invoices for item in due_items(case, invoice, as_of))
    return max(due for due in dues if due and due < as_of)


def _rates(case: Case, inquiry: Inquiry, start: date, last: date) -> tuple[tuple[RateSpan, ...], Unpublished | None]:
    """Return the law's rates for every day to ``last`` and the next, and behind their last figure the user's own."""
    end = last + 2 * DAY  # the day after is needed for the per diem
    known, stopped = _published(inquiry, start, end)
    if stopped is None:
        return known, None
    own = sorted((r for r in case.interest.rate_overrides if r.rule == RULE.value), key=lambda rate: rate.starts)
    ends = [*(rate.starts for rate in own[1:]), end][: len(own)]
    spans = [*known]
    for rate, after in zip(own, ends, strict=True):
        first = max(rate.starts, stopped.on)
        if first < after:
            spans.append(RateSpan(rate.percent, first, after, rate.source))
    gap = uncovered(spans, stopped.on, last + DAY)
    return tuple(spans), _unpublished(case, gap, stopped.read_at) if gap else None


def _unpublished(case: Case, gap: date, read_at: str) -> Unpublished:
    message = f"the rate of interest allowed by law for {gap} and after is not on record; those days are left out"
    own = f"`interest: {{rate_overrides: [{{rule: {RULE.value}, from: {gap}, percent: .., source: ..}}]}}`"
    fix = f"No paper asks for that interest. To see the whole figure, read the rate at {read_at} and add {own}."
    return Unpublished(gap, note("K162", message, case.place("interest"), fix=fix))


def _published(inquiry: Inquiry, start: date, end: date) -> tuple[tuple[RateSpan, ...], RateUnknown | None]:
    """Return the rates on record, and what is known of the first day whose figure is not."""
    try:
        spans = inquiry.rates(RULE, start, end, agreed=False)
    except RateUnknown as err:
        if err.on <= start:
            return (), err
        return _published(inquiry, start, err.on)[0], err
    except KitError as err:
        inquiry.unknown(RULE, str(err))
        return (), None
    return tuple(RateSpan(span.percent, span.start, span.end, span.cite) for span in spans), None
