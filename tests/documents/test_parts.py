"""Words that several documents share."""

from __future__ import annotations

import pytest

from kit.documents.authoring.marks import blanks
from kit.documents.authoring.reading import read
from kit.findings import InvalidFile


def test_a_part_stands_in_the_document_with_its_blanks():
    """`{%p use letter-top %}` brings the letterhead and every blank it names."""
    words = "{%p use letter-top %}\n\n{{ request }}\n"

    assert {"creditor_name", "recipient", "subject", "request"} <= blanks(words)
    assert len(read("letters/x/en.md", words)) > 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("{%p use letter-botom %}", "there is no part `letter-botom`; there are agreement-parties, "),
        ("We write {% use letter-top %} here", "stands where it does not belong"),
    ],
)
def test_a_part_that_cannot_stand_there_is_refused(words, said):
    """A slip in a part's name, or a part within a sentence, is named with its line."""
    with pytest.raises(InvalidFile) as caught:
        read("letters/x/en.md", f"First.\n\n{words}\n")

    assert said in caught.value.findings[0].message
    assert caught.value.findings[0].place.line == 3
