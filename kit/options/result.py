"""What a comparison comes to: a row for each way, open or closed, with every figure as a range."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kit.findings import Finding
from kit.model.law import Answer
from kit.model.money import ZERO


@dataclass(frozen=True, slots=True)
class Range:
    """From ``low`` to ``high``, in whatever its name says: dollars, per cent, days or hours."""

    low: Decimal
    high: Decimal

    @property
    def single(self) -> bool:
        """Whether both ends are the same."""
        return self.low == self.high

    def plus(self, other: Range) -> Range:
        """Return the sum, end by end."""
        return Range(self.low + other.low, self.high + other.high)


NOTHING = Range(ZERO, ZERO)


@dataclass(frozen=True, slots=True)
class Used:
    """A figure that was reckoned with: its key as the user types it, the figure in words, and where it comes from."""

    key: str
    figure: str
    source: str
    url: str = ""
    figures_of: str = ""
    read_on: date | None = None
    confidence: str = ""
    yours: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """One way as it is reckoned: ``base`` times ``kept`` times ``recovers``, less what it costs.

    ``kept`` and ``recovers`` are per cent: of what comes in, the part that is yours; of the base, the part that comes.
    """

    id: str
    name: str
    base: Decimal
    kept: Range
    recovers: Range
    rate_of: str  # what `recovers` is of: `{rate} of the instalments come`
    out_of_pocket: Range
    hours: Range  # of the creditor's own time, days off counted with eight hours each
    days: Range  # until the money is there
    lost: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    used: tuple[Used, ...] = ()
    what_if: bool = False  # nothing that the creditor can choose


@dataclass(frozen=True, slots=True)
class Even:
    """The rate that one way must reach to bring as much as another.

    ``low`` where the other does worst and this one costs least, ``high`` where the other does best and this one costs
    most; per cent, over 100 where it cannot. None where nothing of what comes in is kept.
    """

    other: str  # the id of the other way
    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True, slots=True)
class Lead:
    """What would have to be true for a way to bring the most: its rate, and against which other way each end is set."""

    low: Decimal | None
    low_against: str
    high: Decimal | None
    high_against: str
    said: str  # a sentence


@dataclass(frozen=True, slots=True)
class Way:
    """One way to go on. Where it is closed, ``closed`` says why, and no figure is given."""

    terms: Terms
    closed: tuple[Finding, ...] = ()
    first: tuple[Finding, ...] = ()  # what must be put right before it can be taken
    beside: tuple[Finding, ...] = ()  # worth knowing before it is taken
    comes_in: Range = NOTHING  # yours, before costs
    own_time: Range = NOTHING  # dollars
    net: Range = NOTHING
    evens: tuple[Even, ...] = ()
    lead: Lead | None = None

    @property
    def id(self) -> str:
        """The word for it in data and in `--set`."""
        return self.terms.id

    @property
    def open(self) -> bool:
        """Whether it can be taken for this debt, as far as is known."""
        return not self.closed

    @property
    def choice(self) -> bool:
        """Whether it is open and the creditor's to choose."""
        return self.open and not self.terms.what_if


@dataclass(frozen=True, slots=True)
class Comparison:
    """All ways for one debt on one day."""

    as_of: date
    currency: str
    debt: Decimal
    debt_words: str  # what it is made of
    ways: tuple[Way, ...]
    hour: Used
    used: tuple[Answer, ...] = ()  # what the law said about the courts

    @property
    def closed(self) -> tuple[tuple[tuple[str, ...], tuple[Finding, ...]], ...]:
        """The reasons for which ways are closed, each with the names of the ways it closes."""
        groups: dict[tuple[Finding, ...], list[str]] = {}
        for way in self.ways:
            if not way.open:
                groups.setdefault(way.closed, []).append(way.terms.name)
        return tuple((tuple(names), why) for why, names in groups.items())

    @property
    def figures(self) -> tuple[Used, ...]:
        """Every figure that the open ways were reckoned with, each once."""
        return tuple(dict.fromkeys((self.hour, *(used for way in self.ways if way.open for used in way.terms.used))))

    def way(self, word: str) -> Way:
        """Return the way called ``word``; raises `KeyError` where there is none."""
        for one in self.ways:
            if one.id == word:
                return one
        raise KeyError(word)
