"""The days of a bankruptcy: by the rules, by the notice, and as courts named them in published cases."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from franklin import FEDERAL, case_of, codes, creditor, day, debtor, facts_of, invoice, the
from hypothesis import given
from hypothesis import strategies as st

from kit.checks.bankruptcy_days import case_days, check_bankruptcy_days, days_of, deadlines
from kit.checks.case_deadline import CaseDays, DeadlineKind
from kit.checks.run import run_checks
from kit.model.bankruptcy import Bankruptcy
from kit.model.business_days import day_off, is_business_day
from kit.model.law_words import Confidence

CLAIM, COMPLAINT = DeadlineKind.CLAIM, DeadlineKind.COMPLAINT
PETITION = "2026-06-05"  # 70 days later is Friday, August 14


def asked(as_of: str = "", **facts) -> CaseDays:
    """Return the days of a bankruptcy as its notices tell it, on the day of the petition where none is given."""
    who = {key: facts.pop(key) for key in ("government", "natural_person") if key in facts}
    filed = Bankruptcy.model_validate({"petition_on": PETITION, "chapter": "7", **facts})
    return days_of(filed, FEDERAL, day(as_of) if as_of else filed.petition_on, **who)


def claim(as_of: str = "", **facts) -> tuple[str, str, str] | None:
    """Return the last day for a claim as counted, as moved, and the safe day; None where there is none."""
    found = asked(as_of, **facts).of(CLAIM)
    return (str(found.last), str(found.moved), str(found.safe)) if found else None


# What courts named, with the opinion or register in which it is read.
PUBLISHED = [
    pytest.param(
        {"petition_on": "2018-05-04", "chapter": "13", "court_state": "WI"},
        (CLAIM, "2018-07-13", "2018-07-13"),
        id="In re Morgan, No. 18-24459 (Bankr. E.D. Wis. Feb. 11, 2019)",
    ),
    pytest.param(  # the seventieth day was a Saturday
        {"petition_on": "2019-12-14", "court_state": "MA"},
        (CLAIM, "2020-02-22", "2020-02-24"),
        id="In re MPAC Home Improvement & Constr., LLC, No. 19-41940 (Bankr. D. Mass. May 3, 2021)",
    ),
    pytest.param(
        {"petition_on": "2026-06-05", "court_state": "MA"},
        (CLAIM, "2026-08-14", "2026-08-14"),
        id="Register of No. 26-11334 (Bankr. D. Mass.), claims of everybody",
    ),
    pytest.param(
        {"petition_on": "2026-06-05", "court_state": "MA", "government": True},
        (CLAIM, "2026-12-02", "2026-12-02"),
        id="Register of No. 26-11334 (Bankr. D. Mass.), claims of governmental units",
    ),
    pytest.param(  # under the rule before 2017-12-01, 90 days after the meeting
        {"petition_on": "1996-06-25", "chapter": "13", "meeting_on": "1996-07-25", "court_state": "AL"},
        (CLAIM, "1996-10-23", "1996-10-23"),
        id="In re Ford, No. 96-41806 (Bankr. N.D. Ala. 1997)",
    ),
    pytest.param(  # converted; the ninetieth day was the Birthday of Martin Luther King, Jr.
        {
            "petition_on": "1992-10-05",
            "chapter": "11",
            "converted": [{"on": "1993-07-29", "to": "7"}],
            "meeting_on": "1993-10-19",
            "court_state": "CA",
            "as_of": "1993-11-01",
        },
        (CLAIM, "1994-01-17", "1994-01-18"),
        id="In re Edelman, 237 B.R. 146 (B.A.P. 9th Cir. 1999)",
    ),
    pytest.param(  # the clerk's notice that there was something to share out
        {
            "petition_on": "1991-08-16",
            "no_asset_notice_on": "1991-08-19",
            "asset_notice_on": "1991-10-24",
            "court_state": "GA",
            "as_of": "1991-11-01",
        },
        (CLAIM, "1992-01-22", "1992-01-22"),
        id="In re Osman, 164 B.R. 709 (Bankr. S.D. Ga. 1993)",
    ),
    pytest.param(
        {"petition_on": "1990-01-30", "meeting_on": "1990-03-09", "court_state": "CA"},
        (COMPLAINT, "1990-05-08", "1990-05-08"),
        id="In re Gordon, 988 F.2d 1000 (9th Cir. 1993)",
    ),
    pytest.param(  # the sixtieth day was a Saturday
        {"petition_on": "1991-04-15", "meeting_on": "1991-05-21", "court_state": "LA"},
        (COMPLAINT, "1991-07-20", "1991-07-22"),
        id="In re Little, 161 B.R. 164 (Bankr. E.D. La. 1993)",
    ),
    pytest.param(
        {"petition_on": "2004-10-22", "meeting_on": "2004-11-29", "court_state": "IA"},
        (COMPLAINT, "2005-01-28", "2005-01-28"),
        id="In re Heeren, No. 04-04127 (Bankr. N.D. Iowa May 16, 2005)",
    ),
    pytest.param(  # the meeting was put off by two weeks; the day stayed
        {"petition_on": "2012-02-29", "meeting_on": "2012-04-09", "court_state": "VA"},
        (COMPLAINT, "2012-06-08", "2012-06-08"),
        id="In re Kercsmar, No. 12-11309 (Bankr. E.D. Va. Sept. 12, 2012)",
    ),
]


@pytest.mark.parametrize(("case", "named"), PUBLISHED)
def test_what_courts_named(case, named):
    """The day is the one that the court's own notice or opinion named."""
    kind, last, moved = named

    found = asked(case.pop("as_of", ""), **case).of(kind)

    assert found is not None
    assert (str(found.last), str(found.moved)) == (last, moved)


