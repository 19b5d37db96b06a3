"""Can the claim be served: on whom, and across which line."""

from __future__ import annotations

from collections.abc import Iterator

from kit.checks.filing.defendant import sued_at
from kit.checks.filing.result import Tested
from kit.checks.filing.suit import Ruled, Suit, clear, settled, told
from kit.findings import Place, note, stop
from kit.model.law_courts import Service
from kit.model.law_names import RuleName
from kit.model.law_words import Say
from kit.model.party import Party

HOME = ("US", "USA", "UNITED STATES")


def agent(suit: Suit) -> Iterator[Tested]:
    """Ask on whom each defendant is served."""
    for party, where in sued_at(suit):
        fact = suit.case.place(*where, "registered_agent") or suit.case.place(*where)
        if party.kind.natural_person:
            yield clear(f"{party.name} is a person and is served personally or as the law allows", fact)
        elif party.registered_agent:
            yield clear(f"{party.name} is served through {party.registered_agent.name}", fact)
        else:
            message = f"no registered agent of {party.name} is in the file; a company is served through one"
            fix = "Look it up at the secretary of state and add `registered_agent: {name: .., address: ..}`."
            yield told(note("K681", message, fact, fix=fix))


def state_line(suit: Suit) -> Iterator[Tested]:
    """Ask whether each defendant can be served, and reached by this court, where it is."""
    ruled = suit.ask(RuleName.SERVICE, Service)
    for party, where in sued_at(suit):
        yield _line(suit, party, suit.case.place(*where, "address") or suit.case.place(*where), ruled)


def _line(suit: Suit, party: Party, fact: Place | None, ruled: Ruled[Service]) -> Tested:
    agent = party.registered_agent
    if party.state is None:
        message = f"where {party.name} is is not in the file, so nobody knows where to serve"
        return told(stop("K681", message, fact, fix="Add `address:` there.", overridable=True))
    if party.state == suit.state:
        return clear(f"{party.name} is in {suit.forum.name}, where the court's papers reach", fact, ruled.answer)
    if agent and agent.address.state == suit.state:
        return clear(f"{party.name} has an agent for service in {suit.forum.name}: {agent.name}", fact, ruled.answer)
    return _beyond(suit, f"{party.name} is in {party.state}, outside {suit.forum.name}", fact, ruled)


def _beyond(suit: Suit, there: str, fact: Place | None, ruled: Ruled[Service]) -> Tested:
    """Judge a defendant who is elsewhere, with no agent here."""
    why, word = suit.case.small_claims.service_beyond_state, Say.NOT_RESEARCHED
    if why:
        fix = "Be ready to show it: the judge must be satisfied both of the reach and of the service."
        said = f"{there}; the file says why the court reaches it: {why}"
        return told(note("K681", said, fact, fix=fix, law=ruled.cite), ruled.answer)
    word = ruled.value.beyond_state_line if ruled.value else word
    if not settled(word):
        reason = f"{there}; whether papers may be served beyond the state line is not settled" if ruled.known else ""
        return suit.unknown(RuleName.SERVICE, reason, fact)
    no = "small-claims papers are not served beyond the state line"
    yes = "papers reach it there, and the court must also have power over it: by work, contract or business here"
    fix = "Sue where it is, or say why it can be served here: `small_claims: {service_beyond_state: ..}`."
    message = f"{there}; {no if word is Say.NO else yes}"
    return told(stop("K681", message, fact, fix=fix, law=ruled.cite, overridable=True), ruled.answer)


def abroad(suit: Suit) -> Iterator[Tested]:
    """Ask whether a defendant is in another country."""
    far = [
        (party, where) for party, where in sued_at(suit) if party.address and party.address.country.upper() not in HOME
    ]
    for party, where in far:
        country = party.address.country if party.address else ""
        message = (
            f"{party.name} is in {country}; papers go there only as treaties allow, and a judgment may not count there"
        )
        fix = "Ask a lawyer first, or sue where it is. A guarantor or assets in this country change the sum."
        yield told(stop("K686", message, suit.case.place(*where, "address"), fix=fix, overridable=True))
    if not far:
        yield clear("no defendant is in another country", suit.case.place("debtor", "address"))
