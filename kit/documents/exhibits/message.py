"""An email read: who, to whom, when, about what, its words and what was attached.

Other headers are not shown: they hold the way it travelled, which proves little
and tells much. The words are those of the plain text; where an email has only a
web page, its words are taken from that.
"""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.header import decode_header
from email.message import Message

from kit.documents.exhibits import html_text
from kit.documents.exhibits.limits import damaged

HEADERS = ("From", "To", "Cc", "Date", "Subject")
_DEEP = 30
_LONGEST = 4_000  # characters of a header that are shown
_NOTHING = "(no words)"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with an email; ``within`` the page, as a small picture in a signature is."""

    name: str
    data: bytes
    within: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """An email: ``headers`` in order, label and text; ``words``; ``attachments``; whether it was ``from_html``."""

    headers: tuple[tuple[str, str], ...]
    words: str
    attachments: tuple[Attachment, ...]
    from_html: bool


@dataclass(frozen=True, slots=True, eq=False)
class _Leaf:
    part: Message
    within: bool


def read(data: bytes) -> Letter:
    """Return the email in ``data``; raise `Refusal` K627 for one with parts within parts without end."""
    if data.startswith(b"From "):
        data = data.partition(b"\n")[2]  # a mailbox's own line before the first header
    try:
        message = email.message_from_bytes(
            data.lstrip(b"\r\n").removeprefix(b"\xef\xbb\xbf"), policy=email.policy.compat32
        )
        leaves = list(_leaves(message, 0))
    except RecursionError:
        raise damaged("an email") from None
    plain = [text for leaf in leaves if (text := _body(leaf.part, "text/plain")).strip()]
    pages = [text for leaf in leaves if (text := _body(leaf.part, "text/html")).strip()] if not plain else []
    words = "\n\n".join(plain) or "\n\n".join(html_text.words(page) for page in pages)
    headers = tuple((name, text) for name in HEADERS if (text := _header(message, name)))
    files = tuple(_attachment(leaf, number) for number, leaf in enumerate(leaves, start=1) if not _is_body(leaf.part))
    return Letter(headers, words.strip("\n") or _NOTHING, files, bool(pages))


def _leaves(part: Message, depth: int, *, within: bool = False) -> Iterator[_Leaf]:
    """Yield the parts that hold something; of the same words in several forms the plainest."""
    kind, inside = part.get_content_type(), part.get_payload()
    if not isinstance(inside, list) or kind == "message/rfc822":
        yield _Leaf(part, "Content-ID" in part and (within or part.get_content_disposition() != "attachment"))
        return
    if depth > _DEEP:
        raise damaged("an email", "its parts lie too deep in each other")
    related = within or kind == "multipart/related"
    found = [list(_leaves(kid, depth + 1, within=related)) for kid in inside if isinstance(kid, Message)]
    if kind == "multipart/alternative":
        plain = [leaves for leaves in found if any(_body(leaf.part, "text/plain").strip() for leaf in leaves)]
        chosen = (plain or found[::-1])[:1]
        others = [leaf for leaves in found if leaves not in chosen for leaf in leaves if not _is_body(leaf.part)]
        found = [*chosen, others]
    for leaves in found:
        yield from leaves


def _is_body(part: Message) -> bool:
    if part.get_content_type() not in {"text/plain", "text/html"}:
        return False
    return part.get_content_disposition() != "attachment" and not _filename(part)


def _body(part: Message, kind: str) -> str:
    if part.get_content_type() != kind or not _is_body(part):
        return ""
    data = part.get_payload(decode=True)
    return _text(data, part.get_content_charset()) if isinstance(data, bytes) else ""


def _text(data: bytes, charset: str | None) -> str:
    for name in (charset or "utf-8", "utf-8", "cp1252"):
        try:
            return data.decode(name)
        except (LookupError, ValueError):  # a charset nobody knows, or a wrong one
            continue
    return data.decode("latin-1")


def _header(message: Message, name: str) -> str:
    found = (value for label, value in message.raw_items() if label.lower() == name.lower())  # as it was sent
    text = "; ".join(str(value) for value in found)
    return _unfolded(text) if len(text) <= _LONGEST else f"{_unfolded(text[:_LONGEST])} …"


def _unfolded(value: str) -> str:
    try:
        parts = [text if isinstance(text, str) else _text(text, charset) for text, charset in decode_header(value)]
    except (ValueError, LookupError, email.errors.HeaderParseError):
        parts = [value]
    text = "".join(parts).encode("utf-8", "surrogateescape")
    return re.sub(r"\s+", " ", _text(text, None)).strip()


def _filename(part: Message) -> str:
    try:
        found = part.get_filename()
    except (ValueError, LookupError, TypeError):
        found = None
    return _unfolded(found) if found else ""


def _attachment(leaf: _Leaf, number: int) -> Attachment:
    part = leaf.part
    kind = part.get_content_type()
    if kind == "message/rfc822":
        inside = part.get_payload()
        kept = inside[0] if isinstance(inside, list) and inside else part
        subject = _header(kept, "Subject") if isinstance(kept, Message) else ""
        whole = kept.as_bytes() if isinstance(kept, Message) else b""
        return Attachment(_filename(part) or f"{subject or 'an email'}.eml", whole)
    data = part.get_payload(decode=True)
    name = _filename(part) or f"part {number} ({kind})"
    return Attachment(name, data if isinstance(data, bytes) else b"", leaf.within)