def test_a_notice_that_names_a_sunday_is_kept_as_it_is():
    """Only days that must be computed move; the safe day is the Friday (In re Pangaro, 567 B.R. 878 (2017))."""
    found = asked("2015-12-01", petition_on="2015-09-15", chapter="13", bar_date="2016-01-17").of(CLAIM)

    assert (str(found.last), str(found.moved), str(found.safe)) == ("2016-01-17", "2016-01-17", "2016-01-15")
    assert found.from_notice
    assert found.off == "a Sunday"


@pytest.mark.parametrize(
    ("last", "moved", "safe"),
    [
        pytest.param("2026-07-02", "2026-07-02", "2026-07-02", id="thursday"),
        pytest.param("2026-07-03", "2026-07-06", "2026-07-02", id="friday-on-which-july-4-is-observed"),
        pytest.param("2026-07-04", "2026-07-06", "2026-07-02", id="saturday"),
        pytest.param("2026-07-05", "2026-07-06", "2026-07-02", id="sunday"),
        pytest.param("2026-07-06", "2026-07-06", "2026-07-06", id="monday"),
        pytest.param("2026-11-26", "2026-11-27", "2026-11-25", id="thanksgiving"),
        pytest.param("2026-06-19", "2026-06-22", "2026-06-18", id="juneteenth-before-a-weekend"),
    ],
)
def test_both_sides_of_days_of_rest(last, moved, safe):
    """A last day moves over weekends and federal holidays; the safe day lies before them."""
    petition = str(day(last) - timedelta(days=70))

    assert claim(petition_on=petition, court_state="NY") == (last, moved, safe)


@pytest.mark.parametrize(
    ("state", "moved", "confidence"),
    [
        pytest.param("MA", "2026-04-21", Confidence.MEDIUM, id="patriots-day"),
        pytest.param("NY", "2026-04-20", Confidence.HIGH, id="none-there"),
        pytest.param(None, "2026-04-20", Confidence.HIGH, id="state-not-on-record"),
    ],
)
def test_holidays_of_the_courts_state(state, moved, confidence):
    """A holiday of the court's own state moves the day too (Rule 9006(a)(6)(C)), with less confidence."""
    found = asked(petition_on="2026-02-09", court_state=state).of(CLAIM)

    assert (str(found.last), str(found.moved), found.confidence) == ("2026-04-20", moved, confidence)


