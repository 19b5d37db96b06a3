"""The parts of a docx that hold tags, as docxtpl reads them.

docxtpl does the reading, so a template means here exactly what it means there: tags
that Word cut into runs are joined, ``{%tr %}`` and ``{%p %}`` take their row or
paragraph with them. What follows the reading is in `kit.documents.docx_compile`.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import TemplateSyntaxError, nodes

from kit.documents.docx_sandbox import environment
from kit.documents.docx_zip import parts_of, refused
from kit.findings import KitError

_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_BODY = re.compile(r"(<w:body[^>]*>)(.*)</w:body>", re.DOTALL)
_BODY_TAG = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}body"
_BLOCK = re.compile(r"\{%-?\s*(end)?(if|for)\b")
_PARAGRAPH_END = "</w:p>"
LINE_END = f"{_PARAGRAPH_END}\n"


class Kind(Enum):
    """How docxtpl treats a part after rendering it."""

    BODY = "body"  # read back, tables and drawings mended, rewritten
    STORY = "story"  # a header or footer: read back and rewritten
    NOTES = "notes"  # footnotes: left as rendered


@dataclass(frozen=True, slots=True)
class Source:
    """One part as docxtpl hands it to Jinja."""

    part: str  # its name in the zip
    kind: Kind
    text: str
    before: str = ""  # what surrounds the text in the finished part
    after: str = ""
    opening: str = ""  # the body's start tag with its namespaces, to read the body back alone

    @property
    def lines(self) -> str:
        """The text with each paragraph on a line of its own, so that an error's line is a paragraph."""
        return self.text.replace(_PARAGRAPH_END, LINE_END)

    def words_near(self, line: int, around: int = 1) -> str:
        """Return the words of the paragraphs at ``line`` of `lines`, with their tags."""
        found = self.lines.splitlines()[max(line - 1 - around, 0) : line + around]
        return " ".join(filter(None, (re.sub(r"<[^>]+>", "", paragraph).strip() for paragraph in found)))


@contextmanager
def reading(name: str) -> Iterator[None]:
    """Turn whatever a damaged file makes the libraries raise into `InvalidFile` (K301) for ``name``."""
    from lxml import etree  # noqa: PLC0415

    try:
        yield
    except (etree.LxmlError, LookupError, ValueError, AttributeError, TypeError) as err:
        raise refused(name, "is damaged: Word's parts in it do not fit together") from err


def opened(template: bytes, name: str) -> Any:
    """Return docxtpl's own object for ``template``, read and ready; raises `InvalidFile` (K301)."""
    from lxml import etree  # noqa: PLC0415

    parts = parts_of(template, name)
    with reading(name):
        for part, content in parts.items():
            if part.endswith((".xml", ".rels")):
                etree.fromstring(content)
        engine = DocxTemplate(io.BytesIO(template))
        engine.render_init()
    if engine.docx.element.find(_BODY_TAG) is None:
        raise refused(name, "is damaged: it has no body")
    return engine


def sources(engine: Any, name: str) -> tuple[Source, ...]:
    """Return the parts that docxtpl renders, cleaned by it; changes ``engine`` as rendering would."""
    with reading(name):
        return tuple(_sources(engine))


def _sources(engine: Any) -> Iterator[Source]:
    yield _body(engine)
    seen = set()
    for uri in (engine.HEADER_URI, engine.FOOTER_URI):
        for _, part in engine.get_headers_footers(uri):
            if part.partname not in seen:
                seen.add(part.partname)
                text = engine.patch_xml(engine.get_part_xml(part))
                yield Source(part.partname.lstrip("/"), Kind.STORY, text, before=_DECLARATION)
    for part in engine.docx.part.package.parts:
        if part.content_type == _FOOTNOTES:
            yield Source(part.partname.lstrip("/"), Kind.NOTES, engine.patch_xml(part.blob.decode("utf-8")))


def as_written(text: str) -> str:
    """Return a piece of `Source.lines` without what was put in to be read by Jinja alone."""
    text = text.replace(LINE_END, _PARAGRAPH_END)
    # docxtpl lets a template write {_{ for {{; undone here, before the values come in, so that theirs are left alone.
    for mark, written in (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}")):
        text = text.replace(mark, written)
    return text


def _body(engine: Any) -> Source:
    from lxml import etree  # noqa: PLC0415

    # Once through the tree as docxtpl does after rendering: drawings numbered, repeated namespaces dropped.
    tree = etree.fromstring(engine.get_xml())
    engine.fix_docpr_ids(tree)
    engine.map_tree(tree)
    found = _BODY.fullmatch(engine.patch_xml(engine.get_xml()))
    whole = etree.tostring(engine.docx.element, encoding="UTF-8", standalone=True).decode()
    part = engine.docx.part.partname.lstrip("/")
    if not found:  # a body with nothing in it
        return Source(part, Kind.NOTES, whole)
    before = whole[: whole.index(">", whole.index("<w:body")) + 1]
    return Source(part, Kind.BODY, found[2], before, whole[whole.rindex("</w:body>") :], found[1])


def parsed(source: Source, template: str) -> nodes.Template:
    """Parse the tags of ``source``; a `KitError` names file, part and the words nearby."""
    try:
        return environment().parse(source.lines, source.part)
    except TemplateSyntaxError as err:
        near = source.words_near(unbalanced(source.lines) or err.lineno)
        raise KitError(f"{template}: a tag in {source.part} cannot be read ({err.message}), near “{near}”") from err


def unbalanced(lines: str) -> int:
    """Return the line of the first if or loop that is not closed, or of the end that closes nothing; 0 when all are."""
    waiting: list[tuple[str, int]] = []
    for tag in _BLOCK.finditer(lines):
        line = lines.count("\n", 0, tag.start()) + 1
        if not tag[1]:
            waiting.append((tag[2], line))
        elif not waiting or waiting.pop()[0] != tag[2]:
            return line
    return waiting[0][1] if waiting else 0
