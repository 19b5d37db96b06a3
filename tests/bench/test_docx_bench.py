"""A docx by a plain docxtpl loop, and the same docx by the kit, in one run.

Contexts differ from document to document as cases do: one creditor, another debtor,
reference and sums each time. Both write to memory.
"""

from __future__ import annotations

import io
import itertools
import os
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from docxtpl import DocxTemplate

from kit.documents.docx import DocxProperties, load
from kit.paths import data_folder

sys.path.insert(0, str(Path(__file__).parents[1] / "documents"))
from docx_cases import contexts
from docx_samples import SAMPLES

# Time of this process alone: a busy machine interrupts the slow loop more often and so flatters the kit.
# Windows counts it in steps of 15 ms, too coarse for one document.
TIMER = time.process_time if os.name == "posix" else time.perf_counter
pytestmark = pytest.mark.benchmark(timer=TIMER, disable_gc=True)

ROWS = 5
CASES = 20
REAL = {
    path.parent.relative_to(data_folder("templates")).as_posix(): path
    for path in data_folder("templates").glob("*/*/en.docx")
}
GROUPS = ["letter", "contract", *sorted(REAL)]


@pytest.fixture(params=GROUPS)
def template(request, tmp_path) -> Path:
    """Return the template as a file, since that is what a plain loop opens."""
    if request.param in REAL:
        return REAL[request.param]
    path = tmp_path / f"{request.param}.docx"
    path.write_bytes(SAMPLES[request.param]())
    return path


def cases(template: Path) -> list[dict[str, object]]:
    """Plain words for every blank, with a few rows, the creditor the same throughout."""
    found = [
        case for number, case in enumerate(contexts(load(template).names, frozenset(), 2 * CASES)) if number % 2 == 0
    ]
    for case in found:
        for name, value in case.items():
            if name.startswith("creditor_"):
                case[name] = found[0][name]
            elif isinstance(value, list):
                rows = next((other[name] for other in found if other[name]), [])
                case[name] = [rows[number % len(rows)] for number in range(ROWS)] if rows else []
    return found


@pytest.fixture(autouse=True)
def group(benchmark, request):
    """Name the benchmark's group after its template."""
    benchmark.group = next(group for group in GROUPS if f"[{group}]" in request.node.name)


def test_plain(benchmark, template):
    """Open, render and save as docxtpl's own guide shows, escaping switched on."""
    turn = itertools.cycle(cases(template))

    def one() -> bytes:
        document = DocxTemplate(template)
        document.render(next(turn), autoescape=True)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    assert benchmark.pedantic(one, rounds=CASES, warmup_rounds=2).startswith(b"PK")


def test_kit(benchmark, template):
    """The kit's own, loading included as each document asks for it."""
    turn = itertools.cycle(cases(template))
    properties = DocxProperties("Final demand", "Alder Press", created=date(2024, 5, 1))

    def one() -> bytes:
        return load(template).render(next(turn), properties=properties)

    assert benchmark.pedantic(one, rounds=CASES * 20, warmup_rounds=CASES).startswith(b"PK")
