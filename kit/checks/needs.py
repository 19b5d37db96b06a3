"""What each command must find in a case, and what to write where it does not.

Only what a command needs must be present: a contract needs no invoices, a
letter no scope. The table is the whole rule; a new command adds its rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kit.findings import Finding, Place, note, stop
from kit.model.case import Case, WorkKind
from kit.model.client import CREDIT_APPLICATION
from kit.model.document_ids import CHANGE_ORDER, CONTRACT, GOODS

CODE = "K180"

COMMANDS = {  # document or command: what the user types
    "contract": "kit contract",
    "change": "kit contract --change",
    "invoice": "kit invoice",
    "statement": "kit statement",
    "letter": "kit letter",
    "ledger": "kit ledger",
    "packet": "kit packet",
}
_PAPERS = ("contract", "change", "invoice", "statement", "letter", "packet")
_ACCOUNTS = ("invoice", "statement", "letter", "ledger", "packet")
_OWED = ("statement", "letter", "ledger", "packet")

OUTLINES = ("internal/filing-checklist", "internal/hearing-outline")  # made with a packet, for the house alone

Loc = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Need:
    """One thing to find in a case: how it is called, who wants it, where it is absent, what to write."""

    name: str
    wanted_by: tuple[str, ...]
    absent: Callable[[Case], Iterator[tuple[Loc, str]]]  # the place, and the name where it differs
    fix: str


def _no(*loc: str) -> Callable[[Case], Iterator[tuple[Loc, str]]]:
    """Find the thing at ``loc`` absent; silent where what should hold it is absent itself."""

    def absent(case: Case) -> Iterator[tuple[Loc, str]]:
        here: object = case
        for step in loc[:-1]:
            here = getattr(here, step, None)
        if here is not None and getattr(here, loc[-1]) in (None, ()):
            yield loc, ""

    return absent


def _no_work(case: Case) -> Iterator[tuple[Loc, str]]:
    agreed = case.agreement
    if not case.work.text and not agreed.scope and not agreed.deliverables and not _goods(case):
        yield ("agreement", "scope"), ""


def _no_price(case: Case) -> Iterator[tuple[Loc, str]]:
    if case.agreement.price is None and not _goods(case):
        yield ("agreement", "price"), ""


def _goods(case: Case) -> bool:
    """Whether the goods sold are listed, each with its price."""
    return case.work.kind is WorkKind.GOODS and bool(case.agreement.goods.items)


def _no_due_day(case: Case) -> Iterator[tuple[Loc, str]]:
    for index, invoice in enumerate(case.invoices):
        if case.due_on(invoice) is None and not invoice.instalments:
            yield ("invoices", index), f"the due date of {invoice.id}"


def _no_guarantor(case: Case) -> Iterator[tuple[Loc, str]]:
    guaranty = case.agreement.guaranty
    if guaranty and guaranty.guarantor not in {guarantor.name for guarantor in case.guarantors}:
        yield ("agreement", "guaranty", "guarantor"), f"`{guaranty.guarantor}` under `guarantors`"


NEEDS = (
    Need(
        "creditor", _PAPERS, _no("creditor"), "Add `creditor:` to kit.yaml or to the case, with name, kind and address."
    ),
    Need("creditor.address", _PAPERS, _no("creditor", "address"), "Add `address:` under `creditor`."),
    Need(
        "debtor.address",
        _PAPERS,
        _no("debtor", "address"),
        "Add `address: {street: .., city: .., state: .., zip: ..}`.",
    ),
    Need(
        "agreement.price",
        ("contract",),
        _no_price,
        "Add `price:` with `kind: fixed, hourly, milestones` or `recurring`.",
    ),
    Need(
        "agreement.scope",
        ("contract",),
        _no_work,
        "List the work under `scope:`, or say it in one line as `work: {text: ..}`.",
    ),
    Need(
        "agreement.net_days",
        ("contract",),
        _no("agreement", "net_days"),
        "Add `net_days:`, the days an invoice has to be paid.",
    ),
    Need(
        "changes",
        ("change",),
        _no("changes"),
        "Add the change under `changes:` with id, on, why, and what is `added:` or `left_out:`.",
    ),
    Need("guarantors", ("contract",), _no_guarantor, "Add the guarantor's name, kind and address under `guarantors:`."),
    Need(
        "invoices",
        _ACCOUNTS,
        _no("invoices"),
        "Add the invoice under `invoices:` with id, issued_on, due_on and lines.",
    ),
    Need("due date", _OWED, _no_due_day, "Add `due_on:` to the invoice, or `net_days:` under `agreement`."),
)


def needs(wanted: str, case: Case) -> tuple[Finding, ...]:
    """Return a stop for each thing that the command or document ``wanted`` misses in ``case``."""
    family, _, last = wanted.rpartition("/")
    families = {"contracts": "contract", "letters": "letter", "court": "packet"}
    name = "change" if wanted == CHANGE_ORDER else "packet" if wanted in OUTLINES else families.get(family, last)
    if wanted == CREDIT_APPLICATION:
        return ()  # what is not known of the applicant stays a line to fill in
    missed = (
        stop(CODE, f"{missing} is missing; `{COMMANDS[name]}` needs it", place, fix=need.fix)
        for need in NEEDS
        if name in need.wanted_by
        for missing, place in _found(need, case)
    )
    return (*_form(wanted, case), *missed)


def _form(wanted: str, case: Case) -> Iterator[Finding]:
    """Refuse a contract that was written for another kind of supply."""
    goods = case.work.kind is WorkKind.GOODS
    if (wanted == GOODS and not goods) or (wanted == CONTRACT and goods):
        what = "a sale of goods" if wanted == GOODS else "work"
        message = f"{wanted} is a contract about {what}; this case is about {case.work.kind}"
        fix = "Use `kit contract`, which takes the fitting one, or correct `kind:` under `work`."
        yield stop("K189", message, case.place("work"), fix=fix, overridable=True)


def wishes(case: Case) -> tuple[Finding, ...]:
    """Return a note for each thing that some command would miss, naming every such command."""
    return tuple(
        note(CODE, f"{missing} is missing; {_listed(names)} it", place, fix=need.fix)
        for need in NEEDS
        if (names := tuple(name for name in need.wanted_by if _asked(name, case)))
        if not (case.invoices and names == ("contract",))  # the work is done; no contract comes before it
        for missing, place in _found(need, case)
    )


def _asked(name: str, case: Case) -> bool:
    """Whether a command is worth a wish; what a packet needs, a letter before it needs as well."""
    return name != "packet" and (name != "change" or bool(case.changes))


def _found(need: Need, case: Case) -> Iterator[tuple[str, Place | None]]:
    for loc, name in need.absent(case):
        yield name or f"`{need.name}`", case.place(*loc)


def _listed(names: tuple[str, ...]) -> str:
    typed = [f"`{COMMANDS[name]}`" for name in names]
    if len(typed) == 1:
        return f"{typed[0]} needs"
    return f"{', '.join(typed[:-1])} and {typed[-1]} need"
