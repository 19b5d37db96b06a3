"""`kit templates build`: from a folder's words to its Word and Typst templates.

``en.md`` becomes ``en.docx`` and ``en.typ``; a words file of another tone,
``en.firm.md``, becomes ``en.firm.docx`` and ``en.firm.typ``. Equal words give
equal bytes, so a rebuilt template that differs was changed by hand.
"""

from __future__ import annotations

import re
from pathlib import Path

from kit.documents import glyphs
from kit.documents.authoring import package, typst_text
from kit.documents.authoring.keeping import keep_together
from kit.documents.authoring.reading import read
from kit.findings import Finding, InvalidFile, KitError, Place, error

_WORDS = re.compile(r"[a-z]{2}(?:-[A-Z]{2})?(?:\.[a-z][a-z-]*)?\.md")
CODE_GLYPH = "K381"


def folders(root: Path) -> tuple[Path, ...]:
    """Return the folders under ``root`` that hold words, in order."""
    return tuple(sorted({path.parent for path in root.rglob("*.md") if _WORDS.fullmatch(path.name)}))


def words_files(folder: Path) -> tuple[Path, ...]:
    """Return a folder's words files: ``en.md``, ``en.firm.md``."""
    return tuple(sorted(path for path in folder.glob("*.md") if _WORDS.fullmatch(path.name)))


def build(folder: Path) -> dict[str, bytes]:
    """Return the templates made from a folder's words, by file name; nothing is written.

    Raises `InvalidFile` with the places of everything the words may not hold, and
    `KitError` where there are no words or the Markdown reader is not installed.
    """
    files = words_files(folder)
    if not files:
        raise KitError(f"{folder} holds no words: no en.md")
    made: dict[str, bytes] = {}
    faults: list[Finding] = []
    for path in files:
        try:
            made |= _build(path)
        except InvalidFile as refused:
            faults += refused.findings
    if faults:
        raise InvalidFile(faults)
    return made


def write(folder: Path) -> tuple[Path, ...]:
    """Build a folder's templates beside its words; return the files that changed. Raises as `build`."""
    changed = []
    for name, content in build(folder).items():
        path = folder / name
        try:
            if not path.is_file() or path.read_bytes() != content:
                path.write_bytes(content)
                changed.append(path)
        except OSError as err:
            raise KitError(f"{path} cannot be written: {err.strerror or err}") from err
    return tuple(changed)


def _build(path: Path) -> dict[str, bytes]:
    try:
        source = path.read_text("utf-8")
    except OSError as err:
        raise KitError(f"{path} cannot be read: {err.strerror or err}") from err
    except UnicodeDecodeError:
        raise InvalidFile(
            [error("K380", f"{path.name} is not UTF-8 text", Place(str(path)), fix="save it as UTF-8")]
        ) from None
    house = glyphs.house_folder()
    _check_glyphs(path, source, house)
    for part in sorted((house / "parts").glob("*.md")):
        _check_glyphs(part, part.read_text("utf-8"), house)
    nodes = keep_together(read(str(path), source))
    stem = path.name.removesuffix(".md")
    text = typst_text.write(nodes, path.name)
    return {f"{stem}.docx": package.assemble(nodes, house / "house.docx"), f"{stem}.typ": text.encode()}


def _check_glyphs(path: Path, source: str, house: Path) -> None:
    faults = []
    for number, line in enumerate(source.splitlines(), 1):
        char = glyphs.missing(line.replace("\t", " ").removeprefix("\ufeff"), house)
        if char:
            place = Place(str(path), number, line.index(char) + 1, 1, line)
            faults.append(
                error(CODE_GLYPH, f"no house font has {glyphs.describe(char)}", place, fix="write it otherwise")
            )
    if faults:
        raise InvalidFile(faults)
