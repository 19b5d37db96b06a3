"""The paperwork of getting paid, from Python.

The same path that the command line takes, step by step::

    import kit
    from datetime import date
    from pathlib import Path

    loaded = kit.load_case(Path("acme"), as_of=date(2026, 3, 1))
    account = kit.build_ledger(loaded)            # what is owed, and why
    facts = kit.gather(loaded)                    # the case, its law, its account
    template = kit.template_for(loaded, "letters/final-demand")
    findings = kit.run_checks(facts, template)    # every reason why not
    paper = kit.draft(facts, kit.Request("letters/final-demand"), template)   # bytes; nothing is written
    made = kit.make(Path("acme"), kit.Request("letters/final-demand"), as_of=date(2026, 3, 1))   # writes

`load_case` raises `InvalidFile` with every fault of the files, `make` raises
`Stopped` with everything that stands in the way; both carry ``findings``.
Nothing is loaded before it is used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kit.documents.contexts.request import Request
    from kit.documents.draft import Paper
    from kit.facts import Facts
    from kit.findings import Finding, InvalidFile, KitError, Place, Severity, Stopped
    from kit.ledger.account import Ledger
    from kit.model.case import Case
    from kit.pipeline import (
        Loaded,
        Made,
        Outcome,
        build_ledger,
        check,
        draft,
        gather,
        load_case,
        look,
        make,
        run_checks,
        template_for,
    )

_HOMES = {
    "kit.documents.contexts.request": ("Request",),
    "kit.documents.draft": ("Paper",),
    "kit.facts": ("Facts",),
    "kit.findings": ("Finding", "InvalidFile", "KitError", "Place", "Severity", "Stopped"),
    "kit.ledger.account": ("Ledger",),
    "kit.model.case": ("Case",),
    "kit.pipeline": (
        "Loaded",
        "Made",
        "Outcome",
        "build_ledger",
        "check",
        "draft",
        "gather",
        "load_case",
        "look",
        "make",
        "run_checks",
        "template_for",
    ),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Case",
    "Facts",
    "Finding",
    "InvalidFile",
    "KitError",
    "Ledger",
    "Loaded",
    "Made",
    "Outcome",
    "Paper",
    "Place",
    "Request",
    "Severity",
    "Stopped",
    "build_ledger",
    "check",
    "draft",
    "gather",
    "load_case",
    "look",
    "make",
    "run_checks",
    "template_for",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'kit' has no attribute {name!r}")
    return getattr(import_module(_HOME_OF[name]), name)
