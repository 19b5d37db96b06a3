"""What holds for every document in every tone, whoever words it: found by its folder, made as `kit` makes it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from docxtpl import DocxTemplate
from every_paper import CASES, EVERY, LETTERS, SPECIAL, TEMPLATES, Refused, Sheet, faults, named, of, sheet, sheets
from known_figures import known_in
from paper_cases import HOSTILE, LONG
from paper_text import Table
from words import difference, docx_words

from kit.documents import draft
from kit.documents.authoring.marks import blanks
from kit.documents.docx_names import blank_paths
from kit.model.document import DocumentKind

COMPARED = ("everything", "hostile-names", "promise-broken", "paid-in-full")
HOLES = {
    "a value without words": r"\bNone\b(?! (?:have|has|of|is)\b)|\bnan\b|Decimal|datetime|\{\w+\}|\{\{|\{%",
    "a doubled or stray space": r"\S  +\S|(?<!…) [,.;:?)]|\( ",
    "a doubled mark": r",,|\.\.(?!\.)|;;|::|,\.|\.,|\$\$",
    "a doubled word": r"(?i)\b(the|a|of|in|to|and|on|by|for|is|we|you) \1\b|\bof in\b|\ba an\b",
    "a count of nothing": r"(?<![\d.,])0 (?:days?|invoices?|months?|payments?)\b|\b1 (?:days|invoices|months|weeks)\b",
    "a small beginning": r"[a-z)\d][.?!] [a-z]",
    "an empty item": r"\A(?:•\s*|\d+\.\s*|\([a-z]\)\s*|[\d.]+\s)\Z",
    "a wrong article": r"\ba (?:invoice|amount|installment|answer|agreement|email)\b|\ban (?:payment|letter)\b",
    "an exclamation": r"!",
}
ENDS = (".", ":", "?", "”", '"')  # a command to type ends as typed
SHORT = re.compile(r"\b(Inc|LLC|Corp|Co|Ltd|[ap]\.m|Cal|Civ|Prop|Stat|e\.g|No)\.")  # their points end no sentence
NAMES = {"hostile-names": (HOSTILE,), "foreign-names": ("Łódź Żółć Spółka LLC", "Χαρτί Ελλάς Inc.")}
TYPED = {  # as typed, marks and all
    **{name: (HOSTILE,) for name in (*CASES, *SPECIAL) if "hostile" in name},
    **{name: (LONG, LONG[::-1]) for name in (*CASES, *SPECIAL) if "long-names" in name},
}


@cache
def whole(case, key):
    """Return a paper of a case in both forms, made once."""
    one = sheet(case, key)
    return draft.draft(one.facts, one.request, one.template)


def compared(key):
    """Return the cases in which the two forms are held side by side."""
    return [case for case in COMPARED if isinstance(sheet(case, key), Sheet)] or [one.case for one in sheets(key)[:2]]


@pytest.mark.parametrize("key", EVERY, ids=named)
def test_every_document_is_made(key):
    """No folder of words without a case that makes a paper of it: three cases at least for a letter."""
    refused = {one.why for case in ("plain", *COMPARED) if isinstance(one := sheet(case, key), Refused)}

    assert len(sheets(key)) >= (3 if key in LETTERS else 1), refused


@pytest.mark.parametrize("key", EVERY, ids=named)
def test_every_tone_is_built_with_the_same_blanks(key):
    """A tone is other words for the same facts: the same blanks in the words, in Word and in the context."""
    template = TEMPLATES[key]
    words = (Path(template.folder) / f"{template.stem}.md").read_text("utf-8")
    wanted = blank_paths(draft.blanks_class(template))

    assert blanks(words) == wanted
    assert draft.words_file(template, ".typ").is_file()
    word = DocxTemplate(draft.words_file(template, ".docx"))
    assert word.get_undeclared_template_variables() == {path for path in wanted if "[" not in path}


def test_a_tone_stands_beside_the_plain_words():
    """A firm or a gentle letter has its plain one; no other tone has crept in."""
    documents = {name for name, _ in TEMPLATES}

    assert {name for name, tone in TEMPLATES if tone == ""} == documents
    assert {tone for _, tone in TEMPLATES} <= {"", "firm", "gentle"}


def test_tones_differ():
    """A tone that says the same as another is no tone."""
    for name, tone in TEMPLATES:
        plain, other = (Path(TEMPLATES[name, each].folder) / f"en{'.' if each else ''}{each}.md" for each in ("", tone))
        assert not tone or plain.read_text("utf-8") != other.read_text("utf-8"), (name, tone)


def holes(one):
    """Return the holes in the sentences of a paper."""
    return [
        f"{what}: “{piece}”"
        for piece in one.pieces
        for what, pattern in HOLES.items()
        if re.search(pattern, SHORT.sub(r"\1", piece))
        and not any(name.rstrip(".") in piece for name in TYPED.get(one.case, ()))
    ]


@pytest.mark.parametrize("key", EVERY, ids=named)
def test_no_hole_in_a_sentence(key):
    """A value that is missing leaves no trace in the words around it."""
    assert faults(key, holes) == []


def straight(one):
    """Return the straight apostrophes that nobody typed into the case."""
    typed = known_in(one.case).texts
    words = ((word, piece) for piece in one.pieces for word in re.findall(r"[A-Za-z]+'[a-z]+", piece))
    return [f"{word} in “{piece}”" for word, piece in words if word.casefold() not in typed]


@pytest.mark.parametrize("key", EVERY, ids=named)
def test_an_apostrophe_is_curly(key):
    """What a program wrote looks as the words around it do."""
    assert faults(key, straight) == []


def unended(one):
    """Return the long paragraphs without an end."""
    long = [block for block in one.blocks if isinstance(block, str) and len(block) > 110 and "long" not in one.case]
    return [block for block in long if one.case not in TYPED and not block.rstrip().endswith(ENDS)]


@pytest.mark.parametrize("key", EVERY, ids=named)
def test_every_paragraph_ends(key):
    """A paragraph that reads like a sentence ends like one."""
    assert faults(key, unended) == []


def emptied(one):
    """Return what stands empty: a heading over nothing, a table without a row."""
    bare = [f"a table of a heading alone: {block.rows[0]}" for block in one.blocks if _bare(block)]
    return bare + [f"the closing without a name: {piece!r}" for piece in one.pieces if piece.startswith("Sincerely,,")]


def _bare(block):
    """Whether a table is its heading alone; a row to sign in is none."""
    return isinstance(block, Table) and len(block.rows) == 1 < len(block.rows[0]) - 1 and ":" not in block.rows[0][0]


@pytest.mark.parametrize("key", EVERY, ids=named)
def test_no_table_without_rows(key):
    """Where there is nothing to list, there is no list."""
    assert faults(key, emptied) == []


@pytest.mark.parametrize("key", EVERY, ids=named)
def test_both_forms_say_the_same(key):
    """Whoever reads the PDF has read the Word file."""
    parted = {case: difference(whole(case, key).pdf, whole(case, key).docx) for case in compared(key)}

    assert parted
    assert {case: said for case, said in parted.items() if said} == {}


@pytest.mark.parametrize("key", EVERY, ids=named)
def test_equal_facts_give_equal_bytes(key):
    """A paper made again is the same file, in both forms."""
    case = compared(key)[0]
    one, again = whole(case, key), whole.__wrapped__(case, key)

    assert one.docx == again.docx
    assert one.pdf == again.pdf


@pytest.mark.parametrize("key", EVERY, ids=named)
def test_names_print_as_typed(key):
    """Names are words, never markup of either program; those of all Europe print whole."""
    for case, names in NAMES.items():
        if isinstance(one := sheet(case, key), Sheet):
            words = "".join(docx_words(one.docx))
            assert [name for name in names if name.replace(" ", "") in words], case
            whole_names = [piece.replace(HOSTILE, "").replace(f"({HOSTILE[:-1]})", "") for piece in one.pieces]
            assert [piece for piece in whole_names if HOSTILE[:-1] in piece] == [], "a name is cut short"
            assert whole(case, key).pdf


@pytest.mark.parametrize("key", of("letters", "statements"), ids=named)
def test_a_known_lawyer_is_written_to_alone(key):
    """Once the debtor has a lawyer, papers go there: not a word to the debtor beside it."""
    for case in ("lawyer", "lawyer-known"):
        if isinstance(one := sheet(case, key), Sheet):
            text = " ".join(one.pieces)
            assert "Kim Song" in text, case
            assert not re.search(r"Dear Pat Moss|Attention: Pat Moss", text), case


RARE = ("letters/guarantor-demand",)  # goes out in a bankruptcy, off the ladder
ASKING = [k for k in LETTERS if TEMPLATES[k].document.kind is DocumentKind.COLLECTION and k[0] not in RARE]


@pytest.mark.parametrize("key", ASKING, ids=named)
def test_letters_that_ask_are_of_every_kind_of_case(key):
    """A letter of the ladder is read in a good dozen cases."""
    assert len(sheets(key)) >= 12
