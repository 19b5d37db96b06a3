"""`kit law show`: a state's rules as questions with answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from pydantic import BaseModel

from kit.cli import main
from kit.cli.law_phrases import phrase
from kit.cli.law_words import _SPECIAL
from kit.load.law_schema import shapes
from kit.model.law_rules import RULES, rules_of
from kit.model.law_words import Level

FOLDER = Path(__file__).parents[1] / "fixtures" / "jurisdictions"
OWN = ("--jurisdictions", str(FOLDER))


def show(*args: str) -> str:
    """Run `kit law show` with Franklin at hand."""
    result = CliRunner().invoke(main, ["law", "show", *args, *OWN])
    assert result.exit_code == 0, result.output
    return result.output


def test_a_rule_is_a_question_with_its_answer():
    """Each court's answer stands with its citation, confidence and the changes to come."""
    assert (
        show("us-xf", "--on", "2025-06-30", "--rule", "small_claims_limit")
        == """\
State of Franklin (us-xf) on June 30, 2025. Information about the law, no legal advice.

What is the most a plaintiff may demand in small claims?
  Overton City Court, Small Claims Part: $8,000
      Franklin Code § 12-301(a), read 2026-03-14; high confidence; since 2024-01-01
      from 2030-01-01: $12,000 (2026 Franklin Acts ch. 9, § 1, read 2026-03-14)
  Overton City Court, Commercial Claims Part: $5,000
      Franklin Code § 12-302, read 2026-03-14; high confidence; since 2024-01-01
  Overton City Court, Commercial Claims Part, natural person as debtor, consumer credit claims:
    $4,000
      Franklin Code § 12-302, read 2026-03-14; medium confidence; since 2024-01-01
      confirm with the clerk of Overton City Court
  County Court, small claims, natural person as plaintiff: $8,000
      Franklin Code § 12-301(a), read 2026-03-14; high confidence; since 2024-01-01
      from 2030-01-01: $12,000 (2026 Franklin Acts ch. 9, § 1, read 2026-03-14)
  County Court, small claims, entity as plaintiff: $4,000
      Franklin Code § 12-302, read 2026-03-14; high confidence; since 2024-01-01
  District Court, general division: none; the law sets nothing here
      Franklin Code § 12-301(a), read 2026-03-14; high confidence; since 2018-07-01
"""
    )


def test_a_day_off_the_record_says_when_the_record_begins():
    """Before the record there is no answer, and the first day on record is named."""
    text = show("us-xf", "--on", "2017-01-01", "--rule", "filing_fee")

    assert "No answer; the record begins on 2024-07-01" in text


def test_a_rate_without_its_figure_says_where_to_read_it():
    """Past the last known figure stands the formula and the address of the next."""
    text = " ".join(show("us-xf", "--on", "2027-02-01", "--rule", "prejudgment_interest").split())

    assert "The Treasurer's yearly rate plus 4 points, at least 5%, at most 15%, published each January;" in text
    assert "not on record, read it at https://treasury.franklin.example/rate" in text


def test_every_rule_is_shown():
    """No question of the table is left out, and what is open is said."""
    text = " ".join(show("us-xf", "--on", "2026-05-01").split())

    assert not [rule.asks for rule in rules_of(Level.STATE) if rule.asks not in text]
    assert "STILL OPEN" in text
    assert "not researched: multiplier, refusal penalty" in text


def test_json_carries_the_same():
    """A program gets each answer with its state, value, source and confidence."""
    told = json.loads(show("us-xf", "--on", "2025-06-30", "--format", "json"))
    rules = {rule["rule"]: rule for rule in told["rules"]}

    assert len(rules) == len(rules_of(Level.STATE))
    limit = rules["small_claims_limit"]["answers"][0]
    assert (limit["turns_on"], limit["state"], limit["value"]) == ({"court": "overton-small"}, "value", "8000")
    assert (limit["read_on"], limit["confidence"], limit["later"][0]["from"]) == ("2026-03-14", "high", "2030-01-01")
    assert rules["dissolved_entity_claims"]["answers"][0]["state"] == "not_researched"
    assert rules["late_charge_cap"]["answers"][1]["remedy"] == "trimmed"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        pytest.param(("us-xq",), "there is no jurisdiction file for `us-xq`; did you mean us-x", id="a-state"),
        pytest.param(("us-xf", "--rule", "limit"), "answers no rule `limit`; did you mean", id="a-rule"),
        pytest.param(("us-xf", "--on", "yesterday"), "yesterday", id="a-day"),
    ],
)
def test_a_slip_is_answered_in_a_sentence(args, said):
    """What is not there is answered with what comes near, not with a traceback."""
    result = CliRunner().invoke(main, ["law", "show", *args, *OWN])

    assert result.exit_code != 0
    assert said in result.output
    assert "Traceback" not in result.output


def test_every_key_has_its_phrase():
    """Nothing of the law is shown as a bare key."""
    said_whole = {kind.__name__ for kind in _SPECIAL}
    keys = [
        (shape.__name__, key)
        for shape in shapes(RULES.values())
        if issubclass(shape, BaseModel) and shape.__name__ not in said_whole
        for key in shape.model_fields
        if key != "not_researched"
    ]

    assert len(keys) > 150
    assert [pair for pair in keys if not phrase(*pair)] == []


def test_the_rules_are_the_guides_tables():
    """What `kit law rules` prints is what the guide for contributors shows."""
    printed = CliRunner().invoke(main, ["law", "rules"]).output
    guide = (Path(__file__).parents[2] / "jurisdictions" / "README.md").read_text(encoding="utf-8")

    assert len(printed.splitlines()) > 100
    assert [line for line in printed.splitlines() if line and line not in guide] == []
