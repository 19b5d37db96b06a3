"""May this debtor be written to now, and at which address?

Holds, promises, a lawyer and a wish not to be contacted each stand in the way
until a recorded fact ends them; all of them are named at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kit.findings import Finding, note, stop
from kit.model.case import Case
from kit.model.party import Channel, Lawyer

DAY = timedelta(days=1)
BY_HAND_OR_MAIL = (Channel.MAIL, Channel.HAND)  # how a letter of the kit travels


def check_contact(case: Case, as_of: date) -> Iterator[Finding]:
    """Name every recorded reason not to send a letter to this debtor today."""
    yield from _holds(case, as_of)
    yield from _promises(case, as_of)
    lawyer = case.debtor.lawyer_on(as_of)
    yield from _lawyer(case, lawyer) if lawyer else _no_contact(case, as_of)


def _holds(case: Case, as_of: date) -> Iterator[Finding]:
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
        fix = f"When its reason is gone: {end}."
        yield stop("K402", message, place, fix=fix, clears_on=hold.review_on, overridable=True)


def _promises(case: Case, as_of: date) -> Iterator[Finding]:
    for promise in case.promises:
        if promise.on <= as_of <= promise.by:
            message = f"on {promise.on} the debtor promised to pay by {promise.by}"
            fix = "Wait for that day, or send with `--override K403 --because ...`."
            place = case.origin(f"entry:{promise.n}")
            yield stop("K403", message, place, fix=fix, clears_on=promise.by + DAY, overridable=True)


def _no_contact(case: Case, as_of: date) -> Iterator[Finding]:
    wish = case.debtor.no_contact
    if wish is None or wish.on > as_of:
        return
    name, place = case.debtor.name, case.place("debtor", "no_contact")
    if not wish.channels or set(BY_HAND_OR_MAIL).intersection(wish.channels):
        how = "" if not wish.channels else f" by {_listed(wish.channels)}"
        message = f"{name} asked on {wish.on} not to be contacted{how}"
        fix = "Write to the debtor's lawyer, or decide about court; ask a lawyer which notices are still allowed."
        yield stop("K404", message, place, fix=fix, overridable=True)
    else:
        message = f"{name} asked on {wish.on} for no contact by {_listed(wish.channels)}"
        yield note("K407", message, place, fix="Send this letter by mail.")


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
