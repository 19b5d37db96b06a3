"""Looking through the words of each page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2

from kit.documents.private.found import Box, PrivateData, PrivateKind, Scan

_NUMBER = re.compile(r"(?<![\d-])(\d{3})-(\d{2})-(\d{4})(?![\d-])")
_CARD = re.compile(r"(?<!\d)(?:\d[ -]?){12,18}\d(?!\d)")
_ACCOUNT = re.compile(r"(?i)\b(?:account|acct|a/c)\.?\s*(?:number|no|#)?[.:\s#]*((?:\d[ -]?){6,16}\d)\b")
_BORN = re.compile(r"(?i)\b(?:date of birth|dob|born(?: on)?)[:\s]+([\w/., -]{6,20}\d{4})")
LEAST = 3  # letters on a page that make it readable


def scan(pdf: bytes | Path, *, minors: tuple[str, ...] = (), words: tuple[str, ...] = ()) -> Scan:
    """Return the private data on the pages of ``pdf``, and the pages without words."""
    document = pypdfium2.PdfDocument(pdf)
    found: list[PrivateData] = []
    unread: list[int] = []
    try:
        for number in range(len(document)):
            page = document[number].get_textpage()
            text = page.get_text_range()
            if len(text.strip()) < LEAST:
                unread.append(number + 1)
            for kind, says, start, end in _hits(text, minors, words):
                found.append(PrivateData(number + 1, kind, says, tuple(_boxes(page, start, end))))
    finally:
        document.close()
    return Scan(tuple(found), tuple(unread))


def _hits(
    text: str, minors: tuple[str, ...], words: tuple[str, ...]
) -> Iterator[tuple[PrivateKind, str, int, int]]:
    for hit in _NUMBER.finditer(text):
        yield PrivateKind.SOCIAL_SECURITY, f"a social security number, ending {hit[3]}", hit.start(), hit.end()
    for hit in _CARD.finditer(text):
        digits = re.sub(r"\D", "", hit[0])
        if _luhn(digits) and digits[0] in "3456":
            yield PrivateKind.CARD, f"a payment card number, ending {digits[-4:]}", hit.start(), hit.end()
    for hit in _ACCOUNT.finditer(text):
        digits = re.sub(r"\D", "", hit[1])
        yield PrivateKind.ACCOUNT, f"a bank account number, ending {digits[-4:]}", hit.start(1), hit.end(1)
    for hit in _BORN.finditer(text):
        yield PrivateKind.BIRTH_DATE, "a birth date", hit.start(1), hit.end(1)
    for kind, says, names in (
        (PrivateKind.MINOR, "the name of a minor", minors),
        (PrivateKind.WORD, "a word you want blacked out", words),
    ):
        for name in names:
            for hit in re.finditer(rf"(?i)\b{re.escape(name)}\b", text):
                yield kind, says, hit.start(), hit.end()


def _boxes(page: pypdfium2.PdfTextPage, start: int, end: int) -> Iterator[Box]:
    for index in range(start, end):
        yield Box(*page.get_charbox(index))


def _luhn(digits: str) -> bool:
    total = 0
    for place, char in enumerate(reversed(digits)):
        value = int(char) * (1 + place % 2)
        total += value - 9 if value > 9 else value  # noqa: PLR2004 - two digits are added up
    return total % 10 == 0
