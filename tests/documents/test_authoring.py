"""From the words of a document to its Word and Typst templates."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from pypdf import PdfReader

from kit.documents import docx
from kit.documents.authoring.marks import blanks
from kit.documents.typeset import typeset
from kit.findings import InvalidFile, KitError
from kit.paths import data_folder

from words import difference, pdf_words  # isort: skip

pytest.importorskip(
    "pypandoc",
    reason="pypandoc is not installed: templates cannot be rebuilt (pip install 'escalation-kit[authoring]')",
)

from kit.documents.authoring import build as authoring

FIXTURES = Path(__file__).parents[1] / "fixtures" / "templates"
DAY = date(2026, 11, 21)
FOLDERS = [*authoring.folders(FIXTURES), *authoring.folders(data_folder("templates"))]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(content):
    """Return the parts of a Word file, unpacked."""
    with ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def built(tmp_path, words, name="en.md"):
    """Return what is made from ``words``."""
    folder = tmp_path / "sample"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(words, "utf-8")
    return authoring.build(folder)


def both(tmp_path, words, values):
    """Return the PDF and the docx of ``words``."""
    made = built(tmp_path, words)
    (tmp_path / "sample" / "en.typ").write_bytes(made["en.typ"])
    pdf = typeset(tmp_path / "sample" / "en.typ", values, title="t", author="a", day=DAY)
    return pdf, docx.load(made["en.docx"]).render(values)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_committed_templates_are_what_the_words_say(folder):
    """Whoever reads the words has read the document: nothing in a template was changed by hand."""
    for name, content in authoring.build(folder).items():
        path = folder / name
        assert path.is_file(), f"{path} is not built; run `kit templates build`"
        if name.endswith(".typ"):
            assert path.read_text("utf-8") == content.decode(), f"{path} differs; run `kit templates build`"
        else:
            assert parts(path.read_bytes()) == parts(content), f"{path} differs; run `kit templates build`"


def test_equal_words_give_equal_bytes():
    """A rebuild changes nothing, on any day."""
    assert authoring.build(FIXTURES / "letter") == authoring.build(FIXTURES / "letter")


def test_each_tone_gets_its_own_templates():
    """en.firm.md becomes en.firm.docx and en.firm.typ beside the plain ones."""
    assert set(authoring.build(FIXTURES / "letter")) == {"en.docx", "en.typ", "en.firm.docx", "en.firm.typ"}


def test_write_says_what_changed(tmp_path):
    """A build names the files it wrote, and writes nothing twice."""
    (tmp_path / "en.md").write_text("Dear {{ name }},\n", "utf-8")
    assert [path.name for path in authoring.write(tmp_path)] == ["en.docx", "en.typ"]
    assert authoring.write(tmp_path) == ()


def test_a_template_that_cannot_be_written_is_one_sentence(tmp_path):
    """A folder by the template's name is left alone, and that is said."""
    (tmp_path / "en.md").write_text("Dear {{ name }},\n", encoding="utf-8")
    (tmp_path / "en.docx").mkdir()

    with pytest.raises(KitError, match=r"en\.docx cannot be written"):
        authoring.write(tmp_path)


def test_a_list_in_a_repetition_counts_on(tmp_path):
    """One numbered list over all items, in both forms, starting at 1 each time it starts."""
    repeated = "{%p for x in xs %}\n1. {{ x.a }}\n{%p endfor %}\n\n"
    words = repeated + "Then:\n\n1. first\n2. second\n\n{%p if more %}\n3. third\n{%p endif %}\n"
    pdf, word = both(tmp_path, words, {"xs": [{"a": "one"}, {"a": "two"}], "more": "yes"})
    assert " ".join(pdf_words(pdf)) == "1. one 2. two Then: 1. first 2. second 3. third"
    assert difference(pdf, word) == ""


