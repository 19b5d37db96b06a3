"""When the debtor may be called: hours, how often, and everything that stands in the way of a call."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from zoneinfo import ZoneInfo

import pytest
from franklin import ADDRESS, FEDERAL, codes, creditor, day, debtor, facts_of, invoice, the
from pydantic import TypeAdapter

from kit.checks.calls import check_call, check_called
from kit.checks.clocks import at_their_place
from kit.facts import Facts
from kit.findings import Finding, KitError, Severity
from kit.ledger.build import build_ledger
from kit.load.jurisdiction_file import load_jurisdiction
from kit.model.event import Answered, Called, Disputed, Held, Promised
from kit.model.law_days import StandardTime
from kit.model.law_names import RuleName
from kit.model.party import STATES

TODAY = "2026-05-15"
NOON = time(12)
EVENTS = {
    "called": TypeAdapter(tuple[Called, ...]),
    "answers": TypeAdapter(tuple[Answered, ...]),
    "holds": TypeAdapter(tuple[Held, ...]),
    "promises": TypeAdapter(tuple[Promised, ...]),
    "disputes": TypeAdapter(tuple[Disputed, ...]),
}
PERSON = {"debtor": debtor("individual"), "purpose": "consumer"}  # Franklin's law gives two calls in seven days
CONTACT = {"name": "Lou Finn", "role": "accounts payable", "phone": "555-0102"}


def known(as_of: str = TODAY, **facts) -> Facts:
    """Return a case with what is on record."""
    parts = {key: facts.pop(key) for key in EVENTS if key in facts}
    found = facts_of(as_of, **facts)
    case = found.case.model_copy(update={key: EVENTS[key].validate_python(value) for key, value in parts.items()})
    return replace(found, case=case, ledger=build_ledger(case, found.terms, day(as_of)))


def called(*days: str, **more) -> dict:
    """Return calls on these days that reached nobody."""
    return {"called": [{"n": n, "on": on, "event": "called", **more} for n, on in enumerate(days, 1)]}


def asked(on: str = TODAY, at: time | None = NOON, to: str | None = None, **facts) -> list[Finding]:
    """Return what stands in the way of a call."""
    return list(check_call(known(on, **facts), day(on), at, to))


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        pytest.param(time(7, 59), ["K432"], id="before-eight"),
        pytest.param(time(8, 0), [], id="at-eight"),
        pytest.param(time(20, 59), [], id="before-nine-in-the-evening"),
        pytest.param(time(21, 0), ["K432"], id="at-nine-in-the-evening"),
    ],
)
def test_hours(at, expected):
    """A call is made between 8 and 21 o'clock where the debtor is."""
    assert codes(asked(at=at)) == expected


def test_when_the_hours_begin_again():
    """Too early is in time later that day, too late the next; for a creditor itself it is manners, and it may judge."""
    early, late = the("K432", asked(at=time(6))), the("K432", asked(at=time(22)))

    assert (early.clears_on, late.clears_on) == (date(2026, 5, 15), date(2026, 5, 16))
    assert early.overridable
    assert not early.law
    assert "Collectors by trade must keep to this (12 C.F.R. § 1006.14(b)(2); 12 C.F.R. § 1006.6(b)(1)(i)," in early.fix


WEEK = [f"2026-05-{number:02}" for number in range(8, 16)]  # May 8 to May 15


@pytest.mark.parametrize(
    ("days", "clears"),
    [
        pytest.param(WEEK[2:], None, id="six-calls"),
        pytest.param(WEEK[:7], None, id="the-first-of-seven-is-seven-days-old"),
        pytest.param(WEEK[1:], "2026-05-16", id="seven-in-seven-days"),
        pytest.param([TODAY] * 7, "2026-05-22", id="seven-on-one-day"),
        pytest.param([WEEK[1], *[WEEK[5]] * 3, *[TODAY] * 4], "2026-05-20", id="eight-the-second-oldest-leaves-room"),
        pytest.param([*WEEK[2:], WEEK[1]], "2026-05-16", id="recorded-out-of-order"),
    ],
)
def test_how_often(days, clears):
    """At most seven calls in seven days; what is said names the first day on which there is room again."""
    found = asked(**called(*days))

    assert codes(found) == (["K433"] if clears else [])
    assert [str(one.clears_on) for one in found] == ([clears] if clears else [])


