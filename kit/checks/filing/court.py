"""The right court, its limit and what counts toward it, on the day of filing and around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from kit.checks.court import over_limit
from kit.checks.filing.fee import fee_of
from kit.checks.filing.result import Tested
from kit.checks.filing.suit import Suit, clear, told, unanswered
from kit.checks.filing.venue import spot_words
from kit.checks.filing.ways import demand_of, ways_of
from kit.checks.place import spot_in
from kit.findings import Finding, KitError, note, stop
from kit.ledger.claim import claim_sums
from kit.model.law import Answer
from kit.model.law_courts import Counts, FilingFee, LimitCounts
from kit.model.law_names import RuleName
from kit.model.money import DOLLARS, ZERO

NEAR = timedelta(days=90)  # how far a change of the limit is looked for; not a figure of law
DAY = timedelta(days=1)


def law_at_hand(suit: Suit) -> Iterator[Tested]:
    """Ask for the law of the court's state."""
    code, fact = suit.case.forum_code, suit.case.place("forum")
    if suit.law:
        said = "as the case says" if suit.case.forum else "where the debtor is"
        yield clear(f"the court is one of {suit.forum.name}, {said}", fact or suit.case.place("debtor", "address"))
    elif code is None:
        fix = "Add `forum: us-..` or the debtor's address."
        yield told(stop("K601", "the court's state is not known", fact, fix=fix))
    else:
        fix = "Ask a lawyer there, or add a file of your own under `jurisdictions:`."
        yield told(stop("K601", f"there is no file of the law of {code}", fact, fix=fix))


def court(suit: Suit) -> Iterator[Tested]:
    """Name the court that hears this plaintiff at this place."""
    for obstacle in suit.choice.obstacles:
        yield told(obstacle)
    if not suit.court_id:
        return
    found = spot_in(suit.forum, suit.case)
    fact = suit.case.place(*found[1]) if found else suit.case.place("forum")
    where = f" for {spot_words(found[0])}" if found else ""
    others = ", ".join(suit.forum.courts[one].name for one in suit.choice.others)
    more = f"; {others} would take it too" if others else ""
    yield clear(f"{suit.court.name}{where}, as it takes such a plaintiff there{more}", fact)


def limit(suit: Suit) -> Iterator[Tested]:
    """Hold the claim against the limit."""
    ruled = suit.ask(RuleName.SMALL_CLAIMS_LIMIT, Decimal)
    if ruled.answer is None:
        message = f"the limit of the {suit.court.name} is not known, so the claim was not held against it"
        fix = f"Ask the clerk for it; the claim counts as {suit.money(suit.counted)}."
        yield unanswered(stop("K612", message, suit.case.place("forum"), fix=fix, overridable=True))
        return
    ways, fact = ways_of(suit), suit.case.place("invoices")
    if ways and ways.waiver.chosen:
        lost, most = suit.money(ways.waiver.lost), suit.money(ruled.value or ZERO)
        said = f"with {lost} given up the claim counts as {most}, the limit"
        yield clear(said, suit.case.place("small_claims", "waive_excess"), ruled.answer)
    elif over := over_limit(suit.facts, suit.inquiry, suit.court_id, ruled.answer, suit.counted):
        fix = " ".join(ways.words) if ways else over[0].fix
        yield told(replace(over[0], fix=fix), ruled.answer)
    elif ruled.value is None:
        yield clear(f"the {suit.court.name} has no limit", fact, ruled.answer)
    else:
        said = f"the claim counts as {suit.money(suit.counted)}; the limit is {suit.money(ruled.value)}"
        yield clear(said, fact, ruled.answer)


def in_dollars(suit: Suit) -> Iterator[Tested]:
    """Ask whether the claim is in the currency of the limit."""
    fact = suit.case.place("currency")
    if suit.case.currency == DOLLARS:
        yield clear("the claim is in dollars, as the court's limit and fees are", fact)
        return
    ruled = suit.ask(RuleName.SMALL_CLAIMS_LIMIT, Decimal)
    message = f"the claim is in {suit.case.currency} and the limit of the {suit.court.name} in dollars"
    fix = "Ask the clerk how such a claim is counted, and on which day it is turned into dollars."
    yield told(stop("K607", message, fact, fix=fix, law=ruled.cite, overridable=True), ruled.answer)


