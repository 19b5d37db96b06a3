"""A case in the State of Franklin that is ready to be filed, with exhibits of several kinds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from packet_suit import MORE, pdf_of
from PIL import Image

from kit import pipeline
from kit.documents.contexts.request import Request
from kit.journal import append
from kit.model.paper_event import Sent


@pytest.fixture
def suit(case: Path) -> Path:
    """Return a case whose demand went out and whose time to pay is over, with three exhibits."""
    text = (case / "case.yaml").read_text("utf-8")
    text = text.replace("    due_on: 2026-02-01\n", "    due_on: 2026-02-01\n    delivered_on: 2025-12-20\n")
    (case / "case.yaml").write_text(text + MORE, "utf-8")
    shown = case / "exhibits"
    shown.mkdir()
    (shown / "agreement.pdf").write_bytes(pdf_of())
    (shown / "delivery.txt").write_text("Received 40 catalogues, in good order.\nPat Moss\n", "utf-8")
    Image.new("RGB", (640, 480), "steelblue").save(shown / "proof.png")
    kit = case.parent / "kit.yaml"
    kit.write_text(kit.read_text("utf-8").replace("  kind: llc\n", "  kind: llc\n  good_standing: yes\n"), "utf-8")
    made = pipeline.make(case, Request("letters/final-demand"), as_of=date(2026, 4, 1)).outcome.made
    went = {
        "event": "sent",
        "made": made.n,
        "document": made.document,
        "channel": "mail",
        "certified": "9407 1118 9956",
    }
    append(case, lambda journal: Sent(n=journal.next_number, on=date(2026, 4, 1), **went))
    return case
