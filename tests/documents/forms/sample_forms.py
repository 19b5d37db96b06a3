"""Forms of no court, made here: every kind of field, and the faults that real forms have."""

from __future__ import annotations

import io
import warnings
from functools import cache
from itertools import count

import pikepdf
from pikepdf import Array, Dictionary, Name

MULTILINE, READ_ONLY, PASSWORD = 1 << 12, 1, 1 << 13
RADIO, NO_TOGGLE, PUSH = 1 << 15, 1 << 14, 1 << 16
COMBO, EDIT, COMB = 1 << 17, 1 << 18, 1 << 24


class Sample:
    """A form in the making: fields are put on pages, from the top down unless told otherwise."""

    def __init__(self, pages: int = 1, size: tuple[int, int] = (612, 792)) -> None:
        self.pdf = pikepdf.new()
        for _ in range(pages):
            self.pdf.add_blank_page(page_size=size)
        self._rows = count()
        self.helvetica = self.font("Helvetica")
        self.form = self.pdf.Root.AcroForm = self.pdf.make_indirect(
            Dictionary(
                Fields=Array(),
                DA=pikepdf.String("/Helv 0 Tf 0 g"),
                DR=Dictionary(Font=Dictionary(Helv=self.helvetica, TiRo=self.font("Times-Roman"))),
            )
        )

    def font(self, name: str, **more):
        """Return a font the form names without embedding it."""
        said = {"Encoding": Name.WinAnsiEncoding, **more}
        return self.pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{name}"), **said))

    def widget(self, page: int = 1, rect=None, **more):
        """Put an annotation of a field on a page."""
        if rect is None:
            top = 740 - 24 * next(self._rows)
            rect = (72, top - 16, 372, top)
        made = self.pdf.make_indirect(
            Dictionary(Type=Name.Annot, Subtype=Name.Widget, Rect=Array(list(rect)), F=4, **more)
        )
        holder = self.pdf.pages[page - 1].obj
        if "/Annots" not in holder:
            holder.Annots = Array()
        holder.Annots.append(made)
        return made

    def text(self, name: str, *, da: str = "/Helv 11 Tf 0 g", flags: int = 0, page: int = 1, rect=None, **more):
        """Add a text field."""
        made = self.widget(page, rect, FT=Name.Tx, T=pikepdf.String(name), DA=pikepdf.String(da), Ff=flags, **more)
        self.form.Fields.append(made)
        return made

    def below(self, name: str, *kids):
        """Put fields under a parent of their own instead of at the top."""
        parent = self.pdf.make_indirect(Dictionary(T=pikepdf.String(name), Kids=Array(list(kids))))
        for kid in kids:
            kid.Parent = parent
        self.form.Fields = Array([one for one in self.form.Fields if one.objgen not in {kid.objgen for kid in kids}])
        self.form.Fields.append(parent)
        return parent

    def picture(self, drawing: str):
        """Return the picture of a state: a square of ten points."""
        made = self.pdf.make_stream(drawing.encode())
        made.Type, made.Subtype, made.BBox = Name.XObject, Name.Form, Array([0, 0, 10, 10])
        return made

    def box(self, name: str, states=("/Yes",), *, page: int = 1, rects=None, flags: int = 0, drawn: bool = True):
        """Add a check box, or several of one name; with the flag of a radio, a radio."""
        rects = rects or [(72 + 30 * at, 300, 82 + 30 * at, 310) for at in range(len(states))]
        kids = []
        for state, rect in zip(states, rects, strict=True):
            more = {"AS": Name.Off}
            if drawn:
                shown = Dictionary({state: self.picture("0 0 10 10 re f"), "/Off": self.picture("0 0 10 10 re S")})
                more["AP"] = Dictionary(N=shown)
            kids.append(self.widget(page, rect, **more))
        field = Dictionary(FT=Name.Btn, T=pikepdf.String(name), Ff=flags, V=Name.Off)
        if len(kids) == 1 and not flags & RADIO:
            for key, value in field.items():
                kids[0][key] = value
            self.form.Fields.append(kids[0])
            return kids[0]
        parent = self.pdf.make_indirect(field)
        parent.Kids = Array(kids)
        for kid in kids:
            kid.Parent = parent
        self.form.Fields.append(parent)
        return parent

    def choice(self, name: str, options, *, flags: int = COMBO, **more):
        """Add a choice."""
        listed = Array(
            [
                Array(list(map(pikepdf.String, one))) if isinstance(one, tuple) else pikepdf.String(one)
                for one in options
            ]
        )
        made = self.text(name, flags=flags, **more)
        made.FT, made.Opt = Name.Ch, listed
        return made

    def words(self, text: str, page: int = 1, at=(72, 200)):
        """Print words on a page."""
        target = self.pdf.pages[page - 1]
        target.obj.Resources = Dictionary(Font=Dictionary(F1=self.helvetica))
        target.contents_add(f"BT /F1 10 Tf {at[0]} {at[1]} Td ({text}) Tj ET".encode())

    def rules(self, rect, step: float, page: int = 1):
        """Print lines to write on across a rectangle, one ``step`` above the other from its lower edge."""
        left, bottom, right, top = rect
        lines = []
        height = bottom + 1
        while height < top - step / 2:
            lines.append(f"{left} {height} m {right} {height} l S")
            height += step
        self.pdf.pages[page - 1].contents_add(("0.6 w " + " ".join(lines)).encode())

    def bytes(self, **more) -> bytes:
        """Return the form as a file."""
        written = io.BytesIO()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", pikepdf.exceptions.PageCopyWarning)  # lost fields are wanted here
            self.pdf.save(written, deterministic_id="encryption" not in more, **more)
        return written.getvalue()


