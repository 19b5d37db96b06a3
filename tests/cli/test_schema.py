"""`kit schema`: what editors are told is what the loader reads."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from kit.cli import main
from kit.load import yaml_text
from kit.load.schema import SCHEMAS, schema_text

BENCH = Path(__file__).parents[1] / "bench" / "case.yaml"
WORKSPACE = {"format": 1, "creditor": {"name": "Alder", "kind": "llc", "signer": {"name": "Robin"}}, "currency": "USD"}
PAID = {"n": 1, "on": "2024-03-01", "event": "paid", "id": "P-1", "amount": 5.5}


def as_an_editor_reads(data):
    """Return the data as YAML 1.2 gives it to an editor: numbers and yes-or-no words of their own kinds."""
    if isinstance(data, dict):
        return {key: as_an_editor_reads(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_an_editor_reads(value) for value in data]
    if data in ("true", "false"):
        return data == "true"
    if re.fullmatch(r"-?\d+", data):
        return int(data)
    return float(data) if re.fullmatch(r"-?\d+\.\d+", data) else data


def problems(kind, data):
    """Return what the schema of ``kind`` says about ``data``."""
    schema = json.loads(schema_text(kind))
    return [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(data)]


@pytest.mark.parametrize("kind", SCHEMAS)
def test_schemas_are_schemas(kind):
    """Each is a valid JSON Schema with a title, closed to unknown keys, and the same every time."""
    schema = json.loads(schema_text(kind))

    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["title"]
    assert schema_text(kind) == schema_text(kind)


@pytest.mark.parametrize("read", [lambda data: data, as_an_editor_reads], ids=["as-text", "as-an-editor-reads"])
def test_a_good_case_passes(read):
    """A case the loader reads has no red line in an editor."""
    assert problems("case", read(yaml_text.read(BENCH, "case.yaml").data)) == []


@pytest.mark.parametrize(("kind", "data"), [("workspace", WORKSPACE), ("journal", PAID)])
def test_good_files_pass(kind, data):
    """So do a workspace and an entry of the journal."""
    assert problems(kind, data) == []


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        pytest.param("case", {"format": 1, "debtor": {"name": "A", "kind": "llc"}, "porpose": "business"}, id="top"),
        pytest.param("case", {"format": 1, "debtor": {"name": "A", "kind": "llc", "adress": {}}}, id="deeper"),
        pytest.param("case", {"format": 1, "debtor": {"name": "A", "kind": "LLC"}}, id="word"),
        pytest.param("case", {"format": 1}, id="missing"),
        pytest.param("case", {"format": 2, "debtor": {"name": "A", "kind": "llc"}}, id="format"),
        pytest.param("workspace", {"format": 1, "curency": "USD"}, id="workspace"),
        pytest.param("journal", {**PAID, "amout": 5}, id="journal"),
        pytest.param("journal", {"n": 1, "on": "2024-03-01", "event": "snt"}, id="event"),
    ],
)
def test_misspelt_files_fail(kind, data):
    """A misspelt key or word is marked while it is typed."""
    assert problems(kind, data)


def test_shorthands_pass():
    """What may be written as one word may be so in the editor, too."""
    data = {"format": 1, "debtor": {"name": "A", "kind": "llc"}, "work": "goods", "agreement": {"attorney_fees": True}}

    assert problems("case", data) == []


def test_the_command(tmp_path):
    """The schema goes to the screen or into a new file, never over an old one."""
    out = tmp_path / "case.schema.json"

    shown = CliRunner().invoke(main, ["schema", "case"])
    written = CliRunner().invoke(main, ["schema", "case", "--out", str(out)])
    again = CliRunner().invoke(main, ["schema", "case", "--out", str(out)])

    assert json.loads(shown.output) == json.loads(out.read_text(encoding="utf-8"))
    assert (written.exit_code, again.exit_code) == (0, 1)
    assert "already there" in again.output
