"""What every entry of the journal has: its number, its day, and a word about it."""

from __future__ import annotations

from kit.model.fields import Count, Day, Frozen, Line


class Entered(Frozen):
    """One entry; ``on`` is the day it happened."""

    n: Count
    on: Day
    text: Line | None = None
