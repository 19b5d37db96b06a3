"""What is said before a plan is offered: the time to sue, the law's limits, and who must agree."""

from __future__ import annotations

from datetime import date

import pytest
from franklin import ADDRESS, FEDERAL, codes, creditor, day, debtor, facts_of, invoice, the

from kit.checks.in_plan import check_in_plan, note_plan
from kit.checks.limitation import due_items, run_of
from kit.checks.plan import check_plan, nothing_owed
from kit.checks.plan_law import plan_law
from kit.checks.plan_time import effects_of
from kit.checks.revival import agreements
from kit.checks.run import run_checks
from kit.checks.whose_claim import check_pledge
from kit.journal import Journal, fold
from kit.journal.file import Entry
from kit.load.jurisdiction_file import load_jurisdiction
from kit.model.case import CaseFile
from kit.model.document import Document, DocumentKind
from kit.model.event import EVENT
from kit.model.plan import PlanTerms

AS_OF = "2026-11-23"
TIME = ("K803", "K804", "K805")


def terms(first: str = "2026-12-15", last: str = "2027-06-15", **more) -> PlanTerms:
    """Return a plan of two payments, counted on November 23."""
    parts = [{"due_on": first, "amount": "500"}, {"due_on": last, "amount": "500"}]
    return PlanTerms.model_validate({"counted_on": AS_OF, "debt": "1000", "instalments": parts, **more})


def said(plan: PlanTerms | None = None, **facts) -> list:
    """Return everything said about a plan in Franklin."""
    return list(check_plan(facts_of(AS_OF, **facts), plan or terms()))


def in_state(code: str, due: str, **facts):
    """Return the facts of a written agreement under the law of a real state, for a bill due on a day."""
    law, issued = load_jurisdiction(f"us-{code}"), str(date.fromisoformat(due).replace(day=1))
    there = debtor(address={**ADDRESS, "state": code.upper()})
    agreed = {"governing_law": f"us-{code}", "kind": "written", "signed_on": issued}
    bill = invoice(issued=issued, due=due)
    return facts_of(AS_OF, law, law, invoices=[bill], agreement=agreed, **{"debtor": there, **facts})


@pytest.mark.parametrize(
    ("state", "due", "last", "writing", "anew", "payment"),
    [
        ("tx", "2026-02-02", "2030-02-02", "yes", "2030-11-23", "no"),
        ("tx", "2021-02-02", "2025-02-02", "yes", "2030-11-23", "no"),  # the signed writing makes it suable again
        ("ca", "2026-02-02", "2030-02-02", "yes", "2030-11-23", "no"),
        ("ny", "2026-02-02", "2032-02-02", "yes", "2032-11-23", "yes"),
        ("ny", "2020-01-15", "2026-08-31", "yes", "2032-11-23", "yes"),  # 228 days of emergency added
        ("fl", "2026-02-02", "2031-02-02", "not_researched", "2031-11-23", "yes"),
        ("fl", "2021-02-02", "2026-02-02", "yes", "2031-11-23", "no"),
        ("ms", "2026-02-02", "2029-02-02", "yes", "2029-11-23", "yes"),
        ("ms", "2022-02-02", "2025-02-02", "yes", "2029-11-23", "no"),  # the promise alone, not the payment
        ("wa", "2026-02-02", "2032-02-02", "yes", "2032-11-23", "yes"),
        ("wa", "2020-02-03", "2026-02-03", "no", "2032-11-23", "no"),  # since 2019 nothing brings it back
        ("il", "2026-02-02", "2036-02-02", "yes", "2036-11-23", "yes"),
    ],
)
def test_effects_on_the_time_to_sue(state, due, last, writing, anew, payment):
    """Seven states of different rule: what a signature and a payment do before the time ran out, and after it."""
    facts = in_state(state, due)
    (effect,) = effects_of(facts, terms(), plan_law(facts).forum)

    found = (str(effect.last), effect.writing.value, str(effect.anew), effect.payment.value)
    assert found == (last, writing, anew, payment)
    assert effect.expired is (last < AS_OF)
    assert effect.cite


