"""The classes of a claim: they add up to the cent, by the law of the petition day, and nothing is claimed too high."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from claim_cases import ME, PETITION, claim_in, classes_in, day, facts_in
from franklin import codes, debtor, invoice, the
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.checks.claim_class import Rank, claim_classes
from kit.checks.claim_doubts import check_claim
from kit.facts import Facts
from kit.model.event import Disputed

GOODS = {"kind": "goods"}
BY_LAW = "K745"


def delivered(on, amount="1000", number="INV-1", **more):
    """Return an invoice of goods that came on a day."""
    return invoice(number, amount, "2026-05-01", "2026-06-30", delivered_on=on, **more)


def doubts(petition=PETITION, as_of=None, **facts):
    """Return what is said before the claim is filed."""
    known = facts_in(petition, as_of, **facts)
    return check_claim(known.case, claim_classes(known, claim_in(known)))


@pytest.mark.parametrize(
    ("petition", "wages", "deposits"),
    [
        pytest.param("2022-03-31", 13650, 3025, id="before-2022"),
        pytest.param("2022-04-01", 15150, 3350, id="from-2022"),
        pytest.param("2025-03-31", 15150, 3350, id="before-2025"),
        pytest.param("2025-04-01", 17150, 3800, id="from-2025"),
        pytest.param("2028-03-31", 17150, 3800, id="last-day-known"),
    ],
)
def test_amounts_go_by_the_petition_day(petition, wages, deposits):
    """§ 104(c): the amounts of the day of the petition hold, whatever the day of the claim."""
    early = invoice(issued="2022-01-02", due="2022-02-01")
    found = classes_in(petition, "2028-06-01", invoices=[early], agreement={"signed_on": "2021-05-01"})

    assert (found.amounts.wages, found.amounts.deposits) == (wages, deposits)
    assert f"${wages:,}" in found.reasons[0]


def test_amounts_not_on_record_are_not_guessed():
    """For a petition after the next adjustment no amount is made up."""
    found = classes_in("2028-04-01", invoices=[invoice(issued="2028-01-02", due="2028-02-01")])

    assert found.amounts is None
    assert "not on record" in found.reasons[0]
    assert [one.code for one in found.findings]
    assert {one.code for one in found.findings} <= {"K220", "K221"}


def test_a_trade_claim_is_general_unsecured():
    """A company's invoice has no rank, and the reader is told why."""
    found = classes_in()

    assert [(row.rank, row.amount) for row in found.rows] == [(Rank.GENERAL, found.claim.total)]
    assert "general unsecured" in found.reasons[-1]


@pytest.mark.parametrize(
    ("on", "asked", "of_the_day"),
    [
        pytest.param("2026-05-15", 0, 0, id="twenty-one-days-before"),
        pytest.param("2026-05-16", 1000, 0, id="twenty-days-before"),
        pytest.param("2026-06-04", 1000, 0, id="the-day-before"),
        pytest.param("2026-06-05", 0, 1, id="the-day-itself"),
        pytest.param("2026-06-06", 0, 0, id="the-day-after"),
    ],
)
def test_goods_of_the_twenty_days(on, asked, of_the_day):
    """Goods received within 20 days before the petition are for a request; the form claims them too, in case."""
    found = classes_in(work=GOODS, invoices=[delivered(on), invoice("OLD", "300", "2026-01-02")], as_of="2026-07-01")

    assert found.goods.amount == asked
    assert found.on_form == found.claim.total
    assert found.asked_beside == asked
    assert len(found.goods.of_the_day) == of_the_day
    assert found.amount(Rank.EXPENSE) == asked


def test_only_goods_and_only_what_is_unpaid():
    """Hours beside the goods are no goods, tax is not their value, and what was paid comes off in proportion."""
    lines = [
        {"text": "Paper", "unit_price": "600", "tax_percent": "10"},
        {"text": "Delivery driver", "quantity": "4", "unit": "hours", "unit_price": "85"},
    ]
    bill = {
        "id": "INV-1",
        "issued_on": "2026-05-20",
        "due_on": "2026-06-20",
        "delivered_on": "2026-05-20",
        "lines": lines,
    }
    paid = [{"id": "P", "on": "2026-05-25", "amount": "250.00"}]
    found = classes_in(work=GOODS, invoices=[bill], payments=paid)

    # 660 + 340 = 1000 billed, 250 paid: three quarters of 600 are left
    assert found.goods.amount == Decimal("450.00")
    assert [(one.text, one.value) for one in found.goods.beside] == [("Delivery driver", Decimal("255.00"))]


