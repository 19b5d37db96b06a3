"""Once a claim is in court the ladder rests, and what comes next is the court's."""

from __future__ import annotations

import pytest
from unpaid import BILL, WALKED, coming, facts, made

from kit.checks.court_stage import check_court_stage
from kit.model.document import Document

FILED = {"event": "filed", "on": "2026-05-20", "number": "26-7"}
SERVED = {"event": "served", "on": "2026-05-25"}
SET = {"event": "hearing", "on": "2026-05-21", "day": "2026-06-20"}
HELD = {"event": "hearing", "on": "2026-06-20", "day": "2026-06-20", "held": "yes"}
WON = {"event": "judgment", "on": "2026-06-20", "principal": "1000", "costs": "60"}
APPEAL = {"event": "appealed", "on": "2026-06-25", "by": "debtor"}
PAID = {"event": "paid", "on": "2026-06-28", "id": "P-1", "amount": "1060"}


@pytest.mark.parametrize(
    ("events", "short", "said"),
    [
        ((), "thirty-day", "day"),
        ((FILED,), "serve", "case 26-7; letters rest. Have the papers served"),
        ((FILED, SERVED), "in court", "Record the hearing or the judgment"),
        ((FILED, SET, SERVED), "in court", "The hearing was set for 2026-06-20; record what came of it"),
        ((FILED, SERVED, HELD), "in court", "record the decision"),
        ((FILED, WON), "judgment", "$1,060.00 is owed on it"),
        ((FILED, WON, APPEAL), "appealed", "The debtor appealed on 2026-06-25"),
        ((FILED, WON, PAID), "file satisfaction", "kit judgment acme satisfaction"),
        ((FILED, WON, PAID, {"event": "satisfied", "on": "2026-06-29"}), "satisfied", "the court was told"),
        ((FILED, {"event": "judgment", "on": "2026-06-20", "winner": "debtor"}), "lost", "ask for nothing"),
        ((FILED, {"event": "dismissed", "on": "2026-06-20", "with_prejudice": "yes"}), "dismissed", "for good"),
    ],
    ids=lambda value: value if isinstance(value, str) and " " not in value else "",
)
def test_what_comes_next(events, short, said):
    """Every stage of a suit has its own sentence; none of them asks for the old sum."""
    found = coming("2026-06-30", *(events or WALKED[:1]))

    assert said in found.sentence
    assert not events or (found.short, found.ahead, found.waits) == (short, None, True)


def test_a_hearing_to_come_is_the_day():
    """Until the hearing the case waits for its day."""
    found = coming("2026-06-01", FILED, SERVED, SET)

    assert (found.short, str(found.on)) == ("hearing", "2026-06-20")


def test_a_letter_on_its_way_is_waited_for():
    """While our own letter about the judgment gives the debtor time, nothing new is due."""
    paper = {**made("2026-06-22", "judgment-demand", "2026-07-06"), "step": None}
    gone = {"event": "sent", "on": "2026-06-22", "made": 3}

    assert coming("2026-07-06", FILED, WON, paper, gone).short == "pay by"
    assert coming("2026-07-07", FILED, WON, paper, gone).short == "judgment"


def test_a_claim_withdrawn_climbs_again():
    """A dismissal that allows another claim gives the case back to its ladder."""
    found = coming("2026-06-30", FILED, {"event": "dismissed", "on": "2026-06-10"})

    assert found.ahead is not None


DEMAND = Document(id="letters/final-demand", title="Final demand", kind="collection", context="final_demand")


def paper(name):
    """Return one of the judgment's own papers."""
    return Document(id=name, title="x", kind="court" if name.startswith("court") else "collection", context="x")


@pytest.mark.parametrize(
    ("document", "events", "said"),
    [
        (DEMAND, (), []),
        (DEMAND, (FILED,), ["the claim is in court since 2026-05-20; letters rest"]),
        (DEMAND, (FILED, WON), ["the court decided on 2026-06-20"]),
        (paper("letters/judgment-demand"), (FILED,), ["no judgment for the creditor"]),
        (paper("letters/judgment-demand"), (FILED, WON), []),
        (paper("letters/judgment-demand"), (FILED, WON, APPEAL), ["the debtor appealed on 2026-06-25"]),
        (paper("letters/judgment-plan"), (FILED, WON, PAID), ["the judgment is paid"]),
        (paper("court/satisfaction"), (FILED, WON), ["the judgment is not paid: $1,060.00 is open"]),
        (paper("court/satisfaction"), (FILED, WON, PAID), []),
        (paper("court/asset-questions"), (FILED, WON), []),
        (paper("court/default-data"), (FILED,), ["no service on the debtor is on record"]),
        (paper("court/default-data"), (FILED, SERVED), []),
        (paper("court/default-data"), (FILED, SERVED, WON), ["the suit ended on 2026-06-20"]),
    ],
    ids=lambda value: value.id if isinstance(value, Document) else "",
)
def test_a_paper_has_its_time(document, events, said):
    """Each paper goes out at its stage of the suit, and at no other."""
    found = [one for one in check_court_stage(facts("2026-06-30", *events), document) if one.stops]

    assert len(found) == len(said)
    assert all(words in one.message for words, one in zip(said, found, strict=True))


def test_new_work_is_named():
    """A bill written after the judgment is no part of it, and a finding says so."""
    later = {**BILL, "id": "INV-2", "issued_on": "2026-06-25", "due_on": "2026-07-25"}
    known = facts("2026-06-30", FILED, WON, invoices=[BILL, later])

    assert "K696" in [one.code for one in known.ledger.findings]
    assert str(known.ledger.owed) == "1060.00"
