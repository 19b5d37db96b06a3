"""Numbers of bank accounts and of banks, where something beside them says what they are.

An account number has no shape of its own, so its label makes it one: `Account No.`, `acct`, `checking`, the marks on
a check. A routing number must also have a bank's first digits and the right check digit, an IBAN the right two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kit.documents.private.found import PrivateKind
from kit.documents.private.hit import BETWEEN, Hit, digits_of, numbered

NAMED = re.compile(
    r"\b(?:account|acct|a/c|acc't)s?\.?\s?(?:number|num\b|no\b|nr\b|id\b|#|:)[.:#]*|\bacct\b\.?|\bacct?\."
)
_BARE = re.compile(r"\b(?:account|checking|savings|a/c)(?:\s+(?:is|was|with|number\s+is))?[ :#]*(?=\d)")
_GAP = re.compile(BETWEEN)
_ANOTHER = re.compile(
    r"invoice|\binv\b|phone|\btel|\bfax|\bzip\b|order|amount|\bdate|check no|check #|\bcase\b|routing|\baba\b"
)
_FIRST = re.compile(r"\d+(?:(?: ?- ?\n? ?)\d+)*")
_GOES_ON = re.compile(r"[/%]|[.,:]\d")  # an amount, a day, an hour
_NEXT = re.compile(r" (\d{2,6})(?![\d%])(?![/.,:-]\d)")
_NEXT_LINE = re.compile(r" ?\n ?(\d{2,6})(?=[ .]*(?:\n|\Z))")
_NOT_ACCOUNT = re.compile(  # a date, a telephone number, a ZIP
    r"(?:\d{4}-\d\d?-\d\d?|\d\d?-\d\d?-\d{2,4}|(?:1 ?-? ?)?\d{3}[- ]\d{3}[- ]\d{4}|\d{5}-\d{4})\Z"
)
_FEWEST, _MOST = 6, 17
_ROUTING = re.compile(rf"(?:\brouting|\baba\b|\brtn\b|\btransit){BETWEEN}(?<!\d)(\d(?:[ -]?\d){{8}})(?!\d)")
_CHECK_BANK = re.compile(r"\u2446 ?(\d{9}) ?\u2446")
_CHECK_ACCOUNT = re.compile(r"(?<!\d)(\d(?:[ -]?\d){5,16}) ?\u2448|\u2448 ?(\d(?:[ -]?\d){5,16})(?!\d)")
_BANKS = (range(13), range(21, 33), range(61, 73), range(80, 81))
_IBAN = re.compile(r"(?<![a-z\d])([a-z]{2}\d{2}(?: ?[a-z\d]{4}){2,7}(?: ?[a-z\d]{1,3})?)(?![a-z\d])")
_LEFT = 30
_IBAN_CHECK = 97


def accounts(text: str) -> Iterator[Hit]:
    """Yield the numbers of accounts and banks in ``text``."""
    for hit in _ROUTING.finditer(text):
        if is_routing(digits_of(hit[1])):
            yield numbered(PrivateKind.ROUTING, digits_of(hit[1]), hit.start(1), hit.end(1))
    for hit in _CHECK_BANK.finditer(text):
        if is_routing(hit[1]):
            yield numbered(PrivateKind.ROUTING, hit[1], hit.start(1), hit.end(1))
    for hit in _CHECK_ACCOUNT.finditer(text):
        which = 1 if hit[1] else 2
        yield numbered(PrivateKind.ACCOUNT, digits_of(hit[which]), hit.start(which), hit.end(which))
    yield from _ibans(text)
    for label in NAMED.finditer(text):
        gap = _GAP.match(text, label.end())
        if gap and not _ANOTHER.search(gap[0]):
            yield from number_at(text, gap.end())
    for label in _BARE.finditer(text):
        yield from number_at(text, label.end())


def number_at(text: str, at: int) -> Iterator[Hit]:
    """Yield the account number that begins at ``at``, if there is one."""
    first = _FIRST.match(text, at)
    if first is None or _GOES_ON.match(text, first.end()):
        return
    end = first.end()
    while following := _NEXT.match(text, end) or _NEXT_LINE.match(text, end):
        end = following.end()
    number = text[at:end]
    digits = digits_of(number)
    if _FEWEST <= len(digits) <= _MOST and not _NOT_ACCOUNT.match(number):
        yield numbered(PrivateKind.ACCOUNT, digits, at, end)


def is_routing(digits: str) -> bool:
    """Whether nine ``digits`` are a bank's: first two as given out, check digit right (weights 3, 7, 1)."""
    total = sum(int(char) * weight for char, weight in zip(digits, (3, 7, 1) * 3, strict=True))
    return total % 10 == 0 and int(digits) > 0 and any(int(digits[:2]) in banks for banks in _BANKS)


def _ibans(text: str) -> Iterator[Hit]:
    for hit in _IBAN.finditer(text):
        named = "iban" in text[max(0, hit.start() - _LEFT) : hit.start()]
        if named and is_iban(hit[1].replace(" ", "")):
            yield Hit(PrivateKind.ACCOUNT, f"an IBAN, ending {hit[1].replace(' ', '')[-4:].upper()}", *hit.span(1))


def is_iban(letters: str) -> bool:
    """Whether the check digits of an IBAN are right (ISO 7064, mod 97)."""
    return int("".join(str(int(char, 36)) for char in letters[4:] + letters[:4])) % _IBAN_CHECK == 1
