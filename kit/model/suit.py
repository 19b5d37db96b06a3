"""The suit as it stands: what happened since the claim was last filed.

A dismissal ends a suit, so that another may follow; what happened before it is
history. After an appeal a new judgment takes the place of the old one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kit.model.case import Case
from kit.model.court_event import Appealed, Dismissed, Filed, Hearing, Judgment, Satisfied, Served, Side


@dataclass(frozen=True, slots=True)
class Suit:
    """One claim in court, from its filing on; all parts in order of the record."""

    filed: Filed
    services: tuple[Served, ...] = ()
    hearings: tuple[Hearing, ...] = ()
    judgments: tuple[Judgment, ...] = ()
    appeals: tuple[Appealed, ...] = ()
    satisfied: Satisfied | None = None
    dismissed: Dismissed | None = None

    @property
    def judgment(self) -> Judgment | None:
        """The judgment that stands: the last one."""
        return self.judgments[-1] if self.judgments else None

    @property
    def won(self) -> Judgment | None:
        """The judgment that stands, where it is the creditor's."""
        judgment = self.judgment
        return judgment if judgment and judgment.winner is Side.CREDITOR else None

    @property
    def appealed(self) -> Appealed | None:
        """The appeal that no later judgment has answered."""
        last = self.judgment
        open_ = [one for one in self.appeals if last is None or one.n > last.n]
        return open_[-1] if open_ else None

    @property
    def number(self) -> str:
        """The court's case number, as far as it is known."""
        said = [self.filed.number, *(one.number for one in self.judgments)]
        return next((number for number in reversed(said) if number), "")

    @property
    def hearing(self) -> date | None:
        """The day of the hearing as last set, whether it was held or not."""
        last = self.hearings[-1].day if self.hearings else None
        return last or self.filed.hearing_on

    @property
    def held(self) -> bool:
        """Whether that hearing was held."""
        return bool(self.hearings) and self.hearings[-1].held


def suit_of(case: Case) -> Suit | None:
    """Return the suit that stands: open, judged, or dismissed for good; None where the claim is in no court."""
    kinds = (
        case.filings,
        case.services,
        case.hearings,
        case.judgments,
        case.appeals,
        case.satisfied,
        case.dismissals,
    )
    events = sorted((event for events in kinds for event in events), key=lambda event: event.n)
    begins = [place for place, event in enumerate(events) if isinstance(event, Filed)]
    if not begins:
        return None
    filed, *since = events[begins[-1] :]
    ended = next((one for one in since if isinstance(one, Dismissed)), None)
    if ended and not ended.with_prejudice:
        return None
    assert isinstance(filed, Filed)  # noqa: S101 - it was looked up so
    return Suit(
        filed,
        tuple(one for one in since if isinstance(one, Served)),
        tuple(one for one in since if isinstance(one, Hearing)),
        tuple(one for one in since if isinstance(one, Judgment)),
        tuple(one for one in since if isinstance(one, Appealed)),
        next((one for one in since if isinstance(one, Satisfied)), None),
        ended,
    )


def all_served(case: Case, suit: Suit) -> bool:
    """Return whether as many are on record as served as are sued; the journal may spell their names otherwise."""
    sued = 1 + sum(one.sue for one in case.guarantors)
    return len({one.who or case.debtor.name for one in suit.services}) >= sued
