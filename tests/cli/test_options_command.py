"""`kit options`: one table, the same figures as data and on paper, and an answer to everything typed wrong."""

from __future__ import annotations

import json
import re
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document

from kit.cli import main

sys.path.insert(0, str(Path(__file__).parents[1] / "documents"))
from words import difference

TODAY = "2026-05-04"
AMOUNT = re.compile(r"-?\d[\d,]*\.\d\d")


def run(*words: str):
    """Return what `kit options` answers."""
    return CliRunner().invoke(main, ["options", *map(str, words)])


def data(case, *more: str) -> dict:
    """Return the comparison as data."""
    result = run(case, "--as-of", TODAY, "--format", "json", *more)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def made(case, *more: str) -> dict:
    """Return what came of making the paper."""
    result = run(case, "--as-of", TODAY, "--paper", "--format", "json", *more)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def bare(ends: dict[str, str]) -> str:
    """Return a range of money as a column says it."""
    low, high = (f"{Decimal(ends[end]):,.2f}" for end in ("low", "high"))
    return low if low == high else f"{low} to {high}"


def test_text_json_and_paper_tie(case):
    """The same debt, the same ways, the same net, costs, hours and days, wherever they are read."""
    found = data(case)
    text = run(case, "--as-of", TODAY).stdout
    folder = Path(case)
    made(case)
    tables = Document(next((folder / "out").glob("*-options.docx"))).tables
    chart, costs = tables[0], tables[1]
    nets = {row.cells[0].text: row.cells[2].text for row in chart.rows}
    rows = {row.cells[0].text: [cell.text for cell in row.cells[1:4]] for row in costs.rows}

    assert f"${Decimal(found['debt']):,.2f} on {TODAY}" in text
    assert [way["id"] for way in found["ways"]][:3] == ["remind", "plan", "settle"]
    for way in filter(lambda one: one["open"], found["ways"]):
        name = way["name"] + (" (what if)" if way["what_if"] else "")
        (line,) = [one for one in text.splitlines() if re.match(re.escape(name) + r"  +-?\d", one)]
        assert bare(way["net"]) in line
        assert bare(way["out_of_pocket"]) in line
        printed = name.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")
        assert nets[printed] == bare(way["net"])
        assert rows[printed][0] == bare(way["out_of_pocket"])
        assert rows[printed][2].replace(",", "").split(" to ")[-1] == way["days"]["high"]
        for one in (nets[printed], *rows[printed][1:]):
            assert one in line


def test_every_amount_on_paper_is_in_the_data(case):
    """Whatever amount the paper names, the comparison holds, or the source it was read in."""
    found = json.dumps(data(case))
    made(case)
    known = {Decimal(one) for one in re.findall(r"-?\d+\.\d\d\b", found.replace(",", ""))}
    text = "\n".join(
        cell.text for table in Document(next((case / "out").glob("*.docx"))).tables for row in table.rows
        for cell in row.cells
    )  # fmt: skip

    assert len(known) > 60
    assert {Decimal(one.replace(",", "")) for one in AMOUNT.findall(text)} <= known


def test_the_paper_says_the_same_in_word_and_pdf(case):
    """Bars are spaces, so both forms hold the same words, and a program that reads aloud meets no marks."""
    made(case)
    (docx,), (pdf,) = ([*(case / "out").glob(f"*-options.{ending}")] for ending in ("docx", "pdf"))

    assert difference(pdf.read_bytes(), docx.read_bytes()) == ""
    assert not re.search("[\u2580-\u259f]", Document(docx).element.xpath("string()"))


def test_the_bars_are_drawn(case):
    """Every open way has a dark range on a band that is as long for each of them."""
    made(case)
    table = Document(next((case / "out").glob("*-options.docx"))).tables[0]
    cells = [row.cells[1] for row in table.rows[1:]]
    fills = [[run.element.xpath("string(w:rPr/w:shd/@w:fill)") for run in cell.paragraphs[0].runs if run.text]
             for cell in cells]  # fmt: skip

    assert all(set(fill) <= {"", "1B365D", "D5DAE1"} and fill.count("1B365D") == 1 for fill in fills)
    assert len({len(cell.text) for cell in cells}) == 1


def test_the_same_figures_make_nothing_new(case):
    """Same figures, same bytes, no second paper; another figure makes another paper."""
    first = made(case)
    again = made(case)
    other = made(case, "--set", "agency.percent=40")

    assert (first["new"], again["new"], other["new"]) == (True, False, True)
    assert again["entry"] == first["entry"] != other["entry"]


def test_same_facts_same_bytes(workspace):
    """Two folders with the same case give the same files."""
    import shutil  # noqa: PLC0415

    shutil.copytree(workspace / "acme", workspace / "other" / "acme")
    made(workspace / "acme")
    made(workspace / "other" / "acme")
    for ending in ("pdf", "docx"):
        one, two = (
            next((workspace / part / "out").glob(f"*.{ending}")).read_bytes() for part in ("acme", "other/acme")
        )
        assert one == two


