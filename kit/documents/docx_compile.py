"""A part of a docx template, compiled once and filled as often as needed.

What docxtpl does again for every document, and need not, is done here once; what
`kit.documents.docx_proof` cannot show to be unneeded is done each time.
"""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Template, nodes

from kit.documents.docx_blanks import Blanks, Row
from kit.documents.docx_names import logic_in, names_in
from kit.documents.docx_proof import Proof, prove
from kit.documents.docx_sandbox import environment
from kit.documents.docx_source import Kind, Source, as_written, parsed
from kit.documents.docx_tables import settled
from kit.documents.docx_zip import Entry, entry
from kit.findings import KitError

FIRST_DRAWING = 1001
_LAID_OUT = re.compile("[\t\n\a\f]")  # what docxtpl makes tabs, lines, paragraphs and pages of


class CompiledPart:
    """One part, ready to be filled."""

    __slots__ = ("_careful", "_laid_out", "_last", "_name", "_proof", "_quick", "constant", "names", "source")

    def __init__(self, source: Source, template: str) -> None:
        tree = parsed(source, template)
        written = [data.data for data in tree.find_all(nodes.TemplateData)]
        self.source = source
        self.names = names_in(tree)
        self.constant = all(isinstance(node, nodes.Output) for node in tree.body) and len(written) == len(
            _printed(tree)
        )
        self._name = template
        self._proof = _proof(source, tree)
        self._laid_out = any(_LAID_OUT.search(as_written(text)) for text in written)
        self._quick = self._compiled(values_escaped=True) if self._proof.sound else None
        self._careful: Template | None = None
        self._last: tuple[bytes, Entry] | None = None

    def render(self, blanks: Blanks) -> bytes:
        """Return the part filled in, the same bytes that docxtpl writes."""
        if self._quick is None or blanks.markup:
            return self._rendered_as_docxtpl_does(blanks)
        text = _filled(self._quick, blanks.escaped)
        if self._laid_out or blanks.tabs:
            text = DocxTemplate.resolve_listing(_NO_STATE, text)
        for left, written in self._proof.hollow_always:
            text = text.replace(left, written)
        if blanks.empty:
            for left, written in self._proof.hollow:
                text = text.replace(left, written)
        return f"{self.source.before}{text}{self.source.after}".encode()

    def entry(self, blanks: Blanks) -> Entry:
        """Return the part filled in and packed; one letterhead serves a whole batch."""
        content = self.render(blanks)
        if self.source.kind is not Kind.STORY:
            return entry(self.source.part, content)
        last = self._last
        if last is None or last[0] != content:
            last = self._last = (content, entry(self.source.part, content))
        return last[1]

    def _rendered_as_docxtpl_does(self, blanks: Blanks) -> bytes:
        if self._careful is None:
            self._careful = self._compiled(values_escaped=False)
        text = _filled(self._careful, blanks.values)
        if self._laid_out or blanks.tabs or blanks.breaks:
            text = DocxTemplate.resolve_listing(_NO_STATE, text)
        return text.encode() if self.source.kind is Kind.NOTES else _read_back(self.source, text)

    def _compiled(self, *, values_escaped: bool) -> Template:
        tree = parsed(self.source, self._name)
        for data in tree.find_all(nodes.TemplateData):
            data.data = as_written(data.data)
        env = environment(values_escaped=values_escaped)
        code = env.compile(tree, self.source.part, f"{self._name}: {self.source.part}")
        return Template.from_code(env, code, {})


def _filled(template: Template, values: Row) -> str:
    # Template.render does the same, after copying the values and before rewriting tracebacks.
    return "".join(template.root_render_func(template.new_context(values, shared=True)))


def _proof(source: Source, tree: nodes.Template) -> Proof:
    """Return what holds for the part, nothing if it has to go docxtpl's way each time."""
    if source.kind is Kind.NOTES or logic_in(tree):
        return Proof()
    if source.kind is Kind.STORY:
        return prove(tree)
    return prove(tree, "w:body") if settled(source.text, FIRST_DRAWING) else Proof()


def _printed(tree: nodes.Template) -> list[nodes.Expr]:
    return [node for output in tree.find_all(nodes.Output) for node in output.nodes]


_NO_STATE = SimpleNamespace()  # for methods of docxtpl that use none


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
        raise KitError(
            f"the tags of {source.part} do not close where they open, so Word could not read it: {where}"
        ) from err
    try:
        tree = DocxTemplate.fix_tables(_NO_STATE, text)
    except ValueError as err:
        raise KitError(f"a cell of {source.part} spans a number of columns that is no number") from err
    DocxTemplate.fix_docpr_ids(SimpleNamespace(docx_ids_index=FIRST_DRAWING - 1), tree)
    root = etree.fromstring(f"{source.before}{source.after}".encode())
    root.replace(next(root.iterchildren(tree.tag)), tree)
    return _written(root)


def _written(root: Any) -> bytes:
    from lxml import etree  # noqa: PLC0415

    return etree.tostring(root, encoding="UTF-8", standalone=True)
