"""The account in the form that was asked for."""

from __future__ import annotations

import json
from collections.abc import Sequence

from kit.cli.ledger_data import as_csv, as_json
from kit.cli.ledger_story import explain
from kit.cli.ledger_text import as_text
from kit.findings import Finding, KitError
from kit.ledger.account import Ledger


def shaped(ledger: Ledger, findings: Sequence[Finding], debtor: str, shape: str, invoice: str | None) -> str:
    """Return ``ledger`` as `text`, `json` or `csv`, or the story of one invoice, without the last line end.

    Raises `KitError` for an invoice that is not on the account, and for a story as `csv`.
    """
    if invoice:
        return _story(ledger, invoice, shape)
    if shape == "json":
        return as_json(ledger, findings)
    return as_csv(ledger).rstrip("\n") if shape == "csv" else as_text(ledger, debtor)


def _story(ledger: Ledger, invoice: str, shape: str) -> str:
    if shape == "csv":
        raise KitError("a story has no columns; leave out `--format csv`, or ask for `--format json`")
    sentences = explain(ledger, invoice)
    if shape == "json":
        return json.dumps({"invoice": invoice, "sentences": sentences}, indent=2, ensure_ascii=False)
    return "\n".join(sentences)
