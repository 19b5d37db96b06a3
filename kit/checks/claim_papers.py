"""The claim behind the papers that state it: what stands against them, and the law that they rest on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kit.checks.claim_class import ClaimClasses, claim_classes
from kit.checks.claim_doubts import check_claim
from kit.checks.claim_gap import gap_of
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
SUPPORT = "Fed. R. Bankr. P. 3001(c); Official Form 410, item 8"
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
        yield from _copies(facts)


def claim_exhibits(facts: Facts) -> tuple[CourtExhibit, ...]:
    """Return what a claim is proved with: the writing, the orders, the invoices claimed, the delivery.

    An invoice that the kit made before is shown even where nobody recorded that it was sent.
    """
    claimed = claimed_invoices(facts)
    unsent = _not_in(exhibits_of(facts.case, claimed), claimed)
    shown = (one for one in exhibits_of(facts.case, claimed, unsent=unsent) if one.kind in SHOWN)
    return tuple(replace(one, label=label(number)) for number, one in enumerate(shown))


def claimed_invoices(facts: Facts) -> tuple[str, ...]:
    """Return the invoices that the claim holds, those of the gap too; with a judgment, those that went into it."""
    case, claim = facts.case, claim_account(facts)
    if claim is None:
        return tuple(one.id for one in case.invoices)
    if claim.judgment:
        out = {one.invoice for one in claim.left_out}
        return tuple(one.id for one in case.invoices if one.id not in out)
    owed = {row.invoice for row in claim.rows if row.total} | {one.invoice for one in gap_of(case, claim).bills}
    return tuple(one.id for one in case.invoices if one.id in owed)


def missing_copies(facts: Facts) -> tuple[str, ...]:
    """Return the invoices claimed of which no copy is attached; none where the claim rests on a judgment."""
    claim = claim_account(facts)
    return () if claim and claim.judgment else _not_in(claim_exhibits(facts), claimed_invoices(facts))


def _not_in(exhibits: tuple[CourtExhibit, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the invoices in ``names`` that no exhibit shows; one that names no invoice may show them all."""
    bills = [one for one in exhibits if one.kind is ExhibitKind.INVOICE]
    told = {name for name in names for one in bills if name == one.invoice or (not one.invoice and name in one.title)}
    any_ = any(not one.invoice and not any(name in one.title for name in names) for one in bills)
    return () if any_ else tuple(name for name in names if name not in told)


def goods_to_ask_for(facts: Facts) -> bool:
    """Whether goods of the last days before the petition are to be asked for by a request of their own."""
    classes = _classes(facts)
    return classes is not None and bool(classes.goods.request) and not classes.goods_on_form


def _copies(facts: Facts) -> Iterator[Finding]:
    """Say of which invoices no copy is attached; once the debtor filed, none can be made any more."""
    case, missing = facts.case, missing_copies(facts)
    if missing:
        place = case.place("invoices", next(n for n, one in enumerate(case.invoices) if one.id == missing[0]))
        message = f"no copy of {', '.join(missing)} is attached to the claim"
        fix = f"Add a copy as it was sent under `exhibits:`, with `kind: invoice` and `invoice: {missing[0]}`."
        yield note("K751", message, place, fix=fix, law=SUPPORT)


def _writing(case: Case) -> Iterator[Finding]:
    """Say that the writing behind the claim is not attached, where there is one."""
    agreement = case.agreement
    written = agreement.kind is AgreementKind.WRITTEN or agreement.signed_on
    if written and not any(one.kind is ExhibitKind.CONTRACT for one in exhibits_of(case)):
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
