"""A user's own docx is checked before it is used: every finding at once, with the words around it."""

from __future__ import annotations

import contextlib
import io
import random
import struct
import zipfile
from dataclasses import dataclass

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx_cases import contexts
from docx_samples import columns, content, contract, footnotes, letter, letterhead, slim, with_parts

from kit.documents import docx_zip
from kit.documents.docx import load
from kit.documents.docx_lint import blanks, lint
from kit.findings import KitError, Severity


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the statement."""

    invoice: str
    amount: str
    disputed: bool


@dataclass(frozen=True, slots=True)
class Statement:
    """The blanks the tests have."""

    debtor_name: str
    pay_by: str
    remark: str | None
    overdue: bool
    lines: tuple[Line, ...]


def saved(tmp_path, docx: bytes):
    """Return ``docx`` as a file of the user's."""
    path = tmp_path / "own.docx"
    path.write_bytes(docx)
    return path


def made(*paragraphs: str) -> bytes:
    """Return a docx of these paragraphs."""
    document = Document()
    slim(document)
    for text in paragraphs:
        document.add_paragraph(text)
    return content(document)


def told(tmp_path, *paragraphs: str) -> list[tuple[str, str]]:
    """Return code and message of each finding about a docx of these paragraphs."""
    return [(finding.code, finding.message) for finding in lint(saved(tmp_path, made(*paragraphs)), Statement)]


def test_a_good_template_has_no_findings(tmp_path):
    """Blanks, tests for one, rows with an end, a loop's number and a literal brace are all fine."""
    found = told(
        tmp_path,
        "Dear {{ debtor_name }}, pay by {{pay_by}}.",
        "{%p if remark and not overdue %}",
        "{{ remark }}",
        "{%p else %}",
        "Late. {# a remark to oneself #}",
        "{%p endif %}",
        "{%p for line in lines %}",
        "{{ loop.index }}. {{ line.invoice }} {{ line.amount }}{% if line.disputed %} disputed{% endif %}",
        "{%p endfor %}",
        "A literal {_{ brace }_}",
    )

    assert found == []


@pytest.mark.parametrize("template", [letter, contract])
def test_the_samples_pass_with_their_own_blanks(tmp_path, template):
    """What Word does to tags is no fault."""
    path = saved(tmp_path, template())

    assert lint(path, blanks(path)) == ()


def test_unknown_blanks_name_the_nearest(tmp_path):
    """A misspelt blank is quoted with its paragraph and the nearest names, in rows too."""
    rows = ("{%p for line in lines %}", "Open: {{ line.amuont }}", "{%p endfor %}")
    found = lint(saved(tmp_path, made("Dear {{ debtor_nmae }},", *rows, "{{ xyzzy }}")), Statement)

    assert [(finding.code, finding.message) for finding in found] == [
        ("K303", "this document has no blank `debtor_nmae`, in “Dear {{ debtor_nmae }},”"),
        ("K303", "this document has no blank `lines[].amuont`, in “{% for line in lines %}Open: {{ line.amuont }}”"),
        ("K303", "this document has no blank `xyzzy`, in “{% endfor %}{{ xyzzy }}”"),
    ]
    assert [finding.fix for finding in found[:2]] == ["there is `debtor_name`", "there is `lines[].amount`"]


@pytest.mark.parametrize(
    ("tag", "what"),
    [
        ("{{ debtor_name|upper }}", "a filter"),
        ("{{ debtor_name + pay_by }}", "arithmetic"),
        ("{% if pay_by == debtor_name %}x{% endif %}", "a comparison"),
        ("{{ debtor_name.upper() }}", "a call"),
        ("{{ 'words' }}", "a constant"),
        ("{{ 7 }}", "a constant"),
        ("{{ lines[0] }}", "an index in brackets"),
        ("{{ remark if overdue else pay_by }}", "a choice inside a value"),
        ("{% set a = pay_by %}", "`set`"),
        ("{% if remark is defined %}x{% endif %}", "a test with `is`"),
        ("{% for line in lines if line.disputed %}x{% endfor %}", "a loop that does more than repeat rows"),
        ("{% include 'other' %}", "`include`"),
        ("{% for line in lines %}{{ loop.cycle }}{% endfor %}", "`loop.cycle`"),
    ],
)
def test_logic_is_refused(tmp_path, tag, what):
    """A template holds words; whatever computes or formats is named and quoted."""
    found = told(tmp_path, "First.", f"So {tag}.")

    assert found == [("K304", f"a tag holds {what}, in “So {tag}.”")]


