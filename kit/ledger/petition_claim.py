"""The claim of a petition day: its parts, each row of the itemised statement, each span of interest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kit.ledger.account import ByLaw, Ledger
from kit.ledger.judgment_account import JudgmentAccount
from kit.ledger.petition_scope import Later, LeftOut
from kit.model.bankruptcy import Security
from kit.model.money import ZERO, to_minor


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One invoice in the itemised statement (Fed. R. Bankr. P. 3001(c)(2)(A)), or the account's own charges.

    What was billed and charged, less what was credited, paid and waived, is what is left: `total`.
    """

    invoice: str  # empty: charges of the account as a whole
    issued_on: date | None
    due_on: date | None  # of its first instalment
    supplied_on: date | None  # the last day of the work or delivery, where the file says it
    billed: Decimal = ZERO
    interest_charged: Decimal = ZERO
    fees_charged: Decimal = ZERO
    costs_charged: Decimal = ZERO
    credited: Decimal = ZERO
    paid: Decimal = ZERO
    waived: Decimal = ZERO
    principal: Decimal = ZERO
    interest: Decimal = ZERO
    fees: Decimal = ZERO
    costs: Decimal = ZERO
    disputed: Decimal = ZERO  # of the total; it stays in the claim

    @property
    def charged(self) -> Decimal:
        """The interest, fees and costs that were added to it, paid ones too."""
        return self.interest_charged + self.fees_charged + self.costs_charged

    @property
    def total(self) -> Decimal:
        """What is claimed of it."""
        return self.principal + self.interest + self.fees + self.costs


@dataclass(frozen=True, slots=True)
class Segment:
    """Interest from ``start`` through ``last``, both counted, at one rate on one base."""

    invoice: str  # empty: on the judgment
    start: date
    last: date
    days: int
    percent: Decimal
    base: Decimal
    amount: Decimal
    cite: str


@dataclass(frozen=True, slots=True)
class PetitionClaim:
    """What was owed when the petition was filed. All sums are in the case's currency, rounded once each."""

    petition_on: date
    as_of: date  # the day whose knowledge it holds: what came back, what is disputed
    currency: str
    ledger: Ledger  # of the petition day
    rows: tuple[ClaimRow, ...]  # empty where the claim is a judgment
    segments: tuple[Segment, ...]
    judgment: JudgmentAccount | None
    principal: Decimal
    interest: Decimal
    fees: Decimal  # for lateness and returned checks
    costs: Decimal
    attorney_fees: Decimal  # that a court awarded
    disputed: Decimal
    held: Decimal  # money of the debtor in the creditor's hands: to be set off (§ 553)
    last_day: Decimal  # interest that the petition day itself added: so much less where a court stops the day before
    by_law: ByLaw | None  # interest that nobody agreed on: beside the claim
    security: Security | None
    left_out: tuple[LeftOut, ...]
    later: tuple[Later, ...]
    billed_later: tuple[str, ...]
    of_the_day: tuple[str, ...]
    judged_later: bool  # a judgment was entered after the petition; the stay makes it void or voidable

    @property
    def charges(self) -> Decimal:
        """Interest and other charges in the claim: what item 7 of the form asks about."""
        return self.interest + self.fees + self.costs + self.attorney_fees

    @property
    def one_sum(self) -> bool:
        """Whether the principal is a judgment in one sum, with the interest, costs and fees that it awarded."""
        one = self.judgment
        return one is not None and one.on_all and one.awarded.total != one.awarded.principal

    @property
    def total(self) -> Decimal:
        """The claim, before any set-off."""
        return self.principal + self.charges

    @property
    def setoff(self) -> Decimal:
        """How much of it money in hand covers; that part counts as secured (§ 506(a)(1))."""
        return min(self.held, self.total)

    @property
    def overpaid(self) -> Decimal:
        """What the creditor holds beyond the claim: the estate's."""
        return self.held - self.setoff

    @property
    def collateral(self) -> Decimal | None:
        """How much the security covers beyond the set-off; None where its value is not known.

        Security that was not perfected covers nothing: a trustee can set it aside (§ 544(a)).
        """
        if self.security is None or not self.security.perfected:
            return ZERO
        if self.security.value is None:
            return None
        return min(to_minor(self.security.value, self.currency), self.total - self.setoff)

    @property
    def secured(self) -> Decimal | None:
        """The secured part, set-off included; None where the value of the security is not known."""
        return None if self.collateral is None else self.setoff + self.collateral

    @property
    def unsecured(self) -> Decimal | None:
        """The rest; None where the value of the security is not known."""
        return None if self.secured is None else self.total - self.secured

    def row(self, invoice: str) -> ClaimRow:
        """Return the row of an invoice; raises `KeyError` where there is none."""
        for row in self.rows:
            if row.invoice == invoice:
                return row
        raise KeyError(invoice)
