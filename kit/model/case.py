"""One debt: what `case.yaml` and `kit.yaml` say, and the case with its journal folded in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field, PrivateAttr

from kit.findings import Place
from kit.model.account import Cost, Credit, Exhibit, Invoice, Payment
from kit.model.agreement import Agreement
from kit.model.bankruptcy import Bankruptcy
from kit.model.bankruptcy_event import BankruptcyNews
from kit.model.change import Change
from kit.model.client import ClientCheck, CreditApplication
from kit.model.court_event import Appealed, Dismissed, Filed, Hearing, Judgment, Satisfied, Served
from kit.model.deal_event import (
    Adjusted,
    Closed,
    Commission,
    Ended,
    HandedOff,
    PassedOn,
    Returned,
    Settled,
    Signed,
    Tendered,
)
from kit.model.event import Answered, Called, Disputed, Event, Held, Promised, Waived
from kit.model.fields import Day, Flag, Frozen, Line, Percent, Shorthand
from kit.model.file_format import Format
from kit.model.money import Currency
from kit.model.options import Assumptions
from kit.model.paper_event import Made, Sent
from kit.model.party import Address, Creditor, Debtor, Forum, Guarantor
from kit.model.small_claims import (
    Acknowledgment,
    AssignedFrom,
    EarlierFiling,
    Insolvency,
    Private,
    Setoff,
    SmallClaims,
)


class Purpose(StrEnum):
    """Why the debtor bought; consumer law turns on it."""

    BUSINESS = "business"
    CONSUMER = "consumer"


class WorkKind(StrEnum):
    """What was supplied."""

    SERVICES = "services"
    GOODS = "goods"
    CONSTRUCTION = "construction"


def _work(value: Any) -> Any:
    return {"kind": value} if isinstance(value, str) else value


class Work(Frozen):
    """The work or goods; construction has a property and two days that start lien deadlines."""

    kind: WorkKind = WorkKind.SERVICES
    text: Line | None = None
    place: Address | None = Field(None, description="Where the work was done; for construction, the property.")
    owner: Line | None = None
    general_contractor: Line | None = None
    first_day: Day | None = None
    last_day: Day | None = None
    home_improvement: Flag = False
    licence_needed: Flag = False


class RateOverride(Frozen):
    """A rate the law's table does not reach yet, read by the user."""

    rule: Line
    starts: Day = Field(alias="from")
    percent: Percent
    source: Line


class InterestChoices(Frozen):
    """What the user supplies where the law data ends."""

    rate_overrides: tuple[RateOverride, ...] = ()


class Leave(Frozen):
    """What the holder of a pledged claim has agreed to, in writing."""

    covers: Literal["plan", "settlement", "handoff"]
    on: Day
    by: Line


class LegalAction(Frozen):
    """The creditor's recorded decision to sue; without it letters say `may`."""

    decided_on: Day
    not_before: Day


