"""Cases in which the debtor filed, or another proceeding took the claims, for the papers that may go out then.

All in the fictional State of Franklin, about one invoice of 4,800; the federal law is the real one.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from judgment_cases import FILED, HEARD, SERVED, won
from paper_cases import DEBTOR, FOUR, PERSON, Variant, merged
from walked_cases import event

PETITION: dict[str, Any] = {
    "petition_on": "2026-10-12",
    "chapter": "7",
    "court": "United States Bankruptcy Court",
    "district": "District of Franklin",
    "number": "26-11334",
    "trustee": {"name": "Lee Frame"},
    "bar_date": "2026-12-21",
}
VALE = {"name": "Robin Vale", "kind": "individual", "address": DEBTOR["address"], "sue": "yes"}
WARD = {"kind": "assignment", "on": "2026-10-12", "who": "Casey Ward", "address": DEBTOR["address"]}


def bankrupt(*events: dict[str, Any], as_of: date = date(2026, 10, 20), **change: Any) -> Variant:
    """Return a case in bankruptcy, and ``events``."""
    filed = merged(PETITION, change.pop("bankruptcy", {}))
    journal = tuple(sorted(events, key=lambda each: each["on"]))
    return Variant(merged({"bankruptcy": filed}, change), (), journal, as_of)


def proceeding(*events: dict[str, Any], **change: Any) -> Variant:
    """Return a case in which another proceeding took the claims."""
    seen = {**WARD, **change.pop("insolvency", {})}
    return Variant(merged({"insolvency": seen}, change), (), events, date(2026, 10, 20))


INSOLVENT: dict[str, Variant] = {
    "bankrupt": bankrupt(),
    "bankrupt-bare": Variant({"bankruptcy": {"petition_on": "2026-10-12"}}, (), (), date(2026, 10, 20)),
    "bankrupt-in-court": bankrupt(FILED, SERVED, event("2026-10-05", "hearing", day="2026-11-16")),
    "bankrupt-judged": bankrupt(FILED, SERVED, HEARD, won()),
    "bankrupt-judged-in-one": bankrupt(FILED, SERVED, HEARD, won(interest="88.20", interest_on_all="yes")),
    "bankrupt-with-guarantor": bankrupt(FILED, guarantors=[VALE]),
    "bankrupt-guaranteed": bankrupt(
        guarantors=[VALE, {**VALE, "name": "Kit Moss", "petition_on": "2026-09-01", "claims_by": "2026-11-30"}],
        agreement={"guaranty": {"guarantor": "Robin Vale", "limit": "9000.00"}},
    ),
    "bankrupt-guaranteed-interest": bankrupt(
        guarantors=[{**VALE, "name": "Vale Holdings LLC", "kind": "llc"}],
        agreement={"interest": {"percent_a_year": "9", "source": "section 6"}},
        bankruptcy={"chapter": "11"},
    ),
    "assigned-guaranteed": proceeding(guarantors=[VALE], invoices=FOUR),
    "bankrupt-person": bankrupt(FILED, **merged(PERSON, {"purpose": "consumer", "bankruptcy": {"chapter": "13"}})),
    "bankrupt-by-creditors": bankrupt(FILED, bankruptcy={"involuntary": "yes", "joint_debtor": "Kit Moss"}),
    "bankrupt-claimed": bankrupt(bankruptcy={"claims": [{"on": "2026-10-19", "number": "14", "amount": "4800.00"}]}),
    "bankrupt-discharged": bankrupt(FILED, SERVED, **merged(PERSON, {"bankruptcy": {"discharged_on": "2026-10-19"}})),
    "bankrupt-builder": bankrupt(work={"kind": "construction", "text": "a fence"}, guarantors=[VALE]),
    "bankrupt-goods": bankrupt(
        work={"kind": "goods", "text": "laid paper"},
        invoices=[
            {"id": "G-1", "issued_on": "2026-10-01", "delivered_on": "2026-10-01",
             "lines": [{"text": "laid paper", "unit_price": "900.00"}]}
        ],
        setoffs=[{"id": "S-1", "text": "Two pallets came back", "amount": "200.00"}],
    ),
    "bankrupt-goods-and-freight": bankrupt(
        work={"kind": "goods", "text": "laid paper"},
        invoices=[
            {"id": "G-1", "issued_on": "2026-10-01", "delivered_on": "2026-10-01",
             "lines": [{"text": "laid paper", "unit_price": "900.00"}, {"text": "Freight", "unit_price": "85.00"}]}
        ],
    ),
    "bankrupt-goods-by-order": bankrupt(
        work={"kind": "goods", "text": "laid paper"},
        bankruptcy={"goods_on_form": "yes"},
        invoices=[
            {"id": "G-1", "issued_on": "2026-10-01", "delivered_on": "2026-10-01",
             "lines": [{"text": "laid paper", "unit_price": "900.00"}]},
            {"id": "G-2", "issued_on": "2026-08-20", "delivered_on": "2026-08-20",
             "lines": [{"text": "card", "unit_price": "250.00"}]},
        ],
    ),
    "bankrupt-gap": bankrupt(
        bankruptcy={"involuntary": "yes", "order_for_relief_on": "2026-10-18"},
        invoices=[
            {"id": "N-1", "issued_on": "2026-10-15", "delivered_on": "2026-10-14",
             "lines": [{"text": "a reprint", "unit_price": "640.00"}]},
            {"id": "N-2", "issued_on": "2026-10-16", "delivered_on": "2026-10-16",
             "lines": [{"text": "a second reprint", "unit_price": "310.00"}]},
        ],
        payments=[{"id": "P-9", "on": "2026-10-17", "amount": "200.00", "invoice": "N-1"}],
    ),
    "bankrupt-goods-lawyer": bankrupt(
        work={"kind": "goods", "text": "laid paper"},
        debtor={"lawyer": {"name": "Kim Song", "firm": "Song & Lee", "email": "kim@songlee.example"}},
        invoices=[
            {"id": "G-1", "issued_on": "2026-09-10", "delivered_on": "2026-09-10",
             "lines": [{"text": "laid paper", "quantity": "10", "unit": "reams", "unit_price": "90.00"},
                       {"text": "cover board", "unit_price": "300.00"}]},
            {"id": "G-2", "issued_on": "2026-08-20", "delivered_on": "2026-08-20",
             "lines": [{"text": "card", "unit_price": "250.00"}]},
        ],
        bankruptcy={"chapter": "11"},
    ),
    "assigned": proceeding(),
    "assigned-four": proceeding(insolvency={"claims_by": "2026-10-30"}, invoices=FOUR),
    "received": proceeding(insolvency={"kind": "receivership", "claims_by": "2026-10-15"}),
    "estate": proceeding(insolvency={"kind": "probate"}, **PERSON),
    "dissolved": Variant({"insolvency": {"kind": "dissolution", "on": "2026-10-12"}}, (), (), date(2026, 10, 20)),
    "foreign": proceeding(insolvency={"kind": "foreign"}),
}  # fmt: skip
"""Cases in which nothing that collects may go out."""