def test_room_again_is_true():
    """On the day that was named the call is free, and the day before it is not."""
    days = called(WEEK[1], *[WEEK[5]] * 3, *[TODAY] * 4)

    assert codes(asked("2026-05-19", **days)) == ["K433"]
    assert codes(asked("2026-05-20", **days)) == []


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param(called("2026-05-15", spoke="yes"), ["K434"], id="today"),
        pytest.param(called("2026-05-09", spoke="yes"), ["K434"], id="six-days-ago"),
        pytest.param(called("2026-05-08", spoke="yes"), [], id="seven-days-ago"),
        pytest.param(called("2026-05-14"), [], id="nobody-was-reached"),
        pytest.param(called("2026-05-14", spoke="yes", to="the porter"), [], id="somebody-else-was-reached"),
        pytest.param(called("2026-05-14", spoke="yes", to="late paper"), ["K434"], id="the-debtor-by-name"),
        pytest.param(
            {"answers": [{"n": 4, "on": "2026-05-12", "event": "answered", "reason": "cash", "channel": "phone"}]},
            ["K434"],
            id="the-debtor-called",
        ),
        pytest.param(
            {"answers": [{"n": 4, "on": "2026-05-12", "event": "answered", "reason": "cash", "channel": "email"}]},
            [],
            id="the-debtor-wrote",
        ),
    ],
)
def test_quiet_after_a_conversation(facts, expected):
    """After a conversation the debtor is left alone for seven days, that day counted."""
    assert codes(asked(**facts)) == expected


def test_quiet_ends_when_it_says():
    """The finding names the day, and on that day the call is free."""
    talk = called("2026-05-12", spoke="yes")

    assert the("K434", asked(**talk)).clears_on == date(2026, 5, 19)
    assert codes(asked("2026-05-18", **talk)) == ["K434"]
    assert codes(asked("2026-05-19", **talk)) == []


LAWYER = {"name": "Lee Low", "firm": "Low & Partners", "email": "low@law.example"}
DISPUTED = {"disputes": [{"n": 5, "on": "2026-05-01", "event": "disputed", "invoice": "INV-1"}]}
HELD = {"holds": [{"n": 3, "on": "2026-04-01", "event": "held"}]}


@pytest.mark.parametrize(
    ("facts", "to", "expected"),
    [
        pytest.param({}, None, {}, id="nothing"),
        pytest.param({"debtor": debtor(lawyer=LAWYER)}, None, {"K437": "stop"}, id="lawyer"),
        pytest.param({"debtor": debtor(lawyer=LAWYER)}, "Lee Low", {}, id="the-lawyer-is-called"),
        pytest.param({"debtor": debtor(lawyer=LAWYER)}, "low", {}, id="the-lawyer-by-last-name"),
        pytest.param(
            {"debtor": debtor(lawyer={**LAWYER, "known_on": "2026-05-16"})}, None, {}, id="lawyer-of-tomorrow"
        ),
        pytest.param({"debtor": debtor(no_contact={"on": TODAY})}, None, {"K438": "stop"}, id="no-contact"),
        pytest.param(
            {"debtor": debtor(no_contact={"on": TODAY, "channels": ["phone"]})}, None, {"K438": "stop"}, id="no-calls"
        ),
        pytest.param({"debtor": debtor(no_contact={"on": TODAY, "channels": ["email"]})}, None, {}, id="no-email"),
        pytest.param({"debtor": debtor(no_contact={"on": "2026-05-16"})}, None, {}, id="a-wish-of-tomorrow"),
        pytest.param({"bankruptcy": {"petition_on": TODAY}}, None, {"K700": "stop"}, id="bankruptcy"),
        pytest.param({"bankruptcy": {"petition_on": "2026-05-16"}}, None, {}, id="a-petition-after-the-call"),
        pytest.param(HELD, None, {"K402": "stop"}, id="hold"),
        pytest.param(
            {"promises": [{"n": 4, "on": "2026-05-01", "event": "promised", "by": TODAY}]},
            None,
            {"K403": "stop"},
            id="promise-until-today",
        ),
        pytest.param(DISPUTED, None, {"K439": "stop"}, id="all-disputed"),
        pytest.param(
            {**DISPUTED, "invoices": [invoice(), invoice("INV-2")]}, None, {"K439": "note"}, id="one-of-two-disputed"
        ),
        pytest.param({}, "Sam Stranger", {"K436": "note"}, id="a-stranger"),
        pytest.param({"debtor": debtor(contacts=[CONTACT])}, "Lou", {}, id="a-contact-by-first-name"),
        pytest.param({"debtor": debtor(contacts=[CONTACT])}, "Accounts Payable", {}, id="a-contact-by-role"),
        pytest.param({"debtor": debtor(contacts=[CONTACT])}, "Lou Moss", {"K436": "note"}, id="another-lou"),
        pytest.param(
            {"guarantors": [{"name": "Pat Moss", "kind": "individual", "address": ADDRESS}]},
            "Pat Moss",
            {},
            id="the-guarantor",
        ),
        pytest.param(
            {**HELD, **DISPUTED, "debtor": debtor(lawyer=LAWYER)},
            "Sam Stranger",
            {"K402": "stop", "K436": "note", "K437": "stop", "K439": "stop"},
            id="everything-at-once",
        ),
    ],
)
def test_what_stands_in_the_way(facts, to, expected):
    """A call waits for all that a letter waits for, and every reason is named at once."""
    found = asked(to=to, **facts)

    assert {one.code: one.severity.value for one in found} == expected
    assert all(one.fix for one in found)


