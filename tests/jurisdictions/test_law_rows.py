"""Every row of tests/jurisdictions/us-xx.yaml: what a state's law is on a day.

A row names the rule, the day, what the question turns on, and what is
expected: a value, part of a group of keys, `none`, `not_researched`,
`not_on_record` or `rate_unknown`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from kit.load import yaml_text
from kit.load.jurisdiction_file import load_jurisdiction
from kit.model.law import Jurisdiction, NotOnRecord, RateUnknown
from kit.model.law_names import RuleName
from kit.model.law_words import Silence

HERE = Path(__file__).parent
FRANKLIN = HERE.parent / "fixtures" / "jurisdictions"
TABLES = sorted(HERE.glob("us*.yaml"))


def rows() -> Iterator[Any]:
    """Yield each row of each table with a name that finds it."""
    for table in TABLES:
        tree = yaml_text.read(table, str(table))
        for n, row in enumerate(tree.data["rows"]):
            line = tree.place("rows", n).line
            yield pytest.param(table.stem, row, id=f"{table.stem}:{line}-{row['rule']}-{row['on']}")


@pytest.mark.parametrize(("code", "row"), list(rows()))
def test_the_law_on_a_day(code, row):
    """The law of a state on a day is what its table says, the day before a change and the day of it."""
    asked = {key: typed(key, text) for key, text in row.items() if key not in ("rule", "on", "expect")}
    law = load_jurisdiction(code, [FRANKLIN])

    got = answered(law, RuleName(row["rule"]), date.fromisoformat(row["on"]), asked)

    assert agrees(got, row["expect"]), f"the file says {got}"


def test_every_jurisdiction_has_a_table():
    """No file of law is without rows that hold it to its word."""
    shipped = {path.stem for path in (HERE.parents[1] / "jurisdictions").glob("us*.yaml")}

    assert not shipped - {path.stem for path in TABLES}


def typed(key: str, text: str) -> Any:
    """Read what a question turns on."""
    return Decimal(text) if key == "amount" else text == "yes" if key == "agreed" else text


def answered(law: Jurisdiction, rule: RuleName, on: date, asked: dict[str, Any]) -> Any:
    """Ask the law; a refusal to answer is an answer here."""
    try:
        return law.answer(rule, on, **asked).value
    except RateUnknown:
        return "rate_unknown"
    except NotOnRecord:
        return "not_on_record"


def agrees(got: Any, expected: Any) -> bool:
    """Compare an answer with the text of a table; a group of keys may be named in part."""
    if isinstance(expected, dict):
        values = {name: getattr(got, name) for name in type(got).model_fields} if isinstance(got, BaseModel) else {}
        return bool(values) and all(name in values and agrees(values[name], part) for name, part in expected.items())
    if isinstance(expected, list):
        return isinstance(got, tuple) and len(got) == len(expected) and all(map(agrees, got, expected))
    if isinstance(got, bool):
        return got is (expected == "yes")
    if isinstance(got, Decimal | int):
        return number(expected) == got
    if isinstance(got, Silence):
        return str(got) == expected
    return str(got) == expected


def number(text: str) -> Decimal | None:
    """Read a figure of the table."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
