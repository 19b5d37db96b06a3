"""The commands that record a call or a check, as they are typed, and when each is.

What is typed must survive a shell: a name that would not is left for the user
to type.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kit.documents.contexts.caller import Called

PLAIN = re.compile(r"[\w][\w.+-]*")
LEFT = "They have left"
HERE = "kit log"  # typed in the folder of the case
UNSAFE = re.compile(r"[\"$`\\!%^\n]")


@dataclass(frozen=True, slots=True)
class LogLine:
    """One command, and when it is typed."""

    when: str
    command: str


def log(case_id: str, words: str) -> str:
    """Return `kit log` for the case in the folder ``case_id`` and what follows."""
    return f"kit log {_folder(case_id)} {words}"


def _folder(case_id: str) -> str:
    if PLAIN.fullmatch(case_id):
        return case_id
    return f'"{case_id}"' if case_id and not UNSAFE.search(case_id) and not case_id.startswith("-") else "CASE"


def quoted(name: str, otherwise: str) -> str:
    """Return ``name`` between quotes as every shell reads it, else ``otherwise``."""
    return f'"{name if name and not UNSAFE.search(name) else otherwise}"'


def after_call(invoice: str, whom: Called) -> tuple[LogLine, ...]:
    """Return what to type in the case's folder after a call to ``whom`` about ``invoice`` (empty: several)."""
    name = quoted(whom.name, "their name")
    call, answer = f"called --at HH:MM --to {name}", f"--channel phone --by {name}"
    about = quoted(invoice, "its number") if not PLAIN.fullmatch(invoice) else invoice
    typed = (
        ("No answer", f'{call} --result "no answer"'),
        ("You spoke", f'{call} --spoke --result "in their words"'),
        ("Nothing arrived", f"answered --reason not_received {answer}"),
        ("Money is short", f"answered --reason cash {answer}"),
        ("A promise", "promised --by YYYY-MM-DD --amount 0.00"),
        ("Something is wrong", f"answered --reason disputes_work {answer}"),
        ("on this invoice", f'disputed --invoice {about} --note "in their words"'),
        ("Another decides", f"answered --reason no_authority {answer}"),
        (LEFT, f"answered --reason left {answer}"),
        ("They have a lawyer", 'held --reason lawyer --note "name and number"'),
        ("No more calls", 'held --reason no_contact --note "in their words"'),
    )
    fit = [one for one in typed if not (whom.person and one[0] == LEFT)]  # who owes in person cannot have left
    return tuple(LogLine(when, f"{HERE} {words}") for when, words in fit)
