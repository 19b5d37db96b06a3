"""Filling a form: the kit on a blank it has prepared, against plain pypdf that reads, fills and writes it each time.

The form is SC-100 where its blank is at hand, otherwise a generated one of a hundred fields. No two copies say the
same, and both sides are compared by what they store and by how their pages look.
"""

from __future__ import annotations

import io
from contextlib import closing
from itertools import count
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name
from pypdf import PdfReader, PdfWriter

from kit.documents.forms.blank import prepare
from kit.documents.forms.field import Field, FieldKind
from kit.documents.forms.fill import fill
from kit.documents.forms.read_back import prove

BLANK = Path(__file__).parents[3] / "shared" / "forms" / "blanks" / "ca-sc100.pdf"
LINE = "Alder & Finch LLC"
CLAIM = "A catalogue of 48 pages, ordered in writing on May 1, 2025, delivered on June 30 and not paid for."
NUMBERS = count(1000)
FILES = count(1)
TOLERANCE = 0.03  # of the pixels around a field: another hand for the same words

pytestmark = pytest.mark.filterwarnings("ignore")  # pypdf's own, about forms


def generated() -> bytes:
    """Return a form of a hundred fields on four pages."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    )
    fields = Array()
    for number in range(4):
        page = pdf.add_blank_page(page_size=(612, 792)).obj
        page.Annots = Array()
        for at in range(25):
            rect = Array([72, 730 - 26 * at, 300, 748 - 26 * at])
            field = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, Rect=rect, F=4)
            field.T, field.DA = pikepdf.String(f"Field{number}-{at}"), pikepdf.String("/Helv 11 Tf 0 g")
            page.Annots.append(pdf.make_indirect(field))
            fields.append(page.Annots[-1])
    pdf.Root.AcroForm = Dictionary(Fields=fields, DR=Dictionary(Font=Dictionary(Helv=font)))
    written = io.BytesIO()
    pdf.save(written)
    return written.getvalue()


@pytest.fixture(scope="module")
def data():
    """Return the form."""
    return BLANK.read_bytes() if BLANK.is_file() else generated()


def answer(field: Field, number: int) -> str | None:
    """Return an answer nobody gave before; nothing for fields that take none."""
    width = field.places[0][1].width
    if field.kind is FieldKind.BOX:
        return field.states[0]
    if field.kind is not FieldKind.TEXT or field.read_only:
        return None
    if field.multiline and field.places[0][1].height > 50:
        return f"{CLAIM} Number {number}."
    if (field.max_length or 99) < 6:
        return "CA"
    return f"{LINE} {number}" if width > 150 else f"{number}"


def answers(data: bytes) -> dict[str, str]:
    """Return answers for all fields of the form."""
    number = next(NUMBERS)
    given = {name: answer(field, number) for name, field in prepare(data).fields.items()}
    return {name: value for name, value in given.items() if value is not None}


def plainly(data: bytes, values: dict[str, str]) -> bytes:
    """Fill the form as pypdf's own documentation does it."""
    reader = PdfReader(io.BytesIO(data))
    writer = PdfWriter()
    writer.append(reader)
    for page in writer.pages:
        writer.update_page_form_field_values(page, values, auto_regenerate=False)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


@pytest.mark.benchmark(group="filling a court form")
def test_plain(benchmark, data):
    """Each copy: the blank read and decrypted, filled and written by pypdf."""

    def given():
        return (data, answers(data)), {}

    pdf = benchmark.pedantic(plainly, setup=given, rounds=10, warmup_rounds=1)
    assert PdfReader(io.BytesIO(pdf)).get_fields()


@pytest.mark.benchmark(group="filling a court form")
def test_kit(benchmark, data):
    """Each copy: the prepared blank and one section more."""
    blank = prepare(data)

    def given():
        return (blank, answers(data)), {}

    filled = benchmark.pedantic(fill, setup=given, rounds=100, warmup_rounds=5)
    assert not filled.overflow


@pytest.mark.benchmark(group="making a blank ready, and one copy")
def test_plain_first(benchmark, data):
    """The first copy of a form, by pypdf."""
    pdf = benchmark.pedantic(lambda: plainly(data, answers(data)), rounds=5, warmup_rounds=1)
    assert pdf


@pytest.mark.benchmark(group="making a blank ready, and one copy")
def test_kit_first(benchmark, data):
    """The first copy of a form nobody has prepared: a byte after its end makes it another file."""

    def given():
        return (data + b"\n" * next(FILES), answers(data)), {}

    filled = benchmark.pedantic(lambda form, values: fill(prepare(form), values), setup=given, rounds=5)
    assert filled.pdf


def test_both_say_the_same(data):
    """The values that other programs read are equal, and the fields look alike."""
    blank, values = prepare(data), answers(data)
    ours, theirs = fill(blank, values), plainly(data, values)

    assert prove(blank, ours, values) == ()
    read, plain = (PdfReader(io.BytesIO(pdf)).get_fields() for pdf in (ours.pdf, theirs))
    assert {name: read[name]["/V"] for name in values} == {name: plain[name]["/V"] for name in values}
    assert compared(blank, values, ours.pdf, theirs) == []


def compared(blank, values, *pdfs: bytes) -> list[str]:
    """Return the fields of one line whose darkness differs by more than the tolerance."""
    shares: list[dict[str, float]] = []
    for pdf in pdfs:
        shares.append({})
        with closing(pypdfium2.PdfDocument(pdf)) as document:
            document.init_forms()
            pages = [page.render(scale=2, grayscale=True).to_pil() for page in document]
        for name in values:
            field = blank.fields[name]
            if field.multiline or field.kind is FieldKind.BOX:
                continue  # pypdf neither wraps a text nor leaves the lines of a form free
            page, rect = field.places[0]
            high = pages[page - 1].height
            spot = pages[page - 1].crop(
                (int(rect.left * 2), int(high - rect.top * 2), int(rect.right * 2), int(high - rect.bottom * 2))
            )
            shades = spot.histogram()
            shares[-1][name] = sum(shades[:128]) / sum(shades)
    return [name for name, share in shares[0].items() if abs(share - shares[1][name]) > TOLERANCE]
