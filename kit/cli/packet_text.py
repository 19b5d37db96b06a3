"""What became of a packet, in words and as data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kit.cli.findings_text import as_data, as_text
from kit.cli.paper import NOTICE
from kit.documents.packet.part import FOLDERS, PacketSet
from kit.load.text_file import shown_path
from kit.model.money import spoken

if TYPE_CHECKING:
    from kit.filing.make import MadePacket

_WHOSE = {
    PacketSet.OWN: "yours, with everything",
    PacketSet.FILE: "for the clerk",
    PacketSet.SERVE: "for each defendant",
}


def show_packet(made: MadePacket, shape: str) -> None:
    """Print what was made, notes first."""
    click.echo(json.dumps(_data(made), indent=2, ensure_ascii=False) if shape == "json" else "\n".join(_lines(made)))


def _lines(made: MadePacket) -> Iterator[str]:
    facts, filing = made.prospect.facts, made.prospect.filing
    yield from (as_text(one) for one in made.findings)
    court = filing.court.name if filing.court else "the court"
    if not made.outcome.new:
        yield "Small-claims packet: made before from the same facts; nothing new was made."
        yield from (f"  {path} was changed since it was made, and is kept as it is." for path in made.outcome.changed)
    else:
        asked = spoken(filing.demand, facts.case.currency)
        yield f"Small-claims packet for {asked} in the {court}:"
        if made.outcome.superseded:
            yield f"  It takes the place of the one of entry {made.outcome.superseded.n}; do not file that one."
    for wanted, files in _by_set(made):
        for file in files:
            yield f"  {shown_path(file)}  {_WHOSE[wanted]}"
    parts = next((file.parent for file in made.files if file.parent.name == "parts"), None)
    if parts:
        yield f"  {shown_path(parts)}  each part by itself"
    yield NOTICE


def _by_set(made: MadePacket) -> Iterator[tuple[PacketSet, list[Path]]]:
    yield PacketSet.OWN, [file for file in made.files if file.suffix == ".pdf" and file.parent.name == "out"]
    for wanted, home in FOLDERS.items():
        yield wanted, [file for file in made.files if file.parent.name == home]


def _data(made: MadePacket) -> dict[str, Any]:
    filing = made.prospect.filing
    return {
        "document": made.outcome.made.document,
        "new": made.outcome.new,
        "entry": made.outcome.made.n,
        "court": filing.court.name if filing.court else None,
        "asks_for": str(filing.demand),
        "pages": {wanted.value: sum(one.pages for one in volumes) for wanted, volumes in made.packets.items()},
        "files": [str(file) for file in made.files],
        "changed_since": list(made.outcome.changed),
        "supersedes": made.outcome.superseded.n if made.outcome.superseded else None,
        "findings": [as_data(one) for one in made.findings],
    }
