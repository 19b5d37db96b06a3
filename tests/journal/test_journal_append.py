"""Adding to the journal: one at a time, durable, and on any trouble the old file stands."""

import errno
import os
import subprocess
import sys
import textwrap
import threading

import pytest
from journal_samples import event

from kit.findings import InvalidFile, KitError
from kit.journal import append, read
from kit.journal.lock import locked


def remember(text):
    """Return what adds a note to a journal."""
    return lambda journal: event("note", journal.next_number, text=text)


def state(folder):
    """Return every file of the case and its bytes, the lock apart."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "lock"
    }


def test_entries_are_numbered_in_order(folder):
    """Each entry gets the next number, and the file says in words what it is."""
    for text in ("first", "second", "third"):
        append(folder, remember(text))

    assert [(one.n, one.text) for one in read(folder).events] == [(1, "first"), (2, "second"), (3, "third")]
    assert (folder / "journal.yaml").read_text(encoding="utf-8").startswith("# What happened in this case")


def test_hand_corrections_and_comments_stay(folder):
    """What a person wrote into the journal is kept byte for byte."""
    raw = b"# mine\nn: 1\nevent: note\non:   2024-03-01 # a Friday\ntext: |\n  two\n  lines"
    (folder / "journal.yaml").write_bytes(raw)

    append(folder, remember("next"))

    assert (folder / "journal.yaml").read_bytes().startswith(raw + b"\n--- # kit\nn: 2\n")
    assert [one.text for one in read(folder).events] == ["two lines", "next"]


def test_a_journal_with_errors_is_not_added_to(folder):
    """Nothing is written behind an entry that cannot be read; its faults are reported."""
    (folder / "journal.yaml").write_text("n: 1\nevent: piad\non: 2024-03-01\n", encoding="utf-8")
    before = state(folder)

    with pytest.raises(InvalidFile):
        append(folder, remember("next"))

    assert state(folder) == before


def test_a_refusal_leaves_the_journal_alone(folder):
    """What refuses the event under the lock keeps it from being written."""
    append(folder, remember("first"))
    before = state(folder)

    def refuse(journal):
        raise KitError(f"no entry {journal.next_number}")

    with pytest.raises(KitError, match="no entry 2"):
        append(folder, refuse)

    assert state(folder) == before


def test_writers_at_once_lose_nothing(folder):
    """Commands at the same moment wait for each other, and every entry gets a number of its own."""
    threads = [threading.Thread(target=append, args=(folder, remember(f"note {n}"))) for n in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    events = read(folder).events
    assert [one.n for one in events] == list(range(1, 13))
    assert {one.text for one in events} == {f"note {n}" for n in range(12)}


def test_a_second_command_says_who_holds_the_case(folder):
    """A command that waited in vain names the one that is at work, and records nothing."""
    code = """
        import sys, pathlib
        from kit.journal.lock import locked
        sys.argv = ["/usr/bin/kit", "letter"]
        with locked(pathlib.Path(sys.stdin.readline().strip())):
            print("held", flush=True)
            sys.stdin.readline()
    """
    with subprocess.Popen(  # noqa: S603 - our own code
        [sys.executable, "-c", textwrap.dedent(code)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        other.stdin.write(f"{folder}\n")
        other.stdin.flush()
        assert other.stdout.readline().strip() == "held"

        with pytest.raises(KitError) as caught:
            append(folder, remember("late"), wait=0.2)

        other.communicate("\n")
    assert f"acme-inv-104 is in use by `kit letter` (process {other.pid} on " in str(caught.value)
    assert str(caught.value).endswith("nothing was recorded, try again when that is done")
    append(folder, remember("now"))
    assert [one.text for one in read(folder).events] == ["now"]


def test_the_lock_ends_with_its_holder(folder):
    """A killed command does not lock the case for ever."""
    code = "import sys, os, pathlib\nfrom kit.journal.lock import locked\n"
    code += "with locked(pathlib.Path(sys.argv[1])): os._exit(9)"
    subprocess.run([sys.executable, "-c", code, folder], check=False)  # noqa: S603 - our own code

    with locked(folder, wait=0.5):
        pass


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "the disk that holds acme-inv-104 is full; nothing was recorded"),
        (errno.EROFS, "acme-inv-104 cannot be written to (read-only file system); nothing was recorded"),
        (errno.EIO, "acme-inv-104 could not be written (input/output error); nothing was recorded"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_trouble_with_the_disk_is_one_sentence(folder, monkeypatch, number, sentence, step):
    """A full or failing disk leaves the old journal and no scraps, and says so in one sentence."""
    append(folder, remember("first"))
    before = state(folder)

    def fail(*_):
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr("pathlib.Path.replace" if step == "replace" else "os.fsync", fail)
        with pytest.raises(KitError) as caught:
            append(folder, remember("second"))

    assert str(caught.value) == sentence
    assert state(folder) == before


def test_a_folder_without_the_right_to_write(folder, monkeypatch):
    """A case somebody else owns is one sentence."""

    def fail(*_, **__):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    with monkeypatch.context() as patch:
        patch.setattr("pathlib.Path.mkdir", fail)
        with pytest.raises(
            KitError, match=r"acme-inv-104 cannot be written to \(permission denied\); nothing was recorded"
        ):
            append(folder, remember("first"))

    assert state(folder) == {}


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="only a person's own rights can be taken away")
def test_a_read_only_folder_is_one_sentence(folder):
    """A folder without the right to write is named, and nothing is recorded."""
    folder.chmod(0o555)
    try:
        with pytest.raises(
            KitError, match=r"acme-inv-104 cannot be written to \(permission denied\); nothing was recorded"
        ):
            append(folder, remember("first"))
    finally:
        folder.chmod(0o755)


def test_a_folder_that_is_not_there(folder):
    """A case that does not exist is one sentence."""
    with pytest.raises(KitError, match="there is no case folder"):
        append(folder / "no-such-case", remember("x"))


@pytest.mark.skipif(sys.platform == "win32", reason="making links takes special rights on Windows")
def test_a_linked_journal_stays_a_link(folder, tmp_path):
    """A journal kept elsewhere through a link is written where it is."""
    real = tmp_path / "elsewhere.yaml"
    real.write_text("", encoding="utf-8")
    (folder / "journal.yaml").symlink_to(real)

    append(folder, remember("first"))

    assert (folder / "journal.yaml").is_symlink()
    assert [one.text for one in read(folder).events] == ["first"]


@pytest.mark.skipif(sys.platform == "win32", reason="neither pipes nor links are made like this on Windows")
@pytest.mark.parametrize("kind", ["folder", "pipe", "link"])
def test_what_is_no_file_is_said(folder, kind):
    """A folder, a pipe or a broken link by the journal's name is a finding for who reads and for who writes."""
    path = folder / "journal.yaml"
    made = {"folder": path.mkdir, "pipe": lambda: os.mkfifo(path), "link": lambda: path.symlink_to("nowhere")}
    made[kind]()

    assert [found.code for found in read(folder).errors] == ["K001"]
    with pytest.raises(InvalidFile):
        append(folder, remember("x"))


