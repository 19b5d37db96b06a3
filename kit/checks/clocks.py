"""What time it is where the debtor is.

The address says its time zone; left out, the state's counts. A state under two
zones leaves two answers, and an hour must then be right in both.
"""

from __future__ import annotations

from datetime import date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo

from kit.facts import Facts
from kit.findings import KitError
from kit.model.law import Jurisdiction
from kit.model.law_days import StandardTime
from kit.model.law_names import RuleName
from kit.model.party import Address


def debtor_zones(facts: Facts, on: date) -> tuple[str, ...]:
    """Return the time zones in which the debtor may be; none where the state's time is not known."""
    return _zones(facts.case.debtor.address, facts.federal, on)


def one_clock(facts: Facts) -> bool:
    """Whether creditor and debtor are so near that one clock serves both, whatever their zone is called."""
    ours, theirs = facts.case.creditor.address if facts.case.creditor else None, facts.case.debtor.address
    if ours is None or theirs is None or ours.state != theirs.state:
        return False
    return ours.city == theirs.city or (ours.county is not None and ours.county == theirs.county)


def on_own_clock(facts: Facts, on: date, hours: tuple[time, time]) -> tuple[time, time] | None:
    """Return ``hours`` of the debtor's day as the creditor's clock shows them; None where they are no different.

    Where the debtor may be in two zones these are the hours that are right in both. None, too, where the creditor's
    own time is not known.
    """
    zones, here = debtor_zones(facts, on), _own_zone(facts, on)
    if not zones or here is None or one_clock(facts):
        return None
    first = max(_moved(on, hours[0], zone, here) for zone in zones)
    last = min(_moved(on, hours[1], zone, here) for zone in zones)
    return None if (first.time(), last.time()) == hours else (first.time(), last.time())


def at_their_place(facts: Facts, on: date, at: time) -> time:
    """Return what time it is at the debtor's place when the creditor's clock shows ``at``.

    Raises `KitError` where one of the two time zones is not known, or the debtor may be in two with different times.
    """
    if one_clock(facts):
        return at
    creditor, debtor = facts.case.creditor, facts.case.debtor
    here = _own_zone(facts, on)
    if here is None:
        whose = creditor.name if creditor else "the creditor"
        raise KitError(_unknown(whose))
    times = {_moved(on, at, here, zone).time() for zone in debtor_zones(facts, on)}
    if len(times) != 1:
        raise KitError(_unknown(debtor.name))
    return times.pop()


def _unknown(whose: str) -> str:
    return (
        f"the time zone of {whose} is not known: add `time_zone:` to its address, or say the time at the debtor's place"
    )


def _own_zone(facts: Facts, on: date) -> str | None:
    zones = _zones(facts.case.creditor.address if facts.case.creditor else None, facts.federal, on)
    return zones[0] if len(zones) == 1 else None


def _zones(address: Address | None, federal: Jurisdiction | None, on: date) -> tuple[str, ...]:
    if address is None or address.time_zone:
        return (address.time_zone,) if address and address.time_zone else ()
    known = _table(federal, on) if federal else None
    return known.of(address.state) if known else ()


@lru_cache(maxsize=32)  # asked for every case of a folder
def _table(federal: Jurisdiction, on: date) -> StandardTime | None:
    try:
        return federal.answer(RuleName.TIME_ZONES, on).of(StandardTime)
    except KitError:
        return None  # before the record begins


def _moved(on: date, at: time, there: str, here: str) -> datetime:
    """Return the moment ``at`` in zone ``there`` as zone ``here`` writes it."""
    return datetime.combine(on, at, ZoneInfo(there)).astimezone(ZoneInfo(here)).replace(tzinfo=None)