@pytest.mark.parametrize(
    ("words", "values", "expected"),
    [
        pytest.param("a{% if x %} b{{ x }}{% endif %}.c", {"x": "1"}, "a b1.c", id="within-a-line"),
        pytest.param("a{% if not x %} b{% else %} c{% endif %}(d)", {"x": "1"}, "a c(d)", id="otherwise"),
        pytest.param("{{ x }}(see) {{ x }}.com {{ x }}[1]", {"x": "v"}, "v(see) v.com v[1]", id="nothing-is-called"),
        pytest.param("{%p if x %}\nyes\n{%p else %}\nno\n{%p endif %}", {"x": ""}, "no", id="paragraphs"),
        pytest.param("{%p if x %}\nyes\n{%p else %}\nno\n{%p endif %}", {"x": []}, "no", id="no-rows"),
        pytest.param("{%p if x %}\nyes\n{%p endif %}\nelse", {"x": "1"}, "yes else", id="a-word-after"),
        pytest.param(
            "{%p for a in as %}\n{{ a.n }}: {% for b in a.bs %}{{ b.m }}; {% endfor %}\n{%p endfor %}",
            {"as": [{"n": "x", "bs": [{"m": "1"}, {"m": "2"}]}]},
            "x: 1; 2;",
            id="within-each-other",
        ),
        pytest.param(
            'It\'s "so" -- \\*really\\* #1 @home $5 <b> ~ a_b [x] \\\\ ...',
            {},
            "It\u2019s “so” \u2013 *really* #1 @home $5 <b> ~ a_b [x] \\ …",
            id="marks-of-either-program",
        ),
        pytest.param(
            "\\- not a list\n\n\\= nor a heading\n\n2026\\. A year\n\n// no comment /* none */ https://a.example/b--c",
            {},
            "- not a list = nor a heading 2026. A year // no comment /* none */ https://a.example/b\u2013c",
            id="starts-of-lines",
        ),
        pytest.param("**bold {{ x }}** and *slanted*\\\nnext", {"x": "1"}, "bold 1 and slanted next", id="bold"),
        pytest.param(
            "| | |\n|--|--:|\n| {%tr if x %} | |\n| a | {{ x }} |\n| {%tr else %} | |\n| b | |\n| {%tr endif %} | |\n"
            "\n<!-- unseen {{ y }} -->",
            {"x": ""},
            "b",
            id="rows",
        ),
        pytest.param(
            ":::: sides\n::: side\n{%p if x %}\na\n{%p endif %}\n:::\n::: side\nb\n:::\n::::",
            {"x": ""},
            "b",
            id="an-empty-side",
        ),
        pytest.param(
            "::: letterhead\nAlder\n\n{%p if x %}\n{{ x }}\n{%p endif %}\n:::\n\nDear you",
            {"x": ""},
            "Alder Dear you",
            id="a-letterhead-without-details",
        ),
        pytest.param(
            "::: clauses\n## One\n\nfirst\n\n::: keep\nsecond\n\n- item\n:::\n\n::: more\nthird\n:::\n:::",
            {},
            "1. One 1.1 first 1.2 second (a) item third",
            id="kept-within-clauses",
        ),
    ],
)
def test_marks_mean_the_same_in_both(tmp_path, words, values, expected):
    """Presence, repetition and plain words come out alike in PDF and docx."""
    pdf, word = both(tmp_path, words, values)
    assert " ".join(pdf_words(pdf)) == expected
    assert difference(pdf, word) == ""


