"""The commands that make a paper, as a user types them."""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner
from PIL import Image

from kit.cli import main
from kit.documents import glyphs, typeset

DAY = ["--as-of", "2026-06-01"]


PLACED = """\
--- # kit
n: 1
event: placed
on: 2026-05-20
after: sixty-day
...
"""


@pytest.fixture
def run(case, monkeypatch):
    """Return a function that types a `kit` command in the workspace, where the final demand comes next."""
    monkeypatch.chdir(case.parent)
    (case / "journal.yaml").write_text(PLACED, encoding="utf-8")

    def typed(*words):
        return CliRunner().invoke(main, list(words))

    return typed


def change(case, old, new):
    """Change the case file as a user would."""
    file = case / "case.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "stem"),
    [
        pytest.param(["contract", "acme"], "2026-06-01-services", id="contract"),
        pytest.param(["invoice", "acme"], "2026-06-01-invoice-INV-104", id="the-only-invoice"),
        pytest.param(["invoice", "acme", "INV-104"], "2026-06-01-invoice-INV-104", id="invoice-by-name"),
        pytest.param(["statement", "acme"], "2026-06-01-statement", id="statement"),
        pytest.param(["letter", "acme"], "2026-06-01-final-demand", id="letter"),
        pytest.param(["letter", "acme", "--step", "final-demand"], "2026-06-01-final-demand", id="step"),
    ],
)
def test_each_command_makes_its_paper(run, case, words, stem):
    """A docx, a PDF/A and a record are there, and the output names them."""
    result = run(*words, *DAY)

    assert result.exit_code == 0, result.output
    for ending in (".docx", ".pdf"):
        assert str(Path("acme", "out", stem + ending)) in result.output
        assert (case / "out" / (stem + ending)).stat().st_size > 5000
    assert b"pdfaid:part" in (case / "out" / f"{stem}.pdf").read_bytes()
    assert "Not legal advice" in result.output


def test_json_for_programs(run):
    """`--format json` prints the papers of the step, and nothing else."""
    result = run("letter", "acme", *DAY, "--format", "json")

    told = json.loads(result.stdout)
    assert [(one["document"], one["new"], one["entry"]) for one in told] == [
        ("letters/final-demand", True, 2),
        ("internal/mailing-record", True, 3),
    ]


def test_a_refusal_is_json_too(run, case):
    """Asked for data, a stop and a request that cannot be met are data on stdout."""
    change(case, "forum: us-xf", "forum: us-xf\nbankruptcy: {petition_on: 2026-05-20}")

    stopped = run("letter", "acme", "--step", "final-demand", *DAY, "--format", "json")
    change(case, "bankruptcy: {petition_on: 2026-05-20}", "")
    unknown = run("invoice", "acme", "INV-140", *DAY, "--format=json")

    assert "K700" in {finding["code"] for finding in json.loads(stopped.stdout)}
    assert "INV-104" in json.loads(unknown.stdout)["error"]
    assert (stopped.exit_code, unknown.exit_code) == (1, 1)


def test_stopped_by_findings(run, case):
    """A stop prints every reason on stderr, exits 1 and makes nothing."""
    change(case, "forum: us-xf", "forum: us-xf\nbankruptcy: {petition_on: 2026-05-20}")

    result = run("letter", "acme", "--step", "final-demand", *DAY)

    assert result.exit_code == 1
    assert "stop[K700]" in result.stderr
    assert "11 U.S.C. § 362(a)" in result.stderr
    assert not (case / "out").exists()


def test_in_an_insolvency_the_next_paper_is_the_stop_list(run, case):
    """`kit letter` makes no letter then: the stop list comes first, with the reason beside it."""
    change(case, "forum: us-xf", "forum: us-xf\nbankruptcy: {petition_on: 2026-05-20}")

    result = run("letter", "acme", *DAY)

    assert result.exit_code == 0
    assert "note[K700]" in result.stdout
    assert {path.suffix for path in (case / "out").glob("*-stop-list.*")} >= {".docx", ".pdf"}
    assert not list((case / "out").glob("*envelope*"))


