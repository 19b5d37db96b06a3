"""What happened, in numbered sentences for a court: agreement, work, bills, payments, demand.

Only what the file holds is said; what an exhibit shows names it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kit.documents import wording
from kit.documents.contexts.channel_words import BY
from kit.documents.contexts.claim_money import (
    applied_words,
    claimed_invoices,
    elsewhere,
    good_payments,
    returned,
    went_where,
)
from kit.documents.contexts.court_caption import guarantors_sued, the_debtor
from kit.documents.contexts.court_claim import Claim
from kit.documents.contexts.discreet import about_terms, public
from kit.documents.contexts.exhibit_refs import Exhibits, exhibits, is_change, ref
from kit.documents.contexts.letterhead import Remark
from kit.facts import Facts
from kit.model.account import ExhibitKind, Invoice, Payment
from kit.model.agreement import AgreementKind, Bucket
from kit.model.case import Case, WorkKind
from kit.model.court_exhibits import ASKING_NOTHING
from kit.model.demands import demands_sent
from kit.model.document_ids import short_id
from kit.model.money import ZERO, to_minor
from kit.model.paper_event import Sent
from kit.model.party import Channel

MANY = 8  # invoices or payments that are told one by one
AGREED = {
    AgreementKind.WRITTEN: "a written agreement",
    AgreementKind.ORAL: "an oral agreement",
    AgreementKind.OPEN_ACCOUNT: "an open account",
    AgreementKind.ACCOUNT_STATED: "an account on whose balance both agreed",
    AgreementKind.SALE_OF_GOODS: "a contract for the sale of goods",
}


def statements(facts: Facts, claim: Claim) -> tuple[Remark, ...]:
    """Return the facts of the claim in order, each in a sentence or two."""
    shown = exhibits(facts)
    parts = (
        _agreement(facts.case, shown),
        _orders(facts.case, shown),
        _guaranty(facts.case, shown),
        _work(facts.case, shown),
        _bills(facts, shown),
        _payments(facts, shown),
        _credits(facts),
        _admitted(facts.case, shown, facts.as_of),
        _demand(facts, shown),
        _unpaid(facts, claim),
    )
    return tuple(Remark(text) for part in parts for text in part)


def _agreement(case: Case, shown: Exhibits) -> Iterator[str]:
    agreed, who = case.agreement, the_debtor(case)
    title = f", “{public(case, agreed.title)}”" if agreed.title else ""
    on = f" on {wording.day(agreed.signed_on)}" if agreed.signed_on else ""
    proof = ref(shown.of(ExhibitKind.CONTRACT) or shown.agreement())
    mark = "," if title and on else ""
    yield f"Plaintiff and {who} made {AGREED[agreed.kind]}{title}{mark}{on}{proof}."
    if case.assigned_from:
        one = case.assigned_from
        yield f"The claim was first that of {one.name}, and was assigned to Plaintiff on {wording.day(one.on)}."


def _orders(case: Case, shown: Exhibits) -> Iterator[str]:
    for one in shown.later_orders():
        what = "ordered a change of it" if is_change(one) else "placed an order under it"
        yield f"{the_debtor(case)} {what}{f' on {wording.day(one.on)}' if one.on else ''}{ref([one])}."


def _guaranty(case: Case, shown: Exhibits) -> Iterator[str]:
    for one in guarantors_sued(case):
        limit = f", up to {wording.money(to_minor(one.limit, case.currency), case.currency)}" if one.limit else ""
        proof = ref(shown.of(ExhibitKind.GUARANTY))
        yield f"Defendant {public(case, one.name)} promised to pay what {the_debtor(case)} owes{limit}{proof}."


def _work(case: Case, shown: Exhibits) -> Iterator[str]:
    goods = case.work.kind is WorkKind.GOODS
    what = public(case, case.work.text.rstrip(".")) if case.work.text else ("the goods" if goods else "the work")
    days = sorted({one.delivered_on for one in case.invoices if one.delivered_on and one.id in shown.invoices})
    when = ""
    if days:
        when = f" on {wording.day(days[0])}" if len(days) == 1 else _between(days)
    elif case.work.last_day:
        first = case.work.first_day
        when = _between([first, case.work.last_day]) if first else f" until {wording.day(case.work.last_day)}"
    proof = ref(shown.of(ExhibitKind.DELIVERY))
    supplied = "delivered" if goods or days else "supplied"
    yield f"As agreed, Plaintiff {supplied} to {the_debtor(case)}{when}: {what}{proof}."


def _between(days: list[date]) -> str:
    return f" between {wording.day(days[0])} and {wording.day(days[-1])}"


def _bills(facts: Facts, shown: Exhibits) -> Iterator[str]:
    case = facts.case
    claimed = [one for one in case.invoices if one.id in shown.invoices]
    if len(claimed) <= MANY:
        for invoice in claimed:
            yield _bill(case, invoice, shown)
    else:
        total = sum((case.total(one) for one in claimed), ZERO)
        first, last = min(one.issued_on for one in claimed), max(one.issued_on for one in claimed)
        proof = ref(shown.of(ExhibitKind.INVOICE))
        yield (
            f"Plaintiff billed {wording.money(total, case.currency)} in {len(claimed)} invoices"
            f"{_between([first, last])}{proof}. The itemization lists each with its due date."
        )


def _bill(case: Case, invoice: Invoice, shown: Exhibits) -> str:
    amount, on = wording.money(case.total(invoice), case.currency), wording.day(invoice.issued_on)
    due = case.due_on(invoice)
    when = f" It was due on {wording.day(due)}." if due else ""
    if invoice.instalments:
        days = sorted(part.due_on for part in invoice.instalments)
        when = f" It was due in {len(days)} parts, the first on {wording.day(days[0])}."
    proof = ref(shown.of(ExhibitKind.INVOICE, invoice=invoice.id))
    return f"Plaintiff billed {amount} by invoice {public(case, invoice.id)} of {on}{proof}.{when}"


def _payments(facts: Facts, shown: Exhibits) -> Iterator[str]:
    case, who = facts.case, the_debtor(facts.case)
    good, other = good_payments(facts), to_minor(elsewhere(facts), case.currency)
    these = "this invoice" if len(shown.invoices) == 1 else "these invoices"
    if not good and other:
        yield f"{who} paid {wording.money(other, case.currency)} on earlier invoices, and nothing on {these}."
    elif not good:
        yield f"{who} has paid nothing on {these}."
    elif len(good) <= MANY:
        yield from (f"{who} paid {_money(case, one)} on {wording.day(one.on)}{_part(facts, one)}." for one in good)
    else:
        total = sum((to_minor(one.amount, case.currency) for one in good), ZERO)
        yield (
            f"{who} made {len(good)} payments, together {wording.money(total, case.currency)}"
            f"{_between([good[0].on, good[-1].on])}; the itemization lists each."
        )
    for one in returned(facts):
        yield (
            f"A payment of {_money(case, one)}, received on {wording.day(one.on)}, came back unpaid on "
            f"{wording.day(one.bounced_on or one.on)}{ref(shown.came_back(one))}."
        )


def _part(facts: Facts, payment: Payment) -> str:
    """Return how much of a payment was for what is claimed, where it was not all of it."""
    parts = went_where(facts, payment)
    if parts.get(Bucket.PRINCIPAL) == to_minor(payment.amount, facts.case.currency):
        return ""
    these = "this invoice" if len(claimed_invoices(facts)) == 1 else "these invoices"
    return f"; {applied_words(parts, facts.case.currency, these) or f'none of it was left for {these}'}"


def _money(case: Case, payment: Payment) -> str:
    return wording.money(to_minor(payment.amount, case.currency), case.currency)


def _credits(facts: Facts) -> Iterator[str]:
    case = facts.case
    for one in case.credits:
        if one.on <= facts.as_of and one.invoice in claimed_invoices(facts):
            amount = wording.money(to_minor(one.amount, case.currency), case.currency)
            why = f" for {public(case, one.reason.rstrip('.'))}" if one.reason else ""
            yield f"Plaintiff credited {amount} on invoice {public(case, one.invoice)}{why} on {wording.day(one.on)}."


def _admitted(case: Case, shown: Exhibits, as_of: date) -> Iterator[str]:
    proof = ref(shown.of(ExhibitKind.ACKNOWLEDGMENT))
    for one in case.acknowledgments:
        if one.on <= as_of:
            said = public(case, one.text.rstrip("."))
            yield f"On {wording.day(one.on)} {the_debtor(case)} {_in_writing(one.signed)}: “{said}”{proof}."


def _in_writing(signed: bool) -> str:
    return "stated in a signed writing" if signed else "stated"


def _demand(facts: Facts, shown: Exhibits) -> Iterator[str]:
    case = facts.case
    letters = [one for one in case.sent if one.on <= facts.as_of and _letter(case, one)]
    final = demands_sent(case)
    if final:
        last = final[-1]
        how = "by certified mail" if last.certified else BY[last.channel]
        receipts = shown.mailed(last.on) or [one for one in shown.of(ExhibitKind.MAILING) if one.on is None]
        proof = ref([*shown.sent(last), *(receipts if last.certified or last.channel is Channel.MAIL else ())])
        yield f"On {wording.day(last.on)} Plaintiff demanded payment in writing, sent {how}{proof}."
    elif letters:
        days = sorted({one.on for one in letters})
        when = f"on {wording.day(days[-1])}" if len(days) == 1 else f"in writing{_between(days)}"
        yield f"Plaintiff asked for payment {when}{ref(shown.asking())}."


def _letter(case: Case, sent: Sent) -> bool:
    made = next((one for one in case.made if one.n == sent.made), None)
    name = (made.document if made else sent.document) or sent.step or ""
    if about_terms(name) or short_id(name) in ASKING_NOTHING:
        return False
    return name.startswith("letters/") or bool(sent.step and not name.startswith("statements/invoice"))


def _unpaid(facts: Facts, claim: Claim) -> Iterator[str]:
    amount = wording.money(claim.sums.principal, facts.case.currency)
    if claim.sums.principal:
        yield f"On {wording.day(claim.day)}, {amount} of what was billed is unpaid."
