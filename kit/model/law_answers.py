"""What comes back when the law is asked: an answer, rates over time, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from kit.findings import KitError
from kit.model.law_file import Source
from kit.model.law_names import RuleName
from kit.model.law_words import Confidence, Remedy, Silence

T = TypeVar("T")


class NotOnRecord(KitError):  # noqa: N818 - it says what is missing
    """The file has no answer for this day."""


class RateUnknown(NotOnRecord):
    """A published rate whose figure for this day the file does not hold."""

    def __init__(self, sentence: str, on: date, read_at: str) -> None:
        super().__init__(sentence)
        self.on, self.read_at = on, read_at


class SelectorMissing(KitError):  # noqa: N818 - same
    """The answer turns on something that the question left out."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the law of ``code`` says to one question on one day."""

    code: str
    rule: RuleName
    on: date
    value: Any  # of the rule's shape, or a `Silence`
    starts: date | None = None
    until: date | None = None  # the last day it is known to hold; open where None
    cite: str = ""  # as printed: citation, and when it was read
    confidence: Confidence | None = None
    note: str = ""
    confirm_with: str = ""
    remedy: Remedy | None = None
    source: Source | None = None
    also: tuple[Source, ...] = ()  # further sources that say the same, or amend it
    review_by: date | None = None
    verified_on: date | None = None
    scope: str = ""  # what the row turns on, in words

    @property
    def state(self) -> str:
        """One of `value`, `none`, `not_researched`."""
        return str(self.value) if isinstance(self.value, Silence) else "value"

    @property
    def known(self) -> bool:
        """Whether the law was found to say something or nothing; false for `not_researched`."""
        return self.value is not Silence.NOT_RESEARCHED

    @property
    def cites(self) -> str:
        """Every source by its title, and the day the oldest of them was read."""
        every = [source for source in (self.source, *self.also) if source]
        if not every:
            return ""
        return f"{'; '.join(source.title for source in every)}, read {min(source.read_on for source in every)}"

    @property
    def read_on(self) -> date | None:
        """The day the answer was last read or confirmed."""
        days = [day for day in (self.source.read_on if self.source else None, self.verified_on) if day]
        return max(days) if days else None

    def of(self, shape: type[T]) -> T | None:
        """Return the value where it is of this shape, None where the law is silent or not researched."""
        return self.value if isinstance(self.value, shape) and not isinstance(self.value, Silence) else None


@dataclass(frozen=True, slots=True)
class RateSpan:
    """A yearly rate from ``start`` up to, not including, ``end``."""

    start: date
    end: date
    percent: Decimal
    cite: str


def join(spans: list[RateSpan], span: RateSpan) -> None:
    """Add ``span``, as part of the last one where nothing changed."""
    last = spans[-1] if spans else None
    if last and (last.end, last.percent, last.cite) == (span.start, span.percent, span.cite):
        spans[-1] = RateSpan(last.start, span.end, span.percent, span.cite)
    else:
        spans.append(span)
