"""Cases in which a check came that is marked as payment in full, and some where a protest keeps the claim."""

from __future__ import annotations

from paper_cases import PERSON, Variant
from plan_cases import BAD_NAMES, COUNSEL, LONG_NAMES
from walked_cases import event, walked

CAME = event("2026-09-07", "tendered", amount="3000.00", number="1187", words="Paid in full")
BARE = event("2026-09-07", "tendered", amount="3000.00")
WHOLE = event("2026-09-07", "tendered", amount="4835.50", number="1187", words="Payment in full of all invoices")
LINE = event("2026-09-02", "disputed", invoice="INV-104", lines=["2"])
OFFICE = {"street": "9 Dock Road", "city": "Overton", "county": "Alder", "state": "XF", "zip": "02139"}
PROTEST = {"agreement": {"governing_law": "us-xg"}}
DAY = "2026-09-08"

CHECKS: dict[str, Variant] = {
    "check-came": walked(DAY, CAME),
    "check-bare": walked(DAY, BARE),
    "check-of-all": walked(DAY, WHOLE),
    "check-disputed": walked(DAY, LINE, CAME),
    "check-office": walked(DAY, LINE, CAME, creditor={"disputes_to": OFFICE}),
    "check-protest": walked(DAY, CAME, **PROTEST),
    "check-protest-disputed": walked(DAY, LINE, CAME, **PROTEST),
    "check-protest-person": walked(DAY, CAME, **PERSON, **PROTEST),
    "check-person": walked(DAY, CAME, **PERSON),
    "check-lawyer": walked(DAY, CAME, **COUNSEL),
    "check-hostile": walked(DAY, CAME, **BAD_NAMES),
    "check-long-names": walked(DAY, CAME, **LONG_NAMES),
}
