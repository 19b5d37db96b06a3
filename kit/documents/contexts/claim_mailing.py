"""The blanks of `internal/claim-mailing`: where the claim goes, by when, with what, and what stays out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kit.checks.bankruptcy_days import case_days
from kit.checks.case_deadline import CaseDeadline, DeadlineKind
from kit.checks.claim_papers import claim_account, claim_exhibits, missing_copies
from kit.checks.proceeding_papers import TITLE as TITLE_KEPT
from kit.checks.proceeding_papers import title_unperfected
from kit.documents import wording
from kit.documents.contexts.account import citation
from kit.documents.contexts.bankruptcy_caption import BankruptcyCaptioned, bankruptcy_caption, bankruptcy_of
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.model.account import ExhibitKind
from kit.model.agreement import AgreementKind
from kit.model.suit import suit_of

TITLE = "Check list for filing the claim"
WHAT = {
    DeadlineKind.CLAIM: "The proof of claim is filed",
    DeadlineKind.COMPLAINT: "A suit to keep the debt out of the discharge (fraud, a false credit application)",
}


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day: the safe one, the one that was counted, and the rule."""

    what: str
    safe: str
    counted: str
    rests_on: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimMailing(BankruptcyCaptioned):
    """The blanks of ``internal/claim-mailing``."""

    agent: str
    days: tuple[DayRow, ...]
    remarks: tuple[Line, ...]
    doubts: tuple[Line, ...]
    enclosed: tuple[Line, ...]


def build(facts: Facts, request: Request) -> ClaimMailing:  # noqa: ARG001 - every document is built from both
    """Fill the check list; raises `KitError` where no bankruptcy is on record."""
    filed, found = bankruptcy_of(facts), case_days(facts)
    agent = filed.claims_agent
    where = ", ".join(agent.address.lines) if agent and agent.address else ""
    named = ", ".join(filter(None, (agent.name, where, agent.website))) if agent else ""
    return ClaimMailing(
        **bankruptcy_caption(facts, TITLE),
        agent=named,
        days=tuple(_row(one) for one in found.deadlines),
        remarks=tuple(Line(text) for text in _remarks(found.left, none=not found.deadlines)),
        doubts=tuple(Line(text) for text in _doubts(facts)),
        enclosed=tuple(Line(text) for text in _enclosed(facts)),
    )


def _row(one: CaseDeadline) -> DayRow:
    counted = f"{wording.day(one.moved)}, {wording.curly(one.why)}"
    return DayRow(WHAT[one.kind], wording.day(one.safe), counted, citation(one.cite) or "the notice of the court")


def _remarks(left: tuple[str, ...], *, none: bool) -> Iterator[str]:
    if none:
        yield "No last day is known yet: read the notice of the court, and record `--bar-date` as it says it."
    yield from map(wording.curly, left)


def _doubts(facts: Facts) -> Iterator[str]:
    """Yield what an answer of the form leaves out and whoever signs it should know."""
    if title_unperfected(facts.case):
        yield (
            "Item 9 is answered no, although the contract keeps title until payment: such a security interest falls to "
            f"the trustee unless it was perfected ({TITLE_KEPT}). If a financing statement was filed in time, record "
            "the security in the case and make the claim again."
        )


def _enclosed(facts: Facts) -> Iterator[str]:
    yield "The itemized statement of the claim."
    claim = claim_account(facts)
    if (suit := suit_of(facts.case)) and suit.won and claim and claim.judgment:
        yield "A copy of the judgment, from its court."
    agreement = facts.case.agreement
    if agreement.kind is AgreementKind.WRITTEN or agreement.signed_on:
        yield "A copy of the signed agreement; if it is lost, the statement about a lost writing."
    if others := [one.title for one in claim_exhibits(facts) if one.kind is not ExhibitKind.CONTRACT]:
        yield f"Copies of what proves it, in the attachment: {wording.listing(others)}."
    if missing := missing_copies(facts):
        copies, is_ = ("A copy of invoice", "is") if len(missing) == 1 else ("Copies of invoices", "are")
        yield f"{copies} {wording.listing(missing)} as sent, which {is_} not in the attachment yet."
    filed = facts.case.bankruptcy
    if filed and filed.security:
        yield "Proof that the security was perfected, such as the financing statement."