LONG = (72, 420, 400, 520)


def everything() -> Sample:
    """Return a form with every kind of field."""
    sample = Sample(pages=2)
    sample.below("Form[0]", sample.text("Name[0]", TU=pikepdf.String("1 Name")), sample.text("City[0]"))
    sample.text("State", MaxLen=2, rect=(400, 700, 430, 716))
    sample.text("Right", Q=2)
    sample.text("Middle", Q=1)
    sample.text("Auto", da="/TiRo 0 Tf 0 g")
    sample.text("Zip", flags=COMB, MaxLen=9)
    sample.text("Copy", flags=READ_ONLY)
    sample.text("Why", da="/TiRo 11 Tf 0 g", flags=MULTILINE, rect=LONG)
    sample.box("Asked")
    sample.box(
        "Ground",
        ("/1", "/2", "/3"),
        flags=RADIO | NO_TOGGLE,
        rects=[(72 + 30 * n, 330, 82 + 30 * n, 340) for n in range(3)],
    )
    sample.box("Pay", ("/Cash", "/Check"), rects=[(300, 330, 310, 340), (330, 330, 340, 340)], drawn=False)
    sample.choice("County", ["Lee", ("OV", "Overton")])
    sample.choice("Court", ["City Court"], flags=COMBO | EDIT)
    sample.text("Second", page=2, rect=(72, 700, 372, 716))
    both = sample.pdf.make_indirect(
        Dictionary(FT=Name.Tx, T=pikepdf.String("Both"), DA=pikepdf.String("/Helv 10 Tf 0 g"))
    )
    both.Kids = Array([sample.widget(1, (72, 240, 272, 256)), sample.widget(2, (72, 640, 272, 656))])
    for kid in both.Kids:
        kid.Parent = both
    sample.form.Fields.append(both)
    signed = sample.text("Signed", rect=(72, 60, 272, 90))
    signed.FT = Name.Sig
    sample.text("Print", rect=(500, 20, 580, 40), flags=PUSH).FT = Name.Btn
    return sample


@cache
def everything_bytes() -> bytes:
    """Return that form as a file."""
    return everything().bytes()


VALUES = {
    "Form[0].Name[0]": "Alder & Finch LLC",
    "Form[0].City[0]": "Overton",
    "State": "CA",
    "Right": "$9,120.00",
    "Middle": "in the middle",
    "Auto": "as large as fits",
    "Zip": "021345678",
    "Why": "The defendant ordered a catalogue of 48 pages.\nIt was printed and delivered; the invoice is unpaid.",
    "Asked": "/Yes",
    "Ground": "/2",
    "Pay": "/2",
    "County": "OV",
    "Court": "Town Court of Overton",
    "Second": "on the second page",
    "Both": "in two places",
}
