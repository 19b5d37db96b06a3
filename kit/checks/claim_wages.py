"""Whether a claim is for wages: what one person earned shortly before the petition (11 U.S.C. § 507(a)(4)).

The rank is for "an individual"; a company has it only for sales commissions, and only where one person works in it
((a)(4)(B)). Whether a freelancer's fee is a wage the courts answer differently: one gave the rank to freelance court
reporters because the section never speaks of employees (In re Corcoran, No. 10-00741 (Bankr. D. Haw. Dec. 16, 2010)),
others ask who controlled the work. So nothing is decided here that the user has not said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from kit.checks.claim_goods import is_work
from kit.ledger.petition_claim import PetitionClaim
from kit.ledger.petition_scope import worked_on
from kit.model.case import Case
from kit.model.law_bankruptcy import PriorityAmounts
from kit.model.money import ZERO, spoken, to_minor

LAW = "11 U.S.C. § 507(a)(4)"
Verdict = Literal["no", "asked", "contractor", "employee"]


@dataclass(frozen=True, slots=True)
class WageLook:
    """What is known of the question whether the claim is for wages.

    ``verdict`` is ``no`` where no individual worked, ``asked`` where the user has not said what it was,
    ``contractor`` or ``employee`` where the case says so. Only an employee's pay is put into the rank; the figures
    are there for the others too.
    """

    verdict: Verdict
    earned: Decimal = ZERO  # unpaid, for work within the days
    undated: Decimal = ZERO  # unpaid, for work whose day the file does not say
    cap: Decimal = ZERO
    first_day: date | None = None  # of the days that count
    facts: tuple[str, ...] = ()  # what the file shows
    questions: tuple[str, ...] = ()  # for the user
    law: str = LAW

    @property
    def possible(self) -> Decimal:
        """The most that could have the rank if the pay was a wage."""
        return min(self.earned, self.cap)

    @property
    def amount(self) -> Decimal:
        """What has the rank as the case stands."""
        return self.possible if self.verdict == "employee" else ZERO


def wage_look(case: Case, claim: PetitionClaim, rule: PriorityAmounts | None, role: str | None) -> WageLook:
    """Return what the file shows about wages in ``claim``; ``role`` is what the user said the creditor was."""
    person = case.creditor is not None and case.creditor.kind.natural_person
    if rule is None or not person:
        return WageLook("no", cap=rule.wages if rule else ZERO)
    first = claim.petition_on - timedelta(days=rule.wages_days)
    earned, undated = _earned(case, claim, first)
    if not earned and not undated:
        return WageLook("no", cap=rule.wages)
    verdict: Verdict = "employee" if role == "employee" else "contractor" if role == "contractor" else "asked"
    return WageLook(
        verdict=verdict,
        earned=to_minor(earned, claim.currency),
        undated=to_minor(undated, claim.currency),
        cap=rule.wages,
        first_day=first,
        facts=tuple(_facts(case, claim, earned, rule)),
        questions=tuple(_questions(rule)),
    )


def _earned(case: Case, claim: PetitionClaim, first: date) -> tuple[Decimal, Decimal]:
    """Return what is unpaid for work within the days before the petition, and for work of no known day."""
    earned = undated = ZERO
    claimed = {row.invoice: row for row in claim.rows if row.principal > 0 and row.billed > 0}
    for invoice in case.invoices:
        if (row := claimed.get(invoice.id)) is None:
            continue
        for line in invoice.lines:
            day = worked_on(invoice, line)
            if not is_work(case, line) or (day and day > claim.petition_on):
                continue
            unpaid = line.net(claim.currency) * min(row.principal / row.billed, Decimal(1))
            undated += unpaid if day is None else ZERO
            earned += unpaid if day and first <= day < claim.petition_on else ZERO
    return max(earned, ZERO), max(undated, ZERO)


def _facts(case: Case, claim: PetitionClaim, earned: Decimal, rule: PriorityAmounts) -> Iterator[str]:
    name = case.creditor.name if case.creditor else ""
    yield f"{name} is a natural person, and the claim is for work."
    yield (
        f"{spoken(to_minor(earned, claim.currency), claim.currency)} of it is unpaid for work of the "
        f"{rule.wages_days} days before the petition; at most {spoken(rule.wages, 'USD')} can have the rank."
    )
    timed = any(line.unit and line.unit.casefold().startswith(("h", "day")) for i in case.invoices for line in i.lines)
    yield "It was billed by time." if timed else "It was billed by the job, not by time."
    kind = "a signed contract" if case.agreement.signed_on else "no signed contract"
    yield f"The file holds {kind} and {len(case.invoices)} invoice{'s' if len(case.invoices) != 1 else ''}."


def _questions(rule: PriorityAmounts) -> Iterator[str]:
    yield "Did the debtor say when, where and how you worked, and did you use its tools?"
    yield "Did you work for others at the same time, and could you send somebody else?"
    yield "Did you get a Form W-2 for it, or a Form 1099-NEC, or neither?"
    yield "Did the debtor close its business before the petition? Then the days are counted back from that day."
    if rule.sales_commissions_percent:
        yield (
            "Was it commission on sales of the debtor's goods or services, and did at least "
            f"{rule.sales_commissions_percent} percent of what you earned as a contractor in the year before the "
            "petition come from the debtor ((a)(4)(B))?"
        )
