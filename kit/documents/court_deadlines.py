"""The days of a suit after filing: to serve, to prove it, to answer, the hearing, the appeal, the judgment.

Each is counted by the court's own rule and named with its citation; where a day
of rest moves it, the safe day is taken for what we must do, the later one for
what we wait for. What the law on record does not say is listed as such.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from kit.checks.counting import Counted, counted, counted_back
from kit.checks.court import inquiry_for
from kit.checks.court_stage import answer_by, their_appeal
from kit.checks.place import court_for
from kit.documents import wording
from kit.documents.calendar import Deadline
from kit.facts import Facts
from kit.model.court_event import Judgment
from kit.model.inquiry import DOUBT, Inquiry
from kit.model.law_courts import Service, WhoMayAppeal
from kit.model.law_days import DayCounting
from kit.model.law_names import RuleName
from kit.model.law_words import Say
from kit.model.suit import Suit, all_served, suit_of

T = TypeVar("T")
DAY = timedelta(days=1)
AHEAD = (14, 7, 1)  # days, to find somebody who serves, or a lawyer


@dataclass(frozen=True, slots=True)
class CourtDays:
    """The days known, and what is not on record, in sentences."""

    days: tuple[Deadline, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What the law of the court says about a suit; empty where it is not on record."""

    facts: Facts
    suit: Suit
    state: str
    court: str | None
    inquiry: Inquiry | None
    counting: DayCounting

    def rule(self, name: RuleName, shape: type[T]) -> tuple[T | None, str]:
        """Return the answer for the chosen court on the filing day, and its citation."""
        if self.inquiry is None or self.court is None:
            return None, ""
        return self.inquiry.value(name, self.suit.filed.on, shape, court=self.court)

    def deadline(self, day: date, kind: str, title: str, why: str, source: str = "") -> Deadline:
        """Return one day of the case."""
        return Deadline(day, self.facts.case.id, kind, title, why, source, "suit", AHEAD)


def court_days(facts: Facts) -> CourtDays:
    """Return the days of the suit that stands, the past ones too, in their order; none without a filing."""
    suit = suit_of(facts.case)
    if suit is None or suit.dismissed:
        return CourtDays()
    asked = _asked(facts, suit)
    days: list[Deadline] = []
    unknown: list[str] = []
    if asked.court is None:
        unknown.append("The law of this court is not on record: ask the clerk for every day.")
    if suit.judgment:
        _judged(asked, suit.judgment, days, unknown)
    else:
        days += _hearing(asked)
        _service(asked, days, unknown)
        days += _answer(asked)
    if asked.inquiry:
        unknown += [f"{one.message} {one.fix}" for one in asked.inquiry.findings if one.code == DOUBT]
    return CourtDays(tuple(sorted(days, key=lambda one: (one.day, one.kind))), tuple(unknown))


def court_deadlines(facts: Facts) -> tuple[Deadline, ...]:
    """Return the days of the suit that are still to come."""
    return tuple(one for one in court_days(facts).days if one.day >= facts.as_of)


def _asked(facts: Facts, suit: Suit) -> Asked:
    if facts.forum is None:
        return Asked(facts, suit, "", None, None, DayCounting())
    inquiry, court = inquiry_for(facts, facts.forum), court_for(facts.forum, facts.case).court
    more = {"court": court} if court else {}
    counting, _ = inquiry.value(RuleName.DAY_COUNTING, suit.filed.on, DayCounting, **more)
    state = facts.forum.code.removeprefix("us-").upper()
    return Asked(facts, suit, state, court, inquiry, counting or DayCounting())


def _hearing(asked: Asked) -> Iterator[Deadline]:
    day = asked.suit.hearing
    if day and not asked.suit.held:
        at = next((one.at for one in reversed(asked.suit.hearings) if one.day == day and one.at), None)
        clock = f" at {at:%H:%M}" if at else ""
        why = f"The hearing is on {wording.day(day)}{clock}. Bring every paper with its copies, and come early."
        yield asked.deadline(day, "hearing", "hearing", why)


