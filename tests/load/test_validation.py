"""Whatever is wrong with a value, the answer is in the user's words and has a place."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import get_args

import pytest
from pydantic_core.core_schema import ErrorType

from kit.findings import InvalidFile
from kit.load import yaml_text
from kit.load.fault_words import Fault, describe, spoken
from kit.load.validation import validate
from kit.model.case import CaseFile
from kit.model.event import EVENT
from kit.model.workspace import Workspace

CASE = Path(__file__).parents[1] / "bench" / "case.yaml"
PAID = {"n": "1", "on": "2024-03-01", "event": "paid", "id": "P-1", "amount": "5"}
HEAD = "format: 1\ndebtor: {name: A LLC, kind: llc}\n"

JARGON = (
    "input should",
    "valid dict",
    "extra inputs",
    "field required",
    "tuple",
    "instance of",
    "discriminator",
    "tag '",
)
JARGON += ("none", "pydantic", "invalid", "validation", "{", "boolean", "integer", "string", "iterable")


def faults(text, model=CaseFile):
    """Return the findings of a text that is no such file."""
    with pytest.raises(InvalidFile) as caught:
        validate(model, yaml_text.parse(text, "case.yaml"))
    return caught.value.findings


CONTEXTS = {
    "too_short": {"min_length": 3},
    "too_long": {"max_length": 3, "actual_length": 5},
    "greater_than": {"gt": 5},
    "less_than": {"lt": 5},
    "enum": {"expected": "'a' or 'b'"},
    "literal_error": {"expected": "'a' or 'b'"},
    "union_tag": {"discriminator": "'kind'", "expected_tags": "'a', 'b'"},
    "value_error": {"error": ValueError("the words do not fit")},
}


@pytest.mark.parametrize("kind", get_args(ErrorType))
def test_every_kind_of_fault_has_our_words(kind):
    """Whatever the validating library may find, none of its own sentences reaches the user."""
    tree = yaml_text.parse("a: {b: words}\n", "case.yaml")
    context = next((value for part, value in CONTEXTS.items() if part in kind), {})
    fault = Fault(kind, ("a", "b"), "words", context, "Input should be a valid tuple", None)

    finding = describe(fault, tree, CaseFile)

    assert finding.message
    assert not [word for word in JARGON if word in f"{finding.message} {finding.fix}".lower()]
    assert finding.place.line == 1


def paths(data, at=()):
    """Yield the way to each value in ``data``."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield (*at, key)
        yield from paths(value, (*at, key))


def replaced(data, path, value):
    """Return a copy of ``data`` with another value at ``path``."""
    changed = copy.deepcopy(data)
    here = changed
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = value
    return changed


@pytest.mark.parametrize(
    "wrong",
    ["x", "", "-1", "9" * 14, [], ["x"], {}, {"x": "y"}, [[["x"]]], "\u202e"],
    ids=[
        "word",
        "empty",
        "negative",
        "huge",
        "empty-list",
        "list",
        "empty-group",
        "group",
        "lists-in-lists",
        "invisible",
    ],
)
@pytest.mark.parametrize(("model", "good"), [(CaseFile, CASE), (EVENT, PAID)], ids=["case", "event"])
def test_a_wrong_value_anywhere(model, good, wrong):
    """Put a wrong value at each place of a good file in turn: it is read, or refused at that place in plain words."""
    data = good if isinstance(good, dict) else yaml_text.read(good, "case.yaml").data
    for path in paths(data):
        tree = yaml_text.parse(json.dumps(replaced(data, path, wrong), indent=1), "case.yaml")
        try:
            validate(model, tree)
        except InvalidFile as err:
            for finding in err.findings:
                told = finding.message.lower().replace("`none`", "")
                assert not [word for word in JARGON if word in told], (path, finding)
                assert finding.place.line > 0
                assert finding.message.count(spoken(path[:1])) or finding.code in ("K020", "K031", "K028", "K030"), (
                    finding
                )


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        pytest.param("porpose: business", "Did you mean `purpose`?", id="top"),
        pytest.param("agreement: {interest: {percent_per_year: 5}}", "Did you mean `percent_a_year`?", id="two-deep"),
        pytest.param(
            "agreement: {price: {kind: hourly, rate: 5, estimate: 5}}",
            "Did you mean `estimate_hours`?",
            id="in-one-of-several-kinds",
        ),
        pytest.param(
            "invoices: [{id: a, issued_on: 2024-01-01, lines: [{text: x, unit_price: 1, quantaty: 2}]}]",
            "Did you mean `quantity`?",
            id="in-a-list-in-a-list",
        ),
        pytest.param("late_fee: {flat: 25}", "`late_fee` belongs under `agreement`.", id="belongs-deeper"),
        pytest.param(
            "agreement: {forum: us-xf}", "`forum` belongs at the top of the file, not indented.", id="belongs-higher"
        ),
        pytest.param("work: {kind: goods, first: 2024-01-01}", "Did you mean `first_day`?", id="half-a-word"),
        pytest.param(
            "legal_action: {decided_on: 2024-01-01, not_before: 2024-01-02, xyz: 1}", "The keys here are", id="no-idea"
        ),
        pytest.param("agreement:\n  intrest:\n", "Did you mean `interest`?", id="with-nothing-after-it"),
        pytest.param(
            "agreement: {interest: {percent_a_year: 5, form: demand}}",
            "Did you mean `from`?",
            id="a-key-with-another-name-inside",
        ),
    ],
)
def test_unknown_keys_have_a_near_word(text, fix):
    """A misspelt key is answered with the key that was meant, of those that are read there."""
    found = [finding for finding in faults(HEAD + text) if finding.code == "K031"]

    assert len(found) == 1
    assert fix in found[0].fix


