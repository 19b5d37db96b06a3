"""A letter's PDF: set by the kit, against one LibreOffice process that converts a batch of the same letters.

Every letter differs from every other, so neither side profits from having seen it before.
"""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from kit.documents import docx
from kit.documents.typeset import typeset
from kit.paths import PACKAGE

LETTER = PACKAGE.parent / "tests" / "fixtures" / "templates" / "letter"
BATCH = 20
NUMBERS = count(1)

pytestmark = pytest.mark.skipif(not LETTER.is_dir(), reason="the sample letter is not here: run from a checkout")


def blanks():
    """Return the blanks of a letter nobody has written before, with four invoices: one page."""
    number = next(NUMBERS)
    return {
        "creditor_name": "Alder & Finch LLC",
        "creditor_address": "12 Mill Lane, Suite 4\nOverton, XF 02135",
        "creditor_contact": "+1 555 0100\naccounts@alderfinch.example",
        "reference": f"AF-{number:06}",
        "debtor_name": f"Debtor Number {number} Inc.",
        "debtor_address": f"{number} Quay Street\nOverton, XF 02135",
        "date": "November 21, 2026",
        "total": f"${number * 37:,}.07",
        "pay_by": "December 7, 2026",
        "greeting": f"Ms. Moss of {number} Quay Street",
        "interest": f"${number}.55",
        "per_diem": f"${number}.11",
        "lines": [
            {
                "number": f"INV-{number}-{n}",
                "issued": "March 1, 2026",
                "due": "April 1, 2026",
                "amount": f"${number + n}.00",
            }
            for n in range(4)
        ],
        "ways": [
            {"text": "by check to the address above,"},
            {"text": f"or by transfer with the reference AF-{number:06}."},
        ],
        "signer_name": "Jordan Finch",
        "signer_title": "Managing member",
    }


@pytest.fixture(scope="module")
def soffice():
    """Return LibreOffice's program."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed: nothing to compare with")
    return program


@pytest.mark.benchmark(group=f"PDF of {BATCH} letters")
def test_plain(benchmark, soffice, tmp_path):
    """One LibreOffice process, one batch; filling the docx is not counted."""
    letter = docx.load(LETTER / "en.docx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"

    def filled():
        folder = tmp_path / f"batch-{next(NUMBERS)}"
        folder.mkdir()
        for n in range(BATCH):
            (folder / f"{n:02}.docx").write_bytes(letter.render(blanks()))
        return (folder,), {}

    def convert(folder: Path):
        files = [str(path) for path in sorted(folder.glob("*.docx"))]
        command = [soffice, "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), *files]
        subprocess.run(command, check=True, capture_output=True, timeout=300)  # noqa: S603 - our own arguments
        return folder

    folder = benchmark.pedantic(convert, setup=filled, rounds=3, warmup_rounds=1)
    assert len(list(folder.glob("*.pdf"))) == BATCH


@pytest.mark.benchmark(group=f"PDF of {BATCH} letters")
def test_kit(benchmark, tmp_path):
    """The same letters set as PDF/A-2a and written to disk, one after the other."""

    def filled():
        return ([blanks() for _ in range(BATCH)],), {}

    def write(letters):
        for n, values in enumerate(letters):
            made = typeset(LETTER / "en.typ", values, title="Letter", author="Alder", day=date(2026, 11, 21))
            (tmp_path / f"{n:02}.pdf").write_bytes(made)

    benchmark.pedantic(write, setup=filled, rounds=10, warmup_rounds=1)
    assert len(list(tmp_path.glob("*.pdf"))) == BATCH