@pytest.mark.parametrize(
    ("facts", "last"),
    [
        pytest.param({"petition_on": "2017-11-30", "meeting_on": "2018-01-09"}, "2018-04-09", id="day-before"),
        pytest.param({"petition_on": "2017-12-01", "meeting_on": "2018-01-09"}, "2018-02-09", id="day-of-it"),
    ],
)
def test_both_sides_of_the_rule_of_2017(facts, last):
    """Until 2017-11-30 90 days ran from the meeting, since then 70 from the order for relief."""
    assert claim(**facts)[0] == last


@pytest.mark.parametrize(
    ("facts", "last"),
    [
        pytest.param({"chapter": "7"}, "2026-08-14", id="7"),
        pytest.param({"chapter": "12"}, "2026-08-14", id="12"),
        pytest.param({"chapter": "13"}, "2026-08-14", id="13"),
        pytest.param({"chapter": "7", "government": True}, "2026-12-02", id="7-government"),
        pytest.param({"chapter": "13", "government": True}, "2026-12-02", id="13-government"),
        pytest.param({"chapter": "11", "government": True}, "2026-12-02", id="11-government"),
        pytest.param({"chapter": "9", "government": True}, "2026-12-02", id="9-government"),
        pytest.param({"involuntary": "yes", "order_for_relief_on": "2026-07-10"}, "2026-10-08", id="involuntary"),
    ],
)
def test_periods(facts, last):
    """70 days; 90 from the order where creditors filed; 180 for governmental units."""
    assert claim("2026-07-15", **facts)[0] == last


@pytest.mark.parametrize(
    ("facts", "last"),
    [
        pytest.param({"chapter": "13", "converted": [("2026-07-01", "7")]}, "2026-09-09", id="13-to-7"),
        pytest.param({"chapter": "7", "converted": [("2026-07-01", "13")]}, "2026-09-09", id="7-to-13"),
        pytest.param({"chapter": "11", "converted": [("2026-07-01", "7")]}, "2026-09-09", id="11-to-7"),
        pytest.param(
            {"chapter": "13", "converted": [("2026-07-01", "7")], "government": True},
            "2026-12-28",
            id="government-to-7",
        ),
        pytest.param(
            {"chapter": "7", "converted": [("2026-07-01", "13")], "government": True},
            "2026-12-02",
            id="government-to-13-not-anew",
        ),
        pytest.param({"chapter": "13", "converted": [("2027-01-01", "7")]}, "2026-08-14", id="not-yet-converted"),
        pytest.param(
            {"chapter": "7", "converted": [("2026-07-01", "13"), ("2026-08-14", "7")]},
            "2026-10-23",
            id="back-to-7-on-the-last-day",
        ),
        pytest.param(
            {"chapter": "7", "converted": [("2026-07-01", "13"), ("2026-08-17", "7")]},
            "2026-08-14",
            id="back-to-7-after-its-time",
        ),
        pytest.param(
            {"chapter": "13", "converted": [("2026-06-12", "7"), ("2026-07-01", "13"), ("2026-08-22", "7")]},
            "2026-08-21",
            id="twice-in-7-after-the-time-of-the-first",
        ),
        pytest.param(
            {"chapter": "13", "converted": [("2026-06-12", "7"), ("2026-07-01", "13"), ("2026-08-21", "7")]},
            "2026-10-30",
            id="twice-in-7-within-the-time-of-the-first",
        ),
        pytest.param(
            {
                "chapter": "7",
                "no_asset_notice_on": "2026-06-12",
                "converted": [("2026-07-01", "13"), ("2026-08-17", "7")],
            },
            "2026-10-26",
            id="back-to-7-where-no-time-had-run",
        ),
    ],
)
def test_conversions(facts, last):
    """An order that converts the case starts the days for claims anew, unless chapter 7 had its time already."""
    facts["converted"] = [{"on": on, "to": to} for on, to in facts["converted"]]

    assert claim("2026-09-01", **facts)[0] == last


