"""The manifest of a packet: its files, what stands where in each, and the law it rests on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kit.documents.packet.part import Packet, PacketSet, Part, Placed
from kit.documents.record import LawUsed, law_keys
from kit.journal.written import as_yaml

SETS = {PacketSet.OWN: "yours, with everything", PacketSet.FILE: "to file", PacketSet.SERVE: "to serve"}


@dataclass(frozen=True, slots=True)
class PacketFile:
    """A volume under the name it is written to, as seen from the case's folder."""

    path: str
    wanted: PacketSet
    packet: Packet


def manifest(files: Sequence[PacketFile], law: Iterable[LawUsed]) -> str:
    """Return the manifest as YAML: sets with their files and the SHA-256 of each, parts with pages, law with sources.

    The SHA-256 of a part is that of the PDF it came as. Raises `KitError` for text no file can hold.
    """
    first = files[0].packet.binding
    parts = dict.fromkeys(part for file in files for part in file.packet.parts)
    data = {
        "packet": f"{first.caption}: {first.title}",
        "as_of": first.day,
        "sets": [_set(wanted, files) for wanted in PacketSet if any(file.wanted is wanted for file in files)],
        "parts": [_part(part) for part in parts],
        "law": [law_keys(one) for one in law],
    }
    return as_yaml({name: value for name, value in data.items() if value != []})


def _set(wanted: PacketSet, files: Sequence[PacketFile]) -> dict[str, Any]:
    return {"set": SETS[wanted], "files": [_file(file) for file in files if file.wanted is wanted]}


def _file(file: PacketFile) -> dict[str, Any]:
    packet = file.packet
    volume = {"volume": f"{packet.volume} of {packet.volumes}"} if packet.volumes > 1 else {}
    return {
        "path": file.path,
        "sha256": hashlib.sha256(packet.pdf).hexdigest(),
        **volume,
        "pages": _span(packet.first, packet.first + packet.pages - 1),
        "contents": [_placed(placed) for placed in packet.placed],
    }


def _placed(placed: Placed) -> dict[str, Any]:
    cut = {"of_its_pages": _span(placed.begins, placed.begins + placed.count - 1)} if not placed.whole else {}
    return {"part": placed.part.id, "pages": _span(placed.first, placed.last), **cut}


def _part(part: Part) -> dict[str, Any]:
    said = {"id": part.id, "title": part.title, "exhibit": part.exhibit}
    private = {"private": True} if part.private else {}
    return {name: value for name, value in said.items() if value} | private | {"sha256": _sha256(part)}


def _sha256(part: Part) -> str:
    data = part.pdf.read_bytes() if isinstance(part.pdf, Path) else part.pdf
    return hashlib.sha256(data).hexdigest()


def _span(first: int, last: int) -> int | str:
    return first if first == last else f"{first} to {last}"
