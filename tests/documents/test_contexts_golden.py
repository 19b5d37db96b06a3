"""What each paper says in four whole cases, word for word."""

from __future__ import annotations

from functools import cache

import pytest
from paper_cases import AS_OF, CASES, CONTRACT, DEMAND, GOODS, INVOICE, STATEMENT, made
from paper_text import text

from kit import pipeline
from kit.model.case import WorkKind

INVOICES = {"label-design": "LD-3", "paper-on-account": "F-12", "fence": "1187", "retainer": "A-2"}


@cache
def facts(name):
    """Return everything known about one of the case folders."""
    return pipeline.gather(pipeline.load_case(CASES / name, as_of=AS_OF))


@pytest.mark.parametrize("document", [CONTRACT, DEMAND, INVOICE, STATEMENT])
@pytest.mark.parametrize("name", sorted(INVOICES))
def test_golden_words(name, document, golden):
    """A change of one word in a paper is seen by whoever reads the change."""
    if document == CONTRACT and facts(name).case.work.kind is WorkKind.GOODS:
        document = GOODS
    paper = made(facts(name), document, INVOICES[name] if document == INVOICE else "")
    golden(f"{name}.{document.rsplit('/', 1)[-1]}", text(paper.docx))