@pytest.mark.parametrize(
    ("words", "says"),
    [
        pytest.param(["lettter", "acme"], "Did you mean `kit letter`?", id="slip-of-a-command"),
        pytest.param(["letter", "acme", "--as-of", "2026-02-30"], "is not a day", id="no-such-day"),
        pytest.param(
            ["letter", "acme", "--as-of", "02/03/2026"], "write it like 2026-03-01", id="other-way-of-writing"
        ),
        pytest.param(["letter", "acme", *DAY, "--pay-by", "2026-06-01"], "is not after the day", id="pay-by-today"),
        pytest.param(["letter", "acme", *DAY, "--override", "K403"], "needs its own --because", id="no-reason"),
        pytest.param(["letter", "acme", "--step", "thirty-days"], "final-demand", id="no-such-step"),
    ],
)
def test_a_wrong_command_line(run, words, says):
    """A wrong command line exits 2 and says what to type."""
    result = run(*words)

    assert result.exit_code == 2
    assert says in result.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        pytest.param(["invoice", "acme", "INV-140"], "Did you mean INV-104?", id="no-such-invoice"),
        pytest.param(["letter", "amce"], "Did you mean `acme`?", id="no-such-case"),
        pytest.param(
            ["letter", "acme", *DAY, "--override", "K999", "--because", "x"], "K999 stops nothing", id="no-such-stop"
        ),
    ],
)
def test_a_request_that_cannot_be_met(run, words, says):
    """One sentence, exit 1."""
    result = run(*words)

    assert result.exit_code == 1
    assert says in result.stderr
    assert "Traceback" not in result.output


def one_sentence(result):
    """Say whether a failure was told in one short sentence, without a traceback."""
    return result.exit_code == 1 and "Traceback" not in result.output and len(result.stderr.strip().splitlines()) <= 4


def test_a_logo_that_is_no_image(run, case):
    """A logo that is no picture is named, and nothing is made."""
    (case.parent / "kit.yaml").write_text(
        (case.parent / "kit.yaml").read_text("utf-8") + "logo: logo.png\n", encoding="utf-8"
    )
    (case.parent / "logo.png").write_text("not a picture")

    result = run("letter", "acme", *DAY)

    assert one_sentence(result), result.output
    assert "logo" in result.stderr
    assert not list((case / "out").glob("*")) if (case / "out").exists() else True


def test_a_logo_is_on_the_paper(run, case):
    """A PNG beside kit.yaml stands in the letterhead of docx and PDF."""
    (case.parent / "kit.yaml").write_text(
        (case.parent / "kit.yaml").read_text("utf-8") + "logo: logo.png\n", encoding="utf-8"
    )
    Image.new("RGB", (300, 100), "navy").save(case.parent / "logo.png")

    result = run("letter", "acme", *DAY)

    assert result.exit_code == 0, result.output
    assert b"/Image" in (case / "out" / "2026-06-01-final-demand.pdf").read_bytes()


def test_a_glyph_no_font_has(run, case):
    """A character that no house font has is named with its code and its place in the case; never a box on paper."""
    change(case, "name: Late Paper Supply Inc.", "name: Late \N{CJK UNIFIED IDEOGRAPH-7D19} Supply Inc.")

    result = run("letter", "acme", *DAY)

    assert result.exit_code == 1
    assert "debtor.name: “Late \N{CJK UNIFIED IDEOGRAPH-7D19} Supply Inc.” holds" in result.stderr
    assert "case.yaml:3:" in result.stderr.replace(os.sep, "/")
    assert "U+7D19" in result.stderr
    assert "Latin letters" in result.stderr
    assert not (case / "out").exists()


@pytest.mark.skipif(
    sys.platform == "win32" or (hasattr(os, "geteuid") and os.geteuid() == 0),
    reason="needs a user whom permissions bind",
)
def test_a_read_only_folder(run, case):
    """A folder that cannot be written to is one sentence, and nothing is half made."""
    case.chmod(0o555)
    try:
        result = run("letter", "acme", *DAY)
    finally:
        case.chmod(0o755)

    assert one_sentence(result), result.output
    assert not (case / "out").exists()


def test_missing_fonts(run, case, monkeypatch, tmp_path):
    """Without the house fonts the answer is one sentence that says so."""
    house = tmp_path / "house"
    shutil.copytree(glyphs.house_folder(), house)
    shutil.rmtree(house / "fonts")
    monkeypatch.setattr(glyphs, "house_folder", lambda: house)
    typeset.compiler.cache_clear()

    result = run("letter", "acme", *DAY)

    assert one_sentence(result), result.output
    assert "font" in result.stderr
    assert not (case / "out").exists()


def test_your_own_docx_is_checked_before_use(run, case):
    """A blank that the document does not have is found before a paper is made, with the nearest name."""
    own = case.parent / "mine"
    assert run("templates", "eject", "letters/final-demand", "--to", "mine").exit_code == 0
    paper = docx.Document(str(own / "letters" / "final-demand" / "en.docx"))
    paper.add_paragraph("Dear {{ debtor_nmae }}, {{ total_deu }}")
    paper.save(str(own / "letters" / "final-demand" / "en.docx"))
    (case.parent / "kit.yaml").write_text(
        (case.parent / "kit.yaml").read_text("utf-8") + "templates: mine\n", encoding="utf-8"
    )

    result = run("letter", "acme", *DAY)

    assert result.exit_code == 1
    assert "K303" in result.stderr
    assert "total_due" in result.stderr
    assert not (case / "out").exists()


