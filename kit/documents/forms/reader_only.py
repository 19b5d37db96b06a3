"""Whether a form's pages say nothing but that it wants Adobe's own reader."""

from __future__ import annotations

import re
from contextlib import closing

import pypdfium2

SHORT = 1_500  # characters; a real form that mentions the reader says more
_PAGES = 3
_PHRASES = re.compile(
    r"please wait\s*\.\.\."
    r"|pdf viewer may not be able to display"
    r"|requires? (?:a (?:later|newer) version of )?adobe\s*®?\s*(?:acrobat\s*®?\s*)?(?:reader|acrobat)"
    r"|need a (?:later|newer) version of (?:the pdf viewer|adobe)"
    r"|upgrade to the latest version of adobe",
    re.IGNORECASE,
)


def wants_its_own_reader(data: bytes) -> bool:
    """Say whether the first pages of the PDF in ``data`` hold such a notice and little else."""
    try:
        with closing(pypdfium2.PdfDocument(data)) as document:
            said = [document[number].get_textpage().get_text_range() for number in range(min(_PAGES, len(document)))]
    except pypdfium2.PdfiumError:
        return False
    words = " ".join(" ".join(said).split())
    return len(words) <= SHORT and bool(_PHRASES.search(words))
