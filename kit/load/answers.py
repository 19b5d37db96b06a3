"""What a person answered for a new case, read by the same rules as the case file."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from pydantic_core import PydanticCustomError

from kit.findings import KitError
from kit.model.fields import parse_amount, parse_count, parse_day, parse_line
from kit.model.party import PartyKind, parse_email, parse_state

_ADDRESS = re.compile(
    r"(?P<street>.+),\s*(?P<city>[^,]+),\s*(?P<state>[A-Za-z]{2})[\s,]+(?P<zip>\d{5}(-\d{4})?)\Z", re.ASCII
)


def checked(key: str, answer: str) -> str:
    """Return ``answer`` as it will be written; raises `KitError` with what is wrong with it."""
    parser: Callable[[str], object] = _PARSERS.get(key, parse_line)
    try:
        return str(parser(answer))
    except PydanticCustomError as err:
        said: Any = err.context
        raise KitError(" ".join(part for part in (f"{said['sentence']}.", said["fix"]) if part)) from None


def answers_of(given: Mapping[str, str]) -> dict[str, str]:
    """Return the blanks of the starter files that ``given`` fills.

    Raises `KitError` where an amount has no day from which it is owed.
    """
    kind = "written" if given.get("signed_on") else "oral"  # nobody has a signed paper of whom nothing is said
    filled = {"work_kind": "services", "agreement_kind": kind, "purpose": "business", **given}
    filled |= _parts("", filled.pop("address", "")) | _parts("creditor_", filled.pop("creditor_address", ""))
    if filled.get("state"):
        filled["forum"] = f"us-{filled['state'].lower()}"
    if filled.get("email"):
        filled.setdefault("contact", filled.get("debtor_name", ""))
    if filled.get("amount"):
        if not filled.get("issued_on") or not (filled.get("due_on") or filled.get("net_days")):
            raise KitError("an amount needs the day its invoice was issued and the day it was due, or the net days")
        filled.setdefault("invoice", "INV-1")
        filled.setdefault("line", filled.get("service") or "as agreed")
    return filled


def _parts(prefix: str, address: str) -> dict[str, str]:
    found = _ADDRESS.match(address)
    return {f"{prefix}{key}": value for key, value in found.groupdict().items()} if found else {}


def _address(value: str) -> str:
    text = parse_line(value)
    found = _ADDRESS.match(text)
    if not found:
        raise KitError(f"`{text}` is not an address on one line. Write it like: 90 Quay St, Overton, CA 94612")
    parse_state(found["state"])
    return text[: found.start("state")] + found["state"].upper() + text[found.end("state") :]


def _kind(value: str) -> str:
    slug = re.sub(r"[\s_]+", "-", parse_line(value).lower())
    if slug not in list(PartyKind):
        raise KitError(f"`{value}` is none of {', '.join(PartyKind)}")
    return slug


def _amount(value: str) -> str:
    return f"{parse_amount(value):,f}"


_PARSERS: dict[str, Callable[[str], object]] = {
    "debtor_kind": _kind,
    "creditor_kind": _kind,
    "address": _address,
    "creditor_address": _address,
    "state": parse_state,
    "email": parse_email,
    "creditor_email": parse_email,
    "signed_on": parse_day,
    "issued_on": parse_day,
    "due_on": parse_day,
    "net_days": parse_count,
    "amount": _amount,
}
