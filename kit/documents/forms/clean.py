"""A court's form becomes a plain one: decrypted, without scripts, rights, a second form or broken notes.

XFA would be shown instead of what is filled in, usage rights make Adobe's reader
refuse a changed file, scripts could change an answer when the file is opened.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf.sanitize import Sanitizer

from kit.documents.forms.styles import OWN
from kit.documents.forms.values import flag, number

_DROPPED = ("/XFA", "/SigFlags", "/NeedAppearances", "/CO")  # of the form
_RIGHTS = ("/Perms", "/NeedsRendering", "/OpenAction", "/AA", "/Legal")  # of the whole file
_HIDDEN = 2  # flag of an annotation
_PUSH = 17
_DEEPEST = 40


def clean(pdf: pikepdf.Pdf) -> None:
    """Make ``pdf``, which has a form, one that is filled by the values of its fields alone."""
    form: Any = pdf.Root.AcroForm
    for key in _RIGHTS:
        if key in pdf.Root:
            del pdf.Root[key]
    for key in _DROPPED:
        if key in form:
            del form[key]
    _fields(pdf, form)
    for note in _notes(pdf):
        if number(note.get("/Ff")) and flag(number(note.get("/Ff")), _PUSH) and not _says_something(note):
            note.F = number(note.get("/F")) | _HIDDEN
        if "/AA" in note:
            del note["/AA"]
    _fonts(pdf, form)
    _layers(pdf.Root.get("/OCProperties"))
    Sanitizer().remove_javascript().remove_external_access().remove_attachments().remove_multimedia().apply(pdf)


def _fields(pdf: pikepdf.Pdf, form: Any) -> None:
    """Drop what is no annotation and no field, and let the tree of fields hold every field that is on a page."""
    roots = _dictionaries(form.get("/Fields"))
    known = {one.objgen for one in roots if one.is_indirect}
    for page in pdf.pages:
        kept = [one if one.is_indirect else pdf.make_indirect(one) for one in _dictionaries(page.obj.get("/Annots"))]
        if "/Annots" in page.obj:
            page.obj.Annots = pikepdf.Array(kept)
        for note in kept:
            root = _root(note) if note.get("/Subtype") == "/Widget" else None
            if root is not None and root.is_indirect and root.objgen not in known:
                known.add(root.objgen)
                roots.append(root)
    form.Fields = pikepdf.Array(roots)


def _dictionaries(listed: Any) -> list[Any]:
    if not isinstance(listed, pikepdf.Array):
        return []
    return [one for one in listed.as_list() if isinstance(one, pikepdf.Dictionary)]


def _root(note: Any) -> Any:
    """Return the field at the top of the tree that ``note`` belongs to; None where there is no field, or no top."""
    here = note
    for _ in range(_DEEPEST):
        above = here.get("/Parent")
        if not isinstance(above, pikepdf.Dictionary):
            return here if "/T" in here or "/Kids" in here else None
        here = above
    return None


def _notes(pdf: pikepdf.Pdf) -> Iterator[Any]:
    for page in pdf.pages:
        yield from _dictionaries(page.obj.get("/Annots"))


def _says_something(button: Any) -> bool:
    """Know a button that is printed for its words from one that prints, saves or clears: that one is now dead."""
    action = button.get("/A")
    works = "/AA" in button or "/OC" in button
    return not works and (not isinstance(action, pikepdf.Dictionary) or action.get("/S") == "/URI")


def _fonts(pdf: pikepdf.Pdf, form: Any) -> None:
    """Let every text of the form share one object with the fonts, and let Helvetica be among them."""
    if not isinstance(form.get("/DR"), pikepdf.Dictionary):
        form.DR = pikepdf.Dictionary()
    if not isinstance(form.DR.get("/Font"), pikepdf.Dictionary):
        form.DR.Font = pikepdf.Dictionary()
    form.DR.Font[OWN] = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type1,
            BaseFont=pikepdf.Name.Helvetica,
            Encoding=pikepdf.Name.WinAnsiEncoding,
        )
    )
    if not form.DR.is_indirect:
        form.DR = pdf.make_indirect(form.DR)


def _layers(properties: Any) -> None:
    """Show on a screen what the form prints, and nothing that it does not, such as words about its own buttons."""
    said: Any = properties.get("/D") if isinstance(properties, pikepdf.Dictionary) else None
    if not isinstance(said, pikepdf.Dictionary):
        return
    states = {one.objgen: (one, _print_state(one)) for one in _dictionaries(properties.get("/OCGs"))}
    for key, wanted in (("/ON", "/ON"), ("/OFF", "/OFF")):
        kept = [one for one in _dictionaries(said.get(key)) if states.get(one.objgen, (one, None))[1] is None]
        said[key] = pikepdf.Array([*kept, *(one for one, state in states.values() if state == wanted)])
    if "/AS" in said:
        del said["/AS"]  # would switch them by what the reader does


def _print_state(layer: Any) -> Any:
    here: Any = layer
    for key in ("/Usage", "/Print"):
        here = here.get(key) if isinstance(here, pikepdf.Dictionary) else None
    return here.get("/PrintState") if isinstance(here, pikepdf.Dictionary) else None
