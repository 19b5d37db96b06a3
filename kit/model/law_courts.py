"""Answers about courts: who may bring what, where, how, and at what fee."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from kit.model.fields import Amount, Count, Day, Flag, Line, Percent
from kit.model.law_shape import LawModel, Shape
from kit.model.law_words import Say


class Counts(StrEnum):
    """Whether a part of the claim counts toward a limit."""

    COUNTS = "counts"
    EXCLUDED = "excluded"
    NOT_RESEARCHED = "not_researched"


class LimitCounts(Shape):
    """Which parts of a claim count toward the court's limit."""

    interest: Counts = Counts.NOT_RESEARCHED  # given by statute
    contract_interest: Counts = Counts.NOT_RESEARCHED
    late_fees: Counts = Counts.NOT_RESEARCHED
    attorney_fees: Counts = Counts.NOT_RESEARCHED
    costs: Counts = Counts.NOT_RESEARCHED


class CapPeriod(StrEnum):
    """The time over which filings are counted."""

    CALENDAR_YEAR = "calendar_year"
    CALENDAR_MONTH = "calendar_month"
    TWELVE_MONTHS = "twelve_months"
    WEEK = "week"
    DAY = "day"


class CapScope(StrEnum):
    """Where filings are counted."""

    STATE = "state"
    COUNTY = "county"
    COURT = "court"


class FilingCap(LawModel):
    """At most ``number`` claims a ``period``; beyond it the claim is barred, or costs ``higher_fee``."""

    number: Count
    period: CapPeriod
    over: Amount | None = None  # only claims over this amount are counted
    scope: CapScope = CapScope.STATE
    higher_fee: Amount | None = None  # the price of going beyond; without it, barred
    sworn: Flag = False  # the filer declares it on the form


class FilingCaps(Shape):
    """Every cap on how often one plaintiff may file."""

    caps: tuple[FilingCap, ...]


class Agent(StrEnum):
    """Through whom an entity may act without a lawyer."""

    OFFICER = "officer"
    DIRECTOR = "director"
    MEMBER = "member"
    PARTNER = "partner"
    OWNER = "owner"
    EMPLOYEE = "employee"
    REGULAR_EMPLOYEE = "regular_employee"  # not engaged for this suit alone
    AUTHORIZED_AGENT = "authorized_agent"


class Standing(Shape):
    """Whether an entity may act without a lawyer, and through whom."""

    entity_without_lawyer: Say = Say.NOT_RESEARCHED
    through: tuple[Agent, ...] = ()
    authority_in_writing: Say = Say.NOT_RESEARCHED
    form: Line | None = None  # number of the authorization form


class WhoMayFile(Standing):
    """Who may be plaintiff, and who may sign for an entity."""

    natural_person: Say = Say.NOT_RESEARCHED
    entity: Say = Say.NOT_RESEARCHED
    assignee: Say = Say.NOT_RESEARCHED
    collection_agency: Say = Say.NOT_RESEARCHED
    entity_in_state_only: Say = Say.NOT_RESEARCHED


class Lawyers(StrEnum):
    """Lawyers at the hearing."""

    ALLOWED = "allowed"
    BARRED = "barred"
    BY_LEAVE = "by_leave"
    NOT_RESEARCHED = "not_researched"


class WhoMayAppear(Standing):
    """Who may speak at the hearing."""

    lawyers: Lawyers = Lawyers.NOT_RESEARCHED


class AppealKind(StrEnum):
    """What an appeal is."""

    NEW_TRIAL = "new_trial"
    ON_THE_RECORD = "on_the_record"
    SUBSTANTIAL_JUSTICE = "substantial_justice"
    NOT_RESEARCHED = "not_researched"


class WhoMayAppeal(Standing):
    """Who may appeal, within how many days, to which court."""

    plaintiff: Say = Say.NOT_RESEARCHED
    defendant: Say = Say.NOT_RESEARCHED
    days: Count | None = None
    days_if_mailed: Count | None = None
    counted_from: Line | None = None
    to: Line | None = None
    what: AppealKind = AppealKind.NOT_RESEARCHED
    bond: Amount | None = None  # of a plaintiff


