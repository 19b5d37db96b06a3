"""The blanks of `internal/message`: what to leave with a colleague, said or written down.

Whoever takes the message learns who called and how to call back, and nothing
else.
"""

from __future__ import annotations

from dataclasses import dataclass

from kit.documents.contexts import caller
from kit.documents.contexts.left_word import BEST_TIME, Left, asked_for, left
from kit.documents.contexts.request import Request
from kit.facts import Facts


@dataclass(frozen=True, slots=True)
class Message(Left):
    """The blanks of ``internal/message``."""

    asked: str
    caller: str
    call_back: str


def build(facts: Facts, request: Request) -> Message:  # noqa: ARG001 - every document is built from facts and a request
    """Fill what may be left with somebody else on the day of ``facts``."""
    name, mine = asked_for(facts), caller.caller(facts.case)
    words = (
        f"Could you take a message for {name}, please?",
        f"{mine.said} called.",
        f"Please call back on {mine.number}. {BEST_TIME}",
        "Thank you. And whom am I speaking with?",
    )
    return Message(
        **left(facts, words, "left word with (who took it)"),
        asked=f"“Thank you for asking. I would rather take that up with {name} in person.”",
        caller=mine.said,
        call_back=mine.number,
    )
