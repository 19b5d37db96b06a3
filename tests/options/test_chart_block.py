"""The block `chart` of the words: a table in which bold and italic are bands, in Word and in the PDF."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document

from kit.documents.authoring.build import build
from kit.findings import InvalidFile

WORDS = """\
::: chart
| Way | Net |
|:----|:--------|
| {%tr for way in ways %} |
| {{ way.name }} | {{ way.gap }}*{{ way.before }}***{{ way.bar }}**{{ way.hole }}*{{ way.after }}* |
| {%tr endfor %} |
:::
"""


def built(folder, words):
    """Return the templates made of ``words``."""
    (folder / "en.md").write_text(words, encoding="utf-8")
    return build(folder)


def test_bold_is_dark_and_italic_light(tmp_path):
    """Bands are shaded runs in Word, whose text stays legible for whoever edits it; and a call in Typst."""
    made = built(tmp_path, WORDS)
    cell = Document(BytesIO(made["en.docx"])).tables[0].rows[2].cells[1]
    fills = {run.text: run.element.xpath("string(w:rPr/w:shd/@w:fill)") for run in cell.paragraphs[0].runs}

    assert fills == {
        "{{ way.gap }}": "",
        "{{ way.before }}": "D5DAE1",
        "{{ way.bar }}": "1B365D",
        "{{ way.hole }}": "",
        "{{ way.after }}": "D5DAE1",
    }
    assert not any(run.bold or run.italic for run in cell.paragraphs[0].runs)
    assert "#chart-table(" in made["en.typ"].decode()


def test_a_chart_holds_a_table_and_nothing_else(tmp_path):
    """Words in a chart have no layout."""
    with pytest.raises(InvalidFile) as caught:
        built(tmp_path, "::: chart\nA sentence.\n:::\n")
    assert "::: chart holds something it has no layout for" in caught.value.findings[0].message
