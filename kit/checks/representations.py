"""What a seller of invoices promises the buyer, each held against the file: true, false, or not known.

The file knows what was recorded. What it does not record is not promised on its word: whoever signs says it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kit.facts import Facts
from kit.model.account import ExhibitKind
from kit.model.agreed import away
from kit.model.case import Case, Purpose, WorkKind
from kit.model.handoff import HandoffTerms
from kit.model.money import spoken
from kit.model.stay import freezes, proceeding
from kit.model.taken import asked_of_pledge, pledged_to, taken


class Stand(StrEnum):
    """What the file says of a promise."""

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Representation:
    """One promise: ``text`` after `that`, what the file says of it, the fact, and the code of the check it is with."""

    text: str
    stand: Stand
    fact: str
    code: str = ""


def representations(facts: Facts, terms: HandoffTerms) -> tuple[Representation, ...]:
    """Return every promise about the invoices of ``terms``, as the file stands on the day of ``facts``."""
    names = taken(facts.case, terms)
    ours = (_owner(facts.case, names), _pledge(facts.case), _sums(facts, names))
    theirs = (_dispute(facts.case, names), _setoff(facts.case), _insolvent(facts), _business(facts.case))
    return (*ours, *_work(facts.case, names), *theirs, *_age(facts, terms, names))


def _owner(case: Case, names: tuple[str, ...]) -> Representation:
    text = "the invoices are the seller's own and were not assigned before"
    gone = [one for one in away(case) if set(taken(case, one.terms)) & set(names)]
    if gone:
        return Representation(text, Stand.FALSE, f"{gone[0].terms.who} has had them since {gone[0].on}", "K845")
    if case.assigned_from:
        fact = f"the claim came from {case.assigned_from.name}; show that assignment"
        return Representation(text, Stand.UNKNOWN, fact)
    return Representation(text, Stand.TRUE, "no hand-off is open on record")


def _pledge(case: Case) -> Representation:
    text = "nobody holds them as security"
    if bank := pledged_to(case):
        given = next((one for one in reversed(case.leave) if one.covers == "handoff"), None)
        leave = f"; {given.by} agreed to this hand-off on {given.on}" if given else ""
        return Representation(text, Stand.FALSE, f"they are pledged to {bank}{leave}", "K840")
    if asked_of_pledge(case):
        return Representation(text, Stand.TRUE, "the file says that they are pledged to nobody")
    fact = "the file does not say; look at your loans, and write `claim_pledged_to: nobody` if it is so"
    return Representation(text, Stand.UNKNOWN, fact)


def _sums(facts: Facts, names: tuple[str, ...]) -> Representation:
    text = "the sums on the schedule are owed, after every payment and credit"
    open_ = {one.invoice for one in facts.ledger.items if one.principal > 0}
    paid = [name for name in names if name not in open_]
    if paid:
        return Representation(text, Stand.FALSE, f"nothing is open on {', '.join(paid)}")
    over = facts.ledger.totals.unapplied
    if over:
        fact = f"{spoken(over, facts.ledger.currency)} of the debtor's money is held and not applied yet"
        return Representation(text, Stand.FALSE, fact)
    return Representation(text, Stand.TRUE, f"as the account of {facts.as_of} has it")


def _work(case: Case, names: tuple[str, ...]) -> Iterator[Representation]:
    goods = case.work.kind is WorkKind.GOODS
    text = "the goods were delivered" if goods else "the work was done and delivered"
    shown = {one.invoice for one in case.exhibits if one.kind is ExhibitKind.DELIVERY}
    missing = [
        one.id for one in case.invoices if one.id in names and not one.delivered_on and not {one.id, None} & shown
    ]
    if missing:
        fact = f"the file has no day and no proof of delivery for {', '.join(missing)}"
        yield Representation(text, Stand.UNKNOWN, fact)
    else:
        yield Representation(text, Stand.TRUE, "each has a day of delivery or a proof of it in the file")


def _dispute(case: Case, names: tuple[str, ...]) -> Representation:
    text = "the debtor disputes nothing of them"
    open_ = [one for one in case.disputes if one.invoice in names]
    if open_:
        said = ", ".join(f"{one.invoice} since {one.on}" for one in open_)
        return Representation(text, Stand.FALSE, said, "K846")
    return Representation(text, Stand.TRUE, "no open dispute is on record")


def _setoff(case: Case) -> Representation:
    text = "the debtor has no counterclaim and no set-off"
    if case.setoffs:
        return Representation(text, Stand.FALSE, f"the debtor says: {case.setoffs[0].text.rstrip('.')}")
    return Representation(text, Stand.TRUE, "none is on record")


def _insolvent(facts: Facts) -> Representation:
    text = "the debtor is in no bankruptcy or other insolvency that the seller knows of"
    if freezes(facts.case, facts.as_of) or proceeding(facts.case, facts.as_of):
        return Representation(text, Stand.FALSE, "a proceeding is on record", "K847")
    return Representation(text, Stand.TRUE, "none is on record; look in the court's register on the day you sign")


def _business(case: Case) -> Representation:
    text = "they are for a business purpose"
    if case.purpose is Purpose.CONSUMER:
        return Representation(text, Stand.FALSE, "the case says that they are a consumer's", "K851")
    return Representation(text, Stand.TRUE, "the case says so")


def _age(facts: Facts, terms: HandoffTerms, names: tuple[str, ...]) -> Iterator[Representation]:
    """Yield the promise about age, where the factor asks for one."""
    late = {one.invoice: one.days_overdue for one in facts.ledger.items if one.invoice in names and one.balance}
    said = ", ".join(f"{name} by {days} day{'s' if days > 1 else ''}" for name, days in late.items() if days)
    fact = f"past due: {said}" if said else "none is past due"
    if terms.overdue_days is None:
        yield Representation("none is older than the factor takes", Stand.UNKNOWN, f"no limit was named; {fact}")
        return
    text = f"none is more than {terms.overdue_days} days past due"
    fits = all(days <= terms.overdue_days for days in late.values())
    yield Representation(text, Stand.TRUE if fits else Stand.FALSE, fact)
