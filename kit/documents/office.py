"""A user's own docx to PDF, by LibreOffice where there is one.

LibreOffice answers 0 for a file it could not read, and two runs in one profile
wait for each other: each run gets a profile of its own, and only a PDF that is
there counts.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

NAMES = ("soffice", "libreoffice", "soffice.exe")
PLACES = (
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
)
SECONDS = 120
FILTER = (
    'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"}}'
)


def office() -> str | None:
    """Return the program, or None where LibreOffice is not installed."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or next((str(path) for path in PLACES if path.is_file()), None)


def to_pdf(docx: bytes) -> bytes | None:
    """Return ``docx`` as PDF/A-2, or None where LibreOffice is missing or makes nothing of it."""
    program = office()
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "paper.docx").write_bytes(docx)
        command = [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            FILTER,
            "--outdir",
            name,
            str(folder / "paper.docx"),
        ]
        try:
            subprocess.run(command, check=False, capture_output=True, timeout=SECONDS)  # noqa: S603 - fixed words and our own file
        except (OSError, subprocess.TimeoutExpired):
            return None
        made = folder / "paper.pdf"
        return made.read_bytes() if made.is_file() and made.stat().st_size else None
