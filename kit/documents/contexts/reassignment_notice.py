"""The blanks of `letters/reassignment-notice`: the debtor is told that the claim is the creditor's again.

Whoever was told of an assignment may go on paying the assignee until told otherwise, so the one who gives the claim
back signs beside the creditor.
"""

from __future__ import annotations

from dataclasses import dataclass

from kit.checks.assignment_law import assignment_law
from kit.documents import wording
from kit.documents.contexts.account import citation
from kit.documents.contexts.assignment_notice import AssignedRow
from kit.documents.contexts.handoff_account import day_or, placed, total_words
from kit.documents.contexts.letter import Letter, opened
from kit.documents.contexts.letterhead import Way, ways_to_pay, where_to_pay
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.model.agreed import back_of
from kit.model.case import Case
from kit.model.deal_event import HandedOff, Returned
from kit.model.handoff import HandoffTerms, Taker, Title


@dataclass(frozen=True, slots=True)
class ReassignmentNotice(Letter):
    """The blanks of ``letters/reassignment-notice``."""

    taker: str
    opening: str
    rows: tuple[AssignedRow, ...]
    total: str
    pay_us: str
    ways: tuple[Way, ...]
    paid_there: str
    proof: str
    confirms: str


def build(facts: Facts, request: Request) -> ReassignmentNotice:  # noqa: ARG001 - every document is built from both
    """Fill the notice. Raises `KitError` where nothing came back from a factor or an agency, or nothing is open."""
    case, (handed, back) = facts.case, _came_back(facts.case)
    terms = handed.terms
    rows = placed(facts, terms)
    if not rows or facts.ledger.judgment:
        raise KitError("nothing is open on what came back, so there is nothing to tell the debtor")
    assigned, who = terms.title is not Title.AUTHORITY, terms.who
    law = f" ({citation(assignment_law(facts).cite)})" if assigned else ""
    return ReassignmentNotice(
        **opened(facts),
        subject=f"Please pay us again, no longer {who}" if assigned else f"{who} no longer acts for us",
        taker=who,
        opening=_opening(terms, back),
        rows=tuple(
            AssignedRow(one.name, day_or(one.due_on), wording.bare_money(one.balance, case.currency)) for one in rows
        ),
        total=total_words(facts, terms),
        pay_us=f"From the day you receive this letter, please pay us{where_to_pay(case)}, and nobody else{law}.",
        ways=ways_to_pay(case),
        paid_there=(
            f"What you paid {who} before that day counts. If it is not in the sums above, please tell us the day and "
            "the amount."
        ),
        proof=_proof(who, assigned=assigned),
        confirms=f"{who} confirms this. What it told you before no longer holds." if assigned else "",
    )


def _came_back(case: Case) -> tuple[HandedOff, Returned]:
    for handed in reversed(case.handed_off):
        back = back_of(case, handed)
        if back and handed.terms.to is not Taker.ATTORNEY:
            return handed, back
    raise KitError("nothing has come back from a factor or an agency: `kit log CASE returned` records it")


def _opening(terms: HandoffTerms, back: Returned) -> str:
    on = wording.day(back.on)
    if terms.title is Title.AUTHORITY:
        return f"{terms.who} has not acted for us since {on}. These invoices are with us again:"
    return f"{terms.who} assigned these invoices back to us on {on}. They are ours again, as listed here:"


def _proof(who: str, *, assigned: bool) -> str:
    if assigned:
        return f"You may ask us or {who} for proof of it, and will get it promptly."
    return "Questions and anything you dispute come to us from now on."
