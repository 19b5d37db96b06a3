"""The days of a case in a calendar: none missed, none named to bystanders, the same file every time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from paper_cases import AS_OF, DEBTOR, DEMAND, SITE, VARIANTS, Variant, agreed, bill, facts_of

from kit.documents.calendar import Deadline, calendar
from kit.documents.deadlines import deadlines

WHY = "The time to sue on INV-104 ends; Zoë & Söhne, “Łódź”:\nask; a lawyer \\ soon."
ONE = Deadline(date(2026, 12, 7), "acme-inv-104", "pay_by", "last day of our letter", WHY, "Code § 1, 2")


def events(*found, name="Days", as_of=AS_OF):
    """Return the events of the file as a calendar program reads them."""
    return Calendar.from_ical(calendar(found, name=name, as_of=as_of)).walk("VEVENT")


def made(number, document=DEMAND, **more):
    """Return the entry of a paper."""
    files = [{"path": f"out/{number}.pdf", "sha256": "ab"}]
    return {
        "on": "2026-11-02",
        "event": "made",
        "document": document,
        "files": files,
        "inputs": "x",
        "record": "y",
    } | more


def sent(number, **more):
    """Return the entry of a paper that went out."""
    return {"on": "2026-11-03", "event": "sent", "made": number, "document": DEMAND, **more}


def days(*journal, **change):
    """Return kind and day of each deadline of the plain case with this journal and these changes."""
    return [(one.kind, str(one.day)) for one in deadlines(facts_of(Variant(change, journal=journal)))]


LIMIT = ("limitation", "2030-07-31")  # four years in Franklin from the due date, July 31, 2026


def test_an_event_is_a_whole_day():
    """It starts on its day, ends before the next, blocks nothing, and is stamped with the day it was written."""
    (event,) = events(ONE)

    assert event.decoded("dtstart") == date(2026, 12, 7)
    assert event.decoded("dtend") == date(2026, 12, 8)
    assert event["transp"] == "TRANSPARENT"
    assert event.decoded("dtstamp").replace(tzinfo=None) == datetime(2026, 11, 23)  # noqa: DTZ001 - in UTC as written


def test_it_reminds_the_day_before():
    """An alarm rings at nine in the morning of the day before; a day that needs more time rings earlier too."""
    (event,) = events(ONE)
    (early,) = events(replace(ONE, ahead=(90, 7)))

    assert [alarm.decoded("trigger") for alarm in event.walk("VALARM")] == [timedelta(hours=-15)]
    rings = [alarm.decoded("trigger") + timedelta(days=1) for alarm in early.walk("VALARM")]
    assert rings == [timedelta(days=-89, hours=9), timedelta(days=-6, hours=9), timedelta(hours=9)]


def test_what_is_written_comes_back():
    """The title names the case; reason and source stand inside, every sign as it was written."""
    (event,) = events(ONE)

    assert str(event["summary"]) == "acme-inv-104: last day of our letter"
    assert str(event["description"]) == f"{WHY}\n\nCode § 1, 2"


def test_the_same_days_give_the_same_file():
    """Neither the clock nor the order of the days changes a byte; a day said twice is written once."""
    other = replace(ONE, day=date(2026, 12, 1))

    assert calendar([ONE, other, ONE], name="Days", as_of=AS_OF) == calendar([other, ONE], name="Days", as_of=AS_OF)


def test_an_event_is_known_again():
    """The file of another day, or with other words, changes the event; another case, kind, matter or day is another."""
    (first,), (again,) = events(ONE), events(replace(ONE, why="New words", title="t"), as_of=date(2026, 12, 1))
    others = [replace(ONE, **{key: value}) for key, value in (("case", "b"), ("kind", "hold"), ("about", "INV-2"))]
    others.append(replace(ONE, day=date(2026, 12, 8)))
    ids = {str(event["uid"]) for event in events(ONE, *others)}

    assert first["uid"] == again["uid"]
    assert len(ids) == 5


def test_a_next_step_moves():
    """The step of a case is one event: taken in again after a promise, it stands on its new day, or is the next one."""
    step = replace(ONE, kind="step", about="thirty-day")
    later, next_one = replace(step, day=date(2026, 12, 8)), replace(step, about="call", day=date(2026, 12, 12))
    ids = {str(event["uid"]) for one in (step, later, next_one) for event in events(one)}

    assert len(ids) == 1
    assert len({str(event["uid"]) for event in events(step, replace(step, case="b"))}) == 2


@given(
    text=st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc", "Zl", "Zp", "Cf", "Co", "Cn", "Zs"])),
    day=st.dates(date(2000, 1, 1), date(2200, 1, 1)),
)
def test_no_text_breaks_the_file(text, day):
    """Commas, semicolons, backslashes and foreign letters come back as they were, on any day."""
    (event,) = events(replace(ONE, case=text or "x", why=text, source="", day=day), name=text)

    assert str(event["summary"]) == f"{text or 'x'}: last day of our letter"
    assert str(event["description"]) == text
    assert event.decoded("dtstart") == day


@pytest.mark.parametrize("hostile", ["a\r\nEND:VEVENT\r\nBEGIN:VEVENT", "\x00\x1b[1m", "BEGIN:VALARM\nTRIGGER:PT0S"])
def test_a_name_is_never_a_line_of_its_own(hostile):
    """Line breaks and control signs in a name end no event and start none."""
    found = events(replace(ONE, case=hostile, why=hostile, about=hostile))

    assert len(found) == 1
    assert len(found[0].walk("VALARM")) == 1


def test_nothing_at_all():
    """Without a day the file is still a calendar."""
    assert events() == []


def test_last_days_of_letters():
    """The last day to pay counts for a letter that went out and was not replaced; enclosed papers count with it."""
    unsent = made(1, pay_by="2026-12-01")
    replaced = made(2, pay_by="2026-12-02", step="a")
    new = made(3, pay_by="2026-12-07", supersedes=2)
    beside = made(4, "statements/invoice", pay_by="2026-12-09")

    assert days(unsent, replaced, new, beside, sent(3, enclosed=[4])) == [
        ("pay_by", "2026-12-07"),
        ("pay_by", "2026-12-09"),
        LIMIT,
    ]


def test_a_letters_day_names_the_letter():
    """Inside the event it says which letter, when it went out, and where that is on record."""
    found = deadlines(facts_of(Variant(journal=(made(1, pay_by="2026-12-07"), sent(1)))))

    said = "Our letter “final demand”, which went out on November 3, 2026, asks for an answer by this day."
    assert (found[0].why, found[0].source) == (said, "Entries 1 and 2 of the journal")


def test_promises_and_holds():
    """A promised day and a hold's day of review are kept; days that are over are not."""
    promise = {"on": "2026-11-10", "event": "promised", "by": "2026-11-30", "amount": "500.00"}
    over = {"on": "2026-10-10", "event": "promised", "by": "2026-10-30"}
    hold = {"on": "2026-11-11", "event": "held", "reason": "by_hand", "review_on": "2026-11-23", "text": "moving house"}
    found = deadlines(facts_of(Variant(journal=(promise, over, hold))))

    assert [(one.kind, str(one.day)) for one in found] == [("hold", "2026-11-23"), ("promise", "2026-11-30"), LIMIT]
    assert found[1].why == "On November 10, 2026 Late Paper Supply Inc. promised to pay $500.00 by this day."
    assert "(moving house)" in found[0].why