class CaseFile(Frozen):
    """`case.yaml` as the user wrote it."""

    format: Format
    title: Line | None = None
    creditor: Creditor | None = None
    debtor: Debtor
    guarantors: tuple[Guarantor, ...] = ()
    purpose: Purpose = Purpose.BUSINESS
    work: Annotated[Work, Shorthand(_work, "string")] = Work()
    agreement: Agreement = Agreement()
    changes: tuple[Change, ...] = Field((), description="Change orders to the agreement, oldest first.")
    forum: Forum | None = None
    currency: Currency = "USD"
    invoices: tuple[Invoice, ...] = ()
    credits: tuple[Credit, ...] = ()
    payments: tuple[Payment, ...] = ()
    costs: tuple[Cost, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    acknowledgments: tuple[Acknowledgment, ...] = Field((), description="Where the debtor admitted the debt.")
    setoffs: tuple[Setoff, ...] = Field((), description="What the debtor says you owe in turn.")
    assigned_from: AssignedFrom | None = Field(None, description="Whose claim it was before.")
    bankruptcy: Bankruptcy | None = None
    insolvency: Insolvency | None = Field(None, description="A proceeding other than bankruptcy.")
    small_claims: SmallClaims = SmallClaims()
    private: Private = Private()
    interest: InterestChoices = InterestChoices()
    legal_action: LegalAction | None = None
    leave: tuple[Leave, ...] = Field((), description="What the holder of a pledged claim agreed to.")
    client_check: ClientCheck = ClientCheck()
    credit_application: CreditApplication = CreditApplication()
    options: Assumptions = Field(Assumptions(), description="Figures of this debt for `kit options`.")
    ladder: Line | None = Field(
        None, description="Another ladder than kit.yaml names; `none`: this debtor is not chased."
    )


class Case(CaseFile):
    """A case with its journal folded in: payments merged, what was sent, heard, disputed and held in order."""

    id: str = ""  # the folder's name
    events: tuple[Event, ...] = ()  # in order, undone ones left out
    made: tuple[Made, ...] = ()
    sent: tuple[Sent, ...] = ()
    called: tuple[Called, ...] = ()
    answers: tuple[Answered, ...] = ()
    promises: tuple[Promised, ...] = ()
    disputes: tuple[Disputed, ...] = ()  # those not released
    holds: tuple[Held, ...] = ()  # those not released
    waivers: tuple[Waived, ...] = ()
    filings: tuple[Filed, ...] = ()
    services: tuple[Served, ...] = ()
    hearings: tuple[Hearing, ...] = ()
    judgments: tuple[Judgment, ...] = ()
    appeals: tuple[Appealed, ...] = ()
    satisfied: tuple[Satisfied, ...] = ()
    news: tuple[BankruptcyNews, ...] = ()  # of the debtor's bankruptcy, folded into `bankruptcy`
    dismissals: tuple[Dismissed, ...] = ()
    signed: tuple[Signed, ...] = ()
    ended: tuple[Ended, ...] = ()
    settled: tuple[Settled, ...] = ()
    tendered: tuple[Tendered, ...] = ()
    adjusted: tuple[Adjusted, ...] = ()
    handed_off: tuple[HandedOff, ...] = ()
    returned: tuple[Returned, ...] = ()
    commissions: tuple[Commission, ...] = ()
    passed_on: tuple[PassedOn, ...] = ()
    closed: Closed | None = None  # unless it was reopened since
    filed_before: tuple[EarlierFiling, ...] | None = None  # of kit.yaml and the case together; None: nobody said
    logo: bytes | None = None

    _find: Callable[..., Place] | None = PrivateAttr(default=None)
    _origins: Mapping[str, Place] = PrivateAttr(default_factory=dict)

    def place(self, *loc: str | int) -> Place | None:
        """Return where `case.yaml` says the value at ``loc``, or the nearest thing around it."""
        return self._find(*loc) if self._find else None

    def origin(self, item: str) -> Place | None:
        """Return where an item such as ``payment:P-1`` or ``entry:3`` stands, in whichever file."""
        return self._origins.get(item)

    def at(self, find: Callable[..., Place], origins: Mapping[str, Place]) -> Case:
        """Return the case knowing where its facts stand."""
        known = self.model_copy()
        known._find = find  # noqa: SLF001 - its own kind
        known._origins = dict(origins)  # noqa: SLF001
        return known

    @property
    def law_code(self) -> str | None:
        """The jurisdiction whose law governs the agreement: as agreed, else the forum, else the debtor's state."""
        return self.agreement.governing_law or self.forum_code

    @property
    def forum_code(self) -> str | None:
        """The jurisdiction of the court: as written, else where the debtor is."""
        if self.forum:
            return self.forum
        address = self.debtor.address
        return f"us-{address.state.lower()}" if address else None

    @property
    def consumer(self) -> bool:
        """Whether consumer law reaches this debt: a natural person who did not buy for a business."""
        return self.purpose is Purpose.CONSUMER and self.debtor.kind.natural_person

    def due_on(self, invoice: Invoice) -> date | None:
        """Return when ``invoice`` is due: its own day, its own days, else the agreement's days; None if nobody said."""
        if invoice.due_on:
            return invoice.due_on
        days = invoice.net_days if invoice.net_days is not None else self.agreement.net_days
        return date.fromordinal(invoice.issued_on.toordinal() + days) if days is not None else None

    def total(self, invoice: Invoice) -> Decimal:
        """Return what ``invoice`` charges, in the case's currency."""
        return invoice.total(self.currency)
