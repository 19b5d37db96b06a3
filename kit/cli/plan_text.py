"""A plan for the terminal and for programs: as it would be offered, and as it stands."""

from __future__ import annotations

from typing import Any

from kit.cli import findings_text
from kit.cli.table import table
from kit.documents.wording import bare_money, count, day, money, short_day
from kit.journal.written import plain_keys
from kit.ledger.agreed_dues import Due, DueState
from kit.ledger.plan_standing import PlanState
from kit.model.plan import PlanInterest, PlanTerms
from kit.planning import Planned, Running

STATES = {
    PlanState.KEPT: "The plan is kept.",
    PlanState.LATE: "A payment is late, within the days of grace.",
    PlanState.MISSED: "A payment is missed.",
    PlanState.CURING: "A payment is missed; the notice of it is running.",
    PlanState.UNCURED: "A payment is missed, and the notice of it has run out.",
    PlanState.ACCELERATED: "Everything was made due.",
    PlanState.COMPLETED: "The plan is paid.",
    PlanState.LAPSED: "The day has passed, and the whole is due as before.",
    PlanState.OVER: "The plan was given up.",
}


def offered(found: Planned) -> list[str]:
    """Return the payments and what goes with them, in lines."""
    terms, cash = found.terms, found.facts.case.currency
    rows = [("Owed", money(terms.debt, cash), "")]
    rows += [(f"  {day(one.due_on)}", bare_money(one.amount, cash), _what(terms, n)) for n, one in _numbered(terms)]
    rows += [("In all", money(terms.total, cash), "")]
    lines = [line.rstrip() for line in table(rows, [1])]
    if found.interest > 0:
        lines.append(f"{money(found.interest, cash)} of it is interest, if each payment comes on its day.")
    elif terms.interest is PlanInterest.NONE:
        lines.append("No interest is added and no late fee falls while it is kept.")
    else:
        lines.append("No late fee falls while it is kept.")
    lines.append(_rules(terms))
    if terms.open_until:
        lines.append(f"The offer stands until {day(terms.open_until)}.")
    return lines


def offered_data(found: Planned) -> dict[str, Any]:
    """Return the same for programs."""
    return {
        "terms": plain_keys(found.terms),
        "total": str(found.terms.total),
        "interest": str(found.interest),
        "findings": [findings_text.as_data(one) for one in found.findings],
    }


def running(found: Running) -> list[str]:
    """Return where the plan stands, payment by payment, in lines."""
    here, cash = found.standing, found.facts.case.currency
    kind = here.terms.kind.capitalize()
    lines = [f"{kind} of {day(here.agreed.on)} on {day(here.as_of)}. {STATES[here.state]}", ""]
    rows = [("Payment", "Due", "Amount", "Paid", "")]
    for one in here.dues:
        sums = (bare_money(one.amount, cash), bare_money(one.paid, cash))
        rows.append((_what(here.terms, one.number), short_day(one.due_on), *sums, _state(one)))
    lines += table(rows, [2, 3])
    if here.arrears and here.state.holds:
        lines += ["", f"Late: {money(here.arrears, cash)}."]
    if here.cure_ends and here.state.holds:
        lines.append(f"The notice of {day(here.notice.on)} gives until {day(here.cure_ends)}." if here.notice else "")
    if here.over:
        lines.append(f"{money(here.over, cash)} came beyond the plan.")
    if here.completed_on:
        early = ", before its last day" if here.early else ""
        lines.append(f"Paid on {day(here.completed_on)}{early}.")
    return [*lines, found.rests] if found.rests else lines


def running_data(found: Running) -> dict[str, Any]:
    """Return the same for programs."""
    here = found.standing
    return {
        "kind": here.terms.kind,
        "entry": here.agreed.n,
        "agreed_on": here.agreed.on,
        "state": here.state.value,
        "payments": [
            {"number": one.number, "due_on": one.due_on, "amount": str(one.amount), "paid": str(one.paid),
             "paid_on": one.paid_on, "state": one.state.value}
            for one in here.dues
        ],
        "arrears": str(here.arrears),
        "notice_from": here.notice_from,
        "cure_ends": here.cure_ends,
        "accelerate_from": here.accelerate_from,
        "completed_on": here.completed_on,
        "rests": found.rests,
    }  # fmt: skip


def _numbered(terms: PlanTerms) -> Any:
    return enumerate(terms.dues, 0 if terms.down else 1)


def _what(terms: PlanTerms, number: int) -> str:
    if terms.kind == "extension":
        return "the whole sum"
    return f"instalment {number}" if number else "down payment"


def _state(one: Due) -> str:
    if one.state is DueState.PAID and one.paid_on:
        return f"paid {short_day(one.paid_on)}"
    return "" if one.state is DueState.OPEN else one.state.value


def _rules(terms: PlanTerms) -> str:
    grace = (
        f"A payment is missed when it is more than {count(terms.grace_days, 'day')} late" if terms.grace_days else ""
    )
    start = grace or "A payment is missed when its day has passed"
    if terms.kind == "extension":
        return f"{start}; then the whole is due as before."
    if not terms.accelerates:
        return f"{start}; a miss makes nothing else due."
    return f"{start}; a notice gives {count(terms.cure_days, 'day')} to put it right, then everything is due at once."
