"""Reading and validating a case with places, against PyYAML's SafeLoader alone on the same text."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from kit.load import yaml_text
from kit.load.case_file import read_case_file
from kit.load.validation import validate
from kit.model.case import CaseFile

CASE = Path(__file__).parent / "case.yaml"


@pytest.mark.benchmark(group="load")
def test_plain(benchmark):
    """PyYAML's SafeLoader on the file: no places, no validation, ZIP codes as octal numbers."""
    data = benchmark(lambda: yaml.safe_load(CASE.read_text(encoding="utf-8")))

    assert data["debtor"]["name"] == "Late Paper Supply Inc."


@pytest.mark.benchmark(group="load")
def test_kit(benchmark):
    """The kit on the file: read from disk, places kept, every value validated."""
    case = benchmark(lambda: validate(CaseFile, yaml_text.read(CASE, "case.yaml")))

    assert case.debtor.name == "Late Paper Supply Inc."


@pytest.mark.benchmark(group="load")
def test_whole_case(benchmark):
    """The same through the door that commands use: workspace looked for, exhibits looked at."""
    parts = benchmark(read_case_file, CASE)

    assert parts.file.debtor.name == "Late Paper Supply Inc."
