"""Forty exhibits of three hundred pages in all: scans, text with embedded fonts, legal size, turned pages; about 30 MB.

Run as a program it builds, proves and writes the packet once and says how much memory it took at most.
"""

from __future__ import annotations

import io
import sys
from datetime import date
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image

EXHIBITS, PAGES, SCANS = 40, 300, 150
DAY = date(2026, 11, 21)
BINDING = {
    "caption": "Lindqvist v. Harbor & Vine",
    "title": "Small-claims packet",
    "author": "Lindqvist Studio",
    "day": DAY,
}
SIZES = ((612, 792), (612, 1008), (595, 842), (792, 612))
TEXT_PAGE = """#set text(font: "Carlito", size: 10pt)
#set page(paper: "us-letter", numbering: "1")
#for n in range({pages}) {{
  heading[Exhibit {exhibit}, sheet #n]
  for line in range(38) [Line #line of sheet #n in exhibit {exhibit}: delivered, counted and signed for that day. \\ ]
  if n < {pages} - 1 {{ pagebreak() }}
}}
"""


def write_parts(folder: Path) -> list[Path]:
    """Write the exhibits and return their files."""
    from typst import Compiler, Fonts  # noqa: PLC0415 - only here

    fonts = Path(__file__).parents[2] / "templates" / "house" / "fonts"
    setter = Compiler(font_paths=Fonts(include_system_fonts=False, font_paths=[str(fonts)]), root=str(folder))
    files = []
    each = PAGES // EXHIBITS
    counts = [each + (at < PAGES - each * EXHIBITS) for at in range(EXHIBITS)]
    for at, count in enumerate(counts):
        path = folder / f"{at:02}.pdf"
        if at % 2:
            source = TEXT_PAGE.format(pages=count, exhibit=at)
            path.write_bytes(_turned(setter.compile(input={"main": source.encode()}, format="pdf"), at))
        else:
            path.write_bytes(_scanned(count, at))
        files.append(path)
    return files


def _turned(data: bytes, at: int) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages):
            page.Rotate = 90 * ((at // 2 + number) % 4) if at % 3 == 0 else 0
        out = io.BytesIO()
        pdf.save(out, static_id=True)
    return out.getvalue()


def _scanned(count: int, at: int) -> bytes:
    pdf = pikepdf.new()
    for number in range(count):
        width, height = SIZES[(at // 2 + number) % len(SIZES)]
        image = pdf.make_stream(_jpeg(at * 100 + number))
        for key, value in {
            "/Type": Name.XObject,
            "/Subtype": Name.Image,
            "/Width": 1275,
            "/Height": 1650,
            "/BitsPerComponent": 8,
            "/ColorSpace": Name.DeviceRGB,
            "/Filter": Name.DCTDecode,
        }.items():
            image[key] = value
        content = pdf.make_stream(f"q {width} 0 0 {height} 0 0 cm /Im0 Do Q".encode())
        page = Dictionary(
            Type=Name.Page,
            MediaBox=Array([0, 0, width, height]),
            Resources=Dictionary(XObject=Dictionary(Im0=image)),
            Contents=content,
            Rotate=(number % 4) * 90 if at % 3 == 0 else 0,
        )
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    out = io.BytesIO()
    pdf.save(out, static_id=True)
    return out.getvalue()


def _jpeg(seed: int) -> bytes:
    """Return about 200 KB that look like a scanned sheet."""
    image = Image.new("RGB", (1275, 1650), (250, 250, 247))
    noise = Image.effect_noise((900, 340 + seed % 40), 90).convert("RGB")
    image.paste(noise, (150, 200 + seed % 300))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=80)
    return out.getvalue()


def build(files: list[Path], out: Path) -> int:
    """Bind the exhibits, prove the packet, write it, and return its pages."""
    from kit.documents.packet.assemble import assemble  # noqa: PLC0415 - counted, as on the command line
    from kit.documents.packet.part import Part  # noqa: PLC0415
    from kit.documents.packet.proof import prove  # noqa: PLC0415

    parts = [
        Part(f"exhibit-{at}", f"Paper number {at}", path, exhibit=_label(at), kit_made=False, subtitle="March 1, 2026")
        for at, path in enumerate(files)
    ]
    packet = assemble(parts, **BINDING)
    found = prove(packet)
    assert found == (), found
    out.write_bytes(packet.pdf)
    return packet.pages


def most_memory() -> int:
    """Return the most this process held, in MB; Linux counts what its parent held before it, but in one place."""
    status = Path("/proc/self/status")
    if status.is_file():
        line = next(line for line in status.read_text("ascii").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) // 1024
    import resource  # noqa: PLC0415 - not on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 * 1024 if sys.platform == "darwin" else 1024)


def _label(at: int) -> str:
    letter = chr(65 + at % 26)
    return letter * (1 + at // 26)


if __name__ == "__main__":
    FOLDER = Path(sys.argv[1])
    print(build(sorted(FOLDER.glob("[0-9]*.pdf")), FOLDER / "packet.pdf"))  # noqa: T201 - a program of its own
    print(most_memory())  # noqa: T201
