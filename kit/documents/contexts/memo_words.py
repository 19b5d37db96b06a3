"""Sentences of a referral memo: what is asked, what was offered and promised, insolvency, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from kit.documents import wording
from kit.documents.contexts.exhibit_refs import exhibits
from kit.documents.contexts.handoff_head import on_paper
from kit.facts import Facts
from kit.model.account import ExhibitKind
from kit.model.agreed import agreed
from kit.model.case import Case
from kit.model.handoff import HandoffTerms
from kit.model.money import to_minor
from kit.model.plan import PlanTerms
from kit.model.settlement import SettlementTerms
from kit.model.stay import proceeding
from kit.model.taken import asked_of_pledge, pledged_to


def asked(facts: Facts, terms: HandoffTerms) -> Iterator[str]:
    """Yield what the client wishes, and on which terms of pay."""
    if terms.wish:
        yield on_paper(terms.wish)
    else:
        yield "Please tell us which way you would go: a letter in your own words, a suit, or neither, and why."
    yield "Please tell us first whether you can act for us, with no conflict of interest."
    case = facts.case
    if terms.contingent_percent is not None:
        yield f"Your fee, as quoted to us: {wording.percent(terms.contingent_percent)} of what comes in."
    if terms.fee is not None:
        amount = wording.money(to_minor(terms.fee, case.currency), case.currency)
        yield f"Your fixed fee, as quoted to us: {amount}."
    if terms.contingent_percent is None and terms.fee is None:
        yield "Please quote your fee and the costs to expect."
    yield "We will write to the debtor no more unless you ask us to. Please settle nothing without our word."


def talks(case: Case, as_of: date) -> Iterator[str]:
    """Yield every promise, offer and agreement about paying later or less, oldest first."""
    said: list[tuple[date, str]] = []
    for promise in case.promises:
        amount = f"{_money(case, promise.amount)} " if promise.amount is not None else ""
        said.append((promise.on, f"the debtor promised to pay {amount}by {wording.day(promise.by)}"))
    for made in case.made:
        if isinstance(made.deal, PlanTerms):
            said.append((made.on, f"a plan over {_money(case, made.deal.total)} was drawn up"))
        elif isinstance(made.deal, SettlementTerms):
            said.append((made.on, f"an offer to settle for {_money(case, made.deal.sum)} was drawn up"))
    for one in agreed(case):
        what = "plan" if one.plan else "settlement"
        over = f"; it ended on {wording.day(one.over_on)}" if one.over_on else "; it stands"
        said.append((one.on, f"a {what} was agreed{over}"))
    for done in case.adjusted:
        amount = f", with a credit of {_money(case, done.amount)}" if done.amount else ""
        said.append((done.on, f"the dispute about {done.invoice} was resolved{amount}"))
    yield from (f"{wording.day(on)}: {text}." for on, text in sorted(said) if on <= as_of)


def insolvency_words(facts: Facts) -> str:
    """Return what is on record of a bankruptcy or another insolvency, of the debtor or a guarantor."""
    case, texts = facts.case, []
    filed, seen = case.bankruptcy, proceeding(case, facts.as_of)
    if filed and filed.petition_on <= facts.as_of:
        chapter = f", chapter {filed.chapter}" if filed.chapter else ""
        number = f", case {filed.number}" if filed.number else ""
        texts.append(f"{case.debtor.name} filed for bankruptcy on {wording.day(filed.petition_on)}{chapter}{number}.")
    if seen:
        texts.append(f"Another proceeding took the claims on {wording.day(seen.on)} ({seen.kind.value}).")
    theirs = ((one.name, one.petition_on) for one in case.guarantors if one.petition_on)
    filed_by = [(name, wording.day(on)) for name, on in theirs if on <= facts.as_of]
    texts += [f"{name}, guarantor, filed for bankruptcy on {on}." for name, on in filed_by]
    return (
        wording.sentences(texts)
        or "Nothing is on record, of the debtor or a guarantor; no register was searched for this."
    )


def missing(facts: Facts) -> Iterator[str]:
    """Yield what a lawyer will ask for and the file does not have."""
    case, shown = facts.case, exhibits(facts)
    if not shown.agreement():
        yield "The signed agreement, or whatever shows what was agreed."
    if not shown.of(ExhibitKind.DELIVERY):
        yield "Proof that the work or the goods were delivered."
    if not shown.of(ExhibitKind.INVOICE):
        yield "The invoices as they went out."
    if case.debtor.organized_in is None and not case.debtor.kind.natural_person:
        yield "Where the debtor is organized, and its registered agent."
    if case.debtor.kind.natural_person and case.debtor.military is None:
        yield "Whether the debtor is in active military service."
    if bank := pledged_to(case):
        yield f"The leave of {bank}, to which the claim is pledged, for a suit."
    elif not asked_of_pledge(case):
        yield "Whether a bank or funder holds the claim as security."


def _money(case: Case, amount: Decimal) -> str:
    return wording.money(to_minor(amount, case.currency), case.currency)
