"""From the bytes of a text to its characters, and to characters that paper can show."""

from __future__ import annotations

import codecs
import re
import unicodedata

from kit.documents.exhibits.limits import Remark

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 64 * 1024
_CONTROLS = frozenset(range(0x20)) - frozenset(b"\t\n\v\f\r\x1b\b") | {0x7F}
_FEW = 0.01  # control characters a text may have, of all
_ANSI = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")  # colours of a terminal
_LEFT_OUT = frozenset({"Cf", "Cs", "Co", "Cn"})
_WORN = frozenset({"Mn", "Mc", "Me", "Sk"})  # accents and skin colors, which stand on another sign
_KEPT = frozenset("\u200c\u200d")
_SIGN = "So"
_BLANK = "\u25a1"  # an empty square


def is_text(data: bytes) -> bool:
    """Whether ``data`` is a text in one of the encodings that `decoded` reads."""
    if any(data.startswith(mark) for mark, _ in _MARKS) or _wide(data):
        return True
    sample = data[:_SAMPLE]
    controls = sum(sample.count(bytes([code])) for code in _CONTROLS)
    return b"\0" not in data and controls <= len(sample) * _FEW


def decoded(data: bytes) -> tuple[str, tuple[Remark, ...]]:
    """Return the text of ``data``: UTF-8, UTF-16 or UTF-32, else Windows-1252 (Latin-1) with a remark that says so."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), ()
    if wide := _wide(data):
        return data.decode(wide, "replace"), ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        words = "is not UTF-8; it was read as Windows-1252 (Latin-1), so look at its accented letters"
        fix = "Save it as UTF-8 if a letter is wrong."
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError:
            text = data.decode("latin-1")
        return text, (Remark("K638", words, fix),)


def printable(text: str, known: frozenset[str]) -> tuple[str, tuple[Remark, ...]]:
    """Return ``text`` in the characters of ``known``, and what stands for others.

    A picture sign becomes its name in brackets, since a thumb turned up may be an answer; any other character
    without a glyph becomes an empty square. Signs that cannot be seen but turn the reading order or hide words
    are left out.
    """
    text = _ANSI.sub("", text).replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\f", "\n")
    text = unicodedata.normalize("NFC", text)
    strange = sorted(set(text) - known)
    if not strange:
        return _seen(text)
    table, missing, hidden = {}, [], 0
    for char in strange:
        new = _instead(char)
        table[ord(char)] = new
        if new == _BLANK:
            missing.append(char)
        hidden += text.count(char) if not new and unicodedata.category(char) not in _WORN else 0
    shown, remarks = _seen(text.translate(table), hidden)
    if missing:
        count = sum(text.count(char) for char in missing)
        first = min(missing, key=text.index)
        name = unicodedata.name(first, "a character without a name").lower()
        many = f"{count:,} characters" if count > 1 else "one character"
        words = f"holds {many} that the fonts at hand cannot print (first: U+{ord(first):04X}, {name}); {_BLANK} stands"
        fix = "Print it to PDF from the program it was written with if they matter."
        remarks = (*remarks, Remark("K638", f"{words} for each", fix))
    return shown, remarks


def _instead(char: str) -> str:
    category = unicodedata.category(char)
    if category in _LEFT_OUT or category in _WORN or category == "Cc":
        return ""
    if category.startswith("Z"):
        return " "
    return f"[{unicodedata.name(char, 'sign').lower()}]" if category == _SIGN else _BLANK


def _seen(text: str, hidden: int = 0) -> tuple[str, tuple[Remark, ...]]:
    """Take out what cannot be seen although a font has it: the signs that turn the reading order."""
    turning = {char for char in set(text) if unicodedata.category(char) in _LEFT_OUT} - _KEPT
    hidden += sum(text.count(char) for char in turning)
    text = text.translate(dict.fromkeys(map(ord, turning)))
    if not hidden:
        return text, ()
    return text, (Remark("K638", f"holds signs that cannot be seen ({hidden:,}); they are left out"),)


def _wide(data: bytes) -> str:
    """Return UTF-16's name for a text without a mark at its start: every other byte of Latin text is zero."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < 2 or b"\0" not in sample:  # noqa: PLR2004 - two letters say nothing
        return ""
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    most, least = 0.6, 0.05
    if odd > most and even < least:
        return "utf-16-le"
    return "utf-16-be" if even > most and odd < least else ""
