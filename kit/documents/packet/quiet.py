"""Libraries that talk about a file while they read it: what matters of that the kit says itself."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quiet(*libraries: str) -> Iterator[None]:
    """Keep the remarks of ``libraries``, by the names of their loggers, from the user's screen."""
    loggers = [logging.getLogger(name) for name in libraries]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)
