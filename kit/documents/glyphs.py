"""Whether the house fonts can print a text; a character none of them has is refused, never a box on paper."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from kit.findings import KitError
from kit.paths import data_folder


class NoGlyph(KitError):  # noqa: N818 - the name says what is missing
    """A text holds a character that no house font can print."""


def house_folder() -> Path:
    """Return the folder of the house look: ``house.typ``, ``house.docx`` and ``fonts``."""
    return data_folder("templates") / "house"


def font_files(house: Path) -> tuple[Path, ...]:
    """Return the font files of a house folder; raise `KitError` where there are none."""
    found = tuple(sorted(path for path in (house / "fonts").glob("*") if path.suffix.lower() in {".ttf", ".otf"}))
    if not found:
        raise KitError(f"No fonts are in {house / 'fonts'}; install the kit again to get them back")
    return found


@cache
def characters(house: Path) -> frozenset[str]:
    """Return every character some font family of ``house`` has in all of its styles, and the line break."""
    from fontTools.ttLib import TTFont, TTLibError  # noqa: PLC0415 - heavy, and only paper needs it

    families: dict[str, set[int]] = {}
    for path in font_files(house):
        try:
            with path.open("rb") as file, TTFont(file, lazy=True) as font:
                codes, family = set(font.getBestCmap() or ()), font["name"].getBestFamilyName() or path.stem
        except (TTLibError, OSError):
            raise KitError(f"{path} is not a font; install the kit again to get it back") from None
        families[family] = families[family] & codes if family in families else codes
    return frozenset(chr(code) for codes in families.values() for code in codes if code >= 0x20) | {"\n", "\t"}  # noqa: PLR2004


def missing(text: str, house: Path) -> str:
    """Return the first character of ``text`` that cannot be printed, or nothing."""
    known = characters(house)
    return "" if known.issuperset(text) else next(char for char in text if char not in known)


def check(blanks: Mapping[str, object], house: Path, template: str) -> None:
    """Raise `NoGlyph` where a text within ``blanks`` holds a character no house font has, naming both."""
    known = characters(house)
    for name, text in texts(blanks):
        if not known.issuperset(text):
            char = missing(text, house)
            raise NoGlyph(f"{template}: the blank `{name}` holds {describe(char)}, which no house font can print")


def describe(char: str) -> str:
    """Return a character with its code and its name: ``“界” (U+754C, CJK unified ideograph-754C)``."""
    name = unicodedata.name(char, "a control character" if unicodedata.category(char) == "Cc" else "no name").lower()
    shown = f"“{char}” " if char.isprintable() else ""
    return f"{shown}(U+{ord(char):04X}, {name})"


def texts(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text within ``value`` with its name: ``lines[2].text``, counted from 0."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from texts(item, f"{name}.{key}" if name else str(key))
    elif isinstance(value, Iterable):
        for number, item in enumerate(value):
            yield from texts(item, f"{name}[{number}]")
