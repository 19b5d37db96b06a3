"""News of an insolvency other than bankruptcy as it came in; later news is laid over earlier."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from kit.model.entered import Entered
from kit.model.fields import Day, Line, refuse
from kit.model.party import Address
from kit.model.small_claims import Insolvency, InsolvencyEnd, InsolvencyKind


def parse_address(value: Any) -> Any:
    """Return the parts of an address that was typed in one line; anything else as it is."""
    if not isinstance(value, str):
        return value
    found = re.fullmatch(r"\s*(.+?)\s*,\s*([^,]+?)\s*,\s*([A-Za-z]{2})\s+(\S+)\s*", value)
    if found is None:
        raise refuse(f"`{value}` is not an address in one line", "Write it as: 40 Mill Rd, Overton, CA 94601.", "K027")
    street, _, more = found[1].partition(",")
    second = {"street2": more.strip()} if more.strip() else {}
    return {"street": street.strip(), **second, "city": found[2], "state": found[3], "zip": found[4]}


class InsolvencyNews(Entered):
    """One notice or order; ``on`` of the first one is the day on which the proceeding began."""

    event: Literal["insolvency"]
    kind: InsolvencyKind | None = None
    who: Line | None = None
    address: Annotated[Address | None, BeforeValidator(parse_address)] = None
    claims_by: Day | None = None
    ended_on: Day | None = None
    ended: InsolvencyEnd | None = None


def insolvency_of(known: Insolvency | None, news: tuple[InsolvencyNews, ...]) -> Insolvency | None:
    """Return the proceeding as ``known`` from the case with ``news`` laid over it, oldest first.

    A kind that is told after the end of one begins another. None where no kind is known. Raises pydantic's
    `ValidationError` where the days cannot be.
    """
    said: dict[str, Any] = dict(known) if known else {}
    for one in news:
        if one.kind and (not said.get("kind") or said.get("ended_on")):
            said = {"on": one.on}
        elif one.who and one.who != said.get("who"):
            said["address"] = None  # it is another's
        told = {name: value for name, value in one if value is not None}
        said |= {name: value for name, value in told.items() if name in Insolvency.model_fields and name != "on"}
    return Insolvency.model_validate(said) if said.get("kind") else None
