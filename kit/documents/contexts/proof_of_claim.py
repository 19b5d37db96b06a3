"""The blanks of `bankruptcy/proof-of-claim`: the claim on a sheet of the kit's own, item by item.

Fed. R. Bankr. P. 3001(a) takes a claim that conforms substantially to the
official form; the form itself, or the court's claim page, is the better way and
the sheet says so.
"""

from __future__ import annotations

from dataclasses import dataclass

from kit.checks.claim_papers import claim_exhibits
from kit.documents import wording
from kit.documents.contexts.bankruptcy_caption import bankruptcy_caption
from kit.documents.contexts.claim_signer import ClaimSigned, claim_signer
from kit.documents.contexts.proof_rows import ProofRow, proof_rows
from kit.documents.contexts.request import Request
from kit.documents.forms.claim_form_facts import claim_answers_of, filed_of
from kit.facts import Facts
from kit.model.court_exhibits import CourtExhibit

TITLE = "Proof of claim"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofOfClaim(ClaimSigned):
    """The blanks of ``bankruptcy/proof-of-claim``."""

    petition_day: str
    rows: tuple[ProofRow, ...]
    attached: str


def build(facts: Facts, request: Request) -> ProofOfClaim:  # noqa: ARG001 - every document is built from both
    """Fill the claim. Raises `KitError` where no petition is on record or nothing was owed on its day."""
    said, _ = claim_answers_of(facts)
    return ProofOfClaim(
        **bankruptcy_caption(facts, TITLE),
        **claim_signer(facts),
        petition_day=wording.day(filed_of(facts).petition_on),
        rows=proof_rows(said),
        attached=wording.listing(("the itemized statement of the claim", *map(_shown, claim_exhibits(facts)))),
    )


def _shown(one: CourtExhibit) -> str:
    return f"{one.name} ({one.title})"
