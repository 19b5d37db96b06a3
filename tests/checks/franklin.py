"""Cases in the fictional State of Franklin, for the tests of the checks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from kit.facts import Facts
from kit.findings import Finding
from kit.ledger.build import build_ledger
from kit.ledger.resolution import terms_of
from kit.load.jurisdiction_file import load_jurisdiction
from kit.model.case import Case
from kit.model.law import Jurisdiction

FOLDER = Path(__file__).parents[1] / "fixtures" / "jurisdictions"
FRANKLIN = load_jurisdiction("us-xf", [FOLDER])
FEDERAL = load_jurisdiction("us")
ADDRESS = {"street": "90 Quay St", "city": "Overton", "county": "Lee", "state": "XF", "zip": "02135"}
HOME = {"street": "12 Mill Lane", "city": "Overton", "county": "Lee", "state": "XF", "zip": "02134"}


def day(text: str) -> date:
    """Return the day written as 2024-02-01."""
    return date.fromisoformat(text)


def creditor(kind: str = "llc", **more) -> dict:
    """Return a creditor of Franklin."""
    name = {"llc": "Alder & Finch LLC", "corporation": "Alder Inc."}.get(kind, "Robin Alder")
    return {"name": name, "kind": kind, "organized_in": "XF", "good_standing": "yes", "address": HOME, **more}


def debtor(kind: str = "corporation", **more) -> dict:
    """Return a debtor in Overton."""
    name = "Pat Moss" if kind in ("individual", "sole-proprietor") else "Late Paper Supply Inc."
    return {"name": name, "kind": kind, "address": ADDRESS, **more}


def invoice(
    number: str = "INV-1", amount: str = "1000", issued: str = "2026-01-02", due: str = "2026-02-01", **more
) -> dict:
    """Return an invoice with one line."""
    return {"id": number, "issued_on": issued, "due_on": due, "lines": [{"text": "work", "unit_price": amount}], **more}


def case_of(**facts) -> Case:
    """Return a case in Franklin, written as in case.yaml."""
    file = {"format": "1", "creditor": creditor(), "debtor": debtor(), "forum": "us-xf", "invoices": [invoice()]}
    agreement = {"governing_law": "us-xf", "signed_on": "2025-05-01", "net_days": "30", **facts.pop("agreement", {})}
    return Case.model_validate({**file, "agreement": agreement, **facts})


def facts_of(as_of: str, law: Jurisdiction | None = FRANKLIN, forum: Jurisdiction | None = FRANKLIN, **facts) -> Facts:
    """Return everything known about a case in Franklin on a day."""
    case, on = case_of(**facts), day(as_of)
    terms, doubts = terms_of(case, law, on)
    ledger = build_ledger(case, terms, on)
    return Facts(case, on, law, forum, FEDERAL, terms, ledger, (*doubts, *ledger.findings), terms.used)


def codes(findings: Iterable[Finding]) -> list[str]:
    """Return the codes, sorted, doubts about the law left out."""
    return sorted(one.code for one in findings if one.code not in ("K220", "K221"))


def the(code: str, findings: Iterable[Finding]) -> Finding:
    """Return the only finding with a code."""
    (found,) = [one for one in findings if one.code == code]
    return found