def test_all_faults_in_file_order():
    """One run names everything, top to bottom."""
    text = "purpose: busyness\nporpose: x\ndebtor: {kind: llc}\nformat: 1\nagreement: {net_days: x, price: {}}\n"

    assert [(finding.place.line, finding.code) for finding in faults(text)] == [
        (1, "K032"),
        (2, "K031"),
        (3, "K020"),
        (5, "K024"),
        (5, "K020"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(HEAD + "".join(f"k{number}: v\n" for number in range(5_000)), id="unknown-keys"),
        pytest.param(HEAD + "payments:\n" + "- {id: 5, on: x}\n" * 5_000, id="bad-items"),
        pytest.param(HEAD + "".join(f"k{number}:\n" for number in range(5_000)), id="keys-with-nothing-after-them"),
    ],
)
def test_thousands_of_faults_are_cut_short(text):
    """A file that is wrong from top to bottom is answered with the first hundred and how many more there are."""
    found = faults(text)

    assert 100 <= len(found) <= 101


def test_a_list_with_bad_items_is_not_called_empty():
    """Items with faults of their own are not reported a second time as a list that is too short."""
    found = faults(HEAD + "invoices: [{id: a, issued_on: 2024-01-01, lines: [{text: x}]}]")

    assert [finding.message for finding in found] == ["`invoices[1].lines[1].unit_price` is missing"]


def test_a_newer_format_is_the_only_fault():
    """What else is wrong with a file of another format says nothing."""
    assert [finding.code for finding in faults("format: 7\nnobody: knows\n")] == ["K030"]


def test_an_alias_is_placed_where_it_was_written():
    """A value used twice through an alias is faulted where it stands."""
    found = faults(HEAD + "payments:\n  - &p {id: P-1, on: 2024-01-01, amount: x}\n  - *p\n")

    assert [(finding.place.line, finding.place.column) for finding in found] == [(4, 42), (4, 42)]


@pytest.mark.parametrize(
    "name", ["A & B", "<b>Bold</b>", '#read("/etc/passwd")', "{{ 7 * 7 }}", "{% raw %}", "$(rm -rf)", "O'Neil; DROP"]
)
def test_names_are_plain_text(name):
    """No sign in a name means anything to the kit."""
    tree = yaml_text.parse(f"format: 1\ndebtor: {{name: {json.dumps(name)}, kind: llc}}\n", "case.yaml")

    assert validate(CaseFile, tree).debtor.name == name


def test_placeholders_are_found_once():
    """What `kit new` left open is named as that, and not as a wrong word besides."""
    found = faults("format: 1\ncreditor: {name: CHANGE ME, kind: CHANGE ME}\n", Workspace)

    assert [finding.code for finding in found] == ["K038", "K038"]


def test_a_placeholder_in_a_comment_is_no_fault():
    """Only what is read counts."""
    assert validate(CaseFile, yaml_text.parse(HEAD + "# CHANGE ME\n", "case.yaml")).debtor.name == "A LLC"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        pytest.param("zip: 02135", "zip: 1001", "`1001` is not a ZIP code", id="zip-of-four-digits"),
        pytest.param("state: XF", "state: XX", "`XX` is not the two letters of a state", id="no-such-state"),
        pytest.param("unit_price: 30.86", "unit_price: 6,000.00", "an amount was read in two", id="comma-in-braces"),
        pytest.param("unit_price: 30.86", "unit_price: 1.234,40", "an amount was read in two", id="other-comma"),
        pytest.param(
            "percent_a_year: 12", "percent_a_year: 900", "more than any court would allow", id="slip-of-the-point"
        ),
    ],
)
def test_common_slips(old, new, says):
    """The commonest slips of a case file are answered with what was meant."""
    text = (
        "format: 1\n"
        "debtor: {name: A Inc., kind: corporation, address: {street: 9 Elm, city: O, state: XF, zip: 02135}}\n"
        "agreement: {interest: {percent_a_year: 12}}\n"
        "invoices: [{id: I, issued_on: 2024-01-02, lines: [{text: reams, unit_price: 30.86}]}]\n"
    )
    assert old in text

    with pytest.raises(InvalidFile) as refused:
        validate(CaseFile, yaml_text.parse(text.replace(old, new), "case.yaml"))

    assert says in str(refused.value)
