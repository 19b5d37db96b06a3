"""Who stands on a proof of claim: the debtors and their court, the creditor and its addresses, and who signs."""

from __future__ import annotations

import re
from dataclasses import dataclass

ROLES = ("creditor", "agent", "trustee", "codebtor")
_NUMBERED = re.compile(r"(\d+[A-Za-z]?(?:-\d+)?)\s+(.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Debtors:
    """Who filed; the second is the spouse in a joint case."""

    first: str = ""
    second: str = ""


@dataclass(frozen=True, slots=True)
class BankruptcyCourt:
    """The district, whole and in its two parts: `Southern` and `New York`."""

    district: str = ""
    region: str = ""
    state: str = ""

    @classmethod
    def of(cls, district: str) -> BankruptcyCourt:
        """Return the court of `Southern District of New York` or `District of Vermont`."""
        region, sign, state = district.partition("District of ")
        return cls(district, region.strip(), state.strip()) if sign else cls(district)


@dataclass(frozen=True, slots=True)
class ClaimCreditor:
    """Item 1."""

    name: str = ""
    other_names: str = ""


@dataclass(frozen=True, slots=True)
class ClaimAddress:
    """A name with the ways to reach it, whole lines and their parts."""

    name: str = ""
    street: str = ""
    street_number: str = ""
    street_name: str = ""
    city_state_zip: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""
    phone: str = ""
    email: str = ""

    @classmethod
    def of(
        cls, name: str, street: str, city: str, state: str, zip_code: str, phone: str = "", email: str = ""
    ) -> ClaimAddress:
        """Return an address with its whole lines; a street of several lines stands in one."""
        line = ", ".join(part.strip() for part in street.split("\n") if part.strip())
        return cls(name, line, *_numbered(line), _city_line(city, state, zip_code), city, state, zip_code, phone, email)


@dataclass(frozen=True, slots=True)
class ClaimSigner:
    """Who completes and signs the form: Rule 3001(b), 3004, 3005."""

    role: str | None = None  # one of ROLES
    name: str = ""
    first_name: str = ""
    middle_name: str = ""
    last_name: str = ""
    title: str = ""
    company: str = ""
    street: str = ""
    street_number: str = ""
    street_name: str = ""
    city_state_zip: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""
    phone: str = ""
    email: str = ""

    @classmethod
    def of(cls, role: str | None, name: str, title: str, company: str, address: ClaimAddress) -> ClaimSigner:
        """Return the signer, reached at ``address``; a name of one word is a last name."""
        first, *middle = name.split() or [""]
        last = middle.pop() if middle else ""
        names = (first, " ".join(middle), last) if last else ("", "", first)
        one = address
        lines = (one.street, one.street_number, one.street_name, one.city_state_zip, one.city, one.state, one.zip)
        return cls(role, name, *names, title, company, *lines, one.phone, one.email)


def _numbered(line: str) -> tuple[str, str]:
    found = _NUMBERED.match(line)
    return (found[1], found[2]) if found else ("", line)


def _city_line(city: str, state: str, zip_code: str) -> str:
    rest = " ".join(filter(None, (state, zip_code)))
    return ", ".join(filter(None, (city, rest)))
