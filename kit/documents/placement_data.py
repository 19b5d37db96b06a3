"""The accounts of a placement as a CSV file, in a layout that an agency publishes (templates/handoff/README.md).

The first columns are those of InDebted's account upload, under its own headings and in its formats: days as
YYYY-MM-DD, sums as whole cents. What a placement needs and that layout has no heading for follows behind it.
A cell of text never begins with a sign that makes a spreadsheet compute.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from io import StringIO

from kit.checks.handoff import amount_of
from kit.checks.itemization import itemized
from kit.documents.contexts.consents import refused
from kit.documents.contexts.handoff_account import Placed, placed
from kit.documents.contexts.letterhead import creditor_of
from kit.facts import Facts
from kit.ledger.since import Since
from kit.model.case import Case
from kit.model.handoff import HandoffTerms
from kit.model.money import minor_unit
from kit.model.party import Channel

PUBLISHED = (
    "AccountRef", "StatementOfWorkID", "DueDate", "ChargeOffDate", "DateOfLastPaymentReceived", "OutOfStatuteDate",
    "DelinquencyDate", "Balance", "CustomerRef", "FullName", "Emails", "Phones", "AddressLine1", "AddressLine2",
    "City", "State", "Postcode", "Description", "OriginatingCreditorLegalName", "CurrentCreditorLegalName",
    "ItemizationDateCreditor", "MerchantName",
)  # fmt: skip
OWN = (
    "ItemizationDate", "ItemizationBalance", "ItemizationBilled", "ItemizationInterest", "ItemizationFees",
    "ItemizationCosts", "ItemizationPayments", "ItemizationCredits", "PlacedTotal", "DisputedBalance", "DebtKind",
    "LawyerName", "NoContactBy", "Currency",
)  # fmt: skip
COLUMNS = (*PUBLISHED, *OWN)
FULLWIDTH = "\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}"
COMPUTES = tuple(f"=+-@\t\r{FULLWIDTH}")


def placement_csv(facts: Facts, terms: HandoffTerms) -> bytes:
    """Return the file of one case: a row for each invoice with something open; they add up to `PlacedTotal`."""
    return file_of(rows(facts, terms))


def file_of(found: Iterable[dict[str, str]]) -> bytes:
    """Return the file of rows: a heading, then a line for each."""
    out = StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(found)
    return out.getvalue().encode()


def rows(facts: Facts, terms: HandoffTerms) -> Iterator[dict[str, str]]:
    """Yield the rows by their headings, each value as it stands in the file."""
    case, creditor = facts.case, creditor_of(facts.case)
    _, seen = itemized(facts, terms)
    before = case.assigned_from
    total = _cents(amount_of(facts, terms), case.currency)
    shared = {
        "StatementOfWorkID": _text(terms.reference),
        "CustomerRef": _text(customer_ref(case)),
        "FullName": _text(case.debtor.name),
        **_reached(facts),
        "OriginatingCreditorLegalName": _text(before.name if before else creditor.name),
        "CurrentCreditorLegalName": _text(creditor.name),
        "ItemizationDateCreditor": _text(before.name if before and before.on > seen.on else creditor.name),
        "MerchantName": _text(creditor.dba or creditor.name),
        **_itemization(seen, case.currency),
        "PlacedTotal": total,
        "DebtKind": "consumer" if case.consumer else "business",
        "Currency": case.currency,
    }
    for one in placed(facts, terms):
        yield dict.fromkeys(COLUMNS, "") | shared | _own(case, one)


def customer_ref(case: Case) -> str:
    """Return a reference for the debtor that names no person: the case's own, or a mark of it."""
    if not case.debtor.kind.natural_person and case.id:
        return case.id
    return f"C-{hashlib.sha256(f'{case.id}/{case.debtor.name}'.encode()).hexdigest()[:8].upper()}"


def _own(case: Case, one: Placed) -> dict[str, str]:
    name = one.invoice.id if one.invoice else "account"
    described = case.work.text or case.work.kind.value
    return {
        "AccountRef": _text(f"{customer_ref(case)}/{name}"),
        "DueDate": _day(one.due_on),
        "DateOfLastPaymentReceived": _day(one.last_paid_on),
        "OutOfStatuteDate": _day(one.sue_by),
        "DelinquencyDate": _day(one.late_since),
        "Balance": _cents(one.balance, case.currency),
        "Description": _text(described if one.invoice else one.name),
        "DisputedBalance": _cents(one.disputed, case.currency),
    }


def _reached(facts: Facts) -> dict[str, str]:
    """Return where the debtor is reached, without the ways that it refused; with a lawyer, nowhere but there."""
    debtor = facts.case.debtor
    lawyer, wish = debtor.lawyer_on(facts.as_of), debtor.no_contact
    emails = [] if refused(facts, Channel.EMAIL) else [debtor.email, *(one.email for one in debtor.contacts)]
    phones = [] if refused(facts, Channel.PHONE) else [debtor.phone, *(one.phone for one in debtor.contacts)]
    place = None if refused(facts, Channel.MAIL) else debtor.address
    no = ([way.value for way in wish.channels] or ["all"]) if wish and wish.on <= facts.as_of else []
    return {
        "Emails": _text(_several(emails)),
        "Phones": _text(_several(phone.lstrip("+ ") for phone in phones if phone)),
        "AddressLine1": _text(place.street if place else ""),
        "AddressLine2": _text(place.street2 if place else ""),
        "City": _text(place.city if place else ""),
        "State": place.state if place else "",
        "Postcode": _text(place.zip if place else ""),
        "LawyerName": _text(lawyer.name if lawyer else ""),
        "NoContactBy": ";".join(no),
    }


def _itemization(seen: Since, currency: str) -> dict[str, str]:
    named = (seen.then, seen.billed, seen.interest_added, seen.fees_added, seen.costs_added, seen.paid, seen.credited)
    return {"ItemizationDate": _day(seen.on)} | dict(
        zip(OWN[1:8], (_cents(one, currency) for one in named), strict=True)
    )


def _several(values: Iterable[str | None]) -> str:
    return ";".join(dict.fromkeys(one for one in values if one))


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _cents(amount: Decimal, currency: str) -> str:
    """Return an amount in the smallest coins of its currency."""
    return str(int(amount / minor_unit(currency)))


def _text(value: str | None) -> str:
    """Return a text for a cell; one that a spreadsheet would take for a formula is marked as text."""
    text = value or ""
    return f"'{text}" if text.startswith(COMPUTES) else text
