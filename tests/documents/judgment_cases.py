"""Cases in which a court has decided, or is about to: paid in part, in full, too much, waived, appealed, by default.

All in the fictional State of Franklin, about one invoice of 4,800 filed on September 1, 2026.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from paper_cases import AS_OF, FOUR, PERSON, Variant, agreed, merged
from walked_cases import event

FILED = event(
    "2026-09-01", "filed", court="County Court, small claims", number="26-SC-104", amount="4800.00", fee="75.00"
)
SERVED = event("2026-09-08", "served", how="process_server", by="Ray Cole", proof_filed_on="2026-09-10")
HEARD = event("2026-10-05", "hearing", day="2026-10-05", held="yes")
ENTERED = "2026-10-06"
PART = event("2026-10-30", "paid", id="P-9", amount="1200.00", method="transfer", reference="first part")
LAW = {"debtor": {"lawyer": {"name": "Kim Song", "firm": "Song & Lee", "email": "kim@songlee.example"}}}


def won(**sums: Any) -> dict[str, Any]:
    """Return a judgment for the creditor."""
    return event(ENTERED, "judgment", **({"principal": "4800.00", "costs": "135.00"} | sums))


def judged(*events: dict[str, Any], as_of: date = AS_OF, **change: Any) -> Variant:
    """Return a case that was filed, served and heard, and ``events``."""
    journal = sorted([FILED, SERVED, HEARD, *events], key=lambda each: each["on"])
    return Variant(merged({}, change), (), tuple(journal), as_of)


JUDGED: dict[str, Variant] = {
    "judged": judged(won()),
    "judged-today": judged(won(), as_of=date.fromisoformat(ENTERED)),
    "judged-part-paid": judged(won(interest="88.20", attorney_fees="250.00"), PART),
    "judged-own-rate": judged(won(percent_a_year="7.5", interest="88.20", interest_on_all="yes"), PART),
    "judged-person": judged(won(by_default="yes"), **PERSON),
    "judged-consumer": judged(won(), **{**PERSON, "purpose": "consumer"}),
    "judged-against-two": judged(won(against=["Late Paper Supply Inc.", "Robin Vale"])),
    "judged-lawyer": judged(won(), **LAW),
    "judged-bounced": judged(won(), {**PART, "method": "check"}, event("2026-11-05", "bounced", payment="P-9")),
    "judged-costs-since": judged(
        won(), costs=[{"id": "C-7", "on": "2026-11-02", "amount": "40.00", "text": "writ", "claimable": "yes"}]
    ),
    "judged-waived": judged(won(), event("2026-11-02", "waived", bucket="costs")),
    "judged-no-rate": judged(won(), forum="us-xg"),
    "judged-contract-interest": judged(won(interest="61.20"), **agreed(interest={"percent_a_year": "10"})),
    "judged-four": judged(won(principal="8745.75"), invoices=FOUR),
    "judged-paid": judged(won(), {**PART, "amount": "4935.00", "on": ENTERED}),
    "judged-overpaid": judged(won(), {**PART, "amount": "5200.00"}),
    "judged-given-up": judged(
        won(principal="4000.00", costs="60.00"),
        event(ENTERED, "waived", bucket="costs"),
        {**PART, "on": ENTERED, "amount": "4000.00"},
    ),
    "judged-appealed": judged(won(), event("2026-10-20", "appealed", by="debtor")),
    "served-not-heard": Variant({}, (), (FILED, SERVED), date(2026, 9, 30)),
    "served-person": Variant(PERSON, (), (FILED, {**SERVED, "how": "substituted"}), date(2026, 9, 30)),
}
OVER = ("judged-paid", "judged-overpaid", "judged-given-up", "judged-appealed", "served-not-heard", "served-person")
"""Cases in which nobody is asked to pay a judgment."""
