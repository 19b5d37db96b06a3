"""Is each sum still in time, counted from the event that the forum's law names?

Every due item is counted by itself. Payments and signed acknowledgments restart
the period only where the law says so (`kit.checks.revival`). A natural person
gets no letter about an expired debt, whatever the user thinks; against a company
the user may decide, on record.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from kit.checks.revival import Run, last_day, no_writing, payments, restarted
from kit.checks.stay_limitation import after_stay
from kit.facts import Facts
from kit.findings import Finding, Place, note, stop
from kit.ledger.account import Item
from kit.model.account import Invoice
from kit.model.document_ids import STATEMENT
from kit.model.inquiry import Inquiry
from kit.model.law_debts import (
    Expiry,
    LimitationPeriod,
    RunsFrom,
    TimeBarredDebt,
    TollingGround,
    TollingGrounds,
)
from kit.model.law_names import RuleName
from kit.model.law_words import Say

__all__ = ["DISCLOSE", "EXPIRED", "Run", "check_limitation", "due_items", "period_of", "run_of", "said_of"]

EXPIRED = "K150"  # out of time: no letter speaks of a suit then
DISCLOSE = "K151"  # what the law asks of a letter all the same
SOON = timedelta(days=90)  # to find a lawyer in, not a figure of law
PAID = (RunsFrom.LAST_PAYMENT, RunsFrom.LAST_ITEM_OR_PAYMENT, RunsFrom.END_OF_DEALINGS)
ITEMS = (RunsFrom.LAST_ITEM, RunsFrom.LAST_ITEM_OR_PAYMENT, RunsFrom.END_OF_DEALINGS)


def check_limitation(facts: Facts, inquiry: Inquiry) -> tuple[Finding, ...]:
    """Return a stop for each overdue item that is out of time, and a note for one that soon will be."""
    found: list[Finding] = []
    for item, invoice in due_items(facts):
        found += said_of(facts, inquiry, item, run_of(facts, inquiry, item, invoice))
    return tuple(found)


def due_items(facts: Facts) -> Iterator[tuple[Item, Invoice]]:
    """Yield each item that is due and not paid, with its invoice."""
    for item in facts.ledger.items:
        invoice = next((one for one in facts.case.invoices if one.id == item.invoice), None)
        if invoice and item.due_on and item.due_on <= facts.as_of and item.balance:
            yield item, invoice


def said_of(facts: Facts, inquiry: Inquiry, item: Item, run: Run | None) -> tuple[Finding, ...]:
    """Return what is to be said of one item's period: nothing while there is time enough, or the law is not known."""
    if run and run.last < facts.as_of:
        return tuple(_expired(facts, inquiry, item, run))
    return (_soon(facts, item, run),) if run and (run.safe or run.last) - facts.as_of <= SOON else ()


def run_of(facts: Facts, inquiry: Inquiry, item: Item, invoice: Invoice) -> Run | None:
    """Return the period of one due item, or None where the law is not known."""
    found = period_of(facts, inquiry, item, invoice)
    if found is None:
        return None
    period, run = found
    if run.last < facts.as_of:
        by_payment = period.runs_from not in PAID  # there the last payment is the start already
        run = restarted(facts, inquiry, item, period, run, by_payment=by_payment)
    if run.last < facts.as_of:
        last, why = _tolled(inquiry, run.start, run.last)
        run = replace(run, last=last, why=why)
    return after_stay(facts, inquiry, run)


def period_of(facts: Facts, inquiry: Inquiry, item: Item, invoice: Invoice) -> tuple[LimitationPeriod, Run] | None:
    """Return the period of one due item as the law sets it, before anything that happened moved its last day."""
    due = item.due_on or invoice.issued_on
    period, cite = inquiry.value(RuleName.LIMITATION_PERIOD, due, LimitationPeriod, amount=item.original)
    if period is None:
        return None
    start, event = _start(facts, period.runs_from, item, invoice)
    if start != due:  # the claim accrued on another day, which may fall under another row
        again, other = inquiry.value(RuleName.LIMITATION_PERIOD, start, LimitationPeriod, amount=item.original)
        period, cite = (again, other) if again and again.runs_from is period.runs_from else (period, cite)
    return period, Run(start, event, last_day(period, start), "", cite)


