"""May this claim be handed to a lawyer, an agency or a factor, and what must each of them be told?

A disputed, expired or insolvent claim is nobody's to sell as a good one; an agency that is told too little asks the
wrong person for the wrong sum; a lawyer is told everything.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kit.checks.court import inquiry_for
from kit.checks.limitation import due_items, run_of
from kit.checks.representations import Stand, representations
from kit.checks.whose_claim import PLEDGED, check_pledge
from kit.facts import Facts
from kit.findings import Finding, Place, note, stop
from kit.ledger.account import Item
from kit.ledger.kept import kept
from kit.model.agreed import away, in_force
from kit.model.case import Case
from kit.model.handoff import HandoffTerms, Taker
from kit.model.money import ZERO, spoken
from kit.model.party import PartyKind
from kit.model.stay import freezes, proceeding
from kit.model.suit import suit_of
from kit.model.taken import called, taken

GONE, DISPUTED, FROZEN, JUDGED, EXPIRED, NOTHING = "K845", "K846", "K847", "K848", "K849", "K850"
CONSUMER, AGREED, UNTRUE, UNKNOWN, IN_COURT, SHARE, GOVERNMENT = "K851", "K852", "K853", "K854", "K855", "K856", "K858"
LITTLE = Decimal(1)  # percent; a share below it is a fraction typed for a percentage
MUCH = Decimal(50)  # percent; what agencies ask at the most, by the user's own sources: more is a slip or a bad bargain


def check_handoff(facts: Facts, terms: HandoffTerms) -> Iterator[Finding]:
    """Yield what stands against handing over what ``terms`` name, and what both sides should know."""
    yield from check_pledge(facts.case, "handoff")
    yield from _gone(facts.case, terms)
    yield from _owed(facts, terms)
    yield from _insolvent(facts, terms)
    yield from _in_court(facts, terms)
    yield from _in_time(facts, terms)
    yield from _disputed(facts, terms)
    yield from _agreed(facts, terms)
    yield from _people(facts.case, terms)
    yield from _share(terms)
    yield from _little(terms)
    if terms.to is Taker.FACTOR:
        yield from _promised(facts, terms)


def open_items(facts: Facts, terms: HandoffTerms) -> tuple[Item, ...]:
    """Return the items of the invoices of ``terms`` on which something is owed."""
    names = taken(facts.case, terms)
    return tuple(one for one in facts.ledger.items if one.invoice in names and one.balance)


def _gone(case: Case, terms: HandoffTerms) -> Iterator[Finding]:
    wanted = set(taken(case, terms))
    for one in away(case):
        both = [name for name in taken(case, one.terms) if name in wanted]
        if both:
            message = f"{', '.join(both)} went to {called(one.terms)} on {one.on} and has not come back"
            fix = f"Recall it (`kit handoff CASE --paper recall`); then `kit log CASE returned --entry {one.n}`."
            yield stop(GONE, message, case.origin(f"entry:{one.n}"), fix=fix)


def _owed(facts: Facts, terms: HandoffTerms) -> Iterator[Finding]:
    case = facts.case
    if facts.ledger.judgment is None and not open_items(facts, terms):
        names = ", ".join(taken(case, terms))
        message = f"nothing is open on {names}" if names else "the case has no invoice"
        yield stop(NOTHING, message, case.place("invoices"), fix="There is nothing to hand over.")
        return
    late = [one for one in open_items(facts, terms) if one.days_overdue]
    if terms.to is not Taker.FACTOR and not late and facts.ledger.judgment is None:
        message = "nothing of it is past its due date"
        fix = "Wait until it is; an agency or a lawyer can ask for nothing sooner."
        yield stop(NOTHING, message, case.place("invoices"), fix=fix, overridable=terms.to is Taker.ATTORNEY)


def _insolvent(facts: Facts, terms: HandoffTerms) -> Iterator[Finding]:
    case, name = facts.case, facts.case.debtor.name
    frozen, seen = freezes(case, facts.as_of), proceeding(case, facts.as_of)
    if not frozen and seen is None:
        return
    filed = case.bankruptcy
    if frozen and filed:
        message, place = f"{name} filed for bankruptcy on {filed.petition_on}", case.place("bankruptcy")
    else:
        message, place = f"another proceeding took the claims against {name}", case.place("insolvency")
    if terms.to is Taker.ATTORNEY:
        yield note(FROZEN, message, place, fix="The memo says so; nothing may be asked of the debtor meanwhile.")
        return
    fix = "Send the claim to the court or to whoever runs the proceeding; `kit next CASE` says what to do."
    law = "11 U.S.C. § 362(a)(6); Fed. R. Bankr. P. 3001(e)" if frozen else ""
    yield stop(FROZEN, message, place, fix=fix, law=law)


def _in_court(facts: Facts, terms: HandoffTerms) -> Iterator[Finding]:
    suit = suit_of(facts.case)
    if suit is None:
        return
    place = facts.case.origin(f"entry:{suit.filed.n}")
    if suit.judgment or suit.dismissed:
        done = "judged" if suit.judgment else "dismissed"
        message = f"the claim was {done} by the court"
        if terms.to is Taker.ATTORNEY:
            yield note(JUDGED, message, place, fix="Give the lawyer the court's paper; the memo names it.")
            return
        fix = "Ask a lawyer: a judgment is assigned and collected by rules of its own; no paper here serves for it."
        yield stop(JUDGED, message, place, fix=fix)
    elif terms.to is not Taker.ATTORNEY:
        message = f"the claim is in court since {suit.filed.on}"
        fix = "Let the suit end, or hand it to a lawyer; nobody else may speak for you there."
        yield stop(IN_COURT, message, place, fix=fix)


def _in_time(facts: Facts, terms: HandoffTerms) -> Iterator[Finding]:
    """Name each item whose time to sue is over."""
    if facts.forum is None or facts.ledger.judgment:
        return
    names, inquiry = taken(facts.case, terms), inquiry_for(facts, facts.forum)
    for item, invoice in due_items(facts):
        run = run_of(facts, inquiry, item, invoice) if item.invoice in names else None
        if run is None or run.last >= facts.as_of:
            continue
        message = f"the time to sue on {item.invoice} ran out on {run.last}"
        place = _of_invoice(facts.case, item.invoice)
        if terms.to is Taker.ATTORNEY:
            yield note(EXPIRED, message, place, fix="The memo says so.", law=run.cite)
            continue
        free = terms.to is Taker.AGENCY and not facts.case.debtor.kind.natural_person
        fix = "Leave it out (--invoice names those that go); ask a lawyer what may still be done."
        yield stop(EXPIRED, message, place, fix=fix, law=run.cite, overridable=free)


def _disputed(facts: Facts, terms: HandoffTerms) -> Iterator[Finding]:
    case, names = facts.case, taken(facts.case, terms)
    for one in case.disputes:
        if one.invoice not in names:
            continue
        why = f": {one.text.rstrip('.')}" if one.text else ""
        message, place = f"{one.invoice} is disputed since {one.on}{why}", case.origin(f"entry:{one.n}")
        if terms.to is Taker.FACTOR:
            fix = "Settle the dispute first, or leave the invoice out: a seller answers for every invoice being good."
            yield stop(DISPUTED, message, place, fix=fix, law="UCC 9-404(a)")
        else:
            yield note(DISPUTED, message, place, fix=f"The papers tell {called(terms)} so, with what was said.")


def _agreed(facts: Facts, terms: HandoffTerms) -> Iterator[Finding]:
    case, known = facts.case, in_force(facts.case, facts.as_of)
    if known is None:
        return
    plan = known.plan
    kind = "a settlement" if plan is None else "an extension" if plan.kind == "extension" else "a payment plan"
    how = "accelerated" if plan and plan.accelerates else "cancelled" if plan else "broken"
    message, place = f"{kind} has been in force since {known.on}", case.origin(f"entry:{known.n}")
    fix = (
        "Who keeps it may not be chased; `kit next CASE` says what a miss leads to. If it is over: "
        f"`kit log CASE ended --entry {known.n} --how {how}`."
    )
    yield stop(AGREED, message, place, fix=fix, overridable=terms.to is Taker.ATTORNEY)


def _people(case: Case, terms: HandoffTerms) -> Iterator[Finding]:
    if case.consumer and terms.to is Taker.AGENCY:
        message = "this is a consumer debt; the agency is a debt collector under federal law"
        fix = "Choose one licensed where the debtor lives; the placement form tells it what it must know."
        yield note(CONSUMER, message, case.place("purpose"), fix=fix, law="15 U.S.C. § 1692a(6); 12 CFR 1006.34")
    elif case.consumer and terms.to is Taker.FACTOR:
        message = "this is a consumer debt; a factor of business invoices does not buy it"
        fix = "Ask a lawyer: a notice of assignment to a consumer stands under other law as well."
        yield stop(CONSUMER, message, case.place("purpose"), fix=fix, law="UCC 9-406(h)")
    if case.debtor.kind is PartyKind.GOVERNMENT and terms.to is Taker.FACTOR:
        message = f"{case.debtor.name} is a public body; many claims against the public cannot be sold by notice alone"
        fix = "Ask a lawyer; the United States is told by a form of its own."
        law = "31 U.S.C. § 3727; 41 U.S.C. § 6305"
        yield stop(GOVERNMENT, message, case.place("debtor", "kind"), fix=fix, law=law, overridable=True)


def _share(terms: HandoffTerms) -> Iterator[Finding]:
    if terms.contingent_percent is not None and terms.contingent_percent > MUCH:
        message = f"{terms.who} is to keep {terms.contingent_percent:f}% of what comes in, more than half"
        yield note(SHARE, message, fix="Ask for another quote; `kit options CASE` sets the ways side by side.")


def _little(terms: HandoffTerms) -> Iterator[Finding]:
    share = terms.contingent_percent
    if share is not None and 0 < share < LITTLE:
        message = f"{terms.who} is to keep {share:f}% of what comes in, less than one in a hundred"
        yield note(SHARE, message, fix=f"Did you mean {(share * 100).normalize():f}? Then give it so.")


def _promised(facts: Facts, terms: HandoffTerms) -> Iterator[Finding]:
    """Name what a seller would promise and the file contradicts, and what it does not answer."""
    told = {PLEDGED, DISPUTED, CONSUMER, FROZEN, GONE}  # said above with their own reasons
    for one in representations(facts, terms):
        if one.stand is Stand.FALSE and one.code not in told:
            message = f"the sale would promise that {one.text}, and that is not so: {one.fact}"
            fix = "Leave the invoice out, or have the buyer except it in writing."
            yield stop(UNTRUE, message, fix=fix, overridable=True)
        elif one.stand is Stand.UNKNOWN:
            message = f"the sale would promise that {one.text}; {one.fact}"
            yield note(UNKNOWN, message, fix="Find it out before you sign.")


def _of_invoice(case: Case, name: str) -> Place | None:
    index = next((n for n, one in enumerate(case.invoices) if one.id == name), None)
    return case.place("invoices", index) if index is not None else None


def amount_of(facts: Facts, terms: HandoffTerms) -> Decimal:
    """Return what is open today on what ``terms`` name; the debtor's money held is off where they name everything."""
    if facts.ledger.judgment:
        return facts.ledger.judgment.total
    total = sum((one.balance for one in open_items(facts, terms)), ZERO)
    if not kept(facts.case, facts.ledger, terms):
        account = sum((one.balance for one in facts.ledger.items if not one.invoice), ZERO)
        return max(ZERO, total + account - facts.ledger.totals.unapplied)
    return total


def spoken_amount(facts: Facts, terms: HandoffTerms) -> str:
    """Return that sum for a message."""
    return spoken(amount_of(facts, terms), facts.ledger.currency)
