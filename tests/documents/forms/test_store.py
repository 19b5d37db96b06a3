"""The user's own blanks: where they lie, which one is used, and what is said of another revision."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from franklin_form import NAMES, blank, form

from kit.documents.forms import store
from kit.findings import KitError

MAPPED = blank()
NEWER = blank(*NAMES, "Email")
LACKING = blank("Plaintiff", "Email")
FORM = form(MAPPED)


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Keep the blanks in a folder of the test's own."""
    monkeypatch.setenv(store.ENVIRONMENT, str(tmp_path / "kept"))
    return tmp_path / "kept"


def aged(path: Path, seconds: int) -> Path:
    """Make a file older."""
    os.utime(path, (1_700_000_000 - seconds, 1_700_000_000 - seconds))
    return path


def codes(findings) -> list[str]:
    """Return the codes of findings."""
    return [one.code for one in findings]


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {"XDG_DATA_HOME": "/data"}, "/data/escalation-kit/forms"),
        ("linux", {"XDG_DATA_HOME": "not/absolute"}, "~/.local/share/escalation-kit/forms"),
        ("linux", {}, "~/.local/share/escalation-kit/forms"),
        ("darwin", {}, "~/Library/Application Support/escalation-kit/forms"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/escalation-kit/forms"),
        ("win32", {}, "~/AppData/Local/escalation-kit/forms"),
        ("linux", {"KIT_FORMS": "/mine"}, "/mine"),
    ],
)
def test_the_folder(monkeypatch, platform, variables, expected):
    """Blanks lie where each system keeps a user's data, or where KIT_FORMS says."""
    for name in ("KIT_FORMS", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(Path, "home", lambda: Path("/home/me"))

    assert store.folder() == Path(expected.replace("~", "/home/me"))


def test_no_home(monkeypatch):
    """An account without a home is told which variable to set."""
    monkeypatch.delenv("KIT_FORMS")
    monkeypatch.setattr(sys, "platform", "darwin")

    def homeless() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", homeless)

    with pytest.raises(KitError, match="set KIT_FORMS"):
        store.folder()


def test_the_mapped_revision(folder):
    """The blank that was mapped is kept under its form and hash, and found without a word."""
    kept, compared = store.add(FORM, MAPPED)

    assert kept.path == folder / "us" / "f-100" / f"{FORM.sha256}.pdf"
    assert compared.mapped
    assert store.find(FORM) == MAPPED
    assert store.look(FORM).findings == ()


def test_nothing_is_here():
    """Without a blank it is said how to get one."""
    assert store.find(FORM) is None
    (said,) = store.look(FORM).findings
    assert (said.code, "kit forms get us/f-100" in said.fix, FORM.url in said.fix) == ("K552", True, True)


def test_a_newer_revision():
    """A newer revision is used with a note when every mapped field is still on it."""
    aged(store.keep(FORM.id, MAPPED), 60)
    store.keep(FORM.id, NEWER)

    found = store.look(FORM)

    assert found.kept
    assert (found.kept.data, codes(found.findings)) == (NEWER, ["K550"])
    assert FORM.sha256[:12] in found.findings[0].message
    assert found.kept.sha256[:12] in found.findings[0].message
    assert not found.findings[0].stops


def test_a_revision_without_mapped_fields():
    """A revision that lacks mapped fields is refused by their names, and an older usable one is taken instead."""
    kept, compared = store.add(FORM, LACKING)

    assert kept.path.is_file()
    assert compared.missing == ("Defendant", "Amount")
    assert store.find(FORM) is None
    (said,) = store.look(FORM).findings
    assert (said.code, said.stops, "Defendant, Amount" in said.message) == ("K551", True, True)

    aged(store.keep(FORM.id, MAPPED), 60)
    assert store.find(FORM) == MAPPED


def test_added_again(folder):
    """A blank that is added again is the newest again, and there is still one of it."""
    aged(store.keep(FORM.id, MAPPED), 60)
    aged(store.keep(FORM.id, NEWER), 30)
    store.keep(FORM.id, MAPPED)

    assert store.find(FORM) == MAPPED
    assert len(list((folder / "us" / "f-100").glob("*.pdf"))) == 2


@pytest.mark.parametrize("data", [b"", b"<html>not here</html>", MAPPED[: len(MAPPED) // 3]])
def test_what_is_no_form_is_not_kept(folder, data):
    """A file that cannot be read as a form leaves nothing behind."""
    with pytest.raises(KitError, match="nothing was kept"):
        store.add(FORM, data)

    assert not list(folder.rglob("*.pdf"))


def test_a_kept_blank_that_was_changed():
    """A kept file whose bytes are not those of its name is not used."""
    path = store.keep(FORM.id, MAPPED)
    path.write_bytes(NEWER)

    found = store.look(FORM)

    assert (found.kept, codes(found.findings)) == (None, ["K553"])


def test_a_half_written_file_is_no_blank(folder):
    """What a killed command leaves has no name that a blank could have."""
    (folder / "us" / "f-100").mkdir(parents=True)
    (folder / "us" / "f-100" / f".{FORM.sha256}.pdf.kit-part").write_bytes(MAPPED[:100])
    (folder / "us" / "f-100" / ".partial-0123456789abcdef").write_bytes(MAPPED)

    assert codes(store.look(FORM).findings) == ["K552"]


@pytest.mark.parametrize("name", ["f-100.pdf", "f100.pdf", "us/f-100/any name.pdf"])
def test_beside_the_case(tmp_path, name):
    """A blank beside the case comes before the user's store."""
    store.keep(FORM.id, MAPPED)
    path = tmp_path / "forms" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(NEWER)

    assert store.find(FORM, tmp_path / "forms") == NEWER


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a folder that cannot be written to")
def test_a_folder_that_cannot_be_written(folder):
    """A store that cannot be written to is one sentence."""
    folder.mkdir()
    folder.chmod(0o500)

    with pytest.raises(KitError, match="nothing was kept"):
        store.keep(FORM.id, MAPPED)


def test_a_store_that_is_a_file(folder):
    """A store that is a file is one sentence, too."""
    folder.write_text("a file", encoding="utf-8")

    with pytest.raises(KitError, match="nothing was kept"):
        store.keep(FORM.id, MAPPED)
    assert codes(store.look(FORM).findings) == ["K552"]
