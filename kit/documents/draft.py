"""Facts to paper: the blanks of a document, filled into its two templates.

Nothing is written here. A user's own docx without a Typst file beside it becomes
a PDF through LibreOffice where there is one; otherwise only the docx is delivered.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_type_hints

from kit.documents import unprintable
from kit.documents.contexts.request import Request
from kit.documents.glyphs import NoGlyph, house_folder
from kit.facts import Facts
from kit.findings import Finding, KitError, note
from kit.model.document import Template

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper as bytes; ``pdf`` is None where none could be made, and a finding says why."""

    template: Template
    request: Request
    blanks: Any
    docx: bytes
    pdf: bytes | None
    findings: tuple[Finding, ...] = ()

    @property
    def files(self) -> dict[str, bytes]:
        """The files by their endings."""
        made = {".docx": self.docx}
        return made if self.pdf is None else {**made, ".pdf": self.pdf}


def context_of(template: Template) -> Any:
    """Return the module that fills the document's blanks; raises `KitError` where the kit has none such."""
    name = template.document.context
    here = f"kit.documents.contexts.{name}"
    absent = f"{template.document.id} asks for a context `{name}`, which this kit does not have"
    try:
        found = importlib.import_module(here)
    except ModuleNotFoundError as err:
        if err.name and not here.startswith(err.name):
            raise  # a library is missing, not the context
        raise KitError(absent) from None
    if not hasattr(found, "build"):  # a module that several contexts share
        raise KitError(absent)
    return found


def blanks_class(template: Template) -> type:
    """Return the dataclass whose fields are the document's blanks."""
    found: type = get_type_hints(context_of(template).build)["return"]
    return found


def inspect(template: Template) -> tuple[Finding, ...]:
    """Return everything wrong with a user's own docx, so that it is found before a paper is made of it."""
    from kit.documents.docx_lint import lint  # noqa: PLC0415 - heavy

    return lint(words_file(template, ".docx"), blanks_class(template))


def decide(facts: Facts, request: Request, template: Template) -> Request:
    """Return ``request`` with what it left open, such as the last day to pay, settled."""
    settle: Callable[[Facts, Request], Request] | None = getattr(context_of(template), "decide", None)
    return settle(facts, request) if settle else request


def draft(facts: Facts, request: Request, template: Template) -> Paper:
    """Return the paper that ``request`` asks for, as of the day of ``facts``."""
    from kit.documents.docx import DocxProperties, blanks_of, load  # noqa: PLC0415 - heavy, and only paper needs it

    request = decide(facts, request, template)
    filled: DataclassInstance = context_of(template).build(facts, request)
    title = _title(template, request)
    author = facts.case.creditor.name if facts.case.creditor else ""
    logo = facts.case.logo
    properties = DocxProperties(title=title, author=author, created=facts.as_of)
    docx = load(words_file(template, ".docx"), logo=logo).render(blanks_of(filled), properties=properties)
    pdf, findings = _pdf(facts, template, filled, docx, title, author)
    return Paper(template, request, filled, docx, pdf, findings)


def _pdf(
    facts: Facts, template: Template, filled: DataclassInstance, docx: bytes, title: str, author: str
) -> tuple[bytes | None, tuple[Finding, ...]]:
    typ = words_file(template, ".typ")
    if typ.is_file():
        from kit.documents.typeset import plain, typeset  # noqa: PLC0415 - heavy

        words = plain(filled, template.document.id)
        try:
            return typeset(typ, words, title=title, author=author, day=facts.as_of, logo=facts.case.logo), ()
        except NoGlyph as fault:
            raise unprintable.refuse(facts.case, house_folder(), fault) from None
    from kit.documents.office import office, to_pdf  # noqa: PLC0415 - only for a user's own docx

    made = to_pdf(docx)
    if made:
        return made, ()
    why = "LibreOffice made nothing of it" if office() else "LibreOffice is not installed"
    fix = "Open the docx in Word and save it as PDF"
    fix += "." if office() else ", or install LibreOffice and run the command again."
    return None, (note("K310", f"no PDF was made of your own template: {why}", fix=fix),)


def words_file(template: Template, ending: str) -> Path:
    """Return the template's file with ``ending``."""
    return Path(template.folder) / f"{template.stem}{ending}"


def _title(template: Template, request: Request) -> str:
    return f"{template.document.title} {request.about}".strip()
