"""The papers of a plan and of a settlement: what each says, what it leaves out, and that its sums add up."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from every_paper import SPECIAL, Refused, Sheet, facts, sheet, sheets
from hypothesis import given, settings
from hypothesis import strategies as st
from letter_words import forbidden
from paper_cases import VARIANTS, facts_of
from paper_text import Table, text
from plan_cases import ACCELERATED, IN_PLAN, NEW, NOTICE, OFFERS, PLANS, REINSTATED, STATES, paid, plan, signed
from plan_figures import accelerated

from kit.documents.contexts import (
    payment_plan,
    plan_accelerated,
    plan_completed,
    plan_missed,
    plan_reinstated,
    plan_rows,
    plan_status,
    plan_time_words,
)
from kit.documents.contexts.request import Request
from kit.findings import KitError
from kit.model.document_ids import (
    EXTENSION,
    PAYMENT_PLAN,
    PLAN_ACCELERATED,
    PLAN_COMPLETED,
    PLAN_LETTERS,
    PLAN_MISSED,
    PLAN_REINSTATED,
    PLAN_REMINDER,
    SETTLEMENT,
    SETTLEMENT_COMPLETED,
    SETTLEMENT_MISSED,
    SETTLEMENT_OFFER,
)
from kit.model.law_debts import Agreed, Revival, RevivedBy
from kit.model.law_names import RuleName
from kit.model.law_words import Say
from kit.model.plan import PlanInterest

GOLDEN = {
    PAYMENT_PLAN: ("plain", *OFFERS, "offer-part-disputed", "yen"),
    EXTENSION: ("plain", "line-disputed"),
    PLAN_REMINDER: ("on-its-day", "plan-part-paid", "missed", "last-installment"),
    PLAN_MISSED: ("plan-missed", "two-missed", "missed-and-late", "missed-interest"),
    PLAN_ACCELERATED: ("uncured", "uncured-no-interest", "uncured-disputed", "uncured-lawyer", "uncured-later-invoice"),
    PLAN_REINSTATED: ("again", "again-no-interest", "again-rate", "again-several"),
    PLAN_COMPLETED: ("paid-up-guaranty", "paid-up-disputed", "paid-up-later-invoice", "paid-too-much-in-a-plan"),
    SETTLEMENT: ("plain", "offer-part-disputed", "offer-rate", "offer-on-a-judgment-agreed"),
    SETTLEMENT_OFFER: ("plain", "offer-part-disputed"),
    SETTLEMENT_MISSED: ("unpaid", "unpaid-disputed", "nothing-paid"),
    SETTLEMENT_COMPLETED: ("cleared", "cleared-in-court", "paid-over"),
}
ADDED_UP = (PAYMENT_PLAN, EXTENSION, PLAN_MISSED, PLAN_ACCELERATED, PLAN_REINSTATED)
PAIRS = [(document, name) for document, names in GOLDEN.items() for name in names]
MONEY = re.compile(r"[$¥]?([\d,]+(?:\.\d\d)?)$")


def read(document: str, name: str) -> Sheet:
    """Return the paper of a case, which the kit makes."""
    found = sheet(name, (document, ""))
    assert isinstance(found, Sheet), found
    return found


def said(document: str, name: str) -> str:
    """Return all that the paper says."""
    return "\n".join(read(document, name).pieces)


@pytest.mark.parametrize(("document", "name"), PAIRS)
def test_golden_words(document, name, golden):
    """A change of one word in these papers is seen by whoever reads the change."""
    golden(f"{name}.{document.rsplit('/', 1)[-1]}", text(read(document, name).docx))


def amounts(cells: list[str]) -> list[Decimal]:
    """Return the amounts of a column; a blank cell is nothing, a minus takes off."""
    return [
        Decimal(MONEY.search(cell.lstrip("\N{MINUS SIGN}"))[1].replace(",", ""))
        * (-1 if cell[0] == "\N{MINUS SIGN}" else 1)
        for cell in cells
        if cell
    ]


@pytest.mark.parametrize("document", [*ADDED_UP, SETTLEMENT, SETTLEMENT_MISSED])
def test_every_table_adds_up(document):
    """The last column of each table comes to its total, and so do the parts of each row that has parts."""
    seen = 0
    for one in sheets((document, "")):
        for table in (block for block in one.blocks if isinstance(block, Table) and len(block.rows[0]) > 2):
            *rows, total = table.rows[1:]
            assert sum(amounts([row[-1] for row in rows])) == amounts([total[-1]])[0], (one.case, table)
            if len(table.rows[0]) == 6:  # unpaid, added, open
                assert all(sum(amounts(list(row[3:5]))) == amounts([row[5]])[0] for row in rows if row[1]), one.case
            seen += 1

    assert seen > 10


@pytest.mark.parametrize("name", sorted(NEW))
def test_the_table_is_what_the_terms_say(name):
    """Debt and payments are those of the terms; what is interest is said to the cent."""
    one = read(PAYMENT_PLAN, name)
    terms = one.request.deal

    assert amounts([one.blanks.debt, one.blanks.total]) == [terms.debt, terms.total]
    assert [row.day for row in one.blanks.payments] == [
        f"{due.due_on:%B} {due.due_on.day}, {due.due_on.year}" for due in terms.dues
    ]
    if terms.total > terms.debt:
        assert f"${terms.total - terms.debt:,} is that interest" in one.blanks.interest_sentence
    else:
        assert "No interest" in one.blanks.interest_sentence


def test_a_debt_is_acknowledged_only_where_the_debtor_was_asked():
    """Without `acknowledges` nobody says that it is owed, and the promise to pay admits nothing."""
    asked, not_asked = said(PAYMENT_PLAN, "plain"), said(PAYMENT_PLAN, "offer-unacknowledged")

    assert "Debtor acknowledges this debt" in asked
    assert "acknowledge" not in not_asked
    assert "Creditor says that Debtor owes" in not_asked
    assert "no admission" in not_asked


def test_what_is_disputed_is_in_no_plan():
    """The disputed sum is named, left out of the table, and neither acknowledged nor given up."""
    one = read(PAYMENT_PLAN, "offer-part-disputed")
    paper = "\n".join(one.pieces)

    assert "Debtor disputes $2,435.50 besides" in paper
    assert "does not acknowledge it, Creditor does not give it up" in paper
    assert "INV-102" not in [row.invoice for row in one.blanks.rows]
    assert one.request.deal.debt == Decimal("6310.25")


@pytest.mark.parametrize("name", sorted(NEW))
def test_a_judgment_is_agreed_only_where_asked(name):
    """The clause stands in the one plan that asks for it, in a pending case, and gives notice and a hearing."""
    paper = said(PAYMENT_PLAN, name)

    assert ("Debtor agrees that the court gives judgment" in paper) is (name == "offer-on-a-judgment-agreed")
    if name == "offer-on-a-judgment-agreed":
        assert "may show the court what was paid" in paper
        assert "Case 26-SC-104" in paper


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("plain", "starts anew when Debtor signs this plan, and with each payment"),
        ("offer-consumer", "starts anew when Debtor signs this plan."),
    ],
)
def test_the_time_to_sue_is_told(name, expected):
    """The debtor reads what signing and paying do to the time to sue, as the law of the court has it."""
    assert expected in said(PAYMENT_PLAN, name)


YES, NO, UNKNOWN = Say.YES, Say.NO, Say.NOT_RESEARCHED


@pytest.mark.parametrize(
    ("before", "after", "longer", "expired", "expected"),
    [
        (RevivedBy(), RevivedBy(), UNKNOWN, False, ""),
        (RevivedBy(payment=NO, written_acknowledgment=NO, written_promise=NO), RevivedBy(), NO, False, ""),
        (
            RevivedBy(payment=YES, written_acknowledgment=NO, written_promise=NO),
            RevivedBy(),
            NO,
            False,
            "each payment.",
        ),
        (RevivedBy(), RevivedBy(), YES, False, "stands still."),
        (RevivedBy(payment=YES), RevivedBy(), YES, True, "Nothing in this plan starts it anew."),
        (RevivedBy(), RevivedBy(written_promise=YES), NO, True, "signing this plan makes that possible again"),
        (RevivedBy(), RevivedBy(payment=YES), NO, True, "a payment makes that possible again"),
    ],
)
def test_only_what_the_law_says_is_written(monkeypatch, before, after, longer, expired, expected):
    """Where the law is not known nothing is written; time stands still only where the state lets parties agree so."""
    known = facts_of(VARIANTS["expired" if expired else "plain"])
    answers = {RuleName.REVIVAL: Revival(before_expiry=before, after_expiry=after)}
    answers[RuleName.LIMITATION_BY_AGREEMENT] = Agreed(lengthen=longer)
    whole = plan_time_words.plan_law(known).forum.__class__.value

    def value(inquiry, rule, on, shape, **more):
        return (answers[rule], "cite") if rule in answers else whole(inquiry, rule, on, shape, **more)

    monkeypatch.setattr(plan_time_words.plan_law(known).forum.__class__, "value", value)
    found = plan_time_words.time_sentences(known, plan(known, date(2026, 12, 15)))

    assert found.endswith(expected) if expected.endswith(".") else expected in found
    assert bool(found) is bool(expected)


def test_no_law_no_word_of_time():
    """Where no law of a court is at hand, nothing is said of the time to sue."""
    known = replace(facts_of(VARIANTS["plain"]), forum=None)

    assert plan_time_words.time_sentences(known, plan(known, date(2026, 12, 15))) == ""


def test_guarantors_agree_or_sign_a_page():
    """One who guaranteed before agrees to the plan; one who signs now has a page, a warning and a limit."""
    paper = said(PAYMENT_PLAN, "offer-guaranty")

    assert "Vale Holdings LLC guaranteed this debt, has read this plan and agrees to it." in paper
    assert "Robin Vale (“Guarantor”)" in paper
    assert "if Debtor does not pay, you have to" in paper
    assert "up to $4,835.50 in all" in paper
    assert "Sam Vale" not in paper  # no spouse signs where the law does not ask for it
    assert "Before you sign" not in said(PAYMENT_PLAN, "offer-company-guaranty")
    assert "Guaranty of the payment plan" not in said(PAYMENT_PLAN, "plain")


def test_what_a_consumer_keeps():
    """A consumer keeps every right, tells of work only where it matters, and signs no guaranty."""
    paper = said(PAYMENT_PLAN, "offer-consumer")

    assert "Debtor keeps every right that the law gives a consumer." in paper
    assert "a change of work that changes what can be paid" in paper
    assert "legal form" not in paper


def test_nothing_is_added_backwards():
    """After a miss interest runs from the notice on; the sum asked for is that of the account once it is recorded."""
    for name in (one for one in STATES if one.startswith("uncured")):
        known, after = facts(name), accelerated(name)
        here = plan_status.standing(known)
        total = plan_rows.open_sum(known.case, plan_accelerated.accelerated(known, here), here.terms.counted_on)
        own = {one.id for one in after.case.invoices if one.issued_on <= here.terms.counted_on}

        assert total == sum(item.collectable for item in after.ledger.items if item.invoice in own), name
        if here.terms.interest is PlanInterest.NONE:
            day = after.ledger.per_diem.undisputed
            assert here.terms.total - here.received <= total <= here.terms.total - here.received + day, name


@pytest.mark.parametrize(
    ("document", "names"),
    [
        (PLAN_REMINDER, ("plan-completed", "plan-accelerated")),
        (PLAN_MISSED, ("plan-kept", "plan-late", "plan-cured", "plan-completed")),
        (PLAN_ACCELERATED, ("plan-kept", "plan-missed", "plan-cured", "plan-completed")),
        (PLAN_REINSTATED, ("plan-kept", "plan-missed")),
        (PLAN_COMPLETED, ("plan-kept", "plan-part-paid", "plan-accelerated")),
        *((letter, ("plain", "all-sent")) for letter in PLAN_LETTERS),
    ],
)
def test_a_letter_is_for_its_own_moment(document, names):
    """No letter of a plan is made where there is no plan, or where it stands elsewhere."""
    assert [name for name in names if not isinstance(sheet(name, (document, "")), Refused)] == []


def test_the_notice_never_gives_less_time_than_the_plan():
    """A day sooner than the plan's is refused, a later one is taken."""
    known = facts("plan-missed")
    first = plan_missed.decide(known, Request(PLAN_MISSED)).pay_by

    assert first == date(2026, 10, 19)  # October 17 is a Saturday
    with pytest.raises(KitError, match="sooner than the plan allows"):
        plan_missed.decide(known, Request(PLAN_MISSED, pay_by=first - timedelta(1)))
    assert plan_missed.decide(known, Request(PLAN_MISSED, pay_by=first + timedelta(5))).pay_by == first + timedelta(5)


