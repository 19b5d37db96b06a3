"""The days of a suit: counted by the court's rule, safe where we must act, late where we wait, never guessed."""

from __future__ import annotations

from datetime import date

import pytest
from judgment_cases import FILED, SERVED, judged, won
from paper_cases import Variant, facts_of, merged
from walked_cases import event

from kit.documents.calendar import calendar
from kit.documents.court_deadlines import court_days, court_deadlines
from kit.documents.deadlines import deadlines

SET = event("2026-09-02", "hearing", day="2026-10-26", at="09:30")
CALIFORNIA = {"forum": "us-ca", "debtor": {"address": {"city": "Oakland", "county": "Alameda", "state": "CA"}}}
TEXAS = {"forum": "us-tx", "debtor": {"address": {"city": "Waco", "county": "McLennan", "state": "TX"}}}
NEW_YORK = {"forum": "us-ny", "debtor": {"address": {"city": "Albany", "county": "Albany", "state": "NY"}}}


def known(*events, as_of="2026-09-15", **change):
    """Return the facts of a case with these events."""
    return facts_of(Variant(merged({}, change), (), tuple(events), date.fromisoformat(as_of)))


def days(facts):
    """Return each day by its kind; the last of a kind wins."""
    return {one.kind: str(one.day) for one in court_days(facts).days}


def test_without_a_filing_there_are_none():
    """A claim in no court has no day of a court."""
    assert court_days(known()) == court_days(known(FILED, event("2026-09-10", "dismissed")))
    assert not court_days(known()).days


def test_the_days_before_a_hearing():
    """Fifteen and twenty days to serve and five for the proof, counted back, on a working day."""
    found = court_days(known(FILED, SET)).days

    # October 26 less 20: October 6; less 15: Sunday October 11, so Friday the 9th; less 5: October 21
    assert [(one.kind, str(one.day)) for one in found] == [
        ("serve_by", "2026-10-06"),
        ("serve_by", "2026-10-09"),
        ("proof_by", "2026-10-21"),
        ("hearing", "2026-10-26"),
    ]
    assert all(one.source.startswith("Franklin Small Claims Rules") for one in found if one.kind != "hearing")
    assert "9:30" in found[-1].why


def test_what_is_done_needs_no_reminder():
    """Once the papers are served and the proof is filed, only the hearing is left."""
    assert list(days(known(FILED, SET, SERVED))) == ["hearing"]
    assert "proof_by" in days(known(FILED, SET, {key: SERVED[key] for key in ("on", "event", "how")}))


def test_each_defendant_is_served():
    """Where a guarantor is sued too, one service leaves the days to serve the other."""
    two = {"guarantors": [{"name": "Nora Reed", "kind": "individual", "sue": "yes"}]}
    other = SERVED | {"who": "Nora Reed"}

    assert "serve_by" in days(known(FILED, SET, SERVED, **two))
    assert "serve_by" in days(known(FILED, SET, SERVED, SERVED | {"on": "2026-09-09"}, **two))
    assert list(days(known(FILED, SET, SERVED, other, **two))) == ["hearing"]


def test_without_a_hearing_nothing_is_counted():
    """Days that count back from a hearing wait for its day, and that is said."""
    found = court_days(known(FILED))

    assert not found.days
    assert any("no hearing is on record" in said for said in found.unknown)


def test_the_answer_in_texas():
    """Fourteen days after service, and the day after a default can be asked for."""
    found = court_days(known(FILED, SERVED, **TEXAS))

    # September 8 and 14 days: September 22
    assert [(one.kind, str(one.day)) for one in found.days] == [("answer", "2026-09-22")]
    assert "From the day after, a default" in found.days[0].why


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        # 30 days from October 9: Sunday November 8, so Monday
        ({}, {"appeal_theirs": "2026-11-09", "collect_from": "2026-11-10", "judgment_interest": "2026-10-07"}),
        (CALIFORNIA, {"appeal_theirs": "2026-11-09", "collect_from": "2026-11-10", "judgment_interest": "2026-10-07"}),
        # 21 days from the entry for us: October 27; for them from the mailing on October 9: October 30
        (TEXAS, {"appeal_ours": "2026-10-27", "appeal_theirs": "2026-10-30", "collect_from": "2026-10-31"}),
        # 30 days for us: November 5; 35 days from the mailing for them: November 13
        (
            NEW_YORK,
            {
                "appeal_ours": "2026-11-05",
                "appeal_theirs": "2026-11-13",
                "collect_from": "2026-11-14",
                "judgment_interest": "2026-10-07",
            },
        ),
    ],
    ids=["franklin", "california", "texas", "new-york"],
)
def test_the_days_after_a_judgment(change, expected):
    """Each side's time to appeal, when the wait is over, and from when the judgment bears interest."""
    facts = facts_of(judged(won(mailed_on="2026-10-09"), as_of=date(2026, 10, 15), **change))

    assert days(facts) == expected


def test_a_plaintiff_without_appeal_is_told():
    """In California the plaintiff cannot appeal its own claim: no day, but a sentence."""
    found = court_days(facts_of(judged(won(), as_of=date(2026, 10, 15), **CALIFORNIA)))

    assert any("cannot appeal" in said for said in found.unknown)
    assert any("No day of mailing is on record" in one.why for one in found.days)


def test_how_long_it_holds_is_not_guessed():
    """Nobody researched renewal and expiry: the sheet says so and names no day."""
    found = court_days(facts_of(judged(won())))

    assert any("is not researched" in said for said in found.unknown)
    assert "renewal" not in {one.kind for one in found.days}


def test_an_unknown_court_has_no_day_but_its_hearing():
    """Where the law of the court is not at hand nothing is counted."""
    found = court_days(known(FILED, SET, forum="us-zz"))

    assert {one.kind for one in found.days} == {"hearing"}
    assert any("not on record" in said for said in found.unknown)


def test_they_join_the_calendar():
    """Days to come stand in the calendar file, and the last day to file no longer does."""
    facts = known(FILED, SET, as_of="2026-10-07")

    assert {one.kind for one in court_deadlines(facts)} == {"serve_by", "proof_by", "hearing"}
    kinds = [one.kind for one in deadlines(facts)]
    assert kinds.count("hearing") == 1
    assert "limitation" not in kinds
    assert b"hearing" in calendar(deadlines(facts), name="Days", as_of=facts.as_of)


def test_bystanders_read_no_debt():
    """Titles say neither debt nor court nor judgment."""
    variants = [known(FILED, SET), known(FILED, SERVED, **TEXAS), facts_of(judged(won()))]
    titles = {one.title for facts in variants for one in court_days(facts).days}

    assert titles
    assert not [
        one for one in titles if any(word in one for word in ("pay", "debt", "owe", "sue", "judgment", "appeal"))
    ]
