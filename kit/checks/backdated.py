"""A paper dated back: whoever makes it today knows what the file holds by now, whatever day the paper bears.

What came after that day does not move its figures. But a petition, another insolvency, a sale or a closing that is on
record forbids the paper all the same: it goes out after them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kit.checks.closing import check_closed
from kit.checks.insolvency import check_insolvency
from kit.checks.stay import check_stay
from kit.checks.whose_claim import check_whose_claim, gives_away
from kit.facts import Facts
from kit.findings import Finding
from kit.model.document import Document, DocumentKind
from kit.model.document_ids import to_guarantor
from kit.model.party import Channel


def check_backdated(facts: Facts, document: Document, channel: Channel | None = None) -> Iterator[Finding]:
    """Yield what on record since the day of ``facts`` stops ``document``; nothing where no later entry is there."""
    later = facts.later
    if later is None:
        return
    found: list[Finding] = []
    kind = DocumentKind.COLLECTION if gives_away(document.id) else document.kind
    if kind.collects and not to_guarantor(document.id):
        found += check_stay(later, facts.as_of, facts.federal, kind)
        if kind is DocumentKind.COURT:  # else it is asked about there
            found += check_insolvency(later, facts.as_of, kind)
    found += check_closed(replace(facts, case=later), document)
    found += check_whose_claim(later, document, channel, facts.ledger)
    yield from (one for one in found if one.stops)
