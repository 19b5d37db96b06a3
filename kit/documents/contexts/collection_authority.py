"""The blanks of `handoff/collection-authority`: the creditor lets an agency ask for the debt, or assigns it to collect.

The agency's share is the creditor's cost: a percentage of what is collected is no cost of collecting the debt that a
debtor owes unless it agreed to one (Bradley v. Franklin Collection Service, 739 F.3d 606).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kit.documents import wording
from kit.documents.contexts.handoff_account import day_or, placed, total_words
from kit.documents.contexts.handoff_head import Headed, Remark, head, terms_for
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.model.handoff import HandoffTerms, Taker, Title
from kit.model.money import to_minor

TITLES = {Title.AUTHORITY: "Authority to collect", Title.COLLECTION: "Assignment for collection"}


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """One invoice."""

    invoice: str
    due: str
    balance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionAuthority(Headed):
    """The blanks of ``handoff/collection-authority``."""

    title: str
    agency: str
    debtor: str
    rows: tuple[PlacedRow, ...]
    total: str
    grant: str
    commission: str
    consumer: str
    clauses: tuple[Remark, ...]


def build(facts: Facts, request: Request) -> CollectionAuthority:
    """Fill the authority. Raises `KitError` where no hand-off to an agency is asked for or on record."""
    case, terms = facts.case, terms_for(facts, request, Taker.AGENCY)
    title = TITLES.get(terms.title, TITLES[Title.COLLECTION])
    return CollectionAuthority(
        **head(facts, terms, title),
        title=title,
        agency=terms.who,
        debtor=case.debtor.shown_name,
        rows=tuple(
            PlacedRow(one.name, day_or(one.due_on), wording.bare_money(one.balance, case.currency))
            for one in placed(facts, terms)
        ),
        total=total_words(facts, terms),
        grant=_grant(terms),
        commission=_commission(facts, terms),
        consumer="yes" if case.consumer else "",
        clauses=tuple(Remark(text) for text in _more(terms)),
    )


def _grant(terms: HandoffTerms) -> str:
    if terms.title is Title.COLLECTION:
        return (
            "Creditor assigns these accounts to Agency for the purpose of collecting them, and for nothing else. What "
            "they bring belongs to Creditor. Agency may not assign, sell or pledge them, and assigns them back when "
            "they are recalled."
        )
    return (
        "Creditor lets Agency ask for and receive payment of these accounts in the name of Creditor. The accounts, and "
        "what they bring, stay Creditor\N{RIGHT SINGLE QUOTATION MARK}s."
    )


def _commission(facts: Facts, terms: HandoffTerms) -> str:
    parts = []
    if terms.contingent_percent is not None:
        share = wording.percent(terms.contingent_percent)
        parts.append(
            f"Agency earns {share} of what is paid on these accounts while it has them, and nothing otherwise."
        )
    if terms.fee is not None:
        fee = wording.money(to_minor(terms.fee, facts.case.currency), facts.case.currency)
        parts.append(f"Agency is paid a fee of {fee}.")
    if not parts:
        parts.append("Agency is paid as the two have agreed in another writing.")
    parts.append("That is Creditor\N{RIGHT SINGLE QUOTATION MARK}s own cost. Agency asks the debtor for none of it.")
    return wording.sentences(parts)


def _more(terms: HandoffTerms) -> Iterator[str]:
    if terms.reference:
        yield f"Agency keeps these accounts under its number {terms.reference}."
