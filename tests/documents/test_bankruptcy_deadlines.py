"""The days of a bankruptcy in the calendar: on their safe day, with how they were counted."""

from __future__ import annotations

from datetime import date

import pytest
from icalendar import Calendar
from paper_cases import Variant, facts_of, merged
from walked_cases import event

from kit.documents.calendar import calendar
from kit.documents.deadlines import deadlines

FILED = {"petition_on": "2026-09-15", "chapter": "7", "court_state": "NY", "meeting_on": "2026-10-20"}
PERSON = {"debtor": {"kind": "individual", "name": "Pat Moss"}}


def known(*events, as_of="2026-09-20", **change):
    """Return the facts of a case with these events."""
    return facts_of(Variant(merged({}, change), (), tuple(events), date.fromisoformat(as_of)))


def days(facts, *kinds):
    """Return the days of these kinds, all where none is named."""
    return [(one.kind, str(one.day)) for one in deadlines(facts) if not kinds or one.kind in kinds]


def the(facts, kind):
    """Return the only day of a kind."""
    (found,) = [one for one in deadlines(facts) if one.kind == kind]
    return found


def test_the_claim_stands_on_its_day():
    """70 days after the petition, with who must have it by then and how it was counted."""
    one = the(known(bankruptcy=FILED), "claim")

    assert str(one.day) == "2026-11-24"
    assert "must have reached the clerk of the bankruptcy court by November 24, 2026" in one.why
    assert "Counted: 70 days after the petition, from September 15, 2026: November 24, 2026." in one.why
    assert one.source.startswith("Fed. R. Bankr. P. 3002(c), read ")
    assert one.ahead[0] == 30


def test_the_safe_day_is_kept():
    """A last day on Thanksgiving moves to Friday; the calendar holds Wednesday, and Friday once that is past."""
    filed = {**FILED, "petition_on": "2026-09-17"}
    early, late = the(known(bankruptcy=filed), "claim"), the(known(bankruptcy=filed, as_of="2026-11-26"), "claim")

    assert (str(early.day), str(late.day)) == ("2026-11-25", "2026-11-27")
    assert "November 26, 2026, Thanksgiving" in early.why
    assert "The rule moves it to November 27, 2026; the safe day is kept here." in early.why


def test_the_claims_agent_and_the_notice():
    """The notice's own date goes first, and the claim goes to whoever the court named."""
    agent = {"name": "Blue Claims Agent LLC"}
    one = the(known(bankruptcy={**FILED, "chapter": "11", "claims_agent": agent, "bar_date": "2026-12-06"}), "claim")

    assert str(one.day) == "2026-12-04"
    assert "must have reached Blue Claims Agent LLC" in one.why
    assert "names December 6, 2026, a Sunday. A day that the court names is not moved." in one.why


def test_a_difference_stands_beside_the_day():
    """Where the notice and the rule differ, the calendar says both."""
    one = the(known(bankruptcy={**FILED, "bar_date": "2026-12-04"}), "claim")

    assert str(one.day) == "2026-12-04"
    assert "In doubt: `bar_date` says 2026-12-04, and 70 days after the petition is 2026-11-24." in one.why


def test_a_filed_claim_needs_no_reminder():
    """Once a claim is on record its day is gone from the calendar."""
    assert not days(known(bankruptcy={**FILED, "claims": [{"on": "2026-09-18"}]}), "claim")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"bankruptcy": {**FILED, "dismissed_on": "2026-09-19"}}, id="dismissed"),
        pytest.param({"bankruptcy": {**FILED, "spouse_only": "yes"}}, id="the-spouse-alone-filed"),
        pytest.param({"bankruptcy": {**FILED, "petition_on": "2026-09-21"}}, id="not-yet-filed"),
        pytest.param({"bankruptcy": {**FILED, "no_asset_notice_on": "2026-09-18"}}, id="nothing-to-share-out"),
        pytest.param({}, id="no-bankruptcy"),
    ],
)
def test_no_claim_no_day(change):
    """Where no claim is due the calendar has none."""
    assert not days(known(**change), "claim", "complaint", "reclamation")


def test_suits_over_the_discharge_concern_persons():
    """A person's discharge may be contested for 60 days after the first date of the meeting; a company has none."""
    person, company = known(bankruptcy=FILED, **PERSON), known(bankruptcy=FILED)

    assert not days(company, "complaint")
    assert str(the(person, "complaint").day) == "2026-12-18"  # 60 days end on Saturday, December 19
    assert "fraud, theft or malice" in the(person, "complaint").why


def test_the_meeting_of_creditors():
    """Its day is there until the case ends."""
    assert str(the(known(bankruptcy=FILED), "meeting").day) == "2026-10-20"
    assert not days(known(bankruptcy={**FILED, "dismissed_on": "2026-09-19"}), "meeting")


def test_what_may_not_be_asked_for_has_no_day():
    """Promised days and the time to sue leave the calendar with the petition; a dismissal brings them back."""
    promise = event("2026-09-10", "promised", by="2026-09-30", amount="100")
    before = days(known(promise, as_of="2026-09-12"), "promise", "limitation")
    frozen = days(known(promise, bankruptcy=FILED), "promise", "limitation")
    lifted = days(known(promise, bankruptcy={**FILED, "dismissed_on": "2026-09-19"}), "promise", "limitation")

    assert ("promise", "2026-09-30") in before
    assert frozen == []
    assert ("promise", "2026-09-30") in lifted


def test_goods_may_be_asked_back():
    """Goods of the weeks before the petition: the demand is due within 20 days after it, or sooner to be safe."""
    goods = {
        "work": {"kind": "goods"},
        "invoices": [
            {
                "id": "G-1",
                "issued_on": "2026-09-01",
                "due_on": "2026-10-01",
                "delivered_on": "2026-09-01",
                "lines": [{"text": "Paper", "quantity": "10", "unit": "box", "unit_price": "40"}],
            }
        ],
    }
    found = [one for one in deadlines(known(bankruptcy=FILED, **goods)) if one.kind == "reclamation"]

    assert [str(one.day) for one in found] == ["2026-10-05"]
    assert "reached the debtor on September 1, 2026" in found[0].why


def test_another_insolvency_has_its_claim_day():
    """An assignee's notice names a day; the calendar holds it."""
    seen = {"kind": "assignment", "on": "2026-09-01", "who": "Dale Reeve, assignee", "claims_by": "2026-12-01"}
    one = the(known(insolvency=seen), "claim")

    assert str(one.day) == "2026-12-01"
    assert "must have reached Dale Reeve, assignee by this day: the notice names it." in one.why


def test_the_calendar_file_takes_them():
    """The file names no debt in its titles and reminds a month ahead."""
    facts = known(bankruptcy=FILED, **PERSON)
    read = Calendar.from_ical(calendar(deadlines(facts), name="Deadlines", as_of=facts.as_of))

    titles = [str(one["summary"]) for one in read.walk("VEVENT")]
    assert any("claim with the court" in title for title in titles)
    assert not any("bankrupt" in title.lower() or "debt" in title.lower() for title in titles)
