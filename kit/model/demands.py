"""Final demands that went out, as the journal tells."""

from __future__ import annotations

from kit.model.case import Case
from kit.model.document_ids import FINAL_DEMAND, LETTERS, short_id
from kit.model.paper_event import Sent

NAMES = (FINAL_DEMAND, short_id(FINAL_DEMAND))  # how an entry for one's own letter may call it


def demands_sent(case: Case) -> tuple[Sent, ...]:
    """Return the entries by which a final demand went out, in the order of the record.

    It is the kit's own, or whatever letter the user's ladder has at that step; a statement sent with it is none.
    """
    made = {paper.n: paper.document for paper in case.made}
    return tuple(sent for sent in case.sent if _is_demand(sent, made.get(sent.made or 0, sent.document)))


def _is_demand(sent: Sent, document: str | None) -> bool:
    return document in NAMES or (sent.step in NAMES and (document is None or document.startswith(LETTERS)))
