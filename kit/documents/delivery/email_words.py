"""The words of emails: one file for each step under `templates/emails/`, read and filled.

The first line is the subject, every other line a paragraph. A line is left out
where a blank in it has no value, so the files need no conditions. A value is
put in once and never read as words again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kit.findings import Finding, InvalidFile, KitError, Place, error, note
from kit.load.text_file import shown_path
from kit.paths import data_folder

FOLDER = "emails"
ANY = "letter"  # the words for a paper that has none of its own
BLANKS = frozenset("salutation creditor signer title phone debtor reader date pay_by invoices amount".split())
IN_SUBJECT = frozenset({"creditor", "signer", "date"})

_MARK = re.compile(r"\{\{\s*(\w*)\s*\}\}")
_NAME = re.compile(r"[A-Za-z0-9][\w-]*\Z", re.ASCII)
_REMARK = re.compile(r"\s*<!--.*-->\s*\Z")
_DEBT = re.compile(
    r"debt|\bow(?:e|ed|ing)\b|due|unpaid|\blate\b|pay|collect|demand|notice|remind|invoice|\bbill|balance|amount|"
    r"interest|\bfees?\b|court|legal|\blien|delinquen|arrears|default|urgent|final|\blast\b|[$€£¥]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class EmailWords:
    """One file of words; the lines of the body keep their order, blank ones too."""

    path: Path
    subject: str
    body: tuple[str, ...]
    findings: tuple[Finding, ...] = ()


def words_file(names: Iterable[str], tone: str = "", own: Path | None = None) -> Path:
    """Return the file of words for the first of ``names`` that has one, the user's ``own`` folder of templates first.

    In each folder the file of ``tone`` comes before the one without. Raises `KitError` where the kit's files are gone.
    """
    folders = [root / FOLDER for root in (own, data_folder("templates")) if root is not None]
    for name in (*names, ANY):
        for folder in folders if _NAME.match(name) else ():
            for stem in (f"{name}.{tone}", name) if tone else (name,):
                if (folder / f"{stem}.md").is_file():
                    return folder / f"{stem}.md"
    raise KitError(f"{folders[-1] / ANY}.md is missing; install the kit again to get it back")


def read_words(path: Path) -> EmailWords:
    """Return the words in the file at ``path``. Raises `InvalidFile` with every fault of it."""
    shown = shown_path(path)
    kept = [(number, line.rstrip()) for number, line in enumerate(_lines(path, shown), 1) if not _REMARK.match(line)]
    while kept and not kept[0][1]:
        del kept[0]
    number, first = kept[0] if kept else (1, "")
    faults = list(_faults(kept, shown))
    subject = first.removeprefix("Subject:").strip()
    if not first.startswith("Subject:") or not subject:
        message = "the words of an email start with a line `Subject: ...`"
        faults.insert(0, error("K466", message, _place(shown, number, first), fix="Write it first."))
    if faults:
        raise InvalidFile(faults)
    return EmailWords(path, subject, tuple(line for _, line in kept[1:]), tuple(_revealing(first, number, shown)))


def _lines(path: Path, shown: str) -> list[str]:
    try:
        return path.read_text("utf-8-sig").split("\n")
    except OSError:
        raise InvalidFile([error("K466", "the words of this email cannot be read", Place(shown))]) from None
    except UnicodeDecodeError:
        fix = "Save it as UTF-8."
        raise InvalidFile([error("K466", "the words of this email are not UTF-8", Place(shown), fix=fix)]) from None


def fill(words: EmailWords, blanks: Mapping[str, str]) -> tuple[str, str]:
    """Return the subject and the body with ``blanks`` put in; lines with a blank that has no value are left out."""
    lines = [_filled(line, blanks) for line in words.body if all(blanks[name] for name in _MARK.findall(line))]
    body = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
    return _filled(words.subject, blanks), f"{body}\n"


def _filled(line: str, blanks: Mapping[str, str]) -> str:
    return _MARK.sub(lambda found: blanks[found[1]], line)


def _faults(lines: list[tuple[int, str]], shown: str) -> Iterator[Finding]:
    """Yield what cannot be filled: a blank nobody knows, one that must not stand in the subject, a stray brace."""
    for index, (number, line) in enumerate(lines):
        allowed = BLANKS if index else IN_SUBJECT
        fix = f"There are: {', '.join(sorted(allowed))}."
        for found in _MARK.finditer(line):
            if found[1] not in allowed:
                what = "does not stand in a subject" if found[1] in BLANKS else "is not a blank of emails"
                place = _place(shown, number, line, found.start() + 1, len(found[0]))
                yield error("K466", f"`{found[0]}` {what}", place, fix=fix)
        rest = _MARK.sub(lambda found: " " * len(found[0]), line)
        if stray := re.search(r"\{\{|\{%|\}\}|%\}", rest):
            place = _place(shown, number, line, stray.start() + 1, len(stray[0]))
            yield error("K466", "an email's words hold blanks such as `{{ amount }}` and nothing else in braces", place)


def _revealing(line: str, number: int, shown: str) -> Iterator[Finding]:
    """Note a word in the subject that tells whoever sees the screen what the message is about."""
    if found := _DEBT.search(line, len("Subject:")):
        message = f"the subject says “{found[0]}”; whoever stands beside the reader sees it"
        place = _place(shown, number, line, found.start() + 1, len(found[0]))
        yield note("K467", message, place, fix="Name the sender and the day only.")


def _place(shown: str, number: int, line: str, column: int = 1, length: int = 1) -> Place:
    return Place(shown, number, column, length, line)
