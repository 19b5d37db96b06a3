"""A letter that asks for money by a day, made before a plan or a settlement was agreed, does not go out beside it."""

from __future__ import annotations

from kit.findings import KitError
from kit.model.agreed import Agreed, in_force
from kit.model.case import Case
from kit.model.court_exhibits import paper_of
from kit.model.document_ids import LETTERS, TALKS
from kit.model.paper_event import Made, Sent


def refuse_sent_beside(case: Case, sent: Sent, *, again: bool) -> None:
    """Raise `KitError` where a paper of ``sent`` asks for what both sides have agreed on since it was made.

    ``again``: it did go out, and is recorded as it happened.
    """
    found = in_force(case, sent.on)
    if found is None or again:
        return
    late = next((one for one in case.made if one.n in sent.papers and _overtaken(one, found)), None)
    if late:
        kind = "settlement" if found.settlement else "plan" if found.terms.kind == "plan" else "letter giving more time"
        raise KitError(
            f"{paper_of(late) or late.document} (entry {late.n}) is not to be sent: it was made on {late.on}, and a "
            f"{kind} has been in force since {found.on} (entry {found.n}); if it went out all the same, add --again "
            "and tell the debtor that it does not count"
        )


def _overtaken(made: Made, found: Agreed) -> bool:
    asks = made.document.startswith(LETTERS) and made.pay_by is not None
    return asks and made.document not in TALKS and made.n < found.n
