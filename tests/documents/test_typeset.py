"""From a Typst template and its blanks to a PDF."""

from __future__ import annotations

import shutil
import unicodedata
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from kit.documents import glyphs
from kit.documents.typeset import typeset
from kit.findings import KitError

from paper_samples import SAMPLES  # isort: skip
from words import pdf_words  # isort: skip

TEMPLATES = Path(__file__).parents[1] / "fixtures" / "templates"
DAY = date(2026, 11, 21)
NO_FONT = ", which no house font can print"


def made(name="letter", count=1, *, logo=None, language="en", **changes):
    """Return a sample as PDF, with some of its blanks changed."""
    template = TEMPLATES / name / "en.typ"
    blanks = {**SAMPLES[name](count), **changes}
    return typeset(template, blanks, title="A letter", author="Alder", day=DAY, logo=logo, language=language)


def own(tmp_path, text):
    """Return a template of the user's own."""
    path = tmp_path / "mine" / "en.typ"
    path.parent.mkdir()
    path.write_text('#import "/house.typ": *\n#show: paper.with(footer: [])\n' + text, "utf-8")
    return path


def picture(form="PNG", size=(360, 120)):
    """Return a logo."""
    buffer = BytesIO()
    Image.new("RGB", size, "navy").save(buffer, form)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "value",
    [
        '#read("/etc/passwd")',
        "*not bold* _not italic_ `code`",
        "$x^2$ and $1,000",
        "<label> @reference [bracket] {brace}",
        "// comment /* more */ -- dashes ... dots",
        "= heading",
        "- item",
        "1. first",
        "C:\\path\\new \"quoted\" 'single'",
        '#d.total; #import "x"',
        "{{ total }} {% if x %}",
        "a~b \\u{41} \\*",
        "Łódź · Ελλάς · Україна · Đặng Thị Ngọc · Çağr\u0131 · Þór",
    ],
)
@pytest.mark.parametrize("blank", ["debtor_name", "greeting", "reference"])
def test_a_value_prints_as_it_is(value, blank):
    """Whatever a debtor is called, the paper says exactly that."""
    assert "".join(value.split()) in "".join(pdf_words(made(**{blank: value}))) or blank == "reference"
    if blank == "reference":  # at the foot of the page
        assert "".join(value.split()) in "".join(
            PdfReader(BytesIO(made(**{blank: value}))).pages[0].extract_text().split()
        )


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(codec="latin-1", categories=["L", "N", "P", "S"]), min_size=1, max_size=60))
def test_any_value_prints_as_it_is(value):
    """No value has a meaning of its own on the page."""
    assert unicodedata.normalize("NFC", value) in "".join(pdf_words(made(debtor_name=value)))


def test_a_value_in_a_row_prints_as_it_is():
    """Rows are data too."""
    line = {"number": '#read("x")', "issued": "*a*", "due": "$b$", "amount": "= 1"}
    assert '#read("x") *a* $b$ = 1' in " ".join(pdf_words(made(lines=[line])))


def test_new_lines_in_an_address_are_new_lines_on_paper():
    """An address keeps its lines."""
    text = PdfReader(BytesIO(made(debtor_address="First line\nSecond line"))).pages[0].extract_text()
    assert "First line\nSecond line" in text


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("count", [0, 1, 8, 60])
def test_the_same_input_gives_the_same_bytes(name, count):
    """A paper made again is the same file, whatever was set in between."""
    first = made(name, count)
    made(name, count, creditor_name="Someone else")
    assert made(name, count) == first


