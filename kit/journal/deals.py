"""What of plans, settlements and adjustments cannot be: signed twice, ended before it began, paid too little."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kit.findings import KitError
from kit.journal.handoffs import (
    SHOW,
    refuse_closed,
    refuse_handed_off,
    refuse_reopened,
    refuse_returned,
    refuse_share,
)
from kit.model.agreed import agreed, away, in_force, money_for, offered
from kit.model.case import Case
from kit.model.deal_event import (
    Adjusted,
    Closed,
    Commission,
    Ended,
    HandedOff,
    HowEnded,
    PassedOn,
    Reopened,
    Returned,
    Settled,
    Signed,
    Tendered,
)
from kit.model.event import Event
from kit.model.handoff import HandoffTerms, Title
from kit.model.money import ZERO, spoken
from kit.model.plan import PlanTerms
from kit.model.slips import near
from kit.model.stay import freezes
from kit.model.taken import called

AGAIN = "if it is so all the same, add --again"


def refuse_deal(case: Case, event: Event, *, again: bool) -> bool:
    """Raise `KitError` where ``event``, about an agreement or a hand-off, cannot be; False for any other."""
    refusal = _REFUSALS.get(type(event))
    if refusal is None:
        return False
    refusal(case, event, again)
    return True


def rests_on(later: Event, event: Event) -> bool:
    """Whether ``later`` speaks of ``event`` and would hang in the air without it."""
    if isinstance(later, Ended | Settled | Returned | Commission | PassedOn):
        return later.entry == event.n
    return isinstance(later, Signed | HandedOff) and later.made == event.n


def _refuse_signed(case: Case, event: Signed, again: bool) -> None:
    made = offered(case, event.made)
    if event.made is not None and made is None:
        raise KitError(f"entry {event.made} offers no plan and no settlement. {_offers(case)}")
    if made and isinstance(made.deal, PlanTerms) and made.deal.kind == "extension":
        raise KitError("an extension needs no signature; it holds from the day its letter was sent")
    if made and any(one.supersedes == made.n for one in case.made):
        raise KitError(
            f"entry {made.n} was superseded by a later offer; name that one if it was signed. {_offers(case)}"
        )
    if made and event.on < made.on:
        raise KitError(f"the paper is of {made.on} and cannot have been signed on {event.on}")
    if known := in_force(case, event.on):
        kind = "plan" if known.plan else "settlement"
        raise KitError(
            f"a {kind} has been in force since {known.on} (entry {known.n}); if the new one takes its place, "
            f"record that first: `kit log CASE ended --entry {known.n} --how cancelled`"
        )
    before = next((one for one in case.signed if made and one.made == made.n), None)
    if before and not again:
        raise KitError(
            f"entry {event.made} was signed on {before.on} (entry {before.n}) and is over; make a new offer of today's "
            f"debt, or, where that very paper was signed anew, add --again"
        )
    _refuse_not_ours(case, event, again)
    until = made.deal.open_until if made and not isinstance(made.deal, HandoffTerms) and made.deal else None
    if until and event.on > until and not again:
        raise KitError(f"the offer was open until {until}; signed on {event.on} it is a new agreement; {AGAIN}")


def _refuse_not_ours(case: Case, event: Signed, again: bool) -> None:
    """Raise `KitError` where somebody else had the claim, or a petition had frozen it, on the day of the signature."""
    for one in away(case):
        if one.on > event.on:
            continue
        back = f"when it is back: `kit log CASE returned --entry {one.n}`"
        if one.terms.title is Title.SALE:
            raise KitError(f"the claim was sold to {one.terms.who} on {one.on} and is not yours to agree on; {back}")
        if not again:
            raise KitError(f"{called(one.terms)} has had the claim since {one.on}; {back}; {AGAIN}")
    filed = case.bankruptcy
    if filed and filed.petition_on <= event.on and freezes(case, event.on) and not again:
        raise KitError(
            f"the debtor filed for bankruptcy on {filed.petition_on}; ask a lawyer what a paper that was signed on "
            f"{event.on} is worth; {AGAIN}"
        )


def _offers(case: Case) -> str:
    open_ = [made for made in case.made if offered(case, made.n)]
    if not open_:
        return "`kit plan` and `kit settle` make the paper."
    return "Offers on record: " + ", ".join(f"entry {one.n} of {one.on}" for one in open_) + "."


def _refuse_ended(case: Case, event: Ended, again: bool) -> None:  # noqa: ARG001 - all refusals are called alike
    found = next((one for one in agreed(case) if one.n == event.entry), None)
    if found is None:
        raise KitError(f"entry {event.entry} is no plan and no settlement that was agreed. {SHOW}")
    if event.on < found.on:
        raise KitError(f"it was agreed on {found.on} and cannot have ended on {event.on}")
    if event.how is HowEnded.REINSTATED:
        if not found.ended or found.ended.how is not HowEnded.ACCELERATED:
            raise KitError("only a plan that was accelerated is reinstated")
        if event.on < found.ended.on:
            raise KitError(f"it was accelerated on {found.ended.on} and cannot have been reinstated on {event.on}")
        if other := in_force(case, event.on):
            raise KitError(
                f"another agreement has been in force since {other.on} (entry {other.n}); if that one gives way, "
                f"record it first: `kit log CASE ended --entry {other.n} --how cancelled`"
            )
        return
    if found.over_on:
        raise KitError(f"it has been over since {found.over_on}")
    if event.how is HowEnded.ACCELERATED and not (found.plan and found.plan.accelerates):
        may = "`broken`" if found.settlement else "`cancelled`, where both sides gave it up"
        raise KitError(f"that agreement does not make everything due upon a miss; it may be {may}")


def _refuse_settled(case: Case, event: Settled, again: bool) -> None:  # noqa: ARG001
    found = next((one for one in agreed(case) if one.n == event.entry), None)
    if found is None or found.settlement is None:
        raise KitError(f"entry {event.entry} is no settlement that was signed. {SHOW}")
    if found.over_on:
        raise KitError(f"it has been over since {found.over_on}")
    if event.on < found.on:
        raise KitError(f"it was signed on {found.on}, and its money cannot have cleared on {event.on}")
    paid = sum((amount for _, amount in money_for(case, found, event.on, event.on)), ZERO)
    if paid < found.settlement.sum:
        had, wanted = spoken(paid, case.currency), spoken(found.settlement.sum, case.currency)
        since = f"since the debt was counted on {found.settlement.counted_on}"
        raise KitError(f"the settlement is for {wanted}, and {had} came in {since}; record the rest first")


def _refuse_tendered(case: Case, event: Tendered, again: bool) -> None:
    if not case.invoices:
        raise KitError("the case has no invoice that a check could pay")
    alike = [one for one in case.tendered if (one.on, one.amount) == (event.on, event.amount)]
    if alike and not again:
        raise KitError(f"that is on record as entry {alike[0].n}; if a second one came, add --again")


def _refuse_adjusted(case: Case, event: Adjusted, again: bool) -> None:
    invoice = next((one for one in case.invoices if one.id == event.invoice), None)
    if invoice is None:
        raise KitError(
            f"there is no invoice {event.invoice}. {near(event.invoice, [i.id for i in case.invoices], 'invoices')}"
        )
    if any(one.id == event.id for one in case.credits):
        raise KitError(f"credit {event.id} is on record")
    given = sum((one.amount for one in case.credits if one.invoice == event.invoice), event.amount)
    if given > case.total(invoice):
        whole = spoken(case.total(invoice), case.currency)
        raise KitError(
            f"{event.invoice} is for {whole}; the credits on it would come to {spoken(given, case.currency)}"
        )
    alike = [
        one for one in case.adjusted if (one.invoice, one.amount, one.on) == (event.invoice, event.amount, event.on)
    ]
    if alike and not again:
        raise KitError(f"that is on record as entry {alike[0].n}; if it did happen again, add --again")


_REFUSALS: dict[type[Any], Callable[[Case, Any, bool], None]] = {
    Signed: _refuse_signed,
    Ended: _refuse_ended,
    Settled: _refuse_settled,
    Tendered: _refuse_tendered,
    Adjusted: _refuse_adjusted,
    HandedOff: refuse_handed_off,
    Returned: refuse_returned,
    Commission: refuse_share,
    PassedOn: refuse_share,
    Closed: refuse_closed,
    Reopened: refuse_reopened,
}
