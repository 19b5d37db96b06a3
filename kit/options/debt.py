"""The debt that is compared: what is overdue, how old it is, and what of it a factor or a trustee would look at."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kit.checks.claim_class import Rank, claim_classes
from kit.checks.distribution import distribution
from kit.facts import Facts
from kit.findings import Stopped, stop
from kit.ledger.ageing import days_of
from kit.ledger.claim import claim_sums
from kit.ledger.petition import petition_account
from kit.model.money import DOLLARS, ZERO, spoken
from kit.model.options import Assumptions
from kit.model.ranges import ALL, PercentRange
from kit.model.stay import freezes
from kit.options.result import Range

NONE, NOT_YET, OTHER_MONEY = "K871", "K872", "K873"


@dataclass(frozen=True, slots=True)
class Debt:
    """What is compared, in dollars; ``ages`` holds each part of it with the days it is overdue."""

    amount: Decimal
    principal: Decimal  # without interest, fees and costs
    ages: tuple[tuple[int, Decimal], ...]
    words: str
    petition: bool = False
    ranked: Decimal = ZERO  # of a claim in bankruptcy: paid before claims without rank
    remarks: tuple[str, ...] = ()  # on what such a claim is worth

    def recovery(self, known: Assumptions, own: PercentRange | None, *, wait: Range | None = None) -> Range:
        """Return what comes in of it, per cent: as the user says for this way or for the debt, else by its age.

        With days to ``wait``, the low end is that of the age at their end.
        """
        if said := own or known.recovery:
            return Range(said.low, said.high)
        later = int(wait.high) if wait else 0
        whole = sum((amount for _, amount in self.ages), ZERO)
        low = sum((amount * known.age(days + later).low for days, amount in self.ages), ZERO)
        high = sum((amount * known.age(days).high for days, amount in self.ages), ZERO)
        return Range(low / whole, high / whole) if whole else Range(ZERO, Decimal(ALL))

    @property
    def oldest(self) -> int:
        """How many days the oldest part is overdue."""
        return max((days for days, _ in self.ages), default=0)


def debt_of(facts: Facts) -> Debt:
    """Return what can be compared today; raises `Stopped` where nothing is owed, overdue, or in dollars."""
    case, ledger = facts.case, facts.ledger
    if case.currency != DOLLARS:
        message = (
            f"the debt is in {case.currency}, and fees, costs and hours are compared in dollars; nothing is converted"
        )
        fix = "Compare by hand, or keep a copy of the case in dollars at the rate of the day."
        raise Stopped([stop(OTHER_MONEY, message, case.place("currency"), fix=fix)])
    found = _judged(facts) or (_in_bankruptcy(facts) if freezes(case, facts.as_of) else _overdue(facts))
    if found.amount > 0:
        return found
    if ledger.owed > 0:
        message = f"nothing is overdue on {facts.as_of}; {spoken(ledger.owed, DOLLARS)} is owed and not due yet"
        raise Stopped(
            [stop(NOT_YET, message, case.place("invoices"), fix="Compare once it is overdue: `--as-of` looks ahead.")]
        )
    message = f"nothing is owed on {facts.as_of}, so there is nothing to compare"
    raise Stopped([stop(NONE, message, case.place("invoices"))])


def _overdue(facts: Facts) -> Debt:
    ledger = facts.ledger
    sums = claim_sums(facts.case, ledger)
    late = ledger.claimable
    ages = tuple((days_of(ledger, item), item.balance) for item in late if item.balance > 0)
    parts = {"principal": sums.principal, "interest": sums.interest, "fees": sums.fees, "costs": sums.costs}
    said = ", ".join(f"{spoken(amount, DOLLARS)} {name}" for name, amount in parts.items() if amount)
    held = f", less {spoken(sums.held, DOLLARS)} held for the debtor" if sums.held else ""
    return Debt(sums.whole, min(sums.principal, sums.whole), ages, f"{said}{held}; overdue {_span(ages)}")


def _judged(facts: Facts) -> Debt | None:
    judged = facts.ledger.judgment
    if judged is None or freezes(facts.case, facts.as_of):
        return None
    days = (facts.as_of - judged.entered_on).days
    words = f"on the judgment of {judged.entered_on}"
    return Debt(judged.total, min(judged.principal, judged.total), ((days, judged.total),), words)


def _in_bankruptcy(facts: Facts) -> Debt:
    filed = facts.case.bankruptcy
    if filed is None:
        return _overdue(facts)
    claim = petition_account(
        facts.case, facts.terms, filed.petition_on, facts.as_of, forum=facts.forum, security=filed.security
    )
    classes = claim_classes(facts, claim)
    ranks = (Rank.SECURED, Rank.EXPENSE, Rank.PRIORITY, Rank.GAP)
    ranked = sum((classes.amount(rank) or ZERO for rank in ranks), ZERO)
    whole = claim.total + classes.gap.amount
    words = f"as owed when the petition was filed on {filed.petition_on}"
    ages = (((facts.as_of - filed.petition_on).days, whole),)
    remarks = distribution(facts, classes).remarks
    principal = min(claim.principal, whole)
    return Debt(whole, principal, ages, words, petition=True, ranked=min(ranked, whole), remarks=remarks)


def _span(ages: tuple[tuple[int, Decimal], ...]) -> str:
    days = sorted({days for days, _ in ages})
    if not days or not days[-1]:
        return "since today"
    if len(days) == 1:
        return "1 day" if days[0] == 1 else f"{days[0]} days"
    return f"{days[0]} to {days[-1]} days" if days[0] else f"up to {days[-1]} days"
