"""Who is sued: by which name, in what standing, with which guarantors, and what is known of military service."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from kit.checks.filing.result import Defendant, Tested
from kit.checks.filing.suit import Suit, clear, told
from kit.checks.parties import check_parties
from kit.findings import Place, Severity, note, stop
from kit.model.capacity import Capacity, Known
from kit.model.law_days import MilitaryAffidavit
from kit.model.law_names import RuleName
from kit.model.law_words import ClaimWord
from kit.model.party import Party, PartyKind

FRESH = timedelta(days=30)  # a status report older than this is looked up again; not a figure of law
NAME, TRADE_NAME, STANDING = "K110", "K111", "K112"


def defendants_of(suit: Suit) -> tuple[Defendant, ...]:
    """Return the debtor, then each guarantor whom the case says to sue, with the most that can be claimed of it."""
    return (Defendant(suit.case.debtor), *(_guarantor(suit, one) for one in _sued(suit)))


def _sued(suit: Suit) -> tuple[int, ...]:
    return tuple(index for index, one in enumerate(suit.case.guarantors) if one.sue)


def _guarantor(suit: Suit, index: int) -> Defendant:
    party, agreed = suit.case.guarantors[index], suit.case.agreement.guaranty
    limits = [party.limit] if party.limit is not None else []
    if agreed and agreed.guarantor == party.name and agreed.limit is not None:
        limits.append(agreed.limit)
    if (court := _court_limit(suit)) is not None:
        limits.append(court)
    return Defendant(party, guarantor=True, at_most=min(limits, default=None))


def _court_limit(suit: Suit) -> Decimal | None:
    """Return the court's limit against a guarantor, where the law has one of its own."""
    if not suit.law or not suit.court_id:
        return None
    plain = suit.ask(RuleName.SMALL_CLAIMS_LIMIT, Decimal)
    own = suit.ask(RuleName.SMALL_CLAIMS_LIMIT, Decimal, claim=ClaimWord.GUARANTY)
    return own.value if own.value is not None and own.value != plain.value else None


def sued_at(suit: Suit) -> Iterator[tuple[Party, tuple[str | int, ...]]]:
    """Yield each defendant with where the file describes it."""
    yield suit.case.debtor, ("debtor",)
    for index in _sued(suit):
        yield suit.case.guarantors[index], ("guarantors", index)


def name(suit: Suit) -> Iterator[Tested]:
    """Ask whether each defendant is named as a judgment must name it."""
    places = [suit.case.place(*where, key) for _, where in sued_at(suit) for key in ("name", "kind")]
    found = [one for one in check_parties(suit.case, suit.as_of) if one.code == NAME]
    mine = [one for one in found if one.place in places or one.place is None]
    for one in mine:
        fix = f"{one.fix} A judgment against a wrong name cannot be enforced."
        yield told(replace(one, severity=Severity.STOP, overridable=True, fix=fix))
    if not mine:
        names = " and ".join(party.name for party, _ in sued_at(suit))
        yield clear(f"sued as {names}, as the file gives the legal name", suit.case.place("debtor", "name"))


def trade_name(suit: Suit) -> Iterator[Tested]:
    """Ask about a trade name and standing of the defendant."""
    case, debtor = suit.case, suit.case.debtor
    fact = case.place("debtor", "dba")
    if debtor.good_standing is Known.NO:
        message = f"{debtor.name} is not in good standing"
        fix = "Look it up at the secretary of state: a dissolved company has its own claim deadline."
        yield told(note(STANDING, message, case.place("debtor", "good_standing"), fix=fix))
    if debtor.dba and debtor.dba_registered is not Known.YES:
        message = f"{debtor.name} trades as `{debtor.dba}`, and it is not known whether that name is registered to it"
        fix = "Look it up at the county or the state, then write `dba_registered: yes` under `debtor`."
        yield told(note(TRADE_NAME, message, fact, fix=fix))
    elif debtor.dba:
        yield clear(f"sued as {debtor.shown_name}; the trade name is registered", fact)
    else:
        yield clear(f"no other name of {debtor.name} is in the file", case.place("debtor", "name"))


def guarantors(suit: Suit) -> Iterator[Tested]:
    """Ask who else promised to pay, whether they are sued too, and up to what sum."""
    case = suit.case
    if not case.guarantors:
        yield clear("nobody guaranteed the debt, as far as the file says", case.place("debtor"))
    for index, party in enumerate(case.guarantors):
        fact = case.place("guarantors", index)
        if not party.sue:
            message = f"{party.name} guaranteed the debt and is not sued"
            fix = "Write `sue: yes` there to sue both in one claim."
            yield told(note("K682", message, fact, fix=fix))
            continue
        yield _sum(suit, _guarantor(suit, index), fact)