@pytest.mark.parametrize(
    ("facts", "to", "code"),
    [
        pytest.param({}, None, "K438", id="a-wish"),
        pytest.param({}, "Sam Stranger", "K436", id="a-stranger"),
        pytest.param({"lawyer": LAWYER}, None, "K437", id="a-lawyer"),
        pytest.param({}, None, "K432", id="the-hour"),
    ],
)
def test_manners_are_rules_where_the_law_says_so(facts, to, code):
    """Against a consumer in California these are law: cited, and nobody may set them aside."""
    wish = {"no_contact": {"on": "2026-05-01"}} if code == "K438" else {}
    address = {**ADDRESS, "state": "CA"}
    california = load_jurisdiction("us-ca")
    found = asked(
        at=time(7),
        to=to,
        law=california,
        forum=california,
        debtor=debtor("individual", address=address, **facts, **wish),
        purpose="consumer",
    )

    rule = the(code, found)
    assert rule.severity is Severity.STOP
    assert not rule.overridable
    assert "Cal. Civ. Code § 1788.17; 15 U.S.C. § 1692c" in rule.law


def test_the_law_goes_before_manners():
    """Two calls in seven days is Franklin's law on a consumer's debt; a business gets the seven that manners allow."""
    two = called("2026-05-12", "2026-05-14")
    law = the("K433", asked(**two, **PERSON))

    assert codes(asked(**two)) == []
    assert not law.overridable
    assert law.law.startswith("2021 Franklin Acts ch. 7")
    assert law.clears_on == date(2026, 5, 19)


def test_manners_that_a_binding_law_leaves_open():
    """Where a law binds but gives no hours, the hours stay the user's to judge, with that law named."""
    early = the("K432", asked(at=time(6), **PERSON))

    assert early.overridable
    assert early.law.startswith("2021 Franklin Acts ch. 7")
    assert "Franklin Fair Collection Act binds you" in early.fix


def at(state: str, **more) -> dict:
    """Return an address in another state, far from the debtor's town."""
    return {**ADDRESS, "city": "Elsewhere", "county": "Far", "state": state, **more}