def test_an_edit_made_meanwhile_is_not_lost(folder):
    """A person who saves the journal while a command works keeps what they saved."""
    append(folder, remember("first"))
    path = folder / "journal.yaml"
    edits = iter([b"# saved meanwhile\n"])

    def make(journal):
        path.write_bytes(path.read_bytes() + next(edits, b""))
        return event("note", journal.next_number, text="second")

    append(folder, make)

    assert b"# saved meanwhile\n" in path.read_bytes()
    assert [one.text for one in read(folder).events] == ["first", "second"]


def test_what_cannot_be_written_is_refused(folder):
    """A character that no UTF-8 file can hold is one sentence, and the journal stays as it was."""
    append(folder, remember("first"))
    before = state(folder)
    broken = event("note", 2, text="x").model_copy(update={"text": "caf\udce9"})

    with pytest.raises(KitError, match="a character that cannot be written"):
        append(folder, lambda _: broken)

    assert state(folder) == before


def test_a_journal_never_outgrows_what_is_read(folder):
    """An entry that would make the journal unreadable is refused."""
    (folder / "journal.yaml").write_bytes(b"# a long remark\n" * 125_000)
    before = state(folder)

    with pytest.raises(KitError, match="would grow over 2 MB"):
        append(folder, remember("first"))

    assert state(folder) == before