def test_what_it_does_is_said_before_anybody_signs():
    """The two effects are notes with their law, in sentences that name the days."""
    found = said()

    assert the("K804", found).message == (
        "the debtor's signed acknowledgment starts the time to sue anew on INV-1 (now until 2030-02-01): if signed "
        "today, it ends on 2030-11-23"
    )
    assert the("K805", found).message == "a payment that goes to INV-1 starts the time to sue on it anew"
    assert not any(one.stops for one in found)
    assert the("K804", found).law


def test_invoices_alike_are_said_once():
    """Bills that the law treats alike are one sentence, each with its day."""
    found = said(invoices=[invoice(), invoice("INV-2", issued="2026-02-02", due="2026-03-04")])

    assert "INV-1 (now until 2030-02-01), INV-2 (now until 2030-03-04)" in the("K804", found).message


def test_a_debt_out_of_time_of_a_company_is_the_users_to_judge():
    """The user learns that it is out of time, and what would make it suable again, before the paper is made."""
    found = said(invoices=[invoice(issued="2019-01-02", due="2019-02-01")])

    assert the("K150", found).overridable
    assert "makes INV-1, out of time since 2025-09-18, a debt that can be sued for again" in the("K804", found).message
    assert "does not start the time to sue" in the("K805", found).message


def test_a_debt_out_of_time_of_a_consumer_is_refused():
    """From a consumer nobody gets a signature under an expired debt, whatever the user thinks."""
    found = said(
        invoices=[invoice(issued="2019-01-02", due="2019-02-01")], debtor=debtor("individual"), purpose="consumer"
    )

    assert not the("K150", found).overridable
    assert "must not ask for a part payment" in the("K151", found).message
    assert "INV-1 stays out of time since 2025-09-18" in the("K804", found).message


@pytest.mark.parametrize(
    ("state", "plan", "last", "stops"),
    [
        ("tx", {}, "2030-11-23", True),  # after the day that the signature itself would give
        ("tx", {"acknowledges": "no"}, "2030-11-23", True),  # a signed promise counts like it
        ("fl", {}, "2031-02-02", False),  # each payment starts it anew
        ("wa", {}, "2032-11-23", False),
    ],
)
def test_a_plan_longer_than_the_time_to_sue(state, plan, last, stops):
    """A plan that ends after the time to sue says so with the day; where each payment moves it, it is a note."""
    found = the("K803", check_plan(in_state(state, "2026-02-02"), terms(last="2035-06-15", **plan)))

    assert found.stops is stops
    assert f"after the time to sue on INV-1, which is over on {last}" in found.message


def test_more_time_moves_no_day():
    """An extension is signed by nobody: it says nothing of a signature, and must end in time."""
    later = terms("2033-06-15", "2033-06-16", kind="extension", acknowledges="no", accelerates="no")
    found = said(later)

    assert the("K803", found).stops
    assert "K804" not in codes(found)


@pytest.mark.parametrize(
    ("plan", "facts", "code", "stops"),
    [
        ({"interest": "rate", "percent": "6"}, {}, "K819", False),  # nothing was agreed before
        ({"interest": "rate", "percent": "12"}, {"agreement": {"interest": {"percent_a_year": "10"}}}, "K819", True),
        ({"interest": "contract"}, {}, "K819", False),
        ({"interest": "rate", "percent": "20"}, {"debtor": debtor("individual")}, "K819", True),  # the cap is 18
        ({"guarantor": "Nobody Known"}, {}, "K813", True),
        ({"open_until": "2027-01-15"}, {}, "K814", True),  # after the first payment
        ({"open_until": "2026-11-20"}, {}, "K814", True),
        ({}, {"debtor": debtor("individual"), "purpose": "consumer"}, "K812", False),
        ({"stipulated_judgment": "yes"}, {}, "K811", True),
    ],
    ids=["new rate", "above the contract", "contract, none", "above the cap", "guarantor", "open late", "open past",
         "consumer", "confession"],
)  # fmt: skip
def test_terms(plan, facts, code, stops):
    """Each doubt about the terms has its code, and stops where nobody should sign."""
    found = [one for one in said(terms(**plan), **facts) if one.code == code]

    assert found
    assert any(one.stops for one in found) is stops


