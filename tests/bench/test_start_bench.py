"""How soon `kit --help` answers, beside a bare `import click`."""

from __future__ import annotations

import subprocess
import sys

import pytest


def run(*words):
    """Start Python with ``words``."""
    subprocess.run([sys.executable, *words], check=True, capture_output=True)  # noqa: S603


@pytest.mark.benchmark(group="start")
@pytest.mark.parametrize("which", ["plain", "kit"])
def test_start(benchmark, which):
    """`kit --help` takes no more than 2.5 times what importing Click takes."""
    words = ("-c", "import click") if which == "plain" else ("-m", "kit", "--help")

    benchmark.pedantic(run, args=words, rounds=15, warmup_rounds=2)
