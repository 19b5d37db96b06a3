"""How a credit application says who must consent to a report, when the answer comes, and who gives the reasons."""

from __future__ import annotations

from dataclasses import dataclass

from kit.checks.credit import CreditTerms
from kit.documents import wording
from kit.documents.contexts import letterhead
from kit.model.case import Case
from kit.model.party import PartyKind


@dataclass(frozen=True, slots=True)
class Person:
    """A natural person about whom a report may be asked for with that person's consent."""

    name: str
    role: str
    purpose: str


def personal(people: tuple[Person, ...]) -> str:
    """Return how a report about a person is asked for."""
    asked = "A report about a person is asked for only with that person\N{RIGHT SINGLE QUOTATION MARK}s own"
    if not people:
        return f"{asked} written consent."
    return f"{asked} consent, signed on a page of its own."


def people(case: Case) -> tuple[Person, ...]:
    """Return each natural person who would owe: the applicant, the guarantors."""
    debtor, found = case.debtor, []
    if debtor.kind.natural_person:
        role = (
            "owner of Client\N{RIGHT SINGLE QUOTATION MARK}s business"
            if debtor.kind is PartyKind.SOLE_PROPRIETOR
            else "Client"
        )
        found.append(Person(debtor.name, role, ""))
    found += [
        Person(one.name, "asked to guarantee what Client owes", " and about my guaranty")
        for one in case.guarantors
        if one.kind.natural_person
    ]
    return tuple(found)


def answer(terms: CreditTerms) -> str:
    """Return by when the applicant hears whether there is credit."""
    days = terms.refusal.told_within_days if terms.refusal else None
    when = f"within {wording.count(days, 'day')}" if days else "within a reasonable time"
    return (
        f"Provider tells Client {when} after it has everything it asked for whether it gives the credit, gives it on "
        "other terms, or does not give it."
    )


def reasons(terms: CreditTerms) -> str:
    """Return the right to the reasons of a refusal; without days where the law is not at hand."""
    rule = terms.refusal
    if rule is None:
        return (
            "If Provider does not give the credit, Client may ask in writing for the reasons, and gets them in writing."
        )
    ask, give = wording.count(rule.ask_within_days, "day"), wording.count(rule.reasons_within_days, "day")
    return (
        "If Provider does not give the credit, or not as asked, Client has the right to the specific reasons in "
        f"writing. Client may ask for them within {ask} after hearing the answer; "
        f"Provider then gives them within {give} after the request."
    )


def reasons_from(case: Case) -> str:
    """Return whom to ask for the reasons, a line each."""
    creditor = letterhead.creditor_of(case)
    parts = (letterhead.signer(case)[0], creditor.name, letterhead.address_lines(creditor.address))
    reach = letterhead.contact_line(creditor)
    return "\n".join(dict.fromkeys(part for part in (*parts, reach) if part))


def office(terms: CreditTerms) -> str:
    """Return the sentence that names the office of the government; empty where the law is not at hand."""
    if terms.refusal is None:
        return ""
    return f"The federal office that sees to it for a creditor such as Provider is: {terms.refusal.office}."
