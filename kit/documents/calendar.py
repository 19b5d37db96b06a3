"""Deadlines as a calendar file (RFC 5545) that any calendar program takes in.

Each is an event of a whole day, blocks no time, and reminds at nine in the
morning, the day before at least. Titles name the case and no debt, since
calendars are seen by others; the reason and its source stand inside. Taking
the file in again changes events rather than doubling them: an event is known
by its case, its kind, what it is about and its day; a next step, whose day
moves with every payment or promise, by its case and kind alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Alarm, Event

STEP = "step"  # the kind of which a case has one at a time
MAKER = "-//escalation-kit//deadlines//EN"
DAY = timedelta(days=1)
NINE = timedelta(hours=9)


@dataclass(frozen=True, slots=True)
class Deadline:
    """One day to keep in mind."""

    day: date
    case: str  # its id
    kind: str  # a word of ours: pay_by, promise, hold, building, limitation, step ...
    title: str  # in a few words that name no debt
    why: str  # in sentences
    source: str = ""  # the law, the agreement or the entry it comes from
    about: str = ""  # tells two of a kind on one day apart
    ahead: tuple[int, ...] = (1,)  # days before it to remind on


def calendar(deadlines: Iterable[Deadline], *, name: str, as_of: date, naming: bool = True) -> bytes:
    """Return ``deadlines`` as an `.ics` file called ``name``, as known on ``as_of``; equal input gives equal bytes.

    One that stands twice is written once. Titles begin with the case unless ``naming`` says otherwise: for others.
    """
    from icalendar import Calendar  # noqa: PLC0415 - heavy, and only this command needs it

    made = Calendar()
    made.add("prodid", MAKER)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("x-wr-calname", _plain(name))
    ordered = sorted(deadlines, key=lambda one: (one.day, one.case, one.kind, one.about))
    for one in {_uid(one): one for one in ordered}.values():
        made.add_component(_event(one, as_of, naming=naming))
    return bytes(made.to_ical())


def _uid(one: Deadline) -> str:
    said = f"{one.case}\0{one.kind}" if one.kind == STEP else f"{one.case}\0{one.kind}\0{one.about}\0{one.day}"
    return f"{hashlib.sha256(said.encode()).hexdigest()[:32]}@escalation-kit"


def _event(one: Deadline, as_of: date, *, naming: bool) -> Event:
    from icalendar import Event  # noqa: PLC0415

    event = Event()
    event.add("uid", _uid(one))
    event.add("dtstamp", datetime.combine(as_of, time(tzinfo=UTC)))
    event.add("dtstart", one.day)
    event.add("dtend", one.day + DAY)
    title = f"{one.case}: {one.title}" if naming else one.title
    event.add("summary", _plain(title))
    if one.why or naming:
        event.add("description", _plain(f"{one.why}\n\n{one.source}" if one.source else one.why))
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    for days in sorted({*one.ahead, 1}, reverse=True):
        event.add_component(_alarm(f"{title}, {one.day}", days))
    return event


def _alarm(said: str, days: int) -> Alarm:
    from icalendar import Alarm  # noqa: PLC0415

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _plain(said))
    alarm.add("trigger", NINE - timedelta(days=days))
    return alarm


def _plain(text: str) -> str:
    """Return ``text`` without signs that no calendar may hold; new lines stay."""
    return "".join(char for char in text if char == "\n" or char.isprintable())
