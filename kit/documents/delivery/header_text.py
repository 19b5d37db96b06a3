"""Names and subjects in the head of a message, as RFC 5322 and RFC 2047 write them.

The standard library's own way of breaking long heads loses spaces between
foreign words before Python 3.13, so what is long or foreign is encoded as a
whole here. A value can never become a line of its own.
"""

from __future__ import annotations

import re
from email.header import Header
from email.utils import quote

SHORT = 60  # characters that stand on one line with any header's name

_PLAIN = re.compile(r"[\x20-\x7e]*\Z")
_SPECIAL = re.compile(r"[][\\()<>@,:;\".]")


def one_line(text: str) -> str:
    """Return ``text`` in one line and without signs that no screen shows."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def text(header: str, value: str) -> str:
    """Return ``value`` as it stands after ``header``, broken into lines where it is long."""
    value = one_line(value)
    return value if _short(value) else _encoded(header, value)


def mailbox(header: str, name: str, address: str) -> str:
    """Return one reader or writer, ``name`` before ``address``; the address is a plain one."""
    name = one_line(name)
    if not _short(name):
        return f"{_encoded(header, name)}\r\n <{address}>"
    return f'"{quote(name)}" <{address}>' if _SPECIAL.search(name) else f"{name} <{address}>"


def _short(value: str) -> bool:
    return len(value) <= SHORT and "=?" not in value and bool(_PLAIN.match(value))


def _encoded(header: str, value: str) -> str:
    return Header(value, "utf-8", header_name=header).encode(linesep="\r\n")
