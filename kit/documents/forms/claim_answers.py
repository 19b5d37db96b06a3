"""What a court form asks about the claim: how much, what for, since when, and how it was reckoned.

The amount is what can be claimed on the day of the facts, disputed or not, less
money held for the debtor, without court costs, and less what the plaintiff
gives up to stay within the court's limit. Interest that nobody agreed on is
the court's to add and stands beside the amount.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from kit.checks.filing.suit import Suit, suit_of
from kit.checks.filing.ways import adds, given_up
from kit.documents.contexts.court_law import filed_on
from kit.documents.forms import claim_words
from kit.documents.forms.filing_answers import capped_from, fee_for
from kit.facts import Facts
from kit.ledger.claim import claim_sums
from kit.model.money import ZERO, to_minor


@dataclass(frozen=True, slots=True)
class Sums:
    """The claim in figures; ``amount`` is what the parts come to, less what is held or given up."""

    principal: Decimal = ZERO
    interest: Decimal = ZERO
    fees: Decimal = ZERO
    costs: Decimal = ZERO  # other than a court's
    held: Decimal = ZERO  # money of the debtor that found nothing to pay
    waived: Decimal = ZERO

    @property
    def whole(self) -> Decimal:
        """What could be claimed."""
        return max(ZERO, self.principal + self.interest + self.fees + self.costs - self.held)

    @property
    def amount(self) -> Decimal:
        """What is claimed."""
        return self.whole - self.waived


@dataclass(frozen=True, slots=True)
class ClaimAnswers:
    """The claim; amounts are exact, days are dates, and None is what is not known."""

    amount: Decimal = ZERO
    principal: Decimal = ZERO  # less money held for the debtor and what is given up
    interest: Decimal = ZERO
    late_fees: Decimal = ZERO
    costs: Decimal = ZERO
    without_interest: Decimal = ZERO  # the amount but for its interest, where a form has two lines
    waived: Decimal | str = ""
    before_waiver: Decimal = ZERO
    interest_by_law: Decimal | str = ""  # beside the amount, for the court to add
    per_diem: Decimal | str = ""
    interest_percent: str = ""
    filing_fee: Decimal | None = None
    total_with_fee: Decimal | None = None
    why: str = ""
    how_calculated: str = ""
    summary: str = ""  # why and how in one text
    happened_on: date | str = ""  # where it was one day
    started_on: date | str = ""  # where it was several
    through: date | str = ""
    due_on: date | str = ""  # the first due date
    agreement_on: date | str = ""
    goods_or_services: str = ""
    invoices: str = ""
    consumer: bool | None = None
    over_capped_amount: bool | None = None  # over the amount from which the court counts a plaintiff's claims
    counted_amount: Decimal | str = ""


def claim_answers(facts: Facts) -> ClaimAnswers:
    """Return what a form may ask about the claim as of the day of ``facts``."""
    sums, currency = sums_of(facts), facts.case.currency
    days = sorted({item.due_on for item in facts.ledger.claimable if item.due_on and item.balance})
    one = len(days) == 1
    suit = _suit(facts)
    fee, over = fee_for(suit, sums.amount), capped_from(suit)
    grows = adds(suit, suit.counts.contract_interest)
    by_law, interest = facts.ledger.by_law, facts.case.agreement.interest
    why, how = claim_words.why(facts), claim_words.how_calculated(facts, sums, grows=grows)
    parts = _less(sums)
    return ClaimAnswers(
        amount=sums.amount,
        principal=parts.principal,
        interest=parts.interest,
        late_fees=parts.fees,
        costs=parts.costs,
        without_interest=sums.amount - parts.interest,
        waived=sums.waived or "",
        before_waiver=sums.whole,
        interest_by_law=by_law.amount if by_law and by_law.amount else "",
        per_diem=(facts.ledger.per_diem.printed if grows else ZERO) or "",
        interest_percent=f"{interest.percent_a_year.normalize():f}" if interest else "",
        filing_fee=fee,
        total_with_fee=None if fee is None else to_minor(sums.amount + fee, currency),
        why=why,
        how_calculated=how,
        summary=f"{why} {how}".strip(),
        happened_on=days[0] if one else "",
        started_on=days[0] if len(days) > 1 else "",
        through=days[-1] if len(days) > 1 else "",
        due_on=days[0] if days else "",
        agreement_on=facts.case.agreement.signed_on or "",
        goods_or_services=(facts.case.work.text or "").rstrip("."),
        invoices=", ".join(dict.fromkeys(item.invoice for item in facts.ledger.claimable if item.invoice)),
        consumer=facts.case.consumer,
        over_capped_amount=None if over is None else sums.amount > over,
        counted_amount="" if over is None else over,
    )


def sums_of(facts: Facts) -> Sums:
    """Return the claim in figures."""
    whole = claim_sums(facts.case, facts.ledger)
    return Sums(whole.principal, whole.interest, whole.fees, whole.costs, whole.held, given_up(_suit(facts)))


def _suit(facts: Facts) -> Suit:
    """Return the claim under the law of the day of filing: a limit raised since brings back nothing given up."""
    return suit_of(replace(facts, as_of=filed_on(facts.case, facts.as_of)))


def _less(sums: Sums) -> Sums:
    """Return the parts that add up to the amount: what is held or given up comes off interest and fees last."""
    off, left = sums.held + sums.waived, []
    for part in (sums.principal, sums.costs, sums.fees, sums.interest):
        taken = min(part, off)
        off -= taken
        left.append(part - taken)
    principal, costs, fees, interest = left
    return Sums(principal, interest, fees, costs)
