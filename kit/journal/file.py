"""The journal as read: every entry in order with its place, and what is wrong with the file.

An entry the kit wrote begins with a head line of its own and ends with the line
`...`. One at the end of the file without that line was cut short, unless its
last line is whole and it says all that its kind of entry needs: then only the
closing line was deleted. One that was cut short is reported and left out, since
an amount may have lost its last digits. An entry typed by hand needs neither
line; where it cannot be read, that is an error.
"""

from __future__ import annotations

import difflib
import os
import re
from dataclasses import dataclass, replace
from pathlib import Path

from kit.findings import Finding, InvalidFile, Place, Severity, error, note
from kit.journal.written import HEAD
from kit.load import yaml_text
from kit.load.text_file import read_bytes
from kit.load.validation import validate
from kit.load.yaml_text import Key, Tree
from kit.model.event import MODELS, Event

NAME = "journal.yaml"

_HEADS = re.compile(rf"^{HEAD}[ \t]*\r?$", re.MULTILINE)
_AFTER = re.compile(r"^(\.\.\.|---)([ \t].*)?\r?$", re.MULTILINE)
_UTF8_AT_MOST = 4  # bytes a character


@dataclass(frozen=True, slots=True)
class Entry:
    """One event, and where it stands."""

    event: Event
    place: Place | None = None
    tree: Tree | None = None

    def at(self, *loc: Key) -> Place | None:
        """Return where the value at ``loc`` stands."""
        return self.tree.place(*loc) if self.tree else self.place


@dataclass(frozen=True, slots=True)
class Journal:
    """All entries in order, undone ones too. ``errors`` make it unusable; the other findings go with every paper."""

    shown: str = NAME
    entries: tuple[Entry, ...] = ()
    findings: tuple[Finding, ...] = ()
    whole: int | None = None  # characters before an entry that was cut short

    @property
    def events(self) -> tuple[Event, ...]:
        """Every event, undone ones too."""
        return tuple(entry.event for entry in self.entries)

    @property
    def next_number(self) -> int:
        """The number the next entry gets."""
        return max((entry.event.n for entry in self.entries), default=0) + 1

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What keeps the journal from being used."""
        return tuple(found for found in self.findings if found.severity is Severity.ERROR)

    def entry(self, number: int) -> Entry | None:
        """Return the entry with this number."""
        return next((entry for entry in self.entries if entry.event.n == number), None)

    def followed_by(self, event: Event) -> Journal:
        """Return the journal as it would be with ``event`` at its end."""
        return replace(self, entries=(*self.entries, Entry(event)))


def read(folder: Path, shown: str = NAME) -> Journal:
    """Return the journal of the case in ``folder``, named ``shown`` in findings; empty where there is none.

    Faults do not raise: they are the journal's ``findings``.
    """
    path = folder / NAME
    if not os.path.lexists(path):
        return Journal(shown)
    try:
        return parse(_text(path, shown), shown)
    except InvalidFile as err:
        return Journal(shown, findings=err.findings)


def parse(text: str, shown: str = NAME) -> Journal:
    """Return the journal in ``text``."""
    whole = cut_at(text)
    if whole is not None and _complete(text, whole, shown):
        whole = None
    findings: list[Finding] = [] if whole is None else [_cut(text, whole, shown)]
    entries: list[Entry] = []
    lines = text.split("\n")
    last = 0
    try:
        for tree in yaml_text.documents(text if whole is None else text[:whole], shown):
            if tree.data is None:
                continue  # a `---` with nothing behind it
            entry = _entry(tree, lines, findings)
            if entry and entry.event.n <= last:
                findings.append(_misnumbered(entry, last))
            elif entry:
                last = entry.event.n
                entries.append(entry)
    except InvalidFile as err:
        findings += err.findings
    return Journal(shown, tuple(entries), tuple(findings), whole)


def cut_at(text: str) -> int | None:
    """Return where the last entry begins if it was cut short, else None."""
    start = text.rfind("\n") + 1
    if text[start:] and HEAD.startswith(text[start:]):
        return start
    heads = list(_HEADS.finditer(text))
    return heads[-1].start() if heads and not _AFTER.search(text, heads[-1].end()) else None


def _complete(text: str, start: int, shown: str) -> bool:
    """Return whether the entry from ``start`` to the end of the text is one the kit can read, its last line whole."""
    if not text.endswith("\n"):
        return False
    try:
        (tree,) = yaml_text.documents(text[start:], shown)
        word = tree.data.get("event") if isinstance(tree.data, dict) else None
        validate(MODELS[str(word)], tree)
    except (InvalidFile, KeyError, ValueError):
        return False
    return True


def _text(path: Path, shown: str) -> str:
    try:
        return yaml_text.read_text(path, shown)
    except InvalidFile:
        raw = read_bytes(path, shown, yaml_text.MAX_BYTES)
        for lost in range(1, _UTF8_AT_MOST):  # cut within a character
            try:
                text = raw[:-lost].decode("utf-8-sig")
            except UnicodeDecodeError:
                continue
            if cut_at(text) is not None:
                return text.removesuffix("\n")  # what follows is half a character, so no line end closes the entry
        raise


def _cut(text: str, start: int, shown: str) -> Finding:
    line = text.count("\n", 0, start)
    place = Place(shown, line + 1, 1, text=text[start:].split("\n", 1)[0].rstrip("\r"))
    return note(
        "K040",
        "the last entry was cut short before its closing line, and is left out",
        place,
        fix="Record it again with `kit log`; or, if it is whole, put a line with `...` after it.",
    )


def _entry(tree: Tree, lines: list[str], findings: list[Finding]) -> Entry | None:
    if not isinstance(tree.data, dict):
        fix = 'Begin with `n:`, `event:` and `on:`; `kit log CASE note "..."` writes an entry for you.'
        findings.append(error("K041", "an entry is made of `key: value` lines", tree.place(), fix=fix))
        return None
    word = tree.data.get("event")
    model = MODELS.get(word) if isinstance(word, str) else None
    if model is None:
        findings.append(_unknown(tree, word))
        return None
    try:
        event = validate(model, tree)
    except InvalidFile as err:
        findings += err.findings
        return None
    number = tree.mark[0] if tree.mark else 0
    line = lines[number].rstrip("\r")
    return Entry(event, Place(tree.path, number + 1, 1, max(1, len(line)), line), tree)


def _unknown(tree: Tree, word: object) -> Finding:
    if word is None:
        return error("K020", "`event` is missing", tree.place(), fix=f"Add `event:` with one of {', '.join(MODELS)}.")
    near = difflib.get_close_matches(str(word), MODELS, 1)
    fix = f"Did you mean `{near[0]}`?" if near else f"Write one of {', '.join(MODELS)}."
    spoken = f"`{word}`" if isinstance(word, str) else "this"
    return error("K042", f"event: {spoken} is not something the journal records", tree.place("event"), fix=fix)


def _misnumbered(entry: Entry, last: int) -> Finding:
    message = f"this entry has the number {entry.event.n}, and the one before it has {last}"
    return error("K043", message, entry.at("n"), fix=f"Numbers go up: write {last + 1}, and correct those that follow.")
