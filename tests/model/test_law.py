"""Asking the law of Franklin."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.findings import KitError
from kit.load.jurisdiction_file import load_jurisdiction
from kit.model.law import NotOnRecord, RateUnknown, SelectorMissing
from kit.model.law_contracts import FreelancerLaw
from kit.model.law_debts import LimitationPeriod
from kit.model.law_names import RuleName
from kit.model.law_words import ChosenBy, Confidence, Remedy

FOLDER = Path(__file__).parents[1] / "fixtures" / "jurisdictions"
FRANKLIN = load_jurisdiction("us-xf", [FOLDER])
CAP, RATE, LIMIT = RuleName.LATE_CHARGE_CAP, RuleName.PREJUDGMENT_INTEREST, RuleName.SMALL_CLAIMS_LIMIT


def test_an_answer_carries_its_source():
    """A figure comes with its citation as printed, the day it was read, and how sure that reading was."""
    answer = FRANKLIN.answer(LIMIT, date(2026, 5, 1), court="overton-small", plaintiff="individual", debtor="llc")

    assert answer.value == Decimal(8000)
    assert answer.cite == "Franklin Code § 12-301(a), read 2026-03-14"
    assert answer.confidence is Confidence.HIGH
    assert (answer.starts, answer.until, answer.read_on) == (date(2024, 1, 1), None, date(2026, 3, 14))


def test_a_text_read_second_hand_is_not_said_to_have_been_read():
    """A citation that was only reported says so on paper."""
    answer = FRANKLIN.answer(RuleName.FREELANCER_LAW, date(2026, 5, 1), city="Overton")

    assert answer.cite == "Overton Municipal Code § 7-2, as reported, read 2026-03-14"


@pytest.mark.parametrize(
    ("debtor", "claim", "value", "remedy"),
    [
        pytest.param("llc", None, "none", None, id="an-llc-is-an-entity"),
        pytest.param("corporation", "trade", "none", None, id="a-claim-without-a-row-of-its-own"),
        pytest.param("partnership", None, Decimal(24), Remedy.MULTIPLE, id="a-partnership-before-any-entity"),
        pytest.param("nonprofit", None, Decimal(15), Remedy.CLAUSE_VOID, id="a-nonprofit-before-any-entity"),
        pytest.param("government", None, Decimal(6), Remedy.STOP, id="a-government-before-any-entity"),
        pytest.param("sole-proprietor", None, Decimal(18), Remedy.TRIMMED, id="a-sole-proprietor-is-a-natural-person"),
        pytest.param("individual", "consumer", Decimal(12), Remedy.EXCESS_VOID, id="the-narrower-claim-wins"),
        pytest.param(
            "individual", "consumer_credit", Decimal(12), Remedy.EXCESS_VOID, id="consumer-credit-is-consumer"
        ),
    ],
)
def test_the_narrowest_row_answers(debtor, claim, value, remedy):
    """The row that says most about the case answers; general rows answer for everybody else."""
    answer = FRANKLIN.answer(CAP, date(2025, 1, 1), debtor=debtor, claim=claim)

    assert (answer.value, answer.remedy) == (value, remedy)


def test_a_remedy_changes_with_its_day():
    """What the law does with an excess is dated like the cap itself."""
    remedies = [FRANKLIN.answer(CAP, day, debtor="individual").remedy for day in (date(2023, 12, 31), date(2024, 1, 1))]

    assert remedies == [Remedy.INTEREST_FORFEIT, Remedy.TRIMMED]


def test_the_size_of_a_debt_can_choose_the_rate():
    """A rate for small personal debts ends at its amount."""
    on, asked = date(2026, 1, 1), {"debtor": "individual", "claim": "personal_debt"}
    rates = [
        FRANKLIN.answer(RuleName.JUDGMENT_INTEREST, on, **asked, amount=Decimal(a)).value for a in ("50000", "50000.01")
    ]

    assert rates == [Decimal(5), Decimal(10)]


def test_three_answers():
    """The law says something, or nothing, or nobody knows; the three are told apart."""
    day = date(2026, 1, 1)
    period = FRANKLIN.answer(RuleName.LIMITATION_PERIOD, day, kind="oral")
    silent = FRANKLIN.answer(CAP, day, debtor="llc")
    unknown = FRANKLIN.answer(RuleName.DISSOLVED_ENTITY_CLAIMS, day, debtor="llc")

    assert [a.state for a in (period, silent, unknown)] == ["value", "none", "not_researched"]
    assert [a.known for a in (period, silent, unknown)] == [True, True, False]
    assert silent.cite.startswith("Franklin Code § 9-4")
    assert period.of(LimitationPeriod) == period.value
    assert silent.of(LimitationPeriod) is None


def test_before_the_record_there_is_no_answer():
    """A day before the first value is refused with the day the record begins."""
    with pytest.raises(NotOnRecord, match=r"begins on 2018-07-01; it has no answer for 2018-06-30"):
        FRANKLIN.answer(LIMIT, date(2018, 6, 30), court="overton-small", plaintiff="individual", debtor="llc")


def test_a_published_rate_is_never_carried_on():
    """Past the last known figure the kit says where the next one is read."""
    with pytest.raises(RateUnknown, match=r"Treasurer's yearly rate plus 4 points, published each January") as caught:
        FRANKLIN.answer(RATE, date(2027, 1, 1), debtor="llc")

    assert caught.value.read_at == "https://treasury.franklin.example/rate"
    assert caught.value.on == date(2027, 1, 1)


def test_a_question_must_say_what_its_answer_turns_on():
    """An answer that differs by debtor is not given to a question that names none."""
    with pytest.raises(SelectorMissing, match="turns on debtor: say which"):
        FRANKLIN.answer(CAP, date(2026, 1, 1))


def test_a_case_without_a_row_is_not_researched():
    """What no row speaks about is open, not allowed."""
    answer = FRANKLIN.answer(RuleName.PROMPT_PAYMENT, date(2026, 1, 1))

    assert answer.state == "not_researched"
    assert "project commercial" in answer.note


def test_a_city_law_stands_beside_the_states():
    """Freelancer laws of city and state hold together, the city's first."""
    laws = FRANKLIN.every(RuleName.FREELANCER_LAW, date(2026, 1, 1), city="Overton")

    assert [law.value.name for law in laws] == ["Overton Freelancer Ordinance", "Franklin Freelance Pay Act"]
    assert all(isinstance(law.value, FreelancerLaw) for law in laws)
    assert not laws[0].value.knows("refusal_penalty")
    assert laws[1].value.knows("refusal_penalty")