def test_your_own_docx_is_used(run, case):
    """A user's own docx makes the paper; the PDF comes from it or the output says how to get one."""
    own = case.parent / "mine"
    run("templates", "eject", "letters/final-demand", "--to", "mine")
    file = own / "letters" / "final-demand" / "en.docx"
    paper = docx.Document(str(file))
    paper.add_paragraph("Our own last words to {{ recipient }}.")
    paper.save(str(file))
    (case.parent / "kit.yaml").write_text(
        (case.parent / "kit.yaml").read_text("utf-8") + "templates: mine\n", encoding="utf-8"
    )

    result = run("letter", "acme", *DAY)

    assert result.exit_code == 0, result.output
    made = docx.Document(str(case / "out" / "2026-06-01-final-demand.docx"))
    assert any("Our own last words to Late Paper Supply Inc." in paragraph.text for paragraph in made.paragraphs)
    assert (case / "out" / "2026-06-01-final-demand.pdf").exists() or "save it as PDF" in result.output


def _with_logo(case, logo):
    """Give the workspace a logo of these bytes."""
    (case.parent / "logo.jpg").write_bytes(logo)
    kit = case.parent / "kit.yaml"
    kit.write_text(kit.read_text("utf-8").replace("format: 1\n", "format: 1\nlogo: logo.jpg\n"), encoding="utf-8")


@pytest.mark.parametrize("logo", [b"", b"no picture", b"\xff\xd8\xff\xe0\x00\x10JFIF"], ids=["empty", "text", "cut"])
def test_a_logo_that_is_none_is_refused_in_its_place(run, case, logo):
    """The line of kit.yaml that names the logo is shown, with what to do; nothing is made."""
    _with_logo(case, logo)

    result = run("letter", "acme", *DAY)

    assert result.exit_code == 1
    assert "kit.yaml:2:" in result.output
    assert "error[K037] the logo is" in result.output
    assert "Save the logo as PNG" in result.output
    assert not (case / "out").exists()


def test_a_logo_in_print_colors(run, case):
    """A CMYK JPEG, as a printer hands out, stands on the letterhead of both files."""
    out = io.BytesIO()
    Image.new("CMYK", (90, 30), (0, 255, 255, 0)).save(out, "JPEG")
    _with_logo(case, out.getvalue())

    result = run("letter", "acme", *DAY)

    assert result.exit_code == 0, result.output
    assert b"/Image" in (case / "out" / "2026-06-01-final-demand.pdf").read_bytes()


def test_records_of_equal_cases_are_equal(run, case):
    """Two folders with the same facts give the same record, wherever they are and however they are typed."""
    shutil.copytree(case, case.parent / "other")
    run("letter", "acme", *DAY)
    run("letter", str(case.parent / "other"), *DAY)

    first, second = (
        (case.parent / name / "out" / "2026-06-01-final-demand.record.yaml").read_text("utf-8")
        for name in ("acme", "other")
    )
    assert "place: case.yaml:" in first
    assert first == second


def test_a_file_changed_since_it_was_made_is_told(run, case):
    """Made again or recorded as sent, a paper that somebody changed is kept, and the file is named."""
    run("letter", "acme", *DAY)
    changed = case / "out" / "2026-06-01-final-demand.docx"
    before = changed.read_bytes() + b" "
    changed.write_bytes(before)

    again = run("letter", "acme", *DAY)
    sent = run("log", "acme", "sent", *DAY)

    told = "out/2026-06-01-final-demand.docx was changed since it was made"
    assert told in again.output
    assert told in sent.output
    assert "final-demand.pdf was changed" not in again.output + sent.output
    assert changed.read_bytes() == before
    assert sent.exit_code == 0


def test_no_invoice_before_its_day(run, case):
    """An invoice is not made before the day it is issued; both days are named."""
    result = run("invoice", "acme", "--as-of", "2026-01-01")

    assert result.exit_code == 1
    assert "issued on 2026-01-02" in result.stderr
    assert not (case / "out").exists()


def test_an_invoice_of_a_bare_case_names_everything_missing(run, case):
    """What an invoice misses is named at once, not only the first thing."""
    (case / "case.yaml").write_text("format: 1\ndebtor: {name: Acme Inc., kind: corporation}\n", encoding="utf-8")

    result = run("invoice", "acme", *DAY)

    assert result.exit_code == 1
    assert "`invoices` is missing" in result.stderr
    assert "`debtor.address` is missing" in result.stderr
