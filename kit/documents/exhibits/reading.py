"""One exhibit, from its file to its pages. Runs in the child process."""

from __future__ import annotations

import hashlib
import zlib

from pikepdf import PikepdfError

from kit.documents.exhibits import picture, place
from kit.documents.exhibits.email_file import set_email
from kit.documents.exhibits.job import Done, Job, out_of_memory
from kit.documents.exhibits.kinds import kind_of
from kit.documents.exhibits.limits import Limits, Refusal, Remark, damaged
from kit.documents.exhibits.opened import Kind
from kit.documents.exhibits.pdf_file import clean_copy
from kit.documents.exhibits.sheet import on_paper
from kit.documents.exhibits.text_file import set_text


def do(job: Job) -> Done:
    """Open one file and write its pages; raise `Refusal` where that cannot be."""
    data = place.read(job.file, job.limits)
    kind = kind_of(data)
    try:
        pdf, pages, remarks = _opened(data, kind, job.name, job.limits)
    except MemoryError:
        raise out_of_memory() from None
    except RecursionError:
        raise damaged(f"a file of kind {kind}", "its parts lie too deep in each other") from None
    except (
        PikepdfError,
        RuntimeError,
        ValueError,
        TypeError,
        LookupError,
        AttributeError,
        OSError,
        zlib.error,
    ):
        raise damaged(f"a file of kind {kind}") from None  # a broken file breaks anything
    job.out.write_bytes(pdf)
    return Done(pages, kind, hashlib.sha256(data).hexdigest(), remarks)


def _opened(data: bytes, kind: Kind, name: str, limits: Limits) -> tuple[bytes, int, tuple[Remark, ...]]:
    if kind is Kind.TEXT:
        return set_text(data, name, limits)
    if kind is Kind.EMAIL:
        return set_email(data, name, limits, _attached)
    return _shown(data, kind, limits)


def _attached(data: bytes, limits: Limits) -> tuple[bytes, int, tuple[Remark, ...]]:
    """Open what came with an email; raise `Refusal` for what is neither a PDF nor a picture."""
    if not data:
        raise Refusal("K624", "is empty", "")
    kind = kind_of(data)
    if kind in {Kind.TEXT, Kind.EMAIL}:
        raise Refusal("K630", f"is {'an' if kind is Kind.EMAIL else 'a'} {kind}", "")
    return _shown(data, kind, limits)


def _shown(data: bytes, kind: Kind, limits: Limits) -> tuple[bytes, int, tuple[Remark, ...]]:
    if kind is Kind.PDF:
        return clean_copy(data, limits)
    pictures, remarks = picture.rasters(data, kind, limits)
    pdf, pages = on_paper(pictures, limits.pages)
    return pdf, pages, tuple(remarks)
