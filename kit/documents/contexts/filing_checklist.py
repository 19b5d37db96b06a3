"""The blanks of `internal/filing-checklist`: the cover sheet of a packet, for whoever goes to the clerk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kit.documents import wording
from kit.documents.contexts import appear_words, court_days, fee_words, form_words, letterhead
from kit.documents.contexts.court_caption import (
    case_number,
    court_name,
    defendants,
    foot,
    hearing_set,
)
from kit.documents.contexts.court_claim import Claim, claim_on
from kit.documents.contexts.court_days import CourtDay
from kit.documents.contexts.court_law import CLERK, CourtLaw, cited, court_law, whom
from kit.documents.contexts.exhibit_refs import exhibits
from kit.documents.contexts.letterhead import Remark
from kit.documents.contexts.military_service import persons
from kit.documents.contexts.packet_forms import PacketForm
from kit.documents.contexts.request import Request
from kit.documents.contexts.venue_words import venue
from kit.facts import Facts
from kit.model.case import Case
from kit.model.form import Use
from kit.model.law_courts import FilingCaps
from kit.model.law_names import RuleName as R
from kit.model.law_rules import RULES

TITLE = "Filing check list"
NEEDED = (R.VENUE, R.FILING_FEE, R.SERVICE, R.COURT_FORMS, R.WHO_MAY_APPEAR, R.WHO_MAY_APPEAL)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to have or to do, and what the file says about it."""

    what: str
    record: str


@dataclass(frozen=True, slots=True)
class FilingChecklist:
    """The blanks of ``internal/filing-checklist``."""

    footer: str
    title: str
    court: str
    address_open: str
    case_name: str
    amount: str
    fee_short: str
    case_number: str
    hearing: str
    checks: tuple[Check, ...]
    signatures: tuple[Check, ...]
    days: tuple[CourtDay, ...]
    remarks: tuple[Remark, ...]
    doubts: tuple[Remark, ...]


def build(facts: Facts, request: Request) -> FilingChecklist:
    """Fill the sheet as of the day of ``facts``. Raises `KitError` where nothing is overdue."""
    case, law = facts.case, court_law(facts)
    claim, day = claim_on(facts, law, facts.as_of), hearing_set(case)
    return FilingChecklist(
        footer=foot(case, f"{TITLE}, {wording.day(facts.as_of)}"),
        title=TITLE,
        court=_court(case, law),
        address_open="" if case.small_claims.court else "yes",
        case_name=f"{letterhead.creditor_of(case).name} v. {wording.listing(one.name for one in defendants(case))}",
        amount=wording.money(claim.amount, case.currency),
        fee_short=fee_words.fee(case, law, claim.amount).short,
        case_number=case_number(case),
        hearing=wording.day(day) if day else "",
        checks=(*_forms(law, request.forms), *_checks(facts, law, claim)),
        signatures=tuple(_signatures(facts, law, request.forms)),
        days=court_days.court_days(facts, law),
        remarks=tuple(Remark(text) for text in _remarks(facts, law)),
        doubts=tuple(Remark(text) for text in _doubts(law)),
    )


def _court(case: Case, law: CourtLaw) -> str:
    house = case.small_claims.court
    if house:
        return "\n".join([*house.lines, *([house.phone] if house.phone else [])])
    name = court_name(case, law)
    where = f", {law.state}" if law.state and law.state not in name else ""
    return f"{name}{where}" if name else f"Not known: ask {CLERK} nearest to the defendant."


