"""How much an exhibit may ask for, and the refusal of one that asks for more or cannot be read."""

from __future__ import annotations

from dataclasses import dataclass

MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What one exhibit may take.

    Time and memory are enforced on a child process. Memory and processor time are limits of the system on
    POSIX; Windows has none for a single process without a service, so there only the parent's clock ends it.
    """

    file_bytes: int = 100 * MB
    pages: int = 1_000
    pixels: int = 400_000_000  # of one picture: 20,000 by 20,000
    picture_bytes: int = 448 * MB  # of one picture once decoded
    stream_bytes: int = 64 * MB  # of one stream of a PDF once unpacked, pictures apart
    unpacked_bytes: int = 512 * MB  # of all of them
    text_bytes: int = 4 * MB  # of a text or of an email's words
    seconds: float = 60
    memory_bytes: int = 1_536 * MB  # of address space, of which the program itself takes about a third


class Refusal(Exception):  # noqa: N818 - the exhibit is refused; nothing erred
    """An exhibit that cannot be opened: ``words`` follow its name, ``fix`` says what to do."""

    def __init__(self, code: str, words: str, fix: str) -> None:
        super().__init__(code, words, fix)
        self.code, self.words, self.fix = code, words, fix


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about an opened exhibit worth knowing: ``words`` follow its name."""

    code: str
    words: str
    fix: str = ""


def damaged(what: str, detail: str = "") -> Refusal:
    """Return the refusal of a file that is cut short or broken: ``what`` it should be, ``detail`` how one knows."""
    said = f" ({detail})" if detail else ""
    return Refusal("K627", f"is damaged or cut short, so it cannot be read as {what}{said}", "Get the file once more.")


def too_many_pages(pages: int, most: int) -> Refusal:
    """Return the refusal of an exhibit with more than ``most`` pages."""
    return Refusal(
        "K629",
        f"has {pages:,} pages; an exhibit may have {most:,}",
        "Save the pages that prove something as a file of their own.",
    )


def too_many_pixels(width: int, height: int) -> Refusal:
    """Return the refusal of a picture that is too large to decode."""
    return Refusal(
        "K631",
        f"is a picture of {width:,} by {height:,} pixels, which is more than can be opened",
        "Save it smaller; 300 dots to the inch of paper are enough.",
    )
