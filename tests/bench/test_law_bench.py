"""Reading and checking the files of law, against PyYAML's C loader on the same texts."""

from __future__ import annotations

import pytest
import yaml

from kit.load import jurisdiction_file
from kit.paths import data_folder

FILES = sorted(data_folder("jurisdictions").glob("us*.yaml"))
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@pytest.mark.benchmark(group="law")
def test_plain(benchmark):
    """PyYAML's C loader on the texts: no places, no validation, no questions asked."""
    texts = [path.read_text(encoding="utf-8") for path in FILES]

    read = benchmark(lambda: [yaml.load(text, Loader=LOADER) for text in texts])  # noqa: S506 - it is the safe one

    assert [data["code"] for data in read] == [path.stem for path in FILES]


@pytest.mark.benchmark(group="law")
def test_kit(benchmark):
    """The kit on the files, none of them kept from before: places, values, sources, dates and overlaps checked."""
    laws = benchmark(lambda: [jurisdiction_file._read(path) for path in FILES])  # noqa: SLF001 - past the cache

    assert [law.code for law in laws] == [path.stem for path in FILES]


@pytest.mark.benchmark(group="one state")
def test_plain_state(benchmark):
    """PyYAML's C loader on one state's text."""
    text = (data_folder("jurisdictions") / "us-ca.yaml").read_text(encoding="utf-8")

    assert benchmark(lambda: yaml.load(text, Loader=LOADER))["code"] == "us-ca"  # noqa: S506 - it is the safe one


@pytest.mark.benchmark(group="one state")
def test_kit_state(benchmark):
    """The kit on one state's file, not kept from before."""
    path = data_folder("jurisdictions") / "us-ca.yaml"

    assert benchmark(lambda: jurisdiction_file._read(path)).code == "us-ca"  # noqa: SLF001 - past the cache
