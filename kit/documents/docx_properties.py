"""What a docx says about itself: title, author, subject and dates.

Written by code and never by tags: a tag there would be escaped twice, and a
template carries the name of whoever typed it. Dates are given, never the clock's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

_HEAD = (
    "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
)
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


@dataclass(frozen=True, slots=True)
class DocxProperties:
    """The properties Word shows for a file; an empty one is left out."""

    title: str = ""
    author: str = ""
    subject: str = ""
    language: str = ""  # as en-US
    created: date | None = None  # a day counts from midnight UTC
    modified: date | None = None  # ``created`` when left out


def core_xml(properties: DocxProperties) -> str:
    """Return the text of ``docProps/core.xml``."""
    modified = properties.modified or properties.created
    return "".join(
        (
            _HEAD,
            _line("dc:title", properties.title),
            _line("dc:subject", properties.subject),
            _line("dc:creator", properties.author),
            _line("cp:lastModifiedBy", properties.author),
            "<cp:revision>1</cp:revision>",
            _day("dcterms:created", properties.created),
            _day("dcterms:modified", modified),
            _line("dc:language", properties.language),
            "</cp:coreProperties>",
        )
    )


def _line(tag: str, text: str) -> str:
    return f"<{tag}>{text.translate(_ESCAPES)}</{tag}>" if text else ""


def _day(tag: str, when: date | None) -> str:
    if when is None:
        return ""
    return f'<{tag} xsi:type="dcterms:W3CDTF">{when.isoformat()[:10]}T00:00:00Z</{tag}>'