def what_counts(suit: Suit) -> Iterator[Tested]:
    """Say which parts of the claim count toward the limit, and which nobody has settled."""
    ruled = suit.ask(RuleName.LIMIT_COUNTS, LimitCounts)
    if not ruled.known:
        yield suit.unknown(RuleName.LIMIT_COUNTS)
        return
    rule, sums = suit.counts, claim_sums(suit.case, suit.facts.ledger)
    parts = (
        ("interest given by law", rule.interest, sums.by_law),
        ("agreed interest", rule.contract_interest, sums.interest),
        ("late fees", rule.late_fees, sums.fees),
        ("court costs", rule.costs, sums.court_costs),
        ("other costs", Counts.COUNTS, sums.costs),
    )
    said = [_counting(suit, *part) for part in parts if part[2]]
    fact = suit.case.place("invoices")
    yield clear("; ".join(["the principal counts", *said]), fact, ruled.answer)
    for name, word, amount in parts:
        if amount and word is Counts.NOT_RESEARCHED:
            why = f"whether {name} counts is not settled; {suit.money(amount)} of it was counted, to be safe"
            yield suit.unknown(RuleName.LIMIT_COUNTS, why, fact)


def _counting(suit: Suit, name: str, word: Counts, amount: Decimal) -> str:
    verb = {Counts.COUNTS: "counts", Counts.EXCLUDED: "is left out", Counts.NOT_RESEARCHED: "was counted, to be safe"}
    plural = verb[word] if not name.endswith("s") else verb[word].replace("counts", "count").replace("is ", "are ")
    return f"{name} of {suit.money(amount)} {plural.replace('was', 'were') if name.endswith('s') else plural}"


def change_of_limit(suit: Suit) -> Iterator[Tested]:
    """Say what the limit was or will be, where it changes within ninety days of filing."""
    changes, fact = tuple(_changes(suit)), suit.case.place("forum")
    if _quiet(suit, suit.as_of) is None:
        yield suit.unknown(RuleName.SMALL_CLAIMS_LIMIT, "no limit is known for the day of filing", fact)
        return
    for day, before, after in changes:
        yield told(_change(suit, day, before, after), after)
    block = suit.forum.block(RuleName.SMALL_CLAIMS_LIMIT)
    due = block.review_by
    if due and suit.as_of < due <= suit.as_of + NEAR:
        answer = _quiet(suit, suit.as_of)
        message = f"a change of the limit may come: its entry is to be read again on {due}"
        fix = "If you file on that day or later, ask the clerk for the limit first."
        yield told(note("K612", message, fact, fix=fix, law=answer.cite if answer else ""), answer)
    elif not changes:
        said = f"the record knows no change of the limit within {NEAR.days} days of {suit.as_of}"
        yield clear(said, fact, _quiet(suit, suit.as_of))


def _change(suit: Suit, day: date, before: Answer, after: Answer) -> Finding:
    old, new = (suit.money(one.value) if one.state == "value" else "no limit" for one in (before, after))
    court = suit.court.name
    if day > suit.as_of:
        message = (
            f"the limit of the {court} is {old} until {day - DAY} and {new} from {day} on; the day of filing decides"
        )
        fix = f"Filed today, the old one holds. Filing on {day} or later brings the new one."
    else:
        message = f"the limit of the {court} is {new} since {day}; until {day - DAY} it was {old}"
        fix = "The day the clerk takes the claim decides, not the day it was signed."
    return note("K612", message, suit.case.place("forum"), fix=fix, law=after.cite)


def _changes(suit: Suit) -> Iterator[tuple[date, Answer, Answer]]:
    """Yield each day near filing on which the limit of this claim changes, with the answer before and from then on."""
    edges = {
        edge
        for group in suit.forum.groups(RuleName.SMALL_CLAIMS_LIMIT)
        for row in group.rows
        for edge in (row.starts, *((row.until + DAY,) if row.until else ()))
        if suit.as_of - NEAR <= edge <= suit.as_of + NEAR
    }
    for day in sorted(edges):
        before, after = _quiet(suit, day - DAY), _quiet(suit, day)
        if before and after and before.value != after.value:
            yield day, before, after


def _quiet(suit: Suit, day: date) -> Answer | None:
    """Return the limit on ``day``, leaving no doubt on record about a day on which nothing is filed."""
    try:
        found = suit.forum.answer(
            RuleName.SMALL_CLAIMS_LIMIT, day, **{**suit.inquiry.selectors, "court": suit.court_id}
        )
    except KitError:
        return None
    return found if found.known else None


def fee(suit: Suit) -> Iterator[Tested]:
    """Say what filing costs."""
    ruled = suit.ask(RuleName.FILING_FEE, FilingFee)
    if ruled.value is None:
        yield suit.unknown(RuleName.FILING_FEE) if not ruled.known else clear("no fee is set", None, ruled.answer)
        return
    amount = fee_of(ruled.value, demand_of(suit))
    local = "; each court sets or adds to it" if ruled.value.local else ""
    extra = f"; beside it: {ruled.value.extra}" if ruled.value.extra else ""
    if amount is None:
        yield suit.unknown(RuleName.FILING_FEE, f"no figure is on record for this claim{local}{extra}")
    else:
        yield clear(f"filing costs {suit.money(amount)}{local}{extra}", None, ruled.answer)