def test_a_discount_is_spread_over_the_goods():
    """A discount without a day of its own takes from the value of the goods, never from nothing."""
    lines = [
        {"text": "Paper", "unit_price": "1000", "on": "2026-05-20"},
        {"text": "Discount", "unit_price": "1", "quantity": "-100"},
    ]
    bill = {"id": "INV-1", "issued_on": "2026-05-20", "due_on": "2026-06-20", "lines": lines}
    found = classes_in(work=GOODS, invoices=[bill])

    assert found.claim.total == 900
    assert found.goods.amount == Decimal("900.00")


def test_services_are_no_goods():
    """The same days give nothing for work."""
    assert classes_in(invoices=[delivered("2026-05-20")]).goods.amount == 0


@pytest.mark.parametrize(
    ("on", "by", "safe"),
    [
        pytest.param("2026-04-20", None, None, id="forty-six-days-before"),
        pytest.param("2026-04-21", "2026-06-05", "2026-06-05", id="days-end-with-the-petition"),
        pytest.param("2026-04-25", "2026-06-25", "2026-06-09", id="days-end-after"),
        pytest.param("2026-06-04", "2026-06-25", "2026-06-25", id="the-day-before"),
    ],
)
def test_goods_to_be_asked_back(on, by, safe):
    """§ 546(c): 45 days from receipt, or 20 from the petition where those end after it; the earlier day is safe."""
    found = classes_in(work=GOODS, invoices=[delivered(on)]).goods.reclaim

    assert [(one.by, one.safe_by) for one in found] == ([(day(by), day(safe))] if by else [])


def beside(*lines, when="2026-05-20", work=GOODS, **more):
    """Return the goods of an invoice with those lines."""
    bill = {"id": "INV-1", "issued_on": when, "due_on": "2026-06-20", "delivered_on": when, "lines": list(lines)}
    return classes_in(work=work, invoices=[bill], **more).goods


PAPER = {"text": "Paper", "unit_price": "600"}


@pytest.mark.parametrize(
    "text",
    ["Freight", "Shipping and handling", "UPS delivery", "Postage", "Installation on site", "Set-up", "Labor",
     "Design service", "Restocking fee", "Fuel surcharge", "Equipment rental", "TRANSPORTATION", "Repair of the press"],
)  # fmt: skip
def test_carriage_work_and_fees_are_no_goods(text):
    """What is charged beside the goods on the same invoice is no value of goods; it is named and stays in the claim."""
    found = beside(PAPER, {"text": text, "unit_price": "85"})

    assert found.amount == 600
    assert [(one.text, one.value) for one in found.beside] == [(text, Decimal(85))]


@pytest.mark.parametrize("text", ["Delivery of laid paper", "Paper, delivered", "Feed for horses", "Laborador kibble"])
def test_goods_in_such_words_stay_goods(text):
    """A word inside another, or what was delivered, is not taken for carriage."""
    assert beside(PAPER, {"text": text, "unit_price": "85"}).amount == 685


@pytest.mark.parametrize(
    ("line", "work", "goods", "asked"),
    [
        pytest.param({"text": "Tea service, porcelain", "goods": "yes"}, GOODS, 685, 0, id="said-to-be-goods"),
        pytest.param({"text": "Proofs", "goods": "no"}, GOODS, 600, 0, id="said-to-be-none"),
        pytest.param({"text": "Bolts", "goods": "yes"}, {"kind": "services"}, 85, 0, id="goods-among-services"),
        pytest.param({"text": "Tea service, porcelain"}, GOODS, 600, 1, id="not-said"),
    ],
)
def test_a_line_may_say_what_it_is(line, work, goods, asked):
    """The user's word on a line beats the kit's reading of it, both ways."""
    found = beside(PAPER, {**line, "unit_price": "85"}, work=work)

    assert (found.amount, len(found.beside)) == (goods, asked)


