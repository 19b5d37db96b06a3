"""The blanks of `statements/invoice`: one invoice of the case, as it stands on its day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from kit.documents import wording
from kit.documents.contexts import account, letterhead
from kit.documents.contexts.account import Sum
from kit.documents.contexts.letterhead import Remark, Way
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.model.account import Invoice, InvoiceLine
from kit.model.case import Case
from kit.model.document_ids import INVOICE
from kit.model.money import ZERO
from kit.model.slips import near


@dataclass(frozen=True, slots=True)
class Line:
    """One thing charged for."""

    text: str
    quantity: str
    price: str
    amount: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part that falls due on its own day."""

    due: str
    amount: str


@dataclass(frozen=True, slots=True)
class InvoicePaper:
    """The blanks of ``statements/invoice``."""

    creditor_name: str
    creditor_address: str
    creditor_contact: str
    footer: str
    invoice_number: str
    recipient: str
    issued: str
    due: str
    purchase_order: str
    delivered: str
    copy: str  # of what was sent when, so that nobody books it twice
    agreement: str
    lines: tuple[Line, ...]
    sums: tuple[Sum, ...]
    balance_label: str
    balance: str
    instalments: tuple[Part, ...]
    ways: tuple[Way, ...]
    remarks: tuple[Remark, ...]


def decide(facts: Facts, request: Request) -> Request:
    """Return ``request`` with the invoice it means; a case without invoices is answered by the needs, with all else."""
    if not facts.case.invoices:
        return request
    return replace(request, invoice=chosen(facts.case, request.invoice).id)


def build(facts: Facts, request: Request) -> InvoicePaper:
    """Fill the invoice that ``request`` names, with what had been paid on it by the day of ``facts``."""
    case = facts.case
    invoice = chosen(case, request.invoice)
    creditor = letterhead.creditor_of(case)
    due = case.due_on(invoice)
    return InvoicePaper(
        creditor_name=letterhead.creditor_name(case),
        creditor_address=letterhead.address_lines(creditor.address),
        creditor_contact=letterhead.contact_line(creditor, creditor.website),
        footer=letterhead.footer(case, f"invoice {invoice.id}"),
        invoice_number=invoice.id,
        recipient=_bill_to(facts),
        issued=wording.day(invoice.issued_on),
        due=_due(invoice, due),
        purchase_order=invoice.purchase_order or "",
        delivered=wording.day(invoice.delivered_on) if invoice.delivered_on else "",
        copy=_copy(facts, invoice),
        agreement=letterhead.agreement_line(case),
        lines=tuple(_line(case, line) for line in invoice.lines),
        sums=_sums(facts, invoice),
        balance_label=_balance_label(facts, invoice),
        balance=wording.money(_left(facts, invoice), case.currency),
        instalments=_parts(facts, invoice),
        ways=letterhead.ways_to_pay(case) if _left(facts, invoice) else (),
        remarks=_remarks(facts, invoice),
    )


def _copy(facts: Facts, invoice: Invoice) -> str:
    """Return of what this is a copy: the same invoice, as it went out before; empty for the first one."""
    bills = {made.n for made in facts.case.made if made.document == INVOICE and made.about == invoice.id}
    gone = [sent.on for sent in facts.case.sent if bills.intersection(sent.papers) and sent.on < facts.as_of]
    return f"of the invoice sent on {wording.short_day(min(gone))}" if gone else ""


def _balance_label(facts: Facts, invoice: Invoice) -> str:
    if not _left(facts, invoice):
        return "Paid in full"
    return "To be paid in parts, see below" if invoice.instalments else "Please pay"


def _parts(facts: Facts, invoice: Invoice) -> tuple[Part, ...]:
    """Return the parts that fall due on days of their own, each with what is left of it where something was paid."""
    left = {item.number: item.principal for item in facts.ledger.of(invoice.id)}
    currency, of = facts.case.currency, len(invoice.instalments)
    made = []
    for number, part in enumerate(invoice.instalments, 1):
        rest = left.get(number, part.amount)
        state = "" if rest == part.amount else f", {wording.money(rest, currency)} of it open" if rest else ", paid"
        said = f"Part {number} of {of}, due {wording.day(part.due_on)}"
        made.append(Part(said, f"{wording.money(part.amount, currency)}{state}"))
    return tuple(made)


