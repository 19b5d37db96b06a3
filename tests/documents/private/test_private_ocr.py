"""Pictures of words are read where an engine is installed, and listed where none is."""

from __future__ import annotations

import io
import sys
from types import SimpleNamespace

import pytest
from pikepdf import Name, Pdf
from PIL import Image, ImageDraw, ImageFont
from private_pages import add_page, made, shown, stored

from kit.documents.private import find_engine, redact, scan
from kit.documents.private.ocr import SeenWord, Tesseract

NUMBER = "123-45-6789"


class Reader:
    """An engine that knows what the picture says, and finds where: around everything dark."""

    def __init__(self, words: str) -> None:
        self.words = words.split()

    def read(self, picture):
        """Yield the words, each in its share of the dark strip; nothing once it is all one black box."""
        dark = picture.point(lambda value: 255 if value < 128 else 0)
        box = dark.getbbox()
        if box is None or dark.crop(box).histogram()[255] > 0.9 * (box[2] - box[0]) * (box[3] - box[1]):
            return
        left, top, right, bottom = box
        upright = bottom - top > right - left
        assert not upright, "the picture is given as the page is shown"
        share = (right - left) / len(self.words)
        for at, word in enumerate(self.words):
            yield SeenWord(word, 0, left + at * share, top, left + (at + 1) * share, bottom)


def scanned(rotate: int = 0) -> bytes:
    """Return a page that is a picture of a number, shown upright however the page is turned."""
    wide, high = (792, 612) if rotate in (90, 270) else (612, 792)
    image = Image.new("L", (wide, high), 255)
    ImageDraw.Draw(image).text((100, 200), NUMBER, fill=0, font=ImageFont.load_default(40))
    image = image.rotate(rotate, expand=True)  # counter-clockwise; the page turns it back
    file = io.BytesIO()
    image.save(file, "PNG")
    pdf = Pdf.new()
    page = add_page(pdf, [], rotate=rotate)
    held = pdf.make_stream(image.tobytes(), Type=Name.XObject, Subtype=Name.Image, ColorSpace=Name.DeviceGray)
    held.Width, held.Height, held.BitsPerComponent = *image.size, 8
    page.Resources.XObject = {"/Im": held}
    page.Contents = pdf.make_stream(b"q 612 0 0 792 0 0 cm /Im Do Q")
    return stored(pdf)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_scan_is_read_and_blacked_out(rotate):
    """A number in a picture is found by the engine, blacked out where it stands, and looked for again."""
    pdf, engine = scanned(rotate), Reader(NUMBER)
    seen = scan(pdf, ocr=True, engine=engine)
    after = redact(pdf, seen.found, engine=engine)

    assert [one.says for one in seen.found] == ["a social security number, ending 6789"]
    assert (seen.unread, seen.partly) == ((), ())
    assert scan(after, ocr=True, engine=engine).found == ()
    left, top, right, bottom = shown(after).point(lambda value: 255 if value < 128 else 0).getbbox()
    assert 95 <= left < right <= 345
    assert 200 <= top < bottom <= 245


def test_an_engine_reads_only_what_has_no_words():
    """Pages with words are not read twice; pages without stay unread where no engine is, or none is asked."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kit.documents.private.search.find_engine", lambda: None)
        assert scan(scanned(), ocr=True).unread == (1,)
    assert scan(scanned(), engine=Reader(NUMBER)).unread == (1,)
    assert scan(made("words only"), ocr=True, engine=Reader(NUMBER)).found == ()


def test_tesseract_is_asked_as_it_answers():
    """Its table of boxes becomes words with their lines; blocks and empty rows are passed over."""
    table = {
        "text": ["", "Account", " ", "No.", "000482917736"],
        "block_num": [1, 1, 1, 1, 1],
        "par_num": [0, 1, 1, 1, 1],
        "line_num": [0, 1, 1, 1, 2],
        "left": [0, 10, 0, 80, 10],
        "top": [0, 20, 0, 20, 50],
        "width": [600, 60, 0, 30, 90],
        "height": [800, 12, 0, 12, 12],
    }
    module = SimpleNamespace(Output=SimpleNamespace(DICT="dict"), image_to_data=lambda *_, **__: table)
    words = list(Tesseract(module).read(Image.new("L", (600, 800))))

    assert [(word.text, word.line, word.left, word.bottom) for word in words] == [
        ("Account", 0, 10, 32),
        ("No.", 0, 80, 32),
        ("000482917736", 1, 10, 62),
    ]


def test_without_the_extra_there_is_no_engine(monkeypatch):
    """Neither the module nor the program is needed for anything else."""
    monkeypatch.setitem(sys.modules, "pytesseract", None)
    find_engine.cache_clear()

    assert find_engine() is None
    find_engine.cache_clear()


def test_the_program_itself():
    """Where the extra and the program are installed, a printed number is read."""
    pytest.importorskip("pytesseract", reason="the extra `ocr` is not installed")
    if find_engine() is None:
        pytest.skip("the program Tesseract is not installed")

    assert [one.says for one in scan(scanned(), ocr=True).found] == ["a social security number, ending 6789"]
