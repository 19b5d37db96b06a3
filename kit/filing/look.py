"""The case as a court would meet it: everything known, and everything tested before a small claim is filed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kit import pipeline
from kit.checks.filing import Filing, look
from kit.facts import Facts
from kit.findings import Finding, Place, in_file_order
from kit.model.court_exhibits import CourtExhibit, exhibits_of
from kit.pipeline import Loaded


@dataclass(frozen=True, slots=True)
class Prospect:
    """A claim before it is filed: the case, what was tested, and the exhibits in order."""

    loaded: Loaded
    facts: Facts
    filing: Filing
    exhibits: tuple[CourtExhibit, ...]
    findings: tuple[Finding, ...]


def look_ahead(path: Path, *, as_of: date) -> Prospect:
    """Return what a small claim on the case at ``path`` would meet if it were filed on ``as_of``.

    Raises `InvalidFile` with every fault of the case's files.
    """
    loaded = pipeline.load_case(path, as_of=as_of)
    facts = pipeline.gather(loaded)
    filing = look(facts)
    claimed = {item.invoice for item in facts.ledger.claimable}
    asked = {(one.code, one.place) for one in filing.findings}
    others = (one for one in pipeline.run_checks(facts) if (one.code, one.place) not in asked)
    ordered = tuple(sorted(dict.fromkeys((*others, *filing.findings)), key=in_file_order))
    return Prospect(loaded, facts, filing, exhibits_of(facts.case, claimed), ordered)


def place_of(prospect: Prospect, exhibit: CourtExhibit) -> Place | None:
    """Return where the case names ``exhibit``: its line in the list, or the entry of the paper that was made."""
    case = prospect.facts.case
    if exhibit.made is not None:
        return case.origin(f"entry:{exhibit.made}")
    index = next((number for number, one in enumerate(case.exhibits) if one.id == exhibit.id), None)
    return case.place("exhibits", index, "file") if index is not None else None
