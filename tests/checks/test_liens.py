"""Building work: the days that keep a lien or a bond, counted from the case."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from franklin import ADDRESS, FEDERAL, FRANKLIN, codes, creditor, debtor, facts_of, the

from kit.checks.liens import check_liens
from kit.checks.run import run_checks
from kit.findings import Severity
from kit.load.document_files import find_templates
from kit.load.jurisdiction_file import load_jurisdiction

WORK = {"kind": "construction", "place": ADDRESS, "first_day": "2026-02-23", "last_day": "2026-05-15"}
OWNER = {**WORK, "owner": "Late Paper Supply Inc."}
BELOW = {**WORK, "general_contractor": "Big Build Inc."}


def said(as_of: str = "2026-06-01", work: dict | None = None, **facts) -> list:
    """Return what is said about the deadlines of building work."""
    return list(check_liens(facts_of(as_of, work=work or OWNER, **facts)))


def lines(found: list) -> list[str]:
    """Return code and message up to how the day was counted."""
    return [f"{one.code} {one.message.split(' (')[0]}" for one in found]


def test_prime_contractor():
    """Who contracts with the owner sees the lien's days, and those that wait for an event without a day."""
    # 90 days after 2026-05-15 = 2026-08-13: 16 (May) + 30 + 31 + 13; from June 1 that is 73 days
    assert lines(said()) == [
        "K158 last day to record the lien: 2026-08-13, in 73 days",
        "K157 to record the lien: 60 days after a notice of completion",
        "K157 to sue on the lien: 90 days after the recording of the lien",
        # one year after the last day of work
        "K158 last day to sue on the payment bond, if there is one: 2027-05-15, in 348 days",
    ]


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        pytest.param("2026-08-13", "K158 last day to record the lien: 2026-08-13, today", id="the-last-day"),
        pytest.param("2026-08-14", "K159 last day to record the lien: 2026-08-13, 1 day ago", id="a-day-late"),
    ],
)
def test_open_and_past(as_of, expected):
    """A day is open until it is over; then the user is told that it is past."""
    assert expected in lines(said(as_of))


def test_subcontractor():
    """Who works below a general contractor owes notices first: from the first day, and for each month unpaid."""
    found = lines(said("2026-03-01", BELOW))

    # 20 days after 2026-02-23 = 2026-03-15
    assert found[0].startswith(
        "K158 last day to give the preliminary notice to owner and general contractor: 2026-03-15"
    )
    # the month of February 2026: the 15th of the third month after it = 2026-05-15
    assert "2026-05-15, in 75 days" in said_of(said("2026-03-01", BELOW), "nonpayment")


def test_each_month_runs_by_itself():
    """Of the days for each month of unpaid work the next open one is shown, and the last once all are past."""
    next_one = [line for line in lines(said("2026-05-16", BELOW)) if "nonpayment" in line]
    all_past = [line for line in lines(said("2026-08-16", BELOW)) if "nonpayment" in line]

    assert "2026-06-15, in 30 days" in said_of(said("2026-05-16", BELOW), "nonpayment")  # for March
    assert "2026-08-15, 1 day ago" in said_of(said("2026-08-16", BELOW), "nonpayment")  # for May
    assert len(next_one) == len(all_past) == 1


def said_of(found: list, word: str) -> str:
    """Return the one message with a word."""
    (message,) = [one.message for one in found if word in one.message]
    return message


def test_how_a_day_was_counted():
    """The message says how the day was counted, so that anybody can count again."""
    assert said_of(said("2026-05-16", BELOW), "nonpayment").endswith(
        "2026-06-15, in 30 days (the 15th of the 3rd month after each month of unpaid work)"
    )


def test_role_unknown_rules_nothing_out():
    """Where the file does not say who the creditor was, every deadline is shown with whom it is for."""
    found = said("2026-03-01", WORK)

    assert "(as subcontractor or supplier)" in said_of(found, "preliminary notice")
    assert "on commercial work" in said_of(found, "nonpayment")


def test_public_work():
    """Public property bears no lien; the claim is on the bond, under the state's law and the federal one."""
    found = said(
        "2026-06-01", {**BELOW, "owner": "City of Overton"}, debtor=debtor("government", name="City of Overton")
    )

    assert not [one for one in found if "record the lien" in one.message]
    # 90 days after 2026-05-15 = 2026-08-13, in both laws
    assert {one.law.split(",")[0] for one in found if "2026-08-13" in one.message} == {
        "Franklin Code § 20-1",
        "40 U.S.C. § 3133(b)",
    }
    assert "first day to sue on the payment bond, if there is one: 2026-08-13" in " ".join(one.message for one in found)


def test_missing_days_are_asked_for():
    """Without the first and last day the length is said, and what to add."""
    finding = the(
        "K157",
        [one for one in said(work={**OWNER, "last_day": None, "first_day": None}) if "completion of" in one.message],
    )

    assert finding.message.startswith("to record the lien: 90 days after completion")
    assert finding.fix == "Add `last_day:` under `work`, and the day is worked out."


def test_no_law_at_hand_is_said_loudly():
    """A site in a state whose law is not at hand, or whose deadlines nobody researched, is never passed over."""
    elsewhere = said(work={**OWNER, "place": {**ADDRESS, "state": "XW"}})

    finding = the("K154", elsewhere)
    assert finding.message.startswith("THIS IS BUILDING WORK")
    assert "construction lawyer" in finding.fix


def test_not_encoded_is_said_loudly(tmp_path):
    """A state that answers neither rule is told in capitals as well."""
    text = Path(FRANKLIN.origin).read_text(encoding="utf-8")
    head, rest = text.split("  lien_deadlines:\n")
    tail = rest.split("  estate_claims:\n")[1]
    text = f"{head}  lien_deadlines: not_researched\n  bond_deadlines: not_researched\n  estate_claims:\n{tail}"
    (tmp_path / "us-xf.yaml").write_text(text, encoding="utf-8")
    law = load_jurisdiction("us-xf", [tmp_path])

    found = list(check_liens(replace(facts_of("2026-06-01", work=OWNER), law=law, forum=law)))

    assert codes(found) == ["K154"]
    assert sum(one.code == "K220" for one in found) == 2


def test_other_work_hears_nothing():
    """Services and goods have no lien days."""
    assert said(work={"kind": "services"}) == []
    assert FEDERAL.code == "us"


def test_shown_for_the_case_and_the_demand_and_never_a_stop():
    """`kit check` and the final demand both show the days; they stop neither."""
    facts = facts_of("2026-06-01", work=OWNER, creditor=creditor(licence={"number": "7"}))
    demand = find_templates()["letters/final-demand"].document

    for found in (run_checks(facts), run_checks(facts, demand)):
        shown = [one for one in found if one.code in ("K157", "K158")]
        assert len(shown) == 4
        assert all(one.severity is Severity.NOTE and one.law for one in shown)