def test_a_paper_is_made_on_the_day_its_terms_were_counted():
    """Terms of another day, or of another debt, make no paper."""
    known = facts_of(VARIANTS["plain"])
    terms = plan(known, date(2026, 12, 15))
    later = facts_of(replace(VARIANTS["plain"], as_of=known.as_of + timedelta(1)))
    less = terms.model_copy(update={"debt": terms.debt - 1})

    for facts_, wrong in ((later, terms), (known, less), (known, None)):
        with pytest.raises(KitError, match="kit plan"):
            payment_plan.build(facts_, Request(PAYMENT_PLAN, deal=wrong))


def test_a_letter_that_thanks_leaves_nothing_open():
    """Charges that fell beside the plan are asked for or given up before anybody is told that all is paid."""
    left = signed("-no-interest", "2026-10-28", NOTICE, ACCELERATED, REINSTATED, paid("2026-10-27", "4887.17", 2))
    known = facts_of(left)
    here = plan_status.standing(known)

    assert here.left == 0
    with pytest.raises(KitError, match="of charges beside the plan is open"):
        plan_completed.decide(known, Request(PLAN_COMPLETED))


THREAT = re.compile(r"collect\w* (?:agency|law)|report|lose|worse|regret|must\b|demand\b|legal|force", re.IGNORECASE)


