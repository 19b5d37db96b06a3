"""The papers about a check marked as payment in full, and the credit memo, word for word."""

import pytest
from every_paper import Refused, sheet
from paper_text import text

from kit.model.document_ids import CHECK_RETURNED, CHECK_UNDER_PROTEST, CREDIT_MEMO, MARKED_CHECK

GOLDEN = [
    (MARKED_CHECK, "check-disputed"),
    (MARKED_CHECK, "check-office"),
    (MARKED_CHECK, "check-protest"),
    (MARKED_CHECK, "check-bare"),
    (CHECK_RETURNED, "check-came"),
    (CHECK_RETURNED, "check-disputed"),
    (CHECK_RETURNED, "check-lawyer"),
    (CHECK_UNDER_PROTEST, "check-protest"),
    (CHECK_UNDER_PROTEST, "check-protest-disputed"),
    (CREDIT_MEMO, "credits"),
]


@pytest.mark.parametrize(("document", "case"), GOLDEN)
def test_golden_words(document, case, golden):
    """A change of one word is seen by whoever reads the change."""
    golden(f"{case}.{document.rsplit('/', 1)[-1]}", text(sheet(case, (document, "")).docx))


@pytest.mark.parametrize("case", ["check-came", "check-disputed", "check-office"])
def test_no_letter_of_protest_where_it_keeps_nothing(case):
    """Where the law ends the claim all the same, the kit makes no paper that says otherwise."""
    found = sheet(case, (CHECK_UNDER_PROTEST, ""))
    assert isinstance(found, Refused)
    assert "a protest is not known to keep the claim here" in found.why


@pytest.mark.parametrize("document", [MARKED_CHECK, CHECK_RETURNED])
def test_nothing_without_a_check(document):
    """A case in which no such check came has none of these papers."""
    assert "no check marked as payment in full is waiting" in sheet("plain", (document, "")).why
