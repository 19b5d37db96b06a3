"""A docx template taken apart once: the parts with tags compiled, the rest packed.

docxtpl does the reading, so a template means here exactly what it means there:
its cleaning of split tags, its rows and paragraphs, its line breaks. What it does
again for every document, and need not, is done here once.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from types import SimpleNamespace
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Template, TemplateSyntaxError, nodes

from kit.documents.docx_blanks import Blanks
from kit.documents.docx_proof import Proof, prove, settled
from kit.documents.docx_sandbox import environment
from kit.findings import KitError

FIRST_DRAWING = 1001
_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_BODY = re.compile(r"(<w:body[^>]*>)(.*)</w:body>", re.DOTALL)
_LAID_OUT = re.compile("[\t\n\a\f]")
_BLOCK = re.compile(r"\{%-?\s*(end)?(if|for)\b")
_PARAGRAPH = re.compile(r"<w:p([ >])")
_NEW_LINE = re.compile(r"\n<w:p([ >])")


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
        return _PARAGRAPH.sub(r"\n<w:p\1", self.text)

    def words_near(self, line: int, around: int = 1) -> str:
        """Return the words of the paragraphs at ``line`` of `lines`, with their tags."""
        found = self.lines.splitlines()[max(line - 1 - around, 0) : line + around]
        return " ".join(filter(None, (re.sub(r"<[^>]+>", "", paragraph).strip() for paragraph in found)))


def opened(template: bytes) -> Any:
    """Return docxtpl's own object for ``template``, read and ready."""
    engine = DocxTemplate(io.BytesIO(template))
    engine.render_init()
    return engine


def sources(engine: Any) -> Iterator[Source]:
    """Yield the parts that docxtpl renders, cleaned by it; changes ``engine`` as rendering would."""
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


class CompiledPart:
    """One part, ready to be filled."""

    __slots__ = ("_finish", "_laid_out", "_proof", "_render", "constant", "source")

    def __init__(self, source: Source, template: str) -> None:
        tree = parsed(source, template)
        for data in tree.find_all(nodes.TemplateData):
            data.data = _unescaped(_NEW_LINE.sub(r"<w:p\1", data.data))
        body = source.kind is Kind.BODY
        proof = Proof(True, True) if source.kind is Kind.NOTES else prove(tree, "w:body" if body else "")
        if source.kind is Kind.NOTES:
            proof = Proof(sound=True, in_text=prove(tree).in_text)
        elif body and not settled(source.text, FIRST_DRAWING):
            proof = Proof(in_text=proof.in_text)
        self.source = source
        self._proof = proof
        env = environment(in_text=proof.in_text)
        code = env.compile(tree, source.part, f"{template}: {source.part}")
        self._render = Template.from_code(env, code, {})
        self._laid_out = any(_LAID_OUT.search(data.data) for data in tree.find_all(nodes.TemplateData))
        self.constant = all(isinstance(node, (nodes.Template, nodes.Output, nodes.TemplateData)) for node in _all(tree))

    def render(self, blanks: Blanks) -> bytes:
        """Return the part filled in, the same bytes that docxtpl writes."""
        template = self._render
        context = template.new_context(blanks.values, shared=True)
        text = "".join(template.root_render_func(context))
        proof, source = self._proof, self.source
        if self._laid_out or blanks.tabs or (blanks.breaks and not proof.in_text) or blanks.markup:
            text = DocxTemplate.resolve_listing(_NO_STATE, text)
        if source.kind is Kind.NOTES:
            return text.encode()
        if not proof.sound or blanks.markup:
            return _read_back(source, text)
        for left, written in proof.hollow_always:
            text = text.replace(left, written)
        if blanks.empty:
            for left, written in proof.hollow:
                text = text.replace(left, written)
        if blanks.quotes:
            text = text.replace("&#39;", "'").replace("&#34;", '"')
        return f"{source.before}{text}{source.after}".encode()


_NO_STATE = SimpleNamespace()


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


def _all(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _all(child)


def _unescaped(text: str) -> str:
    # docxtpl lets a template write {_{ for {{; here before the values come in, so that theirs are left alone.
    for mark, written in (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}")):
        text = text.replace(mark, written)
    return text


def _read_back(source: Source, text: str) -> bytes:
    """Do what docxtpl does to every part: read it, mend tables and drawings, write it."""
    from docx.oxml import parse_xml  # noqa: PLC0415
    from lxml import etree  # noqa: PLC0415

    try:
        if source.kind is Kind.STORY:
            return _written(parse_xml(text))
        text = f"{source.opening}{text}</w:body>"
        etree.fromstring(text)  # docxtpl's own reading below forgives faults by dropping what follows them
    except etree.XMLSyntaxError as err:
        where = source.words_near(0)
        raise KitError(f"the tags of {source.part} do not close where they open, so Word could not read it: {where}") from err
    tree = DocxTemplate.fix_tables(_NO_STATE, text)
    DocxTemplate.fix_docpr_ids(SimpleNamespace(docx_ids_index=FIRST_DRAWING - 1), tree)
    root = etree.fromstring(f"{source.before}{source.after}".encode())
    root.replace(root.find(tree.tag), tree)
    return _written(root)


def _written(root: Any) -> bytes:
    from lxml import etree  # noqa: PLC0415

    return etree.tostring(root, encoding="UTF-8", standalone=True)