def test_charges_beside_goods_are_told_only_where_it_matters():
    """A freight line of months ago changes nothing and is not told; one of the last days is, with its place."""
    freight = {"text": "Freight", "unit_price": "85"}

    assert beside(PAPER, freight, when="2026-03-01").beside == ()
    new = {"id": "N", "issued_on": "2026-05-20", "delivered_on": "2026-05-20", "lines": [PAPER, freight]}
    assert "$85.00" in the("K772", doubts(work=GOODS, invoices=[new])).message


def test_freight_of_a_seller_is_no_pay_of_a_person():
    """A person who sells goods is not asked about wages for the freight."""
    freight = {"text": "Freight", "unit_price": "85"}
    bill = {"id": "N", "issued_on": "2026-05-20", "delivered_on": "2026-05-20", "lines": [PAPER, freight]}

    assert classes_in(creditor=ME, work=GOODS, invoices=[bill]).wages.verdict == "no"


def test_goods_alone_are_claimed_to_be_safe():
    """With nothing else owed the form claims the goods as a general claim."""
    found = classes_in(work=GOODS, invoices=[delivered("2026-06-01")])

    assert found.on_form == found.asked_beside == 1000
    assert (found.amount(Rank.EXPENSE), found.amount(Rank.GENERAL)) == (1000, 0)


@pytest.mark.parametrize(
    ("worth", "secured", "ranks"),
    [("400", 400, {Rank.SECURED: 400, Rank.EXPENSE: 1000, Rank.GENERAL: 100}),
     ("1200", 1200, {Rank.SECURED: 500, Rank.EXPENSE: 1000})],
)  # fmt: skip
def test_a_lien_on_the_form_reaches_the_goods(worth, secured, ranks):
    """The form says what a lien covers if the request is refused; the ranks part the claim as if it is granted."""
    held = {"security": {"text": "stock", "value": worth, "perfected": True}}
    bills = [delivered("2026-06-01"), delivered("2026-04-01", "500", "OLD")]
    found = classes_in(work=GOODS, invoices=bills, bankruptcy=held)

    assert (found.on_form, found.secured_on_form) == (1500, secured)
    assert {row.rank: row.amount for row in found.rows} == ranks


def test_goods_without_a_day_are_asked_for():
    """Without a day of receipt nothing is requested, and the file is asked for it."""
    found = doubts(work=GOODS, invoices=[invoice(issued="2026-05-20")])

    assert "K740" in codes(found)


@pytest.mark.parametrize(
    ("role", "verdict", "priority"),
    [
        pytest.param(None, "asked", 0, id="not-said"),
        pytest.param("contractor", "contractor", 0, id="contractor"),
        pytest.param("employee", "employee", 900, id="employee"),
    ],
)
def test_wages_are_left_to_the_user(role, verdict, priority):
    """A freelancer's pay is examined and ranked only where the user said that it was an employee's."""
    filed = {"creditor_role": role} if role else {}
    work = [invoice("NEW", "900", "2026-05-01", delivered_on="2026-04-30"), invoice("OLD", "400", "2025-11-01",
            delivered_on="2025-10-31")]  # fmt: skip
    found = classes_in(creditor=ME, invoices=work, bankruptcy=filed)

    assert found.wages.verdict == verdict
    assert found.wages.possible == 900
    assert found.amount(Rank.PRIORITY) == priority
    assert len(found.wages.questions) == 5
    said = " ".join(found.reasons)
    assert ("Courts differ" in said) == (verdict != "employee")


@pytest.mark.parametrize(
    ("on", "earned"),
    [
        pytest.param("2025-12-06", 0, id="181-days-before"),
        pytest.param("2025-12-07", 900, id="180-days-before"),
        pytest.param("2026-06-04", 900, id="the-day-before"),
        pytest.param("2026-06-05", 0, id="the-day-itself"),
    ],
)
def test_days_of_wages(on, earned):
    """Work counts within 180 days before the petition."""
    found = classes_in(creditor=ME, invoices=[invoice("A", "900", "2025-12-01", delivered_on=on)])

    assert found.wages.earned == earned


