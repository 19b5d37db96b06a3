"""The ladder: the steps of an escalation, and the answers to what the debtor says, as data.

A step opens a number of days after the due date, after a step before it was
really done, or on a day of the month. Numbers permit a step; history orders it.
"""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import Field, model_validator

from kit.model.event import Answer
from kit.model.fields import Amount, Count, Frozen, Line, refuse
from kit.model.file_format import Format
from kit.model.party import Channel

CODE = "K440"
LAST_OF_MONTH = 28  # the last day that every month has
NONE = "none"  # the ladder of a debtor who is not to be chased


class DoneBy(StrEnum):
    """What makes a step done."""

    CHECKED = "checked"  # somebody went through a list
    EMAILED = "emailed"
    MAILED = "mailed"
    CALLED = "called"

    @property
    def channel(self) -> Channel | None:
        """How its papers travel; None for a list that stays in the house."""
        return {DoneBy.EMAILED: Channel.EMAIL, DoneBy.MAILED: Channel.MAIL, DoneBy.CALLED: Channel.PHONE}.get(self)

    @property
    def written(self) -> bool:
        """Whether a paper leaves the house."""
        return self in (DoneBy.EMAILED, DoneBy.MAILED)


class Condition(StrEnum):
    """What a case must have for a step to make sense; without it the step is passed over."""

    WRITTEN_TERMS = "written_terms"  # a signed agreement to recall
    LATE_CHARGE = "late_charge"  # interest or a fee runs


class Occasion(StrEnum):
    """What happened, other than an answer, that a paper replies to."""

    PROMISED = "promised"
    PAID_IN_FULL = "paid_in_full"


class After(Frozen):
    """From when a step is open: one of four counts."""

    due_date: Count | None = Field(None, description="Days after the oldest due date that is open.")
    previous_step: Count | None = Field(None, description="Days after the step before was really done.")
    step: Line | None = Field(None, description="The id of an earlier step; with `days`.")
    days: Count | None = Field(None, description="Days after `step` was really done.")
    day_of_month: Count | None = Field(None, description="The first such day after the step before was done, 1 to 28.")

    @model_validator(mode="after")
    def _one(self) -> After:
        ways = {name: getattr(self, name) for name in ("due_date", "previous_step", "step", "day_of_month")}
        if sum(one is not None for one in ways.values()) != 1:
            fix = f"Keep one of {', '.join(f'`{name}:`' for name in ways)}."
            raise refuse("a step opens by exactly one count", fix, CODE)
        if (self.step is None) != (self.days is None):
            raise refuse("`step` and `days` go together", "Write both: `{step: friendly-reminder, days: 7}`.", CODE)
        if self.day_of_month is not None and not 1 <= self.day_of_month <= LAST_OF_MONTH:
            raise refuse(f"{self.day_of_month} is not a day that every month has", "Write a day from 1 to 28.", CODE)
        return self


class Repeat(Frozen):
    """Doing a step again until the next one opens, the debt is paid, or it was done so many times."""

    every_days: Count
    times: Count | None = Field(None, description="How often in all; left out, until the next step opens.")

    @model_validator(mode="after")
    def _some(self) -> Repeat:
        if not self.every_days:
            raise refuse("a step would be repeated every 0 days", "Write a number of days such as 15.", CODE)
        return self


class Task(Frozen):
    """Papers to make, and what makes it done."""

    id: Line
    title: Line
    documents: Annotated[tuple[Line, ...], Field(min_length=1)]
    done_by: DoneBy
    tone: Line | None = Field(None, description="The words of its papers: `firm` for `en.firm.md`, where they have it.")
    pay_by_days: Count | None = Field(None, description="The letter's own days to pay or to answer, which then govern.")
    advice: Line | None = Field(None, description="A sentence for whoever does it.")


class Step(Task):
    """One step of the ladder."""

    after: After
    repeat: Repeat | None = None
    only_if: tuple[Condition, ...] = ()


class Reply(Task):
    """A paper that something the debtor said or did calls for, before the next step; without ``to``, made by hand."""

    to: tuple[Answer | Occasion, ...] = ()


class Ladder(Frozen):
    """The steps in their order; what follows the last one is for a person to decide."""

    format: Format = 1
    id: Line
    title: Line
    minimum_gap_days: Count = Field(3, description="Days between two messages to the debtor, whatever the steps say.")
    smallest: Amount = Field(
        Decimal(0), description="A rest below this, in the case's currency, is not worth a letter; a person decides."
    )
    oldest_days: Count = Field(
        365, description="A debt overdue for longer, on which nothing was done, waits for a person."
    )
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    replies: tuple[Reply, ...] = Field((), description="Left out: those of replies.yaml beside the kit's ladders.")

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each step stands."""
        return {step.id: number for number, step in enumerate(self.steps)}

    def task(self, name: str) -> Task | None:
        """Return the step or reply called ``name``."""
        return next((one for one in (*self.steps, *self.replies) if one.id == name), None)

    def reply_to(self, what: Answer | Occasion) -> Reply | None:
        """Return the reply that ``what`` calls for."""
        return next((one for one in self.replies if what in one.to), None)

    def fingerprint(self, step: str) -> str:
        """Return a short mark of the ladder up to ``step``: another order, delay or paper there gives another mark."""
        upto = self.steps[: self.places[step] + 1]
        kept = {"id", "after", "done_by", "documents", "repeat", "only_if"}
        said = [one.model_dump(mode="json", include=kept) for one in upto]
        return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:12]
