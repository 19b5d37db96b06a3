"""Texts and emails set on paper with the house's letters; columns with letters of one width.

The letters of one width are the typesetter's own, DejaVu Sans Mono, of the same
family as the house's second letters.
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from pikepdf import Pdf

from kit.documents import glyphs
from kit.documents.exhibits.limits import Refusal
from kit.documents.exhibits.saving import saved

if TYPE_CHECKING:
    import typst


def paper(template: str, title: str, blanks: Mapping[str, object]) -> tuple[bytes, int]:
    """Return the pages of ``house/<template>`` as PDF and how many they are; equal input gives equal bytes.

    Raises `Refusal` K627 where the pages cannot be set.
    """
    import typst  # noqa: PLC0415 - few exhibits need it

    house = glyphs.house_folder()
    about = {"blanks": blanks, "title": title, "author": "", "language": "en", "logo": 0, "pages": 1}
    source = (house / template).read_bytes()
    try:
        made = _setter().compile(
            input={"main": source, "document.json": json.dumps(about).encode()},  # type: ignore[type-var]  # as typeset
            format="pdf",
            pdf_standards=["1.7"],
        )
    except typst.TypstError as fault:
        raise Refusal(
            "K627", f"cannot be set on paper: {fault.message}", "Print it to PDF, and name that file."
        ) from None
    if not isinstance(made, bytes):
        raise TypeError(type(made))
    with Pdf.open(io.BytesIO(made)) as pdf:
        for holder, key in ((pdf.trailer, "/Info"), (pdf.Root, "/Metadata")):
            if key in holder:
                del holder[key]
        return saved(pdf), len(pdf.pages)


def known() -> frozenset[str]:
    """Return every character that can be printed."""
    return glyphs.characters(glyphs.house_folder())


@cache
def _setter() -> typst.Compiler:
    import typst  # noqa: PLC0415 - as above

    house = glyphs.house_folder()
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(house / "fonts")])
    return typst.Compiler(root=str(house), font_paths=fonts, ignore_system_fonts=True)
