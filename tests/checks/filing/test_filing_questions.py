"""Every question asked before a small claim is filed has its row: clear where nothing is in the way, and what is."""

from __future__ import annotations

import pytest
from franklin import ADDRESS, creditor, debtor, invoice
from suits import AGENT, OWES, PAPERS, SIGNER, demand, gravest, looked

from kit.checks.filing import Verdict
from kit.checks.filing.questions import QUESTIONS

COUNTRY = {**ADDRESS, "city": "Lee Town"}
ABROAD = {**ADDRESS, "state": "XG"}
PERSON = {"debtor": debtor("individual", address=COUNTRY)}
IN_COUNTRY = {"debtor": debtor(address=COUNTRY, registered_agent=AGENT)}
NEXT_DOOR = {"address": ABROAD}
CLAUSES = "conditions"


def agreed(**conditions) -> dict:
    """Return an agreement with conditions before a suit."""
    return {"agreement": {CLAUSES: conditions}}


def test_every_question_has_its_row():
    """Where nothing is in the way each question is clear, but for what cannot be helped: no appeal for a plaintiff."""
    filing = looked()

    assert {row.id for row in filing.tested} == {*(one.id for one in QUESTIONS), "law"}
    # Franklin's list of fees and its rule on enforcing are of medium confidence, which is said
    assert [(row.id, row.code) for row in filing.tested if row.verdict is not Verdict.CLEAR] == [
        ("appeal", "K617"),
        ("law", "K221"),
        ("law", "K221"),
    ]
    assert not filing.stopped
    assert all(row.question.endswith("?") and row.said and "\n" not in row.said for row in filing.tested)


FILED = {"n": 7, "on": "2026-04-28", "court": "Overton City Court", "number": "SC-1"}
JUDGED = {"n": 8, "on": "2026-04-29", "winner": "debtor"}
DROPPED = {"n": 9, "on": "2026-04-30"}
OLD = {"invoices": [invoice(issued="2021-07-02", due="2021-08-01")], "agreement": {"signed_on": "2021-07-01"}}
EUROS = {"currency": "EUR"}

