"""Manners of writing: one message a day, and no letter dated on a day of rest.

Two letters in one envelope are one message. A day off is a Saturday, a Sunday,
a federal holiday or one of the debtor's state. No law asks for either; a letter
that presses on such a day only tells the debtor how badly the money is needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from kit.checks.calls import direct_contact
from kit.checks.collection_law import laws_that_bind
from kit.checks.contact import BY_HAND_OR_MAIL, check_contact
from kit.checks.stay import check_stay
from kit.checks.strangers import is_lawyer, told
from kit.facts import Facts
from kit.findings import Finding, Severity, note, stop
from kit.model.business_days import day_off, next_business_day
from kit.model.document import Document, DocumentKind
from kit.model.document_ids import INVOICE
from kit.model.paper_event import Made, Sent
from kit.model.party import Channel

DAY_OFF = "K431"
DAY = timedelta(days=1)
TO_DEBTOR = (DocumentKind.COLLECTION, DocumentKind.REPLY)


def check_manners(facts: Facts, document: Document, channel: Channel, *, step: str | None = None) -> Iterator[Finding]:
    """Name what is not done in sending ``document`` by ``channel`` on the day of ``facts``.

    ``step`` is the ladder's; papers of one step sent on one day are one message. What presses is stopped, and the user
    may judge it; a bill and an answer to the debtor go with a note.
    """
    if document.kind not in TO_DEBTOR:
        return
    presses = document.kind is DocumentKind.COLLECTION and document.id != INVOICE
    found = [*_second(facts, channel, step), *_rest(facts, channel)]
    yield from found if presses else (replace(one, severity=Severity.NOTE, overridable=False) for one in found)


def check_sent(facts: Facts, sent: Sent, document: Document | None = None) -> Iterator[Finding]:
    """Name what should have kept ``sent`` from going out that day; ``facts`` may hold it already.

    ``document`` is what the kit knows of the paper; one of the user's own counts as asking for money. What the user
    judged when the paper was made is not said again.
    """
    made = next((one for one in facts.case.made if one.n == sent.made), None)
    judged = {one.code for one in made.overrides} if made else set()
    kind = document.kind if document else DocumentKind.COLLECTION
    yield from (one for one in _wrong(facts, sent, made, kind) if one.code not in judged)


def _wrong(facts: Facts, sent: Sent, made: Made | None, kind: DocumentKind) -> Iterator[Finding]:
    case, filed = facts.case, facts.case.bankruptcy
    if filed and filed.petition_on <= sent.on:
        yield from check_stay(case, sent.on, facts.federal, kind)
    if kind not in TO_DEBTOR:
        return
    if not is_lawyer(case, sent.to, sent.on) and not _addressed_to_lawyer(facts, sent, made):
        yield from direct_contact(facts, sent.on, laws_that_bind(facts, sent.on))
    if kind is DocumentKind.COLLECTION:
        held = check_contact(case, sent.on, facts.ledger, sent.channel)
        yield from (one for one in held if one.stops)
        yield from _second(facts, sent.channel, sent.step, sent)
    yield from told(facts, sent.to, sent.on, "written to")


def _addressed_to_lawyer(facts: Facts, sent: Sent, made: Made | None) -> bool:
    """Whether the paper was made when the lawyer was known, so that its address is the lawyer's."""
    return sent.to is None and made is not None and facts.case.debtor.lawyer_on(made.on) is not None


def _second(facts: Facts, channel: Channel, step: str | None, this: Sent | None = None) -> Iterator[Finding]:
    """Stop at a second message by one channel on one day; ``this`` is the one in question where it is on record."""
    on = this.on if this else facts.as_of
    for sent in facts.case.sent:
        together = step is not None and sent.step == step
        before = this is None or sent.n < this.n
        if sent.on == on and sent.channel is channel and before and not together:
            what = sent.step or (sent.document or "a paper").rsplit("/", 1)[-1]
            message = f"{what} went out by {channel} on {on} already; one message a day by one channel is enough"
            place, fix = facts.case.origin(f"entry:{sent.n}"), "Send the next one tomorrow, or go another way."
            yield stop("K430", message, place, fix=fix, clears_on=on + DAY, overridable=True)
            return


def _rest(facts: Facts, channel: Channel) -> Iterator[Finding]:
    state = facts.case.debtor.state
    why, free = day_off(facts.as_of, state), next_business_day(facts.as_of, state)
    if not why:
        return
    message = f"{facts.as_of} is {why}; a letter is dated on a business day"
    place = facts.case.place("debtor", "address")
    if channel in BY_HAND_OR_MAIL:
        fix = f"Make it on {free}, the next business day."
        yield stop(DAY_OFF, message, place, fix=fix, clears_on=free, overridable=True)
    else:
        yield note(DAY_OFF, message, place, fix=f"Better sent on {free}.")
