"""Plans and settlements for the tests of the papers: terms to offer in any case, and cases in which a plan was signed.

A plan of the walk is about one invoice of 4,835.50, counted on September 8, 2026 and signed on September 10: six
installments from October 1 on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any

from paper_cases import FOUR, GUARANTOR, HOSTILE, LONG, PERSON, Variant, bill, facts_of
from walked_cases import ONE, REACHED, RICH, event, sent, walked

from kit.checks.plan import check_plan
from kit.checks.settlement import check_settlement, disputed_on_record
from kit.checks.settlement_law import settlement_law
from kit.facts import Facts
from kit.findings import KitError
from kit.journal.written import plain_keys
from kit.ledger.plan_schedule import Wish, schedule
from kit.model.account import Instalment
from kit.model.business_days import next_business_day
from kit.model.document_ids import EXTENSION, PAYMENT_PLAN, SETTLEMENT, SETTLEMENT_OFFER
from kit.model.money import minor_unit
from kit.model.plan import PlanInterest, PlanTerms
from kit.model.settlement import Default, Release, SettlementTerms, Stance

OFFERED = (PAYMENT_PLAN, EXTENSION)
SETTLED = (SETTLEMENT, SETTLEMENT_OFFER)
COUNTED, SIGNED = date(2026, 9, 8), "2026-09-10"
START = date(2026, 10, 1)
LAST_OFFER = timedelta(14)
VALE = {"name": "Vale Holdings LLC", "kind": "llc"}
BAD_NAMES = {"debtor": {"name": HOSTILE, "contacts": [{"name": HOSTILE}]}, "work": {"text": HOSTILE}}
LONG_NAMES = {"debtor": {"name": LONG}, "creditor": {"name": LONG[::-1]}}
COUNSEL = {"debtor": {"lawyer": {"name": "Kim Song", "firm": "Song & Lee", "email": "kim@songlee.example"}}}
FORTNIGHTS = {"count": 4}


def plan(known: Facts, start: date, **more: Any) -> PlanTerms:
    """Return the terms of a plan for what is owed on the day of ``known`` and not disputed."""
    wished = {name: more.pop(name) for name in (*Wish.__slots__,) if name in more}
    wish = Wish(start, **({"count": 6} | wished))
    debt = known.ledger.totals.collectable
    found = schedule(known.case, known.terms, wish, debt=debt, counted_on=known.as_of)
    return PlanTerms(
        counted_on=known.as_of,
        debt=debt,
        down=found.down,
        instalments=found.instalments,
        interest=wish.interest,
        percent=wish.percent,
        **more,
    )


OFFERS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {  # the case, and what is special in the plan
    "offer-long": (RICH, {"count": 36, "interest": PlanInterest.CONTRACT, "down": Decimal(200)}),
    "offer-guaranty": ({"guarantors": [GUARANTOR, VALE]}, {"guarantor": "Robin Vale", "down_percent": Decimal(20)}),
    "offer-company-guaranty": ({"guarantors": [VALE]}, {"guarantor": "Vale Holdings LLC"}),
    "offer-rate": ({}, {"interest": PlanInterest.RATE, "percent": Decimal("4.5"), "grace_days": 0, "cure_days": 1}),
    "offer-unacknowledged": ({}, {"acknowledges": False, "accelerates": False, "methods": ("Check", "Card")}),
    "offer-consumer": ({**PERSON, "purpose": "consumer"}, {"guarantor": None}),
    "offer-several": ({"invoices": FOUR}, {"count": 3}),
    "offer-on-a-judgment-agreed": ({}, {"stipulated_judgment": True}),
}
FILED = event(
    "2026-09-01", "filed", court="County Court, small claims", number="26-SC-104", amount="4800.00", fee="75.00"
)
NEW: dict[str, Variant] = {
    name: Variant({**REACHED, **ONE, **change}, (), (FILED,) if "judgment" in name else (), date(2026, 9, 30))
    for name, (change, _) in OFFERS.items()
}
NEW["offer-part-disputed"] = Variant(
    {**REACHED, "invoices": FOUR},
    (),
    (
        event("2026-09-02", "disputed", invoice="INV-102"),
        event("2026-09-02", "disputed", invoice="INV-101", lines=["2"]),
    ),
    date(2026, 9, 30),
)
"""Cases in which a plan, more time or a settlement is offered, each with something of its own."""


def deals(case: str, document: str, known: Facts) -> Iterator[PlanTerms | SettlementTerms]:
    """Yield terms that ``document`` may offer in the case of that name, those that nothing stands against first."""
    if (known.ledger.totals.collectable <= 0 and document in OFFERED) or known.ledger.judgment:
        return
    if document == EXTENSION:
        debt, day = known.ledger.totals.collectable, _later(known, 30)
        due = (Instalment(due_on=day, amount=debt),)
        yield from _fit(known, PlanTerms(kind="extension", counted_on=known.as_of, debt=debt, instalments=due))
    elif document == PAYMENT_PLAN:
        special = OFFERS.get(case, ({}, {}))[1]
        try:
            terms = plan(known, _later(known, 21), open_until=_later(known, 14), **special)
        except KitError:  # too little to divide
            return
        yield from _fit(known, terms)
    elif document in SETTLED and known.ledger.totals.total > 1:
        yield from _settlements(case, known)


def _fit(known: Facts, terms: PlanTerms) -> Iterator[PlanTerms]:
    """Yield the terms unless something stands against them."""
    if not any(one.stops for one in check_plan(known, terms)):
        yield terms


def _later(known: Facts, days: int) -> date:
    return next_business_day(known.as_of + timedelta(days), known.case.debtor.state)


def _settlements(case: str, known: Facts) -> Iterator[SettlementTerms]:
    disputed = disputed_on_record(known.case)
    stance = Stance.DISPUTED if disputed else Stance.ADMITTED
    debt, rich = known.ledger.totals.total, case.startswith("offer-")
    whole = (debt * Decimal("0.6")).quantize(minor_unit(known.case.currency), ROUND_HALF_UP)
    dues = [Instalment(due_on=_later(known, 21), amount=whole)]
    if rich:
        share = (whole / 3).quantize(minor_unit(known.case.currency), ROUND_HALF_UP)
        sums = (share, share, whole - 2 * share)
        dues = [Instalment(due_on=_later(known, 21 + 30 * n), amount=one) for n, one in enumerate(sums)]
    usual = SettlementTerms(
        counted_on=known.as_of,
        debt=debt,
        instalments=tuple(dues),
        stance=stance,
        default=settlement_law(known, stance).safe_default,
        open_until=_later(known, 14),
    )
    more: dict[str, Any] = {"dismissal": "judgment" in case}
    if rich:
        more |= {"confidential": True, "reports_credit": True, "no_disparagement": not known.case.consumer}
    if case == "offer-rate":
        more |= {"release": Release.ONE_WAY, "default": Default.SETTLED_SUM}
    terms = SettlementTerms.model_validate(usual.model_copy(update=more).model_dump())
    if not any(one.stops for one in check_settlement(known, terms)):
        yield terms


@cache
def _signed(name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the change of the case and the entry of the signature of a plan of the walk."""
    change, special, journal = PLANS[name]
    known = facts_of(walked(str(COUNTED), *journal, until="2026-09-05", **change))
    terms = plan(known, START, **special)
    return change, event(SIGNED, "signed", deal=plain_keys(terms), by="Pat Moss")


