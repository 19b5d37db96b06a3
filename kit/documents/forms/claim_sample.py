"""A full sample proof of claim, to try a form with: every item answered, once with yes and once with no."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from kit.documents.forms.claim_form_answers import (
    Acquired,
    Amends,
    ClaimFormAnswers,
    ClaimSum,
    DayParts,
    DebtorAccount,
    LeasePart,
    OtherFiler,
    PriorityPart,
    PriorityPartsOfClaim,
    SecuredPart,
    SetoffPart,
)
from kit.documents.forms.claim_form_people import BankruptcyCourt, ClaimAddress, ClaimCreditor, ClaimSigner, Debtors
from kit.documents.forms.proceeding_answers import CaseAnswers

NOTICES = ClaimAddress.of(
    "Juniper Lane Bookbinding LLC",
    "1428 East Willowbrook Avenue",
    "San Luis Obispo",
    "CA",
    "93401",
    "(805) 555-0142",
    "accounts@juniperlane.example",
)
PAYMENTS = ClaimAddress.of(
    "Juniper Lane Receivables",
    "77 Tannery Row",
    "Paso Robles",
    "CA",
    "93446",
    "(805) 555-0177",
    "payments@juniperlane.example",
)


def sample_claim(*, yes: bool) -> ClaimFormAnswers:
    """Return the answers; ``yes`` is what every yes-or-no is answered."""
    always = ClaimFormAnswers(
        debtors=Debtors("Harbor Vine Restaurant Group, LLC", "Beatrix Nakamura"),
        court=BankruptcyCourt.of("Central District of California"),
        case=CaseAnswers("2:26-bk-14417"),
        creditor=ClaimCreditor("Juniper Lane Bookbinding LLC", "Juniper Lane Bindery"),
        acquired=Acquired(yes),
        notices=NOTICES,
        payments=PAYMENTS,
        uniform_claim_identifier="JLB26HVR0000000000004417",
        amends=Amends(yes),
        other_filer=OtherFiler(yes),
        account=DebtorAccount.of("C-204417") if yes else DebtorAccount(),
        claim=ClaimSum(Decimal("8940.75"), yes, "Goods sold and services performed"),
        signer=ClaimSigner.of("agent", "Marisol Ines Vandenberg", "Managing member", "Juniper Lane LLC", NOTICES),
    )
    return _with_yes(always) if yes else always


def _with_yes(answers: ClaimFormAnswers) -> ClaimFormAnswers:
    sums = (Decimal(n) * Decimal("100.25") for n in range(1, 20))
    parts = {name: PriorityPart(True, next(sums)) for name in ("support", "deposits", "wages", "taxes", "benefits")}
    return replace(
        answers,
        acquired=Acquired(True, "Okafor & Daughters, Inc."),
        amends=Amends(True, "17-1", DayParts.of(date(2026, 9, 4))),
        other_filer=OtherFiler(True, "Theodore Quist, guarantor"),
        secured=SecuredPart(
            yes=True,
            nature="other",
            property="Bound stock held by the binder",
            perfection="Possession; UCC-1 of 2026-01-07",
            value=next(sums),
            secured_part=next(sums),
            unsecured_part=next(sums),
            cure=next(sums),
            rate_percent="6.25",
            rate_kind="variable",
        ),
        lease=LeasePart(True, next(sums)),
        setoff=SetoffPart(True, "Deposit on three plate sets"),
        priority=PriorityPartsOfClaim(yes=True, other=PriorityPart(True, next(sums)), subsection="2", **parts),
    )