def _sum(suit: Suit, guarantor: Defendant, fact: Place | None) -> Tested:
    own = suit.ask(RuleName.SMALL_CLAIMS_LIMIT, Decimal, claim=ClaimWord.GUARANTY)
    court, name = _court_limit(suit), guarantor.party.name
    if court is not None and suit.counted > court and (guarantor.at_most or court) >= court:
        message = (
            f"the court hears at most {suit.money(court)} against a guarantor; the claim is {suit.money(suit.counted)}"
        )
        fix = "Leave the guarantor out (`sue: no`), or file in the next court up."
        return told(stop("K682", message, fact, fix=fix, law=own.cite, overridable=True), own.answer)
    if guarantor.at_most is not None and guarantor.at_most < suit.claim:
        message = f"{name} promised {suit.money(guarantor.at_most)} at most, and the claim is {suit.money(suit.claim)}"
        return told(note("K682", message, fact, fix="Say so on the claim: no more is asked of the guarantor."))
    if not own.known:
        return suit.unknown(RuleName.SMALL_CLAIMS_LIMIT, "", fact)
    return clear(f"{name} is sued with the debtor, for the whole claim", fact, own.answer)


def capacity(suit: Suit) -> Iterator[Tested]:
    """Ask whether each side can sue and be sued in its own name."""
    sides = [(party, where, "sued") for party, where in sued_at(suit)]
    if suit.case.creditor:
        sides.append((suit.case.creditor, ("creditor",), "plaintiff"))
    odd = [(party, where, what) for party, where, what in sides if party.capacity is not Capacity.ADULT]
    for party, where, what in odd:
        yield _standing(suit, party, suit.case.place(*where, "capacity"), what)
    if not odd:
        yield clear("no minor, estate or ward is a party", suit.case.place("debtor", "kind"))


def _standing(suit: Suit, party: Party, fact: Place | None, what: str) -> Tested:
    kind, acts = party.capacity, party.representative
    if kind is Capacity.ESTATE:
        if what == "plaintiff" and acts:
            return told(
                note("K685", f"{party.name} sues through {acts}", fact, fix="Bring the letters of appointment.")
            )
        who = acts or "the executor or administrator"
        message = f"{party.name} is an estate; a claim goes to {who} first, in the time the probate law gives"
        fix = "File the claim in the estate; sue only after it was refused, and name the representative."
        rule = suit.inquiry.ask(RuleName.ESTATE_CLAIMS, suit.as_of) if suit.law else None
        return told(stop("K685", message, fact, fix=fix, law=rule.cite if rule else "", overridable=True), rule)
    word = "a minor" if kind is Capacity.MINOR else "not able to act in law"
    if acts:
        message = f"{party.name} is {word}; {acts} is to stand in the papers as representative"
        return told(note("K685", message, fact, fix="Ask the clerk for the court's form of appointment."))
    message = f"{party.name} is {word} and cannot be {what} without a guardian"
    fix = "Find out who the guardian is and write `representative:` there, or ask the court to appoint one."
    return told(stop("K685", message, fact, fix=fix, overridable=True))


def public_body(suit: Suit) -> Iterator[Tested]:
    """Ask whether a public body is sued, which wants a claim presented first."""
    bodies = [(party, where) for party, where in sued_at(suit) if party.kind is PartyKind.GOVERNMENT]
    for party, where in bodies:
        message = f"{party.name} is a public body; most want a written claim first, in a short time of their own"
        fix = "Present the claim as its own law asks, wait for the answer, and put both among the exhibits."
        yield told(stop("K686", message, suit.case.place(*where, "kind"), fix=fix, overridable=True))
    if not bodies:
        yield clear("no public body is sued", suit.case.place("debtor", "kind"))


def military(suit: Suit) -> Iterator[Tested]:
    """Ask what is known of military service of each person sued; nothing is ever assumed."""
    answer = suit.federal.ask(RuleName.MILITARY_AFFIDAVIT, suit.as_of) if suit.federal else None
    law = answer.of(MilitaryAffidavit) if answer else None
    people = [(party, where) for party, where in sued_at(suit) if party.kind.natural_person]
    cite = answer.cite if answer else ""
    for party, where in people:
        seen, fact = party.military, suit.case.place(*where, "military") or suit.case.place(*where)
        look = f" at {law.look_up}" if law and law.look_up else ""
        if seen is None or seen.in_service is Known.UNKNOWN:
            message = f"whether {party.name} is in military service is not known; no default without a sworn statement"
            fix = (
                f"Look it up{look}, write `military: {{in_service: .., checked_on: .., how: ..}}` there, and sign the "
                "declaration in the packet."
            )
            yield told(note("K687", message, fact, fix=fix, law=cite), answer)
        elif seen.in_service is Known.YES:
            message = f"{party.name} is in military service, as seen on {seen.checked_on}; no default is given easily"
            fix = "Ask a lawyer: the court appoints one for the absent defendant, and older debts bear less interest."
            yield told(note("K687", message, fact, fix=fix, law=cite), answer)
        elif suit.as_of - seen.checked_on > FRESH:
            message = f"{party.name} was not in military service on {seen.checked_on}, which is a while ago"
            yield told(note("K687", message, fact, fix=f"Look it up again{look} before you sign.", law=cite), answer)
        else:
            said = f"{party.name} was not in military service on {seen.checked_on} ({seen.how})"
            yield clear(said, fact, answer)
    if not people:
        yield clear("no natural person is sued, so no statement on military service is asked", cite=cite)
