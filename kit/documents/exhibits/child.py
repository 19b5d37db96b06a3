"""The parent's side: a process that reads files of other people, ended when it takes too long."""

from __future__ import annotations

import multiprocessing
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import Self

from kit.documents.exhibits.job import Answer, Done, Job
from kit.documents.exhibits.limits import Limits, Refusal
from kit.documents.exhibits.serving import READY, serve
from kit.findings import KitError

_START = 60.0  # seconds a child may take to start
_END = 5.0  # and to end


class Child:
    """A process that opens one file after the other; started when first asked, and anew after it ended."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: SpawnProcess | None = None
        self._line: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self.end()

    def ask(self, job: Job) -> Answer:
        """Return what became of ``job``; a child that takes too long or dies is the refusal of that one file.

        Raises `KitError` where no child can be started.
        """
        line = self._line or self._start()
        try:
            line.send(job)
            if not line.poll(self._limits.seconds):
                self.end()
                return _slow(self._limits)
            answer = line.recv()
        except (EOFError, OSError):
            self.end()
            return _failed()
        return answer if isinstance(answer, Done | Refusal) else _failed()

    def end(self) -> None:
        """End the process, whatever it is doing."""
        if self._line is not None:
            self._line.close()
        if self._process is not None:
            self._process.kill()
            self._process.join(_END)
            self._process.close()
        self._line = self._process = None

    def _start(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        line, theirs = context.Pipe()
        self._line = line
        try:
            self._process = context.Process(target=serve, args=(theirs, self._limits), daemon=True)
            self._process.start()
            theirs.close()
            if line.poll(_START) and line.recv() == READY:
                return line
        except (EOFError, OSError):
            pass
        self.end()
        raise KitError("The process that reads exhibits cannot be started; nothing was opened") from None


def _slow(limits: Limits) -> Refusal:
    fix = "Print it to PDF once more, and name that file."
    return Refusal("K633", f"takes longer than {limits.seconds:g} seconds to open", fix)


def _failed() -> Refusal:
    words = "makes the program that reads it fail, by its size or by what is broken in it"
    return Refusal("K634", words, "Print it to PDF once more, and name that file.")
