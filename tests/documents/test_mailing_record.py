"""The record of mailing: what went, to whom, and nothing that nobody can know yet."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from paper_cases import AS_OF, CASES, DEMAND, LAWS
from paper_text import text
from pypdf import PdfReader

from kit import pipeline
from kit.documents.contexts.request import Request
from kit.findings import KitError
from kit.journal.append import add
from kit.model.paper_event import Sent

SHEET = "internal/mailing-record"
STEP = "final-demand"


@pytest.fixture
def case(tmp_path):
    """Return a case folder with its workspace and laws."""
    shutil.copytree(CASES / "label-design", tmp_path / "cases" / "label-design")
    shutil.copy(CASES / "kit.yaml", tmp_path / "cases")
    shutil.copytree(LAWS, tmp_path / "fixtures" / "jurisdictions")
    return tmp_path / "cases" / "label-design"


def make(case, document=SHEET, step=STEP, as_of=AS_OF):
    """Make a paper of the step as `kit letter` does."""
    return pipeline.make(case, Request(document, step=step), as_of=as_of)


def mailed(case, made, **more):
    """Record that a paper went out."""
    entry = {"on": AS_OF, "event": "sent", "made": made.outcome.made.n, "document": DEMAND, "step": STEP, **more}
    add(case, lambda journal: Sent(n=journal.next_number, **entry))


def test_golden_words(case, golden):
    """A change of one word on the sheet is seen by whoever reads the change."""
    make(case, DEMAND)
    said = text(make(case).paper.docx)
    golden("label-design.mailing-record", re.sub(r"\b[0-9a-f]{12}\b", "(twelve signs)", said))


def test_it_names_the_file_that_was_made(case):
    """Title, pages, name and the first signs of the fingerprint are those of the PDF in the case."""
    letter = make(case, DEMAND)
    pdf = next(path for path in letter.files if path.suffix == ".pdf")
    (row,) = make(case).paper.blanks.papers
    entry = next(file for file in letter.outcome.made.files if file.path.endswith(".pdf"))

    assert (row.title, row.file) == ("Final demand", pdf.name)
    assert row.pages == str(len(PdfReader(pdf).pages))
    assert entry.sha256.startswith(row.mark)
    assert len(row.mark) == 12


def test_it_is_one_page(case):
    """The sheet fits on one page."""
    make(case, DEMAND)
    pdf = next(path for path in make(case).files if path.suffix == ".pdf")

    assert len(PdfReader(pdf).pages) == 1


def test_what_nobody_knows_is_a_line_to_fill_in(case):
    """Before the mailing there is neither day nor number; the command to record it is there, ready to type."""
    make(case, DEMAND)
    blanks = make(case).paper.blanks

    assert (blanks.mailed_on, blanks.certified, blanks.recorded) == ("", "", "")
    assert blanks.command == "kit log label-design sent --step final-demand --certified NUMBER"


def test_what_is_on_record_is_printed(case):
    """Once the mailing is recorded the sheet says the day and the number, and asks for no record."""
    letter = make(case, DEMAND)
    make(case)
    mailed(case, letter, certified="9407 1000 0000 0000 0000 00")
    again = make(case)

    assert again.outcome.new
    assert again.paper.blanks.mailed_on == "November 23, 2026"
    assert again.paper.blanks.certified == "9407 1000 0000 0000 0000 00"
    assert again.paper.blanks.recorded == "On record: sent on November 23, 2026, entry 3 of the journal."


def test_nothing_is_sworn_or_signed(case):
    """Name, signature and day of signing are lines; no word of an oath is on the sheet."""
    make(case, DEMAND)
    said = text(make(case).paper.docx)

    assert not re.search(r"perjury|under oath|notary|I swear|affirm", said)
    assert "Mara Lind" not in said.split("Statement of the person")[1]


def test_all_papers_of_the_step_are_listed(case):
    """A copy of the invoice made for the same step on the same day travels in the same envelope."""
    make(case, DEMAND)
    pipeline.make(case, Request("statements/invoice", step=STEP, invoice="LD-3"), as_of=AS_OF)

    assert [row.title for row in make(case).paper.blanks.papers] == ["Final demand", "Invoice LD-3"]


def test_a_letter_made_anew_has_a_sheet_made_anew(case):
    """The sheet of a letter that was replaced is not kept for the new one."""
    make(case, DEMAND)
    old = make(case)
    same = make(case)
    words = (case / "case.yaml").read_text("utf-8")
    (case / "case.yaml").write_text(words.replace("90 Quay Street", "91 Quay Street"), "utf-8")
    make(case, DEMAND)
    new = make(case)

    assert not same.outcome.new
    assert new.outcome.new
    assert new.paper.blanks.papers[0].mark != old.paper.blanks.papers[0].mark
    assert "91 Quay Street" in new.paper.blanks.addressee


def test_a_changed_file_is_not_vouched_for(case):
    """What somebody changed since it was made cannot be recorded as mailed."""
    letter = make(case, DEMAND)
    next(path for path in letter.files if path.suffix == ".pdf").write_bytes(b"%PDF other")

    with pytest.raises(KitError, match=r"final-demand\.pdf was changed since it was made"):
        make(case)


def test_a_file_that_is_gone_leaves_a_line(case):
    """Without the file at hand the pages are counted by hand."""
    letter = make(case, DEMAND)
    Path(next(path for path in letter.files if path.suffix == ".pdf")).unlink()

    assert make(case).paper.blanks.papers[0].pages == "____"


@pytest.mark.parametrize(
    ("step", "message"),
    [("", "a record of mailing is made for a step"), ("sixty-day", "no paper of `sixty-day` was made")],
)
def test_no_such_papers(case, step, message):
    """Without a paper to mail there is nothing to record, and the answer is a sentence."""
    make(case, DEMAND)

    with pytest.raises(KitError, match=message):
        make(case, step=step)


def test_what_went_by_email_was_not_mailed(case):
    """The sheet is not made for a paper that is on record as sent another way."""
    mailed(case, make(case, DEMAND), channel="email")

    with pytest.raises(KitError, match="went by email on 2026-11-23, not by mail"):
        make(case)


def test_a_later_day_speaks_of_the_same_letter(case):
    """The sheet may be printed on the day of mailing, days after the letter."""
    letter = make(case, DEMAND)
    blanks = make(case, as_of=date(2026, 11, 25)).paper.blanks

    assert [row.file for row in blanks.papers] == [path.name for path in letter.files if path.suffix == ".pdf"]
