"""The points of a stop list, each with what is on record about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kit.checks.insolvency import whom
from kit.checks.reclamation import reclaimable
from kit.checks.stay_guarantor import check_guarantor
from kit.checks.stay_papers import not_to_be_sent
from kit.checks.stay_words import ENFORCING, LIEN_KEPT, LIENS, RECLAIM, SETOFF_KEPT, SETTING_OFF, STAY, SUING, TAKING
from kit.documents import wording
from kit.documents.contexts import letterhead
from kit.documents.contexts.court_caption import court_name
from kit.documents.contexts.court_law import court_law
from kit.facts import Facts
from kit.model.account import Method
from kit.model.bankruptcy import Bankruptcy
from kit.model.case import WorkKind
from kit.model.event import HoldReason
from kit.model.small_claims import Insolvency
from kit.model.stay import later_invoices
from kit.model.suit import suit_of


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to know or to tell: what, and what the file says about it."""

    what: str
    record: str


@dataclass(frozen=True, slots=True)
class Stop:
    """One thing that stops: what, what the file says about it, and the law it rests on."""

    what: str
    record: str
    law: str = ""


def stops(facts: Facts, *, bankrupt: bool) -> Iterator[Stop]:
    """Yield what stops, in the order in which it does harm."""

    def law(part: str) -> str:
        return part if bankrupt else ""

    yield Stop("Letters, emails and statements, and reminders that a program sends", _waiting(facts), law(STAY))
    yield Stop("Calls and messages", _called(facts), law(STAY))
    yield Stop("Take the claim back from an agency or a lawyer who collects", _handed_off(facts), law(STAY))
    yield _suit(facts, law(SUING), law(ENFORCING))
    yield Stop("Automatic charges and debits: cards, bank accounts, portals", _charges(facts), law(TAKING))
    yield Stop("No set-off: not against deposits, credits or what we owe the debtor", _setoff(facts), law(SETTING_OFF))
    yield Stop("No lien, no repossession, no lock-out without a lawyer", _lien(facts), law(LIENS))
    yield Stop("Business after this day is kept apart: an account, a case and numbers of its own", _later(facts))


def _waiting(facts: Facts) -> str:
    papers = not_to_be_sent(facts.case, facts.as_of)
    if not papers:
        return "No paper of ours is waiting to be sent. Look at the invoicing software."
    names = wording.listing(_file(one.files[0].path if one.files else one.document) for one in papers)
    return f"Made and not sent, and not to be sent: {names}. Look at the invoicing software too."


def _file(path: str) -> str:
    return path.rsplit("/", 1)[-1].rsplit(".", 1)[0]


def _called(facts: Facts) -> str:
    if not facts.case.called:
        return "No call is on record."
    last = max(facts.case.called, key=lambda one: (one.on, one.n))
    return (
        f"Last call on record: {wording.day(last.on)}{f', to {last.to}' if last.to else ''}. Tell whoever makes them."
    )


def _handed_off(facts: Facts) -> str:
    held = [one for one in facts.case.holds if one.reason is HoldReason.HANDED_OFF]
    if held:
        text = f" ({held[-1].text})" if held[-1].text else ""
        return f"Handed over on {wording.day(held[-1].on)}{text}: recall it in writing today."
    return "Nothing on record says that it was handed over."


def _suit(facts: Facts, suing: str, enforcing: str) -> Stop:
    suit = suit_of(facts.case)
    if suit is None or suit.dismissed:
        return Stop("No suit: file nothing, serve nothing", "No suit is on record.", suing)
    where = court_name(facts.case, court_law(facts)) or "court"
    number = f", case {suit.number}" if suit.number else ""
    filed = f"Filed on {wording.day(suit.filed.on)} in the {where.removeprefix('the ').removeprefix('The ')}{number}."
    tell = "File the notice there that kit letter makes."
    if suit.judgment:
        entered = wording.day(suit.judgment.on)
        return Stop(
            "The judgment: no levy, no garnishment, no lien, no examination of the debtor",
            f"{filed} Judgment of {entered}. Call off what the sheriff was asked to do. {tell}",
            enforcing,
        )
    hearing = suit.hearing
    ahead = f" Hearing on {wording.day(hearing)}: ask for no judgment." if hearing and hearing >= facts.as_of else ""
    return Stop("The suit: serve nothing, ask for nothing at a hearing", f"{filed}{ahead} {tell}", suing)


