"""What was asked before a small claim is filed, and what came of each question.

Every question leaves a row, also where nothing stands in the way: whoever files
sees what was looked at, on which fact, under which law. A question that the
law's data cannot answer is `unknown`, never clear.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from kit.findings import Finding, Place
from kit.model.law import Answer
from kit.model.law_courts import Ground
from kit.model.law_file import Court
from kit.model.law_words import Confidence, Say
from kit.model.money import ZERO
from kit.model.party import Party


class Verdict(StrEnum):
    """What came of a question, the gravest first."""

    STOP = "stop"
    UNKNOWN = "unknown"  # the law's data or the file cannot answer it
    NOTE = "note"
    CLEAR = "clear"


class Subject(StrEnum):
    """What a question is about; the order is that of the rows."""

    COURT = "the court"
    PLAINTIFF = "you, who sue"
    DEFENDANT = "who is sued"
    CLAIM = "the claim"
    TIME = "the time"
    BEFORE = "before filing"
    AFTER = "what follows"


@dataclass(frozen=True, slots=True)
class Tested:
    """One question, and its answer for this case; a question about several invoices or people has a row for each."""

    id: str
    question: str  # one line
    verdict: Verdict
    said: str  # one sentence
    subject: Subject = Subject.CLAIM
    fact: Place | None = None  # where the file says what this rests on
    cite: str = ""  # the law, with the day it was read
    confidence: Confidence | None = None
    fix: str = ""
    code: str = ""  # of the finding; empty where the row is clear
    finding: Finding | None = None  # what goes to the record

    @property
    def stops(self) -> bool:
        """Whether this row keeps the packet from being made."""
        return self.finding is not None and self.finding.stops


@dataclass(frozen=True, slots=True)
class Waiver:
    """Giving up what is over the limit: ``lost`` is gone for good, ``left`` is what can still be claimed."""

    may: Say
    lost: Decimal
    left: Decimal
    effective: str = ""  # when it binds
    cite: str = ""
    chosen: bool = False  # `small_claims: {waive_excess: yes}` in the case, and the law lets one


@dataclass(frozen=True, slots=True)
class NextCourt:
    """The court that hears what small claims does not; its limit is None where it has none, or it is not known."""

    id: str
    name: str
    limit: Decimal | None = None
    takes_it: bool | None = None  # None: its limit is not known
    fee: Decimal | None = None
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Ways:
    """A claim over the limit: what can be done, in figures."""

    over: Decimal
    waiver: Waiver
    next_court: NextCourt | None = None
    splitting_barred: Say = Say.NOT_RESEARCHED
    words: tuple[str, ...] = ()  # each way in one sentence


@dataclass(frozen=True, slots=True)
class VenueChoice:
    """The ground of venue, and the fact it rests on."""

    ground: Ground
    why: str  # one sentence, as a form or a statement may say it
    fact: Place | None = None
    cite: str = ""
    others: tuple[Ground, ...] = ()  # that the facts bear out as well
    from_file: bool = False  # the user chose it: `small_claims: {venue: ...}`


@dataclass(frozen=True, slots=True)
class Defendant:
    """Who is sued: the debtor, then each guarantor to be sued with it."""

    party: Party
    guarantor: bool = False
    at_most: Decimal | None = None  # a guaranty's limit, or the court's against a guarantor

    @property
    def name(self) -> str:
        """The name as it stands on the claim."""
        return self.party.shown_name


@dataclass(frozen=True, slots=True)
class Filing:
    """Everything tested before a small claim is filed on ``as_of``.

    ``claim`` is all that could be asked for today, ``counted`` the part of it that counts toward the limit, ``waived``
    what is given up of it, ``demand`` what the form asks for.
    """

    as_of: date
    court: Court | None = None
    court_id: str = ""
    limit: Decimal | None = None
    claim: Decimal = ZERO
    counted: Decimal = ZERO
    waived: Decimal = ZERO
    ways: Ways | None = None  # where the claim is over the limit
    venue: VenueChoice | None = None
    defendants: tuple[Defendant, ...] = ()
    tested: tuple[Tested, ...] = ()
    findings: tuple[Finding, ...] = ()  # all, in file order
    used: tuple[Answer, ...] = ()

    @property
    def demand(self) -> Decimal:
        """What the claim asks for."""
        return self.claim - self.waived

    @property
    def stopped(self) -> bool:
        """Whether something stands in the way of filing."""
        return any(finding.stops for finding in self.findings)

    def of(self, question: str) -> tuple[Tested, ...]:
        """Return the rows of one question."""
        return tuple(row for row in self.tested if row.id == question)
