"""Every blank of a template has a field that fills it, and every field is printed."""

from __future__ import annotations

import re

import pytest
from docxtpl import DocxTemplate
from paper_cases import ALL

from kit.documents.authoring.marks import blanks
from kit.documents.contexts.final_demand import FinalDemand
from kit.documents.contexts.invoice import InvoicePaper
from kit.documents.contexts.services_contract import ServicesContract
from kit.documents.contexts.statement import Statement
from kit.documents.docx_names import blank_paths
from kit.paths import data_folder

FILLED = dict(zip(ALL, (ServicesContract, FinalDemand, InvoicePaper, Statement), strict=True))


@pytest.mark.parametrize("document", ALL)
def test_words_and_fields_agree(document):
    """A blank nobody fills and a field nobody prints are both faults, in rows too."""
    words = (data_folder("templates") / document / "en.md").read_text("utf-8")

    assert blanks(words) == blank_paths(FILLED[document])


@pytest.mark.parametrize("document", ALL)
def test_word_template_and_fields_agree(document):
    """The Word template asks for the same blanks."""
    template = DocxTemplate(data_folder("templates") / document / "en.docx")

    assert template.get_undeclared_template_variables() == {path for path in paths(document) if "[" not in path}


@pytest.mark.parametrize("document", ALL)
def test_typst_template_and_fields_agree(document):
    """So does the template of the PDF, row by row."""
    words = (data_folder("templates") / document / "en.typ").read_text("utf-8")
    used, loops = set(re.findall(r"\bd\.(\w+)", words)), {}
    for row, rows, each, name in re.findall(r"for (_\w+) in d\.(\w+)|\b(_\w+)\.([a-z]\w*)", words):
        if row:
            loops[row] = rows  # the same word may run through several lists, one after the other
        else:
            used.add(f"{loops[each]}[].{name}")

    assert used == paths(document)


def paths(document):
    """Return the fields of the document, those of its rows as `rows[].name`."""
    return set(blank_paths(FILLED[document]))
