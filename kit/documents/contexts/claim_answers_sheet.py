"""The blanks of `internal/claim-answers`: what to type where the court takes claims on its own web page."""

from __future__ import annotations

from dataclasses import dataclass

from kit.documents import wording
from kit.documents.contexts.bankruptcy_caption import BankruptcyCaptioned, bankruptcy_caption
from kit.documents.contexts.proof_rows import ProofRow, proof_rows
from kit.documents.contexts.request import Request
from kit.documents.forms.claim_form_facts import claim_answers_of, filed_of
from kit.facts import Facts
from kit.model.money import DOLLARS

TITLE = "Answers for the court\N{RIGHT SINGLE QUOTATION MARK}s claim page"


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence about the rank of the claim."""

    text: str


@dataclass(frozen=True, slots=True)
class ClassLine:
    """A part of the claim, its class and why."""

    rank: str
    amount: str
    why: str
    law: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimAnswersSheet(BankruptcyCaptioned):
    """The blanks of ``internal/claim-answers``."""

    petition_day: str
    rows: tuple[ProofRow, ...]
    classes: tuple[ClassLine, ...]
    reasons: tuple[Reason, ...]


def build(facts: Facts, request: Request) -> ClaimAnswersSheet:  # noqa: ARG001 - every document is built from both
    """Fill the sheet. Raises `KitError` where no petition is on record or nothing was owed on its day."""
    said, classes = claim_answers_of(facts)
    lines = (
        ClassLine(
            row.rank.value,
            wording.money(row.amount, DOLLARS) if row.amount is not None else "____",
            wording.curly(row.why),
            row.law,
        )
        for row in classes.rows
    )
    return ClaimAnswersSheet(
        **bankruptcy_caption(facts, TITLE),
        petition_day=wording.day(filed_of(facts).petition_on),
        rows=proof_rows(said),
        classes=tuple(lines),
        reasons=tuple(Reason(wording.curly(text)) for text in classes.reasons),
    )
