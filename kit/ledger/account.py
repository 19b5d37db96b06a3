"""An account on one day: what was charged, what came in, what is owed.

Amounts are exact decimals in the case's currency, rounded half up once for
each posting. The balance of the last posting is what is owed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from kit.findings import Finding
from kit.ledger.judgment_account import JudgmentAccount
from kit.ledger.terms import Cap, InterestTerms, Order, Pause
from kit.model.agreement import Bucket
from kit.model.money import ZERO


class Kind(StrEnum):
    """What a posting is."""

    CHARGE = "charge"
    CREDIT = "credit"
    LATE_FEE = "late_fee"
    INTEREST = "interest"
    TRIM = "trim"  # the part of a charge over a cap that is not owed
    COST = "cost"
    RETURNED_CHECK = "returned_check"
    REVERSAL = "reversal"  # of a payment that came back
    WAIVER = "waiver"
    RELEASE = "release"  # what a settlement gives up
    PAYMENT = "payment"
    APPLIED = "applied"  # money held for the debtor, used for a later charge


class Rule(StrEnum):
    """What sent a payment where it went."""

    DIRECTED = "directed"  # the debtor named the invoice
    ELECTED = "elected"  # the creditor chose in time
    ORDER = "order"  # the account's order of application
    RETURNED = "returned"  # nowhere: it came back unpaid


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a posting: which bucket of which due item it changed; an empty invoice is the account itself."""

    invoice: str
    number: int
    bucket: Bucket
    amount: Decimal
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Posting:
    """One line of the account. ``amount`` is added to what is owed; payments are below zero."""

    on: date
    kind: Kind
    ref: str  # the id of the invoice, payment, credit, cost or entry
    amount: Decimal
    shares: tuple[Share, ...] = ()
    rule: Rule | None = None  # payments: what decided
    held: Decimal = ZERO  # payments and credits: held for the debtor
    cite: str = ""  # charges for lateness: what allows them
    balance: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class InterestSpan:
    """Interest from ``start`` up to, not including, ``end``, at one rate on one base."""

    invoice: str
    number: int
    disputed: bool
    start: date
    end: date
    days: int
    percent: Decimal
    base: Decimal
    amount: Decimal
    cite: str
    by_law: bool = False  # beside the account, see Ledger.by_law


@dataclass(frozen=True, slots=True)
class Item:
    """One sum that falls due on one day, and what is left of it.

    ``disputed`` is the part of the balance, interest and fees included, that
    belongs to what the debtor contests.
    """

    invoice: str  # empty: fees and costs of the account as a whole
    number: int
    of: int
    issued_on: date | None
    due_on: date | None
    original: Decimal
    principal: Decimal
    interest: Decimal
    fees: Decimal
    costs: Decimal
    disputed: Decimal
    days_overdue: int  # 0 before its day has passed, or where nothing is owed on it

    @property
    def balance(self) -> Decimal:
        """All that is owed on the item."""
        return self.principal + self.interest + self.fees + self.costs

    @property
    def collectable(self) -> Decimal:
        """What is owed and not disputed."""
        return self.balance - self.disputed


@dataclass(frozen=True, slots=True)
class Totals:
    """The account in one line. ``total`` is what is owed after money held for the debtor; never below zero."""

    principal: Decimal
    interest: Decimal
    fees: Decimal
    costs: Decimal
    disputed: Decimal
    not_due: Decimal  # principal issued and not yet due
    overdue: Decimal  # principal past its due date, disputed parts included
    unapplied: Decimal  # money of the debtor that found nothing to pay
    total: Decimal
    collectable: Decimal  # what may be asked for: neither disputed nor covered by money held
    overpaid: Decimal  # what the creditor would owe back


@dataclass(frozen=True, slots=True)
class PerDiem:
    """Interest of the day after: exact, as printed, and as printed on what is not disputed."""

    exact: Decimal
    printed: Decimal
    undisputed: Decimal


@dataclass(frozen=True, slots=True)
class CapBreach:
    """Charges that went over a cap: by how much at the worst, and since when."""

    cap: Cap
    invoice: str
    number: int
    first_on: date
    worst_on: date
    allowed: Decimal
    charged: Decimal

    @property
    def excess(self) -> Decimal:
        """How much too much."""
        return self.charged - self.allowed


@dataclass(frozen=True, slots=True)
class ByLaw:
    """Interest that the law allows where none was agreed: a figure beside the account, for a court to add."""

    amount: Decimal
    per_diem: PerDiem
    cite: str
    through: date | None = None  # the last day counted, where the law's published rates end before the account's day


@dataclass(frozen=True, slots=True)
class Ledger:
    """What is owed on ``as_of``, and how it came about."""

    as_of: date
    currency: str
    postings: tuple[Posting, ...]
    items: tuple[Item, ...]
    totals: Totals
    per_diem: PerDiem
    spans: tuple[InterestSpan, ...]
    order: Order
    interest: InterestTerms | None = None
    by_law: ByLaw | None = None
    breaches: tuple[CapBreach, ...] = ()
    trimmed: Decimal = ZERO  # what caps took off
    unclaimed_costs: Decimal = ZERO  # spent, and not claimable now
    findings: tuple[Finding, ...] = ()
    pauses: tuple[Pause, ...] = ()  # the times of signed plans
    judgment: JudgmentAccount | None = None  # once the court decided; the rest is then as of the day of the judgment

    @property
    def claimable(self) -> tuple[Item, ...]:
        """The items a claim made today can hold: those past their day, and the charges of the account itself."""
        return tuple(item for item in self.items if item.days_overdue or not item.invoice)

    @property
    def demandable(self) -> Decimal:
        """What a letter may ask for today: what can be claimed and is not disputed, less money held for the debtor."""
        asked = sum((item.collectable for item in self.claimable if item.collectable > 0), ZERO)
        return max(ZERO, asked - self.totals.unapplied)

    @property
    def owed(self) -> Decimal:
        """What is owed today: on the judgment where there is one, else on the account."""
        return self.judgment.total if self.judgment else self.totals.total

    def item(self, invoice: str, number: int = 1) -> Item:
        """Return one due item; raises `KeyError` where there is none."""
        for item in self.items:
            if (item.invoice, item.number) == (invoice, number):
                return item
        raise KeyError(invoice)

    def of(self, invoice: str) -> tuple[Item, ...]:
        """Return the due items of an invoice."""
        return tuple(item for item in self.items if item.invoice == invoice)
