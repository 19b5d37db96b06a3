"""The Word file around a document's body: house styles, letterhead, footers, equal bytes for equal words."""

from __future__ import annotations

import posixpath
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from kit.documents.authoring.ooxml import Element, R, W, w
from kit.documents.authoring.tree import Box, Nodes, Paragraph
from kit.documents.authoring.word_runs import runs
from kit.documents.authoring.word_text import Numbers, write, write_styled
from kit.findings import KitError

_DOCUMENT = "word/document.xml"
_OLDEST = (1980, 1, 1, 0, 0, 0)  # the first date a zip can hold


def assemble(nodes: Nodes, house: Path) -> bytes:
    """Return the Word template of ``nodes`` in the look of ``house`` (a Word file)."""
    parts = _read(house)
    numbers = Numbers()
    document = etree.fromstring(parts[_DOCUMENT])
    section = document.find(f"{{{W}}}body/{{{W}}}sectPr")
    if section is None:
        raise KitError(f"{house} has no page settings; save it again in Word.")
    document[0][:] = [*write(nodes, numbers), section]
    boxes = {node.kind: node.nodes for node in nodes if isinstance(node, Box)}
    _footers(parts, section, boxes.get("footer", ()))
    if "letterhead" in boxes:
        _letterhead(parts, section, boxes["letterhead"], house)
    else:
        _without_letterhead(parts, section)
    parts[_DOCUMENT] = _bytes(document)
    parts["word/numbering.xml"] = _numbering(parts["word/numbering.xml"], numbers)
    return pack(parts)


def pack(parts: dict[str, bytes]) -> bytes:
    """Return the parts zipped, content types first and the rest by name, without the time of day."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name != "_rels/.rels", name)):
            entry = ZipInfo(name, _OLDEST)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, parts[name])
    return buffer.getvalue()


def _read(house: Path) -> dict[str, bytes]:
    try:
        with ZipFile(house) as archive:
            return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    except (OSError, BadZipFile):
        raise KitError(f"The house look {house} cannot be read as a Word file.") from None


def _referred(parts: dict[str, bytes], section: Element, tag: str) -> dict[str, str]:
    """Return the part behind each header or footer reference of the section, by its type."""
    relations = etree.fromstring(parts["word/_rels/document.xml.rels"])
    targets = {
        each.get("Id"): posixpath.normpath(posixpath.join("word", each.get("Target") or "")) for each in relations
    }
    found = section.findall(f"{{{W}}}{tag}")
    return {each.get(f"{{{W}}}type") or "": targets[each.get(f"{{{R}}}id")] for each in found}


def _footers(parts: dict[str, bytes], section: Element, nodes: Nodes) -> None:
    """Put the document's own words in front of the page number."""
    for name in _referred(parts, section, "footerReference").values():
        footer = etree.fromstring(parts[name])
        line = footer.find(f"{{{W}}}p")
        if line is None:
            continue
        before = []
        for each in line.findall(f"{{{W}}}r"):
            if each.find(f"{{{W}}}tab") is not None:
                break
            before.append(each)
        for each in before:
            line.remove(each)
        start = 1 if len(line) and line[0].tag == f"{{{W}}}pPr" else 0
        line[start:start] = [part for node in nodes if isinstance(node, Paragraph) for part in runs(node.parts)]
        parts[name] = _bytes(footer)


def _letterhead(parts: dict[str, bytes], section: Element, nodes: Nodes, house: Path) -> None:
    """Write the first paragraph after the logo, and the others where the house has its details."""
    name = _referred(parts, section, "headerReference").get("first", "")
    header = etree.fromstring(parts[name]) if name else etree.Element("none")
    place, details = (_first_styled(header, style) for style in ("LetterheadName", "LetterheadDetail"))
    if place is None or details is None:
        raise KitError(f"{house} has no first-page header with the styles Letterhead Name and Letterhead Detail")
    for text in [each for each in place.findall(f"{{{W}}}r") if each.find(f"{{{W}}}t") is not None]:
        place.remove(text)
    first = nodes[0]
    place.extend(runs(first.parts) if isinstance(first, Paragraph) else [])
    for each in reversed(write_styled(nodes[1:], "Letterhead Detail")):
        details.addnext(each)
    _drop(details)
    parts[name] = _bytes(header)


def _first_styled(root: Element, style: str) -> Element | None:
    return next(
        (
            each
            for each in root.iter(f"{{{W}}}p")
            if each.find(f"{{{W}}}pPr/{{{W}}}pStyle[@{{{W}}}val='{style}']") is not None
        ),
        None,
    )


def _drop(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _without_letterhead(parts: dict[str, bytes], section: Element) -> None:
    """Take the first-page header out, with its logo, so that all pages are alike."""
    for name in _referred(parts, section, "headerReference").values():
        folder, file = posixpath.split(name)
        relations = parts.pop(f"{folder}/_rels/{file}.rels", b"<none/>")
        for each in etree.fromstring(relations):
            parts.pop(posixpath.normpath(posixpath.join(folder, each.get("Target") or "")), None)
        del parts[name]
        _forget(parts, "[Content_Types].xml", "PartName", f"/{name}")
        _forget(parts, "word/_rels/document.xml.rels", "Target", file)
    for each in section.findall(f"{{{W}}}headerReference") + section.findall(f"{{{W}}}titlePg"):
        section.remove(each)


def _forget(parts: dict[str, bytes], part: str, attribute: str, value: str) -> None:
    root = etree.fromstring(parts[part])
    for each in [each for each in root if each.get(attribute) == value]:
        root.remove(each)
    parts[part] = _bytes(root)


def _numbering(part: bytes, numbers: Numbers) -> bytes:
    root = etree.fromstring(part)
    style = root.find(f".//{{{W}}}pStyle[@{{{W}}}val='ListNumber']/../..")
    kind = "" if style is None else style.get(f"{{{W}}}abstractNumId") or ""
    for number in numbers.used:
        over = w("lvlOverride", w("startOverride", val=1), ilvl=0)
        root.append(w("num", w("abstractNumId", val=kind), over, numId=number))
    return _bytes(root)


def _bytes(root: Element) -> bytes:
    etree.cleanup_namespaces(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
