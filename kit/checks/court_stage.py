"""May this paper go out while the claim is in court, or after the court decided?

Once a claim is filed the letters of the ladder rest; after judgment the old sum
is no longer owed as such, and only the judgment's own papers ask for money.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from kit.checks.counting import Counted, counted
from kit.checks.court import inquiry_for
from kit.checks.place import court_for
from kit.facts import Facts
from kit.findings import Finding, note, stop
from kit.model.document import Document, DocumentKind
from kit.model.document_ids import (
    ASSET_QUESTIONS,
    DEFAULT_DATA,
    INVOICE,
    JUDGMENT_PAPERS,
    PAYMENT_PLAN,
    PLAN_LETTERS,
    SATISFACTION,
    SETTLEMENT_PAPERS,
    to_guarantor,
)
from kit.model.law_courts import Service, WhoMayAppeal
from kit.model.law_days import DayCounting
from kit.model.law_names import RuleName
from kit.model.law_words import Say
from kit.model.money import spoken
from kit.model.suit import Suit, suit_of

DAY = timedelta(days=1)

PEACEFUL = (PAYMENT_PLAN, *PLAN_LETTERS, *SETTLEMENT_PAPERS)
APPEALED, IN_COURT, NOT_NOW = "K694", "K698", "K699"


def check_court_stage(facts: Facts, document: Document) -> Iterator[Finding]:
    """Name what the suit holds against ``document``."""
    suit = suit_of(facts.case)
    if document.id in JUDGMENT_PAPERS:
        yield from _judgment_paper(facts, suit, document.id)
    elif suit and to_guarantor(document.id) and not any(one.sue for one in facts.case.guarantors):
        return  # whoever guaranteed is no party to the suit
    elif suit and document.id in PEACEFUL and not suit.judgment and not suit.dismissed:
        return  # a pending case may be settled, and a plan be offered and kept meanwhile
    elif suit and document.id != INVOICE and document.kind in (DocumentKind.COLLECTION, DocumentKind.REPLY):
        yield from _rests(facts, suit)


def _rests(facts: Facts, suit: Suit) -> Iterator[Finding]:
    """Say why a letter of the time before rests; a reply may go with a recorded reason while the suit is open."""
    place = facts.case.origin(f"entry:{(suit.judgment or suit.filed).n}")
    if suit.judgment:
        message = f"the court decided on {suit.judgment.on}, and this paper is about the account before that"
        yield stop(IN_COURT, message, place, fix="`kit judgment CASE demand` asks for what the judgment says.")
    elif suit.dismissed:
        message = f"the claim was dismissed for good on {suit.dismissed.on}"
        yield stop(IN_COURT, message, place, fix="Ask a lawyer before you ask for anything.")
    else:
        message = f"the claim is in court since {suit.filed.on}; letters rest"
        fix = "Say at the hearing what is to be said; if the claim was withdrawn: `kit log CASE dismissed`."
        yield stop(IN_COURT, message, place, fix=fix, overridable=True)


def _judgment_paper(facts: Facts, suit: Suit | None, document: str) -> Iterator[Finding]:
    if document == DEFAULT_DATA:
        yield from _default(facts, suit)
        return
    won = suit.won if suit else None
    account = facts.ledger.judgment
    if suit is None or won is None or account is None:
        message = "no judgment for the creditor is on record"
        yield stop(NOT_NOW, message, fix="Record it as it was entered: `kit log CASE judgment`.")
        return
    place = facts.case.origin(f"entry:{won.n}")
    if suit.satisfied and document != SATISFACTION:
        message = f"the satisfaction was filed on {suit.satisfied.on}; nothing is owed"
        yield stop(NOT_NOW, message, facts.case.origin(f"entry:{suit.satisfied.n}"))
    elif document == SATISFACTION and account.total:
        message = f"the judgment is not paid: {spoken(account.total, facts.case.currency)} is open"
        yield stop(NOT_NOW, message, place, fix="Record what came in: `kit log CASE paid`; what you give up: `waived`.")
    elif document != SATISFACTION and not account.total:
        yield stop(
            NOT_NOW, "the judgment is paid", place, fix="`kit judgment CASE satisfaction` makes the acknowledgment."
        )
    if suit.appealed and document != SATISFACTION:
        message = f"the {suit.appealed.by} appealed on {suit.appealed.on}; the judgment may change"
        over = f"If the appeal is over and the judgment stands: `kit log CASE undo {suit.appealed.n}`."
        fix = f"Wait for that court, or ask it whether you may collect meanwhile. {over}"
        yield stop(APPEALED, message, facts.case.origin(f"entry:{suit.appealed.n}"), fix=fix, overridable=True)
    elif document != SATISFACTION and account.total:
        yield from _may_be_appealed(facts, suit, document)
    if document == ASSET_QUESTIONS and account.by_default:
        message = "the judgment was by default: a debtor who was never reached may move to set it aside"
        yield note(NOT_NOW, message, place, fix="Keep the proof of service at hand.")


def _may_be_appealed(facts: Facts, suit: Suit, document: str) -> Iterator[Finding]:
    """Say that the debtor's time to appeal still runs: a request may go, a step of enforcement waits."""
    found = their_appeal(facts, suit)
    if found is None or facts.as_of > found.last.moved:
        return
    message = f"the debtor may still appeal, until {found.last.moved} by the count on record"
    place = facts.case.origin(f"entry:{suit.judgments[-1].n}")
    if document == ASSET_QUESTIONS:
        fix = "Ask the clerk whether a judgment may be enforced here before that day."
        clears_on = found.last.moved + DAY
        yield stop(APPEALED, message, place, fix=fix, law=found.cite, clears_on=clears_on, overridable=True)
    else:
        yield note(APPEALED, message, place, fix="Some courts enforce nothing before that day.", law=found.cite)


