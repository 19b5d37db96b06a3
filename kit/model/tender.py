"""A check marked as payment in full: waiting, cashed, or sent back."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kit.model.account import Payment
from kit.model.business_days import next_business_day
from kit.model.case import Case
from kit.model.deal_event import Tendered
from kit.model.document_ids import CHECK_RETURNED, short_id

MARK = re.compile(
    r"(?i)\b(?:pa(?:id|yment) in full|full (?:and final )?(?:payment|settlement)|final (?:payment|settlement))\b"
)
KEPT = timedelta(days=7)  # the house's own: who keeps a check for long may be taken to have accepted it


def cashed(case: Case, one: Tendered) -> Payment | None:
    """Return the payment that the check became: of its sum, since its day, of its number where both have one."""
    found = (paid for paid in case.payments if paid.on >= one.on and paid.amount == one.amount)
    return next((paid for paid in found if not (one.number and paid.reference) or one.number in paid.reference), None)


def answered_with(case: Case, one: Tendered, document: str) -> bool:
    """Whether the letter ``document`` went out after the check came."""
    papers = {made.n: made.document for made in case.made}
    for sent in case.sent:
        documents = {sent.document, *(papers.get(number) for number in sent.papers)}
        if sent.n > one.n and (document in documents or sent.step == short_id(document)):
            return True
    return False


def waiting_check(case: Case) -> Tendered | None:
    """Return the newest check that was neither cashed nor sent back."""
    open_ = (one for one in reversed(case.tendered) if not cashed(case, one))
    return next((one for one in open_ if not answered_with(case, one, CHECK_RETURNED)), None)


def decide_by(case: Case, one: Tendered) -> date:
    """Return until when somebody should have decided on the check."""
    return next_business_day(one.on + KEPT, case.debtor.state)


def marked(payment: Payment) -> bool:
    """Whether the reference of a payment says that it pays everything."""
    return bool(payment.reference and MARK.search(payment.reference))
