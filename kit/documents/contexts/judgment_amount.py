"""The blanks of `court/judgment-amount`: what the court is asked to award, on the filing day and at the hearing.

Where the day of the hearing is not known, its column is left to fill in, with
the sum that each day adds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kit.documents import wording
from kit.documents.contexts import account
from kit.documents.contexts.account import MINUS
from kit.documents.contexts.court_caption import Captioned, caption, hearing_on
from kit.documents.contexts.court_claim import Claim, claim_on
from kit.documents.contexts.court_law import CourtLaw, court_law, filed_on
from kit.documents.contexts.letterhead import Remark
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.model.case import Case
from kit.model.law_debts import ContractRate, JudgmentTerms
from kit.model.law_names import RuleName
from kit.model.money import DOLLARS, ZERO, to_minor
from kit.model.suit import suit_of

TITLE = "Proposed judgment amount"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the amount on both days."""

    what: str
    filing: str
    hearing: str


@dataclass(frozen=True, slots=True)
class CourtCost:
    """A cost of the case."""

    what: str
    amount: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgmentAmount(Captioned):
    """The blanks of ``court/judgment-amount``."""

    opening: str
    filing_label: str
    hearing_label: str
    parts: tuple[Part, ...]
    filing_total: str
    hearing_total: str
    daily: tuple[Remark, ...]
    costs: tuple[CourtCost, ...]
    remarks: tuple[Remark, ...]


def build(facts: Facts, request: Request) -> JudgmentAmount:  # noqa: ARG001 - every document is built from both
    """Fill the sheet; raises `KitError` where nothing is overdue on the day of ``facts``."""
    case, law = facts.case, court_law(facts)
    filing = claim_on(facts, law, filed_on(case, facts.as_of))
    day = hearing_on(case)
    hearing = claim_on(facts, law, day) if day else None
    return JudgmentAmount(
        **caption(facts, law, TITLE),
        opening="Computed from the account as the itemization of the claim shows it. Costs come on top.",
        filing_label=f"Filing, {wording.day(filing.day)}",
        hearing_label=f"Hearing, {wording.day(hearing.day)}" if hearing else "",
        parts=tuple(_parts(case, filing, hearing)),
        filing_total=wording.money(_asked(filing), case.currency),
        hearing_total=wording.money(_asked(hearing), case.currency) if hearing else "",
        daily=tuple(Remark(text) for text in _daily(case, hearing or filing)),
        costs=tuple(_costs(case)),
        remarks=tuple(Remark(text) for text in _remarks(facts, law, hearing or filing)),
    )


def _asked(claim: Claim) -> Decimal:
    return claim.amount + claim.by_law


def _parts(case: Case, filing: Claim, hearing: Claim | None) -> Iterator[Part]:
    """Yield each part that is something on one of the days."""
    for what, first, later in zip(_names(filing), _amounts(filing), _amounts(hearing or filing), strict=True):
        if first or later:
            yield Part(what, _shown(case, first), _shown(case, later) if hearing else "")


def _names(claim: Claim) -> tuple[str, ...]:
    return (
        "Unpaid invoices",
        "Interest agreed",
        account.fees_words(claim.ledger),
        "Costs that the agreement or the law allows",
        "Money of Defendant that Plaintiff holds",
        "Given up, over the limit of the court",
        "Interest allowed by law, for the court to add",
    )


def _amounts(claim: Claim) -> tuple[Decimal, ...]:
    sums = claim.sums
    return (sums.principal, sums.interest, sums.fees, sums.costs, -sums.held, -sums.waived, claim.by_law)


def _shown(case: Case, amount: Decimal) -> str:
    return f"{MINUS if amount < 0 else ''}{wording.money(abs(amount), case.currency)}"


def _daily(case: Case, claim: Claim) -> Iterator[str]:
    """Yield what each further day adds."""
    after = wording.day(claim.day)
    if claim.daily:
        yield f"Each day after {after} adds {wording.money(claim.daily, case.currency)} of interest agreed."
    if claim.by_law and claim.daily_by_law:
        daily = wording.money(claim.daily_by_law, case.currency)
        yield f"Each day after {after} adds {daily} of interest allowed by law."
    beside = claim.ledger.by_law
    if claim.by_law and beside and beside.through:
        yield (
            f"The rates on record end on {wording.day(beside.through)}, and so does the interest allowed by law here. "
            "Look up the later rate and add it."
        )
    if claim.sums.waived and not (claim.daily or claim.daily_by_law):
        yield "The claim stands at the limit of the court, so a further day adds nothing."
    elif not claim.daily and not claim.by_law:
        fees = " Late charges are added as agreed." if claim.sums.fees else ""
        yield f"No interest is charged, so a further day adds none.{fees}"


def _costs(case: Case) -> Iterator[CourtCost]:
    """Yield the costs that a court adds; those not known are lines to fill in."""
    suit = suit_of(case)
    fee = suit.filed.fee if suit else None
    fee_shown = wording.money(to_minor(fee), DOLLARS) if fee is not None else _spent(case, "filing")
    yield CourtCost("Filing fee", fee_shown)
    yield CourtCost("Service of the papers", _spent(case, "service"))
    yield CourtCost("Other, with the receipt", "")


def _spent(case: Case, kind: str) -> str:
    amount = sum((to_minor(one.amount, case.currency) for one in case.costs if one.kind == kind), ZERO)
    return wording.money(amount, case.currency) if amount else ""


def _remarks(facts: Facts, law: CourtLaw, claim: Claim) -> Iterator[str]:
    case = facts.case
    if claim.over and claim.limit is not None:
        over, most = wording.money(claim.over), wording.money(claim.limit)
        yield (
            f"On {wording.day(claim.day)} the claim counts as {over} more than the limit of this court, {most} "
            f"({law.cite(RuleName.SMALL_CLAIMS_LIMIT)}); the court can award no more than it."
        )
    yield _afterwards(case, law)
    if case.currency == DOLLARS:
        yield "Any payment that arrives before the hearing is taken off."
    else:
        yield f"The claim is in {case.currency}; ask the clerk in which currency the court gives judgment."


def _afterwards(case: Case, law: CourtLaw) -> str:
    """Return what interest the judgment itself will bear."""
    terms, rate = law.of(RuleName.JUDGMENT_TERMS, JudgmentTerms), law.answers.get(RuleName.JUDGMENT_INTEREST)
    if case.agreement.interest and terms and terms.contract_rate in (ContractRate.HONOURED, ContractRate.CAPPED):
        most = terms.contract_rate_up_to
        upto = f", up to {wording.percent(most)} a year" if most is not None else ""
        return f"After judgment, the rate agreed goes on{upto} ({law.basis(RuleName.JUDGMENT_TERMS)})."
    if rate and rate.state == "value":
        yearly, basis = wording.percent(rate.value), law.basis(RuleName.JUDGMENT_INTEREST)
        return f"After judgment, interest runs at {yearly} a year ({basis})."
    return "The rate of interest after judgment is not on record: ask the clerk."