def test_the_first_date_stands_where_no_new_time_begins():
    """A case that comes back to chapter 7 after its time keeps the date of its first notice."""
    turns = [{"on": "2026-07-01", "to": "13"}, {"on": "2026-08-17", "to": "7"}]
    found = asked("2026-09-01", bar_date="2026-08-14", converted=turns)

    assert str(found.of(CLAIM).last) == "2026-08-14"
    assert "K723" not in codes(found.findings)


def test_a_conversion_names_both_rules():
    """The reason says what the days are counted from, and Rule 1019 is cited."""
    found = asked("2026-07-02", chapter="13", converted=[{"on": "2026-07-01", "to": "7"}]).of(CLAIM)

    assert found.why == "70 days after the order converting the case to chapter 7"
    assert str(found.start) == "2026-07-01"
    assert found.cite.startswith("Fed. R. Bankr. P. 3002(c); Fed. R. Bankr. P. 1019(b), (c); ")


@pytest.mark.parametrize(
    ("chapter", "rule"), [("7", "3002(c)"), ("13", "3002(c)"), ("11", "3003(c)(3)"), ("9", "3003(c)(3)")]
)
def test_a_date_of_the_notice_rests_on_the_rule_of_its_chapter(chapter, rule):
    """Rule 3002(c) counts days in chapters 7, 12 and 13; in 9 and 11 the court sets the day by Rule 3003(c)(3)."""
    found = asked("2026-06-30", chapter=chapter, bar_date="2026-08-14")
    missing = asked("2026-06-30", chapter=chapter).findings

    assert found.of(CLAIM).cite.split(";")[0].startswith(f"Fed. R. Bankr. P. {rule}")
    unset = [one.law for one in missing if one.code == "K721"]
    assert unset == (["Fed. R. Bankr. P. 3003(c)(3)"] if "3003" in rule else [])


def test_an_old_date_does_not_survive_a_conversion():
    """A date typed from the notice before the order is set aside, and said so."""
    facts = {"chapter": "13", "bar_date": "2026-08-14", "converted": [{"on": "2026-10-01", "to": "7"}]}
    found = asked("2026-10-02", **facts)

    assert str(found.of(CLAIM).last) == "2026-12-10"
    assert "older than the order of 2026-10-01" in the("K723", found.findings).message


@pytest.mark.parametrize(
    ("facts", "code", "words"),
    [
        pytest.param({"chapter": None}, "K720", "chapter", id="no-chapter"),
        pytest.param({"chapter": "11"}, "K721", "the court sets the last day", id="11"),
        pytest.param({"chapter": "9"}, "K721", "the court sets the last day", id="9"),
        pytest.param({"chapter": "15"}, "K721", "proceeding abroad", id="15"),
        pytest.param({"involuntary": "yes"}, "K725", "order for relief", id="before-the-order-for-relief"),
        pytest.param({"no_asset_notice_on": "2026-06-12"}, "K724", "no claim need be filed", id="no-assets"),
        pytest.param(
            {"petition_on": "2016-06-05", "natural_person": False}, "K726", "meeting of creditors", id="old-rule"
        ),
    ],
)
def test_no_day_is_never_silent(facts, code, words):
    """Where no day can be counted, a finding says why and what to read."""
    found = asked("2026-06-30", **facts)

    assert found.of(CLAIM) is None
    one = the(code, found.findings)
    assert words in one.message
    assert one.fix


@pytest.mark.parametrize("chapter", ["9", "11"])
def test_where_a_day_of_the_court_is_found(chapter):
    """No court's own day is made up: the notice, the local rules and the general orders are named, subchapter V too."""
    told = the("K721", asked("2026-06-30", chapter=chapter).findings).fix

    for words in ("Official Form 309", "3003-1", "general orders", "subchapter V", "`bar_date`"):
        assert words in told


@pytest.mark.parametrize("chapter", ["9", "11"])
def test_a_public_body_has_the_days_of_the_statute(chapter):
    """§ 502(b)(9)(A) gives it 180 days where the court sets the days of others; it is the least, and says so."""
    found = asked("2026-06-30", chapter=chapter, government=True)
    told = the("K773", found.findings)

    assert found.of(CLAIM).cite == told.law == "11 U.S.C. § 502(b)(9)(A)"
    assert "`government_bar_date`" in told.fix
    assert "K721" not in codes(found.findings)
    on_record = asked("2026-06-30", chapter=chapter, government=True, claims=[{"on": "2026-06-20"}])
    assert "K773" not in codes(on_record.findings)


