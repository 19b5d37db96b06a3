"""Where pages break: no total and no heading is left alone."""

from __future__ import annotations

import io
import re

import pytest
from paper_cases import DEMAND, STATEMENT, Variant, agreed, bill, facts_of, made
from pypdf import PdfReader

ROW = re.compile(r"\d{4}.*\d\.\d\d$|^F-\d+ .*\d\.\d\d$")


def _pages(count: int, document: str) -> list[list[str]]:
    """Return the lines of each page of a paper about ``count`` invoices with interest."""
    bills = [bill(f"F-{n}", f"2026-0{1 + n % 7}-{1 + n % 27:02d}", "100.00") for n in range(1, count + 1)]
    facts = facts_of(Variant({"invoices": bills, **agreed(interest={"percent_a_year": "10"})}))
    pdf = made(facts, document).pdf
    assert pdf
    pages = PdfReader(io.BytesIO(pdf)).pages
    return [page.extract_text(extraction_mode="layout").splitlines() for page in pages]


@pytest.mark.parametrize("document", [DEMAND, STATEMENT])
@pytest.mark.parametrize("count", [5, 20, 38, 39, 40, 41, 60])
def test_a_total_has_rows_above_it_and_a_heading_rows_below(count, document):
    """On the page of a total stand at least two of its rows, and two rows follow each heading of a table."""
    for lines in _pages(count, document):
        said = [" ".join(line.split()) for line in lines if line.strip()]
        for number, line in enumerate(said):
            if line.startswith("Total "):
                assert all(ROW.search(row) for row in said[number - 2 : number]), said
                assert number >= 2, said
            if line in {"What was charged and what came in", "How the interest was computed"}:
                assert sum(bool(ROW.search(row)) for row in said[number:]) >= 2, said