def _due(invoice: Invoice, due: date | None) -> str:
    if invoice.instalments:
        return "in parts, see below"
    return wording.day(due) if due else "on receipt"


def chosen(case: Case, name: str) -> Invoice:
    """Return the invoice ``name``, or the only one; raises `KitError` that lists them."""
    known = [invoice.id for invoice in case.invoices]
    if not known:
        raise KitError("the case has no invoice: add one under `invoices:`")
    if not name and len(known) == 1:
        return case.invoices[0]
    found = next((invoice for invoice in case.invoices if invoice.id == name), None)
    if found:
        return found
    if not name:
        raise KitError(f"say which invoice: {', '.join(known)}")
    raise KitError(f"there is no invoice {name}. {near(name, known, 'invoices')}")


def _bill_to(facts: Facts) -> str:
    """Return who is billed; once the debtor has a lawyer, papers go there."""
    debtor = facts.case.debtor
    if debtor.lawyer_on(facts.as_of):
        return letterhead.recipient(facts.case, facts.as_of)
    person = f"Attention: {debtor.contacts[0].name}" if debtor.contacts and not debtor.kind.natural_person else ""
    return "\n".join(part for part in (debtor.shown_name, person, letterhead.address_lines(debtor.address)) if part)


def _line(case: Case, line: InvoiceLine) -> Line:
    unit = f" {line.unit}" if line.unit else ""
    several = line.quantity != 1 or line.unit
    return Line(
        line.text,
        f"{wording.number(line.quantity)}{unit}" if several else "",
        wording.price(line.unit_price, case.currency) if several else "",
        wording.bare_money(line.net(case.currency), case.currency),
    )


def _left(facts: Facts, invoice: Invoice) -> Decimal:
    return sum((item.principal for item in facts.ledger.of(invoice.id)), ZERO)


def _sums(facts: Facts, invoice: Invoice) -> tuple[Sum, ...]:
    case = facts.case
    net = sum((line.net(case.currency) for line in invoice.lines), ZERO)
    tax = sum((line.tax(case.currency) for line in invoice.lines), ZERO)
    settled = net + tax - _left(facts, invoice)
    shown = [Sum("Subtotal", wording.money(net, case.currency))] if tax or settled or len(invoice.lines) > 1 else []
    rates = sorted({line.tax_percent for line in invoice.lines if line.tax(case.currency)})
    shown += [_tax(case, invoice, rate, whole=len(rates) == 1) for rate in rates]
    return (*shown, *account.less("Paid or credited", settled, case.currency))


def _tax(case: Case, invoice: Invoice, rate: Decimal, *, whole: bool) -> Sum:
    """Return the tax at one rate; it names the sum taxed unless that is the whole invoice."""
    taxed = [line for line in invoice.lines if line.tax_percent == rate]
    base = sum((line.net(case.currency) for line in taxed), ZERO)
    on = "" if whole and len(taxed) == len(invoice.lines) else f" of {wording.money(base, case.currency)}"
    amount = sum((line.tax(case.currency) for line in taxed), ZERO)
    return Sum(f"Sales tax, {wording.percent(rate)}{on}", wording.money(amount, case.currency))


def _remarks(facts: Facts, invoice: Invoice) -> tuple[Remark, ...]:
    case, unpaid = facts.case, bool(_left(facts, invoice))
    agreed_in_time = case.agreement.signed_on and not facts.terms.uncharged(invoice.issued_on)
    agreement, days = case.agreement, wording.count(case.agreement.dispute_within_days, "day")
    where = letterhead.where_to_pay(case)
    texts = [f"Please pay{where}."] if unpaid and where else []
    if agreement.interest and agreed_in_time:
        under = f" ({agreement.interest.source})" if agreement.interest.source else ""
        rate = wording.percent(agreement.interest.percent_a_year)
        agreed = f"our {letterhead.agreement_words(case)}{under}"
        texts.append(f"As agreed in {agreed}, interest of {rate} a year runs on what is not paid when due.")
    charged = agreement.interest is None or agreement.interest_and_late_fee_together
    if agreement.late_fee and agreed_in_time and charged:
        under = letterhead.source_words(agreement.late_fee.source)
        texts.append(f"The late charge that we agreed on{under} applies to what is not paid when due.")
    texts.append(
        f"If something on this invoice is wrong, please tell us in writing within {days} of receiving it; "
        "the rest stays due on its day."
    )
    return tuple(Remark(text) for text in texts)