def _service(asked: Asked, days: list[Deadline], unknown: list[str]) -> None:
    """Add the last days to serve and to file the proof, counted back from the hearing."""
    suit, hearing = asked.suit, asked.suit.hearing
    rule, cite = asked.rule(RuleName.SERVICE, Service)
    if rule is None:
        unknown.append("Until when the papers must be served is not on record: ask the clerk.")
        return
    before, outside, proof = rule.days_before_hearing, rule.days_before_hearing_outside, rule.proof_days_before
    if before and hearing is None:
        unknown.append(
            f"The papers must be served {wording.count(before, 'day')} before the hearing, and no hearing is on record "
            "(`kit log CASE hearing`)."
        )
    if hearing is None:
        return
    served = all_served(asked.facts.case, suit)
    if before and not served:
        last = counted_back(hearing, before, asked.counting, asked.state)
        days.append(_serve(asked, last, before, "", cite))
    if outside and not served:
        last = counted_back(hearing, outside, asked.counting, asked.state)
        days.append(_serve(asked, last, outside, " outside the county of the court", cite))
    if proof and not (served and all(one.proof_filed_on for one in suit.services)):
        last = counted_back(hearing, proof, asked.counting, asked.state)
        why = f"The proof of service must be with the clerk {_before(proof)}: by {_safe(last)}."
        days.append(asked.deadline(last.safe, "proof_by", "proof with the clerk", why, cite))


def _serve(asked: Asked, last: Counted, number: int, where: str, cite: str) -> Deadline:
    why = f"The papers must be served{where} {_before(number)}: by {_safe(last)}. Record it with `kit log CASE served`."
    return asked.deadline(last.safe, "serve_by", f"papers handed over{where}", why, cite)


def _answer(asked: Asked) -> Iterator[Deadline]:
    """Yield the last day of the debtor to answer, where the law gives days after service."""
    found = answer_by(asked.facts, asked.suit)
    if found:
        last, cite = found
        why = (
            f"The debtor may answer until {wording.day(last.moved)}. From the day after, a default can be asked for: "
            "`kit judgment CASE default`."
        )
        yield asked.deadline(last.moved, "answer", "their answer", why, cite)


def _judged(asked: Asked, judgment: Judgment, days: list[Deadline], unknown: list[str]) -> None:
    """Add the days after a judgment: interest, both sides' appeal, when to begin collecting, how long it holds."""
    suit, account = asked.suit, asked.facts.ledger.judgment
    if suit.satisfied:
        return
    if account and account.won and account.spans:
        first = account.spans[0]
        why = f"From this day the judgment bears interest of {wording.percent(first.percent)} a year."
        days.append(asked.deadline(first.start, "judgment_interest", "a new count begins", why, first.cite))
    if suit.appealed:
        unknown.append("An appeal is pending: its days come from the court that hears it.")
    else:
        _appeal(asked, judgment, days, unknown)
    if account and account.won:
        name = asked.facts.forum.name if asked.facts.forum else "this state"
        unknown.append(
            f"How long the judgment holds and how it is renewed is not researched for {name}: ask the clerk, and put "
            "that day into your calendar."
        )
        if not account.total:
            unknown.append(
                "Within how many days of payment the satisfaction must be filed is not researched: file it at once."
            )


def _appeal(asked: Asked, judgment: Judgment, days: list[Deadline], unknown: list[str]) -> None:
    rule, cite = asked.rule(RuleName.WHO_MAY_APPEAL, WhoMayAppeal)
    if rule is None or rule.days is None:
        unknown.append("Until when either side may appeal is not on record: ask the clerk.")
        return
    counts = f", counted from {rule.counted_from}" if rule.counted_from else ""
    number = wording.count(rule.days, "day")
    if rule.plaintiff is Say.YES:
        last = counted(judgment.on, rule.days, asked.counting, asked.state)
        why = (
            f"We may appeal for {number}{counts}. Counted from the entry, to be safe, that is until "
            f"{wording.day(last.safe)}."
        )
        days.append(asked.deadline(last.safe, "appeal_ours", "our last day for a review", why, cite))
    elif rule.plaintiff is Say.NO:
        unknown.append(f"The plaintiff cannot appeal a judgment on its own claim ({cite}).")
    theirs = their_appeal(asked.facts, asked.suit)
    if theirs is None:
        return
    length, last = theirs.days, theirs.last
    doubt = "" if judgment.mailed_on else " No day of mailing is on record, so it may end later (`--mailed-on`)."
    why = f"The debtor may appeal for {wording.count(length, 'day')}{counts}: until {wording.day(last.moved)}.{doubt}"
    days.append(asked.deadline(last.moved, "appeal_theirs", "their last day for a review", why, cite))
    wait = (
        "The time of the debtor to appeal is over if this count is right. In some states a judgment is not enforced "
        f"before; ask the clerk, and then go on.{doubt}"
    )
    days.append(asked.deadline(last.moved + DAY, "collect_from", "the wait is over", wait, cite))


def _before(number: int) -> str:
    return f"{wording.count(number, 'day')} before the hearing"


def _safe(last: Counted) -> str:
    if last.safe == last.last:
        return wording.day(last.last)
    return f"{wording.day(last.last)}, a day of rest, so on {wording.day(last.safe)} at the latest"
