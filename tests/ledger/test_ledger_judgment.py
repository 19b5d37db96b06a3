"""The account of a judgment: what it bears, where a payment goes, and what is asked instead of guessed."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_cases import case_of, day, interest, invoice, payment

from kit.ledger.judgment import judged
from kit.ledger.judgment_account import Act, Awarded
from kit.ledger.judgment_book import Book
from kit.ledger.judgment_terms import Bearing
from kit.ledger.terms import InterestTerms, RateSpan, Terms
from kit.load.jurisdiction_file import load_jurisdiction
from kit.model.agreement import Bucket
from kit.model.court_event import Appealed, Filed, Judgment, Satisfied
from kit.model.event import MODELS

FRANKLIN = load_jurisdiction("us-xf", (Path(__file__).parents[1] / "fixtures" / "jurisdictions",))
GRANT = load_jurisdiction("us-xg", (Path(__file__).parents[1] / "fixtures" / "jurisdictions",))
ONE = invoice("INV-1", "4800.00", "2024-01-02", "2024-02-01")
CENT = Decimal("0.01")


def suit(*events, **facts):
    """Return a case filed on March 1, 2024, with the given events after it."""
    said = [{"event": "filed", "on": "2024-03-01"}, *events]
    models = tuple(MODELS[one["event"]].model_validate({"n": n, **one}) for n, one in enumerate(said, 1))
    case = case_of(**{"invoices": [ONE], "agreement": {"kind": "written"}, **facts})
    kinds = {"filings": Filed, "judgments": Judgment, "appeals": Appealed, "satisfied": Satisfied}
    sorted_ = {name: tuple(one for one in models if isinstance(one, kind)) for name, kind in kinds.items()}
    waivers = tuple(one for one in models if one.event == "waived")
    return case.model_copy(update={"events": models, "waivers": waivers, **sorted_})


def won(on="2024-04-10", **sums):
    """Return a judgment for the creditor."""
    return {"event": "judgment", "on": on, **(sums or {"principal": "4800.00"})}


def account(case, as_of, law=FRANKLIN, terms=None):
    """Return the ledger with its judgment."""
    return judged(case, terms or Terms(), day(as_of), law)[0]


def test_without_a_judgment_nothing_changes():
    """A claim that is only filed keeps its account."""
    case = suit()

    assert account(case, "2024-06-01").judgment is None
    assert account(case, "2024-06-01").totals.total == Decimal("4800.00")


def test_the_contract_stops_and_the_judgment_runs():
    """Agreed interest ends on the day of judgment; from the day after the judgment bears the court's rate."""
    ledger = account(suit(won(principal="4800.00", costs="135.00")), "2024-06-01", terms=interest("12"))

    # 12% on 4800 from Feb 2 through Apr 10: 69 days: 4800 * .12 * 69 / 365 = 108.89
    assert ledger.as_of == day("2024-04-10")
    assert ledger.totals.interest == Decimal("108.89")
    # 10% on 4800 from Apr 11 through Jun 1: 52 days: 4800 * .10 * 52 / 365 = 68.38; costs bear none in Franklin
    assert ledger.judgment.interest == Decimal("68.38")
    assert ledger.judgment.total == Decimal("5003.38")
    assert ledger.judgment.per_diem == Decimal("1.32")


@pytest.mark.parametrize(
    ("sums", "interest_"),
    [
        pytest.param({"percent_a_year": "5"}, "34.19", id="its-own-rate"),  # 4800 * .05 * 52 / 365
        pytest.param({"interest_on_all": "yes"}, "71.23", id="all-of-it"),  # 5000 * .10 * 52 / 365
        pytest.param({}, "68.38", id="the-debt-alone"),
    ],
)
def test_the_judgment_says_first(sums, interest_):
    """A rate or a base that the judgment names goes before the law."""
    ledger = account(suit(won(principal="4800.00", interest="100.00", costs="100.00", **sums)), "2024-06-01")

    since = sum((one.amount for one in ledger.judgment.spans), Decimal(0))
    assert since == Decimal(interest_)


def test_an_unknown_rate_is_asked_for():
    """Where the court's rate is not on record nothing is charged, and the finding says where to look."""
    ledger = account(suit(won()), "2024-06-01", law=GRANT)

    assert ledger.judgment.total == Decimal("4800.00")
    assert "K691" in [one.code for one in ledger.findings]


def test_costs_without_a_rule_are_asked_for():
    """Whether awarded costs bear interest is not guessed: they bear none until somebody says so."""
    law = load_jurisdiction("us-fl")
    ledger = account(suit(won(principal="4800.00", costs="100.00", percent_a_year="9")), "2024-06-01", law=law)

    assert "K693" in [one.code for one in ledger.findings]
    assert {one.base for one in ledger.judgment.spans} == {Decimal("4800.00")}