def test_the_pdf_says_what_it_is():
    """Title, author, day and the archival standard are in the file, and nothing of the machine or the hour."""
    reader = PdfReader(BytesIO(made()))
    assert reader.metadata.title == "A letter"
    assert reader.metadata.author == "Alder"
    assert reader.metadata.creation_date.date() == DAY
    assert "en" in str(reader.trailer["/Root"]["/Lang"])
    packet = reader.trailer["/Root"]["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in packet


def test_only_house_fonts_are_used():
    """A page looks the same on every machine: no font of the system gets in."""
    fonts = {str(font) for page in PdfReader(BytesIO(made(debtor_name="☐ Acme"))).pages for font in fonts_of(page)}
    assert {name.split("+")[1] for name in fonts} <= {"Carlito", "Carlito-Bold", "Carlito-Italic", "DejaVuSans"}
    assert len(fonts) > 1


def fonts_of(page):
    """Return the names of a page's fonts."""
    return [font.get_object()["/BaseFont"] for font in page["/Resources"]["/Font"].values()]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        pytest.param(
            {"debtor_name": "世界 Trading"},
            "letter/en.typ: the blank `debtor_name` holds “世” (U+4E16, cjk unified ideograph-4e16)" + NO_FONT,
            id="a-script-without-a-font",
        ),
        pytest.param(
            {"lines": [{"number": "1", "issued": "a", "due": "b", "amount": "\U0001f4b8"}]},
            "letter/en.typ: the blank `lines[0].amount` holds “\U0001f4b8” (U+1F4B8, money with wings)" + NO_FONT,
            id="in-a-row",
        ),
        pytest.param(
            {"debtor_name": "Acme\x07"},
            "letter/en.typ: the blank `debtor_name` holds (U+0007, a control character)" + NO_FONT,
            id="a-control-character",
        ),
        pytest.param(
            {"debtor_name": "Acme\udcff"},
            "letter/en.typ: the blank `debtor_name` holds (U+DCFF, no name)" + NO_FONT,
            id="half-a-character",
        ),
        pytest.param({"pay_by": None}, "letter/en.typ: the blank `pay_by` has no value", id="no-value"),
        pytest.param(
            {"lines": [{"number": None, "issued": "a", "due": "b", "amount": "c"}]},
            "letter/en.typ: the blank `lines[0].number` has no value",
            id="no-value-in-a-row",
        ),
        pytest.param(
            {"lines": [{"issued": "a", "due": "b", "amount": "c"}]},
            "letter/en.typ: the blank `number` has no value",
            id="a-field-left-out",
        ),
        pytest.param({"logo": b"GIF89a nothing"}, "the logo is neither a PNG nor a JPEG picture", id="no-picture"),
    ],
)
def test_what_cannot_be_printed_is_one_sentence(changes, message):
    """Each refusal names the template, the blank and the reason."""
    with pytest.raises(KitError) as refused:
        made(**changes)
    assert str(refused.value) == message


def test_a_blank_left_out_is_named():
    """A template with a blank nobody fills is not set with a hole in it."""
    blanks = SAMPLES["letter"](1)
    del blanks["greeting"]
    with pytest.raises(KitError, match=r"^letter/en\.typ: the blank `greeting` has no value$"):
        typeset(TEMPLATES / "letter" / "en.typ", blanks, title="t", author="a", day=DAY)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            "#nonsense()", r"^mine/en\.typ:3:1: the page cannot be set: unknown variable: nonsense$", id="unknown"
        ),
        pytest.param("#let x = (", r"^mine/en\.typ:3:9: the page cannot be set: unclosed delimiter$", id="unclosed"),
        pytest.param('#read("/../../secret")', r"would escape the project root$", id="outside-the-house"),
        pytest.param(
            '#import "@preview/cetz:0.2.0"', r"^mine/en\.typ imports a package from the network", id="network"
        ),
    ],
)
def test_a_fault_in_a_template_is_one_sentence(tmp_path, text, message):
    """A template of the user's own that cannot be set says where, in one sentence."""
    with pytest.raises(KitError, match=message) as refused:
        typeset(own(tmp_path, text), {}, title="t", author="a", day=DAY)
    assert "\n" not in str(refused.value)


def test_a_template_that_is_not_there_or_not_text_is_one_sentence(tmp_path):
    """A wrong path or a wrong file is answered, not traced."""
    with pytest.raises(KitError, match=r"cannot be read$"):
        typeset(tmp_path / "en.typ", {}, title="t", author="a", day=DAY)
    (tmp_path / "en.typ").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(KitError, match=r"is not UTF-8 text$"):
        typeset(tmp_path / "en.typ", {}, title="t", author="a", day=DAY)


def test_dataclasses_fill_blanks_too():
    """The kit's contexts are frozen dataclasses, down to the rows."""

    @dataclass(frozen=True, slots=True)
    class Line:
        number: str
        issued: str
        due: str
        amount: str

    words = " ".join(pdf_words(made(lines=(Line("INV-9", "May 1", "June 1", "$5.00"),))))
    assert "INV-9 May 1 June 1 $5.00" in words


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
@pytest.mark.parametrize("size", [(360, 120), (2000, 50), (40, 400)])
def test_a_logo_stands_in_the_letterhead_in_its_own_shape(form, size):
    """A logo of any shape is there, undistorted, and leaves the words as they are."""
    plain, branded = made(), made(logo=picture(form, size))
    (image,) = PdfReader(BytesIO(branded)).pages[0].images
    assert image.image.size == size
    assert pdf_words(branded) == pdf_words(plain)


