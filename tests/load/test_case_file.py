"""A case folder as a whole: what is found, what the workspace fills in, what is refused together."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import pytest

from kit.findings import InvalidFile, Severity
from kit.load import workspace_file
from kit.load.case_file import read_case_file
from kit.load.text_file import shown_path

CASE = "format: 1\ndebtor: {name: A LLC, kind: llc}\n"
KIT = "format: 1\ncurrency: EUR\ncreditor: {name: Alder & Finch LLC, kind: llc}\n"


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """Make a workspace with one case and stand in it; nothing above it is anybody's."""
    monkeypatch.setattr(workspace_file, "_home", lambda: str(tmp_path))
    (tmp_path / "acme").mkdir()
    (tmp_path / "acme" / "case.yaml").write_text(CASE)
    (tmp_path / "kit.yaml").write_text(KIT)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def faults(path):
    """Return the findings of a case that is refused."""
    with pytest.raises(InvalidFile) as caught:
        read_case_file(Path(path))
    return caught.value.findings


@pytest.mark.parametrize("name", ["acme", "acme/", "acme/case.yaml", "./acme", "acme/../acme"])
def test_a_case_is_its_folder_or_its_file(workspace, name):
    """Both name the same case, whose id is the folder's name."""
    parts = read_case_file(Path(name))

    assert (parts.id, parts.folder, parts.path) == ("acme", workspace / "acme", workspace / "acme" / "case.yaml")


@pytest.mark.usefixtures("workspace")
def test_a_case_is_found_from_inside(monkeypatch):
    """Standing in the folder, `.` is the case and keeps its name."""
    monkeypatch.chdir("acme")

    assert read_case_file(Path()).id == "acme"


def test_the_workspace_fills_in(workspace):
    """Creditor and currency come from kit.yaml where the case has none of its own."""
    file = read_case_file(workspace / "acme").file

    assert (file.creditor.name, file.currency) == ("Alder & Finch LLC", "EUR")


def test_the_case_comes_first(workspace):
    """What the case says itself is never replaced."""
    (workspace / "acme" / "case.yaml").write_text(CASE + "currency: USD\ncreditor: {name: Other LLC, kind: llc}\n")

    file = read_case_file(workspace / "acme").file

    assert (file.creditor.name, file.currency) == ("Other LLC", "USD")


def test_no_workspace_is_no_fault(workspace):
    """A creditor may be missing; only a command that needs it asks."""
    (workspace / "kit.yaml").unlink()

    parts = read_case_file(workspace / "acme")

    assert (parts.workspace, parts.file.creditor, parts.file.currency) == (None, None, "USD")


def test_the_nearest_workspace_speaks(workspace):
    """A kit.yaml nearer to the case hides one farther up; one inside the case folder is nearest."""
    (workspace / "acme" / "kit.yaml").write_text("format: 1\ncurrency: CAD\n")

    assert read_case_file(workspace / "acme").file.currency == "CAD"


def test_the_search_ends_at_home(tmp_path, monkeypatch):
    """A kit.yaml above the user's home speaks for nobody."""
    home = tmp_path / "home"
    (home / "acme").mkdir(parents=True)
    (home / "acme" / "case.yaml").write_text(CASE)
    (tmp_path / "kit.yaml").write_text(KIT)
    monkeypatch.setattr(workspace_file, "_home", lambda: str(home))

    assert read_case_file(home / "acme").workspace is None


def test_both_files_are_faulted_together(workspace):
    """One run names the faults of the case and of the workspace, each with its own path."""
    (workspace / "acme" / "case.yaml").write_text(CASE + "porpose: x\n")
    (workspace / "kit.yaml").write_text("format: 1\ncurency: EUR\n")

    assert [(finding.place.path.replace("\\", "/"), finding.place.line) for finding in faults("acme")] == [
        ("acme/case.yaml", 3),
        ("kit.yaml", 2),
    ]


def test_a_case_file_that_cannot_be_read_hides_nothing(workspace):
    """The workspace's faults are named even where the case is no YAML."""
    (workspace / "acme" / "case.yaml").write_text("a: [")
    (workspace / "kit.yaml").write_text("format: 1\ncurency: EUR\n")

    assert [finding.code for finding in faults("acme")] == ["K004", "K031"]


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize(
    ("name", "words", "fix"),
    [
        ("acmee", "no such file or folder", "`acme`"),
        (".", "no case.yaml", "kit new"),
        ("nowhere/at/all", "no such file or folder", ""),
        ("a" * 300, "no such file or folder", ""),
    ],
)
def test_a_case_that_is_not_there(name, words, fix):
    """A wrong path is one sentence, with the nearest name."""
    found = faults(name)

    assert len(found) == 1
    assert words in found[0].message
    assert fix in found[0].fix


