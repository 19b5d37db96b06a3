"""Every path by which a form's data may ask for an answer, and the answer at a path.

The vocabulary is closed: a path that is not listed here is a fault of the data,
found before anything is filled.
"""

from __future__ import annotations

import re
import types
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from kit.documents.forms.claim_form_answers import WORDS, ClaimFormAnswers
from kit.documents.forms.court_answers import CourtAnswers
from kit.documents.forms.venue_answers import CONSUMER, GROUNDS
from kit.model.party import PartyKind

Answer = str | bool | date | Decimal | None
Answers = CourtAnswers | ClaimFormAnswers
PROOF_OF_CLAIM = "proof-of-claim"  # the family of answers that is not a suit's
MOST = {"plaintiffs": 4, "defendants": 6}  # as many as forms have places for
_STEP = re.compile(r"([a-z_0-9]+)(?:\[(\d+)\])?\Z")
_KINDS = tuple(kind.value for kind in PartyKind)


@dataclass(frozen=True, slots=True)
class Path:
    """One path: what kinds of answer it may have, and the words it is one of, where these are fixed."""

    path: str
    kinds: frozenset[str]  # text, yes_no, date, amount
    words: tuple[str, ...] = ()


@cache
def paths(family: str = "") -> dict[str, Path]:
    """Return every path of the answers of one family of forms with what it answers, in order."""
    return {one.path: one for one in _of(ClaimFormAnswers if family == PROOF_OF_CLAIM else CourtAnswers, "")}


def answer_at(answers: Answers, path: str) -> Answer:
    """Return the answer at ``path``; empty text for a party that is not there. Raises `KeyError`."""
    if path not in paths(PROOF_OF_CLAIM if isinstance(answers, ClaimFormAnswers) else ""):
        raise KeyError(path)
    found: Any = answers
    for step in path.split("."):
        name, number = _split(step)
        found = getattr(found, name)
        if number is not None:
            if number >= len(found):
                return ""
            found = found[number]
    answer: Answer = found
    return answer


def _split(step: str) -> tuple[str, int | None]:
    match = _STEP.match(step)
    if match is None:
        raise KeyError(step)
    return match[1], None if match[2] is None else int(match[2])


def _of(model: type, before: str) -> Iterator[Path]:
    hints = get_type_hints(model)
    for one in fields(model):
        hint, here = hints[one.name], f"{before}{one.name}"
        if get_origin(hint) is tuple:
            for number in range(MOST[one.name]):
                yield from _of(get_args(hint)[0], f"{here}[{number}].")
        elif is_dataclass(hint) and isinstance(hint, type):
            yield from _of(hint, f"{here}.")
        else:
            yield Path(here, _kinds(hint), _words(here))


def _kinds(hint: Any) -> frozenset[str]:
    parts = get_args(hint) if get_origin(hint) in (types.UnionType, Union) else (hint,)
    names = {bool: "yes_no", date: "date", Decimal: "amount"}
    found = {names[part] for part in parts if part in names}
    return frozenset(found or {"text"})


def _words(path: str) -> tuple[str, ...]:
    if path == "venue.ground":
        return (*GROUNDS, *(f"{CONSUMER}{ground}" for ground in GROUNDS))
    if path in WORDS:
        return WORDS[path]
    return _KINDS if path.endswith(".kind") else ()
