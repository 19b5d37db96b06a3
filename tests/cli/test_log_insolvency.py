"""`kit log CASE insolvency`: each notice is recorded and said, what cannot be is refused, and the switch follows."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from test_log_court import CASE

from kit.checks.insolvency import check_insolvency, claims_day
from kit.cli import main
from kit.journal import read
from kit.ladder.in_bankruptcy import turn_of
from kit.model.document import DocumentKind
from kit.model.stay import freezes, proceeding
from kit.pipeline import load_case, look

TODAY = date(2024, 9, 1)
BEGUN = ("insolvency", "--kind", "receivership", "--on", "2024-03-01")
LIFTED = ("insolvency", "--ended-on", "2024-05-01", "--ended", "lifted")
CLOSED = ("insolvency", "--ended-on", "2024-05-01", "--ended", "closed")


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Return a function that runs `kit log acme` on September 1, 2024."""
    (tmp_path / "acme").mkdir()
    (tmp_path / "acme" / "case.yaml").write_text(CASE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def command(*words, code=0, kit="log"):
        result = CliRunner().invoke(main, [kit, "acme", *words, "--as-of", str(TODAY)])
        assert result.exit_code == code, result.output
        return result.output

    return command


def seen(as_of=TODAY):
    """Return the case as known on a day."""
    return load_case(Path("acme"), as_of=as_of).case


@pytest.mark.parametrize(
    ("before", "words", "line"),
    [
        ([], (*BEGUN, "--who", "Dana Reyes, receiver", "--claim-by", "2024-12-02"),
         "insolvency: receivership, Dana Reyes, receiver, claims by Dec 2, 2024"),
        ([], ("insolvency", "--kind", "assignment"), "insolvency: assignment for the benefit of creditors"),
        ([BEGUN], ("insolvency", "--address", "40 Mill Rd, Suite 3, Overton, CA 94601"),
         "insolvency: 40 Mill Rd, Suite 3, Overton, CA 94601"),
        ([BEGUN], CLOSED, "insolvency: closed on May 1, 2024"),
        ([BEGUN, LIFTED], ("insolvency", "--kind", "dissolution", "--on", "2024-06-01"), "insolvency: dissolution"),
    ],
)  # fmt: skip
def test_each_notice_is_recorded_and_said(run, before, words, line):
    """What a notice says is on record, in words."""
    for earlier in before:
        run(*earlier)

    assert line in run(*words)
    assert read(Path("acme")).events[-1].event == "insolvency"


@pytest.mark.parametrize(
    ("before", "words", "why"),
    [
        ([], ("insolvency",), "say what the notice says"),
        ([], ("insolvency", "--claim-by", "2024-12-01"), "no insolvency is on record"),
        ([], (*BEGUN, "--claim-by", "2024-02-01"), "--claim-by 2024-02-01 is before the insolvency of 2024-03-01"),
        ([], ("insolvency", "--kind", "foreign", "--on", "2024-09-02"), "2024-09-02 is not here yet"),
        ([BEGUN], ("insolvency", "--ended-on", "2024-05-01"), "an end has a day and a word"),
        ([BEGUN], ("insolvency", "--ended-on", "2024-09-02", "--ended", "closed"), "is not here yet"),
        ([BEGUN], ("insolvency", "--claim-by", "2024-12-01", "--on", "2024-02-01"), "--on 2024-02-01 is before"),
        ([BEGUN], ("insolvency", "--kind", "assignment"), "another proceeding (receivership, 2024-03-01) is on record"),
        ([BEGUN], ("insolvency", "--kind", "receivership"), "that is on record"),
        ([BEGUN, LIFTED], ("insolvency", "--who", "Frame"), "ended on 2024-05-01; --kind begins another"),
        ([BEGUN, LIFTED], ("insolvency", "--kind", "probate", "--on", "2024-04-01"), "another begins after that day"),
        ([BEGUN], ("insolvency", "--address", "somewhere"), "address: `somewhere` is not an address in one line"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(run, before, words, why):
    """News that contradicts what is on record is answered in a sentence and leaves the journal as it was."""
    for earlier in before:
        run(*earlier)
    known = len(read(Path("acme")).events)

    assert why in run(*words, code=1)
    assert len(read(Path("acme")).events) == known


def test_later_news_is_laid_over_earlier(run):
    """A later notice changes what it names, a new name drops the old one's address, and the past stays as it was."""
    run(*BEGUN, "--who", "Dana Reyes", "--address", "40 Mill Rd, Overton, CA 94601")
    run("insolvency", "--claim-by", "2024-12-02", "--on", "2024-04-01")
    run("insolvency", "--who", "Lee Frame", "--on", "2024-05-01")

    assert seen(date(2024, 2, 29)).insolvency is None
    assert seen(date(2024, 3, 31)).insolvency.claims_by is None
    assert seen(date(2024, 4, 1)).insolvency.address.city == "Overton"
    now = seen().insolvency
    assert (now.on, now.who, now.address, now.claims_by) == (date(2024, 3, 1), "Lee Frame", None, date(2024, 12, 2))


def said(as_of=TODAY, kind=DocumentKind.COLLECTION):
    """Return what the switch says of a paper that collects, by code and severity."""
    return [(one.code, one.severity.value) for one in check_insolvency(seen(as_of), as_of, kind)]


def test_the_switch_follows_the_journal(run):
    """From the first day on letters are refused; the finding stands at the entry that says it."""
    run(*BEGUN, "--claim-by", "2024-12-02")

    assert said() == [("K718", "stop")]
    assert freezes(seen(), TODAY)
    assert said(date(2024, 2, 28)) == []
    place = next(check_insolvency(seen(), TODAY)).place
    assert "journal.yaml" in str(place)
    assert "Stop list" in run(kit="letter")
    assert claims_day(look(Path("acme"), as_of=TODAY)).day == date(2024, 12, 2)


@pytest.mark.parametrize(
    ("kind", "end", "code", "frozen"),
    [
        ("receivership", LIFTED, ("K780", "note"), False),
        ("receivership", CLOSED, ("K780", "note"), False),
        ("assignment", CLOSED, ("K780", "note"), False),
        ("probate", LIFTED, ("K780", "note"), False),
        ("probate", CLOSED, ("K781", "stop"), True),
        ("dissolution", CLOSED, ("K781", "stop"), True),
        ("foreign", CLOSED, ("K781", "stop"), True),
    ],
)
def test_an_end_frees_the_debt_or_ends_it(run, kind, end, code, frozen):
    """What was lifted, or discharged nobody, is collected again; a closed estate or company is not written to."""
    run("insolvency", "--kind", kind, "--on", "2024-03-01")
    run(*end)

    assert said() == [code]
    assert freezes(seen(), TODAY) is frozen
    assert (proceeding(seen(), TODAY) is not None) is frozen
    assert said(date(2024, 4, 1)) == [("K718", "stop")]
    turn = turn_of(look(Path("acme"), as_of=TODAY), "acme")
    assert (turn is not None and "closed" in turn.sentence) is frozen


def test_the_case_file_may_say_the_end_too(run):
    """An end without its word, or before the beginning, is refused with its place."""
    path = Path("acme/case.yaml")
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}\ninsolvency: {{kind: probate, on: 2024-03-01, ended_on: 2024-05-01}}\n", encoding="utf-8")

    assert "K029" in run(kit="check", code=1)


def test_an_undone_entry_never_was(run):
    """An entry taken back leaves no insolvency behind."""
    run(*BEGUN)
    run("undo", str(read(Path("acme")).events[-1].n))

    assert seen().insolvency is None
    assert said() == []
