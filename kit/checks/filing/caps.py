"""How often one plaintiff may file: asked, counted, never assumed.

Some courts allow a few claims over an amount in a year, or charge more beyond a
number. The count comes from what the user listed in the case and in kit.yaml,
and from what this case's own journal says was filed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from kit.checks.filing.result import Tested
from kit.checks.filing.suit import Suit, clear, told
from kit.checks.filing.ways import demand_of
from kit.findings import note, stop
from kit.model.law import Answer
from kit.model.law_courts import CapPeriod, CapScope, FilingCap, FilingCaps
from kit.model.law_names import RuleName
from kit.model.small_claims import EarlierFiling

SPOKEN = {
    CapPeriod.CALENDAR_YEAR: "in a calendar year",
    CapPeriod.CALENDAR_MONTH: "in a calendar month",
    CapPeriod.TWELVE_MONTHS: "in twelve months",
    CapPeriod.WEEK: "in a week",
    CapPeriod.DAY: "on a day",
}
LIST_THEM = "List them: `small_claims: {filed: [{on: .., amount: ..}]}`, or `filed:` in kit.yaml; `[]` says none."


def filing_caps(suit: Suit) -> Iterator[Tested]:
    """Hold the claims that this plaintiff filed before against each cap."""
    ruled = suit.ask(RuleName.FILING_CAPS, FilingCaps)
    fact = suit.case.place("small_claims", "filed")
    if not ruled.known:
        yield suit.unknown(RuleName.FILING_CAPS, fact=fact)
        return
    if ruled.value is None or not ruled.value.caps:
        yield clear("the law sets no number of claims that one plaintiff may file", fact, ruled.answer)
        return
    for cap in ruled.value.caps:
        yield _held(suit, cap, ruled.answer, ruled.cite)


def caps_of(suit: Suit) -> tuple[FilingCap, ...]:
    """Return the caps of this claim's court; none where there is no court, or nobody knows of one."""
    rule = suit.ask(RuleName.FILING_CAPS, FilingCaps).value if suit.court_id else None
    return rule.caps if rule else ()


def count(suit: Suit, cap: FilingCap) -> int:
    """Return how many earlier claims count toward ``cap``, this one apart."""
    return sum(_counts(suit, cap, one) for one in earlier_filings(suit))


def _held(suit: Suit, cap: FilingCap, answer: Answer | None, cite: str) -> Tested:
    demand, fact = demand_of(suit), suit.case.place("small_claims", "filed")
    rule = _rule(suit, cap)
    if cap.over is not None and demand <= cap.over:
        return clear(f"{rule}; this one is for {suit.money(demand)} and is not counted", fact, answer)
    if suit.case.filed_before is None:
        message = f"{rule}; how many you filed {_since(suit, cap)} is not in the file"
        asked = stop if cap.higher_fee is None or cap.sworn else note
        found = asked("K614", message, fact, fix=LIST_THEM, law=cite)
        return told(found, answer)
    number = count(suit, cap)
    if number < cap.number:
        return clear(f"{rule}; you filed {number} {_since(suit, cap)}, so this is number {number + 1}", fact, answer)
    message = f"{rule}; you filed {number} {_since(suit, cap)} already"
    if cap.higher_fee is not None:
        fix = f"Bring {suit.money(cap.higher_fee)} for the clerk, or wait until an earlier one no longer counts."
        return told(note("K614", message, fact, fix=fix, law=cite), answer)
    lower = f", or claim no more than {suit.money(cap.over)} and give up the rest for good" if cap.over else ""
    fix = f"Wait for the next period, file in the next court up{lower}; correct `filed:` if it is wrong."
    return told(stop("K614", message, fact, fix=fix, law=cite), answer)


def _rule(suit: Suit, cap: FilingCap) -> str:
    over = f" over {suit.money(cap.over)}" if cap.over is not None else ""
    where = {CapScope.STATE: "", CapScope.COUNTY: " in one county", CapScope.COURT: " in one court"}[cap.scope]
    many = f"{cap.number} claims{over} {SPOKEN[cap.period]}{where}"
    if cap.higher_fee is not None:
        return f"beyond {many} the fee is {suit.money(cap.higher_fee)}"
    sworn = ", as you declare under oath on the form" if cap.sworn else ""
    return f"no plaintiff files more than {many}{sworn}"


def _since(suit: Suit, cap: FilingCap) -> str:
    start = _start(cap.period, suit.as_of)
    return f"on {start}" if start == suit.as_of else f"since {start}"


def _start(period: CapPeriod, day: date) -> date:
    """Return the first day of the period that ``day`` falls in; a week is the last seven days, to be safe."""
    if period is CapPeriod.CALENDAR_YEAR:
        return day.replace(month=1, day=1)
    if period is CapPeriod.CALENDAR_MONTH:
        return day.replace(day=1)
    if period is CapPeriod.TWELVE_MONTHS:
        return day - relativedelta(years=1)
    return day - timedelta(days=6) if period is CapPeriod.WEEK else day


def earlier_filings(suit: Suit) -> tuple[EarlierFiling, ...]:
    """Return every small claim that is known to have been filed up to today, in this case and in others."""
    listed = suit.case.filed_before or ()
    own = [
        EarlierFiling.model_construct(
            on=one.on, amount=one.amount or demand_of(suit), state=suit.state, court=one.court
        )
        for one in suit.case.filings
    ]
    new = [one for one in own if not any((one.on, one.amount) == (other.on, other.amount) for other in listed)]
    return tuple(one for one in (*listed, *new) if one.on <= suit.as_of)


def _counts(suit: Suit, cap: FilingCap, one: EarlierFiling) -> bool:
    """Whether an earlier claim counts toward a cap; what is not known of it is taken to be as in this case."""
    if one.on < _start(cap.period, suit.as_of) or (one.state or suit.state) != suit.state:
        return False
    if cap.over is not None and one.amount <= cap.over:
        return False
    address = suit.case.debtor.address
    county = address.county if address else None
    if cap.scope is CapScope.COUNTY and one.county and county:
        return one.county.casefold().removesuffix(" county") == county.casefold().removesuffix(" county")
    return not (cap.scope is CapScope.COURT and one.court) or one.court == suit.court.name
