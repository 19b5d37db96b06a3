"""What the clean copy of a PDF lacks, told before it goes."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, PdfError

from kit.documents.exhibits.limits import Remark

_ODD = (PdfError, RuntimeError, ValueError, TypeError, KeyError, AttributeError)
_RUNS = {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition", "/RichMediaExecute"}
_MEDIA = {"/Movie", "/Sound", "/Screen", "/RichMedia", "/3D"}
_NAMED = 5  # attached files named in one sentence
_LONGEST = 60


def needs_adobe(pdf: Pdf) -> bool:
    """Whether the pages are a stand-in for a form (XFA) that is put together only when Adobe's program opens it."""
    form = pdf.Root.get(Name.AcroForm)
    if not isinstance(form, Dictionary) or Name.XFA not in form:
        return False
    fields = form.get(Name.Fields)
    return bool(pdf.Root.get(Name.NeedsRendering, False)) or not isinstance(fields, Array) or len(fields) == 0


def left_out(pdf: Pdf) -> Iterator[Remark]:
    """Yield what the copy lacks that the file has: attached files, comments, scripts, media, a signature's proof."""
    if pdf.is_encrypted:
        yield Remark("K637", "is encrypted without a password; the copy is not encrypted")
    files = _files(pdf)
    if files:
        names = ", ".join(files[:_NAMED]) + (f" and {len(files) - _NAMED} more" if len(files) > _NAMED else "")
        fix = "Save an attached file and list it as an exhibit of its own if it proves something."
        yield Remark("K637", f"has files attached, which are left out: {names}", fix)
    subtypes, runs = set(), _acts(pdf.Root)
    comments = 0
    for annotation in _annotations(pdf):
        subtype = str(annotation.get(Name.Subtype))
        subtypes.add(subtype)
        comments += subtype == "/Text"
        runs = runs or _acts(annotation)
    if comments:
        many = f"{comments} comments" if comments > 1 else "a comment"
        yield Remark("K637", f"has {many} in pop-up windows, left out of the copy", "Print it with its comments.")
    if subtypes & _MEDIA:
        yield Remark("K637", "has sound, film or a model in it, left out of the copy")
    if runs or any(_acts(page.obj) for page in pdf.pages) or _scripts(pdf):
        yield Remark("K637", "has scripts or actions in it, left out of the copy")
    if _signed(pdf):
        words = "is signed digitally; the copy shows the signature but no longer proves it"
        yield Remark("K637", words, "Keep the file itself, and bring it.")


def _files(pdf: Pdf) -> list[str]:
    try:
        names = [str(name) for name in pdf.attachments]
    except _ODD:
        return []
    return ["".join(char for char in name if char.isprintable())[:_LONGEST] for name in names]


def _annotations(pdf: Pdf) -> Iterator[Object]:
    for page in pdf.pages:
        found = page.obj.get(Name.Annots)
        for item in found.as_list() if isinstance(found, Array) else ():
            if isinstance(item, Dictionary):
                yield item


def _acts(item: Object) -> bool:
    """Whether something happens by itself or leads out; a link to a place in the file or to the web does not count."""
    action = item.get(Name.OpenAction, item.get(Name.A))
    kind = str(action.get(Name.S)) if isinstance(action, Dictionary) else ""
    return kind in _RUNS or Name.AA in item


def _scripts(pdf: Pdf) -> bool:
    names = pdf.Root.get(Name.Names)
    return isinstance(names, Dictionary) and Name.JavaScript in names


def _signed(pdf: Pdf) -> bool:
    form = pdf.Root.get(Name.AcroForm)
    fields = form.get(Name.Fields) if isinstance(form, Dictionary) else None
    return any(
        isinstance(field, Dictionary) and field.get(Name.FT) == Name.Sig and isinstance(field.get(Name.V), Dictionary)
        for field in (fields.as_list() if isinstance(fields, Array) else ())
    )
