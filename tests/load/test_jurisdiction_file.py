"""Reading a file of law: what is refused, and where."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from kit.findings import InvalidFile, KitError
from kit.load import yaml_text
from kit.load.jurisdiction_file import load_jurisdiction, read_jurisdiction

FRANKLIN = Path(__file__).parents[1] / "fixtures" / "jurisdictions" / "us-xf.yaml"
FAULTS = yaml_text.read(Path(__file__).with_name("jurisdiction_faults.yaml"), "faults").data["faults"]


@pytest.mark.parametrize("case", FAULTS, ids=lambda case: case["id"])
def test_a_fault_has_a_place(tmp_path, case):
    """Each fault is one sentence with its code, and points at the line it is about."""
    text = FRANKLIN.read_text(encoding="utf-8")
    path = tmp_path / "us-xf.yaml"
    path.write_text(text.replace(case["replace"], case["by"], 1), encoding="utf-8")
    assert case["replace"] in text

    with pytest.raises(InvalidFile) as caught:
        read_jurisdiction(path)

    said = [(f.code, f.message, f.place.text if f.place else "") for f in caught.value.findings]
    assert any(
        code == case["code"] and case["says"] in sentence and case["at"] in line for code, sentence, line in said
    ), said


def test_every_fault_is_told_at_once(tmp_path):
    """A shape fault in one rule does not hide those in the others."""
    text = FRANKLIN.read_text(encoding="utf-8")
    path = tmp_path / "us-xf.yaml"
    path.write_text(text.replace("value: 6000", "value: lots").replace("years: 4", "years: four"), encoding="utf-8")

    with pytest.raises(InvalidFile) as caught:
        read_jurisdiction(path)

    assert len(caught.value.findings) == text.count("value: 6000") + text.count("years: 4")


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        pytest.param("xf", "did you mean us-xf (State of Franklin)?", id="without-the-country"),
        pytest.param("us-xq", "us-xf (State of Franklin)", id="a-letter-off"),
        pytest.param("state of franklyn", "did you mean us-xf (State of Franklin)?", id="a-name"),
        pytest.param("../us-xf", "there is no jurisdiction file for `../us-xf`", id="a-path"),
        pytest.param("", "there is no jurisdiction file for ``", id="nothing"),
    ],
)
def test_an_unknown_code_names_the_nearest(code, answer):
    """A code without a file is answered with the codes that come near."""
    with pytest.raises(KitError) as caught:
        load_jurisdiction(code, [FRANKLIN.parent])

    assert answer in str(caught.value)


def test_a_folder_of_ones_own_comes_first(tmp_path):
    """A user's file for a state is read instead of the shipped one."""
    text = FRANKLIN.read_text(encoding="utf-8").replace("name: State of Franklin", "name: My Franklin")
    (tmp_path / "us-xf.yaml").write_text(text, encoding="utf-8")

    assert load_jurisdiction("US-XF", [tmp_path, FRANKLIN.parent]).name == "My Franklin"


def test_an_unchanged_file_is_read_once(tmp_path):
    """The same file gives the same law object until it changes on disk."""
    path = tmp_path / "us-xf.yaml"
    shutil.copy(FRANKLIN, path)
    first = read_jurisdiction(path)

    assert read_jurisdiction(path) is first

    path.write_text(
        FRANKLIN.read_text(encoding="utf-8").replace("State of Franklin", "Free Franklin"), encoding="utf-8"
    )
    os.utime(path, ns=(1, 1))

    assert read_jurisdiction(path).name == "Free Franklin"
