"""What an entry about an agreement or a hand-off leaves unsaid and the case knows."""

from __future__ import annotations

from typing import Any

from kit.findings import KitError
from kit.journal.file import Journal
from kit.model.agreed import Agreed, agreed, away
from kit.model.case import Case
from kit.model.deal_event import Adjusted
from kit.model.handoff import HandoffTerms

Said = dict[str, Any]
_TERMS = ("to", "who", "title", "contingent_percent", "invoices")


def completed(word: str, case: Case, journal: Journal, given: Said) -> Said:
    """Return what was said of the event ``word`` with what follows from the case.

    Raises `KitError` where the case does not say which agreement or hand-off is meant.
    """
    if word == "signed" and "made" not in given:
        return {"made": _newest_offer(case)} | given
    if word in ("ended", "settled") and "entry" not in given:
        return {"entry": _agreement(case, given.get("how") == "reinstated")} | given
    if word == "adjusted":
        still = given.pop("still_disputed", False)
        return {"id": _next_credit(case, journal), "resolves": "no" if still else "yes"} | given
    if word == "handed_off":
        return _handed_off(case, given)
    if word in ("returned", "commission", "passed_on"):
        given = given if "entry" in given else {"entry": _hand_off(case)} | given
    if word == "passed_on" and "amount" not in given:
        payment = next((one for one in case.payments if one.id == given.get("payment")), None)
        return given | ({"amount": payment.amount} if payment else {})
    return given


def _newest_offer(case: Case) -> int:
    done = {one.made for one in case.signed}
    papers = [made for made in case.made if made.deal and made.deal.kind in ("plan", "settlement")]
    offers = [made.n for made in papers if made.n not in done]
    if not offers:
        raise KitError("no plan and no settlement was made that is not signed; `kit plan` and `kit settle` make one")
    return offers[-1]


def _agreement(case: Case, accelerated: bool) -> int:
    found: list[Agreed] = [one for one in agreed(case) if (one.ended if accelerated else one.over_on is None)]
    if not found:
        raise KitError("no plan and no settlement is in force; `kit log CASE show` lists the entries")
    return found[-1].n


def _next_credit(case: Case, journal: Journal) -> str:
    """Return the first C-number that nobody used, undone credits included."""
    used = {one.id for one in case.credits} | {one.id for one in journal.events if isinstance(one, Adjusted)}
    return next(name for number in range(1, len(used) + 2) if (name := f"C-{number}") not in used)


def _handed_off(case: Case, given: Said) -> Said:
    said = {name: given.pop(name) for name in _TERMS if name in given}
    if said:
        return given | {"terms": said | ({"title": "sale"} if said.get("to") == "factor" else {})}
    papers = [made for made in case.made if isinstance(made.deal, HandoffTerms)]
    chosen = next((made for made in papers if made.n == given.get("made")), None) if "made" in given else None
    chosen = chosen or (papers[-1] if papers and "made" not in given else None)
    if chosen is None:
        raise KitError("which hand-off? Name the entry of its papers (--made N), or say --to and --who")
    return given | {"made": chosen.n, "terms": chosen.deal}


def _hand_off(case: Case) -> int:
    found = away(case)
    if len(found) == 1:
        return found[0].n
    if not found:
        raise KitError("nothing is handed off; `kit log CASE handed-off` records it")
    raise KitError("several hand-offs are open; name one: " + ", ".join(f"--entry {one.n}" for one in found))
