"""The client check: what was looked at, what it weighs, what follows; and the law of a credit application."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from franklin import FRANKLIN, day, debtor, facts_of
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.checks.client import check_client, weigh
from kit.checks.credit import credit_terms
from kit.findings import InvalidFile
from kit.load.client_points import load_points, read_points
from kit.model import client
from kit.model.client import ClientCheck
from kit.paths import data_folder

POINTS = load_points()
AS_OF = "2026-11-21"
WORDS = {
    "registry": client.Registry, "good_standing": client.GoodStanding, "address": client.Place, "agent": client.Agent,
    "trade_name": client.TradeName, "in_business": client.InBusiness, "references": client.Said,
    "reviews": client.Reviews, "habits": client.Habits, "liens": client.Liens, "suits": client.Suits,
    "judgments": client.Judgments, "bankruptcy": client.Bankrupt, "payer": client.Named, "approver": client.Named,
    "deposit": client.DepositAsked, "contract": client.Contract,
}  # fmt: skip
PAID_ON_TIME = [{"name": "Vale Ink", "answer": "on_time"}, {"name": "Overton Board", "answer": "on_time"}]
CLEAN = {
    "registry": "found", "good_standing": "yes", "address": "confirmed", "references": PAID_ON_TIME, "liens": "none",
    "suits": "none", "judgments": "none", "bankruptcy": "none",
}  # fmt: skip
FORBIDDEN = "race color religion origin sex gender marital married spouse age birth assistance welfare ssn".split()


def result(as_of=AS_OF, who=None, **check):
    """Return what the check of a client comes to."""
    case = facts_of(as_of, debtor=who or debtor(), client_check=check).case
    return weigh(case, POINTS, day(as_of))


def test_the_list_and_the_case_know_the_same_words():
    """Every question has its key in the case with the same answers, and every key of an answer has its question."""
    asked = {one.id: {choice.answer for choice in one.answers} for one in POINTS.questions}

    assert asked == {name: set(get_args(words)) - {"unknown"} for name, words in WORDS.items()}
    assert set(ClientCheck.model_fields) == {*asked, "on", "by", "red_flags"}
    assert {flag.answer for flag in POINTS.flags} == set(get_args(client.FlagWord))


def test_nothing_protected_is_asked():
    """No question, answer or key has to do with what the Equal Credit Opportunity Act forbids to look at."""
    texts = [
        (data_folder("templates") / client.CLIENT_CHECK / "points.yaml").read_text("utf-8").split("stale_after")[1]
    ]
    texts += [*ClientCheck.model_fields, *client.CreditApplication.model_fields]
    words = {word.strip('.,:?"{}()_').lower() for text in texts for word in text.replace("_", " ").split()}

    assert words.isdisjoint(FORBIDDEN)


def test_nothing_looked_at_has_no_result():
    """A check without an answer says neither good nor bad."""
    found = result()

    assert (found.looked, found.weight, found.by_sum, found.outcome) == (0, 0, None, None)
    assert len(found.rows) == 17  # sixteen of an entity without a trade name, and a second supplier


def test_everything_needed_and_nothing_against():
    """Normal terms follow only when all that is needed was looked at and found well."""
    found = result(**CLEAN)

    assert found.missing == ()
    assert found.outcome.id == "normal"


@pytest.mark.parametrize("name", CLEAN)
def test_what_was_not_looked_at_is_not_in_favor(name):
    """Each needed answer that is missing keeps the best terms away, although nothing weighs against the client."""
    found = result(**{key: answer for key, answer in CLEAN.items() if key != name})

    assert [question.id for question in found.missing] == [name] or name == "good_standing"
    assert found.weight == 0
    assert found.by_sum.id == "normal"
    assert found.outcome.id == "deposit"


@pytest.mark.parametrize("name", [name for name in CLEAN if name != "references"])
def test_could_not_be_found_out_is_not_looked_at(name):
    """`unknown` counts as not looked at, not as good news."""
    assert result(**{**CLEAN, name: "unknown"}).outcome.id == "deposit"


def test_one_supplier_called_is_not_two():
    """Two trade references are called before normal terms."""
    found = result(**{**CLEAN, "references": PAID_ON_TIME[:1]})

    assert [question.id for question in found.missing] == ["references"]
    assert len([seen for seen in found.rows if seen.question.id == "references"]) == 2


@pytest.mark.parametrize(
    ("more", "weight", "outcome"),
    [
        pytest.param({"in_business": "new"}, 1, "normal", id="one-small-reason"),
        pytest.param({"in_business": "new", "reviews": "mixed"}, 2, "deposit", id="two-small-reasons"),
        pytest.param({"address": "not_found"}, 3, "deposit", id="one-grave-reason"),
        # 3 + 2: over unpaid bills, deposit refused
        pytest.param({"suits": "over_bills", "deposit": "refused"}, 5, "guarantor", id="five"),
        pytest.param({"judgments": "unpaid"}, 4, "guarantor", id="a-judgment-by-itself"),
        pytest.param({"registry": "not_found"}, 3, "guarantor", id="not-in-the-register"),
        # 4 + 3 + 2
        pytest.param({"judgments": "unpaid", "suits": "over_bills", "deposit": "refused"}, 9, "decline", id="nine"),
        pytest.param({"bankruptcy": "pending"}, 5, "decline", id="bankrupt-by-itself"),
        pytest.param({"red_flags": ["overpays"]}, 5, "decline", id="overpays-by-itself"),
        pytest.param({"red_flags": ["rush", "avoids_paper"]}, 3, "deposit", id="red-flags-weigh"),
        pytest.param({"red_flags": []}, 0, "normal", id="no-red-flags"),
    ],
)
def test_what_follows(more, weight, outcome):
    """The weights add up as the list says, and some findings decide by themselves."""
    found = result(**{**CLEAN, **more})

    assert (found.weight, found.outcome.id) == (weight, outcome)


def test_the_weight_is_the_sum_of_what_is_named():
    """Nothing weighs that is not named."""
    found = result(judgments="unpaid", habits="late", red_flags=["rush", {"flag": "other", "remark": "odd"}])

    assert [choice.against for choice in found.against] == [2, 4, 1, 1]
    assert found.weight == 8


@settings(deadline=None, max_examples=60)
@given(
    st.fixed_dictionaries(
        {},
        optional={
            name: st.sampled_from(get_args(words))
            for name, words in WORDS.items()
            if name not in ("references", "payer", "approver")
        },
    ),
    st.sampled_from(sorted(name for name in WORDS if name not in ("references", "payer", "approver"))),
)
def test_a_good_answer_never_makes_the_terms_worse(check, name):
    """Whatever else was found, looking at one more thing and finding it well leads to terms as good or better."""
    order = [outcome.id for outcome in POINTS.outcomes]
    best = next(one.answers[0].answer for one in POINTS.questions if one.id == name)
    with_it, without = (
        result(**{**check, name: best}),
        result(**{key: value for key, value in check.items() if key != name}),
    )

    asked = any(seen.question.id == name for seen in with_it.rows)  # a trade name is asked only of who has one
    assert not asked or with_it.outcome is not None
    if with_it.outcome and without.outcome:
        assert order.index(with_it.outcome.id) <= order.index(without.outcome.id)


def test_a_name_alone_is_enough():
    """`payer: Pat Moss` names who pays; a single word is an answer."""
    rows = result(payer="Pat Moss", approver="not_named").rows
    said = {seen.question.id: (seen.answer.word, seen.answer.who) for seen in rows if seen.answer}

    assert said == {"payer": ("named", ("Pat Moss",)), "approver": ("not_named", ())}


def test_old_good_news_does_not_count():
    """An answer in the client's favor counts for 365 days; one against the client stays."""
    fresh, old = ({**CLEAN, "suits": {"answer": "none", "on": on}} for on in ("2025-11-21", "2025-11-20"))
    bad = {**CLEAN, "suits": {"answer": "over_bills", "on": "2020-01-01"}}

    assert result(**fresh).outcome.id == "normal"
    assert result(**old).outcome.id == "deposit"
    assert result(**bad).weight == 3


