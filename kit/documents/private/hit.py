"""What a rule found in a page's words, by position; and what numbers look like when they are broken up."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kit.documents.private.found import PrivateKind

HYPHEN = r" ?[-.] ?\n? ?"  # a hyphen or a dot, at the end of a line too
JOIN = rf"(?:{HYPHEN}| ?\n ?| {{1,3}})"  # whatever may stand inside one number
BETWEEN = r"(?:[ :#.)]*\n[^\d\n$]{0,30}|[^\d\n$]{0,40})"  # from a label to its number; a line ends after the label only


@dataclass(frozen=True, slots=True)
class Hit:
    """A find from ``start`` up to ``end``; a ``loose`` one counts only where its characters stand close together."""

    kind: PrivateKind
    says: str
    start: int
    end: int
    loose: bool = False


def digits_of(text: str) -> str:
    """Return only the digits of ``text``."""
    return re.sub(r"\D", "", text)


def numbered(kind: PrivateKind, digits: str, start: int, end: int, *, loose: bool = False) -> Hit:
    """Return a hit that names a number by its last four digits, as the rules let them stand."""
    return Hit(kind, f"a {kind}, ending {digits[-4:]}", start, end, loose)
