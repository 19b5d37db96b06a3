"""The memo of a credit: numbers from the ledger, the reason as recorded, and nothing asked for."""

from datetime import date
from pathlib import Path

import pytest
from settle_cases import run, written

from kit.documents.contexts.request import Request
from kit.model.document_ids import CREDIT_MEMO
from kit.pipeline import make


@pytest.fixture
def acme(tmp_path, monkeypatch):
    """Return the case's folder, from where the commands are typed."""
    monkeypatch.chdir(tmp_path)
    return written(tmp_path)


def memo(folder, on, **wanted):
    """Return the memo's blanks."""
    return make(folder, Request(CREDIT_MEMO, **wanted), as_of=on).paper.blanks


def test_the_memo_adds_up(acme):
    """From the invoice over credits and payments to what is open of it."""
    run("log acme disputed --invoice INV-1 --amount 500 --on 2026-05-01")
    run("log acme paid --amount 1,000 --invoice INV-1 --on 2026-05-02")
    said = run(["log", "acme", "adjusted", *"--invoice INV-1 --how credit --amount 250".split(), "--note", "Two torn"])
    assert "`kit statement acme --credit C-1`" in said
    run("log acme adjusted --invoice INV-1 --how scope --amount 100")
    first, newest = memo(acme, date(2026, 6, 10), credit="C-1"), memo(acme, date(2026, 6, 10))
    assert [(one.what, one.amount) for one in first.sums] == [
        ("Invoice INV-1", "$4,800.00"),
        ("Other credits", "−$100.00"),
        ("Credit C-1", "−$250.00"),
        ("Paid on the invoice", "−$1,000.00"),
    ]
    assert first.balance == "$3,450.00"
    assert (first.reason, newest.reason) == ("Two torn", "The scope, agreed anew")
    assert "what you objected to on this invoice is settled" in first.remarks[0].text


@pytest.mark.parametrize(
    ("before", "words", "why"),
    [
        ([], "C-1", "the case has no credit"),
        (
            ["log acme adjusted --invoice INV-1 --how credit --amount 5"],
            "C-2",
            "Did you mean C-1?",
        ),
        (["log acme adjusted --invoice INV-1 --how redone"], "C-1", "the case has no credit"),
    ],
)
@pytest.mark.usefixtures("acme")
def test_a_memo_of_nothing_is_refused(before, words, why):
    """Work that was done again gives nothing up, and an unknown number is answered with the nearest."""
    for one in before:
        run(one)
    assert why in run(f"statement acme --credit {words}", code=1)


@pytest.mark.usefixtures("acme")
def test_a_dispute_that_goes_on_is_not_called_settled():
    """A credit in part, with `--still-disputed`, leaves the rest of the objection open."""
    run("log acme disputed --invoice INV-1 --amount 500 --on 2026-05-01")
    run("log acme adjusted --invoice INV-1 --how credit --amount 250 --still-disputed")
    assert "stays open between us" in memo(Path("acme"), date(2026, 6, 10)).remarks[0].text


def test_no_memo_once_the_debtor_is_in_bankruptcy(tmp_path, monkeypatch):
    """A paper about the account goes to nobody while the stay holds."""
    monkeypatch.chdir(tmp_path)
    filed = "bankruptcy: {chapter: 7, petition_on: 2026-06-01, court: D. Franklin, number: 26-1}\n"
    more = f"credits:\n  - {{id: C-1, on: 2026-05-01, invoice: INV-1, amount: 50.00}}\n{filed}"
    written(tmp_path, more=more)
    assert "stop[K7" in run("statement acme --credit C-1", code=1)
