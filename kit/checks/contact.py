"""May this debtor be written to now, and at which address?

Holds, promises, a lawyer and a wish not to be contacted each stand in the way
until a recorded fact ends them; all of them are named at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kit.findings import Finding, note, stop
from kit.ledger.account import Ledger
from kit.model.case import Case
from kit.model.event import Held
from kit.model.party import Channel, Lawyer, NoContact
from kit.model.promises import waits_for

DAY = timedelta(days=1)
HELD, PROMISED = "K402", "K403"
BY_HAND_OR_MAIL = (Channel.MAIL, Channel.HAND)  # how a letter of the kit travels


def check_contact(
    case: Case, as_of: date, ledger: Ledger | None = None, channel: Channel | None = None
) -> Iterator[Finding]:
    """Name every recorded reason not to send a letter to this debtor today.

    With the account at hand, a hold on one invoice stops nothing as long as another may be asked for. ``channel`` is
    the way the letter goes; left out, by mail or by hand.
    """
    yield from check_waiting(case, as_of, ledger)
    lawyer = case.debtor.lawyer_on(as_of)
    yield from _lawyer(case, lawyer) if lawyer else _no_contact(case, as_of, channel)


def check_waiting(case: Case, as_of: date, ledger: Ledger | None = None) -> Iterator[Finding]:
    """Name every hold in force and every promise still running; each keeps letters and calls waiting alike."""
    yield from _holds(case, as_of, ledger)
    yield from _promises(case, as_of)


def wish_on(case: Case, as_of: date, channels: tuple[Channel, ...]) -> NoContact | None:
    """Return the debtor's wish not to be contacted by one of ``channels``, where there is one on the day."""
    wish = case.debtor.no_contact
    if wish is None or wish.on > as_of:
        return None
    return wish if not wish.channels or set(channels).intersection(wish.channels) else None


def _holds(case: Case, as_of: date, ledger: Ledger | None) -> Iterator[Finding]:
    for hold in case.holds:
        place, end = case.origin(f"entry:{hold.n}"), f"`kit log CASE released --entry {hold.n}`"
        if hold.on > as_of:
            continue
        if hold.review_on and hold.review_on <= as_of:
            message = f"the hold of {hold.on} was to be looked at again on {hold.review_on}"
            yield note("K401", message, place, fix=f"{end}, or hold again.")
            continue
        about = f" on {hold.invoice}" if hold.invoice else ""
        why = f": {hold.text}" if hold.text else ""
        message = f"a hold{about} ({hold.reason.value.replace('_', ' ')}) has been in force since {hold.on}{why}"
        record = f"`kit log CASE disputed --invoice {hold.invoice}`"
        apart = f" If {hold.invoice} is disputed, {record} leaves it out and the rest goes on." if hold.invoice else ""
        fix = f"When its reason is gone: {end}.{apart}"
        if _others_open(hold, ledger):
            message = f"{message}; the rest may be asked for"
            yield note(HELD, message, place, fix=f"If {hold.invoice} is disputed, {record} keeps it out of the sums.")
            continue
        yield stop(HELD, message, place, fix=fix, clears_on=hold.review_on, overridable=True)


def _others_open(hold: Held, ledger: Ledger | None) -> bool:
    """Whether something overdue and undisputed is open on another invoice than the one held."""
    if hold.invoice is None or ledger is None:
        return False
    others = (item for item in ledger.items if item.invoice and item.invoice != hold.invoice)
    return any(item.days_overdue and item.collectable > 0 for item in others)


def _promises(case: Case, as_of: date) -> Iterator[Finding]:
    for promise in case.promises:
        if waits_for(case, promise, as_of):
            message = f"on {promise.on} the debtor promised to pay by {promise.by}"
            fix = "Wait for that day; `--override K403 --because ...` goes on all the same."
            place = case.origin(f"entry:{promise.n}")
            yield stop(PROMISED, message, place, fix=fix, clears_on=promise.by + DAY, overridable=True)


def _no_contact(case: Case, as_of: date, channel: Channel | None) -> Iterator[Finding]:
    wish = case.debtor.no_contact
    if wish is None or wish.on > as_of:
        return
    name, place = case.debtor.name, case.place("debtor", "no_contact")
    how = "" if not wish.channels else f" by {_listed(wish.channels)}"
    if wish_on(case, as_of, BY_HAND_OR_MAIL if channel is None else (channel,)):
        message = f"{name} asked on {wish.on} not to be contacted{how}"
        fix = "Write to the debtor's lawyer, or decide about court; ask a lawyer which notices are still allowed."
        if wish.channels and channel not in (None, *BY_HAND_OR_MAIL):
            fix = f"Do not send it by {channel}; go another way that the debtor accepts."
        yield stop("K404", message, place, fix=fix, overridable=True)
    elif channel is None or channel in BY_HAND_OR_MAIL:
        yield note("K407", f"{name} asked on {wish.on} for no contact{how}", place, fix="Send this letter by mail.")


def _lawyer(case: Case, lawyer: Lawyer) -> Iterator[Finding]:
    place = case.place("debtor", "lawyer")
    if lawyer.address is None and lawyer.email is None:
        message = f"{case.debtor.name} has a lawyer, {lawyer.name}, whose address is not in the file"
        yield stop("K405", message, place, fix="Add `address:` or `email:` to `debtor.lawyer`.")
    else:
        fix = "Do not write to or call the debtor beside it."
        yield note("K406", f"the letter goes to the debtor's lawyer, {lawyer.name}", place, fix=fix)


def _listed(channels: tuple[Channel, ...]) -> str:
    return ", ".join(channel.value for channel in channels)
