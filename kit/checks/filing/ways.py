"""A claim over the limit: each way out, in figures. A claim is never split in two suits.

What is given up is gone for good, so nothing is given up unless the case says
so and the law lets a plaintiff do it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kit.checks.filing.fee import fee_of
from kit.checks.filing.result import NextCourt, Tested, Waiver, Ways
from kit.checks.filing.suit import Suit, clear, told
from kit.findings import note, stop
from kit.model.law_courts import Counts, Excess, FilingFee
from kit.model.law_names import RuleName
from kit.model.law_words import Say
from kit.model.money import DOLLARS, ZERO


def limit_of(suit: Suit) -> Decimal | None:
    """Return the limit that holds for this claim, where there is one and it is known."""
    return suit.ask(RuleName.SMALL_CLAIMS_LIMIT, Decimal).value if suit.law and suit.court_id else None


def ways_of(suit: Suit) -> Ways | None:
    """Return what can be done about a claim over the limit; None where it is not over it."""
    limit = limit_of(suit)
    if limit is None or suit.case.currency != DOLLARS or suit.counted <= limit:
        return None
    ruled, over = suit.ask(RuleName.EXCESS, Excess), suit.counted - limit
    rule = ruled.value or Excess(may_waive=Say.NOT_RESEARCHED)
    lost = min(over, suit.claim)  # interest by law may count toward the limit, and is no part of the claim
    chosen = suit.case.small_claims.waive_excess and rule.may_waive is Say.YES and lost < suit.claim
    waiver = Waiver(rule.may_waive, lost, suit.claim - lost, rule.effective or "", ruled.cite, chosen)
    above = next_court(suit)
    return Ways(over, waiver, above, rule.splitting_barred, _words(suit, waiver, above, limit))


def given_up(suit: Suit) -> Decimal:
    """Return what is given up to stay within the limit: nothing, unless the case says so and the law lets one."""
    ways = ways_of(suit) if suit.court_id else None
    return ways.waiver.lost if ways and ways.waiver.chosen else ZERO


def adds(suit: Suit, word: Counts) -> bool:
    """Return whether interest that counts toward the limit as ``word`` says still adds to what is asked for.

    A claim from which something is given up stands at the limit, so what counts toward it would only be given up too.
    """
    return word is Counts.EXCLUDED or not given_up(suit)


def demand_of(suit: Suit) -> Decimal:
    """Return what the claim asks for, after anything given up."""
    return suit.claim - given_up(suit)


def next_court(suit: Suit) -> NextCourt | None:
    """Return the first court up that takes the claim, else the first there is."""
    found = [_court(suit, name) for name, court in suit.forum.courts.items() if court.next_step_up]
    return next((one for one in found if one.takes_it), found[0] if found else None)


def _court(suit: Suit, name: str) -> NextCourt:
    limit = suit.ask(RuleName.SMALL_CLAIMS_LIMIT, Decimal, court=name)
    fee = suit.ask(RuleName.FILING_FEE, FilingFee, court=name)
    takes = None if not limit.known else limit.value is None or suit.counted <= limit.value
    cost = fee_of(fee.value, suit.claim) if fee.value else None
    return NextCourt(name, suit.forum.courts[name].name, limit.value, takes, cost, limit.cite)


def _words(suit: Suit, waiver: Waiver, above: NextCourt | None, limit: Decimal) -> tuple[str, ...]:
    lost, left, most = (suit.money(amount) for amount in (waiver.lost, waiver.left, limit))
    if waiver.may is Say.YES:
        when = f", binding {waiver.effective}" if waiver.effective else ""
        said = [f"Give up {lost} for good{when}, and claim {left} ({waiver.cite})."]
    elif waiver.may is Say.NO:
        said = [f"The {lost} over the limit of {most} may not be given up here ({waiver.cite})."]
    else:
        said = [f"Whether the {lost} over the limit may be given up is not researched, so nothing is given up."]
    said += [_up(suit, above)] if above else []
    said.append(f"Settle: more than {left}, paid now, is worth more than a suit for {left}.")
    said.append("Never split one claim into two suits: the first judgment ends the rest of it.")
    return tuple(said)


def _up(suit: Suit, above: NextCourt) -> str:
    reach = f"up to {suit.money(above.limit)}" if above.limit is not None else "without a limit"
    if above.takes_it is None:
        reach = "its limit is not on record"
    elif above.takes_it is False:
        reach = f"it ends at {suit.money(above.limit or ZERO)}, so even that is too small"
    fee = f"the fee is {suit.money(above.fee)}" if above.fee is not None else "ask the clerk for its fee"
    return f"File all {suit.money(suit.claim)} in the {above.name} ({reach}; {fee})."


def excess(suit: Suit) -> Iterator[Tested]:
    """Say what becomes of the part over the limit: given up as the case chose, or refused."""
    fact = suit.case.place("small_claims", "waive_excess")
    asked, ways = suit.case.small_claims.waive_excess, ways_of(suit)
    if ways is None:
        if asked and suit.case.currency == DOLLARS and limit_of(suit) is not None:
            fix = "Take out `waive_excess: yes`, lest the court read it as giving up interest or costs."
            yield told(note("K613", "nothing is over the limit, so there is nothing to give up", fact, fix=fix))
        else:
            yield clear("nothing known is over the limit", suit.case.place("invoices"))
        return
    ruled = suit.ask(RuleName.EXCESS, Excess)
    lost, left = suit.money(ways.waiver.lost), suit.money(ways.waiver.left)
    if ways.waiver.chosen:
        message = f"{lost} is given up for good, and {left} is claimed; no later suit can bring it back"
        yield told(note("K613", message, fact, fix="Take the line out if you would rather not.", law=ruled.cite))
    elif ways.waiver.may is Say.YES:
        message = f"{lost} is over the limit; it may be given up, for good, and {left} claimed"
        fix = "Write `small_claims: {waive_excess: yes}`, or take another way."
        yield told(note("K613", message, fact, fix=fix, law=ruled.cite), ruled.answer)
    elif ways.waiver.may is Say.NO:
        message = f"the {lost} over the limit may not be given up here"
        said = stop if asked else note
        yield told(said("K613", message, fact, fix="Go to the next court up, or settle.", law=ruled.cite), ruled.answer)
    else:
        yield suit.unknown(RuleName.EXCESS, "Nobody has researched it" if ruled.known else "", fact)