def test_each_tag_that_cannot_be_read_is_told(tmp_path):
    """Two faulty tags in one letter are two findings, each with its paragraph."""
    found = told(tmp_path, "Dear {{ debtor name }},", "fine {{ pay_by }}", "{% whenever %} pay")

    assert [code for code, _ in found] == ["K302", "K302"]
    assert "in “Dear {{ debtor name }},”" in found[0][1]
    assert "in “{% whenever %} pay”" in found[1][1]


@pytest.mark.parametrize(
    ("paragraphs", "quoted"),
    [
        (("A", "{%p if overdue %}", "B"), "{% if overdue %}"),
        (("A", "{%p endif %}", "B"), "{% endif %}"),
        (("{%p for line in lines %}", "B", "{%p endif %}"), "{% endif %}"),
        (("{%p if overdue %}", "{%p if remark %}", "B", "{%p endif %}"), "{% if overdue %}"),
    ],
)
def test_an_if_without_its_end(tmp_path, paragraphs, quoted):
    """The tag that lacks its other end is quoted, not the end of the letter."""
    ((code, message),) = told(tmp_path, *paragraphs)

    assert (code, f"“{quoted}" in message) == ("K305", True)


def test_blocks_that_cross_a_table(tmp_path):
    """An if from inside a table to below it is found by trying both ways."""
    document = Document()
    document.add_table(rows=1, cols=1).cell(0, 0).text = "{% if remark %}x"
    document.add_paragraph("{% endif %}y")
    (finding,) = lint(saved(tmp_path, content(document)), Statement)

    assert finding.code == "K305"
    assert "do not close where they open" in finding.message


@pytest.mark.parametrize("tag", ["{{ lines }}", "{{ overdue }}"])
def test_rows_are_no_words(tmp_path, tag):
    """Rows or a yes or no printed as if they were words are found before they reach paper."""
    ((code, message),) = told(tmp_path, f"So {tag}")

    assert code == "K308"
    assert "stands where text is printed" in message


@pytest.mark.parametrize("tag", ["{{r remark }}", "{{p remark }}"])
def test_text_where_none_is_shown(tmp_path, tag):
    """Plain words that would land outside any sentence, where Word drops them, are found."""
    assert told(tmp_path, f"So {tag}") == [("K308", "`remark` is printed where Word shows no text")]


def test_tags_where_nothing_is_filled(tmp_path):
    """A tag in an endnote, a comment or the title would be sent as it stands; it is named."""
    document = Document()
    document.core_properties.title = "Letter to {{ debtor_name }}"
    (finding,) = lint(saved(tmp_path, content(document)), Statement)

    assert (finding.code, finding.message) == (
        "K306",
        "{{ debtor_name }} stands in the file's properties, where nothing is filled in",
    )


def test_tracked_changes_are_noted(tmp_path):
    """A letter with its changes still tracked is usable, and its owner is told."""
    document = Document()
    document.add_paragraph("Dear {{ debtor_name }}")
    document.settings.element.append(parse_xml(f"<w:trackRevisions {nsdecls('w')}/>"))
    (finding,) = lint(saved(tmp_path, content(document)), Statement)

    assert (finding.code, finding.severity) == ("K307", Severity.NOTE)


