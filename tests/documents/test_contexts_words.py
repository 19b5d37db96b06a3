"""What holds for every paper of every case: no hole in a sentence, no threat, the same words in both forms."""

from __future__ import annotations

import re
from zipfile import ZipFile

import pytest
from letter_words import FORBIDDEN, forbidden
from lxml import etree
from paper_cases import ALL, DEMAND, HOSTILE, INVOICE, PAPERS, STATEMENT, VARIANTS, facts_of, made, paper
from paper_text import Table, blocks
from words import W, difference, docx_words

from kit.paths import data_folder


def says(name, document):
    """Return the paragraphs and cells of a paper, each as it stands."""
    for block in blocks(paper(name, document).docx):
        if isinstance(block, Table):
            yield from (cell for row in block.rows for cell in row)
        else:
            yield block


@pytest.mark.parametrize(("name", "document"), PAPERS)
def test_no_hole_in_a_sentence(name, document):
    """No None, no doubled space, no space before a mark, no sentence that starts small, no doubled article."""
    typed = name == "hostile-names"
    for said in says(name, document):
        assert not re.search(r"\bNone\b|\bnan\b|Decimal|datetime|\{\w+\}", said), said
        assert not re.search(r"\S  +\S| [,.;:?)]|\( |,,|\.\.(?!\.)|;;", said) or typed, said
        assert not re.search(r"(?i)\bthe the\b|\ba a\b|\bof of\b|\bof in\b|\$\$|\b0 days", said), said
        assert not re.search(r"[a-z)\d][.?!] [a-z]", said.replace("a.m.", "")) or typed, said
        assert not re.fullmatch(r"[•\s]+|\d+\.\s*|\([a-z]\)\s*|[\d.]+\s", said), f"an empty item: {said!r}"


@pytest.mark.parametrize(("name", "document"), PAPERS)
def test_every_paragraph_ends(name, document):
    """A paragraph that reads like a sentence ends like one."""
    for block in blocks(paper(name, document).docx):
        if isinstance(block, str) and len(block) > 110 and "long" not in name and "hostile" not in name:
            assert block.rstrip().endswith((".", ":", "”")), block


@pytest.mark.parametrize("document", ALL)
def test_no_stray_blank(document):
    """A paragraph that is nothing but a blank stands under its question, or is never empty in any case."""
    words = (data_folder("templates") / document / "en.md").read_text("utf-8").split("\n\n")
    asked: list[str] = []
    alone = []
    for part in (part.strip() for part in words):
        asked += re.findall(r"^\{%p if (\w+) %\}", part)
        asked = asked[:-1] if part.endswith("{%p endif %}") else asked
        if (found := re.fullmatch(r"(?:::: \w+\n)?\{\{ (\w+) \}\}(?:\n:::)?", part)) and found[1] not in asked:
            alone.append(found[1])

    assert alone
    for name, made_for in PAPERS:
        if made_for == document:
            assert [blank for blank in alone if not getattr(paper(name, document).blanks, blank)] == [], name


@pytest.mark.parametrize(("name", "document"), [pair for pair in PAPERS if pair[1] in (DEMAND, INVOICE, STATEMENT)])
def test_no_forbidden_word(name, document):
    """Facts, not labels; nothing threatens or looks like a court, a lawyer, an agency (Cal. Penal §§ 518-519)."""
    assert forbidden(" ".join(says(name, document))) == []


def test_the_word_list_bites():
    """The list finds what it is there for."""
    for threat in (
        "We will call the police",
        "fraud",
        "a 1099-C",
        "our Legal Department",
        "credit bureaus",
        "prosecution",
    ):
        assert FORBIDDEN.search(threat)


@pytest.mark.parametrize(("name", "document"), PAPERS)
def test_both_forms_say_the_same(name, document):
    """Whoever reads the PDF has read the Word file."""
    done = paper(name, document)

    assert difference(done.pdf, done.docx) == ""


@pytest.mark.parametrize("document", ALL)
def test_equal_facts_give_equal_bytes(document):
    """A paper made again is the same file, in both forms."""
    facts = facts_of(VARIANTS["everything"])
    one, two = made(facts, document), made(facts, document)

    assert one.docx == two.docx
    assert one.pdf == two.pdf


@pytest.mark.parametrize("document", ALL)
def test_a_hostile_name_prints_as_typed(document):
    """Names are words, never markup of either program."""
    done = paper("hostile-names", document)
    name = HOSTILE.replace(" ", "")

    assert name in "".join(docx_words(done.docx))
    assert difference(done.pdf, done.docx) == ""


@pytest.mark.parametrize("document", ALL)
def test_names_of_all_europe(document):
    """Greek and Polish names print whole."""
    text = "".join(docx_words(paper("foreign-names", document).docx))

    assert "ŁódźŻółćSpółkaLLC" in text
    assert "ΧαρτίΕλλάςInc." in text


@pytest.mark.parametrize("document", [DEMAND, STATEMENT])
def test_a_table_at_the_end_makes_no_empty_page(document):
    """What Word wants after a last table takes no room, or a full page would be followed by an empty one."""
    with ZipFile(data_folder("templates") / document / "en.docx") as package:
        body = etree.fromstring(package.read("word/document.xml"))[0]
    last = [each for each in body.findall(f"{W}p") if not each.xpath("string()").startswith("{%p")][-1]

    assert last.find(f"{W}pPr/{W}spacing[@{W}line='20']") is not None
