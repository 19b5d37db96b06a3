"""What of a PDF goes with the words of a page: its old content, and everything that may repeat them unseen.

The page's own dictionary is emptied, not replaced, so that nothing that points to the page keeps its old content
in the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kit.documents.private.page_picture import PagePicture
from kit.documents.private.persons import plain

if TYPE_CHECKING:
    import pikepdf

_KEPT = ("/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit")
_INHERITED = ("/MediaBox", "/CropBox", "/Rotate")
_OF_THE_FILE = ("/Metadata", "/StructTreeRoot", "/MarkInfo", "/AF", "/PieceInfo", "/SpiderInfo", "/OpenAction", "/AA")
_NAMES = ("/EmbeddedFiles", "/JavaScript", "/AlternatePresentations", "/Renditions")
_EVERYWHERE = ("/Metadata", "/PieceInfo", "/AF", "/StructParents", "/StructParent")
LEAST = 4  # letters of a secret that is looked for outside of the pages; less is found by chance


def put_picture(pdf: pikepdf.Pdf, number: int, picture: PagePicture) -> None:
    """Make the page ``number`` (from 1) hold ``picture`` and nothing else."""
    import pikepdf  # noqa: PLC0415 - heavy

    page = pdf.pages[number - 1].obj
    for key in _INHERITED:
        value = _inherited(page, key)
        if value is not None:
            page[key] = value
    for key in list(page.keys()):
        if key not in _KEPT:
            del page[key]
    image = pikepdf.Stream(pdf, picture.data)
    image.Type, image.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    image.Filter = pikepdf.Name.DCTDecode if picture.jpeg else pikepdf.Name.FlateDecode
    image.Width, image.Height = picture.pixels
    image.BitsPerComponent = 8
    image.ColorSpace = pikepdf.Name.DeviceGray if picture.grey else pikepdf.Name.DeviceRGB
    fills = picture.fills
    wide, high = fills.right - fills.left, fills.top - fills.bottom
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary({"/Page": image}))
    drawn = f"q {wide:.4f} 0 0 {high:.4f} {fills.left:.4f} {fills.bottom:.4f} cm /Page Do Q"
    page.Contents = pikepdf.Stream(pdf, drawn.encode())


def scrub(pdf: pikepdf.Pdf, secrets: set[str]) -> None:
    """Take out descriptions, attachments and tags, and every other string that holds one of ``secrets``."""
    root = pdf.Root
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    for key in _OF_THE_FILE:
        if key in root:
            del root[key]
    for key in _NAMES:
        if "/Names" in root and key in root.Names:
            del root.Names[key]
    if "/AcroForm" in root and "/XFA" in root.AcroForm:
        del root.AcroForm["/XFA"]
    for one in _containers(pdf):
        for key in _EVERYWHERE:
            if _is_map(one) and key in one:
                del one[key]
    _clean_strings(pdf, secrets)


def remaining(pdf: pikepdf.Pdf, secrets: set[str]) -> bool:
    """Whether a string outside of the pages' contents holds one of ``secrets``."""
    tight = _tight(secrets)
    return any(_holds(value, tight) for one in _containers(pdf) for _, value in _items(one))


def _clean_strings(pdf: pikepdf.Pdf, secrets: set[str]) -> None:
    import pikepdf  # noqa: PLC0415 - heavy

    tight = _tight(secrets)
    for one in _containers(pdf):
        for key, value in _items(one):
            if _holds(value, tight):
                one[key] = pikepdf.String("")


def _tight(secrets: set[str]) -> tuple[str, ...]:
    joined = {"".join(char for char in secret if char.isalnum()) for secret in secrets}
    return tuple(sorted(one for one in joined if len(one) >= LEAST))


def _holds(value: object, tight: tuple[str, ...]) -> bool:
    import pikepdf  # noqa: PLC0415 - heavy

    if not isinstance(value, pikepdf.String):
        return False
    text = "".join(char for char in plain(str(value)) if char.isalnum())
    return any(secret in text for secret in tight)


def _containers(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Yield every dictionary, stream and array of the file, those inside of others too."""
    waiting: list[pikepdf.Object] = [pdf.trailer, *pdf.objects]
    while waiting:
        one = waiting.pop()
        if not _is_map(one) and not _is_list(one):
            continue
        yield one
        waiting += [value for _, value in _items(one) if not getattr(value, "is_indirect", True)]


def _items(one: pikepdf.Object) -> list[tuple[Any, Any]]:
    if _is_list(one):
        return list(enumerate(one))
    return [(key, one[key]) for key in one.keys()]  # noqa: SIM118 - a PDF object iterates otherwise


def _is_map(one: object) -> bool:
    import pikepdf  # noqa: PLC0415 - heavy

    return isinstance(one, (pikepdf.Dictionary, pikepdf.Stream))


def _is_list(one: object) -> bool:
    import pikepdf  # noqa: PLC0415 - heavy

    return isinstance(one, pikepdf.Array)


def _inherited(page: pikepdf.Object, key: str) -> pikepdf.Object | None:
    node: pikepdf.Object | None = page
    for _ in range(50):
        if node is None:
            return None
        if key in node:
            return node[key]
        node = node.get("/Parent")
    return None
