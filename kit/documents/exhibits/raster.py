"""A picture as a PDF holds it: packed samples, and how they are turned to stand upright."""

from __future__ import annotations

from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

_SWAPPED = 5  # from this orientation on, width and height change places


@dataclass(frozen=True, slots=True)
class Raster:
    """One picture: ``width`` and ``height`` in pixels as stored, ``turn`` its orientation as EXIF counts them, 1 to 8.

    ``stretch`` is how many times wider than tall a pixel is: 1, or for a fax about a half.
    """

    width: int
    height: int
    data: bytes
    packed: str  # the filter: DCTDecode or FlateDecode
    colors: str  # DeviceGray, DeviceRGB, DeviceCMYK
    bits: int = 8
    palette: bytes = b""  # of red, green, blue; then a pixel is a place in it
    predicted: bool = False  # packed row by row as in PNG
    inverted: bool = False
    turn: int = 1
    stretch: float = 1.0
    samples: int = field(default=1)  # for one pixel

    @property
    def upright(self) -> tuple[float, float]:
        """Width and height in pixels as the picture is seen."""
        wide, tall = self.width * self.stretch, float(self.height)
        return (tall, wide) if self.turn >= _SWAPPED else (wide, tall)

    def matrix(self, wide: float, tall: float, left: float, low: float) -> tuple[float, ...]:
        """Return what moves the unit square onto a box of ``wide`` by ``tall`` points at ``left`` and ``low``."""
        a, b, c, d, e, f = {
            2: (-wide, 0, 0, tall, wide, 0),
            3: (-wide, 0, 0, -tall, wide, tall),
            4: (wide, 0, 0, -tall, 0, tall),
            5: (0, -tall, -wide, 0, wide, tall),
            6: (0, -tall, wide, 0, 0, tall),
            7: (0, tall, wide, 0, 0, 0),
            8: (0, tall, -wide, 0, wide, 0),
        }.get(self.turn, (wide, 0, 0, tall, 0, 0))
        return (a, b, c, d, e + left, f + low)

    def image(self, pdf: Pdf) -> Object:
        """Return the picture as an image of ``pdf``."""
        said = Dictionary(
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=self.width,
            Height=self.height,
            BitsPerComponent=self.bits,
            ColorSpace=Name(f"/{self.colors}"),
            Filter=Name(f"/{self.packed}"),
        )
        if self.palette:
            last = len(self.palette) // 3 - 1
            said.ColorSpace = Array([Name.Indexed, Name.DeviceRGB, last, String(self.palette)])
        if self.predicted:
            said.DecodeParms = Dictionary(
                Predictor=15, Colors=self.samples, BitsPerComponent=self.bits, Columns=self.width
            )
        if self.inverted:
            said.Decode = [1, 0] * self.samples
        return pdf.make_stream(self.data, said)
