"""A character that no house font has, traced back to the place in the case where it was written."""

from __future__ import annotations

import re
from pathlib import Path

from kit.documents import glyphs
from kit.findings import InvalidFile, KitError, error
from kit.load.fault_words import spoken
from kit.model.case import Case

_KEY = re.compile(r"[^.\[\]]+")
_SHOWN = 60  # characters of the text around the sign
FIX = "Write it in Latin letters; a name as it stands on the register."


def refuse(case: Case, house: Path, fault: KitError) -> KitError:
    """Return what to raise instead of ``fault``, a character without a glyph: it points to the case's own words.

    Returns ``fault`` where no text of the case holds such a character.
    """
    found = []
    for name, text in glyphs.texts(case.model_dump(exclude={"logo"})):
        char = glyphs.missing(text, house)
        if not char or name.startswith(("events", "made", "sent")):
            continue
        shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
        loc = [int(key) if key.isdigit() else key for key in _KEY.findall(name)]
        place = None if loc[0] == "creditor" else case.place(*loc)  # a creditor may stand in kit.yaml
        message = f"{spoken(tuple(loc))}: “{shown}” holds {glyphs.describe(char)}, which no house font can print"
        found.append(error("K381", message, place, fix=FIX))
    return InvalidFile(found) if found else fault
