"""A process that forks on request: its children make a paper and are killed while they do.

It is a process of its own because it may hold no thread when it forks; the test
runner may. Each line on standard input is `WHAT FOLDER STEP`; the answer is the
child's process id, then, when the child has ended, its wait status.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from datetime import date
from pathlib import Path

from kit import pipeline
from kit.documents.contexts.request import Request
from kit.documents.output import commit_paper
from kit.documents.record import Record, Source

DAY = date(2026, 4, 1)
STEPS = {"open", "os.mkdir", "os.link", "os.rename", "os.remove"}


def writing(folder):
    """Put a paper of plain bytes into the case: nothing but the writing."""
    record = Record("letters/final-demand", DAY, "1", (Source("case.yaml", "a"),))
    commit_paper(folder, record, {".docx": b"words " * 20_000, ".pdf": b"pages " * 20_000})


def letter(folder):
    """Make the final demand as `kit letter` does, from the case file to the journal."""
    pipeline.make(folder, Request("letters/final-demand", step="final-demand"), as_of=DAY)


def kill_at(step):
    """Make this process kill itself before its ``step``-th touch of the file system."""
    left = [step]

    def count(name, _):
        if name in STEPS:
            left[0] -= 1
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


def answer(line):
    """Fork for one request; print the child's number and then how it ended."""
    what, step, folder = line.rstrip("\n").split(" ", 2)
    pid = os.fork()
    if not pid:
        with contextlib.suppress(BaseException):
            if int(step):
                kill_at(int(step))
            {"writing": writing, "letter": letter}[what](Path(folder))
        os._exit(0)
    print(pid, flush=True)  # noqa: T201 - the answer
    print(os.waitpid(pid, 0)[1], flush=True)  # noqa: T201 - the answer


if __name__ == "__main__":
    for request in sys.stdin:
        answer(request)
