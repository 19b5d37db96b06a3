"""What payments, signed acknowledgments, signed plans and signed settlements do to the time to sue.

The law of the forum says for each, before and after the time ran out, whether it
starts the time anew; consumers are often left out. What is not settled, or not
signed, starts nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from kit.facts import Facts
from kit.ledger.account import Item, Kind, Rule
from kit.model.agreed import Agreed, agreed
from kit.model.inquiry import Inquiry
from kit.model.law_debts import LimitationPeriod, Revival, RevivedBy
from kit.model.law_names import RuleName
from kit.model.law_words import Say
from kit.model.small_claims import Acknowledgment

PAYMENT, WRITING, PLAN, SETTLED = "payment", "signed acknowledgment", "signed payment plan", "signed settlement"


@dataclass(frozen=True, slots=True)
class Run:
    """A period from the day it is counted from to the last day to sue."""

    start: date
    event: str  # in words
    last: date
    why: str  # what moved the last day, in words
    cite: str
    safe: date | None = None  # the last day without the days of a stay, where these are counted


@dataclass(frozen=True, slots=True)
class Restart:
    """A payment or a signed writing, and what the law makes of it on its day."""

    on: date
    what: str  # PAYMENT, WRITING, PLAN or SETTLED
    in_time: bool  # before the period had run out
    word: Say  # whether it starts the time anew
    cite: str


def last_day(period: LimitationPeriod, start: date) -> date:
    """Return the last day to sue when ``period`` runs from ``start``."""
    return start + relativedelta(years=period.years or 0, months=period.months or 0, days=period.days or 0)


def payments(facts: Facts, item: Item, *, whole_account: bool = False) -> list[date]:
    """Return the days of good payments on an item, or on the account as a whole, oldest first."""
    return sorted(
        posting.on
        for posting in facts.ledger.postings
        if posting.kind is Kind.PAYMENT
        and posting.rule is not Rule.RETURNED
        and (whole_account or any((one.invoice, one.number) == (item.invoice, item.number) for one in posting.shares))
    )


def writings(facts: Facts, item: Item) -> list[Acknowledgment]:
    """Return the acknowledgments known by the day that speak of an item, or of the whole account, oldest first."""
    known = [one for one in facts.case.acknowledgments if one.on <= facts.as_of]
    return sorted((one for one in known if one.invoice in (None, item.invoice)), key=lambda one: one.on)


def agreements(facts: Facts, item: Item) -> list[Agreed]:
    """Return the plans and settlements that the debtor signed about an item, oldest first: each promises to pay.

    A settlement of a debt that the debtor disputes owns to nothing, and is left out.
    """
    issued = item.issued_on
    return [
        one
        for one in agreed(facts.case)
        if one.on <= facts.as_of and issued and issued <= one.terms.counted_on and _owns(one)
    ]


def _owns(one: Agreed) -> bool:
    return one.plan.kind == "plan" if one.plan else one.terms.acknowledges


def restarts(facts: Facts, inquiry: Inquiry, item: Item, period: LimitationPeriod, run: Run) -> Iterator[Restart]:
    """Yield each payment on an item and each signed writing about it, with what it does, oldest first."""
    last = run.last
    events = [(day, PAYMENT) for day in payments(facts, item)]
    events += [(one.on, WRITING) for one in writings(facts, item) if one.signed]
    signed = {(one.on, PLAN if one.plan else SETTLED): one.terms for one in agreements(facts, item)}
    events += signed
    for day, what in sorted(events):
        if day < run.start:
            continue
        revival, cite = inquiry.value(RuleName.REVIVAL, day, Revival)
        in_time = day <= last
        parts = _parts(revival, in_time=in_time)
        terms = signed.get((day, what))
        word = by_plan(parts, acknowledges=terms.acknowledges) if terms else _word(parts, what)
        yield Restart(day, what, in_time, word, cite)
        last = last_day(period, day) if word is Say.YES else last


def by_plan(parts: RevivedBy, *, acknowledges: bool) -> Say:
    """Return what a signed plan does: it promises to pay, and acknowledges the debt where it says so."""
    said = [parts.written_promise, *([parts.written_acknowledgment] if acknowledges else [])]
    if Say.YES in said:
        return Say.YES
    return Say.NO if all(one is Say.NO for one in said) else Say.NOT_RESEARCHED


def _parts(revival: Revival | None, *, in_time: bool) -> RevivedBy:
    return RevivedBy() if revival is None else revival.before_expiry if in_time else revival.after_expiry


def _word(parts: RevivedBy, what: str) -> Say:
    return parts.payment if what == PAYMENT else parts.written_acknowledgment


def restarted(
    facts: Facts, inquiry: Inquiry, item: Item, period: LimitationPeriod, run: Run, *, by_payment: bool = True
) -> Run:
    """Return the period as what happened since has started it anew; payments only where ``by_payment`` says so."""
    for one in restarts(facts, inquiry, item, period, run):
        if one.word is Say.YES and one.on > run.start and (by_payment or one.what is not PAYMENT):
            run = Run(one.on, f"the {one.what} that started it anew", last_day(period, one.on), run.why, run.cite)
    return run


def no_writing(facts: Facts, item: Item, run: Run) -> str:
    """Return what an expired period leaves open about writings, in words."""
    later = [one for one in writings(facts, item) if one.on > run.start]
    signed = [one.on for one in later if one.signed]
    signed += [one.on for one in agreements(facts, item) if one.on > run.start]
    if signed:
        return f"; the signed writing of {max(signed)} is not known to have started it anew"
    if later:
        return f"; what the debtor wrote on {later[-1].on} is not signed"
    return ", unless a signed writing of the debtor started it anew"
