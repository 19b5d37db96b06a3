"""How often the parts of a page are drawn: ten parts that each draw the next ten times draw the last without end.

Nothing is unpacked to much by it, so no size tells; only whoever shows the page
would never come to its end.
"""

from __future__ import annotations

import re

from pikepdf import Dictionary, Name, Object, Pdf, PdfError, Stream

from kit.documents.exhibits.streams import bomb

_MOST = 1_000_000  # parts drawn on one page
_DEEP = 28  # parts within parts, as far as common programs follow them
_DRAW = re.compile(rb"(?<![\w/])Do(?!\w)")


def weigh_nesting(pdf: Pdf) -> None:
    """Raise `Refusal` K632 where a page of ``pdf`` draws more parts within parts than anybody waits for."""
    known: dict[tuple[int, int], int] = {}
    for page in pdf.pages:
        if _cost(page.obj, page.obj.get(Name.Resources), known, 0) > _MOST:
            raise bomb()


def _cost(item: Object, resources: object, known: dict[tuple[int, int], int], depth: int) -> int:
    """Return how many parts ``item`` draws, at most: as if each drawn were the largest it could draw."""
    parts = _parts(resources)
    if not parts or depth > _DEEP:
        return 1
    known[item.objgen] = 1  # what draws itself is drawn once
    largest = max(_part(part, resources, known, depth + 1) for part in parts)
    if largest > 1 or depth:  # a page that draws simple parts, as most do, is not unpacked to be counted
        known[item.objgen] = min(1 + _draws(item) * largest, _MOST + 1)
    return known[item.objgen]


def _part(part: Object, around: object, known: dict[tuple[int, int], int], depth: int) -> int:
    found = known.get(part.objgen)
    return _cost(part, part.get(Name.Resources, around), known, depth) if found is None else found


def _parts(resources: object) -> list[Object]:
    drawn = resources.get(Name.XObject) if isinstance(resources, Dictionary) else None
    values = list(drawn.values()) if isinstance(drawn, Dictionary) else []
    return [item for item in values if isinstance(item, Stream) and item.get(Name.Subtype) == Name.Form]


def _draws(item: Object) -> int:
    content = item if isinstance(item, Stream) else item.get(Name.Contents)
    streams = [content] if isinstance(content, Stream) else list(content.as_list()) if content is not None else []
    total = 0
    for stream in streams:
        try:
            total += len(_DRAW.findall(stream.read_bytes())) if isinstance(stream, Stream) else 0
        except PdfError:
            continue
    return total
