"""An account for programs and spreadsheets; amounts are text, so that no cent is lost on the way."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from kit.cli.findings_text import as_data
from kit.findings import Finding
from kit.ledger.account import Ledger, Posting
from kit.ledger.judgment_account import JudgmentPosting
from kit.model.agreement import Bucket
from kit.model.money import ZERO

COLUMNS = ("date", "kind", "ref", "invoice", "amount", *(bucket.value for bucket in Bucket), "held", "balance", "cite")


def as_json(ledger: Ledger, findings: Iterable[Finding] = ()) -> str:
    """Return the whole account as a JSON object."""
    whole = asdict(ledger)
    if ledger.judgment:
        whole["judgment"] |= {"total": ledger.judgment.total, "paid": ledger.judgment.paid}
    whole["findings"] = [as_data(finding) for finding in findings]
    return json.dumps(_plain(whole), indent=2, ensure_ascii=False)


def as_csv(ledger: Ledger) -> str:
    """Return the postings as comma-separated values, one line each, with the running balance."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_row(posting) for posting in ledger.postings)
    writer.writerows(_judgment_row(posting) for posting in (ledger.judgment.postings if ledger.judgment else ()))
    return out.getvalue()


def _row(posting: Posting) -> list[str]:
    sums = dict.fromkeys(Bucket, ZERO)
    for share in posting.shares:
        sums[share.bucket] += share.amount
    invoices = dict.fromkeys(share.invoice for share in posting.shares if share.invoice)
    known = (posting.on.isoformat(), posting.kind.value, posting.ref, " ".join(invoices), str(posting.amount))
    return [*known, *(str(amount) for amount in sums.values()), str(posting.held), str(posting.balance), posting.cite]


def _judgment_row(posting: JudgmentPosting) -> list[str]:
    """Return a line of the judgment's own account: it begins anew with the award."""
    sums = dict.fromkeys(Bucket, ZERO)
    for portion in posting.portions:
        sums[portion.bucket] += portion.amount
    known = (posting.on.isoformat(), f"judgment_{posting.act.value}", posting.ref, "", str(posting.amount))
    return [*known, *(str(amount) for amount in sums.values()), str(posting.held), str(posting.balance), posting.cite]


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
