"""The blanks of `bankruptcy/notice-to-court`: the plaintiff tells the court of the suit that the debtor filed."""

from __future__ import annotations

from dataclasses import dataclass

from kit.checks.stay_words import CODE, DISCHARGE, ENFORCING, SUING
from kit.documents import wording
from kit.documents.contexts import letterhead
from kit.documents.contexts.bankruptcy_caption import bankruptcy_of
from kit.documents.contexts.court_caption import Captioned, caption, defendants
from kit.documents.contexts.court_law import court_law
from kit.documents.contexts.discreet import public
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.model.bankruptcy import Bankruptcy
from kit.model.case import Case
from kit.model.stay import Stand, stand_of
from kit.model.suit import Suit, suit_of

TITLE = "Notice of bankruptcy"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeToCourt(Captioned):
    """The blanks of ``bankruptcy/notice-to-court``."""

    who_filed: str
    petition: str
    bankruptcy_court: str
    number: str
    chapter: str
    trustee: str
    joint: str
    effect: str
    asks: str
    others: str
    creditor: str
    copies: str
    signer_name: str
    signer_title: str


def build(facts: Facts, request: Request) -> NoticeToCourt:  # noqa: ARG001 - every document is built from both
    """Fill the notice; raises `KitError` where no suit is open, or no bankruptcy freezes its debt."""
    case, filed, suit = facts.case, bankruptcy_of(facts), suit_of(facts.case)
    if suit is None or suit.dismissed:
        raise KitError("no suit is on record, so there is no court to tell; `kit log CASE filed` records one")
    if not stand_of(case, facts.as_of).freezes:
        raise KitError(f"the bankruptcy of {case.debtor.name} does not hold the suit back on {facts.as_of}")
    court = ", ".join(part for part in (filed.court or "United States Bankruptcy Court", filed.district) if part)
    name, title = letterhead.signer(case)
    return NoticeToCourt(
        **caption(facts, court_law(facts), TITLE),
        who_filed=_who(case, filed),
        petition=f"{wording.day(filed.petition_on)}, {'by creditors' if filed.involuntary else 'by the debtor'}",
        bankruptcy_court=court if filed.court or filed.district else "",
        number=filed.number or "",
        chapter=filed.chapter_on(facts.as_of) or "",
        trustee=filed.trustee.name if filed.trustee else "",
        joint=public(case, filed.joint_debtor) if filed.joint_debtor else "",
        effect=_effect(facts, filed, suit),
        asks=_asks(facts, suit),
        others=_others(case),
        creditor=public(case, letterhead.creditor_name(case)),
        copies=_copies(facts),
        signer_name=name,
        signer_title=title,
    )


def _named(case: Case) -> str:
    return public(case, case.debtor.shown_name)


def _who(case: Case, filed: Bankruptcy) -> str:
    did = "is the debtor in a case begun by a petition of creditors" if filed.involuntary else "has filed a petition"
    return f"Defendant {_named(case)} {did} under {CODE}"


def _effect(facts: Facts, filed: Bankruptcy, suit: Suit) -> str:
    if filed.discharged(facts.as_of):
        on = wording.day(filed.discharged_on or facts.as_of)
        barred = "the claim may not be pursued against this defendant"
        return f"A discharge was granted on {on}; {barred} ({DISCHARGE})."
    if suit.judgment:
        return (
            "While the stay stands, the judgment may not be enforced against this defendant or the property of the "
            f"bankrupt estate ({ENFORCING})."
        )
    return f"While the stay stands, this case may not go on against this defendant ({SUING})."


def _asks(facts: Facts, suit: Suit) -> str:
    hearing = suit.hearing
    off = ""
    if hearing and hearing >= facts.as_of and not suit.judgment:
        off = f" and to take the hearing of {wording.day(hearing)} off the calendar as to this defendant"
    asked = "asks for no order or judgment against this defendant"
    more = "takes no further step to collect" if suit.judgment else asked
    if stand_of(facts.case, facts.as_of) is Stand.DISCHARGED:
        return f"Plaintiff {more}, and asks the clerk to note the discharge in the record{off}."
    return (
        f"Plaintiff {more}, and asks the clerk to note the stay in the record{off}. Plaintiff will tell the Court when "
        "the bankruptcy court lifts the stay or closes or dismisses its case."
    )


def _others(case: Case) -> str:
    others = defendants(case)[1:]
    if not others:
        return ""
    names = wording.listing(public(case, one.shown_name) for one in others)
    return f"This notice is about Defendant {_named(case)} alone; {names} did not file it, as far as Plaintiff knows."


def _copies(facts: Facts) -> str:
    lawyer = facts.case.debtor.lawyer_on(facts.as_of)
    whom = f"{lawyer.name}, lawyer of the debtor" if lawyer else "the debtor, or to its lawyer where there is one"
    return f"Send a copy to {whom}; it is for information and asks for nothing."
