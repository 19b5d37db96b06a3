"""Manners of writing: one message a day, no letter on a day off, and what is said when it went out all the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from franklin import ADDRESS, codes, day, debtor, facts_of, invoice, the
from pydantic import TypeAdapter

from kit.checks.contact import check_contact
from kit.checks.court import outlook
from kit.checks.manners import check_manners, check_sent
from kit.documents.contexts import legal_step
from kit.facts import Facts
from kit.findings import Finding, Severity
from kit.ledger.build import build_ledger
from kit.model.business_days import day_off, is_business_day, next_business_day
from kit.model.document import Document
from kit.model.event import Disputed, Held, Promised
from kit.model.paper_event import Made, Sent
from kit.model.party import Channel

FRIDAY, SATURDAY = "2026-05-15", "2026-05-16"
EVENTS = {
    "sent": TypeAdapter(tuple[Sent, ...]),
    "made": TypeAdapter(tuple[Made, ...]),
    "holds": TypeAdapter(tuple[Held, ...]),
    "promises": TypeAdapter(tuple[Promised, ...]),
    "disputes": TypeAdapter(tuple[Disputed, ...]),
}
MAIL, EMAIL = Channel.MAIL, Channel.EMAIL
LAWYER = {"name": "Lee Low", "email": "low@law.example", "known_on": "2026-05-10"}


def document(kind: str = "collection", name: str = "letters/reminder") -> Document:
    """Return a document of a kind."""
    return Document.model_validate({"id": name, "title": "A letter", "kind": kind, "context": "letter"})


def sent(on: str = FRIDAY, n: int = 7, channel: str = "mail", **more) -> dict:
    """Return an entry of something that went out."""
    return {"n": n, "on": on, "event": "sent", "channel": channel, **more}


def made(n: int = 3, on: str = "2026-05-08", **more) -> dict:
    """Return an entry of a paper made."""
    paper = {"document": "letters/reminder", "files": [], "inputs": "x", "record": "r"}
    return {"n": n, "on": on, "event": "made", **paper, **more}


def known(as_of: str = FRIDAY, **facts) -> Facts:
    """Return a case with what is on record."""
    parts = {key: facts.pop(key) for key in EVENTS if key in facts}
    found = facts_of(as_of, **facts)
    case = found.case.model_copy(update={key: EVENTS[key].validate_python(value) for key, value in parts.items()})
    return replace(found, case=case, ledger=build_ledger(case, found.terms, day(as_of)))


def manners(channel: Channel = MAIL, paper: Document | None = None, step: str | None = None, **facts) -> list[Finding]:
    """Return what is not done in sending a letter."""
    return list(check_manners(known(**facts), paper or document(), channel, step=step))


@pytest.mark.parametrize(
    ("before", "channel", "step", "expected"),
    [
        pytest.param([], MAIL, None, [], id="the-first"),
        pytest.param([sent()], MAIL, None, ["K430"], id="a-second-by-mail"),
        pytest.param([sent(channel="email")], EMAIL, None, ["K430"], id="a-second-by-email"),
        pytest.param([sent(channel="text")], Channel.TEXT, None, ["K430"], id="a-second-text"),
        pytest.param([sent()], EMAIL, None, [], id="by-another-channel"),
        pytest.param([sent("2026-05-14")], MAIL, None, [], id="the-day-after"),
        pytest.param([sent(step="call")], MAIL, "thirty-day", ["K430"], id="another-step"),
        pytest.param([sent(step="thirty-day")], MAIL, "thirty-day", [], id="two-papers-of-one-step"),
        pytest.param([sent(), sent(n=8)], MAIL, None, ["K430"], id="said-once"),
    ],
)
def test_one_message_a_day(before, channel, step, expected):
    """A second message by the same channel on one day is stopped; papers of one step are one message."""
    assert codes(manners(channel, sent=before, step=step)) == expected


def test_one_message_a_day_clears_the_next():
    """The second message may go the next day, or today if the user says why."""
    found = the("K430", manners(sent=[sent(step="friendly-reminder")]))

    assert found.message.startswith("friendly-reminder went out by mail on 2026-05-15 already")
    assert (found.clears_on, found.overridable) == (date(2026, 5, 16), True)


@pytest.mark.parametrize(
    ("as_of", "channel", "severity", "says"),
    [
        pytest.param(FRIDAY, MAIL, None, "", id="a-friday"),
        pytest.param(SATURDAY, MAIL, "stop", "a Saturday", id="a-saturday"),
        pytest.param("2026-05-17", Channel.HAND, "stop", "a Sunday", id="a-sunday-by-hand"),
        pytest.param(SATURDAY, EMAIL, "note", "a Saturday", id="a-saturday-by-email"),
        pytest.param("2026-05-25", MAIL, "stop", "Memorial Day", id="a-federal-holiday"),
        pytest.param("2026-07-03", MAIL, "stop", "Independence Day (observed)", id="observed-on-friday"),
    ],
)
def test_letters_are_dated_on_business_days(as_of, channel, severity, says):
    """A letter is not dated on a day off; an email may go, with a note."""
    found = manners(channel, as_of=as_of)

    assert [(one.code, one.severity.value) for one in found] == ([("K431", severity)] if severity else [])
    assert all(one.message.startswith(f"{as_of} is {says};") for one in found)


def test_a_holiday_of_the_debtors_state_counts():
    """Texas rests on March 2; a letter to Texas waits a day, one to New York does not."""
    texas, york = (debtor(address={**ADDRESS, "state": state}) for state in ("TX", "NY"))
    found = the("K431", manners(as_of="2026-03-02", debtor=texas))

    assert "Texas Independence Day" in found.message
    assert found.clears_on == date(2026, 3, 3)
    assert manners(as_of="2026-03-02", debtor=york) == []


def test_the_next_business_day_is_named():
    """A letter of the Saturday before Memorial Day may be dated on the Tuesday after it."""
    found = the("K431", manners(as_of="2026-05-23"))

    assert (found.clears_on, found.overridable) == (date(2026, 5, 26), True)
    assert "2026-05-26" in found.fix


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        pytest.param(document(), Severity.STOP, id="letter"),
        pytest.param(document("reply", "letters/receipt"), Severity.NOTE, id="answer"),
        pytest.param(document(name="statements/invoice"), Severity.NOTE, id="invoice"),
        pytest.param(document("internal", "internal/own-books"), None, id="stays-in-the-house"),
        pytest.param(document("agreement", "contracts/services"), None, id="contract"),
        pytest.param(document("court", "court/claim"), None, id="court"),
    ],
)
def test_only_what_presses_is_stopped(paper, expected):
    """A bill and an answer go with a note, and papers that do not go to the debtor with nothing."""
    found = manners(paper=paper, as_of=SATURDAY, sent=[sent(SATURDAY)])

    assert codes(found) == (["K430", "K431"] if expected else [])
    assert {one.severity for one in found} <= {expected}


@pytest.mark.parametrize(
    ("day_", "state", "expected"),
    [
        pytest.param("2026-11-20", "CA", "2026-11-20", id="a-friday-is-itself"),
        pytest.param("2026-11-21", "CA", "2026-11-23", id="over-the-weekend"),
        pytest.param("2026-11-26", "CA", "2026-11-30", id="thanksgiving-and-the-day-after-in-california"),
        pytest.param("2026-11-26", "NY", "2026-11-27", id="thanksgiving-in-new-york"),
        pytest.param("2026-11-26", None, "2026-11-27", id="federal-alone"),
        pytest.param("2026-12-31", "XF", "2026-12-31", id="a-state-nobody-knows"),
        pytest.param("2027-12-31", "XF", "2028-01-03", id="new-year-observed-and-the-weekend"),
        pytest.param("2026-10-12", "TX", "2026-10-13", id="a-federal-holiday-the-state-does-not-keep"),
        pytest.param("2026-03-02", "tx", "2026-03-03", id="small-letters"),
        pytest.param("2026-07-17", "PR", "2026-07-17", id="a-territory"),
    ],
)
def test_next_business_day(day_, state, expected):
    """The first day from the given one on that is no weekend, no federal holiday and none of the state."""
    found = next_business_day(day(day_), state)

    assert str(found) == expected
    assert is_business_day(found, state)
    assert (not day_off(day(day_), state)) == (expected == day_)


def test_the_last_day_to_pay_is_a_business_day():
    """Two weeks from June 19 are July 3, 2026, on which Independence Day is observed: the debtor has until Monday."""
    facts = known("2026-06-19")

    assert legal_step.pay_by(facts, outlook(facts)) == date(2026, 7, 6)


BOTH = [invoice(), invoice("INV-2")]


@pytest.mark.parametrize(
    ("invoices", "hold", "facts", "expected"),
    [
        pytest.param(BOTH, None, {}, "stop", id="everything-is-held"),
        pytest.param(BOTH, "INV-1", {}, "note", id="another-is-open"),
        pytest.param([invoice()], "INV-1", {}, "stop", id="nothing-else-is-there"),
        pytest.param([invoice(), invoice("INV-2", due="2026-06-01")], "INV-1", {}, "stop", id="nothing-else-is-due"),
        pytest.param(
            BOTH,
            "INV-1",
            {"disputes": [{"n": 5, "on": "2026-05-01", "event": "disputed", "invoice": "INV-2"}]},
            "stop",
            id="the-other-is-disputed",
        ),
        pytest.param(
            BOTH,
            "INV-1",
            {"payments": [{"id": "P", "on": "2026-05-01", "amount": "1000", "invoice": "INV-2"}]},
            "stop",
            id="the-other-is-paid",
        ),
    ],
)
def test_a_hold_on_one_invoice_holds_that_one(invoices, hold, facts, expected):
    """A hold on one invoice stops letters only where nothing else may be asked for."""
    entry = {"n": 3, "on": "2026-04-01", "event": "held"} | ({"invoice": hold} if hold else {})
    found = known(invoices=invoices, holds=[entry], **facts)

    assert the("K402", check_contact(found.case, found.as_of, found.ledger)).severity.value == expected


@pytest.mark.parametrize(
    ("channels", "channel", "expected"),
    [
        pytest.param([], EMAIL, ["K404"], id="no-contact-at-all"),
        pytest.param(["email"], EMAIL, ["K404"], id="no-email"),
        pytest.param(["email"], MAIL, ["K407"], id="no-email-and-it-goes-by-mail"),
        pytest.param(["mail"], EMAIL, [], id="no-mail-and-it-goes-by-email"),
        pytest.param(["phone"], EMAIL, [], id="no-calls-and-it-goes-by-email"),
    ],
)
def test_a_wish_counts_for_its_channel(channels, channel, expected):
    """Who asked for no email gets none; the letter by mail goes."""
    wish = {"on": "2026-05-01", **({"channels": channels} if channels else {})}
    found = known(debtor=debtor(no_contact=wish))

    assert codes(check_contact(found.case, found.as_of, found.ledger, channel)) == expected


HOLD = {"holds": [{"n": 2, "on": "2026-05-01", "event": "held"}]}
OVERRIDDEN = [made(overrides=[{"code": "K402", "because": "they asked for it"}])]


@pytest.mark.parametrize(
    ("entry", "facts", "paper", "expected"),
    [
        pytest.param(sent(), {}, None, [], id="nothing"),
        pytest.param(sent(), {"bankruptcy": {"petition_on": FRIDAY}}, None, ["K700"], id="bankruptcy"),
        pytest.param(sent(), {"bankruptcy": {"petition_on": SATURDAY}}, None, [], id="a-petition-after-it"),
        pytest.param(
            sent(document="claim"),
            {"bankruptcy": {"petition_on": FRIDAY}},
            document("bankruptcy", "bankruptcy/claim"),
            [],
            id="a-proof-of-claim",
        ),
        pytest.param(sent(), {"debtor": debtor(lawyer=LAWYER)}, None, ["K437"], id="beside-the-lawyer"),
        pytest.param(sent(to="Lee Low"), {"debtor": debtor(lawyer=LAWYER)}, None, [], id="to-the-lawyer"),
        pytest.param(
            sent(made=3),
            {"debtor": debtor(lawyer=LAWYER), "made": [made(on="2026-05-11")]},
            document(),
            [],
            id="made-for-the-lawyer",
        ),
        pytest.param(
            sent(made=3), {"debtor": debtor(lawyer=LAWYER), "made": [made()]}, document(), ["K437"], id="made-before"
        ),
        pytest.param(sent(), HOLD, None, ["K402"], id="held"),
        pytest.param(sent(made=3), {**HOLD, "made": OVERRIDDEN}, document(), [], id="judged-when-it-was-made"),
        pytest.param(sent(made=3), {**HOLD, "made": [made()]}, document("reply"), [], id="an-answer-waits-for-nothing"),
        pytest.param(
            sent(),
            {"promises": [{"n": 4, "on": "2026-05-01", "event": "promised", "by": FRIDAY}]},
            None,
            ["K403"],
            id="promised",
        ),
        pytest.param(
            sent(channel="email"),
            {"debtor": debtor(no_contact={"on": "2026-05-01", "channels": ["email"]})},
            None,
            ["K404"],
            id="no-email-wished",
        ),
        pytest.param(sent(to="Sam Stranger"), {}, None, ["K436"], id="to-a-stranger"),
        pytest.param(sent(on=SATURDAY), {}, None, [], id="posted-on-a-saturday"),
    ],
)
def test_what_spoke_against_sending(entry, facts, paper, expected):
    """A paper that went out is held against what should have kept it; what was judged before is not said again."""
    found = known(sent=[entry], **facts)

    assert codes(check_sent(found, found.case.sent[0], paper)) == expected


def test_a_paper_on_record_is_not_held_against_itself():
    """Of two messages of one day the first is in order."""
    found = known(sent=[sent(), sent(n=8)])

    assert [codes(check_sent(found, one)) for one in found.case.sent] == [[], ["K430"]]
