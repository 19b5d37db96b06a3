"""What the user asked for besides the case: which paper, of what, until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Request:
    """One paper to be made."""

    document: str
    step: str = ""
    invoice: str = ""
    pay_by: date | None = None
