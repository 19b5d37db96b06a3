"""`kit status`: every case of a folder on one page, the broken ones too."""

import json
from datetime import date

import pytest
from click.testing import CliRunner

from kit.cli import main
from kit.cli.case_folders import case_folders
from kit.cli.status_rows import row
from kit.journal import append
from kit.model.event import MODELS

CASE = """\
format: 1
creditor:
  name: Alder & Finch LLC
  kind: llc
  address: {{street: 1 Main St, city: Overton, county: Lee, state: XF, zip: 02135}}
debtor:
  name: {name}
  kind: corporation
  address: {{street: 90 Quay St, city: Overton, county: Lee, state: XF, zip: 02135}}
agreement: {{kind: written, signed_on: 2023-05-01, net_days: 30}}
{more}
invoices:
  - {{id: INV-1, issued_on: 2024-01-02, lines: [{{text: laid paper, unit_price: {price}}}]}}
"""
DAY = date(2024, 6, 1)


@pytest.fixture
def office(tmp_path, monkeypatch):
    """Return a function that adds a case to a folder of cases."""
    monkeypatch.chdir(tmp_path)

    def add(name, price="100.00", debtor="Late Paper Supply Inc.", more="currency: USD"):
        folder = tmp_path / name
        folder.mkdir(parents=True)
        text = CASE.format(name=debtor, price=price, more=more)
        (folder / "case.yaml").write_text(text, encoding="utf-8")
        return folder

    return add


def log(folder, word, on="2024-05-01", **said):
    """Record an event."""
    append(
        folder, lambda journal: MODELS[word].model_validate({"n": journal.next_number, "event": word, "on": on} | said)
    )


def status(*words, code=0):
    """Return what `kit status` prints on June 1, 2024."""
    result = CliRunner().invoke(main, ["status", *words, "--as-of", str(DAY)])
    assert result.exit_code == code, result.output
    return result.output


def test_the_largest_debt_comes_first(office):
    """Cases are listed by what is owed, with the age of the oldest debt and the sum."""
    office("small", "50.00")
    office("clients/large", "900.00")
    log(office("middle", "200.00"), "paid", id="P-1", amount="50")

    data = json.loads(status("--format", "json"))["cases"]

    assert [(one["case"].replace("\\", "/"), one["owed"]) for one in data] == [
        ("clients/large", "900.00"),
        ("middle", "150.00"),
        ("small", "50.00"),
    ]
    assert {(one["oldest_due"], one["days_overdue"]) for one in data} == {("2024-02-01", 121)}
    assert "Owed in all: $1,100.00" in status()


def test_a_broken_case_is_a_row_with_its_first_fault(office):
    """A case that cannot be read is named with its fault, and all others are shown."""
    office("good", "50.00")
    broken = office("broken")
    (broken / "case.yaml").write_text("format: 1\ndebtor: {name: X, knd: llc}\n", encoding="utf-8")
    log(office("torn"), "bounced", payment="P-7")

    output = status(code=1)

    assert "3 cases on June 1, 2024" in output
    assert "$50.00" in output
    assert "2 cases could not be read:" in output
    assert "case.yaml:2:" in next(line for line in output.splitlines() if line.startswith("  broken: "))
    assert "[K191] there is no payment P-7" in next(line for line in output.splitlines() if line.startswith("  torn: "))


def test_flags_say_what_stands_in_the_way(office):
    """Disputes, holds, broken promises and a bankruptcy are seen at once."""
    folder = office("acme", more="bankruptcy: {petition_on: 2024-04-01, chapter: 7}")
    log(folder, "disputed", invoice="INV-1")
    log(folder, "held", review_on="2024-07-01")
    log(folder, "promised", by="2024-05-20")

    found = row(folder, DAY)

    assert found.flags == ("BANKRUPTCY", "disputed", "held", "promise passed")
    assert (found.next, found.next_on) == ("stop-list", None)
    assert "BANKRUPTCY, disputed, held, promise passed" in status()


