"""Real states: what their own law makes of a claim, and promises that hold in every one of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from suits import PAPERS, gravest, looked

from kit.checks.filing import Verdict
from kit.checks.filing.questions import QUESTIONS
from kit.load.jurisdiction_file import load_jurisdiction

ROOT = Path(__file__).parents[3] / "jurisdictions"
STATES = sorted(path.stem for path in ROOT.glob("us-??.yaml"))
TODAY = "2026-11-22"
COUNTIES = {
    "us-ca": {"city": "Oakland", "county": "Alameda", "state": "CA", "zip": "94612"},
    "us-tx": {"city": "Houston", "county": "Harris", "state": "TX", "zip": "77002"},
    "us-ny": {"city": "New York", "county": "New York", "state": "NY", "zip": "10001"},
}


def place(code: str) -> dict[str, str]:
    """Return an address in a state."""
    state = code.removeprefix("us-").upper()
    known = COUNTIES.get(code, {"city": "Springfield", "county": "Lee", "state": state, "zip": "12345"})
    return {"street": "90 Quay St", **known}


def claim(code: str, amount: str = "4000", kind: str = "llc", sued: str = "corporation", **more) -> dict:
    """Return a claim of a company or a person against another, all in one state."""
    names = {"llc": "Alder & Finch LLC", "corporation": "Late Paper Supply Inc.", "individual": "Pat Moss"}
    state = code.removeprefix("us-").upper()
    creditor = {
        "name": names[kind], "kind": kind, "organized_in": state, "good_standing": "yes", "address": place(code),
        "signer": {"name": "Robin Alder", "title": "Officer"},
    }  # fmt: skip
    law = load_jurisdiction(code)
    return {
        "law": law,
        "forum": law,
        "creditor": creditor,
        "debtor": {"name": names[sued], "kind": sued, "address": place(code)},
        "agreement": {"governing_law": code, "signed_on": "2026-01-05"},
        "invoices": [
            {
                "id": "INV-1",
                "issued_on": "2026-05-01",
                "due_on": "2026-06-01",
                "lines": [{"text": "work", "unit_price": amount}],
            }
        ],
        "exhibits": PAPERS,
        "made": [],
        "sent": [{"n": 1, "on": "2026-08-03", "step": "final-demand", "certified": "9407"}],
        **more,
    }


def filed(number: int, amount: str) -> list[dict]:
    """Return claims filed earlier in the year."""
    return [{"on": f"2026-02-{day + 1:02d}", "amount": amount} for day in range(number)]


@pytest.mark.parametrize(
    ("code", "facts", "question", "verdict", "words"),
    [
        pytest.param("us-ca", {"amount": "5900"}, "limit", "clear", "$6,250.00", id="ca-company-within"),
        pytest.param("us-ca", {"amount": "6300"}, "limit", "stop", "$6,250.00", id="ca-company-over"),
        pytest.param("us-ca", {"amount": "6300", "kind": "individual"}, "limit", "clear", "$12,500.00", id="ca-person"),
        pytest.param(
            "us-ca",
            {"amount": "7000", "small_claims": {"waive_excess": "yes"}},
            "excess",
            "note",
            "given up for good",
            id="ca-waives",
        ),
        pytest.param(
            "us-ca",
            {"assigned_from": {"name": "Old Mill", "on": "2026-07-01"}},
            "assigned",
            "stop",
            "assignee",
            id="ca-assignee",
        ),
        pytest.param(
            "us-ca", {"filed_before": filed(2, "3000")}, "filing-caps", "stop", "2 claims", id="ca-third-over"
        ),
        pytest.param(
            "us-ca", {"filed_before": filed(1, "3000")}, "filing-caps", "clear", "number 2", id="ca-second-over"
        ),
        pytest.param(
            "us-ca", {"filed_before": filed(2, "2500")}, "filing-caps", "clear", "number 1", id="ca-small-ones"
        ),
        pytest.param("us-ca", {"filed_before": None}, "filing-caps", "stop", "not in the file", id="ca-asks"),
        pytest.param("us-ca", {}, "appeal", "note", "cannot appeal", id="ca-no-appeal"),
        pytest.param("us-ca", {}, "lawyers", "clear", "no lawyer speaks", id="ca-no-lawyers"),
        pytest.param(
            "us-tx",
            {"amount": "20500", "small_claims": {"waive_excess": "yes"}},
            "excess",
            "stop",
            "may not be given up",
            id="tx-no-waiver",
        ),
        pytest.param("us-tx", {"amount": "19000"}, "limit", "clear", "$20,000.00", id="tx-within"),
        pytest.param("us-ny", {}, "court", "clear", "Commercial Claims", id="ny-company"),
        pytest.param("us-ny", {"kind": "individual"}, "court", "clear", "Small Claims", id="ny-person"),
        pytest.param("us-ny", {}, "venue", "clear", "has its office in New York", id="ny-venue"),
        pytest.param("us-ny", {"amount": "10500"}, "limit", "stop", "$10,000.00", id="ny-over"),
    ],
)
def test_states(code, facts, question, verdict, words):
    """What the state's own law says of the claim is in the row, with its citation."""
    row = gravest(looked(TODAY, **claim(code, **facts)), question)

    assert row.verdict.value == verdict, row.said
    assert words in row.said
    assert row.cite or question == "court"


