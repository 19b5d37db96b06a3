"""What a proof of claim asks, item by item: the vocabulary of Official Form 410 and of whatever conforms to it.

Nothing is computed here. As on a court's form, empty text says that there is
nothing to say, and None that nobody has said it yet, so the place is left to the
person who signs. The signature and its day are never answered.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from kit.documents.forms.claim_form_people import (
    ROLES,
    BankruptcyCourt,
    ClaimAddress,
    ClaimCreditor,
    ClaimSigner,
    Debtors,
)
from kit.documents.forms.court_answers import Attachment
from kit.documents.forms.proceeding_answers import CaseAnswers

NATURES = ("real_estate", "motor_vehicle", "other")
RATES = ("fixed", "variable")
WORDS = {"signer.role": ROLES, "secured.nature": NATURES, "secured.rate_kind": RATES}
Amount = Decimal | str | None  # empty text: none


@dataclass(frozen=True, slots=True)
class Acquired:
    """Item 2: whether somebody else had the claim before."""

    yes: bool | None = False
    from_whom: str = ""


@dataclass(frozen=True, slots=True)
class DayParts:
    """A day, whole and in figures of two and four."""

    on: date | str | None = ""
    month: str = ""
    day: str = ""
    year: str = ""

    @classmethod
    def of(cls, day: date) -> DayParts:
        """Return ``day`` in both ways."""
        return cls(day, f"{day:%m}", f"{day:%d}", f"{day:%Y}")


@dataclass(frozen=True, slots=True)
class Amends:
    """Item 4: the earlier claim that this one amends."""

    yes: bool | None = False
    number: str = ""
    filed: DayParts = field(default_factory=DayParts)


@dataclass(frozen=True, slots=True)
class OtherFiler:
    """Item 5: whether somebody else has filed this claim."""

    yes: bool | None = False
    who: str = ""


@dataclass(frozen=True, slots=True)
class DebtorAccount:
    """Item 6: the last four signs of the number by which the creditor knows the debtor, never more."""

    yes: bool | None = False
    last_four: str = ""
    digit_1: str = ""
    digit_2: str = ""
    digit_3: str = ""
    digit_4: str = ""

    @classmethod
    def of(cls, number: str) -> DebtorAccount:
        """Return the end of an account's or customer's number; no answer of yes where there is none."""
        signs = "".join(char for char in number if char.isalnum())[-4:]
        return cls(bool(signs), signs, *signs.rjust(4)) if signs else cls()


@dataclass(frozen=True, slots=True)
class ClaimSum:
    """Items 7 and 8: the amount on the day of the petition, in US dollars, and what it rests on."""

    amount: Decimal | None = None
    includes_charges: bool | None = None
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class SecuredPart:
    """Item 9; an unpaid invoice is normally not secured."""

    yes: bool | None = False
    nature: str = ""  # one of NATURES
    property: str = ""
    perfection: str = ""
    value: Amount = ""
    secured_part: Amount = ""
    unsecured_part: Amount = ""
    cure: Amount = ""
    rate_percent: str = ""
    rate_kind: str = ""  # one of RATES


@dataclass(frozen=True, slots=True)
class LeasePart:
    """Item 10."""

    yes: bool | None = False
    cure: Amount = ""


@dataclass(frozen=True, slots=True)
class SetoffPart:
    """Item 11: what the creditor owes the debtor in turn."""

    yes: bool | None = False
    property: str = ""


@dataclass(frozen=True, slots=True)
class PriorityPart:
    """One kind of priority."""

    yes: bool = False
    amount: Amount = ""


@dataclass(frozen=True, slots=True)
class PriorityPartsOfClaim:
    """Item 12; 11 U.S.C. § 507(a)(1), (7), (4), (8), (5) and others."""

    yes: bool | None = False
    support: PriorityPart = field(default_factory=PriorityPart)
    deposits: PriorityPart = field(default_factory=PriorityPart)
    wages: PriorityPart = field(default_factory=PriorityPart)
    taxes: PriorityPart = field(default_factory=PriorityPart)
    benefits: PriorityPart = field(default_factory=PriorityPart)
    other: PriorityPart = field(default_factory=PriorityPart)
    subsection: str = ""


@dataclass(frozen=True, slots=True)
class ClaimFormAnswers:
    """Every answer of a proof of claim, by the path in which its names stand: `secured.value`."""

    debtors: Debtors = field(default_factory=Debtors)
    court: BankruptcyCourt = field(default_factory=BankruptcyCourt)
    case: CaseAnswers = field(default_factory=CaseAnswers)
    creditor: ClaimCreditor = field(default_factory=ClaimCreditor)
    acquired: Acquired = field(default_factory=Acquired)
    notices: ClaimAddress = field(default_factory=ClaimAddress)
    payments: ClaimAddress = field(default_factory=ClaimAddress)
    uniform_claim_identifier: str = ""
    amends: Amends = field(default_factory=Amends)
    other_filer: OtherFiler = field(default_factory=OtherFiler)
    account: DebtorAccount = field(default_factory=DebtorAccount)
    claim: ClaimSum = field(default_factory=ClaimSum)
    secured: SecuredPart = field(default_factory=SecuredPart)
    lease: LeasePart = field(default_factory=LeasePart)
    setoff: SetoffPart = field(default_factory=SetoffPart)
    priority: PriorityPartsOfClaim = field(default_factory=PriorityPartsOfClaim)
    signer: ClaimSigner = field(default_factory=ClaimSigner)
    attachment: Attachment = field(default_factory=Attachment)

    @property
    def plaintiff_names(self) -> str:
        """Whose paper it is, for the head of an attachment."""
        return self.creditor.name

    @property
    def defendant_names(self) -> str:
        """Against whom."""
        return "; ".join(filter(None, (self.debtors.first, self.debtors.second)))
