"""What a judgment bears: its own words first, else the law of the court, else a question.

Nothing is guessed. Where the rate is not known, or the law does not say from
when interest runs, none is charged and a finding asks for it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from kit.findings import Finding, KitError, note
from kit.ledger.interest import uncovered
from kit.ledger.resolution import BUCKETS
from kit.ledger.terms import InterestTerms, RateSpan
from kit.model.agreement import Bucket
from kit.model.case import Case
from kit.model.court_event import Judgment
from kit.model.inquiry import Inquiry
from kit.model.law import Answer, Jurisdiction, RateUnknown
from kit.model.law_contracts import PaymentApplication
from kit.model.law_debts import Compounding, ContractRate, JudgmentTerms, Moves, RunsFrom
from kit.model.law_names import RuleName
from kit.model.law_words import ChosenBy, Say
from kit.model.selectors import days_of, selectors_of

DAY = timedelta(days=1)
RULE = RuleName.JUDGMENT_INTEREST
USUAL = (Bucket.COSTS, Bucket.FEES, Bucket.INTEREST, Bucket.PRINCIPAL)
OWN = "the judgment"
NO_RATE, NO_TERMS, ON_ALL = "K691", "K692", "K693"
Moving = Literal["follows", "fixed", "yearly"]
MOVES: dict[Moves, Moving] = {Moves.FOLLOWS: "follows", Moves.YEARLY: "yearly"}


@dataclass(frozen=True, slots=True)
class Bearing:
    """What a judgment bears, how payments count, and every doubt about it."""

    interest: InterestTerms | None = None  # None: none is charged
    on_all: bool = False  # costs and interest awarded bear interest too
    on_all_cite: str = ""
    order: tuple[Bucket, ...] = USUAL
    order_cite: str = ""  # empty: the usual order, where no law is on record
    through: date | None = None  # the last day charged, where the rates on record end before the account's day
    findings: tuple[Finding, ...] = ()
    used: tuple[Answer, ...] = ()


def bearing_of(case: Case, judgment: Judgment, law: Jurisdiction | None, as_of: date) -> Bearing:
    """Return what ``judgment`` bears up to ``as_of`` under ``law``, that of the court."""
    if law is None:
        return _without_law(case, judgment)
    selectors = {**selectors_of(case), "amount": judgment.total, "agreed": case.agreement.interest is not None}
    inquiry = Inquiry(law, selectors, {**days_of(case, as_of), ChosenBy.JUDGMENT: judgment.on})
    answer = inquiry.ask(RuleName.JUDGMENT_TERMS, judgment.on)
    terms = answer.of(JudgmentTerms) if answer else None
    through: list[date] = []
    interest = _interest(case, judgment, inquiry, terms, as_of, through)
    on_all, cite = _on_all(case, judgment, inquiry, terms, answer.cite if answer else "")
    paid = any(payment.on >= judgment.on for payment in case.payments)
    order, order_cite = _order(inquiry, judgment.on) if paid else (USUAL, "")  # a rule that nothing asks is not doubted
    return Bearing(
        interest=interest,
        on_all=on_all,
        on_all_cite=cite,
        order=order,
        order_cite=order_cite,
        through=min(through, default=None),
        findings=tuple(inquiry.findings),
        used=tuple(inquiry.used),
    )


def _without_law(case: Case, judgment: Judgment) -> Bearing:
    own = _own(judgment)
    found = () if own else (_no_rate(case, judgment, "the law of the court is not on record"),)
    return Bearing(interest=own, on_all=judgment.interest_on_all, on_all_cite=OWN, findings=found)


def _own(judgment: Judgment) -> InterestTerms | None:
    """Return the judgment's own rate, simple, from the day after its entry."""
    if judgment.percent_a_year is None:
        return None
    rates = (RateSpan(judgment.percent_a_year, judgment.on, None, OWN),)
    return InterestTerms(rates, runs_from=judgment.on, moves="fixed", cite=OWN)


def _interest(
    case: Case, judgment: Judgment, inquiry: Inquiry, terms: JudgmentTerms | None, as_of: date, through: list[date]
) -> InterestTerms | None:
    """Return the interest; the judgment's own rate goes first, then an agreed one that the law lets go on."""
    if terms is None or terms.runs_from is not RunsFrom.JUDGMENT:
        if own := _own(judgment):
            return own
        inquiry.add(_no_rate(case, judgment, "from when interest runs on a judgment is not on record for this court"))
        return None
    compounds = terms.compounding is Compounding.YEARLY
    rates, moves = _rates(case, judgment, inquiry, terms, as_of, through)
    if not rates:
        return None
    if terms.compounding is Compounding.NOT_RESEARCHED:
        message = "whether interest on a judgment bears interest itself is not on record; it was counted as simple"
        inquiry.add(note(NO_TERMS, message, fix="Ask the clerk of the court before you ask for more."))
    return InterestTerms(
        rates=rates,
        compounding="yearly" if compounds else "none",
        runs_from=judgment.on + timedelta(days=terms.days_after or 0),
        moves=moves,
        basis="by_law",
        cite=rates[0].cite,
    )


