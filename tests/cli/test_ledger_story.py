"""The story of any account can be told, and its figures are the account's."""

from __future__ import annotations

import re
import sys
from decimal import Decimal
from pathlib import Path

from hypothesis import given, settings

from kit.cli.ledger_data import as_csv, as_json
from kit.cli.ledger_story import explain
from kit.cli.ledger_text import as_text
from kit.ledger.build import build_ledger

sys.path.insert(0, str(Path(__file__).parents[1] / "ledger"))
from test_ledger_properties import PROMISE, cases, days, terms


@settings(PROMISE, max_examples=60)
@given(case=cases(), terms=terms(), as_of=days)
def test_every_story_ends_with_what_is_owed(case, terms, as_of):
    """Whatever happened, the story of each invoice ends with the balance of its items, and its parts add up to it."""
    ledger = build_ledger(case, terms, as_of)

    for invoice in {item.invoice for item in ledger.items if item.invoice}:
        told = explain(ledger, invoice)
        last = next(line for line in reversed(told) if " that leaves " in line)
        sums = [Decimal(found.replace(",", "")) for found in re.findall(r"\$([\d,]+\.\d\d)", last)]
        owed = sum(item.balance for item in ledger.of(invoice))
        assert sums[-1] == owed
        assert len(sums) == 1 or sum(sums[:-1]) == owed


@settings(PROMISE, max_examples=60)
@given(case=cases(), terms=terms(), as_of=days)
def test_every_account_can_be_shown(case, terms, as_of):
    """Text, JSON and CSV hold the same account."""
    ledger = build_ledger(case, terms, as_of)
    text = as_text(ledger, case.debtor.name)

    assert f"{ledger.totals.total:,.2f}" in text
    assert f'"total": "{ledger.totals.total}"' in as_json(ledger)
    assert as_csv(ledger).count("\n") == len(ledger.postings) + 1