@dataclass(frozen=True, slots=True)
class Appeal:
    """The time to appeal a judgment, as the law of its court has it, and the last day of the debtor."""

    rule: WhoMayAppeal
    days: int
    last: Counted
    cite: str


def their_appeal(facts: Facts, suit: Suit) -> Appeal | None:
    """Return the debtor's time to appeal, from the mailing where that is known; None where none is on record."""
    court = court_for(facts.forum, facts.case).court if facts.forum else None
    if facts.forum is None or court is None or not suit.judgment:
        return None
    inquiry, on = inquiry_for(facts, facts.forum), suit.filed.on
    rule, cite = inquiry.value(RuleName.WHO_MAY_APPEAL, on, WhoMayAppeal, court=court)
    counting, _ = inquiry.value(RuleName.DAY_COUNTING, on, DayCounting, court=court)
    if rule is None or rule.days is None or rule.defendant is Say.NO:
        return None
    mailed = suit.judgment.mailed_on
    days = rule.days_if_mailed if rule.days_if_mailed and mailed else rule.days
    state = facts.forum.code.removeprefix("us-").upper()
    return Appeal(rule, days, counted(mailed or suit.judgment.on, days, counting or DayCounting(), state), cite)


def _default(facts: Facts, suit: Suit | None) -> Iterator[Finding]:
    """Refuse the sheet for a default before anybody was served, or after the court decided."""
    if suit is None:
        yield stop(NOT_NOW, "the claim is not on record as filed", fix="Record it: `kit log CASE filed`.")
    elif suit.judgment or suit.dismissed:
        ended = suit.judgment or suit.dismissed
        message = f"the suit ended on {ended.on if ended else ''}; no default can be asked for"
        yield stop(NOT_NOW, message, facts.case.origin(f"entry:{ended.n if ended else 0}"))
    elif not suit.services:
        message = "no service on the debtor is on record, and without it there is no default"
        place = facts.case.origin(f"entry:{suit.filed.n}")
        yield stop(NOT_NOW, message, place, fix="Record it: `kit log CASE served --how ... --by ...`.")
    elif answer := answer_by(facts, suit):
        last, cite = answer
        if facts.as_of <= last.moved:
            message = f"the debtor has until {last.moved} to answer"
            place = facts.case.origin(f"entry:{suit.services[-1].n}")
            yield stop(NOT_NOW, message, place, fix="Wait for that day.", law=cite, clears_on=last.moved + DAY)


def answer_by(facts: Facts, suit: Suit) -> tuple[Counted, str] | None:
    """Return the last day to answer, counted from the last service, and its rule; None where none is on record."""
    if facts.forum is None or not suit.services:
        return None
    inquiry, court = inquiry_for(facts, facts.forum), court_for(facts.forum, facts.case).court
    if court is None:
        return None
    rule, cite = inquiry.value(RuleName.SERVICE, suit.filed.on, Service, court=court)
    counting, _ = inquiry.value(RuleName.DAY_COUNTING, suit.filed.on, DayCounting, court=court)
    if rule is None or rule.answer_days is None:
        return None
    served = max(one.on for one in suit.services)
    state = facts.forum.code.removeprefix("us-").upper()
    return counted(served, rule.answer_days, counting or DayCounting(), state), cite