def test_rates_split_where_the_figure_changes():
    """Interest over a period gets a span for each figure, end to end."""
    spans = FRANKLIN.rates(RATE, date(2024, 11, 1), date(2026, 2, 1), debtor="llc")

    assert [(str(s.start), str(s.end), str(s.percent)) for s in spans] == [
        ("2024-11-01", "2025-01-01", "9"),
        ("2025-01-01", "2026-01-01", "8.5"),
        ("2026-01-01", "2026-02-01", "7.75"),
    ]
    assert spans[1].cite == "Franklin Treasurer's Rate Notice 2025, read 2026-03-14"


def test_rates_stop_at_the_end_of_the_table():
    """A period that runs past the last figure is refused whole, not cut short."""
    with pytest.raises(RateUnknown):
        FRANKLIN.rates(RATE, date(2026, 12, 1), date(2027, 1, 2), debtor="llc")

    assert FRANKLIN.rates(RATE, date(2026, 12, 1), date(2027, 1, 1), debtor="llc")[-1].end == date(2027, 1, 1)


def test_a_rate_nobody_researched_is_asked_for():
    """Interest is not computed from an open question."""
    with pytest.raises(KitError, match="Nobody has researched"):
        FRANKLIN.rates(RuleName.DISSOLVED_ENTITY_CLAIMS, date(2026, 1, 1), date(2026, 2, 1), debtor="llc")


@given(
    start=st.dates(date(2024, 1, 1), date(2026, 12, 30)),
    length=st.integers(1, 900),
    consumer=st.booleans(),
)
def test_spans_cover_each_day_once(start, length, consumer):
    """No day of a period is charged twice or left out, and each bears its own day's rate."""
    end = min(date.fromordinal(start.toordinal() + length), date(2027, 1, 1))
    asked = {"debtor": "individual", "claim": "consumer" if consumer else "trade"}

    spans = FRANKLIN.rates(RATE, start, end, **asked)

    assert [s.start for s in spans[1:]] == [s.end for s in spans[:-1]]
    assert (spans[0].start, spans[-1].end) == (start, end)
    assert all(FRANKLIN.answer(RATE, span.start, **asked).value == span.percent for span in spans)


def test_each_rule_says_which_day_picks_its_value():
    """A limit turns on filing, a period on accrual, interest on each day."""
    rules = (LIMIT, RuleName.LIMITATION_PERIOD, RATE, CAP)

    assert [FRANKLIN.chosen_by(rule) for rule in rules] == [
        ChosenBy.FILING,
        ChosenBy.ACCRUAL,
        ChosenBy.EACH_DAY,
        ChosenBy.AGREEMENT,
    ]


def test_a_rule_of_another_level_is_refused():
    """A state's file is not asked about the automatic stay."""
    with pytest.raises(KitError, match="State of Franklin answers no rule named automatic_stay"):
        FRANKLIN.answer(RuleName.AUTOMATIC_STAY, date(2026, 1, 1))


def test_a_state_may_date_a_rule_by_another_event():
    """Where a shorter period reaches old debts, the day of filing picks it."""
    wabash = load_jurisdiction("us-xg", [FOLDER])

    assert wabash.chosen_by(RuleName.LIMITATION_PERIOD) is ChosenBy.FILING
    assert wabash.chosen_by(RuleName.EXPIRY_EFFECT) is ChosenBy.ACCRUAL


def test_days_without_a_legal_rate_bear_none():
    """Where the law sets no rate, interest over a period has no spans."""
    wabash = load_jurisdiction("us-xg", [FOLDER])

    assert wabash.rates(RATE, date(2025, 1, 1), date(2026, 1, 1), agreed=False) == ()
    assert len(wabash.rates(RATE, date(2025, 1, 1), date(2026, 1, 1), agreed=True)) == 1
