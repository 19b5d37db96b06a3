"""Pictures of every kind: upright, whole, no larger than they are, and without what the camera wrote beside them."""

from __future__ import annotations

import io

import exhibit_files as files
import pytest
from pikepdf import Name, Pdf
from PIL import Image

from kit.documents.exhibits.limits import MB, Limits, Refusal
from kit.documents.exhibits.opened import Kind
from kit.documents.exhibits.picture import rasters
from kit.documents.exhibits.sheet import on_paper

LIMITS = Limits()
RED = (254, 0, 0)


def shown(data: bytes, kind: Kind, limits: Limits = LIMITS) -> tuple[bytes, int, list]:
    """Return the pages of a picture, how many they are and what was said."""
    pictures, remarks = rasters(data, kind, limits)
    pdf, pages = on_paper(pictures, limits.pages)
    return pdf, pages, remarks


def box(pdf: bytes, number: int = 0) -> tuple[int, int, int, int]:
    """Return where on the page something red stands."""
    picture = files.seen(pdf, number)
    mask = picture.point(lambda value: 255 if value > 128 else 0)
    red, green, _ = mask.split()
    return Image.composite(red, Image.new("L", red.size), green.point(lambda value: 255 - value)).getbbox()


def image_of(pdf: bytes, number: int = 0):
    """Return the picture on a page as it is packed, how, and in what colors."""
    with Pdf.open(io.BytesIO(pdf)) as opened:
        image = opened.pages[number].obj.Resources.XObject.Im
        return image.read_raw_bytes(), image.Filter, image.get(Name.ColorSpace)


