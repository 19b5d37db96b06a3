"""The child's side: files of other people are read here, under limits of the system.

Memory and processor time are such limits on POSIX. On Windows there are none, and
the parent's clock is what ends a file that takes too long.
"""

from __future__ import annotations

import contextlib
import math
import os
from multiprocessing.connection import Connection

from kit.documents.exhibits.job import Answer, Job, out_of_memory
from kit.documents.exhibits.limits import Limits, Refusal

READY = "ready"
_CHAIN = 8  # filters one stream may have


def serve(line: Connection, limits: Limits) -> None:
    """Open files as they are asked for, until nobody asks."""
    _quiet()
    _limit_libraries(limits)
    _limit_memory(limits)
    with contextlib.suppress(EOFError, OSError):
        line.send(READY)
        while True:
            job = line.recv()
            _limit_time(limits)
            line.send(_answer(job))


def _answer(job: Job) -> Answer:
    from kit.documents.exhibits.reading import do  # noqa: PLC0415 - heavy, and the parent needs none of it

    try:
        return do(job)
    except Refusal as refusal:
        return Refusal(refusal.code, refusal.words, refusal.fix)
    except MemoryError:
        return out_of_memory()


def _quiet() -> None:
    """Keep what libraries print about broken files off the user's screen; the findings say it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)


def _limit_memory(limits: Limits) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # not there on Windows; not obeyed everywhere
        import resource  # noqa: PLC0415 - POSIX only

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))


def _limit_time(limits: Limits) -> None:
    """Let the system end a child that computes on although its parent is gone."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - POSIX only

        used = resource.getrusage(resource.RUSAGE_SELF)
        most = math.ceil(used.ru_utime + used.ru_stime + 2 * limits.seconds) + 1  # several threads may compute
        resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))


def _limit_libraries(limits: Limits) -> None:
    """Let qpdf refuse by itself what unpacks without end, where its version can."""
    from pikepdf import settings  # noqa: PLC0415 - as above

    limit = getattr(settings, "set_qpdf_limits", None)
    if limit is not None:
        limit(
            flate_max_memory=limits.picture_bytes, run_length_max_memory=limits.picture_bytes, max_stream_filters=_CHAIN
        )
