"""The blanks of `handoff/placement`: what an agency must know before it asks anybody for money."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kit.checks.itemization import reference
from kit.documents import wording
from kit.documents.contexts import letterhead
from kit.documents.contexts.account import Sum
from kit.documents.contexts.consents import Consent, consents
from kit.documents.contexts.handoff_account import (
    Placed,
    day_or,
    itemization,
    late_words,
    made_of,
    placed,
    total_words,
)
from kit.documents.contexts.handoff_copies import Copy, copy_rows
from kit.documents.contexts.handoff_head import NONE, Fact, Headed, Remark, head, reach_words, terms_for
from kit.documents.contexts.request import Request
from kit.documents.placement_data import customer_ref
from kit.facts import Facts
from kit.findings import KitError
from kit.model.handoff import HandoffTerms, Taker, Title
from kit.model.taken import taken

TITLE = "Placement form"


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One invoice."""

    invoice: str
    due: str
    late_since: str
    last_paid: str
    sue_by: str
    balance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement(Headed):
    """The blanks of ``handoff/placement``."""

    particulars: tuple[Fact, ...]
    accounts: tuple[AccountRow, ...]
    total: str
    start: str
    start_what: str
    lines: tuple[Sum, ...]
    now: str
    parts: tuple[Sum, ...]
    disputes: tuple[Remark, ...]
    consents: tuple[Consent, ...]
    consumer: str
    consumer_points: tuple[Remark, ...]
    rules: tuple[Remark, ...]
    copies: tuple[Copy, ...]


def build(facts: Facts, request: Request) -> Placement:
    """Fill the form. Raises `KitError` where no hand-off to an agency is asked for or on record."""
    terms = terms_for(facts, request, Taker.AGENCY)
    if facts.ledger.judgment:
        raise KitError("the claim is judged; a placement form states an account, which a judgment has ended")
    rows = placed(facts, terms)
    if not rows:
        raise KitError("nothing is open on what is to be placed")
    start, what, lines, now = itemization(facts, terms)
    consumer = facts.case.consumer
    return Placement(
        **head(facts, terms, TITLE),
        particulars=tuple(_particulars(facts, terms)),
        accounts=tuple(_row(facts, one) for one in rows),
        total=total_words(facts, terms),
        start=start,
        start_what=what,
        lines=lines,
        now=now,
        parts=made_of(facts, terms),
        disputes=tuple(Remark(text) for text in _disputes(facts, terms)),
        consents=consents(facts),
        consumer="yes" if consumer else "",
        consumer_points=tuple(Remark(text) for text in _consumer(facts, terms)) if consumer else (),
        rules=tuple(Remark(text) for text in _rules(terms)),
        copies=copy_rows(facts, terms),
    )


def _particulars(facts: Facts, terms: HandoffTerms) -> Iterator[Fact]:
    case, debtor = facts.case, facts.case.debtor
    if terms.reference:
        yield Fact("Our number with you", terms.reference)
    yield Fact("Creditor then and now", letterhead.creditor_of(case).name)
    yield Fact("Customer reference", customer_ref(case))
    yield Fact("Debtor", f"{debtor.shown_name}, {debtor.kind.value.replace('-', ' ').replace('llc', 'LLC')}")
    if lawyer := debtor.lawyer_on(facts.as_of):
        where = ", ".join(lawyer.address.lines) if lawyer.address else lawyer.email or "address not known"
        yield Fact("Write only to its lawyer", f"{lawyer.name}; {where}")
    else:
        yield Fact("Reached at", reach_words(debtor) or "not known")
        for one in debtor.contacts:
            yield Fact("Contact", "; ".join(part for part in (one.name, one.role, one.phone, one.email) if part))
    yield Fact("Kind of debt", "consumer" if case.consumer else "business")
    yield Fact("For", case.work.text or case.work.kind.value)
    yield Fact("Oldest part past due", late_words(facts, terms))
    filed = case.bankruptcy
    on = filed is not None and filed.petition_on <= facts.as_of
    yield Fact("Bankruptcy", f"petition of {wording.day(filed.petition_on)}" if filed and on else NONE)
    yield Fact("Guarantors", wording.listing(one.shown_name for one in case.guarantors) if case.guarantors else NONE)
    share = terms.contingent_percent
    yield Fact("Your commission", f"{wording.percent(share)} of what comes in" if share is not None else "as agreed")


def _row(facts: Facts, one: Placed) -> AccountRow:
    return AccountRow(
        one.name,
        day_or(one.due_on),
        day_or(one.late_since, "not past due"),
        day_or(one.last_paid_on, "none"),
        day_or(one.sue_by, "not counted"),
        wording.bare_money(one.balance, facts.case.currency),
    )


def _disputes(facts: Facts, terms: HandoffTerms) -> Iterator[str]:
    case, names = facts.case, taken(facts.case, terms)
    for one in case.disputes:
        if one.invoice in names:
            why = f": {one.text.rstrip('.')}" if one.text else ""
            yield f"{one.invoice} is disputed since {wording.day(one.on)}{why}."
    for setoff in case.setoffs:
        yield f"The debtor says that we owe in turn: {setoff.text.rstrip('.')}."


def _consumer(facts: Facts, terms: HandoffTerms) -> Iterator[str]:
    start = reference(facts, terms)
    yield (
        f"The balance is itemized from {wording.day(start.on)}, the day of {start.what} "
        "(12 CFR 1006.34(b)(3)); your validation notice can name that day and these lines."
    )
    yield "Use no way of contact that is marked refused below, and tell us when another is refused to you."
    yield "Where the time to sue has run out, ask for nothing and threaten no suit (12 CFR 1006.26(b))."
    if facts.case.debtor.military is None:
        yield "Whether the debtor is in active military service was not looked into; look before you act."
    yield "Do not report this debt to a credit bureau before you have spoken with the debtor or sent your notice."


def _rules(terms: HandoffTerms) -> Iterator[str]:
    yield "Ask for the balance above and what the agreement or the law adds to it. Add no fee of your own."
    yield "Your commission is our cost and not the debtor\N{RIGHT SINGLE QUOTATION MARK}s."
    yield "Tell us of every dispute within two business days, and hold until we have answered."
    yield "No suit, no settlement, no plan and no report to a credit bureau without our word in writing."
    yield "What we receive we tell you, and what you receive you tell us, on the same day."
    yield "Report to us every 30 days. We may recall the account at any time."
    if terms.title is Title.COLLECTION:
        yield "The accounts are assigned to you for collection only; the money stays ours."
