"""Why this court may hear the claim here: the ground of venue, from the facts, or as the user chose it."""

from __future__ import annotations

from collections.abc import Iterator

from kit.checks.filing.result import Tested, VenueChoice
from kit.checks.filing.suit import Ruled, Suit, clear, told
from kit.checks.place import PLACES, address_at
from kit.findings import Place, note, stop
from kit.model.law_contracts import Clause, Validity
from kit.model.law_courts import Ground, Venue
from kit.model.law_names import RuleName
from kit.model.party import Address, PartyKind

NEEDS = {  # what has to be so at the place of the court
    Ground.DEFENDANT_LIVES: "the defendant lives there",
    Ground.DEFENDANT_WORKS: "the defendant works there",
    Ground.DEFENDANT_DOES_BUSINESS: "the defendant does business there",
    Ground.DEFENDANT_OFFICE: "the defendant has its office there",
    Ground.CONTRACT_MADE: "the contract was made there",
    Ground.CONTRACT_SIGNED_BY_DEFENDANT: "the defendant signed the contract there",
    Ground.CONTRACT_PERFORMED: "the contract was to be performed there",
    Ground.CONTRACT_BROKEN: "the contract was broken there",
    Ground.PAYMENT_DUE: "the payment was due there",
    Ground.CLAIM_AROSE: "the claim arose there",
    Ground.PLAINTIFF_LIVES: "the plaintiff lives there",
    Ground.ANYWHERE_IN_STATE: "any court of the state may hear it",
}
COMPANY = "has its office, where a company is taken to live,"


def venue_of(suit: Suit) -> VenueChoice | None:
    """Return the ground on which this court may hear the claim: the user's own, else the first that the facts bear."""
    ruled, wanted = suit.ask(RuleName.VENUE, Venue), suit.case.small_claims.venue
    grounds = ruled.value.grounds if ruled.value else ()
    if not suit.case.debtor.kind.natural_person and Ground.DEFENDANT_OFFICE in grounds:
        grounds = tuple(ground for ground in grounds if ground is not Ground.DEFENDANT_LIVES)
    borne = [(ground, found) for ground in grounds if (found := _borne(suit, ground))]
    if wanted is not None:
        found = _borne(suit, wanted)
        why, fact = found or (NEEDS[wanted], suit.case.place("small_claims", "venue"))
        others = tuple(ground for ground, _ in borne if ground is not wanted)
        return VenueChoice(wanted, why, fact, ruled.cite, others, from_file=True)
    if not borne:
        return None
    (ground, (why, fact)), *rest = borne
    return VenueChoice(ground, why, fact, ruled.cite, tuple(other for other, _ in rest))


def _borne(suit: Suit, ground: Ground) -> tuple[str, Place | None] | None:
    """Return what bears out ``ground`` in one sentence, and where the file says it; None where nothing does."""
    words, loc = _words(suit, ground), PLACES[ground]
    address = address_at(suit.case, loc)
    if not words or address is None or address.state != suit.state:
        return None
    return f"{words} {spot_words(address)}", suit.case.place(*loc)


def _words(suit: Suit, ground: Ground) -> str:
    """Return how a ground that could hold for this defendant begins; empty where it cannot, or no file could say it."""
    debtor, creditor = suit.case.debtor, suit.case.creditor
    natural = debtor.kind.natural_person
    trades = not natural or debtor.dba or debtor.kind is PartyKind.SOLE_PROPRIETOR
    return {
        Ground.DEFENDANT_LIVES: f"{debtor.name} {'lives' if natural else COMPANY} in",
        Ground.DEFENDANT_OFFICE: "" if natural else f"{debtor.name} has its office in",
        Ground.DEFENDANT_DOES_BUSINESS: f"{debtor.name} does business in" if trades else "",
        Ground.CONTRACT_MADE: "the contract was signed in",
        Ground.CONTRACT_SIGNED_BY_DEFENDANT: f"{debtor.name} signed the contract in",
        Ground.CONTRACT_PERFORMED: "the work was done in",
        Ground.CLAIM_AROSE: "the claim arose where the work was done, in",
        Ground.CONTRACT_BROKEN: "the contract was broken where the payment was due, in",
        Ground.PAYMENT_DUE: "the payment was due in",
        Ground.PLAINTIFF_LIVES: f"{creditor.name if creditor else 'the plaintiff'} is in",
        Ground.ANYWHERE_IN_STATE: f"any court of {suit.forum.name} may hear it; {debtor.name} is in",
    }.get(ground, "")


def spot_words(address: Address) -> str:
    """Return a place by city and county."""
    county = f", {address.county.removesuffix(' County')} County" if address.county else ""
    return f"{address.city}{county}"


def venue(suit: Suit) -> Iterator[Tested]:
    """State the ground of venue, and hold the user's choice against the law."""
    ruled, chosen = suit.ask(RuleName.VENUE, Venue), venue_of(suit)
    fact = suit.case.place("small_claims", "venue")
    if ruled.value is None:
        yield suit.unknown(RuleName.VENUE, "Nobody has researched it" if ruled.known else "", fact)
        return
    listed = "; or ".join(NEEDS[ground] for ground in ruled.value.grounds)
    if chosen is None:
        message = f"nothing in the file shows that this court may hear the claim; the law asks that {listed}"
        fix = (
            "Add the place that makes it so (`debtor.address`, `work.place`, `agreement.signed_in`), or sue elsewhere."
        )
        yield told(stop("K680", message, fact, fix=fix, law=ruled.cite, overridable=True), ruled.answer)
    elif chosen.ground not in ruled.value.grounds:
        message = f"the file chooses `{chosen.ground}` as the ground of venue; the law asks that {listed}"
        yield told(
            stop("K680", message, fact, fix="Choose one of these.", law=ruled.cite, overridable=True), ruled.answer
        )
    elif _borne(suit, chosen.ground) is None:
        message = f"the file says that {chosen.why}, and names no place for it"
        fix = "Be ready to show it at the hearing, or add the place to the file."
        yield told(note("K680", message, fact, fix=fix, law=ruled.cite), ruled.answer)
    else:
        yield clear(chosen.why, chosen.fact, ruled.answer)


def forum_clause(suit: Suit) -> Iterator[Tested]:
    """Ask whether the agreement sends suits to the courts of another state."""
    clause, fact = suit.case.agreement.conditions.forum_clause, suit.case.place("agreement", "conditions")
    if clause is None:
        yield clear("no clause in the file sends suits to another state", fact)
        return
    fact = suit.case.place("agreement", "conditions", "forum_clause")
    if clause == suit.forum.code:
        yield clear(f"the agreement names the courts of {suit.forum.name}, where you file", fact)
        return
    ruled: Ruled[Clause] = suit.ask(RuleName.FORUM_CLAUSE, Clause)
    message = f"the agreement sends suits to the courts of {clause}, not to those of {suit.forum.name}"
    if ruled.value and ruled.value.validity is Validity.VOID:
        fix = "Expect the defendant to point at the clause, and have the law at hand."
        yield told(note("K683", f"{message}; that is void here", fact, fix=fix, law=ruled.cite), ruled.answer)
        return
    doubt = "" if ruled.value else "; whether it stands here is not known"
    if ruled.value and ruled.value.validity is Validity.LIMITED:
        doubt = f"; it does not stand for {', '.join(ruled.value.void_for) or 'some contracts'}"
    fix = "Sue there, or ask a lawyer whether the clause binds you."
    yield told(stop("K683", message + doubt, fact, fix=fix, law=ruled.cite, overridable=True), ruled.answer)
