"""What a paper that answers the debtor, or stops work, must find on record.

An answer is written to something that was said or done: a complaint, a threat,
a promise, a payment. Where nothing of the kind is on record, the paper is not
made, and the finding says what to type. Work is stopped only where the
agreement gives that right and its days are over; without such a clause only
new work is declined.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from kit.checks.court import outlook
from kit.checks.demand import check_demand
from kit.checks.limitation import EXPIRED
from kit.facts import Facts
from kit.findings import Finding, note, stop
from kit.ledger.account import Item
from kit.model.account import Payment
from kit.model.case import Case, WorkKind
from kit.model.event import Answer, Answered, Disputed, Promised, Released
from kit.model.money import ZERO, spoken
from kit.model.slips import near

COMPLAINT, THREAT = "letters/reply-complaint", "letters/reply-threat"
PROMISE, RECEIPT = "letters/promise-confirmation", "letters/receipt"
HOLD = "letters/hold-notice"

COMPLAINTS = (Answer.DISPUTES_WORK, Answer.DISPUTES_AMOUNT)
THREATS = (Answer.THREATENS, Answer.REFUSES)
DAY = timedelta(days=1)


def check_replies(facts: Facts, document_id: str) -> Iterator[Finding]:
    """Name everything that the paper ``document_id`` misses on record; other papers need nothing here."""
    checks: dict[str, Callable[[Facts], Iterator[Finding]]] = {
        COMPLAINT: _complaint,
        THREAT: _threat,
        PROMISE: _promise,
        RECEIPT: _receipt,
        HOLD: _hold,
    }
    if document_id not in checks:
        return
    yield from checks[document_id](facts)
    if document_id != RECEIPT:  # a receipt asks for nothing; the others say what is due
        yield from (one for one in outlook(facts).findings if one.code == EXPIRED)


def complaint(case: Case) -> Answered | None:
    """Return the newest answer that objects to the work or the amount, unless a released dispute has settled it."""
    heard = next((one for one in reversed(case.answers) if one.reason in COMPLAINTS), None)
    if heard is None or case.disputes:
        return heard
    disputes = {one.n for one in case.events if isinstance(one, Disputed)}
    after = [one for one in case.events if isinstance(one, Released) and one.n > heard.n]
    return None if any(one.entry is None or one.entry in disputes for one in after) else heard


def threat(case: Case) -> Answered | None:
    """Return the newest answer that threatens something or says that nothing will be paid."""
    return next((one for one in reversed(case.answers) if one.reason in THREATS), None)


def running_promise(case: Case, as_of: date) -> Promised | None:
    """Return the newest promise whose day has not passed."""
    return next((one for one in reversed(case.promises) if one.on <= as_of <= one.by), None)


def payment_for(case: Case, as_of: date, wanted: str = "") -> Payment | None:
    """Return the payment ``wanted``, or the newest, received by ``as_of``; None where there is none."""
    known = [one for one in case.payments if one.on <= as_of and wanted in ("", one.id)]
    return max(reversed(known), key=lambda one: one.on, default=None)  # of one day, the last recorded


def stop_after(case: Case, as_of: date) -> int | None:
    """Return the days overdue after which work may stop; None where nothing lets it stop, or no work is left to do."""
    signed = case.agreement.signed_on
    agreed = signed is None or signed <= as_of
    return case.agreement.suspension_after_days if agreed and _over(case, as_of) is None else None


def overdue_for_stop(facts: Facts) -> tuple[Item, ...]:
    """Return the undisputed sums that are overdue for as long as stopping work asks, charges of the account left out.

    Where only new work is declined, these are all that is overdue and undisputed.
    """
    days = stop_after(facts.case, facts.as_of) or 0
    late = (item for item in facts.ledger.claimable if item.invoice and item.collectable > 0)
    return tuple(item for item in late if item.days_overdue > days)


def check_receipt(case: Case, as_of: date, wanted: str = "") -> Iterator[Finding]:
    """Say why the payment ``wanted``, or the newest, gets no receipt: it is not there, or it came back."""
    payment = payment_for(case, as_of, wanted)
    if payment is None and wanted:
        known = [one.id for one in case.payments if one.on <= as_of]
        message = f"there is no payment {wanted} on record that came by {as_of}; one that was undone counts no more"
        yield stop("K455", message, case.place("payments"), fix=near(wanted, known, "payments"))
    elif payment is None:
        fix = "Record it: `kit log CASE paid --amount MONEY --method check --on DAY`."
        yield stop("K455", f"no payment that came by {as_of} is on record", case.place("payments"), fix=fix)
    elif payment.bounced_on:
        message = f"payment {payment.id} came back unpaid on {payment.bounced_on}; it gets no receipt"
        fix = "Wait for the payment that replaces it, and record that: `kit log CASE paid --amount MONEY`."
        yield stop("K456", message, case.origin(f"payment:{payment.id}"), fix=fix)


def _complaint(facts: Facts) -> Iterator[Finding]:
    case, heard = facts.case, complaint(facts.case)
    if heard is None and not case.disputes:
        fix = (
            "Record it: `kit log CASE answered --reason disputes_work --by WHO` (or `disputes_amount`), and what is "
            "disputed: `kit log CASE disputed --invoice ID --line N`."
        )
        yield stop("K450", "no complaint about the work or the amount is on record", fix=fix)
    elif heard and not case.disputes:
        message = "which invoice or line is disputed is not on record, so the letter names all that is due"
        fix = "If you know it: `kit log CASE disputed --invoice ID --line N`, or `--amount MONEY`."
        yield note("K451", message, case.origin(f"entry:{heard.n}"), fix=fix)


def _threat(facts: Facts) -> Iterator[Finding]:
    heard = threat(facts.case)
    if heard is None:
        fix = "Record it: `kit log CASE answered --reason threatens --by WHO` (or `refuses`)."
        yield stop("K452", "no threat, and no word that nothing will be paid, is on record", fix=fix)
        return
    place = facts.case.origin(f"entry:{heard.n}")
    if heard.reason is Answer.THREATENS:
        fix = "Where anybody may be in danger, call the police first, and ask a lawyer before you answer."
        yield note("K453", f"keep the message of {heard.on} as it came; the letter does not repeat it", place, fix=fix)
    yield from _nothing_open(facts)


def _promise(facts: Facts) -> Iterator[Finding]:
    case, promised = facts.case, running_promise(facts.case, facts.as_of)
    fix = "Record it: `kit log CASE promised --by DAY --amount MONEY`; without an amount it is all that is owed."
    if promised is None:
        old = case.promises[-1] if case.promises else None
        past = f"the promise of {old.on} ended on {old.by}, and no other" if old else "no promise to pay"
        yield stop("K454", f"{past} is on record", case.origin(f"entry:{old.n}") if old else None, fix=fix)
        return
    since = [one for one in case.payments if promised.on <= one.on <= facts.as_of and not one.bounced_on]
    came = sum((one.amount for one in since), ZERO)
    if promised.amount is not None and came >= promised.amount:
        amount = spoken(came, case.currency)
        message = f"{amount} has come since the promise of {promised.on}, so there is nothing left to confirm"
        yield stop("K454", message, case.origin(f"entry:{promised.n}"), fix="Send the receipt instead.")
    yield from _nothing_open(facts)


def _receipt(facts: Facts) -> Iterator[Finding]:
    """Look at the case itself: the payment that the receipt is for is looked at when it is chosen."""
    if not any(one.on <= facts.as_of for one in facts.case.payments):
        yield from check_receipt(facts.case, facts.as_of)


def _hold(facts: Facts) -> Iterator[Finding]:
    yield from check_demand(facts, "")  # of no paper's name: only whether there is something to ask for
    case, days = facts.case, stop_after(facts.case, facts.as_of)
    place = case.place("agreement", "suspension_after_days")
    heard = complaint(case)
    if heard and not case.disputes:
        message = f"what was disputed on {heard.on} is not on record, so no amount can be called undisputed"
        fix = "Record it: `kit log CASE disputed --invoice ID --line N`, or `--amount MONEY`; then make the notice."
        yield stop("K470", message, case.origin(f"entry:{heard.n}"), fix=fix, overridable=True)
    if days is None:
        yield _only_new_work(case, facts.as_of)
    elif facts.ledger.demandable and not overdue_for_stop(facts):
        clause = f"an undisputed amount is more than {days} days overdue"
        late = [item for item in facts.ledger.claimable if item.invoice and item.collectable > 0 and item.due_on]
        oldest = min(late, key=lambda item: item.due_on or date.max, default=None)
        known = f"; {oldest.invoice} was due on {oldest.due_on}" if oldest else ""
        clears_on = oldest.due_on + (days + 1) * DAY if oldest and oldest.due_on else None
        message = f"work may stop only when {clause}{known}"
        fix = "Wait for that day; until then a reminder is what the agreement leaves you."
        law = "the agreement's own clause (`suspension_after_days`)"
        yield stop("K458", message, place, fix=fix, law=law, clears_on=clears_on)


def _only_new_work(case: Case, as_of: date) -> Finding:
    what = "deliveries" if case.work.kind is WorkKind.GOODS else "work"
    ended, place = _over(case, as_of), case.place("agreement")
    if ended:
        where = ("work", "last_day") if ended == case.work.last_day else ("agreement", "ends_on")
        place = case.place(*where)
        message = f"the {what} ended on {ended}, so the letter only declines new {_new(case)}"
        return note("K459", message, place, fix="Correct `ends_on` or `last_day` if it goes on.")
    message = f"nothing on file lets you stop {what}, so the letter only declines new {_new(case)}"
    fix = (
        "If the signed agreement has such a clause, write its days as `suspension_after_days:`. Without one, ask a "
        "lawyer before you stop anything that you have agreed to do."
    )
    return note("K459", message, place, fix=fix)


def _new(case: Case) -> str:
    return "orders" if case.work.kind is WorkKind.GOODS else "work"


def _over(case: Case, as_of: date) -> date | None:
    """Return the day the work ended, where that day has passed."""
    ends = [day for day in (case.agreement.ends_on, case.work.last_day) if day and day < as_of]
    return min(ends, default=None)


def _nothing_open(facts: Facts) -> Iterator[Finding]:
    if not facts.ledger.totals.collectable and not facts.ledger.totals.disputed:
        message = f"nothing is open on {facts.as_of} that this letter could be about"
        fix = "Record a bounced payment if there was one; send the receipt if money came."
        yield stop("K457", message, facts.case.place("payments"), fix=fix)