PLANS: dict[str, tuple[dict[str, Any], dict[str, Any], tuple[dict[str, Any], ...]]] = {
    "": ({}, {}, ()),
    "-person": (PERSON, {"down": Decimal("335.50"), "count": 5}, ()),
    "-consumer": ({**PERSON, "purpose": "consumer"}, {}, ()),
    "-several": ({"invoices": FOUR}, {"count": 5}, ()),
    "-disputed": ({"invoices": FOUR}, {}, (event("2026-09-02", "disputed", invoice="INV-102"),)),
    "-interest": (RICH, {"interest": PlanInterest.CONTRACT}, ()),
    "-no-interest": (RICH, {}, ()),
    "-rate": (RICH, {"interest": PlanInterest.RATE, "percent": Decimal("4.5")}, ()),
    "-guaranty": ({"guarantors": [GUARANTOR]}, {"guarantor": "Robin Vale"}, ()),
    "-hostile": (BAD_NAMES, {}, ()),
    "-long-names": (LONG_NAMES, {}, ()),
    "-lawyer": (COUNSEL, {}, ()),
    "-later-invoice": ({"invoices": [*ONE["invoices"], bill("INV-110", "2026-09-14", "300.00")]}, {}, ()),
    "-long": ({}, {"count": 36}, ()),
}
NOTICE = event("2026-10-07", "sent", document="letters/plan-missed", step="plan-missed", channel="mail")
ACCELERATED = event("2026-10-20", "ended", how="accelerated")
REINSTATED = event("2026-10-26", "ended", how="reinstated")


