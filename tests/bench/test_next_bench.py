"""What comes next in a folder of 1,000 cases, against loading them: the step, and every check that stands in its way.

The kit's ratio is below 1, since it loads the cases too; 0.33 is three times the time of loading.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kit import pipeline
from kit.escalation import look_ahead

CASES = 1_000
AS_OF = date(2026, 11, 23)
CASE = Path(__file__).parent / "case.yaml"
LAW = Path(__file__).parents[1] / "fixtures" / "jurisdictions"
STEPS = ("own-books", "friendly-reminder", "invoice-again", "second-reminder", "thirty-day", "sixty-day")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of cases that stand on different steps of the ladder."""
    root = tmp_path_factory.mktemp("office")
    (root / "kit.yaml").write_text(f"format: 1\njurisdictions: {LAW}\n", encoding="utf-8")
    text = CASE.read_text("utf-8")
    for number in range(CASES):
        case = root / f"case-{number:04}"
        case.mkdir()
        (case / "case.yaml").write_text(text, encoding="utf-8")
        entry = f"--- # kit\nn: 1\nevent: placed\non: 2026-10-01\nafter: {STEPS[number % len(STEPS)]}\n...\n"
        (case / "journal.yaml").write_text(entry, encoding="utf-8")
    return root


def cases(folder: Path) -> list[Path]:
    """Return the case folders."""
    return sorted(path for path in folder.iterdir() if path.is_dir())


@pytest.mark.benchmark(group="next")
def test_plain(benchmark, folder):
    """Load every case: files, journal, law, terms."""
    benchmark.pedantic(lambda: [pipeline.load_case(path, as_of=AS_OF) for path in cases(folder)], rounds=3)


@pytest.mark.benchmark(group="next")
def test_kit(benchmark, folder):
    """Say what comes next in every case, and what stands in the way."""
    found = benchmark.pedantic(lambda: [look_ahead(path, as_of=AS_OF) for path in cases(folder)], rounds=3)

    assert len({one.task.id for one in found if one.task}) > 1
