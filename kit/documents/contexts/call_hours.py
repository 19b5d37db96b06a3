"""When and how often to call, in words: the debtor's clock, one's own, and whose rule it is."""

from __future__ import annotations

from datetime import time

from kit.checks.call_rules import CallRule, call_rules
from kit.checks.clocks import debtor_zones, on_own_clock
from kit.checks.collection_law import laws_that_bind
from kit.documents import wording
from kit.documents.contexts.account import citation
from kit.documents.contexts.caller import Called
from kit.facts import Facts

NOON, EVENING = 12, 18


def when(facts: Facts, whom: Called) -> str:
    """Return the hours for a call on the day of ``facts``, with the time zone where it is known."""
    address = facts.case.debtor.address
    hours = [rule.hours for rule in _rules(facts) if rule.hours]
    if whom.lawyer or not hours:
        return "In office hours."
    span = max(first for first, _ in hours), min(last for _, last in hours)
    zones, own = debtor_zones(facts, facts.as_of), on_own_clock(facts, facts.as_of, span)
    place = f" in {address.city}, {address.state}" if address else " where they are"
    named = wording.listing((zone.rsplit("/", 1)[-1].replace("_", " ") for zone in zones), "or")
    zone = f" ({named} time{'; be in time in both' if len(zones) > 1 else ''})" if zones else ""
    mine = f". On your clock: {_span(*own)}" if own else ""
    return f"Between {_span(*span)}, on the clock{place}{zone}{mine}."


def _span(first: time, last: time) -> str:
    return f"{_clock(first)} and {_clock(last)}"


def _clock(at: time) -> str:
    """Return an hour as one says it: 8 in the morning."""
    part = "in the morning" if at.hour < NOON else "in the evening" if at.hour >= EVENING else "in the afternoon"
    minute = f":{at.minute:02d}" if at.minute else ""
    return f"{at.hour % NOON or NOON}{minute} {part}"


def how_often(facts: Facts) -> str:
    """Return how many calls are the most and how long to be quiet after a talk, with the last call on record."""
    called = [one for one in facts.case.called if one.on <= facts.as_of]
    last = ""
    if called:
        last = f"You {'spoke' if called[-1].spoke else 'called'} last on {wording.day(called[-1].on)}."
    rules = _rules(facts)
    rule = next((one for one in rules if one.calls and one.days), None)
    if rule is None:
        return last or "No call is on record."
    most = f"At most {wording.count(rule.calls or 0, 'call')} in {wording.count(rule.days or 0, 'day')}"
    law = f" ({citation(rule.law)})" if rule.law else ""
    quiet = max(one.days_after_talk or 0 for one in rules)
    rest = f", and none for {wording.count(quiet, 'day')} after a talk" if quiet else ""
    return wording.sentences([f"{most}{law}{rest}.", citation(rule.why), last])


def _rules(facts: Facts) -> tuple[CallRule, ...]:
    return call_rules(facts, facts.as_of, laws_that_bind(facts, facts.as_of))
