"""What filling a docx promises besides docxtpl's own bytes."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from datetime import date

import pytest
from docx import Document
from docx.shared import Mm
from docx_samples import add_logo, columns, content, letter, letterhead, picture, slim
from docxtpl import InlineImage, RichText
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from kit.documents.docx import DocxProperties, blanks_of, load
from kit.documents.docx_names import blank_paths, names_in, parse
from kit.findings import InvalidFile, KitError


def made(*paragraphs: str) -> bytes:
    """Return a template of these paragraphs."""
    document = Document()
    slim(document)
    for text in paragraphs:
        document.add_paragraph(text)
    return content(document)


def words(docx: bytes) -> list[str]:
    """Return the words of each paragraph, as python-docx reads them."""
    return [paragraph.text for paragraph in Document(io.BytesIO(docx)).paragraphs]


@dataclass(frozen=True, slots=True)
class Line:
    """A row with one blank."""

    text: str


@dataclass(frozen=True, slots=True)
class Letter:
    """The blanks of a letter."""

    lines: tuple[Line, ...]
    paid: bool


ONE_BLANK = made("Dear {{ name }},")


CONTROLS = {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))}
UNSHOWABLE = (CONTROLS - {"\t", "\n"}) | {"\ufffe", "\uffff"}


# Everything a YAML file can hold, control characters and half surrogate pairs included.
@given(st.text(st.characters(exclude_categories=()), max_size=40))
@settings(max_examples=200, deadline=None)
def test_a_text_prints_as_it_is_or_is_refused(text):
    """No value loses a character on its way to paper."""
    if UNSHOWABLE & {*text} or any("\ud800" <= ch <= "\udfff" for ch in text):
        with pytest.raises(KitError, match="`name`"):
            load(ONE_BLANK).render({"name": text})
    else:
        assert words(load(ONE_BLANK).render({"name": text})) == [f"Dear {text},"]


@pytest.mark.parametrize("code", [0x00, 0x07, 0x0B, 0x0C, 0x0D, 0x1B, 0x7F, 0x85, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF])
def test_what_no_document_can_show_is_named(code):
    """The blank, the character and the words around it are in the message."""
    rows = [{"text": "fine"}, {"text": f"Two {chr(code)}. left"}]
    template = load(made("{%p for line in lines %}", "{{ line.text }}", "{%p endfor %}"))
    said = rf"^the blank `lines\[1\]\.text` holds the character U\+{code:04X}.*“Two .. left”$"

    with pytest.raises(KitError, match=said):
        template.render({"lines": rows})


@pytest.mark.parametrize(
    ("context", "message"),
    [
        pytest.param({}, "the template prints the blank `name`, which the document does not fill", id="nothing"),
        pytest.param(
            {"nmae": "x"},
            "the template prints the blank `name` (there is `nmae`), which the document does not fill",
            id="misspelt",
        ),
        pytest.param({"name": None}, "the blank `name` has no value", id="none"),
        pytest.param(
            {"name": 12}, "the blank `name` holds 12 (int) where finished text belongs", id="a-number-not-yet-words"
        ),
        pytest.param(
            {"name": True}, "the template: the blank `name` is a yes or no, and stands where text is printed", id="yes"
        ),
        pytest.param(
            {"name": ["x"]}, "the template: the blank `name` is rows, and stands where text is printed", id="rows"
        ),
    ],
)
def test_a_blank_without_words(context, message):
    """A blank that has no words stops the paper and is named."""
    with pytest.raises(KitError) as caught:
        load(ONE_BLANK).render(context)

    assert str(caught.value) == message


def test_every_missing_blank_is_named_at_once():
    """All blanks without a value come in one message, fields of rows included."""
    template = made("{{ a }} {{ b }}", "{%p for line in lines %}", "{{ line.amuont }}", "{%p endfor %}")

    with pytest.raises(KitError) as caught:
        load(template).render({"a": "x", "lines": [{"amount": "$1"}]})

    assert str(caught.value) == (
        "the template prints the blanks `b`, `lines[].amuont` (there is `lines[].amount`), "
        "which the document does not fill"
    )


@pytest.mark.parametrize(
    ("paragraphs", "parts"),
    [
        pytest.param(
            ("One", "Two {{ a b }} three", "Four"), ("word/document.xml", "Two {{ a b }} three"), id="two-names"
        ),
        pytest.param(("{%p if a %}", "words"), ("{% if a %}words",), id="if-not-closed"),
        pytest.param(("A", "{%p endfor %}", "B"), ("{% endfor %}",), id="end-of-nothing"),
    ],
)
def test_a_tag_that_cannot_be_read(tmp_path, paragraphs, parts):
    """The file, the part and the words nearby are in the message."""
    path = tmp_path / "own letter.docx"
    path.write_bytes(made(*paragraphs))

    with pytest.raises(KitError) as caught:
        load(path)

    assert all(part in str(caught.value) for part in ("own letter.docx", *parts))


def test_values_are_never_code():
    """Tags in a value print as they were written."""
    assert words(load(ONE_BLANK).render({"name": "{{ 7*7 }} {% if %}"})) == ["Dear {{ 7*7 }} {% if %},"]


@pytest.mark.parametrize(
    "tag",
    [
        "{{ name.__class__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ range(3) }}",
        "{{ name.join.__globals__ }}",
        "{{ lines.append('x') }}",
    ],
)
def test_a_template_is_no_program(tag):
    """A template from elsewhere cannot reach into the program."""
    with pytest.raises(KitError):
        load(made(tag)).render({"name": "x", "lines": []})


def test_blocks_that_cross_the_structure_are_refused():
    """An if that opens in a table and closes below it would make a file Word cannot open; it is refused in words."""
    document = Document()
    document.add_table(rows=1, cols=1).cell(0, 0).text = "{% if a %}x"
    document.add_paragraph("{% endif %}y")
    compiled = load(content(document))

    assert "y" in words(compiled.render({"a": "1"}))
    with pytest.raises(KitError, match=r"do not close where they open"):
        compiled.render({"a": ""})


def test_rows_from_dataclasses_and_mappings_are_one():
    """A row may be a dataclass or a mapping, in a tuple or a list."""
    rows = ("{%p for line in lines %}", "{{ line.text }}", "{%p endfor %}")
    template = load(made(*rows, "{%p if paid %}", "Paid", "{%p endif %}"))
    from_classes = template.render(blanks_of(Letter((Line("a & b"), Line("c")), paid=False)))

    assert words(from_classes) == ["a & b", "c"]
    assert from_classes == template.render({"lines": [{"text": "a & b"}, {"text": "c"}], "paid": False})
    assert blank_paths(Letter) == {"lines", "lines[].text", "paid"} == template.names


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("Dear {{ debtor_name }},", {"debtor_name"}),
        ("{%p if a %}{{ b.c }}{%p endif %}", {"a", "b.c"}),
        (
            "{%tr for line in lines %}{{ line.x }}{{ loop.index }}{%tr endfor %}{{ line }}",
            {"lines", "lines[].x", "line"},
        ),
        (
            "{% for a in b %}{% for c in a.d %}{{ c }}{{ c.e }}{% endfor %}{% endfor %}",
            {"b", "b[].d", "b[].d[]", "b[].d[].e"},
        ),
    ],
)
def test_names_follow_the_rows(source, names):
    """A field of a row is known by the rows it belongs to."""
    assert names_in(parse(source)) == names


def test_same_input_same_bytes(tmp_path):
    """The bytes are the same in another process with another hash seed."""
    (tmp_path / "t.docx").write_bytes(letterhead())
    (tmp_path / "p.png").write_bytes(picture())
    script = (
        "import sys, hashlib, pathlib, datetime\n"
        "from kit.documents.docx import load, DocxProperties\n"
        "c = load(pathlib.Path(sys.argv[1]), logo=pathlib.Path(sys.argv[2]).read_bytes())\n"
        "p = DocxProperties('T', 'A', created=datetime.date(2024, 2, 1))\n"
        "print(hashlib.sha256(c.render({'creditor_name': 'A', 'debtor_name': 'B'}, properties=p)).hexdigest())\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "t.docx"), str(tmp_path / "p.png")]
    seeds = ({**os.environ, "PYTHONHASHSEED": seed} for seed in "12")
    runs = [subprocess.run(command, capture_output=True, text=True, check=True, env=env).stdout for env in seeds]  # noqa: S603

    assert runs[0] == runs[1] != ""


def test_the_zip_is_dated_1980_and_whole():
    """Every entry carries the same date, passes its checksum, and the list of types comes first."""
    with zipfile.ZipFile(io.BytesIO(load(ONE_BLANK).render({"name": "Łukasz"}))) as package:
        assert package.testzip() is None
        assert package.namelist()[0] == "[Content_Types].xml"
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_properties_are_what_the_program_says():
    """Title, author and dates come from the program, escaped once, and nothing stays of the template's own."""
    properties = DocxProperties("A & B <final>", "Söhne", "INV-104", "en-US", date(2024, 2, 1), date(2024, 2, 3))
    said = Document(io.BytesIO(load(ONE_BLANK).render({"name": "x"}, properties=properties))).core_properties

    assert (said.title, said.author, said.subject, said.language) == ("A & B <final>", "Söhne", "INV-104", "en-US")
    assert (said.created.date(), said.modified.date()) == (date(2024, 2, 1), date(2024, 2, 3))
    assert said.comments == said.keywords == ""
    silent = Document(io.BytesIO(load(ONE_BLANK).render({"name": "x"}))).core_properties
    assert (silent.author, silent.title, silent.created) == ("", "", None)


