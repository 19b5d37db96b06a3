"""Exhibits opened together: each by itself, none at the cost of another, in bounded time and memory."""

from __future__ import annotations

import hashlib
import multiprocessing
import sys

import exhibit_files as files
import pytest

from kit.documents.exhibits import Kind, Limits, Opened, open_all, open_exhibit
from kit.documents.exhibits.child import Child
from kit.documents.exhibits.job import Done, Job
from kit.documents.exhibits.limits import MB, Refusal
from kit.findings import Finding, InvalidFile, Place, Severity


@pytest.fixture
def case(tmp_path):
    """Return a case folder with exhibits, sound and broken, and a folder for what is made of them."""
    folder = tmp_path / "acme"
    (folder / "exhibits").mkdir(parents=True)
    (tmp_path / "made").mkdir()
    for name, data in {
        "contract.pdf": files.plain_pdf(["Contract", "signed"]),
        "photo.pdf": files.image_file(files.drawing(), "JPEG"),
        "chat.txt": b"Pat: we pay on Friday",
        "cut.pdf": files.plain_pdf(["x"] * 9)[:200],
        "empty.pdf": b"",
        "letter.docx": b"PK\x03\x04",
        "mail.eml": b"From: Pat <p@x.example>\nTo: r@y.example\nSubject: Payment\n\nOn Friday.",
    }.items():
        (folder / "exhibits" / name).write_bytes(data)
    return folder


def test_each_is_answered_in_order(case):
    """Of seven files, four are opened and three refused, each under its own name and in the order asked."""
    names = ["contract.pdf", "cut.pdf", "photo.pdf", "empty.pdf", "chat.txt", "letter.docx", "mail.eml"]
    before = {path.name: path.read_bytes() for path in (case / "exhibits").iterdir()}

    found = open_all([f"exhibits/{name}" for name in names], case, into=case.parent / "made")

    assert [item.code if isinstance(item, Finding) else item.kind for item in found] == [
        Kind.PDF,
        "K627",
        Kind.JPEG,  # whatever its name says
        "K624",
        Kind.TEXT,
        "K630",
        Kind.EMAIL,
    ]
    assert found[3].message == "`exhibits/empty.pdf` is empty"
    assert found[3].severity is Severity.ERROR
    assert found[3].place == Place("exhibits/empty.pdf")
    assert found[0].sha256 == hashlib.sha256(before["contract.pdf"]).hexdigest()
    assert found[0].pages == 2
    assert files.words_of(found[0].pdf.read_bytes()).split() == ["Contract", "signed"]
    assert {path.name: path.read_bytes() for path in (case / "exhibits").iterdir()} == before


def test_one_by_itself(case):
    """A single exhibit comes as bytes, with its notes; what is refused is raised as one finding."""
    (case / "old.txt").write_bytes("Café".encode("latin-1"))

    opened = open_exhibit("old.txt", case)

    assert isinstance(opened, Opened)
    assert "Café" in files.words_of(opened.pdf)
    assert [(note.code, note.severity) for note in opened.notes] == [("K638", Severity.NOTE)]
    with pytest.raises(InvalidFile, match=r"`exhibits/cut\.pdf` is damaged or cut short") as caught:
        open_exhibit(case / "exhibits" / "cut.pdf", case)
    assert caught.value.findings[0].fix == "Get the file once more."


def test_several_children_answer_in_order_too(case):
    """Two processes open files side by side; every answer stands where it was asked for."""
    for number in range(6):
        (case / f"{number}.txt").write_text(f"number {number}", "utf-8")

    found = open_all([f"{number}.txt" for number in range(6)], case, into=case.parent / "made", children=2)

    assert [files.words_of(item.pdf.read_bytes()).split()[-1] for item in found] == list("012345")


def test_the_case_says_where_it_names_a_file(case):
    """A finding points to the line of the case that names the exhibit."""
    at = Place("case.yaml", 12, 5)

    (found,) = open_all(["exhibits/empty.pdf"], case, into=case.parent / "made", places=[at])

    assert found.place == at


def test_no_exhibits(case):
    """A case without exhibits starts no process and gets no answers."""
    assert open_all([], case, into=case.parent / "made") == ()


def test_what_takes_too_long_is_ended(case):
    """Past the time limit the child is ended, the file refused, and the next one is tried by a new child."""
    limits = Limits(seconds=0.001)

    found = open_all(["exhibits/contract.pdf", "exhibits/chat.txt"], case, into=case.parent / "made", limits=limits)

    assert [item.code for item in found] == ["K633", "K633"]
    assert "takes longer than 0.001 seconds" in found[0].message


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not keep a process to its memory")
def test_what_needs_too_much_memory_is_refused(case):
    """A picture that does not fit into the memory a child may have costs one finding; the next file is opened."""
    (case / "huge.png").write_bytes(files.huge_png())

    found = open_all(
        ["huge.png", "exhibits/contract.pdf"], case, into=case.parent / "made", limits=Limits(memory_bytes=450 * MB)
    )

    assert found[0].code == "K634"
    assert isinstance(found[1], Opened)


def test_a_child_that_dies_costs_one_file(case, tmp_path):
    """Where the child is gone, its file is refused in a sentence and a new child takes the next."""
    job = Job(case / "exhibits" / "chat.txt", "chat.txt", tmp_path / "out.pdf", Limits())

    with Child(Limits()) as child:
        assert isinstance(child.ask(job), Done)
        for process in multiprocessing.active_children():
            process.kill()
            process.join()
        first, second = child.ask(job), child.ask(job)

    assert isinstance(first, Refusal)
    assert first.code == "K634"
    assert isinstance(second, Done)


def test_nothing_heavy_is_loaded_by_the_parent():
    """What reads files of other people is loaded in the child alone."""
    import subprocess  # noqa: PLC0415

    program = "import sys, kit.documents.exhibits; print({'pikepdf', 'PIL', 'typst', 'pypdfium2'} & set(sys.modules))"
    out = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603

    assert out.stdout == "set()\n"