def test_a_later_day_for_a_public_body_wins():
    """The court's own day for public bodies is taken, and the difference is told."""
    days = {"government_bar_date": "2027-01-11", "government": True, "natural_person": False}
    found = asked("2026-06-30", chapter="11", **days)

    assert str(found.of(CLAIM).last) == "2027-01-11"
    assert codes(found.findings) == ["K722"]


def test_conversion_gives_a_public_body_no_new_days_in_chapter_11():
    """The order for relief stays the day of the petition (§ 348(a))."""
    moved = {"chapter": "7", "converted": [{"on": "2026-07-01", "to": "11"}]}

    assert claim("2026-07-10", government=True, **moved)[0] == "2026-12-02"


@pytest.mark.parametrize("chapter", ["7", "9", "11", "13", "15", None])
def test_the_notice_wins(chapter):
    """A date typed from the notice is the day, whatever the chapter."""
    found = asked("2026-06-30", chapter=chapter, bar_date="2026-09-30").of(CLAIM)

    assert (str(found.last), found.from_notice, found.cite != "") == ("2026-09-30", True, True)


@pytest.mark.parametrize(
    ("typed", "differs"),
    [
        pytest.param("2026-07-04", False, id="as-counted"),
        pytest.param("2026-07-06", False, id="as-moved"),
        pytest.param("2026-07-02", True, id="earlier"),
        pytest.param("2026-07-07", True, id="later"),
    ],
)
def test_a_difference_is_reported(typed, differs):
    """A notice that names another day than the rule is followed, and the difference told."""
    found = asked(petition_on="2026-04-25", bar_date=typed)

    assert str(found.of(CLAIM).moved) == typed
    assert ("K722" in codes(found.findings)) is differs


def test_a_date_before_the_petition_is_set_aside():
    """It cannot be right; the rule is counted meanwhile."""
    found = asked(bar_date="2026-06-05")

    assert str(found.of(CLAIM).last) == "2026-08-14"
    assert "not after the petition" in the("K723", found.findings).message


def test_governmental_units_have_their_own_date():
    """A date for everybody is not theirs, nor theirs everybody's."""
    dates = {"bar_date": "2026-08-14", "government_bar_date": "2026-12-02"}

    assert claim(**dates)[0] == "2026-08-14"
    assert claim(**dates, government=True)[0] == "2026-12-02"


def test_nothing_to_share_out_and_then_something():
    """No day until the notice of assets; then its date, or 90 days as the least until it is typed."""
    notices = {"no_asset_notice_on": "2026-06-12", "asset_notice_on": "2026-09-01"}

    assert claim("2026-08-31", **notices) is None
    assert claim("2026-09-01", **notices)[0] == "2026-11-30"
    assert the("K729", asked("2026-09-01", **notices).findings).fix.startswith("Write it as `bar_date`.")
    assert claim("2026-09-01", **notices, bar_date="2026-12-15")[0] == "2026-12-15"


def test_a_conversion_ends_a_notice_without_assets():
    """Where the case goes on under chapter 13 the claim must be filed after all."""
    facts = {"no_asset_notice_on": "2026-06-12", "converted": [{"on": "2026-08-03", "to": "13"}]}

    assert claim("2026-08-02", **facts) is None
    assert claim("2026-08-03", **facts)[0] == "2026-10-12"


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param({"dismissed_on": "2026-06-20"}, id="dismissed"),
        pytest.param({"closed_on": "2026-06-20"}, id="closed"),
        pytest.param({"spouse_only": "yes"}, id="the-spouse-alone-filed"),
    ],
)
def test_a_case_that_ended_has_no_days(facts):
    """Nothing is due in it any more; until that day everything is."""
    assert asked("2026-06-20", **facts, meeting_on="2026-07-10").deadlines == ()
    if "spouse_only" not in facts:
        assert asked("2026-06-19", **facts, meeting_on="2026-07-10").of(CLAIM)


