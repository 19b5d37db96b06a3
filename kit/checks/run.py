"""Every check, by the paper it belongs to.

`kit check` runs what any next paper would ask; a command that makes a paper
runs that paper's own. All findings come back together, each once, in file order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kit.checks.account import check_account
from kit.checks.contact import check_contact
from kit.checks.contract_terms import terms_for
from kit.checks.court import outlook
from kit.checks.demand import check_demand
from kit.checks.law_data import check_law_data
from kit.checks.needs import needs
from kit.checks.parties import check_parties
from kit.checks.stay import check_stay
from kit.facts import Facts
from kit.findings import Finding, KitError, in_file_order
from kit.model.document import Document

CONTRACT, DEMAND = "contracts/services", "letters/final-demand"


def run_checks(facts: Facts, document: Document | None = None) -> tuple[Finding, ...]:
    """Return everything wrong or worth knowing for ``document``, or in the case as it stands."""
    found = _for_case(facts) if document is None else _for_paper(facts, document)
    return tuple(sorted(dict.fromkeys(found), key=in_file_order))


def _for_case(facts: Facts) -> Iterator[Finding]:
    yield from check_account(facts.case, facts.as_of)
    yield from check_parties(facts.case)
    yield from check_stay(facts.case, facts.as_of)
    yield from facts.findings


def _for_paper(facts: Facts, document: Document) -> Iterator[Finding]:
    yield from needs(document.id, facts.case)
    yield from check_parties(facts.case)
    if document.kind.collects:
        yield from check_account(facts.case, facts.as_of)
        yield from check_stay(facts.case, facts.as_of)
        yield from facts.findings
    if document.id == CONTRACT:
        terms = terms_for(facts)
        yield from terms.findings
        yield from check_law_data(terms.used, facts.as_of)
    if document.id == DEMAND:
        yield from check_contact(facts.case, facts.as_of)
        yield from check_demand(facts, document.id)
        seen = outlook(facts)
        yield from seen.findings
        yield from check_law_data(seen.used, facts.as_of)


def override(findings: Iterable[Finding], reasons: Mapping[str, str]) -> tuple[Finding, ...]:
    """Return ``findings`` with the stops in ``reasons`` (code to reason) turned to notes.

    Raises `KitError` for a code that stops nothing here, or that nobody may override.
    """
    given = list(findings)
    for code, reason in reasons.items():
        about = [finding for finding in given if finding.code == code and finding.stops]
        if not about:
            raise KitError(f"{code} stops nothing here, so there is nothing to override")
        if not all(finding.overridable for finding in about):
            raise KitError(f"{code} cannot be overridden: {about[0].message}")
        if not reason.strip():
            raise KitError(f"an override needs its reason: --override {code} --because '...'")
    return tuple(one.override(reasons[one.code]) if one.code in reasons and one.stops else one for one in given)
