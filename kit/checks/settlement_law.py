"""What the law says about settling this debt: the talks, the release, and the whole debt coming back.

The agreement's law governs release and default; the court's law says which
talks it does not hear.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from kit.facts import Facts
from kit.findings import Finding
from kit.model.inquiry import Inquiry
from kit.model.law import Answer, Jurisdiction
from kit.model.law_deals import FullDebt, GeneralRelease, SettlementDefault, SettlementTalks
from kit.model.law_names import RuleName
from kit.model.law_words import ChosenBy
from kit.model.selectors import days_of, selectors_of
from kit.model.settlement import Default, Stance

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SettlementLaw:
    """The answers, each with its citation; None and an empty citation where they are not on record."""

    talks: SettlementTalks | None
    talks_cite: str
    release: GeneralRelease | None
    release_cite: str
    full_debt: FullDebt  # whether a clause that brings the whole debt back stands
    full_debt_cite: str
    findings: tuple[Finding, ...]  # doubts about them
    used: tuple[Answer, ...]

    @property
    def safe_default(self) -> Default:
        """What a default leads to where nobody chose: the whole debt only where the law is known to let it."""
        return Default.WHOLE if self.full_debt is FullDebt.STANDS else Default.SETTLED_SUM


def settlement_law(facts: Facts, stance: Stance) -> SettlementLaw:
    """Return what the law says of a settlement of a debt that the debtor admits or disputes."""
    own, court = _asked(facts, facts.law), _asked(facts, facts.forum)
    talks, talks_cite = _value(court, facts, RuleName.SETTLEMENT_TALKS, SettlementTalks)
    release, release_cite = _value(own, facts, RuleName.GENERAL_RELEASE, GeneralRelease)
    default, default_cite = _value(own, facts, RuleName.SETTLEMENT_DEFAULT, SettlementDefault)
    word = FullDebt.NOT_RESEARCHED
    if default:
        word = default.admitted if stance is Stance.ADMITTED else default.disputed
    asked = [one for one in (own, court) if one]
    return SettlementLaw(
        talks=talks,
        talks_cite=talks_cite,
        release=release,
        release_cite=release_cite,
        full_debt=word,
        full_debt_cite=default_cite,
        findings=tuple(dict.fromkeys(found for one in asked for found in one.findings)),
        used=tuple(dict.fromkeys(answer for one in asked for answer in one.used)),
    )


def _asked(facts: Facts, law: Jurisdiction | None) -> Inquiry | None:
    """Return what asks ``law`` about an agreement of the day of ``facts``."""
    days = {**days_of(facts.case, facts.as_of), ChosenBy.AGREEMENT: facts.as_of}
    return Inquiry(law, selectors_of(facts.case), days) if law else None


def _value(inquiry: Inquiry | None, facts: Facts, rule: RuleName, shape: type[T]) -> tuple[T | None, str]:
    return inquiry.value(rule, facts.as_of, shape) if inquiry else (None, "")