def test_what_is_paid_has_no_day():
    """With everything paid only a hold is left to look at."""
    promise = {"on": "2026-11-10", "event": "promised", "by": "2026-11-30"}
    paid = [{"id": "P-1", "on": "2026-11-12", "amount": "4800.00"}]

    assert days(promise, payments=paid) == []


def test_time_to_sue_is_counted_for_each_invoice():
    """Each unpaid sum that is due has its own last day, with the law, the event it is counted from and the doubt."""
    two = [
        bill("INV-1", "2026-07-01", "10.00"),
        bill("INV-2", "2026-08-01", "20.00"),
        bill("INV-3", "2026-11-20", "5.00"),
    ]
    found = deadlines(facts_of(Variant({"invoices": two})))

    assert [(str(one.day), one.about) for one in found] == [("2030-07-31", "INV-1 1"), ("2030-08-31", "INV-2 1")]
    assert found[0].why.startswith(
        "The time to sue on INV-1 ends, counted from the due date, July 31, 2026. A payment,"
    )
    assert found[0].source == "2021 Franklin Acts ch. 7, read 2026-03-14"
    assert found[0].ahead[0] == 90


def test_parts_of_an_invoice_run_by_themselves():
    """Each part that is due has its own last day, and says which part it is."""
    found = deadlines(facts_of(VARIANTS["instalments"]))

    assert [one.why.split(",")[0] for one in found] == [
        "The time to sue on part 1 of INV-104 ends",
        "The time to sue on part 2 of INV-104 ends",
    ]


def test_building_days():
    """For building work every day that keeps a lien or a bond is there, each with what must be done by then."""
    work = {
        "kind": "construction",
        "text": "a fence",
        "place": SITE,
        "first_day": "2026-10-01",
        "last_day": "2026-10-30",
    }
    found = deadlines(facts_of(Variant({"work": {**work, "owner": DEBTOR["name"]}})))
    building = [one for one in found if one.kind == "building"]

    # 90 days after October 30: 1 (October) + 30 + 31 + 28 = January 28
    assert [(str(one.day), one.why.split(":")[0]) for one in building] == [
        ("2027-01-28", "The last day to record the lien"),
        ("2027-10-30", "The last day to sue on the payment bond, if there is one"),
    ]
    assert all(one.ahead[0] == 14 and one.source for one in building)


def test_no_title_tells_of_a_debt():
    """Whoever sees the calendar reads the case and a neutral word."""
    hold = {"on": "2026-11-11", "event": "held", "reason": "dispute", "review_on": "2026-12-23"}
    promise = {"on": "2026-11-10", "event": "promised", "by": "2026-11-30"}
    work = {
        "kind": "construction",
        "text": "a fence",
        "place": SITE,
        "first_day": "2026-10-01",
        "last_day": "2026-10-30",
    }
    journal = (made(1, pay_by="2026-12-01"), sent(1), promise, hold)
    found = deadlines(facts_of(Variant({"work": work}, journal=journal)))

    assert {one.kind for one in found} == {"pay_by", "promise", "hold", "building", "limitation"}
    for one in found:
        assert not any(word in one.title for word in ("pay", "debt", "owe", "lien", "sue", "court", "$", "demand"))


def test_an_unknown_court_has_no_day():
    """Where the law of the court is not on hand no day is guessed."""
    known = facts_of(Variant(agreed(interest={"percent_a_year": "10"})))

    assert deadlines(replace(known, forum=None)) == ()
