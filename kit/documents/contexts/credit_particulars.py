"""What a credit application asks of the applicant: printed where the case knows it, else a line to write on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kit.documents import wording
from kit.documents.contexts.client_words import kind_words
from kit.model.case import Case
from kit.model.party import PartyKind

FEWEST_LINES = 2  # to write on, under a heading
FEWEST_SUPPLIERS = 3


@dataclass(frozen=True, slots=True)
class Field:
    """One particular; an empty value is a line to write on."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Owner:
    """An owner or officer."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Supplier:
    """A trade reference."""

    name: str
    person: str
    reach: str


@dataclass(frozen=True, slots=True)
class Orderer:
    """Who may order."""

    name: str


def particulars(case: Case) -> tuple[Field, ...]:
    """Return who applies; nothing of 15 U.S.C. § 1691(a), no Social Security number and no account number."""
    debtor, natural = case.debtor, case.debtor.kind.natural_person
    address = ", ".join(debtor.address.lines) if debtor.address else ""
    return (
        Field("Full legal name", debtor.name),
        Field("Trade name, if another", debtor.dba or ""),
        Field("Kind of business", "" if debtor.kind is PartyKind.INDIVIDUAL else kind_words(debtor)),
        *(() if natural else (Field("State where organized", debtor.organized_in or ""),)),
        Field("Employer identification number (EIN)" + (", if there is one" if natural else ""), ""),
        Field("In business since", ""),
        Field("Street address", address),
        Field("Address for invoices, if another", ""),
        Field("Telephone", debtor.phone or ""),
        Field("Email for invoices", debtor.email or ""),
        Field("Who pays invoices: name, telephone, email", _payer(case)),
        Field("Who approves invoices: name, telephone, email", _approver(case)),
        Field("Bank, and whom to ask there (no account number)", ""),
    )


def _payer(case: Case) -> str:
    payer, people = case.client_check.payer, case.debtor.contacts
    if payer and payer.name:
        return _reached(payer.name, payer.phone, payer.email)
    return _reached(people[0].name, people[0].phone, people[0].email) if people else ""


def _approver(case: Case) -> str:
    approver = case.client_check.approver
    return _reached(approver.name, approver.phone, approver.email) if approver and approver.name else ""


def _reached(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def owners(case: Case) -> tuple[Owner, ...]:
    """Return the owners and officers of an entity."""
    if case.debtor.kind.natural_person:
        return ()
    known = [Owner(one.name, one.title or "") for one in case.credit_application.owners]
    return (*known, *[Owner("", "")] * (FEWEST_LINES - len(known)))


def suppliers(case: Case) -> tuple[Supplier, ...]:
    """Return the trade references."""
    known = [
        Supplier(one.name, one.contact or "", _reached(one.phone, one.email)) for one in case.client_check.references
    ]
    return (*known, *[Supplier("", "", "")] * (FEWEST_SUPPLIERS - len(known)))


def wanted(case: Case) -> tuple[Field, ...]:
    """Return the credit asked for."""
    amount = case.credit_application.amount
    return (
        Field("Most that is open at one time", wording.money(amount, case.currency) if amount is not None else ""),
        Field("Orders expected in a month", ""),
        Field("Are purchase orders needed?", "☐ yes ☐ no"),
        *(() if case.agreement.net_days is not None else (Field("Days to pay after the date of an invoice", ""),)),
    )


def orderers(case: Case) -> tuple[Orderer, ...]:
    """Return who may order."""
    return tuple(Orderer(name) for name in _lines(case.credit_application.may_order))


def _lines(known: Iterable[str]) -> list[str]:
    """Return what is known, and empty lines up to the fewest."""
    found = list(known)
    return found + [""] * (FEWEST_LINES - len(found))
