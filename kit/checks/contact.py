"""May this debtor be written to now, and at which address?

Holds, promises, a lawyer and a wish not to be contacted each stand in the way
until a recorded fact ends them; all of them are named at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kit.findings import Finding, note, stop
from kit.model.case import Case
from kit.model.party import Channel

DAY = timedelta(days=1)


def check_contact(case: Case, as_of: date) -> Iterator[Finding]:
    """Name every recorded reason not to send a letter to this debtor today."""
    yield from _holds(case, as_of)
    yield from _promises(case, as_of)
    yield from _no_contact(case, as_of)
    yield from _lawyer(case, as_of)


def _holds(case: Case, as_of: date) -> Iterator[Finding]:
    for hold in case.holds:
        if hold.review_on and hold.review_on <= as_of:
            message = f"the hold of {hold.on} was to be looked at again on {hold.review_on}"
            yield note("K401", message, case.origin(f"entry:{hold.n}"), fix=f"`kit log released --entry {hold.n}`, or hold again.")
            continue
        about = f" on {hold.invoice}" if hold.invoice else ""
        why = f": {hold.text}" if hold.text else ""
        message = f"a hold{about} ({hold.reason.value.replace('_', ' ')}) has been in force since {hold.on}{why}"
        fix = f"When its reason is gone: `kit log released --entry {hold.n}`."
        yield stop("K402", message, case.origin(f"entry:{hold.n}"), fix=fix, clears_on=hold.review_on, overridable=True)


def _promises(case: Case, as_of: date) -> Iterator[Finding]:
    for promise in case.promises:
        if promise.by >= as_of:
            message = f"on {promise.on} the debtor promised to pay by {promise.by}"
            fix = "Wait for that day, or send with `--override K403 --because ...`."
            yield stop("K403", message, case.origin(f"entry:{promise.n}"), fix=fix, clears_on=promise.by + DAY, overridable=True)


def _no_contact(case: Case, as_of: date) -> Iterator[Finding]:
    wish = case.debtor.no_contact
    if wish is None or wish.on > as_of or case.debtor.lawyer:
        return
    if not wish.channels or Channel.MAIL in wish.channels:
        message = f"{case.debtor.name} asked on {wish.on} not to be contacted"
        fix = "Write to the debtor's lawyer, or go to court without another letter; ask a lawyer which notices are still allowed."
        yield stop("K404", message, case.place("debtor", "no_contact"), fix=fix, overridable=True)
    else:
        spoken = ", ".join(channel.value for channel in wish.channels)
        yield note("K404", f"{case.debtor.name} asked on {wish.on} for no contact by {spoken}", case.place("debtor", "no_contact"))


def _lawyer(case: Case, as_of: date) -> Iterator[Finding]:
    lawyer = case.debtor.lawyer
    if lawyer is None or (lawyer.known_on and lawyer.known_on > as_of):
        return
    if lawyer.address is None and lawyer.email is None:
        message = f"{case.debtor.name} has a lawyer, {lawyer.name}, whose address is not in the file"
        yield stop("K405", message, case.place("debtor", "lawyer"), fix="Add `address:` or `email:` to `debtor.lawyer`.")
    else:
        yield note("K406", f"the letter goes to the debtor's lawyer, {lawyer.name}", case.place("debtor", "lawyer"))