def bomb() -> bytes:
    """Return a docx of 300 KB whose picture unpacks to 300 MB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", docx_zip.WORD_DOCUMENT)
        package.writestr("word/media/image1.bmp", bytes(300 * 2**20))
    return out.getvalue()


def locked() -> bytes:
    """Return a zip whose entries say that they are encrypted."""
    docx = bytearray(made("x"))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = docx.find(mark)
        while at >= 0:
            struct.pack_into("<H", docx, at + offset, 1)
            at = docx.find(mark, at + 1)
    return bytes(docx)


def changed(part: str, old: bytes, new: bytes) -> bytes:
    """Return a docx with ``old`` in one part written ``new``."""
    return with_parts(made("x"), lambda parts: parts.update({part: parts[part].replace(old, new)}))


@pytest.mark.parametrize(
    ("docx", "words"),
    [
        pytest.param(lambda: b"", "is not a Word document, or it is damaged", id="empty"),
        pytest.param(lambda: b"Dear Sir", "is not a Word document, or it is damaged", id="text"),
        pytest.param(lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "is locked with a password", id="ole"),
        pytest.param(locked, "is locked with a password", id="encrypted-zip"),
        pytest.param(
            lambda: letter()[: len(letter()) // 2], "is not a Word document, or it is damaged", id="cut-short"
        ),
        pytest.param(bomb, "unpacks to more than 200 MB", id="bomb"),
        pytest.param(
            lambda: changed("[Content_Types].xml", b"document.main+xml", b"template.main+xml"),
            "is not a plain Word document",
            id="dotx",
        ),
        pytest.param(
            lambda: with_parts(made("x"), lambda parts: parts.pop("[Content_Types].xml")), "is a zip file but", id="zip"
        ),
        pytest.param(
            lambda: with_parts(made("x"), lambda parts: parts.pop("word/document.xml")), "is damaged", id="no-text"
        ),
        pytest.param(lambda: changed("word/document.xml", b"</w:body>", b""), "is damaged", id="broken-xml"),
        pytest.param(
            lambda: changed("word/document.xml", b"<w:document", b'<!DOCTYPE x [<!ENTITY a "b">]><w:document'),
            "declares entities of its own",
            id="entities",
        ),
    ],
)
def test_what_is_no_usable_docx(tmp_path, docx, words):
    """Each way of being no docx has its own sentence, in one finding, and is refused the same way when used."""
    path = saved(tmp_path, docx())
    (finding,) = lint(path, Statement)

    assert finding.code == "K301"
    assert words in finding.message
    assert "\n" not in finding.message
    with pytest.raises(KitError, match=words):
        load(path)


def test_a_folder_or_a_missing_file(tmp_path):
    """What cannot be read at all is one finding, too."""
    for path in (tmp_path, tmp_path / "gone.docx"):
        (finding,) = lint(path, Statement)

        assert (finding.code, "cannot be read" in finding.message) == ("K301", True)


SPLINTERS = (
    b"{{",
    b"{% if x %}",
    b"<w:tbl>",
    b"</w:p>",
    b"{% endfor %}",
    b"{%tr",
    b"}}",
    b"\0",
    b"{{ a.b }}",
    b'{{ "<" }}',
)


@pytest.mark.parametrize("seed", range(60))
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_damage_never_escapes_as_a_traceback(tmp_path, seed):
    """However a docx is damaged, checking it gives findings, and using it a document or one sentence."""
    dice = random.Random(seed)  # noqa: S311

    def damage(parts: dict[str, bytes]) -> None:
        part = dice.choice([name for name in parts if name.endswith((".xml", ".rels")) and "styles" not in name])
        at = dice.randrange(len(parts[part]))
        cut = dice.choice((0, 0, 1, 30))
        parts[part] = parts[part][:at] + dice.choice((*SPLINTERS, b"")) + parts[part][at + cut :]

    path = saved(tmp_path, with_parts(dice.choice([letter, footnotes, letterhead, columns])(), damage))

    assert all(finding.message for finding in lint(path, frozenset({"note", "debtor_name", "creditor_name"})))
    with contextlib.suppress(KitError):
        compiled = load(path)
        assert compiled.render(dict.fromkeys(compiled.names, "x"))[:2] == b"PK"


def test_blanks_of_a_file(tmp_path):
    """The blanks of headers, footnotes and rows are all found."""
    assert blanks(saved(tmp_path, footnotes())) == {"note", "debtor_name"}
    assert {"lines[].amount", "reference", "creditor_name", "mediation"} <= blanks(saved(tmp_path, letter()))
    assert len(list(contexts(blanks(saved(tmp_path, letter())), frozenset(), 3))) == 3
