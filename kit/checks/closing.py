"""A closed case: nothing that collects goes out, and what closing does not say is said.

Closing is the creditor's own bookkeeping. It gives nothing up: a debt written
off in the books is owed as before.
"""

from __future__ import annotations

from collections.abc import Iterator

from kit.facts import Facts
from kit.findings import Finding, note, stop
from kit.model.agreed import in_force
from kit.model.deal_event import Closed, WhyClosed
from kit.model.document import Document, DocumentKind
from kit.model.money import spoken

CLOSED, STILL_OWED, STILL_OPEN, TOO_MUCH = "K860", "K861", "K862", "K864"
NOTHING_OWED = (WhyClosed.PAID, WhyClosed.SETTLED)


def check_closed(facts: Facts, document: Document) -> Iterator[Finding]:
    """Stop a paper that asks for money in a case that its owner has closed."""
    closed = facts.case.closed
    kinds: tuple[DocumentKind, ...] = (DocumentKind.COLLECTION,)
    kinds += () if closed and closed.reason in NOTHING_OWED else (DocumentKind.COURT,)  # a satisfaction may follow
    if closed and document.kind in kinds:
        yield stop(
            CLOSED,
            f"the case was closed on {closed.on} ({closed.reason.value.replace('_', ' ')})",
            facts.case.origin(f"entry:{closed.n}"),
            fix="Take it up again first: `kit log CASE reopened`.",
        )


def note_closed(facts: Facts) -> Iterator[Finding]:
    """Note what does not fit the reason for which the case was closed."""
    closed, total = facts.case.closed, facts.ledger.totals.total
    if closed is None:
        return
    place = facts.case.origin(f"entry:{closed.n}")
    known = in_force(facts.case, facts.as_of)
    if known and known.plan:
        message = f"the case was closed over {'a plan' if known.plan.kind == 'plan' else 'an extension'} of {known.on}"
        fix = (
            "It binds you as before: take what comes, and ask for no more. Where both sides gave it up: "
            f"`kit log CASE ended --entry {known.n} --how cancelled`."
        )
        yield note(STILL_OPEN, f"{message}, which is in force", place, fix=fix)
    owed = spoken(total, facts.ledger.currency)
    if closed.amount is not None and closed.amount > total:
        message = f"{spoken(closed.amount, facts.ledger.currency)} was closed off in your books, and {owed} is owed"
        yield note(TOO_MUCH, message, place, fix="Undo the entry and give the amount again, if it was a slip.")
    if closed.reason in NOTHING_OWED and total:
        message = f"the case was closed as {closed.reason.value}, and {owed} is open on the account"
        fix = "Record the payment, the settlement or what you waived; or undo the entry."
        yield note(STILL_OWED, message, place, fix=fix)
    elif total and closed.reason is not WhyClosed.MISTAKE:
        yield note(STILL_OPEN, _unpaid(closed, owed), place, fix=_tax(closed))


def _unpaid(closed: Closed, owed: str) -> str:
    if closed.reason is WhyClosed.WRITTEN_OFF:
        return f"{owed} was written off in your books; the debtor still owes it, and the time to sue runs on"
    return f"{owed} is open on the closed case; the time to sue runs on"


def _tax(closed: Closed) -> str:
    if closed.reason is not WhyClosed.WRITTEN_OFF:
        return ""
    return (
        "A bad debt lowers your tax only where the income was booked before, as on the accrual basis "
        "(26 U.S.C. § 166; 26 CFR 1.166-1(e)); ask your tax adviser."
    )
