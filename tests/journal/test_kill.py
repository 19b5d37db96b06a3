"""A killed command leaves the case untouched or complete, as the next command finds it."""

import contextlib
import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kit.journal import append, read
from kit.model.event import Note
from kit.model.paper_event import Made

from killed import DAY, STEPS  # isort: skip - beside this file

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL to send")

ROUNDS = 50
FRESH = 8  # of them as `python -m kit letter`, interpreter start and all
KILLED = Path(__file__).with_name("killed.py")
LAW = Path(__file__).parents[1] / "fixtures" / "jurisdictions"
CASE = """\
format: 1
creditor:
  name: Alder & Finch LLC
  kind: llc
  address: {street: 1 Main St, city: Overton, county: Lee, state: XF, zip: 02135}
  email: pay@alder.example
  phone: 555-0100
  signer: {name: Ann Alder, title: Owner}
debtor:
  name: Late Paper Supply Inc.
  kind: corporation
  address: {street: 90 Quay St, city: Overton, county: Lee, state: XF, zip: 02135}
agreement: {kind: written, signed_on: 2026-01-01, net_days: 30, governing_law: us-xf}
forum: us-xf
invoices:
  - {id: INV-1, issued_on: 2026-02-02, lines: [{text: laid paper, unit_price: 1000.00}]}
"""


class Forks:
    """Commands in forks of a warm process, so that importing costs nothing."""

    def __init__(self, what):
        self.what = what

    def __enter__(self):
        self.process = subprocess.Popen(  # noqa: S603 - our own script
            [sys.executable, str(KILLED)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        return self

    def __exit__(self, *_):
        self.process.communicate()

    def start(self, folder, step=0):
        """Start the command on ``folder``; return its process id."""
        self.process.stdin.write(f"{self.what} {step} {folder}\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def wait(self, _):
        """Return how the last one ended."""
        return int(self.process.stdout.readline())


class Command:
    """`kit letter` as a user starts it, interpreter and all."""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def start(self, folder):
        """Start the command on ``folder``; return its process id."""
        words = [sys.executable, "-m", "kit", "letter", str(folder), "--as-of", str(DAY)]
        silent = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
        return os.posix_spawn(sys.executable, words, os.environ, file_actions=silent)

    def wait(self, pid):
        """Return how it ended."""
        return os.waitpid(pid, 0)[1]


def seconds(commands, folder):
    """Return how long the whole command takes, undisturbed."""
    began = time.perf_counter()
    assert commands.wait(commands.start(folder)) == 0
    assert list((folder / "out").glob(f"{DAY}-*.pdf"))
    return time.perf_counter() - began


def kill_after(commands, folder, delay):
    """Run the command and kill it ``delay`` seconds after its start."""
    pid = commands.start(folder)
    time.sleep(delay)
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    commands.wait(pid)


def remember(journal):
    """Return the next command's entry."""
    return Note(n=journal.next_number, on=DAY, event="note", text="the next command")


def seen(folder):
    """Return every file that a user sees, and its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".kit" not in path.relative_to(folder).parts
    }


def new_case(folder):
    """Make a case folder with a user's own files in it, some with names like the kit's."""
    (folder / "out").mkdir(parents=True)
    (folder / "case.yaml").write_text(CASE, encoding="utf-8")
    (folder.parent / "kit.yaml").write_text(f"format: 1\njurisdictions: {LAW}\n", encoding="utf-8")
    for name in ("mine.docx", ".notes.kit-part", "2024-04-01-other.record.yaml"):
        (folder / "out" / name).write_bytes(b"mine")
    append(folder, lambda journal: Note(n=journal.next_number, on=DAY, event="note", text="before"))
    return seen(folder)


def judge(folder, before):
    """Return whether the paper is complete; fail where the case is neither that nor untouched."""
    append(folder, remember)
    after = seen(folder)
    journal = read(folder)
    assert journal.findings == ()
    papers = [one for one in journal.events if isinstance(one, Made)]
    named = {name for one in papers for name in (one.record, *(file.path for file in one.files))}
    assert set(after) - set(before) == named
    assert {name: after[name] for name in before if name != "journal.yaml"} == {
        name: data for name, data in before.items() if name != "journal.yaml"
    }
    assert after["journal.yaml"].startswith(before["journal.yaml"])
    for one in papers:
        assert all(hashlib.sha256(after[file.path]).hexdigest() == file.sha256 for file in one.files)
    assert not (folder / ".kit" / "pending.yaml").exists()
    return bool(papers)


@pytest.mark.parametrize(
    ("commands", "rounds"),
    [
        pytest.param(Forks("writing"), ROUNDS, id="writing"),
        pytest.param(Forks("letter"), ROUNDS - FRESH, id="letter"),
        pytest.param(Command(), FRESH, id="command"),
    ],
)
def test_a_kill_at_any_moment(tmp_path, commands, rounds):
    """Killed at moments spread over its whole run, a command has done all of its work or none of it."""
    chance = random.Random(20260301)  # noqa: S311 - moments, not secrets
    whole, complete = [], []
    with commands:
        for turn in range(3):
            new_case(tmp_path / f"trial-{turn}")
            whole.append(seconds(commands, tmp_path / f"trial-{turn}"))
        for turn in range(rounds):
            folder = tmp_path / f"case-{turn}"
            before = new_case(folder)
            kill_after(commands, folder, sorted(whole)[1] * (turn + chance.random()) / rounds * 1.1)
            complete.append(judge(folder, before))

    assert not complete[0]


def test_a_kill_before_every_step(tmp_path):
    """Killed before each single file it opens, names or removes, a command has done all of its work or none of it."""
    complete = []
    with Forks("writing") as commands:
        for step in range(1, 200):
            folder = tmp_path / f"case-{step}"
            before = new_case(folder)
            killed = os.WIFSIGNALED(commands.wait(commands.start(folder, step)))
            complete.append(judge(folder, before))
            if not killed:
                break

    assert not killed
    assert complete[-1]
    assert len(complete) > len(STEPS)
    assert complete == sorted(complete)
