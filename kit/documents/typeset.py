"""From a Typst template and its blanks to a PDF.

Values reach Typst as data, never as markup: a debtor named ``#read("x")`` prints
as that. They come in a data file beside the template and not in ``sys.inputs``: a
change of inputs makes the compiler forget what pages share, and each then takes
three times as long. System fonts are ignored, and the clock is the day on the
paper, so the same case gives the same bytes on every machine.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kit.documents import glyphs
from kit.documents.logo import as_svg, shape
from kit.findings import KitError

if TYPE_CHECKING:
    import typst

_NO_KEY = re.compile(r'dictionary does not contain key "(\w+)"')
_PAGE = re.compile(rb"/Type\s*/Page\b")
_PACKAGE = re.compile(r'"@[\w-]+/')


def typeset(
    template: Path,
    blanks: Mapping[str, object],
    *,
    title: str,
    author: str,
    day: date,
    language: str = "en",
    logo: bytes | None = None,
) -> bytes:
    """Return ``template`` filled with ``blanks`` as PDF/A-2a; equal input gives equal bytes.

    ``blanks`` hold text, numbers, yes or no, and lists or mappings of these. Raises `KitError` for a blank
    without a value, a character no house font has, a logo that is no picture, and a fault in the template.
    """
    import typst  # noqa: PLC0415 - only paper needs it

    name, house = _shown(template), glyphs.house_folder()
    values = plain(blanks, name)
    glyphs.check({**values, "title": title, "author": author}, house, name)
    about = {
        "blanks": values,
        "title": title,
        "author": author,
        "language": language,
        "logo": shape(logo) if logo is not None else 0,
    }
    files = {"main": _text(template, name)}
    if logo is not None:
        files["logo.svg"] = as_svg(logo)
    try:
        return _paged(template, compiler(house), files, about, day)
    except typst.TypstError as fault:
        raise KitError(_sentence(name, fault)) from None


ROUNDS = 5  # of setting the pages with what they came to; two are enough for any template of the kit
_PAGES: dict[Path, int] = {}  # how many pages a template last came to; a guess, so that most papers are set once


def _paged(
    template: Path, setter: typst.Compiler, files: Mapping[str, bytes], about: Mapping[str, object], day: date
) -> bytes:
    """Return the pages with their number at the foot of each.

    Asking Typst itself for the number sets every page twice. A guess is right for most papers of one kind; where it
    is not, the pages are set again with what they came to.
    """
    pages = _PAGES.get(template, 1)
    for _ in range(ROUNDS):
        said = json.dumps({**about, "pages": pages}, ensure_ascii=False)
        made = setter.compile(
            input={**files, "document.json": said.encode()},  # type: ignore[type-var]  # documented, but not in the stub
            format="pdf",
            pdf_standards=["a-2a"],
            timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
        )
        if not isinstance(made, bytes):
            raise TypeError(type(made))
        found = len(_PAGE.findall(made))
        if found == pages:
            return made
        _PAGES[template] = pages = found
    raise KitError(f"{_shown(template)}: its length turns on its own number of pages, so it never comes out even")


@cache
def compiler(house: Path) -> typst.Compiler:
    """Return the compiler of a house folder, made once: fonts are read once, and pages alike are set faster."""
    import typst  # noqa: PLC0415 - only paper needs it

    glyphs.font_files(house)
    if not (house / "house.typ").is_file():
        raise KitError(f"{house / 'house.typ'} is missing; install the kit again to get it back")
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(house / "fonts")])
    return typst.Compiler(root=str(house), font_paths=fonts, ignore_system_fonts=True)


def plain(blanks: object, template: str) -> dict[str, object]:
    """Return ``blanks`` (a mapping or a dataclass) as plain data; raise `KitError` naming a blank that is None."""
    found = _plain(blanks, "", template)
    if not isinstance(found, dict):
        raise TypeError(type(blanks))
    return found


def _plain(value: object, name: str, template: str) -> object:
    if isinstance(value, str | int):
        return value
    if value is None:
        raise KitError(f"{template}: the blank `{name}` has no value")
    if is_dataclass(value) and not isinstance(value, type):
        value = {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(item, f"{name}.{key}" if name else str(key), template) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item, f"{name}[{number}]", template) for number, item in enumerate(value)]
    raise TypeError(f"{template}: {name} is a {type(value).__name__}; a blank takes words")


def _shown(template: Path) -> str:
    return f"{template.parent.name}/{template.name}"


def _text(template: Path, name: str) -> bytes:
    try:
        text = template.read_text("utf-8")
    except OSError:
        raise KitError(f"The template {template} cannot be read") from None
    except UnicodeDecodeError:
        raise KitError(f"The template {template} is not UTF-8 text") from None
    if _PACKAGE.search(text):
        raise KitError(f"{name} imports a package from the network; the kit sets pages from what it has")
    return text.encode()


def _sentence(name: str, fault: typst.TypstError) -> str:
    found = _NO_KEY.search(fault.message)
    if found:
        return f"{name}: the blank `{found[1]}` has no value"
    place = re.search(r"[\\/]main:(\d+):(\d+)|(\w+\.typ):(\d+)", fault.diagnostic)
    where = f":{place[1]}:{place[2]}" if place and place[1] else f" ({place[3]}, line {place[4]})" if place else ""
    return f"{name}{where}: the page cannot be set: {fault.message}"