@pytest.mark.parametrize(
    ("facts", "last"),
    [
        pytest.param({"meeting_on": "2026-07-10"}, "2026-09-08", id="person-in-chapter-7"),
        pytest.param({"meeting_on": "2026-07-10", "chapter": "13"}, "2026-09-08", id="person-in-chapter-13"),
        pytest.param({"meeting_on": "2026-07-10", "natural_person": False}, None, id="company"),
        pytest.param({"meeting_on": "2026-07-10", "chapter": "9"}, None, id="chapter-9"),
        pytest.param({"meeting_on": "2026-07-10", "discharged_on": "2026-07-20"}, None, id="discharged"),
        pytest.param(
            {"chapter": "13", "meeting_on": "2026-07-10", "converted": [{"on": "2026-07-20", "to": "7"}]},
            None,
            id="converted-before-the-new-meeting-is-known",
        ),
        pytest.param(
            {"chapter": "13", "meeting_on": "2026-08-20", "converted": [{"on": "2026-07-20", "to": "7"}]},
            "2026-10-19",
            id="converted-with-a-new-meeting",
        ),
        pytest.param(
            {"chapter": "7", "meeting_on": "2026-07-10", "converted": [{"on": "2026-07-20", "to": "13"}]},
            "2026-09-08",
            id="converted-to-13-not-anew",
        ),
    ],
)
def test_suits_over_the_discharge(facts, last):
    """60 days after the first date set for the meeting, against persons; anew when converted to chapter 7."""
    found = asked("2026-07-25", **facts).of(COMPLAINT)

    assert (str(found.last) if found else None) == last


def test_an_unknown_meeting_is_asked_for():
    """Without its date the day for such a suit cannot be counted."""
    assert "`meeting_on`" in the("K726", asked().findings).fix


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        pytest.param({"chapter": "7"}, ["paid after the claims that came in time", "up to 60 days more"], id="7"),
        pytest.param({"chapter": "13"}, ["falls if anybody objects", "up to 60 days more"], id="13"),
        pytest.param({"chapter": "11", "bar_date": "2026-08-14"}, ["can excuse", "up to 60 days more"], id="11"),
    ],
)
def test_what_is_left_when_late(facts, words):
    """On the last day nothing is said; the day after it says what can still be done, and cites it."""
    assert asked("2026-08-14", **facts).left == ()

    found = asked("2026-08-15", **facts)

    text = " ".join(found.left)
    assert [word for word in words if word not in text] == []
    assert "no claim is on record" in the("K727", found.findings).message


def test_a_claim_in_time_may_be_amended():
    """With a claim on record the late day is no alarm; without it, it is one."""
    found = asked("2026-09-01", claims=[{"on": "2026-08-14", "number": "3"}])

    assert "amended" in found.left[0]
    assert "K727" not in codes(found.findings)


def test_a_rejected_contract_has_its_own_day():
    """The court sets it, so the order must be read."""
    assert "rejected" in the("K728", asked("2026-07-01", rejected_contract_on="2026-06-30").findings).message


def test_a_case_brings_its_own_parties():
    """Who the creditor and the debtor are decides which days there are."""
    filed = {"petition_on": PETITION, "chapter": "7", "meeting_on": "2026-07-10"}
    plain = case_days(facts_of("2026-06-10", bankruptcy=filed))
    person = case_days(facts_of("2026-06-10", bankruptcy=filed, debtor=debtor("individual")))
    county = case_days(facts_of("2026-06-10", bankruptcy=filed, creditor=creditor("government")))

    assert [one.kind for one in plain.deadlines] == [CLAIM]
    assert {one.kind for one in person.deadlines} == {CLAIM, COMPLAINT}
    assert str(county.of(CLAIM).last) == "2026-12-02"
    assert case_days(facts_of("2026-06-10")).deadlines == ()
    assert case_days(facts_of("2026-06-04", bankruptcy=filed)).deadlines == ()


