"""Does a claim fit a small-claims court: asked of the law alone, without a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from kit.checks.place import Spot, courts_for, takes
from kit.findings import Finding, KitError
from kit.model.inquiry import Inquiry
from kit.model.law import Answer, Jurisdiction
from kit.model.law_courts import Counts, Excess, LimitCounts, WhoMayFile
from kit.model.law_file import Court
from kit.model.law_names import RuleName
from kit.model.law_words import Say
from kit.model.money import ZERO
from kit.model.party import PartyKind


@dataclass(frozen=True, slots=True)
class Claim:
    """What would be asked for, in dollars, and by whom against whom."""

    plaintiff: PartyKind
    principal: Decimal
    interest: Decimal = ZERO  # agreed or by law
    late_fees: Decimal = ZERO
    attorney_fees: Decimal = ZERO
    costs: Decimal = ZERO
    debtor: PartyKind | None = None
    claim: str | None = None
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class CourtAnswer:
    """One court, and whether it hears the claim; ``fits`` is None where that is not known."""

    court: Court
    limit: Answer | None
    counted: Decimal
    counts_cite: str
    unsure: tuple[str, ...]  # parts that were counted because nobody has settled whether they count
    fits: bool | None
    why: str  # where it does not, or where it is not known
    remedy: str
    findings: tuple[Finding, ...] = ()  # doubts, and what is not known

    @property
    def over(self) -> Decimal:
        """How much of the claim is over the limit."""
        most = self.limit.value if self.limit and self.limit.state == "value" else None
        return max(ZERO, self.counted - most) if most is not None else ZERO


def asked_limit(law: Jurisdiction, claim: Claim, on: date) -> tuple[CourtAnswer, ...]:
    """Return each small-claims court that hears such a plaintiff there, then the next courts up.

    Without a place every court is asked. Raises `KitError` where no small-claims court is on record for that place.
    """
    every = [name for name, court in law.courts.items() if not court.next_step_up and takes(court, claim.plaintiff)]
    small = courts_for(law, claim.plaintiff, claim.spot) if claim.spot else every
    above = [name for name, court in law.courts.items() if court.next_step_up]
    if not small:
        where = f" in {claim.spot.city}" if claim.spot else ""
        known = ", ".join(dict.fromkeys(law.courts[name].name for name in every)) or "none"
        raise KitError(
            f"no small-claims court of {law.name} on record hears such a plaintiff{where}; its courts for one: {known}"
        )
    return tuple(_court(law, name, claim, on) for name in (*small, *above))


def _court(law: Jurisdiction, name: str, claim: Claim, on: date) -> CourtAnswer:
    court, asked = law.courts[name], _selectors(claim, name)
    parts = Inquiry(law, {"amount": Decimal(1), **asked})
    rule, counts_cite = parts.value(RuleName.LIMIT_COUNTS, on, LimitCounts)
    counted, unsure = _counted(claim, rule or LimitCounts())
    inquiry = Inquiry(law, {**asked, "amount": counted})
    limit = inquiry.ask(RuleName.SMALL_CLAIMS_LIMIT, on)
    who, who_cite = inquiry.value(RuleName.WHO_MAY_FILE, on, WhoMayFile)
    fits, why, remedy = _verdict(claim, limit, counted, who, who_cite)
    if fits is False and not why:
        why, remedy = "it is over the limit", _remedy(inquiry, on)
    inquiry.join(parts)
    return CourtAnswer(court, limit, counted, counts_cite, unsure, fits, why, remedy, tuple(inquiry.findings))


def _verdict(
    claim: Claim, limit: Answer | None, counted: Decimal, who: WhoMayFile | None, cite: str
) -> tuple[bool | None, str, str]:
    """Return whether the claim fits, why not where it is not the sum, and what to do then."""
    if limit is None:
        return None, "the limit is not known", "Ask the clerk of the court."
    if barred := _barred(claim.plaintiff, who):
        return False, f"{barred} ({cite})", "File in the next court up."
    return limit.state == "none" or counted <= limit.value, "", ""


def _selectors(claim: Claim, court: str) -> dict[str, Any]:
    found: dict[str, Any] = {"court": court, "plaintiff": claim.plaintiff.value, "claim": claim.claim}
    found |= {"debtor": claim.debtor.value if claim.debtor else None}
    found |= {"city": claim.spot.city, "county": claim.spot.county} if claim.spot else {}
    return {key: value for key, value in found.items() if value}


def _counted(claim: Claim, rule: LimitCounts) -> tuple[Decimal, tuple[str, ...]]:
    """Return what counts, and the parts counted only because nobody settled that they do not."""
    agreed = rule.contract_interest if rule.contract_interest is not Counts.NOT_RESEARCHED else rule.interest
    parts = (
        ("interest", claim.interest, agreed),
        ("late fees", claim.late_fees, rule.late_fees),
        ("attorney fees", claim.attorney_fees, rule.attorney_fees),
        ("costs", claim.costs, rule.costs),
    )
    counted = claim.principal + sum((amount for _, amount, word in parts if word is not Counts.EXCLUDED), ZERO)
    return counted, tuple(name for name, amount, word in parts if amount and word is Counts.NOT_RESEARCHED)


def _barred(plaintiff: PartyKind, who: WhoMayFile | None) -> str:
    if who is None:
        return ""
    allowed = who.natural_person if plaintiff.natural_person else who.entity
    return (
        f"it takes no claim of {'a person' if plaintiff.natural_person else 'a company'}" if allowed is Say.NO else ""
    )


def _remedy(inquiry: Inquiry, on: date) -> str:
    excess, cite = inquiry.value(RuleName.EXCESS, on, Excess)
    if excess and excess.may_waive is Say.YES:
        return f"File in the next court up, or give up what is over the limit, for good ({cite})."
    if excess and excess.may_waive is Say.NO:
        return f"File in the next court up; what is over the limit may not be given up ({cite})."
    return "File in the next court up; whether what is over may be given up is not researched."