@pytest.mark.parametrize(
    ("ours", "theirs", "says"),
    [
        pytest.param("NY", "CA", "08:00 to 21:00 at the debtor's place; that is 11:00 to 00:00 by your", id="west"),
        pytest.param("NY", "NJ", "08:00 to 21:00 at the debtor's place", id="one-zone"),
        # Mountain 8 to 21 is 7 to 20 in California, Pacific 8 to 21: both allow 8 to 20
        pytest.param(
            "CA", "ID", "08:00 to 21:00 at the debtor's place; that is 08:00 to 20:00 by your", id="two-zones"
        ),
        pytest.param("XF", "XG", "08:00 to 21:00 at the debtor's place", id="nobody-knows-the-zone"),
    ],
)
def test_hours_by_your_own_clock(ours, theirs, says):
    """Before a call the hours are said, by one's own clock where it differs; of two zones both must allow the hour."""
    found = asked(at=None, creditor=creditor(address=at(ours)), debtor=debtor(address=at(theirs, city="There")))

    assert the("K432", found).message.startswith(f"call from {says}")
    assert the("K432", found).severity is Severity.NOTE
    assert ("K435" in codes(found)) == (theirs == "ID")


def test_a_zone_in_the_address_settles_it():
    """A state with two zones asks for one; once it is written nothing is asked any more."""
    theirs = debtor(address=at("ID", city="There", time_zone="America/Boise"))
    found = asked(at=None, creditor=creditor(address=at("CA")), debtor=theirs)

    assert codes(found) == ["K432"]
    assert "that is 07:00 to 20:00 by your clock" in the("K432", found).message


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        pytest.param(at("NY"), at("CA", city="There"), time(4, 30), id="three-hours"),
        pytest.param(at("ID"), at("ID"), time(7, 30), id="one-town-one-clock"),
        pytest.param(at("CA"), at("ID", city="There", time_zone="America/Boise"), time(8, 30), id="zone-written"),
        pytest.param(at("CA"), at("AZ", city="There", time_zone="America/Phoenix"), time(7, 30), id="no-summer-time"),
        pytest.param(at("ID"), at("CA", city="There"), None, id="our-zone-unknown"),
        pytest.param(at("CA"), at("ID", city="There", county="Ada"), None, id="their-zone-unknown"),
    ],
)
def test_their_time(ours, theirs, expected):
    """7:30 in May by one's own clock is turned into the time at the debtor's place, or said to be unknown."""
    facts = known(creditor=creditor(address=ours), debtor=debtor(address=theirs))

    if expected is None:
        with pytest.raises(KitError, match=r"the time zone of .* is not known: add `time_zone:`"):
            at_their_place(facts, facts.as_of, time(7, 30))
    else:
        assert at_their_place(facts, facts.as_of, time(7, 30)) == expected


def test_every_state_has_its_time():
    """No state is without a zone, and every zone is one that clocks know."""
    table = FEDERAL.answer(RuleName.TIME_ZONES, date(2026, 5, 15)).of(StandardTime)

    assert {state for row in table.zones for state in row.states} == STATES
    assert [ZoneInfo(row.zone).key for row in table.zones] == [row.zone for row in table.zones]
    assert table.of("IN") == ("America/New_York", "America/Chicago")
    assert table.of("XF") == ()


def test_a_call_on_record_is_not_held_against_itself():
    """Of seven calls the last is in order and an eighth is not, whoever looks after they were recorded."""
    eight = known(**called(*WEEK[1:], TODAY))

    assert codes(check_called(eight, eight.case.called[7])) == ["K433"]
    assert codes(check_called(known(**called(*WEEK[1:])), eight.case.called[6])) == []


@pytest.mark.parametrize(
    ("spoke", "expected"),
    [pytest.param("yes", [], id="the-call-itself"), pytest.param("no", ["K434"], id="a-second-call")],
)
def test_an_answer_heard_in_the_call_is_not_an_earlier_talk(spoke, expected):
    """Who records the answer first and the call after it spoke once; a call that reached nobody was another one."""
    answer = {"n": 4, "on": TODAY, "event": "answered", "reason": "cash", "channel": "phone"}
    facts = known(answers=[answer], **called(TODAY, spoke=spoke))

    assert codes(check_called(facts, facts.case.called[0])) == expected


def test_a_call_without_its_hour_is_not_held_against_the_clock():
    """An hour nobody noted is neither right nor wrong, and no hours are recited after the call."""
    facts = known(**called(TODAY))

    assert codes(check_called(facts, facts.case.called[0])) == []


def test_before_the_record_begins_nothing_is_said():
    """A call of 2015 is not measured by rules of later years."""
    assert codes(asked("2015-05-15", at=time(6), **called("2015-05-14", spoke="yes"))) == []
