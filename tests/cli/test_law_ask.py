"""`kit law limit`, `limitation`, `rate` and the lists across states, asked of the fictional State of Franklin."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kit.cli import main

LAWS = Path(__file__).parents[1] / "fixtures" / "jurisdictions"
ON = ["--on", "2026-11-21"]


def law(*words):
    """Type a `kit law` command with Franklin's law."""
    return CliRunner().invoke(main, ["law", *words, "--jurisdictions", str(LAWS)])


def asked(*words):
    """Return the answer as data, and the exit code."""
    result = law(*words, "--format", "json")
    return json.loads(result.stdout), result.exit_code


CLAIM = ["limit", "--state", "us-xf", "--debtor", "llc", *ON]


@pytest.mark.parametrize(
    ("words", "fits", "code"),
    [
        (["--plaintiff", "individual", "--principal", "8000", "--place", "Overton"], [True, True], 0),
        (["--plaintiff", "individual", "--principal", "8000.01", "--place", "Overton"], [False, True], 1),
        (["--plaintiff", "llc", "--principal", "4,000", "--place", "Milltown, Lee"], [True, True], 0),
        (["--plaintiff", "llc", "--principal", "$4,000.01", "--place", "Milltown, Lee"], [False, True], 1),
    ],
)
def test_a_claim_against_the_limit(words, fits, code):
    """To the cent: a claim of the limit fits, one cent more does not, and the next court up takes it."""
    told, exit_code = asked(*CLAIM, *words)

    assert [one["fits"] for one in told["courts"]] == fits
    assert exit_code == code


def test_the_day_picks_the_limit():
    """The day before and the day of a change give two answers, an enacted one too."""
    words = ["limit", "--state", "us-xf", "--debtor", "llc", "--plaintiff", "individual", "--principal", "12000"]
    limits = {
        day: asked(*words, "--place", "Overton", "--on", day)[0]["courts"][0]["limit"]
        for day in ("2023-12-31", "2024-01-01", "2029-12-31", "2030-01-01")
    }

    assert limits == {"2023-12-31": "6000", "2024-01-01": "8000", "2029-12-31": "8000", "2030-01-01": "12000"}


def test_what_is_over_is_said_with_its_remedy():
    """The answer has the court, what counts, the limit with its citation, how much is over, and what to do."""
    result = law(*CLAIM, "--plaintiff", "llc", "--principal", "4900", "--interest", "700", "--place", "Milltown, Lee")

    assert "County Court, small claims: does not fit: it is over the limit by $" in result.output
    assert "limit: $4,000 (Franklin Code § 12-302, read 2026-03-14; high confidence)" in result.output
    assert "fix: File in the next court up" in result.output


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["limit", "--state", "us-xf", "--plaintiff", "llc", "--principal", "5"], 1, "fix: Add --debtor."),
        ([*CLAIM, "--plaintiff", "llc", "--principal", "-5"], 2, "-5 is less than nothing"),
        ([*CLAIM, "--plaintiff", "llc", "--principal", "1.234,50"], 2, "can be read in two ways"),
        ([*CLAIM, "--plaintiff", "gmbh", "--principal", "5"], 2, "'gmbh' is not one of"),
        (
            ["limit", "--state", "us-xz", "--plaintiff", "llc", "--principal", "5"],
            1,
            "there is no jurisdiction file for `us-xz`",
        ),
        (
            ["limitation", "--state", "us-xf", "--kind", "written", "--accrued", "1900-01-01"],
            1,
            "the last day to sue is not known",
        ),
        (["limitation", "--state", "us-xf", "--kind", "written", "--accrued", "2026-02-30"], 2, "is not a day"),
    ],
)
def test_a_question_that_has_no_answer(words, code, said):
    """An unknown state, a day before the record, a negative amount, too little said: one clear sentence each."""
    result = law(*words)

    assert result.exit_code == code
    assert said in result.output
    assert "Traceback" not in result.output