def paid(on: str, amount: str, number: int = 1, method: str = "transfer") -> dict[str, Any]:
    """Return an entry of a payment."""
    return event(on, "paid", id=f"P-{number}", amount=amount, method=method)


def signed(name: str, as_of: str, *events: dict[str, Any]) -> Variant:
    """Return the case of the plan ``name`` after ``events``, as of a day."""
    change, entry = _signed(name)
    before = [*sent("2026-09-05"), *PLANS[name][2]]
    number = len(before) + 1
    later = [{**one, "entry": str(number)} if one["event"] == "ended" else one for one in events]
    journal = [*sorted(before, key=lambda each: each["on"]), entry, *sorted(later, key=lambda each: each["on"])]
    made = walked(as_of, until="2026-06-30", **change)
    return replace(made, journal=tuple(journal))


def _whole(name: str) -> str:
    """Return all that a plan comes to."""
    entry = _signed(name)[1]["deal"]
    dues = [*([entry["down"]] if "down" in entry else []), *entry["instalments"]]
    return str(sum((Decimal(one["amount"]) for one in dues), Decimal(0)))


IN_PLAN: dict[str, Variant] = {
    "plan-kept": signed("", "2026-09-30"),
    "plan-late": signed("", "2026-10-05"),
    "plan-part-paid": signed("", "2026-10-30", paid("2026-09-29", "805.92"), paid("2026-10-12", "300.00", 2)),
    "plan-missed": signed("", "2026-10-07"),
    "plan-cured": signed("", "2026-10-16", NOTICE, paid("2026-10-15", "805.92")),
    "plan-uncured": signed("", "2026-10-20", NOTICE),
    "plan-accelerated": signed("", "2026-10-21", NOTICE, ACCELERATED),
    "plan-completed": signed("", "2026-11-06", paid("2026-11-04", "4835.50", method="check")),
}
"""Cases in which a plan was signed, one of each sort."""


STATES: dict[str, Variant] = {}
for _name in PLANS:
    STATES |= {
        f"on-its-day{_name}": signed(_name, "2026-09-30"),
        f"missed{_name}": signed(_name, "2026-10-07", paid("2026-10-02", "100.00")),
        f"uncured{_name}": signed(_name, "2026-10-20", NOTICE, paid("2026-10-19", "250.00")),
        f"again{_name}": signed(_name, "2026-10-27", NOTICE, ACCELERATED, paid("2026-10-23", "900.00"), REINSTATED),
        f"paid-up{_name}": signed(_name, "2026-10-06", paid("2026-10-01", _whole(_name))),
    }
STATES |= {
    "last-installment": signed("", "2027-02-26", paid("2026-11-02", "4029.60")),
    "paid-too-much-in-a-plan": signed("", "2026-10-06", paid("2026-10-01", "5000.00", method="check")),
    "two-missed": signed("-long", "2026-11-10"),
    "missed-and-late": signed("", "2026-11-05"),
}
"""Cases for the letters of a plan alone: every plan in every state that has a letter."""
