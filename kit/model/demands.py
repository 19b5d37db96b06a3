"""Final demands that went out, as the journal tells."""

from __future__ import annotations

from kit.model.case import Case
from kit.model.document_ids import FINAL_DEMAND, short_id
from kit.model.event import Sent

NAMES = (FINAL_DEMAND, short_id(FINAL_DEMAND))  # how an entry for one's own letter may call it


def demands_sent(case: Case) -> tuple[Sent, ...]:
    """Return the entries by which a final demand went out, one made here or one's own, in the order of the record."""
    made = {paper.n for paper in case.made if paper.document == FINAL_DEMAND}
    return tuple(sent for sent in case.sent if (sent.made in made if sent.made is not None else _own(sent)))


def _own(sent: Sent) -> bool:
    return sent.step in NAMES or sent.document in NAMES