def test_figures_of_kit_yaml_case_and_flag(workspace, case):
    """kit.yaml holds for every case, the case's own come before, a flag before both; each says whose it is."""
    kit, file = workspace / "kit.yaml", case / "case.yaml"
    kit.write_text(kit.read_text() + "options: {hour: 60, agency: {percent: [20, 40]}}\n", encoding="utf-8")
    file.write_text(file.read_text() + "options:\n  plan: {recovers: 50-80}\n  hour: 70\n", encoding="utf-8")
    found = data(case, "--set", "plan.recovers=65")
    ways = {way["id"]: way for way in found["ways"]}
    figures = {one["key"]: one for one in ways["plan"]["figures"]}

    assert found["hour"]["figure"] == "$70.00"
    assert {"agency_20", "agency_40"} <= ways.keys()
    assert "agency_25" not in ways
    assert ways["plan"]["recovers_percent"] == {"low": "65.0", "high": "65.0"}
    assert (figures["plan.recovers"]["yours"], figures["plan.days"]["yours"]) == (True, False)
    assert figures["plan.recovers"]["source"] == "your own figure"


@pytest.mark.parametrize(
    ("lines", "place", "said"),
    [
        (
            "options:\n  plan: {recovers: 0.3}\n",
            ":29:20",
            "options.plan.recovers: `0.3` would be less than one per cent",
        ),
        ("options: {hour: {low: 9, high: 3}}\n", ":", "options.hour: the range begins at 9 and ends at 3"),
        ("options: {agancy: {percent: 30}}\n", ":", "`options.agancy` is not a key that is read here"),
        ("options: {settle: {percent: 130}}\n", ":", "130 per cent is more than all of it"),
        ("options: {by_age: [{days: 30, low: 1, high: 2}]}\n", ":", "the ages do not begin at 0 and ascend"),
    ],
)
def test_a_bad_figure_in_the_case_has_its_place(case, lines, place, said):
    """The line of the file, the sentence, and no traceback."""
    file = case / "case.yaml"
    file.write_text(file.read_text() + lines, encoding="utf-8")
    result = run(case, "--as-of", TODAY)

    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert re.search(rf"case\.yaml{place}", result.output)
    assert said in result.output


@pytest.mark.parametrize(
    ("change", "as_of", "code", "said"),
    [
        (("forum: us-xf\n", "forum: us-xf\ncurrency: EUR\n"), TODAY, "K873", "the debt is in EUR"),
        (("", ""), "2026-01-10", "K872", "nothing is overdue on 2026-01-10; $1,234.40 is owed and not due yet"),
        (("amount: 200.00", "amount: 1300.00"), TODAY, "K871", f"nothing is owed on {TODAY}"),
    ],
)
def test_nothing_to_compare(case, change, as_of, code, said):
    """Another currency, nothing due yet, nothing owed: a sentence with its place, on the screen and as data."""
    file = case / "case.yaml"
    file.write_text(file.read_text().replace(*change, 1), encoding="utf-8")
    for more in ((), ("--paper",)):
        result = run(case, "--as-of", as_of, *more)
        assert result.exit_code == 1
        assert f"[{code}]" in result.output
        assert said in result.output
        assert "case.yaml:" in result.output
    (found,) = json.loads(run(case, "--as-of", as_of, "--format", "json").stdout)
    assert found["code"] == code
    assert not (case / "out").exists()


def test_a_bad_flag_is_answered_before_the_case(case):
    """What was typed is answered, as text and as data."""
    result = run(case, "--set", "agency.percent=130")
    assert result.exit_code == 1
    assert "error[K870] agency.percent: 130 per cent is more than all of it" in result.output
    assert json.loads(run(case, "--set", "agency.percent=130", "--format", "json").stdout)[0]["code"] == "K870"


def test_sources_are_listed(case):
    """With --sources every figure stands under where it comes from; the last line says that nothing is recommended."""
    text = run(case, "--as-of", TODAY, "--sources").stdout

    assert "Reckoned with" in text
    assert "https://www.swrecovery.com" in text
    assert "confidence low" in text
    assert "Nothing is recommended." in text
    assert not re.search(r"\b(recommend(?!ed)|should|best|advise)", text)


def test_the_day_is_passed_in(case):
    """The debt and its age are those of the day asked about."""
    early, late = (run(case, "--as-of", day, "--format", "json").stdout for day in ("2026-03-20", "2027-03-20"))

    assert Decimal(json.loads(early)["debt"]) < Decimal(json.loads(late)["debt"])
    assert json.loads(early)["as_of"] == str(date(2026, 3, 20))
