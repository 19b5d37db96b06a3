"""Markdown as pandoc reads it; the only caller of pandoc."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from kit.documents.authoring.marks import OPEN, Marked
from kit.findings import InvalidFile, KitError

Element = dict[str, Any]  # pandoc's own: {"t": kind, "c": content}

_FORMAT = (
    "markdown-fancy_lists-example_lists-tex_math_dollars-raw_tex-raw_html-citations-superscript-subscript-strikeout"
    "-footnotes-inline_notes-definition_lists-auto_identifiers-implicit_figures-yaml_metadata_block-latex_macros"
    "-line_blocks-simple_tables-multiline_tables-grid_tables-pandoc_title_block-task_lists-inline_code_attributes"
    "-header_attributes-native_divs-native_spans-bracketed_spans-raw_attribute-table_captions-example_lists"
)
_NAMES = {
    "BlockQuote": "a quotation set off with >",
    "CodeBlock": "a block indented by four spaces or fenced as code",
    "HorizontalRule": "a rule drawn with dashes or stars",
    "Header": "a heading of the fourth level or lower",
    "Code": "code between backquotes",
    "Link": "a link",
    "Image": "a picture",
}
_PLAIN = "write plain paragraphs, headings, lists and pipe tables"


def parse(text: str) -> list[Element]:
    """Return the blocks of ``text``; raise `KitError` where the reader is not installed."""
    try:
        import pypandoc  # noqa: PLC0415 - only those who change words need it
    except ImportError:
        raise KitError(
            "building templates needs the extra `authoring`: pip install 'escalation-kit[authoring]'"
        ) from None
    # columns=1: the width of a column is its share of the dashes under the heading, always
    document = json.loads(pypandoc.convert_text(text, "json", format=_FORMAT, extra_args=["--columns=1"]))
    return list(document["blocks"])


def refused(marked: Marked, element: Element) -> InvalidFile:
    """Return the refusal of an element that has no place in a document."""
    return refusal(marked, _NAMES.get(element["t"], str(element["t"])), element)


def refusal(marked: Marked, what: str, content: Any, fix: str = _PLAIN) -> InvalidFile:
    """Return the refusal of ``what``, at the first line that holds the words of ``content``."""
    words = content if isinstance(content, str) else next(_strings(content), "")
    line = marked.line_of(words.split(OPEN)[0].split("\n")[0])
    return marked.refuse(line, f"{what} has no place in a document" if fix == _PLAIN else what, fix)


def _strings(content: Any) -> Iterator[str]:
    if isinstance(content, dict):
        inner = content.get("c")
        if content.get("t") in {"Code", "CodeBlock"} and isinstance(inner, list):
            inner = inner[1]
        if isinstance(inner, str):
            yield inner
        elif content.get("t") not in {"Space", "SoftBreak"}:
            yield from _strings(inner)
    elif isinstance(content, list):
        for each in content:
            if isinstance(each, dict | list):
                yield from _strings(each)
