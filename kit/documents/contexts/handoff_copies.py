"""The copies that go with a hand-off: a lawyer gets the file, an agency or a buyer what proves its invoices.

Talks of settlement go to nobody but the lawyer, who reads of them in the memo.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kit.documents import wording
from kit.documents.contexts.exhibit_refs import exhibits
from kit.facts import Facts
from kit.model.account import ExhibitKind
from kit.model.court_exhibits import CourtExhibit, exhibits_of, label
from kit.model.handoff import HandoffTerms, Taker
from kit.model.taken import taken

PROOF = frozenset({
    ExhibitKind.CONTRACT, ExhibitKind.GUARANTY, ExhibitKind.ORDER, ExhibitKind.INVOICE, ExhibitKind.DELIVERY,
    ExhibitKind.STATEMENT, ExhibitKind.ACKNOWLEDGMENT,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Copy:
    """One paper that goes with it."""

    label: str
    title: str
    day: str


def copies_of(facts: Facts, terms: HandoffTerms) -> tuple[CourtExhibit, ...]:
    """Return the papers whose copies go over, labelled."""
    if terms.to is Taker.ATTORNEY:
        return exhibits(facts).every
    shown = (one for one in exhibits_of(facts.case, taken(facts.case, terms)) if one.kind in PROOF)
    return tuple(replace(one, label=label(number)) for number, one in enumerate(shown))


def copy_rows(facts: Facts, terms: HandoffTerms) -> tuple[Copy, ...]:
    """Return them as rows."""
    return tuple(
        Copy(one.label, one.title, wording.short_day(one.on) if one.on else "") for one in copies_of(facts, terms)
    )
