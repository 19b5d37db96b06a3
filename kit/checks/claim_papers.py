"""The claim behind the papers that state it: what stands against them, and the law that they rest on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kit.checks.claim_class import ClaimClasses, claim_classes
from kit.checks.claim_doubts import check_claim
from kit.checks.claim_standing import check_beside_standing, check_claim_standing
from kit.checks.preference import preference_report
from kit.facts import Facts
from kit.findings import Finding, note
from kit.ledger.petition import petition_account
from kit.ledger.petition_claim import PetitionClaim
from kit.model.account import ExhibitKind
from kit.model.agreement import AgreementKind
from kit.model.case import Case
from kit.model.court_exhibits import CourtExhibit, exhibits_of, label
from kit.model.document import Document
from kit.model.document_ids import CLAIM_PAPERS, CLAIM_WORTH, GOODS_DATA, PREFERENCE_REPORT, RECLAMATION_DEMAND
from kit.model.law import Answer

WRITING = "Fed. R. Bankr. P. 3001(c)(1)"
SHOWN = frozenset({
    ExhibitKind.CONTRACT, ExhibitKind.GUARANTY, ExhibitKind.ORDER, ExhibitKind.INVOICE, ExhibitKind.DELIVERY,
    ExhibitKind.ACKNOWLEDGMENT,
})  # fmt: skip
RANKED = (*CLAIM_PAPERS, GOODS_DATA, CLAIM_WORTH, PREFERENCE_REPORT, RECLAMATION_DEMAND)


def claim_account(facts: Facts) -> PetitionClaim | None:
    """Return the account of the petition day; None where no petition is on record on the day of ``facts``."""
    filed = facts.case.bankruptcy
    if filed is None or filed.petition_on > facts.as_of:
        return None
    return petition_account(
        facts.case, facts.terms, filed.petition_on, facts.as_of, forum=facts.forum, security=filed.security
    )


def check_claim_paper(facts: Facts, document: Document) -> Iterator[Finding]:
    """Yield what stands against a paper that states the claim, and what whoever signs it should know."""
    classes = _classes(facts) if document.id in CLAIM_PAPERS else None
    if document.id in (*CLAIM_PAPERS, GOODS_DATA, CLAIM_WORTH):
        yield from check_claim_standing(facts)
    yield from check_beside_standing(facts, document.id)
    if classes:
        yield from check_claim(facts.case, classes)
        yield from classes.findings
        yield from _writing(facts.case)


def claim_exhibits(case: Case) -> tuple[CourtExhibit, ...]:
    """Return what a claim is proved with: the writing, the orders, the invoices, the delivery."""
    shown = (one for one in exhibits_of(case) if one.kind in SHOWN)
    return tuple(replace(one, label=label(number)) for number, one in enumerate(shown))


def goods_to_ask_for(facts: Facts) -> bool:
    """Whether goods of the last days before the petition are to be asked for by a request of their own."""
    classes = _classes(facts)
    return classes is not None and bool(classes.goods.request) and not classes.goods_on_form


def _writing(case: Case) -> Iterator[Finding]:
    """Say that the writing behind the claim is not attached, where there is one."""
    agreement = case.agreement
    written = agreement.kind is AgreementKind.WRITTEN or agreement.signed_on
    if written and not any(one.kind is ExhibitKind.CONTRACT for one in claim_exhibits(case)):
        message = "the claim rests on a written agreement, and no copy of it is attached"
        fix = "Add the signed copy under `exhibits:` as `kind: contract`; if it is lost, `kit claim CASE --paper lost`."
        yield note("K750", message, case.place("agreement"), fix=fix, law=WRITING)


def claim_law(facts: Facts, document: str) -> tuple[Answer, ...]:
    """Return the answers of the law behind the figures of a claim's paper; empty for every other paper."""
    classes = _classes(facts) if document in RANKED else None
    if classes is None:
        return ()
    report = preference_report(facts, classes.claim, classes.goods) if document == PREFERENCE_REPORT else None
    return (*classes.used, *(report.used if report else ()))


def _classes(facts: Facts) -> ClaimClasses | None:
    claim = claim_account(facts)
    return claim_classes(facts, claim) if claim else None
