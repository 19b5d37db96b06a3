"""The blanks of `internal/message`: what to leave with a colleague, said or written down.

Whoever takes the message learns who called and how to call back, and nothing
else.
"""

from __future__ import annotations

from dataclasses import dataclass

from kit.documents.contexts import caller, no_call
from kit.documents.contexts.log_lines import HERE, quoted
from kit.documents.contexts.request import Request
from kit.facts import Facts


@dataclass(frozen=True, slots=True)
class Message:
    """The blanks of ``internal/message``."""

    whom: str
    number: str
    not_now: str
    only_there: str
    words: str
    asked: str
    caller: str
    call_back: str
    command: str


def build(facts: Facts, request: Request) -> Message:  # noqa: ARG001 - every document is built from facts and a request
    """Fill what may be left with somebody else on the day of ``facts``."""
    case = facts.case
    whom, mine = caller.called(case, facts.as_of), caller.caller(case)
    name, today = whom.name or caller.SOMEBODY, no_call.call_today(facts)
    called = quoted(whom.name, "their name")
    words = [
        f"Could you take a message for {name}, please?",
        f"{mine.said} called.",
        f"Please call back on {mine.number}. {caller.BEST_TIME}",
        "Thank you. And whom am I speaking with?",
    ]
    return Message(
        whom=name,
        number=whom.number or caller.NO_NUMBER,
        not_now=caller.NOT_NOW if today.reasons else "",
        only_there=caller.only_there(whom),
        words=f"“{' '.join(words)}”" if today.words else "",
        asked=f"“Thank you for asking. I would rather take that up with {name} in person.”",
        caller=mine.said,
        call_back=mine.number,
        command=f'{HERE} called --at HH:MM --to {called} --result "left word with (who took it)"',
    )
