"""What every paper shares: who writes, to whom, how to pay, who signs.

A debtor's lawyer, once known, takes the debtor's place as addressee.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kit.documents import wording
from kit.findings import KitError
from kit.model.agreement import AgreementKind
from kit.model.case import Case
from kit.model.party import Address, Creditor, Party

FOOT = 60  # characters of a name at the foot of a page


@dataclass(frozen=True, slots=True)
class Way:
    """One way to pay."""

    method: str
    details: str


@dataclass(frozen=True, slots=True)
class Remark:
    """One paragraph of small print."""

    text: str


def creditor_of(case: Case) -> Creditor:
    """Return the creditor; raises `KitError` where the case has none."""
    if case.creditor is None:
        raise KitError("the case has no creditor: add `creditor:` to kit.yaml or to the case")
    return case.creditor


def creditor_name(case: Case) -> str:
    """Return the name over the letter: the trade name with the legal one, or the legal one."""
    return creditor_of(case).shown_name


def address_lines(address: Address | None) -> str:
    """Return an address, a line each."""
    return "\n".join(address.lines) if address else ""


def contact_line(party: Party, website: str | None = None) -> str:
    """Return telephone and email in one line, and the website below."""
    reach = " · ".join(part for part in (party.phone, party.email) if part)
    return "\n".join(part for part in (reach, website) if part)


def recipient(case: Case, on: date) -> str:
    """Return the address block: the debtor's, or the lawyer's where one is known on the day ``on``."""
    debtor, lawyer = case.debtor, case.debtor.lawyer_on(on)
    if lawyer:
        firm = [lawyer.firm] if lawyer.firm else []
        reach = address_lines(lawyer.address) or lawyer.email or ""
        return "\n".join([lawyer.name, *firm, reach, f"For: {debtor.name}"])
    person = [f"Attention: {debtor.contacts[0].name}"] if debtor.contacts and not debtor.kind.natural_person else []
    return "\n".join(part for part in (debtor.shown_name, *person, address_lines(debtor.address)) if part)


def salutation(case: Case, on: date) -> str:
    """Return how the letter of the day ``on`` opens: by the name of a person, else to the company."""
    if lawyer := case.debtor.lawyer_on(on):
        return f"Dear {lawyer.name}:"
    if case.debtor.kind.natural_person:
        return f"Dear {case.debtor.name}:"
    return f"Dear {case.debtor.contacts[0].name}:" if case.debtor.contacts else f"To {case.debtor.name}:"


def ways_to_pay(case: Case) -> tuple[Way, ...]:
    """Return the ways the creditor can be paid."""
    return tuple(Way(way.method, way.details) for way in creditor_of(case).pay_to)


def where_to_pay(case: Case) -> str:
    """Return where money goes when the creditor named no way to pay: ` to Alder LLC at the address above`."""
    creditor = creditor_of(case)
    if creditor.pay_to:
        return ""
    return f" to {creditor.name} at the address above" if creditor.address else f" to {creditor.name}"


def reach(case: Case, on: date) -> str:
    """Return how the creditor can be reached, within a sentence.

    By telephone only where one is known, and never where a lawyer is known on the day ``on``: “you” is the client
    then, who is not to be asked past the lawyer.
    """
    by_phone = creditor_of(case).phone and not case.debtor.lawyer_on(on)
    return "call or write to us" if by_phone else "write to us"


def signer(case: Case) -> tuple[str, str]:
    """Return who signs for the creditor and the title; one of its own people."""
    creditor = creditor_of(case)
    if creditor.signer:
        return creditor.signer.name, creditor.signer.title or ""
    return creditor.name, ""


def footer(case: Case, what: str, to: str = "") -> str:
    """Return the words at the foot of each page, of a paper ``to`` the debtor or somebody else.

    Names that would fill the foot are cut there and nowhere else.
    """
    return f"{_short(creditor_of(case).name)} to {_short(to or case.debtor.name)} · {_short(what)}"


def contract_footer(case: Case, title: str) -> str:
    """Return the words at the foot of each page of a contract."""
    return f"{_short(title)} · {_short(creditor_of(case).name)} and {_short(case.debtor.name)}"


def _short(text: str) -> str:
    return text if len(text) <= FOOT else f"{text[: FOOT - 1].rstrip()}…"


def agreement_words(case: Case) -> str:
    """Return how a sentence names the agreement: `agreement “Fence work” of May 4, 2026`."""
    agreement = case.agreement
    kinds = {
        AgreementKind.ORAL: "oral agreement",
        AgreementKind.OPEN_ACCOUNT: "open account",
        AgreementKind.ACCOUNT_STATED: "agreed account",
    }
    title = f" “{agreement.title}”" if agreement.title else ""
    dated = f" of {wording.day(agreement.signed_on)}" if agreement.signed_on else ""
    return f"{kinds.get(agreement.kind, 'agreement')}{title}{dated}"


def source_words(source: str | None) -> str:
    """Return where a term stands, in brackets after what it says; empty where nobody noted it."""
    whole = "" if source and "agreement" in source.casefold() else " of the agreement"
    return f" ({source}{whole})" if source else ""


def agreement_line(case: Case) -> str:
    """Return the agreement for a column of particulars; empty where it has neither title nor day."""
    agreement = case.agreement
    signed = wording.day(agreement.signed_on) if agreement.signed_on else ""
    return ", ".join(part for part in (agreement.title, signed) if part)


def due_words(due: date | None) -> str:
    """Return a due day for a column."""
    return wording.short_day(due) if due else "on receipt"
