"""What was found out about a client before agreeing to work, and what a credit application says ahead of the applicant.

Nothing here has a place for what no creditor may look at: race, color, religion, national origin, sex, marital status,
age, public assistance (15 U.S.C. § 1691(a)).
"""

from __future__ import annotations

from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import Field, model_validator

from kit.model.fields import Amount, Day, Frozen, Line, Shorthand, refuse
from kit.model.party import Email

CLIENT_CHECK = "internal/client-check"
CREDIT_APPLICATION = "contracts/credit-application"

W = TypeVar("W")
MOST_REFERENCES = 5

Registry = Literal["found", "other_name", "not_found", "unknown"]
GoodStanding = Literal["yes", "no", "unknown"]
Place = Literal["confirmed", "mail_drop", "not_found", "unknown"]
Agent = Literal["named", "none", "unknown"]
TradeName = Literal["registered", "not_registered", "unknown"]
InBusiness = Literal["for_years", "new", "unknown"]
Reviews = Literal["good", "mixed", "bad", "none_found", "unknown"]
Habits = Literal["on_time", "late", "left_unpaid", "no_dealings", "unknown"]
Liens = Literal["none", "ordinary", "tax_or_judgment", "unknown"]
Suits = Literal["none", "other", "over_bills", "unknown"]
Judgments = Literal["none", "paid", "unpaid", "unknown"]
Bankrupt = Literal["none", "past", "pending", "unknown"]
DepositAsked = Literal["agreed", "not_asked", "refused", "unknown"]
Contract = Literal["will_sign", "refuses", "unknown"]
Named = Literal["named", "not_named", "unknown"]
Said = Literal["on_time", "sometimes_late", "often_late", "would_not_say", "unknown"]
FlagWord = Literal[
    "rush", "avoids_paper", "other_payer", "blames_others", "overpays", "hard_to_reach", "bargains_on_terms", "other"
]


class Look(Frozen, Generic[W]):
    """What was found about one point; `unknown` says that somebody looked and could not find out."""

    answer: W
    on: Day | None = Field(None, description="The day it was looked at, if not the day of the whole check.")
    source: Line | None = Field(None, description="Where: a register's page and number, a person who was asked.")
    remark: Line | None = None


class Person(Frozen):
    """Who pays, or who approves invoices, on the client's side."""

    answer: Named = "named"
    name: Line | None = None
    phone: Line | None = None
    email: Email | None = None
    on: Day | None = None
    source: Line | None = None
    remark: Line | None = None

    @model_validator(mode="after")
    def _whom(self) -> Person:
        if self.answer == "named" and self.name is None:
            raise refuse("somebody is said to be named, and no name is given", "Add `name:`, or write `not_named`.")
        return self


class Reference(Frozen):
    """A supplier of the client who was called, or is to be."""

    name: Line = Field(description="The firm or the person.")
    contact: Line | None = None
    phone: Line | None = None
    email: Email | None = None
    answer: Said = Field("unknown", description="How the client pays there; left out until somebody has called.")
    on: Day | None = None
    remark: Line | None = None


class RedFlag(Frozen):
    """Something noticed while talking; `other` says in its remark what."""

    flag: FlagWord
    on: Day | None = None
    remark: Line | None = None

    @model_validator(mode="after")
    def _what(self) -> RedFlag:
        if self.flag == "other" and self.remark is None:
            raise refuse("a red flag is `other` and does not say what it is", "Add `remark:` with what was noticed.")
        return self


def _word(value: Any) -> Any:
    return {"answer": value} if isinstance(value, str) else value


def _person(value: Any) -> Any:
    """Read a name of two words or more as a name; a single word is an answer, so that a slip of it is no person."""
    return {"name": value} if isinstance(value, str) and " " in value.strip() else _word(value)


def _flag(value: Any) -> Any:
    return {"flag": value} if isinstance(value, str) else value


WORD = Shorthand(_word, "string")
SOMEBODY = Shorthand(_person, "string")


class ClientCheck(Frozen):
    """What was looked at before agreeing to work; what is left out was not looked at."""

    on: Day | None = Field(None, description="The day of every answer that has no day of its own.")
    by: Line | None = Field(None, description="Who looked.")
    registry: Annotated[Look[Registry] | None, WORD] = Field(
        None, description="The public register, under the exact legal name."
    )
    good_standing: Annotated[Look[GoodStanding] | None, WORD] = Field(
        None, description="Left out, `debtor.good_standing` says it."
    )
    address: Annotated[Look[Place] | None, WORD] = Field(None, description="Whether the client is really there.")
    agent: Annotated[Look[Agent] | None, WORD] = Field(
        None, description="Who takes court papers; left out, `debtor.registered_agent` says it."
    )
    trade_name: Annotated[Look[TradeName] | None, WORD] = Field(
        None, description="Left out, `debtor.dba_registered` says it."
    )
    in_business: Annotated[Look[InBusiness] | None, WORD] = Field(None, description="`new`: less than two years.")
    references: tuple[Reference, ...] = Field((), max_length=MOST_REFERENCES, description="Two are called at least.")
    reviews: Annotated[Look[Reviews] | None, WORD] = Field(
        None, description="What suppliers and workers write about the client."
    )
    habits: Annotated[Look[Habits] | None, WORD] = Field(
        None, description="How the client paid you, or people you know."
    )
    liens: Annotated[Look[Liens] | None, WORD] = Field(None, description="Liens and UCC filings.")
    suits: Annotated[Look[Suits] | None, WORD] = Field(
        None, description="Suits against the client; `other`: not over bills."
    )
    judgments: Annotated[Look[Judgments] | None, WORD] = Field(None, description="Judgments against the client.")
    bankruptcy: Annotated[Look[Bankrupt] | None, WORD] = Field(
        None, description="Left out, a `bankruptcy` of the case says `pending`."
    )
    payer: Annotated[Person | None, SOMEBODY] = Field(None, description="Who pays.")
    approver: Annotated[Person | None, SOMEBODY] = Field(None, description="Who approves invoices.")
    deposit: Annotated[Look[DepositAsked] | None, WORD] = Field(None, description="What the client said to a deposit.")
    contract: Annotated[Look[Contract] | None, WORD] = Field(
        None, description="Whether the client signs a written agreement before work starts."
    )
    red_flags: tuple[Annotated[RedFlag, Shorthand(_flag, "string")], ...] | None = Field(
        None, description="What was noticed while talking; `[]` says that nothing was."
    )


class Officer(Frozen):
    """An owner or officer of the applicant."""

    name: Line
    title: Line | None = None


class CreditApplication(Frozen):
    """What is known before the applicant fills in the credit application."""

    amount: Amount | None = Field(None, description="The credit asked for.")
    owners: tuple[Officer, ...] = Field((), description="Owners and officers.")
    may_order: tuple[Line, ...] = Field((), description="Who may order for the applicant.")