@pytest.mark.parametrize(
    ("code", "more", "facts", "expected"),
    [
        # California: 10% on all that was awarded: 5000 * .10 * 365 / 365
        pytest.param("us-ca", {}, {}, "500.00", id="california"),
        # a consumer's debt under 50,000: 5%
        pytest.param("us-ca", {}, {"kind": "individual", "purpose": "consumer"}, "250.00", id="california-consumer"),
        # New York: 9% on all
        pytest.param("us-ny", {}, {}, "450.00", id="new-york"),
        # Texas, December 2025: 7%, once a year on itself; the first year has none of that yet
        pytest.param("us-tx", {}, {}, "350.00", id="texas"),
        # Texas: the contract's 24% goes on, capped at 18%
        pytest.param(
            "us-tx", {}, {"agreement": {"kind": "written", "interest": {"percent_a_year": "24"}}}, "900.00",
            id="texas-contract",
        ),
    ],
)  # fmt: skip
def test_a_year_in_real_states(code, more, facts, expected):
    """A judgment of December 10, 2025 for 4,800 and 200 of costs, a year later."""
    case = suit(won("2025-12-10", principal="4800.00", costs="200.00", **more), **facts)
    ledger = account(case, "2026-12-10", law=load_jurisdiction(code))

    assert sum((one.amount for one in ledger.judgment.spans), Decimal(0)) == Decimal(expected)


def test_texas_compounds_once_a_year():
    """In the second year the first year's interest bears interest, as the law says there."""
    case = suit(won("2025-12-10", principal="5000.00"))
    ledger = account(case, "2027-12-10", law=load_jurisdiction("us-tx"))

    # 5000 * .07 = 350.00; then 5350 * .07 = 374.50
    assert ledger.judgment.interest == Decimal("724.50")


def test_new_jersey_resets_each_january():
    """A rate that moves with the year changes on its first day, and not before."""
    spans = account(suit(won("2025-03-10")), "2026-02-10", law=load_jurisdiction("us-nj")).judgment.spans

    assert [(str(one.start), str(one.percent)) for one in spans] == [("2025-03-11", "5.5"), ("2026-01-01", "4.5")]


CODES = sorted(path.stem for path in (Path(__file__).parents[2] / "jurisdictions").glob("us-??.yaml"))


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("kind", ["corporation", "individual"])
def test_every_state_charges_or_asks(code, kind):
    """In each state each day of a judgment bears interest at a rate on record, or a finding asks for it."""
    case = suit(won("2025-03-10", principal="4800.00", costs="135.00"), kind=kind)
    ledger = account(case, "2026-11-20", law=load_jurisdiction(code))

    charged = sum(one.days for one in ledger.judgment.spans)
    asked = "K691" in [one.code for one in ledger.findings]
    assert asked == (charged < (day("2026-11-20") - day("2025-03-10")).days)
    assert all(one.cite for one in ledger.judgment.spans)


def test_the_usual_order_pays_costs_first():
    """Where no law is on record a payment goes to costs, interest, then the debt."""
    case = suit(
        won(principal="4800.00", interest="50.00", costs="100.00", percent_a_year="10"),
        payments=[payment("P-1", "2024-05-01", "200.00")],
    )
    judgment = account(case, "2024-05-01", law=None).judgment
    paid = next(one for one in judgment.postings if one.act is Act.PAYMENT)

    # interest since: 4800 * .10 * 21 / 365 = 27.62
    assert [(one.bucket, one.amount) for one in paid.portions] == [
        (Bucket.COSTS, Decimal("-100.00")),
        (Bucket.INTEREST, Decimal("-77.62")),
        (Bucket.PRINCIPAL, Decimal("-22.38")),
    ]


def test_a_payment_that_came_back_never_counted():
    """Both lines stand, and interest runs as if nothing had come."""
    back = payment("P-1", "2024-05-01", "1000.00", method="check", bounced_on="2024-05-10")
    ledger = account(suit(won(), payments=[back]), "2024-06-01")

    assert ledger.judgment.interest == account(suit(won()), "2024-06-01").judgment.interest
    assert [one.act for one in ledger.judgment.postings] == [Act.AWARD, Act.PAYMENT, Act.REVERSAL, Act.INTEREST]
    assert ledger.judgment.total == Decimal("4868.38")


def test_a_check_taken_off_before_is_asked_about():
    """A payment before judgment that bounces after it is not in the judgment: a finding says so."""
    back = payment("P-1", "2024-03-20", "1000.00", method="check", bounced_on="2024-04-20")
    ledger = account(suit(won(principal="3800.00"), payments=[back]), "2024-06-01")

    assert "K695" in [one.code for one in ledger.findings]
    assert ledger.judgment.awarded.total == Decimal("3800.00")


