"""What a debtor must be told when its debt is assigned, as the state's law has it; else as the uniform text has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kit.checks.court import inquiry_for
from kit.facts import Facts
from kit.findings import Finding, note
from kit.model.handoff import HandoffTerms
from kit.model.law import Answer
from kit.model.law_deals import AssignedAccounts
from kit.model.law_names import RuleName
from kit.model.law_words import Say

UNIFORM = AssignedAccounts(
    law="UCC 9-406", signed=Say.YES, binds_from_receipt=Say.YES, proof_on_request=Say.YES, part_may_be_refused=Say.YES
)
PRINTED = ("UCC 9-406", "UCC 9-309, 9-310", "12 CFR 1006.34(b)(3)", "12 CFR 1006.26(b)")  # what papers may cite


@dataclass(frozen=True, slots=True)
class AssignmentLaw:
    """The rule, its citation, and whether it is the state's own or the uniform text."""

    rule: AssignedAccounts
    cite: str
    of_state: bool
    used: tuple[Answer, ...] = ()


def assignment_law(facts: Facts) -> AssignmentLaw:
    """Return the law on assigned accounts that governs the agreement, else the court's, else the uniform text."""
    for law in dict.fromkeys(one for one in (facts.law, facts.forum) if one):
        inquiry = inquiry_for(facts, law)
        rule, cite = inquiry.value(RuleName.ASSIGNED_ACCOUNTS, facts.as_of, AssignedAccounts)
        if rule:
            return AssignmentLaw(rule, cite, of_state=True, used=tuple(inquiry.used))
    return AssignmentLaw(UNIFORM, UNIFORM.law, of_state=False)


def wants_notice(facts: Facts, terms: HandoffTerms) -> bool:
    """Return whether law makes the one who takes the claim tell the debtor."""
    return terms.sold and assignment_law(facts).rule.notice_law is not None


def check_notice(facts: Facts, terms: HandoffTerms) -> Iterator[Finding]:
    """Say what law asks to be told to the debtor, and what could not be tested."""
    if not terms.sold:
        return
    found = assignment_law(facts)
    rule = found.rule
    if rule.notice_law:
        days = [f"within {rule.notice_days_after_assignment} days"] if rule.notice_days_after_assignment else []
        days += [f"{rule.notice_days_before_suit} days before any suit"] if rule.notice_days_before_suit else []
        when = f" {' and '.join(days)}" if days else ""
        message = f"law wants the debtor told of the assignment{when}"
        yield note("K857", message, fix="Agree who sends it; the notice is among the papers.", law=rule.notice_law)
    elif not found.of_state:
        message = "not tested: the state's law on telling a debtor of an assignment is not on file"
        fix = "The papers follow the uniform text; ask the taker's lawyer what the state adds."
        yield note("K857", message, fix=fix, law=UNIFORM.law)
