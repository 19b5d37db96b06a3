"""Only what a command needs must be present, and each missing thing names the command that wants it."""

from __future__ import annotations

import pytest

from kit.checks.needs import COMMANDS, NEEDS, needs, wishes
from kit.findings import Severity
from kit.load import yaml_text
from kit.load.validation import validate
from kit.model.case import Case

HEAD = "format: 1\ndebtor: {name: A LLC, kind: llc"
ADDRESS = "address: {street: 1 A St, city: Overton, state: XF, zip: 02135}"
CREDITOR = f"creditor: {{name: B LLC, kind: llc, {ADDRESS}}}\n"
INVOICE = "invoices: [{id: INV-1, issued_on: 2024-01-02, lines: [{text: a, unit_price: 5}]}]\n"
AGREED = "work: {text: paper}\nagreement: {net_days: 30, price: {kind: fixed, amount: 5}}\n"
FULL = f"{HEAD}, {ADDRESS}}}\n{CREDITOR}{AGREED}{INVOICE}"


def case(text):
    """Return the case in ``text``, knowing where its facts stand."""
    tree = yaml_text.parse(text, "case.yaml")
    return validate(Case, tree).at(tree.place, {})


def missing(wanted, text):
    """Return what ``wanted`` misses in the case in ``text``."""
    return [finding.message.split(" is missing")[0] for finding in needs(wanted, case(text))]


@pytest.mark.parametrize("wanted", COMMANDS)
def test_a_full_case_lacks_nothing(wanted):
    """A case with every needed thing satisfies every command."""
    assert missing(wanted, FULL) == []


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (
            "contract",
            ["`creditor`", "`debtor.address`", "`agreement.price`", "`agreement.scope`", "`agreement.net_days`"],
        ),
        ("invoice", ["`creditor`", "`debtor.address`", "`invoices`"]),
        ("statement", ["`creditor`", "`debtor.address`", "`invoices`"]),
        ("final-demand", ["`creditor`", "`debtor.address`", "`invoices`"]),
        ("ledger", ["`invoices`"]),
    ],
)
def test_an_empty_case(wanted, expected):
    """A contract needs no invoices, a letter no scope, an account no address."""
    assert missing(wanted, f"{HEAD}}}\n") == expected


@pytest.mark.parametrize(
    "document", ["contracts/services", "statements/invoice", "statements/statement", "letters/final-demand"]
)
def test_documents_go_by_their_own_names(document):
    """A paper's needs are known by the name of its folder."""
    assert "`debtor.address`" in missing(document, f"{HEAD}}}\n")


def test_each_finding_names_command_place_and_remedy():
    """The sentence says who wants it, the place where it belongs, the fix what to write."""
    found = next(finding for finding in needs("contract", case(f"{HEAD}}}\n")) if "debtor" in finding.message)

    assert found.message == "`debtor.address` is missing; `kit contract` needs it"
    assert found.severity is Severity.STOP
    assert found.place.line == 2
    assert "address:" in found.fix


def test_an_invoice_without_a_due_day():
    """No due day from the invoice or the agreement: what counts lateness asks for it, at the invoice."""
    text = FULL.replace("net_days: 30, ", "")

    assert missing("ledger", text) == ["the due date of INV-1"]
    assert missing("invoice", text) == []


def test_a_guarantor_must_be_described():
    """A guaranty names somebody; the contract needs that somebody's particulars."""
    text = FULL.replace("net_days: 30", "net_days: 30, guaranty: {guarantor: Pat Moss}")

    assert missing("contract", text) == ["`Pat Moss` under `guarantors`"]


def test_wishes_name_every_command():
    """`kit check` says once what several commands would miss, as a note."""
    found = {finding.message: finding.severity for finding in wishes(case(f"{HEAD}}}\n"))}

    assert found["`agreement.price` is missing; `kit contract` needs it"] is Severity.NOTE
    assert (
        "`invoices` is missing; "
        "`kit invoice`, `kit statement`, `kit letter --step final-demand` and `kit ledger` need it" in found
    )


def test_every_need_is_some_commands():
    """No row of the table is wanted by nobody."""
    assert all(need.wanted_by and set(need.wanted_by) <= COMMANDS.keys() for need in NEEDS)
