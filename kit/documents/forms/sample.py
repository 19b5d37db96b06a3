"""A full sample case: an answer for every blank there is, none of them short.

A map is tried with it twice, once with every yes-or-no answered yes and once
no, so that each box of a pair is ticked at least once. Names, places and sums
are made up, and long enough to show where a form is narrow.
"""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Union, get_args, get_origin, get_type_hints

from kit.documents.forms.answer_paths import MOST
from kit.documents.forms.court_answers import CourtAnswers

DAY = date(2026, 11, 23)
AMOUNT = Decimal("8940.75")
PEOPLE = {
    "plaintiffs": ("Juniper Lane Bookbinding LLC", "Marisol Vandenberg", "Okafor & Daughters, Inc.", "Theodore Quist"),
    "defendants": (
        "Harbor Vine Restaurant Group, LLC",
        "Beatrix Nakamura",
        "Piney Point Outfitters, Inc.",
        "Leopold Achterberg",
        "Northgate Mercantile Company",
        "Rosalind Featherstone",
    ),
}
PERSON = "Marisol Vandenberg"  # who signs, appears, or takes papers
WORDS = {
    "street": "1428 East Willowbrook Avenue, Suite 210",
    "city": "San Luis Obispo",
    "state": "CA",
    "zip": "93401-2217",
    "county": "San Luis Obispo",
    "city_state_zip": "San Luis Obispo, CA 93401-2217",
    "city_zip": "San Luis Obispo 93401-2217",
    "address": "1428 East Willowbrook Avenue, Suite 210, San Luis Obispo, CA 93401-2217",
    "reached_at": "P.O. Box 4410, San Luis Obispo, CA 93403",
    "words": "The contract was to be performed in this county.",
    "phone": "(805) 555-0142",
    "fax": "(805) 555-0143",
    "email": "accounts@juniperlane.example",
    "title": "Managing member",
    "number": "26SC-004417",
    "time": "8:30 a.m.",
    "department": "12",
    "kind": "llc",
    "ground": "contract_performed",
    "why_not": "The defendant has left the address it gave and answers neither letters nor calls.",
}
AT = {  # where the last word of a path does not say enough
    "claim.interest_percent": "10",
    "claim.goods_or_services": "bound menus and wine lists",
    "claim.invoices": "2026-014, 2026-019, 2026-023",
    "demand.how": "by mail, by email and by phone",
    "venue.place": "San Luis Obispo, California",
    "court.name": "Superior Court, Small Claims Division",
    "court.branch": "Central Branch",
    "case.name": "Juniper Lane Bookbinding LLC v. Harbor Vine Restaurant Group, LLC",
    "hearing.where": "Department 12",
    "service.how": "certified mail",
    "represented_by": "Self-represented",
    "sheet.number": "1",
    "sheet.of": "2",
}
SENTENCES = (
    "The plaintiff bound and delivered 1,200 copies of the defendant's menu and wine list under a written agreement. ",
    "Invoices 2026-014, 2026-019 and 2026-023 were sent on delivery and fell due after 30 days. ",
    "The defendant accepted the goods, complained of nothing, and paid $1,500.00 of the sum. ",
    "Letters and calls brought no further payment. ",
)
LONG = ("why", "how_calculated", "summary", "text")


def sample_answers(*, yes: bool) -> CourtAnswers:
    """Return an answer for every blank; ``yes`` is what every yes-or-no is answered."""
    answers: CourtAnswers = _filled(CourtAnswers, "", yes, 0)
    return answers


def _filled(model: type, before: str, yes: bool, number: int) -> Any:
    hints = get_type_hints(model)
    found = {one.name: _value(hints[one.name], one.name, before, yes, number) for one in fields(model)}
    return model(**found)


def _value(hint: Any, name: str, before: str, yes: bool, number: int) -> Any:
    if get_origin(hint) is tuple:
        return tuple(_filled(get_args(hint)[0], name, yes, each) for each in range(MOST[name]))
    if is_dataclass(hint) and isinstance(hint, type):
        return _filled(hint, f"{before}.{name}" if before else name, yes, number)
    kinds = set(get_args(hint)) if get_origin(hint) in (types.UnionType, Union) else {hint}
    if bool in kinds:
        return yes
    if date in kinds:
        return DAY
    return AMOUNT if Decimal in kinds else _text(name, before, number)


def _text(name: str, before: str, number: int) -> str:
    plain = name.removeprefix("mailing_")
    if (path := f"{before}.{name}".lstrip(".")) in AT:
        return AT[path]
    if plain in WORDS:
        return WORDS[plain]
    return "".join(SENTENCES * 2).strip() if name in LONG else _of_somebody(plain, before, number)


def _of_somebody(name: str, before: str, number: int) -> str:
    """Return a name, or a text that holds one."""
    if before in ("signer", "appearance") or before.endswith("agent"):
        return f"{PERSON}, {WORDS['title'].lower()}" if name == "line" else PERSON
    person = PEOPLE["defendants" if "defendant" in (before + name) else "plaintiffs"][number]
    return f"{person}\n{WORDS['street']}\n{WORDS['city_state_zip']}" if "block" in name else person
