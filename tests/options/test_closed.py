"""What is closed for a debt is shown as closed, with the reason and the code of the check that guards it."""

from __future__ import annotations

import pytest
from franklin import creditor, debtor, invoice
from round_figures import compared

ASKING = {
    "remind", "plan", "settle", "agency_25", "agency_30", "agency_50", "discount", "factoring", "attorney_letter",
    "small_claims", "court",
}  # fmt: skip
TODAY = "2026-03-03"
OPEN = [invoice(amount="1000", issued="2026-01-02", due="2026-02-01")]
ENTRY = {"n": 5, "on": "2026-02-20"}
PLAN = {
    "kind": "plan",
    "counted_on": "2026-02-10",
    "debt": "1000",
    "instalments": [{"due_on": "2026-03-10", "amount": "500"}, {"due_on": "2026-04-10", "amount": "500"}],
}
SOLD = {"to": "factor", "title": "sale", "who": "Harbor Factors LLC"}


def closed(as_of: str = TODAY, **facts) -> dict[str, set[str]]:
    """Return the ways that are closed, each with the codes that say why."""
    found = compared(as_of, **{"invoices": OPEN, **facts})
    return {way.id: {one.code for one in way.closed} for way in found.ways if not way.open}


def every(*codes: str, of: set[str] = ASKING) -> dict[str, set[str]]:
    """Return each way of a group closed by the same codes."""
    return {way: set(codes) for way in of}


def test_nothing_is_closed_without_a_reason():
    """A plain debt of a month leaves every way open."""
    assert closed() == {}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({"bankruptcy": {"petition_on": "2026-02-20", "chapter": "7"}}, every("K700"), id="stay"),
        pytest.param(
            {
                "debtor": debtor("individual"),
                "bankruptcy": {"petition_on": "2026-02-20", "chapter": "7", "discharged_on": "2026-03-01"},
            },
            every("K701"),
            id="discharged",
        ),
        pytest.param(
            {"insolvency": {"kind": "receivership", "on": "2026-02-15"}},
            every("K718") | every("K684", of={"small_claims", "court"}),
            id="receiver",
        ),
        pytest.param(
            {"handed_off": [{**ENTRY, "event": "handed_off", "terms": {"to": "agency", "who": "Quay Recovery"}}]},
            every("K843"),
            id="with-an-agency",
        ),
        pytest.param(
            {"handed_off": [{**ENTRY, "event": "handed_off", "terms": SOLD}]},
            every("K842", of=ASKING | {"bankruptcy", "write_off"}),
            id="sold",
        ),
        pytest.param({"signed": [{**ENTRY, "event": "signed", "deal": PLAN}]}, every("K852"), id="plan-in-force"),
        pytest.param(
            {"closed": {**ENTRY, "event": "closed", "reason": "written_off"}}, every("K860"), id="case-closed"
        ),
        pytest.param(
            {"creditor": creditor(claim_pledged_to="First Bank")},
            every("K840", of={"plan", "settle", "discount", "agency_25", "agency_30", "agency_50", "factoring"}),
            id="pledged",
        ),
        pytest.param(
            {"disputes": [{**ENTRY, "event": "disputed", "invoice": "INV-1"}]},
            every("K846", of={"factoring"}),
            id="disputed",
        ),
        pytest.param(
            {"debtor": debtor("individual"), "purpose": "consumer"}, every("K851", of={"factoring"}), id="consumer"
        ),
        pytest.param(
            {"promises": [{**ENTRY, "event": "promised", "by": "2026-03-20"}]},
            every("K403", of={"remind"}),
            id="promise-running",
        ),
        pytest.param(
            {"filings": [{**ENTRY, "event": "filed", "amount": "1000"}]},
            every("K688", of={"small_claims", "court"})
            | every("K855", of={"agency_25", "agency_30", "agency_50", "factoring"}),
            id="in-court",
        ),
        pytest.param(
            {"invoices": [invoice(amount="7000", issued="2026-01-02", due="2026-02-01")]},
            every("K603", of={"small_claims"}),
            id="over-the-limit",
        ),
        pytest.param({"creditor": None}, every("K602", of={"small_claims"}), id="nobody-sues"),
        pytest.param({"own": {"write_off": {"basis": "cash"}}}, every("K874", of={"write_off"}), id="cash-basis"),
    ],
)
def test_closed_with_its_reason(facts, expected):
    """The codes are those of the checks behind the papers; every other way stays open."""
    assert closed(**facts) == expected


def test_out_of_time():
    """Years after the last day to sue, nothing asks the debtor any more; a factor would not buy it either."""
    assert closed("2034-03-03") == every("K150")


def test_what_is_in_time_can_still_be_asked_for():
    """One invoice out of time closes nothing that the other leaves open."""
    old = invoice("INV-0", "500", issued="2020-01-02", due="2020-02-01")

    assert closed(invoices=[old, *OPEN]) == {}


def test_old_invoices_are_not_sold():
    """The user's own limit of age decides what a factor may buy."""
    late = [invoice(amount="1000", issued="2025-10-04", due="2025-11-03")]

    assert closed(invoices=late) == every("K853", of={"factoring"})
    assert closed(invoices=late, own={"factoring": {"oldest_days": "120"}}) == {}


def test_what_must_come_first_closes_nothing():
    """A demand not sent yet is to be put right, not a bar; a person over the limit may give the rest up."""
    person = {"creditor": creditor("sole-proprietor")}
    found = compared(TODAY, invoices=[invoice(amount="9000", issued="2026-01-02", due="2026-02-01")], **person)
    suit = found.way("small_claims")

    assert suit.open
    assert "K619" in {one.code for one in suit.first}
    assert suit.terms.base == 8000
    assert "$1,000.00 over it would be given up for good." in suit.terms.notes


def test_consumer_safeguards_are_named():
    """An agency that collects a consumer's debt is bound by federal law, and reminders by the state's."""
    found = compared(TODAY, invoices=OPEN, debtor=debtor("individual"), purpose="consumer")

    assert "K851" in {one.code for one in found.way("agency_25").beside}
    assert "K155" in {one.code for one in found.way("remind").beside}


def test_a_petition_opens_the_dividend():
    """Before a petition the dividend is a what-if and no choice; after it, it is what can be chosen."""
    before = compared(TODAY, invoices=OPEN).way("bankruptcy")
    after = compared(TODAY, invoices=OPEN, bankruptcy={"petition_on": "2026-02-20"}).way("bankruptcy")

    assert (before.open, before.choice, before.evens) == (True, False, ())
    assert (after.open, after.choice) == (True, True)
    assert {even.other for even in after.evens} == {"write_off"}


def test_pay_with_rank_is_paid_before():
    """A person's pay of the last days before a petition is reckoned at the chances of its rank."""
    person = {"creditor": creditor("sole-proprietor"), "bankruptcy": {"petition_on": "2026-02-20", "chapter": "7"}}
    goods = {"work": "goods", "invoices": [{**OPEN[0], "delivered_on": "2026-02-10"}]}
    found = compared(TODAY, **person, **goods).way("bankruptcy")

    assert found.comes_in.high == 1000  # an expense of the estate: nothing, or all of it
    assert "$1,000.00 of the claim has rank or security" in found.terms.notes[0]
