"""The blanks of `internal/voicemail-script`: fifteen seconds for a machine that anybody may hear.

It holds a name, a number and a time, and neither the matter nor a sum, a day
or the number of a paper.
"""

from __future__ import annotations

from dataclasses import dataclass

from kit.documents.contexts import caller
from kit.documents.contexts.left_word import BEST_TIME, Left, asked_for, left
from kit.documents.contexts.request import Request
from kit.facts import Facts


@dataclass(frozen=True, slots=True)
class VoicemailScript(Left):
    """The blanks of ``internal/voicemail-script``."""


def build(facts: Facts, request: Request) -> VoicemailScript:  # noqa: ARG001 - every document is built from facts and a request
    """Fill what may be said to a machine on the day of ``facts``."""
    mine = caller.caller(facts.case)
    words = (
        f"Hello, this message is for {caller.spoken_end(asked_for(facts))}",
        f"This is {caller.spoken_end(mine.said)}",
        f"Please call me back on {mine.number}. {BEST_TIME}",
        f"Once more, slowly: {mine.number}. Thank you.",
    )
    return VoicemailScript(**left(facts, words, "left a voicemail"))
