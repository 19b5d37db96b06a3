"""Short ways to write a case whose debtor is bankrupt, for the tests of claim, preference and distribution."""

from __future__ import annotations

from franklin import case_of, creditor, day, facts_of

from kit.checks.claim_class import ClaimClasses, claim_classes
from kit.facts import Facts
from kit.ledger.petition import petition_account
from kit.ledger.petition_claim import PetitionClaim

PETITION = "2026-06-05"
ME = creditor("individual")


def facts_in(petition: str = PETITION, as_of: str | None = None, **facts) -> Facts:
    """Return what is known of a case in chapter 7 a while after the petition."""
    filed = {"petition_on": petition, "chapter": "7", **facts.pop("bankruptcy", {})}
    return facts_of(as_of or petition, bankruptcy=filed, **facts)


def claim_in(facts: Facts) -> PetitionClaim:
    """Return the claim of such a case."""
    filed = facts.case.bankruptcy
    return petition_account(
        facts.case, facts.terms, filed.petition_on, facts.as_of, forum=facts.forum, security=filed.security
    )


def classes_in(petition: str = PETITION, as_of: str | None = None, **facts) -> ClaimClasses:
    """Return the claim of such a case in its classes."""
    known = facts_in(petition, as_of, **facts)
    return claim_classes(known, claim_in(known))


__all__ = ["ME", "PETITION", "case_of", "claim_in", "classes_in", "creditor", "day", "facts_in"]
