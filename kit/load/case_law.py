"""The law that a case asks: of its debt, of the court, of the nation. Law that the kit has no file of is said."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kit.findings import Finding, KitError, note
from kit.load.jurisdiction_file import load_jurisdiction
from kit.model.case import Case
from kit.model.law import Jurisdiction

FEDERAL = "us"


@dataclass(frozen=True, slots=True)
class CaseLaw:
    """The law of one case; None where the kit has no file of it, or the case does not say whose it is."""

    law: Jurisdiction | None  # that governs the agreement
    forum: Jurisdiction | None  # of the court
    federal: Jurisdiction | None
    notes: tuple[Finding, ...] = ()


def law_of(case: Case, own: Path | None) -> CaseLaw:
    """Return the law that ``case`` asks, from the user's ``own`` folder before the shipped files.

    Raises `InvalidFile` for a file with faults.
    """
    found: list[Finding] = []
    law = _law(case.law_code, own, found)
    forum = law if case.forum_code == case.law_code else _law(case.forum_code, own, found)
    federal = _law(FEDERAL, own, found)
    return CaseLaw(law, forum, federal, tuple(found))


def _law(code: str | None, own: Path | None, found: list[Finding]) -> Jurisdiction | None:
    """Return the law of ``code``, or None and a note where the kit has no file of it."""
    if code is None:
        return None
    try:
        return load_jurisdiction(code, (own,) if own else ())
    except KitError as err:
        if type(err) is not KitError:
            raise
        found.append(note("K224", f"{err}", fix="Nothing that turns on that law was tested; ask a lawyer there."))
        return None