def test_a_hold_is_looked_at_again(office):
    """The day on which a hold is to be reviewed is the next one, and `kit status` shows it."""
    log(office("acme"), "held", review_on="2024-07-01")

    assert "hold to review 2024-07-01" in status()


def test_flags_end_when_their_reason_does(office):
    """A dismissed bankruptcy, a released dispute, a hold past its day and a promise ahead raise no alarm."""
    folder = office("acme", more="bankruptcy: {petition_on: 2024-04-01, dismissed_on: 2024-05-30}")
    log(folder, "disputed", invoice="INV-1")
    log(folder, "released", entry=1)
    log(folder, "held", review_on="2024-05-20")
    log(folder, "promised", by="2024-06-20")
    log(folder, "sent", step="promise-confirmation")

    found = row(folder, DAY)

    assert found.flags == ("bankruptcy dismissed",)
    assert (found.next, found.next_on) == ("promised", date(2024, 6, 20))
    assert row(folder, date(2024, 3, 1)).flags == ()


def test_the_last_step_and_the_next_day(office):
    """The row says what was sent or made last, and until when the debtor has."""
    folder = office("acme")
    files = [{"path": "out/a.pdf", "sha256": "a"}]
    paper = {"document": "letters/final-demand", "step": "final-demand", "files": files, "inputs": "a", "record": "r"}
    log(folder, "placed", after="sixty-day")
    log(folder, "made", "2024-05-30", pay_by="2024-06-10", **paper)
    before = row(folder, DAY)
    log(folder, "sent", "2024-05-31", made=2, step="final-demand")

    after = row(folder, DAY)

    assert (before.last, before.last_on) == ("final-demand made", date(2024, 5, 30))
    assert (before.next, before.next_on) == ("send final-demand", None)
    assert (after.last, after.last_on) == ("final-demand sent", date(2024, 5, 31))
    assert (after.next, after.next_on) == ("pay by", date(2024, 6, 10))


def test_what_is_not_due_has_no_age(office):
    """A debt that is not due yet is no old debt, and its day is the next one."""
    found = row(office("acme"), date(2024, 1, 10))

    assert (found.days_overdue, found.next, found.next_on) == (0, "due", date(2024, 2, 1))


def test_currencies_are_summed_apart(office):
    """Dollars and euros are never added up."""
    office("one", "50.00", more="currency: USD")
    office("two", "70.00", more="currency: EUR")

    assert [line for line in status().splitlines() if line.startswith("Owed in all")] == [
        "Owed in all: EUR 70.00",
        "Owed in all: $50.00",
    ]


def test_names_do_not_break_the_table(office):
    """A long or wide name, or one with signs that move the cursor, leaves the columns straight."""
    office("one", "50.00", debtor="紙" * 40)
    office("two", "70.00", debtor="B" * 300)

    lines = status().splitlines()

    columns = {
        line.index(amount) + line[: line.index(amount)].count("紙")
        for line, amount in ((one, a) for one in lines for a in ("$50.00", "$70.00") if f" {a} " in one)
    }
    assert len(columns) == 1


def test_only_cases_are_looked_for(office, tmp_path):
    """Hidden folders, papers and exhibits are not searched, and a case holds no other case."""
    office("acme")
    for inner in ("acme/out/x", "acme/inner", ".hidden/x"):
        (tmp_path / inner).mkdir(parents=True)
        (tmp_path / inner / "case.yaml").write_text("format: 1\n", encoding="utf-8")

    assert list(case_folders(tmp_path)) == [tmp_path / "acme"]
    assert list(case_folders(tmp_path / "acme")) == [tmp_path / "acme"]


def test_an_empty_folder(office):  # noqa: ARG001 - the folder is what matters
    """A folder without a case says how to start one."""
    assert status() == "There is no case in .; `kit new NAME` starts one.\n"
