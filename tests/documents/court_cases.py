"""Cases on their way into court: several defendants, a hearing known and unknown, too much, too little law."""

from __future__ import annotations

from typing import Any

from paper_cases import AS_OF, CREDITOR, DEBTOR, FOUR, GUARANTOR, PAID, PERSON, SITE, Variant, agreed, bill, merged
from walked_cases import CALL, EARLIER, MADE, MAILED, REACHED, event

AGENT = {"name": "Corner Filings Inc.", "address": {**SITE, "street": "1 State House Road"}}
COURTHOUSE = {
    "name": "Overton City Court, Commercial Claims Part",
    "street": "2 Court Square",
    "city": "Overton",
    "state": "XF",
    "zip": "02135",
    "phone": "555-010-0999",
}
PAPERS = [
    {"id": "contract", "file": "contract.pdf", "title": "Label design", "on": "2026-05-04", "kind": "contract"},
    {"id": "bill", "file": "bill.pdf", "title": "Invoice INV-104", "kind": "invoice", "invoice": "INV-104"},
    {"id": "slip", "file": "slip.pdf", "title": "Delivery slip", "on": "2026-06-30", "kind": "delivery"},
    {"id": "talks", "file": "talks.pdf", "title": "Offer of half", "kind": "settlement"},
    {"id": "mail", "file": "mail.eml", "title": "Mail of Pat Moss", "kind": "acknowledgment"},
]
SHOWN = [
    *PAPERS[:2],
    {"id": "more", "file": "more.eml", "title": "Email with an extra label", "on": "2026-06-02", "kind": "order"},
    {"id": "order", "file": "order.pdf", "title": "Purchase order 7", "on": "2026-06-03", "kind": "order"},
    {"id": "seen", "file": "seen.eml", "title": "Mail: all is here", "on": "2026-06-30", "kind": "delivery"},
    {"id": "books", "file": "books.pdf", "title": "Account", "on": "2026-09-07", "kind": "statement"},
    {"id": "first", "file": "first.pdf", "title": "Letter", "on": "2026-08-20", "kind": "letter"},
    {"id": "second", "file": "second.pdf", "title": "Letter", "on": "2026-09-20", "kind": "letter"},
    {"id": "third", "file": "third.pdf", "title": "Letter", "on": "2026-10-01", "kind": "letter"},
    {"id": "demand", "file": "demand.pdf", "title": "Final demand", "on": "2026-10-19", "kind": "letter"},
    {"id": "slip", "file": "slip.pdf", "title": "Receipt of the mail", "on": "2026-10-19", "kind": "mailing"},
    {"id": "talk", "file": "talk.eml", "title": "Thanks", "on": "2026-10-20", "kind": "email"},
    {"id": "bank", "file": "bank.txt", "title": "The bank's notice", "on": "2026-09-07"},
]
OWNER = {"creditor": {**CREDITOR, "name": "Mara Lind", "kind": "sole-proprietor", "dba": "Lind Design"}}
ADMITTED = [{"id": "A-1", "on": "2026-09-04", "text": "We owe you this", "signed": "yes", "invoice": "INV-104"}]
TALK = event("2026-09-08", "called", at="09:05", to="Pat Moss", spoke="yes", result="offered to pay half now")
NUMBERED = event("2026-09-09", "called", to="Pat Moss", spoke="yes", result="paid from account 4000 1234 5678 9010")
PROMISE = event("2026-09-10", "promised", by="2026-09-25", amount="500.00")
PLAN = event("2026-09-11", "held", reason="plan")
FREE = event("2026-09-12", "released")
FILED = event("2026-11-16", "filed", court="Overton City Court", number="CC-26-118", amount="4800.00", fee="50.00")
SERVED = event("2026-11-20", "served", who="Late Paper Supply Inc.", how="sheriff")
SET = event("2026-11-17", "hearing", day="2026-12-14", at="14:30")
DEMANDED = event("2026-10-19", "sent", step="final-demand", channel="mail", certified="9407 1000 0000 0000 0000 01")


def in_court(*events: dict[str, Any], **change: Any) -> Variant:
    """Return a case with its papers, and ``events``."""
    journal = sorted(events, key=lambda each: each["on"])
    return Variant(merged({"exhibits": PAPERS, **REACHED}, change), (), tuple(journal), AS_OF)