def _checks(facts: Facts, law: CourtLaw, claim: Claim) -> Iterator[Check]:
    case, shown = facts.case, exhibits(facts).every
    yield Check("Filing fee", fee_words.fee(case, law, claim.amount).words)
    sued = defendants(case)
    sets = len(sued) + 2
    each = "the defendant" if len(sued) == 1 else f"each of {len(sued)} defendants"
    yield Check("Copies of everything filed", f"{sets} sets: one for the court, one for {each}, one for you")
    for one in sued:
        agent = one.registered_agent
        takes = f"; papers go to {agent.name}, its agent for service" if agent else ""
        look = "" if agent or one.kind.natural_person else "; look up its agent for service"
        yield Check("Full legal name of the defendant, as the state lists it", f"{one.shown_name}{takes}{look}")
    if shown:
        last = f" to {shown[-1].label}" if len(shown) > 1 else ""
        yield Check("Exhibits, with the originals for the judge to see", f"Exhibit{'s' if last else ''} A{last}")
    else:
        yield Check("Exhibits", "none is in the file: bring the agreement, the invoices and proof of delivery")
    for text in appear_words.authority(case, law):
        yield Check("Authority to act for the company", text)
    if letterhead.creditor_of(case).dba:
        yield Check("Your registration of the trade name", f"{letterhead.creditor_of(case).dba}")
    if (caps := law.of(R.FILING_CAPS, FilingCaps)) and caps.caps:
        before = case.filed_before
        said = "not in the file: the court counts them" if before is None else f"{len(before) or 'none'} on record"
        yield Check("Small claims that you filed before", f"{said} ({law.basis(R.FILING_CAPS)})")
    yield Check("Your identification, and a way to pay the fee", "ask the clerk which ways of payment it takes")


def _forms(law: CourtLaw, forms: tuple[PacketForm, ...]) -> Iterator[Check]:
    """Yield the court's forms: those in the packet with what is left to write, those to fetch, or what is on record."""
    here = [one for one in forms if one.here]
    if here:
        yield Check("Forms of the court, filled in, in this packet", "\n".join(one.name for one in here))
    for one in here:
        if one.asks:
            yield Check(f"To write on {one.number} by hand", "; ".join(one.asks))
    for one in forms:
        if not one.here:
            yield Check(f"Form {one.name}: its blank is not here", f"kit forms get {one.id}, then kit packet once more")
    if any(one.claim for one in forms):
        return
    named = [form_words.with_address(one) for one in form_words.every(law)]
    if named:
        how = "The form of the court: fetch it, and copy the statement of claim onto it or attach it"
        yield Check(how, "\n".join([*named, law.basis(R.COURT_FORMS)]))
    else:
        yield Check(
            "The form of the court", "not on record: ask the clerk which form, and attach the statement of claim"
        )


def _signatures(facts: Facts, law: CourtLaw, forms: tuple[PacketForm, ...]) -> Iterator[Check]:
    plaintiff = letterhead.creditor_of(facts.case)
    who = plaintiff.name if plaintiff.kind.natural_person else f"whoever may act for {plaintiff.name}"
    for one in forms:
        if one.here and one.use is not Use.SERVICE:
            yield Check(one.name, who)
    if not any(one.claim and one.here for one in forms):
        yield Check("The claim form of the court", who)
        yield Check("Statement of claim, verification", f"{who}, if it is attached")
    if persons(facts.case):
        yield Check("Declaration about military service", "whoever looked it up, after looking it up")
    proof = next((one.name for one in forms if one.here and one.use is Use.SERVICE), "Proof of service")
    yield Check(proof, "the person who served, after serving; never you")
    for text in appear_words.authority(facts.case, law):
        yield Check("Authority to appear", f"an officer of {plaintiff.name}. {text}")


def _remarks(facts: Facts, law: CourtLaw) -> Iterator[str]:
    if found := venue(facts, law):
        yield found
    elif R.VENUE in law.answers:
        yield "No fact in the file bears out a ground of venue: ask the clerk whether this is the right court."
    if appeal := court_days.appeal_sentence(law):
        yield appeal
    yield "The defendant may bring a claim of its own in the same case; come prepared for it."
    for about, rule in (("the place", R.VENUE), ("the fee", R.FILING_FEE)):
        if note := law.note(rule):
            yield f"On {about}: {note}"


def _doubts(law: CourtLaw) -> Iterator[str]:
    """Yield what is not on record, and what was read with less than high confidence."""
    for answer in law.doubts:
        asks = RULES[answer.rule].asks
        cite = cited(answer.cite)
        yield f"{asks} Read with {answer.confidence} confidence in {cite}; confirm it with {whom(answer)}."
    for rule in NEEDED:
        if rule not in law.answers:
            yield f"{RULES[rule].asks} Not on record: ask {CLERK}."
