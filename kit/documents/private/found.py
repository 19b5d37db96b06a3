"""What was found on a page, where, and the rule that asks for its removal.

The rule is the federal one, which most courts' own rules resemble; a state's rule is cited nowhere here, because
none has been read. It lets the last four digits of a number, the year of a birth and the initials of a minor stand.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kit.documents.rectangle import Rect


class PrivateKind(StrEnum):
    """What sort of private data it is."""

    SOCIAL_SECURITY = "social security number"
    TAXPAYER = "taxpayer identification number"
    CARD = "payment card number"
    ACCOUNT = "bank account number"
    ROUTING = "bank routing number"
    BIRTH_DATE = "birth date"
    MINOR = "name of a minor"
    WORD = "word of your own list"


_COURT = "your court's own rule decides"
_DIGITS = f"Fed. R. Civ. P. 5.2(a){{}} as the model, which lets the last four digits stand; {_COURT}"
RULES = {
    PrivateKind.SOCIAL_SECURITY: _DIGITS.format("(1)"),
    PrivateKind.TAXPAYER: _DIGITS.format("(1)"),
    PrivateKind.CARD: _DIGITS.format("(4)"),
    PrivateKind.ACCOUNT: _DIGITS.format("(4)"),
    PrivateKind.ROUTING: _DIGITS.format("(4)"),
    PrivateKind.BIRTH_DATE: f"Fed. R. Civ. P. 5.2(a)(2) as the model, which lets the year stand; {_COURT}",
    PrivateKind.MINOR: f"Fed. R. Civ. P. 5.2(a)(3) as the model, which lets the initials stand; {_COURT}",
    PrivateKind.WORD: "your own list in the case, `private: {words: [..]}`",
}


@dataclass(frozen=True, slots=True)
class PrivateData:
    """One thing on a page (from 1); ``says`` names it without repeating it."""

    page: int
    kind: PrivateKind
    says: str
    boxes: tuple[Rect, ...]

    @property
    def rule(self) -> str:
        """The rule that asks for it, and what it lets stand."""
        return RULES[self.kind]


@dataclass(frozen=True, slots=True)
class Scan:
    """Everything found in page order, the pages without words to search, and those with a large picture and few."""

    found: tuple[PrivateData, ...] = ()
    unread: tuple[int, ...] = ()
    partly: tuple[int, ...] = ()
