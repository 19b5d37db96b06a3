"""One page of a part, drawn on a page of the packet.

The old content becomes a picture in itself (a form XObject) with its own fonts
and images: it cannot leave the pen moved for the stamp, shares no name with it,
shows nothing that was cropped away, and two pages may share all they have. Of
the old page nothing else comes along: no notes, fields, actions, thumbnails.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from kit.documents.packet import stamp as stamps
from kit.documents.packet.geometry import QUARTER, Matrix
from kit.documents.packet.objects import added, dictionary, obj, stream
from kit.documents.packet.opening import OpenPart
from kit.documents.packet.stamp_font import StampFont, embed

if TYPE_CHECKING:
    from pypdf import PageObject, PdfWriter

KEPT = ("/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Group")


@dataclass(slots=True)
class Binder:
    """The PDF being bound."""

    writer: PdfWriter
    font: StampFont
    _font_at: IndirectObject | None = None
    _drawn: set[int] = field(default_factory=set)  # numbers of the streams that are forms by now

    def stamped(self, part: OpenPart, index: int, left: str, right: str) -> Matrix:
        """Add page ``index`` of ``part`` with its stamps, and return where its old content went, in its own units."""
        page, sheet = part.pages[index], part.sheets[index]
        set_ = stamps.setting(sheet, part.feet[index], left, right, self.font)
        self._font_at = self._font_at or embed(self.font, self.writer)
        shown, fonts = "", {"/KitStamp": self._font_at}
        resources: dict[str, object] = {"/Font": fonts}
        form = self._form(page, sheet.box)
        if form is not None:
            resources["/XObject"] = {"/KitPage": form}
            shown = f"q\n{set_.content} cm\n/KitPage Do\nQ\n"
        content = shown + stamps.drawn(set_, self.font, "/KitStamp")
        kept = {} if set_.sheet is not sheet else _kept(page, self.writer)
        self._add(
            {
                "/MediaBox": set_.sheet.box,
                "/Rotate": set_.sheet.turns * QUARTER,
                "/Resources": resources,
                "/Contents": added(self.writer, stream(content.encode("ascii"))),
                **({"/UserUnit": sheet.unit} if set_.sheet.unit != 1 else {}),
                **({"/Group": kept["/Group"]} if "/Group" in kept else {}),
            }
        )
        return set_.content

    def unaltered(self, part: OpenPart, index: int) -> None:
        """Add page ``index`` of ``part`` as it is."""
        page = part.pages[index]
        kept: dict[str, object] = dict(_kept(page, self.writer))
        for key in ("/Resources", "/Contents"):
            if key in page:
                kept[key] = page.raw_get(key).clone(self.writer)
        self._add({"/Resources": {}, **kept})

    def _add(self, entries: dict[str, object]) -> None:
        self.writer.add_blank_page(width=1, height=1)
        page = self.writer.pages[len(self.writer.pages) - 1]
        page.update(dictionary(entries))

    def _form(self, page: PageObject, box: tuple[float, ...]) -> IndirectObject | None:
        """Return the old content as a form with its own resources; None for a page without any."""
        content = page.get("/Contents")
        raw = content.get_object() if content is not None else None
        if isinstance(raw, ArrayObject) and len(raw) == 1:
            raw = raw[0].get_object()
        if isinstance(raw, StreamObject):
            form = self._copied(raw)
        elif isinstance(raw, ArrayObject):
            whole = page.get_contents()
            form = _new(self.writer, whole.get_data() if whole is not None else b"")
        else:
            return None
        resources = page.raw_get("/Resources").clone(self.writer) if "/Resources" in page else DictionaryObject()
        form.update(dictionary({"/Type": "/XObject", "/Subtype": "/Form", "/BBox": obj(box), "/Resources": resources}))
        return form.indirect_reference

    def _copied(self, content: StreamObject) -> StreamObject:
        """Return the content in the packet; a second copy where another page, with other resources, has the same."""
        copied = cast("StreamObject", content.clone(self.writer))
        if not hasattr(copied, "indirect_reference"):
            return _new(self.writer, content.get_data())
        if cast("IndirectObject", copied.indirect_reference).idnum in self._drawn:
            copied = cast("StreamObject", content.clone(self.writer, force_duplicate=True))
        self._drawn.add(cast("IndirectObject", copied.indirect_reference).idnum)
        return copied


def _new(writer: PdfWriter, data: bytes) -> StreamObject:
    return cast("StreamObject", added(writer, stream(data)).get_object())


def _kept(page: PageObject, writer: PdfWriter) -> dict[str, object]:
    """Return what of the page's own entries the packet keeps."""
    return {key: page.raw_get(key).clone(writer) for key in KEPT if key in page}
