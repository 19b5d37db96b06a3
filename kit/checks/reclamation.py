"""Goods that may still be asked back: what the law gives a seller on credit whose buyer filed (11 U.S.C. § 546(c)).

The demand is in writing, for goods sold in the ordinary course of the seller's business and received by an insolvent
buyer within the days before the petition. It is due so many days after receipt or, where these end after the petition,
after the petition. The right stands behind a lender with a lien on the goods, and brings nothing back by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kit.checks.claim_class import claim_classes
from kit.checks.claim_goods import GoodsBefore, Reclaim
from kit.checks.claim_papers import claim_account
from kit.checks.stay_words import RECLAIM, SALES
from kit.facts import Facts
from kit.findings import Finding, note, stop
from kit.model.inquiry import Inquiry
from kit.model.law import Answer
from kit.model.law_bankruptcy import Reclamation
from kit.model.law_names import RuleName
from kit.model.stay import Stand, stand_of


@dataclass(frozen=True, slots=True)
class Reclaimable:
    """Goods that may be asked back on a day, those whose time is over, and the law that says so."""

    open: tuple[Reclaim, ...] = ()
    late: tuple[Reclaim, ...] = ()
    undated: tuple[str, ...] = ()  # invoices of goods without a day of receipt
    expense: bool = False  # some of them are an expense of the estate too, § 503(b)(9)
    rule: Reclamation | None = None
    used: tuple[Answer, ...] = ()

    @property
    def safe_by(self) -> date | None:
        """The first day after which something could be too late."""
        return min((one.safe_by for one in self.open), default=None)

    @property
    def by(self) -> date | None:
        """The last day for any of it."""
        return max((one.by for one in (*self.open, *self.late)), default=None)


def reclaimable(facts: Facts) -> Reclaimable:
    """Return which goods of the case may be asked back; empty where no petition on record stands."""
    if facts.federal is None or stand_of(facts.case, facts.as_of) is not Stand.FROZEN:
        return Reclaimable()
    claim = claim_account(facts)
    if claim is None or not claim.total:
        return Reclaimable()
    goods: GoodsBefore = claim_classes(facts, claim).goods
    inquiry = Inquiry(facts.federal, {})
    answer = inquiry.ask(RuleName.RECLAMATION, claim.petition_on)
    in_time = tuple(one for one in goods.reclaim if one.by >= facts.as_of)
    return Reclaimable(
        open=in_time,
        late=tuple(one for one in goods.reclaim if one.by < facts.as_of),
        undated=goods.undated,
        expense=any(one.goods in goods.request for one in in_time),
        rule=answer.of(Reclamation) if answer else None,
        used=tuple(inquiry.used),
    )


def check_reclamation(facts: Facts) -> Iterator[Finding]:
    """Yield what stands against a demand for goods, and what whoever sends it must know."""
    found, place = reclaimable(facts), facts.case.place("invoices")
    if found.late and not found.open:
        message = f"the last day to ask for these goods back was {found.by}"
        fix = "Goods of the last days can still be asked for in money: `kit claim CASE --paper goods` has the figures."
        yield stop("K784", message, place, fix=fix, law=RECLAIM)
    if not found.open:
        return
    if found.safe_by and found.safe_by < facts.as_of:
        message = f"some of these goods should have been asked for by {found.safe_by}; by one reading, {found.by}"
        yield note("K785", message, place, fix="Send the demand today, so that it can be proved when.", law=RECLAIM)
    if found.late:
        names = ", ".join(dict.fromkeys(one.goods.invoice for one in found.late))
        message = f"the time to ask for goods of {names} is over; they are not in the demand"
        yield note("K785", message, place, law=RECLAIM)
    message = "a demand brings no goods back by itself, and a lender with a lien on them goes first"
    fix = (
        "Have a lawyer read it before it goes out: state law gives the right, only goods still in hand and told from "
        "others come back, and only with consent or by an order of the bankruptcy court. Fetch nothing yourself."
    )
    yield note("K786", message, place, fix=fix, law=f"{RECLAIM}; {SALES}")
    for name in found.undated:
        at = facts.case.place("invoices", next(n for n, bill in enumerate(facts.case.invoices) if bill.id == name))
        fix = "Write `delivered_on:` of the invoice, the day the debtor had the goods in hand."
        yield note(
            "K787", f"no day on which the goods of {name} arrived is in the file: not in the demand", at, fix=fix
        )
