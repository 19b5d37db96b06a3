"""The blanks of `letters/final-demand`: the last letter before somebody decides about a suit.

It asks for what is overdue and not disputed. It says that a suit is intended
only where the user has recorded that decision and nothing known stands in its
way; otherwise that one is possible.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from kit.checks.court import Outlook, outlook
from kit.documents import wording
from kit.documents.contexts import account, letterhead
from kit.documents.contexts.account import Entry, Span, Sum
from kit.documents.contexts.letterhead import Remark, Way
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.ledger.account import Item
from kit.model.law_courts import DemandMethod
from kit.model.money import ZERO

MANY = 4  # invoices that a sentence can name
USUAL_DAYS = 14  # time to answer where the law asks for less
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Owed:
    """One invoice of the letter."""

    invoice: str
    issued: str
    due: str
    charged: str
    settled: str
    unpaid: str


@dataclass(frozen=True, slots=True)
class FinalDemand:
    """The blanks of ``letters/final-demand``."""

    creditor_name: str
    creditor_address: str
    creditor_contact: str
    footer: str
    recipient: str
    sent_how: str
    letter_date: str
    subject: str
    salutation: str
    opening: str
    items: tuple[Owed, ...]
    sums: tuple[Sum, ...]
    total_due: str
    interest_sentence: str
    dispute_sentence: str
    request: str
    ways: tuple[Way, ...]
    action_sentence: str
    answer_sentence: str
    signer_name: str
    signer_title: str
    schedule_opening: str
    postings: tuple[Entry, ...]
    spans: tuple[Span, ...]
    remarks: tuple[Remark, ...]


def decide(facts: Facts, request: Request) -> Request:
    """Return ``request`` with its last day to pay."""
    return request if request.pay_by else replace(request, pay_by=pay_by(facts.as_of, outlook(facts)))


def build(facts: Facts, request: Request) -> FinalDemand:
    """Fill the final demand as of the day of ``facts``."""
    case, ledger = facts.case, facts.ledger
    seen = outlook(facts)
    last_day = decide(facts, request).pay_by or facts.as_of
    total = wording.money(demanded(facts), case.currency)
    until = wording.day(last_day)
    name, title = letterhead.signer(case)
    return FinalDemand(
        creditor_name=letterhead.creditor_name(case),
        creditor_address=letterhead.address_lines(letterhead.creditor_of(case).address),
        creditor_contact=letterhead.contact_line(letterhead.creditor_of(case), letterhead.creditor_of(case).website),
        footer=letterhead.footer(case, f"letter of {wording.day(facts.as_of)}"),
        recipient=letterhead.recipient(case),
        sent_how=_sent_how(seen),
        letter_date=wording.day(facts.as_of),
        subject=f"Last request before further steps: please pay {total} by {until}",
        salutation=letterhead.salutation(case),
        opening=_opening(facts),
        items=tuple(_owed(facts, item) for item in overdue(facts)),
        sums=_sums(facts),
        total_due=total,
        interest_sentence=_interest(facts),
        dispute_sentence=_dispute(facts),
        request=f"Please pay {total} so that it reaches us by {until}{':' if letterhead.ways_to_pay(case) else '.'}",
        ways=letterhead.ways_to_pay(case),
        action_sentence=_action(facts, seen, last_day),
        answer_sentence=(
            "If you believe that something here is wrong, tell us in writing by then which amount and why; we will look at "
            "it and answer. If you cannot pay it all at once, call us before that day: a plan agreed in writing and kept "
            "is better for both of us than a dispute."
        ),
        signer_name=name,
        signer_title=title,
        schedule_opening=account.order_sentence(case, ledger),
        postings=account.entries(case, ledger),
        spans=account.spans(case, ledger),
        remarks=_remarks(facts, seen),
    )


def overdue(facts: Facts) -> tuple[Item, ...]:
    """Return the due items with something overdue that is not disputed."""
    return tuple(item for item in facts.ledger.items if item.invoice and item.days_overdue and item.collectable > 0)


def demanded(facts: Facts) -> Decimal:
    """Return what the letter asks for: overdue, not disputed, less money held for the debtor."""
    asked = sum((item.collectable for item in (*overdue(facts), *_own(facts))), ZERO)
    return max(ZERO, asked - facts.ledger.totals.unapplied)


def _own(facts: Facts) -> tuple[Item, ...]:
    """Return fees and costs of the account as a whole."""
    return tuple(item for item in facts.ledger.items if not item.invoice and item.collectable > 0)


def pay_by(today: date, seen: Outlook) -> date:
    """Return the last day to pay: the law's days or two weeks, whichever is longer, never on a weekend."""
    last = today + timedelta(days=max(USUAL_DAYS, seen.demand_days))
    return last + timedelta(days=7 - last.weekday()) if last.weekday() >= SATURDAY else last


def _sent_how(seen: Outlook) -> str:
    """Return how the letter must travel, where the law of the court says so."""
    ways = {DemandMethod.CERTIFIED_MAIL: "certified mail", DemandMethod.REGISTERED_MAIL: "registered mail"}
    asked = [ways[method] for method in seen.demand_methods if method in ways]
    return f"By {wording.listing(asked, 'or')}" if asked else ""


