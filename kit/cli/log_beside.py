"""What `kit log` says beside an entry: a file that was changed, how much there was to waive, the memo of a credit."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from kit.cli.findings_text import plain
from kit.findings import KitError
from kit.journal import Journal, fold
from kit.journal.pending import changed_since
from kit.load.case_file import CaseParts
from kit.load.text_file import shown_path
from kit.model.deal_event import Adjusted, Returned
from kit.model.event import Event, Waived
from kit.model.money import ZERO, spoken
from kit.model.paper_event import Made, Sent
from kit.model.taken import told_of


def worth_knowing(path: Path, parts: CaseParts, journal: Journal, event: Event) -> list[str]:
    """Return what is worth knowing beside the entry, a line each; raises `KitError` for a waiver of nothing."""
    if isinstance(event, Sent):
        return _changed(parts, journal, event)
    if isinstance(event, Waived):
        return _waivable(path, event, parts.file.currency)
    if isinstance(event, Adjusted) and event.amount:
        return [plain(f"The memo for the debtor: `kit statement {path} --credit {event.id}`.")]
    if isinstance(event, Returned):
        return _told(path, parts, journal, event)
    return []


def _told(path: Path, parts: CaseParts, journal: Journal, event: Returned) -> list[str]:
    """Return that the debtor is to be told, where it was told of the hand-off."""
    case = fold(parts.file, journal, date.max, find=parts.tree.place, id=parts.id)
    handed = next((one for one in case.handed_off if one.n == event.entry), None)
    if handed is None or not told_of(case, handed):
        return []
    shown = shown_path(path)
    notice = f"`kit handoff {shown} --paper reassignment-notice`"
    return [plain(f"The debtor was told of {handed.terms.who}. Tell it that the claim is yours again: {notice}.")]


def _changed(parts: CaseParts, journal: Journal, event: Sent) -> list[str]:
    """Return a line for each file of the paper sent that is no longer what the kit made."""
    entry = journal.entry(event.made) if event.made else None
    paths = changed_since(parts.folder, entry.event) if entry and isinstance(entry.event, Made) else ()
    return [plain(f"{path} was changed since it was made; keep a copy of what went out.") for path in paths]


def _waivable(path: Path, event: Waived, currency: str) -> list[str]:
    """Return how much there is where less is there than is given up; raises `KitError` where there is nothing."""
    from kit import pipeline  # noqa: PLC0415 - loads the law, which recording does not need

    try:
        ledger = pipeline.look(path, as_of=event.on).ledger
    except KitError:
        return []  # the account cannot be drawn up, so nothing is known to contradict it
    items = [item for item in ledger.items if event.invoice in (None, item.invoice)]
    most: Decimal = sum((getattr(item, event.bucket) for item in items), ZERO)
    if ledger.judgment:
        judged = ledger.judgment
        most = judged.attorney_fees if event.bucket == "fees" else getattr(judged, event.bucket)
        most += getattr(judged.awarded, "attorney_fees" if event.bucket == "fees" else event.bucket) * judged.on_all
    on = f" on {event.invoice}" if event.invoice else ""
    if not most:
        verb = "is" if event.bucket == "interest" else "are"
        raise KitError(f"no {event.bucket}{on} {verb} owed on {event.on}, so there is nothing to waive")
    if event.amount is None or event.amount <= most:
        return []
    return [f"There was {spoken(most, currency)} of {event.bucket}{on} on that day; all of it is waived, and no more."]
