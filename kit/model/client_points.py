"""How the answers of a client check are weighed: the questions, their answers, and what follows from the sum."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field, model_validator

from kit.model.fields import Count, Flag, Frozen, Line, refuse


class Asked(StrEnum):
    """Of whom a question is asked."""

    ANYBODY = "anybody"
    ENTITY = "entity"
    PERSON_OR_TRADE_NAME = "person-or-trade-name"


class Choice(Frozen):
    """An answer: how the paper says it, what it weighs against the client, and what it rules out by itself."""

    answer: Line
    says: Line
    against: Count = 0
    no_better_than: Line | None = None


class Question(Frozen):
    """One thing to look at."""

    id: Line
    name: Line
    asks: Line
    where: Line | None = None
    of: Asked = Asked.ANYBODY
    needed: Flag = Field(False, description="Without it, nothing better than `unlooked` follows.")
    answers: tuple[Choice, ...] = Field(min_length=1)


class Outcome(Frozen):
    """What follows from a weight of ``at_least`` and more, until the next outcome begins."""

    id: Line
    at_least: Count = Field(alias="from")
    says: Line


class Points(Frozen):
    """The whole list; outcomes stand from the best terms to the worst."""

    stale_after_days: Count
    unlooked: Line
    questions: tuple[Question, ...] = Field(min_length=1)
    flags: tuple[Choice, ...]
    outcomes: tuple[Outcome, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _fits(self) -> Points:
        ids = [outcome.id for outcome in self.outcomes]
        starts = [outcome.at_least for outcome in self.outcomes]
        choices = [*self.flags, *(choice for one in self.questions for choice in one.answers)]
        named = {self.unlooked, *(choice.no_better_than for choice in choices if choice.no_better_than)}
        if starts != sorted(set(starts)) or starts[0] != 0:
            raise refuse("the outcomes do not begin at 0 and ascend", "Give each a `from:` above the one before it.")
        if unknown := sorted(named - set(ids)):
            raise refuse(f"there is no outcome `{unknown[0]}`", f"There are {', '.join(ids)}.")
        return self

    def worst(self, *ids: str) -> Outcome:
        """Return the least favorable of the outcomes named ``ids``."""
        return max((one for one in self.outcomes if one.id in ids), key=self.outcomes.index)

    def by_sum(self, against: int) -> Outcome:
        """Return the outcome that the weight ``against`` leads to."""
        return max((one for one in self.outcomes if one.at_least <= against), key=lambda one: one.at_least)
