"""The PDF and the docx of a document hold the same words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kit.documents import docx
from kit.documents.typeset import typeset

from paper_samples import SAMPLES  # isort: skip
from words import difference, docx_words, pdf_words  # isort: skip

FIXTURES = Path(__file__).parents[1] / "fixtures" / "templates"
DAY = date(2026, 11, 21)


@pytest.mark.parametrize("count", [0, 1, 8, 60])
@pytest.mark.parametrize("name", SAMPLES)
def test_pdf_and_docx_say_the_same(name, count):
    """The two forms of a document hold the same words in the same order, whatever is left out or repeated."""
    values = SAMPLES[name](count)
    pdf = typeset(FIXTURES / name / "en.typ", values, title=name, author="a", day=DAY)
    word = docx.load(FIXTURES / name / "en.docx").render(values)
    assert difference(pdf, word) == ""
    assert pdf_words(pdf) == docx_words(word)


def test_words_of_the_letter():
    """The sample letter reads as written."""
    values = SAMPLES["letter"](1)
    words = " ".join(pdf_words(typeset(FIXTURES / "letter" / "en.typ", values, title="t", author="a", day=DAY)))
    assert words.startswith("Alder & Finch <Design> LLC 12 Mill Lane, Suite 4 Overton, XF 02135 +1 555 0100")
    assert (
        "Invoice Issued Due Amount INV-1000 March 1, 2026 April 1, 2026 $911.37 Interest to November 21, 2026" in words
    )
    assert "by December 7, 2026; from then on interest grows by $4.11 a day. You can pay • by check" in words
    assert (
        "rather settle a “misunderstanding” than keep writing. Sincerely, Jordan Finch Managing member Alder" in words
    )


def test_clauses_left_out_leave_no_hole():
    """Numbers of clauses follow what is there."""
    made = {
        count: " ".join(
            pdf_words(
                typeset(FIXTURES / "contract" / "en.typ", SAMPLES["contract"](count), title="t", author="a", day=DAY)
            )
        )
        for count in (0, 2)
    }
    assert "3. Changes 3.1 A change" in made[0]
    assert "3. Late payment 3.1 A sum" in made[2]
    assert (
        "4. Changes 4.1 A change to the work is agreed in writing before it is done, with its price: (a) what is added,"
        in made[2]
    )
    assert (
        "1.2 The provider hands over: (a) label sheet 1 of 2, as PDF and as editable file (b) label sheet 2" in made[2]
    )
