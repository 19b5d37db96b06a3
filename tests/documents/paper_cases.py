"""Cases for the tests of the papers, all in the fictional State of Franklin: one plain case and what varies from it.

A case is written as a file, loaded, and its account built, as the commands do; the checks of whether a paper may be
made are not run here.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kit import pipeline
from kit.documents.contexts.request import Request
from kit.documents.draft import Paper, draft
from kit.facts import Facts
from kit.journal.written import as_yaml
from kit.load.document_files import find_template

LAWS = Path(__file__).parents[1] / "fixtures" / "jurisdictions"
CASES = Path(__file__).parents[1] / "cases"
AS_OF = date(2026, 11, 23)

CONTRACT, DEMAND = "contracts/services", "letters/final-demand"
GOODS, CHANGE_ORDER = "contracts/goods", "contracts/change-order"
INVOICE, STATEMENT = "statements/invoice", "statements/statement"
MONEY = (DEMAND, INVOICE, STATEMENT)
ALL = (CONTRACT, *MONEY)

CREDITOR = {
    "name": "Alder & Finch LLC",
    "kind": "llc",
    "address": {"street": "12 Mill Lane", "city": "Overton", "county": "Alder", "state": "XF", "zip": "02135"},
    "email": "accounts@alderfinch.example",
    "phone": "555-010-0100",
    "signer": {"name": "Jordan Finch", "title": "Managing member"},
    "pay_to": [{"method": "Check", "details": "payable to Alder & Finch LLC, 12 Mill Lane, Overton, XF 02135"}],
}
DEBTOR = {
    "name": "Late Paper Supply Inc.",
    "kind": "corporation",
    "address": {"street": "90 Quay Street", "city": "Overton", "county": "Alder", "state": "XF", "zip": "02136"},
    "contacts": [{"name": "Pat Moss", "email": "pat@latepaper.example"}],
}
PLAIN: dict[str, Any] = {
    "format": "1",
    "creditor": CREDITOR,
    "debtor": DEBTOR,
    "forum": "us-xf",
    "work": {"kind": "services", "text": "a new label range"},
    "agreement": {
        "title": "Label design",
        "signed_on": "2026-05-04",
        "starts_on": "2026-05-06",
        "governing_law": "us-xf",
        "scope": ["Twelve paper labels, ready for print", "One round of changes for each label"],
        "price": {"kind": "fixed", "amount": "4800.00"},
        "net_days": "30",
    },
    "invoices": [
        {"id": "INV-104", "issued_on": "2026-07-01", "lines": [{"text": "Label design", "unit_price": "4800.00"}]}
    ],
}


@dataclass(frozen=True)
class Variant:
    """What differs from the plain case, and which papers it is read in."""

    change: dict[str, Any] = field(default_factory=dict)
    documents: tuple[str, ...] = ALL
    journal: tuple[dict[str, Any], ...] = ()
    as_of: date = AS_OF
    invoice: str = ""


def merged(base: Any, change: Any) -> Any:
    """Return ``base`` with ``change`` laid over it; None takes a key away, a list replaces a list."""
    if not isinstance(base, dict) or not isinstance(change, dict):
        return change
    kept = {key: value for key, value in base.items() if change.get(key, "") is not None}
    new = {key: merged(kept.get(key), value) for key, value in change.items() if value is not None}
    return {**kept, **new}


def facts_of(variant: Variant) -> Facts:
    """Return everything known about the case of ``variant`` on its day."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "case"
        folder.mkdir()
        (folder.parent / "kit.yaml").write_text(f"jurisdictions: {yaml.safe_dump(str(LAWS))}", "utf-8")
        text = yaml.safe_dump(merged(PLAIN, variant.change), allow_unicode=True, sort_keys=False)
        (folder / "case.yaml").write_text(text, "utf-8")
        entries = [f"--- # kit\n{as_yaml({'n': n, **entry})}...\n" for n, entry in enumerate(variant.journal, 1)]
        if entries:
            (folder / "journal.yaml").write_text("".join(entries), "utf-8")
        return pipeline.gather(pipeline.load_case(folder, as_of=variant.as_of))


def made(facts: Facts, document: str, invoice: str = "", change: str = "") -> Paper:
    """Return the paper as bytes."""
    return draft(facts, Request(document, invoice=invoice, change=change), find_template(document, None))


