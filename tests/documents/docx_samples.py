"""Templates made by python-docx for the tests: what people and Word do to a docx.

Word cuts a tag into several runs as it corrects spelling and keeps revision ids, so
`typed` does the same. python-docx brings 790 KB of styles; `slim` leaves about what
Word writes, since anything measured against the heavy file flatters whoever keeps it.
"""

# ruff: noqa: S311, SLF001 - seeded dice, and the XML under python-docx

from __future__ import annotations

import io
import random
import zipfile
from functools import cache

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from PIL import Image

CLAUSES = {
    "The work": """
        {{ creditor_name }} does the work described in the schedule for {{ debtor_name }}, with the care usual in the
        trade, and tells {{ debtor_name }} in good time of anything that will change its price or its date.""",
    "Price and deposit": """
        The price is {{ price }}. A deposit of {{ deposit }} is due on signing; work begins on {{ start }} once it has
        arrived. Stage payments follow as the table says, each when its part has been delivered.""",
    "Invoices": """
        {{ creditor_name }} sends each invoice by mail or email to {{ debtor_contact }}. It is due {{ net_days }} days
        after its date. A part that is not disputed is paid on time even while another part is discussed.""",
    "Late charge": """
        An invoice not paid when due bears a late charge of {{ late_rate }} from the day after it was due until it is
        paid. {{ late_reason }} No charge exceeds what the law of {{ law }} allows.""",
    "Disputes": """
        Whoever disagrees with an invoice says so in writing within {{ dispute_days }} days and gives the reason. The
        parties then speak to each other before either goes to court.""",
    "Suspension": """
        When an invoice is {{ suspend_days }} days late, {{ creditor_name }} may stop work on {{ suspend_notice }}
        notice and take it up again when the invoice has been paid; dates move by as many days as work stood still.""",
    "Order of payments": """
        A payment goes first to what {{ debtor_name }} names, otherwise to costs, then to late charges, then to the
        oldest invoice.""",
    "Notices": """
        Notices go to {{ creditor_address }} and to {{ debtor_address }}, and count from the day they arrive.""",
}
FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
TITLES = tuple(CLAUSES)


def clause(number: int) -> str:
    """Return the words of a clause on one line."""
    return " ".join(CLAUSES[TITLES[number % len(TITLES)]].split())


def typed(paragraph, text: str, cuts: random.Random | None = None) -> None:
    """Type ``text`` as Word keeps it: with ``cuts``, every tag is split over runs with marks between."""
    pieces = [text]
    if cuts:
        pieces = []
        for number, part in enumerate(
            text.replace("{{", "\0{{").replace("}}", "}}\0").replace("{%", "\0{%").replace("%}", "%}\0").split("\0")
        ):
            if number % 2 and len(part) > 6:
                a, b = sorted(cuts.sample(range(1, len(part) - 1), 2))
                pieces += [part[:a], part[a:b], part[b:]]
            elif part:
                pieces.append(part)
    for piece in pieces:
        run = paragraph.add_run(piece)
        if cuts:
            run._r.set(qn("w:rsidR"), f"00{cuts.randrange(16**6):06X}")
            if cuts.random() < 0.3:
                kind = cuts.choice(["spellStart", "spellEnd"])
                paragraph._p.append(parse_xml(f'<w:proofErr {nsdecls("w")} w:type="{kind}"/>'))
            if cuts.random() < 0.2:
                run.font.size = Pt(11)


def slim(document) -> None:
    """Leave the styles that a letter uses and a table or two."""
    styles = document.styles.element
    for style in list(styles.findall(qn("w:style"))):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in {"TableNormal", "TableGrid"}:
            styles.remove(style)
    for number, relation in list(document.part.rels.items()):
        if relation.reltype.endswith("/stylesWithEffects"):
            del document.part.rels[number]


