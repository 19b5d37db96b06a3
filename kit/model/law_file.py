"""A jurisdiction file as it is written: sources, courts, and an answer to every rule."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from kit.model.fields import Day, Flag, Line
from kit.model.law_rows import Block, RulesOf
from kit.model.law_shape import LawModel
from kit.model.law_words import Level, PartyWord, ReadIn

QUOTE_AT_MOST = 300  # characters of a statute that are enough to compare


class Source(LawModel):
    """A text of law: its citation as printed, where it stands, and how it was read."""

    title: Line
    url: Line
    read_on: Day
    pinpoint: Line | None = None
    says: Line | None = None  # the words themselves, quoted
    archived: Line | None = None
    official: Flag = True  # whether `url` is the official address
    why_not_official: Line | None = None
    read_in: ReadIn = ReadIn.OFFICIAL
    seen_at: Line | None = None  # the copy or account that was read

    @property
    def cite(self) -> str:
        """The citation as it is printed, with the day and manner of reading."""
        how = {
            ReadIn.OFFICIAL: f"read {self.read_on}",
            ReadIn.COPY: f"read {self.read_on}",
            ReadIn.SECONDARY: f"as reported, read {self.read_on}",
            ReadIn.NOT_READ: f"text not read, noted {self.read_on}",
        }
        return f"{self.title}, {how[self.read_in]}"


class Places(LawModel):
    """The cities or counties of a court."""

    cities: tuple[Line, ...] = ()
    counties: tuple[Line, ...] = ()


class Where(StrEnum):
    """A court of the whole state, or of what the other courts leave."""

    EVERYWHERE = "everywhere"
    ELSEWHERE = "elsewhere"


def _where(value: Any) -> Any:
    return Where(value) if value in ("everywhere", "elsewhere") else value


class Court(LawModel):
    """A court in which a small debt may be claimed."""

    name: Line
    where: Annotated[Where | Places, BeforeValidator(_where)]
    plaintiffs: tuple[PartyWord, ...] = (PartyWord.ANY,)
    next_step_up: Flag = False  # the ordinary court for what small claims does not take
    note: Line | None = None


class JurisdictionFile(LawModel):
    """What every file holds."""

    format: Annotated[Literal["1"], WithJsonSchema({"enum": [1, "1"]})] = "1"
    code: Annotated[Line, Field(pattern=r"^us(-[a-z]{2})?$")]
    name: Line
    level: Level
    sources: dict[str, Source]
    courts: dict[str, Court] = Field(default_factory=dict)
    doubts: tuple[Line, ...] = ()  # what is still open, in words
    rules: dict[str, Block]


class StateFile(JurisdictionFile):
    """The law of a state, district or territory."""

    level: Literal[Level.STATE]
    rules: Annotated[dict[str, Block], RulesOf(Level.STATE)]


class FederalFile(JurisdictionFile):
    """The law of the United States."""

    level: Literal[Level.FEDERAL]
    rules: Annotated[dict[str, Block], RulesOf(Level.FEDERAL)]


FILES: dict[Level, type[JurisdictionFile]] = {Level.STATE: StateFile, Level.FEDERAL: FederalFile}
