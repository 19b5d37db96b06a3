"""Which of the money that came in belongs to a claim: what was applied to the invoices that are claimed."""

from __future__ import annotations

from decimal import Decimal

from kit.facts import Facts
from kit.ledger.account import Kind, Posting, Rule
from kit.model.account import Payment
from kit.model.money import ZERO


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


def went_here(facts: Facts, payment: Payment) -> Decimal:
    """Return the part of a payment that settled something of what is claimed; money held for the debtor is none."""
    claimed = claimed_invoices(facts)
    shares = [
        share
        for posting in facts.ledger.postings
        if posting.kind in (Kind.PAYMENT, Kind.APPLIED) and posting.ref == payment.id
        for share in posting.shares
        if not share.invoice or share.invoice in claimed
    ]
    return -sum((share.amount for share in shares), ZERO)


def returned(facts: Facts) -> tuple[Payment, ...]:
    """Return the payments that have come back unpaid."""
    return tuple(one for one in facts.case.payments if one.bounced_on and one.bounced_on <= facts.as_of)


def elsewhere(facts: Facts) -> Decimal:
    """Return the payments none of which went to what is claimed, together."""
    known = {one.id for one in (*good_payments(facts), *returned(facts))}
    others = (one.amount for one in facts.case.payments if one.on <= facts.as_of and one.id not in known)
    return sum(others, ZERO)
