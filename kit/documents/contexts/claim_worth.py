"""The blanks of `internal/claim-worth`: who is paid before the claim, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kit.checks.bankruptcy_days import case_days
from kit.checks.case_deadline import DeadlineKind
from kit.checks.claim_class import claim_classes
from kit.checks.distribution import Rung, distribution
from kit.documents import wording
from kit.documents.contexts.bankruptcy_caption import BankruptcyCaptioned, bankruptcy_caption
from kit.documents.contexts.request import Request
from kit.documents.forms.claim_form_facts import claim_of, filed_of
from kit.facts import Facts

TITLE = "What the claim is worth"


@dataclass(frozen=True, slots=True)
class Place:
    """One class, in the order of payment."""

    place: str
    who: str
    law: str
    yours: str


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimWorth(BankruptcyCaptioned):
    """The blanks of ``internal/claim-worth``."""

    today: str
    rungs: tuple[Place, ...]
    remarks: tuple[Remark, ...]


def build(facts: Facts, request: Request) -> ClaimWorth:  # noqa: ARG001 - every document is built from both
    """Fill the page. Raises `KitError` where no petition is on record or nothing was owed on its day."""
    claim = claim_of(facts)
    found = distribution(facts, claim_classes(facts, claim), late=_late(facts))
    return ClaimWorth(
        **bankruptcy_caption(facts, TITLE),
        today=wording.day(facts.as_of),
        rungs=tuple(_place(one, claim.currency) for one in found.rungs),
        remarks=tuple(Remark(wording.curly(text)) for text in found.remarks),
    )


def _late(facts: Facts) -> bool:
    """Whether the last day for claims passed before the first claim was filed."""
    last = case_days(facts).of(DeadlineKind.CLAIM)
    first = min((one.on for one in filed_of(facts).claims if one.on <= facts.as_of), default=facts.as_of)
    return last is not None and last.passed(first)


def _place(one: Rung, currency: str) -> Place:
    return Place(str(one.place + 1), wording.curly(one.who), one.law, _yours(one.yours, currency))


def _yours(amount: Decimal | None, currency: str) -> str:
    if amount is None:
        return "not known"
    return wording.money(amount, currency) if amount else ""