def test_a_changed_template_is_read_again(tmp_path):
    """A template edited between two letters is used as it now is; an unchanged one is kept."""
    path = tmp_path / "t.docx"
    path.write_bytes(made("old {{ a }}"))
    first = load(path)
    assert load(path) is first
    path.write_bytes(made("new words {{ a }}"))

    assert words(load(path).render({"a": "x"})) == ["new words x"]
    assert load(ONE_BLANK) is load(bytes(bytearray(ONE_BLANK)))


def test_one_document_leaves_nothing_in_the_next():
    """A template used again gives what a fresh one gives."""
    template = load(letter())
    blank = dict.fromkeys((name for name in template.names if "[" not in name), "x")
    context = {**blank, "lines": [], "remarks": ["r"], "mediation": True}
    before = template.render(context)
    template.render({**context, "debtor_name": "Someone & else\nand more", "remarks": ["s", "t"]})

    assert template.render(context) == before


def test_a_picture_goes_through_docxtpl():
    """A picture in a blank brings its own file into the docx; the rest stays as promised."""
    compiled = load(ONE_BLANK)
    engine = compiled.docxtpl()
    value = InlineImage(engine, io.BytesIO(picture(30, 30)), width=Mm(10))
    first = compiled.render({"name": value}, properties=DocxProperties("With picture"))

    document = Document(io.BytesIO(first))
    assert len(document.inline_shapes) == 1
    assert document.core_properties.title == "With picture"
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_an_engine_with_links_of_its_own():
    """What only docxtpl can do, replace a picture or add a link, is handed to it."""
    compiled = load(made("See {{r link }}"))
    engine = compiled.docxtpl()
    text = RichText("terms", url_id=engine.build_url_id("https://terms.example/"))

    with zipfile.ZipFile(io.BytesIO(compiled.render({"link": text}, engine=engine))) as package:
        assert b"https://terms.example/" in package.read("word/_rels/document.xml.rels")


