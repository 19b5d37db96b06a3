"""The closed words of a jurisdiction file.

A word that is not here is a fault in the file. Kinds of parties form a tree:
a rule about an entity reaches an llc, a rule about a natural person reaches a
sole proprietor, and a rule that names neither reaches both.
"""

from __future__ import annotations

from enum import StrEnum


class Silence(StrEnum):
    """The two answers that are not a value."""

    NONE = "none"  # the law sets nothing here; cited like a value
    NOT_RESEARCHED = "not_researched"  # nobody has settled it; no check may pass on it


class Say(StrEnum):
    """Yes, no, or not settled; a key left out is not settled."""

    YES = "yes"
    NO = "no"
    NOT_RESEARCHED = "not_researched"


class Confidence(StrEnum):
    """How sure the reader of a source was."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class ReadIn(StrEnum):
    """Where the words behind a value were read."""

    OFFICIAL = "official"  # the state's or court's own page
    COPY = "copy"  # a private copy of the official text
    SECONDARY = "secondary"  # somebody's account of it
    NOT_READ = "not_read"  # known, but no text was read; never of high confidence


class ChosenBy(StrEnum):
    """The event whose date picks the value."""

    FILING = "filing_date"
    ACCRUAL = "accrual_date"
    AGREEMENT = "agreement_date"
    DUE = "due_date"
    JUDGMENT = "judgment_date"
    EVENT = "event_date"  # a payment, an acknowledgment, a returned check, a letter
    EACH_DAY = "each_day"


class Unit(StrEnum):
    """What a rule's value is measured in; `terms` is a group of keys."""

    USD = "usd"
    PERCENT_PER_YEAR = "percent_per_year"
    WORD = "word"
    TERMS = "terms"


class Level(StrEnum):
    """Whose law a file holds."""

    STATE = "state"
    FEDERAL = "federal"


class Remedy(StrEnum):
    """What the law does with a charge over a cap. Only `trimmed` may be clipped by a program."""

    TRIMMED = "trimmed"  # the excess is not owed, the rest stands
    EXCESS_VOID = "excess_void"  # the excess is void and comes back, the clause stands
    INTEREST_FORFEIT = "interest_forfeit"  # all interest and charges are lost
    CLAUSE_VOID = "clause_void"  # the clause falls; the legal rate may remain
    MULTIPLE = "multiple"  # the creditor owes a multiple of the excess
    STOP = "stop"  # an offence, or the whole debt is at risk
    NOT_RESEARCHED = "not_researched"


class PartyWord(StrEnum):
    """Kinds of plaintiffs and debtors, from the general to the particular."""

    ANY = "any"
    NATURAL_PERSON = "natural_person"
    INDIVIDUAL = "individual"
    SOLE_PROPRIETOR = "sole_proprietor"
    ENTITY = "entity"
    LLC = "llc"
    CORPORATION = "corporation"
    PARTNERSHIP = "partnership"
    NONPROFIT = "nonprofit"
    GOVERNMENT = "government"


class ClaimWord(StrEnum):
    """Kinds of claims that some laws treat apart; leave out for all."""

    TRADE = "trade"  # between businesses
    CONSUMER = "consumer"  # for personal, family or household purposes
    CONSUMER_CREDIT = "consumer_credit"
    PERSONAL_DEBT = "personal_debt"  # of a natural person, not for a business; consumer claims are among them
    GUARANTY = "guaranty"
    CONSTRUCTION = "construction"
    HOME_IMPROVEMENT = "home_improvement"
    RETURNED_CHECK = "returned_check"


class ContractKind(StrEnum):
    """Kinds of agreements that limitation periods tell apart."""

    WRITTEN = "written"
    ORAL = "oral"
    OPEN_ACCOUNT = "open_account"
    ACCOUNT_STATED = "account_stated"
    SALE_OF_GOODS = "sale_of_goods"


class Role(StrEnum):
    """Who furnished work on a building."""

    PRIME = "prime"
    SUBCONTRACTOR = "subcontractor"
    SUPPLIER = "supplier"
    DESIGNER = "designer"


class Project(StrEnum):
    """What was built, for liens and bonds."""

    RESIDENTIAL = "residential"
    COMMERCIAL = "commercial"
    PUBLIC = "public"


PARENTS = {
    "individual": "natural_person",
    "sole_proprietor": "natural_person",
    "natural_person": "any",
    "llc": "entity",
    "corporation": "entity",
    "partnership": "entity",
    "nonprofit": "entity",
    "government": "entity",
    "entity": "any",
    "consumer_credit": "consumer",
    "home_improvement": "consumer",
    "consumer": "personal_debt",
}