@pytest.mark.parametrize("name", [*STATES, *IN_PLAN])
@pytest.mark.parametrize("document", [PLAN_MISSED, PLAN_ACCELERATED])
def test_a_miss_brings_no_threat(document, name):
    """What follows is told as the plan has it, and a way back is left open."""
    found = sheet(name, (document, ""))
    if isinstance(found, Refused):
        return
    paper = "\n".join(piece for piece in found.pieces if "Attention" not in piece)

    assert not THREAT.search(paper.replace(found.facts.case.debtor.name, ""))
    assert re.search("another way with you|the plan goes on", paper)


PLAIN_WORDS = {"judgment": "offer-on-a-judgment-agreed"}  # who agrees to one reads what it is


@pytest.mark.parametrize("name", [*NEW, "plain", "consumer", "bare", "a-person"])
def test_a_plan_frightens_nobody(name):
    """The words that no letter holds stand in no plan either, but for the judgment where one is agreed."""
    found = sheet(name, (PAYMENT_PLAN, ""))
    if isinstance(found, Refused):
        return

    assert [bad for piece in found.pieces for bad in forbidden(piece) if PLAIN_WORDS.get(bad) != name] == []


@pytest.mark.parametrize(("name", "expected"), [("again-no-interest", "$7.49"), ("again-interest", ""), ("again", "")])
def test_what_was_added_meanwhile_is_told(name, expected):
    """Interest that the plan would have held back is named; interest that the plan bears anyway is not added again."""
    between = read(PLAN_REINSTATED, name).blanks.between_sentence

    assert expected in between
    assert bool(between) is bool(expected)