@cache
def paper(name: str, document: str) -> Paper:
    """Return the paper of the variant ``name``; each is made once for all tests."""
    variant = VARIANTS[name]
    last = _facts(name).case.changes[-1].id if document == CHANGE_ORDER else ""
    return made(_facts(name), document, variant.invoice or _first(_facts(name)), last)


@cache
def _facts(name: str) -> Facts:
    return facts_of(VARIANTS[name])


def _first(facts: Facts) -> str:
    return facts.case.invoices[-1].id if facts.case.invoices else ""


def bill(number: str, issued: str, *amounts: str, **more: Any) -> dict[str, Any]:
    """Return an invoice with a line for each amount."""
    lines = [{"text": f"Work {n}", "unit_price": amount} for n, amount in enumerate(amounts, 1)]
    return {"id": number, "issued_on": issued, "lines": lines, **more}


def agreed(**terms: Any) -> dict[str, Any]:
    """Return a change of the agreement."""
    return {"agreement": terms}


FOUR = [
    bill("INV-101", "2026-05-01", "1200.00", "35.50"),
    bill("INV-102", "2026-06-01", "2400.00"),
    bill("INV-103", "2026-07-01", "310.25"),
    bill("INV-104", "2026-08-01", "4800.00"),
]
MANY = [
    bill(f"INV-{n}", f"2026-{n % 8 + 1:02d}-{n % 27 + 1:02d}", f"{n * 37 % 900 + 10}.{n:02d}") for n in range(1, 26)
]
PAID = [
    {"id": "P-1", "on": "2026-07-20", "amount": "1000.00", "method": "check", "invoice": "INV-101"},
    {"id": "P-2", "on": "2026-08-10", "amount": "700.00", "method": "cash"},
]
STAGES = [
    {"id": "a", "text": "Drafts approved", "amount": "1800.00"},
    {"id": "b", "text": "Print files delivered", "amount": "3000.00", "due_on": "2026-08-01"},
]
LONG = (
    "Overton Paper Label Box Carton and Board Supply Company of Franklin and of the Two Rivers and of the Valley Towns "
    * 2
)[:113] + " Inc."
HOSTILE = 'A & B <b>#read("x")</b> {{ x }} *a* $x$ _u_ \\ @r [l](m) ~ Inc.'
SITE = {"street": "4 Dam Road", "city": "Overton", "county": "Alder", "state": "XF", "zip": "02137"}
GUARANTOR = {
    "name": "Robin Vale",
    "kind": "individual",
    "spouse": "Sam Vale",
    "address": {"street": "7 Elm Court", "city": "Overton", "state": "XF", "zip": "02138"},
}
PERSON = {"debtor": {**DEBTOR, "name": "Jo Reed", "kind": "individual", "contacts": []}, "purpose": "business"}
ONE_PERSON = {"creditor": {**CREDITOR, "name": "Mara Lind", "kind": "sole-proprietor", "dba": "Lind Design"}}
REAMS = [
    {"text": "Laid text, 24 lb, natural white", "quantity": "120", "unit": "reams", "unit_price": "30.86"},
    {"text": "Cover stock, 80 lb", "quantity": "18", "unit": "cartons", "unit_price": "61.40"},
]
PRICE_LIST = [{key: value for key, value in item.items() if key != "quantity"} for item in REAMS]
SOLD = {
    "items": REAMS,
    "delivery_term": "shipment",
    "deliver_within_days": "14",
    "retain_title": "yes",
    "warranty_days": "90",
    "disclaim_warranties": "yes",
    "limit_liability": "yes",
}
CHANGED = (CHANGE_ORDER,)
MORE = {
    "id": "CO-1",
    "on": "2026-07-30",
    "why": "Client asked for two more labels and dropped the outer box",
    "added": [
        {"text": "Two more paper labels, ready for print", "quantity": "2", "unit_price": "350.00"},
        {"text": "Third round of changes", "quantity": "3.5", "unit": "hours", "unit_price": "95.00"},
    ],
    "left_out": [{"text": "Outer box", "unit_price": "240.00"}],
    "more_days": "10",
    "signed_on": "2026-07-31",
}
LESS = {
    "id": "CO-2",
    "on": "2026-08-10",
    "why": "The printer needs another format",
    "price_change": "-120.50",
    "added": [{"text": "Files for the other press", "quantity": "3"}],
    "left_out": [{"text": "Proof prints"}],
    "ends_on": "2026-10-01",
}
FEW_YEN = [{"text": "Two more labels", "quantity": "2", "unit_price": "1500"}]
FETCHED = {"delivery_term": "pickup", "deliver_within_days": "0", "confirm_within_days": "0", "freight": "charged"}
FEES = {"clause": "yes", "reciprocal": "no"}

