"""What goes with the papers that may go out while a bankruptcy stands, beside the claim itself.

Title kept until payment is a security interest and no more (UCC § 2-401(1)): without perfection a trustee sets it aside
(11 U.S.C. § 544(a)(1)).
"""

from __future__ import annotations

from collections.abc import Iterator

from kit.checks.guarantor_letter import check_guarantor_letter
from kit.checks.reclamation import check_reclamation
from kit.facts import Facts
from kit.findings import Finding, note
from kit.model.case import Case
from kit.model.document import Document
from kit.model.document_ids import CLAIM_PAPERS, GUARANTOR_DEMAND, NEW_TERMS, RECLAMATION_DEMAND

TITLE = "UCC § 2-401(1); 11 U.S.C. § 544(a)(1)"


def check_proceeding_paper(facts: Facts, document: Document) -> Iterator[Finding]:
    """Yield what stands against ``document``, and what its sender should know."""
    if document.id == GUARANTOR_DEMAND:
        yield from check_guarantor_letter(facts.case)
    elif document.id == RECLAMATION_DEMAND:
        yield from check_reclamation(facts)
    elif document.id == NEW_TERMS:
        yield from _still_bound(facts)
    elif document.id in CLAIM_PAPERS:
        yield from _title_kept(facts.case)


def _still_bound(facts: Facts) -> Iterator[Finding]:
    """Say that an agreement which both sides still perform is not ended by a letter, while there is an estate."""
    case, filed = facts.case, facts.case.bankruptcy
    if filed is None or (case.agreement.ends_on and case.agreement.ends_on < filed.petition_on):
        return
    if any(end and end <= facts.as_of for end in (filed.dismissed_on, filed.closed_on)):
        return
    message = "an agreement that both sides still have to perform goes on until the estate takes it over or gives it up"
    fix = "If yours is one, keep to its terms and ask a lawyer before you offer others; do not stop or change it alone."
    yield note("K788", message, case.place("agreement"), fix=fix, law="11 U.S.C. §§ 362(a)(3), 365")


def title_unperfected(case: Case) -> bool:
    """Whether the contract keeps title until payment and nothing about a security interest is on record."""
    filed = case.bankruptcy
    return filed is not None and filed.security is None and bool(case.agreement.goods.retain_title)


def _title_kept(case: Case) -> Iterator[Finding]:
    if not title_unperfected(case):
        return
    message = "the contract keeps title until payment, which is a security interest; nothing says that it was perfected"
    fix = (
        "The claim counts as unsecured: unperfected, it falls to the trustee. If a financing statement was filed in "
        "time, write `security:` under `bankruptcy` with text, value, perfected and perfected_how."
    )
    yield note("K789", message, case.place("agreement", "goods", "retain_title"), fix=fix, law=TITLE)
