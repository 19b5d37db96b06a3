"""Which exhibit shows what: references for a sentence, such as `(Exhibits A and C)`."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from kit.documents import wording
from kit.documents.contexts.claim_money import claimed_invoices
from kit.facts import Facts
from kit.model.account import ExhibitKind
from kit.model.court_exhibits import CourtExhibit, exhibits_of

MANY = 6  # exhibits that a sentence can name


@dataclass(frozen=True, slots=True)
class Exhibits:
    """The exhibits of a claim, asked by what they are."""

    every: tuple[CourtExhibit, ...]
    invoices: tuple[str, ...]  # that are claimed

    def of(self, *kinds: ExhibitKind, invoice: str = "") -> tuple[CourtExhibit, ...]:
        """Return the exhibits of these kinds; of those about an invoice only the ones about ``invoice``, if named."""
        found = (one for one in self.every if one.kind in kinds)
        if not invoice:
            return tuple(found)
        alone = len(self.invoices) == 1
        return tuple(one for one in found if one.invoice == invoice or (not one.invoice and alone))

    def made(self, number: int) -> tuple[CourtExhibit, ...]:
        """Return the exhibit that is the paper of the journal's entry ``number``."""
        return tuple(one for one in self.every if one.made == number)


def exhibits(facts: Facts) -> Exhibits:
    """Return the exhibits of the claim as it stands on the day of ``facts``."""
    claimed = claimed_invoices(facts)
    listed = tuple(one.id for one in facts.case.invoices if one.id in claimed)
    return Exhibits(exhibits_of(facts.case, _of_account(facts, claimed)), listed)


def _of_account(facts: Facts, claimed: Collection[str]) -> Collection[str] | None:
    """Return the invoices whose papers go to court; all of them where nothing is claimed yet."""
    return claimed or {one.id for one in facts.case.invoices}


def ref(found: Iterable[CourtExhibit]) -> str:
    """Return a reference to put behind a statement, with its space; empty where there is no such exhibit."""
    labels = [one.label for one in found]
    if not labels:
        return ""
    if len(labels) > MANY:
        return f" (Exhibits {labels[0]} to {labels[-1]} and others in the list)"
    return f" (Exhibit{'s' if len(labels) > 1 else ''} {wording.listing(labels)})"
