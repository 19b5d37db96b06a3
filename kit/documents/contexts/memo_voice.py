"""A referral memo speaks to a lawyer: what a hearing sheet tells the client to do is left out, and nobody is a party.

The time line and the answers are drawn up for a court and for the client; before a suit there is no plaintiff.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kit.documents.contexts.hearing_answers import NO_ANSWER, Defense
from kit.documents.contexts.time_line_entries import Line
from kit.model.case import Case
from kit.model.suit import suit_of

QUOTED = re.compile("(\u201c[^\u201d]*\u201d)")
ADVICE = {  # to the client, and what a lawyer reads in its place
    NO_ANSWER: "The file holds no answer to this.",
    "is in the file: bring one": "is in the file",
    "is in the file: bring it": "is in the file",
    "; ask for day, amount and proof.": ".",
    "is in the file: say when you asked.": "is in the file.",
    "..": ".",
}
BEFORE_SUIT = {"You sued the wrong one.": "We are not the ones who owe it."}


def for_lawyer(case: Case, one: Defense) -> Defense:
    """Return a defense as a lawyer reads it: the fact, and no advice to the client."""
    answer = one.answer
    for told, fact in ADVICE.items():
        answer = answer.replace(told, fact)
    said = one.said.replace("They say you owe them", "They say we owe them", 1)
    return Defense(said if suit_of(case) else BEFORE_SUIT.get(said, said), answer)


def before_suit(case: Case, line: Line) -> Line:
    """Return a line of the time line; where no suit was filed, as ours and the debtor's, words in quotes untouched."""
    if suit_of(case):
        return line
    parts = QUOTED.split(line.what)
    return replace(line, what="".join(part if n % 2 else _ours(part, first=not n) for n, part in enumerate(parts)))


def _ours(text: str, *, first: bool) -> str:
    for theirs, us, start in (("Plaintiff", "us", "We"), ("Defendant", "the debtor", "The debtor")):
        if first and re.match(rf"{theirs}\b", text):
            text = start + text[len(theirs) :]
        text = re.sub(rf"\b{theirs}\b", us, text)
    return text
