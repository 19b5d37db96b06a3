"""The entries behind a claim: what came in and where it went, and what was charged besides the invoices."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kit.documents import wording
from kit.documents.contexts import account
from kit.documents.contexts.claim_money import claimed_invoices, touches
from kit.documents.contexts.discreet import public
from kit.documents.contexts.entry_words import HOW, part_words, posting_words
from kit.facts import Facts
from kit.ledger.account import Kind, Posting, Rule
from kit.model.agreement import Bucket
from kit.model.case import Case
from kit.model.money import ZERO

MONEY_IN = (Kind.PAYMENT, Kind.CREDIT, Kind.APPLIED, Kind.RELEASE)
CHARGED = (Kind.LATE_FEE, Kind.RETURNED_CHECK, Kind.COST, Kind.TRIM, Kind.WAIVER)
PARTS = {
    Bucket.PRINCIPAL: "principal",
    Bucket.INTEREST: "interest",
    Bucket.FEES: "late charges",
    Bucket.COSTS: "costs",
}


@dataclass(frozen=True, slots=True)
class MoneyIn:
    """A payment or credit, and what it settled."""

    day: str
    what: str
    amount: str
    applied: str


@dataclass(frozen=True, slots=True)
class Charge:
    """A charge besides the invoices."""

    day: str
    what: str
    amount: str


def money_in(facts: Facts) -> tuple[MoneyIn, ...]:
    """Return every payment and credit that touches the claim."""
    return tuple(_money_in(facts.case, one) for one in _touching(facts, MONEY_IN))


def charges(facts: Facts) -> tuple[Charge, ...]:
    """Return every charge that touches the claim."""
    return tuple(_charge(facts.case, one) for one in _touching(facts, CHARGED))


def _touching(facts: Facts, kinds: tuple[Kind, ...]) -> list[Posting]:
    claimed = claimed_invoices(facts)
    return [one for one in facts.ledger.postings if one.kind in kinds and touches(one, claimed)]


def _money_in(case: Case, posting: Posting) -> MoneyIn:
    return MoneyIn(
        wording.short_day(posting.on),
        public(case, _in_words(case, posting)),
        wording.bare_money(abs(posting.amount), case.currency),
        _applied(case, posting),
    )


def _in_words(case: Case, posting: Posting) -> str:
    if posting.kind is Kind.PAYMENT:
        payment = next((one for one in case.payments if one.id == posting.ref), None)
        named = f", for {payment.invoice}" if payment and payment.invoice and posting.rule is Rule.DIRECTED else ""
        return f"Payment {posting.ref}{HOW.get(payment.method, '') if payment else ''}{named}"
    if posting.kind is Kind.APPLIED:
        return f"Money held from {posting.ref}"
    return posting_words(case, posting)


def _applied(case: Case, posting: Posting) -> str:
    """Return what a payment settled: each invoice, and which part of it."""
    if posting.rule is Rule.RETURNED:
        back = next((one.bounced_on for one in case.payments if one.id == posting.ref), None)
        return f"nothing; it came back unpaid on {wording.short_day(back)}" if back else "nothing; it came back unpaid"
    sums: dict[str, dict[Bucket, Decimal]] = {}
    for share in posting.shares:
        where = public(case, part_words(case, share.invoice, share.number)) if share.invoice else "the account"
        parts = sums.setdefault(where, {})
        parts[share.bucket] = parts.get(share.bucket, ZERO) + abs(share.amount)
    texts = [f"{where}: {_parts(case, parts)}" for where, parts in sums.items()]
    if posting.held:
        texts.append(f"held for Defendant: {wording.bare_money(posting.held, case.currency)}")
    return "; ".join(texts) or "nothing"


def _parts(case: Case, parts: dict[Bucket, Decimal]) -> str:
    shown = (f"{name} {wording.bare_money(parts[one], case.currency)}" for one, name in PARTS.items() if one in parts)
    return ", ".join(shown)


def _charge(case: Case, posting: Posting) -> Charge:
    what = public(case, posting_words(case, posting)).replace("waived by us", "waived by Plaintiff")
    return Charge(wording.short_day(posting.on), what, account.signed(posting.amount, case.currency))