def test_a_place_without_a_court():
    """A place that no court of the state reaches is named with the courts there are."""
    result = law("limit", "--state", "us-ny", "--plaintiff", "llc", "--principal", "5", "--place", "Atlantis", *ON)

    assert result.exit_code == 1
    assert "no small-claims court of New York on record hears such a plaintiff in Atlantis; its courts" in result.output


@pytest.mark.parametrize(
    ("accrued", "last", "safe", "code"),
    [
        ("2021-03-01", "2027-03-01", "2027-03-01", 0),  # six years for what accrued before July 2021
        ("2022-11-21", "2026-11-21", "2026-11-20", 0),  # four years since; the 21st is a Saturday
        ("2022-11-20", "2026-11-20", "2026-11-20", 1),
    ],
)
def test_the_last_day_to_sue(accrued, last, safe, code):
    """The period of the day of accrual is counted; a last day on a weekend comes with the safe day before it."""
    told, exit_code = asked("limitation", "--state", "us-xf", "--kind", "written", "--accrued", accrued, *ON)

    assert (told["last_day"], told["safe_day"], exit_code) == (last, safe, code)
    assert told["cite"]
    assert told["beside"]["expiry_effect"] == "bars suit"


@pytest.mark.parametrize(
    ("rate", "debtor", "allowed", "code"),
    [("18", "individual", True, 0), ("18.01%", "individual", False, 1), ("60", "llc", True, 0)],
)
def test_a_rate_against_the_cap(rate, debtor, allowed, code):
    """A rate of the cap is allowed, a hundredth more is not; the remedy is said."""
    told, exit_code = asked("rate", "--state", "us-xf", "--contract-rate", rate, "--debtor", debtor, *ON)

    assert (told["allowed"], exit_code) == (allowed, code)
    assert (told["remedy"] is not None) == (debtor == "individual")


def test_every_state_in_one_list():
    """`kit law list` shows each court with its limits by plaintiff, and a dash where it hears no such plaintiff."""
    rows = json.loads(law("list", *ON, "--format", "json").stdout)
    courts = {row["court"]: row for row in rows if row["state"] == "us-xf"}

    assert courts["County Court, small claims"]["person"] == "$8,000"
    assert courts["County Court, small claims"]["company"] == "$4,000"
    assert {"us-ca", "us-xf"} <= {row["state"] for row in rows}
    assert "A company" in law("list", *ON).output


def test_changes_in_order_with_those_to_come():
    """`kit law changes` shows what was and what is, by day, and marks what is enacted for later."""
    rows = json.loads(law("changes", "us-xf", *ON, "--format", "json").stdout)
    last = next(row for row in rows if row["after"] == "$12,000")

    assert [row["on"] for row in rows] == sorted(row["on"] for row in rows)
    assert (last["on"], last["before"], last["scheduled"]) == ("2030-01-01", "$8,000", True)
    assert "2030-01-01 (enacted, not in force yet)" in law("changes", "us-xf", *ON).output


def test_states_side_by_side():
    """`kit law compare` puts the main answers of states beside each other; a doubt has its mark."""
    rows = {
        row["question"]: row for row in json.loads(law("compare", "us-xf", "us-xg", *ON, "--format", "json").stdout)
    }

    assert rows["Limitation, written"] == {
        "question": "Limitation, written",
        "us-xf": "4 years from breach",
        "us-xg": "3 years from due date",
    }
    assert rows["Limitation, account stated"]["us-xf"].endswith("~")


def test_what_is_old():
    """`kit law stale` lists what was read too long ago on a day, and says when nothing is."""
    rows = json.loads(law("stale", "--days", "365", "--on", "2027-03-15", "--format", "json").stdout)

    assert {"us-xf"} <= {row["state"] for row in rows}
    assert all(row["read_on"] for row in rows if row["state"] == "us-xf" and not row["review_by"])
    assert "to be read again" in law("stale", "--days", "0", "--on", "2027-03-15").output
