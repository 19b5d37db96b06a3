"""What stands against a hand-off, for each taker; and what a seller promises, held against the file."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "documents"))
from handoff_cases import AGENCY, DEALS, FACTOR, handed
from insolvent_cases import INSOLVENT
from judgment_cases import JUDGED
from paper_cases import CREDITOR, DEBTOR, FOUR, PAID, VARIANTS, Variant, facts_of, merged
from walked_cases import WALKED, event

from kit.checks.assignment_law import check_notice
from kit.checks.handoff import amount_of, check_handoff
from kit.checks.itemization import check_itemization, itemized, reference
from kit.checks.representations import Stand, representations
from kit.checks.settlement import check_settlement
from kit.findings import KitError
from kit.ledger.since import since
from kit.model.handoff import HandoffTerms
from kit.model.settlement import SettlementTerms

CASES = {**VARIANTS, **WALKED, **JUDGED, **INSOLVENT}
TO = ("attorney", "agency", "factor")
DISPUTE = event("2026-10-01", "disputed", invoice="INV-104", text="Two labels bleed")
PLAN = event(
    "2026-10-05",
    "signed",
    deal={
        "kind": "plan",
        "counted_on": "2026-10-05",
        "debt": "4800.00",
        "instalments": [{"due_on": "2026-12-01", "amount": "4800.00"}],
    },
)


def met(variant, to):
    """Return the codes met by a hand-off to ``to``, each with whether it stops and may be overridden."""
    facts = facts_of(CASES[variant] if isinstance(variant, str) else variant)
    return {one.code: (one.stops, one.overridable) for one in check_handoff(facts, DEALS[to])}


@pytest.mark.parametrize(
    ("variant", "code", "said"),
    [
        (
            Variant({}, (), (DISPUTE,)),
            "K846",
            {"attorney": (False, False), "agency": (False, False), "factor": (True, False)},
        ),
        ("bankrupt", "K847", {"attorney": (False, False), "agency": (True, False), "factor": (True, False)}),
        ("assigned", "K847", {"attorney": (False, False), "agency": (True, False), "factor": (True, False)}),
        ("judged", "K848", {"attorney": (False, False), "agency": (True, False), "factor": (True, False)}),
        ("expired", "K849", {"attorney": (False, False), "agency": (True, True), "factor": (True, False)}),
        ("paid-in-full", "K850", {"attorney": (True, False), "agency": (True, False), "factor": (True, False)}),
        ("before-due", "K850", {"attorney": (True, True), "agency": (True, False), "factor": None}),
        ("consumer", "K851", {"attorney": None, "agency": (False, False), "factor": (True, False)}),
        (
            Variant({}, (), (PLAN,)),
            "K852",
            {"attorney": (True, True), "agency": (True, False), "factor": (True, False)},
        ),
        (Variant({}, (), (handed(AGENCY),)), "K845", dict.fromkeys(TO, (True, False))),
        (
            Variant({"debtor": {**DEBTOR, "kind": "government"}}),
            "K858",
            {"attorney": None, "agency": None, "factor": (True, True)},
        ),
        (
            Variant({"creditor": {**CREDITOR, "claim_pledged_to": "Quay Bank"}}),
            "K840",
            dict.fromkeys(TO, (True, False)),
        ),
    ],
)
def test_each_taker_is_held_to_its_own(variant, code, said):
    """What a factor may not buy an agency may be told of, and a lawyer is told everything."""
    assert {to: met(variant, to).get(code) for to in TO} == said


@pytest.mark.parametrize(("last", "stops"), [("2026-12-01", True), ("2026-10-12", False)])
def test_more_time_whose_day_has_passed_binds_nobody(last, stops):
    """An extension ends by itself with its days of grace: then the claim may go, to be settled or handed over."""
    deal = {"kind": "extension", "counted_on": "2026-10-05", "debt": "4800.00", "accelerates": "no",
            "instalments": [{"due_on": last, "amount": "4800.00"}]}  # fmt: skip
    paper = {"files": [], "inputs": "i", "record": "r", "document": "letters/extension", "deal": deal}
    more_time = Variant({}, (), (event("2026-10-05", "made", **paper), event("2026-10-05", "sent", made="1")))
    terms = SettlementTerms.model_validate({"counted_on": "2026-10-30", "debt": "4800.00", "stance": "admitted",
        "default": "whole", "instalments": [{"due_on": "2026-12-15", "amount": "3000.00"}]})  # fmt: skip

    assert ("K852" in met(more_time, "agency")) is stops
    assert ("K827" in {one.code for one in check_settlement(facts_of(more_time), terms)}) is stops


def test_the_end_of_a_plan_is_recorded_by_the_command_as_it_is_typed():
    """What the finding says to type names how it ended, which `kit log ended` asks for."""
    (found,) = (one for one in check_handoff(facts_of(Variant({}, (), (PLAN,))), DEALS["agency"]) if one.code == "K852")
    assert "`kit log CASE ended --entry 1 --how accelerated`" in found.fix


def test_a_sound_claim_goes_to_anybody():
    """Nothing stands against the plain case; a factor is told what nobody wrote down."""
    plain = {to: met("plain", to) for to in TO}

    assert not any(stops for found in plain.values() for stops, _ in found.values())
    assert set(plain["factor"]) == {"K854"}


def test_a_share_of_more_than_half_is_remarked():
    """Such a share is lawful, and usually a slip or a bad bargain."""
    terms = DEALS["agency"].model_copy(update={"contingent_percent": 55})
    assert "K856" in {one.code for one in check_handoff(facts_of(Variant()), terms)}


STANDS = {
    "plain": {"nobody holds them as security": Stand.UNKNOWN, "the work was done and delivered": Stand.UNKNOWN},
    "consumer": {"they are for a business purpose": Stand.FALSE},
    "money-held": {
        "the sums on the schedule are owed, after every payment and credit": Stand.FALSE,
        "the debtor disputes nothing of them": Stand.FALSE,
    },
}


@pytest.mark.parametrize("name", STANDS)
def test_promises_are_held_against_the_file(name):
    """What the file shows is true, what it contradicts is false, what it does not say is not known."""
    facts = facts_of(CASES[name])
    found = {one.text: one.stand for one in representations(facts, DEALS["factor"])}
    rest = [text for text, stand in found.items() if stand is not Stand.TRUE and text not in STANDS["plain"]]

    assert {text: found[text] for text in STANDS[name]} == STANDS[name]
    assert [text for text in rest if text not in STANDS[name] and "past due" not in text] == []


def test_age_is_held_to_what_the_factor_takes():
    """Fourteen days too old is too old; a day of delivery proves the work."""
    delivered = [{**one, "delivered_on": one["issued_on"]} for one in FOUR]
    facts = facts_of(Variant({"invoices": delivered}))
    found = {one.text: one for one in representations(facts, DEALS["factor"])}

    assert found["the work was done and delivered"].stand is Stand.TRUE
    assert found["none is more than 120 days past due"].stand is Stand.FALSE
    assert "INV-101 by 176 days" in found["none is more than 120 days past due"].fact
    assert "K853" in {one.code for one in check_handoff(facts, DEALS["factor"]) if one.stops and one.overridable}


def test_a_counterclaim_is_no_secret():
    """A set-off that the debtor claims contradicts a promise of the sale."""
    facts = facts_of(Variant({"setoffs": [{"id": "S-1", "text": "Two pallets came back", "amount": "200.00"}]}))
    assert "Two pallets came back" in next(
        one.message for one in check_handoff(facts, DEALS["factor"]) if one.code == "K853"
    )


def test_the_sum_is_of_what_goes():
    """All of it with the charges of the account and without money held; a part of it without either."""
    facts = facts_of(Variant({"invoices": FOUR, "payments": PAID}))
    part = HandoffTerms.model_validate({**FACTOR, "invoices": ["INV-103", "INV-104"]})

    assert amount_of(facts, DEALS["agency"]) == facts.ledger.totals.total
    assert str(amount_of(facts, part)) == "5110.25"
    held = facts_of(VARIANTS["money-held"])
    assert amount_of(held, DEALS["agency"]) == held.ledger.totals.total


@pytest.mark.parametrize("name", sorted({*VARIANTS, *WALKED}))
def test_the_lines_lead_from_then_to_now(name):
    """Balance then, plus what was added, less what came off, is the balance now, whatever the day and the part."""
    facts = facts_of(CASES[name])
    case = facts.case
    for names in ([one.id for one in case.invoices], [one.id for one in case.invoices[:1]]):
        for day in {date(2026, 5, 20), date(2026, 8, 15), date(2026, 9, 20), facts.as_of}:
            if not case.invoices or day > facts.as_of or facts.ledger.judgment:
                continue
            seen = since(case, facts.terms, facts.ledger, day, names)
            assert seen.adds_up, (day, names)
            assert seen.now == seen.principal + seen.interest + seen.fees + seen.costs - seen.held


def test_an_account_is_itemized_from_the_newest_day_on_record():
    """A statement or bill sent, a payment, a delivery; a chosen day must lie within the account."""
    facts = facts_of(Variant({"invoices": FOUR, "payments": PAID}))
    start, seen = itemized(facts, DEALS["agency"])

    assert (start.on, start.what) == (date(2026, 8, 10), "the last payment")
    assert seen.then == seen.now == facts.ledger.totals.total
    chosen = DEALS["agency"].model_copy(update={"since": date(2026, 7, 19)})
    assert itemized(facts, chosen)[1].paid == 1700
    for wrong in (date(2020, 1, 1), date(2027, 1, 1)):
        with pytest.raises(KitError, match="cannot be itemized"):
            reference(facts, chosen.model_copy(update={"since": wrong}))


def test_a_consumer_debt_is_itemized_from_a_day_that_the_rule_names():
    """Another day is remarked for a consumer, and for nobody else."""
    terms = DEALS["agency"].model_copy(update={"since": date(2026, 9, 9)})
    consumer, business = (facts_of(CASES[name]) for name in ("consumer", "plain"))

    assert [one.code for one in check_itemization(consumer, terms)] == ["K859"]
    assert not tuple(check_itemization(business, terms))
    assert not tuple(check_itemization(consumer, DEALS["agency"]))


def test_law_on_telling_the_debtor_is_named_or_said_to_be_untested():
    """An authority assigns nothing; an assignment is held to the state's law where it is on file."""
    facts = facts_of(Variant())
    nowhere = facts_of(
        Variant(merged(CASES["plain"].change, {"forum": "us-xq", "agreement": {"governing_law": "us-xq"}}))
    )

    assert not tuple(check_notice(facts, DEALS["agency"]))
    assert "not tested" in next(check_notice(nowhere, DEALS["factor"])).message
