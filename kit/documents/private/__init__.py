"""Private data on the pages of a PDF: found, named without repeating it, and blacked out in a copy."""

from __future__ import annotations

from kit.documents.private.black_out import redact
from kit.documents.private.found import PrivateData, PrivateKind, Scan
from kit.documents.private.ocr import find_engine
from kit.documents.private.search import scan

__all__ = ["PrivateData", "PrivateKind", "Scan", "find_engine", "redact", "scan"]
