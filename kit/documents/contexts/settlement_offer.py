"""The blanks of `letters/settlement-offer`: the letter that brings a settlement agreement.

An offer about a disputed debt is marked as what a court does not hear; one about
a debt that the debtor admits is not, since those rules protect talks about a
dispute.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kit.checks.settlement_law import SettlementLaw, settlement_law
from kit.documents import wording
from kit.documents.contexts import demand_words, letterhead
from kit.documents.contexts import settlement_words as words
from kit.documents.contexts.letter import Letter, opened
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.model.law_words import Say
from kit.model.settlement import Default, SettlementTerms, Stance


@dataclass(frozen=True, slots=True)
class SettlementOffer(Letter):
    """The blanks of ``letters/settlement-offer``."""

    mark: str
    opening: str
    debt: str
    settlement_sum: str
    given_up: str
    offer_sentence: str
    paper_sentence: str
    until_sentence: str
    talks_sentence: str


def decide(facts: Facts, request: Request) -> Request:
    """Return ``request`` with the last day of the offer; raises `KitError` where it has no terms."""
    return replace(request, pay_by=words.terms_of(request).open_until) if facts else request


def build(facts: Facts, request: Request) -> SettlementOffer:
    """Fill the letter as of the day of ``facts``; raises `KitError` where the request has no terms."""
    case, terms = facts.case, words.terms_of(request)
    law = settlement_law(facts, terms.stance)
    amount = wording.money(terms.sum, case.currency)
    until = wording.day(terms.open_until) if terms.open_until else ""
    reach = letterhead.reach(case, facts.as_of)
    return SettlementOffer(
        **opened(facts, enclosures="settlement agreement, two copies"),
        subject="An offer to settle",
        mark=_mark(terms, law),
        opening=wording.sentences([demand_words.represented(facts), _opening(facts)]),
        debt=wording.money(terms.debt, case.currency),
        settlement_sum=amount,
        given_up=wording.money(terms.given_up, case.currency),
        offer_sentence=_offer(facts, terms, amount),
        paper_sentence=(
            "The agreement is enclosed. Please read it, ask a lawyer if you wish, sign both copies and "
            "send them back; we sign them, too, and return one to you."
        ),
        until_sentence=(
            f"The offer stands until {until}. If the signed agreement has not reached us by then, it lapses and "
            f"changes nothing in what is open. If you would agree to something else, {reach} before that day."
            if until
            else f"Until both of us have signed, nothing changes in what is open. For anything else, {reach}."
        ),
        talks_sentence=_talks(terms, law),
    )


def _opening(facts: Facts) -> str:
    return (
        f"This is about what is open under the {letterhead.agreement_words(facts.case)}. So that both of us are done "
        "with it, we offer to take less."
    )


def _offer(facts: Facts, terms: SettlementTerms, amount: str) -> str:
    first, last = terms.instalments[0], terms.instalments[-1]
    at_signing = terms.default is Default.SETTLED_SUM
    rest = "From the day both of us have signed, you owe us this sum and no more." if at_signing else ""
    if first is last:
        by = wording.day(last.due_on)
        if at_signing:
            return f"{rest} It is to reach us by {by}."
        return f"If {amount} reaches us by {by} and clears, we give up the rest."
    count = wording.count(len(terms.instalments), "payment")
    said = (
        f"{rest} It comes in {count}."
        if at_signing
        else f"If {amount} reaches us in {count} and clears, we give up the rest."
    )
    return (
        f"{said} The first, {wording.money(first.amount, facts.case.currency)}, is due by {wording.day(first.due_on)}, "
        f"the last by {wording.day(last.due_on)}; the agreement lists them all."
    )


def _mark(terms: SettlementTerms, law: SettlementLaw) -> str:
    return "For settlement only" if _protected(terms, law) else ""


def _talks(terms: SettlementTerms, law: SettlementLaw) -> str:
    """Return what nobody may make of the letter."""
    kept = "We keep every right and defense that we have; so do you."
    if not _protected(terms, law):
        return kept
    under = f" ({law.talks.law})" if law.talks else ""
    return f"This letter is an offer of compromise. Neither of us may use it to prove what is owed{under}. {kept}"


def _protected(terms: SettlementTerms, law: SettlementLaw) -> bool:
    """Whether the court's law keeps the offer from being shown to prove the debt."""
    if law.talks is None:
        return terms.stance is Stance.DISPUTED
    wide = law.talks.disputed_only is Say.NO
    return law.talks.offers_kept_out is Say.YES and (terms.stance is Stance.DISPUTED or wide)