COURT: dict[str, Variant] = {
    "court-hearing-set": in_court(
        DEMANDED,
        CALL,
        TALK,
        NUMBERED,
        PROMISE,
        PLAN,
        FREE,
        FILED,
        SET,
        SERVED,
        debtor={"registered_agent": AGENT, "organized_in": "XF"},
        small_claims={"court": COURTHOUSE},
        acknowledgments=ADMITTED,
        **agreed(interest={"percent_a_year": "10", "source": "section 6"}),
    ),
    "court-reckoned": in_court(
        DEMANDED, small_claims={"hearing_on": "2027-02-01", "venue": "defendant_office"}, invoices=FOUR, payments=PAID
    ),
    "court-two-defendants": in_court(
        **PERSON, guarantors=[{**GUARANTOR, "sue": "yes", "limit": "3000.00"}], work={"place": SITE}
    ),
    "court-waived": in_court(
        **OWNER,
        invoices=[bill("INV-104", "2026-07-01", "9500.00")],
        small_claims={"waive_excess": "yes", "hearing_on": "2026-12-28"},
        **agreed(late_fee={"percent_a_month": "1"}),
    ),
    "court-too-much": in_court(invoices=[bill("INV-104", "2026-07-01", "5200.00")]),
    "court-little-law": in_court(
        **OWNER,
        debtor={**DEBTOR, "address": {**DEBTOR["address"], "state": "XG", "county": "Hill", "city": "Hillton"}},
        forum="us-xg",
        small_claims={"hearing_on": "2027-01-18"},
    ),
    "court-no-law": in_court(
        debtor={**DEBTOR, "address": {**DEBTOR["address"], "state": "XH"}},
        forum="us-xh",
        **agreed(governing_law=None),
    ),
    "court-beyond-line": in_court(
        debtor={**DEBTOR, "address": {**DEBTOR["address"], "state": "XG", "county": "Hill"}}, work={"place": SITE}
    ),
    "court-turned-against": in_court(
        event("2026-09-02", "answered", reason="disputes_work", channel="email", by="Pat Moss"),
        event("2026-09-02", "disputed", invoice="INV-104", amount="300.00", text="Two labels bleed at the edge"),
        event("2026-09-03", "answered", reason="not_received", by="Pat Moss"),
        *EARLIER,
        setoffs=[{"id": "S-1", "text": "a printing plate that they lent us", "amount": "120.00"}],
        private={"minors": ["Pat Moss"]},
        credits=[{"id": "CR-1", "on": "2026-09-15", "invoice": "INV-104", "amount": "150.00", "reason": "one label"}],
    ),
    "court-shown": in_court(
        event("2026-08-20", "answered", reason="threatens", channel="phone", by="Pat Moss", text="Will tell others."),
        event("2026-08-21", "answered", reason="other", channel="phone", by="Pat Moss", text="Offered half."),
        event("2026-08-22", "answered", reason="other", channel="phone", by="Robin Vale"),
        DEMANDED,
        exhibits=SHOWN,
        work={"kind": "services", "text": "labels", "last_day": "2026-06-29"},
        invoices=[bill("INV-104", "2026-07-01", "4800.00")],
        payments=[
            {"id": "P-1", "on": "2026-09-01", "amount": "100.00", "method": "check"},
            {"id": "P-2", "on": "2026-09-02", "amount": "500.00", "method": "check", "bounced_on": "2026-09-07"},
        ],
        **agreed(interest={"percent_a_year": "10", "source": "section 6"}),
    ),
    "court-mailed": in_court(*EARLIER, MADE, MAILED, exhibits=None),
    "court-costs": in_court(
        costs=[
            {
                "id": "K-1",
                "on": "2026-10-01",
                "amount": "50.00",
                "text": "Filing",
                "kind": "filing",
                "claimable": "yes",
            },
            {
                "id": "K-2",
                "on": "2026-10-02",
                "amount": "9.00",
                "text": "Postage",
                "kind": "postage",
                "claimable": "yes",
            },
        ]
    ),
}
