"""The demand and its waiting time, the time to sue and what moved it, and who speaks at the hearing."""

from __future__ import annotations

from datetime import date

import pytest
from franklin import ADDRESS, FOLDER, HOME, creditor, debtor, invoice
from suits import AGENT, SIGNER, changed_law, demand, gravest, looked

from kit import pipeline
from kit.checks.filing import Verdict, look
from kit.load.jurisdiction_file import load_jurisdiction

COUNTY = {"debtor": debtor(address={**ADDRESS, "city": "Lee Town"}, registered_agent=AGENT)}
CONSUMER = {"debtor": debtor("individual"), "purpose": "consumer"}
DEMAND = (
    "{required: yes, written: yes, days: 10, methods: [mail, certified_mail, email], "
    "must_say: [the amount, what it is for, the day by which to pay]}"
)
TIERS = "tiers: [{up_to: 1500, fee: 30}, {up_to: 5000, fee: 50}, {up_to: 12000, fee: 75}]"
OLD = [invoice(issued="2021-07-02", due="2021-08-01")]
WRITTEN = {"signed_on": "2021-07-01"}


@pytest.mark.parametrize(
    ("as_of", "verdict", "clears"),
    [
        # ten days from April 1 end on Saturday April 11, which moves to Monday the 13th
        pytest.param("2026-04-13", "stop", "2026-04-14", id="last-day"),
        pytest.param("2026-04-14", "clear", None, id="the-day-after"),
    ],
)
def test_waiting_time(as_of, verdict, clears):
    """The days of the demand must be over, counted as the state counts; the row says when they are."""
    row = gravest(looked(as_of, **COUNTY, **demand(1, "2026-04-01", "2026-04-09")), "demand")

    assert row.verdict.value == verdict
    if clears:
        assert str(row.finding.clears_on) == clears
        assert row.cite == "Franklin Small Claims Rules, rules 2 to 9, read 2026-03-14"


@pytest.mark.parametrize(
    ("channel", "verdict"),
    [("mail", "clear"), ("email", "clear"), ("hand", "stop"), ("portal", "stop")],
)
def test_how_the_demand_went(channel, verdict):
    """A demand that went another way than the law asks for is none."""
    row = gravest(looked(**COUNTY, **demand(1, "2026-04-01", "2026-04-09", channel=channel)), "demand")

    assert row.verdict.value == verdict, row.said


def test_certified_mail(tmp_path):
    """Where only certified mail will do, its number in the journal shows it."""
    forum = changed_law(tmp_path, ("methods: [mail, certified_mail, email]", "methods: [certified_mail]"))
    plain, numbered = (
        gravest(looked(forum=forum, **COUNTY, **demand(1, "2026-04-01", "2026-04-09", **more)), "demand")
        for more in ({}, {"certified": "9407 1"})
    )

    assert (plain.verdict.value, numbered.verdict.value) == ("stop", "clear")
    assert "certified 9407 1" in numbered.said


@pytest.mark.parametrize(
    ("as_of", "verdict"),
    [pytest.param("2026-09-28", "note", id="180-days"), pytest.param("2026-09-29", "stop", id="181-days")],
)
def test_demand_too_old(as_of, verdict):
    """A demand that is older than the law lets it be no longer counts; one to be certified to the court says so."""
    sued = creditor("llc", signer=SIGNER)
    row = gravest(looked(as_of, creditor=sued, **CONSUMER, **demand(1, "2026-04-01", "2026-04-20")), "demand")

    assert (row.verdict.value, row.code) == (verdict, "K619")


def test_an_earlier_demand_may_do():
    """Of two demands one that meets the law is enough."""
    first, second = demand(1, "2026-04-01", "2026-04-09"), demand(3, "2026-04-28", "2026-04-29")
    both = {key: first[key] + second[key] for key in first}

    assert gravest(looked(**COUNTY, **both), "demand").verdict is Verdict.CLEAR


