"""A court's blank form, made ready once: decrypted, cleaned, rewritten plainly, every field indexed.

What cannot be filled is refused with its reason. A filled copy is then the
blank's bytes and one section more, so nothing of this is done twice.
"""

from __future__ import annotations

import hashlib
import io
import re
import warnings
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import repeat
from types import MappingProxyType

import pikepdf

from kit.documents.forms.appearance import boxed
from kit.documents.forms.clean import clean
from kit.documents.forms.field import Field
from kit.documents.forms.index import read_fields
from kit.documents.forms.reader_only import wants_its_own_reader
from kit.documents.forms.ruled import with_rules
from kit.documents.forms.text_fit import frame
from kit.findings import InvalidFile, Place, error

LARGEST = 50_000_000  # bytes
MOST_PAGES = 200
MOST_OBJECTS = 200_000
MOST_UNPACKED = 400_000_000  # bytes of one stream
KEPT = 32  # blanks

_kept: OrderedDict[str, Blank] = OrderedDict()


@dataclass(frozen=True, slots=True, eq=False)
class Blank:
    """A form that is ready to be filled."""

    sha256: str  # of the bytes given
    pdf: bytes  # the clean form
    pages: int
    fields: Mapping[str, Field]  # by full name, in the form's own order
    next_number: int  # of the first object a filled copy adds
    resources: int  # the object with the fonts of all fields
    root: int
    info: int  # 0 where there is none
    xref: int  # where the clean form's last table starts
    id: bytes  # of the file


def prepare(data: bytes, name: str = "this file") -> Blank:
    """Return the form in ``data``, from memory where it was prepared before.

    Raises `InvalidFile` with the reason where it cannot be filled: no PDF, broken, locked, without fields, made for
    Adobe's reader alone, or so large that it is no form.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    blank = _kept.get(sha256)
    if blank is None:
        blank = _kept[sha256] = _prepare(data, sha256, name)
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    _kept.move_to_end(sha256)
    return blank


def _refused(code: str, sentence: str, name: str, fix: str = "") -> InvalidFile:
    return InvalidFile([error(code, f"{name} {sentence}", Place(name), fix=fix)])


def _prepare(data: bytes, sha256: str, name: str) -> Blank:
    if len(data) > LARGEST:
        raise _refused("K515", f"is larger than {LARGEST // 1_000_000} MB, so it is no court form", name)
    if b"%PDF-" not in data[:1024]:
        raise _refused("K510", "is not a PDF", name, "Download the form again from the court's own page.")
    try:
        with _limited(), pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            _check(pdf, data, name)
            clean(pdf)
            written = _rewritten(pdf)
        with _limited(), pikepdf.open(written, suppress_warnings=True) as pdf:
            return _indexed(pdf, written.getvalue(), sha256, name)
    except pikepdf.PasswordError:
        raise _refused("K511", "is locked with a password", name, "Save it without the password first.") from None
    except (pikepdf.PdfError, pikepdf.DataDecodingError, ValueError, TypeError, AttributeError, RecursionError) as err:
        # What a damaged file makes of its own structure: a number where a list should be, a missing catalog.
        fix = "Download the form again from the court's own page."
        raise _refused("K510", "is damaged: its inner structure cannot be read", name, fix) from err


def _rewritten(pdf: pikepdf.Pdf) -> io.BytesIO:
    written = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of places that belong to no field, which stay as they look
        pdf.save(written, object_stream_mode=pikepdf.ObjectStreamMode.disable, deterministic_id=True)
    return written


def _check(pdf: pikepdf.Pdf, data: bytes, name: str) -> None:
    if len(pdf.objects) > MOST_OBJECTS or len(pdf.pages) > MOST_PAGES:
        raise _refused("K515", f"has more than {MOST_PAGES} pages or {MOST_OBJECTS:,} parts, so it is no form", name)
    form = pdf.Root.get("/AcroForm")
    fix = "Ask the court for a version that any PDF program fills, or fill it by hand."
    if not isinstance(form, pikepdf.Dictionary):
        raise _refused("K512", "has no fields to fill", name, "Fill it by hand, or ask the court for a fillable one.")
    notes = [note for page in pdf.pages for note in _list(page.obj.get("/Annots"))]
    fields = any(isinstance(note, pikepdf.Dictionary) and note.get("/Subtype") == "/Widget" for note in notes)
    if ("/XFA" in form or not fields) and wants_its_own_reader(data):
        raise _refused("K514", "only tells its reader to open it in Adobe Reader", name, fix)
    if "/XFA" in form and not fields:
        raise _refused("K513", "is an XFA form, which only Adobe's programs can fill", name, fix)
    if not fields:
        raise _refused("K512", "has no fields to fill", name, "Fill it by hand, or ask the court for a fillable one.")


def _list(value: object) -> list[pikepdf.Object]:
    return list(value.as_list()) if isinstance(value, pikepdf.Array) else []


def _indexed(pdf: pikepdf.Pdf, written: bytes, sha256: str, name: str) -> Blank:
    fields = {name: _framed(field) for name, field in with_rules(written, read_fields(pdf)).items()}
    if not fields:
        raise _refused("K512", "has no fields to fill", name, "Fill it by hand, or ask the court for a fillable one.")
    info = pdf.trailer.get("/Info")
    numbered = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*\Z", written)
    if numbered is None:
        raise _refused("K510", "is damaged: its inner structure cannot be read", name)
    return Blank(
        sha256=sha256,
        pdf=written,
        pages=len(pdf.pages),
        fields=MappingProxyType(fields),
        next_number=int(pdf.trailer.Size),
        resources=pdf.Root.AcroForm.DR.objgen[0],
        root=pdf.Root.objgen[0],
        info=info.objgen[0] if isinstance(info, pikepdf.Dictionary) else 0,
        xref=int(numbered[1]),
        id=bytes(pdf.trailer.ID[0]),
    )


def _framed(field: Field) -> Field:
    """Return ``field`` with all that can be known of its places before there is an answer."""
    widgets = tuple(map(boxed, field.widgets, repeat(field.kind)))
    room = partial(frame, multiline=field.multiline, most=field.max_length)
    sizes = ((one.size[0], one.size[1] - one.taken) for one in widgets)
    frames = tuple(room(*size, border=one.border, rules=one.rules) for size, one in zip(sizes, widgets, strict=True))
    return replace(field, widgets=widgets, frames=frames)


@contextmanager
def _limited() -> Iterator[None]:
    """Refuse to unpack a stream into more memory than any form needs, where pikepdf can."""
    limits = getattr(pikepdf.settings, "set_qpdf_limits", None)
    before = limits(flate_max_memory=MOST_UNPACKED, png_max_memory=MOST_UNPACKED) if limits else {}
    try:
        yield
    finally:
        if limits:
            limits(**before)
