"""The time to sue while a bankruptcy stands, and after it: 11 U.S.C. § 108(c).

Time that ran out while the stay stood lasts until 30 days after notice that the stay ended, if that is later; only
time that had not run out when the petition was filed. A state whose own law stops the clock for a stay adds the days
of the stay itself; whether it does for this debt is a lawyer's question, so that the day without them is the safe one.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from kit.checks.revival import Run
from kit.facts import Facts
from kit.model.bankruptcy import Bankruptcy, EarlierBankruptcy
from kit.model.inquiry import Inquiry
from kit.model.law_bankruptcy import LimitationAfterStay
from kit.model.law_debts import TollingGround, TollingGrounds
from kit.model.law_names import RuleName
from kit.model.stay import relief_of

Filed = Bankruptcy | EarlierBankruptcy
NOT_BEFORE = ", but at the earliest "


def after_stay(facts: Facts, inquiry: Inquiry, run: Run) -> Run:
    """Return ``run`` with its last day as each petition against this debtor leaves it."""
    filed = facts.case.bankruptcy
    if filed is None or filed.spouse_only:
        return run
    every: tuple[Filed, ...] = (*filed.earlier, filed)
    for one in every:
        if one.petition_on <= facts.as_of and run.start <= one.petition_on <= run.last:
            run = _moved(facts, inquiry, run, one)
    return run


def _moved(facts: Facts, inquiry: Inquiry, run: Run, filed: Filed) -> Run:
    """Return the later of the two days, the other beside it where the days of the stay make the difference."""
    alone, tolled = _extended(facts, run, filed), _tolled(facts, inquiry, run, filed)
    if tolled.last <= alone.last or tolled.last < facts.as_of:
        return max(alone, tolled, key=lambda one: one.last)
    basis = alone.why[len(run.why) :].removeprefix(NOT_BEFORE)
    over = alone.last < facts.as_of
    says = "which is over: ask a lawyer whether they count" if over else "the safe day"
    without = f"; without those days it {'was' if over else 'is'} {alone.last}{f', {basis}' if basis else ''}, {says}"
    return replace(tolled, why=tolled.why + without, safe=alone.last)


def stay_ended(filed: Filed, as_of: date) -> date | None:
    """Return the day on which the stay ended, known on ``as_of``: closing, dismissal, discharge or an order."""
    found = [filed.dismissed_on, filed.discharged_on, filed.closed_on]
    if isinstance(filed, Bankruptcy) and (order := relief_of(filed, as_of)):
        found.append(order.on)
    return min((day for day in found if day and day <= as_of), default=None)


def _tolled(facts: Facts, inquiry: Inquiry, run: Run, filed: Filed) -> Run:
    """Add the days of the stay where the state's own law stops the clock for them, once the time has run out."""
    if run.last >= facts.as_of:  # the day without them is the safe one
        return run
    rule, cite = inquiry.value(RuleName.TOLLING, run.start, TollingGrounds)
    if rule is None or all(one.ground is not TollingGround.STAY for one in rule.grounds):
        return run
    end = stay_ended(filed, facts.as_of) or facts.as_of
    days = (end - filed.petition_on).days
    counted = "day" if days == 1 else f"{days} days"
    why = f", with the {counted} of the stay from {filed.petition_on} added ({cite})"
    return replace(run, last=run.last + timedelta(days=days), why=run.why + why)


def _extended(facts: Facts, run: Run, filed: Filed) -> Run:
    """Return the run with the days after the notice that the stay ended, where they end later."""
    law = Inquiry(facts.federal, {}) if facts.federal else None
    answer = law.ask(RuleName.LIMITATION_AFTER_STAY, filed.petition_on) if law else None
    rule = answer.of(LimitationAfterStay) if answer else None
    if answer is None or rule is None:
        return run
    ended = stay_ended(filed, facts.as_of)
    told = filed.dismissal_notice_on if filed.dismissal_notice_on and filed.dismissed_on == ended else None
    since = told or ended or facts.as_of
    last = since + timedelta(days=rule.days)
    if last <= run.last:
        return run
    event = f"the notice of {told} that the stay ended" if told else f"the end of the stay on {ended}"
    event = event if told or ended else "notice that the stay has ended, which has not come"
    why = f"{NOT_BEFORE}{rule.days} days after {event} ({answer.cite})"
    return replace(run, last=last, why=run.why + why)
