"""Hand-offs for the tests of the papers: terms to ask for, and cases in which a claim is away."""

from __future__ import annotations

from datetime import date
from typing import Any

from paper_cases import FOUR, HOSTILE, LONG, PAID, Variant
from walked_cases import event

from kit.model.handoff import HandoffTerms

QUAY = {
    "street": "5 Dock Road",
    "city": "Overton",
    "state": "XF",
    "zip": "02139",
}
ATTORNEY: dict[str, Any] = {"to": "attorney", "who": "Sol Marsh, Marsh & Kane LLP", "address": QUAY, "fee": "350.00"}
AGENCY: dict[str, Any] = {
    "to": "agency",
    "who": "Quay Recovery Inc.",
    "address": QUAY,
    "email": "desk@quayrecovery.example",
    "contingent_percent": "25",
    "reference": "QR-5512",
}
FACTOR: dict[str, Any] = {
    "to": "factor",
    "who": "Harbor Factors LLC",
    "address": QUAY,
    "title": "sale",
    "advance_percent": "75",
    "fee_percent": "2",
    "fee_period_days": "30",
    "recourse": "yes",
    "recourse_days": "90",
    "overdue_days": "120",
    "pay_to": "Harbor Factors LLC, lockbox 88, Overton, XF 02139",
    "notify_debtor": "yes",
}
DEALS: dict[str, HandoffTerms] = {
    "attorney": HandoffTerms.model_validate(ATTORNEY),
    "factor": HandoffTerms.model_validate(FACTOR),
    "agency": HandoffTerms.model_validate(AGENCY),
    "attorney-share": HandoffTerms.model_validate({"to": "attorney", "who": LONG, "contingent_percent": "33"}),
    "factor-bare": HandoffTerms.model_validate({"to": "factor", "who": "Harbor Factors LLC", "title": "sale"}),
    "agency-title": HandoffTerms.model_validate({**AGENCY, "title": "collection", "who": HOSTILE}),
}
"""Terms as the command line gives them."""


def handed(terms: dict[str, Any], on: str = "2026-10-20") -> dict[str, Any]:
    """Return the entry of a hand-off."""
    return event(on, "handed_off", terms=terms)


AWAY: dict[str, Variant] = {
    "with-a-lawyer": Variant({"invoices": FOUR}, (), (handed(ATTORNEY),)),
    "with-an-agency": Variant({"invoices": FOUR, "payments": PAID}, (), (handed(AGENCY),)),
    "assigned-to-collect": Variant({}, (), (handed({**AGENCY, "title": "collection"}),)),
    "sold": Variant(
        {"invoices": FOUR, "payments": PAID},
        (),
        (
            handed(FACTOR),
            event("2026-10-30", "paid", id="P-3", amount="900.00", invoice="INV-103", method="check"),
            event("2026-11-02", "passed_on", entry="1", payment="P-3", amount="900.00"),
            event("2026-11-10", "paid", id="P-4", amount="150.00", invoice="INV-104", method="check"),
        ),
        date(2026, 11, 16),
    ),
    "bought-back": Variant(
        {"invoices": FOUR},
        (),
        (
            handed(FACTOR),
            event("2026-10-21", "sent", document="letters/assignment-notice", channel="mail"),
            event("2026-11-12", "returned", entry="1", how="repurchased"),
        ),
        date(2026, 11, 16),
    ),
    "recalled": Variant(
        {"invoices": FOUR, "payments": PAID},
        (),
        (
            handed(AGENCY),
            event("2026-10-21", "sent", document="letters/placement-notice", channel="mail"),
            event("2026-11-12", "returned", entry="1", how="recalled"),
        ),
        date(2026, 11, 16),
    ),
    "bought-back-in-part": Variant(
        {"invoices": FOUR},
        (),
        (
            handed({**FACTOR, "invoices": ["INV-102", "INV-104"]}),
            event("2026-10-21", "sent", document="letters/assignment-notice", channel="mail"),
            event("2026-11-12", "returned", entry="1", how="repurchased"),
        ),
        date(2026, 11, 16),
    ),
    "sold-in-part": Variant(
        {"invoices": FOUR}, (), (handed({**FACTOR, "invoices": ["INV-102", "INV-104"]}),), date(2026, 11, 16)
    ),
}
"""Cases in which somebody else has the claim in hand."""
