"""Everything known about a case on one day: a bundle without behaviour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kit.findings import Finding
from kit.ledger.account import Ledger
from kit.ledger.terms import Terms
from kit.model.case import Case
from kit.model.law import Answer, Jurisdiction


@dataclass(frozen=True, slots=True)
class Facts:
    """A case, the law that governs it, and its account, as of one day."""

    case: Case
    as_of: date
    law: Jurisdiction | None  # that governs the agreement
    forum: Jurisdiction | None  # of the court
    federal: Jurisdiction | None
    terms: Terms
    ledger: Ledger
    findings: tuple[Finding, ...] = ()  # doubts met on the way here
    used: tuple[Answer, ...] = ()  # what the law said about the account
    later: Case | None = None  # as known by now, where entries after the day are on record and a paper is to be made
