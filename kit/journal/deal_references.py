"""Entries about agreements and hand-offs, typed by hand perhaps: what they speak of must be there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kit.findings import Finding, error
from kit.journal.file import Entry
from kit.journal.handoffs import SHOW
from kit.model.case import CaseFile
from kit.model.deal_event import Adjusted, Commission, Ended, HandedOff, PassedOn, Returned, Settled, Signed
from kit.model.event import Event
from kit.model.paper_event import Made, Sent
from kit.model.slips import near

_WANTED: dict[type[Event], tuple[str, tuple[type[Event], ...], str]] = {
    Signed: ("made", (Made,), "a paper that was made and stands"),
    HandedOff: ("made", (Made,), "a paper that was made and stands"),
    Ended: ("entry", (Signed, Sent), "a plan or a settlement that was agreed"),
    Settled: ("entry", (Signed,), "a settlement that was signed"),
    Returned: ("entry", (HandedOff,), "a hand-off"),
    Commission: ("entry", (HandedOff,), "a hand-off"),
    PassedOn: ("entry", (HandedOff,), "a hand-off"),
}


def wrong_deals(case_file: CaseFile, standing: Sequence[Entry]) -> Iterator[Finding]:
    """Yield a finding for each such entry that speaks of an entry or an invoice that is not there."""
    events = {entry.event.n: entry.event for entry in standing}
    invoices = [one.id for one in case_file.invoices]
    for entry in standing:
        event = entry.event
        if wanted := _WANTED.get(type(event)):
            key, kinds, said = wanted
            number = getattr(event, key)
            if number is not None and not (isinstance(events.get(number), kinds) and number < event.n):
                yield error("K193", f"entry {number} is not {said}", entry.at(key), fix=SHOW)
        if isinstance(event, Signed) and isinstance(made := events.get(event.made or 0), Made) and made.deal is None:
            yield error("K193", f"the paper of entry {made.n} offers nothing to sign", entry.at("made"), fix=SHOW)
        named = event.terms.invoices if isinstance(event, HandedOff) else ()
        named = (event.invoice,) if isinstance(event, Adjusted) else named
        for name in named:
            if name not in invoices:
                message = f"there is no invoice {name}"
                yield error("K195", message, entry.at("invoice"), fix=near(name, invoices, "invoices"))
