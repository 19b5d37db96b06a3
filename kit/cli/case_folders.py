"""The cases of a folder: where they stand, since when each is owed, and what is said of one that cannot be read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from kit.facts import Facts
from kit.findings import InvalidFile, KitError
from kit.load.case_file import NAME

INNER = frozenset({"out", "exhibits"})  # of a case; no case stands in them


def case_folders(folder: Path) -> Iterator[Path]:
    """Yield every case folder in ``folder``, itself if it is one, in order of name."""
    for here, inner, files in os.walk(folder):
        if NAME in files:
            yield Path(here)
            inner.clear()
        inner[:] = sorted(name for name in inner if not name.startswith(".") and name not in INNER)


def days_overdue(facts: Facts) -> int:
    """Return for how many days the oldest sum is overdue, or the judgment unpaid."""
    judgment = facts.ledger.judgment
    if judgment:
        return (facts.as_of - judgment.entered_on).days if judgment.total else 0
    return max((item.days_overdue for item in facts.ledger.items), default=0)


def fault_of(err: KitError | OSError) -> str:
    """Return why a case cannot be read, in one line: its first fault."""
    if not isinstance(err, InvalidFile):
        return str(err)
    first = err.findings[0]
    return f"{first.place}: [{first.code}] {first.message}" if first.place else first.message
