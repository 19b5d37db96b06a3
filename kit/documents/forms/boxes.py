"""Boxes to tick whose question nearly every small-claims form asks: which answer would tick each of them."""

from __future__ import annotations

import re

from kit.documents.forms.reading import Spot

WEAK = 0.5
_QUESTIONS: tuple[tuple[str, str], ...] = (
    ("demand.made", r"\basked (?:the )?defendant to pay\b|\bdemand(?:ed)? (?:for )?payment\b|\bhave you done this\b"),
    ("attorney_client_dispute", r"\bclient fee dispute\b|\battorney client\b"),
    ("public_entity.sued", r"\bsuing a public entity\b|\bpublic entity\b.*\bsued\b|\bsuing a government\b"),
    ("filings.often", r"\bmore than (?:12|twelve) (?:other )?small claims\b"),
    ("claim.over_capped_amount", r"\bclaim (?:is )?for more than \$ ?\d"),
    ("counts.plaintiffs_over_four", r"\bmore than (?:4|four) plaintiffs\b"),
    ("counts.plaintiffs_over_two", r"\bmore than (?:2|two) plaintiffs\b"),
    ("counts.plaintiffs_over_one", r"\bmore than (?:1|one) plaintiff\b"),
    ("counts.defendants_over_two", r"\bmore than (?:2|two) defendants\b"),
    ("counts.defendants_over_one", r"\bmore than (?:1|one) defendant\b"),
    ("fictitious.used", r"\bdoing business under a fictitious name\b|\bfictitious (?:business )?name\b"),
    ("attachment.needed", r"\bneed more space\b|\bmore space is needed\b"),
)
QUESTIONS = tuple((blank, re.compile(pattern)) for blank, pattern in _QUESTIONS)
NO = re.compile(r"\bnot\b|\bno$|^no\b")


def box_blank(spot: Spot) -> tuple[str, str, float]:
    """Return the blank that would tick a box, what it must equal (empty for yes), and how sure that is."""
    for clue in sorted(spot.clues, key=lambda one: -one.weight):
        if clue.weight < WEAK:
            break
        for blank, pattern in QUESTIONS:
            if pattern.search(clue.words):
                no = bool(NO.search(re.sub(r"\bif (?:yes|no)\b.*", "", clue.words)))
                return blank, "no" if no else "", round(0.9 * clue.weight, 2)
    return "", "", 0.0
