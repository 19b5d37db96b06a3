"""What a paper that answers the debtor, or stops work, must find on record before it is made."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from franklin import case_of, codes, debtor, facts_of, invoice, the
from pydantic import TypeAdapter

from kit.checks.replies import (
    COMPLAINT,
    HOLD,
    PROMISE,
    RECEIPT,
    THREAT,
    check_receipt,
    check_replies,
    complaint,
    overdue_for_stop,
    payment_for,
    running_promise,
    stop_after,
)
from kit.findings import Severity
from kit.ledger.build import build_ledger
from kit.model.event import Answered, Disputed, Event, Promised

TODAY = "2026-05-01"
EVENTS = TypeAdapter(tuple[Event, ...])
PAID = {"id": "P-1", "on": "2026-04-20", "amount": "400.00", "method": "check"}
WHOLE = {"id": "P-1", "on": "2026-04-20", "amount": "1000.00", "method": "transfer"}
DISPUTED = {"event": "disputed", "on": "2026-03-01", "invoice": "INV-1"}
CLAUSE = {"suspension_after_days": "15"}


def said(reason: str, on: str = "2026-04-20") -> dict:
    """Return an answer of the debtor."""
    return {"event": "answered", "on": on, "reason": reason}


def promised(by: str, on: str = "2026-04-20", **more) -> dict:
    """Return a promise to pay."""
    return {"event": "promised", "on": on, "by": by, **more}


def happened(*events: dict, **facts):
    """Return the case of Franklin in which ``events`` happened, one after the other."""
    known = EVENTS.validate_python([{"n": n, **one} for n, one in enumerate(events, 1)])
    kinds = {"answers": Answered, "promises": Promised, "disputes": Disputed}
    lists = {name: tuple(one for one in known if isinstance(one, kind)) for name, kind in kinds.items()}
    return case_of(**facts).model_copy(update={**lists, "events": known})


def found(document: str, *events: dict, as_of: str = TODAY, **facts) -> list:
    """Return what ``document`` meets on the day ``as_of``."""
    known = facts_of(as_of, **facts)
    case = happened(*events, **facts)
    return list(check_replies(replace(known, case=case, ledger=build_ledger(case, known.terms, known.as_of)), document))


def stops(findings: list) -> list[str]:
    """Return the codes of what stands in the way."""
    return codes(one for one in findings if one.stops)


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        pytest.param([], ["K450"], id="nothing-heard"),
        pytest.param([said("refuses"), said("cash")], ["K450"], id="other-answers"),
        pytest.param([said("disputes_work")], [], id="the-work"),
        pytest.param([said("disputes_amount"), said("cash")], [], id="the-amount-then-something-else"),
        pytest.param([DISPUTED], [], id="a-dispute-without-an-answer"),
    ],
)
def test_a_reply_to_a_complaint_needs_one(events, expected):
    """There is no reply to a complaint that nobody recorded; the finding says what to type."""
    stopped = found(COMPLAINT, *events)

    assert stops(stopped) == expected
    assert all("`kit log CASE answered --reason disputes_work" in one.fix for one in stopped if one.stops)


def test_what_is_disputed_should_be_on_record():
    """A complaint without an invoice on record goes with a note, for the letter then names all that is due."""
    assert codes(found(COMPLAINT, said("disputes_work"))) == ["K451"]
    assert codes(found(COMPLAINT, said("disputes_work"), DISPUTED)) == []


@pytest.mark.parametrize(
    ("after", "open_"),
    [
        pytest.param({"event": "released", "on": "2026-04-25"}, False, id="all-released"),
        pytest.param({"event": "released", "on": "2026-04-25", "entry": 1}, False, id="that-dispute-released"),
        pytest.param({"event": "released", "on": "2026-04-25", "entry": 2}, True, id="only-a-hold-released"),
        pytest.param({"event": "note", "on": "2026-04-25", "text": "x"}, True, id="nothing-released"),
    ],
)
def test_a_settled_complaint_is_over(after, open_):
    """Once the dispute is released, the answer that raised it asks for no reply any more."""
    hold = {"event": "held", "on": "2026-03-02"}
    case = happened(DISPUTED, hold, said("disputes_work"), after).model_copy(update={"disputes": ()})

    assert (complaint(case) is not None) is open_


@pytest.mark.parametrize(
    ("events", "facts", "expected"),
    [
        pytest.param([], {}, ["K452"], id="nothing-heard"),
        pytest.param([said("disputes_work")], {}, ["K452"], id="a-complaint-is-no-threat"),
        pytest.param([said("refuses")], {}, [], id="refuses"),
        pytest.param([said("threatens")], {}, ["K453"], id="threatens"),
        pytest.param([said("threatens")], {"payments": [WHOLE]}, ["K453", "K457"], id="paid-since"),
        pytest.param([said("refuses"), DISPUTED], {}, [], id="all-disputed-is-still-open"),
    ],
)
def test_a_reply_to_a_threat(events, facts, expected):
    """It needs a threat or a plain no, something that is open, and asks that a threat's message be kept."""
    assert codes(found(THREAT, *events, **facts)) == expected


