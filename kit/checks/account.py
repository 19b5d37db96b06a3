"""Do the case's own figures and dates agree with each other?

A payment put on the wrong invoice, entered twice, or dated before the bill it
pays makes every later figure wrong; a debtor who finds one such slip doubts
the rest. Facts dated after the day in question are left out of the account,
and that is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from kit.findings import Finding, Place, error, note, stop
from kit.ledger.allocation import election_fault
from kit.model.account import Credit, Invoice, Payment
from kit.model.case import Case
from kit.model.money import ZERO, spoken, to_minor
from kit.model.price import MilestonePrice
from kit.model.slips import near


def check_account(case: Case, as_of: date) -> tuple[Finding, ...]:
    """Return what is wrong or worth knowing about invoices, credits, payments and costs."""
    return (
        *_invoices(case, as_of),
        *_credits(case, as_of),
        *_payments(case, as_of),
        *_twice(case),
        *_costs(case, as_of),
    )


def _invoices(case: Case, as_of: date) -> Iterator[Finding]:
    for index, invoice in enumerate(case.invoices):
        if invoice.issued_on > as_of:
            message = f"invoice {invoice.id} is issued on {invoice.issued_on}, after {as_of}; it is left out"
            yield note("K108", message, case.place("invoices", index, "issued_on"))
        if invoice.instalments:
            yield from _instalments(case, index, invoice)
        due = case.due_on(invoice)
        yield from _rounded(case, index, invoice)
        yield from _sooner_than_agreed(case, index, invoice)
        if due is None and not invoice.instalments:
            message = f"invoice {invoice.id} has no due date, so nothing on it is overdue and nothing runs on it"
            fix = "Add `due_on:` or `net_days:` to it, or `net_days:` under `agreement`."
            yield note("K107", message, case.place("invoices", index), fix=fix)
        if due and due < invoice.issued_on:
            message = f"invoice {invoice.id} is due on {due}, before it was issued on {invoice.issued_on}"
            fix = "Correct one of the dates."
            yield stop("K115", message, case.place("invoices", index, "due_on"), fix=fix, overridable=True)
        if not case.total(invoice):
            yield note("K116", f"invoice {invoice.id} charges nothing", case.place("invoices", index, "lines"))


def _sooner_than_agreed(case: Case, index: int, invoice: Invoice) -> Iterator[Finding]:
    """Note a due date before the agreement's days are over; deposits, and stages with their own day, do not wait."""
    days, due = case.agreement.net_days, invoice.due_on
    if days is None or due is None or any("deposit" in line.text.lower() for line in invoice.lines):
        return
    price = case.agreement.price
    if isinstance(price, MilestonePrice) and due in {stage.due_on for stage in price.stages}:
        return
    agreed = invoice.issued_on + timedelta(days=days)
    if invoice.issued_on <= due < agreed:
        where = case.place("agreement", "net_days")
        line = f" (line {where.line})" if where and where.line else ""
        message = f"invoice {invoice.id} is due on {due}; the agreement gives {days} days{line}, so until {agreed}"
        fix = "The agreement's days govern unless another day was agreed: write that day, or leave out `due_on:`."
        yield note("K182", message, case.place("invoices", index, "due_on"), fix=fix)


def _rounded(case: Case, index: int, invoice: Invoice) -> Iterator[Finding]:
    """Note a line whose price has more decimals than the currency; parts of an hour are rounded as they must be."""
    for number, line in enumerate(invoice.lines):
        exact, charged = line.quantity * line.unit_price, line.net(case.currency)
        if exact != charged and line.quantity == line.quantity.to_integral_value():
            whole, given = spoken(exact, case.currency), spoken(charged, case.currency)
            message = f"a line of {invoice.id} comes to {whole}, which {case.currency} cannot express"
            fix = f"It is charged as {given}. Write a price that comes out even, if that is not what was meant."
            yield note("K183", message, case.place("invoices", index, "lines", number, "unit_price"), fix=fix)


def check_issued(case: Case, invoice_id: str, as_of: date) -> tuple[Finding, ...]:
    """Return a stop where a paper of the day ``as_of`` would bill an invoice that is issued only later."""
    for index, invoice in enumerate(case.invoices):
        if invoice.id == invoice_id and invoice.issued_on > as_of:
            message = f"invoice {invoice.id} is issued on {invoice.issued_on}; a paper of {as_of} cannot bill it yet"
            fix = f"Make it with `--as-of {invoice.issued_on}` or later, or correct `issued_on:`."
            place = case.place("invoices", index, "issued_on")
            return (stop("K184", message, place, fix=fix, clears_on=invoice.issued_on),)
    return ()


def _instalments(case: Case, index: int, invoice: Invoice) -> Iterator[Finding]:
    total = case.total(invoice)
    parts = to_minor(sum((part.amount for part in invoice.instalments), ZERO), case.currency)
    if parts != total:
        sums = spoken(parts, case.currency), spoken(total, case.currency), spoken(abs(total - parts), case.currency)
        message = f"the instalments of {invoice.id} come to {sums[0]}; the invoice is for {sums[1]}"
        fix = f"Make them add up: {sums[2]} {'is missing' if parts < total else 'too much'}."
        yield error("K106", message, case.place("invoices", index, "instalments"), fix=fix)


