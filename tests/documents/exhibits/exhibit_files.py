"""Files as other people send them: sound, odd, broken and hostile. Everything is made here, small."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterable

import pikepdf
import pypdfium2 as pdfium
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image, ImageDraw

LETTER = (612, 792)


def blank() -> Pdf:
    """Return a PDF without pages."""
    return Pdf.new()


def page(pdf: Pdf, words: str = "", size: tuple[float, float] = LETTER) -> pikepdf.Object:
    """Add a page with ``words`` on it and return it."""
    made = pdf.add_blank_page(page_size=size).obj
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    made.Resources = Dictionary(Font=Dictionary(F1=pdf.make_indirect(font)))
    made.Contents = pdf.make_stream(f"BT /F1 24 Tf 72 600 Td ({words}) Tj ET".encode())
    return made


def stored(pdf: Pdf, **how: object) -> bytes:
    """Return the bytes of a PDF."""
    out = io.BytesIO()
    pdf.save(out, **how)
    return out.getvalue()


def plain_pdf(pages: Iterable[str] = ("Invoice INV-104",)) -> bytes:
    """Return a PDF with a line of words on each page."""
    pdf = blank()
    for words in pages:
        page(pdf, words)
    return stored(pdf)


def packed(content: bytes, times: int = 1) -> bytes:
    """Return ``content`` deflated ``times`` over."""
    for _ in range(times):
        content = zlib.compress(content, 9)
    return content


def raw_pdf(objects: dict[int, bytes], root: int = 1) -> bytes:
    """Return a PDF written by hand, so that it can hold what no library writes."""
    out, places = bytearray(b"%PDF-1.7\n"), {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n" % size
    for number in range(size):
        out += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
    out += b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, root, start)
    return bytes(out)


def stream(data: bytes, said: bytes = b"") -> bytes:
    """Return a stream as it stands in a file."""
    return b"<< /Length %d %s >>\nstream\n" % (len(data), said) + data + b"\nendstream"


def hostile_pdf() -> bytes:
    """Return a PDF with everything that acts, leads out or is attached."""
    pdf = blank()
    first = page(pdf, "What the court reads")
    script = pdf.make_indirect(Dictionary(S=Name.JavaScript, JS="app.alert(1)"))
    pdf.Root.OpenAction = script
    pdf.Root.AA = Dictionary(WC=script)
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array(["go", script])))
    pdf.Root.Lang = "en"
    pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    pdf.Root.Metadata = pdf.make_stream(b"<x>Robin's private laptop</x>", Type=Name.Metadata, Subtype=Name.XML)
    pdf.docinfo[Name.Author] = "Robin's private laptop"
    pdf.attachments["books.xlsx"] = b"PK secret accounts"
    first.AA = Dictionary(O=script)
    first.PieceInfo = Dictionary(App=Dictionary(Private="kept by a program"))
    actions = [
        Dictionary(S=Name.URI, URI="https://tracker.example/"),
        Dictionary(S=Name.Launch, F="calc.exe"),
        Dictionary(S=Name.GoToR, F="other.pdf", D=Array([0, Name.Fit])),
        Dictionary(S=Name.SubmitForm, F="https://submit.example/"),
    ]
    links = [
        Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[10, 10, 90, 90], A=action, Border=[0, 0, 1])
        for action in actions
    ]
    comment = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[20, 20, 40, 40], Contents="between ourselves")
    film = Dictionary(Type=Name.Annot, Subtype=Name.RichMedia, Rect=[50, 50, 90, 90], RichMediaContent=Dictionary())
    first.Annots = Array([pdf.make_indirect(item) for item in (*links, comment, film)])
    image = pdf.make_stream(
        b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, ColorSpace=Name.DeviceGray, BitsPerComponent=8
    )
    image.Alternates = Array([Dictionary(Image=image, DefaultForPrinting=True)])
    image.OPI = Dictionary(F="https://opi.example/")
    first.Resources.XObject = Dictionary(Im=image)
    return stored(pdf)


def form_pdf(*, drawn: bool) -> bytes:
    """Return a filled form; where its fields are not ``drawn``, every program draws them itself."""
    pdf = blank()
    first = page(pdf, "Claim form")
    font = first.Resources.Font.F1
    fields = []
    for number, (name, value, flags) in enumerate((("name", "Robin Alder", 0), ("why", "They never paid", 1 << 12))):
        low = 400 - 120 * number
        field = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=name,
            V=value,
            Ff=flags,
            F=4,
            Rect=[72, low, 400, low + 60],
            DA="/Helv 12 Tf 0 g",
            P=first,
        )
        if drawn:
            look = pdf.make_stream(f"/Tx BMC BT /Helv 12 Tf 2 20 Td ({value}) Tj ET EMC".encode())
            look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, Array([0, 0, 328, 60])
            look.Resources = Dictionary(Font=Dictionary(Helv=font))
            field.AP = Dictionary(N=look)
        fields.append(pdf.make_indirect(field))
    first.Annots = Array(fields)
    pdf.Root.AcroForm = Dictionary(
        Fields=Array(fields),
        DA="/Helv 12 Tf 0 g",
        DR=Dictionary(Font=Dictionary(Helv=font)),
        NeedAppearances=not drawn,
    )
    return stored(pdf)


def marked_pdf() -> bytes:
    """Return a page with a yellow mark that has no picture of its own, and a hidden one."""
    pdf = blank()
    first = page(pdf, "I owe you 1,234.40")
    corners = [60, 630, 400, 630, 60, 590, 400, 590]
    mark = Dictionary(
        Type=Name.Annot, Subtype=Name.Highlight, Rect=[60, 590, 400, 630], QuadPoints=corners, C=[1, 1, 0], F=4
    )
    hidden = Dictionary(Type=Name.Annot, Subtype=Name.Square, Rect=[100, 100, 300, 300], C=[1, 0, 0], IC=[1, 0, 0], F=2)
    first.Annots = Array([pdf.make_indirect(mark), pdf.make_indirect(hidden)])
    return stored(pdf)


def court_form_pdf() -> bytes:
    """Return a page with words on a layer that is shown, a stamp on one that is not, and a button to print."""
    pdf = blank()
    first = page(pdf, "Seen by all")
    shown, hidden = (pdf.make_indirect(Dictionary(Type=Name.OCG, Name=name)) for name in ("Shown", "Hidden"))
    first.Resources.Properties = Dictionary(L1=shown)
    more = b" /OC /L1 BDC BT /F1 24 Tf 72 500 Td (On a layer) Tj ET EMC"
    first.Contents = pdf.make_stream(first.Contents.read_bytes() + more)
    look = pdf.make_stream(b"1 0 0 rg 0 0 100 100 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 100, 100])
    drawn = Dictionary(N=look)
    button = Dictionary(
        Subtype=Name.Widget, FT=Name.Btn, Ff=1 << 16, T="Print", Rect=[100, 300, 200, 400], F=4, AP=drawn
    )
    stamp = Dictionary(Subtype=Name.Stamp, Rect=[100, 100, 200, 200], F=4, AP=drawn, OC=hidden)
    seal = Dictionary(Subtype=Name.Stamp, Rect=[300, 100, 400, 200], F=4, AP=drawn, OC=shown)
    first.Annots = Array([pdf.make_indirect(item) for item in (button, stamp, seal)])
    pdf.Root.AcroForm = Dictionary(Fields=Array([first.Annots[0]]))
    default = Dictionary(BaseState=Name.OFF, ON=Array([shown]))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([shown, hidden]), D=default)
    return stored(pdf)


def layered_pdf() -> bytes:
    """Return two pages, the first with words on a layer that is switched off."""
    pdf = blank()
    first = page(pdf, "Seen by all")
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Drafts"))
    first.Resources.Properties = Dictionary(L1=layer)
    hidden = b" /OC /L1 BDC 1 0 0 rg 100 100 300 300 re f BT /F1 24 Tf 72 500 Td (Never meant to be seen) Tj ET EMC"
    first.Contents = pdf.make_stream(first.Contents.read_bytes() + hidden)
    page(pdf, "The second page")
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer]), Order=Array([layer])))
    return stored(pdf)


def drawing(width: int = 400, height: int = 300, mode: str = "RGB") -> Image.Image:
    """Return a white picture with a red upper left corner."""
    made = Image.new("RGB", (width, height), "white")
    ImageDraw.Draw(made).rectangle((0, 0, width // 4, height // 4), fill="red")
    return made.convert(mode)


def image_file(picture: Image.Image, kind: str, **how: object) -> bytes:
    """Return the bytes of ``picture`` as a file of that kind."""
    out = io.BytesIO()
    picture.save(out, kind, **how)
    return out.getvalue()


def heic(picture: Image.Image) -> bytes:
    """Return the bytes of ``picture`` as a telephone stores it."""
    import pillow_heif  # noqa: PLC0415

    out = io.BytesIO()
    pillow_heif.from_pillow(picture).save(out, quality=90)
    return out.getvalue()


def huge_png(side: int = 20_000, *, bits: int = 1, color: int = 0, claimed: int = 0) -> bytes:
    """Return an all-white PNG of ``side`` by ``side`` pixels, or that claims another size; it is never in memory."""
    samples = {0: 1, 2: 3}[color]
    row = b"\0" + b"\xff" * ((side * bits * samples + 7) // 8)
    pack = zlib.compressobj(9)
    parts = [pack.compress(row) for _ in range(side)]
    parts.append(pack.flush())

    def chunk(name: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")

    head = (claimed or side).to_bytes(4, "big") * 2 + bytes([bits, color, 0, 0, 0])
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"".join(parts)) + chunk(b"IEND", b"")


def words_of(pdf: bytes) -> str:
    """Return all the words of a PDF, as another library than the kit's reads them."""
    document = pdfium.PdfDocument(pdf)
    try:
        found = []
        for number in range(len(document)):
            one = document[number]
            text = one.get_textpage()
            found.append(text.get_text_bounded())
            text.close()
            one.close()
        return "\n".join(found).replace("\r\n", "\n")
    finally:
        document.close()


def seen(pdf: bytes, number: int = 0) -> Image.Image:
    """Return a page as a person sees it, one pixel a point."""
    document = pdfium.PdfDocument(pdf)
    try:
        one = document[number]
        picture = one.render(scale=1, may_draw_forms=False).to_pil().convert("RGB")
        one.close()
        return picture
    finally:
        document.close()


def reachable(pdf: bytes) -> str:
    """Return every object of a PDF as text, streams without their data."""
    with Pdf.open(io.BytesIO(pdf)) as opened:
        return "\n".join(item.unparse().decode("latin-1", "replace") for item in [opened.trailer, *opened.objects])
