"""The blanks of `court/exhibit-list`: the papers that prove the claim, under their letters."""

from __future__ import annotations

from dataclasses import dataclass

from kit.documents import wording
from kit.documents.contexts.court_caption import Captioned, caption
from kit.documents.contexts.court_law import court_law
from kit.documents.contexts.discreet import public
from kit.documents.contexts.exhibit_refs import exhibits
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError

TITLE = "List of exhibits"


@dataclass(frozen=True, slots=True)
class Listed:
    """One exhibit."""

    label: str
    title: str
    day: str
    proves: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExhibitList(Captioned):
    """The blanks of ``court/exhibit-list``."""

    exhibits: tuple[Listed, ...]


def build(facts: Facts, request: Request) -> ExhibitList:  # noqa: ARG001 - every document is built from both
    """Fill the list. Raises `KitError` where the case has no exhibit."""
    case, found = facts.case, exhibits(facts).every
    if not found:
        message = (
            "the case has no exhibits: list its papers under `exhibits:`, and record with `kit log sent` what went"
        )
        raise KitError(message)
    listed = tuple(
        Listed(
            one.label,
            public(case, one.title),
            wording.short_day(one.on) if one.on else "",
            public(case, one.proves[:1].upper() + one.proves[1:]),
        )
        for one in found
    )
    return ExhibitList(**caption(facts, court_law(facts), TITLE), exhibits=listed)
