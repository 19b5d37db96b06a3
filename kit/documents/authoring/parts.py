"""Words that several documents share: `templates/house/parts/<name>.md`, put in by `{%p use name %}`."""

from __future__ import annotations

import re
from pathlib import Path

from kit.documents.glyphs import house_folder
from kit.findings import KitError

_USE = re.compile(r"^\{%p use ([a-z][a-z-]*) %\}$", re.MULTILINE)


def part_file(name: str) -> Path:
    """Return where the part ``name`` stands."""
    return house_folder() / "parts" / f"{name}.md"


def part_source(name: str) -> str:
    """Return the words of the part ``name``; raises `KitError` where there is no such part."""
    path = part_file(name)
    try:
        return path.read_text("utf-8")
    except OSError:
        known = ", ".join(sorted(file.stem for file in path.parent.glob("*.md")))
        raise KitError(f"there is no part `{name}`; there are {known}") from None


def with_parts(source: str) -> str:
    """Return the words with every part written out, so that they can be changed for one document alone."""
    return _USE.sub(lambda found: part_source(found[1]).strip(), source)
