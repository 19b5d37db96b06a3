"""A jurisdiction file as it is written: sources, courts, and an answer to every rule."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Generic, Literal, Self, TypeVar, cast

from pydantic import BeforeValidator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, create_model, model_validator
from pydantic_core import CoreSchema, core_schema

from kit.model.fields import Amount, Day, Flag, Line, refuse
from kit.model.law_debts import Formula
from kit.model.law_rules import rules_of
from kit.model.law_shape import LawModel
from kit.model.law_words import (
    ChosenBy,
    ClaimWord,
    Confidence,
    ContractKind,
    Level,
    PartyWord,
    Project,
    ReadIn,
    Remedy,
    Role,
    Silence,
)

V = TypeVar("V")
QUOTE_AT_MOST = 300  # characters of a statute that are enough to compare


class OrWord:
    """Marks a field that may hold one of ``words`` instead of its own kind of value."""

    def __init__(self, *words: Silence) -> None:
        self.words = {str(word): word for word in words}

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let the words pass; everything else is read as the field's own kind."""

        def read(value: Any, inner: core_schema.ValidatorFunctionWrapHandler) -> Any:
            if isinstance(value, str) and value in self.words:
                return self.words[value]
            return inner(value)

        return core_schema.no_info_wrap_validator_function(read, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Describe the field as either."""
        return {"anyOf": [{"enum": list(self.words)}, handler(schema)]}


def _listed(value: Any) -> Any:
    """One name may stand without brackets."""
    return [value] if isinstance(value, str) else value


Names = Annotated[tuple[Line, ...], BeforeValidator(_listed)]


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


class Selectors(LawModel):
    """What a row turns on; what is left out is anything."""

    court: Line | None = None
    plaintiff: PartyWord | None = None
    debtor: PartyWord | None = None
    claim: ClaimWord | None = None
    kind: ContractKind | None = None
    city: Line | None = None
    county: Line | None = None
    agreed: Flag | None = None  # a rate or charge was agreed
    role: Role | None = None
    project: Project | None = None
    over: Amount | None = None  # the debt is over this amount
    up_to: Amount | None = None  # and at most this one


SELECTORS = tuple(Selectors.model_fields)


class Dated(Selectors):
    """What holds from a day on, and the text that says so."""

    starts: Day = Field(alias="from")
    until: Day | None = None  # the last day it holds
    source: Line | None = None
    also: Names = ()  # further sources that say the same, or amend it
    confidence: Confidence | None = None
    note: Line | None = None
    confirm_with: Line | None = None  # whom to ask when sureness is wanted

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.until is not None and self.until < self.starts:
            raise refuse(f"it ends on {self.until}, before it starts on {self.starts}", "Correct one of the days.", "K206")
        return self


class Row(Dated, Generic[V]):
    """One value of a rule."""

    value: Annotated[V, OrWord(Silence.NONE, Silence.NOT_RESEARCHED)]
    remedy: Remedy | None = None


class FormulaRow(Dated):
    """A rate that is looked up; its known figures stand under ``values``."""

    formula: Formula


class Block(LawModel, Generic[V]):
    """Everything a file says about one rule."""

    values: Annotated[tuple[Row[V], ...], OrWord(Silence.NOT_RESEARCHED)]
    formulas: tuple[FormulaRow, ...] = ()
    chosen_by: ChosenBy | None = None  # where the state's law dates the rule otherwise than usual
    verified_on: Day | None = None  # the day a person last confirmed the whole rule
    review_by: Day | None = None  # a reset or a pending bill falls due
    tried: Line | None = None  # what was read in vain, where `not_researched`


def _block(value: Any) -> Any:
    return {"values": value} if value == "not_researched" else value


class JurisdictionFile(LawModel):
    """The whole file; its rules are those of its level."""

    format: Literal["1"] = "1"
    code: Line = Field(pattern=r"^us(-[a-z]{2})?$")
    name: Line
    level: Level
    sources: dict[str, Source]
    courts: dict[str, Court] = {}
    doubts: tuple[Line, ...] = ()  # what is still open, in words
    rules: Any


class _AlsoWord:
    """Tells editors that a rule may be the one word."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Describe a block of values, or the word."""
        return {"anyOf": [{"enum": ["not_researched"]}, handler(schema)]}


def _rules_model(level: Level) -> Any:
    def field(shape: Any, asks: str) -> Any:
        described = Field(description=asks)
        return (Annotated[Block[shape], BeforeValidator(_block), _AlsoWord()], described)

    fields: Any = {str(rule.name): field(rule.shape, rule.asks) for rule in rules_of(level)}
    return create_model(f"{level.value.title()}Rules", __base__=LawModel, **fields)


@cache
def file_model(level: Level) -> type[JurisdictionFile]:
    """Return the model of a file of this level, built when first asked for."""
    model: Any = create_model(
        f"{level.value.title()}File",
        __base__=JurisdictionFile,
        level=(Literal[level], ...),
        rules=(_rules_model(level), ...),
    )
    return cast("type[JurisdictionFile]", model)
