"""The blanks of `bankruptcy/claim-letter`: the claim, to whoever runs an insolvency other than bankruptcy.

The account is that of the day on which the proceeding began: claims are counted as of then, and what a law adds for
later days is for the one who runs it to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kit.checks.insolvency import ClaimsDay, claims_day
from kit.documents import wording
from kit.documents.contexts import letterhead
from kit.documents.contexts.account import citation
from kit.documents.contexts.letter import Letter, opened
from kit.documents.contexts.letterhead import Remark
from kit.documents.contexts.request import Request
from kit.documents.contexts.stop_points import Point
from kit.facts import Facts
from kit.findings import KitError
from kit.ledger.petition import petition_account
from kit.ledger.petition_claim import ClaimRow, PetitionClaim
from kit.model.case import Case, WorkKind
from kit.model.money import ZERO
from kit.model.small_claims import Insolvency, InsolvencyKind
from kit.model.stay import proceeding

NAMES = {
    InsolvencyKind.ASSIGNMENT: "the assignment for the benefit of creditors",
    InsolvencyKind.RECEIVERSHIP: "the receivership",
    InsolvencyKind.PROBATE: "the estate",
    InsolvencyKind.DISSOLUTION: "the dissolution",
    InsolvencyKind.FOREIGN: "the insolvency proceeding",
}

TO = {
    InsolvencyKind.ASSIGNMENT: "The assignee",
    InsolvencyKind.RECEIVERSHIP: "The receiver",
    InsolvencyKind.PROBATE: "The executor or administrator",
    InsolvencyKind.DISSOLUTION: "Whoever winds up the company",
    InsolvencyKind.FOREIGN: "The office-holder of the proceeding",
}


@dataclass(frozen=True, slots=True)
class Claimed:
    """One line of the claim."""

    what: str
    issued: str
    due: str
    billed: str
    settled: str
    charges: str
    claimed: str


@dataclass(frozen=True, slots=True)
class ClaimLetter(Letter):
    """The blanks of ``bankruptcy/claim-letter``."""

    opening: str
    particulars: tuple[Point, ...]
    rows: tuple[Claimed, ...]
    as_of: str
    total: str
    remarks: tuple[Remark, ...]
    asks: str


def build(facts: Facts, request: Request) -> ClaimLetter:  # noqa: ARG001 - every document is built from facts and a request
    """Fill the claim. Raises `KitError` where no such proceeding is on record, or nothing was owed on its day."""
    case, seen, until = facts.case, proceeding(facts.case, facts.as_of), claims_day(facts)
    if seen is None or until is None:
        raise KitError("no assignment, receivership, probate or dissolution is on record: `kit log CASE insolvency`")
    claim = petition_account(case, facts.terms, seen.on, facts.as_of, forum=facts.forum)
    if not claim.total:
        raise KitError(f"nothing was owed on {seen.on}, the day of the proceeding, so there is nothing to claim")
    shared = opened(facts, enclosures=_enclosed(case, claim))
    shared["recipient"] = _recipient(case, seen)
    shared["footer"] = letterhead.footer(case, f"letter of {wording.day(facts.as_of)}", seen.who or TO[seen.kind])
    shared["salutation"] = f"Dear {seen.who}:" if seen.who else "To whoever takes the claims:"
    return ClaimLetter(
        **shared,
        subject=f"Claim of {letterhead.creditor_name(case)} in {NAMES[seen.kind]} of {case.debtor.shown_name}",
        opening=_opening(case, seen),
        particulars=tuple(_particulars(facts, seen, until, claim)),
        rows=tuple(_rows(case, claim)),
        as_of=wording.day(seen.on),
        total=wording.money(claim.total, case.currency),
        remarks=tuple(Remark(text) for text in _remarks(facts, seen, until, claim)),
        asks=_asks(case, facts),
    )


def _recipient(case: Case, seen: Insolvency) -> str:
    name = seen.who or TO[seen.kind]
    own = case.debtor.address if seen.kind is InsolvencyKind.DISSOLUTION else None
    where = letterhead.address_lines(seen.address or own)
    parts = (name, where, f"In the matter of {case.debtor.shown_name}")
    return "\n".join(part for part in parts if part)


def _opening(case: Case, seen: Insolvency) -> str:
    return (
        f"We are a creditor of {case.debtor.shown_name}, and this letter is our claim in {NAMES[seen.kind]}, which "
        f"began on {wording.day(seen.on)}."
    )


def _particulars(facts: Facts, seen: Insolvency, until: ClaimsDay, claim: PetitionClaim) -> Iterator[Point]:
    case = facts.case
    yield Point("Creditor", letterhead.creditor_name(case))
    yield Point("Debtor", case.debtor.shown_name)
    yield Point("Claim rests on", _basis(case))
    principal = "Judgment, with all that it awarded" if claim.one_sum else "Principal"
    yield Point(principal, wording.money(claim.principal, case.currency))
    charges = wording.money(claim.charges, case.currency) if claim.charges else "none"
    yield Point(f"Interest and other charges to {wording.day(seen.on)}", charges)
    if claim.held:
        yield Point("Money of the debtor that we hold", wording.money(claim.held, case.currency))
    yield Point("Security", "none on record")
    if until.day and until.of_notice:
        yield Point("Last day for claims, by the notice", wording.day(until.day))


def _basis(case: Case) -> str:
    what = "Goods delivered" if case.work.kind is WorkKind.GOODS else "Work done"
    return f"{what} under our {letterhead.agreement_words(case)}"


def _rows(case: Case, claim: PetitionClaim) -> Iterator[Claimed]:
    if claim.judgment:
        total = wording.bare_money(claim.total, case.currency)
        entered = wording.short_day(claim.judgment.entered_on)
        yield Claimed("Judgment", entered, "", "", "", "", total)
    for row in claim.rows:
        if row.total:
            yield _row(case, row)


def _row(case: Case, row: ClaimRow) -> Claimed:
    def shown(amount: Decimal) -> str:
        return wording.bare_money(amount, case.currency) if amount else ""

    charges = row.interest + row.fees + row.costs
    return Claimed(
        row.invoice or "Charges of the account",
        wording.short_day(row.issued_on) if row.issued_on else "",
        wording.short_day(row.due_on) if row.due_on else "",
        shown(row.billed),
        shown(row.billed - row.principal if row.billed else ZERO),
        shown(charges),
        shown(row.total),
    )


def _remarks(facts: Facts, seen: Insolvency, until: ClaimsDay, claim: PetitionClaim) -> Iterator[str]:
    case = facts.case
    if claim.disputed:
        disputed = wording.money(claim.disputed, case.currency)
        yield f"Of this, {disputed} was disputed by the debtor; it stays in the claim."
    yield f"Charges are counted through {wording.day(seen.on)}. Where the law lets them run on, we claim them too."
    if until.day is None:
        yield "No day for claims has reached us. Please tell us the day, and any form or oath that a claim needs here."
    elif until.of_notice and facts.as_of > until.day:
        yield "The day for claims has passed. Please tell us what can still be done for this claim."
    if until.cite and not until.of_notice:
        where = f", with {until.filed_with}" if until.filed_with else ""
        rests = citation(until.cite).rstrip(".")
        yield f"We know of no notice; the law gives {until.period} from {until.event}{where} ({rests})."


def _asks(case: Case, facts: Facts) -> str:
    return (
        "Please confirm that you have received it and tell us its number, what else you need, and where notices to "
        f"creditors will be sent. For questions, {letterhead.reach(case, facts.as_of)}."
    )


def _enclosed(case: Case, claim: PetitionClaim) -> str:
    several = len([row for row in claim.rows if row.invoice]) > 1
    agreed = "the agreement and " if case.agreement.signed_on else ""
    return f"copies of {agreed}the invoice{'s' if several else ''}"
