"""Answers of the law in words for a terminal."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from typing import Any

from pydantic import BaseModel

from kit.cli.law_phrases import phrase
from kit.documents.wording import count, listing, money, number, percent
from kit.model.law_contracts import Window
from kit.model.law_courts import Counts, FilingCap, FilingCaps, LimitCounts, Tier, Venue
from kit.model.law_debts import Formula, LimitationPeriod, RevivedBy, RunsFrom
from kit.model.law_match import Scope
from kit.model.law_rules import Rule
from kit.model.law_shape import Shape
from kit.model.law_words import Say, Silence, Unit

SILENT = {Silence.NONE: "none; the law sets nothing here", Silence.NOT_RESEARCHED: "not researched"}
DOLLARS = ("amount", "fee", "flat", "bond", "over", "up_to", "at_most", "higher_fee", "later_fee", "licence_over")
MONEY = (
    "commercial_",
    "over_",
    "minimum",
    "maximum",
    "refusal",
    "at_least_debt",
    "wages",
    "deposits",
    "small_",
    "home_venue",
)  # how other keys of money begin
WINDOWS = {"days_120": "120 days", "calendar_year": "a calendar year", "week": "a week"}
TOP = "value"  # the value of a row itself, whose parts are set apart by semicolons
MANY = {"days": "day", "months": "month", "years": "year"}


def value_in_words(rule: Rule, value: Any) -> str:
    """Return the value of ``rule`` as one would say it."""
    if isinstance(value, Silence):
        return SILENT[value]
    if isinstance(value, Decimal):
        return _dollars(value) if rule.unit is Unit.USD else f"{percent(value)} a year"
    return _words(value, TOP)


def scope_in_words(scope: Scope | None, courts: dict[str, str]) -> str:
    """Return what a row turns on: `Overton City Court, entity as plaintiff`."""
    if scope is None:
        return ""
    said: dict[str, Callable[[str], str]] = {
        "court": lambda word: courts.get(word, word),
        "plaintiff": lambda word: f"{_plain(word)} as plaintiff",
        "debtor": lambda word: f"{_plain(word)} as debtor",
        "claim": lambda word: f"{_plain(word)} claims",
        "agreed": lambda word: "where agreed" if word == "yes" else "where not agreed",
        "city": lambda word: f"in {word}",
        "county": lambda word: f"in {word} County" if "county" not in word.casefold() else f"in {word}",
    }
    parts = [said[name](word) if name in said else _plain(word) for name, word in scope.words]
    parts += [f"over {_dollars(scope.over)}"] if scope.over else []
    parts += [f"up to {_dollars(scope.up_to)}"] if scope.up_to is not None else []
    return ", ".join(parts)


def formula_in_words(formula: Formula) -> str:
    """Return a published rate: its base, its points and bounds."""
    times = f"{number(formula.times)} times " if formula.times else ""
    plus = f" plus {count_points(formula.plus)}" if formula.plus else ""
    floor = f", at least {percent(formula.at_least)}" if formula.at_least is not None else ""
    top = f", at most {percent(formula.at_most)}" if formula.at_most is not None else ""
    return f"{times}{formula.base}{plus}{floor}{top}, published {formula.published}"


def count_points(points: Decimal) -> str:
    """Return percentage points in words."""
    return f"{number(points)} {'point' if points == 1 else 'points'}"


def _words(value: Any, key: str = "") -> str:
    """Return any value in words; ``key`` says what it measures."""
    for kind, say in _SPECIAL.items():
        if isinstance(value, kind):
            return say(value)
    if isinstance(value, Decimal):
        return _figure(value, key)
    if isinstance(value, BaseModel):
        return ("; " if key == TOP else ", ").join(_told(value))
    if isinstance(value, tuple):
        nested = any(isinstance(item, BaseModel) for item in value)
        return "; ".join(map(_words, value)) if nested else listing(_words(item, key) for item in value)
    return _plain(value.value) if isinstance(value, Enum) else str(value)


def _told(value: BaseModel) -> list[str]:
    """Return each key that the file settles, in words."""
    shape, settled = type(value).__name__, [key for key in type(value).model_fields if key in value.model_fields_set]
    open_ = (*open_keys(value), "not_researched")
    return [_said(shape, key, getattr(value, key)) for key in settled if key not in open_]


def open_keys(value: Any) -> tuple[str, ...]:
    """Return the keys of ``value`` that nobody could settle."""
    if not isinstance(value, Shape):
        return ()
    return tuple(key for key in type(value).model_fields if key != "not_researched" and not value.knows(key))


def open_in_words(value: Any) -> str:
    """Return what in ``value`` nobody could settle, or nothing."""
    keys = [_plain(key) for key in open_keys(value)]
    return f"not researched: {', '.join(keys)}" if keys else ""


def _said(shape: str, key: str, held: Any) -> str:
    how = phrase(shape, key)
    if isinstance(how, tuple):
        return how[0] if held in (True, Say.YES) else how[1]
    if key in MANY and isinstance(how, str) and how == f"{{}} {key}":
        return count(held, MANY[key])
    words = _words(held, key)
    return how.replace("{}", words) if how else f"{_plain(key)}: {words}"


def _figure(value: Decimal, key: str) -> str:
    if key in DOLLARS or key.startswith(MONEY):
        return _dollars(value)
    return percent(value) if "percent" in key or key == "contract_rate_up_to" else number(value)


def _cap(cap: FilingCap) -> str:
    over = f" over {_dollars(cap.over)}" if cap.over else ""
    then = f", beyond that each costs {_dollars(cap.higher_fee)}" if cap.higher_fee is not None else ""
    sworn = ", declared by the filer" if cap.sworn else ""
    return (
        f"at most {count(cap.number, 'claim')}{over} per {_plain(cap.period)} in the {_plain(cap.scope)}{then}{sworn}"
    )


def _period(value: LimitationPeriod) -> str:
    length = next(count(held, one) for key, one in MANY.items() if (held := getattr(value, key)) is not None)
    if value.runs_from is RunsFrom.NOT_RESEARCHED:
        return f"{length}; from when is not researched"
    return f"{length} from {_plain(value.runs_from)}"


def _revived(value: RevivedBy) -> str:
    """Say by what a period starts anew, and by what it does not."""
    by = {key: getattr(value, key) for key in type(value).model_fields}
    said = []
    for say, words in ((Say.YES, "by"), (Say.NO, "not by"), (Say.NOT_RESEARCHED, "not researched:")):
        keys = [_plain(key) for key, held in by.items() if held == say]
        said += [f"{words} {listing(keys, 'or' if say is Say.NO else 'and')}"] if keys else []
    return ", ".join(said)


def _counts(value: LimitCounts) -> str:
    """Group the parts of a claim by whether they count."""
    said = []
    for word, verb in ((Counts.COUNTS, "counts"), (Counts.EXCLUDED, "left out")):
        keys = [_plain(key) for key in type(value).model_fields if getattr(value, key) == word]
        said += [f"{verb}: {', '.join(keys)}"] if keys else []
    return "; ".join(said)


def _tier(tier: Tier) -> str:
    return (
        f"{_dollars(tier.fee)} up to {_dollars(tier.up_to)}"
        if tier.up_to is not None
        else f"{_dollars(tier.fee)} above"
    )


_SPECIAL: dict[type, Callable[[Any], str]] = {
    FilingCaps: lambda value: "; ".join(map(_cap, value.caps)),
    FilingCap: _cap,
    LimitationPeriod: _period,
    LimitCounts: _counts,
    Tier: _tier,
    Venue: lambda value: "; ".join(map(_plain, value.grounds)),
    RevivedBy: _revived,
    Formula: formula_in_words,
    Window: lambda value: WINDOWS[value],
}


def _dollars(amount: Decimal) -> str:
    return money(amount.quantize(Decimal("0.01"))).removesuffix(".00")


def _plain(word: str) -> str:
    return str(word).replace("_", " ")