VARIANTS: dict[str, Variant] = {
    "plain": Variant(),
    "hourly": Variant(
        agreed(
            price={"kind": "hourly", "rate": "95.00", "estimate_hours": "40", "not_above": "4500.00", "amount": None}
        ),
        (CONTRACT,),
    ),
    "hourly-bare": Variant(
        agreed(price={"kind": "hourly", "rate": "62.505", "billed_every": "fortnight", "amount": None}), (CONTRACT,)
    ),
    "hourly-deposit": Variant(
        agreed(
            price={
                "kind": "hourly",
                "rate": "95.00",
                "not_above": "4500.00",
                "deposit": {"percent": "20"},
                "amount": None,
            }
        ),
        (CONTRACT,),
    ),
    "milestones": Variant(agreed(price={"kind": "milestones", "stages": STAGES, "amount": None}), (CONTRACT,)),
    "milestones-deposit": Variant(
        agreed(price={"kind": "milestones", "stages": STAGES, "deposit": {"amount": "900.00"}, "amount": None}),
        (CONTRACT,),
    ),
    "milestones-percent": Variant(
        agreed(price={"kind": "milestones", "stages": STAGES, "deposit": {"percent": "25"}, "amount": None}),
        (CONTRACT,),
    ),
    "recurring": Variant(
        agreed(price={"kind": "recurring", "amount": "850.00", "every": "quarter", "starts_on": "2026-06-01"}),
        (CONTRACT,),
    ),
    "deposit-amount": Variant(agreed(price={"deposit": {"amount": "1500.00"}}), (CONTRACT,)),
    "deposit-percent": Variant(agreed(price={"deposit": {"percent": "30"}}), (CONTRACT,)),
    "goods": Variant(
        {
            "work": {"kind": "goods", "text": "laid paper", "place": SITE},
            **agreed(scope=["Forty reams"], kind="sale-of-goods"),
        },
        (GOODS, *MONEY),
    ),
    "goods-orders": Variant(
        {
            "work": {"kind": "goods", "text": "printing paper"},
            **agreed(scope=None, price={"kind": "recurring", "amount": "4000.00"}),
        },
        (GOODS,),
    ),
    "goods-listed": Variant(
        {
            "work": {"kind": "goods", "text": None},
            **agreed(scope=None, starts_on=None, price={"amount": "4808.40", "deposit": {"percent": "25"}}, goods=SOLD),
        },
        (GOODS,),
    ),
    "goods-at-their-prices": Variant(
        {
            "work": {"kind": "goods", "text": "laid paper"},
            **agreed(scope=None, price=None, goods={"items": REAMS, "place": "Dock B, 90 Quay Street"}),
        },
        (GOODS,),
    ),
    "goods-price-list": Variant(
        {
            "work": {"kind": "goods", "text": "laid paper"},
            **agreed(price=None, signed_on=None, goods={**FETCHED, "items": PRICE_LIST}),
        },
        (GOODS,),
    ),
    "goods-shipped": Variant(
        {
            "work": {"kind": "goods", "text": "laid paper"},
            **agreed(
                starts_on=None,
                ends_on="2026-09-30",
                goods={"delivery_term": "shipment", "retain_title": "yes", "inspection_days": "21"},
                late_fee={"percent_a_month": "1"},
                suspension_after_days="0",
            ),
        },
        (GOODS,),
    ),
    "goods-stages": Variant(
        {
            "work": {"kind": "goods", "text": "a press"},
            **agreed(price={"kind": "milestones", "stages": STAGES, "amount": None}, goods={"freight": "charged"}),
        },
        (GOODS,),
    ),
    "goods-everything": Variant(
        {
            "work": {"kind": "goods", "text": "printing paper"},
            "creditor": {"disputes_to": SITE},
            "guarantors": [GUARANTOR],
            **agreed(
                price={"kind": "recurring", "amount": "4000.00", "notice_days": "60"},
                goods={**SOLD, "items": PRICE_LIST},
                late_fee={"percent_a_month": "1"},
                delay_cost_estimate="A late payment costs us the bank's 9% a year.",
                returned_check_fee="25.00",
                attorney_fees=FEES,
                suspension_after_days="10",
                guaranty={"guarantor": "Robin Vale"},
                conditions={"mediation": "yes"},
            ),
        },
        (GOODS,),
    ),
    "construction": Variant({"work": {"kind": "construction", "text": "a fence", "place": SITE}}),
    "construction-away": Variant(
        {"work": {"kind": "construction", "text": "a fence", "place": {**SITE, "state": "XG"}}}, (CONTRACT,)
    ),
    "consumer": Variant({**PERSON, "purpose": "consumer", "agreement": {"attorney_fees": FEES}}),
    "person": Variant(PERSON),
    "guaranty": Variant(
        {"guarantors": [GUARANTOR], **agreed(guaranty={"guarantor": "Robin Vale", "limit": "10000"})}, (CONTRACT,)
    ),
    "guaranty-company": Variant(
        {
            "guarantors": [{"name": "Vale Holdings LLC", "kind": "llc"}],
            **agreed(guaranty={"guarantor": "Vale Holdings LLC"}),
        },
        (CONTRACT,),
    ),
    "freelancer": Variant(ONE_PERSON),
    "late-flat": Variant(agreed(late_fee={"flat": "25.00", "grace_days": "5", "source": "section 5"})),
    "late-once": Variant(
        agreed(
            late_fee={"percent": "5", "cap_amount": "150.00"},
            delay_cost_estimate="each reminder takes an hour of bookkeeping",
        )
    ),
    "late-started": Variant(agreed(late_fee={"percent_a_month": "1.5", "month": "started", "cap_percent": "10"})),
    "late-completed": Variant(agreed(late_fee={"percent_a_month": "1", "month": "completed", "grace_days": "1"})),
    "interest": Variant(
        {"invoices": FOUR, "payments": PAID, **agreed(interest={"percent_a_year": "10", "source": "section 6"})}
    ),
    "interest-grace": Variant(agreed(interest={"percent_a_year": "10", "from": "after_grace", "grace_days": "10"})),
    "interest-forgiven": Variant(agreed(interest={"percent_a_year": "9.5", "grace_days": "7"})),
    "interest-360": Variant(agreed(interest={"percent_a_year": "10", "day_count": "actual/360"})),
    "interest-compound": Variant(
        agreed(interest={"percent_a_year": "10", "compounding": "monthly", "day_count": "30/360"})
    ),
    "interest-changes": Variant(
        agreed(interest={"percent_a_year": "10", "changes": [{"from": "2026-09-01", "percent_a_year": "8"}]})
    ),
    "interest-demand": Variant(agreed(interest={"percent_a_year": "10", "from": "demand"})),
    "both-charges": Variant(
        agreed(interest={"percent_a_year": "6"}, late_fee={"flat": "40.00"}, interest_and_late_fee_together="yes")
    ),
    "oral": Variant(agreed(kind="oral", title=None, signed_on=None)),
    "account": Variant({"invoices": FOUR, **agreed(kind="open-account", title=None)}),
    "agreed-account": Variant(agreed(kind="account-stated", title=None)),
    "four": Variant({"invoices": FOUR, "payments": PAID}),
    "many": Variant({"invoices": MANY}),
    "many-interest": Variant({"invoices": MANY, **agreed(signed_on="2025-12-01", interest={"percent_a_year": "10"})}),
    "instalments": Variant(
        {
            "invoices": [
                bill(
                    "INV-104",
                    "2026-07-01",
                    "3000.00",
                    instalments=[{"due_on": f"2026-{m}-01", "amount": "1000.00"} for m in ("09", "11", "12")],
                )
            ]
        }
    ),
    "one-instalment": Variant(
        {
            "invoices": [
                bill(
                    "INV-104",
                    "2026-07-01",
                    "3000.00",
                    instalments=[
                        {"due_on": "2026-11-01", "amount": "1000.00"},
                        {"due_on": "2026-12-01", "amount": "2000.00"},
                    ],
                )
            ]
        }
    ),
    "not-yet-due": Variant({"invoices": [*FOUR, bill("INV-105", "2026-11-10", "99.00")]}),
    "disputed-line": Variant(
        {"invoices": FOUR, **agreed(signed_on="2026-04-04", late_fee={"percent_a_month": "1"})},
        MONEY,
        ({"on": "2026-08-02", "event": "disputed", "invoice": "INV-101", "lines": ["2"]},),
        invoice="INV-101",
    ),
    "disputed-whole": Variant(
        {"invoices": FOUR}, MONEY, ({"on": "2026-08-02", "event": "disputed", "invoice": "INV-102"},)
    ),
    "disputed-two": Variant(
        {"invoices": FOUR},
        MONEY,
        (
            {"on": "2026-08-02", "event": "disputed", "invoice": "INV-102"},
            {"on": "2026-08-02", "event": "disputed", "invoice": "INV-104", "amount": "100.00"},
        ),
    ),
    "lawyer": Variant(
        {"debtor": {**DEBTOR, "lawyer": {"name": "Kim Song", "firm": "Song & Lee", "email": "kim@songlee.example"}}},
        MONEY,
    ),
    "yen": Variant(
        {
            "currency": "JPY",
            "invoices": [bill("INV-104", "2026-07-01", "480000", "12500")],
            **agreed(price={"amount": "480000"}, interest={"percent_a_year": "8"}, late_fee=None),
        }
    ),
    "bounced": Variant(
        {
            "invoices": FOUR,
            "payments": [
                *PAID,
                {"id": "P-3", "on": "2026-09-01", "amount": "500.00", "method": "check", "bounced_on": "2026-09-06"},
            ],
            **agreed(returned_check_fee="30.00"),
        }
    ),
    "credits": Variant(
        {
            "invoices": FOUR,
            "credits": [
                {
                    "id": "C-1",
                    "on": "2026-08-05",
                    "invoice": "INV-104",
                    "amount": "300.00",
                    "reason": "two labels left out",
                },
                {"id": "C-2", "on": "2026-08-06", "invoice": "INV-104", "amount": "1.00"},
            ],
        },
        MONEY,
    ),
    "overpaid": Variant(
        {"invoices": FOUR, "payments": [{"id": "P-1", "on": "2026-09-01", "amount": "9000.00", "method": "transfer"}]},
        (INVOICE, STATEMENT),
    ),
    "money-held": Variant(
        {"invoices": FOUR, "payments": [{"id": "P-1", "on": "2026-05-10", "amount": "9000.00"}]},
        (STATEMENT,),
        ({"on": "2026-05-02", "event": "disputed", "invoice": "INV-104"},),
    ),
    "costs": Variant(
        {
            "costs": [
                {
                    "id": "K-1",
                    "on": "2026-10-01",
                    "amount": "50.00",
                    "text": "Filing fee",
                    "kind": "filing",
                    "claimable": "yes",
                    "source": "section 8",
                },
                {"id": "K-2", "on": "2026-10-02", "amount": "9.10", "text": "Certified mail", "claimable": "no"},
            ]
        },
        MONEY,
    ),
    "waived": Variant(
        agreed(interest={"percent_a_year": "10"}),
        MONEY,
        ({"on": "2026-10-01", "event": "waived", "bucket": "interest"},),
    ),
    "tax": Variant(
        {
            "invoices": [
                {
                    "id": "INV-104",
                    "issued_on": "2026-07-01",
                    "purchase_order": "PO-7",
                    "delivered_on": "2026-06-30",
                    "lines": [
                        {"text": "Design", "quantity": "12.5", "unit": "hours", "unit_price": "95.00"},
                        {
                            "text": "Paper",
                            "quantity": "40",
                            "unit": "reams",
                            "unit_price": "18.125",
                            "tax_percent": "8.25",
                        },
                        {"text": "Ink", "unit_price": "60.00", "tax_percent": "6"},
                    ],
                }
            ]
        }
    ),
    "long-names": Variant({"creditor": {**CREDITOR, "name": LONG}, "debtor": {**DEBTOR, "name": LONG[::-1]}}),
    "hostile-names": Variant(
        {
            "creditor": {**CREDITOR, "name": HOSTILE},
            "debtor": {**DEBTOR, "name": HOSTILE, "contacts": [{"name": HOSTILE}]},
            "agreement": {"title": HOSTILE, "scope": [HOSTILE]},
            "work": {"text": HOSTILE},
        }
    ),
    "foreign-names": Variant(
        {
            "creditor": {**CREDITOR, "name": "Łódź Żółć Spółka LLC"},
            "debtor": {**DEBTOR, "name": "Χαρτί Ελλάς Inc.", "contacts": [{"name": "Zoë Łukasiewicz"}]},
        }
    ),
    "abroad": Variant({"debtor": {**DEBTOR, "address": {**DEBTOR["address"], "country": "Canada"}}}),
    "bare": Variant(
        {
            "creditor": {"phone": None, "email": None, "signer": None, "pay_to": None, "website": None},
            "debtor": {"contacts": None},
            "work": {"text": None},
            **agreed(title=None, signed_on=None, starts_on=None),
        }
    ),
    "no-scope": Variant(agreed(scope=None, ends_on="2026-09-30", starts_on=None)),
    "deliverables": Variant(
        {
            "work": {"text": None},
            **agreed(scope=None, deliverables=["Print files", "A style guide"], ends_on="2026-09-30"),
        },
        (CONTRACT,),
    ),
    "conditions": Variant(agreed(conditions={"notice_and_cure_days": "21", "mediation": "yes", "arbitration": "yes"})),
    "arbitration": Variant(agreed(conditions={"arbitration": "yes", "small_claims_carved_out": "no"})),
    "everything": Variant(
        {
            "creditor": {**ONE_PERSON["creditor"], "disputes_to": SITE, "website": "alderfinch.example"},
            "guarantors": [GUARANTOR],
            **agreed(
                late_fee={"percent_a_month": "1"},
                interest={"percent_a_year": "5"},
                interest_and_late_fee_together="yes",
                delay_cost_estimate="A late payment costs us the bank's 9% a year.",
                returned_check_fee="60.00",
                attorney_fees=FEES,
                suspension_after_days="10",
                guaranty={"guarantor": "Robin Vale"},
                application_order=["costs", "fees", "interest", "principal"],
                conditions={"mediation": "yes"},
                deliverables=["Print files"],
            ),
        }
    ),
    "decided": Variant(
        {"legal_action": {"decided_on": "2026-11-20", "not_before": "2027-01-04"}, **ONE_PERSON}, (DEMAND,)
    ),
    "expired": Variant(
        {"invoices": [bill("INV-104", "2018-07-01", "4800.00")], **agreed(signed_on="2018-05-04", starts_on=None)},
        MONEY,
    ),
}
VARIANTS |= {
    "change": Variant({"changes": [MORE], **agreed(ends_on="2026-09-10", late_fee={"percent_a_month": "1"})}, CHANGED),
    "change-after-another": Variant({"changes": [MORE, LESS], **agreed(ends_on="2026-09-10")}, CHANGED),
    "change-of-hours": Variant(
        {
            "changes": [{**MORE, "signed_on": None}],
            **agreed(title=None, price={"kind": "hourly", "rate": "95.00", "not_above": "4500.00", "amount": None}),
        },
        CHANGED,
    ),
    "change-of-a-retainer": Variant(
        {
            **PERSON,
            "changes": [{**LESS, "ends_on": None}],
            **agreed(price={"kind": "recurring", "amount": "850.00"}, signed_on=None),
        },
        CHANGED,
    ),
    "change-of-dates": Variant(
        {"changes": [{"id": "CO-1", "on": "2026-06-01", "why": "The paper came late.", "more_days": "1"}]}, CHANGED
    ),
    "change-of-goods": Variant(
        {
            "work": {"kind": "goods"},
            "changes": [{"id": "CO-1", "on": "2026-06-01", "why": "a larger run", "added": [REAMS[0]]}],
            **agreed(price=None, goods={"items": REAMS}, interest={"percent_a_year": "10"}),
        },
        CHANGED,
    ),
    "change-in-yen": Variant(
        {"currency": "JPY", "changes": [{**MORE, "added": FEW_YEN}], **agreed(price={"amount": "480000"})}, CHANGED
    ),
}
PAPERS = [(name, document) for name, variant in VARIANTS.items() for document in variant.documents]
