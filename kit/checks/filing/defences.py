"""What the other side may set against the claim, and the papers that answer it."""

from __future__ import annotations

from collections.abc import Iterator

from kit.checks.filing.claim import ABSENT
from kit.checks.filing.defendant import sued_at
from kit.checks.filing.result import Tested
from kit.checks.filing.suit import Suit, clear, told
from kit.findings import Finding, note
from kit.model.account import ExhibitKind
from kit.model.agreement import AgreementKind
from kit.model.court_exhibits import exhibits_of
from kit.model.event import Answer
from kit.model.money import ZERO
from kit.model.small_claims import Setoff

CONTESTS = (Answer.DISPUTES_WORK, Answer.DISPUTES_AMOUNT, Answer.THREATENS)
SIGNED = (AgreementKind.WRITTEN, AgreementKind.SALE_OF_GOODS)


def disputes(suit: Suit) -> Iterator[Tested]:
    """Name what the debtor is known to dispute; it will be the defence."""
    case = suit.case
    found = []
    for one in case.disputes:
        said = f": {one.text}" if one.text else ""
        message = f"the debtor disputes {one.invoice} since {one.on}{said}; expect it as the defence"
        found.append(note("K618", message, case.origin(f"entry:{one.n}"), fix="Have the answer and its paper ready."))
    known = {one.on for one in case.disputes}
    for answer in case.answers:
        if answer.reason in CONTESTS and answer.on not in known:
            what = answer.reason.value.replace("_", " ")
            said = f": {answer.text}" if answer.text else ""
            message = f"on {answer.on} the debtor answered ({what}){said}; it may be a defence or a claim against you"
            place = case.origin(f"entry:{answer.n}")
            found.append(note("K618", message, place, fix="Have the answer and its paper ready."))
    yield from (told(one) for one in found)
    if not found:
        yield clear("no dispute of the debtor is on record", case.place("invoices"))


def setoffs(suit: Suit) -> Iterator[Tested]:
    """Name what the debtor says is owed in turn, and what was taken off already."""
    case = suit.case
    for index, one in enumerate(case.setoffs):
        yield told(_setoff(suit, index, one))
    if not case.setoffs:
        credited = sum((one.amount for one in case.credits if one.on <= suit.as_of), ZERO)
        paid = sum((one.amount for one in case.payments if one.on <= suit.as_of and one.bounced_on is None), ZERO)
        said = f"credits of {suit.money(credited)} and payments of {suit.money(paid)} are taken off"
        fact = case.place("credits") if case.credits else case.place("payments")
        yield clear(f"{said}; the debtor is not known to claim anything in turn", fact)


def _setoff(suit: Suit, index: int, one: Setoff) -> Finding:
    sum_ = f" ({suit.money(one.amount)})" if one.amount is not None else ""
    message = f"the debtor says that you owe it for {one.text}{sum_}; it may be set off or claimed against you"
    if one.amount is not None and one.amount > suit.claim:
        message += ", and it is more than your claim"
    fix = "If it is right, add a credit under `credits:`; if not, have the papers that show it."
    return note("K618", message, suit.case.place("setoffs", index), fix=fix)


def exhibits(suit: Suit) -> Iterator[Tested]:
    """Ask whether the papers that such a claim needs are there."""
    case = suit.case
    claimed = list(dict.fromkeys(item.invoice for item in suit.facts.ledger.claimable if item.invoice and item.balance))
    there = exhibits_of(case, claimed)
    kinds = {one.kind for one in there}
    billed = {one.invoice for one in there if one.kind is ExhibitKind.INVOICE and one.invoice}
    some = any(one.kind is ExhibitKind.INVOICE and not one.invoice for one in there)
    missing = []
    if case.agreement.kind in SIGNED and case.agreement.signed_on and ExhibitKind.CONTRACT not in kinds:
        missing.append((f"the agreement signed on {case.agreement.signed_on}", "contract"))
    bills = [one for one in claimed if one not in billed and not some]
    if bills:
        missing.append((f"{', '.join(f'invoice {one}' for one in bills)}", f"invoice, invoice: {bills[0]}"))
    if not kinds & {ExhibitKind.DELIVERY, ExhibitKind.ACKNOWLEDGMENT}:
        missing.append(("proof that the work or the goods were delivered", "delivery"))
    if any(where[0] == "guarantors" for _, where in sued_at(suit)) and ExhibitKind.GUARANTY not in kinds:
        missing.append(("the signed guaranty", "guaranty"))
    for what, kind in missing:
        fix = f"Add it under `exhibits:` with `kind: {kind}`, or say at the hearing how you show it."
        yield told(note("K689", f"missing among the exhibits: {what}", case.place("exhibits"), fix=fix))
    absent = [one for one in suit.facts.findings if one.code == ABSENT]
    yield from (told(one) for one in absent)
    if not missing and not absent:
        listed = ", ".join(one.title for one in there)
        yield clear(f"{len(there)} exhibit{'' if len(there) == 1 else 's'}: {listed}", case.place("exhibits"))
