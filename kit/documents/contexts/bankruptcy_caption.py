"""The head of every paper for a bankruptcy court: district, case, chapter, debtor, and the creditor who files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from kit.documents.contexts import letterhead
from kit.facts import Facts
from kit.findings import KitError
from kit.model.bankruptcy import Bankruptcy


@dataclass(frozen=True, slots=True, kw_only=True)
class BankruptcyCaptioned:
    """The blanks of ``bankruptcy-caption``, which papers for that court share."""

    footer: str
    district: str
    case_number: str
    chapter: str
    debtors: str
    trustee: str
    creditor: str


class BankruptcyCaption(TypedDict):
    """The blanks of the caption by their names."""

    footer: str
    district: str
    case_number: str
    chapter: str
    debtors: str
    trustee: str
    creditor: str


def bankruptcy_of(facts: Facts) -> Bankruptcy:
    """Return the debtor's bankruptcy; raises `KitError` where none is on record."""
    filed = facts.case.bankruptcy
    if filed is None or filed.petition_on > facts.as_of:
        fix = "record it first: `kit log CASE bankruptcy --petition-on ..`"
        raise KitError(f"no bankruptcy of {facts.case.debtor.name} is on record on {facts.as_of}; {fix}")
    return filed


def bankruptcy_caption(facts: Facts, title: str) -> BankruptcyCaption:
    """Return the head of the paper called ``title``. Raises `KitError` as `bankruptcy_of` does."""
    case, filed = facts.case, bankruptcy_of(facts)
    debtors = [case.debtor.shown_name, *([filed.joint_debtor] if filed.joint_debtor else [])]
    return BankruptcyCaption(
        footer=f"In re {case.debtor.name} · {title}",
        district=filed.district or filed.court or "",
        case_number=filed.number or "",
        chapter=filed.chapter_on(facts.as_of) or "",
        debtors=" and ".join(debtors),
        trustee=filed.trustee.name if filed.trustee else "",
        creditor=letterhead.creditor_name(case),
    )
