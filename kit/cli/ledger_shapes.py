"""The account in the form that was asked for."""

from __future__ import annotations

from collections.abc import Sequence

from kit.cli.ledger_data import as_csv, as_json
from kit.cli.ledger_story import explain
from kit.cli.ledger_text import as_text
from kit.findings import Finding
from kit.ledger.account import Ledger


def shaped(ledger: Ledger, findings: Sequence[Finding], debtor: str, shape: str, invoice: str | None) -> str:
    """Return ``ledger`` as `text`, `json` or `csv`, or the story of one invoice, without the last line end."""
    if invoice:
        return "\n".join(explain(ledger, invoice))
    if shape == "json":
        return as_json(ledger, findings)
    return as_csv(ledger).rstrip("\n") if shape == "csv" else as_text(ledger, debtor)