def test_asked_in_any_manner(tmp_path):
    """Where the law wants payment asked for, however, a talk on record is enough, and silence is not."""
    forum = changed_law(
        tmp_path,
        (DEMAND, "{required: yes, written: no, methods: [any]}"),
    )
    none = {"made": [], "sent": []}
    talk = {"called": [{"n": 4, "on": "2026-04-03", "spoke": "yes"}]}

    assert gravest(looked(forum=forum, **COUNTY, **none), "demand").stops
    assert "by telephone" in gravest(looked(forum=forum, **COUNTY, **none, **talk), "demand").said


@pytest.mark.parametrize(
    ("document", "asks"),
    [("letters/friendly-reminder", True), ("letters/receipt", False), ("statements/invoice", False)],
)
def test_what_asks_for_payment(tmp_path, document, asks):
    """Any letter that asks will do there; a receipt thanks, and a bill alone is no demand."""
    forum = changed_law(tmp_path, (DEMAND, "{required: yes, written: no, methods: [any]}"))
    made = {"n": 1, "on": "2026-04-01", "document": document, "files": [], "inputs": "x", "record": "r"}
    sent = {"n": 2, "on": "2026-04-01", "made": 1, "step": "friendly-reminder"}

    found = gravest(looked(forum=forum, **COUNTY, made=[made], sent=[sent]), "demand")
    assert found.stops is not asks


SIGNED = {"id": "A-1", "text": "we owe it", "signed": "yes"}


@pytest.mark.parametrize(
    ("facts", "expired", "words"),
    [
        # four years from 2021-08-01 end on 2025-08-01
        pytest.param({}, True, "no payment or signed acknowledgment", id="nothing-happened"),
        pytest.param({"acknowledgments": [{**SIGNED, "on": "2024-06-01"}]}, False, "starts the time", id="in-time"),
        pytest.param({"acknowledgments": [{**SIGNED, "on": "2025-08-01"}]}, False, "starts", id="on-the-last-day"),
        pytest.param(
            {"acknowledgments": [{**SIGNED, "on": "2025-08-02"}]},
            True,
            "after it had run out, does not start",
            id="a-day-too-late",
        ),
        pytest.param(
            {"acknowledgments": [{"id": "A-1", "text": "yes", "on": "2024-06-01"}]}, True, "not signed", id="unsigned"
        ),
        pytest.param(
            {"acknowledgments": [{**SIGNED, "on": "2024-06-01", "invoice": "OTHER"}]},
            True,
            "no payment or signed",
            id="about-another-invoice",
        ),
        pytest.param(
            {"payments": [{"id": "P", "on": "2024-06-01", "amount": "1"}]}, False, "the payment of", id="payment"
        ),
        pytest.param(
            {**CONSUMER, "payments": [{"id": "P", "on": "2024-06-01", "amount": "1"}]},
            True,
            "does not start",
            id="a-consumer's-payment",
        ),
        pytest.param(
            {**CONSUMER, "acknowledgments": [{**SIGNED, "on": "2024-06-01"}]}, False, "starts", id="a-consumer's-word"
        ),
    ],
)
def test_revival(facts, expired, words):
    """Payments and signed writings start the time anew only where, and while, the law lets them."""
    filing = looked(invoices=OLD, agreement=WRITTEN, **facts)

    assert gravest(filing, "limitation").stops == expired
    assert any(words in row.said for row in filing.of("revival")), [row.said for row in filing.of("revival")]


def test_out_of_time_against_a_person():
    """Against a natural person a claim out of time is refused, and no reason overrides it."""
    filing = looked(invoices=OLD, agreement=WRITTEN, debtor=debtor("individual"))

    assert gravest(filing, "limitation").stops
    assert not any(row.finding.overridable for row in filing.of("limitation") if row.code == "K150")


