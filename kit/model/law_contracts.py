"""Answers about contracts, collecting and the work of freelancers."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from kit.model.fields import Amount, Count, Flag, Line, Number, Percent
from kit.model.law_shape import LawModel, Shape
from kit.model.law_words import ContractKind, Say


class ByContract(StrEnum):
    """What the law makes of a clause on attorney fees."""

    ALLOWED = "allowed"
    LIMITED = "limited"
    VOID = "void"
    NOT_RESEARCHED = "not_researched"


class ContractFees(Shape):
    """Attorney fees that a contract promises."""

    clause: ByContract
    reciprocal: Say = Say.NOT_RESEARCHED  # a clause for one side serves both
    notice_days: Count | None = None  # after default, before fees are owed
    percent_at_most: Percent | None = None  # of the debt
    own_staff_counts: Say = Say.NOT_RESEARCHED
    at_least_debt: Amount | None = None  # no fees on smaller debts
    both_sign_by_hand: Flag = False


class StatutoryFees(Shape):
    """Attorney fees that the law itself gives to a winner."""

    available: Say
    kinds: tuple[ContractKind, ...] = ()  # empty: every contract
    demand_days: Count | None = None
    percent: Percent | None = None
    at_most: Amount | None = None
    lawyer_needed: Say = Say.NOT_RESEARCHED


class WorkerKind(StrEnum):
    """Whom a freelancer law protects."""

    NATURAL_PERSON = "natural_person"
    ONE_PERSON_ENTITY = "one_person_entity"


class LeftOut(StrEnum):
    """Trades a freelancer law leaves out."""

    LAWYERS = "lawyers"
    MEDICAL = "medical"
    CONSTRUCTION = "construction"
    SALES_REPRESENTATIVES = "sales_representatives"


class ContractTerm(StrEnum):
    """What a freelancer's contract must state."""

    NAMES = "names"
    MAILING_ADDRESSES = "mailing_addresses"
    PHONE_NUMBERS = "phone_numbers"
    EMAIL_ADDRESSES = "email_addresses"
    ITEMISED_SERVICES = "itemised_services"
    VALUE_OF_SERVICES = "value_of_services"
    RATE_AND_METHOD = "rate_and_method"
    PAY_DATE = "pay_date"
    SERVICE_LIST_DATE = "service_list_date"
    NOTICE_OF_RIGHTS = "notice_of_rights"
    COPY_TO_WORKER = "copy_to_worker"
    SIGNATURE = "signature"


class Window(StrEnum):
    """The time over which small jobs are added up to reach a threshold."""

    DAYS_120 = "days_120"
    CALENDAR_YEAR = "calendar_year"
    WEEK = "week"


class Threshold(LawModel):
    """The pay from which a law applies."""

    amount: Amount
    window: Window


class FreelancerLaw(Shape):
    """A law on written contracts and prompt pay for freelancers."""

    name: Line
    thresholds: tuple[Threshold, ...] = Field(min_length=1)  # any one is enough
    protects: tuple[WorkerKind, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    listed_work_only: Line | None = None
    contract_terms: tuple[ContractTerm, ...] = ()
    default_due_days: Count | None = None  # after completion, where the contract names no date
    at_most_due_days: Count | None = None
    multiplier: Number | None = None  # what may be owed in all, as a multiple of the unpaid sum
    refusal_penalty: Amount | None = None  # a written contract was asked for and refused
    keep_years: Count | None = None
    years_to_sue: Count | None = None


class OwnDebtCollection(Shape):
    """Whether collection law reaches a creditor that collects its own debt."""

    consumer: Say
    commercial: Say = Say.NOT_RESEARCHED
    commercial_up_to: Amount | None = None  # owed in all
    commercial_natural_person_only: Flag = False  # debtor or guarantor
    law: Line | None = None
    calls: Count | None = None  # at most so many
    calls_days: Count | None = None  # in so many days
    days_after_talk: Count | None = None  # none for so many days from a conversation on
    not_before: Line | None = None  # the hours for calls at the debtor's place, as 08:00
    not_after: Line | None = None
    lawyer_only: Say = Say.NOT_RESEARCHED  # where the debtor has one, nobody else is contacted
    wish_binds: Say = Say.NOT_RESEARCHED  # a written wish not to be contacted
    others_barred: Say = Say.NOT_RESEARCHED  # nobody but the debtor is told
    licence_for_collecting_for_others: Say = Say.NOT_RESEARCHED


class Applied(StrEnum):
    """What a payment can be applied to."""

    COSTS = "costs"
    INTEREST = "interest"
    LATE_FEES = "late_fees"
    OLDEST_PRINCIPAL = "oldest_principal"
    MOST_BURDENSOME = "most_burdensome"
    LEAST_SECURED = "least_secured"
    PRO_RATA = "pro_rata"


class PaymentApplication(Shape):
    """The order of application when nobody has chosen, and who may choose."""

    debtor_may_direct: Say = Say.NOT_RESEARCHED
    creditor_may_elect: Say = Say.NOT_RESEARCHED
    order: tuple[Applied, ...] = Field(min_length=1)


class FullPayment(StrEnum):
    """Which law governs a check marked as payment in full."""

    UNIFORM = "uniform"  # UCC 3-311
    VARIED = "varied"
    NOT_IN_FORCE = "not_in_force"


class FullPaymentCheck(Shape):
    """What cashing a full-payment check does."""

    law: FullPayment
    protest_keeps_claim: Say = Say.NOT_RESEARCHED
    named_office: Say = Say.NOT_RESEARCHED
    agreed_in_writing: Say = Say.NOT_RESEARCHED  # the mark settles nothing unless the payee agrees in writing
    repay_days: Count | None = None


class Validity(StrEnum):
    """What the law makes of a clause."""

    VALID = "valid"
    VOID = "void"
    LIMITED = "limited"


class Clause(Shape):
    """Whether a clause stands, and where it does not."""

    validity: Validity
    void_for: tuple[Line, ...] = ()


class Guaranty(Shape):
    """What a personal guaranty needs."""

    in_writing: Say
    both_spouses_sign: Say = Say.NOT_RESEARCHED
    waivers_must_be_stated: Say = Say.NOT_RESEARCHED
    law: Line | None = None


class Consent(StrEnum):
    """Who must agree before a call is recorded."""

    ONE_PARTY = "one_party"
    ALL_PARTIES = "all_parties"


class WorkForHire(Shape):
    """Whether calling work made for hire makes an employer."""

    makes_employer: Say


class ClaimsPeriod(Shape):
    """When claims against an estate or a dissolved company end."""

    days: Count | None = None
    months: Count | None = None
    years: Count | None = None
    event: Line
    filed_with: Line | None = None
