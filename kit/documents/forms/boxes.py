"""Boxes to tick whose question nearly every small-claims form asks: which answer would tick each of them."""

from __future__ import annotations

import re

from kit.documents.forms.form_parts import Part
from kit.documents.forms.form_things import Role
from kit.documents.forms.reading import Spot

WEAK = 0.5
_QUESTIONS: tuple[tuple[str, str], ...] = (
    ("demand.made", r"\bask(?:ed)? (?:the )?defendant\b.*\bto pay\b|\bask(?:ed)? (?:the )?defendant to pay\b"),
    ("demand.made", r"\bdemand(?:ed)? (?:for )?payment\b|\bhave you done this\b"),
    ("attorney_client_dispute", r"\bclient fee dispute\b|\battorney client\b"),
    ("public_entity.sued", r"\bsuing a public entity\b|\bpublic entity\b.*\bsued\b|\bsuing a government\b"),
    ("filings.often", r"\bmore than (?:12|twelve) (?:other )?small claims\b"),
    ("claim.over_capped_amount", r"\bclaim (?:is )?(?:not )?for more than \$ ?\d"),
    ("public_entity.claim_filed", r"\bclaim was filed\b"),
    ("counts.plaintiffs_over_four", r"\bmore than (?:4|four) plaintiffs\b"),
    ("counts.plaintiffs_over_two", r"\bmore than (?:2|two) plaintiffs\b"),
    ("counts.plaintiffs_over_one", r"\bmore than (?:1|one) plaintiff\b"),
    ("counts.defendants_over_two", r"\bmore than (?:2|two) defendants\b"),
    ("counts.defendants_over_one", r"\bmore than (?:1|one) defendant\b"),
    ("fictitious.used", r"\bdoing business under a fictitious name\b|\bfictitious (?:business )?name\b"),
    ("attachment.needed", r"\bneed more space\b|\bmore space is needed\b"),
)
QUESTIONS = tuple((blank, re.compile(pattern)) for blank, pattern in _QUESTIONS)
KINDS = {
    "individual": "individual",
    "corporation": "corporation",
    "limited liability company": "llc",
    "llc": "llc",
    "partnership": "partnership",
}
NO = re.compile(r"\bnot\b|^no\b")
IF = re.compile(r"\bif (?:yes|no)\b.*")
ARTICLE = re.compile(r"^(?:an?|the) ")


def box_blank(spot: Spot, part: Part) -> tuple[str, str, float]:
    """Return the blank that would tick a box, what it must equal (empty for yes), and how sure that is.

    A box that says no more than yes or no answers the question printed before it.
    """
    for clue in sorted(spot.clues, key=lambda one: -one.weight):
        if clue.weight < WEAK:
            break
        words = IF.sub("", clue.words).strip()
        sure = round(0.9 * clue.weight, 2)
        if words in ("yes", "no"):
            blank = _blank(part.question, spot, part)
            return (blank, "no" if words == "no" else "", sure) if blank else ("", "", 0.0)
        if kind := KINDS.get(ARTICLE.sub("", words)):
            return f"plaintiffs[{part.party(Role.PLAINTIFF, spot)}].kind", kind, sure
        if blank := _blank(clue.words, spot, part):
            return blank, "no" if NO.search(words) else "", sure
    return "", "", 0.0


def _blank(words: str, spot: Spot, part: Part) -> str:
    found = next((blank for blank, pattern in QUESTIONS if pattern.search(words)), "")
    if found == "fictitious.used" and "this plaintiff" in words:
        return f"plaintiffs[{part.party(Role.PLAINTIFF, spot)}].fictitious"
    return found