PARTS = st.fixed_dictionaries(
    {
        "amount": st.sampled_from(["1", "900", "2500.01", "6000", "12500", "26000", "200000"]),
        "kind": st.sampled_from(["llc", "individual", "corporation"]),
        "sued": st.sampled_from(["corporation", "individual", "llc"]),
    },
    optional={
        "filed_before": st.sampled_from([None, filed(3, "3000"), filed(20, "100")]),
        "assigned_from": st.just({"name": "Old Mill", "on": "2026-07-01"}),
        "small_claims": st.sampled_from([{"waive_excess": "yes"}, {"venue": "payment_due"}]),
        "purpose": st.just("consumer"),
        "insolvency": st.just({"kind": "probate", "on": "2026-10-01"}),
        "bankruptcy": st.just({"petition_on": "2026-10-01"}),
        "sent": st.just([]),
    },
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(code=st.sampled_from(STATES), facts=PARTS)
def test_promises_of_every_state(code, facts):
    """In every state each question has a row; what stops says why, by law or by the file, and what to do."""
    filing = looked(TODAY, **claim(code, **facts))

    assert {row.id for row in filing.tested} >= {one.id for one in QUESTIONS}
    for row in filing.tested:
        assert row.said
        assert (row.verdict is Verdict.CLEAR) == (row.finding is None and not row.said.startswith("not tested"))
        if row.stops:
            assert row.fix, row.said
    assert {one for one in filing.findings if one.stops} == {row.finding for row in filing.tested if row.stops}
    assert filing.waived == 0 or filing.ways.waiver.chosen
    assert 0 <= filing.waived < filing.claim or not filing.waived
    if filing.limit is not None and not any(row.stops for row in filing.of("limit")):
        assert filing.counted - filing.waived <= filing.limit


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(code=st.sampled_from(STATES), facts=PARTS)
def test_bankruptcy_is_never_overridden(code, facts):
    """Whatever else the file says, a petition stops the claim, and no reason overrides that."""
    filing = looked(TODAY, **claim(code, **{**facts, "bankruptcy": {"petition_on": "2026-10-01"}}))

    (row,) = filing.of("bankruptcy")
    assert (row.code, row.stops, row.finding.overridable) == ("K700", True, False)
    assert row.cite


@pytest.mark.parametrize("code", STATES)
def test_unknown_law_is_never_clear(code):
    """A row whose law nobody has researched is unknown; a clear one about the law cites it."""
    filing = looked(TODAY, **claim(code))

    about_law = {"limit", "limit-counts", "filing-caps", "who-may-file", "appeal", "lawyers", "venue", "state-line"}
    for row in filing.tested:
        if row.id in about_law and row.verdict is Verdict.CLEAR:
            assert row.cite, (code, row.id, row.said)
