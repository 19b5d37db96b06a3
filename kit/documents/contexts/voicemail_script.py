"""The blanks of `internal/voicemail-script`: fifteen seconds for a machine that anybody may hear.

It holds a name, a number and a time, and neither the matter nor a sum, a day
or the number of a paper.
"""

from __future__ import annotations

from dataclasses import dataclass

from kit.documents.contexts import caller, no_call
from kit.documents.contexts.log_lines import HERE, quoted
from kit.documents.contexts.request import Request
from kit.facts import Facts


@dataclass(frozen=True, slots=True)
class VoicemailScript:
    """The blanks of ``internal/voicemail-script``."""

    whom: str
    number: str
    not_now: str
    only_there: str
    words: str
    command: str


def build(facts: Facts, request: Request) -> VoicemailScript:  # noqa: ARG001 - every document is built from facts and a request
    """Fill what may be said to a machine on the day of ``facts``."""
    case = facts.case
    whom, mine = caller.called(case, facts.as_of), caller.caller(case)
    name, today = whom.name or caller.SOMEBODY, no_call.call_today(facts)
    words = [
        f"Hello, this message is for {caller.spoken_end(name)}",
        f"This is {caller.spoken_end(mine.said)}",
        f"Please call me back on {mine.number}. {caller.BEST_TIME}",
        f"Once more, slowly: {mine.number}. Thank you.",
    ]
    return VoicemailScript(
        whom=name,
        number=whom.number or caller.NO_NUMBER,
        not_now=caller.NOT_NOW if today.reasons else "",
        only_there=caller.only_there(whom),
        words=f"“{' '.join(words)}”" if today.words else "",
        command=f'{HERE} called --at HH:MM --to {quoted(whom.name, "their name")} --result "left a voicemail"',
    )