def test_an_answer_from_a_later_day_is_not_known_yet():
    """A paper as of an earlier day does not know what was found later, and the user is told."""
    check = {"on": "2026-11-25", "judgments": "unpaid", "references": [{"name": "A", "answer": "on_time"}]}
    case = facts_of(AS_OF, client_check={**check, "suits": {"answer": "none", "on": "2026-12-01"}}).case

    assert weigh(case, POINTS, day(AS_OF)).outcome is None
    assert [(one.code, one.message.split(";")[0]) for one in check_client(case, day(AS_OF))] == [
        ("K197", "`on` was looked at on 2026-11-25, which is after 2026-11-21"),
        ("K197", "`suits` was looked at on 2026-12-01, which is after 2026-11-21"),
    ]


def test_the_case_answers_what_it_knows():
    """Good standing, trade name, agent and a bankruptcy that stand in the case need not be typed twice."""
    agent = {"name": "Franklin Agents", "address": debtor()["address"]}
    who = debtor(good_standing="no", dba="LP", dba_registered="yes", registered_agent=agent)
    case = facts_of(AS_OF, debtor=who, bankruptcy={"petition_on": "2026-10-01", "number": "26-1"}).case
    said = {seen.question.id: seen.answer.word for seen in weigh(case, POINTS, day(AS_OF)).rows if seen.answer}

    assert said == {"good_standing": "no", "trade_name": "registered", "agent": "named", "bankruptcy": "pending"}