def test_what_was_added_ends_the_day_before_the_plan_goes_on():
    """The letter names the same sum whether the going on is recorded yet or not: interest stops with its own day."""
    before = signed("-no-interest", "2026-10-26", NOTICE, ACCELERATED)
    after = signed("-no-interest", "2026-10-26", NOTICE, ACCELERATED, REINSTATED)
    told = [plan_reinstated.build(facts_of(one), Request(PLAN_REINSTATED)).between_sentence for one in (before, after)]

    assert told[0] == told[1]
    assert "$" in told[0]


def test_the_kinds_of_plans_differ():
    """The cases of these tests are what their names say."""
    assert len(PLANS) >= 12
    assert len(SPECIAL) > len(NEW)


@settings(deadline=None, max_examples=40)  # each runs an account
@given(
    count=st.integers(2, 60),
    percent=st.sampled_from([None, "3", "9.75"]),
    down=st.sampled_from([None, "0.01", "199.99"]),
)
def test_any_plan_prints_to_the_cent(count, percent, down):
    """Whatever number of installments and interest: the rows add up to the total, and every sum is in cents."""
    known = facts_of_interest()
    kind = PlanInterest.RATE if percent else PlanInterest.NONE
    wish = {"count": count, "interest": kind, "percent": percent and Decimal(percent), "down": down and Decimal(down)}
    terms = plan(known, date(2026, 12, 15), **wish)
    blanks = payment_plan.build(known, Request(PAYMENT_PLAN, deal=terms))

    assert sum(amounts([row.amount for row in blanks.payments])) == amounts([blanks.total])[0] == terms.total
    assert len(blanks.payments) == count + bool(down)


def facts_of_interest():
    """Return one case, read once."""
    return facts("interest")
