"""A case with one unpaid bill, and what happened to it, without any file but the ladders'."""

from __future__ import annotations

from datetime import date

from kit.facts import Facts
from kit.journal import Journal, fold
from kit.journal.file import Entry
from kit.ladder.standing import Next, next_for
from kit.ledger.judgment import judged
from kit.ledger.terms import Terms
from kit.load.ladder_file import load_ladder
from kit.model.case import CaseFile
from kit.model.event import EVENT
from kit.model.ladder import Ladder

BILL = {
    "id": "INV-1",
    "issued_on": "2026-01-02",
    "due_on": "2026-02-01",
    "lines": [{"text": "x", "unit_price": "1000"}],
}
LATER = {**BILL, "id": "INV-2", "issued_on": "2026-03-01", "due_on": "2026-03-31"}
DEBTOR = {"name": "Late Paper Supply Inc.", "kind": "corporation"}
STANDARD = load_ladder("standard")


def facts(as_of: str, *events: dict[str, object], terms: Terms | None = None, **more: object) -> Facts:
    """Return everything known of the case on a day; each event is its word and keys, numbered here."""
    file = CaseFile.model_validate({"format": "1", "debtor": DEBTOR, "invoices": [BILL]} | more)
    entries = tuple(Entry(EVENT.validate_python({"n": n, **event})) for n, event in enumerate(events, 1))
    on = date.fromisoformat(as_of)
    case = fold(file, Journal("journal.yaml", entries), on, id="acme")
    return Facts(case, on, None, None, None, terms or Terms(), judged(case, terms or Terms(), on, None)[0])


def coming(as_of: str, *events: dict[str, object], ladder: Ladder | None = STANDARD, **more: object) -> Next:
    """Return what comes next for the case on a day."""
    return next_for(facts(as_of, *events, **more), ladder, "acme")


def sent(on: str, step: str, **more: object) -> dict[str, object]:
    """Return the entry for a letter of one's own that went out for a step."""
    return {"event": "sent", "on": on, "step": step, **more}


def made(on: str, step: str, pay_by: str | None = None, **more: object) -> dict[str, object]:
    """Return the entry for a letter that the kit made."""
    paper = {"document": f"letters/{step}", "step": step, "files": [], "inputs": "a", "record": "r"}
    return {"event": "made", "on": on, **paper, **({"pay_by": pay_by} if pay_by else {}), **more}


def checked(on: str) -> dict[str, object]:
    """Return the entry for one's own books looked at."""
    return {"event": "checked", "on": on, "step": "own-books"}


WALKED = (  # up to the 30-day letter, with letters of one's own
    checked("2026-02-02"),
    sent("2026-02-02", "friendly-reminder"),
    sent("2026-02-09", "invoice-again"),
    sent("2026-02-18", "second-reminder"),
    sent("2026-03-03", "thirty-day"),
)
