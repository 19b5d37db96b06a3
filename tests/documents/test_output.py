"""Putting a paper into the case: all of it or nothing, nothing twice, nothing overwritten."""

import errno
import hashlib
import os
import threading
from dataclasses import replace
from datetime import date

import pytest

from kit.documents.output import commit_paper
from kit.documents.record import Record, Source, journal_source
from kit.findings import KitError
from kit.journal import append, disk, read
from kit.model.event import Paid, Undone
from kit.model.paper_event import Sent

DAY = date(2024, 4, 1)
FILES = {".docx": b"words", ".pdf": b"%PDF pages"}


def record(inputs="a", **more):
    """Return how a final demand came about; ``inputs`` stands for the content of its case file."""
    said = {"document": "letters/final-demand", "step": "final-demand", "as_of": DAY, "version": "1"}
    return Record(sources=(Source("case.yaml", inputs),), **said | more)


def state(folder):
    """Return every file a user sees, and its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".kit" not in path.parts
    }


def sent(number):
    """Return what records that a paper went out."""
    return lambda journal: Sent(n=journal.next_number, on=DAY, event="sent", made=number)


@pytest.fixture
def folder(tmp_path):
    """Return a case folder."""
    (tmp_path / "case.yaml").write_text("format: 1\n", encoding="utf-8")
    return tmp_path


def test_a_paper_is_its_files_its_record_and_its_entry(folder):
    """One command leaves the papers, the record beside them, and one journal entry that names them."""
    outcome = commit_paper(folder, record(), FILES)

    stem = "out/2024-04-01-final-demand"
    assert sorted(state(folder)) == ["case.yaml", "journal.yaml", f"{stem}.docx", f"{stem}.pdf", f"{stem}.record.yaml"]
    assert read(folder).events == (outcome.made,)
    assert outcome.new
    assert [(file.path, file.sha256) for file in outcome.made.files] == [
        (stem + suffix, hashlib.sha256(data).hexdigest()) for suffix, data in FILES.items()
    ]
    assert not (folder / ".kit" / "pending.yaml").exists()


def test_the_same_inputs_make_nothing_new(folder):
    """Running a command again changes no file and says which paper there is."""
    first = commit_paper(folder, record(), FILES)
    before = state(folder)

    again = commit_paper(folder, record(), FILES)

    assert (again.new, again.made) == (False, first.made)
    assert state(folder) == before


def test_the_same_bytes_make_nothing_new(folder):
    """A change that alters no word of the paper makes no second one."""
    first = commit_paper(folder, record(), FILES)

    again = commit_paper(folder, record("a comment was added"), FILES)

    assert (again.new, again.made) == (False, first.made)


def test_changed_inputs_supersede(folder):
    """A changed paper gets the next name and marks the one before as not to be sent."""
    first = commit_paper(folder, record(), FILES)
    before = state(folder)

    second = commit_paper(folder, record("b"), {".docx": b"other words"})
    third = commit_paper(folder, record("c"), {".docx": b"more words"})

    assert (second.superseded, third.superseded) == (first.made, second.made)
    assert (second.made.supersedes, third.made.supersedes) == (1, 2)
    assert [file.path for file in third.made.files] == ["out/2024-04-01-final-demand-3.docx"]
    assert {name: data for name, data in state(folder).items() if name in before and name != "journal.yaml"} == {
        name: data for name, data in before.items() if name != "journal.yaml"
    }


def test_what_went_out_is_not_superseded(folder):
    """A paper that was sent stays what was sent; a later one stands beside it."""
    commit_paper(folder, record(), FILES)
    append(folder, sent(1))

    assert commit_paper(folder, record("b"), {".docx": b"other"}).superseded is None


def test_an_undone_paper_is_made_again_under_a_new_name(folder):
    """A paper that was taken back does not count, and its files are kept."""
    commit_paper(folder, record(), FILES)
    append(folder, lambda journal: Undone(n=journal.next_number, on=DAY, event="undone", entry=1))

    again = commit_paper(folder, record(), FILES)

    assert again.new
    assert again.made.files[0].path == "out/2024-04-01-final-demand-2.docx"
    assert (folder / "out" / "2024-04-01-final-demand.docx").read_bytes() == b"words"


def test_papers_about_different_invoices_stand_side_by_side(folder):
    """An invoice never supersedes another invoice, whatever its id holds."""
    one = commit_paper(folder, record(document="statements/invoice", about="INV/1 2024"), {".pdf": b"1"})
    two = commit_paper(folder, record(document="statements/invoice", about="../INV-2"), {".pdf": b"2"})

    assert two.superseded is None
    assert one.made.files[0].path == "out/2024-04-01-invoice-INV-1-2024.pdf"
    assert two.made.files[0].path == "out/2024-04-01-invoice-..-INV-2.pdf"


def test_a_lost_file_is_put_back(folder):
    """A paper deleted by accident comes back as it was, without a second entry."""
    first = commit_paper(folder, record(), FILES)
    before = state(folder)
    (folder / "out" / "2024-04-01-final-demand.pdf").unlink()

    again = commit_paper(folder, record(), FILES)

    assert (again.new, again.made, again.put_back) == (False, first.made, ("out/2024-04-01-final-demand.pdf",))
    assert state(folder) == before


@pytest.mark.parametrize("name", ["final-demand.docx", "Final-Demand.PDF", "final-demand.record.yaml"])
def test_a_users_file_is_never_overwritten(folder, name):
    """A file somebody put into out/ keeps its bytes; the paper takes the next name."""
    (folder / "out").mkdir()
    users = folder / "out" / f"2024-04-01-{name}"
    users.write_bytes(b"mine")

    outcome = commit_paper(folder, record(), FILES)

    assert users.read_bytes() == b"mine"
    assert outcome.made.files[0].path == "out/2024-04-01-final-demand-2.docx"
    assert outcome.made.supersedes is None


PARTS = {".pdf": b"%PDF all", "/01-claim.pdf": b"%PDF claim", "/to-serve/copy.pdf": b"%PDF copy"}


def test_a_paper_of_many_files_has_a_folder_of_its_own(folder):
    """Files of a packet lie in a folder that bears the packet's name; one that is lost is put back."""
    made = commit_paper(folder, record(), PARTS).made
    before = state(folder)
    stem = "out/2024-04-01-final-demand"
    assert {file.path for file in made.files} == {stem + suffix for suffix in PARTS}

    (folder / stem / "01-claim.pdf").unlink()
    assert commit_paper(folder, record(), PARTS).put_back == (f"{stem}/01-claim.pdf",)
    assert state(folder) == before


