"""Word's XML, as little of it as a document needs."""

from __future__ import annotations

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Element = etree._Element  # noqa: SLF001 - lxml gives its elements no public type

INK, HAIR = "1B365D", "D5DAE1"  # rules: as in house.typ


def w(tag: str, *children: Element, **attributes: str | int) -> Element:
    """Return ``<w:tag>`` with ``w:`` attributes and children."""
    made = etree.Element(f"{{{W}}}{tag}", nsmap={"w": W})
    for name, value in attributes.items():
        made.set(f"{{{W}}}{name.rstrip('_')}", str(value))
    made.extend(children)
    return made


def run(text: str, *, bold: bool = False, italic: bool = False) -> Element:
    """Return a run of text."""
    made = w("r")
    if bold or italic:
        made.append(w("rPr", *([w("b"), w("bCs")] if bold else []), *([w("i"), w("iCs")] if italic else [])))
    words = w("t")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    made.append(words)
    return made


def paragraph(
    style: str, *runs: Element, keep: bool = False, align: str = "left", number: int = 0, new_page: bool = False
) -> Element:
    """Return a paragraph in the named style; ``number`` is the list it is numbered in."""
    settings = w("pPr", w("pStyle", val=style.replace(" ", "")))
    if keep:
        settings.append(w("keepNext"))
    if new_page:
        settings.append(w("pageBreakBefore"))
    if number:
        settings.append(w("numPr", w("ilvl", val=0), w("numId", val=number)))
    if align != "left":
        settings.append(w("jc", val=align))
    return w("p", settings, *runs)


def break_before(made: Element) -> None:
    """Make a paragraph start a new page; Word wants its settings in one order, keepNext first."""
    settings = made[0]
    settings.insert(1 + (settings.find(f"{{{W}}}keepNext") is not None), w("pageBreakBefore"))


def spacer(*, keep: bool = False, thin: bool = False) -> Element:
    """Return the small paragraph Word needs between one table and whatever follows it; a ``thin`` one takes no room."""
    made = paragraph("Spacer", keep=keep)
    if thin:  # after signatures at the foot of a page, any more would make an empty page
        made[0].append(w("spacing", before=0, after=0, line=20, lineRule="exact"))
    return made


def thin_last(body: list[Element]) -> None:
    """Make the spacer after a table that ends the document take no room: on a full page it would make an empty one.

    Marks of blanks stand in paragraphs of their own and are gone from the finished document, so they do not count.
    """
    last = next((made for made in reversed(body) if not (made.findtext(f".//{{{W}}}t") or "").startswith("{%p")), None)
    style = None if last is None else last.find(f"{{{W}}}pPr/{{{W}}}pStyle[@{{{W}}}val='Spacer']")
    if last is not None and style is not None and last[0].find(f"{{{W}}}spacing") is None:
        last[0].append(w("spacing", before=0, after=0, line=20, lineRule="exact"))


def border(edge: str, size: int = 0, color: str = INK) -> Element:
    """Return an edge of a cell, ``size`` in eighths of a point; 0 is none."""
    return w(edge, val="single", sz=size, space=0, color=color) if size else w(edge, val="nil")


def cell(width: int, *paragraphs: Element, edges: tuple[Element, ...] = (), sides: tuple[int, int] = (0, 0)) -> Element:
    """Return a table cell; ``width`` and the padding of its ``sides`` in twentieths of a point."""
    settings = w("tcPr", w("tcW", w=width, type="dxa"))
    if edges:
        settings.append(w("tcBorders", *edges))
    settings.append(w("tcMar", w("left", w=sides[0], type="dxa"), w("right", w=sides[1], type="dxa")))
    return w("tc", settings, *paragraphs)


def table(widths: tuple[int, ...], *rows: Element, inset: int = 0, right: bool = False) -> Element:
    """Return a table of fixed widths; ``inset`` is the room above and below each row's text."""
    margins = (("top", inset), ("left", 0), ("bottom", inset), ("right", 0))
    settings = w("tblPr", w("tblW", w=sum(widths), type="dxa"))
    if right:
        settings.append(w("jc", val="right"))
    settings.append(w("tblLayout", type="fixed"))
    settings.append(w("tblCellMar", *(w(edge, w=room, type="dxa") for edge, room in margins)))
    return w("tbl", settings, w("tblGrid", *(w("gridCol", w=width) for width in widths)), *rows)


def row(*cells: Element, heading: bool = False) -> Element:
    """Return a row that is never torn over two pages; a ``heading`` is repeated on each page."""
    settings = w("trPr", w("cantSplit"))
    if heading:
        settings.append(w("tblHeader"))
    return w("tr", settings, *cells)
