"""The rows of a rule: a value, the day it starts, its source, and what it turns on.

All rules share one form of row; only the value differs. The form is therefore
built once and given each rule's own value, which keeps reading a file fast.
"""

from __future__ import annotations

from functools import cache, partial
from typing import Annotated, Any, Self

from pydantic import (
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    TypeAdapter,
    ValidationError,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, SchemaValidator, core_schema

from kit.model.fields import Amount, Day, Flag, Line, refuse
from kit.model.law_debts import Formula
from kit.model.law_rules import Rule, rules_of
from kit.model.law_shape import LawModel
from kit.model.law_words import (
    ChosenBy,
    ClaimWord,
    Confidence,
    ContractKind,
    Level,
    PartyWord,
    Project,
    Remedy,
    Role,
    Silence,
)


def _listed(value: Any) -> Any:
    """One name may stand without brackets."""
    return [value] if isinstance(value, str) else value


_ONE_OR_MORE = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
Names = Annotated[tuple[Line, ...], BeforeValidator(_listed), WithJsonSchema(_ONE_OR_MORE)]


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
            raise refuse(
                f"it ends on {self.until}, before it starts on {self.starts}", "Correct one of the days.", "K206"
            )
        return self


class Row(Dated):
    """One value of a rule."""

    value: Any  # of the rule's shape, or a `Silence`
    remedy: Remedy | None = None


class FormulaRow(Dated):
    """A rate that is looked up; its known figures stand under ``values``."""

    formula: Formula


class Block(LawModel):
    """Everything a file says about one rule."""

    values: tuple[Row, ...] = ()
    not_researched: Flag = False  # set by the word alone
    formulas: tuple[FormulaRow, ...] = ()
    chosen_by: ChosenBy | None = None  # where the state's law dates the rule otherwise than usual
    verified_on: Day | None = None  # the day a person last confirmed the whole rule
    review_by: Day | None = None  # a reset or a pending bill falls due
    tried: Line | None = None  # what was read in vain, where `not_researched`


class RulesOf:
    """Reads the rules of a level: one block a rule, each with values of the rule's own shape."""

    def __init__(self, level: Level) -> None:
        self.level = level

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Leave the rules to a validator of their own, built when a file of this level is first read."""
        return core_schema.no_info_plain_validator_function(
            lambda value: rules_reader(self.level).validate_python(value)
        )

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Leave the description to `kit.load.law_schema`, which says the form of a row once."""
        return {"type": "object"}


@cache
def rules_reader(level: Level) -> SchemaValidator:
    """Return what reads the rules of ``level``; its faults keep their places."""
    fields = {rule.name.value: core_schema.typed_dict_field(_reader(rule), required=True) for rule in rules_of(level)}
    return SchemaValidator(core_schema.typed_dict_schema(fields, extra_behavior="forbid"))


def _reader(rule: Rule) -> CoreSchema:
    """Return the form of ``rule``'s block: the rows as they are everywhere, with values of the rule's own shape."""
    shape: Any = TypeAdapter(rule.shape).core_schema
    value = core_schema.no_info_wrap_validator_function(_value_or_word, shape)
    row = core_schema.typed_dict_schema(
        {"value": core_schema.typed_dict_field(value)}, extra_behavior="ignore", total=False
    )
    block = {"values": core_schema.typed_dict_field(core_schema.list_schema(row))}
    values = SchemaValidator(core_schema.typed_dict_schema(block, extra_behavior="ignore", total=False))
    return core_schema.no_info_plain_validator_function(partial(_read, values))


def _read(values: SchemaValidator, given: Any) -> Block:
    """Read a block twice, once as any block and once for its values, so that both report their faults."""
    given = _block_or_word(given)
    faults: list[InitErrorDetails] = []
    try:
        block = Block.model_validate(given)
    except ValidationError as err:
        faults += _details(err)
    try:
        typed = values.validate_python(given) if isinstance(given, dict) else {}
    except ValidationError as err:
        faults += [fault for fault in _details(err) if fault not in faults]
    if faults:
        raise ValidationError.from_exception_data("Block", faults)
    rows = zip(block.values, typed.get("values", ()), strict=True)
    return block.model_copy(update={"values": tuple(row.model_copy(update=own) for row, own in rows)})


def _details(err: ValidationError) -> list[InitErrorDetails]:
    """Return the faults in ``err`` so that they can be raised again together with others."""
    found = []
    for fault in err.errors(include_url=False):
        ctx = fault.get("ctx", {})
        kind: Any = PydanticCustomError("kit", "{sentence}", ctx) if fault["type"] == "kit" else fault["type"]
        found.append(InitErrorDetails(type=kind, loc=fault["loc"], input=fault["input"], ctx=ctx))
    return found


def _value_or_word(value: Any, inner: core_schema.ValidatorFunctionWrapHandler) -> Any:
    return Silence(value) if value in ("none", "not_researched") else inner(value)


def _block_or_word(value: Any) -> Any:
    if value == "not_researched":
        return {"not_researched": True}
    if isinstance(value, dict) and value.get("values") == "not_researched":
        return {key: held for key, held in value.items() if key != "values"} | {"not_researched": True}
    return value
