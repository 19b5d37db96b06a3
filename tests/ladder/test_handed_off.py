"""While somebody else has the claim the ladder rests; `kit next` says who, since when, and what to do."""

from __future__ import annotations

from datetime import date

import pytest
from unpaid import coming, facts, made

from kit.ladder.handed_off import next_report, reports

AGENCY = {"to": "agency", "who": "Quay", "contingent_percent": "25"}
FACTOR = {"to": "factor", "who": "Harbor", "title": "sale", "recourse": "yes", "recourse_days": "90"}


def handed(terms, on="2026-06-01"):
    """Return the entry of a hand-off."""
    return {"event": "handed_off", "on": on, "terms": terms}


PLACED, SOLD = handed(AGENCY), handed(FACTOR)
CAME = {"event": "paid", "on": "2026-06-10", "id": "P-1", "amount": "400"}
ALL = {**CAME, "amount": "1000"}
SHARE = {"event": "commission", "on": "2026-06-10", "entry": "1", "amount": "100", "payment": "P-1"}
PASSED = {"event": "passed_on", "on": "2026-06-11", "entry": "1", "payment": "P-1", "amount": "400"}
BACK = {"event": "returned", "on": "2026-06-20", "entry": "1", "how": "recalled"}
FILED = {"event": "filed", "on": "2026-05-20", "number": "26-7"}


@pytest.mark.parametrize(
    ("events", "short", "said"),
    [
        ((PLACED,), "with agency", "The agency Quay has had"),
        ((PLACED,), "with agency", "Ask for a report on 2026-07-01"),
        ((handed({"to": "attorney", "who": "Marsh"}),), "with lawyer", "The lawyer Marsh has had"),
        ((PLACED, CAME), "tell them", "Payment P-1 came since: say so to Quay, and record its share"),
        ((PLACED, CAME, SHARE), "with agency", "letters rest"),
        ((PLACED, ALL, SHARE), "end hand-off", "nothing is owed: ask for the last report"),
        ((SOLD,), "sold", "was sold to Harbor on 2026-06-01: send nothing about it"),
        (
            (SOLD,),
            "sold",
            "It may be given back after 2026-08-30; then `kit log acme returned --entry 1 --how repurchased`",
        ),
        ((SOLD, CAME), "pass on", "$400.00 of P-1 is theirs: pass it on today"),
        ((SOLD, CAME, PASSED), "sold", "What still comes to you is theirs"),
        ((handed({"to": "attorney", "who": "Marsh"}, "2026-05-19"), FILED), "with lawyer", "letters rest"),
        ((SOLD, {"event": "closed", "on": "2026-06-25", "reason": "sold"}), "sold", "send nothing"),
    ],
)
def test_what_comes_next(events, short, said):
    """The taker, the day to ask, money to tell of or to pass on."""
    found = coming("2026-06-30", *events)

    assert found.short == short
    assert said in found.sentence
    assert found.waits


def test_papers_of_a_hand_off_are_sent_and_recorded_before_anything_else():
    """For some days after they were made; then they were forgotten or given up, and the ladder goes on."""
    papers = made("2026-06-28", "placement", document="handoff/placement", deal={"kind": "handoff", **AGENCY})
    found = coming("2026-06-30", papers)

    assert found.short == "hand off"
    assert "`kit log acme handed-off --made 1`" in found.sentence
    assert coming("2026-07-10", papers).short != "hand off"
    assert coming("2026-06-30", papers, handed(AGENCY, "2026-06-29") | {"made": 1}).short == "with agency"


def test_what_came_back_is_on_the_ladder_again():
    """A recall brings the steps back where they stood."""
    before, after = coming("2026-06-30"), coming("2026-06-30", PLACED, BACK)
    assert (after.short, after.sentence) == (before.short, before.sentence)


@pytest.mark.parametrize(
    ("day", "asked"),
    [
        ("2026-06-01", "2026-07-01"),
        ("2026-07-01", "2026-07-01"),
        ("2026-07-02", "2026-07-31"),
        ("2026-09-01", "2026-09-29"),
    ],
)
def test_reports_are_asked_for_every_thirty_days(day, asked):
    """After 30, 60, 90 days and on, on a business day, never in the past."""
    known = facts(day, PLACED)
    assert next_report(known.case, known.case.handed_off[0], date.fromisoformat(day)) == date.fromisoformat(asked)


def test_a_calendar_holds_three():
    """The first three days to ask stand in the calendar; a sale has none."""
    assert [str(day) for _, day in reports(facts("2026-06-02", PLACED).case)] == [
        "2026-07-01",
        "2026-07-31",
        "2026-08-31",
    ]
    assert not tuple(reports(facts("2026-06-02", SOLD).case))
