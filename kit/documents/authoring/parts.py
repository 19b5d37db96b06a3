"""Words that several documents share: `templates/house/parts/<name>.md`, put in by `{%p use name %}`."""

from __future__ import annotations

from pathlib import Path

from kit.documents.glyphs import house_folder
from kit.findings import KitError


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