KINDS = {
    Kind.JPEG: lambda picture: files.image_file(picture, "JPEG", quality=95),
    Kind.PNG: lambda picture: files.image_file(picture, "PNG"),
    Kind.TIFF: lambda picture: files.image_file(picture, "TIFF", compression="tiff_lzw"),
    Kind.GIF: lambda picture: files.image_file(picture, "GIF"),
    Kind.BMP: lambda picture: files.image_file(picture, "BMP"),
    Kind.WEBP: lambda picture: files.image_file(picture, "WEBP", lossless=True),
    Kind.HEIC: files.heic,
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_stands_on_a_letter_page(kind):
    """A picture of 400 by 300 pixels is 192 by 144 points on a letter page, as it was, the right side up."""
    pdf, pages, remarks = shown(KINDS[kind](files.drawing()), kind)

    assert (pages, remarks) == (1, [])
    assert files.seen(pdf).size == (612, 792)
    left, top, right, bottom = box(pdf)
    assert (left, top) == (210, 54)  # (612 - 192) / 2, and the margin
    assert right - left == pytest.approx(49, abs=2)
    assert bottom - top == pytest.approx(37, abs=2)


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("kind", [Kind.JPEG, Kind.PNG, Kind.TIFF])
def test_a_picture_taken_sideways_stands_upright(kind, turn):
    """Whichever way the camera was held, the corner that was up and left is up and left on paper."""
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    picture = files.drawing(400, 200)
    stored = picture.transpose(undo[turn]) if turn in undo else picture
    exif = Image.Exif()
    exif[274] = turn
    data = files.image_file(
        stored, str(kind), **({"exif": exif} if kind is not Kind.TIFF else {"tiffinfo": {274: turn}})
    )

    pdf, _, _ = shown(data, kind)

    left, top, right, bottom = box(pdf)
    assert (left, top) == (210, 54)
    assert right - left == pytest.approx(49, abs=2)
    assert bottom - top == pytest.approx(25, abs=2)


def test_a_photograph_is_not_packed_anew_and_tells_nothing_else():
    """The packed pixels of a JPEG are its own, byte by byte; where it was taken and by whom is gone."""
    exif = Image.Exif()
    exif[0x010F] = "Robin's telephone"
    exif.get_ifd(0x8825)[1] = "N"
    data = files.image_file(files.drawing(), "JPEG", exif=exif, comment=b"draft for my lawyer", icc_profile=b"p" * 200)

    pdf, _, _ = shown(data, Kind.JPEG)
    kept, packed, _ = image_of(pdf)

    assert packed == Name.DCTDecode
    assert b"telephone" not in kept
    assert b"lawyer" not in kept
    assert b"ICC_PROFILE" in kept
    assert data[data.index(b"\xff\xdb") :] == kept[kept.index(b"\xff\xdb") :]
    assert Image.open(io.BytesIO(kept)).tobytes() == Image.open(io.BytesIO(data)).tobytes()


def test_what_follows_a_photograph_in_its_file_is_cut_off():
    """A film or a second picture that a telephone hides behind the first does not come along."""
    data = files.image_file(files.drawing(), "JPEG")

    kept, _, _ = image_of(shown(data + b"hidden film", Kind.JPEG)[0])

    assert kept.endswith(b"\xff\xd9")
    assert b"hidden film" not in kept


def test_a_progressive_photograph_is_kept():
    """A JPEG with several scans comes along with all of them."""
    data = files.image_file(files.drawing(900, 700), "JPEG", progressive=True)

    kept, _, _ = image_of(shown(data, Kind.JPEG)[0])

    assert Image.open(io.BytesIO(kept)).tobytes() == Image.open(io.BytesIO(data)).tobytes()


def test_print_colors_are_right():
    """A JPEG in print colors, which are stored upside down, is not shown as a negative."""
    pdf, _, _ = shown(files.image_file(files.drawing(mode="CMYK"), "JPEG", quality=95), Kind.JPEG)

    red, green, blue = files.seen(pdf).getpixel((220, 64))
    assert red > 180
    assert max(green, blue) < 90
    assert files.seen(pdf).getpixel((390, 190)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["RGB", "L", "1", "P"])
def test_png_pixels_are_kept(mode):
    """A PNG without transparency loses nothing, whatever it is made of."""
    picture = files.drawing(mode=mode)

    pdf, _, _ = shown(files.image_file(picture, "PNG"), Kind.PNG)

    with Pdf.open(io.BytesIO(pdf)) as opened:
        from pikepdf import PdfImage  # noqa: PLC0415

        again = PdfImage(opened.pages[0].obj.Resources.XObject.Im).as_pil_image().convert("RGB")
    assert again.tobytes() == picture.convert("RGB").tobytes()


@pytest.mark.parametrize("mode", ["RGBA", "LA", "PA"])
def test_what_is_transparent_is_white(mode):
    """Transparency, which many e-filing systems refuse, is white paper in the copy."""
    picture = files.drawing().convert("RGBA")
    picture.putalpha(Image.linear_gradient("L").resize(picture.size).point(lambda value: 255 if value > 20 else 0))
    data = files.image_file(picture.quantize() if mode == "PA" else picture.convert(mode), "PNG")

    pdf, _, _ = shown(data, Kind.PNG)

    assert "SMask" not in files.reachable(pdf)
    page = files.seen(pdf)
    assert page.getpixel((215, 56)) == (255, 255, 255)  # transparent
    assert page.getpixel((215, 80)) != (255, 255, 255)  # red, or gray where there are no colors


def test_sixteen_bits_and_interlaced():
    """A PNG of a scanner with 16 bits of gray, and one that loads in steps, look as they should."""
    gray = Image.new("I;16", (400, 300), 65_535)
    gray.paste(0, (0, 0, 100, 75))

    page = files.seen(shown(files.image_file(gray, "PNG"), Kind.PNG)[0])

    assert page.getpixel((220, 64)) == (0, 0, 0)
    assert page.getpixel((390, 190)) == (255, 255, 255)


def test_every_page_of_a_tiff():
    """A scan with three pages, one of them black and white, becomes three pages."""
    first, *rest = (files.drawing(mode="1"), files.drawing(500, 400), files.drawing(mode="L"))
    data = files.image_file(first, "TIFF", save_all=True, append_images=rest, compression="tiff_lzw")

    pdf, pages, _ = shown(data, Kind.TIFF)

    assert pages == 3
    assert box(pdf, 1)


def test_a_fax_is_not_squeezed():
    """A fax has pixels twice as tall as wide; on paper it has the shape of the page that was sent."""
    data = files.image_file(Image.new("L", (1_728, 1_100), 0), "TIFF", dpi=(204, 98))

    page = files.seen(shown(data, Kind.TIFF)[0])
    left, top, right, bottom = page.convert("L").point(lambda value: 255 - value).getbbox()

    assert page.size == (612, 792)
    assert (right - left) / (bottom - top) == pytest.approx(1_728 / 204 / (1_100 / 98), rel=0.02)


def test_a_wide_picture_turns_its_page():
    """A picture wider than the paper stands on a page turned sideways; a small wide one does not."""
    wide, _, _ = shown(files.image_file(files.drawing(3_000, 2_000), "JPEG"), Kind.JPEG)
    small, _, _ = shown(files.image_file(files.drawing(600, 200), "JPEG"), Kind.JPEG)

    assert files.seen(wide).size == (792, 612)
    assert files.seen(small).size == (612, 792)


def test_a_long_chat_runs_over_pages():
    """The picture of a whole conversation is not squeezed into a strip; each page repeats a little of the last."""
    long = Image.new("RGB", (900, 9_000), "white")
    for row in range(90):
        long.paste((row, 0, 0), (0, row * 100, 900, row * 100 + 100))

    pdf, pages, _ = shown(files.image_file(long, "PNG"), Kind.PNG)

    assert pages == 7  # 4,320 points, 684 to a page, 36 of them again
    sheets = [files.seen(pdf, number) for number in range(pages)]
    rows = [sheet.getpixel((300, y))[0] for sheet in sheets for y in range(56, 736, 10)]
    assert set(range(90)) <= set(rows)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("share", [0.02, 0.5, 0.9])
def test_a_picture_cut_short(kind, share):
    """A picture that was not received whole is refused rather than shown half."""
    noise = Image.effect_noise((300, 200), 90).convert("RGB")
    data = KINDS[kind](noise)

    with pytest.raises(Refusal) as caught:
        rasters(data[: max(20, int(len(data) * share))], kind, LIMITS)

    assert caught.value.code == "K627"


def test_twenty_thousand_by_twenty_thousand():
    """A drawing of 20,000 by 20,000 black and white pixels is shown smaller, and that is said."""
    pdf, pages, remarks = shown(files.huge_png(), Kind.PNG)

    assert pages == 1
    assert [remark.code for remark in remarks] == ["K639"]
    assert "20,000 by 20,000" in remarks[0].words
    assert len(pdf) < MB


def test_too_many_pixels_for_memory():
    """One of the same size in colors would need more than a gigabyte, and is refused before it is decoded."""
    with pytest.raises(Refusal) as caught:
        rasters(files.huge_png(8, bits=8, color=2, claimed=20_000), Kind.PNG, LIMITS)

    assert caught.value.code == "K631"
    assert "20,000 by 20,000 pixels" in caught.value.words


def test_more_pixels_than_anything_has():
    """A PNG that claims to be 60,000 by 60,000 is refused by its first bytes."""
    with pytest.raises(Refusal) as caught:
        rasters(files.huge_png(4, claimed=60_000), Kind.PNG, LIMITS)

    assert caught.value.code == "K631"


def test_a_png_that_holds_more_than_it_says():
    """A PNG of 4 by 4 pixels with a gigabyte of pixels behind it is damaged, and not unpacked."""
    with pytest.raises(Refusal) as caught:
        rasters(files.huge_png(2_000, claimed=4), Kind.PNG, LIMITS)

    assert caught.value.code == "K627"


def test_too_many_frames():
    """A TIFF with more pages than an exhibit may have is refused with both numbers."""
    frames = [Image.new("1", (8, 8)) for _ in range(12)]
    data = files.image_file(frames[0], "TIFF", save_all=True, append_images=frames[1:])

    with pytest.raises(Refusal) as caught:
        rasters(data, Kind.TIFF, Limits(pages=10))

    assert (caught.value.code, caught.value.words) == ("K629", "has 12 pages; an exhibit may have 10")


def test_only_the_first_of_a_moving_picture():
    """Of a GIF that moves, the first picture is shown, and that is said."""
    frames = [files.drawing(mode=mode) for mode in ("RGB", "L")]
    data = files.image_file(frames[0], "GIF", save_all=True, append_images=frames[1:])

    _, pages, remarks = shown(data, Kind.GIF)

    assert (pages, [remark.code for remark in remarks]) == (1, ["K639"])


def test_equal_pictures_give_equal_bytes():
    """The same picture gives the same page, byte by byte."""
    data = files.image_file(files.drawing().convert("RGBA"), "PNG")

    assert shown(data, Kind.PNG)[0] == shown(data, Kind.PNG)[0]
