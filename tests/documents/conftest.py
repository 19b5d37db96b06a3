"""Golden words: what a paper says, kept beside the tests and compared."""

from __future__ import annotations

import difflib
import os
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"
OPTION = "--update-golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update-golden`; give the folder too: `pytest tests/documents --update-golden`."""
    parser.addoption(
        OPTION, action="store_true", help="Write the golden words anew; read the diff before it is committed."
    )


@pytest.fixture
def golden(request):
    """Compare words with the file of that name; with `--update-golden`, never in CI, write it."""

    def compare(name: str, words: str) -> None:
        path = GOLDEN / f"{name}.txt"
        if request.config.getoption(OPTION, default=False):
            assert not os.environ.get("CI"), "golden words are a contract; they are not written in CI"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(words, "utf-8", newline="\n")
        assert path.is_file(), f"there are no golden words {path.name}; see {OPTION}"
        old, new = path.read_text("utf-8").splitlines(), words.splitlines()
        parts = "\n".join(difflib.unified_diff(old, new, "kept", "now", lineterm="", n=1))
        assert old == new, f"{name} says something else now:\n{parts}"

    return compare
