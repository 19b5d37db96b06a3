"""A command loads what it uses: whoever looks at a case does not wait for what writes papers."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kit.paths import data_folder

CASE = str(data_folder("templates") / "demo" / "lindqvist-harbor-vine")
LOADED = """
import sys
from click.testing import CliRunner
from kit.cli import main
CliRunner().invoke(main, sys.argv[1:])
print(*sorted({name.split(".")[0] for name in sys.modules}))
"""
WRITES = {"docxtpl", "docx", "jinja2", "lxml", "typst", "pypdf", "PIL", "icalendar", "fontTools"}


@pytest.mark.parametrize(
    ("typed", "spared"),
    [
        pytest.param(["--help"], {*WRITES, "babel", "pydantic", "yaml", "holidays"}, id="help"),
        pytest.param(["check", CASE, "--as-of", "2026-09-02"], {*WRITES, "babel"}, id="check"),
        pytest.param(["status", CASE, "--as-of", "2026-09-02"], WRITES, id="status"),
        pytest.param(["next", CASE, "--as-of", "2026-09-02"], WRITES, id="next"),
    ],
)
def test_a_command_loads_what_it_uses(typed, spared):
    """Help comes without the models, a look at a case without what sets letters or words them."""
    run = subprocess.run([sys.executable, "-c", LOADED, *typed], capture_output=True, text=True, check=True)  # noqa: S603 - our own words
    loaded = set(run.stdout.split())

    assert "kit" in loaded
    assert not loaded & spared
