"""What a settlement holds against a paper: while it binds or is offered, nothing else is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from kit.facts import Facts
from kit.findings import Finding, note, stop
from kit.ledger.settlement_standing import SettlementStanding, SettlementState, newest_settlement, open_offer
from kit.model.document import Document, DocumentKind
from kit.model.document_ids import (
    EXTENSION,
    INVOICE,
    JUDGMENT_PAPERS,
    PAYMENT_PLAN,
    SETTLEMENT,
    SETTLEMENT_COMPLETED,
    SETTLEMENT_MISSED,
    SETTLEMENT_OFFER,
    STATEMENT,
)
from kit.model.money import spoken
from kit.model.settlement import SettlementTerms
from kit.model.suit import suit_of

APART = (INVOICE, PAYMENT_PLAN, EXTENSION, SETTLEMENT, SETTLEMENT_OFFER, *JUDGMENT_PAPERS)  # asked about by themselves
UNFIT, IN_FORCE, OFFERED = "K832", "K833", "K834"
DAY = timedelta(days=1)


def check_in_settlement(facts: Facts, document: Document) -> Iterator[Finding]:
    """Name what a settlement in force, or one that is offered, holds against ``document``."""
    here = newest_settlement(facts.case, facts.as_of)
    if document.id in (SETTLEMENT_MISSED, SETTLEMENT_COMPLETED):
        yield from _fits(facts, here, document.id)
        return
    if document.kind not in (DocumentKind.COLLECTION, DocumentKind.COURT) or document.id in APART:
        return
    if here and here.state.holds and not facts.ledger.judgment:
        found = _in_force(facts, here)
        filed = document.kind is DocumentKind.COURT and suit_of(facts.case) is not None
        yield found.as_note() if document.id == STATEMENT or filed else found
    elif document.id != STATEMENT:
        yield from _offered(facts, document)


def _in_force(facts: Facts, here: SettlementStanding) -> Finding:
    n, case = here.agreed.n, facts.case
    message = f"a settlement of {here.agreed.on} is in force"
    if here.state is SettlementState.KEPT and here.coming:
        message += f" and kept; the next payment is due on {here.coming.due_on}"
    elif here.left:
        message += f"; {spoken(here.left, facts.ledger.currency)} of it is open"
    else:
        message += " and paid; whether the money cleared is not on record"
    fix = (
        "`kit next CASE` says what the settlement itself asks for now. If it was not paid: "
        f"`kit log CASE ended --entry {n} --how broken`."
    )
    return stop(IN_FORCE, message, case.origin(f"entry:{n}"), fix=fix)


def _offered(facts: Facts, document: Document) -> Iterator[Finding]:
    """Stop a demand while the debtor may still accept an offer that went out: it could be read as taking it back."""
    made = open_offer(facts.case, facts.as_of)
    if made is None or not isinstance(made.deal, SettlementTerms) or made.deal.open_until is None:
        return
    if not any(made.n in one.papers for one in facts.case.sent):
        return
    until, place = made.deal.open_until, facts.case.origin(f"entry:{made.n}")
    message = f"the settlement offer of {made.on} stands until {until}"
    fix = "Wait for that day; if it was signed, record it: `kit log CASE signed`."
    if document.kind is DocumentKind.COURT:
        yield note(OFFERED, message, place, fix=fix)
    else:
        message += "; asking for the whole before may be read as taking it back"
        yield stop(OFFERED, message, place, fix=fix, overridable=True, clears_on=until + DAY)


def _fits(facts: Facts, here: SettlementStanding | None, document: str) -> Iterator[Finding]:
    """Stop a paper of a settlement that does not fit where the settlement stands."""
    if here is None:
        fix = "`kit settle` offers one; `kit log CASE signed` records that it was signed."
        yield stop(UNFIT, "no settlement was signed", fix=fix)
        return
    why = ""
    if document == SETTLEMENT_COMPLETED and here.state is not SettlementState.CLEARED:
        owed = spoken(here.left, facts.ledger.currency)
        why = f"the settlement is not paid: {f'{owed} is still to come' if here.left else 'its money has not cleared'}"
    missed = (SettlementState.MISSED, SettlementState.TOLD, SettlementState.UNPAID)
    if document == SETTLEMENT_MISSED and here.state not in missed:
        why = "no payment of the settlement is missed"
    if why:
        place = facts.case.origin(f"entry:{here.agreed.n}")
        yield stop(UNFIT, why, place, fix="`kit next CASE` says what the settlement asks for now.")