def test_safety_comes_first():
    """Whoever was threatened is told what comes before any letter, and may still write it."""
    kept = the("K453", found(THREAT, said("threatens")))

    assert kept.severity is Severity.NOTE
    assert "call the police first" in kept.fix


@pytest.mark.parametrize(
    ("events", "facts", "expected"),
    [
        pytest.param([], {}, ["K454"], id="none"),
        pytest.param([promised("2026-05-01")], {}, [], id="until-today"),
        pytest.param([promised("2026-04-30")], {}, ["K454"], id="until-yesterday"),
        pytest.param([promised("2026-05-20"), promised("2026-04-30")], {}, [], id="an-older-one-runs"),
        pytest.param([promised("2026-05-20")], {"payments": [WHOLE]}, ["K457"], id="paid-in-full-since"),
        pytest.param([promised("2026-05-20", amount="400")], {"payments": [PAID]}, ["K454"], id="kept-since"),
        pytest.param([promised("2026-05-20", amount="401")], {"payments": [PAID]}, [], id="kept-in-part"),
        pytest.param(
            [promised("2026-05-20", amount="400")],
            {"payments": [{**PAID, "bounced_on": "2026-04-25"}]},
            [],
            id="the-check-came-back",
        ),
        pytest.param(
            [promised("2026-05-20", on="2026-04-21", amount="400")],
            {"payments": [PAID]},
            [],
            id="paid-before-the-promise",
        ),
    ],
)
def test_a_confirmation_needs_a_running_promise(events, facts, expected):
    """What has ended, was kept already, or is about nothing is not confirmed."""
    assert stops(found(PROMISE, *events, **facts)) == expected


def test_the_newest_running_promise_is_meant():
    """Of two promises whose day has not come, the later one counts."""
    case = happened(promised("2026-06-01"), promised("2026-05-20"))

    assert running_promise(case, date(2026, 5, 1)).by == date(2026, 5, 20)
    assert running_promise(case, date(2026, 5, 21)).by == date(2026, 6, 1)
    assert running_promise(case, date(2026, 4, 1)) is None


@pytest.mark.parametrize(
    ("payments", "wanted", "expected"),
    [
        pytest.param([], "", ["K455"], id="no-payment"),
        pytest.param([PAID], "", [], id="the-newest"),
        pytest.param([PAID], "P-1", [], id="by-name"),
        pytest.param([PAID], "P-9", ["K455"], id="no-such"),
        pytest.param([{**PAID, "on": "2026-05-02"}], "", ["K455"], id="of-tomorrow"),
        pytest.param([{**PAID, "bounced_on": "2026-04-25"}], "P-1", ["K456"], id="came-back"),
        pytest.param(
            [PAID, {**PAID, "id": "P-2", "on": "2026-04-22", "bounced_on": "2026-04-25"}],
            "",
            ["K456"],
            id="newest-back",
        ),
        pytest.param(
            [PAID, {**PAID, "id": "P-2", "on": "2026-04-22", "bounced_on": "2026-04-25"}], "P-1", [], id="an-older-one"
        ),
    ],
)
def test_who_gets_a_receipt(payments, wanted, expected):
    """A payment that came and stayed gets one; one that came back, or that nobody knows, gets none."""
    assert codes(check_receipt(case_of(payments=payments), date(2026, 5, 1), wanted)) == expected


def test_a_misspelt_payment_is_guessed_at_in_words_only():
    """The nearest id is named and nothing is made of it."""
    missing = the("K455", check_receipt(case_of(payments=[{**PAID, "id": "ck-3302"}]), date(2026, 5, 1), "ck-3303"))

    assert missing.fix == "Did you mean ck-3302?"
    assert payment_for(case_of(payments=[PAID]), date(2026, 5, 1), "P-9") is None


def test_a_receipt_waits_for_a_payment():
    """`kit letter --step receipt` says what to type where nothing came in yet."""
    assert "kit log CASE paid" in the("K455", found(RECEIPT)).fix
    assert found(RECEIPT, payments=[PAID]) == []


