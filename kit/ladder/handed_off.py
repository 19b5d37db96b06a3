"""What comes next while somebody else has the claim in hand: nothing to the debtor, and a word to the taker in time.

After a sale there is nothing to ask for, only money to pass on. An agency or a lawyer is asked for a report after 30,
60, 90 days and every 30 days from then on: who never asks is forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kit.facts import Facts
from kit.journal.fold import superseded
from kit.ladder.in_bankruptcy import Turn
from kit.ledger.kept import kept
from kit.ledger.redirected import redirected
from kit.model.agreed import away
from kit.model.business_days import next_business_day
from kit.model.case import Case
from kit.model.deal_event import HandedOff
from kit.model.handoff import HandoffTerms, Taker, Title
from kit.model.money import ZERO, spoken
from kit.model.taken import called, not_told_back, sold, taken

REPORT = timedelta(days=30)
FRESH = timedelta(days=5)  # papers that have not gone out by then are forgotten, or were given up
REPORTS = 3  # reminders that a calendar holds from the hand-off on


def sold_turn(facts: Facts, shown: str) -> Turn | None:
    """Return what comes next after a sale; None where nothing is sold."""
    case = facts.case
    for one in sold(case):
        names = ", ".join(taken(case, one.terms))
        start = (
            f"{names} {'were' if ',' in names else 'was'} sold to {one.terms.who} on {one.on}: send nothing about it."
        )
        left = [each for each in redirected(case, facts.ledger, one, facts.as_of) if each.left]
        if left:
            amount = spoken(sum((each.left for each in left), ZERO), facts.ledger.currency)
            paid = ", ".join(each.payment.id for each in left)
            typed = f"`kit log {shown} passed-on --payment {left[0].payment.id}`"
            return Turn(f"{start} {amount} of {paid} is theirs: pass it on today, and record it: {typed}.", "pass on")
        back = _recourse(one, shown)
        return Turn(f"{start} What still comes to you is theirs.{back}{_apart(facts, one)}", "sold")
    return None


def back_turn(facts: Facts, shown: str) -> Turn | None:
    """Return that the debtor is to be told that the claim is the creditor's again; None where that is told."""
    found = not_told_back(facts.case)
    if found is None or not facts.ledger.owed:
        return None
    handed, back = found
    who = handed.terms.who
    said = f"that {who} acts for you" if handed.terms.title is Title.AUTHORITY else f"to pay {who}"
    typed = f"`kit handoff {shown} --paper reassignment-notice`"
    signs = (
        "" if handed.terms.title is Title.AUTHORITY else f" Have {who} sign it, too: its word is what the law asks for."
    )
    sentence = (
        f"The debtor was told {said}, and the claim is yours again since {back.on}: say so first, {typed}.{signs}"
    )
    return Turn(sentence, "tell debtor")


def placing_turn(facts: Facts, shown: str) -> Turn | None:
    """Return what comes next where the papers of a hand-off were just made and nothing was recorded; else None."""
    done = {*superseded(facts.case.made), *(one.made for one in facts.case.handed_off)}
    last = max((one.on for one in (*facts.case.handed_off, *facts.case.returned)), default=date.min)
    for made in reversed(facts.case.made):
        terms = made.deal
        if isinstance(terms, HandoffTerms) and made.n not in done and made.on >= last:
            if facts.as_of - made.on > FRESH:
                return None
            sentence = (
                f"The papers for {terms.who} are made: read them, send them, and record it when the claim is theirs to "
                f"work on: `kit log {shown} handed-off --made {made.n}`."
            )
            return Turn(sentence, "hand off")
    return None


def away_turn(facts: Facts, shown: str) -> Turn | None:
    """Return what comes next while an agency or a lawyer has the claim; None where none does."""
    one = next((each for each in away(facts.case) if each.terms.title is not Title.SALE), None)
    if one is None:
        return None
    case, terms = facts.case, one.terms
    lawyer = terms.to is Taker.ATTORNEY
    short = "with lawyer" if lawyer else "with agency"
    back = f"`kit log {shown} returned --entry {one.n}`"
    start = f"{called(terms)[:1].upper()}{called(terms)[1:]} has had {', '.join(taken(case, terms))} since {one.on}"
    if not facts.ledger.owed:
        return Turn(f"{start}, and nothing is owed: ask for the last report, then {back}.", "end hand-off")
    if came := _untold(facts, one):
        typed = f"`kit log {shown} commission --amount ... --payment {came}`"
        told = f"{start}. Payment {came} came since: say so to {terms.who}, and record its share: {typed}."
        return Turn(told, "tell them")
    day = next_report(case, one, facts.as_of)
    rest = _apart(facts, one)
    sentence = f"{start}; letters rest. Ask for a report on {day}; when it comes back: {back}.{rest}"
    return Turn(sentence, short, day)


def next_report(case: Case, one: HandedOff, as_of: date) -> date:
    """Return the next day to ask the taker for a report, today at the earliest."""
    periods = max(1, -(-(as_of - one.on).days // REPORT.days))
    return next_business_day(one.on + REPORT * periods, case.debtor.state)


def reports(case: Case) -> Iterator[tuple[HandedOff, date]]:
    """Yield the days after each hand-off on which to ask an agency or a lawyer for a report."""
    for one in away(case):
        if one.terms.title is not Title.SALE:
            for count in range(1, REPORTS + 1):
                yield one, next_business_day(one.on + REPORT * count, case.debtor.state)


def _untold(facts: Facts, one: HandedOff) -> str:
    """Return the first payment since the hand-off whose share is not recorded, where a share was agreed."""
    if one.terms.contingent_percent is None:
        return ""
    told = {each.payment for each in facts.case.commissions if each.entry == one.n}
    since = (each for each in redirected(facts.case, facts.ledger, one, facts.as_of) if each.theirs)
    return next((each.payment.id for each in since if each.payment.id not in told), "")


def _recourse(one: HandedOff, shown: str) -> str:
    if not one.terms.recourse:
        return ""
    after = f" after {one.on + timedelta(days=one.terms.recourse_days)}" if one.terms.recourse_days else ""
    typed = f"`kit log {shown} returned --entry {one.n} --how repurchased`"
    return f" It may be given back{after}; then {typed}."


def _apart(facts: Facts, one: HandedOff) -> str:
    stays = kept(facts.case, facts.ledger, one.terms)
    return f" Chase {', '.join(stays)}, still yours, from a case apart." if stays else ""
