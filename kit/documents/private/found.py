"""What was found on a page, and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

RULE = "Fed. R. Civ. P. 5.2(a) as the model; your court's own rule decides"


class PrivateKind(StrEnum):
    """What sort of private data it is."""

    SOCIAL_SECURITY = "social security number"
    CARD = "payment card number"
    ACCOUNT = "bank account number"
    BIRTH_DATE = "birth date"
    MINOR = "name of a minor"
    WORD = "word you want blacked out"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in the page's own points, from the left and from below."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class PrivateData:
    """One thing on a page (from 1); ``says`` names it without repeating it."""

    page: int
    kind: PrivateKind
    says: str
    boxes: tuple[Box, ...]
    rule: str = RULE


@dataclass(frozen=True, slots=True)
class Scan:
    """Everything found, and the pages that have no words to search."""

    found: tuple[PrivateData, ...] = ()
    unread: tuple[int, ...] = ()