TABLE = [
    ("forum", {"forum": None}, "stop", "K601"),
    ("court", {"debtor": debtor(address=ABROAD)}, "stop", "K602"),
    ("currency", EUROS, "stop", "K607"),
    ("limit", {"invoices": [invoice(amount="5000.01")]}, "stop", "K603"),
    ("excess", {"invoices": [invoice(amount="5000.01")]}, "note", "K613"),
    ("excess", {"small_claims": {"waive_excess": "yes"}}, "note", "K613"),
    ("venue", {"small_claims": {"venue": "payment_due"}}, "stop", "K680"),
    ("venue", {"small_claims": {"venue": "contract_performed"}}, "note", "K680"),
    ("forum-clause", agreed(forum_clause="us-xg"), "stop", "K683"),
    ("forum-clause", {**agreed(forum_clause="us-xg"), "work": "construction"}, "note", "K683"),
    ("forum-clause", agreed(forum_clause="us-xf"), "clear", ""),
    ("who-may-file", {"creditor": creditor(address=ABROAD, signer=SIGNER)}, "stop", "K604"),
    ("assigned", {**IN_COUNTRY, "assigned_from": {"name": "Old Mill", "on": "2026-01-01"}}, "stop", "K615"),
    ("assigned", {"assigned_from": {"name": "Old Mill", "on": "2026-01-01"}}, "note", "K615"),
    ("pledged", {"creditor": creditor(claim_pledged_to="Lee Bank", signer=SIGNER)}, "stop", "K114"),
    (
        "pledged",
        {
            "creditor": creditor(claim_pledged_to="Lee Bank", signer=SIGNER),
            "small_claims": {"leave_to_sue": "Lee Bank, by letter of 2026-04-01"},
        },
        "clear",
        "",
    ),
    ("who-signs", {"creditor": creditor()}, "note", "K616"),
    ("who-signs", {"creditor": creditor(signer={"name": "Kim", "title": "Cousin"})}, "note", "K616"),
    ("who-signs", {"creditor": creditor(signer={"name": "Kim", "title": "Vice President"})}, "clear", ""),
    ("who-signs", {**IN_COUNTRY}, "note", "K616"),  # the authority is in writing there, on form SC-9
    ("who-appears", {"creditor": creditor()}, "note", "K616"),
    ("filing-caps", {"filed_before": None}, "stop", "K614"),
    ("licence", {"work": "construction", "invoices": [invoice(amount="1000.01")]}, "stop", "K606"),
    ("licence", {"work": {"licence_needed": "yes"}}, "note", "K113"),
    ("registered", {"creditor": creditor(organized_in="XG", signer=SIGNER)}, "stop", "K608"),
    ("good-standing", {"creditor": creditor(good_standing="unknown", signer=SIGNER)}, "stop", "K609"),
    ("trade-name", {"creditor": creditor(dba="Fine Paper", signer=SIGNER)}, "clear", ""),  # Franklin asks for none
    ("name", {"debtor": {**OWES, "name": "Late Paper Supply"}}, "stop", "K110"),
    ("defendant-trade-name", {"debtor": {**OWES, "dba": "Late Night Paper"}}, "note", "K111"),
    ("defendant-trade-name", {"debtor": {**OWES, "dba": "Night", "dba_registered": "yes"}}, "clear", ""),
    ("defendant-trade-name", {"debtor": {**OWES, "good_standing": "no"}}, "note", "K112"),
    ("guarantors", {"guarantors": [{"name": "Sam Moss", "kind": "individual"}]}, "note", "K682"),
    ("guarantors", {"guarantors": [{"name": "Sam Moss", "kind": "individual", "sue": "yes"}]}, "clear", ""),
    (
        "guarantors",
        {"guarantors": [{"name": "Sam Moss", "kind": "individual", "sue": "yes", "limit": "400"}]},
        "note",
        "K682",
    ),
    ("capacity", {"debtor": {**PERSON["debtor"], "capacity": "minor"}}, "stop", "K685"),
    ("capacity", {"debtor": {**PERSON["debtor"], "capacity": "minor", "representative": "Jo Moss"}}, "note", "K685"),
    ("capacity", {"debtor": {**PERSON["debtor"], "capacity": "estate"}}, "stop", "K685"),
    ("capacity", {"debtor": {**PERSON["debtor"], "capacity": "incapacitated"}}, "stop", "K685"),
    ("public-body", {"debtor": debtor("government", registered_agent=AGENT)}, "stop", "K686"),
    ("bankruptcy", {"bankruptcy": {"petition_on": "2026-04-01", "chapter": "7"}}, "stop", "K700"),
    ("bankruptcy", {"bankruptcy": {"petition_on": "2026-04-01", "dismissed_on": "2026-04-20"}}, "note", "K703"),
    *(
        ("insolvency", {"insolvency": {"kind": kind, "on": "2026-04-01"}}, "stop", "K684")
        for kind in ("assignment", "receivership", "probate", "dissolution", "foreign")
    ),
    ("insolvency", {"insolvency": {"kind": "receivership", "on": "2026-06-01"}}, "note", "K684"),
    ("agent", {"debtor": debtor()}, "note", "K681"),
    ("agent", PERSON, "clear", ""),
    ("state-line", {"debtor": debtor(**NEXT_DOOR), "work": {"place": COUNTRY}}, "stop", "K681"),
    (
        "state-line",
        {
            "debtor": debtor(**NEXT_DOOR),
            "work": {"place": COUNTRY},
            "small_claims": {"service_beyond_state": "the agreement submits to it"},
        },
        "note",
        "K681",
    ),
    ("state-line", {"debtor": debtor(registered_agent=AGENT, **NEXT_DOOR), "work": {"place": COUNTRY}}, "clear", ""),
    ("abroad", {"debtor": debtor(address={**ADDRESS, "country": "Canada"})}, "stop", "K686"),
    ("military", PERSON, "note", "K687"),
    (
        "military",
        {"debtor": {**PERSON["debtor"], "military": {"in_service": "no", "checked_on": "2026-04-30", "how": "DMDC"}}},
        "clear",
        "",
    ),
    (
        "military",
        {"debtor": {**PERSON["debtor"], "military": {"in_service": "no", "checked_on": "2026-03-01", "how": "DMDC"}}},
        "note",
        "K687",
    ),
    (
        "military",
        {"debtor": {**PERSON["debtor"], "military": {"in_service": "yes", "checked_on": "2026-04-30", "how": "DMDC"}}},
        "note",
        "K687",
    ),
    ("owed", {"invoices": []}, "stop", "K411"),
    ("owed", {"payments": [{"id": "P", "on": "2026-02-10", "amount": "1000", "invoice": "INV-1"}]}, "stop", "K411"),
    ("owed", {"invoices": [invoice(due="2026-05-20")]}, "stop", "K412"),
    ("one-suit", {"invoices": [invoice(), invoice("LATER", due="2026-05-20")]}, "note", "K415"),
    ("filed-before", {"filings": [FILED]}, "stop", "K688"),
    ("filed-before", {"filings": [FILED], "dismissals": [{**DROPPED, "with_prejudice": "yes"}]}, "stop", "K688"),
    ("filed-before", {"filings": [FILED], "dismissals": [DROPPED]}, "clear", ""),
    ("filed-before", {"judgments": [JUDGED], "filings": [FILED]}, "stop", "K688"),
    ("account", {"invoices": [invoice(due="2025-12-30")]}, "stop", "K115"),
    ("charges", {"agreement": {"interest": {"percent_a_year": "12", "compounding": "monthly"}}}, "note", "K174"),
    ("disputes", {"disputes": [{"n": 5, "on": "2026-04-10", "invoice": "INV-1", "text": "late"}]}, "note", "K618"),
    ("disputes", {"answers": [{"n": 5, "on": "2026-04-10", "reason": "disputes_work"}]}, "note", "K618"),
    ("setoffs", {"setoffs": [{"id": "S", "text": "spoilt paper", "amount": "90"}]}, "note", "K618"),
    ("exhibits", {"exhibits": PAPERS[1:]}, "note", "K689"),
    ("exhibits", {"exhibits": PAPERS[:1]}, "note", "K689"),
    ("liens", {"work": {"kind": "construction", "last_day": "2026-02-01"}}, "note", "K157"),
    ("limitation", OLD, "stop", "K150"),
    ("tolling", OLD, "note", "K225"),
    ("demand", {**IN_COUNTRY, "sent": [], "made": []}, "stop", "K619"),
    ("demand", IN_COUNTRY, "clear", ""),
    ("demand", demand(1, "2026-04-25", "2026-05-09"), "stop", "K414"),
    ("notice", {**agreed(notice_and_cure_days="10"), "sent": [], "made": []}, "stop", "K611"),
    ("notice", agreed(notice_and_cure_days="10"), "clear", ""),
    ("notice", agreed(notice_and_cure_days="30"), "stop", "K611"),  # sent on April 1: over on May 1
    ("mediation", agreed(mediation="yes"), "stop", "K605"),
    ("arbitration", agreed(arbitration="yes"), "clear", ""),
    ("arbitration", agreed(arbitration="yes", small_claims_carved_out="no"), "stop", "K605"),
    ("waiting", {"promises": [{"n": 5, "on": "2026-04-29", "by": "2026-05-05"}]}, "stop", "K403"),
    ("waiting", {"holds": [{"n": 5, "on": "2026-04-29"}]}, "stop", "K402"),
    ("collection-law", PERSON, "note", "K155"),
    ("decision", {"legal_action": None}, "note", "K416"),
    ("decision", {"legal_action": {"decided_on": "2026-04-20", "not_before": "2026-05-02"}}, "stop", "K416"),
    ("appeal", {}, "note", "K617"),
]


