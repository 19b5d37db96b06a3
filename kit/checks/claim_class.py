"""Which ranks a claim holds: an expense of the estate, secured, priority, general unsecured.

11 U.S.C. § 507(a) lists what is paid before other unsecured claims. A bill between businesses is not on the list; the
amounts are those of the day of the petition (§ 104(c)). Goods of the last 20 days are asked for by request under § 503
and the claim form says of itself that it is not for expenses of the estate; unless the court's order takes them there.
The form claims them all the same, as a general claim that says so: when a request is refused, what is not on file by
the last day may be too late.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kit.checks.claim_gap import LAW as GAP
from kit.checks.claim_gap import Gap, gap_of
from kit.checks.claim_goods import GoodsBefore, goods_before
from kit.checks.claim_reasons import rank_reasons
from kit.checks.claim_wages import WageLook, wage_look
from kit.facts import Facts
from kit.findings import Finding
from kit.ledger.petition_claim import PetitionClaim
from kit.model.inquiry import Inquiry
from kit.model.law import Answer
from kit.model.law_bankruptcy import PriorityAmounts, Reclamation, TwentyDayGoods
from kit.model.law_names import RuleName
from kit.model.money import DOLLARS, ZERO, spoken
from kit.model.selectors import days_of, selectors_of

SECURED, EXPENSE, GENERAL = "11 U.S.C. § 506(a)(1)", "11 U.S.C. § 503(b)(9)", "11 U.S.C. § 502"


_GAP_WHY = "Supplied between the petition of creditors and the order for relief, and not paid for."


class Rank(StrEnum):
    """A class of claims."""

    SECURED = "secured"
    EXPENSE = "expense"  # of the estate, § 503(b)
    PRIORITY = "priority"  # pay of a person, § 507(a)(4)
    GAP = "gap"  # of the time between creditors' petition and the order for relief, § 507(a)(3)
    GENERAL = "general"  # unsecured, without rank


@dataclass(frozen=True, slots=True)
class ClassRow:
    """A part of the claim in one class; ``amount`` is None where it turns on a value that is not known."""

    rank: Rank
    amount: Decimal | None
    law: str
    why: str  # a sentence


@dataclass(frozen=True, slots=True)
class ClaimClasses:
    """The claim in its classes.

    Where the value of any security is known, the rows add up to the claim and what is of the gap, which comes on top:
    to what the form claims.
    """

    claim: PetitionClaim
    rows: tuple[ClassRow, ...]
    goods: GoodsBefore
    wages: WageLook
    gap: Gap
    goods_on_form: bool  # by an order of the court
    amounts: PriorityAmounts | None
    amounts_cite: str
    reasons: tuple[str, ...]  # why the claim ranks as it does, in sentences
    findings: tuple[Finding, ...]
    used: tuple[Answer, ...]

    @property
    def on_form(self) -> Decimal:
        """The claim for the form, item 7: all that is owed, with what is of the gap."""
        return self.claim.total + self.gap.amount

    @property
    def asked_beside(self) -> Decimal:
        """What the form claims as general and a request asks for too, to be paid once only."""
        return ZERO if self.goods_on_form else self.goods.amount

    @property
    def secured_on_form(self) -> Decimal | None:
        """The secured part of what the form claims, item 9; None where it turns on a value that is not known.

        A lien reaches goods that a request asks for too: the form says what holds if the request is refused.
        """
        return self.claim.secured if self.asked_beside else self.amount(Rank.SECURED)

    def amount(self, rank: Rank) -> Decimal | None:
        """Return what stands in a class: zero where nothing does, None where it is not known."""
        found = [row.amount for row in self.rows if row.rank is rank]
        return found[0] if found else ZERO


def claim_classes(facts: Facts, claim: PetitionClaim) -> ClaimClasses:
    """Return ``claim`` in its classes under the federal law of the petition day."""
    case = facts.case
    if facts.federal is None:
        return _ranked(facts, claim, GoodsBefore(), WageLook("no"), None, "", None)
    inquiry = Inquiry(facts.federal, selectors_of(case), days_of(case, facts.as_of))
    on = claim.petition_on
    amounts, cite = inquiry.value(RuleName.PRIORITY_AMOUNTS, on, PriorityAmounts)
    twenty, _ = inquiry.value(RuleName.TWENTY_DAY_GOODS, on, TwentyDayGoods)
    reclamation, _ = inquiry.value(RuleName.RECLAMATION, on, Reclamation)
    goods = goods_before(case, claim, twenty, reclamation)
    wages = wage_look(case, claim, amounts, case.bankruptcy.creditor_role if case.bankruptcy else None)
    return _ranked(facts, claim, goods, wages, amounts, cite, inquiry)


def _ranked(
    facts: Facts,
    claim: PetitionClaim,
    goods: GoodsBefore,
    wages: WageLook,
    amounts: PriorityAmounts | None,
    cite: str,
    inquiry: Inquiry | None,
) -> ClaimClasses:
    secured = None if claim.secured is None else min(claim.secured, claim.total - goods.amount)
    free = None if secured is None else claim.total - goods.amount - secured
    gap = gap_of(facts.case, claim)
    on_form = facts.case.bankruptcy is not None and facts.case.bankruptcy.goods_on_form
    first = ZERO if not wages.amount else None if free is None else min(wages.amount, free)
    general = None if free is None or first is None else free - first
    rows = [
        ClassRow(Rank.SECURED, secured, SECURED, _secured_why(claim)),
        ClassRow(Rank.EXPENSE, goods.amount, EXPENSE, _goods_why(goods, on_form=on_form)),
        ClassRow(Rank.PRIORITY, first, wages.law, _wages_why(wages)),
        ClassRow(Rank.GAP, gap.amount, GAP, _GAP_WHY),
        ClassRow(Rank.GENERAL, general, GENERAL, "All the rest: unsecured, and without a rank before others."),
    ]
    return ClaimClasses(
        claim=claim,
        rows=tuple(row for row in rows if row.amount != ZERO) or (rows[-1],),
        goods=goods,
        wages=wages,
        gap=gap,
        goods_on_form=on_form,
        amounts=amounts,
        amounts_cite=cite,
        reasons=tuple(
            rank_reasons(
                facts.case,
                amounts,
                wages,
                asked=ZERO if on_form else goods.amount,
                ordered=goods.amount if on_form else ZERO,
                gap=gap.amount,
                rest=general != ZERO or bool(goods.amount and not on_form),
            )
        ),
        findings=tuple(inquiry.findings) if inquiry else (),
        used=tuple(inquiry.used) if inquiry else (),
    )


def _secured_why(claim: PetitionClaim) -> str:
    parts = []
    if claim.setoff:
        parts.append(f"{spoken(claim.setoff, claim.currency)} of the debtor's money is in your hands")
    if claim.security:
        value = claim.security.value
        worth = "of a value not known" if value is None else f"worth {spoken(value, claim.currency)}"
        parts.append(f"secured by {claim.security.text}, {worth}")
    said = " and ".join(parts)
    return f"{said[:1].upper()}{said[1:]}." if parts else ""


def _goods_why(goods: GoodsBefore, *, on_form: bool) -> str:
    if not goods.request:
        return ""
    days = max(one.days_before for one in goods.request)
    where = (
        "Claim them at item 12, as the court ordered."
        if on_form
        else "A request gives them this rank; the form claims them as general too, to be paid once only."
    )
    return f"Goods received at most {days} day{'s' if days != 1 else ''} before the petition and not paid for. {where}"


def _wages_why(wages: WageLook) -> str:
    return f"Pay of a person for work shortly before the petition, up to {spoken(wages.cap, DOLLARS)}."
