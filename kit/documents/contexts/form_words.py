"""The court's own forms, as papers name them: number, title, address."""

from __future__ import annotations

import re

from kit.documents.contexts.court_law import CourtLaw, printed
from kit.model.law_courts import CourtForm, CourtForms
from kit.model.law_names import RuleName

BESIDE = re.compile(r"(?i)service|authori[sz]|certificate of authority|summons|fictitious|affidavit|subpoena")
NONE_KNOWN = (
    "No form of this court is on record here. Ask the clerk which form the court wants and where to get it, and attach "
    "this statement to it or copy from it."
)


def every(law: CourtLaw) -> tuple[CourtForm, ...]:
    """Return the forms that the law of the court lists."""
    rule = law.of(RuleName.COURT_FORMS, CourtForms)
    return rule.forms if rule else ()


def for_claim(law: CourtLaw) -> tuple[CourtForm, ...]:
    """Return the forms on which a claim itself is made."""
    return tuple(form for form in every(law) if not BESIDE.search(form.title))


def named(form: CourtForm) -> str:
    """Return a form for a sentence: `form SC-4, “Proof of Service”`."""
    title = printed(form.title)
    return f"form {form.number}, “{title}”" if form.number else f"the form “{title}”"


def with_address(form: CourtForm) -> str:
    """Return a form with the address it is at, as a sentence of its own."""
    said = named(form)
    return f"{said[:1].upper()}{said[1:]}{f': {form.url}' if form.url else ''}"
