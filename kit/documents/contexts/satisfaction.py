"""The blanks of `court/satisfaction`: the creditor tells the court that the judgment is paid."""

from __future__ import annotations

from dataclasses import dataclass

from kit.documents import wording
from kit.documents.contexts import judgment_words, letterhead
from kit.documents.contexts.court_caption import Captioned, caption, defendants
from kit.documents.contexts.court_law import court_law
from kit.documents.contexts.discreet import public
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.ledger.judgment_account import Act, JudgmentAccount

TITLE = "Acknowledgment of satisfaction of judgment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Satisfaction(Captioned):
    """The blanks of ``court/satisfaction``."""

    creditor: str
    debtors: str
    entered_on: str
    awarded: str
    received: str
    last_on: str
    given_up: str
    statement: str
    form: str
    signer_name: str
    signer_title: str


def build(facts: Facts, request: Request) -> Satisfaction:  # noqa: ARG001 - every document is built from both
    """Fill the acknowledgment; raises `KitError` where the judgment is not paid by the account."""
    case, account, law = facts.case, judgment_words.judgment_of(facts), court_law(facts)
    if account.total:
        raise KitError(f"the judgment is not paid: {wording.money(account.total, case.currency)} is open")
    names = account.against or tuple(one.shown_name for one in defendants(case))
    last = max((one.on for one in account.postings if one.act is Act.PAYMENT), default=None)
    name, title = letterhead.signer(case)
    return Satisfaction(
        **caption(facts, law, TITLE),
        creditor=public(case, letterhead.creditor_name(case)),
        debtors=wording.listing(public(case, one) for one in names),
        entered_on=wording.day(account.entered_on),
        awarded=wording.money(account.awarded.total, case.currency),
        received=wording.money(account.paid - account.overpaid, case.currency),
        last_on=wording.day(last) if last else "",
        given_up=_given_up(facts, account),
        statement=_statement(account),
        form=judgment_words.form_named(law, "satisfaction"),
        signer_name=name,
        signer_title=title,
    )


def _given_up(facts: Facts, account: JudgmentAccount) -> str:
    """Return what the creditor gave up of it; empty where that is nothing."""
    acts = (Act.WAIVER, Act.CLOSED)
    given = -sum(one.amount for one in account.postings if one.act in acts)
    return wording.money(given, facts.case.currency) if given else ""


def _statement(account: JudgmentAccount) -> str:
    """Return what is acknowledged: payment in full, or payment accepted as such."""
    whole = all(one.act not in (Act.WAIVER, Act.CLOSED) for one in account.postings)
    how = "has been paid in full" if whole else "has been satisfied in full; what was not paid has been given up"
    return f"The judgment, with the interest and costs that came to it since, {how}. Nothing more is owed on it."
