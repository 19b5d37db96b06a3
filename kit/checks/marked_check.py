"""A check marked as payment in full: does cashing it end the claim for the rest?

UCC 3-311 ends a claim that was in good-faith dispute when the creditor cashes a check that says it pays everything.
An organization that named an office for such checks, and a creditor who pays the money back in time, keep the claim;
neither helps where the creditor knew of the words before it cashed the check (3-311(d)). Some states never took the
section over, and there a protest keeps the claim (Horn Waterproofing Corp. v. Bushwick Iron & Steel Co., 66 N.Y.2d
321 (1985)).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kit.facts import Facts
from kit.findings import Finding, note, stop
from kit.model.account import Payment
from kit.model.case import Case
from kit.model.document import Document, DocumentKind
from kit.model.document_ids import CHECK_RETURNED, CHECK_UNDER_PROTEST, INVOICE, MARKED_CHECK, STATEMENT
from kit.model.event import Answer as Said
from kit.model.inquiry import Inquiry
from kit.model.law import Answer
from kit.model.law_contracts import FullPaymentCheck
from kit.model.law_names import RuleName
from kit.model.law_words import Say
from kit.model.money import spoken
from kit.model.selectors import days_of, selectors_of
from kit.model.tender import answered_with, cashed, marked, waiting_check

CASHED, NO_CHECK, NO_PROTEST, WAITS = "K835", "K836", "K837", "K838"
DISPUTES = (Said.DISPUTES_WORK, Said.DISPUTES_AMOUNT)
ABOUT = (MARKED_CHECK, CHECK_RETURNED, CHECK_UNDER_PROTEST)


class Effect(StrEnum):
    """What cashing a marked check does to the rest of a debt in dispute."""

    ENDS = "ends"
    PROTEST = "protest"  # nothing, where it is cashed under protest
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class MarkedLaw:
    """The answer, its citation, and what the record of the law says beside it."""

    effect: Effect
    rule: FullPaymentCheck | None
    cite: str
    note: str
    name: str  # of the state
    findings: tuple[Finding, ...]
    used: tuple[Answer, ...]


def marked_law(facts: Facts) -> MarkedLaw:
    """Return what the law of the agreement, or else of the court, makes of a check marked as payment in full."""
    law = facts.law or facts.forum
    if law is None:
        return MarkedLaw(Effect.UNKNOWN, None, "", "", "", (), ())
    inquiry = Inquiry(law, selectors_of(facts.case), days_of(facts.case, facts.as_of))
    answer = inquiry.ask(RuleName.FULL_PAYMENT_CHECK, facts.as_of)
    rule = answer.of(FullPaymentCheck) if answer else None
    effects = {Say.YES: Effect.PROTEST, Say.NO: Effect.ENDS}
    effect = effects.get(rule.protest_keeps_claim, Effect.UNKNOWN) if rule else Effect.UNKNOWN
    said = (answer.note or "") if answer else ""
    cite = answer.cite if answer else ""
    return MarkedLaw(effect, rule, cite, said, law.name, tuple(inquiry.findings), tuple(inquiry.used))


def in_dispute(case: Case) -> bool:
    """Whether the file says that the debtor contests work or amount, or did."""
    return bool(case.disputes or case.adjusted) or any(one.reason in DISPUTES for one in case.answers)


def check_marked(facts: Facts, document: Document) -> Iterator[Finding]:
    """Name what a check marked as payment in full holds against ``document``."""
    if document.id in ABOUT:
        yield from _about(facts, document)
    elif document.kind in (DocumentKind.COLLECTION, DocumentKind.COURT) and document.id not in (INVOICE, STATEMENT):
        yield from _waits(facts)
        yield from _cashed(facts)


def _about(facts: Facts, document: Document) -> Iterator[Finding]:
    if waiting_check(facts.case) is None:
        fix = "`kit log CASE tendered --amount ... --words ...` records one that came."
        yield stop(NO_CHECK, "no check marked as payment in full is waiting", fix=fix)
    law = marked_law(facts)
    if document.id == CHECK_UNDER_PROTEST and law.effect is not Effect.PROTEST:
        message = "a protest is not known to keep the claim here: cash the check and the rest may be gone"
        yield stop(NO_PROTEST, message, fix="Send it back: `kit letter CASE --step check-returned`.", law=law.cite)
    yield from law.findings


def _waits(facts: Facts) -> Iterator[Finding]:
    one = waiting_check(facts.case)
    if one:
        amount = spoken(one.amount, facts.case.currency)
        message = f"a check of {amount} marked as payment in full came on {one.on} and is neither sent back nor cashed"
        place = facts.case.origin(f"entry:{one.n}")
        fix = "Decide on it first: `kit next CASE` says how."
        yield stop(WAITS, message, place, fix=fix, overridable=True)


def _cashed(facts: Facts) -> Iterator[Finding]:
    """Stop a demand for the rest where a marked check was cashed and that may have ended the claim."""
    law = marked_law(facts)
    for payment in _marked_payments(facts.case):
        protested = any(
            cashed(facts.case, one) == payment and answered_with(facts.case, one, CHECK_UNDER_PROTEST)
            for one in facts.case.tendered
        )
        if law.effect is Effect.PROTEST and protested:
            continue
        place = facts.case.place("payments", facts.case.payments.index(payment))
        message = f"payment {payment.id} of {payment.on} was marked as payment in full"
        if in_dispute(facts.case):
            message += ", and the debt was in dispute: taking it may have ended the claim for the rest"
            fix = "Ask a lawyer before you ask for more."
            yield stop(CASHED, message, place, fix=fix, law=law.cite, overridable=True)
        else:
            message += "; where nothing was in dispute that ends nothing, but the debtor may say that there was"
            yield note(CASHED, message, place, law=law.cite)


def _marked_payments(case: Case) -> Iterator[Payment]:
    known = {paid.id for one in case.tendered if (paid := cashed(case, one))}
    for payment in case.payments:
        if payment.bounced_on is None and (payment.id in known or marked(payment)):
            yield payment
