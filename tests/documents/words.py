"""The words of a finished PDF and of a finished docx, so that the two can be compared.

Headers and footers that repeat, page numbers and a table's heading on its second
page are left out; numbers that Word draws before a clause or a list item are put in.
"""

from __future__ import annotations

import re
import unicodedata
from ctypes import c_ulong, c_ushort
from io import BytesIO
from zipfile import ZipFile

import pypdfium2 as pdfium
from lxml import etree
from pypdfium2 import raw

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def pdf_words(content: bytes) -> list[str]:
    """Return a tagged PDF's words in reading order, without what is marked as an artifact of the page."""
    with pdfium.PdfDocument(content) as document:
        return _words("\n".join(_page_text(page) for page in document))


def docx_words(content: bytes) -> list[str]:
    """Return a docx's words: the first page's header, then the body, with the numbers Word would draw."""
    with ZipFile(BytesIO(content)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
        numbers = _Numbers(package)
        parts = [body]
        reference = body.find(f".//{W}headerReference[@{W}type='first']")
        if reference is not None:
            relations = etree.fromstring(package.read("word/_rels/document.xml.rels"))
            target = next(each.get("Target") for each in relations if each.get("Id") == reference.get(f"{R}id"))
            parts.insert(0, etree.fromstring(package.read(f"word/{target}")))
    return _words("\n".join(numbers.before(each) + _text(each) for part in parts for each in part.iter(f"{W}p")))


def difference(pdf: bytes, docx: bytes) -> str:
    """Return where the words of the two part, or nothing; how lines and cells are spaced does not count."""
    left, right = pdf_words(pdf), docx_words(docx)
    one, other = "".join(left), "".join(right)
    if one == other:
        return ""
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return f"PDF “{one[max(at - 40, 0) : at + 40]}” but docx “{other[max(at - 40, 0) : at + 40]}”"


def _words(text: str) -> list[str]:
    # the reader writes U+FFFE for a hyphen at the end of a line; U+200B lets a long word break
    return unicodedata.normalize("NFC", text).replace("\ufffe", "-").replace("\u200b", "").split()


def _page_text(page: pdfium.PdfPage) -> str:
    for each in list(page.get_objects()):
        if any(_mark(each, n) == "Artifact" for n in range(raw.FPDFPageObj_CountMarks(each))):
            page.remove_obj(each)
    return page.get_textpage().get_text_range()


def _mark(each: pdfium.PdfObject, number: int) -> str:
    buffer, length = (c_ushort * 64)(), c_ulong()
    raw.FPDFPageObjMark_GetName(raw.FPDFPageObj_GetMark(each, number), buffer, 128, length)
    return bytes(buffer)[: max(length.value - 2, 0)].decode("utf-16-le")


def _text(paragraph: etree._Element) -> str:
    marks = {f"{W}tab": "\t", f"{W}br": "\n"}
    return "".join(marks.get(each.tag, each.text or "") for each in paragraph.iter(f"{W}t", *marks))


class _Numbers:
    """Word's numbers: counted per list and level, from the styles and numbering of the package."""

    def __init__(self, package: ZipFile) -> None:
        styles = etree.fromstring(package.read("word/styles.xml"))
        numbering = etree.fromstring(package.read("word/numbering.xml"))
        self.styles = {each.get(f"{W}styleId"): each for each in styles.iter(f"{W}style")}
        self.kinds = {each.get(f"{W}abstractNumId"): each for each in numbering.iter(f"{W}abstractNum")}
        self.lists = {
            each.get(f"{W}numId"): each.find(f"{W}abstractNumId").get(f"{W}val") for each in numbering.iter(f"{W}num")
        }
        self.counts: dict[str, list[int]] = {}

    def before(self, paragraph: etree._Element) -> str:
        number, level = self.place(paragraph)
        kind = self.kinds.get(self.lists.get(number, ""))
        if kind is None:
            return ""
        counts = self.counts.setdefault(number, [0] * 9)
        counts[level] += 1
        counts[level + 1 :] = [0] * (8 - level)
        text = kind.find(f"{W}lvl[@{W}ilvl='{level}']/{W}lvlText").get(f"{W}val")
        return re.sub(r"%(\d)", lambda found: self.shown(kind, int(found[1]) - 1, counts), text) + " "

    def place(self, paragraph: etree._Element) -> tuple[str, int]:
        found = paragraph.find(f"{W}pPr/{W}numPr")
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = None if style is None else style.get(f"{W}val")
        while found is None and name in self.styles:
            found = self.styles[name].find(f"{W}pPr/{W}numPr")
            based = self.styles[name].find(f"{W}basedOn")
            name = None if based is None else based.get(f"{W}val")
        if found is None:
            return "", 0
        return found.find(f"{W}numId").get(f"{W}val"), int(found.find(f"{W}ilvl").get(f"{W}val"))

    def shown(self, kind: etree._Element, level: int, counts: list[int]) -> str:
        form = kind.find(f"{W}lvl[@{W}ilvl='{level}']/{W}numFmt").get(f"{W}val")
        count = counts[level]
        return chr(96 + count) if form == "lowerLetter" else str(count)
