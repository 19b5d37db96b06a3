"""Forms of no court, printed in the ways courts print them: where labels stand, how they are worded, what is named."""

from __future__ import annotations

import random
from dataclasses import dataclass

import pikepdf
from sample_forms import MULTILINE, Sample

WIDE = 5.3  # points a letter of ten points takes, more or less

PARTY = (
    (("Name", "Full name", "Full legal name", "Name of {who}"), "name"),
    (("Street address", "Address", "Street", "Number and street"), "street"),
    (("City", "City or town"), "city"),
    (("State",), "state"),
    (("Zip", "ZIP code", "Zip Code"), "zip"),
    (("Phone", "Telephone", "Daytime phone", "Telephone number"), "phone"),
    (("Email", "E-mail address", "Email address (if available)"), "email"),
)
SHORT_PARTY = (
    (("Name", "Full name"), "name"),
    (("Address", "Mailing address", "Street address"), "street"),
    (("City/State/Zip", "City, state, ZIP code"), "city_state_zip"),
    (("Phone no.", "Tel. no."), "phone"),
)
CLAIM = (
    (("Amount claimed", "Amount of claim $", "The defendant owes the plaintiff $"), "claim.amount"),
    (("Why does the defendant owe you money?", "State the reasons for your claim"), "claim.why"),
    (("How did you calculate the amount?", "How do you compute the money owed?"), "claim.how_calculated"),
    (("Date the debt became due", "When did this happen? (date)", "Date of the transaction"), "claim.happened_on"),
)
HEAD = (
    (("County of", "County"), "court.county"),
    (("Case No.", "Case number", "Docket no."), "case.number"),
)
HEADINGS = {"plaintiffs": ("Plaintiff", "The plaintiff is:", "Plaintiff's information"), "defendants": ("Defendant",)}
SIDES = ("left", "above", "below", "inside", "tooltip")
NAMINGS = ("telling", "generated", "shuffled")


@dataclass(frozen=True)
class Printed:
    """A form, and which blank is the right one for each of its fields."""

    pdf: bytes
    truth: dict[str, str]


def printed(side: str, naming: str, seed: int) -> Printed:
    """Return a form with its labels on one ``side`` of the fields, worded and named as ``seed`` has it."""
    choose = random.Random(seed)  # noqa: S311 - forms that differ, and the same ones every time
    asked = [*_head(choose), *_party("plaintiffs", choose), *_party("defendants", choose), *_claim(choose)]
    names = _names(asked, naming, choose)
    sample, truth = Sample(pages=2), {}
    page, row = 1, 750.0
    for (label, blank), name in zip(asked, names, strict=True):
        if row < 70:
            page, row = 2, 750.0
        if not blank:
            _print(sample, label, page, 50, row - 10)
            row -= 24
            continue
        high = 60 if blank in ("claim.why", "claim.how_calculated") else 16
        _field(sample, side, (label, name), page, (row, high))
        truth[name] = blank
        row -= high + 26
    return Printed(sample.bytes(), truth)


def _head(choose: random.Random) -> list[tuple[str, str]]:
    return [("Small Claims Court of Franklin", ""), *((choose.choice(labels), blank) for labels, blank in HEAD)]


def _party(side: str, choose: random.Random) -> list[tuple[str, str]]:
    who = side[:-1]
    rows = [(choose.choice(HEADINGS[side]), "")]
    for labels, tail in choose.choice((PARTY, SHORT_PARTY)):
        rows.append((choose.choice(labels).format(who=who), f"{side}[0].{tail}"))
    return rows


def _claim(choose: random.Random) -> list[tuple[str, str]]:
    return [("The claim", ""), *((choose.choice(labels), blank) for labels, blank in CLAIM)]


def _names(asked, naming: str, choose: random.Random) -> list[str]:
    """Name fields as their labels say, as a program makes names up, or as another field should be called."""
    telling = [f"{(blank or 'heading').replace('[0]', '').replace('.', '_')}_{n}" for n, (_, blank) in enumerate(asked)]
    if naming == "telling":
        return telling
    if naming == "generated":
        stem = choose.choice(("undefined_{}", "Text{}", "FillText{}", "topmostSubform[0].Page1[0].f1_{}[0]"))
        return [stem.format(n + 40) for n in range(len(asked))]
    places = [n for n, (_, blank) in enumerate(asked) if blank]
    mixed = choose.sample(places, len(places))
    return [telling[mixed[places.index(n)]] if n in places else telling[n] for n in range(len(asked))]


def _field(sample: Sample, side: str, what: tuple[str, str], page: int, place: tuple[float, float]) -> None:
    (label, name), (top, high) = what, place
    left, more = 60.0, {}
    bottom = top - high
    if side == "left":
        _print(sample, f"{label}:", page, left, top - 12)
        left += WIDE * (len(label) + 1) + 4
    elif side == "above":
        _print(sample, label, page, left, top + 3)
    elif side == "below":
        _print(sample, f"({label})", page, left, bottom - 9)
    elif side == "inside":
        bottom -= 8
        _print(sample, label, page, left + 2, top - 8)
    else:
        more["TU"] = pikepdf.String(label)
    flags = MULTILINE if high > 20 else 0
    sample.text(name, page=page, rect=(left, bottom, max(left + 150, 480), top), flags=flags, **more)


def _print(sample: Sample, text: str, page: int, x: float, y: float) -> None:
    plain = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    sample.words(plain, page, (x, y))
