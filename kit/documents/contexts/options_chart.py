"""The bars of a comparison: how many spaces each part of a bar is long, so that every bar has the same scale.

A band of spaces is a bar in Word and in the PDF alike, is read aloud as nothing, and copies as nothing. The light
band runs from zero to the whole debt; what lies left of it is a loss.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from kit.model.money import ZERO
from kit.options import Range, Way

LENGTH = 84  # spaces of the whole scale; the column of the template holds so many
DEEPEST = Decimal("-0.5")  # of the debt: losses beyond are cut off, or they would make all other bars a dot
SPACE = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Bar:
    """The parts of a bar from left to right, as spaces; each may be empty."""

    gap: str  # nothing drawn
    before: str  # light: from zero to where the range begins
    bar: str  # dark: the range
    hole: str  # nothing drawn: between a range that is all loss, and zero
    after: str  # light: up to the whole debt


@dataclass(frozen=True, slots=True)
class Scale:
    """What the first and the last space stand for, in dollars."""

    least: Decimal
    most: Decimal

    def at(self, amount: Decimal) -> int:
        """Return the place of ``amount``; what lies beyond the scale stands at its end."""
        inside = min(max(amount, self.least), self.most)
        share = (inside - self.least) / (self.most - self.least) * LENGTH
        return int(share.to_integral_value(ROUND_HALF_UP))


def scale_of(debt: Decimal, ways: Sequence[Way]) -> Scale:
    """Return a scale for every net sum of ``ways`` that is not a loss of more than half the debt."""
    least = min((way.net.low for way in ways), default=ZERO)
    return Scale(max(min(least, ZERO), debt * DEEPEST), debt)


def cut(scale: Scale, ways: Sequence[Way]) -> bool:
    """Return whether a bar goes on beyond the left end."""
    return any(way.net.low < scale.least for way in ways)


def bar_of(scale: Scale, net: Range) -> Bar:
    """Return the bar of a range; the shortest is one space."""
    zero, low = scale.at(ZERO), min(scale.at(net.low), LENGTH - 1)
    high = max(scale.at(net.high), low + 1)
    parts = (min(low, zero), max(low - zero, 0), high - low, max(zero - high, 0), LENGTH - max(high, zero))
    return Bar(*(SPACE * length for length in parts))
