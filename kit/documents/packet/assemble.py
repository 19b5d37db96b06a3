"""Parts to a packet: covers, contents, numbers, stamps, bookmarks, and one PDF of it all.

The same parts on the same day give the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from kit.documents.packet.part import Binding, Packet, PacketSet, Part, chosen


def assemble(
    parts: Sequence[Part], *, caption: str, title: str, author: str, day: date, pad_odd: bool = False
) -> Packet:
    """Bind ``parts``, in order, into one PDF with contents, covers, stamps and bookmarks.

    Raises `KitError` for a part that cannot be read or has no pages, two exhibits with one label, and text that no
    house font can print.
    """
    from kit.documents.packet.bind import bind  # noqa: PLC0415 - heavy
    from kit.documents.packet.opening import open_parts  # noqa: PLC0415
    from kit.documents.packet.plan import whole  # noqa: PLC0415

    binding = Binding(caption, title, author, day, pad_odd)
    return bind([[whole(part) for part in open_parts(parts)]], binding)[0]


def assemble_sets(
    parts: Sequence[Part],
    titles: Mapping[PacketSet, str],
    *,
    caption: str,
    author: str,
    day: date,
    pad_odd: bool = False,
) -> dict[PacketSet, Packet]:
    """Bind each set that ``titles`` names; every part is opened once. Raises as `assemble` does."""
    from kit.documents.packet.bind import bind  # noqa: PLC0415 - heavy
    from kit.documents.packet.opening import open_parts  # noqa: PLC0415
    from kit.documents.packet.plan import whole  # noqa: PLC0415

    opened = {one.part.id: one for one in open_parts(parts)}
    made: dict[PacketSet, Packet] = {}
    for wanted, title in titles.items():
        pieces = [whole(opened[part.id]) for part in chosen(tuple(parts), wanted)]
        made[wanted] = bind([pieces], Binding(caption, title, author, day, pad_odd))[0]
    return made
