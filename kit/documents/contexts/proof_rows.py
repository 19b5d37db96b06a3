"""The items of a proof of claim in the order of the official form, each with its answer in words.

The questions are in words of our own; the numbers are the form's, so that an
answer finds its place on the form and on a court's claim page alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kit.documents import wording
from kit.documents.forms.claim_form_answers import Amount, ClaimFormAnswers
from kit.documents.forms.claim_form_people import ClaimAddress
from kit.model.money import DOLLARS

LINE = "____"


@dataclass(frozen=True, slots=True)
class ProofRow:
    """One item: its number on the form, what it asks, and the answer."""

    item: str
    asks: str
    answer: str


def proof_rows(said: ClaimFormAnswers) -> tuple[ProofRow, ...]:
    """Return every item, 1 to 12, and who signs."""
    return tuple(ProofRow(*row) for row in _rows(said))


def _rows(said: ClaimFormAnswers) -> Iterator[tuple[str, str, str]]:
    yield "1", "Who is the creditor now", said.creditor.name
    if said.creditor.other_names:
        yield "", "Other names used with the debtor", said.creditor.other_names
    yield "2", "Taken over from somebody else", _yes(said.acquired.yes, said.acquired.from_whom)
    yield "3", "Where notices go", _reached(said.notices)
    yield "", "Where payments go", _reached(said.payments) if said.payments.name else "to the same address"
    yield "4", "Amends a claim filed before", _amends(said)
    yield "5", "Filed by somebody else already", _yes(said.other_filer.yes, said.other_filer.who)
    yield "6", "Number that identifies the debtor", _yes(said.account.yes, f"ends in {said.account.last_four}")
    yield "7", "Amount on the day of the petition", _amount(said.claim.amount)
    charges = "yes, itemized in the attachment" if said.claim.includes_charges else "no"
    yield "", "Interest, fees or other charges in it", charges
    yield "8", "What the claim rests on", said.claim.basis or LINE
    yield from _secured(said)
    yield "10", "Rests on a lease", _yes(said.lease.yes, f"to cure: {_amount(said.lease.cure)}")
    yield "11", "Subject to a right of setoff", _yes(said.setoff.yes, said.setoff.property)
    yield from _priority(said)


def _secured(said: ClaimFormAnswers) -> Iterator[tuple[str, str, str]]:
    one = said.secured
    yield "9", "Secured by a lien on property", _yes(one.yes, one.property)
    if one.yes:
        yield "", "How it was perfected", one.perfection or LINE
        yield "", "Value of the property", _amount(one.value)
        yield "", "Secured part of the claim", _amount(one.secured_part)
        yield "", "Unsecured part of the claim", _amount(one.unsecured_part)
        yield "", "To cure a default on the petition day", _amount(one.cure)
        yield "", "Yearly interest", f"{one.rate_percent}%, {one.rate_kind}" if one.rate_percent else LINE


def _priority(said: ClaimFormAnswers) -> Iterator[tuple[str, str, str]]:
    one = said.priority
    yield "12", "Entitled to priority, 11 U.S.C. § 507(a)", "yes" if one.yes else "no"
    kinds = (
        ("support, (a)(1)", one.support),
        ("consumer deposits, (a)(7)", one.deposits),
        ("wages and the like, (a)(4)", one.wages),
        ("taxes, (a)(8)", one.taxes),
        ("benefit plans, (a)(5)", one.benefits),
        (f"other, {_subsections(one.subsection)}", one.other),
    )
    yield from (("", f"Of it {name}", _amount(kind.amount)) for name, kind in kinds if kind.yes)


def _subsections(numbers: str) -> str:
    return wording.listing(f"(a)({number.strip()})" for number in numbers.split(",") if number.strip())


def _yes(said: bool | None, what: str) -> str:
    if said is None:
        return LINE
    return (f"yes: {what}" if what else "yes") if said else "no"


def _amends(said: ClaimFormAnswers) -> str:
    if not said.amends.yes:
        return "no"
    number = f"claim {said.amends.number}, " if said.amends.number else ""
    on = said.amends.filed.on
    return f"yes: {number}filed on {wording.day(on) if on and not isinstance(on, str) else LINE}"


def _reached(at: ClaimAddress) -> str:
    return ", ".join(part for part in (at.name, at.street, at.city_state_zip, at.phone, at.email) if part)


def _amount(amount: Amount) -> str:
    return wording.money(amount, DOLLARS) if isinstance(amount, Decimal) else LINE