@pytest.mark.parametrize(
    ("as_of", "facts", "expected"),
    [
        # due on February 1, so 15 days overdue on the 16th and more than that on the 17th
        pytest.param("2026-02-16", {"agreement": CLAUSE}, ["K458"], id="fifteen-days"),
        pytest.param("2026-02-17", {"agreement": CLAUSE}, [], id="sixteen-days"),
        pytest.param("2026-02-02", {"agreement": {"suspension_after_days": "0"}}, [], id="at-once"),
        pytest.param("2026-02-01", {"agreement": CLAUSE}, ["K412"], id="due-today"),
        pytest.param("2026-02-02", {}, ["K459"], id="no-clause"),
        pytest.param(TODAY, {"agreement": CLAUSE, "payments": [WHOLE]}, ["K411"], id="paid"),
        pytest.param(
            "2026-02-16", {"agreement": {**CLAUSE, "ends_on": "2026-02-01"}}, ["K459"], id="the-agreement-ended"
        ),
        pytest.param("2026-02-16", {"agreement": CLAUSE, "work": {"last_day": "2026-02-01"}}, ["K459"], id="work-done"),
        pytest.param(
            "2026-02-17", {"agreement": CLAUSE, "work": {"last_day": "2026-02-17"}}, [], id="the-last-day-is-today"
        ),
        pytest.param("2026-02-17", {"agreement": {**CLAUSE, "signed_on": "2026-03-01"}}, ["K459"], id="signed-later"),
    ],
)
def test_when_work_may_stop(as_of, facts, expected):
    """Only where the agreement gives the right and its days are over; without it, new work alone is declined."""
    assert codes(found(HOLD, as_of=as_of, **facts)) == expected


def test_a_stop_too_soon_names_the_clause_and_the_day():
    """The finding names the agreement's own clause and the first day on which it opens, and is not to be overruled."""
    too_soon = the("K458", found(HOLD, as_of="2026-02-10", agreement=CLAUSE))

    assert too_soon.clears_on == date(2026, 2, 17)
    assert "more than 15 days overdue; INV-1 was due on 2026-02-01" in too_soon.message
    assert too_soon.law == "the agreement's own clause (`suspension_after_days`)"
    assert not too_soon.overridable


def test_a_disputed_invoice_stops_no_work():
    """What is in dispute counts for nothing here, however long it has been open."""
    assert stops(found(HOLD, DISPUTED, agreement=CLAUSE)) == ["K413"]
    both = {"agreement": CLAUSE, "invoices": [invoice(), invoice("INV-2", issued="2026-03-22", due="2026-04-21")]}
    assert stops(found(HOLD, DISPUTED, **both)) == ["K458"]


def test_a_complaint_of_unknown_extent_stops_no_work():
    """Until the disputed part is on record no amount is undisputed; then the notice is made, or refused by its days."""
    heard = said("disputes_work", on="2026-04-20")
    unknown = the("K470", found(HOLD, heard, agreement=CLAUSE))
    part = {"event": "disputed", "on": "2026-04-21", "invoice": "INV-1", "amount": "300.00"}

    assert unknown.stops
    assert "kit log CASE disputed" in unknown.fix
    assert codes(found(HOLD, heard)) == ["K459", "K470"]
    assert stops(found(HOLD, heard, part, agreement=CLAUSE)) == []


def test_only_what_is_late_enough_stops_work():
    """The sum of the notice leaves out what is due and not yet late enough; without a clause nothing is left out."""
    invoices = [invoice(), invoice("INV-2", issued="2026-03-22", due="2026-04-21")]

    late = overdue_for_stop(facts_of(TODAY, agreement=CLAUSE, invoices=invoices))
    assert [item.invoice for item in late] == ["INV-1"]
    late = overdue_for_stop(facts_of(TODAY, invoices=invoices))
    assert [item.invoice for item in late] == ["INV-1", "INV-2"]
    assert stop_after(case_of(agreement=CLAUSE), date(2026, 5, 1)) == 15
    assert stop_after(case_of(), date(2026, 5, 1)) is None


@pytest.mark.parametrize("document", [COMPLAINT, THREAT, PROMISE, HOLD])
def test_an_expired_debt_is_not_spoken_of(document):
    """A person gets no paper that says an expired debt is due (Franklin's time-barred debts), and no override helps."""
    old = {"debtor": debtor("individual"), "invoices": [invoice(issued="2015-01-02", due="2015-02-01")]}
    events = [said("disputes_work"), said("threatens"), promised("2026-06-01")]

    expired = the("K150", found(document, *events, **old))
    assert expired.stops
    assert not expired.overridable


def test_other_papers_need_nothing_here():
    """A statement or a demand is not asked for a complaint."""
    assert found("statements/statement") == []
    assert found("letters/final-demand") == []
