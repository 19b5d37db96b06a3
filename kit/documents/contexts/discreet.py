"""Text from the file as a public court file may hold it.

Minors appear by their initials, long account numbers by their last four digits,
and what the case names as private not at all. Talk about terms of a settlement
is told apart, so that no paper for a court repeats it.
"""

from __future__ import annotations

import re

from kit.model.case import Case

ABOUT_TERMS = ("settlement", "plan", "offer", "payoff")  # papers about terms, by a word in their id
WITHHELD = "[withheld]"
SHOWN = 4  # digits of a number that may stay
NUMBER = re.compile(r"(?<![\w-])\d(?:[ -]?\d){12,18}(?![\w-])")  # cards and most bank accounts
ACCOUNT = re.compile(r"(?i)(\b(?:account|acct|routing|iban|card)\b[^\d\n]{0,12})(\d(?:[ -]?\d){4,})")
SOCIAL = re.compile(r"(?<![\d-])\d{3}-\d{2}-(\d{4})(?![\d-])")
TERMS = re.compile(
    r"(?i)\b(?:offer\w*|settl\w*|compromis\w*|discount\w*|half|instal\w*|plan|split|part payment|without prejudice|"
    r"call it even|write (?:it )?off)\b"
)


def public(case: Case, text: str) -> str:
    """Return ``text`` without what must not stand in a public file."""
    for name in case.private.minors:
        text = re.sub(re.escape(name), _initials(name), text, flags=re.IGNORECASE)
    for word in case.private.words:
        text = re.sub(re.escape(word), WITHHELD, text, flags=re.IGNORECASE)
    text = SOCIAL.sub(r"ending in \1", text)
    text = ACCOUNT.sub(lambda found: found[1] + _last(found[2]), text)
    return NUMBER.sub(lambda found: _last(found[0]), text)


def of_terms(text: str) -> bool:
    """Whether ``text`` speaks of paying less, later or in parts, as talks of settlement do."""
    return bool(TERMS.search(text))


def about_terms(document: str) -> bool:
    """Whether a paper is about terms of a settlement, by its id."""
    return any(word in document for word in ABOUT_TERMS)


def _initials(name: str) -> str:
    return " ".join(f"{part[0]}." for part in name.split())


def _last(digits: str) -> str:
    return f"ending in {re.sub(r'[ -]', '', digits)[-SHOWN:]}"