def test_long_words_stay_on_the_paper():
    """A word longer than its line or cell breaks; none of it runs off the page or into the next column."""
    line = {"number": "N" * 80, "issued": "May 1", "due": "June 1", "amount": "$" + "9" * 60}
    pdf = made(debtor_name="x" * 300, creditor_contact="c" * 90, lines=[line])
    words = "".join(pdf_words(pdf))
    assert "x" * 300 in words
    assert "N" * 80 in words
    lines = PdfReader(BytesIO(pdf)).pages[0].extract_text().splitlines()
    assert max(line.count("x") for line in lines) < 120
    assert max(line.count("N") for line in lines) < 40


def test_an_address_is_copied_as_it_is():
    """A long address breaks after a mark inside it, and nothing unseen stands between its letters."""
    address = "payable.office@wintergreen-and-daughters.example"
    line = {"number": address, "issued": "May 1", "due": "June 1", "amount": "$9.00"}
    said = PdfReader(BytesIO(made(lines=[line]))).pages[0].extract_text()
    assert address in said.replace("\n", "")
    start = said.index("payable.")
    pieces = said[start : said.index("May 1")].split()
    assert len(pieces) > 1
    assert all(piece[-1] in "@.-" for piece in pieces[:-1])


@pytest.fixture
def house(tmp_path, monkeypatch):
    """Return a copy of the house look that may be damaged."""
    copied = tmp_path / "house"
    shutil.copytree(glyphs.house_folder(), copied)
    monkeypatch.setattr(glyphs, "house_folder", lambda: copied)
    return copied


def test_a_missing_font_folder_is_one_sentence(house):
    """A damaged installation says what is missing and what to do."""
    shutil.rmtree(house / "fonts")
    with pytest.raises(KitError, match=r"^No fonts are in .*fonts; install the kit again to get them back$"):
        made()


def test_a_damaged_font_is_one_sentence(house):
    """The same for a font file that is not one."""
    (house / "fonts" / "Carlito-Bold.ttf").write_bytes(b"not a font")
    with pytest.raises(KitError, match=r"Carlito-Bold\.ttf is not a font"):
        made()


def test_a_missing_look_is_one_sentence(house):
    """The same for house.typ."""
    (house / "house.typ").unlink()
    with pytest.raises(KitError, match=r"house\.typ is missing"):
        made()


def test_every_font_has_its_licence_beside_it():
    """Fonts are given on with their licence, and all together stay small."""
    fonts = glyphs.font_files(glyphs.house_folder())
    licences = {path.stem.removeprefix("LICENSE-") for path in fonts[0].parent.glob("LICENSE-*.txt")}
    assert {path.stem.split("-")[0].removesuffix("Sans") for path in fonts} == licences
    assert sum(path.stat().st_size for path in fonts) < 5 * 2**20


@pytest.mark.parametrize("rows", [0, 60, 8, 300, 1])
def test_every_page_says_how_many_there_are(rows):
    """The number at the foot is the number of pages, whatever was set before."""
    pdf = PdfReader(BytesIO(made(count=rows)))

    feet = [f"Page {number} of {len(pdf.pages)}" for number in range(1, len(pdf.pages) + 1)]
    assert [foot in page.extract_text() for foot, page in zip(feet, pdf.pages, strict=True)] == [True] * len(feet)


def test_a_length_that_turns_on_itself_is_one_sentence(tmp_path):
    """A template whose pages never come out even is refused instead of being set for ever."""
    template = own(tmp_path, "x #if calc.odd(about.pages) [#pagebreak() y]")

    with pytest.raises(KitError, match="turns on its own number of pages"):
        typeset(template, {}, title="t", author="a", day=DAY)


def test_no_package_is_fetched(tmp_path):
    """However a template spells it, nothing comes from the network."""
    with pytest.raises(KitError, match="imports a package"):
        typeset(own(tmp_path, '#let p = "@preview/cetz:0.3.0"\n#import p: *'), {}, title="t", author="a", day=DAY)