def test_restart_not_settled(tmp_path):
    """Where nobody settled whether a writing restarts the time it starts nothing, and the row is unknown."""
    old = "before_expiry: {payment: yes, written_acknowledgment: yes"
    forum = changed_law(tmp_path, (old, "before_expiry: {payment: yes, written_acknowledgment: not_researched"))
    said = [{**SIGNED, "on": "2024-06-01"}]
    filing = looked(forum=forum, invoices=OLD, agreement=WRITTEN, acknowledgments=said)

    assert gravest(filing, "revival").verdict is Verdict.UNKNOWN
    assert gravest(filing, "limitation").stops


@pytest.mark.parametrize(
    ("home", "verdict"),
    [pytest.param(HOME, "clear", id="a-resident"), pytest.param({**HOME, "state": "XG"}, "note", id="from-elsewhere")],
)
def test_borrowing(home, verdict):
    """A creditor of another state hears that its shorter time may bind; a resident is spared where the law says so."""
    filing = looked(creditor=creditor(address=home, registered_in=["XF"], signer=SIGNER))

    assert gravest(filing, "borrowing").verdict.value == verdict


def test_borrowing_from_the_law_agreed():
    """Where another state's law governs the agreement its time is looked at too."""
    other = load_jurisdiction("us-xg", [FOLDER])
    abroad = creditor(address={**HOME, "state": "XG"}, signer=SIGNER)
    row = gravest(looked(law=other, creditor=abroad, agreement={"governing_law": "us-xg"}), "borrowing")

    assert f"the law of {other.name}" in row.said
    assert row.fact is None or row.verdict is not Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("word", "verdict", "said"),
    [
        ("barred", "clear", "no lawyer speaks"),
        ("allowed", "clear", "may bring one"),
        ("by_leave", "clear", "judge's leave"),
        ("not_researched", "unknown", "not settled"),
    ],
)
def test_lawyers(word, verdict, said, tmp_path):
    """Whether lawyers speak at the hearing is said before filing; where nobody knows, it is not clear."""
    forum = changed_law(tmp_path, ("lawyers: by_leave", f"lawyers: {word}"))
    row = gravest(looked(forum=forum), "lawyers")

    assert row.verdict.value == verdict
    assert said in row.said


def test_company_needs_a_lawyer(tmp_path):
    """Where a company cannot appear without a lawyer the claim stops before the fee is paid."""
    old = "{entity_without_lawyer: yes, through: [officer, regular_employee], lawyers: by_leave}"
    forum = changed_law(tmp_path, (old, "{entity_without_lawyer: no, lawyers: allowed}"))

    assert gravest(looked(forum=forum), "who-appears").stops


def test_appeal_open(tmp_path):
    """Where a plaintiff may appeal the row says within which days."""
    old = "value: {plaintiff: no, defendant: yes, days: 30"
    forum = changed_law(tmp_path, (old, old.replace("plaintiff: no", "plaintiff: yes")))
    row = gravest(looked(forum=forum), "appeal")

    assert (row.verdict, "within 30 days" in row.said) == (Verdict.CLEAR, True)


def test_fee_unknown(tmp_path):
    """A fee that is not on record is not called clear."""
    forum = changed_law(tmp_path, (TIERS, "local: yes"))

    assert gravest(looked(forum=forum), "fee").verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("facts", "ground", "words"),
    [
        pytest.param({}, "defendant_office", "has its office in Overton, Lee County", id="office"),
        pytest.param(
            {"debtor": debtor("individual")}, "defendant_lives", "Pat Moss lives in Overton, Lee County", id="home"
        ),
        pytest.param(
            {"small_claims": {"venue": "contract_performed"}, "work": {"place": ADDRESS}},
            "contract_performed",
            "the work was done in Overton",
            id="chosen",
        ),
        pytest.param(
            {**CONSUMER, "agreement": {"signed_in": ADDRESS}, "debtor": debtor("individual")},
            "defendant_lives",
            "lives in",
            id="a-consumer-at-home",
        ),
    ],
)
def test_venue(facts, ground, words):
    """The ground of venue comes from the facts, or is the user's own, and is stated in a sentence with its fact."""
    filing = looked(**facts)

    assert filing.venue.ground.value == ground
    assert words in filing.venue.why
    assert gravest(filing, "venue").verdict is Verdict.CLEAR
    assert filing.venue.from_file == ("small_claims" in facts)


