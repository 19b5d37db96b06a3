"""Answers about debts: how old they may be, and what they bear."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import model_validator

from kit.model.fields import Amount, Count, Day, Flag, Line, Percent, refuse
from kit.model.law_courts import Tier
from kit.model.law_shape import LawModel, Shape
from kit.model.law_words import Say


class RunsFrom(StrEnum):
    """The event that starts a period or interest."""

    BREACH = "breach"
    DUE_DATE = "due_date"
    INVOICE_DATE = "invoice_date"
    DELIVERY = "delivery"
    LAST_ITEM = "last_item"
    LAST_PAYMENT = "last_payment"
    LAST_ITEM_OR_PAYMENT = "last_item_or_payment"
    STATEMENT = "statement"
    END_OF_DEALINGS = "end_of_dealings"
    DEMAND = "demand"
    FILING = "filing"
    CLAIM_AROSE = "claim_arose"
    JUDGMENT = "judgment"
    NOT_RESEARCHED = "not_researched"


class LimitationPeriod(Shape):
    """How long a suit may wait, and from when."""

    years: Count | None = None
    months: Count | None = None
    days: Count | None = None
    runs_from: RunsFrom = RunsFrom.NOT_RESEARCHED

    @model_validator(mode="after")
    def _one_length(self) -> Self:
        if sum(part is not None for part in (self.years, self.months, self.days)) != 1:
            raise refuse("a period has years, months or days, one of the three", "Write it like `years: 4`.", "K205")
        return self


class RevivedBy(LawModel):
    """What starts the period anew."""

    payment: Say = Say.NOT_RESEARCHED
    written_acknowledgment: Say = Say.NOT_RESEARCHED  # signed
    written_promise: Say = Say.NOT_RESEARCHED  # signed
    oral_promise: Say = Say.NOT_RESEARCHED


class Revival(Shape):
    """What revives a debt before and after its period has run."""

    before_expiry: RevivedBy = RevivedBy()
    after_expiry: RevivedBy = RevivedBy()


class Expiry(StrEnum):
    """What the end of the period does."""

    BARS_SUIT = "bars_suit"
    ENDS_DEBT = "ends_debt"


class Agreed(Shape):
    """Whether parties may change the period by agreement."""

    shorten: Say = Say.NOT_RESEARCHED
    at_least_months: Count | None = None
    lengthen: Say = Say.NOT_RESEARCHED


class TollingGround(StrEnum):
    """What stops a period from running."""

    DEBTOR_ABSENT = "debtor_absent"
    DEATH = "death"
    EMERGENCY = "emergency"
    STAY = "stay"
    MINORITY = "minority"


class Tolling(LawModel):
    """A ground that stops the period, with its days where the law names them."""

    ground: TollingGround
    starts: Day | None = None
    ends: Day | None = None  # the last day that does not count


class TollingGrounds(Shape):
    """Every ground known."""

    grounds: tuple[Tolling, ...]


class Borrowing(Shape):
    """Whether a shorter foreign period is borrowed for a claim that arose elsewhere."""

    borrows: Say
    not_for_residents: Say = Say.NOT_RESEARCHED


class TimeBarredDebt(Shape):
    """What a letter about an expired debt must do."""

    disclosure: Say
    words: Line | None = None  # the words the law prescribes
    hint_of_suit_barred: Say = Say.NOT_RESEARCHED
    part_payment_request_barred: Say = Say.NOT_RESEARCHED


class ContractRate(StrEnum):
    """What an agreed rate does to the legal one."""

    HONOURED = "honoured"
    CAPPED = "capped"
    REPLACED = "replaced"
    NOT_RESEARCHED = "not_researched"


class Moves(StrEnum):
    """Whether a rate, once it runs, follows later changes."""

    FIXED = "fixed"
    FOLLOWS = "follows"
    YEARLY = "yearly"  # reset each January 1
    NOT_RESEARCHED = "not_researched"


class Compounding(StrEnum):
    """Interest on interest."""

    SIMPLE = "simple"
    YEARLY = "yearly"
    NOT_RESEARCHED = "not_researched"


class InterestTerms(Shape):
    """From when legal interest runs, on what, and beside which contract rate."""

    runs_from: RunsFrom = RunsFrom.NOT_RESEARCHED
    days_after: Count | None = None  # counted from that event
    contract_rate: ContractRate = ContractRate.NOT_RESEARCHED
    contract_rate_up_to: Percent | None = None
    fixed_sums_only: Say = Say.NOT_RESEARCHED
    court_decides: Say = Say.NOT_RESEARCHED
    compounding: Compounding = Compounding.NOT_RESEARCHED
    moves: Moves = Moves.NOT_RESEARCHED


class JudgmentTerms(InterestTerms):
    """The same after judgment, and whether the judgment ends the contract's own rate."""

    ends_contract_rate: Say = Say.NOT_RESEARCHED
    interest_on_all: Say = Say.NOT_RESEARCHED  # costs and interest that were awarded bear interest too


class Formula(LawModel):
    """A rate that is published, not written into the law: base plus points, within bounds."""

    base: Line
    plus: Percent | None = None
    times: Percent | None = None
    at_least: Percent | None = None
    at_most: Percent | None = None
    published: Line
    read_at: Line  # address where the next figure is read


class Which(StrEnum):
    """Which of two limits holds."""

    GREATER = "greater"
    LESSER = "lesser"


class LateFeeLimit(Shape):
    """The most a single late fee may be, apart from the yearly cap."""

    flat: Amount | None = None
    percent: Percent | None = None  # of the late payment
    which: Which | None = None
    grace_days: Count | None = None
    once_a_payment: Say = Say.NOT_RESEARCHED


class LateChargeConditions(Shape):
    """What a late charge needs to be owed at all."""

    agreed_before_work: Say = Say.NOT_RESEARCHED
    in_writing: Say = Say.NOT_RESEARCHED
    print_on_invoice_enough: Say = Say.NOT_RESEARCHED
    honest_estimate: Say = Say.NOT_RESEARCHED  # of the cost of delay, else a penalty
    periodic_statement: Say = Say.NOT_RESEARCHED
    fee_and_interest_together: Say = Say.NOT_RESEARCHED
    interest_on_fees: Say = Say.NOT_RESEARCHED
    compounding: Say = Say.NOT_RESEARCHED
    cap_counts_fees: Say = Say.NOT_RESEARCHED  # one cap over interest and fees for the same days
    cautious_percent: Percent | None = None  # a year; no cap, but courts may strike what is higher


class ReturnedCheck(Shape):
    """What a bounced check adds."""

    fee: Amount | None = None
    later_fee: Amount | None = None  # each further check
    fee_tiers: tuple[Tier, ...] = ()
    fee_percent: Percent | None = None  # of the check, where greater
    multiplier: Count | None = None  # damages as a multiple of the check, on top of it
    minimum: Amount | None = None
    maximum: Amount | None = None
    maximum_no_account: Amount | None = None
    fee_owed_at_once: Say = Say.NOT_RESEARCHED  # else the fee itself waits for the written demand
    demand_days: Count | None = None
    certified_mail: Say = Say.NOT_RESEARCHED
    must_say: tuple[Line, ...] = ()
    agreed_first: Flag = False  # only where the agreement or a posted notice says so
