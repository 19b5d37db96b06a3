"""Payments shortly before the petition that a trustee may ask back (11 U.S.C. § 547), and what speaks for keeping them.

Figures alone: whether a payment was in the ordinary course (c)(2) a court decides. For the days before the petition a
check counts when the bank honoured it (Barnhill v. Johnson, 503 U.S. 393 (1992)); the file knows when it came, so
checks that came just before the days began are named. New value (c)(4) is work or goods given after a payment. Courts
differ on whether it must still be unpaid: both figures are worked out, the higher exposure first.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from kit.checks.claim_goods import GoodsBefore
from kit.checks.pay_days import DaysToPay, days_to_pay, paid_invoices
from kit.checks.preference_rows import PreferenceRow, new_value_rows, payment_rows, walked
from kit.facts import Facts
from kit.findings import Finding
from kit.ledger.petition_claim import PetitionClaim
from kit.model.account import Method, Payment
from kit.model.case import Case
from kit.model.inquiry import Inquiry
from kit.model.law import Answer
from kit.model.law_bankruptcy import Preference
from kit.model.law_names import RuleName
from kit.model.money import ZERO
from kit.model.selectors import days_of, selectors_of

LAW, NEW_VALUE, ORDINARY = "11 U.S.C. § 547(b)", "11 U.S.C. § 547(c)(4)", "11 U.S.C. § 547(c)(2)"
SMALL_OTHER, SMALL_CONSUMER = "11 U.S.C. § 547(c)(9)", "11 U.S.C. § 547(c)(8)"
CLEARING = timedelta(days=10)  # within which a bank as a rule honours or returns a check


@dataclass(frozen=True, slots=True)
class PreferenceReport:
    """What a trustee could ask back at most, and the figures for each defence. Sums are of the case's currency."""

    petition_on: date
    first_day: date  # of the days before the petition; both ends count
    rule: Preference
    cite: str
    rows: tuple[PreferenceRow, ...]
    total: Decimal  # paid on old debts within the days
    new_value: Decimal  # that counted
    exposure: Decimal  # after unpaid new value, before any other defence
    exposure_paid_counts: Decimal  # where a court counts new value that was paid later too
    before: DaysToPay | None  # the baseline: payments before the days
    during: DaysToPay | None
    floor: Decimal  # the small amount under which nothing can be taken back
    floor_law: str
    floor_doubt: bool  # a person: the lower amount is taken unless the debts are mostly for business
    returned: tuple[str, ...]  # payments that came back: nothing was transferred
    near: tuple[str, ...]  # checks just before the days, which the bank may have honoured within them
    letters: int  # papers and calls that asked for money within the days
    secured: bool  # the claim is secured: a payment of what the security covers takes from nobody
    findings: tuple[Finding, ...]
    used: tuple[Answer, ...]

    @property
    def small(self) -> bool:
        """Whether all of it together is less than the floor."""
        return self.total < self.floor

    @property
    def at_risk(self) -> Decimal:
        """What could be asked back: nothing under the floor."""
        return ZERO if self.small else self.exposure

    @property
    def inside(self) -> int:
        """How many payments took no longer and no shorter than those of before."""
        return sum(row.in_range is True for row in self.rows)


def preference_report(facts: Facts, claim: PetitionClaim, goods: GoodsBefore | None = None) -> PreferenceReport | None:
    """Return the report for the petition of ``claim``; None where the law of its day is not on record.

    ``goods`` is what is asked for as an expense of the estate, to mark new value that is counted there too.
    """
    if facts.federal is None:
        return None
    inquiry = Inquiry(facts.federal, selectors_of(facts.case), days_of(facts.case, facts.as_of))
    rule, cite = inquiry.value(RuleName.PREFERENCE, claim.petition_on, Preference)
    if rule is None:
        return None
    case, first, last = facts.case, claim.petition_on - timedelta(days=rule.days), claim.petition_on
    paid = paid_invoices(case, claim.ledger)
    before = days_to_pay(one for one in paid if one.on < first)
    within = tuple(one for one in paid if first <= one.on <= last)
    money = tuple(payment_rows(case, claim, within, before))
    rows = walked([*money, *new_value_rows(case, claim, goods, unpaid=True)])
    lenient = walked([*money, *new_value_rows(case, claim, goods, unpaid=False)])
    total = sum((row.paid for row in rows), ZERO)
    exposure = rows[-1].exposure if rows else ZERO
    person = case.debtor.kind.natural_person
    return PreferenceReport(
        petition_on=claim.petition_on,
        first_day=first,
        rule=rule,
        cite=cite,
        rows=rows,
        total=total,
        new_value=total - exposure,
        exposure=exposure,
        exposure_paid_counts=lenient[-1].exposure if lenient else ZERO,
        before=before,
        during=days_to_pay(within),
        floor=rule.small_consumer if person else rule.small_other,
        floor_law=SMALL_CONSUMER if person else SMALL_OTHER,
        floor_doubt=person,
        returned=tuple(one.id for one in case.payments if first <= one.on <= last and _back(one, claim.as_of)),
        near=_near(case, first),
        letters=_asked(case, first, last),
        secured=claim.security is not None and claim.security.perfected,
        findings=tuple(inquiry.findings),
        used=tuple(inquiry.used),
    )


def _back(payment: Payment, as_of: date) -> bool:
    return payment.bounced_on is not None and payment.bounced_on <= as_of


def _near(case: Case, first: date) -> tuple[str, ...]:
    """Return the checks that came just before the days, which the bank may have honoured within them."""
    close = [one for one in case.payments if first - CLEARING <= one.on < first and one.bounced_on is None]
    return tuple(one.id for one in close if one.method is Method.CHECK)


def _asked(case: Case, first: date, last: date) -> int:
    """Count the letters and calls that asked for money within the days."""
    letters = [one for one in case.sent if first <= one.on <= last]
    sent = [one for one in letters if one.step or (one.document or "").startswith("letters/")]
    return len(sent) + sum(first <= one.on <= last for one in case.called)
