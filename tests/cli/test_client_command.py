"""`kit client`, as a user types it."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from kit.cli import main

DAY = ["--as-of", "2026-06-01"]
CHECKED = """\
client_check:
  on: 2026-05-20
  registry: {answer: found, source: "file 20-118"}
  good_standing: yes
  references:
    - {name: Vale Ink LLC, phone: 555-0190, answer: on_time}
  suits: {answer: over_bills, remark: three in two years}
  red_flags: []
credit_application: {amount: 5000, owners: [{name: Lee Marsh, title: President}]}
"""


@pytest.fixture
def run(case, monkeypatch):
    """Return a function that types a `kit` command in the workspace."""
    monkeypatch.chdir(case.parent)

    def typed(*words):
        return CliRunner().invoke(main, list(words))

    return typed


def write(case, text):
    """Add to the case file."""
    file = case / "case.yaml"
    file.write_text(file.read_text("utf-8") + text, "utf-8")


@pytest.mark.parametrize(
    ("words", "stem", "kind"),
    [
        pytest.param([], "client-check", "internal/client-check", id="check"),
        pytest.param(["--application"], "credit-application", "contracts/credit-application", id="application"),
    ],
)
def test_it_makes_the_paper(run, case, words, stem, kind):
    """A docx and a PDF are there, named in the output and in the record."""
    write(case, CHECKED)
    result = run("client", "acme", *words, *DAY, "--format", "json")
    told = json.loads(result.output)

    assert result.exit_code == 0, result.output
    assert told["document"] == kind
    for ending in (".docx", ".pdf"):
        assert (case / "out" / f"2026-06-01-{stem}{ending}").stat().st_size > 5000


def test_the_same_again_makes_nothing_new(run):
    """Nothing is made twice from the same facts."""
    run("client", "acme", *DAY)
    result = run("client", "acme", *DAY)

    assert result.exit_code == 0
    assert "made before from the same facts" in result.output


def test_a_new_answer_makes_a_new_check(run, case):
    """With more looked at, the check is made anew; the old one stays, and was never to be sent."""
    run("client", "acme", *DAY)
    write(case, CHECKED)
    result = run("client", "acme", *DAY)

    assert "Do not send" not in result.output
    assert (case / "out" / "2026-06-01-client-check-2.pdf").is_file()


def test_it_needs_no_more_than_a_name(run, case):
    """Before any work there is no price, no invoice, no address; the papers are made all the same."""
    (case / "case.yaml").write_text("format: 1\ndebtor: {name: Late Paper Supply Inc., kind: corporation}\n", "utf-8")

    for words in ([], ["--application"]):
        result = run("client", "acme", *words, *DAY)
        assert result.exit_code == 0, result.output


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("client_check: {registry: fuond}", "Did you mean `found`?"),
        ("client_check: {judgements: none}", "Did you mean `judgments`?"),
        ("client_check: {race: unknown}", "`client_check.race` is not a key that is read here"),
        ("client_check: {suits: {answer: none, on: yesterday}}", "yesterday"),
        ("client_check: {payer: {phone: 555-0102}}", "somebody is said to be named, and no name is given"),
        ("client_check: {payer: {name: Pat, email: pat}}", "`pat` is not an email address"),
        ("client_check: {red_flags: [other]}", "a red flag is `other` and does not say what it is"),
        ("client_check: {red_flags: rush}", "red_flags"),
        ("client_check: {references: [{answer: on_time}]}", "name"),
        (f"client_check: {{references: [{', '.join(['{name: A}'] * 6)}]}}", "references"),
        ("client_check: found", "client_check"),
        ("credit_application: {amount: a lot}", "a lot"),
        ("credit_application: {ssn: 078-05-1120}", "`credit_application.ssn` is not a key that is read here"),
    ],
)
def test_a_slip_is_answered_in_its_place(run, case, text, said):
    """A wrong word is answered with its line and what to write, never with a traceback."""
    write(case, text + "\n")
    result = run("client", "acme", *DAY)

    assert result.exit_code == 1
    assert result.stderr.startswith("acme/case.yaml:") or result.stderr.startswith("acme\\case.yaml:")
    assert said in result.stderr
    assert "Traceback" not in result.output


def test_a_consumer_gets_no_application(run, case):
    """Consumer credit needs another form, and the user is told."""
    file = case / "case.yaml"
    file.write_text(
        file.read_text("utf-8")
        .replace("purpose: business", "purpose: consumer")
        .replace("kind: corporation", "kind: individual"),
        "utf-8",
    )
    result = run("client", "acme", "--application", *DAY)

    assert result.exit_code == 1
    assert "is a consumer, and this application is for business credit" in result.stderr


def test_the_record_names_the_law(run, case):
    """The record of the application holds the federal rule it prints; the check rests on no law."""
    run("client", "acme", *DAY)
    run("client", "acme", "--application", *DAY)
    check, application = (
        (case / "out" / f"2026-06-01-{name}.record.yaml").read_text("utf-8")
        for name in ("client-check", "credit-application")
    )

    assert "rule:" not in check
    assert "rule: credit_refusal" in application


def test_the_schema_knows_the_keys(run):
    """Editors are told of the answers and of what each key means."""
    schema = json.loads(run("schema", "case").output)
    keys = schema["$defs"]["ClientCheck"]["properties"]

    assert "public register" in json.dumps(keys["registry"])
    assert "not_found" in json.dumps(schema)
    assert {"client_check", "credit_application"} <= set(schema["properties"])
