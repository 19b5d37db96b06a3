"""Promises that hold for every account: no cent lost, no order that matters, nothing below zero."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_cases import at, case_of

from kit.ledger.account import Kind
from kit.ledger.build import build_ledger
from kit.ledger.terms import Cap, LateFeeTerms, Order, ReturnedCheck, Terms
from kit.model.agreement import Bucket, DayCount
from kit.model.event import Disputed, Waived

START = date(2023, 1, 1)
CENT = Decimal("0.01")
PROMISE = settings(deadline=None, database=None)  # nothing is written into the tree
days = st.integers(0, 900).map(lambda n: START + timedelta(n))
money = st.decimals("0.01", "5000", places=2)
ids = st.sampled_from(["A", "B", "C"])


@st.composite
def invoices(draw):
    """Draw one to three invoices, some in instalments, some without a due date."""
    found = []
    for name in "ABC"[: draw(st.integers(1, 3))]:
        issued = draw(days)
        lines = [{"text": "work", "unit_price": draw(money)} for _ in range(draw(st.integers(1, 2)))]
        bill = {"id": name, "issued_on": issued, "lines": lines}
        total = sum(line["unit_price"] for line in lines)
        if draw(st.booleans()) and total > CENT:
            half = (total / 2).quantize(CENT)
            parts = [(30, half), (90, total - half)]
            bill["instalments"] = [{"due_on": issued + timedelta(n), "amount": part} for n, part in parts if part]
        elif draw(st.integers(0, 4)):
            bill["due_on"] = issued + timedelta(draw(st.integers(-5, 60)))
        found.append(bill)
    return found


@st.composite
def payments(draw):
    """Draw payments, directed, elected, bounced or plain."""
    found = []
    for n in range(draw(st.integers(0, 5))):
        on = draw(days)
        one = {"id": f"P{n}", "on": on, "amount": draw(money), "method": draw(st.sampled_from(["check", "cash"]))}
        one |= draw(st.sampled_from([{}, {"invoice": "A"}, {"elected": "B"}, {"bounced_on": on + timedelta(7)}]))
        found.append(one)
    return found


@st.composite
def terms(draw):
    """Draw terms: interest, late fees, caps that trim or stop, an order of application."""
    interest = at(
        str(draw(st.decimals("0", "40", places=2))),
        day_count=draw(st.sampled_from(list(DayCount))),
        compounding=draw(st.sampled_from(["none", "none", "monthly", "yearly"])),
        grace_days=draw(st.sampled_from([0, 10])),
        grace=draw(st.sampled_from(["forgives", "delays"])),
    )
    fee = LateFeeTerms(**draw(st.sampled_from([
        {"flat": Decimal(25)},
        {"percent": Decimal(5), "grace_days": 7},
        {"percent_a_month": Decimal("1.5"), "month": "started", "cap_amount": Decimal(90)},
        {"percent_a_month": Decimal("1.5")},
    ])))  # fmt: skip
    caps = draw(
        st.sampled_from([(), (Cap(Decimal(18), "trimmed"),), (Cap(Decimal(10), "stop"), Cap(Decimal(24), "trimmed"))])
    )
    order = Order(tuple(draw(st.permutations(list(Bucket)))))
    return Terms(
        interest=draw(st.sampled_from([interest, None])),
        late_fee=draw(st.sampled_from([fee, None])),
        caps=caps,
        returned_check=ReturnedCheck(agreed=Decimal(20)),
        order=order,
    )


@st.composite
def cases(draw):
    """Draw a case with everything that can happen to an account."""
    facts = {"invoices": draw(invoices()), "payments": draw(payments())}
    facts["credits"] = [
        {"id": f"C{n}", "on": draw(days), "invoice": "A", "amount": draw(money)} for n in range(draw(st.integers(0, 1)))
    ]
    facts["costs"] = [{"id": "F", "on": draw(days), "amount": draw(money), "text": "fee", "claimable": True}]
    case = case_of(**facts)
    waived = tuple(
        Waived(
            event="waived",
            n=n,
            on=draw(days),
            bucket=draw(st.sampled_from(["interest", "fees", "costs"])),
            amount=draw(st.none() | money),
        )
        for n in range(draw(st.integers(0, 2)))
    )
    contested = tuple(
        Disputed(event="disputed", n=9, on=draw(days), invoice="A", amount=draw(money))
        for _ in range(draw(st.integers(0, 1)))
    )
    return case.model_copy(update={"waivers": waived, "disputes": contested})


def posted(ledger, *kinds: Kind) -> Decimal:
    """Return the sum of all postings of these kinds."""
    return sum((posting.amount for posting in ledger.postings if posting.kind in kinds), Decimal(0))


@settings(PROMISE, max_examples=150)
@given(case=cases(), terms=terms(), as_of=days)
def test_no_cent_is_lost(case, terms, as_of):
    """What was paid is applied, held or came back; what was charged is owed, or was paid, waived or trimmed."""
    ledger = build_ledger(case, terms, as_of)
    totals = ledger.totals

    applied = -sum(
        share.amount
        for p in ledger.postings
        if p.kind in {Kind.PAYMENT, Kind.CREDIT, Kind.APPLIED}
        for share in p.shares
    )
    assert -posted(ledger, Kind.PAYMENT, Kind.CREDIT) - posted(ledger, Kind.REVERSAL) == applied + totals.unapplied
    assert sum(p.amount for p in ledger.postings) == totals.total - totals.overpaid
    assert not ledger.postings or ledger.postings[-1].balance == totals.total - totals.overpaid
    for bucket, left in zip(Bucket, (totals.principal, totals.interest, totals.fees, totals.costs), strict=True):
        assert sum(s.amount for p in ledger.postings for s in p.shares if s.bucket is bucket) == left
    for posting in ledger.postings:
        if posting.kind not in {Kind.APPLIED, Kind.REVERSAL} and posting.shares:
            assert posting.amount == sum(share.amount for share in posting.shares) - posting.held
    assert totals.principal + totals.interest + totals.fees + totals.costs == sum(item.balance for item in ledger.items)


@settings(PROMISE, max_examples=150)
@given(case=cases(), terms=terms(), as_of=days)
def test_nothing_is_below_zero(case, terms, as_of):
    """No balance, no span and no total is ever negative, and no posting has a fraction of a cent."""
    ledger = build_ledger(case, terms, as_of)

    for item in ledger.items:
        assert min(item.principal, item.interest, item.fees, item.costs, item.disputed, item.collectable) >= 0
        assert item.disputed <= item.balance
        assert item.days_overdue >= 0
    totals = ledger.totals
    assert min(totals.total, totals.collectable, totals.unapplied, totals.overpaid, totals.not_due, totals.overdue) >= 0
    assert totals.collectable <= totals.total
    assert all(span.amount >= 0 and span.days >= 0 and span.start < span.end for span in ledger.spans)
    assert all(posting.amount == posting.amount.quantize(CENT) for posting in ledger.postings)
    assert all(posting.on <= as_of for posting in ledger.postings)


@settings(PROMISE, max_examples=100)
@given(case=cases(), terms=terms(), as_of=days, data=st.data())
def test_order_in_the_file_does_not_matter(case, terms, as_of, data):
    """The same facts in another order are the same account."""
    shuffled = {
        name: tuple(data.draw(st.permutations(getattr(case, name))))
        for name in ("invoices", "payments", "credits", "costs", "waivers")
    }

    assert build_ledger(case.model_copy(update=shuffled), terms, as_of) == build_ledger(case, terms, as_of)


@settings(PROMISE, max_examples=100)
@given(bills=invoices(), terms=terms(), first=days, later=st.integers(1, 400))
def test_a_debt_nobody_pays_never_shrinks(bills, terms, first, later):
    """Without payments, credits and waivers what is owed only grows with time."""
    case = case_of(invoices=bills)
    before, after = build_ledger(case, terms, first), build_ledger(case, terms, first + timedelta(later))

    assert after.totals.total >= before.totals.total
    assert after.totals.interest >= before.totals.interest
    assert after.totals.fees >= before.totals.fees


@settings(PROMISE, max_examples=100)
@given(
    amount=money,
    rate=st.decimals("0", "40", places=2),
    count=st.sampled_from(list(DayCount)),
    cut=st.integers(1, 500),
    rest=st.integers(1, 500),
)
def test_interest_of_two_periods_is_the_interest_of_both(amount, rate, count, cut, rest):
    """Interest to a day and from that day on add up to the whole, but for one rounding."""
    terms = Terms(interest=at(str(rate), day_count=count))
    bill = {"id": "A", "issued_on": START, "due_on": START, "lines": [{"text": "x", "unit_price": amount}]}
    nothing = {"id": "P", "on": START + timedelta(cut), "amount": "0.01", "invoice": "A"}  # cuts the span
    ends = START + timedelta(cut), START + timedelta(cut + rest)

    first, whole = (build_ledger(case_of(invoices=[bill]), terms, end).totals.interest for end in ends)
    cut_up = build_ledger(case_of(invoices=[bill], payments=[nothing]), terms, ends[1])
    second = sum(span.amount for span in cut_up.spans if span.start > ends[0])

    drift = CENT + rate * rest / Decimal(3600000) + CENT  # a cent of rounding, the cent paid and its interest
    assert abs(first + second - whole) <= drift


@settings(PROMISE, max_examples=80)
@given(case=cases(), terms=terms(), as_of=days)
def test_a_trimming_cap_is_never_passed(case, terms, as_of):
    """Under a cap that trims, fees and interest stay within the cap on what was ever overdue, but for rounding."""
    capped = Terms(terms.interest, terms.late_fee, (Cap(Decimal(12), "trimmed"),), order=terms.order)
    ledger = build_ledger(case, capped, as_of)

    charged = posted(ledger, Kind.INTEREST, Kind.LATE_FEE, Kind.TRIM)
    longest = sum(item.original * max((as_of - item.due_on).days, 0) for item in ledger.items if item.due_on)
    assert charged <= longest * 12 / Decimal(36500) + CENT * len(ledger.items)  # one rounding of each item's limit
    assert not ledger.breaches