def test_no_ground_of_venue():
    """Where no fact bears out any ground the law knows, the claim stops and says what the law asks for."""
    away = {**ADDRESS, "state": "XG"}
    here = gravest(looked(debtor=debtor(address=away), work={"place": ADDRESS}), "venue")
    buyer = debtor("individual", address=away)
    nowhere = gravest(looked(debtor=buyer, purpose="consumer", work={"place": ADDRESS}), "venue")

    assert here.verdict is Verdict.CLEAR  # the work was done in Franklin, which is no ground against a consumer
    assert (nowhere.code, nowhere.stops) == ("K680", True)
    assert "the defendant lives there; or the defendant signed the contract there" in nowhere.said


def test_court_follows_the_ground_chosen():
    """The court is the one of the place that the chosen ground of venue is about."""
    elsewhere = {**ADDRESS, "city": "Lee Town"}
    filing = looked(small_claims={"venue": "contract_performed"}, work={"place": elsewhere})

    assert filing.court_id == "county-court"
    assert gravest(filing, "court").said.startswith("County Court, small claims for Lee Town, Lee County")


def test_where_the_company_is_from_is_asked():
    """A company whose home nobody named is not taken for one of this state."""
    row = gravest(looked(creditor=creditor(organized_in=None, signer=SIGNER)), "registered")

    assert (row.verdict, row.code) == (Verdict.UNKNOWN, "K608")


@pytest.mark.parametrize(
    "more",
    [
        "assigned_from: {name: Old Mill, on: 2026-01-01}\n",
        "insolvency: {kind: receivership, on: 2026-04-01}\n",
        "bankruptcy: {petition_on: 2026-04-01}\n",
        "legal_action: {decided_on: 2026-05-01, not_before: 2026-06-01}\n",
        "small_claims: {venue: payment_due, waive_excess: yes}\n",
        "guarantors: [{name: Sam Moss, kind: individual, sue: yes, capacity: minor}]\n",
    ],
)
def test_a_stop_says_where_it_comes_from(case, more):
    """Whatever stops a filing names the law it rests on, or the place in the file."""
    file = case / "case.yaml"
    file.write_text(file.read_text("utf-8") + more, encoding="utf-8")

    found = look(pipeline.gather(pipeline.load_case(file, as_of=date(2026, 5, 1))))

    assert found.stopped
    assert all(one.law or (one.place and one.place.line) for one in found.findings if one.stops)
    assert all(one.fix for one in found.findings if one.stops)


@pytest.mark.parametrize(
    ("word", "verdict"), [("yes, through: [officer]", "clear"), ("no", "note"), ("not_researched", "unknown")]
)
def test_collecting_on_the_judgment(word, verdict, tmp_path):
    """Whether a company may collect without a lawyer is told before the fee is paid."""
    old = "value: {entity_without_lawyer: yes, through: [officer]}"
    forum = changed_law(tmp_path, (old, f"value: {{entity_without_lawyer: {word}}}"))

    assert gravest(looked(forum=forum), "enforcement").verdict.value == verdict


def test_a_company_lives_at_its_office(tmp_path):
    """Where the law knows only where the defendant lives, a company is taken to live where its office is."""
    old = "{from: 2018-07-01, source: rules-of-court, confidence: high, value: {grounds: [defendant_lives, "
    forum = changed_law(tmp_path, (f"{old}defendant_office, contract_performed]", f"{old}contract_performed]"))
    filing = looked(forum=forum)

    assert filing.venue.ground.value == "defendant_lives"
    assert filing.venue.why == (
        "Late Paper Supply Inc. has its office, where a company is taken to live, in Overton, Lee County"
    )