REFUSALS = [
    pytest.param(
        "a\n{% if balance > 500 %}x{% endif %}",
        "en.md:2",
        "{% if balance > 500 %} is neither a question of presence nor a repetition",
        id="compares",
    ),
    pytest.param("{{ total | upper }}", "en.md:1", "{{ total | upper }} does more than name a blank", id="formats"),
    pytest.param("{{ a + b }}", "en.md:1", "{{ a + b }} does more than name a blank", id="calculates"),
    pytest.param("{{ rows[0] }}", "en.md:1", "{{ rows[0] }} does more than name a blank", id="indexes"),
    pytest.param(
        "{% set x = 1 %}", "en.md:1", "{% set x = 1 %} is neither a question of presence nor a repetition", id="sets"
    ),
    pytest.param("{# note #}", "en.md:1", "{# note #} is a template comment", id="comment"),
    pytest.param("{{ loop.index }}", "en.md:1", "loop.index uses a name the kit keeps for itself", id="reserved"),
    pytest.param("a\n\n{%p if x %}\nb", "en.md:3", "{%p if x %} is never closed", id="open"),
    pytest.param(
        "a\n{%p endif %}", "en.md:2", "{%p endif %} answers no if of its own kind before it", id="closed-only"
    ),
    pytest.param(
        "{%p if x %}\na\n{%p endfor %}\n{%p endif %}",
        "en.md:3",
        "{%p endfor %} answers no for of its own kind before it",
        id="crossed",
    ),
    pytest.param(
        "a {%p if x %}\nb\n{%p endif %}",
        "en.md:1",
        "a {%p ... %} mark shares its line with other words",
        id="not-alone",
    ),
    pytest.param(
        "{%p for x in xs %}\n{%p for x in ys %}\n{{ x.a }}\n{%p endfor %}\n{%p endfor %}",
        "en.md:2",
        "x is already the name of an outer item",
        id="same-name",
    ),
    pytest.param(
        "{%p if x %}\n::: note\na\n{%p endif %}\n:::",
        "en.md:4",
        "{%p endif %} closes what was opened in another block",
        id="over-a-block",
    ),
    pytest.param("a\n\n> said", "en.md:3", "a quotation set off with > has no place in a document", id="quotation"),
    pytest.param(
        "a\n\n    code here",
        "en.md:3",
        "a block indented by four spaces or fenced as code has no place in a document",
        id="code",
    ),
    pytest.param("see [this](http://x.example)", "en.md:1", "a link has no place in a document", id="link"),
    pytest.param(
        "#### Deep", "en.md:1", "a heading of the fourth level or lower has no place in a document", id="heading"
    ),
    pytest.param("- a\n\n  b\n", "en.md:1", "a list item holds more than one paragraph", id="long-item"),
    pytest.param("a\n\n::: adress\nb\n:::", "en.md:3", "there is no block ::: adress", id="misspelt"),
    pytest.param(
        "::: party\nb\n:::", "en.md:1", "a block ::: party cannot stand outside ::: signatures", id="misplaced"
    ),
    pytest.param(
        "::: note\n::: address\nb\n:::\n:::", "en.md:2", "a block ::: address cannot stand inside ::: note", id="nested"
    ),
    pytest.param(
        ":::: signatures\n{%p if x %}\n::: party\nb\n:::\n{%p endif %}\n::::",
        "en.md:1",
        "::: signatures holds nothing but its blocks, and these cannot be left out one by one",
        id="optional-party",
    ),
    pytest.param(
        "::: address\n# A\n:::", "en.md:1", "::: address holds something it has no layout for", id="heading-in-address"
    ),
    pytest.param(
        "::: clauses\nfirst\n:::",
        "en.md:1",
        "::: clauses does not begin with a ## heading",
        id="clause-without-heading",
    ),
    pytest.param(
        "::: footer\na\n\nb\n:::", "en.md:1", "::: footer holds more or less than one paragraph", id="long-footer"
    ),
    pytest.param("::: footer\na\n:::\n\n::: footer\nb\n:::", "en.md:1", "::: footer stands twice", id="two-footers"),
    pytest.param(
        "| a | b |\n|--|--|\n| {%tr for x in xs %} | b |\n| {{ x.a }} | |\n| {%tr endfor %} | |",
        "en.md:3",
        "{%tr for x in xs %} shares its row with words",
        id="row-mark",
    ),
    pytest.param("a 世 b", "en.md:1:3", "no house font has “世” (U+4E16, cjk unified ideograph-4e16)", id="glyph"),
]


@pytest.mark.parametrize(("words", "place", "message"), REFUSALS)
def test_what_a_template_may_not_hold_is_refused_with_its_line(tmp_path, words, place, message):
    """A template holds words; whatever else is in it is named, with the line to change."""
    with pytest.raises(InvalidFile) as refused:
        built(tmp_path, words)
    (finding,) = [each for each in refused.value.findings if each.message == message]
    assert str(finding.place).replace(str(tmp_path / "sample"), "").strip("/\\").startswith(place)
    assert finding.fix


