"""What is wrong or worth knowing, and where.

A fault in a user's file is a `Finding` with a place; all of them are reported
together. A fault in the program is a traceback. This module imports nothing of
ours, so every layer may speak through it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum


class Severity(Enum):
    """What a finding does to the work at hand."""

    ERROR = "error"  # the file cannot be used
    STOP = "stop"  # computed, but this paper is not made
    NOTE = "note"  # made, and listed in the record


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file: line and column count from 1; ``length`` characters are underlined."""

    path: str
    line: int = 0
    column: int = 0
    length: int = 1
    text: str = ""  # the whole line as the user wrote it

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


@dataclass(frozen=True, slots=True)
class Finding:
    """One fact about the user's data that stops or accompanies a paper."""

    code: str  # permanent, K0xx reading, K1xx case, K2xx law, K3xx documents, K4xx ladder, K7xx bankruptcy
    severity: Severity
    message: str  # a sentence about the user's data, in their words
    place: Place | None = None
    fix: str = ""  # what to type or do
    law: str = ""  # citation, and when it was read
    clears_on: date | None = None  # the first day this no longer stands in the way
    overridable: bool = False  # a stop that is the user's to judge, with a recorded reason
    overridden: str = ""  # that reason

    @property
    def stops(self) -> bool:
        """Whether this finding keeps the paper from being made."""
        return self.severity is not Severity.NOTE and not self.overridden

    def as_note(self) -> Finding:
        """Return the same without stopping anything."""
        return replace(self, severity=Severity.NOTE, overridable=False)

    def override(self, reason: str) -> Finding:
        """Return the finding as a note that carries the user's recorded ``reason``."""
        return replace(self, severity=Severity.NOTE, overridden=reason)


def error(code: str, message: str, place: Place | None = None, *, fix: str = "", law: str = "") -> Finding:
    """Return a finding that says the file cannot be used."""
    return Finding(code, Severity.ERROR, message, place, fix, law)


def stop(
    code: str,
    message: str,
    place: Place | None = None,
    *,
    fix: str = "",
    law: str = "",
    clears_on: date | None = None,
    overridable: bool = False,
) -> Finding:
    """Return a finding that keeps a paper from being made."""
    return Finding(code, Severity.STOP, message, place, fix, law, clears_on, overridable)


def note(code: str, message: str, place: Place | None = None, *, fix: str = "", law: str = "") -> Finding:
    """Return a finding that goes with the paper and into its record."""
    return Finding(code, Severity.NOTE, message, place, fix, law)


class KitError(Exception):
    """A request that cannot be met; its text is one sentence for a person."""


class InvalidFile(KitError):  # noqa: N818 - the name says what is invalid, not that something erred
    """One or more files cannot be used; ``findings`` says every reason."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(sorted(findings, key=in_file_order))
        super().__init__("; ".join(f.message for f in self.findings))


class Stopped(KitError):  # noqa: N818 - same
    """The paper is not made; ``findings`` says every reason and every note."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(sorted(findings, key=in_file_order))
        super().__init__("; ".join(f.message for f in self.findings if f.stops))


def in_file_order(finding: Finding) -> tuple[str, int, int, str]:
    """Sort key: by file, line and column, findings without a place last."""
    place = finding.place
    return (place.path, place.line, place.column, finding.code) if place else ("\uffff", 0, 0, finding.code)