@pytest.mark.parametrize(
    ("question", "facts", "verdict", "code"),
    [pytest.param(*row, id=f"{row[0]}-{row[3] or 'clear'}-{n}") for n, row in enumerate(TABLE)],
)
def test_other_side(question, facts, verdict, code):
    """A fact that stands in the way is told in the row of its question, with its code."""
    row = gravest(looked(**facts), question)

    assert (row.verdict.value, row.code) == (verdict, code), row.said
    assert row.stops == (verdict == "stop")


def test_every_question_has_another_side():
    """No question can only be clear: the table above or a test of its own shows what stands in its way."""
    elsewhere = {"limit-counts", "limit-change", "fee", "revival", "borrowing", "lawyers", "enforcement"}

    assert {one.id for one in QUESTIONS} - elsewhere == {row[0] for row in TABLE}


@pytest.mark.parametrize(
    "facts",
    [pytest.param({"forum": None}, id="no-law"), pytest.param({"debtor": debtor(address=ABROAD)}, id="no-court")],
)
def test_nothing_is_clear_untested(facts):
    """Without a court or its law every question about them is there, and not one is called clear."""
    filing = looked(**facts)

    assert {row.id for row in filing.tested} >= {one.id for one in QUESTIONS}
    assert filing.of("limit")[0].verdict is Verdict.UNKNOWN
    assert filing.court is None
    assert filing.limit is None
    assert filing.stopped
