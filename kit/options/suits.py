"""Small claims and the regular court as terms: the fee is that of the court's list, unless the user knows better."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kit.checks.filing import Filing, NextCourt
from kit.checks.filing.caps import caps_of, count
from kit.checks.filing.fee import fee_of
from kit.checks.filing.suit import Suit, suit_of
from kit.checks.filing.ways import limit_of, next_court
from kit.facts import Facts
from kit.model.law import Answer
from kit.model.law_courts import FilingFee
from kit.model.law_names import RuleName
from kit.model.law_words import Say
from kit.model.money import ZERO, spoken
from kit.model.options import Assumptions, Suing
from kit.options.debt import Debt
from kit.options.figures import HOURS_A_DAY, WHOLE, both, ends, span, used
from kit.options.result import NOTHING, Range, Terms
from kit.options.said import LOST, NAMES, RATES


@dataclass(frozen=True, slots=True)
class Courts:
    """What the law's data says of this claim's courts: fees in dollars, None where no figure is on record."""

    name: str = ""
    fee: Range | None = None
    fee_cite: str = ""
    fee_words: str = ""  # what comes beside it
    limit: Decimal | None = None
    demand: Decimal | None = None  # what can be claimed there; None: all of it
    given_up: Decimal = ZERO
    limit_cite: str = ""
    above: NextCourt | None = None
    above_cite: str = ""  # for its fee
    used: tuple[Answer, ...] = ()


def courts_of(facts: Facts, filing: Filing) -> Courts:
    """Return the courts of this claim, their fees and the limit."""
    suit = suit_of(facts)
    if suit.law is None:
        return Courts()
    above = next_court(suit)
    cite = suit.ask(RuleName.FILING_FEE, FilingFee, court=above.id).cite if above else ""
    if not suit.court_id:
        return Courts(above=above, above_cite=cite, used=tuple(suit.law.used))
    lost = filing.ways.waiver.lost if filing.ways and filing.ways.waiver.may is Say.YES else ZERO
    demand = filing.claim - lost
    rule = suit.ask(RuleName.FILING_FEE, FilingFee)
    fee = fee_of(rule.value, demand) if rule.value else None
    extra = rule.value.extra if rule.value else None
    words = ["each court sets or adds to it"] if rule.value and rule.value.local else []
    words += [f"beside it: {extra}"] if extra else []
    limit, cost = limit_of(suit), _with_caps(suit, demand, fee) if fee is not None else None
    return Courts(
        name=suit.court.name,
        fee=cost,
        fee_cite=rule.cite,
        fee_words="; ".join(words),
        limit=limit,
        limit_cite=suit.ask(RuleName.SMALL_CLAIMS_LIMIT, Decimal).cite,
        demand=demand,
        given_up=lost,
        above=above,
        above_cite=cite,
        used=tuple(suit.law.used),
    )


def _with_caps(suit: Suit, demand: Decimal, fee: Decimal) -> Range:
    """Return the fee, with what a court asks of those who file often; how often you did may not be known."""
    low = high = fee
    for cap in caps_of(suit):
        if cap.higher_fee is None or (cap.over is not None and demand <= cap.over):
            continue
        if suit.case.filed_before is None:
            high = max(high, cap.higher_fee)
        elif count(suit, cap) >= cap.number:
            low, high = max(low, cap.higher_fee), max(high, cap.higher_fee)
    return Range(low, high)


def suits(debt: Debt, known: Assumptions, courts: Courts) -> Iterator[Terms]:
    """Yield small claims and the regular court."""
    base = min(courts.demand, debt.amount) if courts.demand is not None else debt.amount
    yield _suit("small_claims", base, known.small_claims, courts.fee, tuple(_small(courts)), courts.name)
    above = courts.above
    fee = Range(above.fee, above.fee) if above and above.fee is not None else None
    yield _suit(
        "court", debt.amount, known.court, fee, tuple(_regular(above, courts.above_cite)), above.name if above else ""
    )


def _suit(word: str, base: Decimal, group: Suing, fee: Range | None, notes: tuple[str, ...], name: str) -> Terms:
    asked = ends(group.fee) if group.fee else fee or NOTHING
    hours, off = ends(group.hours), ends(group.days_off)
    whole_days = Range(off.low * HOURS_A_DAY, off.high * HOURS_A_DAY)
    costs = asked.plus(ends(group.service)).plus(ends(group.lawyer))
    told = ("fee", "service", "lawyer", "wins", "collects", "days", "hours", "days_off")
    unknown = () if group.fee or fee else (f"The fee is not on record and left out; ask the clerk: --set {word}.fee=.",)
    return Terms(
        id=word,
        name=NAMES[word],
        base=base,
        kept=WHOLE,
        recovers=both(ends(group.wins), ends(group.collects)),
        rate_of=RATES[word],
        out_of_pocket=costs,
        hours=hours.plus(whole_days),
        days=ends(group.days),
        lost=LOST[word],
        notes=(
            *((f"Heard by the {name}.",) if name else ()),
            *notes,
            *unknown,
            "Costs that a court may award on top are left out.",
        ),
        used=tuple(used(f"{word}.{one}", getattr(group, one)) for one in told if getattr(group, one) is not None),
    )


def _small(courts: Courts) -> Iterator[str]:
    if courts.fee is not None:
        beside = f"; {courts.fee_words}" if courts.fee_words else ""
        yield f"Filing costs {span(courts.fee, 'dollars')} ({courts.fee_cite}){beside}."
    if courts.limit is not None:
        yield f"The limit is {spoken(courts.limit, 'USD')} ({courts.limit_cite})."
    if courts.given_up:
        yield f"{spoken(courts.given_up, 'USD')} over it would be given up for good."


def _regular(above: NextCourt | None, cite: str) -> Iterator[str]:
    if above is None:
        yield "No court above small claims is on record for this state."
        return
    if above.fee is not None:
        yield f"Filing costs {spoken(above.fee, 'USD')} ({cite})."
    if above.takes_it is False and above.limit is not None:
        yield f"This court ends at {spoken(above.limit, 'USD')} ({above.cite}); the claim needs the next one."
