"""An exhibit lies in the case folder, under a name that shows what it is; nothing else is ever opened."""

from __future__ import annotations

import os
import sys

import pytest

from kit.documents.exhibits.limits import Limits, Refusal
from kit.documents.exhibits.place import inside, read, shown

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="made with means of POSIX")


@pytest.fixture
def folder(tmp_path):
    """Return a case folder with one exhibit; a file that is nobody's business lies beside it."""
    (tmp_path / "acme" / "exhibits").mkdir(parents=True)
    (tmp_path / "acme" / "exhibits" / "order.txt").write_text("order", "utf-8")
    (tmp_path / "acme2").mkdir()
    (tmp_path / "acme2" / "secret.txt").write_text("secret", "utf-8")
    return tmp_path / "acme"


def refused(folder, path) -> Refusal:
    """Return why the file is refused."""
    with pytest.raises(Refusal) as caught:
        read(inside(folder, path), Limits(file_bytes=100))
    return caught.value


def test_a_file_in_the_folder(folder):
    """A file is found by its name from the folder on, and by its whole path."""
    whole = folder / "exhibits" / "order.txt"

    assert inside(folder, "exhibits/order.txt") == inside(folder, whole) == whole.resolve()
    assert read(whole, Limits()) == b"order"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        pytest.param("exhibits/order.txt.", "K620", id="trailing-dot"),
        pytest.param("exhibits/order.txt ", "K620", id="trailing-space"),
        pytest.param("exhibits/or\0der.txt", "K620", id="nul"),
        pytest.param("exhibits/order\n.txt", "K620", id="new-line"),
        pytest.param("exhibits/order\u202etxt.pdf", "K620", id="turned-letters"),
        pytest.param("exhibits/order.txt:hidden", "K620", id="stream-of-windows"),
        pytest.param("exhibits/con.pdf", "K620", id="device-of-windows"),
        pytest.param("exhibits/" + "x" * 300, "K620", id="too-long"),
        pytest.param("", "K620", id="nothing"),
        pytest.param("exhibits/none.pdf", "K621", id="absent"),
        pytest.param("exhibits/order.txt/more", "K621", id="file-as-folder"),
        pytest.param("exhibits", "K622", id="folder"),
        pytest.param("../acme2/secret.txt", "K623", id="dots"),
        pytest.param("exhibits/../../acme2/secret.txt", "K623", id="dots-within"),
        pytest.param("exhibits/../exhibits/order.txt", "K623", id="dots-that-come-back"),
    ],
)
def test_names_that_are_refused(folder, name, code):
    """A name that is a trick, names nothing, or leads elsewhere is answered by what is wrong with it."""
    assert refused(folder, name).code == code


def test_a_whole_path_elsewhere(folder):
    """A file beside the case folder is outside, even where the folder's name begins its name."""
    assert refused(folder, folder.parent / "acme2" / "secret.txt").code == "K623"


@POSIX
def test_links(folder):
    """A link within the folder is followed; one that leads out is refused, and so is one that bites its tail."""
    exhibits = folder / "exhibits"
    (exhibits / "same.txt").symlink_to("order.txt")
    (exhibits / "out.txt").symlink_to(folder.parent / "acme2" / "secret.txt")
    (exhibits / "more").symlink_to(folder.parent / "acme2")
    (exhibits / "gone.txt").symlink_to(folder.parent / "acme2" / "nothing.txt")
    (exhibits / "circle").symlink_to("circle")

    assert read(inside(folder, "exhibits/same.txt"), Limits()) == b"order"
    assert refused(folder, "exhibits/out.txt").code == "K623"
    assert refused(folder, "exhibits/more/secret.txt").code == "K623"
    assert refused(folder, "exhibits/gone.txt").code == "K623"
    assert refused(folder, "exhibits/circle").code == "K621"


@POSIX
def test_pipes_and_devices_do_not_make_the_kit_wait(folder):
    """A pipe that nobody writes to and a device that never ends are refused at once."""
    os.mkfifo(folder / "exhibits" / "pipe.pdf")

    assert refused(folder, "exhibits/pipe.pdf").code == "K622"
    with pytest.raises(Refusal) as caught:
        read(folder.parent / "acme" / "exhibits" / "pipe.pdf", Limits())
    assert caught.value.code == "K622"
    with pytest.raises(Refusal) as caught:
        read(type(folder)("/dev/zero"), Limits())
    assert caught.value.code == "K622"


def test_empty_and_too_large(folder):
    """A file of no bytes and one of too many are refused as that."""
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "large.pdf").write_bytes(b"x" * 101)

    assert refused(folder, "empty.pdf").code == "K624"
    assert (refused(folder, "large.pdf").code, refused(folder, "large.pdf").words) == (
        "K625",
        "is larger than 100 bytes",
    )


def test_a_name_in_a_sentence():
    """What cannot be seen in a name is written out, so that a finding shows it."""
    assert shown("exhibits\\a\n\u202e.pdf") == "exhibits/a<U+000A><U+202E>.pdf"