def test_a_users_folder_keeps_its_name(folder):
    """Where a folder of that name stands already, the paper and its folder take the next name."""
    mine = folder / "out" / "2024-04-01-Final-Demand"
    mine.mkdir(parents=True)
    (mine / "01-claim.pdf").write_bytes(b"mine")

    made = commit_paper(folder, record(), PARTS).made

    assert (mine / "01-claim.pdf").read_bytes() == b"mine"
    assert {file.path.split("/")[1].split(".")[0] for file in made.files} == {"2024-04-01-final-demand-2"}


@pytest.mark.parametrize("nth", range(1, 9))
def test_trouble_with_the_disk_leaves_no_folder(folder, monkeypatch, nth):
    """Whichever write of a packet fails, neither files nor an empty folder are left behind."""
    real, calls = os.fsync, []

    def fail(handle):
        calls.append(handle)
        if len(calls) == nth:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(handle)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail)
        try:
            commit_paper(folder, record(), PARTS)
        except KitError:
            assert not list((folder / "out").rglob("*"))
    assert commit_paper(folder, record(), PARTS).made.n == 1


def test_a_file_that_appears_meanwhile_is_not_overwritten(folder, monkeypatch):
    """A name taken between looking and naming is a refusal, and nothing of the paper stays."""
    give_name = disk.give_name

    def meanwhile(part, final):
        if final.suffix == ".pdf":
            final.write_bytes(b"mine")
        give_name(part, final)

    monkeypatch.setattr(disk, "give_name", meanwhile)
    with pytest.raises(KitError, match="nothing was made"):
        commit_paper(folder, record(), FILES)

    assert state(folder) == {"case.yaml": b"format: 1\n", "out/2024-04-01-final-demand.pdf": b"mine"}


def trouble(folder):
    """Return the sentence that making a changed paper ends in, None if it is made."""
    try:
        commit_paper(folder, record("b"), {".docx": b"other", ".pdf": b"pages"})
    except KitError as err:
        return str(err)
    return None


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("nth", range(1, 7))
def test_trouble_with_the_disk_leaves_nothing(folder, monkeypatch, number, nth):
    """Whichever write fails, the case is as before, the next command works, and the trouble is one sentence."""
    commit_paper(folder, record(), FILES)
    before = state(folder)
    real, calls = os.fsync, []

    def fail(handle):
        calls.append(handle)
        if len(calls) == nth:
            raise OSError(number, os.strerror(number))
        real(handle)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail)
        said = trouble(folder)
    if said is not None:  # a folder that cannot be synced is no reason to stop
        assert said.endswith(("nothing was made", "nothing was recorded"))
        assert "\n" not in said
        assert state(folder) == before
    assert len(calls) >= nth
    assert commit_paper(folder, record("b"), {".docx": b"other", ".pdf": b"pages"}).made.n == 2


def test_a_figure_overtaken_by_the_journal_is_not_printed(folder):
    """A payment recorded while the paper was drawn up keeps the old figure from going out."""
    drawn = replace(record(), sources=(journal_source(()),))
    append(folder, lambda journal: Paid(n=journal.next_number, on=DAY, event="paid", id="P-1", amount="10"))

    with pytest.raises(KitError, match="was added to while the paper was drawn up; nothing was made"):
        commit_paper(folder, drawn, FILES)

    assert not (folder / "out").exists()


def test_two_commands_at_once_make_one_paper(folder):
    """The same command twice at the same moment makes the paper once."""
    outcomes = []

    def command():
        outcomes.append(commit_paper(folder, record(), FILES))

    threads = [threading.Thread(target=command) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(one.new for one in outcomes) == [False] * 5 + [True]
    assert len(read(folder).events) == 1


def test_a_changed_list_of_files_under_way_removes_nothing(folder):
    """A tampered list never makes the kit delete what it did not write."""
    victim = folder / "contract.pdf"
    victim.write_bytes(b"signed")
    (folder / ".kit").mkdir()
    digest = hashlib.sha256(b"signed").hexdigest()
    for name, part in (("../contract.pdf", "." + "a" * 32 + ".kit-part"), ("x", "../contract.pdf")):
        text = f"files: [{{name: {name}, sha256: {digest}, part: {part}}}]\n"
        (folder / ".kit" / "pending.yaml").write_text(text, encoding="utf-8")

        with pytest.raises(KitError, match="was changed; delete it"):
            commit_paper(folder, record(), FILES)

        assert victim.read_bytes() == b"signed"
