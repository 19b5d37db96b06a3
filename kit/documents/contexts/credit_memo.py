"""The blanks of `statements/credit-memo`: what was given up of an invoice, why, and what is open of it now.

The figures are the ledger's; the memo adds up from the invoice to what is open of it on its own day.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kit.documents import wording
from kit.documents.contexts import account, letterhead
from kit.documents.contexts.account import Sum
from kit.documents.contexts.letterhead import Remark
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.model.account import Credit, Invoice
from kit.model.case import Case
from kit.model.deal_event import Adjusted, HowAdjusted
from kit.model.money import ZERO, to_minor
from kit.model.slips import near

REASONS = {
    HowAdjusted.CREDIT: "A part of the price, given up by agreement",
    HowAdjusted.REDONE: "Work done again",
    HowAdjusted.SCOPE: "The scope, agreed anew",
}


@dataclass(frozen=True, slots=True)
class CreditMemo:
    """The blanks of ``statements/credit-memo``."""

    creditor_name: str
    creditor_address: str
    creditor_contact: str
    footer: str
    number: str
    recipient: str
    credited_on: str
    invoice: str
    invoiced_on: str
    agreement: str
    reason: str
    amount: str
    sums: tuple[Sum, ...]
    balance_label: str
    balance: str
    remarks: tuple[Remark, ...]


def decide(facts: Facts, request: Request) -> Request:
    """Return ``request`` with the credit it means, the newest where it names none; raises `KitError` listing them."""
    return replace(request, credit=_credit(facts.case, request.credit).id)


def build(facts: Facts, request: Request) -> CreditMemo:
    """Fill the memo as of the day of ``facts``. Raises `KitError` as `decide` does."""
    case, credit = facts.case, _credit(facts.case, request.credit)
    creditor, invoice = letterhead.creditor_of(case), _invoice(case, credit)
    left = sum((item.principal for item in facts.ledger.of(invoice.id)), ZERO)
    return CreditMemo(
        creditor_name=letterhead.creditor_name(case),
        creditor_address=letterhead.address_lines(creditor.address),
        creditor_contact=letterhead.contact_line(creditor, creditor.website),
        footer=letterhead.footer(case, f"credit memo {credit.id}"),
        number=credit.id,
        recipient=letterhead.recipient(case, facts.as_of),
        credited_on=wording.day(credit.on),
        invoice=invoice.id,
        invoiced_on=wording.day(invoice.issued_on),
        agreement=letterhead.agreement_line(case),
        reason=_reason(case, credit),
        amount=wording.money(to_minor(credit.amount, case.currency), case.currency),
        sums=_sums(facts, credit, invoice),
        balance_label=f"Open of it on {wording.day(facts.as_of)}" if left else "Nothing of it is open",
        balance=wording.money(left, case.currency),
        remarks=_remarks(facts, credit, open_=bool(left)),
    )


def _credit(case: Case, name: str) -> Credit:
    known = [one.id for one in case.credits]
    if not known:
        raise KitError("the case has no credit: `kit log CASE adjusted --invoice ... --how credit --amount ...`")
    if not name:
        return max(reversed(case.credits), key=lambda one: one.on)
    found = next((one for one in case.credits if one.id == name), None)
    if found is None:
        raise KitError(f"there is no credit {name}. {near(name, known, 'credits')}")
    return found


def _invoice(case: Case, credit: Credit) -> Invoice:
    found = next((one for one in case.invoices if one.id == credit.invoice), None)
    if found is None:
        raise KitError(f"credit {credit.id} is for invoice {credit.invoice}, which the case does not have")
    return found


def _adjusted(case: Case, credit: Credit) -> Adjusted | None:
    return next((one for one in case.adjusted if one.id == credit.id), None)


def _reason(case: Case, credit: Credit) -> str:
    event = _adjusted(case, credit)
    return credit.reason or (REASONS[event.how] if event else "Credit on the invoice")


def _sums(facts: Facts, credit: Credit, invoice: Invoice) -> tuple[Sum, ...]:
    """Return the way from the invoice to what is open of it."""
    case, cash = facts.case, facts.case.currency
    whole = case.total(invoice)
    left = sum((item.principal for item in facts.ledger.of(invoice.id)), ZERO)
    others = sum(
        (to_minor(one.amount, cash) for one in case.credits if one.invoice == invoice.id and one is not credit), ZERO
    )
    own = to_minor(credit.amount, cash)
    paid = whole - own - others - left
    return (
        Sum(f"Invoice {invoice.id}", wording.money(whole, cash)),
        *account.less("Other credits", others, cash),
        *account.less(f"Credit {credit.id}", own, cash),
        *account.less("Paid on the invoice", paid, cash),
    )


def _remarks(facts: Facts, credit: Credit, *, open_: bool) -> tuple[Remark, ...]:
    case, event, texts = facts.case, _adjusted(facts.case, credit), []
    open_dispute = any(one.invoice == credit.invoice for one in case.disputes)
    if event and event.resolves and not open_dispute:
        texts.append("With this credit, what you objected to on this invoice is settled.")
        texts += ["What is open of it is due as before."] if open_ else []
    elif open_dispute:
        texts.append("The credit is given now; what else you object to on this invoice stays open between us.")
    total = facts.ledger.totals
    if total.overpaid:
        over = wording.money(total.overpaid, case.currency)
        how = "please tell us whether to send it back or keep it for you"
        texts.append(f"You have paid {over} more than was owed; {how}.")
    elif total.interest or total.fees:
        texts.append("Interest and charges that had been added by then are on the statement of account.")
    texts.append("Please tell us in writing if something here is not as we agreed.")
    return (Remark(wording.sentences(texts)),)
