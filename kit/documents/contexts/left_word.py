"""What may be left where the right person does not answer: for whom, in which words, and how it is recorded.

`internal/message` and `internal/voicemail-script` share it. Where nothing may be
left today, there are no words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kit.documents.contexts import caller, no_call
from kit.documents.contexts.log_lines import HERE, quoted
from kit.facts import Facts

SOMEBODY = "the manager"  # to ask for where nobody is named in the file
NOT_NOW = "Leave nothing today; the call script says why."
BEST_TIME = "The best time is (say when)."


@dataclass(frozen=True)  # without slots: `left` hands its blanks on
class Left:
    """The blanks of everything that is left for somebody."""

    whom: str
    number: str
    not_now: str
    only_there: str
    words: str
    command: str


def asked_for(facts: Facts) -> str:
    """Return by which name somebody is asked for on the day of ``facts``."""
    return caller.called(facts.case, facts.as_of).name or SOMEBODY


def left(facts: Facts, sentences: Iterable[str], result: str) -> dict[str, Any]:
    """Return the blanks of `Left`, filled: ``sentences`` are what is said, ``result`` what the record says of it."""
    whom, today = caller.called(facts.case, facts.as_of), no_call.call_today(facts)
    return vars(
        Left(
            whom=asked_for(facts),
            number=whom.number or caller.NO_NUMBER,
            not_now=NOT_NOW if today.reasons else "",
            only_there=caller.only_there(whom),
            words=f"“{' '.join(sentences)}”" if today.words else "",
            command=f'{HERE} called --at HH:MM --to {quoted(whom.name, "their name")} --result "{result}"',
        )
    )
