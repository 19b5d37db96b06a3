"""What courts call the things their forms ask for, and whose they are.

Every form asks for the same few things in its own words. A pattern is matched
against a label in small letters without punctuation; the most telling one wins,
so that "zip" beside "city state zip" does not make a whole line a ZIP code.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from kit.documents.forms.form_things import ROLES, THINGS, Role, Thing


@dataclass(frozen=True, slots=True)
class Match:
    """A thing that words tell of, and how surely, from 0 to 1."""

    thing: Thing
    sure: float


_THINGS = tuple((thing, sure, re.compile(pattern)) for thing, sure, pattern in THINGS)
_ROLES = tuple((role, re.compile(pattern)) for role, pattern in ROLES)
_GENERATED = re.compile(
    r"(?:(?:undefined|untitled|text|txt|field|fill|form|subform|topmost|box|check|checkbox|cb|ch|t|f|ft|tf|page|p) ?)+"
    r"[\d ]*",
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])")
_NO_SIGN = re.compile(r"[^a-z0-9$#]+")

DATES = frozenset(
    "when from through hearing expires served_on mailed_on filed_on signing_date birth".split()
)  # each of them is a date, so the word "date" beside it says nothing more


def plain(text: str) -> str:
    """Return words in small letters without accents and punctuation: what the patterns are matched against."""
    text = unicodedata.normalize("NFKD", text).casefold().replace("\u2019", "'").replace("'s", "s").replace("s'", "s")
    return " ".join(_NO_SIGN.sub(" ", text.replace("e-mail", "email")).split())


def name_words(full_name: str) -> str:
    """Return the words of a field's own name, empty where a program made it up: `undefined_48`, `FillText12`."""
    last = re.sub(r"\[\d+\]", "", full_name.rpartition(".")[2])
    words = plain(_CAMEL.sub(" ", last.replace("_", " ")))
    return words if telling(words) else ""


def telling(words: str) -> bool:
    """Say whether words were chosen by a person."""
    return bool(re.search(r"[a-z]{2}", words)) and not _GENERATED.fullmatch(words)


def things(words: str) -> tuple[Match, ...]:
    """Return what a label tells of, the surest first; ``words`` as `plain` returns them."""
    found: dict[Thing, float] = {}
    for thing, sure, pattern in _THINGS:
        if hit := pattern.search(words):
            # Long sentences mention many things in passing.
            share = (hit.end() - hit.start()) / max(1, len(words))
            found[thing] = max(found.get(thing, 0.0), sure * (0.72 + 0.28 * min(1.0, 2 * share)))
    if Thing.EMAIL in found:
        found = {thing: sure for thing, sure in found.items() if thing not in (Thing.ADDRESS, Thing.STREET)}
    return tuple(sorted((Match(thing, sure) for thing, sure in found.items()), key=lambda one: -one.sure))


def roles(words: str) -> tuple[Role, ...]:
    """Return whose thing a label speaks of, in order of how telling the words are."""
    return tuple(role for role, pattern in _ROLES if pattern.search(words))
