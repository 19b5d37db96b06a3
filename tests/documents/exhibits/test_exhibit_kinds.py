"""What a file is, is told by what is in it; what cannot be opened is named, with what to do instead."""

from __future__ import annotations

import io
import zipfile

import exhibit_files as files
import pytest

from kit.documents.exhibits.kinds import kind_of
from kit.documents.exhibits.limits import Refusal
from kit.documents.exhibits.opened import Kind

EMAIL = b"Received: by x\nFrom: Pat <pat@x.example>\nTo: robin@y.example\nSubject: hi\n\nHello\n"


def packed(*names: str) -> bytes:
    """Return an archive with files of these names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(files.plain_pdf(), Kind.PDF, id="pdf"),
        pytest.param(b"\n\nsome scanner\n" + files.plain_pdf(), Kind.PDF, id="pdf-after-a-line"),
        pytest.param(files.image_file(files.drawing(), "JPEG"), Kind.JPEG, id="jpeg"),
        pytest.param(files.image_file(files.drawing(), "PNG"), Kind.PNG, id="png"),
        pytest.param(files.image_file(files.drawing(), "TIFF"), Kind.TIFF, id="tiff"),
        pytest.param(files.image_file(files.drawing(), "GIF"), Kind.GIF, id="gif"),
        pytest.param(files.image_file(files.drawing(), "BMP"), Kind.BMP, id="bmp"),
        pytest.param(files.image_file(files.drawing(), "WEBP"), Kind.WEBP, id="webp"),
        pytest.param(files.heic(files.drawing()), Kind.HEIC, id="heic"),
        pytest.param(b"We will pay on Friday.", Kind.TEXT, id="text"),
        pytest.param("Zahlung für Müller".encode("utf-16"), Kind.TEXT, id="utf-16"),
        pytest.param("Zahlung für Müller".encode("latin-1"), Kind.TEXT, id="latin-1"),
        pytest.param(b"From: nobody in particular\nwe talked about it", Kind.TEXT, id="a-text-that-says-from"),
        pytest.param(b"Date,Subject,From\n2026-01-02,Order,Pat\n", Kind.TEXT, id="a-table"),
        pytest.param(EMAIL, Kind.EMAIL, id="email"),
        pytest.param(b"From x@y Mon\n" + EMAIL, Kind.EMAIL, id="email-from-a-mailbox"),
        pytest.param(EMAIL.replace(b"\n", b"\r\n"), Kind.EMAIL, id="email-with-other-line-ends"),
        pytest.param(EMAIL + b"%PDF-1.4 was attached", Kind.EMAIL, id="email-that-speaks-of-a-pdf"),
    ],
)
def test_kinds(data, kind):
    """Each kind is known by its content, so a wrong ending of its name does no harm."""
    assert kind_of(data) is kind


@pytest.mark.parametrize(
    ("data", "words", "fix"),
    [
        pytest.param(packed("[Content_Types].xml", "word/document.xml"), "a Word document", "PDF", id="docx"),
        pytest.param(packed("[Content_Types].xml", "xl/workbook.xml"), "an Excel workbook", "PDF", id="xlsx"),
        pytest.param(packed("mimetype", "content.xml"), "an OpenDocument file", "PDF", id="odt"),
        pytest.param(packed("photo.jpg"), "an archive", "Unpack", id="zip"),
        pytest.param(b"PK\x03\x04 cut", "an archive", "Unpack", id="broken-zip"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "an Outlook message", "PDF", id="msg"),
        pytest.param(b"{\\rtf1 hello}", "a rich-text file", "PDF", id="rtf"),
        pytest.param(b"<!DOCTYPE html><html><body>hi", "a web page", "browser", id="html"),
        pytest.param(b'<?xml version="1.0"?>\n<svg xmlns="x"></svg>', "a web page", "browser", id="svg"),
        pytest.param(b"\0\0\0 ftypavif" + b"\0" * 99, "an AVIF picture", "JPEG", id="avif"),
        pytest.param(b"\0\0\0 ftypisom" + b"\0" * 99, "a recording", "Write down", id="film"),
        pytest.param(b"ID3\x03\0", "a sound recording", "Write down", id="mp3"),
        pytest.param(bytes(range(256)) * 9, "of a kind that cannot be opened", "PDF", id="program"),
        pytest.param(b"\x7fELF\x02\x01\x01" + b"\0" * 60, "of a kind that cannot be opened", "PDF", id="elf"),
    ],
)
def test_what_is_not_opened(data, words, fix):
    """A file of another kind is called what it is, and the user is told how to make it one that works."""
    with pytest.raises(Refusal) as caught:
        kind_of(data)

    assert caught.value.code == "K630"
    assert words in caught.value.words
    assert fix in caught.value.fix