def _credits(case: Case, as_of: date) -> Iterator[Finding]:
    left = {invoice.id: case.total(invoice) for invoice in case.invoices}
    for index, credit in enumerate(case.credits):
        place = case.place("credits", index, "invoice")
        if credit.invoice not in left:
            message = f"credit {credit.id} is for {credit.invoice}, and there is no such invoice"
            yield error("K102", message, place, fix=_near(case, credit.invoice))
            continue
        yield from _credit(case, index, credit, left[credit.invoice], as_of)
        left[credit.invoice] -= credit.amount


def _credit(case: Case, index: int, credit: Credit, left: Decimal, as_of: date) -> Iterator[Finding]:
    if credit.amount > left:
        given, most = spoken(credit.amount, case.currency), spoken(left, case.currency)
        message = f"credit {credit.id} is {given}; only {most} of {credit.invoice} is left to credit"
        yield error("K103", message, case.place("credits", index, "amount"), fix="Correct the amount or the invoice.")
    invoice = next(invoice for invoice in case.invoices if invoice.id == credit.invoice)
    if credit.on < invoice.issued_on:
        message = f"credit {credit.id} is dated {credit.on}, before {invoice.id} was issued on {invoice.issued_on}"
        yield error("K104", message, case.place("credits", index, "on"), fix="Correct one of the dates.")
    if credit.on > as_of:
        message = f"credit {credit.id} is dated {credit.on}, after {as_of}; it is left out"
        yield note("K108", message, case.place("credits", index, "on"))


def _payments(case: Case, as_of: date) -> Iterator[Finding]:
    invoices = {invoice.id: (n, invoice) for n, invoice in enumerate(case.invoices)}
    for index, payment in enumerate(case.payments):
        for key, name in (("invoice", payment.invoice), ("elected", payment.elected)):
            if name and name not in invoices:
                message = f"payment {payment.id} is for {name}, and there is no such invoice"
                yield error("K101", message, _payment_place(case, index, payment, key), fix=_near(case, name))
        if payment.invoice in invoices:
            number, invoice = invoices[payment.invoice]
            if payment.on < invoice.issued_on:
                yield _too_early(case, index, payment, number, invoice)
        if payment.on > as_of:
            message = f"payment {payment.id} is dated {payment.on}, after {as_of}; it is left out"
            yield note("K108", message, _payment_place(case, index, payment, "on"))
        if payment.elected in invoices and (why := election_fault(case, payment)):
            message = f"payment {payment.id} cannot be put on {payment.elected} by choice of the creditor: {why}"
            fix = "It is applied in the account's order. Leave out `elected:`."
            law = "Restatement (Second) of Contracts § 259(2)"
            yield note("K117", message, _payment_place(case, index, payment, "elected"), fix=fix, law=law)


def _too_early(case: Case, index: int, payment: Payment, number: int, invoice: Invoice) -> Finding:
    where = case.place("invoices", number, "issued_on")
    line = f" (line {where.line})" if where and where.line else ""
    message = f"payment {payment.id} was received before its invoice was issued"
    fix = f"{invoice.id} was issued on {invoice.issued_on}{line}. Correct one date, or leave out `invoice:`."
    return error("K021", message, _payment_place(case, index, payment, "on"), fix=fix)


def _payment_place(case: Case, index: int, payment: Payment, key: str) -> Place | None:
    """Return where the payment's value stands; a payment of the journal is shown where its entry is."""
    origin = case.origin(f"payment:{payment.id}")
    place = case.place("payments", index, key)
    return place if place and (origin is None or origin.path == place.path) else origin


def _twice(case: Case) -> Iterator[Finding]:
    """Note payments that look like one payment entered under two ids."""
    first: dict[tuple[date, Decimal, str], Payment] = {}
    for index, payment in enumerate(case.payments):
        seen = first.setdefault((payment.on, payment.amount, payment.method.value), payment)
        if seen is payment or (seen.reference and payment.reference and seen.reference != payment.reference):
            continue
        message = f"payments {seen.id} and {payment.id} have the same date, amount and method"
        fix = "If they are one payment, remove one; if they are two, give each its `reference:`."
        yield note("K105", message, _payment_place(case, index, payment, "id"), fix=fix)


def _costs(case: Case, as_of: date) -> Iterator[Finding]:
    known = {invoice.id for invoice in case.invoices}
    for index, cost in enumerate(case.costs):
        if cost.invoice and cost.invoice not in known:
            message = f"cost {cost.id} is for {cost.invoice}, and there is no such invoice"
            yield error("K102", message, case.place("costs", index, "invoice"), fix=_near(case, cost.invoice))
        if cost.claimable and not cost.source:
            message = f"cost {cost.id} is claimed, and nothing says what allows it"
            fix = "Add `source:` (the clause or the court's order), or `claimable: no`."
            yield note("K118", message, case.place("costs", index, "claimable"), fix=fix)
        if cost.on > as_of:
            message = f"cost {cost.id} is dated {cost.on}, after {as_of}; it is left out"
            yield note("K108", message, case.place("costs", index, "on"))


def _near(case: Case, name: str) -> str:
    return near(name, [invoice.id for invoice in case.invoices], "invoices")
