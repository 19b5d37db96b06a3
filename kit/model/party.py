"""Who owes and who is owed: creditor, debtor, guarantors and the people around them."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field, WithJsonSchema

from kit.model.capacity import Capacity, Known, Military
from kit.model.fields import Amount, Day, Flag, Frozen, Line, parse_line, refuse

STATES = frozenset(
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR "
    "PA PR RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP VI".split()
)


class PartyKind(StrEnum):
    """What a party is in law; a sole proprietor is a natural person who trades."""

    INDIVIDUAL = "individual"
    SOLE_PROPRIETOR = "sole-proprietor"
    LLC = "llc"
    CORPORATION = "corporation"
    PARTNERSHIP = "partnership"
    NONPROFIT = "nonprofit"
    GOVERNMENT = "government"

    @property
    def natural_person(self) -> bool:
        """Whether a human being, not an entity, owes or is owed."""
        return self in (PartyKind.INDIVIDUAL, PartyKind.SOLE_PROPRIETOR)


class Channel(StrEnum):
    """A way to reach somebody."""

    MAIL = "mail"
    EMAIL = "email"
    PHONE = "phone"
    TEXT = "text"
    PORTAL = "portal"
    HAND = "hand"


def parse_state(value: Any) -> str:
    """Return the two letters of a state; fictional ones start with X and serve tests."""
    code = parse_line(value).upper()
    if code not in STATES and not re.match(r"X[A-W]\Z", code):
        raise refuse(f"`{value}` is not the two letters of a state", "Write CA, TX, NY and so on.", "K027")
    return code


def parse_forum(value: Any) -> str:
    """Return the code of a jurisdiction such as us-ca."""
    code = parse_line(value).lower()
    if not re.match(r"us(-[a-z]{2})?\Z", code):
        raise refuse(
            f"`{value}` is not the code of a jurisdiction", "Write us- and the state's two letters: us-ca.", "K027"
        )
    return code


def parse_email(value: Any) -> str:
    """Return an email address that has one @ and a host."""
    text = parse_line(value)
    if not re.match(r"[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;]+\Z", text):
        raise refuse(f"`{text}` is not an email address", "Write it like pat@example.com.", "K027")
    return text


def parse_zone(value: Any) -> str:
    """Return the name of a time zone of the tz database."""
    name = parse_line(value)
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise refuse(f"`{name}` is not a time zone", "Write a name such as America/Chicago.", "K027") from None
    return name


State = Annotated[str, BeforeValidator(parse_state), WithJsonSchema({"type": "string", "pattern": "^[A-Za-z]{2}$"})]
Forum = Annotated[str, BeforeValidator(parse_forum), WithJsonSchema({"type": "string", "pattern": "^us(-[a-z]{2})?$"})]
Email = Annotated[str, BeforeValidator(parse_email), WithJsonSchema({"type": "string", "format": "email"})]
Zone = Annotated[str, BeforeValidator(parse_zone), WithJsonSchema({"type": "string"})]


def parse_zip(value: Any) -> str:
    """Return a postal code; one of digits alone has the five or nine of the United States."""
    text = parse_line(value)
    if re.fullmatch(r"[\d-]+", text) and not re.fullmatch(r"\d{5}(-\d{4})?", text):
        raise refuse(f"`{text}` is not a ZIP code", "Write its five digits, such as 94612.", "K027")
    return text


Zip = Annotated[str, BeforeValidator(parse_zip), WithJsonSchema({"type": ["string", "number"]})]


class Address(Frozen):
    """Where mail reaches a party; the county decides the court, the time zone decides when to call."""

    street: Line
    street2: Line | None = None
    city: Line
    county: Line | None = None
    state: State
    zip: Zip
    country: Line = "US"
    time_zone: Zone | None = Field(None, description="Only where the state has two, such as America/Chicago.")

    @property
    def lines(self) -> tuple[str, ...]:
        """The address as it stands on an envelope."""
        last = f"{self.city}, {self.state} {self.zip}"
        abroad = () if self.country == "US" else (self.country,)
        return (self.street, *((self.street2,) if self.street2 else ()), last, *abroad)


class Contact(Frozen):
    """A person on the other side."""

    name: Line
    role: Line | None = None
    phone: Line | None = None
    email: Email | None = None
    accepts: tuple[Channel, ...] = Field((), description="Channels this person agreed to; empty means not asked.")


class RegisteredAgent(Frozen):
    """Who takes court papers for an entity."""

    name: Line
    address: Address


class Lawyer(Frozen):
    """The debtor's lawyer; from the day it is known, letters go here."""

    name: Line
    firm: Line | None = None
    address: Address | None = None
    email: Email | None = None
    phone: Line | None = None
    known_on: Day | None = None