def _rates(
    case: Case, judgment: Judgment, inquiry: Inquiry, terms: JudgmentTerms, as_of: date, through: list[date]
) -> tuple[tuple[RateSpan, ...], Moving]:
    """Return the rates from the day of judgment on, and what a later rate does."""
    if own := _own(judgment):
        return own.rates, "fixed"
    if agreed := _agreed(case, terms):
        return agreed, "follows"
    fixed = terms.moves not in MOVES or inquiry.law.chosen_by(RULE) is ChosenBy.JUDGMENT
    end = judgment.on + DAY if fixed else as_of + 2 * DAY  # the day after is needed for the per diem
    spans, stopped = _published(inquiry, judgment.on, end)
    spans += _supplied(case, spans[-1].end if spans else judgment.on, end)
    if fixed and spans:
        _may_have_moved(inquiry, terms)
        return (replace(spans[0], end=None),), "fixed"
    gap = uncovered(spans, judgment.on + DAY, as_of + DAY)
    if gap:
        inquiry.add(_no_rate(case, judgment, f"the rate for {gap} and after is not on record", stopped))
        through.append(gap - DAY)
    return tuple(spans), MOVES.get(terms.moves, "fixed")


def _agreed(case: Case, terms: JudgmentTerms) -> tuple[RateSpan, ...]:
    """Return the agreement's own rates, where the law lets them go on after judgment."""
    agreed = case.agreement.interest
    goes_on = terms.ends_contract_rate is Say.NO and terms.contract_rate in (ContractRate.HONOURED, ContractRate.CAPPED)
    if agreed is None or not goes_on:
        return ()
    changes = sorted(agreed.changes, key=lambda change: change.starts)
    percents = [agreed.percent_a_year, *(change.percent_a_year for change in changes)]
    starts = [None, *(change.starts for change in changes)]
    ends = [*(change.starts for change in changes), None]
    most = terms.contract_rate_up_to if terms.contract_rate is ContractRate.CAPPED else None
    cite = agreed.source or "the agreement"
    lowest = [percent if most is None else min(percent, Decimal(most)) for percent in percents]
    return tuple(RateSpan(p, a, b, cite) for p, a, b in zip(lowest, starts, ends, strict=True))


def _published(inquiry: Inquiry, start: date, end: date) -> tuple[list[RateSpan], str]:
    """Return the rates on record from ``start``, and where the next figure is read if they end before ``end``."""
    try:
        spans = inquiry.rates(RULE, start, end)
    except RateUnknown as err:
        known = _published(inquiry, start, err.on)[0] if err.on > start else []
        return known, err.read_at
    except KitError as err:
        inquiry.unknown(RULE, str(err))
        return [], ""
    return [RateSpan(span.percent, span.start, span.end, span.cite) for span in spans], ""


def _supplied(case: Case, start: date | None, end: date) -> list[RateSpan]:
    """Return the rates that the user read, from where the law's record ends."""
    own = sorted((one for one in case.interest.rate_overrides if one.rule == RULE.value), key=lambda one: one.starts)
    if start is None:
        return []
    ends = [*(one.starts for one in own[1:]), end]
    pairs = ((one, max(one.starts, start), after) for one, after in zip(own, ends, strict=False))
    return [RateSpan(one.percent, first, after, one.source) for one, first, after in pairs if first < after]


def _may_have_moved(inquiry: Inquiry, terms: JudgmentTerms) -> None:
    if terms.moves is Moves.NOT_RESEARCHED and inquiry.law.chosen_by(RULE) is not ChosenBy.JUDGMENT:
        message = "whether the rate of a judgment follows later rates is not on record; that of its entry was kept"
        inquiry.add(note(NO_TERMS, message, fix="Ask the clerk of the court, or record the rate with `--rate`."))


def _no_rate(case: Case, judgment: Judgment, why: str, read_at: str = "") -> Finding:
    message = f"{why}, so no interest on the judgment is shown for those days"
    where = f" It is read at {read_at}." if read_at else ""
    fix = (
        f"Read the judgment, or ask the clerk: record it anew with its rate (`kit log CASE undo {judgment.n}`, then "
        "`judgment ... --rate`), or add "
        f"`interest: {{rate_overrides: [{{rule: {RULE.value}, from: {judgment.on}, percent: .., source: ..}}]}}`."
        f"{where}"
    )
    return note(NO_RATE, message, case.origin(f"entry:{judgment.n}"), fix=fix)


def _on_all(
    case: Case, judgment: Judgment, inquiry: Inquiry, terms: JudgmentTerms | None, cite: str
) -> tuple[bool, str]:
    """Return whether all that was awarded bears interest, and who says so."""
    if judgment.interest_on_all:
        return True, OWN
    said = terms.interest_on_all if terms else Say.NOT_RESEARCHED
    if said is Say.NOT_RESEARCHED and judgment.total != judgment.principal:
        message = "whether costs and interest that were awarded bear interest is not on record; only the debt does here"
        fix = "If the judgment says so, record it with `--interest-on-all`."
        inquiry.add(note(ON_ALL, message, case.origin(f"entry:{judgment.n}"), fix=fix))
    return said is Say.YES, cite if said is Say.YES else ""


def _order(inquiry: Inquiry, on: date) -> tuple[tuple[Bucket, ...], str]:
    """Return what a payment counts toward first: by the law, and costs before the rest where it names none."""
    rule, cite = inquiry.value(RuleName.PAYMENT_APPLICATION, on, PaymentApplication)
    if rule is None:
        return USUAL, ""
    named = tuple(dict.fromkeys(BUCKETS[word] for word in rule.order))
    return (*(bucket for bucket in USUAL if bucket not in named), *named), cite
