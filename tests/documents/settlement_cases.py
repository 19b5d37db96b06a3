"""Cases in which a settlement was signed: three fifths of what was owed on September 8, 2026, from October 1 on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any

from paper_cases import FOUR, GUARANTOR, PERSON, Variant, bill, facts_of
from plan_cases import BAD_NAMES, COUNSEL, COUNTED, FILED, LONG_NAMES, SIGNED, START, paid
from walked_cases import ONE, RICH, event, sent, walked

from kit.checks.settlement_law import settlement_law
from kit.journal.written import plain_keys
from kit.model.account import Instalment
from kit.model.business_days import next_business_day
from kit.model.settlement import SettlementTerms, Stance

SETTLEMENTS: dict[str, tuple[dict[str, Any], dict[str, Any], tuple[dict[str, Any], ...]]] = {
    "": ({}, {}, ()),
    "-in-three": ({}, {"count": 3}, ()),
    "-person": (PERSON, {}, ()),
    "-consumer": ({**PERSON, "purpose": "consumer"}, {"count": 2}, ()),
    "-several": ({"invoices": FOUR}, {}, ()),
    "-disputed": ({"invoices": FOUR}, {"count": 3}, (event("2026-09-02", "disputed", invoice="INV-102"),)),
    "-interest": (RICH, {"count": 2}, ()),
    "-guaranty": ({"guarantors": [GUARANTOR]}, {}, ()),
    "-hostile": (BAD_NAMES, {}, ()),
    "-long-names": (LONG_NAMES, {}, ()),
    "-lawyer": (COUNSEL, {}, ()),
    "-later-invoice": ({"invoices": [*ONE["invoices"], bill("INV-110", "2026-09-14", "300.00")]}, {}, ()),
    "-in-court": ({}, {"dismissal": True}, (FILED,)),
}


@cache
def _settled(name: str) -> tuple[SettlementTerms, int]:
    """Return the terms of a settlement of the walk, and the number of the entry of its signature."""
    change, special, journal = SETTLEMENTS[name]
    known = facts_of(walked(str(COUNTED), *journal, until="2026-09-05", **change))
    stance = Stance.DISPUTED if journal and "disputed" in name else Stance.ADMITTED
    debt, count = known.ledger.totals.total, special.get("count", 1)
    share = (debt * Decimal("0.6") / count).quantize(Decimal("0.01"), ROUND_HALF_UP)
    days = [next_business_day(START + timedelta(30 * n), "XF") for n in range(count)]
    terms = SettlementTerms(
        counted_on=COUNTED,
        debt=debt,
        instalments=tuple(Instalment(due_on=day, amount=share) for day in days),
        stance=stance,
        default=settlement_law(known, stance).safe_default,
        dismissal="dismissal" in special,
    )
    return terms, len([*sent("2026-09-05"), *journal]) + 1


def settled(name: str, as_of: str, *events: dict[str, Any]) -> Variant:
    """Return the case of the settlement ``name`` after ``events``, as of a day."""
    (terms, number), (change, _, journal) = _settled(name), SETTLEMENTS[name]
    before = sorted([*sent("2026-09-05"), *journal], key=lambda each: each["on"])
    entry = event(SIGNED, "signed", deal=plain_keys(terms), by="Pat Moss")
    later = [{**one, "entry": str(number)} if one["event"] == "settled" else one for one in events]
    made = walked(as_of, until="2026-06-30", **change)
    return replace(made, journal=(*before, entry, *later))


SETTLING: dict[str, Variant] = {}
for _name in SETTLEMENTS:
    _all = str(_settled(_name)[0].sum)
    SETTLING |= {
        f"unpaid{_name}": settled(_name, "2026-10-07", paid("2026-09-20", "100.00")),
        f"cleared{_name}": settled(_name, "2026-10-12", paid("2026-09-30", _all), event("2026-10-12", "settled")),
    }
SETTLING |= {
    "nothing-paid": settled("-in-three", "2026-11-09"),
    "paid-over": settled("", "2026-10-12", paid("2026-09-30", "3000.00"), event("2026-10-12", "settled")),
}
"""Cases for the letters of a settlement alone."""
