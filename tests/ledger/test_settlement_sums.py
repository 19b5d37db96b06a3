"""Settlements to the cent: what is paid, given up and left, whatever came and whenever it came back."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_cases import day, interest, invoice, payment
from test_ledger_release import settled_case

from kit.ledger.account import Kind
from kit.ledger.agreed_dues import DueState
from kit.ledger.build import build_ledger
from kit.ledger.settlement_standing import SettlementState, newest_settlement
from kit.ledger.terms import Terms

START = date(2024, 6, 1)
days = st.integers(1, 60).map(lambda n: START + timedelta(n))
money = st.integers(1, 700_000).map(lambda cents: Decimal(cents) / 100)
payments = st.lists(st.tuples(days, money, st.booleans()), max_size=5)


def case_of(default, came, *, settled=False, broken=False):
    """Return a settlement with payments, some of which came back five days later."""
    listed = [
        payment(f"P-{n}", str(on), str(amount), **({"bounced_on": str(on + timedelta(5))} if back else {}))
        for n, (on, amount, back) in enumerate(came, 1)
    ]
    ended = ("2024-09-01", "broken") if broken else None
    return settled_case(default, payments=listed, settled="2024-08-15" if settled else None, ended=ended)


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(["whole", "settled_sum"]), payments, st.booleans(), st.booleans())
def test_nothing_is_negative_and_the_account_adds_up(default, came, settled, rated):
    """What was charged is what was paid, given up, still owed or held, on every day and with every return."""
    case = case_of(default, came, settled=settled)
    for on in (date(2024, 6, 1), date(2024, 7, 3), date(2024, 8, 15), date(2024, 12, 31)):
        ledger = build_ledger(case, interest("10") if rated else Terms(), on)
        totals = ledger.totals
        assert min(totals.principal, totals.interest, totals.fees, totals.total, totals.unapplied) >= 0
        balance = sum((one.amount for one in ledger.postings), Decimal(0))
        assert balance == totals.total - totals.overpaid
        released = sum((one.amount for one in ledger.postings if one.kind is Kind.RELEASE), Decimal(0))
        assert released <= 0


@settings(deadline=None, max_examples=60)
@given(payments)
def test_only_money_that_stayed_gives_up_the_rest(came):
    """`settled` ends the debt if its sum is there; if a payment came back, the debt is what it was without it."""
    good = sum((amount for _, amount, back in came if not back), Decimal(0))
    case = case_of("whole", came, settled=True)
    totals = build_ledger(case, Terms(), date(2024, 12, 31)).totals
    standing = newest_settlement(case, date(2024, 12, 31))
    if good >= 5000:
        assert totals.total == 0
        assert standing.state is SettlementState.CLEARED
    else:
        assert totals.total == max(Decimal("8100.00") - good, 0)
        assert standing.state is SettlementState.RETURNED


@settings(deadline=None, max_examples=60)
@given(payments)
def test_a_broken_settlement_leaves_what_its_default_says(came):
    """The whole debt less what stayed, or what is unpaid of the settlement sum; never less than nothing."""
    good = sum((amount for _, amount, back in came if not back), Decimal(0))
    for default, debt in (("whole", "8100.00"), ("settled_sum", "5000.00")):
        totals = build_ledger(case_of(default, came, broken=True), Terms(), date(2024, 12, 31)).totals
        assert totals.total == max(Decimal(debt) - good, 0)


@settings(deadline=None, max_examples=60)
@given(payments, st.integers(0, 120))
def test_the_payments_fill_in_their_order(came, later):
    """What filled the payments and what is left of them come to the settlement sum."""
    on = START + timedelta(later)
    here = newest_settlement(case_of("whole", came), on)
    assert sum((one.paid + one.left for one in here.dues), Decimal(0)) == Decimal(5000)
    assert here.left >= 0
    assert all(one.left == 0 for one in here.dues if one.state is DueState.PAID)


def test_a_later_invoice_is_not_paid_with_the_settlement():
    """Money that the debtor sent for a later bill does not count toward the settlement."""
    bills = [
        invoice("A-1", "8100.00", "2024-01-01", "2024-01-31"),
        invoice("A-2", "900.00", "2024-06-05", "2024-07-05"),
    ]
    paid = [payment("P-1", "2024-06-20", "900.00", invoice="A-2"), payment("P-2", "2024-06-21", "4100.00")]
    here = newest_settlement(settled_case("whole", payments=paid, invoices=bills), day("2024-06-25"))
    assert here.received == Decimal("4100.00")
    assert here.left == Decimal("900.00")


def test_money_between_the_count_and_the_signing_counts_once():
    """A payment that came before the last signature lowers the settlement sum, not the debt beside it."""
    case = settled_case("settled_sum", payments=[payment("P-1", "2024-06-03", "2000.00")])
    late = case.signed[0].model_copy(update={"on": day("2024-06-08")})
    case = case.model_copy(update={"signed": (late,)})
    assert build_ledger(case, Terms(), day("2024-06-07")).totals.total == Decimal("6100.00")
    assert build_ledger(case, Terms(), day("2024-06-08")).totals.total == Decimal("3000.00")