def test_wages_stop_at_the_limit():
    """No more than the limit has the rank; the rest is general."""
    bill = invoice("A", "20000", "2026-05-01", "2026-06-30", delivered_on="2026-04-30")
    found = classes_in(creditor=ME, invoices=[bill], bankruptcy={"creditor_role": "employee"})

    assert found.amount(Rank.PRIORITY) == 17150
    assert found.amount(Rank.GENERAL) == 2850


def test_a_company_has_no_wages():
    """A company is not asked whether it was an employee."""
    found = classes_in(invoices=[invoice(delivered_on="2026-05-01")])

    assert (found.wages.verdict, found.wages.questions) == ("no", ())


def test_security_of_unknown_value_leaves_the_parts_open():
    """Without a value no part is made up, and the claim waits for it."""
    held = {"security": {"text": "two presses", "perfected": True}}
    found = classes_in(bankruptcy=held)

    assert found.amount(Rank.SECURED) is None
    assert found.amount(Rank.GENERAL) is None
    assert found.amount(Rank.PRIORITY) == 0
    assert the("K739", doubts(bankruptcy=held)).stops


@pytest.mark.parametrize(
    ("expected", "facts"),
    [
        pytest.param([], {}, id="nothing"),
        pytest.param(["K730"], {"payments": [{"id": "P", "on": "2026-01-20", "amount": "1000"}]}, id="paid"),
        pytest.param(["K730", "K733"], {"invoices": [invoice(issued="2026-06-10", delivered_on="2026-06-09")]},
                     id="all-of-after"),
        pytest.param(["K731"], {"currency": "EUR"}, id="another-currency"),
        pytest.param(["K734"], {"invoices": [invoice(), invoice("N", issued="2026-06-10")]}, id="billed-after"),
        pytest.param(["K735"], {"invoices": [invoice(delivered_on=PETITION)]}, id="that-day"),
        pytest.param(["K736"], {"payments": [{"id": "P", "on": "2026-06-06", "amount": "10"}]}, id="paid-after"),
        pytest.param(["K736"], {"credits": [{"id": "C", "on": "2026-06-06", "amount": "10", "invoice": "INV-1"}]},
                     id="credited-after"),
        pytest.param(["K746"], {"setoffs": [{"id": "S", "text": "damaged stock", "amount": "75"}]}, id="owed-in-turn"),
        pytest.param(["K738"], {"bankruptcy": {"security": {"text": "a lien"}}}, id="not-perfected"),
        pytest.param(["K740"], {"work": GOODS}, id="goods-without-a-day"),
        pytest.param(["K735", "K741"], {"work": GOODS, "invoices": [delivered(PETITION)]}, id="goods-of-that-day"),
        pytest.param(["K770"], {"work": GOODS, "invoices": [delivered("2026-06-01")]}, id="goods-alone"),
        pytest.param(["K790"], {"work": GOODS, "invoices": [delivered("2026-06-01"), delivered("2026-04-01", "5", "O")]
                     }, id="goods-requested"),
        pytest.param(["K771"], {"work": GOODS, "invoices": [delivered("2026-06-01")],
                                "bankruptcy": {"goods_on_form": "yes"}}, id="goods-on-the-form"),
        pytest.param(["K743"], {"creditor": ME, "invoices": [invoice(delivered_on="2026-05-05")]}, id="wages"),
    ],
)  # fmt: skip
def test_what_is_said_before_filing(expected, facts):
    """Each thing left out or left open is told once, with what to do."""
    found = [one for one in doubts(as_of="2026-07-01", **facts) if one.code != BY_LAW]

    assert codes(found) == expected
    assert all(one.fix for one in found)


