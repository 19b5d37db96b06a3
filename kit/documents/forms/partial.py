"""A download under way: its bytes so far, and what the server said of the file they belong to.

The bytes lie under a name of their own, never the finished file's, so that a
killed download leaves nothing that looks whole. They are taken up again only
where the server proves that its file is still the same one.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from kit.journal import disk


@dataclass(frozen=True, slots=True)
class Served:
    """What the server said of its file; empty text is nothing said."""

    url: str
    etag: str = ""
    modified: str = ""
    total: int = 0  # bytes, 0 where it was not said

    @property
    def validator(self) -> str:
        """What `If-Range` takes: a strong tag, else the day of the last change."""
        return self.etag if self.etag and not self.etag.startswith("W/") else self.modified


@dataclass(frozen=True, slots=True)
class Partial:
    """The two files of a download under way in ``folder``."""

    folder: Path
    url: str

    @property
    def bytes_path(self) -> Path:
        """Where the bytes so far lie."""
        return self.folder / f".partial-{hashlib.sha256(self.url.encode()).hexdigest()[:16]}"

    @property
    def note_path(self) -> Path:
        """Where it is noted what file they belong to."""
        return self.bytes_path.with_suffix(".json")

    def resumable(self, largest: int) -> tuple[bytes, Served | None]:
        """Return the bytes so far and whose they are; none where nothing proves what they belong to."""
        try:
            served = Served(**json.loads(self.note_path.read_text(encoding="utf-8")))
            data = self.bytes_path.read_bytes()
        except (OSError, ValueError, TypeError):
            return b"", None
        if served.url != self.url or not served.validator or not 0 < len(data) <= largest:
            return b"", None
        return data, served

    def begin(self, served: Served) -> None:
        """Note whose bytes are coming, and start with none."""
        self.forget()
        self.folder.mkdir(parents=True, exist_ok=True)
        disk.replace(self.note_path, json.dumps(asdict(served)).encode())
        self.bytes_path.touch()

    def forget(self) -> None:
        """Remove both files."""
        for path in (self.bytes_path, self.note_path):
            with contextlib.suppress(OSError):
                path.unlink()
