"""Which rows of a rule speak about a case, and which of them is the most particular.

A row is more particular than another when everything it turns on is the same
or narrower. Two rows that overlap with neither narrower would leave the answer
to chance; the loader refuses them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kit.model.law_words import PARENTS

NEEDED = ("court", "plaintiff", "debtor", "kind", "agreed")  # where rows turn on these, a question must say them
_TREES = ("plaintiff", "debtor", "claim")
_NAMES = ("court", "city", "county")


@dataclass(frozen=True, slots=True)
class Scope:
    """What a row turns on, as words; amounts as a half-open range above ``over`` up to ``up_to``."""

    words: tuple[tuple[str, str], ...]
    over: Decimal
    up_to: Decimal | None

    @classmethod
    def of(cls, selectors: Any) -> Scope:
        """Return the scope of a row."""
        found = []
        for name in ("court", "plaintiff", "debtor", "claim", "kind", "city", "county", "agreed", "role", "project"):
            value = getattr(selectors, name)
            if value is not None and value != "any":
                found.append((name, _word(name, value)))
        return cls(tuple(found), selectors.over or Decimal(0), selectors.up_to)

    @property
    def names(self) -> frozenset[str]:
        """The selectors used."""
        sized = {"amount"} if self.over or self.up_to is not None else set()
        return frozenset(name for name, _ in self.words) | sized

    def fits(self, asked: Mapping[str, Any]) -> bool:
        """Say whether the row speaks about what was ``asked``."""
        for name, wanted in self.words:
            given = asked.get(name)
            if given is None or not _within(_word(name, given), wanted, name):
                return False
        if "amount" not in self.names:
            return True
        amount = asked.get("amount")
        return amount is not None and amount > self.over and (self.up_to is None or amount <= self.up_to)

    def narrower(self, other: Scope) -> bool:
        """Say whether this scope lies inside ``other`` (equal scopes do)."""
        mine = dict(self.words)
        for name, wanted in other.words:
            if name == "county" and "city" in mine:
                continue  # a city's own rule goes before its county's
            if name not in mine or not _within(mine[name], wanted, name):
                return False
        return self.over >= other.over and (
            other.up_to is None or (self.up_to is not None and self.up_to <= other.up_to)
        )

    def overlaps(self, other: Scope) -> bool:
        """Say whether one case could fall under both."""
        theirs = dict(other.words)
        for name, word in self.words:
            against = theirs.get(name)
            if against and not (_within(word, against, name) or _within(against, word, name)):
                return False
        below = self.up_to is not None and self.up_to <= other.over
        above = other.up_to is not None and other.up_to <= self.over
        return not (below or above)

    def meets_in(self, third: Scope, other: Scope) -> bool:
        """Say whether ``third`` covers exactly where this scope and ``other`` meet."""
        if not (third.narrower(self) and third.narrower(other)):
            return False
        mine, theirs = dict(self.words), dict(other.words)
        tight = {
            name: word if name not in theirs or _within(word, theirs[name], name) else theirs[name]
            for name, word in mine.items()
        }
        tops = [top for top in (self.up_to, other.up_to) if top is not None]
        same = dict(third.words) == theirs | tight and third.over == max(self.over, other.over)
        return same and third.up_to == (min(tops) if tops else None)

    def __str__(self) -> str:
        parts = [f"{name} {word}" for name, word in self.words]
        parts += [f"over ${self.over:,}"] if self.over else []
        parts += [f"up to ${self.up_to:,}"] if self.up_to is not None else []
        return ", ".join(parts)


def _word(name: str, value: Any) -> str:
    """Return a selector as the files write it; names of courts and places stay as they are."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if name in _NAMES else str(value).replace("-", "_")


def _within(word: str, wanted: str, name: str) -> bool:
    """Say whether ``word`` is ``wanted`` or a kind of it."""
    if name in _NAMES:
        return word.casefold() == wanted.casefold()
    while word != wanted and name in _TREES and word in PARENTS:
        word = PARENTS[word]
    return word == wanted


def best(scopes: Mapping[int, Scope]) -> int | None:
    """Return the key of the narrowest of ``scopes``, all of which fit one case; None where two are as narrow."""
    return next((key for key, scope in scopes.items() if all(scope.narrower(other) for other in scopes.values())), None)