def _charges(facts: Facts) -> str:
    ways = (Method.CARD, Method.TRANSFER)
    paid = [one for one in facts.case.payments if one.method in ways and one.on <= facts.as_of]
    if not paid:
        return "No payment by card or transfer is on record. Look whether a card of the debtor is stored."
    last = max(paid, key=lambda one: one.on)
    return f"Last one on record: {wording.day(last.on)}, by {last.method}. Delete what is stored."


def _setoff(facts: Facts) -> str:
    held, currency = facts.ledger.totals.unapplied + facts.ledger.totals.overpaid, facts.case.currency
    said = [f"We hold {wording.money(held, currency)} that belongs to the debtor."] if held else []
    said += [f"The debtor says that we owe: {one.text.rstrip('.')}." for one in facts.case.setoffs]
    said += (
        [f"Keep it where it is and ask for leave ({SETOFF_KEPT})."] if said else ["Nothing to set off is on record."]
    )
    return " ".join(said)


def _lien(facts: Facts) -> str:
    if facts.case.work.kind is WorkKind.CONSTRUCTION:
        days = "Building work: the days for a lien may go on, and a notice may take its place"
        return f"{days} ({LIEN_KEPT}). Ask a lawyer today."
    if facts.case.agreement.goods.retain_title:
        return "The terms keep a security interest in the goods: they stay where they are. Ask a lawyer today."
    return "Nothing of the kind is on record."


def _later(facts: Facts) -> str:
    later = later_invoices(facts.case, facts.as_of)
    if later:
        are, them = ("are", "them") if len(later) > 1 else ("is", "it")
        return f"{wording.listing(one.id for one in later)} {are} of after the petition: move {them} to another case."
    return "Nothing of after that day is in this case. Sell against payment in advance."


def tells(facts: Facts, filed: Bankruptcy | None, seen: Insolvency | None) -> Iterator[Point]:
    """Yield whom to tell, and what."""
    case = facts.case
    signer = letterhead.signer(case)[0]
    yield Point(
        f"Everybody who writes, calls or delivers for us, {signer} first", "Nothing goes to the debtor about old bills."
    )
    if (pledged := letterhead.creditor_of(case).claim_pledged_to) is not None:
        yield Point(pledged, "The claim is pledged to it: who files the proof of claim, and who is paid?")
    if suit_of(case):
        yield Point(
            "The court of the suit, and whoever serves papers for us", "The notice, with the number of the case."
        )
    lawyer = case.debtor.lawyer_on(facts.as_of)
    if lawyer:
        yield Point(lawyer.name, "Questions go to this lawyer of the debtor, none of them about payment.")
    if filed:
        who = filed.trustee.name if filed.trustee else "The trustee, once appointed"
        yield Point(who, "Where we can be reached, and what we hold that belongs to the debtor.")
    elif seen:
        yield Point(whom(seen), "Our claim, and what we hold that belongs to the debtor.")
    yield Point("Our accountant", "A payment of the last 90 days may be asked back; keep what shows the usual terms.")


def allowed(facts: Facts, filed: Bankruptcy | None, seen: Insolvency | None) -> Iterator[str]:
    """Yield what may still be done."""
    if filed is None:
        yield f"The claim, to {whom(seen) if seen else 'whoever runs it'}, in the time of the notice."
    else:
        yield "The proof of claim, and a request for notices: they go to the bankruptcy court, not to the debtor."
        yield from _goods(facts)
    for one in facts.case.guarantors:
        found = [each for each in check_guarantor(facts.case, one, facts.as_of, facts.federal) if each.stops]
        if found:
            yield f"Not {one.name}, who guaranteed the debt: {found[0].message}."
        else:
            yield f"Asking {one.name}, who guaranteed the debt and did not file; interest against a guarantor goes on."
    yield "New business on new terms. Payments on old bills are not taken without asking who may make them."


def _goods(facts: Facts) -> Iterator[str]:
    found = reclaimable(facts)
    if found.by and found.safe_by:
        names = wording.listing(dict.fromkeys(one.goods.invoice for one in found.open))
        day = wording.day(found.safe_by if found.safe_by >= facts.as_of else found.by)
        yield f"Goods of {names} may be asked back in writing by {day} ({RECLAIM}): ask a lawyer today about it."
