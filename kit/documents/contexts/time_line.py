"""The blanks of `court/time-line`: what happened between the parties, day by day, with the exhibit that shows it."""

from __future__ import annotations

from dataclasses import dataclass

from kit.documents import wording
from kit.documents.contexts.court_caption import Captioned, caption
from kit.documents.contexts.court_law import court_law
from kit.documents.contexts.exhibit_refs import exhibits
from kit.documents.contexts.request import Request
from kit.documents.contexts.time_line_entries import Line, entries
from kit.facts import Facts
from kit.findings import KitError

TITLE = "Time line of the account"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLine(Captioned):
    """The blanks of ``court/time-line``."""

    lines: tuple[Line, ...]
    through: str


def build(facts: Facts, request: Request) -> TimeLine:  # noqa: ARG001 - every document is built from both
    """Fill the time line up to the day of ``facts``. Raises `KitError` where nothing happened."""
    lines = entries(facts, exhibits(facts))
    if not lines:
        raise KitError("nothing is on record yet, so there is no time line: add the invoices and payments")
    head = caption(facts, court_law(facts), TITLE)
    return TimeLine(**head, lines=lines, through=wording.day(facts.as_of))
