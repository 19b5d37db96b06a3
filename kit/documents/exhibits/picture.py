"""Pictures of every kind, read as little as possible and kept as they are packed where a PDF can take them so.

Sizes are judged before anything is decoded. What has more pixels than paper can
show is made smaller, with a remark; what would not fit into memory is refused.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from dataclasses import replace

from PIL import Image, ImageOps, UnidentifiedImageError

from kit.documents.exhibits import jpeg, png
from kit.documents.exhibits.limits import Limits, Refusal, Remark, damaged, too_many_pages, too_many_pixels
from kit.documents.exhibits.opened import Kind
from kit.documents.exhibits.raster import Raster

_FORMATS = {
    Kind.JPEG: ("JPEG", "MPO"),
    Kind.PNG: ("PNG",),
    Kind.HEIC: ("HEIF",),
    Kind.TIFF: ("TIFF",),
    Kind.GIF: ("GIF",),
    Kind.BMP: ("BMP",),
    Kind.WEBP: ("WEBP",),
}
KINDS = frozenset(_FORMATS)
_MOST_PIXELS = 60_000_000  # kept as they are: twice what 600 dots to the inch of a letter come to
_FITTED = (3_300, 4_400)  # pixels a larger picture is made smaller to, upright
_BYTES = {"1": 1, "L": 1, "P": 1, "LA": 4, "I;16": 2, "I;16B": 2}  # for one pixel once decoded; the others have 4
_QUALITY = 92
_ORIENTATION = 274
_SUBFILE = 254  # its lowest bit marks a reduced copy that a TIFF carries of a page
_SQUARE = (0.95, 1.05)
_BELIEVED = (0.2, 5)
_STRIP = 1_024  # rows
_FAULTS = (OSError, ValueError, SyntaxError, TypeError, KeyError, IndexError, EOFError, ZeroDivisionError)


def rasters(data: bytes, kind: Kind, limits: Limits) -> tuple[list[Raster], list[Remark]]:
    """Return the pictures in ``data``, one for each frame of a TIFF, and what is to be said about them.

    Raises `Refusal` for a broken file, too many pixels and too many frames.
    """
    try:
        with warnings.catch_warnings(action="ignore"), _opened(data, kind) as image:  # what is wrong is a finding
            _judged(image, limits)
            if kind is Kind.TIFF:
                return _frames(image, limits)
            remarks = _only_first(image)
            if kind is Kind.JPEG:
                return [_photograph(data, image, limits, remarks)], remarks
            if kind is Kind.PNG and image.width * image.height <= _MOST_PIXELS:
                whole = png.passed_on(data, stretch=_stretch(image))
                if whole:
                    return [replace(whole, turn=_turn(image))], remarks
            turn = _turn(image)
            stretch = _stretch(image)
            lossless = kind in {Kind.PNG, Kind.GIF, Kind.BMP}
            made = _packed(_decoded(image, remarks), lossless=lossless)
            return [replace(made, turn=1 if kind is Kind.HEIC else turn, stretch=stretch)], remarks
    except UnidentifiedImageError:
        raise damaged(f"a {kind} picture") from None
    except MemoryError:
        raise Refusal("K634", "needs more memory than an exhibit may take", "Save it smaller.") from None
    except _FAULTS:
        raise damaged(f"a {kind} picture") from None


def _opened(data: bytes, kind: Kind) -> Image.Image:
    if kind is Kind.HEIC:
        import pillow_heif  # noqa: PLC0415 - heavy, and few pictures need it

        pillow_heif.register_heif_opener()
    Image.MAX_IMAGE_PIXELS = None  # judged here, by what a pixel takes
    return Image.open(io.BytesIO(data), formats=_FORMATS[kind])


def _judged(image: Image.Image, limits: Limits) -> None:
    """Raise `Refusal` K631 for more pixels, or more memory for them, than ``limits`` allow."""
    pixels = image.width * image.height
    if pixels == 0:
        raise ValueError("no pixels")
    shrunk = 64 if image.format in {"JPEG", "MPO"} and pixels > _MOST_PIXELS else 1  # decoded at an eighth
    if pixels > limits.pixels or pixels * _BYTES.get(image.mode, 4) // shrunk > limits.picture_bytes:
        raise too_many_pixels(image.width, image.height)


def _only_first(image: Image.Image) -> list[Remark]:
    frames = getattr(image, "n_frames", 1)
    if frames < 2 or image.format == "MPO":  # noqa: PLR2004 - a telephone's MPO holds the same picture again
        return []
    return [Remark("K639", f"holds {frames} pictures; the first is shown", "Save the others as files of their own.")]


def _photograph(data: bytes, image: Image.Image, limits: Limits, remarks: list[Remark]) -> Raster:
    """Return a JPEG as it is packed; decoding an eighth of it shows whether it is whole."""
    width, height, mode, turn = image.width, image.height, image.mode, _turn(image)
    stretch = _stretch(image)
    large = width * height > _MOST_PIXELS
    if mode not in {"L", "RGB", "CMYK"}:
        raise ValueError(mode)
    image.draft(mode, (width // 8, height // 8) if not large else _FITTED)
    _judged_again(image, limits)
    image.load()
    if large:
        return replace(_packed(_fitted(image, remarks, (width, height)), lossless=False), turn=turn, stretch=stretch)
    samples = {"L": 1, "RGB": 3, "CMYK": 4}[mode]
    colors = {"L": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK"}[mode]
    inverted = mode == "CMYK" and "adobe" in image.info
    kept = jpeg.bare(data)
    return Raster(
        width, height, kept, "DCTDecode", colors, inverted=inverted, turn=turn, stretch=stretch, samples=samples
    )


def _judged_again(image: Image.Image, limits: Limits) -> None:
    if image.width * image.height * 4 > limits.picture_bytes:
        raise too_many_pixels(image.width, image.height)


def _frames(image: Image.Image, limits: Limits) -> tuple[list[Raster], list[Remark]]:
    """Return every page of a TIFF; small copies of pages beside them are not pages."""
    made: list[Raster] = []
    remarks: list[Remark] = []
    for number in _numbers(image, limits):
        image.seek(number)
        _judged(image, limits)
        smaller = int(getattr(image, "tag_v2", {}).get(_SUBFILE, 0)) & 1
        if smaller and made:
            continue
        stretch, before = _stretch(image), image.size
        image.load()
        upright = ImageOps.exif_transpose(image)
        if before != image.size or before != upright.size:
            stretch = 1 / stretch
        made.append(replace(_packed(_decoded(upright, remarks), lossless=image.mode in {"1", "P"}), stretch=stretch))
    return made, remarks


def _numbers(image: Image.Image, limits: Limits) -> Iterator[int]:
    frames = int(getattr(image, "n_frames", 1))
    if frames > limits.pages:
        raise too_many_pages(frames, limits.pages)
    yield from range(frames)


def _decoded(image: Image.Image, remarks: list[Remark]) -> Image.Image:
    """Return a picture in black and white, gray or red-green-blue, on white where it is transparent."""
    size = image.size
    if size[0] * size[1] > _MOST_PIXELS:
        return _fitted(image, remarks, size)
    return _plain(image)


def _plain(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I") or image.mode == "F":
        _, high = image.convert("F").getextrema()
        wide = 65_535 if isinstance(high, float) and high > 255 else 255  # noqa: PLR2004 - 16 bits or 8
        return image.convert("F").point(lambda value: value * (255 / wide)).convert("L")
    if image.has_transparency_data:
        seen = image.convert("RGBA")
        white = Image.new("RGB", image.size, "white")
        white.paste(seen, mask=seen.getchannel("A"))
        return white
    return image if image.mode in {"1", "L", "RGB"} else image.convert("RGB")


def _fitted(image: Image.Image, remarks: list[Remark], size: tuple[int, int]) -> Image.Image:
    """Return a picture made smaller strip by strip, so that it is never in memory twice."""
    across, down = sorted(_FITTED) if image.width <= image.height else sorted(_FITTED, reverse=True)
    factor = max(1, -(-image.width // across), -(-image.height // down))
    wide, tall = -(-image.width // factor), -(-image.height // factor)
    gray = image.mode in {"1", "L"}
    small = Image.new("L" if gray else "RGB", (wide, tall), "white")
    step = max(factor, _STRIP // factor * factor)
    for top in range(0, image.height, step):
        strip = image.crop((0, top, image.width, min(image.height, top + step)))
        strip = strip.convert("L") if gray else _plain(strip).convert("RGB")
        small.paste(strip.reduce(factor), (0, top // factor))
    words = f"is a picture of {size[0]:,} by {size[1]:,} pixels; it is shown with {wide:,} by {tall:,}"
    remarks.append(Remark("K639", words, "Keep the file itself, and bring it."))
    return small


def _packed(image: Image.Image, *, lossless: bool) -> Raster:
    """Return a decoded picture packed for a PDF: without loss, or as a JPEG."""
    out = io.BytesIO()
    if lossless or image.mode == "1":
        image.save(out, "PNG", compress_level=6)
        found = png.passed_on(out.getvalue())
        if found is None:
            raise ValueError(image.mode)
        return found
    image.save(out, "JPEG", quality=_QUALITY, subsampling=0)
    colors, samples = ("DeviceGray", 1) if image.mode == "L" else ("DeviceRGB", 3)
    return Raster(image.width, image.height, out.getvalue(), "DCTDecode", colors, samples=samples)


def _turn(image: Image.Image) -> int:
    """Return the orientation EXIF gives, 1 where it gives none or nonsense."""
    try:
        found = image.getexif().get(_ORIENTATION, 1)
    except _FAULTS:
        return 1
    return found if isinstance(found, int) and found in range(1, 9) else 1


def _stretch(image: Image.Image) -> float:
    """Return how many times wider than tall a pixel is, as a fax says it."""
    try:
        across, down = (float(value) for value in image.info.get("dpi", (1, 1)))
        found = down / across
    except _FAULTS:
        return 1.0
    if _SQUARE[0] <= found <= _SQUARE[1] or not _BELIEVED[0] <= found <= _BELIEVED[1]:
        return 1.0
    return found
