"""May the debtor be called now, and how soon again?

A call collects as much as a letter does: bankruptcy, a lawyer, a wish, a hold,
a promise and a dispute each stand in its way. Beyond them there are manners:
waking hours where the debtor is, not too often, and a week of quiet after a
conversation (12 C.F.R. §§ 1006.6, 1006.14, which bind collectors by trade).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta

from kit.checks.call_rules import CallRule, call_rules
from kit.checks.clocks import debtor_zones, on_own_clock, one_clock
from kit.checks.collection_law import Binding, laws_that_bind
from kit.checks.contact import check_waiting, wish_on
from kit.checks.stay import check_stay
from kit.checks.strangers import is_lawyer, is_stranger, told
from kit.facts import Facts
from kit.findings import Finding, note, stop
from kit.model.case import Case
from kit.model.document import DocumentKind
from kit.model.event import Answered, Called
from kit.model.law_words import Say
from kit.model.party import Channel

DAY = timedelta(days=1)


def check_call(facts: Facts, on: date, at: time | None = None, to: str | None = None) -> Iterator[Finding]:
    """Name every reason against calling on the day ``on``, the calls on record up to then counted.

    ``at`` is the time at the debtor's place; left out, a note says the hours for calls. ``to`` is whom the call is
    for; left out, the debtor. A stop that clears says when.
    """
    bound = laws_that_bind(facts, on)
    rules = call_rules(facts, on, bound)
    yield from _against(facts, on, to, bound)
    yield from _frequency(facts, on, rules)
    yield from _at_rest(facts, on, at, rules) if at is not None else _hours(facts, on, rules)
    yield from told(facts, to, on, "called")


def check_called(facts: Facts, call: Called) -> Iterator[Finding]:
    """Name what should have kept ``call`` from being made; ``facts`` may hold it already."""
    before, on = replace(facts, case=_without(facts.case, call)), call.on
    bound = laws_that_bind(facts, on)
    rules = call_rules(facts, on, bound)
    yield from (one for one in _against(before, on, call.to, bound) if one.stops)
    yield from _frequency(before, on, rules)
    if call.at is not None:
        yield from _at_rest(before, on, call.at, rules)
    yield from told(before, call.to, on, "called")


def _without(case: Case, call: Called) -> Case:
    """Return the case without ``call``, and without what the debtor answered in it."""
    calls = tuple(one for one in case.called if one.n != call.n)
    heard = call.spoke and call.on
    answers = tuple(one for one in case.answers if one.channel is not Channel.PHONE or one.on != heard)
    return case.model_copy(update={"called": calls, "answers": answers})


def _against(facts: Facts, on: date, to: str | None, bound: tuple[Binding, ...]) -> Iterator[Finding]:
    """Name what keeps letters and calls waiting alike, and the wish for no calls."""
    filed = facts.case.bankruptcy
    if filed and filed.petition_on <= on:
        yield from check_stay(facts.case, on, facts.federal, DocumentKind.COLLECTION)
    if not is_lawyer(facts.case, to, on):
        yield from direct_contact(facts, on, bound)
        yield from _wish(facts, on, bound)
    yield from check_waiting(facts.case, on, facts.ledger)
    yield from _dispute(facts, on)


def direct_contact(facts: Facts, on: date, bound: tuple[Binding, ...]) -> Iterator[Finding]:
    """Stop at a debtor whose lawyer is known: the lawyer is called or written to, and nobody beside it."""
    lawyer = facts.case.debtor.lawyer_on(on)
    if lawyer is None:
        return
    law, fixed = _of([one for one in bound if one.rule.lawyer_only is Say.YES], bound)
    message = f"{facts.case.debtor.name} has a lawyer, {lawyer.name}; the debtor is not to be contacted beside it"
    fix = f"Call or write to {lawyer.name} instead."
    yield stop("K437", message, facts.case.place("debtor", "lawyer"), fix=fix, law=law, overridable=not fixed)


def _wish(facts: Facts, on: date, bound: tuple[Binding, ...]) -> Iterator[Finding]:
    wish = wish_on(facts.case, on, (Channel.PHONE,))
    if wish is None or facts.case.debtor.lawyer_on(on):
        return
    asked = "not to be called" if wish.channels else "not to be contacted"
    message = f"{facts.case.debtor.name} asked on {wish.on} {asked}"
    fix = "Write instead." if wish.channels else "Ask a lawyer which notices are still allowed."
    law, fixed = _of([one for one in bound if one.rule.wish_binds is Say.YES], bound)
    place = facts.case.place("debtor", "no_contact")
    yield stop("K438", message, place, fix=fix, law=law, overridable=not fixed)


def _of(saying: list[Binding], bound: tuple[Binding, ...]) -> tuple[str, bool]:
    """Return the citation of the laws that say so themselves, else of those that bind; and whether any says so."""
    return "; ".join(one.cite for one in (saying or bound)), bool(saying)


def _dispute(facts: Facts, on: date) -> Iterator[Finding]:
    open_ = [one for one in facts.case.disputes if one.on <= on]
    if not open_:
        return
    place, names = facts.case.origin(f"entry:{open_[-1].n}"), ", ".join(dict.fromkeys(one.invoice for one in open_))
    if any(item.days_overdue and item.collectable > 0 for item in facts.ledger.items):
        message = f"{names} is disputed; a call may be about the rest alone"
        yield note("K439", message, place, fix="Do not press for what is disputed; answer the complaint in writing.")
    else:
        message = f"{names} is disputed and nothing else is overdue"
        fix = "Answer the complaint in writing first; `kit log CASE released` ends the dispute."
        yield stop("K439", message, place, fix=fix, overridable=True)


def _frequency(facts: Facts, on: date, rules: tuple[CallRule, ...]) -> Iterator[Finding]:
    yield from _worst(_too_often(facts, on, rule) for rule in rules)
    yield from _worst(_too_soon(facts, on, rule) for rule in rules)


def _too_often(facts: Facts, on: date, rule: CallRule) -> Finding | None:
    if not rule.calls or not rule.days:
        return None
    since = on - timedelta(rule.days - 1)
    calls = sorted((call for call in facts.case.called if since <= call.on <= on), key=lambda call: (call.on, call.n))
    if len(calls) < rule.calls:
        return None
    free = calls[-rule.calls].on + timedelta(rule.days)
    count = f"{len(calls)} {'call is' if len(calls) == 1 else 'calls are'}"
    message = f"{count} on record from {since} to {on}; {rule.calls} in {rule.days} days are the most"
    place = facts.case.origin(f"entry:{calls[-1].n}")
    fix = f"Do not call before {free}. {rule.why}"
    return stop("K433", message, place, fix=fix, law=rule.law, clears_on=free, overridable=not rule.fixed)


def _too_soon(facts: Facts, on: date, rule: CallRule) -> Finding | None:
    called = (call for call in facts.case.called if call.spoke and not is_stranger(facts.case, call.to, call.on))
    answered = (answer for answer in facts.case.answers if answer.channel is Channel.PHONE)
    talks: list[Called | Answered] = [*called, *answered]
    last = max((talk for talk in talks if talk.on <= on), key=lambda talk: (talk.on, talk.n), default=None)
    if last is None or not rule.days_after_talk or on >= (free := last.on + timedelta(rule.days_after_talk)):
        return None
    message = f"you spoke with the debtor on {last.on}; no call for {rule.days_after_talk} days after a conversation"
    place = facts.case.origin(f"entry:{last.n}")
    fix = f"Do not call before {free}. {rule.why}"
    return stop("K434", message, place, fix=fix, law=rule.law, clears_on=free, overridable=not rule.fixed)


def _at_rest(facts: Facts, on: date, at: time, rules: tuple[CallRule, ...]) -> Iterator[Finding]:
    place = facts.case.place("debtor", "address")
    yield from _worst(
        stop(
            "K432",
            f"{at:%H:%M} at the debtor's place is outside the hours for calls, {_span(rule.hours)}",
            place,
            fix=rule.why,
            law=rule.law,
            clears_on=on if at < rule.hours[0] else on + DAY,
            overridable=not rule.fixed,
        )
        for rule in rules
        if rule.hours and not rule.hours[0] <= at < rule.hours[1]
    )


def _hours(facts: Facts, on: date, rules: tuple[CallRule, ...]) -> Iterator[Finding]:
    """Say the hours for calls, and ask for the time zone where the debtor's state has two."""
    every = [rule.hours for rule in rules if rule.hours]
    if not every:
        return
    hours = (max(first for first, _ in every), min(last for _, last in every))
    zones, own = debtor_zones(facts, on), on_own_clock(facts, on, hours)
    place = facts.case.place("debtor", "address")
    here = f"; that is {_span(own)} by your clock" if own else ""
    law = "; ".join(dict.fromkeys(rule.law for rule in rules if rule.hours and rule.law))
    yield note("K432", f"call from {_span(hours)} at the debtor's place{here}", place, law=law)
    if len(zones) > 1 and facts.case.debtor.address and not one_clock(facts):
        state = facts.case.debtor.address.state
        fix = f"Add `time_zone:` to the debtor's address: {' or '.join(zones)}."
        yield note("K435", f"{state} has two time zones; the call must be in time in both", place, fix=fix)


def _span(hours: tuple[time, time]) -> str:
    return f"{hours[0]:%H:%M} to {hours[1]:%H:%M}"


def _worst(found: Iterator[Finding | None]) -> Iterator[Finding]:
    """Yield one finding of those that say the same: a law's before manners, then the one that clears last."""
    every = [one for one in found if one]
    if every:
        yield min(every, key=lambda one: (one.overridable, -(one.clears_on or date.min).toordinal()))