class NoContact(Frozen):
    """A request not to be contacted."""

    on: Day
    channels: tuple[Channel, ...] = Field((), description="Empty means every channel.")


class Licence(Frozen):
    """A licence the work needs."""

    number: Line
    expires_on: Day | None = None


class TradeName(Frozen):
    """The registration of a trade name; a court asks a plaintiff who uses one for it."""

    county: Line | None = None
    number: Line | None = None
    expires_on: Day | None = None


class Party(Frozen):
    """A natural person or an entity, with what law asks of it."""

    name: Line = Field(description="The full legal name, with Inc. or LLC where it has one.")
    kind: PartyKind
    dba: Line | None = Field(None, description="The name it trades under, if different.")
    address: Address | None = None
    organized_in: State | None = None
    good_standing: Known = Known.UNKNOWN
    dba_registered: Known = Known.UNKNOWN
    dba_statement: TradeName | None = Field(None, description="Where and under which number the name is registered.")
    licence: Licence | None = None
    contacts: tuple[Contact, ...] = ()
    registered_agent: RegisteredAgent | None = None
    capacity: Capacity = Capacity.ADULT
    representative: Line | None = Field(None, description="Guardian, executor or administrator, where there is one.")
    military: Military | None = Field(None, description="What was found about active military service.")
    email: Email | None = None
    phone: Line | None = None

    @property
    def state(self) -> str | None:
        """The two letters of the state where it is, as far as its address says."""
        return self.address.state if self.address else None

    @property
    def shown_name(self) -> str:
        """The legal name, and the trade name where it differs."""
        return f"{self.name}, doing business as {self.dba}" if self.dba else self.name


class Debtor(Party):
    """Who owes."""

    lawyer: Lawyer | None = None
    no_contact: NoContact | None = None

    def lawyer_on(self, day: date) -> Lawyer | None:
        """Return the lawyer where one is known on ``day``; one without a day is known from the first."""
        known = self.lawyer
        return known if known and (known.known_on is None or known.known_on <= day) else None


class Signer(Frozen):
    """Who signs for the creditor; one of its own people."""

    name: Line
    title: Line | None = None


class PaymentWay(Frozen):
    """One way to pay the creditor."""

    method: Line = Field(description="Such as: check, bank transfer, card.")
    details: Line = Field(description="What the payer needs: to whom, where, which address.")


class Creditor(Party):
    """Who is owed; the same for every case of a workspace, so it usually stands in kit.yaml."""

    signer: Signer | None = None
    website: Line | None = None
    pay_to: tuple[PaymentWay, ...] = ()
    disputes_to: Address | None = Field(
        None, description="The office named for full-payment checks and written disputes."
    )
    registered_in: tuple[State, ...] = Field((), description="States where it is registered as a foreign entity.")
    claim_pledged_to: Line | None = Field(None, description="A bank or funder that holds the claim as security.")


class Guarantor(Party):
    """Who promised to pay if the debtor does not."""

    sue: Flag = Field(False, description="Whether the guarantor is sued together with the debtor.")
    limit: Amount | None = Field(None, description="The most the guarantor promised, if there is a limit.")
    spouse: Line | None = None
    petition_on: Day | None = Field(None, description="The guarantor's own bankruptcy.")
    petition_dismissed_on: Day | None = None
    claims_by: Day | None = Field(None, description="The last day for claims in it, from its notice.")

    def in_bankruptcy(self, day: date) -> bool:
        """Whether a petition of the guarantor's own stands on ``day``."""
        over = self.petition_dismissed_on is not None and self.petition_dismissed_on <= day
        return self.petition_on is not None and self.petition_on <= day and not over
