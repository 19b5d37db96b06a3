"""Interest that the law allows before judgment, where the parties agreed none.

It is a figure for a court, worked out on the same principal and days. Where
the published rates end, the account asks for the figure and goes no further.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from kit.findings import KitError, note, stop
from kit.ledger.interest import uncovered
from kit.ledger.terms import InterestTerms, RateSpan
from kit.model.case import Case
from kit.model.inquiry import Inquiry
from kit.model.law import RateUnknown
from kit.model.law_debts import Compounding, Moves, RunsFrom
from kit.model.law_debts import InterestTerms as LegalTerms
from kit.model.law_names import RuleName
from kit.model.selectors import first_due

DAY = timedelta(days=1)
RULE = RuleName.PREJUDGMENT_INTEREST
FROM_DUE = (RunsFrom.DUE_DATE, RunsFrom.BREACH, RunsFrom.CLAIM_AROSE)
MOVES: dict[Moves, Literal["follows", "fixed", "yearly"]] = {Moves.FIXED: "fixed", Moves.YEARLY: "yearly"}


def demanded_on(case: Case, as_of: date) -> date | None:
    """Return the day the first demand for payment went out: a letter whose name says demand."""
    names = {made.n: made.document for made in case.made}
    days = []
    for sent in case.sent:
        called = (sent.document, sent.step, names.get(sent.made) if sent.made else None)
        if sent.on <= as_of and any("demand" in (name or "") for name in called):
            days.append(sent.on)
    return min(days, default=None)


def legal_interest(case: Case, inquiry: Inquiry, as_of: date) -> InterestTerms | None:
    """Return the interest that the law itself gives; None where it gives none, or nobody knows."""
    first = first_due(case)
    if first is None or first >= as_of:
        return None
    answer = inquiry.ask(RuleName.PREJUDGMENT_TERMS, agreed=False)
    rule = answer.of(LegalTerms) if answer else None
    if rule is None or answer is None:
        return None
    demanded = demanded_on(case, as_of) if rule.runs_from is RunsFrom.DEMAND else None
    if rule.runs_from not in (*FROM_DUE, RunsFrom.INVOICE_DATE) and demanded is None:
        event = str(rule.runs_from).replace("_", " ")
        message = f"legal interest is counted from {event}, and no such day is on record; none is shown"
        inquiry.add(note("K173", message, law=answer.cite))
        return None
    issued = min(invoice.issued_on for invoice in case.invoices)
    start = issued if rule.runs_from is RunsFrom.INVOICE_DATE else first
    last = _last_due(case, as_of) if rule.moves is Moves.FIXED else as_of  # a rate that stays is asked for once
    rates = _rates(case, inquiry, start + DAY, last)
    if not rates:
        return None
    return InterestTerms(
        rates=rates,
        compounding="yearly" if rule.compounding is Compounding.YEARLY else "none",
        grace_days=rule.days_after or 0,
        grace="delays",
        runs_from=demanded,
        from_issue=rule.runs_from is RunsFrom.INVOICE_DATE,
        moves=MOVES.get(rule.moves, "follows"),
        basis="by_law",
        cite=answer.cite,
    )


def _last_due(case: Case, as_of: date) -> date:
    """Return the latest due date that has passed."""
    dues = [due for invoice in case.invoices if (due := case.due_on(invoice))]
    dues += [part.due_on for invoice in case.invoices for part in invoice.instalments]
    return max(due for due in dues if due < as_of)


def _rates(case: Case, inquiry: Inquiry, start: date, last: date) -> tuple[RateSpan, ...]:
    """Return the law's rates for every day to ``last`` and the next, and behind their last figure the user's own."""
    end = last + 2 * DAY  # the day after is needed for the per diem
    known, stops_on = _published(inquiry, start, end)
    if stops_on is None:
        return known
    own = sorted((r for r in case.interest.rate_overrides if r.rule == RULE.value), key=lambda rate: rate.starts)
    ends = [*(rate.starts for rate in own[1:]), end][: len(own)]
    spans = [*known]
    for rate, after in zip(own, ends, strict=True):
        first = max(rate.starts, stops_on)
        if first < after:
            spans.append(RateSpan(rate.percent, first, after, rate.source))
    gap = uncovered(spans, stops_on, last + DAY)
    if gap:
        message = f"the rate of interest allowed by law for {gap} and after is not on record; those days are left out"
        fix = f"Add `interest: {{rate_overrides: [{{rule: {RULE.value}, from: {gap}, percent: .., source: ..}}]}}`."
        inquiry.add(stop("K162", message, fix=fix, overridable=True))
    return tuple(spans)


def _published(inquiry: Inquiry, start: date, end: date) -> tuple[tuple[RateSpan, ...], date | None]:
    """Return the rates on record, and the first day whose figure is not."""
    try:
        spans = inquiry.rates(RULE, start, end, agreed=False)
    except RateUnknown as err:
        if err.on <= start:
            return (), start
        return _published(inquiry, start, err.on)[0], err.on
    except KitError as err:
        inquiry.unknown(RULE, str(err))
        return (), None
    return tuple(RateSpan(span.percent, span.start, span.end, span.cite) for span in spans), None
