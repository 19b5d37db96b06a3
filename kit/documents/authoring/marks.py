"""The marks in a words file: blanks, presence, repetition, and lines to write on.

A template holds words. It asks whether a blank is there and repeats rows; it
does not calculate, compare or format. Whatever else stands between braces is
refused here, with its line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kit.documents.authoring.parts import part_source
from kit.findings import Finding, InvalidFile, Place, error

CODE = "K380"
OPEN, CLOSE = "\ue000", "\ue001"  # private characters no text holds: they carry a mark through the Markdown reader

_PATH = r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*"
_BLANK = re.compile(rf"\{{\{{\s*({_PATH})\s*\}}\}}")
_LOGIC = re.compile(
    rf"\{{%(p|tr)?\s+(?:(if)\s+(not\s+)?({_PATH})|(for)\s+([a-z][a-z0-9_]*)\s+in\s+({_PATH})|(use)\s+([a-z][a-z-]*)|(else|endif|endfor))\s*%\}}"
)
_LINE = re.compile(r"(?<!_)_{4,}(?!_)")
_ANY = re.compile(rf"{_BLANK.pattern}|{_LOGIC.pattern}|{_LINE.pattern}")
_BRACES = re.compile(r"\{\{[^}\n]*\}?\}?|\{%[^}\n]*\}?|\{#[^}\n]*\}?|\}\}|%\}|#\}")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_RESERVED = frozenset({"loop", "none", "true", "false", "auto", "let", "set", "show", "include", "context", "self"})

_PAIR = "close each if with endif and each for with endfor, with the same letters after the percent sign"
_RENAME = "give the inner item another name"


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: ``kind`` is blank, line, use, if, else, endif, for, endfor; ``level`` is "" (in a line), "p", "tr"."""

    kind: str
    level: str
    path: str
    name: str
    absent: bool
    line: int

    def __str__(self) -> str:
        words = {
            "use": f"use {self.name}",
            "if": f"if {'not ' if self.absent else ''}{self.path}",
            "for": f"for {self.name} in {self.path}",
        }
        return f"{{%{self.level} {words.get(self.kind, self.kind)} %}}"


@dataclass(slots=True)
class Marked:
    """Markdown in which every mark is a token, with the marks and the file they came from."""

    path: str
    source: str
    text: str = ""
    marks: list[Mark] = field(default_factory=list)

    def refuse(self, line: int, message: str, fix: str) -> InvalidFile:
        """Return the refusal of what stands on ``line`` (counted from 1)."""
        return InvalidFile([self.finding(line, message, fix)])

    def finding(self, line: int, message: str, fix: str) -> Finding:
        """Return a finding about ``line``."""
        lines = self.source.split("\n")
        text = lines[line - 1] if 0 < line <= len(lines) else ""
        return error(CODE, message, Place(self.path, line, 1, max(len(text), 1), text), fix=fix)

    def line_of(self, words: str) -> int:
        """Return the first line that holds ``words``, or 0."""
        return next((n for n, text in enumerate(self.source.split("\n"), 1) if words and words in text), 0)


def mark(path: str, source: str) -> Marked:
    """Return the words with marks as tokens.

    Raises `InvalidFile` with every brace that is neither a blank, a question of
    presence nor a repetition, and every mark that is not closed.
    """
    source = source.replace("\r\n", "\n").removeprefix("\ufeff")
    marked = Marked(path, source)
    plain = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), source)
    faults: list[Finding] = []
    lines = [_mark_line(marked, number, line, faults) for number, line in enumerate(plain.split("\n"), 1)]
    faults += _unclosed(marked)
    if faults:
        raise InvalidFile(faults)
    marked.text = "\n".join(lines)
    return marked


def blanks(source: str, path: str = "words") -> frozenset[str]:
    """Return the blanks the words name: ``amount_due``, and ``lines[].amount`` for those of an item."""
    names: set[str] = set()
    scope: dict[str, str] = {}
    for each in mark(path, source).marks:
        if each.kind in {"blank", "if", "for"}:
            full = _full(each.path, scope)
            names.add(full)
            if each.kind == "for":
                scope[each.name] = full
        elif each.kind == "use":
            names |= blanks(part_source(each.name), each.name)
    return frozenset(names)


def _full(path: str, scope: dict[str, str]) -> str:
    first, dot, rest = path.partition(".")
    return f"{scope[first]}[]{dot}{rest}" if first in scope else path


def _mark_line(marked: Marked, number: int, line: str, faults: list[Finding]) -> str:
    here: list[Mark] = []

    def token(found: re.Match[str]) -> str:
        here.append(_read(found, number))
        return f"{OPEN}{len(marked.marks) + len(here) - 1}{CLOSE}"

    text = _ANY.sub(token, line)
    faults += [marked.finding(number, *_complaint(found[0])) for found in _BRACES.finditer(text)]
    faults += [_reserved(marked, each) for each in here if _RESERVED & {each.name, *each.path.split(".")}]
    marked.marks += here
    if not any(each.level == "p" for each in here):
        return text
    if re.fullmatch(rf"\s*{OPEN}\d+{CLOSE}\s*", text) is None:
        faults.append(
            marked.finding(number, "a {%p ... %} mark shares its line with other words", "put it on a line of its own")
        )
    return f"\n{text}\n"


def _read(found: re.Match[str], line: int) -> Mark:
    blank, level, when, absent, asked, each, name, over, use, part, other = found.groups()
    if blank:
        return Mark("blank", "", blank, "", False, line)
    if use:
        return Mark("use", level or "", "", part, False, line)
    if when or each or other:
        return Mark(when or each or other, level or "", asked or over or "", name or "", bool(absent), line)
    return Mark("line", "", "", "", False, line)


def _complaint(braces: str) -> tuple[str, str]:
    if braces.startswith("{#"):
        return f"{braces} is a template comment", "write <!-- ... -->"
    if braces.startswith("{{"):
        return (
            f"{braces} does more than name a blank",
            "name a blank, as in {{ amount_due }}, and let the kit write the value",
        )
    if braces.startswith("{%"):
        fix = "ask {%p if blank %} or {%p if not blank %}, repeat with {%p for item in items %} or {%tr for ... %}"
        return f"{braces} is neither a question of presence nor a repetition", fix
    return f"{braces} closes nothing", "write each mark on one line"


def _reserved(marked: Marked, each: Mark) -> Finding:
    return marked.finding(
        each.line, f"{each.path or each.name} uses a name the kit keeps for itself", "choose another name"
    )


def _unclosed(marked: Marked) -> list[Finding]:
    stack: list[Mark] = []
    faults: list[Finding] = []
    for each in marked.marks:
        if each.kind in {"if", "for"}:
            if each.kind == "for" and each.name in {outer.name for outer in stack}:
                faults.append(marked.finding(each.line, f"{each.name} is already the name of an outer item", _RENAME))
            stack.append(each)
        elif each.kind in {"else", "endif", "endfor"}:
            opener = "for" if each.kind == "endfor" else "if"
            if not stack or stack[-1].kind != opener or stack[-1].level != each.level:
                faults.append(marked.finding(each.line, f"{each} answers no {opener} of its own kind before it", _PAIR))
            elif each.kind != "else":
                stack.pop()
    return faults + [marked.finding(each.line, f"{each} is never closed", _PAIR) for each in stack]
