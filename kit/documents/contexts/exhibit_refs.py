"""Which exhibit shows what: references for a sentence, such as `(Exhibits A and C)`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from kit.documents import wording
from kit.documents.contexts.claim_money import claimed_invoices
from kit.facts import Facts
from kit.model.account import ExhibitKind, Payment
from kit.model.court_exhibits import ASKING_NOTHING, CourtExhibit, exhibits_of
from kit.model.document_ids import short_id
from kit.model.paper_event import Sent

MANY = 6  # exhibits that a sentence can name
CHANGED = re.compile(r"(?i)\b(?:chang|extra|addition|amend|more\b)")
CAME_BACK = re.compile(r"(?i)\b(?:return|bounc|came back|unpaid|dishono|insufficient|nsf\b)")


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

    def sent(self, event: Sent) -> tuple[CourtExhibit, ...]:
        """Return what went out: the papers of the journal, else the listed letter of that day."""
        papers = tuple(one for number in event.papers for one in self.made(number))
        listed = (one for one in self.of(ExhibitKind.LETTER) if one.made is None and one.on == event.on)
        return papers if event.papers else tuple(listed)

    def agreement(self) -> tuple[CourtExhibit, ...]:
        """Return the papers of the agreement; the orders where nothing else was signed."""
        return self.of(ExhibitKind.CONTRACT, ExhibitKind.GUARANTY) or self.of(ExhibitKind.ORDER)

    def later_orders(self) -> tuple[CourtExhibit, ...]:
        """Return the orders under an agreement that has papers of its own."""
        return self.of(ExhibitKind.ORDER) if self.of(ExhibitKind.CONTRACT, ExhibitKind.GUARANTY) else ()

    def mailed(self, on: date) -> tuple[CourtExhibit, ...]:
        """Return the proof that a letter was mailed that day."""
        return tuple(one for one in self.of(ExhibitKind.MAILING) if one.on == on)

    def came_back(self, payment: Payment) -> tuple[CourtExhibit, ...]:
        """Return what shows that a payment came back: of that day, and never the account itself."""
        listed = (one for one in self.every if one.made is None and one.on and one.on == payment.bounced_on)
        return tuple(
            one
            for one in listed
            if one.kind is ExhibitKind.OTHER
            or (one.kind is not ExhibitKind.STATEMENT and CAME_BACK.search(f"{one.title} {one.proves}"))
        )

    def asking(self) -> tuple[CourtExhibit, ...]:
        """Return the letters that ask for payment; a receipt, a reply or a confirmation is none."""
        return tuple(one for one in self.of(ExhibitKind.LETTER) if short_id(one.document) not in ASKING_NOTHING)


def is_change(order: CourtExhibit) -> bool:
    """Whether an order changes what was agreed, by its title; else it is an order under it."""
    return CHANGED.search(f"{order.title} {order.proves}") is not None


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
