"""Why this court: the ground of venue as a form asks for it, and the place that it names.

The case's own word goes first; else the first ground that the law of the court
knows and a fact of the case supports. The words of a ground about a consumer's
contract begin with `consumer_`, since forms have boxes of their own for them.
"""

from __future__ import annotations

from dataclasses import dataclass

from kit.checks.court import inquiry_for
from kit.documents.forms.filing_answers import court_id
from kit.facts import Facts
from kit.model.law_courts import Ground, Venue
from kit.model.law_names import RuleName
from kit.model.party import Address

CONSUMER = "consumer_"
_WORDS = {
    Ground.DEFENDANT_LIVES: "the defendant lives here",
    Ground.DEFENDANT_WORKS: "the defendant works here",
    Ground.DEFENDANT_DOES_BUSINESS: "the defendant does business here",
    Ground.DEFENDANT_OFFICE: "the defendant has its office here",
    Ground.CONTRACT_MADE: "the contract was made here",
    Ground.CONTRACT_SIGNED_BY_DEFENDANT: "the defendant signed the contract here",
    Ground.CONTRACT_PERFORMED: "the contract was performed here",
    Ground.CONTRACT_BROKEN: "the contract was broken here",
    Ground.PAYMENT_DUE: "the payment was due here",
    Ground.CLAIM_AROSE: "the claim arose here",
    Ground.PLAINTIFF_LIVES: "the plaintiff lives here",
    Ground.ANYWHERE_IN_STATE: "the claim may be brought in any county of the state",
}
GROUNDS = tuple(ground.value for ground in Ground)


@dataclass(frozen=True, slots=True)
class VenueAnswers:
    """The ground, its words and its place; None where no fact of the case supports one."""

    ground: str | None = None  # contract_made, consumer_defendant_lives ...
    words: str | None = None
    place: str = ""
    city: str = ""
    county: str = ""
    zip: str = ""


def venue_answers(facts: Facts) -> VenueAnswers:
    """Return where the claim is brought, and why there."""
    ground, place = _chosen(facts)
    if ground is None:
        return VenueAnswers()
    where = f" ({place.city}{f', {place.county} County' if place.county else ''})" if place else ""
    return VenueAnswers(
        ground=f"{CONSUMER if facts.case.consumer else ''}{ground.value}",
        words=f"{_WORDS[ground][:1].upper()}{_WORDS[ground][1:]}{where}.",
        place=", ".join(place.lines) if place else "",
        city=place.city if place else "",
        county=(place.county or "").removesuffix(" County") if place else "",
        zip=place.zip if place else "",
    )


def _chosen(facts: Facts) -> tuple[Ground | None, Address | None]:
    places = _places(facts)
    if own := facts.case.small_claims.venue:
        return own, places.get(own)
    for ground in _grounds(facts):
        if place := places.get(ground):
            return ground, place
    return None, None


def _grounds(facts: Facts) -> tuple[Ground, ...]:
    court = court_id(facts)
    if facts.forum is None or court is None:
        return ()
    venue, _ = inquiry_for(facts, facts.forum).value(RuleName.VENUE, facts.as_of, Venue, court=court)
    return venue.grounds if venue else ()


def _places(facts: Facts) -> dict[Ground, Address]:
    """Return the place in the state of the court to which each ground points."""
    case = facts.case
    debtor, work, signed = case.debtor.address, case.work.place, case.agreement.signed_in
    creditor = case.creditor.address if case.creditor else None
    natural = case.debtor.kind.natural_person
    meant = {
        Ground.DEFENDANT_LIVES: debtor if natural else None,
        Ground.DEFENDANT_DOES_BUSINESS: None if natural else debtor,
        Ground.DEFENDANT_OFFICE: None if natural else debtor,
        Ground.CONTRACT_SIGNED_BY_DEFENDANT: signed,
        Ground.CONTRACT_MADE: signed,
        Ground.CONTRACT_PERFORMED: work,
        Ground.CLAIM_AROSE: work,
        Ground.PLAINTIFF_LIVES: creditor if case.creditor and case.creditor.kind.natural_person else None,
        Ground.ANYWHERE_IN_STATE: debtor,
    }
    code = facts.forum.code if facts.forum else ""
    return {ground: place for ground, place in meant.items() if place and f"us-{place.state.lower()}" == code}
