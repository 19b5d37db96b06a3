"""Why this court: the ground of venue as a form asks for it, and the place that it names.

The ground is the one that was tested before filing. The words of a ground about a consumer's
contract begin with `consumer_`, since forms have boxes of their own for them.
"""

from __future__ import annotations

from dataclasses import dataclass

from kit.checks.filing.suit import suit_of
from kit.checks.filing.venue import NEEDS, venue_of
from kit.facts import Facts
from kit.model.law_courts import Ground
from kit.model.party import Address

CONSUMER = "consumer_"
_WORDS = {ground: f"{words.removesuffix(' there')} here" for ground, words in NEEDS.items()} | {
    Ground.CONTRACT_PERFORMED: "the contract was performed here",
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
    suit = suit_of(facts)
    if suit.law is None or not suit.court_id:
        return facts.case.small_claims.venue, None
    found = venue_of(suit)
    return (found.ground, _places(facts).get(found.ground)) if found else (None, None)


def _places(facts: Facts) -> dict[Ground, Address]:
    """Return the place in the state of the court to which each ground points."""
    case = facts.case
    debtor, work, signed = case.debtor.address, case.work.place, case.agreement.signed_in
    creditor = case.creditor.address if case.creditor else None
    meant = {
        Ground.DEFENDANT_LIVES: debtor,
        Ground.DEFENDANT_DOES_BUSINESS: debtor,
        Ground.DEFENDANT_OFFICE: debtor,
        Ground.CONTRACT_SIGNED_BY_DEFENDANT: signed,
        Ground.CONTRACT_MADE: signed,
        Ground.CONTRACT_PERFORMED: work,
        Ground.CLAIM_AROSE: work,
        Ground.CONTRACT_BROKEN: creditor,
        Ground.PAYMENT_DUE: creditor,
        Ground.PLAINTIFF_LIVES: creditor,
        Ground.ANYWHERE_IN_STATE: debtor,
    }
    code = facts.forum.code if facts.forum else ""
    return {ground: place for ground, place in meant.items() if place and f"us-{place.state.lower()}" == code}