def _start(facts: Facts, runs_from: RunsFrom, item: Item, invoice: Invoice) -> tuple[date, str]:
    """Return the day of the event that starts the period; where the file has none, the due date stands for it."""
    due = item.due_on or invoice.issued_on
    issued = [one for one in facts.case.invoices if one.issued_on <= facts.as_of]
    if runs_from is RunsFrom.INVOICE_DATE:
        return invoice.issued_on, "the invoice's date"
    if runs_from is RunsFrom.DELIVERY:
        absent = min(invoice.issued_on, due), "the invoice's date (no `delivered_on` is in the file)"
        return (invoice.delivered_on, "delivery") if invoice.delivered_on else absent
    if runs_from is RunsFrom.STATEMENT:
        sent = [one.on for one in facts.case.sent if one.document == STATEMENT and one.on <= facts.as_of]
        return (
            (max(sent), "the last statement sent") if sent else (due, "the due date (no statement sent is on record)")
        )
    days = [(line.on or one.issued_on, "the last item") for one in issued for line in one.lines if runs_from in ITEMS]
    days += [
        (day, "the last payment")
        for day in payments(facts, item, whole_account=runs_from in ITEMS)
        if runs_from in PAID
    ]
    return max(days, key=lambda pair: pair[0], default=(due, "the due date"))


def _tolled(inquiry: Inquiry, start: date, last: date) -> tuple[date, str]:
    """Add the days on which an emergency stopped every period, where the law names them."""
    rule, _ = inquiry.value(RuleName.TOLLING, start, TollingGrounds)
    why = ""
    for ground in rule.grounds if rule else ():
        if ground.ground is TollingGround.EMERGENCY and ground.starts and ground.ends:
            first = max(ground.starts, start)
            if first <= last and first <= ground.ends:  # the clock stood still until the emergency was over
                last += ground.ends - first + timedelta(days=1)
                why = f", with the days from {first} to {ground.ends} added"
    return last, why


def _expired(facts: Facts, inquiry: Inquiry, item: Item, run: Run) -> Iterator[Finding]:
    natural = facts.case.debtor.kind.natural_person
    effect = inquiry.ask(RuleName.EXPIRY_EFFECT, run.start)
    ended = effect is not None and effect.value is Expiry.ENDS_DEBT
    message = (
        f"the time to sue on {item.invoice} ran out on {run.last} (from {run.event}, {run.start}{run.why})"
        f"{no_writing(facts, item, run)}"
    )
    message += f"; here the debt itself ends with it ({effect.cite})" if effect and ended else ""
    fix = "Leave it out of what you ask for, and ask a lawyer before you write: such a letter may be unlawful."
    place, free = _place(facts, item), not natural and not ended
    yield stop(EXPIRED, message, place, fix=fix, law=run.cite, overridable=free)
    rule, cite = inquiry.value(RuleName.TIME_BARRED_DEBT, facts.as_of, TimeBarredDebt)
    if rule is not None and (said := _asked(rule)):
        message = f"a letter about an expired debt here {said}"
        yield note(DISCLOSE, message, place, fix="Have a lawyer write it, if anybody does.", law=cite)


def _asked(rule: TimeBarredDebt) -> str:
    """Return what the law asks of a letter about an expired debt, in words; empty where it asks nothing."""
    words = f' ("{rule.words}")' if rule.words else ""
    said = [f"must say so in the words of the law{words}"] if rule.disclosure is Say.YES else []
    said += ["must not hint at a suit"] if rule.hint_of_suit_barred is Say.YES else []
    said += ["must not ask for a part payment"] if rule.part_payment_request_barred is Say.YES else []
    return ", ".join(said)


def _soon(facts: Facts, item: Item, run: Run) -> Finding:
    left = (run.last - facts.as_of).days
    message = (
        f"the time to sue on {item.invoice} runs out on {run.last}, in {left} days (from {run.event}, {run.start}"
        f"{run.why})"
    )
    by = f"by {run.safe}, the safe day" if run.safe and run.safe >= facts.as_of else "before that day"
    fix = f"File {by}, or have a lawyer agree on more time in writing."
    return note("K152", message, _place(facts, item), fix=fix, law=run.cite)


def _place(facts: Facts, item: Item) -> Place | None:
    index = next(n for n, one in enumerate(facts.case.invoices) if one.id == item.invoice)
    return facts.case.place("invoices", index)
