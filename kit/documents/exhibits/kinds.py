"""What a file is, by its first bytes: a name can say anything."""

from __future__ import annotations

import io
import re
import zipfile

from kit.documents.exhibits.decode import is_text
from kit.documents.exhibits.limits import Refusal
from kit.documents.exhibits.opened import Kind

_PRINT = "Print it to PDF from the program it was made with, and name that file."
_EXPORT = "Save it as JPEG or PNG, and name that file."
_HEAD = 1024  # a PDF may begin this late
_HEIC = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1")
_PICTURES = (
    (b"\xff\xd8\xff", Kind.JPEG),
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (b"II*\x00", Kind.TIFF),
    (b"MM\x00*", Kind.TIFF),
    (b"GIF87a", Kind.GIF),
    (b"GIF89a", Kind.GIF),
)
_OFFICE = (
    ("word/", "a Word document"),
    ("xl/", "an Excel workbook"),
    ("ppt/", "a PowerPoint presentation"),
    ("content.xml", "an OpenDocument file"),
    ("Index/", "a Pages, Numbers or Keynote file"),
)
_OTHERS = (
    (b"{\\rtf", "a rich-text file", _PRINT),
    (b"%!PS", "a PostScript file", _PRINT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file or an Outlook message", _PRINT),
    (b"Rar!", "an archive", "Unpack it, and name the files in it one by one."),
    (b"7z\xbc\xaf", "an archive", "Unpack it, and name the files in it one by one."),
    (b"\x1f\x8b", "a packed file", "Unpack it, and name the files in it one by one."),
    (b"8BPS", "a Photoshop file", _EXPORT),
    (b"ID3", "a sound recording", "Write down what is said in it, and name that file."),
    (b"OggS", "a recording", "Write down what is said in it, and name that file."),
)
_BOX = (
    (b"avif", "an AVIF picture", _EXPORT),
    (b"", "a recording", "Write down what is said or seen in it, and name that file."),
)
_HTML = re.compile(
    rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype html|html|svg|!doctype svg)\b", re.IGNORECASE | re.DOTALL
)
_FIELD = re.compile(rb"(?:^|\n)(from|to|date|subject|received|message-id|mime-version|return-path):", re.IGNORECASE)
_HEADERS = re.compile(rb"(?:From [^\r\n]*\r?\n)?(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+", re.IGNORECASE)


def kind_of(data: bytes) -> Kind:
    """Return what ``data`` is; raise `Refusal` K630 for what the kit does not open, saying what to do instead."""
    for head, kind in _PICTURES:
        if data.startswith(head):
            return kind
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return Kind.WEBP
    if data.startswith(b"BM") and data[6:10] == b"\0\0\0\0" and data[14:16] in {b"\x28\0", b"\x6c\0", b"\x7c\0"}:
        return Kind.BMP
    if data[4:8] == b"ftyp":
        if data[8:12] in _HEIC:
            return Kind.HEIC
        raise next(_refused(words, fix) for brand, words, fix in _BOX if data[8:12].startswith(brand))
    _known(data)
    if b"%PDF-" in data[:_HEAD] and not _is_email(data):
        return Kind.PDF
    if not is_text(data):
        raise _refused("of a kind that cannot be opened", _PRINT)
    if _HTML.match(data[: 64 * _HEAD].removeprefix(b"\xef\xbb\xbf")):
        raise _refused("a web page", "Print it to PDF from the browser, and name that file.")
    return Kind.EMAIL if _is_email(data) else Kind.TEXT


def _known(data: bytes) -> None:
    """Refuse what has a name of its own."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        raise _packed(data)
    for head, words, fix in _OTHERS:
        if data.startswith(head):
            raise _refused(words, fix)


def _packed(data: bytes) -> Refusal:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        names = []
    for start, words in _OFFICE:
        if any(name.startswith(start) for name in names):
            return _refused(words, _PRINT)
    return _refused("an archive", "Unpack it, and name the files in it one by one.")


def _is_email(data: bytes) -> bool:
    """Whether the file opens with the headers of an email: its sender and one more of the usual ones."""
    found = _HEADERS.match(data[: 64 * _HEAD].removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n"))
    names = {name.lower() for name in _FIELD.findall(found[0])} if found else set()
    return b"from" in names and len(names) > 1


def _refused(words: str, fix: str) -> Refusal:
    return Refusal("K630", f"is {words}", fix)
