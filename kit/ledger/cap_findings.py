"""What to say when charges for lateness go over what the law allows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from kit.findings import Finding, stop
from kit.ledger.account import CapBreach
from kit.ledger.terms import Terms

REMEDY = {
    "excess_void": "the law voids the excess, and what was paid of it comes back",
    "interest_forfeit": "the law takes all interest and late charges away",
    "clause_void": "the law voids the clause",
    "multiple": "the law makes the creditor owe a multiple of the excess",
    "stop": "the law puts the debt itself at risk",
    "not_researched": "what the law does then is not on record",
}
ASK = (
    "Waive the excess with `kit log waived`, or charge by the day within the cap, "
    "and ask a lawyer of that state before anything is demanded."
)


def breach_findings(
    breaches: Sequence[CapBreach], over_limit: Sequence[tuple[date, str, Decimal, Decimal]], terms: Terms, currency: str
) -> tuple[Finding, ...]:
    """Return one stop for each cap or limit that was exceeded and that no program may trim."""
    found = []
    for breach in breaches:
        message = (
            f"late charges on {breach.invoice} came to {currency} {breach.charged:,} by {breach.worst_on}; "
            f"at {breach.cap.percent_a_year.normalize():f}% a year they may come to {currency} {breach.allowed:,}; "
            f"{REMEDY.get(breach.cap.remedy, REMEDY['not_researched'])}"
        )
        found.append(stop("K160", message, fix=ASK, law=breach.cap.cite))
    if over_limit and terms.fee_limit:
        on, invoice, fee, most = over_limit[0]
        message = (
            f"the late fee of {currency} {fee:,} on {invoice} on {on} is above the limit of {currency} {most:,}; "
            f"{REMEDY.get(terms.fee_limit.remedy, REMEDY['not_researched'])}"
        )
        found.append(stop("K161", message, fix=ASK, law=terms.fee_limit.cite))
    return tuple(found)