def test_a_rate_within_the_agreement_draws_no_remark():
    """A rate at or below the contract's is nobody's worry."""
    plan = terms(interest="rate", percent="8")

    assert "K819" not in codes(said(plan, agreement={"interest": {"percent_a_year": "10"}}))


def test_a_payment_on_a_day_off_is_noted():
    """Terms typed by hand may hold a Sunday; it is said."""
    assert the("K815", said(terms(first="2026-12-20"))).message == "the payment of 2026-12-20 falls on a Sunday"


def test_a_disputed_part_is_left_out_and_said():
    """The plan is about what is not disputed; the rest is named."""
    dispute = {"n": 1, "event": "disputed", "on": "2026-03-01", "invoice": "INV-1", "amount": "300"}
    found = said(disputes=[dispute])

    assert the("K809", found).message.startswith("$300.00 is disputed; the plan leaves it out")


def test_nothing_to_plan():
    """A paid debt, and one that is disputed altogether, are told apart."""
    dispute = {"n": 1, "event": "disputed", "on": "2026-03-01", "invoice": "INV-1"}

    assert "all that is owed, $1,000.00, is disputed" in nothing_owed(facts_of(AS_OF, disputes=[dispute])).message
    paid = facts_of(AS_OF, payments=[{"id": "P-1", "on": "2026-03-01", "amount": "1000"}])
    assert nothing_owed(paid).message == "Late Paper Supply Inc. owes nothing on 2026-11-23"


@pytest.mark.parametrize(
    ("state", "more", "stops", "overridable"),
    [
        ("ca", {}, True, False),  # void since 2023
        ("oh", {}, True, True),  # within limits
        ("pa", {}, True, True),
        ("tx", {}, True, False),
        ("oh", {"debtor": debtor("individual"), "purpose": "consumer"}, True, False),  # 16 CFR 444.2
    ],
)
def test_a_judgment_by_consent_without_a_case(state, more, stops, overridable):
    """Where no case is pending, a judgment agreed beforehand is held against the law of the state, and of consumers."""
    found = check_plan(in_state(state, "2026-02-02", **more), terms(stipulated_judgment="yes"))
    one = next(one for one in found if one.code == "K811")

    assert (one.stops, one.overridable) == (stops, overridable)


def test_a_judgment_by_consent_in_a_pending_case():
    """In a case that was filed the parties may agree on a judgment, before that court."""
    filed = {"n": 1, "event": "filed", "on": "2026-06-01", "number": "26-1"}
    found = said(terms(stipulated_judgment="yes"), filings=[filed])

    assert not the("K811", found).stops
    assert "a plan does not stop the court's days" in the("K817", found).message


def test_a_guarantor_whose_spouse_must_sign():
    """Where the law wants both spouses under a guaranty, the user learns it."""
    backer = {"name": "Sam Moss", "kind": "individual", "address": ADDRESS}
    found = check_plan(in_state("az", "2026-02-02", guarantors=[backer]), terms(guarantor="Sam Moss"))

    assert "both spouses must sign" in the("K813", found).message


def test_a_pledged_claim_wants_leave():
    """A plan of a claim that is somebody's security waits for that somebody's leave."""
    pledged = creditor(claim_pledged_to="First Lee Bank")

    assert the("K840", check_pledge(facts_of(AS_OF, creditor=pledged).case, "plan")).stops
    leave = [{"covers": "plan", "on": "2026-11-01", "by": "First Lee Bank"}]
    assert not the("K840", check_pledge(facts_of(AS_OF, creditor=pledged, leave=leave).case, "plan")).stops


DEAL = {"kind": "plan", "counted_on": "2026-11-02", "debt": "1000", "instalments": [
    {"due_on": "2026-12-01", "amount": "500"}, {"due_on": "2027-01-04", "amount": "500"}]}  # fmt: skip
SIGNED = {"event": "signed", "on": "2026-11-02", "deal": DEAL}
MADE = {"event": "made", "on": "2026-11-02", "document": "agreements/payment-plan", "files": [], "inputs": "a",
        "record": "r", "deal": {**DEAL, "open_until": "2026-11-30"}}  # fmt: skip