def _opening(facts: Facts) -> str:
    late = overdue(facts)
    first = min((item.due_on for item in late if item.due_on), default=None)
    since = f" since {wording.day(first)}" if first else ""
    about = f"our {letterhead.agreement_words(facts.case)}"
    names = list(dict.fromkeys(item.invoice for item in late))
    which = wording.listing(names) if len(names) <= MANY else wording.count(len(names), "invoice")
    if len(names) == 1:
        return f"Under {about}, invoice {which} has been due in whole or in part{since}. The schedule enclosed shows how the amount comes about:"  # noqa: E501
    these = f"invoices {which}" if len(names) <= MANY else which
    return f"Under {about}, {these} have been due in whole or in part{since}. The schedule enclosed shows how the amount comes about:"


def _owed(facts: Facts, item: Item) -> Owed:
    currency = facts.case.currency
    part = f" ({item.number} of {item.of})" if item.of > 1 else ""
    return Owed(
        item.invoice + part,
        letterhead.due_words(item.issued_on),
        letterhead.due_words(item.due_on),
        wording.bare_money(item.original, currency),
        wording.bare_money(item.original - item.principal, currency),
        wording.bare_money(item.principal, currency),
    )


def _sums(facts: Facts) -> tuple[Sum, ...]:
    """Return the lines between what is owed and what is asked; they add up by construction."""
    case, totals = facts.case, facts.ledger.totals
    gross = totals.principal + totals.interest + totals.fees + totals.costs
    later = gross - totals.disputed - totals.unapplied - demanded(facts)
    return (
        *account.parts(case, facts.ledger),
        *account.less("Disputed, not asked for here", totals.disputed, case.currency),
        *account.less("Not yet due", later, case.currency),
        *account.less("Money we hold for you", totals.unapplied, case.currency),
    )


def _interest(facts: Facts) -> str:
    """Return how interest or a monthly charge runs on; empty where none was agreed or it has stopped."""
    ledger = facts.ledger
    monthly = facts.case.agreement.late_fee
    if ledger.interest is None and monthly and monthly.percent_a_month is not None and ledger.totals.fees:
        under = f" under {monthly.source} of the agreement" if monthly.source else " as agreed"
        each = "full month" if monthly.month == "completed" else "month begun"
        return f"A late charge of {wording.percent(monthly.percent_a_month)} is added for each further {each}{under}."
    if ledger.interest is None or ledger.interest.basis != "agreed" or not ledger.per_diem.undisputed:
        return ""
    rates = [span.percent for span in ledger.spans if not span.by_law]
    rate = f" at {wording.percent(rates[-1])} a year" if rates else ""
    under = f" ({facts.case.agreement.interest.source})" if facts.case.agreement.interest and facts.case.agreement.interest.source else ""
    daily = wording.money(ledger.per_diem.undisputed, facts.case.currency)
    return f"Interest runs on{rate}{under}: {daily} for each day after {wording.day(facts.as_of)}."


def _dispute(facts: Facts) -> str:
    disputed = facts.ledger.totals.disputed
    if not disputed:
        return ""
    invoices = sorted({event.invoice for event in facts.case.disputes})
    amount = wording.money(disputed, facts.case.currency)
    return (
        f"You have told us that you dispute a part of {wording.listing(invoices)}. That part, {amount} with the charges on "
        "it, is not asked for in this letter; we want to settle it with you separately."
    )


def _action(facts: Facts, seen: Outlook, last_day: date) -> str:
    """Return the sentence about a suit: intended where it was decided and is possible, else possible."""
    decided = facts.case.legal_action
    if decided and decided.decided_on <= facts.as_of and decided.not_before > last_day and seen.clear and seen.court:
        when = wording.day(decided.not_before)
        return f"If the full amount has not reached us by then, we intend to file a claim in the {seen.court.name} on or after {when}."
    return (
        f"If the full amount has not reached us by {wording.day(last_day)}, we may file a claim in court without writing again. "
        "We would rather not."
    )




def _remarks(facts: Facts, seen: Outlook) -> tuple[Remark, ...]:
    ledger, case = facts.ledger, facts.case
    texts = []
    cites = sorted({span.cite for span in ledger.spans if span.cite and not span.by_law})
    if cites:
        texts.append(f"Interest and charges for lateness: {'; '.join(cites)} of the agreement. Both days of a line are counted.")
    if ledger.by_law and ledger.by_law.amount:
        amount = wording.money(ledger.by_law.amount, case.currency)
        texts.append(f"No interest was agreed. A court may add interest allowed by law, {amount} so far ({ledger.by_law.cite}).")
    if seen.demand_cite and seen.demand_days:
        texts.append(f"Time to answer before a claim is filed: {wording.count(seen.demand_days, 'day')} ({seen.demand_cite}).")
    return tuple(Remark(text) for text in texts)