def test_debts_of_after_the_petition_have_no_day():
    """Who agreed and billed after the petition has no claim in the case."""
    later = {"signed_on": "2026-06-06"}
    bills = [invoice("N", issued="2026-06-07", due="2026-06-08")]
    filed = {"petition_on": PETITION, "chapter": "7"}

    assert case_days(facts_of("2026-06-10", bankruptcy=filed, agreement=later, invoices=bills)).deadlines == ()


def test_a_filed_claim_asks_for_no_day():
    """Once a claim is on record nobody needs the day that the court sets."""
    assert "K721" in codes(asked("2026-06-30", chapter="11").findings)
    assert "K721" not in codes(asked("2026-06-30", chapter="11", claims=[{"on": "2026-06-20"}]).findings)


@pytest.mark.parametrize(
    ("delivered", "told"),
    [("2026-06-05", False), ("2026-06-06", True), ("2026-07-09", True), ("2026-07-10", False)],
)
def test_what_was_supplied_in_between(delivered, told):
    """Between a petition of creditors and the order for relief a supplier ranks higher (11 U.S.C. § 507(a)(3))."""
    filed = {"petition_on": PETITION, "chapter": "7", "involuntary": "yes", "order_for_relief_on": "2026-07-10"}
    bills = [invoice(), invoice("N", issued="2026-07-12", due="2026-08-12", delivered_on=delivered)]
    facts = facts_of("2026-07-15", bankruptcy=filed, invoices=bills)

    assert [one.message[0] for one in check_bankruptcy_days(facts) if one.code == "K725"] == ["N"] * told


def test_kit_check_tells_the_days():
    """`kit check` says what differs or is missing."""
    facts = facts_of("2026-06-10", bankruptcy={"petition_on": PETITION, "chapter": "11"})

    assert "K721" in codes(run_checks(facts))


def test_findings_stand_at_the_users_line():
    """A typed date that differs is told where it was typed."""
    facts = facts_of("2026-06-10", bankruptcy={"petition_on": PETITION, "chapter": "7", "bar_date": "2026-08-20"})

    assert "K722" in codes(check_bankruptcy_days(facts))


def test_without_the_federal_file_nothing_is_guessed():
    """No law, no day."""
    filed = case_of(bankruptcy={"petition_on": PETITION, "chapter": "7"}).bankruptcy

    assert deadlines(filed, None, day(PETITION)) == ()


petitions = st.dates(date(2018, 1, 1), date(2040, 12, 31))
states = st.sampled_from(["CA", "MA", "NY", "TX", "DC", "PR", None])
chapters = st.sampled_from(["7", "12", "13"])


@given(petitions, states, chapters)
def test_every_day_keeps_its_order(petition, state, chapter):
    """Safe, counted and moved day stand in that order; what moves is a day of rest, what it moves to is none."""
    filed = Bankruptcy(petition_on=petition, chapter=chapter, court_state=state)
    (found,) = deadlines(filed, FEDERAL, petition)

    assert found.last == petition + timedelta(days=70)
    assert found.safe <= found.last <= found.moved
    assert is_business_day(found.safe, state)
    assert is_business_day(found.moved, state)
    assert (found.moved == found.last) is (not day_off(found.last, state))


@given(petitions, states)
def test_a_later_petition_is_never_due_sooner(petition, state):
    """A day later at the start is no day earlier at the end."""
    pair = [Bankruptcy(petition_on=on, chapter="7", court_state=state) for on in (petition, petition + timedelta(1))]
    (first,), (second,) = (deadlines(filed, FEDERAL, filed.petition_on) for filed in pair)

    assert first.moved <= second.moved


@given(petitions, st.integers(0, 900), chapters)
def test_after_a_conversion_the_order_alone_counts(petition, later, chapter):
    """The claim day goes by the day of the order, whenever the petition was."""
    order = petition + timedelta(days=later)
    converted = Bankruptcy.model_validate(
        {"petition_on": petition, "chapter": "11", "converted": [{"on": order, "to": chapter}]}
    )

    (found,) = deadlines(converted, FEDERAL, order)

    assert found.last == order + timedelta(days=70)