def test_every_fault_is_told_at_once(tmp_path):
    """Faults of all words files of a folder come in one answer."""
    (tmp_path / "sample").mkdir()
    (tmp_path / "sample" / "en.firm.md").write_text("{{ 1 }}", "utf-8")
    with pytest.raises(InvalidFile) as refused:
        built(tmp_path, "{{ a|b }}\n\n{% while %}")
    assert [finding.place.line for finding in refused.value.findings] == [1, 1, 3]


def test_a_folder_without_words_and_a_file_that_is_no_text(tmp_path):
    """A wrong folder and a wrong file are answered in a sentence."""
    with pytest.raises(KitError, match=r"holds no words: no en\.md$"):
        authoring.build(tmp_path)
    (tmp_path / "en.md").write_bytes(b"\xff\xfe")
    with pytest.raises(InvalidFile, match="is not UTF-8 text"):
        authoring.build(tmp_path)


def test_blanks_of_words():
    """The blanks a document needs can be listed without building it, rows with their fields."""
    inner = "{{ line.c }} {% for d in line.ds %}{{ d.e }}{% endfor %}"
    words = f"{{{{ a }}}}{{% if b %}}x{{% endif %}}\n{{%p for line in lines %}}\n{inner}\n{{%p endfor %}}"
    assert blanks(words) == {"a", "b", "lines", "lines[].c", "lines[].ds", "lines[].ds[].e"}


def test_word_keeps_signatures_and_tables_in_one_piece():
    """In Word too, a row is never torn, headings repeat, and signatures stay with the words before them."""
    body = etree.fromstring(parts(authoring.build(FIXTURES / "contract")["en.docx"])["word/document.xml"])
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in body.iter(f"{W}tr"))
    assert body.find(f".//{W}tblHeader") is not None
    agreed = next(each for each in body.iter(f"{W}p") if "".join(each.itertext()) == "The parties agree to the above.")
    assert agreed.find(f"{W}pPr/{W}keepNext") is not None
    assert agreed.getprevious().find(f"{W}pPr/{W}keepNext") is not None


def test_a_document_without_letterhead_carries_no_logo():
    """A contract's file holds no empty first-page header and no picture."""
    names = set(parts(authoring.build(FIXTURES / "contract")["en.docx"]))
    assert not {name for name in names if "header" in name or "media" in name}
    assert {"word/header1.xml", "word/media/image1.png"} <= set(parts(authoring.build(FIXTURES / "letter")["en.docx"]))


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("first\n\n::: new-page\n# Guaranty\n:::", id="holding"),
        pytest.param("first\n\n::: new-page\n:::\n\n# Guaranty", id="empty"),
        pytest.param("first\n\n::: new-page\n{%p if x %}\n# Guaranty\n{%p endif %}\n:::", id="before-a-question"),
        pytest.param("first\n\n{%p if x %}\n::: new-page\n:::\n# Guaranty\n{%p endif %}", id="within-a-question"),
    ],
)
def test_a_new_page_is_one_in_both(tmp_path, words):
    """What has to stand on a page of its own does, with no empty page before it."""
    pdf, word = both(tmp_path, words, {"x": "1"})
    assert [page.extract_text().split("\n")[0] for page in PdfReader(BytesIO(pdf)).pages] == ["first", "Guaranty"]
    body = etree.fromstring(parts(word)["word/document.xml"])
    (start,) = body.iter(f"{W}pageBreakBefore")
    paragraphs = ["".join(each.itertext()) for each in body.iter(f"{W}p")]
    assert paragraphs.index("first") < list(body.iter(f"{W}p")).index(start.getparent().getparent())
    order = [each.tag.removeprefix(W) for each in start.getparent()]
    assert order == sorted(order, key=["pStyle", "keepNext", "pageBreakBefore", "numPr", "spacing", "jc"].index)
