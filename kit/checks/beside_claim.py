"""What may be done beside the claim while a bankruptcy stands, in sentences for whoever asks what comes next.

Each names its command with CASE for the case, and falls silent once its paper was made after the petition.
"""

from __future__ import annotations

from collections.abc import Iterator

from kit.checks.reclamation import reclaimable
from kit.checks.stay_guarantor import may_be_asked
from kit.facts import Facts
from kit.model.document_ids import GUARANTOR_DEMAND, NEW_TERMS, RECLAMATION_DEMAND
from kit.model.stay import Stand, stand_of

STOPS = ("7", "9", "15")  # chapters in which the debtor's own business ends, or no trade creditor supplies the estate


def beside_claim(facts: Facts) -> tuple[str, ...]:
    """Return what may be done beside the claim; nothing where no bankruptcy freezes the debt."""
    if facts.case.bankruptcy is None or not stand_of(facts.case, facts.as_of).freezes:
        return ()
    return tuple(_beside(facts))


def _beside(facts: Facts) -> Iterator[str]:
    filed = facts.case.bankruptcy
    goods = reclaimable(facts)
    if goods.open and not _made(facts, RECLAMATION_DEMAND):
        day = goods.safe_by if goods.safe_by and goods.safe_by >= facts.as_of else goods.by
        bills = ", ".join(dict.fromkeys(one.goods.invoice for one in goods.open))
        yield f"Goods of {bills} may be asked back by {day}; ask a lawyer first: `kit claim CASE --paper reclamation`."
    free = [one.name for one in may_be_asked(facts.case, facts.as_of, facts.federal)]
    if left := [name for name in free if not _made(facts, GUARANTOR_DEMAND, name)]:
        who = "who guaranteed it" if len(left) == 1 else "who each guaranteed it"
        yield f"{' and '.join(left)}, {who}, may be asked: `kit claim CASE --paper guarantor`."
    for one in facts.case.guarantors:
        if one.in_bankruptcy(facts.as_of) and one.claims_by and one.claims_by >= facts.as_of:
            yield f"{one.name}, who guaranteed it, filed too: claims there by {one.claims_by}."
    frozen = stand_of(facts.case, facts.as_of) is Stand.FROZEN
    if filed and frozen and filed.chapter_on(facts.as_of) not in STOPS and not _made(facts, NEW_TERMS):
        yield "New orders go on new terms: `kit claim CASE --paper new-terms`."


def _made(facts: Facts, document: str, about: str | None = None) -> bool:
    """Whether a paper was made since the petition."""
    filed = facts.case.bankruptcy
    since = [one for one in facts.case.made if one.document == document and filed and one.on >= filed.petition_on]
    return any(about is None or one.about == about for one in since)
