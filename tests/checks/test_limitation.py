"""Whether each sum is still in time, counted from the event that the law names."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from franklin import codes, day, debtor, facts_of, invoice, the

from kit.checks.limitation import check_limitation
from kit.model.inquiry import Inquiry
from kit.model.paper_event import Sent
from kit.model.selectors import selectors_of

OLD = {"signed_on": "2015-01-01"}


def looked(as_of: str, kind: str = "written", sent: tuple = (), **facts):
    """Return what is said about time on a day."""
    agreement = {**OLD, "kind": kind, **facts.pop("agreement", {})}
    found = facts_of(as_of, agreement=agreement, **facts)
    found = replace(found, case=found.case.model_copy(update={"sent": sent}))
    selectors = {**selectors_of(found.case), "amount": 1, "agreed": False}
    return check_limitation(found, Inquiry(found.forum, selectors))


def bill(issued: str, due: str, **more) -> dict:
    """Return a case's one invoice."""
    return {"invoices": [invoice(issued=issued, due=due, **more)]}


def paid(*days: str, **more) -> dict:
    """Return payments of one dollar."""
    return {"payments": [{"id": f"P{n}", "on": on, "amount": "1", **more} for n, on in enumerate(days)]}


STATED = (Sent.model_validate({"n": 1, "on": "2021-05-01", "event": "sent", "document": "statements/statement"}),)
TWO = [invoice("A", issued="2021-01-01", due="2021-02-01"), invoice("B", issued="2021-03-01", due="2021-04-01")]
JANUARY = bill("2021-01-01", "2021-02-01")


@pytest.mark.parametrize(
    ("last", "kind", "facts"),
    [
        # six years where the sum fell due before 2021-07-01, four from that day on
        pytest.param("2027-06-30", "written", bill("2021-05-01", "2021-06-30"), id="written-before-the-change"),
        pytest.param("2025-07-01", "written", bill("2021-05-01", "2021-07-01"), id="written-from-the-change"),
        # two years from a leap day end on February 28
        pytest.param("2026-02-28", "oral", bill("2024-01-01", "2024-02-29"), id="oral-from-a-leap-day"),
        # the account's last item is of 2021-03-01, for both invoices: four years
        pytest.param("2025-03-01", "open-account", {"invoices": TWO}, id="open-account-last-item"),
        pytest.param("2026-06-01", "open-account", {**JANUARY, **paid("2022-06-01")}, id="open-account-last-payment"),
        pytest.param(
            "2025-01-01",
            "open-account",
            {**JANUARY, **paid("2022-06-01", bounced_on="2022-06-05")},
            id="bounced-is-none",
        ),
        pytest.param("2025-05-01", "account-stated", {"sent": STATED, **JANUARY}, id="statement"),
        pytest.param("2025-02-01", "account-stated", JANUARY, id="no-statement-on-record"),
        pytest.param(
            "2024-12-20", "sale-of-goods", bill("2021-01-01", "2021-02-01", delivered_on="2020-12-20"), id="delivery"
        ),
        pytest.param("2025-01-01", "sale-of-goods", JANUARY, id="delivery-not-in-the-file"),
        # written, four years, started anew by a payment on it in 2024: four years from there
        pytest.param(
            "2028-03-01", "written", {**bill("2021-07-01", "2021-08-01"), **paid("2024-03-01")}, id="payment-in-time"
        ),
        # a payment a day too late starts nothing: 2025-08-01 stays
        pytest.param(
            "2025-08-01", "written", {**bill("2021-07-01", "2021-08-01"), **paid("2025-08-02")}, id="payment-too-late"
        ),
        # March 20 to November 3, 2020 are 229 days: 2026-02-01 + 229 days = 2026-09-18
        pytest.param("2026-09-18", "written", bill("2020-01-01", "2020-02-01"), id="emergency-added"),
        # due on October 1, 2020: 34 days to November 3; 2026-10-01 + 34 = 2026-11-04
        pytest.param("2026-11-04", "written", bill("2020-09-01", "2020-10-01"), id="emergency-in-part"),
    ],
)
def test_last_day(last, kind, facts):
    """On the last day a sum is in time and the user warned; on the next it is not. Each has its own event."""
    after = day(last) + timedelta(days=1)

    assert "K150" not in codes(looked(last, kind, **facts))
    assert "K150" in codes(looked(after.isoformat(), kind, **facts))


def test_warning_in_time():
    """Ninety days before the last day the user hears of it, not on the ninety-first."""
    facts = bill("2021-07-01", "2021-08-01")  # ends on 2025-08-01

    assert codes(looked("2025-05-02", **facts)) == []
    assert codes(looked("2025-05-03", **facts)) == ["K152"]
    assert "in 90 days" in the("K152", looked("2025-05-03", **facts)).message


def test_each_item_by_itself():
    """An old invoice out of time does not take a new one with it, nor a paid one anything."""
    bills = [
        invoice("OLD", issued="2019-01-01", due="2019-02-01"),
        invoice("NEW", issued="2025-01-01", due="2025-02-01"),
    ]
    paid_up = [{"id": "P", "on": "2019-03-01", "amount": "1000", "invoice": "OLD"}]

    assert [one.message.split()[5] for one in looked("2026-05-01", invoices=bills)] == ["OLD"]
    assert looked("2026-05-01", invoices=bills, payments=paid_up) == ()


@pytest.mark.parametrize(
    ("facts", "overridable", "more"),
    [
        pytest.param({}, True, [], id="a-company-the-user-judges"),
        pytest.param({"debtor": debtor("individual")}, False, ["K151"], id="a-person-never"),
        pytest.param({"debtor": debtor("sole-proprietor")}, False, ["K151"], id="a-trader-is-a-person"),
        pytest.param({"debtor": debtor("individual"), "purpose": "consumer"}, False, ["K151"], id="a-consumer"),
    ],
)
def test_expired(facts, overridable, more):
    """Against a person a letter about an expired debt is never written; the law of such letters is named."""
    found = looked("2026-05-01", **bill("2021-07-01", "2021-08-01"), **facts)

    assert codes(found) == ["K150", *more]
    finding = the("K150", found)
    assert finding.overridable is overridable
    assert finding.law == "2021 Franklin Acts ch. 7, read 2026-03-14"
    assert "ran out on 2025-08-01 (from the due date, 2021-08-01)" in finding.message
    for one in more:
        assert "must not hint at a suit, must not ask for a part payment" in the(one, found).message


def test_ended_debt_is_told():
    """Where the period's end is the debt's own end, the message says so with that law."""
    found = looked("2026-05-01", debtor=debtor("individual"), purpose="consumer", **bill("2021-07-01", "2021-08-01"))

    assert "the debt itself ends with it (2021 Franklin Acts ch. 7" in the("K150", found).message
