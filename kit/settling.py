"""A settlement for less than the debt: its terms worked out, checked, and put on two papers that travel together.

the account of the day ─ the terms ─ the checks ─ the agreement and the letter that brings it
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from kit import pipeline
from kit.checks.run import override
from kit.checks.settlement import check_settlement
from kit.checks.settlement_law import settlement_law
from kit.documents import draft as drafting
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import Finding, KitError, Stopped
from kit.ledger.plan_schedule import Every, due_days
from kit.model.account import Instalment
from kit.model.business_days import next_business_day
from kit.model.document_ids import SETTLEMENT, SETTLEMENT_OFFER, short_id
from kit.model.money import ZERO, minor_unit, spoken
from kit.model.party import Channel
from kit.model.settlement import Default, Release, SettlementTerms, Stance
from kit.pipeline import Loaded, Made

THINK = timedelta(days=14)  # manners: to read it and to ask somebody
STEP = short_id(SETTLEMENT_OFFER)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user would settle for: a sum or a share of the debt, by a day, in so many payments."""

    by: date
    stance: Stance
    pay: Decimal | None = None
    percent: Decimal | None = None
    count: int = 1
    every: Every = Every.MONTH
    release: Release | None = None  # left out: mutual, but a consumer releases nothing unasked
    default: Default | None = None  # left out: what the law of the agreement lets stand
    grace_days: int = 5
    confidential: bool = False
    no_disparagement: bool = False
    dismissal: bool = False
    reports_credit: bool = False
    open_until: date | None = None


@dataclass(frozen=True, slots=True)
class Settling:
    """A settlement as it would be, or was, offered."""

    facts: Facts
    terms: SettlementTerms
    findings: tuple[Finding, ...]
    papers: tuple[Made, ...] = ()


def look_at_settlement(path: Path, wish: Wish, *, as_of: date) -> Settling:
    """Return the terms of ``wish`` and everything to know before they are offered; nothing is made.

    Raises `KitError` where the wish makes no settlement.
    """
    loaded = pipeline.load_case(path, as_of=as_of)
    facts = pipeline.gather(loaded)
    terms = terms_for(facts, wish)
    return Settling(facts, terms, _findings(loaded, facts, terms))


def make_settlement(
    path: Path, wish: Wish, *, as_of: date, channel: Channel | None = None, overrides: dict[str, str] | None = None
) -> Settling:
    """Make the agreement and the letter that brings it; both are drawn up before one is put into the case.

    Raises `KitError` where the wish makes no settlement, `Stopped` and `InvalidFile` with everything in the way.
    """
    loaded = pipeline.load_case(path, as_of=as_of)
    facts = pipeline.gather(loaded)
    terms = terms_for(facts, wish)
    found = override(_findings(loaded, facts, terms), overrides or {})
    if any(one.stops for one in found):
        raise Stopped(found)
    drafts = []
    for document in (SETTLEMENT_OFFER, SETTLEMENT):
        request = Request(document, step=STEP, deal=terms, channel=channel if document == SETTLEMENT_OFFER else None)
        template = pipeline.sound_template(loaded, request)
        drafts.append(pipeline.draft(facts, drafting.decide(facts, request, template), template))
    letter, agreement = drafts
    papers = (
        pipeline.commit(loaded, facts, letter, found, (agreement,)),
        pipeline.commit(loaded, facts, agreement, found),
    )
    return Settling(facts, terms, found, papers)


def terms_for(facts: Facts, wish: Wish) -> SettlementTerms:
    """Return the terms that ``wish`` comes to on the day of ``facts``; raises `KitError` where there are none."""
    currency, debt = facts.case.currency, facts.ledger.totals.total
    if not debt:
        raise KitError("nothing is owed, so there is nothing to settle")
    amount = _sum(wish, debt, currency)
    if amount <= ZERO:
        raise KitError(f"{spoken(amount, currency)} is no settlement; to give the whole debt up: `kit log CASE closed`")
    if amount >= debt:
        said, whole = spoken(amount, currency), spoken(debt, currency)
        raise KitError(f"{said} is not less than the debt of {whole}; for all of it in parts there is `kit plan`")
    if wish.by <= facts.as_of:
        raise KitError(f"{wish.by} is not after the day of the offer, {facts.as_of}")
    until = wish.open_until or _until(facts, wish)
    if until <= facts.as_of:
        raise KitError(f"an offer of {facts.as_of} cannot end on {until}")
    if until > wish.by:
        raise KitError(f"the offer would stand until {until}, after its first payment on {wish.by}; take a later --by")
    return SettlementTerms(
        counted_on=facts.as_of,
        debt=debt,
        instalments=_instalments(facts, wish, amount),
        release=wish.release or (Release.ONE_WAY if facts.case.consumer else Release.MUTUAL),
        stance=wish.stance,
        default=wish.default or settlement_law(facts, wish.stance).safe_default,
        grace_days=wish.grace_days,
        confidential=wish.confidential,
        no_disparagement=wish.no_disparagement,
        dismissal=wish.dismissal,
        reports_credit=wish.reports_credit,
        open_until=until,
    )


def _sum(wish: Wish, debt: Decimal, currency: str) -> Decimal:
    if wish.pay is not None:
        if wish.pay != wish.pay.quantize(minor_unit(currency)):
            raise KitError(f"{spoken(wish.pay, currency)} has a fraction that {currency} does not have")
        return wish.pay
    return (debt * (wish.percent or ZERO) / 100).quantize(minor_unit(currency), ROUND_HALF_UP)


def _until(facts: Facts, wish: Wish) -> date:
    """Return the last day of the offer: two weeks on, but not after the first payment."""
    return min(next_business_day(facts.as_of + THINK, facts.case.debtor.state), wish.by)


def _instalments(facts: Facts, wish: Wish, amount: Decimal) -> tuple[Instalment, ...]:
    """Return equal payments, the last with what the division leaves over."""
    unit = minor_unit(facts.case.currency)
    share = (amount / wish.count).quantize(unit, ROUND_HALF_UP)
    last = amount - share * (wish.count - 1)
    if share <= 0 or last <= 0:
        raise KitError(f"{spoken(amount, facts.case.currency)} is too little for {wish.count} instalments")
    days = due_days(wish.by, wish.every, wish.count, facts.case.debtor.state)
    sums = [share] * (wish.count - 1) + [last]
    return tuple(Instalment(due_on=day, amount=one) for day, one in zip(days, sums, strict=True))


def _findings(loaded: Loaded, facts: Facts, terms: SettlementTerms) -> tuple[Finding, ...]:
    """Return what both papers meet, each once."""
    requests = (Request(document, deal=terms) for document in (SETTLEMENT, SETTLEMENT_OFFER))
    papers = (
        one for request in requests for one in pipeline.run_checks(facts, pipeline.sound_template(loaded, request))
    )
    return tuple(dict.fromkeys((*check_settlement(facts, terms), *papers)))