@pytest.mark.parametrize(
    ("dated", "words", "fix"),
    [
        ({"delivered_on": "2026-05-05"}, "of the claim may rank as pay of a person", "Answer the questions"),
        ({}, "no day of the work is known", "Write the days of the work"),
    ],
    ids=["dated", "undated"],
)
def test_pay_of_unknown_days_is_no_sum(dated, words, fix):
    """Where no day of the work is on record, the note asks for it and names no sum of nothing."""
    (one,) = (one for one in doubts(as_of="2026-07-01", creditor=ME, invoices=[invoice(**dated)]) if one.code == "K743")

    assert words in one.message
    assert one.fix.startswith(fix)
    assert "$0.00" not in one.message


@pytest.mark.parametrize(
    ("agreed", "told"),
    [
        pytest.param({}, True, id="nothing-agreed"),
        pytest.param({"interest": {"percent_a_year": "6", "source": "section 7"}}, False, id="agreed"),
    ],
)
def test_interest_by_law_is_told(agreed, told):
    """Interest that nobody agreed on is not put into a claim without a word; it is named with its sum."""
    found = [one for one in doubts(agreement=agreed) if one.code == BY_LAW]
    claim = claim_in(facts_in(agreement=agreed))

    assert [one.code for one in found] == [BY_LAW] * told
    assert bool(claim.interest) is not told
    if told:
        assert f"${claim.by_law.amount}" in found[0].message


def test_money_held_is_told():
    """Money that pays no invoice by itself is named with the law on set-off."""
    known = facts_in(payments=[{"id": "P", "on": "2026-02-20", "amount": "300"}])
    dispute = Disputed.model_validate({"event": "disputed", "n": 1, "on": "2026-01-10", "invoice": "INV-1"})
    case = known.case.model_copy(update={"disputes": (dispute,)})
    facts = Facts(case, known.as_of, known.law, known.forum, known.federal, known.terms, known.ledger)
    found = check_claim(case, claim_classes(facts, claim_in(facts)))

    assert "553" in the("K737", found).law
    assert claim_in(facts).secured == 300


amounts = st.decimals("1", "30000", places=2)


@given(
    bills=st.lists(st.tuples(amounts, st.integers(-250, 20)), min_size=1, max_size=4),
    paid=st.lists(st.tuples(amounts, st.integers(-200, 20)), max_size=3),
    value=st.none() | amounts, perfected=st.booleans(), goods=st.booleans(), role=st.sampled_from([None, "employee"]),
    gap=st.booleans(), ordered=st.booleans(),
)  # fmt: skip
@settings(deadline=None, database=None, max_examples=60)
def test_the_classes_add_up_to_the_claim(bills, paid, value, perfected, goods, role, gap, ordered):
    """However the case lies, the parts come to the claim to the cent and none is below nothing."""
    petition = date(2026, 6, 5)
    invoices = [
        invoice(f"I{n}", str(amount), str(petition + timedelta(min(on, 0))), str(petition + timedelta(on + 30)),
                delivered_on=str(petition + timedelta(on)))
        for n, (amount, on) in enumerate(bills)
    ]  # fmt: skip
    payments = [
        {"id": f"P{n}", "on": str(petition + timedelta(on)), "amount": str(amount)}
        for n, (amount, on) in enumerate(paid)
    ]
    held = {"security": {"text": "stock", "value": str(value), "perfected": perfected}} if value else {}
    found = classes_in(as_of="2026-07-01", creditor=ME, invoices=invoices, payments=payments,
                       work={"kind": "goods" if goods else "services"},
                       bankruptcy={**held, "involuntary": gap, "goods_on_form": ordered,
                                   **({"creditor_role": role} if role else {})})  # fmt: skip

    parts = [row.amount for row in found.rows]
    assert sum(parts) == found.on_form == found.claim.total + found.gap.amount
    assert all(part >= 0 for part in parts)
    assert found.asked_beside == (0 if ordered else found.goods.amount) <= found.on_form
    assert gap or not found.gap.amount
    assert found.secured_on_form is None or 0 <= found.secured_on_form <= found.on_form


def test_a_person_who_owes_changes_no_class():
    """The debtor's kind changes nothing about the creditor's class."""
    assert [row.rank for row in classes_in(debtor=debtor("individual")).rows] == [Rank.GENERAL]