def test_a_dismissed_bankruptcy_is_past():
    """A petition that was dismissed is in the past, and one of a later day has not happened."""
    filed = {"petition_on": "2026-01-01", "dismissed_on": "2026-03-01"}

    for as_of, word in (("2026-11-21", "past"), ("2026-02-01", "pending"), ("2025-12-31", None)):
        rows = weigh(facts_of(as_of, bankruptcy=filed).case, POINTS, day(as_of)).rows
        seen = next(seen for seen in rows if seen.question.id == "bankruptcy")
        assert (seen.answer.word if seen.answer else None) == word


def test_check_and_case_contradict():
    """Where the check and the debtor say different things about good standing, both are named."""
    case = facts_of(AS_OF, debtor=debtor(good_standing="no"), client_check={"good_standing": "yes"}).case

    assert [one.code for one in check_client(case, day(AS_OF))] == ["K198"]


@pytest.mark.parametrize(
    ("kind", "more", "asked", "not_asked"),
    [
        pytest.param("corporation", {}, "registry", "trade_name", id="entity"),
        pytest.param("corporation", {"dba": "LP"}, "trade_name", "", id="entity-with-a-trade-name"),
        pytest.param("individual", {}, "trade_name", "registry", id="person"),
    ],
)
def test_the_questions_fit_the_client(kind, more, asked, not_asked):
    """Nobody looks for a person in the register of companies."""
    ids = [seen.question.id for seen in result(who=debtor(kind, **more)).rows]

    assert asked in ids
    assert not_asked not in ids


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("from: 2,", "from: 9,", "the outcomes do not begin at 0 and ascend"),
        ("from: 0,", "from: 1,", "the outcomes do not begin at 0 and ascend"),
        ("unlooked: deposit", "unlooked: depsit", "there is no outcome `depsit`"),
        ("no_better_than: decline", "no_better_than: never", "there is no outcome `never`"),
        ("against: 4", "against: -4", "-4"),
        ("needed: yes", "needed: perhaps", "`perhaps` is neither yes nor no"),
        ("of: entity", "of: robots", "`robots` is not one of the words read here"),
    ],
)
def test_a_wrong_list_is_refused(tmp_path: Path, old, new, said):
    """A list of weights that makes no sense is answered with its place."""
    text = (data_folder("templates") / client.CLIENT_CHECK / "points.yaml").read_text("utf-8")
    file = tmp_path / "points.yaml"
    file.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(InvalidFile) as fault:
        read_points(file)

    assert said in fault.value.findings[0].message
    assert fault.value.findings[0].place.path.endswith("points.yaml")


LATE = {"interest": {"percent_a_year": "40"}, "delay_cost_estimate": "an hour of bookkeeping for each reminder"}


def test_an_unlawful_late_charge_stops_the_application():
    """A late charge over the cap is refused in the application as in the contract, and the cap is on record."""
    terms = credit_terms(facts_of(AS_OF, debtor=debtor("nonprofit"), agreement=LATE))

    assert [one.code for one in terms.findings if one.stops] == ["K121"]
    assert "late_charge_cap" in {answer.rule.value for answer in terms.used}


def test_an_untested_late_charge_stops_the_application():
    """Without the governing law nobody promises a late charge."""
    terms = credit_terms(facts_of(AS_OF, law=None, agreement=LATE))

    assert [one.code for one in terms.findings if one.stops] == ["K120"]


def test_a_consumer_gets_no_business_form():
    """Credit to a consumer needs disclosures that this form lacks."""
    terms = credit_terms(facts_of(AS_OF, debtor=debtor("individual"), purpose="consumer"))

    assert [(one.code, one.overridable) for one in terms.findings if one.stops] == [("K199", False)]


def test_the_days_of_a_refusal_are_the_laws():
    """Thirty days for the answer, sixty to ask, thirty for the reasons: as the file of federal law says."""
    facts = facts_of(AS_OF)
    terms = credit_terms(facts)

    assert (terms.refusal.told_within_days, terms.refusal.ask_within_days, terms.refusal.reasons_within_days) == (
        30,
        60,
        30,
    )
    assert terms.cite.startswith("12 C.F.R. § 1002.9(a)")
    assert FRANKLIN not in terms.used