class DemandMethod(StrEnum):
    """How a demand must travel."""

    ANY = "any"
    MAIL = "mail"
    CERTIFIED_MAIL = "certified_mail"
    REGISTERED_MAIL = "registered_mail"
    PERSONAL = "personal"
    EMAIL = "email"


class Demand(Shape):
    """A written demand before filing; ``days`` must pass, ``at_most_days`` may not."""

    required: Say
    written: Say = Say.NOT_RESEARCHED
    days: Count | None = None
    at_most_days: Count | None = None
    methods: tuple[DemandMethod, ...] = ()
    must_say: tuple[Line, ...] = ()
    certified_to_court: Say = Say.NOT_RESEARCHED


class Excess(Shape):
    """What becomes of the part of a claim over the limit."""

    may_waive: Say
    effective: Line | None = None  # when the waiver binds
    splitting_barred: Say = Say.NOT_RESEARCHED


class Ground(StrEnum):
    """Where a suit may be brought."""

    DEFENDANT_LIVES = "defendant_lives"
    DEFENDANT_WORKS = "defendant_works"
    DEFENDANT_DOES_BUSINESS = "defendant_does_business"
    DEFENDANT_OFFICE = "defendant_office"
    CONTRACT_MADE = "contract_made"
    CONTRACT_SIGNED_BY_DEFENDANT = "contract_signed_by_defendant"
    CONTRACT_PERFORMED = "contract_performed"
    CONTRACT_BROKEN = "contract_broken"
    PAYMENT_DUE = "payment_due"
    CLAIM_AROSE = "claim_arose"
    PLAINTIFF_LIVES = "plaintiff_lives"
    ANYWHERE_IN_STATE = "anywhere_in_state"


class Venue(Shape):
    """The grounds of venue."""

    grounds: tuple[Ground, ...] = Field(min_length=1)


class Tier(LawModel):
    """A fee for claims up to an amount; the last tier may be open above."""

    up_to: Amount | None = None
    fee: Amount


class FilingFee(Shape):
    """What filing costs: tiers, a percentage, or fixed by each court."""

    tiers: tuple[Tier, ...] = ()
    percent: Percent | None = None  # of the claim
    minimum: Amount | None = None
    maximum: Amount | None = None
    local: Flag = False  # each court or county sets or adds to it
    extra: Line | None = None  # service, postage and the like
    published: Day | None = None  # the day of the fee list


class ServiceMethod(StrEnum):
    """How papers reach the defendant."""

    CLERK_MAIL = "clerk_mail"
    CLERK_CERTIFIED_MAIL = "clerk_certified_mail"
    PARTY_CERTIFIED_MAIL = "party_certified_mail"
    SHERIFF = "sheriff"
    CONSTABLE = "constable"
    PROCESS_SERVER = "process_server"
    ADULT_NON_PARTY = "adult_non_party"
    SUBSTITUTED = "substituted"
    ACKNOWLEDGED_MAIL = "acknowledged_mail"
    ELECTRONIC = "electronic"
    PUBLICATION = "publication"


class Service(Shape):
    """Service of the claim: by whom, how, and how many days before the hearing."""

    methods: tuple[ServiceMethod, ...] = ()
    days_before_hearing: Count | None = None
    days_before_hearing_outside: Count | None = None  # defendant outside the county
    proof_days_before: Count | None = None
    answer_days: Count | None = None
    hearing_from_days: Count | None = None  # after filing
    hearing_to_days: Count | None = None
    beyond_state_line: Say = Say.NOT_RESEARCHED


class CourtForm(LawModel):
    """An official form."""

    number: Line | None = None
    title: Line
    url: Line | None = None
    page_read: Flag = False


class CourtForms(Shape):
    """The forms a court hands out."""

    forms: tuple[CourtForm, ...]
