"""What filing costs, in words: the fee of this claim's tier or percentage, and what comes on top."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kit.documents import wording
from kit.documents.contexts.court_law import CourtLaw, printed
from kit.model.case import Case
from kit.model.law_courts import FilingFee
from kit.model.law_names import RuleName
from kit.model.money import DOLLARS, to_minor

ASK = "Ask the clerk what filing costs, and how it may be paid."


@dataclass(frozen=True, slots=True)
class Fee:
    """The fee in short for a column, in full sentences, and as a sum where it is known to the cent."""

    short: str
    words: str
    amount: Decimal | None = None


def fee(case: Case, law: CourtLaw, claimed: Decimal) -> Fee:
    """Return the fee for a claim of ``claimed``, in the currency of ``case``."""
    rule, basis = law.of(RuleName.FILING_FEE, FilingFee), law.basis(RuleName.FILING_FEE)
    if rule is None:
        return Fee("not known: ask the clerk", f"The filing fee of this court is not on record. {ASK}")
    extra = f" On top of it: {printed(rule.extra.rstrip('.'))}." if rule.extra else ""
    listed = f" The fee list is of {wording.day(rule.published)}." if rule.published else ""
    if case.currency != DOLLARS:
        said = f"The claim is in {case.currency} and the fees of the court are in dollars. {ASK}"
        return Fee("in dollars: ask the clerk", f"{said}{extra} The fees stand in {basis}.")
    amount, how = _percentage(rule, claimed) if rule.percent is not None else _tier(rule, claimed)
    if amount is None:
        said = f"The fees on record do not reach a claim of {wording.money(claimed)}. {ASK}" if rule.tiers else ASK
        return Fee("not known: ask the clerk", f"{said}{extra} The fees stand in {basis}.")
    local = " Each court or county may set its own or add to it: ask the clerk." if rule.local else ""
    said = f"Filing costs {wording.money(amount)}, {how} ({basis}).{local}{extra}{listed}"
    return Fee(wording.money(amount), said, amount)


def _tier(rule: FilingFee, claimed: Decimal) -> tuple[Decimal | None, str]:
    """Return the fee of the tier that the claim falls into."""
    over = ""
    for tier in rule.tiers:
        if tier.up_to is None:
            return tier.fee, f"for a claim over {over}" if over else "whatever the claim"
        if claimed <= tier.up_to:
            return tier.fee, f"for a claim up to {wording.money(tier.up_to)}"
        over = wording.money(tier.up_to)
    return None, ""


def _percentage(rule: FilingFee, claimed: Decimal) -> tuple[Decimal, str]:
    """Return the share of the claim, within its bounds."""
    share = to_minor(claimed * (rule.percent or Decimal(0)) / 100)
    bounds = []
    if rule.minimum is not None:
        share, bounds = max(share, rule.minimum), [f"at least {wording.money(rule.minimum)}"]
    if rule.maximum is not None:
        share, bounds = min(share, rule.maximum), [*bounds, f"at most {wording.money(rule.maximum)}"]
    return share, ", ".join([f"{wording.percent(rule.percent or Decimal(0))} of the claim", *bounds])
