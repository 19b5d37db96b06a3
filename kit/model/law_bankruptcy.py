"""Answers about a claim in bankruptcy: how long it may wait, what ranks it, what it must carry."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from kit.model.fields import Amount, Count, Day, Flag, Line
from kit.model.law_shape import LawModel, Shape
from kit.model.law_words import Say


class ChapterNumber(StrEnum):
    """A chapter of the Bankruptcy Code under which a case may stand."""

    SEVEN = "7"
    NINE = "9"
    ELEVEN = "11"
    TWELVE = "12"
    THIRTEEN = "13"
    FIFTEEN = "15"


class CaseEvent(StrEnum):
    """The event in a bankruptcy case from which days are counted."""

    ORDER_FOR_RELIEF = "order_for_relief"  # the petition, where the debtor itself filed
    FIRST_DATE_SET_FOR_MEETING = "first_date_set_for_the_meeting_of_creditors"  # whether or not it is held then


class ClaimPeriod(LawModel):
    """How long some creditors have in some chapters."""

    chapters: tuple[ChapterNumber, ...] = Field(min_length=1)
    involuntary: Flag = False  # cases that creditors filed
    voluntary: Flag = False  # cases that the debtor filed; both left out: both
    government: Flag = False  # claims of governmental units, and only those
    days: Count
    counted_from: CaseEvent
    conversion_restarts: Flag = False  # an order converting the case to such a chapter starts the days anew
    law: Line

    def reaches(self, chapter: str, *, involuntary: bool, government: bool) -> bool:
        """Whether this is the period of such a creditor in such a case."""
        by_filing = not (self.voluntary and involuntary) and not (self.involuntary and not involuntary)
        return chapter in self.chapters and by_filing and self.government is government


class ClaimDeadline(Shape):
    """When a proof of claim must be filed."""

    periods: tuple[ClaimPeriod, ...] = Field(min_length=1)
    court_sets: tuple[ChapterNumber, ...] = ()  # the court sets the day in these chapters
    court_sets_law: Line | None = None  # by which rule it does
    court_sets_for_rejected_contract: Flag = False
    days_after_avoidance: Count | None = None  # for a claim that arises by handing a payment back
    reconversion_restarts: Say = Say.NOT_RESEARCHED  # back to chapter 7 after its first time ran out

    def of(self, chapter: str, *, involuntary: bool = False, government: bool = False) -> ClaimPeriod | None:
        """Return the period of such a creditor in a case under ``chapter``; None where no number of days is set."""
        asked = {"involuntary": involuntary, "government": government}
        return next((one for one in self.periods if one.reaches(chapter, **asked)), None)


class NoAssetNotice(Shape):
    """A notice that there is nothing to share out, and the one that may follow it."""

    chapters: tuple[ChapterNumber, ...]
    claim_needed: Say
    notice_days: Count  # that the later notice gives at least


class ClaimExtension(Shape):
    """More time for a claim, from the court."""

    days: Count
    counted_from: Line
    after_expiry: Say  # whether it may be asked for when the time has run out
    grounds: tuple[Line, ...] = Field(min_length=1)  # one of them is needed


class PriorityAmounts(Shape):
    """What is paid before other unsecured claims, and up to how much."""

    wages: Amount  # of one individual, § 507(a)(4); contributions to benefit plans share it, (a)(5)
    wages_days: Count  # before the petition or the end of the business
    sales_commissions_percent: Count | None = None  # of a contractor's earnings that came from the debtor
    deposits: Amount  # of one consumer, § 507(a)(7)
    next_adjustment: Day | None = None


class TwentyDayGoods(Shape):
    """Goods that the debtor received shortly before the petition, paid as an expense of the estate."""

    days: Count
    goods_only: Say
    ordinary_course: Say  # of the debtor's business
    on_claim_form: Say
    asked_for_by: Line | None = None


class Reclamation(Shape):
    """A seller's demand for the return of goods that an insolvent buyer received."""

    received_within_days: Count  # before the petition
    demand_days: Count  # after receipt
    after_petition_days: Count  # where the days after receipt end after the petition
    in_writing: Say
    ordinary_course: Say  # of the seller's business


class Preference(Shape):
    """Payments before the petition that the trustee may take back."""

    days: Count
    insider_years: Count
    small_consumer: Amount  # less than this is left alone, where a person's debts are mostly consumer debts
    small_other: Amount  # and where they are not
    home_venue_below: Amount | None = None  # the trustee sues for less where the creditor is, 28 U.S.C. § 1409(b)
    ordinary_course_kept: Flag = False
    new_value_kept: Flag = False
    diligence_needed: Flag = False  # the trustee weighs known defences first


class Nondischargeability(Shape):
    """When a creditor must sue to keep a debt out of the discharge."""

    chapters: tuple[ChapterNumber, ...] = Field(min_length=1)
    days: Count
    counted_from: CaseEvent
    conversion_restarts: Flag = False  # to chapter 7
    natural_person_only: Flag = False
    grounds: tuple[Line, ...] = Field(min_length=1)
    after_expiry: Say  # whether more time may be asked for when the time has run out


class CodebtorStay(Shape):
    """Others who owe the debt too and may not be asked for it."""

    chapters: tuple[ChapterNumber, ...] = Field(min_length=1)
    natural_person_only: Flag = False
    consumer_debts_only: Flag = False
    business_left_out: Flag = False  # whoever became liable in the ordinary course of business is not covered
    until_event: Line


class LateClaims(Shape):
    """What becomes of a claim that is filed late."""

    paid_last: tuple[ChapterNumber, ...] = ()  # after the claims in time, before penalties
    unaware_in_time: Flag = False  # without notice or knowledge, filed while payment can be made: as if in time
    disallowed: tuple[ChapterNumber, ...] = ()  # if anybody objects
    excusable_neglect: tuple[ChapterNumber, ...] = ()  # the court may take it where the lateness is excused
    may_amend: Say  # a claim that was filed in time


class LimitationAfterStay(Shape):
    """Time to sue that ran out during the stay."""

    days: Count
    counted_from: Line


class ClaimForm(Shape):
    """The official form of a proof of claim."""

    number: Line
    title: Line
    revision: Line
    pages: Count
    url: Line | None = None


class ClaimSigning(Shape):
    """Who signs a proof of claim."""

    creditor_or_agent: Say
    lawyer_needed: Say
    under_penalty_of_perjury: Say


class ClaimAttachments(Shape):
    """What goes with a proof of claim."""

    writing: Flag = False  # a copy of the writing that the claim rests on
    lost_writing_statement: Flag = False
    itemised_against_person: Flag = False  # principal, interest, fees and charges before the petition
    proof_of_perfection: Flag = False
    copies_only: Flag = False


class ClaimRedaction(Shape):
    """What a public filing may show of private numbers and names."""

    tax_number_digits: Count  # the last ones, of a social security or taxpayer number
    account_digits: Count  # the last ones, of a financial account
    birth_year_only: Flag = False
    minors_initials_only: Flag = False
    waived_by_filing: Flag = False  # of one's own numbers, shown without redaction
