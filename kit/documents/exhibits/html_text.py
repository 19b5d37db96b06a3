"""The words of an email that has only a web page for a body."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_UNSEEN = frozenset("head style script title template noscript svg object".split())
_EMPTY = frozenset("area base br col embed hr img input link meta source track wbr".split())
_LINES = frozenset(
    "p div tr table ul ol li h1 h2 h3 h4 h5 h6 blockquote pre section article header footer form".split()
)
_SPACED = frozenset("p table ul ol h1 h2 h3 h4 h5 h6 blockquote pre".split())
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?<![\w-])font-size\s*:\s*0(?![.\d]*[1-9])", re.IGNORECASE
)
_GAPS = re.compile(r"[ \t\r\n]+")
_MANY = re.compile(r"\n{3,}")


def words(page: str) -> str:
    """Return the words of an HTML page in lines and paragraphs, without what a reader would not have seen."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    lines = [_GAPS.sub(" ", line).strip(" ") for line in "".join(reader.parts).split("\n")]
    return _MANY.sub("\n\n", "\n".join(lines)).strip("\n")


class _Reader(HTMLParser):
    """Collects words; ``hidden`` holds the elements open since something unseen began."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        unseen = tag in _UNSEEN or "hidden" in given or bool(_HIDING.search(given.get("style", "")))
        if tag in _EMPTY:
            if not self.hidden:
                self._empty(tag, given)
            return
        if self.hidden or unseen:
            self.hidden.append(tag)
            return
        self._break(tag)
        if tag == "li":
            self.parts.append("- ")
        elif tag in {"td", "th"} and self.parts and not self.parts[-1].endswith("\n"):
            self.parts.append("  ")

    def handle_endtag(self, tag: str) -> None:
        if self.hidden:
            if tag in self.hidden:  # what was left open within it ends with it
                while self.hidden and self.hidden.pop() != tag:
                    pass
            return
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(_GAPS.sub(" ", data))

    def _empty(self, tag: str, given: dict[str, str]) -> None:
        if tag == "br":
            self.parts.append("\n")
        elif tag == "hr":
            self.parts.append("\n----\n")
        elif tag == "img" and given.get("alt", "").strip():
            self.parts.append(f"[{given['alt'].strip()}]")

    def _break(self, tag: str) -> None:
        if tag in _SPACED:
            self.parts.append("\n\n")
        elif tag in _LINES:
            self.parts.append("\n")
