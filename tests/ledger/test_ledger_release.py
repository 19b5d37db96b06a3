"""What a settlement does to the account: nothing until it is paid, or its sum instead of the debt."""

from dataclasses import replace
from decimal import Decimal

import pytest
from ledger_cases import amounts, day, interest, invoice, payment

from kit.ledger.account import Kind
from kit.ledger.build import build_ledger
from kit.ledger.pauses import pauses_of
from kit.ledger.terms import LateFeeTerms, Terms
from kit.model.case import Case
from kit.model.deal_event import Ended, Settled, Signed

DEBT = "8100.00"  # what the invoice comes to on June 1, without interest
BILLED = [invoice("A-1", "8100.00", "2024-01-01", "2024-01-31")]


def settled_case(default, *, payments=(), settled=None, ended=None, invoices=BILLED):
    """Return a case whose debtor signed on June 1, 2024, to pay 5,000 by June 30."""
    terms = {
        "kind": "settlement",
        "counted_on": "2024-06-01",
        "debt": DEBT,
        "instalments": [{"due_on": "2024-06-30", "amount": "5000"}],
        "stance": "disputed" if default == "settled_sum" else "admitted",
        "default": default,
    }
    debtor = {"name": "Late Paper Supply Inc.", "kind": "corporation"}
    case = Case.model_validate({"format": "1", "debtor": debtor, "invoices": invoices, "payments": list(payments)})
    signed = Signed(n=1, on=day("2024-06-01"), event="signed", deal=terms)
    said = {"signed": (signed,)}
    if settled:
        said["settled"] = (Settled(n=2, on=day(settled), event="settled", entry=1),)
    if ended:
        said["ended"] = (Ended(n=3, on=day(ended[0]), event="ended", entry=1, how=ended[1]),)
    return case.model_copy(update=said)


def total(case, on, terms=None):
    """Return what is owed on a day."""
    return build_ledger(case, terms or Terms(), day(on)).totals.total


@pytest.mark.parametrize(
    ("default", "paid", "settled", "ended", "on", "owed"),
    [
        ("whole", [], None, None, "2024-06-15", "8100.00"),
        ("whole", [("2024-06-20", "5000")], None, None, "2024-06-25", "3100.00"),
        ("whole", [("2024-06-20", "5000")], "2024-06-28", None, "2024-06-28", "0.00"),
        ("whole", [("2024-06-20", "2000")], None, ("2024-07-10", "broken"), "2024-07-11", "6100.00"),
        ("settled_sum", [], None, None, "2024-05-31", "8100.00"),
        ("settled_sum", [], None, None, "2024-06-01", "5000.00"),
        ("settled_sum", [("2024-06-20", "2000")], None, ("2024-07-10", "broken"), "2024-07-11", "3000.00"),
        ("settled_sum", [("2024-06-20", "2000")], None, ("2024-07-10", "cancelled"), "2024-07-11", "6100.00"),
        ("settled_sum", [("2024-06-20", "5000")], "2024-06-28", None, "2024-06-28", "0.00"),
    ],
)
def test_a_settlement_leaves_what_its_default_says(default, paid, settled, ended, on, owed):
    """Before it is paid the whole debt stands or only its sum; once it has cleared nothing does."""
    payments = [payment(f"P-{n}", *one) for n, one in enumerate(paid, 1)]
    assert total(settled_case(default, payments=payments, settled=settled, ended=ended), on) == Decimal(owed)


def test_interest_goes_on_until_the_settlement_has_cleared_and_is_then_given_up_too():
    """Charges that ran while the debtor had time to pay are part of what the settlement gives up."""
    case = settled_case("whole", payments=[payment("P-1", "2024-06-20", "5000")], settled="2024-06-28")
    ledger = build_ledger(case, interest("10"), day("2024-12-31"))
    assert ledger.totals.total == 0
    assert ledger.per_diem.printed == 0
    charged = sum(Decimal(one) for one in amounts(ledger, Kind.INTEREST))
    assert sum(Decimal(one) for one in amounts(ledger, Kind.RELEASE)) == -(Decimal(DEBT) + charged - 5000)


def test_a_later_invoice_is_no_part_of_the_settlement():
    """What was billed after the debt was counted stays owed when the settlement has cleared."""
    later = [*BILLED, invoice("A-2", "700.00", "2024-06-10", "2024-07-10")]
    paid = [payment("P-1", "2024-06-20", "5000", invoice="A-1")]
    case = settled_case("whole", payments=paid, settled="2024-06-28", invoices=later)
    assert total(case, "2024-08-01") == Decimal("700.00")


def test_charges_are_given_up_before_principal():
    """Where a sum takes the place of the debt, late charges and interest go first."""
    ledger = build_ledger(settled_case("settled_sum"), interest("10"), day("2024-06-01"))
    assert ledger.totals.interest == 0
    assert ledger.totals.principal == Decimal("5000.00")


def test_a_returned_payment_brings_back_the_sum_and_not_what_was_given_up():
    """The agreement says so of a bank: the settlement sum is owed, and the discount stays."""
    back = payment("P-1", "2024-06-20", "5000", bounced_on="2024-07-05")
    case = settled_case("settled_sum", payments=[back], settled="2024-06-28")
    assert total(case, "2024-07-31", replace(interest("10"), pauses=pauses_of(case))) == Decimal("5000.00")
    case = settled_case("whole", payments=[back], settled="2024-06-28")
    assert total(case, "2024-07-31") == Decimal(DEBT)


def test_a_broken_settlement_sum_bears_interest_again_but_no_late_fees():
    """3,000 at 10 % from July 10 through July 31 are 22 days; nothing ran before."""
    case = settled_case("settled_sum", payments=[payment("P-1", "2024-06-20", "2000")], ended=("2024-07-10", "broken"))
    terms = replace(interest("10"), pauses=pauses_of(case))
    assert total(case, "2024-07-09", terms) == Decimal("3000.00")
    assert total(case, "2024-07-31", terms) == Decimal("3018.08")
    fees = replace(terms, late_fee=LateFeeTerms(percent_a_month=Decimal(1)))
    assert total(case, "2025-07-09", fees) == total(case, "2025-07-09", terms)


def test_a_sum_that_is_broken_the_day_after_it_was_signed_bears_interest_from_then_on():
    """No time of rest is left, and none is made up."""
    case = settled_case("settled_sum", ended=("2024-06-02", "broken"))
    assert [one.percent for one in pauses_of(case)] == [None]