SENT = {"event": "sent", "on": "2026-11-02", "made": 1}


def with_journal(as_of: str, *events: dict, **more):
    """Return the facts of the case in Franklin with its journal folded in."""
    plain = facts_of(as_of, **more)
    entries = tuple(Entry(EVENT.validate_python({"n": n, **event})) for n, event in enumerate(events, 1))
    known = {name: getattr(plain.case, name) for name in CaseFile.model_fields}
    case = fold(CaseFile.model_construct(**known), Journal("journal.yaml", entries), day(as_of))
    return type(plain)(case, plain.as_of, plain.law, plain.forum, FEDERAL, plain.terms, plain.ledger)


def paper(name: str, kind: str = "collection") -> Document:
    """Return a document by its id."""
    return Document(id=name, title="x", kind=DocumentKind(kind), context="x")


@pytest.mark.parametrize(
    ("name", "kind", "stops"),
    [
        ("letters/final-demand", "collection", [True]),
        ("letters/friendly-reminder", "collection", [True]),
        ("court/statement-of-claim", "court", [True]),
        ("statements/statement", "collection", [False]),  # a statement may be asked for
        ("statements/invoice", "collection", []),  # new work is billed
        ("letters/reply-complaint", "reply", []),  # an answer is given
        ("contracts/services", "agreement", []),
    ],
)
def test_nothing_else_is_asked_for_while_a_plan_is_kept(name, kind, stops):
    """While the plan binds, what presses for the debt is stopped, and nobody may override it."""
    found = [one for one in check_in_plan(with_journal(AS_OF, SIGNED), paper(name, kind)) if one.code == "K807"]

    assert [one.stops for one in found] == stops
    assert not any(one.overridable for one in found)
    assert all("and kept; the next payment is due on 2026-12-01" in one.message for one in found)


def test_an_open_offer_is_noted():
    """A letter that goes out while the debtor may still accept says so to its sender."""
    demand = paper("letters/final-demand")

    assert codes(check_in_plan(with_journal(AS_OF, MADE, SENT), demand)) == ["K808"]
    assert codes(check_in_plan(with_journal("2026-12-01", MADE, SENT), demand)) == []
    assert codes(check_in_plan(with_journal(AS_OF, MADE), demand)) == []  # it was never sent


@pytest.mark.parametrize(
    ("name", "as_of", "said"),
    [
        ("plan-missed", AS_OF, "no payment of the plan is missed"),
        ("plan-accelerated", AS_OF, "no payment of the plan is missed"),
        ("plan-accelerated", "2026-12-08", "no notice of the missed payment went out yet"),
        ("plan-reinstated", AS_OF, "the plan was not accelerated"),
        ("plan-completed", AS_OF, "the plan is not paid: $1,000.00 is still to come"),
        ("plan-missed", "2026-12-08", ""),
        ("plan-reminder", AS_OF, ""),
    ],
)
def test_a_paper_of_the_plan_must_fit(name, as_of, said):
    """A letter of the plan is made when the plan stands so, and at no other time."""
    found = [*check_in_plan(with_journal(as_of, SIGNED), paper(f"letters/{name}"))]

    assert [one.message for one in found] == ([said] if said else [])


def test_everything_made_due_too_early_is_noted():
    """An acceleration without the notice, or before its days were over, stands in the case as a doubt."""
    due = {"event": "ended", "on": "2026-12-09", "entry": 1, "how": "accelerated"}
    notice = {"event": "sent", "on": "2026-12-08", "step": "plan-missed"}
    late = {**due, "on": "2026-12-21"}

    def noted(*events):
        return [one.message for one in note_plan(with_journal("2026-12-22", SIGNED, *events))]

    assert "no notice of the missed payment went out yet" in noted(due)[0]
    assert "gives the debtor until 2026-12-18" in noted(notice, due)[0]
    assert noted(notice, late) == []


def test_the_case_itself_tells_of_its_plan():
    """`kit check` says that a plan binds, and stops nothing by it."""
    assert not the("K807", note_plan(with_journal(AS_OF, SIGNED))).stops


