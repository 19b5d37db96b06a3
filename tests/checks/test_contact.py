"""Who may be written to today, whether there is anything to ask for, and who the parties are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from franklin import ADDRESS, case_of, codes, creditor, day, debtor, facts_of, invoice, the
from pydantic import TypeAdapter

from kit.checks.contact import check_contact
from kit.checks.court import outlook
from kit.checks.demand import check_demand
from kit.checks.parties import check_parties
from kit.checks.run import override, run_checks
from kit.findings import KitError, Severity, note, stop
from kit.ledger.build import build_ledger
from kit.model.document import Document
from kit.model.event import Disputed, Held, Promised
from kit.model.paper_event import Made, Sent

TODAY = "2026-05-01"
EVENTS = {
    "holds": TypeAdapter(tuple[Held, ...]),
    "promises": TypeAdapter(tuple[Promised, ...]),
    "made": TypeAdapter(tuple[Made, ...]),
    "sent": TypeAdapter(tuple[Sent, ...]),
    "disputes": TypeAdapter(tuple[Disputed, ...]),
}
LAWYER = {"name": "Lee Low", "email": "low@law.example"}
DEMAND = Document.model_validate(
    {"id": "letters/final-demand", "title": "Final demand", "kind": "collection", "context": "final_demand"}
)

STATEMENT = DEMAND.model_copy(update={"id": "statements/statement"})
INVOICE = DEMAND.model_copy(update={"id": "statements/invoice"})


def held(**more) -> dict:
    """Return a hold since April."""
    return {"holds": [{"n": 3, "on": "2026-04-01", "event": "held", **more}]}


def promised(by: str, on: str = "2026-04-01") -> dict:
    """Return a promise to pay."""
    return {"promises": [{"n": 4, "on": on, "event": "promised", "by": by}]}


def contact(**facts) -> list:
    """Return what stands in the way of a letter today."""
    parts = {key: facts.pop(key) for key in ("holds", "promises") if key in facts}
    events = {key: EVENTS[key].validate_python(value) for key, value in parts.items()}
    return list(check_contact(case_of(**facts).model_copy(update=events), day(TODAY)))


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({}, [], id="nothing"),
        pytest.param(held(), ["K402"], id="hold"),
        pytest.param(held(review_on="2026-05-02"), ["K402"], id="hold-until-tomorrow"),
        pytest.param(held(review_on="2026-05-01"), ["K401"], id="hold-to-be-reviewed-today"),
        pytest.param(promised("2026-05-01"), ["K403"], id="promised-today"),
        pytest.param(promised("2026-04-30"), [], id="promised-yesterday"),
        pytest.param({"debtor": debtor(no_contact={"on": "2026-05-02"})}, [], id="wish-of-tomorrow"),
        pytest.param({"debtor": debtor(no_contact={"on": "2026-05-01"})}, ["K404"], id="wish-of-today"),
        pytest.param({"debtor": debtor(no_contact={"on": "2026-04-01", "channels": ["mail"]})}, ["K404"], id="no-mail"),
        pytest.param(
            {"debtor": debtor(no_contact={"on": "2026-04-01", "channels": ["phone"]})}, ["K407"], id="no-calls"
        ),
        pytest.param({"debtor": debtor(lawyer=LAWYER)}, ["K406"], id="lawyer"),
        pytest.param({"debtor": debtor(lawyer={"name": "Lee Low"})}, ["K405"], id="lawyer-of-no-address"),
        pytest.param({"debtor": debtor(lawyer={**LAWYER, "known_on": "2026-05-02"})}, [], id="lawyer-of-tomorrow"),
        pytest.param(
            {"debtor": debtor(lawyer={**LAWYER, "known_on": "2026-05-02"}, no_contact={"on": "2026-04-01"})},
            ["K404"],
            id="wish-before-the-lawyer",
        ),
        pytest.param(
            {"debtor": debtor(lawyer=LAWYER, no_contact={"on": "2026-04-01"})}, ["K406"], id="lawyer-takes-letters"
        ),
        pytest.param(
            {**held(), **promised("2026-06-01"), "debtor": debtor(lawyer=LAWYER)}, ["K402", "K403", "K406"], id="all"
        ),
    ],
)
def test_contact(facts, expected):
    """Every recorded reason is named at once, each from its own first day to its last."""
    assert codes(contact(**facts)) == expected


def test_what_clears_when():
    """A hold ends on its review day, a promise the day after."""
    assert the("K402", contact(**held(review_on="2026-06-01"))).clears_on == date(2026, 6, 1)
    assert the("K403", contact(**promised("2026-06-01"))).clears_on == date(2026, 6, 2)
    assert the("K402", contact(**held(text="waits for the court", invoice="INV-1"))).message == (
        "a hold on INV-1 (by hand) has been in force since 2026-04-01: waits for the court"
    )


def demand(as_of: str = TODAY, **facts) -> list:
    """Return the reasons why a final demand would ask for nothing, or too soon."""
    parts = {key: facts.pop(key) for key in ("made", "sent", "disputes") if key in facts}
    found = facts_of(as_of, **facts)
    case = found.case.model_copy(update={key: EVENTS[key].validate_python(value) for key, value in parts.items()})
    found = replace(found, case=case, ledger=build_ledger(case, found.terms, day(as_of)))
    return list(check_demand(found, "letters/final-demand"))


LICENSED, ENDED = (creditor(licence={"number": "7", **more}) for more in ({}, {"expires_on": "2026-03-01"}))
MADE = {
    "n": 1,
    "on": "2026-04-01",
    "event": "made",
    "document": "letters/final-demand",
    "files": [],
    "inputs": "x",
    "record": "r",
}
SENT = {"n": 2, "on": "2026-04-02", "event": "sent", "made": 1}


@pytest.mark.parametrize(
    ("as_of", "facts", "expected"),
    [
        pytest.param("2026-02-02", {}, [], id="a-day-late"),
        pytest.param("2026-02-01", {}, ["K412"], id="due-today"),
        pytest.param(TODAY, {"invoices": []}, [], id="no-invoice-is-a-need"),
        pytest.param(TODAY, {"payments": [{"id": "P", "on": "2026-03-01", "amount": "1000"}]}, ["K411"], id="paid"),
        pytest.param(TODAY, {"payments": [{"id": "P", "on": "2026-03-01", "amount": "1200"}]}, ["K411"], id="overpaid"),
        pytest.param(
            TODAY,
            {"disputes": [{"n": 5, "on": "2026-03-01", "event": "disputed", "invoice": "INV-1"}]},
            ["K413"],
            id="disputed",
        ),
        pytest.param(
            TODAY,
            {"disputes": [{"n": 5, "on": "2026-03-01", "event": "disputed", "invoice": "INV-1", "amount": "999"}]},
            [],
            id="a-dollar-undisputed",
        ),
        pytest.param(
            TODAY,
            {
                "agreement": {"late_fee": {"flat": "25"}, "application_order": ["principal", "fees"]},
                "payments": [{"id": "P", "on": "2026-03-01", "amount": "1000"}],
            },
            [],
            id="paid-late-and-the-charge-is-open",
        ),
        pytest.param(
            TODAY,
            {
                "payments": [{"id": "P", "on": "2026-03-01", "amount": "1000"}],
                "costs": [
                    {"id": "C", "on": "2026-03-02", "amount": "5", "text": "bank", "claimable": "yes", "source": "s"}
                ],
            },
            [],
            id="paid-and-a-cost-is-open",
        ),
        pytest.param(TODAY, {"made": [{**MADE, "pay_by": TODAY}], "sent": [SENT]}, ["K414"], id="last-day-running"),
        pytest.param(TODAY, {"made": [{**MADE, "pay_by": "2026-04-30"}], "sent": [SENT]}, [], id="last-day-over"),
        pytest.param(TODAY, {"made": [{**MADE, "pay_by": TODAY}]}, [], id="made-and-never-sent"),
    ],
)
def test_demand(as_of, facts, expected):
    """A demand asks only for what is overdue and undisputed, and not while an earlier one runs."""
    assert codes(demand(as_of, **facts)) == expected


def test_when_it_may_be_asked():
    """The first day of a demand is the day after the due date, or after the earlier demand's last day."""
    running = demand(made=[{**MADE, "pay_by": "2026-05-10"}], sent=[SENT])

    assert the("K412", demand("2026-01-15")).clears_on == date(2026, 2, 2)
    assert the("K414", running).clears_on == date(2026, 5, 11)
    assert the("K414", running).overridable


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({}, [], id="as-registered"),
        pytest.param({"debtor": debtor(name="Late Paper Supply")}, ["K110"], id="corporation-without-an-ending"),
        pytest.param({"debtor": debtor("llc", name="Late Paper Supply, L.L.C.")}, [], id="dotted"),
        pytest.param({"debtor": debtor("llc", name="Late Paper Supply")}, ["K110"], id="llc-without-an-ending"),
        pytest.param({"debtor": debtor("individual", name="Moss LLC")}, ["K110"], id="person-with-an-llcs-name"),
        pytest.param({"debtor": debtor("sole-proprietor", name="Moss Inc.")}, ["K110"], id="person-named-as-company"),
        pytest.param({"debtor": debtor("corporation", name="Late Paper LLC")}, ["K110"], id="llc-called-corporation"),
        pytest.param({"debtor": debtor("individual", name="Inca Moss")}, [], id="a-name-that-only-begins-so"),
        pytest.param({"debtor": debtor(dba="Late Night")}, ["K111"], id="trade-name"),
        pytest.param({"debtor": debtor(dba="Late Night", dba_registered="yes")}, [], id="registered-trade-name"),
        pytest.param({"debtor": debtor(good_standing="no")}, ["K112"], id="not-in-good-standing"),
        pytest.param({"work": {"licence_needed": "yes"}}, ["K113"], id="no-licence"),
        pytest.param({"work": {"licence_needed": "yes"}, "creditor": LICENSED}, [], id="licence"),
        pytest.param(
            {"work": {"licence_needed": "yes", "last_day": "2026-03-02"},
             "creditor": ENDED}, ["K119"], id="licence-ran-out",
        ),
        pytest.param(
            {"work": {"licence_needed": "yes", "last_day": "2026-03-01"},
             "creditor": ENDED}, [], id="licence-to-the-last-day",
        ),
        pytest.param({"creditor": creditor(claim_pledged_to="Lee Bank")}, ["K114"], id="pledged"),
        pytest.param(
            {"guarantors": [{"name": "Moss Holdings", "kind": "llc", "address": ADDRESS}]}, ["K110"], id="guarantor"
        ),
    ],
)  # fmt: skip
def test_parties(facts, expected):
    """Names, standing, licence and pledge are looked at, and every doubt says what to do."""
    found = list(check_parties(case_of(**facts), day(TODAY)))

    assert codes(found) == expected
    assert all(one.severity is Severity.NOTE and one.fix for one in found)


