"""Entries that speak of something: it must be there, so that a slip of the keyboard is never taken for a fact."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kit.findings import Finding, error
from kit.journal.court import out_of_order
from kit.journal.deal_references import wrong_deals
from kit.journal.file import Entry
from kit.journal.proceedings import unopened
from kit.model.account import Invoice
from kit.model.case import CaseFile
from kit.model.court_event import Filed
from kit.model.event import Disputed, Event, Held, Released, Waived
from kit.model.money import spoken
from kit.model.paper_event import Made, Sent
from kit.model.slips import near


def wrong_references(case_file: CaseFile, standing: Sequence[Entry]) -> list[Finding]:
    """Return a finding for each entry that speaks of an invoice, a line or an entry that is not there.

    Which invoice a payment names is checked with the payments, wherever they are written.
    """
    invoices = {invoice.id: invoice for invoice in case_file.invoices}
    events = {entry.event.n: entry.event for entry in standing}
    found = []
    for entry in standing:
        event = entry.event
        if isinstance(event, Disputed | Held | Released | Waived) and event.invoice is not None:
            invoice = invoices.get(event.invoice)
            if invoice is None:
                message, fix = f"there is no invoice {event.invoice}", near(event.invoice, invoices, "invoices")
                found.append(error("K195", message, entry.at("invoice"), fix=fix))
            elif isinstance(event, Disputed):
                found += _wrong_part(entry, event, invoice, case_file.currency)
        if isinstance(event, Released | Sent | Filed):
            found += _wrong_entry(entry, event, events)
    return [*found, *wrong_deals(case_file, standing), *out_of_order(standing), *unopened(case_file, standing)]


def _wrong_part(entry: Entry, event: Disputed, invoice: Invoice, currency: str) -> list[Finding]:
    count, total = len(invoice.lines), invoice.total(currency)
    beyond = [number for number in event.lines if not 1 <= number <= count]
    if beyond:
        lines = "1 line" if count == 1 else f"{count} lines"
        return [
            error(
                "K196",
                f"line {beyond[0]} is disputed, and {invoice.id} has {lines}",
                entry.at("lines"),
                fix="Lines are counted from 1.",
            )
        ]
    if event.amount is not None and not Decimal(0) < event.amount <= total:
        said, whole = spoken(event.amount, currency), spoken(total, currency)
        return [error("K196", f"{said} is disputed, and {invoice.id} is for {whole}", entry.at("amount"))]
    return []


def _wrong_entry(entry: Entry, event: Released | Sent | Filed, events: dict[int, Event]) -> list[Finding]:
    named: tuple[tuple[str, int | None], ...] = (("made", getattr(event, "made", None)),)
    said = "a paper that was made and stands"
    wanted: tuple[type[Event], ...] = (Made,)
    if isinstance(event, Released):
        named, said, wanted = (("entry", event.entry),), "a hold or a dispute that stands", (Disputed, Held)
    elif isinstance(event, Sent):
        named += tuple(("enclosed", number) for number in event.enclosed)
    fix = "`kit log CASE show` lists the entries."
    return [
        error("K193", f"entry {number} is not {said}", entry.at(key), fix=fix)
        for key, number in named
        if number is not None and not (isinstance(events.get(number), wanted) and number < event.n)
    ]
