"""Which of the money that came in belongs to a claim: what was applied to the invoices that are claimed."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from kit.documents import wording
from kit.facts import Facts
from kit.ledger.account import Kind, Posting, Rule
from kit.model.account import Payment
from kit.model.agreement import Bucket
from kit.model.money import ZERO

CHARGES = {  # what else money pays, of the invoices it came for
    Bucket.PRINCIPAL: "",
    Bucket.INTEREST: "interest on {}",
    Bucket.FEES: "late charges on {}",
    Bucket.COSTS: "costs of {}",
}


def claimed_invoices(facts: Facts) -> frozenset[str]:
    """Return the invoices on which something can be claimed on the day of ``facts``."""
    return frozenset(item.invoice for item in facts.ledger.claimable if item.invoice and item.balance)


def touches(posting: Posting, claimed: frozenset[str]) -> bool:
    """Whether a posting changed what is owed on the invoices ``claimed``, on the account itself, or nothing at all."""
    return not posting.shares or any(not share.invoice or share.invoice in claimed for share in posting.shares)


def good_payments(facts: Facts) -> tuple[Payment, ...]:
    """Return the payments that reduced what is claimed, oldest first; those that came back are left out."""
    claimed = claimed_invoices(facts)
    kept = {
        posting.ref
        for posting in facts.ledger.postings
        if posting.kind is Kind.PAYMENT and posting.rule is not Rule.RETURNED and touches(posting, claimed)
    }
    return tuple(sorted((one for one in facts.case.payments if one.id in kept), key=lambda one: one.on))


def went_where(facts: Facts, payment: Payment) -> dict[Bucket, Decimal]:
    """Return what a payment settled of what is claimed, by kind; money held for the debtor is in none."""
    claimed = claimed_invoices(facts)
    shares = [
        share
        for posting in facts.ledger.postings
        if posting.kind in (Kind.PAYMENT, Kind.APPLIED) and posting.ref == payment.id
        for share in posting.shares
        if not share.invoice or share.invoice in claimed
    ]
    parts = {bucket: -sum((one.amount for one in shares if one.bucket is bucket), ZERO) for bucket in Bucket}
    return {bucket: amount for bucket, amount in parts.items() if amount}


def went_here(facts: Facts, payment: Payment) -> Decimal:
    """Return the part of a payment that settled something of what is claimed."""
    return sum(went_where(facts, payment).values(), ZERO)


def applied_words(parts: Mapping[Bucket, Decimal], currency: str, invoices: str) -> str:
    """Return what money went to: `$1.32 of it went to these invoices and $178.60 to interest on them`."""
    told: list[str] = []
    them = "it" if invoices.startswith("this") else "them"
    for bucket, name in CHARGES.items():
        if amount := parts.get(bucket):
            first, on = " of it went" if not told else "", them if told else invoices
            told.append(f"{wording.money(amount, currency)}{first} to {name.format(on) if name else on}")
    return wording.listing(told)


def returned(facts: Facts) -> tuple[Payment, ...]:
    """Return the payments that have come back unpaid."""
    return tuple(one for one in facts.case.payments if one.bounced_on and one.bounced_on <= facts.as_of)


def elsewhere(facts: Facts) -> Decimal:
    """Return the payments none of which went to what is claimed, together."""
    known = {one.id for one in (*good_payments(facts), *returned(facts))}
    others = (one.amount for one in facts.case.payments if one.on <= facts.as_of and one.id not in known)
    return sum(others, ZERO)
