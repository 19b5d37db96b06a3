"""What a paper offers or agrees: a plan, a settlement, a hand-off."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from kit.model.handoff import HandoffTerms
from kit.model.plan import PlanTerms
from kit.model.settlement import SettlementTerms

Deal = Annotated[PlanTerms | SettlementTerms | HandoffTerms, Field(discriminator="kind")]
