"""An email on paper, followed by what was attached to it as far as that can be shown."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass

from pikepdf import Pdf

from kit.documents.exhibits import message
from kit.documents.exhibits.decode import printable
from kit.documents.exhibits.limits import MB, Limits, Refusal, Remark, too_many_pages
from kit.documents.exhibits.message import Attachment
from kit.documents.exhibits.paper import known, paper
from kit.documents.exhibits.saving import saved
from kit.documents.exhibits.text_file import lay_out

_TEMPLATE = "exhibit-email.typ"
_KB = 1_024
_MOST_WORDS = 3_000_000  # characters of an email's words
_MOST_FILES = 200
_NAMED = 5
_LINES = 66
_LONGEST = 200

Opening = Callable[[bytes, Limits], tuple[bytes, int, tuple[Remark, ...]]]


@dataclass(frozen=True, slots=True)
class _Followed:
    """An attachment as the email lists it, with its pages where they follow."""

    name: str
    size: str
    text: str
    pdf: bytes = b""
    remarks: tuple[Remark, ...] = ()


def set_email(data: bytes, name: str, limits: Limits, opening: Opening) -> tuple[bytes, int, tuple[Remark, ...]]:
    """Return an email as PDF, its number of pages and what is to be said about it.

    ``opening`` makes pages of an attached PDF or picture; what it refuses is named as left out. Raises `Refusal`.
    """
    letter = message.read(data)
    if len(letter.words) > _MOST_WORDS:
        raise too_many_pages(len(letter.words) // 3_000, limits.pages)
    if len(letter.attachments) > _MOST_FILES:
        fix = "Save the attachments that prove something as files of their own."
        raise Refusal("K632", f"has {len(letter.attachments):,} attachments, more than can be opened", fix)
    words, said = printable(letter.words, known())
    files = _followed(letter.attachments, limits, opening)
    blanks = {
        "name": _plain(name),
        "headers": [{"label": f"{label}:", "text": _plain(text)} for label, text in letter.headers],
        "blocks": list(lay_out(words).blocks if words.strip() else ()),
        "attachments": [{"name": _plain(file.name), "size": file.size, "text": _plain(file.text)} for file in files],
    }
    first, _ = paper(_TEMPLATE, _plain(name), blanks)
    pdf, pages = _joined(first, [file.pdf for file in files if file.pdf], limits)
    return pdf, pages, (*said, *_remarks(letter, files))


def _plain(text: str) -> str:
    shown, _ = printable(text, known())
    return " ".join(shown.split())


def _followed(attachments: tuple[Attachment, ...], limits: Limits, opening: Opening) -> list[_Followed]:
    found = []
    for attachment in attachments:
        name, size = attachment.name[:_LONGEST], _size(len(attachment.data))
        try:
            pdf, pages, remarks = opening(attachment.data, limits)
        except Refusal as refusal:
            found.append(_Followed(name, size, f"left out: it {refusal.words}"))
            continue
        if attachment.within and _small(attachment.data):
            found.append(_Followed(name, size, "left out: a small picture in the text"))
            continue
        follows = "follows" if pages == 1 else f"{pages} pages follow"
        found.append(_Followed(name, size, follows, pdf, remarks))
    return found


def _small(data: bytes) -> bool:
    """Whether a picture within the words is a sign or a logo rather than something shown."""
    from PIL import Image  # noqa: PLC0415 - few emails need it

    try:
        with Image.open(io.BytesIO(data)) as image:
            return min(image.size) < 200  # noqa: PLR2004 - pixels
    except (OSError, ValueError, SyntaxError):
        return False


def _size(count: int) -> str:
    if count < _KB:
        return f"{count} bytes"
    return f"{count / MB:.1f} MB" if count >= MB else f"{count / _KB:.0f} KB"


def _joined(first: bytes, rest: list[bytes], limits: Limits) -> tuple[bytes, int]:
    with Pdf.open(io.BytesIO(first)) as pdf:
        for data in rest:
            with Pdf.open(io.BytesIO(data)) as other:
                pdf.pages.extend(other.pages)
        if len(pdf.pages) > limits.pages:
            raise too_many_pages(len(pdf.pages), limits.pages)
        return saved(pdf), len(pdf.pages)


def _remarks(letter: message.Letter, files: list[_Followed]) -> list[Remark]:
    said = []
    if letter.from_html:
        said.append(Remark("K638", "has only a web page for its words; they are shown as plain text"))
    left = [f"{file.name} ({file.text.removeprefix('left out: ')})" for file in files if not file.pdf]
    if left:
        names = "; ".join(left[:_NAMED]) + (f"; and {len(left) - _NAMED} more" if len(left) > _NAMED else "")
        fix = "Save an attachment and list it as an exhibit of its own if it proves something."
        said.append(Remark("K637", f"has attachments that do not follow it: {_plain(names)}", fix))
    for file in files:
        which = f"has an attachment, {_plain(file.name)}, that"
        said.extend(Remark(remark.code, f"{which} {remark.words}", remark.fix) for remark in file.remarks)
    return said