def test_a_statement_of_an_expired_debt_is_stopped():
    """A statement says how to pay, so a person gets none of a debt out of time; a bill is made with a note."""
    old = {"debtor": debtor("individual"), "invoices": [invoice(issued="2015-01-02", due="2015-02-01")]}
    facts = facts_of(TODAY, **old)
    stopped = the("K150", run_checks(facts, STATEMENT))

    assert stopped.stops
    assert not stopped.overridable
    assert the("K150", run_checks(facts, INVOICE)).severity is Severity.NOTE


def test_kit_check_shows_holds_as_notes():
    """`kit check` and a bill name what holds letters back and go on; a statement and the demand are stopped."""
    wish = {"debtor": debtor(no_contact={"on": "2026-04-01"})}
    facts = facts_of(TODAY, **wish)

    assert the("K404", run_checks(facts)).severity is Severity.NOTE
    assert the("K404", run_checks(facts, INVOICE)).severity is Severity.NOTE
    assert the("K404", run_checks(facts, STATEMENT)).severity is Severity.STOP
    assert the("K404", run_checks(facts, DEMAND)).severity is Severity.STOP


def test_findings_come_once():
    """What two checks say in the same words is said once."""
    found = run_checks(facts_of(TODAY, invoices=[invoice(), invoice("INV-2")]), DEMAND)

    assert len(found) == len(set(found))