def content(document) -> bytes:
    """Return ``document`` as python-docx saves it."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_parts(docx: bytes, change) -> bytes:
    """Return ``docx`` with its parts put through ``change``, a function of the dict of them."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    change(parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def picture(width: int = 60, height: int = 20, kind: str = "PNG") -> bytes:
    """Return a blue picture."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), (20, 60, 120)).save(out, kind)
    return out.getvalue()


def add_logo(paragraph) -> None:
    """Put a picture named kit-logo, 40 by 15 mm, in ``paragraph``."""
    run = paragraph.add_run()
    run.add_picture(io.BytesIO(picture(8, 3)), Mm(40), Mm(15))
    run._r.xpath(".//wp:docPr")[0].set("name", "kit-logo")


def _rows(document, head: tuple[str, ...], loop: str, cells: tuple[str, ...]):
    table = document.add_table(rows=4, cols=len(head), style="Table Grid")
    for column, words in enumerate(head):
        table.cell(0, column).text = words
        table.cell(2, column).text = cells[column]
    table.cell(1, 0).text = "{%tr for " + loop + " %}"
    table.cell(3, 0).text = "{%tr endfor %}"
    return table


def _frame(document, cuts=None) -> None:
    section = document.sections[0]
    typed(section.header.paragraphs[0], "{{ creditor_name }} · {{ creditor_address }}", cuts)
    typed(section.footer.paragraphs[0], "Reference {{ reference }}", cuts)
    section.footer.paragraphs[0].add_run("  page ")
    section.footer.paragraphs[0]._p.append(
        parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    )


@cache
def letter() -> bytes:
    """Return two pages: letterhead, address, reasons, a table of invoices, words that may be left out."""
    cuts = random.Random(1)
    document = Document()
    slim(document)
    _frame(document, cuts)
    for text in (
        "{{ letter_date }}",
        "{{ debtor_name }}",
        "{{ debtor_address }}",
        "Our reference: {{ reference }}",
        "Dear {{ debtor_contact }},",
        "our records show {{ balance }} open on {{ letter_date }}. Each invoice below is past its due date.",
        "{%p if interest_sentence %}",
        "{{ interest_sentence }}",
        "{%p endif %}",
    ):
        typed(document.add_paragraph(), text, cuts)
    fields = ("{{ line.invoice }}", "{{ line.issued }}", "{{ line.due }}", "{{ line.days }}", "{{ line.amount }}")
    _rows(document, ("Invoice", "Issued", "Due", "Days late", "Open"), "line in lines", fields)
    for text in (
        "Together: {{ balance }}. With each further day {{ per_diem }} is added.",
        "Please pay by {{ pay_by }} to {{ bank }}, naming {{ reference }}.",
        "{%p if mediation %}",
        "Before going to court we offer to speak with a mediator; tell us by {{ pay_by }}.",
        "{%p else %}",
        "If {{ pay_by }} passes without payment we shall consider going to court.",
        "{%p endif %}",
        "{%p for paragraph in remarks %}",
        "{{ paragraph }}",
        "{%p endfor %}",
        "Yours truly,",
        "{{ signer }}{% if signer_title %}, {{ signer_title }}{% endif %}",
        "{{ creditor_name }}",
    ):
        typed(document.add_paragraph(), text, cuts)
    for number in range(12):
        typed(document.add_paragraph(style="List Number"), clause(number).split("{{")[0])
    return content(document)


@cache
def contract() -> bytes:
    """Return about six pages of clauses, blanks cut over runs, a stage table, clauses that may be left out."""
    cuts = random.Random(2)
    document = Document()
    slim(document)
    _frame(document, cuts)
    typed(document.add_heading("", 0), "Agreement between {{ creditor_name }} and {{ debtor_name }}", cuts)
    for number in range(24):
        title, words = TITLES[number % len(TITLES)], clause(number)
        document.add_heading(f"{number + 1}. {title}", 1)
        if number % 6 == 5:
            typed(document.add_paragraph(), "{%p if attorney_fees %}", cuts)
        typed(document.add_paragraph(), words, cuts)
        if number % 6 == 5:
            typed(document.add_paragraph(), "{%p endif %}", cuts)
        if number == 1:
            fields = ("{{ stage.name }}", "{{ stage.due }}", "{{ stage.amount }}")
            _rows(document, ("Stage", "Due", "Amount"), "stage in stages", fields)
    document.add_page_break()
    typed(document.add_paragraph(), "{%p if guarantor %}", cuts)
    typed(
        document.add_paragraph(), "{{ guarantor }} stands for what {{ debtor_name }} owes under this agreement.", cuts
    )
    typed(document.add_paragraph(), "{%p endif %}", cuts)
    table = document.add_table(rows=2, cols=2)
    for column, who in enumerate(("creditor", "debtor")):
        typed(table.cell(0, column).paragraphs[0], "{{ " + who + "_name }}", cuts)
        typed(table.cell(1, column).paragraphs[0], "Date: ______  {{ " + who + "_signer }}", cuts)
    return content(document)


@cache
def columns() -> bytes:
    """Return tables whose columns repeat, or whose cell spans as many as a blank says."""
    document = Document()
    slim(document)
    table = document.add_table(rows=2, cols=3, style="Table Grid")
    for row, words in enumerate(("{{ month.name }}", "{{ month.amount }}")):
        for column, text in enumerate(("{%tc for month in months %}", words, "{%tc endfor %}")):
            table.cell(row, column).text = text
    span = document.add_table(rows=2, cols=3, style="Table Grid")
    span.cell(0, 0).text = "{% colspan width %}{{ title }}"
    for column in range(3):
        span.cell(1, column).text = "{{ note }}"
    bare = document.add_table(rows=3, cols=2, style="Table Grid")
    for row, text in enumerate(("{%tr for month in months %}", "{{ month.name }}", "{%tr endfor %}")):
        bare.cell(row, 0).text = text
    return content(document)


@cache
def plain_table() -> bytes:
    """Return a table whose only rows repeat: with none, docxtpl takes its columns away."""
    document = Document()
    slim(document)
    table = document.add_table(rows=3, cols=2, style="Table Grid")
    for row, text in enumerate(("{%tr for month in months %}", "{{ month.name }}", "{%tr endfor %}")):
        table.cell(row, 0).text = text
    document.add_paragraph("{{ note }}")
    return content(document)


@cache
def pictures() -> bytes:
    """Return a picture in a paragraph that repeats, so that its number depends on the rows."""
    document = Document()
    slim(document)
    document.add_paragraph("{%p for month in months %}")
    paragraph = document.add_paragraph("{{ month.name }} ")
    paragraph.add_run().add_picture(io.BytesIO(picture()))
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph().add_run().add_picture(io.BytesIO(picture()))
    return content(document)


@cache
def rich() -> bytes:
    """Return blanks for rich text, comments, literal marks, tabs, and a first page of its own."""
    document = Document()
    slim(document)
    document.sections[0].different_first_page_header_footer = True
    document.sections[0].first_page_header.paragraphs[0].text = "{{ note }}"
    document.sections[0].header.paragraphs[0].text = "no tag here\tbut a tab"
    document.add_paragraph("Before {{r styled }} after {{ note }}")
    document.add_paragraph("Tags are written {_{ so }_} and {_% so %_}, {# this is not printed #}{{ listing }}")
    document.add_paragraph("{{- note }} and {{ note -}}")
    document.add_paragraph("{#p nor is this #}")
    paragraph = document.add_paragraph("A\tB {{ note }}")
    paragraph.add_run("{% if note %}{{ note }}{% endif %}").bold = True
    return content(document)


@cache
def footnotes() -> bytes:
    """Return a note at the foot of the page that holds a blank, as Word writes them."""
    document = Document()
    slim(document)
    document.add_paragraph("The sum{{ note }} is owed by {{ debtor_name }}.")

    words = (
        '<w:r><w:t xml:space="preserve"> See {{ no</w:t></w:r><w:r><w:t>te }} of </w:t></w:r>'
        "<w:r><w:t>{{ debtor_name }}</w:t></w:r>"
    )
    notes = f'<w:footnotes {nsdecls("w")}><w:footnote w:id="2"><w:p>{words}</w:p></w:footnote></w:footnotes>'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    def add(parts: dict[str, bytes]) -> None:
        parts["word/footnotes.xml"] = f'<?xml version="1.0" encoding="UTF-8"?>\r\n{notes}'.encode()
        _append(parts, "[Content_Types].xml", f'<Override PartName="/word/footnotes.xml" ContentType="{FOOTNOTES}"/>')
        relation = f'<Relationship Id="rId99" Type="{office}/footnotes" Target="footnotes.xml"/>'
        _append(parts, "word/_rels/document.xml.rels", relation)

    return with_parts(content(document), add)


def _append(parts: dict[str, bytes], part: str, xml: str) -> None:
    head, mark, tail = parts[part].rpartition(b"</")
    parts[part] = head + xml.encode() + mark + tail


@cache
def letterhead() -> bytes:
    """Return a letter with a place for a logo in its header."""
    document = Document()
    slim(document)
    header = document.sections[0].header.paragraphs[0]
    header.add_run("{{ creditor_name }}")
    add_logo(header)
    document.add_paragraph("Dear {{ debtor_name }},")
    return content(document)


SAMPLES = {
    made.__name__: made for made in (letter, contract, columns, plain_table, pictures, rich, footnotes, letterhead)
}
