"""Clients before any work is agreed: nothing known, half of it, all of it good, all of it bad; a firm, a person."""

from __future__ import annotations

from typing import Any

from paper_cases import CREDITOR, DEBTOR, GUARANTOR, HOSTILE, LONG, PERSON, Variant, agreed, merged

CHECK, APPLICATION = "internal/client-check", "contracts/credit-application"
BEFORE: dict[str, Any] = {"agreement": None, "invoices": None, "work": None, "forum": None}

WELL: dict[str, Any] = {
    "on": "2026-11-10",
    "by": "Robin Alder",
    "registry": {"answer": "found", "source": "Franklin Secretary of State, file 20-118"},
    "good_standing": "yes",
    "address": {"answer": "confirmed", "source": "own visit"},
    "agent": {"answer": "named", "remark": "Franklin Agents LLC, 1 State Street"},
    "in_business": "for_years",
    "references": [
        {
            "name": "Vale Ink LLC",
            "contact": "Sam Vale",
            "phone": "555-010-0190",
            "answer": "on_time",
            "on": "2026-11-12",
        },
        {
            "name": "Overton Board",
            "phone": "555-010-0191",
            "answer": "sometimes_late",
            "on": "2026-11-13",
            "remark": "ten to twenty days late in summer",
        },
    ],
    "reviews": "good",
    "habits": "no_dealings",
    "liens": {"answer": "ordinary", "source": "UCC search", "remark": "First Franklin Bank, all assets"},
    "suits": "none",
    "judgments": "none",
    "bankruptcy": "none",
    "payer": {"name": "Pat Moss", "phone": "555-010-0171", "email": "pat@latepaper.example"},
    "approver": {"name": "Kim Reed", "email": "kim@latepaper.example"},
    "deposit": "agreed",
    "contract": "will_sign",
    "red_flags": [],
}
BADLY: dict[str, Any] = {
    **WELL,
    "judgments": {"answer": "unpaid", "source": "Alder County Court, 25-CV-1180", "remark": "$12,400 for a printer"},
    "suits": {"answer": "over_bills", "remark": "three in two years"},
    "deposit": "refused",
    "red_flags": ["rush", {"flag": "other", "remark": "Asked twice for our bank's login page", "on": "2026-11-14"}],
}
HALF: dict[str, Any] = {
    "registry": {"answer": "found", "on": "2026-11-10", "source": "Franklin Secretary of State"},
    "suits": "none",
    "payer": {"name": "Pat Moss"},
    "references": [{"name": "Vale Ink LLC", "contact": "Sam Vale", "phone": "555-010-0190"}],
    "bankruptcy": {"answer": "unknown", "on": "2026-11-11", "remark": "PACER account not open yet"},
}
SOLE = {**PERSON["debtor"], "kind": "sole-proprietor", "dba": "Reed Catering"}
ASKED = {
    "owners": [{"name": "Lee Marsh", "title": "President"}],
    "amount": "10000",
    "may_order": ["Pat Moss", "Kim Reed"],
}
STRANGE: dict[str, Any] = {
    "creditor": {**CREDITOR, "name": HOSTILE},
    "debtor": {**DEBTOR, "name": HOSTILE, "contacts": [{"name": HOSTILE}]},
    "client_check": {
        "on": "2026-11-01",
        "by": HOSTILE,
        "references": [{"name": HOSTILE, "contact": HOSTILE, "answer": "often_late", "remark": HOSTILE}],
        "payer": {"name": HOSTILE, "remark": HOSTILE},
        "judgments": {"answer": "unpaid", "source": HOSTILE, "remark": HOSTILE},
        "red_flags": [{"flag": "other", "remark": HOSTILE}],
    },
    "credit_application": {"owners": [{"name": HOSTILE, "title": HOSTILE}], "may_order": [HOSTILE]},
}
LATE = agreed(late_fee={"percent_a_month": "1"}, interest=None)

CLIENTS: dict[str, Variant] = {
    "empty": Variant(merged(BEFORE, {"debtor": {"address": None, "contacts": None}})),
    "half": Variant({"client_check": HALF}),
    "well": Variant({"client_check": WELL, "credit_application": ASKED, **LATE}),
    "badly": Variant({"client_check": BADLY}),
    "person": Variant(
        {
            **PERSON,
            "debtor": SOLE,
            "client_check": {
                "address": {"answer": "confirmed", "on": "2025-01-03"},
                "trade_name": "not_registered",
                "habits": "late",
            },
        }
    ),
    "individual": Variant(PERSON),
    "guaranty": Variant({"guarantors": [GUARANTOR, {"name": "Vale Holdings LLC", "kind": "llc"}]}),
    "strange": Variant(STRANGE),
    "long": Variant({"debtor": {**DEBTOR, "name": LONG[::-1]}, "creditor": {**CREDITOR, "name": LONG}}),
}
