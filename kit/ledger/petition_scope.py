"""What of a case is debt of before a petition: lines of invoices by the day of the work, money by the day it came.

A claim is a right to payment that arose before the order for relief (11 U.S.C. § 101(5), (10)); it arises when the
work is done or the goods are delivered, whenever the invoice was written. Work of the petition day itself is taken
in: only the hour of the filing could tell, and the stay covers it too if it came first.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from kit.model.account import Invoice, InvoiceLine
from kit.model.case import Case
from kit.model.money import ZERO


class Why(StrEnum):
    """Why something is no part of the claim."""

    LATER_WORK = "later_work"  # done or delivered after the petition
    LATER_BILL = "later_bill"  # billed after the petition, and no day of the work is known
    AFTER_JUDGMENT = "after_judgment"  # billed after the judgment that the claim rests on: a claim of its own


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line of an invoice, or all of one, that is no part of the claim."""

    invoice: str
    text: str
    on: date  # of the work where it is known, else of the invoice
    amount: Decimal
    why: Why


class LaterKind(StrEnum):
    """What came after the petition."""

    PAYMENT = "payment"
    CREDIT = "credit"
    WAIVER = "waiver"
    COST = "cost"


@dataclass(frozen=True, slots=True)
class Later:
    """Something that changed the account after the petition, or money for what is no part of the claim.

    It is shown beside the claim and taken off nowhere. ``amount`` is None for a waiver of all there was.
    """

    kind: LaterKind
    ref: str
    on: date
    amount: Decimal | None
    invoice: str = ""
    outside: bool = False  # it is for an invoice that is no part of the claim


@dataclass(frozen=True, slots=True)
class Scope:
    """The case cut at the petition."""

    case: Case  # as it stood: for the account of the petition day
    left_out: tuple[LeftOut, ...]
    later: tuple[Later, ...]
    billed_later: tuple[str, ...]  # invoices of work before the petition that were written after it
    of_the_day: tuple[str, ...]  # invoices with work of the petition day itself


def worked_on(invoice: Invoice, line: InvoiceLine) -> date | None:
    """Return the day of the work or delivery that ``line`` charges for, None where the file does not say."""
    return line.on or invoice.delivered_on


def scope_of(case: Case, petition_on: date, as_of: date) -> Scope:
    """Return ``case`` as it stood at the petition, and apart from it what is known on ``as_of`` of the time since.

    A payment of before the petition that came back since counts as never received (UCC § 3-310(b)).
    """
    kept, left_out, billed_later, of_the_day = [], [], [], []
    for invoice in case.invoices:
        if invoice.issued_on > as_of:
            continue
        out = _outside(case, invoice, petition_on)
        left_out += [one for one in out if one is not None]
        if all(out):
            continue
        days = [worked_on(invoice, line) for line, gone in zip(invoice.lines, out, strict=True) if not gone]
        of_the_day += [invoice.id] if petition_on in days else []
        billed_later += [invoice.id] if invoice.issued_on > petition_on else []
        kept.append(_cut(case, invoice, out, petition_on))
    known = {invoice.id for invoice in kept}
    gone = {invoice.id for invoice in case.invoices} - known
    now = case.model_copy(update={
        "invoices": tuple(kept),
        "payments": tuple(
            one for one in case.payments
            if one.on <= petition_on and one.invoice not in gone
            and not (one.bounced_on and petition_on < one.bounced_on <= as_of)
        ),
        "credits": tuple(one for one in case.credits if one.on <= petition_on and one.invoice in known),
        **{
            name: tuple(one for one in getattr(case, name) if one.on <= petition_on)
            for name in ("filings", "services", "judgments", "appeals", "satisfied", "dismissals", "waivers", "costs")
        },
    })  # fmt: skip
    return Scope(now, tuple(left_out), _later(case, gone, petition_on, as_of), tuple(billed_later), tuple(of_the_day))


def _outside(case: Case, invoice: Invoice, petition_on: date) -> list[LeftOut | None]:
    """Return for each line why it stays out, None where it belongs to the claim."""
    found: list[LeftOut | None] = []
    for line in invoice.lines:
        day = worked_on(invoice, line)
        why = None
        if day is None and invoice.issued_on > petition_on:
            last = case.work.last_day
            why = None if last and last <= petition_on else Why.LATER_BILL
        elif day is not None and day > petition_on:
            why = Why.LATER_WORK
        out = LeftOut(invoice.id, line.text, day or invoice.issued_on, line.total(case.currency), why) if why else None
        found.append(out)
    left = sum((ln.total(case.currency) for ln, out in zip(invoice.lines, found, strict=True) if out is None), ZERO)
    if left >= 0:
        return found
    # only a discount would be left of it: it goes with the lines it belongs to
    lines = zip(invoice.lines, found, strict=True)
    return [
        out or LeftOut(invoice.id, line.text, invoice.issued_on, line.total(case.currency), Why.LATER_WORK)
        for line, out in lines
    ]


def _cut(case: Case, invoice: Invoice, out: list[LeftOut | None], petition_on: date) -> Invoice:
    """Return the invoice with nothing charged for the lines left out; lines keep their numbers, which disputes name."""
    lines = tuple(
        line.model_copy(update={"quantity": ZERO}) if gone else line
        for line, gone in zip(invoice.lines, out, strict=True)
    )
    due = {"due_on": case.due_on(invoice), "net_days": None}
    return invoice.model_copy(update={"lines": lines, "issued_on": min(invoice.issued_on, petition_on), **due})


def _later(case: Case, gone: set[str], petition_on: date, as_of: date) -> tuple[Later, ...]:
    """Return what came after the petition up to ``as_of``, in order of days."""
    found = []
    for payment in case.payments:
        outside = payment.invoice in gone
        if (payment.on > petition_on or outside) and payment.on <= as_of and not _back(payment.bounced_on, as_of):
            name = payment.invoice or ""
            found.append(Later(LaterKind.PAYMENT, payment.id, payment.on, payment.amount, name, outside))
    for credit in case.credits:
        if (credit.on > petition_on or credit.invoice in gone) and credit.on <= as_of:
            outside = credit.invoice in gone
            found.append(Later(LaterKind.CREDIT, credit.id, credit.on, credit.amount, credit.invoice, outside))
    for waiver in case.waivers:
        if petition_on < waiver.on <= as_of:
            name = waiver.invoice or ""
            found.append(Later(LaterKind.WAIVER, f"entry {waiver.n}", waiver.on, waiver.amount, name, name in gone))
    for cost in case.costs:
        if petition_on < cost.on <= as_of and cost.claimable:
            name = cost.invoice or ""
            found.append(Later(LaterKind.COST, cost.id, cost.on, cost.amount, name, name in gone))
    return tuple(sorted(found, key=lambda one: (one.on, one.kind, one.ref)))


def _back(bounced_on: date | None, as_of: date) -> bool:
    return bounced_on is not None and bounced_on <= as_of