FOUND = (
    stop("K403", "promised", overridable=True),
    stop("K700", "bankrupt"),
    note("K401", "hold"),
    stop("K403", "again", overridable=True),
)


def test_override_turns_stops_into_notes():
    """A stop that is the user's to judge becomes a note that carries the reason; the rest stays."""
    after = override(FOUND, {"k403": " they asked for it "})

    assert [(one.code, one.stops, one.overridden) for one in after] == [
        ("K403", False, "they asked for it"),
        ("K700", True, ""),
        ("K401", False, ""),
        ("K403", False, "they asked for it"),
    ]


@pytest.mark.parametrize(
    ("reasons", "says"),
    [
        pytest.param({"K999": "x"}, "K999 stops nothing here", id="unknown"),
        pytest.param({"K401": "x"}, "K401 stops nothing here", id="only-a-note"),
        pytest.param({"K700": "x"}, "K700 cannot be overridden: bankrupt", id="never"),
        pytest.param({"K403": "  "}, "needs its reason", id="no-reason"),
    ],
)
def test_override_refused(reasons, says):
    """An override names a stop that is there and may be overridden, and its reason."""
    with pytest.raises(KitError, match=says):
        override(FOUND, reasons)


def test_override_never_reaches_one_of_two():
    """Where one of two stops of a code may not be overridden, neither is."""
    with pytest.raises(KitError, match="cannot be overridden: the person"):
        override([stop("K150", "company", overridable=True), stop("K150", "the person")], {"K150": "x"})


def test_law_behind_the_account_is_kept():
    """The answers that the account and the suit stand on are kept for the record, each with its citation, once."""
    facts = facts_of(TODAY)
    rules = [answer.rule.value for answer in facts.used]

    # no interest was agreed, so the law's own runs from March 3, 2026: its terms and the figure of 2026
    assert {"prejudgment_terms", "prejudgment_interest"} <= set(rules)
    assert len(set(facts.used)) == len(facts.used)
    assert all(answer.cite for answer in facts.used)
    assert {"small_claims_limit", "limitation_period"} <= {answer.rule.value for answer in outlook(facts).used}
