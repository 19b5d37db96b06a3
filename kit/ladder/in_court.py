"""What comes next once a claim is in court: the ladder of letters rests, and the court's days count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kit.facts import Facts
from kit.model.court_event import Side
from kit.model.document_ids import JUDGMENT_PAPERS
from kit.model.money import spoken
from kit.model.paper_event import Made
from kit.model.suit import Suit, all_served, suit_of


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a suit stands, in a sentence, in a word or two, and the day it waits for."""

    sentence: str
    short: str
    on: date | None = None


def stage_of(facts: Facts, shown: str) -> Stage | None:
    """Return where the suit stands on the day of ``facts``; None where the claim is in no court."""
    suit = suit_of(facts.case)
    if suit is None:
        return None
    if suit.dismissed:
        sentence = f"The claim was dismissed for good on {suit.dismissed.on}: send nothing; ask a lawyer if in doubt."
        return Stage(sentence, "dismissed")
    if suit.appealed:
        sentence = (
            f"The {suit.appealed.by} appealed on {suit.appealed.on}: wait for that court, and ask for nothing until "
            f"then; `kit log {shown} judgment` records what it decides, `undo {suit.appealed.n}` that it is over."
        )
        return Stage(sentence, "appealed")
    return _judged(facts, suit, shown) if suit.judgment else _pending(facts, suit, shown)


def _pending(facts: Facts, suit: Suit, shown: str) -> Stage:
    number = f", case {suit.number}" if suit.number else ""
    start = f"The claim is in court since {suit.filed.on}{number}; letters rest."
    days = f"`kit judgment {shown} days` lists its days"
    hearing = suit.hearing
    if suit.held:
        return Stage(f"{start} The hearing was held; record the decision: `kit log {shown} judgment`.", "in court")
    if not all_served(facts.case, suit):
        sentence = f"{start} Have the papers served, and record it: `kit log {shown} served`; {days}."
        return Stage(sentence, "serve", hearing if hearing and hearing >= facts.as_of else None)
    if hearing and hearing >= facts.as_of:
        return Stage(f"{start} The hearing is on {hearing}; {days}.", "hearing", hearing)
    if hearing:
        return Stage(f"{start} The hearing was set for {hearing}; record what came of it.", "in court")
    return Stage(f"{start} Record the hearing or the judgment when it comes; {days}.", "in court")


def _asked(facts: Facts, since: date) -> Made | None:
    """Return the newest paper about the judgment that went out and whose own day has not passed."""
    gone = {number for sent in facts.case.sent for number in sent.papers}
    letters = [made for made in facts.case.made if made.document in JUDGMENT_PAPERS and made.n in gone]
    waiting = [made for made in letters if made.on >= since and made.pay_by and made.pay_by >= facts.as_of]
    return waiting[-1] if waiting else None


def _judged(facts: Facts, suit: Suit, shown: str) -> Stage:
    judgment, account = suit.judgments[-1], facts.ledger.judgment
    if judgment.winner is Side.DEBTOR or account is None:
        return Stage(f"The court decided for the debtor on {judgment.on}: ask for nothing.", "lost")
    if suit.satisfied:
        return Stage(f"The judgment is paid, and the court was told on {suit.satisfied.on}.", "satisfied")
    if not account.total:
        sentence = (
            f"The judgment is paid. Sign and file the acknowledgment: `kit judgment {shown} satisfaction`; then "
            f"`kit log {shown} satisfied`."
        )
        return Stage(sentence, "file satisfaction")
    owed = spoken(account.total, facts.ledger.currency)
    if asked := _asked(facts, judgment.on):
        until = asked.pay_by
        return Stage(
            f"Judgment of {judgment.on}: {owed} is owed on it; our letter waits until {until}.", "pay by", until
        )
    sentence = (
        f"Judgment of {judgment.on}: {owed} is owed on it. `kit judgment {shown} demand` asks for it, "
        f"`kit judgment {shown} plan` offers instalments; `kit judgment {shown} days` says when collecting must wait."
    )
    return Stage(sentence, "judgment")
