"""News of the debtor's bankruptcy as it came in; later news is laid over earlier."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from pydantic import Field

from kit.model.bankruptcy import Bankruptcy, Chapter, Conversion, EarlierBankruptcy, FiledClaim, Official, ReliefOrder
from kit.model.entered import Entered
from kit.model.fields import Amount, Day, Flag, Line


class BankruptcyNews(Entered):
    """One notice or order; ``on`` is the day it became known."""

    event: Literal["bankruptcy"]
    petition_on: Day | None = None
    chapter: Chapter | None = None
    involuntary: Flag | None = None
    order_for_relief_on: Day | None = None
    court: Line | None = None
    district: Line | None = None
    court_state: Line | None = None
    number: Line | None = None
    meeting_on: Day | None = None
    no_asset_notice_on: Day | None = None
    asset_notice_on: Day | None = None
    bar_date: Day | None = None
    converted_on: Day | None = None
    converted_to: Chapter | None = None
    dismissed_on: Day | None = None
    dismissal_notice_on: Day | None = None
    discharged_on: Day | None = None
    closed_on: Day | None = None
    closed_without_discharge: Flag | None = None
    spouse_only: Flag | None = None
    judge: Line | None = None
    joint_debtor: Line | None = None
    trustee: Line | None = Field(None, description="The trustee's name; the address stands in the case.")
    claims_agent: Line | None = Field(None, description="The claims agent's name or website.")
    government_bar_date: Day | None = None
    goods_on_form: Flag | None = None
    relief_on: Day | None = None
    relief_text: Line | None = None
    relief_against_debtor: Flag | None = None
    claim_on: Day | None = Field(None, description="A proof of claim was filed.")
    claim_number: Line | None = None
    claim_amount: Amount | None = None
    rejected_contract_on: Day | None = None


_LISTED = {"converted_on", "converted_to", "relief_on", "relief_text", "relief_against_debtor", "claim_on",
           "claim_number", "claim_amount", "trustee", "claims_agent"}  # fmt: skip
ENDS = ("dismissed_on", "discharged_on", "closed_on")  # what ends a case, as far as the stay goes
_ENTRY = {"n", "on", "text", "event"}


def laid_over(known: Bankruptcy | None, news: tuple[BankruptcyNews, ...]) -> Bankruptcy | None:
    """Return the bankruptcy as ``known`` from the case with ``news`` laid over it, oldest first.

    None where no petition is known. Raises pydantic's `ValidationError` where the days cannot be.
    """
    said: dict[str, Any] = dict(known) if known else {}
    for one in news:
        if one.petition_on and is_new(said, one.petition_on):
            said = {"earlier": (*said.get("earlier", ()), _ended(said)), "security": said.get("security")}
        plain = one.model_dump(exclude_none=True, exclude=_LISTED | _ENTRY)
        said |= plain
        if one.converted_on and one.converted_to:
            said["converted"] = (*said.get("converted", ()), Conversion(on=one.converted_on, to=one.converted_to))
        for name in ("trustee", "claims_agent"):
            if named := getattr(one, name):
                said[name] = _official(said.get(name), named)
        if one.relief_on:
            order = ReliefOrder(
                on=one.relief_on, text=one.relief_text or "", against_debtor=bool(one.relief_against_debtor)
            )
            said["relief_orders"] = (*said.get("relief_orders", ()), order)
        if one.claim_on:
            claim = FiledClaim(on=one.claim_on, number=one.claim_number, amount=one.claim_amount)
            said["claims"] = (*said.get("claims", ()), claim)
    return Bankruptcy.model_validate(said) if said.get("petition_on") else None


def is_new(said: Mapping[str, Any], petition_on: date) -> bool:
    """Whether a petition is another than the one that ``said`` tells of, whose case had ended by then."""
    ended = [day for name in ENDS if (day := said.get(name))]
    known = said.get("petition_on")
    return bool(known and ended) and known != petition_on and min(ended) <= petition_on


def _ended(said: Mapping[str, Any]) -> EarlierBankruptcy:
    return EarlierBankruptcy.model_validate({name: said.get(name) for name in EarlierBankruptcy.model_fields})


def _official(known: Official | None, name: str) -> Official:
    """Return an official by name: with the address on record where the name is the same, else without one."""
    return known if known and known.name == name else Official(name=name)
