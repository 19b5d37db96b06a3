"""The blanks of `court/statement-of-claim`: who claims what from whom, and why, where no official form is filled.

It is made to go with the court's own form or onto it, and says so on its face.
The verification is for the hand of whoever signs; nothing of it is filled in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kit.documents import wording
from kit.documents.contexts import court_claim, court_facts, fee_words, form_words, letterhead
from kit.documents.contexts.account import Sum
from kit.documents.contexts.court_caption import (
    Captioned,
    caption,
    defendants,
    guarantors_sued,
    party_block,
)
from kit.documents.contexts.court_claim import Claim, claim_on
from kit.documents.contexts.court_law import CourtLaw, court_law
from kit.documents.contexts.discreet import public
from kit.documents.contexts.letterhead import Remark
from kit.documents.contexts.request import Request
from kit.documents.contexts.venue_words import venue
from kit.facts import Facts
from kit.model.case import Case
from kit.model.law_names import RuleName
from kit.model.money import to_minor

TITLE = "Statement of claim"


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A side of the case, and who it is."""

    side: str
    block: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementOfClaim(Captioned):
    """The blanks of ``court/statement-of-claim``."""

    face: str
    forms: tuple[Remark, ...]
    fee: str
    parties: tuple[PartyRow, ...]
    facts: tuple[Remark, ...]
    sums: tuple[Sum, ...]
    claim_day: str
    amount: str
    computed: str
    by_law_sentence: str
    waiver_sentence: str
    venue_sentence: str
    limit_sentence: str
    request: str


def build(facts: Facts, request: Request) -> StatementOfClaim:  # noqa: ARG001 - every document is built from both
    """Fill the statement as of the day of ``facts``. Raises `KitError` where nothing is overdue."""
    case, law = facts.case, court_law(facts)
    claim = claim_on(facts, law, facts.as_of)
    return StatementOfClaim(
        **caption(facts, law, TITLE),
        face=_face(law),
        forms=tuple(Remark(form_words.with_address(one)) for one in form_words.for_claim(law)),
        fee=fee_words.fee(case, law, claim.amount).words,
        parties=tuple(_parties(case)),
        facts=court_facts.statements(facts, claim),
        sums=court_claim.rows(facts, claim),
        claim_day=wording.day(claim.day),
        amount=wording.money(claim.amount, case.currency),
        computed=_computed(facts, claim),
        by_law_sentence=court_claim.by_law_sentence(facts, claim),
        waiver_sentence=court_claim.waiver(facts, law, claim),
        venue_sentence=venue(facts, law),
        limit_sentence=_within(law, claim),
        request=_request(facts, claim),
    )


def _face(law: CourtLaw) -> str:
    if not form_words.for_claim(law):
        return form_words.NONE_KNOWN
    basis = law.basis(RuleName.COURT_FORMS)
    return f"This statement is made to be attached to the form of the court, or to be copied onto it ({basis})."


def _parties(case: Case) -> Iterator[PartyRow]:
    yield PartyRow("Plaintiff", party_block(case, letterhead.creditor_of(case), reach=True))
    sued = guarantors_sued(case)
    for one in defendants(case):
        side = "Defendant, as guarantor" if one in sued else "Defendant"
        yield PartyRow(side, party_block(case, one))


def _computed(facts: Facts, claim: Claim) -> str:
    listed = "The itemization of the claim shows every invoice, payment and charge behind these figures."
    return wording.sentences([listed, court_claim.daily_sentence(facts, claim)])


def _within(law: CourtLaw, claim: Claim) -> str:
    if claim.limit is None or claim.over:
        return ""
    most, basis = wording.money(claim.limit), law.basis(RuleName.SMALL_CLAIMS_LIMIT)
    return f"The amount is within the limit of this court, {most} ({basis})."


def _request(facts: Facts, claim: Claim) -> str:
    case, currency = facts.case, facts.case.currency
    asked = [wording.money(claim.amount, currency)]
    if claim.daily:
        asked.append(f"interest as agreed of {wording.money(claim.daily, currency)} for each day until judgment")
    if claim.by_law:
        asked.append("the interest allowed by law")
    asked.append("the costs of this case")
    return f"Plaintiff asks for judgment against {_against(case)} for {wording.listing(asked)}."


def _against(case: Case) -> str:
    sued = defendants(case)
    if len(sued) == 1:
        return "Defendant"
    limits = {one.name: one.limit for one in guarantors_sued(case) if one.limit is not None}
    names = []
    for one in sued:
        most = limits.get(one.name) if one is not case.debtor else None
        upto = f" (up to {wording.money(to_minor(most, case.currency), case.currency)})" if most is not None else ""
        names.append(f"Defendant {public(case, one.name)}{upto}")
    return wording.listing(names)
