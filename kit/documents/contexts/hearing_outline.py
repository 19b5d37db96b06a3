"""The blanks of `internal/hearing-outline`: what to say, prove, expect, ask and bring on the day.

Everything rests on the file; what the file does not show is said plainly.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from kit.documents import wording
from kit.documents.contexts import appear_words, letterhead
from kit.documents.contexts.claim_money import claimed_invoices, good_payments, went_here, went_where
from kit.documents.contexts.court_caption import LINE, foot, hearing_on, hearing_set
from kit.documents.contexts.court_claim import Claim, claim_on
from kit.documents.contexts.court_facts import AGREED
from kit.documents.contexts.court_law import CourtLaw, court_law
from kit.documents.contexts.exhibit_refs import Exhibits, exhibits
from kit.documents.contexts.hearing_answers import Defense, defenses, questions
from kit.documents.contexts.letterhead import Remark
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.model.account import ExhibitKind
from kit.model.agreement import Bucket
from kit.model.case import Case
from kit.model.court_exhibits import CourtExhibit
from kit.model.demands import demands_sent
from kit.model.money import ZERO, to_minor

TITLE = "Hearing outline"
MANY = 6  # deliveries that a cell can hold
LAST = 3  # letters that a cell names
MISSING = "none in the file: bring the paper, or a witness who saw it"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing to prove."""

    fact: str
    said: str
    exhibit: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What is taken along, side by side: a question and a thing, either of which may be empty."""

    ask: str
    bring: str


@dataclass(frozen=True, slots=True)
class HearingOutline:
    """The blanks of ``internal/hearing-outline``."""

    footer: str
    hearing: str
    speech: tuple[Remark, ...]
    facts: tuple[Fact, ...]
    defenses: tuple[Defense, ...]
    taken: tuple[Taken, ...]
    speakers: str


def build(facts: Facts, request: Request) -> HearingOutline:  # noqa: ARG001 - every document is built from both
    """Fill the outline as of the day of ``facts``. Raises `KitError` where nothing is overdue."""
    case, law, shown = facts.case, court_law(facts), exhibits(facts)
    day, said = hearing_on(case), hearing_set(case)
    claim = claim_on(facts, law, day or facts.as_of)
    return HearingOutline(
        footer=foot(case, TITLE),
        hearing=wording.day(said) if said else "",
        speech=tuple(Remark(text) for text in _speech(facts, claim)),
        facts=tuple(_facts(facts, claim, shown)),
        defenses=defenses(facts),
        taken=tuple(Taken(*both) for both in zip_longest(questions(facts), _bring(facts, law, shown), fillvalue="")),
        speakers=wording.sentences(appear_words.speakers(case, law)),
    )


def _speech(facts: Facts, claim: Claim) -> Iterator[str]:
    """Yield the statement, a paragraph each; it takes about two minutes to say."""
    case, debtor = facts.case, facts.case.debtor.name
    creditor = letterhead.creditor_of(case)
    alone = creditor.kind.natural_person and (creditor.signer is None or creditor.signer.name == creditor.name)
    who = "for myself" if creditor.kind.natural_person else f"for {creditor.name}"
    name = creditor.name if alone else LINE
    hello = f"“Good morning. My name is {name}; I speak {who}. This is about unpaid invoices."
    work = f": {case.work.text.rstrip('.')}" if case.work.text else ""
    on = f" on {wording.day(case.agreement.signed_on)}" if case.agreement.signed_on else ""
    made = f"We and {debtor} made {AGREED[case.agreement.kind]}{on}. We did what we had agreed to do{work}."
    yield f"{hello} {made}"
    yield wording.sentences([_billed(facts), _asked(facts), *_paid(facts)])
    yield from _disputed(facts, claim)
    thanks = "I have the papers here, each with its letter, and can answer questions about any of them. Thank you.”"
    yield f"{_amount(case, claim)} {thanks}"


def _billed(facts: Facts) -> str:
    claimed = claimed_invoices(facts)
    bills = [one for one in facts.case.invoices if one.id in claimed]
    if len(bills) == 1:
        amount = wording.money(facts.case.total(bills[0]), facts.case.currency)
        return f"We billed {amount} by invoice {bills[0].id} of {wording.day(bills[0].issued_on)}."
    if not bills:
        return "We billed the work, and it was paid late; the charges for that are open."
    total = wording.money(sum((facts.case.total(one) for one in bills), ZERO), facts.case.currency)
    return f"We sent {len(bills)} invoices, together {total}; the first is of {wording.day(bills[0].issued_on)}."


def _asked(facts: Facts) -> str:
    days = sorted({item.due_on for item in facts.ledger.claimable if item.due_on and item.balance})
    late = (
        f"{'The money was' if len(days) == 1 else 'The first of it was'} due on {wording.day(days[0])}." if days else ""
    )
    final = demands_sent(facts.case)
    asked = f"We asked for it in writing, last on {wording.day(final[-1].on)}." if final else ""
    return wording.sentences([late, asked])


def _paid(facts: Facts) -> Iterator[str]:
    good, claimed = good_payments(facts), claimed_invoices(facts)
    given = [one.amount for one in facts.case.credits if one.on <= facts.as_of and one.invoice in claimed]
    if given:
        amount = wording.money(to_minor(sum(given, ZERO), facts.case.currency), facts.case.currency)
        yield f"We credited {amount}."
    if not good:
        yield "Nothing has been paid on it."
    else:
        total = wording.money(sum((went_here(facts, one) for one in good), ZERO), facts.case.currency)
        interest = sum((went_where(facts, one).get(Bucket.INTEREST, ZERO) for one in good), ZERO)
        split = f", {wording.money(interest, facts.case.currency)} of that as interest" if interest else ""
        yield f"They paid {total} on it{split}, and that is taken off."


def _disputed(facts: Facts, claim: Claim) -> Iterator[str]:
    disputed = sum((item.disputed for item in claim.items), ZERO)
    if disputed:
        amount = wording.money(disputed, facts.case.currency)
        yield f"They object to {amount} of it. I can say what happened there, and show what was written."


def _amount(case: Case, claim: Claim) -> str:
    asked = [wording.money(claim.amount, case.currency)]
    if claim.by_law:
        asked.append(f"{wording.money(claim.by_law, case.currency)} of interest allowed by law")
    asked.append("our costs")
    return f"Today we ask for {wording.listing(asked)}. The itemization shows each figure."


def _facts(facts: Facts, claim: Claim, shown: Exhibits) -> Iterator[Fact]:
    """Yield the five facts, each with its exhibits or with what is missing."""
    case = facts.case
    signed = f", {wording.day(case.agreement.signed_on)}" if case.agreement.signed_on else ""
    agreed = AGREED[case.agreement.kind]
    yield Fact("1. We agreed", f"{agreed[:1].upper()}{agreed[1:]}{signed}", _labels(shown.agreement()))
    yield Fact("2. We did our part", _performed(case, shown), _labels(shown.of(ExhibitKind.DELIVERY)))
    yield Fact("3. We billed it", _billed(facts), _labels(shown.of(ExhibitKind.INVOICE)))
    unpaid = f"{wording.money(claim.sums.principal, case.currency)} of the invoices is open"
    statements = shown.of(ExhibitKind.STATEMENT)
    books = _labels(statements) if statements else "the itemization of the claim"
    yield Fact("4. It was not paid", unpaid, books)
    demand = demands_sent(case)
    asked = f"last demand on {wording.day(demand[-1].on)}" if demand else "no final demand is on record"
    said = f"{wording.money(claim.amount, case.currency)}; {asked}"
    yield Fact("5. We asked for it", said, _asking(shown))


def _performed(case: Case, shown: Exhibits) -> str:
    days = [(one.id, one.delivered_on) for one in case.invoices if one.delivered_on and one.id in shown.invoices]
    if not days:
        return _finished(case, shown)
    return "; ".join(f"{name} delivered on {wording.short_day(on)}" for name, on in days[:MANY])


def _finished(case: Case, shown: Exhibits) -> str:
    """Return when the work was done, where no invoice says it: the last day, or the day of a paper that shows it."""
    if case.work.last_day:
        since = f"from {wording.short_day(case.work.first_day)} " if case.work.first_day else ""
        return f"Work done {since}to {wording.short_day(case.work.last_day)}"
    days = sorted(one.on for one in shown.of(ExhibitKind.DELIVERY) if one.on)
    if days:
        return f"Delivery shown by a paper of {wording.listing(wording.short_day(on) for on in dict.fromkeys(days))}"
    return "No day of delivery is in the file; say when the work was done and who took it"


def _labels(found: Iterable[CourtExhibit]) -> str:
    return ", ".join(one.label for one in found) or MISSING


def _asking(shown: Exhibits) -> str:
    """Return the last letters that asked for payment, each with the proof that it was mailed."""
    letters = shown.asking()
    last = sorted(letters, key=lambda one: one.on or date.min)[-LAST:]
    kept = {one.label for each in last for one in (each, *(shown.mailed(each.on) if each.on else ()))}
    named = _labels(one for one in shown.every if one.label in kept)
    return f"{named} and others" if len(letters) > LAST else named


def _bring(facts: Facts, law: CourtLaw, shown: Exhibits) -> Iterator[str]:
    yield "This packet, and copies for judge and other side"
    if shown.every:
        yield "The originals of the exhibits"
    yield "Who saw the work or the delivery, if denied"
    yield "Proof of service, receipt for the filing fee"
    yield from appear_words.authority(facts.case, law)
    yield "Your calendar, and the account of that morning"
