"""Reading what has no text: the optional extra `ocr`, which asks the program Tesseract.

Without the extra, or without the program, there is no engine, and the pages stay listed as unread.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

from kit.documents.private.page_words import Words, read
from kit.documents.rectangle import Rect

if TYPE_CHECKING:
    import pypdfium2
    from PIL.Image import Image

EXTRA = "pip install 'escalation-kit[ocr]'"
DOTS = 300 / 72  # pixels a point; what Tesseract reads best
MOST_PIXELS = 40_000_000


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word that was read in a picture: its line, and its rectangle in pixels from the left and from above."""

    text: str
    line: int
    left: float
    top: float
    right: float
    bottom: float


class Engine(Protocol):
    """Whatever reads words in a picture."""

    def read(self, picture: Image) -> Iterable[SeenWord]:
        """Yield the words of ``picture`` in reading order."""
        ...


class Tesseract:
    """The engine of the extra: the module pytesseract and the program behind it."""

    def __init__(self, module: Any) -> None:
        self._module = module

    def read(self, picture: Image) -> Iterable[SeenWord]:
        """Yield the words of ``picture`` in reading order."""
        table = self._module.image_to_data(picture, output_type=self._module.Output.DICT)
        lines: dict[tuple[int, int, int], int] = {}
        for at, text in enumerate(table["text"]):
            if text.strip():
                line = (table["block_num"][at], table["par_num"][at], table["line_num"][at])
                left, top = float(table["left"][at]), float(table["top"][at])
                right, bottom = left + float(table["width"][at]), top + float(table["height"][at])
                yield SeenWord(text.strip(), lines.setdefault(line, len(lines)), left, top, right, bottom)


@lru_cache(1)
def find_engine() -> Engine | None:
    """Return the engine of the extra `ocr`, or None where the module or the program is not installed."""
    try:
        pytesseract = import_module("pytesseract")
    except ImportError:
        return None
    try:
        pytesseract.get_tesseract_version()
    except (pytesseract.TesseractNotFoundError, OSError):
        return None
    return Tesseract(pytesseract)


def seen_words(page: pypdfium2.PdfPage, engine: Engine) -> Words:
    """Return what ``engine`` reads on a page, with boxes in the page's own points."""
    box = page.get_bbox()
    scale = scale_of(page, DOTS)
    turn = page.get_rotation()
    picture = page.render(scale=scale).to_pil().convert("L")
    words = list(engine.read(picture))
    letters: list[str] = []
    numbers: list[int] = []
    for number, word in enumerate(words):
        same = number and words[number - 1].line == word.line
        letters += [*(" " if same else "\n" if number else ""), *word.text]
        numbers += [*([-1] if number else []), *[number] * len(word.text)]
    boxes = [_on_page(word, (picture.width, picture.height), scale, turn, box) for word in words]
    return read("".join(letters), numbers, boxes.__getitem__)


def scale_of(page: pypdfium2.PdfPage, wanted: float) -> float:
    """Return pixels a point: as many as are ``wanted``, fewer where the page is so large that memory would end."""
    width, height = page.get_size()
    return float(min(wanted, (MOST_PIXELS / max(width * height, 1.0)) ** 0.5))


def _on_page(
    word: SeenWord,
    pixels: tuple[int, int],
    scale: float,
    turn: int,
    page: tuple[float, float, float, float],
) -> Rect:
    """Return where a word of the picture, which is turned as the page is shown, stands on the page as it is stored."""
    wide, high = pixels
    left, top, right, bottom = {
        0: (word.left, word.top, word.right, word.bottom),
        90: (word.top, wide - word.right, word.bottom, wide - word.left),
        180: (wide - word.right, high - word.bottom, wide - word.left, high - word.top),
        270: (high - word.bottom, word.left, high - word.top, word.right),
    }[turn]
    upper = page[3]
    return Rect(page[0] + left / scale, upper - bottom / scale, page[0] + right / scale, upper - top / scale)
