"""What turns on the court's own rules of filing: the fee, and how often this plaintiff has filed.

Each is asked as it was tested before filing, so that a form cannot say otherwise than the check.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kit.checks.filing.caps import caps_of, count
from kit.checks.filing.fee import fee_of
from kit.checks.filing.suit import Suit, suit_of
from kit.facts import Facts
from kit.model.law_courts import FilingFee
from kit.model.law_names import RuleName
from kit.model.suit import suit_of as standing_suit


def filed_often(facts: Facts) -> bool | None:
    """Return whether this plaintiff filed so often that one more costs a higher fee; None where nobody said.

    A form drawn up again after filing does not count its own claim among the others.
    """
    stands = standing_suit(facts.case)
    others = tuple(one for one in facts.case.filings if stands is None or one.n != stands.filed.n)
    suit = suit_of(replace(facts, case=facts.case.model_copy(update={"filings": others})))
    often = [cap for cap in caps_of(suit) if cap.higher_fee is not None]
    if suit.case.filed_before is None or not often:
        return None
    return any(count(suit, cap) >= cap.number for cap in often)


def capped_from(suit: Suit) -> Decimal | None:
    """Return the amount from which the court counts the claims of one plaintiff."""
    return min((cap.over for cap in caps_of(suit) if cap.over is not None), default=None)


def fee_for(suit: Suit, amount: Decimal) -> Decimal | None:
    """Return the filing fee of a claim for ``amount`` where the law itself fixes it."""
    fee = suit.ask(RuleName.FILING_FEE, FilingFee).value if suit.court_id else None
    return None if fee is None or fee.local else fee_of(fee, amount)
