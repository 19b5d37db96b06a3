"""What the other side may say at the hearing, as far as the file foretells it, and what the file answers.

Only facts answer: a day, an amount, a paper. Where the file has none, it says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from kit.documents import wording
from kit.documents.contexts.claim_money import claimed_invoices, good_payments, returned, went_here
from kit.documents.contexts.court_caption import guarantors_sued
from kit.documents.contexts.court_days import event_words, first_to_expire
from kit.documents.contexts.exhibit_refs import Exhibits, exhibits, ref
from kit.facts import Facts
from kit.model.account import ExhibitKind
from kit.model.case import Case
from kit.model.demands import demands_sent
from kit.model.event import Answer, Answered, Disputed
from kit.model.money import ZERO, to_minor
from kit.model.suit import suit_of

SAY = {
    Answer.NOT_RECEIVED: "The invoice never came.",
    Answer.DISPUTES_WORK: "Something was wrong with the work.",
    Answer.DISPUTES_AMOUNT: "The amount is wrong.",
    Answer.CASH: "We had no money.",
    Answer.FORGOT: "It was overlooked.",
    Answer.LEFT: "The person who ordered it has left.",
    Answer.NO_AUTHORITY: "Whoever ordered it had no authority.",
    Answer.REFUSES: "We do not owe it.",
    Answer.INSOLVENT: "There is no money.",
}
SOON = timedelta(days=365)  # nobody argues about a period that has years to run
NO_ANSWER = "The file holds no answer to this: look for one before the hearing."


@dataclass(frozen=True, slots=True)
class Defense:
    """What may be said, and what answers it."""

    said: str
    answer: str


def defenses(facts: Facts) -> tuple[Defense, ...]:
    """Return what the file gives reason to expect."""
    shown = exhibits(facts)
    found = (_disputes(facts, shown), _answers(facts, shown), _setoffs(facts), _others(facts, shown), _time(facts))
    return tuple(dict.fromkeys(one for some in found for one in some)) or tuple(_usual(facts, shown))


def _usual(facts: Facts, shown: Exhibits) -> Iterator[Defense]:
    """Yield what is commonly said against such a claim, where nothing is on record; each with what the file has."""
    case, delivery = facts.case, ref(shown.of(ExhibitKind.DELIVERY))
    last = case.work.last_day or max((one.delivered_on for one in case.invoices if one.delivered_on), default=None)
    done = f"Done by {wording.day(last)}{delivery}" if last else f"Delivery is shown{delivery}"
    done = done if last or delivery else "No proof of delivery is in the file: bring one"
    yield Defense("Not delivered, or not as agreed.", f"{done}; no complaint is on record.")
    yield Defense("We have paid.", "No payment on it is on record; ask for day, amount and proof.")
    yield Defense("You sued the wrong one.", _agreed_with(facts, shown))
    yield from _limit(facts)
    asked = demands_sent(case)
    proof = ref((*shown.sent(asked[-1]), *shown.mailed(asked[-1].on))) if asked else ref(shown.asking())
    on = f" on {wording.day(asked[-1].on)}" if asked else ""
    answer = f"A letter asked for it{on}{proof}." if on or proof else "No demand is in the file: say when you asked."
    yield Defense("You never asked us.", answer)


def _agreed_with(facts: Facts, shown: Exhibits) -> str:
    """Return who the other side of the agreement is, as its papers show."""
    proof = ref(shown.agreement())
    written = f"We agreed with {facts.case.debtor.name}{proof}." if proof else ""
    return written or f"The invoices are made out to {facts.case.debtor.name}{ref(shown.of(ExhibitKind.INVOICE))}."


def _disputes(facts: Facts, shown: Exhibits) -> Iterator[Defense]:
    for one in facts.case.disputes:
        said = f"Invoice {one.invoice}: {one.text.rstrip('.')}." if one.text else f"Invoice {one.invoice} is disputed."
        yield Defense(said, wording.sentences([_when(facts, one), _delivered(facts.case, one.invoice, shown)]))


def _when(facts: Facts, one: Disputed) -> str:
    invoice = next((bill for bill in facts.case.invoices if bill.id == one.invoice), None)
    if invoice is None:
        return ""
    days = (one.on - invoice.issued_on).days
    if days <= 0:
        return f"They said so on {wording.day(one.on)}."
    return f"They first said so on {wording.day(one.on)}, {wording.count(days, 'day')} after the invoice."


def _delivered(case: Case, name: str, shown: Exhibits) -> str:
    invoice = next((bill for bill in case.invoices if bill.id == name), None)
    proof = ref(shown.of(ExhibitKind.DELIVERY, invoice=name))
    if invoice and invoice.delivered_on:
        return f"It was delivered on {wording.day(invoice.delivered_on)}{proof}."
    return f"Delivery is shown{proof}." if proof else "No proof of delivery is in the file: bring one."


def _answers(facts: Facts, shown: Exhibits) -> Iterator[Defense]:
    case = facts.case
    for one in case.answers:
        if one.reason not in SAY or (one.reason is Answer.DISPUTES_WORK and case.disputes):
            continue
        yield Defense(SAY[one.reason], _reply(facts, one, shown))


def _reply(facts: Facts, one: Answered, shown: Exhibits) -> str:
    case, reason = facts.case, one.reason
    if reason is Answer.NOT_RECEIVED:
        gone = sorted(sent.on for sent in case.sent)
        proof = ref(shown.of(ExhibitKind.MAILING))
        if gone:
            return f"Papers went out on {wording.listing(wording.day(on) for on in dict.fromkeys(gone[-3:]))}{proof}."
    if reason in (Answer.CASH, Answer.FORGOT, Answer.INSOLVENT):
        return f"They said this on {wording.day(one.on)}; it does not deny the bill."
    if reason in (Answer.DISPUTES_WORK, Answer.DISPUTES_AMOUNT, Answer.REFUSES):
        paid = good_payments(facts)
        if paid:
            amount = wording.money(to_minor(paid[-1].amount, case.currency), case.currency)
            return f"They paid {amount} on {wording.day(paid[-1].on)}. {_agreed(shown)}".strip()
    return _agreed(shown) or NO_ANSWER


def _agreed(shown: Exhibits) -> str:
    proof = ref(shown.of(ExhibitKind.CONTRACT, ExhibitKind.ORDER))
    return f"What was agreed stands in writing{proof}." if proof else ""


def _setoffs(facts: Facts) -> Iterator[Defense]:
    case = facts.case
    for one in case.setoffs:
        amount = f" ({wording.money(to_minor(one.amount, case.currency), case.currency)})" if one.amount else ""
        yield Defense(f"They say you owe them in turn: {one.text.rstrip('.')}{amount}.", NO_ANSWER)


def _others(facts: Facts, shown: Exhibits) -> Iterator[Defense]:
    case = facts.case
    for one in case.credits:
        if one.on <= facts.as_of:
            amount = wording.money(to_minor(one.amount, case.currency), case.currency)
            yield Defense(
                f"You owed us a credit on {one.invoice}.",
                f"{amount} was credited on {wording.day(one.on)} and is taken off the claim.",
            )
    good = good_payments(facts)
    if good:
        total = wording.money(sum((went_here(facts, one) for one in good), ZERO), case.currency)
        yield Defense(
            "We have paid.", f"{total} was paid on this and is taken off; the itemization shows where it went."
        )
    for paid in returned(facts):
        back = f"{wording.day(paid.bounced_on or paid.on)}{ref(shown.came_back(paid))}"
        yield Defense("We sent a payment.", f"It came back unpaid on {back}.")
    for person in guarantors_sued(case):
        proof = ref(shown.of(ExhibitKind.GUARANTY))
        answer = f"The guaranty is in writing{proof}." if proof else "No signed guaranty is in the file: bring it."
        yield Defense(f"{person.name} did not promise to pay for them.", answer)


def _time(facts: Facts) -> Iterator[Defense]:
    found = first_to_expire(facts)
    if found and found[1].last - facts.as_of < SOON:
        yield from _limit(facts)


def _limit(facts: Facts) -> Iterator[Defense]:
    found = first_to_expire(facts)
    if found:
        name, run = found
        suit = suit_of(facts.case)
        when = f"; the claim was filed on {wording.day(suit.filed.on)}" if suit else ""
        yield Defense(
            "It is too late to sue.",
            f"For invoice {name} the time ends on {wording.day(run.last)}, counted from {event_words(run)}, "
            f"{wording.day(run.start)}{run.why}{when}.",
        )


def questions(facts: Facts) -> Iterator[str]:
    """Yield what to ask the other side; each can be answered with yes, no, a day or a number."""
    case = facts.case
    claimed = claimed_invoices(facts)
    names = [one.id for one in case.invoices if one.id in claimed]
    if len(names) == 1:
        yield f"Did you get invoice {names[0]}, and when?"
    elif names:
        yield "Which of these invoices did you not get?"
    yield "Did you use what was delivered? Do you still?"
    for one in case.disputes:
        day = wording.day(one.on)
        yield f"Did you write to us about invoice {one.invoice} before {day}? Where is that letter?"
    if not case.disputes:
        yield "Did you ever complain in writing? When?"
    for promise in case.promises:
        yield f"Did you promise on {wording.short_day(promise.on)} to pay by {wording.short_day(promise.by)}?"
    for setoff in case.setoffs:
        yield f"What paper shows that we owe you for this: {setoff.text.rstrip('.')}?"
    yield "Which part do you say is not owed, and why?"
