"""The amount of a claim on a day: its parts, what is given up, and what is added each day.

Only what is past its day is claimed, disputed or not, less money held for the
debtor: the same figures as on the court's form. Interest that the law gives
where none was agreed, and the court's own costs, stand beside the amount.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from kit.checks.court import claimed
from kit.checks.filing.suit import suit_of
from kit.checks.filing.ways import given_up
from kit.documents import wording
from kit.documents.contexts import account
from kit.documents.contexts.account import Sum
from kit.documents.contexts.court_law import CourtLaw, cited, filed_on
from kit.documents.forms.claim_answers import Sums, sums_of
from kit.facts import Facts
from kit.findings import KitError
from kit.ledger.account import Item, Ledger
from kit.ledger.build import build_ledger
from kit.ledger.resolution import terms_of
from kit.model.law_courts import Counts, Excess, LimitCounts
from kit.model.law_names import RuleName
from kit.model.money import DOLLARS, ZERO


@dataclass(frozen=True, slots=True)
class Claim:
    """What is claimed on ``day``; ``counted`` is the part that the court's limit reaches."""

    day: date
    ledger: Ledger
    items: tuple[Item, ...]  # claimed, with something owed on each
    sums: Sums
    counted: Decimal
    counts: LimitCounts
    limit: Decimal | None  # None where it is not known, or in another currency

    @property
    def amount(self) -> Decimal:
        """What is claimed, without what the court adds."""
        return self.sums.amount

    @property
    def over(self) -> Decimal:
        """By how much the claim is still over the limit, after what is given up."""
        return ZERO if self.limit is None else max(ZERO, self.counted - self.sums.waived - self.limit)

    @property
    def by_law(self) -> Decimal:
        """Interest that the law gives where none was agreed."""
        return self.ledger.by_law.amount if self.ledger.by_law else ZERO

    @property
    def daily(self) -> Decimal:
        """Agreed interest of the day after, as printed; nothing where it would only be given up."""
        agreed = self.ledger.interest is not None and self.ledger.interest.basis == "agreed"
        return self.ledger.per_diem.printed if agreed and self._adds(self.counts.contract_interest) else ZERO

    @property
    def daily_by_law(self) -> Decimal:
        """Interest by law of the day after; nothing where the rates on record end before it."""
        beside = self.ledger.by_law
        known = beside is not None and beside.through is None and self._adds(self.counts.interest)
        return beside.per_diem.printed if beside and known else ZERO

    def _adds(self, word: Counts) -> bool:
        """Whether interest of one kind still adds to a claim, part of which may be given up for the limit."""
        return not self.sums.waived or word is Counts.EXCLUDED


def claim_on(facts: Facts, law: CourtLaw, day: date) -> Claim:
    """Return the claim of today as it stands on ``day``. Raises `KitError` where nothing is past its day."""
    today = {(item.invoice, item.number) for item in facts.ledger.claimable if item.balance}
    if not sums_of(facts).whole:
        raise KitError("nothing of this case is overdue, so there is nothing to claim in court")
    then = facts if day == facts.as_of else _on(facts, day, today)
    limit, counts = law.answers.get(RuleName.SMALL_CLAIMS_LIMIT), law.of(RuleName.LIMIT_COUNTS, LimitCounts)
    known = limit is not None and limit.state == "value" and facts.case.currency == DOLLARS
    counts = counts or LimitCounts()
    items = tuple(one for one in then.ledger.claimable if one.balance)
    most = limit.value if limit and known else None
    return Claim(
        day, then.ledger, items, _sums(then, facts.as_of), claimed(then, counts) if known else ZERO, counts, most
    )


def _sums(then: Facts, today: date) -> Sums:
    """Return the sums of a later day; what is given up goes by the limit of the day of filing, which is ``today``."""
    return replace(sums_of(then), waived=given_up(suit_of(replace(then, as_of=filed_on(then.case, today)))))


def _on(facts: Facts, day: date, today: set[tuple[str, int]]) -> Facts:
    """Return the facts as they stand on another day if nothing else happens, without what falls due only then."""
    ledger = build_ledger(facts.case, terms_of(facts.case, facts.law, day)[0], day)
    kept = tuple(one for one in ledger.items if (one.invoice, one.number) in today or not one.invoice)
    return replace(facts, as_of=day, ledger=replace(ledger, items=kept))


def rows(facts: Facts, claim: Claim) -> tuple[Sum, ...]:
    """Return the amount line by line; the lines add up to what is claimed."""
    currency, sums = facts.case.currency, claim.sums
    named = (
        ("Unpaid invoices", sums.principal),
        ("Interest agreed", sums.interest),
        (account.fees_words(claim.ledger), sums.fees),
        ("Costs that the agreement or the law allows", sums.costs),
    )
    return (
        *(Sum(what, wording.money(amount, currency)) for what, amount in named if amount),
        *account.less("Money of Defendant that Plaintiff holds", sums.held, currency),
        *account.less("Given up, over the limit of the court", sums.waived, currency),
    )


def waiver(facts: Facts, law: CourtLaw, claim: Claim) -> str:
    """Return what is given up and that it is for good; empty where nothing is."""
    given, rule = claim.sums.waived, law.of(RuleName.EXCESS, Excess)
    if not given or claim.limit is None:
        return ""
    amount, most = wording.money(given, facts.case.currency), wording.money(claim.limit)
    when = f" This takes effect {rule.effective}." if rule and rule.effective else ""
    cite = law.cite(RuleName.EXCESS)
    return (
        f"The limit of this court is {most} ({law.cite(RuleName.SMALL_CLAIMS_LIMIT)}). Plaintiff gives up {amount} of "
        f"the claim so as to stay in this court, and understands that this part cannot be claimed later"
        f"{f' ({cite})' if cite else ''}.{when}"
    )


def by_law_sentence(facts: Facts, claim: Claim) -> str:
    """Return the request for interest allowed by law; empty where there is none to ask for."""
    beside = claim.ledger.by_law
    if beside is None or not beside.amount:
        return ""
    amount, until = wording.money(beside.amount, facts.case.currency), wording.day(beside.through or claim.day)
    daily = wording.money(claim.daily_by_law, facts.case.currency) if claim.daily_by_law else ""
    after = f", and {daily} for each day after" if daily else ""
    return (
        "No interest was agreed. Plaintiff asks the court to add the interest allowed by law: "
        f"{amount} through {until}{after} ({cited(beside.cite)})."
    )


def daily_sentence(facts: Facts, claim: Claim) -> str:
    """Return what agreed interest adds each day; empty where none runs."""
    if not claim.daily:
        return ""
    daily = wording.money(claim.daily, facts.case.currency)
    return f"Interest as agreed goes on after {wording.day(claim.day)}: {daily} for each day."