def test_the_other_ending_is_recognised(workspace):
    """A case.yml is not read silently nor overlooked."""
    (workspace / "acme" / "case.yaml").rename(workspace / "acme" / "case.yml")

    assert faults("acme")[0].fix == "Rename case.yml to case.yaml."


def test_an_exhibit_that_is_not_there_is_a_note(workspace):
    """A missing scan stops no letter, but is known."""
    (workspace / "acme" / "case.yaml").write_text(CASE + "exhibits: [{id: c, file: exhibits/c.pdf, title: Contract}]\n")

    notes = read_case_file(workspace / "acme").notes

    assert [(note.code, note.severity, note.place.line) for note in notes] == [("K181", Severity.NOTE, 3)]


def test_a_link_out_of_the_folder_is_refused(workspace):
    """An exhibit may not be a link to a file elsewhere on the disk."""
    secret = workspace / "secret.pdf"
    secret.write_text("x")
    try:
        (workspace / "acme" / "c.pdf").symlink_to(secret)
    except OSError:
        pytest.skip("links need a right on this system")
    (workspace / "acme" / "case.yaml").write_text(CASE + "exhibits: [{id: c, file: c.pdf, title: Contract}]\n")

    assert [finding.code for finding in faults("acme")] == ["K036"]


def test_a_logo_is_read_when_asked(workspace):
    """The letterhead's picture stands beside kit.yaml."""
    (workspace / "kit.yaml").write_text("format: 1\nlogo: logo.png\n")
    (workspace / "logo.png").write_bytes(b"\x89PNG...")

    assert read_case_file(workspace / "acme").workspace.logo() == b"\x89PNG..."


def test_paths_are_shown_as_typed_from_here(workspace):
    """A place names its file from the current folder, with the separators of the system."""
    assert shown_path(workspace / "acme" / "case.yaml") == str(Path("acme") / "case.yaml")
    assert Path(shown_path(Path(workspace.anchor) / "elsewhere.yaml")).is_absolute()


@pytest.mark.parametrize("key", ["invoices", "credits", "payments", "costs", "exhibits"])
def test_ids_are_given_once(workspace, key):
    """Two items with one id are refused, and both lines are named."""
    items = {
        "invoices": "issued_on: 2024-01-01, lines: [{text: a, unit_price: 1}]",
        "credits": "on: 2024-01-01, amount: 1, invoice: X",
        "payments": "on: 2024-01-01, amount: 1",
        "costs": "on: 2024-01-01, amount: 1, text: x",
        "exhibits": "file: a.pdf, title: x",
    }
    item = f"  - {{id: A, {items[key]}}}\n"
    (workspace / "acme" / "case.yaml").write_text(f"{CASE}{key}:\n{item}  # one more\n{item}")

    found = faults("acme")

    assert [(finding.code, finding.place.line) for finding in found] == [("K034", 6)]
    assert "line 4" in found[0].message


def test_memory_stays_flat(workspace):
    """Reading a case a thousand times keeps nothing: a nightly run over ten thousand needs no more than one."""
    text = (Path(__file__).parents[1] / "bench" / "case.yaml").read_text()
    (workspace / "acme" / "case.yaml").write_text(text)
    blocks = []
    for _ in range(4):
        for _ in range(250):
            read_case_file(workspace / "acme")
        gc.collect()
        blocks.append(sys.getallocatedblocks())

    assert blocks[-1] - blocks[1] < 1000  # one case alone is about two thousand blocks


@pytest.mark.parametrize("second", ["Robin Vale", "ROBIN  vale"])
def test_two_guarantors_of_one_name(workspace, second):
    """Guarantors are known by their names, so two of one name are refused, and both lines are named."""
    one = "guarantors:\n  - {name: Robin Vale, kind: individual}\n"
    (workspace / "acme" / "case.yaml").write_text(f'{CASE}{one}  - {{name: "{second}", kind: individual}}\n')
    found = faults("acme")

    assert [(finding.code, finding.place.line) for finding in found] == [("K034", 5)]
    assert "line 4" in found[0].message


def test_father_and_son_are_two(workspace):
    """Names that differ in anything but letters' size and spaces are two people."""
    lines = "".join(f"  - {{name: Robin Vale {mark}, kind: individual}}\n" for mark in ("Sr.", "Jr."))
    (workspace / "acme" / "case.yaml").write_text(f"{CASE}guarantors:\n{lines}")

    assert len(read_case_file(workspace / "acme").file.guarantors) == 2
