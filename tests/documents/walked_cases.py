"""Cases somewhere on their ladder: what was sent, said, promised, paid and held, for the papers that answer it.

All in the fictional State of Franklin, all about one invoice of two lines, issued on July 1, 2026 and due on July 31.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from paper_cases import DEBTOR, FOUR, PERSON, Variant, bill, merged

ONE: dict[str, Any] = {"invoices": [bill("INV-104", "2026-07-01", "4800.00", "35.50")]}
REACHED: dict[str, Any] = {
    "debtor": {
        **DEBTOR,
        "phone": "555-010-0170",
        "contacts": [{**DEBTOR["contacts"][0], "role": "accounts", "phone": "555-010-0171"}],
    }
}
STEPS = [
    ("2026-07-01", "statements/invoice", "invoice", "email"),
    ("2026-08-03", "letters/friendly-reminder", "friendly-reminder", "email"),
    ("2026-08-07", "letters/invoice-again", "invoice-again", "mail"),
    ("2026-08-24", "letters/second-reminder", "second-reminder", "email"),
    ("2026-09-03", "letters/thirty-day", "thirty-day", "mail"),
    ("2026-09-16", "letters/terms-recalled", "terms-recalled", "mail"),
    ("2026-10-01", "letters/sixty-day", "sixty-day", "mail"),
]
ANSWERS = {
    "not_received": "The invoice never reached us",
    "disputes_work": "Two labels bleed at the edge",
    "disputes_amount": "The second line was not ordered",
    "cash": "Money is short until a customer pays",
    "forgot": "It lay on the wrong desk",
    "left": "The man in charge has left the firm",
    "no_authority": "The owner must sign",
    "refuses": "We will not pay this",
    "threatens": "Stop writing or we tell everybody about you",
    "insolvent": "We are about to close",
    "other": "Call again next month",
}
CALL = {"on": "2026-09-02", "event": "called", "at": "14:30", "to": "Pat Moss", "spoke": "yes", "result": "friendly"}
MESSAGE = {"on": "2026-08-05", "event": "called", "at": "10:15", "to": "Pat Moss", "result": "left a message"}


def event(on: str, what: str, **more: Any) -> dict[str, Any]:
    """Return an entry of the journal."""
    return {"on": on, "event": what, **more}


def sent(until: str) -> list[dict[str, Any]]:
    """Return what went out, and the call in between, up to the day ``until``."""
    papers = [event(on, "sent", document=paper, step=step, channel=how) for on, paper, step, how in STEPS]
    return [one for one in sorted([*papers, MESSAGE], key=lambda each: each["on"]) if one["on"] <= until]


def walked(as_of: str, *events: dict[str, Any], until: str = "2026-09-01", **change: Any) -> Variant:
    """Return a case after its first letters, and ``events``, as of a day."""
    journal = sorted([*sent(until), *events], key=lambda each: each["on"])
    return Variant(merged(merged(REACHED, ONE), change), (), tuple(journal), date.fromisoformat(as_of))


def answered(reason: str, *events: dict[str, Any], as_of: str = "2026-09-10", **change: Any) -> Variant:
    """Return a case in which the debtor said so on the telephone."""
    said = event("2026-09-02", "answered", reason=reason, channel="phone", by="Pat Moss", text=ANSWERS[reason])
    return walked(as_of, CALL, said, *events, **change)


PROMISE = event("2026-09-02", "promised", by="2026-09-18", amount="2000.00", text="half now, half in October")
CHECK = event("2026-09-17", "paid", id="P-1", amount="2000.00", method="check", reference="1187")
LATE = {"agreement": {"late_fee": {"percent_a_month": "1"}, "interest": None}}
RICH = {
    "agreement": {
        "interest": {"percent_a_year": "10", "source": "section 6"},
        "returned_check_fee": "30.00",
        "suspension_after_days": "10",
        "attorney_fees": {"clause": "yes", "reciprocal": "yes"},
    }
}

EARLIER = sent("2026-09-20")
MADE = event(
    "2026-10-01",
    "made",
    document="letters/sixty-day",
    step="sixty-day",
    files=[{"path": "out/2026-10-01-sixty-day.pdf", "sha256": "5e" * 32}],
    inputs="1a" * 32,
    record="out/2026-10-01-sixty-day.json",
    pay_by="2026-10-12",
    total="4835.50",
)
MAILED = event(
    "2026-10-02", "sent", made=str(len(EARLIER) + 1), channel="mail", certified="9407 1000 0000 0000 0000 01"
)

WALKED: dict[str, Variant] = {
    "day-after": walked("2026-08-01", until="2026-07-02"),
    "week-after": walked("2026-08-07", until="2026-08-05"),
    "month-after": walked("2026-08-31", until="2026-08-25", **RICH),
    "two-months-after": walked("2026-09-29", until="2026-09-20", **LATE),
    "all-sent": walked("2026-11-02", until="2026-10-05", **RICH),
    "made-to-mail": walked("2026-10-01", MADE, until="2026-09-20"),
    "mailed-certified": walked("2026-10-05", MADE, MAILED, until="2026-09-20"),
    "nothing-sent": walked("2026-09-29", until="2026-06-30"),
    **{f"answered-{reason}": answered(reason) for reason in ANSWERS},
    "answered-twice": answered("forgot", event("2026-09-08", "answered", reason="disputes_work", channel="email")),
    "promise-open": answered("cash", PROMISE, as_of="2026-09-04"),
    "promise-of-all": answered("forgot", event("2026-09-02", "promised", by="2026-09-11"), as_of="2026-09-03"),
    "promise-kept": answered("cash", PROMISE, CHECK, as_of="2026-09-21"),
    "promise-broken": answered("cash", PROMISE, as_of="2026-10-05", **RICH),
    "promise-short": answered("cash", PROMISE, {**CHECK, "amount": "500.00"}, as_of="2026-10-05"),
    "paid-in-full": answered("cash", {**CHECK, "amount": "4835.50", "method": "transfer"}, as_of="2026-09-18"),
    "paid-too-much": answered("cash", {**CHECK, "amount": "5000.00"}, as_of="2026-09-18"),
    "check-bounced": answered(
        "cash", PROMISE, CHECK, event("2026-09-23", "bounced", payment="P-1"), as_of="2026-09-25", **RICH
    ),
    "line-disputed": answered("disputes_work", event("2026-09-02", "disputed", invoice="INV-104", lines=["2"]), **LATE),
    "all-disputed": answered("disputes_amount", event("2026-09-02", "disputed", invoice="INV-104")),
    "one-of-four-disputed": answered(
        "disputes_work", event("2026-09-02", "disputed", invoice="INV-102"), invoices=FOUR, as_of="2026-09-10"
    ),
    "held-for-review": answered(
        "disputes_work", event("2026-09-03", "held", reason="by_hand", review_on="2026-09-30", text="looking at it")
    ),
    "hold-over": answered("other", event("2026-09-03", "held", reason="by_hand", review_on="2026-09-08")),
    "no-contact": answered("refuses", debtor={"no_contact": {"on": "2026-09-03", "channels": ["phone"]}}),
    "lawyer-known": answered(
        "threatens", debtor={"lawyer": {"name": "Kim Song", "firm": "Song & Lee", "email": "kim@songlee.example"}}
    ),
    "a-person": answered("cash", PROMISE, as_of="2026-09-04", **PERSON),
    "goods-walked": answered("disputes_work", work={"kind": "goods", "text": "laid paper"}),
    "before-due": walked("2026-07-20", until="2026-07-02"),
    "due-today": walked("2026-07-31", until="2026-07-02"),
}
NOTHING_TO_ASK = ("before-due", "due-today", "paid-in-full", "paid-too-much", "all-disputed")
"""Cases in which a letter that asks for money has nothing to ask for."""
