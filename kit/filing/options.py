"""What the user chose for a packet on the command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Options:
    """How a packet is made; ``most_bytes`` is the largest file that an e-filing system takes."""

    overrides: Mapping[str, str] = field(default_factory=dict)  # code to reason
    redact: bool = False
    pad_odd: bool = False
    most_bytes: int | None = None

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """What the record says was chosen."""
        said = {
            "redact": "yes" if self.redact else "",
            "pad_odd": "yes" if self.pad_odd else "",
            "most_bytes": str(self.most_bytes or ""),
        }
        return tuple((name, value) for name, value in said.items() if value)
