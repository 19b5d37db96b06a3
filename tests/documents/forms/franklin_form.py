"""A form of the State of Franklin, which no court hands out: its blanks and what the kit knows of it."""

from __future__ import annotations

import hashlib
from functools import cache

import pikepdf
from sample_forms import Sample

from kit.model.form import CourtForm, FieldRow

NAMES = ("Plaintiff", "Defendant", "Amount")


@cache
def blank(*names: str) -> bytes:
    """Return a form with a text field of each name."""
    sample = Sample()
    for name in names or NAMES:
        sample.text(name, TU=pikepdf.String(name))
    return sample.bytes()


def form(mapped: bytes, **more) -> CourtForm:
    """Return the form as it was mapped on the file ``mapped``."""
    said = {
        "number": "F-100",
        "title": "Statement of a small claim",
        "court": "overton-small-claims",
        "revision": "January 1, 2026",
        "url": "https://courts.franklin.example/f100.pdf",
        "sha256": hashlib.sha256(mapped).hexdigest(),
        "pages": 1,
        "forum": "us",
        "answers": "small-claims",
        "id": "us/f-100",
        "folder": "forms/us/f-100",
        "fields": (
            FieldRow(field="Plaintiff", blank="plaintiffs[0].name"),
            FieldRow(field="Defendant", blank="defendants[0].name"),
            FieldRow(field="Amount", blank="claim.amount"),
        ),
    }
    return CourtForm(**said | more)
