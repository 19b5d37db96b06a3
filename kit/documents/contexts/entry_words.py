"""What one line of an account is, in words that the debtor understands."""

from __future__ import annotations

from collections.abc import Callable

from kit.documents import wording
from kit.ledger.account import Kind, Posting, Rule
from kit.model.account import Method
from kit.model.agreement import Bucket
from kit.model.case import Case

HOW = {Method.CHECK: " by check", Method.TRANSFER: " by transfer", Method.CARD: " by card", Method.CASH: " in cash"}


def posting_words(case: Case, posting: Posting) -> str:
    """Return what one posting is, in the words of the case."""
    words: dict[Kind, Callable[[Case, Posting], str]] = {
        Kind.CHARGE: _charge,
        Kind.CREDIT: _credit,
        Kind.PAYMENT: _payment,
        Kind.REVERSAL: _reversal,
        Kind.COST: _cost,
        Kind.LATE_FEE: lambda _case, entry: f"Late charge on {_about(entry)}",
        Kind.INTEREST: lambda _case, entry: f"Interest on {_about(entry)}",
        Kind.TRIM: lambda _case, entry: f"Lowered to the legal limit, {entry.ref}",
        Kind.RETURNED_CHECK: lambda _case, entry: f"Returned-check charge, {entry.ref}",
        Kind.WAIVER: lambda _case, entry: f"{_waived(entry)} waived by us",
        Kind.APPLIED: lambda _case, entry: f"Money held from {entry.ref}, used for {_used_for(entry)}",
    }
    return words[posting.kind](case, posting)


def _waived(posting: Posting) -> str:
    names = {Bucket.INTEREST: "interest", Bucket.FEES: "late charges", Bucket.COSTS: "costs"}
    found = wording.listing(dict.fromkeys(names[one.bucket] for one in posting.shares if one.bucket in names))
    return (found or "charges").capitalize()


def _used_for(posting: Posting) -> str:
    return wording.listing(dict.fromkeys(share.invoice for share in posting.shares if share.invoice)) or "charges"


def _about(posting: Posting) -> str:
    contested = bool(posting.shares) and all(share.disputed for share in posting.shares)
    return f"{posting.ref} (disputed part)" if contested else posting.ref


def _charge(case: Case, posting: Posting) -> str:
    invoice = next((one for one in case.invoices if one.id == posting.ref), None)
    order = f", your order {invoice.purchase_order}" if invoice and invoice.purchase_order else ""
    parts = len(invoice.instalments) if invoice else 0
    number = f", part {posting.shares[0].number} of {parts}" if parts > 1 and posting.shares else ""
    return f"Invoice {posting.ref}{number}{order}"


def _credit(case: Case, posting: Posting) -> str:
    credit = next((one for one in case.credits if one.id == posting.ref), None)
    return f"Credit {posting.ref}: {credit.reason}" if credit and credit.reason else f"Credit {posting.ref}"


def _payment(case: Case, posting: Posting) -> str:
    payment = next((one for one in case.payments if one.id == posting.ref), None)
    how = HOW.get(payment.method, "") if payment else ""
    named = f", for {payment.invoice}" if payment and payment.invoice and posting.rule is Rule.DIRECTED else ""
    held = f" ({wording.money(posting.held, case.currency)} held for you)" if posting.held else ""
    return f"Payment {posting.ref}{how}{named}{held}"


def _reversal(_case: Case, posting: Posting) -> str:
    return f"Payment {posting.ref} came back unpaid"


def _cost(case: Case, posting: Posting) -> str:
    cost = next((one for one in case.costs if one.id == posting.ref), None)
    return cost.text if cost else f"Cost {posting.ref}"
