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
CHANGE = "changes: [{id: CO-1, on: 2024-01-02, why: more, added: [{text: a, unit_price: 5}]}]\n"
FULL = f"{HEAD}, {ADDRESS}}}\n{CREDITOR}{AGREED}{INVOICE}{CHANGE}"


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
        ("letter", ["`creditor`", "`debtor.address`", "`invoices`"]),
        ("ledger", ["`invoices`"]),
        ("change", ["`creditor`", "`debtor.address`", "`changes`"]),
    ],
)
def test_an_empty_case(wanted, expected):
    """A contract needs no invoices, a letter no scope, an account no address."""
    assert missing(wanted, f"{HEAD}}}\n") == expected


@pytest.mark.parametrize(
    "document",
    ["contracts/services", "contracts/goods", "contracts/change-order", "statements/invoice", "letters/final-demand"],
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
    assert "`invoices` is missing; `kit invoice`, `kit statement`, `kit letter` and `kit ledger` need it" in found


def test_goods_listed_with_their_prices_are_enough():
    """A sale needs neither a price nor a description beside its list of goods; work has no such list."""
    listed = "agreement: {net_days: 30, goods: {items: [{text: paper, unit_price: 5}]}}\n"
    text = FULL.replace(AGREED, f"work: goods\n{listed}")

    assert missing("contracts/goods", text) == []
    assert missing("contract", text.replace("work: goods\n", "")) == ["`agreement.price`", "`agreement.scope`"]


@pytest.mark.parametrize(
    ("document", "work", "fits"),
    [
        ("contracts/goods", "goods", True),
        ("contracts/goods", "services", False),
        ("contracts/goods", "construction", False),
        ("contracts/services", "goods", False),
        ("contracts/services", "construction", True),
        ("contracts/change-order", "goods", True),
    ],
)
def test_a_contract_fits_what_is_supplied(document, work, fits):
    """A sale is not signed on a contract for work, nor the other way round, unless the user gives a reason."""
    found = [one for one in needs(document, case(FULL.replace("work: {", f"work: {{kind: {work}, "))) if one.stops]

    assert [(one.code, one.overridable) for one in found] == ([] if fits else [("K189", True)])


def test_a_change_order_is_only_missed_where_there_are_changes():
    """`kit check` does not name the change order's command in a case without changes."""
    told = [finding.message for finding in wishes(case(f"{HEAD}}}\n"))]

    assert not [message for message in told if "--change" in message]
    assert any("--change" in one.message for one in wishes(case(f"{HEAD}}}\n{CHANGE}")))


def test_every_need_is_some_commands():
    """No row of the table is wanted by nobody."""
    assert all(need.wanted_by and set(need.wanted_by) <= COMMANDS.keys() for need in NEEDS)
