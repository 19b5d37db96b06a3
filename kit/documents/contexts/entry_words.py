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
        Kind.LATE_FEE: lambda case, entry: f"Late charge on {_about(case, entry)}",
        Kind.INTEREST: lambda case, entry: f"Interest on {_about(case, entry)}",
        Kind.TRIM: lambda case, entry: f"Lowered to the legal limit, {_about(case, entry)}",
        Kind.RETURNED_CHECK: lambda _case, entry: f"Returned-check charge, {entry.ref}",
        Kind.WAIVER: lambda _case, entry: f"{_waived(entry)} waived by us",
        Kind.RELEASE: lambda _case, _entry: "Given up by our settlement",
        Kind.APPLIED: lambda _case, entry: f"Money held from {entry.ref}, used for {_used_for(entry)}",
    }
    return words[posting.kind](case, posting)


def _waived(posting: Posting) -> str:
    names = {Bucket.INTEREST: "interest", Bucket.FEES: "late charges", Bucket.COSTS: "costs"}
    found = wording.listing(dict.fromkeys(names[one.bucket] for one in posting.shares if one.bucket in names))
    return (found or "charges").capitalize()


def _used_for(posting: Posting) -> str:
    return wording.listing(dict.fromkeys(share.invoice for share in posting.shares if share.invoice)) or "charges"


def part_words(case: Case, invoice: str, number: int) -> str:
    """Return how an invoice is named, and which part of one due in parts: `F-9, part 2 of 3`."""
    found = next((one for one in case.invoices if one.id == invoice), None)
    parts = len(found.instalments) if found else 0
    return f"{invoice}, part {number} of {parts}" if parts > 1 else invoice


def _about(case: Case, posting: Posting) -> str:
    contested = bool(posting.shares) and all(share.disputed for share in posting.shares)
    numbers = {share.number for share in posting.shares}
    about = part_words(case, posting.ref, *numbers) if len(numbers) == 1 else posting.ref
    return f"{about} (disputed part)" if contested else about


def _charge(case: Case, posting: Posting) -> str:
    invoice = next((one for one in case.invoices if one.id == posting.ref), None)
    order = f", your order {invoice.purchase_order}" if invoice and invoice.purchase_order else ""
    number = posting.shares[0].number if posting.shares else 0
    return f"Invoice {part_words(case, posting.ref, number) if number else posting.ref}{order}"


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
