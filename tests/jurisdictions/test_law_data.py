"""What every file of law must keep, Franklin's and the real ones."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar
from urllib.parse import urlsplit

import jsonschema
import pytest
import yaml

from kit.load import yaml_text
from kit.load.jurisdiction_file import jurisdiction_codes, read_jurisdiction
from kit.load.law_coverage import coverage
from kit.load.law_schema import jurisdiction_schema, rules_table, shapes_table
from kit.model.law_names import RuleName
from kit.model.law_rules import RULES
from kit.model.law_words import Confidence, Level, ReadIn, Unit

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "jurisdictions"
FRANKLIN = ROOT / "tests" / "fixtures" / "jurisdictions"
FILES = sorted([*SHIPPED.glob("us*.yaml"), *FRANKLIN.glob("us*.yaml")])

every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


@every_file
def test_the_file_is_read_without_a_fault(path):
    """Closed keys, resolved and used sources, ascending dates, one answer to one question, every rule answered."""
    law = read_jurisdiction(path)

    assert set(law.file.rules) == {rule.value for rule in law.rules}


class Editor(yaml.SafeLoader):
    """Reads YAML as editors do: numbers are numbers; days, yes and no stay text."""

    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, regexp) for tag, regexp in found if tag.endswith((":int", ":float"))]
        for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


@every_file
@pytest.mark.parametrize("as_editors_do", [False, True], ids=["text", "numbers"])
def test_the_file_matches_the_schema(path, as_editors_do, schema):
    """An editor that uses the schema accepts what the loader accepts, whether it reads numbers or text."""
    text = path.read_text(encoding="utf-8")
    data = yaml.load(text, Loader=Editor) if as_editors_do else yaml_text.parse(text, path.name).data  # noqa: S506

    schema.validate(data)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("confidence: high", "confidance: high", id="a-key-misspelt"),
        pytest.param("value: bars_suit", "value: bars_suits", id="a-word-misspelt"),
        pytest.param("verified_on:", "verfied_on:", id="a-key-of-a-rule"),
        pytest.param("  excess:", "  exces:", id="a-rule-misspelt"),
        pytest.param("remedy: trimmed", "remedy: trimed", id="a-remedy-misspelt"),
    ],
)
def test_the_schema_refuses_what_the_loader_refuses(old, new, schema):
    """A slip is marked in the editor already."""
    text = (FRANKLIN / "us-xf.yaml").read_text(encoding="utf-8")
    assert old in text

    assert not schema.is_valid(yaml_text.parse(text.replace(old, new, 1), "us-xf.yaml").data)


@pytest.fixture(scope="module")
def schema():
    """Return the generated schema, ready to validate."""
    return jsonschema.Draft202012Validator(jurisdiction_schema())


@every_file
def test_nothing_was_read_in_the_future(path):
    """Nobody claims to have read a page tomorrow."""
    today = datetime.now(UTC).date()
    law = read_jurisdiction(path)
    read = [source.read_on for source in law.file.sources.values()]
    confirmed = [block.verified_on for block in law.file.rules.values() if block.verified_on]

    assert max([*read, *confirmed]) <= today


@every_file
def test_addresses_are_whole(path):
    """Each source, copy and place to read a rate is an address with a host and no spaces."""
    law = read_jurisdiction(path)
    addresses = [a for source in law.file.sources.values() for a in (source.url, source.archived, source.seen_at) if a]
    addresses += [f.formula.read_at for block in law.file.rules.values() for f in block.formulas]
    bad = [
        a for a in addresses if urlsplit(a).scheme not in ("http", "https") or "." not in urlsplit(a).netloc or " " in a
    ]

    assert bad == []


@every_file
def test_rates_are_within_reason(path):
    """No yearly rate of law is above thirty per cent or a hundredth of what was meant."""
    law = read_jurisdiction(path)
    rates = [
        (name, row.value)
        for name, block in law.file.rules.items()
        if RULES[RuleName(name)].unit is Unit.PERCENT_PER_YEAR
        for row in block.values
        if not isinstance(row.value, str)
    ]

    assert [rate for rate in rates if not 0 <= rate[1] <= 50 or 0 < rate[1] < 1] == []


@every_file
def test_doubt_says_whom_to_ask(path):
    """A value of medium or low confidence names whom to ask, or explains itself in a note."""
    law = read_jurisdiction(path)
    doubtful = [
        (name, str(row.starts))
        for name, block in law.file.rules.items()
        for row in block.values
        if row.confidence in (Confidence.MEDIUM, Confidence.LOW) and not (row.confirm_with or row.note)
    ]

    assert doubtful == []


@every_file
def test_quotations_come_from_texts_that_were_read(path):
    """Quoted words stand only beside a text that was read, and a text that was not read is never sure."""
    law = read_jurisdiction(path)
    unread = {key for key, source in law.file.sources.items() if source.read_in is ReadIn.NOT_READ}
    sure = [row for block in law.file.rules.values() for row in block.values if row.confidence is Confidence.HIGH]

    assert not [row for row in sure if row.source in unread]
    assert not [key for key in unread if law.file.sources[key].says]


def test_the_schema_is_the_generated_one():
    """The schema beside the data is the one the program generates."""
    stored = json.loads((SHIPPED / "jurisdiction.schema.json").read_text(encoding="utf-8"))

    assert stored == json.loads(json.dumps(jurisdiction_schema()))


@pytest.mark.parametrize(("name", "table"), [("rules", rules_table), ("shapes", shapes_table)])
def test_the_guide_lists_what_there_is(name, table):
    """The tables in jurisdictions/README.md are those the program generates."""
    text = (SHIPPED / "README.md").read_text(encoding="utf-8")
    shown = text.split(f"<!-- generated: {name} -->\n")[1].split("<!-- end -->")[0]

    assert shown == table()


def test_codes_are_listed():
    """Every file is found by its code."""
    assert set(jurisdiction_codes([FRANKLIN])) == {path.stem for path in FILES}


def test_the_coverage_is_current():
    """The page of coverage in jurisdictions/README.md is what the files say today, and has no empty cell."""
    text = (SHIPPED / "README.md").read_text(encoding="utf-8")
    shown = text.split("<!-- generated: coverage -->\n")[1].split("<!-- end -->")[0]

    assert shown == coverage(), "print it anew: kit law coverage"
    assert not re.search(r"\| *\|", shown)


@every_file
def test_what_decides_a_case_is_answered_or_told(path):
    """A limit, a period or a rate of interest that nobody settled names what was tried."""
    law = read_jurisdiction(path)
    if law.file.level is not Level.STATE:
        return
    for rule in (RuleName.SMALL_CLAIMS_LIMIT, RuleName.LIMITATION_PERIOD, RuleName.PREJUDGMENT_INTEREST):
        block = law.block(rule)
        assert not block.not_researched or block.tried, rule
