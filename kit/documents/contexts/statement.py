"""The blanks of `statements/statement`: the whole account, line by line, on one day."""

from __future__ import annotations

from dataclasses import dataclass

from kit.documents import wording
from kit.documents.contexts import account, demand_words, letterhead
from kit.documents.contexts.account import Entry, Span, Sum
from kit.documents.contexts.letterhead import Remark, Way
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.ledger.ageing import ageing
from kit.model.money import ZERO


@dataclass(frozen=True, slots=True)
class Ageing:
    """What is owed by the days it is overdue."""

    current: str
    thirty: str
    sixty: str
    ninety: str
    older: str


@dataclass(frozen=True, slots=True)
class Statement:
    """The blanks of ``statements/statement``."""

    creditor_name: str
    creditor_address: str
    creditor_contact: str
    footer: str
    recipient: str
    statement_date: str
    agreement: str
    balance_label: str
    balance: str
    past_due: str
    postings: tuple[Entry, ...]
    sums: tuple[Sum, ...]
    ageing: tuple[Ageing, ...]
    spans: tuple[Span, ...]
    spans_total: str
    ways: tuple[Way, ...]
    remarks: tuple[Remark, ...]


def build(facts: Facts, request: Request) -> Statement:  # noqa: ARG001 - every document is built from facts and a request
    """Fill the statement of account as of the day of ``facts``."""
    case, ledger = facts.case, facts.ledger
    creditor = letterhead.creditor_of(case)
    totals = ledger.totals
    past_due = sum(ageing(ledger).amounts[1:], ZERO)
    return Statement(
        creditor_name=letterhead.creditor_name(case),
        creditor_address=letterhead.address_lines(creditor.address),
        creditor_contact=letterhead.contact_line(creditor, creditor.website),
        footer=letterhead.footer(case, f"statement of {wording.day(facts.as_of)}"),
        recipient=letterhead.recipient(case, facts.as_of),
        statement_date=wording.day(facts.as_of),
        agreement=letterhead.agreement_line(case),
        balance_label="Balance in your favor" if totals.overpaid else "Balance",
        balance=wording.money(totals.overpaid or totals.total, case.currency),
        past_due=wording.money(min(past_due, totals.total), case.currency) if past_due and totals.total else "",
        postings=account.entries(case, ledger),
        sums=(
            *account.parts(case, ledger),
            *account.less("Money we hold for you", totals.unapplied, case.currency),
        ),
        ageing=(_ageing(facts),) if past_due else (),
        spans=account.spans(case, ledger),
        spans_total=account.spans_total(case, ledger),
        ways=letterhead.ways_to_pay(case) if totals.total else (),
        remarks=_remarks(facts),
    )


def _ageing(facts: Facts) -> Ageing:
    return Ageing(*(wording.bare_money(amount, facts.case.currency) for amount in ageing(facts.ledger).amounts))


def _remarks(facts: Facts) -> tuple[Remark, ...]:
    case, totals = facts.case, facts.ledger.totals
    texts = []
    if totals.disputed:
        disputed = wording.money(totals.disputed, case.currency)
        texts.append(f"Of this account, {disputed} is disputed and stands here only to keep it complete.")
    if totals.unapplied and totals.total:
        texts.append("The table by age shows the invoices before the money that we hold for you.")
    if totals.overpaid:
        over = wording.money(totals.overpaid, case.currency)
        how = "Please tell us whether to pay it back or to keep it for a later invoice."
        texts.append(f"You have paid {over} more than was owed. {how}")
    if totals.total and (where := letterhead.where_to_pay(case)):
        texts.append(f"Please pay{where}.")
    texts += [demand_words.further_charges(facts), "Please tell us in writing if an entry is wrong or missing."]
    paragraphs = (account.order_sentence(case, facts.ledger), wording.sentences(texts))
    return tuple(Remark(text) for text in paragraphs if text)