def test_no_paper_of_a_plan_without_one():
    """Where nothing was signed there is nothing to remind of."""
    found = check_in_plan(with_journal(AS_OF), paper("letters/plan-reminder"))

    assert the("K806", found).message == "no plan is in force"


def test_a_second_plan_waits_for_the_end_of_the_first():
    """Two plans for one debt would contradict each other."""
    assert the("K818", check_plan(with_journal(AS_OF, SIGNED), terms())).stops


def test_a_plan_is_refused_in_bankruptcy():
    """A plan asks for the old debt: the stay forbids it, whatever kind of paper it is."""
    filed = {"petition_on": "2026-06-01", "chapter": "7"}
    document = paper("agreements/payment-plan", "agreement")

    assert the("K700", run_checks(facts_of(AS_OF, bankruptcy=filed), document)).stops
    assert "K705" not in codes(run_checks(facts_of(AS_OF, bankruptcy=filed), document))


def test_a_judgment_has_a_plan_of_its_own():
    """After judgment the old debt is no more; the answer names the right command."""
    entries = ({"event": "filed", "on": "2026-05-10", "number": "26-1"},
               {"event": "judgment", "on": "2026-06-10", "principal": "1000", "winner": "creditor"})  # fmt: skip
    facts = with_journal(AS_OF, *entries)
    from kit.ledger.judgment import judged  # noqa: PLC0415 - this one test

    ledger = judged(facts.case, facts.terms, facts.as_of, facts.forum)[0]
    after = type(facts)(facts.case, facts.as_of, facts.law, facts.forum, FEDERAL, facts.terms, ledger)

    assert "kit judgment CASE plan" in the("K810", check_plan(after, terms())).fix


@pytest.mark.parametrize(
    ("state", "due", "on", "last"),
    [
        ("tx", "2021-02-02", "2024-12-02", "2028-12-02"),  # in time: four years from the signature
        ("tx", "2021-02-02", "2025-06-02", "2029-06-02"),  # after it: there a signed writing still counts
        ("ms", "2022-02-02", "2025-06-02", "2028-06-02"),  # there the promise counts, which every plan makes
        ("wa", "2020-02-03", "2026-03-02", "2026-02-03"),  # there nothing counts once it is over
    ],
)
def test_a_plan_that_was_signed_starts_the_time_anew(state, due, on, last):
    """From its signature on a plan counts as the signed writing that it is, wherever the law lets one count."""
    deal = {**DEAL, "counted_on": on, "instalments": [{"due_on": "2026-06-01", "amount": "1000"}]}
    facts = in_state(state, due, signed=[{"n": 1, "event": "signed", "on": on, "deal": deal}])
    inquiry = plan_law(facts).forum
    ((item, invoice_),) = due_items(facts)

    assert str(run_of(facts, inquiry, item, invoice_).last) == last


@pytest.mark.parametrize(("stance", "last"), [("admitted", "2028-12-02"), ("disputed", "2025-02-02")])
def test_a_settlement_of_an_admitted_debt_starts_the_time_anew(stance, last):
    """What owns to the debt counts as a plan does; what was signed to end a dispute owns to nothing."""
    deal = {"kind": "settlement", "counted_on": "2024-12-02", "debt": "1000", "stance": stance, "default": "whole",
            "instalments": [{"due_on": "2024-12-20", "amount": "700"}]}  # fmt: skip
    facts = in_state("tx", "2021-02-02", signed=[{"n": 1, "event": "signed", "on": "2024-12-02", "deal": deal}])
    inquiry = plan_law(facts).forum
    ((item, invoice_),) = due_items(facts)
    run = run_of(facts, inquiry, item, invoice_)

    assert str(run.last) == last
    assert ("signed settlement" in run.event) is (stance == "admitted")


def test_a_plan_starts_nothing_for_later_bills():
    """What was billed after the debt was counted is not owned to by the plan."""
    later = invoice("INV-2", issued="2026-11-05", due="2026-11-10")
    facts = with_journal("2026-11-23", SIGNED, invoices=[invoice(), later])

    assert [len(agreements(facts, item)) for item, _ in due_items(facts)] == [1, 0]