def test_costs_after_judgment_count_where_they_may():
    """A claimable cost is added from its day and bears no interest; another is shown beside the account."""
    costs = [
        {"id": "C-1", "on": "2024-05-01", "amount": "40.00", "text": "writ", "claimable": "yes"},
        {"id": "C-2", "on": "2024-05-02", "amount": "15.00", "text": "search"},
        {"id": "C-0", "on": "2024-03-01", "amount": "75.00", "text": "filing", "claimable": "yes"},
    ]
    judgment = account(suit(won(), costs=costs), "2024-06-01").judgment

    assert judgment.costs == Decimal("40.00")
    assert judgment.unclaimed_costs == Decimal("15.00")


def test_what_is_waived_is_gone():
    """Interest given up on a day is not owed; what runs after that day is."""
    case = suit(won(), {"event": "waived", "on": "2024-05-01", "bucket": "interest"})

    # May 2 through Jun 1: 4800 * .10 * 31 / 365 = 40.77
    assert account(case, "2024-06-01").judgment.interest == Decimal("40.77")


def test_costs_that_merged_can_be_waived():
    """Where all bears interest as one sum, costs can still be given up by name."""
    case = suit(
        won(principal="4800.00", costs="100.00", interest_on_all="yes"),
        {"event": "waived", "on": "2024-04-10", "bucket": "costs"},
    )

    assert account(case, "2024-04-10").judgment.total == Decimal("4800.00")


def test_a_satisfaction_ends_the_account():
    """Once the satisfaction is filed nothing is owed and nothing runs."""
    judgment = account(suit(won(), {"event": "satisfied", "on": "2024-05-01"}), "2024-06-01").judgment

    assert judgment.total == 0
    assert judgment.per_diem_exact == 0
    assert judgment.postings[-1].balance == 0


def test_an_appeal_brings_another_judgment():
    """The later judgment is the account; a payment in between is taken off it, and a note asks."""
    case = suit(
        won(),
        {"event": "appealed", "on": "2024-04-20", "by": "debtor"},
        won("2024-06-01", principal="4000.00"),
        payments=[payment("P-1", "2024-05-01", "500.00")],
    )
    ledger = account(case, "2024-06-01")

    assert ledger.judgment.total == Decimal("3500.00")
    assert "K697" in [one.code for one in ledger.findings]


def test_a_lost_suit_leaves_nothing():
    """A judgment for the debtor awards nothing, and nothing is owed on it."""
    ledger = account(suit({"event": "judgment", "on": "2024-04-10", "winner": "debtor"}), "2024-06-01")

    assert not ledger.judgment.won
    assert ledger.judgment.total == 0


money = st.decimals(CENT, Decimal(9000), places=2)
START = date(2024, 4, 10)


def book_of(compounding="none", on_all=False, percent="10"):
    """Return an open account of 4,800 with interest, costs and fees."""
    terms = InterestTerms((RateSpan(Decimal(percent)),), compounding=compounding, runs_from=START)
    book = Book(Bearing(interest=terms, on_all=on_all), "USD")
    book.award(START, "24-7", Awarded(Decimal(4800), Decimal("120.55"), Decimal(135), Decimal(300)))
    return book


def run(book, acts, end):
    """Let payments, costs and waivers happen on the days after the judgment."""
    for after, what, amount in sorted(acts, key=lambda one: one[0]):
        on = START + timedelta(after)
        if what == "pay":
            book.pay(on, "P", amount)
        elif what == "cost":
            book.settle(on)
            book.cost(on, "C", amount, "")
        else:
            book.waive(on, "entry 9", Bucket(what), amount)
    book.settle(START + timedelta(end))


acts = st.lists(
    st.tuples(st.integers(0, 900), st.sampled_from(["pay", "pay", "cost", "interest", "costs", "fees"]), money),
    max_size=8,
)


@given(acts=acts, on_all=st.booleans())
def test_no_cent_is_lost(acts, on_all):
    """The lines add up to what is left less what is held, and no part is ever below zero."""
    book = book_of(on_all=on_all)
    run(book, acts, 1000)

    assert sum(one.amount for one in book.postings) == book.total - book.held
    assert all(amount >= 0 for amount in book.left.values())
    assert book.held >= 0
    assert not (book.held and book.total)


@given(acts=acts)
def test_no_interest_on_interest(acts):
    """Without a law that says so, only the debt itself is ever the base of interest."""
    book = book_of()
    run(book, acts, 1000)
    assert all(span.base <= Decimal(4800) for span in book.spans)
    assert book.compounded == 0


@given(payments=st.lists(st.tuples(st.integers(0, 900), money), max_size=6), end=st.integers(900, 2000))
def test_waiting_longer_never_owes_less(payments, end):
    """With the same payments the debt of a later day is never smaller."""
    first, later = book_of(), book_of()
    run(first, [(on, "pay", amount) for on, amount in payments], end)
    run(later, [(on, "pay", amount) for on, amount in payments], end + 30)

    assert later.total - later.held >= first.total - first.held
