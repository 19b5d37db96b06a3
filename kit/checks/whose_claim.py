"""Whose claim is it? What was handed off is not asked for beside the taker, and what is pledged is not given away.

After a sale the money is the buyer's: no letter, plan, settlement or claim of the old creditor may speak of it
(UCC 9-406(a), 9-318(a)). With an agency or a lawyer two voices would ask for one debt. Letters state the whole
account, so that a part of it with somebody else holds all of them back.
"""

from __future__ import annotations

from collections.abc import Iterator

from kit.findings import Finding, KitError, note, stop
from kit.journal.fold import superseded
from kit.ledger.account import Ledger
from kit.ledger.kept import kept
from kit.model.agreed import away
from kit.model.case import Case
from kit.model.court_exhibits import paper_of
from kit.model.deal_event import HandedOff
from kit.model.document import Document
from kit.model.document_ids import (
    CLAIM_LETTER,
    CLAIM_PAPERS,
    HANDOFF_NOTICES,
    INVOICE,
    REASSIGNMENT_NOTICE,
    RECEIPT,
    collects,
    short_id,
)
from kit.model.handoff import Taker, Title
from kit.model.paper_event import Made, Sent
from kit.model.party import Channel
from kit.model.taken import called, holder_of, not_told_back, pledged_to, taken

PLEDGED, UNSENT, SOLD, WITH_AGENCY, WITH_LAWYER = "K840", "K841", "K842", "K843", "K844"
TOLD_OTHERWISE = "K863"
AGREEMENTS = "agreements/"  # plans and settlements
PLANS = ("extension", "judgment-plan")  # letters that offer one
OFFERS = ("settlement-offer",)


def check_whose_claim(
    case: Case, document: Document, channel: Channel | None = None, ledger: Ledger | None = None
) -> Iterator[Finding]:
    """Refuse ``document``, on its way by ``channel``, where its claim is pledged or was handed off.

    With the ``ledger`` at hand it is said what stayed, and a bill of that may go out.
    """
    if covers := gives_away(document.id):
        yield from check_pledge(case, covers)
    if not _speaks_of_it(document, channel):
        return
    for one in away(case):
        stays = kept(case, ledger, one.terms) if ledger else ()
        if _meant(case, one, document, stays):
            yield _elsewhere(case, one, document, stays)
    if document.id != RECEIPT:
        yield from _told_otherwise(case)


def _told_otherwise(case: Case) -> Iterator[Finding]:
    """Hold a letter while the debtor has been told to deal with somebody who has given the claim back."""
    found = not_told_back(case)
    if found is None:
        return
    handed, back = found
    who, place = handed.terms.who, case.origin(f"entry:{back.n}")
    fix = "Send that first: `kit handoff CASE --paper reassignment-notice`, and record it as sent."
    if handed.terms.title is Title.AUTHORITY:
        message = f"the debtor was told that {who} acts for you, and not that it ended on {back.on}"
        yield note(TOLD_OTHERWISE, message, place, fix=fix)
        return
    message = f"the debtor was told to pay {who}, and not yet that the claim is yours again since {back.on}"
    yield stop(TOLD_OTHERWISE, message, place, fix=fix, law="UCC 9-406(a)", overridable=True)


def check_whose_invoice(case: Case, invoice: str, document: Document, ledger: Ledger) -> Iterator[Finding]:
    """Refuse a paper about one ``invoice`` that was handed off while others stayed."""
    one = holder_of(case, invoice)
    stays = kept(case, ledger, one.terms) if one else ()
    if one and stays and document.kind.collects:
        yield _elsewhere(case, one, document, stays)


def held_elsewhere(case: Case, ledger: Ledger) -> Iterator[Finding]:
    """Yield what a letter would meet where somebody else has the claim in hand."""
    for one in away(case):
        yield _elsewhere(case, one, None, kept(case, ledger, one.terms))


def note_unsent(case: Case) -> Iterator[Finding]:
    """Mark each paper that asks for the debt, was made before it was handed off, and has not gone out."""
    gone, old = {number for one in case.sent for number in one.papers}, superseded(case.made)
    waiting = [one for one in case.made if one.n not in gone and one.n not in old]
    for handed in away(case):
        for made in waiting:
            if _overtaken(case, made, handed):
                message = f"{paper_of(made) or made.document} was made on {made.on} and has not gone out"
                fix = f"Do not send it: {called(handed.terms)} has had the claim since {handed.on}."
                yield note(UNSENT, message, case.origin(f"entry:{made.n}"), fix=fix)


def refuse_sent_away(case: Case, sent: Sent, *, again: bool) -> None:
    """Raise `KitError` where a paper of ``sent`` was made before the claim was handed off, and left after it.

    ``again``: it did go out, and is recorded as it happened.
    """
    papers = [one for one in case.made if one.n in sent.papers]
    for handed in away(case):
        late = next((one for one in papers if _overtaken(case, one, handed)), None)
        if late and handed.on <= sent.on and not again:
            raise KitError(
                f"{paper_of(late) or late.document} (entry {late.n}) is not to be sent: it was made on {late.on}, and "
                f"{called(handed.terms)} has had the claim since {handed.on}; if it went out all the same, add --again "
                f"and tell {handed.terms.who} at once"
            )


