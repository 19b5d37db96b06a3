"""Where a payment goes.

Two questions are kept apart. *Which invoice*: the one the debtor named, else
the one the creditor elected in time, else all that is due, oldest first.
*Which part of it*: the order the agreement fixes, else the one the governing
law gives, else interest that is due before principal. A binding agreement
about the order therefore holds also for a payment with a named invoice: the
debtor's word chooses the invoice, the agreement the parts inside it
(Restatement (Second) of Contracts §§ 258-260).

Without a named invoice the parts go first, across all invoices: all interest
that is due, then principal, the earliest due first. Sums not yet due follow.
Nothing goes to a disputed sum unless the debtor said so; what is left is held
for the debtor and used for later charges.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from kit.ledger.account import Share
from kit.ledger.part import Part
from kit.ledger.schedule import disputed
from kit.model.account import Payment
from kit.model.agreement import Bucket
from kit.model.case import Case


def spread(amount: Decimal, parts: Sequence[Part], buckets: Sequence[Bucket], day: date) -> tuple[Decimal, list[Share]]:
    """Pay ``parts``, in their order, bucket by bucket; return what is left and where the rest went."""
    shares: list[Share] = []
    for bucket in buckets:
        for part in parts:
            if not amount:
                return amount, shares
            if owed := part.owed(bucket, day):
                paid = min(amount, owed)
                shares.append(part.reduce(bucket, paid, day))
                amount -= paid
    return amount, shares


def election_fault(case: Case, payment: Payment) -> str:
    """Say why the creditor's election of an invoice does not hold; empty where it does.

    A creditor may not elect a sum that is disputed or not yet due (Restatement
    (Second) of Contracts § 259(2)), nor anything once the debtor has named an
    invoice.
    """
    if payment.elected is None:
        return ""
    if payment.invoice:
        return f"the debtor named {payment.invoice}" if payment.invoice != payment.elected else ""
    invoice = next((invoice for invoice in case.invoices if invoice.id == payment.elected), None)
    if invoice is None:
        return "there is no such invoice"
    dues = [part.due_on for part in invoice.instalments] or [case.due_on(invoice) or invoice.issued_on]
    if payment.on < min(dues):
        return f"it was not due before {min(dues)}"
    contested, since = disputed(case, invoice, payment.on)
    if since and contested >= case.total(invoice):
        return f"it has been disputed since {since}"
    return ""
