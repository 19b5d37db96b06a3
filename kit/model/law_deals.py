"""Answers about settling a debt, handing it on, and what tax and credit reports make of it."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from kit.model.fields import Amount, Count, Flag, Line
from kit.model.law_shape import Shape
from kit.model.law_words import Say


class SettlementTalks(Shape):
    """What a court does not hear of talks about settling a claim."""

    law: Line  # as a letter cites it
    offers_kept_out: Say  # to prove that the debt is owed, or how much
    statements_kept_out: Say = Say.NOT_RESEARCHED  # conduct and statements made in the talks
    disputed_only: Say = Say.NOT_RESEARCHED  # only where validity or amount is in dispute
    other_purposes: Say = Say.NOT_RESEARCHED  # may be shown for another purpose, such as bias or delay
    known_otherwise_stays: Say = Say.NOT_RESEARCHED  # a fact or paper is not hidden by bringing it to the talks


class Reach(StrEnum):
    """What a general release reaches."""

    KNOWN_CLAIMS = "known_claims"  # what the releasing side knew or suspected, unless it gave up the statute
    ITS_WORDS = "its_words"  # whatever it says


class GeneralRelease(Shape):
    """Whether a general release reaches claims that nobody knew of."""

    reaches: Reach
    statute: Line | None = None  # whose protection a release gives up by name
    words: Line | None = None  # of that statute, as a release repeats them
    may_be_given_up: Say = Say.NOT_RESEARCHED


class FullDebt(StrEnum):
    """What becomes of a clause that brings the whole debt back."""

    STANDS = "stands"
    PENALTY = "penalty"  # void; only the settlement sum is owed
    NOT_RESEARCHED = "not_researched"


class SettlementDefault(Shape):
    """Whether the whole debt may come back when a settlement is not paid."""

    admitted: FullDebt = (
        FullDebt.NOT_RESEARCHED
    )  # the debtor owned to the debt and was let off a part for paying in time
    disputed: FullDebt = FullDebt.NOT_RESEARCHED  # the debt was in dispute and settled for less
    law: Line | None = None  # on damages that an agreement fixes
    test: Line | None = None  # the test of that law, in words


class AssignedAccounts(Shape):
    """What a debtor does who hears that its debt was assigned, and what the buyer needs."""

    law: Line  # UCC 9-406 of the state, as a notice cites it
    signed: Say = Say.NOT_RESEARCHED  # the notice is signed by the seller or the buyer of the account
    binds_from_receipt: Say = Say.NOT_RESEARCHED  # from then on only paying the buyer discharges the debtor
    proof_on_request: Say = Say.NOT_RESEARCHED  # until it is given, the debtor may still pay the seller
    part_may_be_refused: Say = Say.NOT_RESEARCHED  # a notice about a part of an account may be ignored
    bar_ineffective: Say = Say.NOT_RESEARCHED  # a clause against assigning does not stop it
    consumer_law_first: Say = Say.NOT_RESEARCHED  # other law goes first for an individual's consumer debt
    unfiled_small_part: Line | None = None  # UCC 9-309(2): no filing for an insignificant part of the accounts
    government_law: Line | None = None  # law of its own where a government owes
    notice_law: Line | None = None  # law that makes the buyer tell the debtor
    notice_days_before_suit: Count | None = None
    notice_days_after_assignment: Count | None = None


class BadDebt(Shape):
    """Whether an unpaid bill is a loss for the income tax."""

    law: Line
    income_reported_first: Say  # only what was reported as income before, as on the accrual basis
    worthless_part: Say = Say.NOT_RESEARCHED  # a business may deduct the part that became worthless
    form: Line | None = None


class CancelledDebtReport(Shape):
    """Who reports a debt that was let go, and from what amount."""

    law: Line
    form: Line
    amount: Amount  # in a calendar year, this or more
    filers: tuple[Line, ...] = Field(min_length=1)
    other_creditors: Say = Say.NOT_RESEARCHED  # whether anybody else must


class CreditReporting(Shape):
    """What whoever reports a debt to a credit bureau must do."""

    law: Line
    consumers_only: Flag = False
    accurate: Say  # nothing known or reasonably believed to be wrong
    correct_promptly: Say = Say.NOT_RESEARCHED
    dispute_told: Say = Say.NOT_RESEARCHED  # a dispute of the debtor is reported with the debt
    delinquency_days: Count | None = None  # to tell the month in which the debt fell behind
    answer_days: Count | None = None  # to look into a dispute
