"""What to say when charges for lateness go over what the law allows."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kit.findings import Finding, stop
from kit.ledger.account import CapBreach
from kit.ledger.book import OverLimit
from kit.ledger.terms import Terms
from kit.model.law_remedies import REMEDIES
from kit.model.law_words import Remedy
from kit.model.money import spoken, to_minor

ASK = (
    "Waive the excess with `kit log waived`, or charge by the day within the cap, "
    "and ask a lawyer of that state before anything is demanded."
)


def breach_findings(
    breaches: Sequence[CapBreach], over_limit: Sequence[OverLimit], terms: Terms, currency: str
) -> tuple[Finding, ...]:
    """Return one stop for each cap or limit that was exceeded and that no program may trim."""
    found = []
    for breach in breaches:
        message = (
            f"late charges on {breach.invoice} came to {_sum(breach.charged, currency)} by {breach.worst_on}; "
            f"at {breach.cap.percent_a_year.normalize():f}% a year they may come to {_sum(breach.allowed, currency)}; "
            f"{REMEDIES[Remedy(breach.cap.remedy)]}"
        )
        found.append(stop("K160", message, fix=ASK, law=breach.cap.cite))
    if over_limit and terms.fee_limit:
        over = over_limit[0]
        fee, most = _sum(over.fee, currency), _sum(over.most, currency)
        remedy = REMEDIES[Remedy(terms.fee_limit.remedy)]
        message = f"the late fee of {fee} on {over.invoice} on {over.on} is above the limit of {most}; {remedy}"
        found.append(stop("K161", message, fix=ASK, law=terms.fee_limit.cite))
    return tuple(found)


def _sum(amount: Decimal, currency: str) -> str:
    return spoken(to_minor(amount, currency), currency)
