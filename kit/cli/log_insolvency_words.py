"""News of an insolvency other than bankruptcy in words."""

from __future__ import annotations

from kit.documents.wording import short_day
from kit.model.insolvency_event import InsolvencyNews
from kit.model.small_claims import InsolvencyKind

KINDS = {
    InsolvencyKind.ASSIGNMENT: "assignment for the benefit of creditors",
    InsolvencyKind.RECEIVERSHIP: "receivership",
    InsolvencyKind.PROBATE: "estate of the debtor",
    InsolvencyKind.DISSOLUTION: "dissolution",
    InsolvencyKind.FOREIGN: "proceeding of another country",
}


def insolvency_news(event: InsolvencyNews, _: str) -> str:
    """Return what an entry about an insolvency says, in a line."""
    parts = [KINDS[event.kind] if event.kind else "", event.who or ""]
    parts += [", ".join(event.address.lines)] if event.address else []
    parts += [f"claims by {short_day(event.claims_by)}"] if event.claims_by else []
    parts += [f"{event.ended} on {short_day(event.ended_on)}"] if event.ended_on else []
    return f"insolvency: {', '.join(part for part in parts if part)}"
