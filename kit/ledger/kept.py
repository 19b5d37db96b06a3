"""What of a case stays with the creditor when a part goes to somebody else."""

from __future__ import annotations

from kit.ledger.account import Ledger
from kit.model.case import Case
from kit.model.handoff import HandoffTerms
from kit.model.taken import taken


def kept(case: Case, ledger: Ledger, terms: HandoffTerms) -> tuple[str, ...]:
    """Return the invoices with something open that ``terms`` do not take; none where everything open goes."""
    gone = taken(case, terms)
    open_ = {one.invoice for one in ledger.items if one.balance}
    return tuple(one.id for one in case.invoices if one.id not in gone and one.id in open_)