def _overtaken(case: Case, made: Made, handed: HandedOff) -> bool:
    """Whether a paper asks for what was handed off after it was made."""
    if made.n > handed.n or not collects(made.document) or made.document in HANDOFF_NOTICES:
        return False
    if made.document == RECEIPT:  # thanks for what came may go, as long as it is still yours to take
        return handed.terms.title is Title.SALE
    return made.document != INVOICE or made.about in taken(case, handed.terms)


def check_pledge(case: Case, covers: str) -> Iterator[Finding]:
    """Refuse a plan, a settlement or a hand-off (``covers``) of a pledged claim without its holder's leave."""
    bank = pledged_to(case)
    if not bank:
        return
    given = next((one for one in reversed(case.leave) if one.covers == covers), None)
    place = case.place("creditor", "claim_pledged_to")
    what = {"plan": "a payment plan", "settlement": "a settlement", "handoff": "a hand-off"}[covers]
    if given:
        message = f"the claim is pledged to {bank}; {given.by} agreed to {what} on {given.on}"
        yield note(PLEDGED, message, place, fix="Keep that writing with the case.")
        return
    message = f"the claim is pledged to {bank}, and no leave for {what} is on record"
    fix = f"Get it in writing; then add `leave: [{{covers: {covers}, on: YYYY-MM-DD, by: NAME}}]` to the case."
    yield stop(PLEDGED, message, place, fix=fix)


def gives_away(document: str) -> str:
    """Return what a paper gives away of the claim, by its id: `plan`, `settlement`, or nothing."""
    name = short_id(document)
    if name in OFFERS or (document.startswith(AGREEMENTS) and "settle" in name):
        return "settlement"
    return "plan" if name in PLANS or document.startswith(AGREEMENTS) else ""


def _speaks_of_it(document: Document, channel: Channel | None) -> bool:
    """Whether a paper asks for the debt, answers for it, or settles it."""
    if document.id in (*HANDOFF_NOTICES, REASSIGNMENT_NOTICE):
        return False
    return (
        document.kind.collects
        or channel is Channel.PHONE
        or document.id.startswith(AGREEMENTS)
        or document.id in (*CLAIM_PAPERS, CLAIM_LETTER)
    )


def _meant(case: Case, one: HandedOff, document: Document, stays: tuple[str, ...]) -> bool:
    """Whether a hand-off stands in the way: a claim in bankruptcy is only somebody else's after a sale."""
    if not taken(case, one.terms) or (document.id == INVOICE and stays):
        return False  # a bill is about one invoice, which is asked for by itself
    return one.terms.title is Title.SALE or document.id not in (*CLAIM_PAPERS, CLAIM_LETTER)


def _elsewhere(case: Case, one: HandedOff, document: Document | None, stays: tuple[str, ...]) -> Finding:
    """Return what keeps ``document``, or any letter, back while the hand-off stands and ``stays`` is still yours."""
    terms, place = one.terms, case.origin(f"entry:{one.n}")
    names = ", ".join(taken(case, terms))
    rest = "; a paper of this case states the whole account" if stays else ""
    apart = f" Or keep {', '.join(stays)}, still yours, in a case apart: `kit new`." if stays else ""
    back = f"`kit log CASE returned --entry {one.n}`"
    recalled, bought = (f"{back[:-1]} --how {how}`" for how in ("recalled", "repurchased"))
    if terms.title is Title.SALE:
        verb = "were" if "," in names else "was"
        message = f"{names} {verb} sold to {terms.who} on {one.on}; the claim is no longer yours{rest}"
        fix = (
            "Send the debtor nothing about it; pass on what comes to you (`kit log CASE passed-on`). If it was bought "
            f"back: {bought}.{apart}"
        )
        return stop(SOLD, message, place, fix=fix, law="UCC 9-318(a), 9-406(a)")
    if document and document.id == RECEIPT:
        message = f"{names} went to {called(terms)} on {one.on}"
        return note(WITH_AGENCY, message, place, fix="Tell it the same day what you received.")
    if terms.to is Taker.ATTORNEY:
        message = f"{names} went to {called(terms)} on {one.on}; what the debtor is told goes through the lawyer{rest}"
        fix = f"Ask the lawyer first. When the claim is back: {back}.{apart}"
        return stop(WITH_LAWYER, message, place, fix=fix, overridable=True)
    message = f"{names} went to {called(terms)} on {one.on}; two voices may not ask for one debt{rest}"
    fix = f"Recall it first (`kit handoff CASE --paper recall`), then {recalled}.{apart}"
    return stop(WITH_AGENCY, message, place, fix=fix)
