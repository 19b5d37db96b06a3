"""Answers about building: liens and bonds, prompt pay, licences, and work on a consumer's home."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from kit.model.fields import Amount, Count, Flag, Line, Percent
from kit.model.law_shape import LawModel, Shape
from kit.model.law_words import Project, Role, Say


class PromptPayment(Shape):
    """When an owner or agency must pay, and what lateness costs it."""

    due_days: Count | None = None
    downstream_days: Count | None = None  # from a contractor to its subcontractors
    percent_a_month: Percent | None = None
    percent_a_year: Percent | None = None
    interest_after_days: Count | None = None
    plus_legal_rate: Flag = False  # the percentage comes on top of the legal rate


class Step(StrEnum):
    """A step on the way to a lien or against a bond."""

    PRELIMINARY_NOTICE = "preliminary_notice"
    NOTICE_OF_NONPAYMENT = "notice_of_nonpayment"
    NOTICE_OF_INTENT = "notice_of_intent"
    RECORD_LIEN = "record_lien"
    SUIT_ON_LIEN = "suit_on_lien"
    BOND_NOTICE = "bond_notice"
    SUIT_ON_BOND = "suit_on_bond"


class WorkEvent(StrEnum):
    """The event a construction deadline is counted from."""

    CONTRACT = "contract"
    FIRST_FURNISHING = "first_furnishing"
    EACH_MONTH_UNPAID = "each_month_unpaid"
    LAST_FURNISHING = "last_furnishing"
    COMPLETION = "completion"
    NOTICE_OF_COMPLETION = "notice_of_completion"
    LIEN_RECORDED = "lien_recorded"
    BOND_NOTICE_GIVEN = "bond_notice_given"


class BuildingDeadline(LawModel):
    """One deadline of somebody who built; ``day_of_month`` rolls months to that day."""

    step: Step
    event: WorkEvent
    days: Count | None = None
    months: Count | None = None
    years: Count | None = None
    day_of_month: Count | None = None
    at_least: Flag = False  # a waiting time, not a last day
    roles: tuple[Role, ...] = ()  # empty: everybody
    projects: tuple[Project, ...] = ()
    to: Line | None = None


class BuildingDeadlines(Shape):
    """Every deadline for a lien, or for a bond."""

    steps: tuple[BuildingDeadline, ...] = Field(min_length=1)


class Trade(StrEnum):
    """Work that needs a licence."""

    CONSTRUCTION = "construction"
    HOME_IMPROVEMENT = "home_improvement"
    DESIGN_PROFESSIONS = "design_professions"


class RightToSue(Shape):
    """What keeps a creditor's own claim out of court."""

    unlicensed_barred: Say = Say.NOT_RESEARCHED
    trades: tuple[Trade, ...] = ()
    licence_over: Amount | None = None  # price from which a licence is needed
    unlicensed_repays: Say = Say.NOT_RESEARCHED
    unregistered_foreign_entity_barred: Say = Say.NOT_RESEARCHED
    not_in_good_standing_barred: Say = Say.NOT_RESEARCHED
    unregistered_name_barred: Say = Say.NOT_RESEARCHED


class ConsumerWork(Shape):
    """Whether consumer home improvement needs a contract of its own."""

    own_contract: Say
    over: Amount | None = None
    licence: Say = Say.NOT_RESEARCHED
    cancel_days: Count | None = None
