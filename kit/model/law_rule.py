"""What a rule is: a question of law, the event that dates it, and the shape of its answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kit.model.fields import Amount, Percent
from kit.model.law_contracts import Consent
from kit.model.law_debts import Expiry
from kit.model.law_names import RuleName
from kit.model.law_words import ChosenBy, Level, Unit

STATE, FEDERAL = frozenset({Level.STATE}), frozenset({Level.FEDERAL})
BOTH = STATE | FEDERAL


@dataclass(frozen=True, slots=True)
class Rule:
    """A question of law and the form of its answer."""

    name: RuleName
    asks: str
    chosen_by: ChosenBy  # unless a file says otherwise
    shape: Any  # the type of the value
    selectors: tuple[str, ...]  # what a row of this rule may turn on
    levels: frozenset[Level] = STATE

    @property
    def unit(self) -> Unit:
        """What the value is measured in."""
        fixed = {id(Amount): Unit.USD, id(Percent): Unit.PERCENT_PER_YEAR}
        return fixed.get(id(self.shape), Unit.WORD if self.shape in (Expiry, Consent) else Unit.TERMS)