def test_a_cell_that_spans_no_number():
    """A cell's width that is no number is said in words."""
    months = {"months": [{"name": "a", "amount": "b"}], "title": "t", "note": "n"}

    with pytest.raises(KitError, match="spans a number of columns that is no number"):
        load(columns()).render({**months, "width": "two"})


def boxes(docx: bytes) -> list[tuple[int, int]]:
    """Return the size of each drawing in the header, in EMU."""
    header = Document(io.BytesIO(docx)).sections[0].header._element  # noqa: SLF001
    return [(int(box.get("cx")), int(box.get("cy"))) for box in header.xpath(".//wp:extent")]


NAMES = {"creditor_name": "Alder Press", "debtor_name": "Late Paper"}


@pytest.mark.parametrize(
    ("size", "kind", "expected"),
    [
        # the box is 40 by 15 mm; 36000 EMU a millimetre
        pytest.param((200, 75), "PNG", (40 * 36000, 15 * 36000), id="same-shape-fills-it"),
        pytest.param((400, 75), "JPEG", (40 * 36000, 40 * 36000 * 75 // 400), id="wide-fits-across"),
        pytest.param((75, 75), "PNG", (15 * 36000, 15 * 36000), id="square-fits-in-height"),
    ],
)
def test_a_logo_fits_its_place(size, kind, expected):
    """A logo keeps its shape inside the box made for it, and only it is in the file."""
    logo = picture(*size, kind)
    compiled = load(letterhead(), logo=logo)
    docx = compiled.render(NAMES)

    assert compiled.logo_places == 1
    assert boxes(docx) == [expected]
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        media = [package.read(name) for name in package.namelist() if name.startswith("word/media/")]
    assert media == [logo]


def _jpeg(mode, size=(40, 20), *, turned=False):
    """Return a JPEG in ``mode``; ``turned`` with a camera's note that it lies on its side."""
    exif = Image.Exif()
    exif[0x0112] = 6
    out = io.BytesIO()
    made = Image.new(mode, size, "white" if mode != "CMYK" else (0, 255, 255, 0))
    made.save(out, "JPEG", **({"exif": exif} if turned else {}))
    return out.getvalue()


@pytest.mark.parametrize(
    ("logo", "size"),
    [
        pytest.param(_jpeg("CMYK"), (40, 20), id="print-colors"),
        pytest.param(_jpeg("RGB", turned=True), (20, 40), id="turned-by-a-note"),
        pytest.param(b"\xff\xd8" + _jpeg("RGB")[20:], (40, 20), id="no-usual-head"),
    ],
)
def test_a_logo_that_not_every_program_shows_becomes_a_png(logo, size):
    """Print colors, a rotation that stands in a note, a bare JPEG: the paper holds an upright RGB picture."""
    docx = load(letterhead(), logo=logo).render(NAMES)

    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        (media,) = [package.read(name) for name in package.namelist() if "/media/" in name]
    with Image.open(io.BytesIO(media)) as shown:
        assert (shown.format, shown.mode, shown.size) == ("PNG", "RGB", size)
        assert not shown.getexif()


def test_without_a_logo_its_place_is_gone():
    """No empty frame and no placeholder picture is left."""
    docx = load(letterhead()).render(NAMES)

    assert boxes(docx) == []
    assert words(docx) == ["Dear Late Paper,"]
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        assert not [name for name in package.namelist() if name.startswith("word/media/")]


def test_a_logo_in_the_body_beside_another_picture():
    """Only the picture named kit-logo is exchanged, though both show the same file."""
    document = Document()
    paragraph = document.add_paragraph("{{ a }}")
    paragraph.add_run().add_picture(io.BytesIO(picture(8, 3)), Mm(40), Mm(15))
    add_logo(paragraph)
    docx = load(content(document), logo=picture(20, 20)).render({"a": "x"})

    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        media = {package.read(name) for name in package.namelist() if name.startswith("word/media/")}
    assert media == {picture(8, 3), picture(20, 20)}


@pytest.mark.parametrize(
    ("logo", "message"),
    [
        pytest.param(b"", "the logo is an empty file", id="empty"),
        pytest.param(b"not a picture", "the logo is neither a PNG nor a JPEG picture", id="text"),
        pytest.param(picture(9, 9, "GIF"), "the logo is neither a PNG nor a JPEG picture", id="gif"),
        pytest.param(picture(300, 300)[:-40], "the logo is a damaged picture; save it anew as PNG", id="cut-short"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + b"0" * (10 * 2**20), "larger than 10 MB", id="huge"),
        pytest.param(picture(8000, 6000), "measures 8000 by 6000 pixels", id="too-many-pixels"),
    ],
)
def test_a_logo_that_is_none(logo, message):
    """Whatever is no PNG or JPEG of sane size is refused in one sentence."""
    with pytest.raises(KitError, match=message):
        load(letterhead(), logo=logo)


def test_a_missing_template(tmp_path):
    """A template that is not there is named."""
    with pytest.raises(KitError, match=r"gone\.docx cannot be read"):
        load(tmp_path / "gone.docx")


def test_a_file_that_is_no_docx(tmp_path):
    """A template that is no docx stops with its reason."""
    path = tmp_path / "words.docx"
    path.write_text("only words", encoding="utf-8")

    with pytest.raises(InvalidFile, match=r"words\.docx is not a Word document") as caught:
        load(path)
    assert [finding.code for finding in caught.value.findings] == ["K301"]
