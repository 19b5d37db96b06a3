"""A form from its court's own address, whole and checked, or one sentence why not.

The file is kept only when all of it came, it is a PDF, and the form engine can
read it. Whether it is the revision that was mapped its hash says; another
revision is kept too, and the names of its fields say whether it can be used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kit.documents.forms import store, web
from kit.documents.forms.partial import Partial, Served
from kit.documents.forms.revision import Compared
from kit.documents.forms.web import Answer, Limits
from kit.findings import KitError, Stopped
from kit.journal import disk
from kit.model.form import CourtForm

KINDS = frozenset({"application/pdf", "application/x-pdf", "application/octet-stream", "binary/octet-stream", ""})
SIGN, END = b"%PDF-", b"%%EOF"
SIGN_WITHIN = 1024  # some servers put a few bytes before it, and readers accept that
FINAL = frozenset({"K564", "K566"})  # what came is of no use next time
WAIT = 10.0  # seconds for another download of the same form
_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+|\*)\Z")


@dataclass(frozen=True, slots=True)
class Got:
    """A downloaded blank, and how it compares with the revision that was mapped."""

    kept: store.Kept
    compared: Compared
    hosts: tuple[str, ...]  # asked, in order; more than one where it was sent on
    resumed: bool = False


def get(form: CourtForm, *, url: str = "", limits: Limits | None = None) -> Got:
    """Download the blank of ``form`` from its official address into the user's store.

    ``url`` stands in for the address in tests. Raises `Stopped` with one finding for every way a download fails;
    what came so far is kept apart and taken up again next time, where the server says that its file is the same.
    """
    limits = limits or Limits()
    partial = Partial(store.home(form.id), url or form.url)
    with _alone(partial.folder, form):
        try:
            data, hosts, resumed = _fetched(partial, limits)
        except OSError as err:
            raise disk.in_words(err, partial.folder, store.NOTHING) from err
        kept, compared = store.add(form, data)
        partial.forget()
    return Got(kept, compared, hosts, resumed)


@contextmanager
def _alone(folder: Path, form: CourtForm) -> Iterator[None]:
    """Let one download of a form run at a time; the second would write into the first one's bytes."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 - only a download needs it

    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / ".lock", timeout=WAIT)
        lock.acquire()
    except Timeout:
        raise KitError(f"another command is downloading form {form.number}; try again when it is done") from None
    except OSError as err:
        raise disk.in_words(err, folder, store.NOTHING) from err
    try:
        yield
    finally:
        lock.release()


def _fetched(partial: Partial, limits: Limits) -> tuple[bytes, tuple[str, ...], bool]:
    """Return the whole file, the hosts asked, and whether an earlier part of it was taken up."""
    before, served = partial.resumable(limits.bytes)
    if served:
        headers = {"Range": f"bytes={len(before)}-", "If-Range": served.validator}
        with web.asked(partial.url, headers, limits) as answer:
            if _continues(answer, before, served):
                return _read(answer, partial, before), answer.hosts, True
            if answer.status not in (web.PARTIAL, web.GONE_PAST):
                return _fresh(answer, partial), answer.hosts, False
        partial.forget()  # the part does not fit what the server has now
    with web.asked(partial.url, {}, limits) as answer:
        return _fresh(answer, partial), answer.hosts, False


def _continues(answer: Answer, before: bytes, served: Served) -> bool:
    """Say whether the answer is the rest of the very file whose start is here."""
    found = _RANGE.match(answer.headers.get("Content-Range", ""))
    if answer.status != web.PARTIAL or not found or int(found[1]) != len(before):
        return False
    tag = answer.headers.get("ETag", "")
    same_tag = not tag or not served.etag or tag == served.etag
    return same_tag and (not served.total or found[3] in ("*", str(served.total)))


def _fresh(answer: Answer, partial: Partial) -> bytes:
    if answer.status != web.WHOLE:
        raise web.refuse("K561", f"{answer.hosts[-1]} answered {answer.status}, which is not the whole file")
    kind = answer.headers.get_content_type() if "Content-Type" in answer.headers else ""
    if answer.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise web.refuse("K566", f"{answer.hosts[-1]} sent the file packed, though it was asked not to")
    if kind not in KINDS and not kind.startswith("text/"):
        raise web.refuse("K566", f"{answer.hosts[-1]} sent {kind}, which is not a PDF")
    total = answer.headers.get("Content-Length", "")
    headers = answer.headers
    served = Served(
        partial.url, headers.get("ETag", ""), headers.get("Last-Modified", ""), int(total) if total.isdigit() else 0
    )
    partial.begin(served)
    return _read(answer, partial, b"")


def _read(answer: Answer, partial: Partial, before: bytes) -> bytes:
    """Return the whole file; each chunk is on the disk before the next is asked for."""
    data, known = bytearray(before), bool(before)
    try:
        with partial.bytes_path.open("ab") as file:
            for chunk in answer.chunks(len(before)):
                data += chunk
                file.write(chunk)
                if not known and len(data) >= SIGN_WITHIN:  # the start says what kind of file this is
                    _is_pdf(bytes(data), answer.hosts[-1])
                    known = True
        _is_pdf(bytes(data[:SIGN_WITHIN]), answer.hosts[-1])
        if END not in data[-SIGN_WITHIN:]:  # a server that does not say how long the file is
            raise web.refuse("K563", f"the download broke off after {len(data):,} bytes: the file has no end")
    except Stopped as err:
        if any(one.code in FINAL for one in err.findings):
            partial.forget()
        raise
    return bytes(data)


def _is_pdf(start: bytes, host: str) -> None:
    if SIGN in start[:SIGN_WITHIN]:
        return
    title = web.page_title(start[: web.CHUNK])
    if title is not None:
        named = f", “{title}”," if title else ""
        raise web.refuse("K566", f"{host} sent a web page{named} instead of the PDF")
    raise web.refuse("K566", f"{host} sent {'something else' if start else 'nothing'} instead of a PDF")
