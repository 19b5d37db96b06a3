"""The blanks of `internal/marked-check`: one page for the day a check marked as payment in full comes.

It says what the law of the case makes of cashing it and lays the ways side by side; which to take is the user's.
Rest and knowledge follow UCC 3-311(a) and (d): only a debt in good-faith dispute is settled so, and who knew of the
words and cashed the check cannot undo it by paying back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kit.checks.marked_check import Effect, MarkedLaw, in_dispute, marked_law
from kit.documents import wording
from kit.documents.contexts import check_words, letterhead
from kit.documents.contexts.contract_courts import state
from kit.documents.contexts.letterhead import Remark
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.model.case import Case
from kit.model.deal_event import Tendered
from kit.model.law_contracts import FullPayment
from kit.model.law_words import Say
from kit.model.money import to_minor
from kit.model.tender import decide_by


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to go on, and what becomes of the rest of the debt."""

    what: str
    how: str
    rest: str


@dataclass(frozen=True, slots=True)
class MarkedCheck:
    """The blanks of ``internal/marked-check``."""

    footer: str
    debtor_name: str
    today: str
    came_on: str
    number: str
    amount: str
    words: str
    owed: str
    dispute: str
    state: str
    effects: tuple[Remark, ...]
    today_list: tuple[Remark, ...]
    decide_by: str
    ways: tuple[Choice, ...]


def build(facts: Facts, request: Request) -> MarkedCheck:  # noqa: ARG001 - every document is built from facts and a request
    """Fill the page as of the day of ``facts``. Raises `KitError` where no such check waits."""
    case, one, law = facts.case, check_words.check_of(facts), marked_law(facts)
    return MarkedCheck(
        footer=letterhead.footer(case, "internal: a check marked as payment in full"),
        debtor_name=case.debtor.name,
        today=wording.day(facts.as_of),
        came_on=wording.day(one.on),
        number=one.number or "",
        amount=check_words.amount_of(facts, one),
        words=f"“{one.words}”" if one.words else "",
        owed=wording.money(facts.ledger.totals.total, case.currency),
        dispute=_dispute(case),
        state=state(law.name),
        effects=tuple(Remark(text) for text in _effects(facts, law)),
        today_list=tuple(Remark(text) for text in _today(case)),
        decide_by=wording.day(decide_by(case, one)),
        ways=tuple(_ways(facts, one, law)),
    )


def _dispute(case: Case) -> str:
    if case.disputes:
        names = wording.listing(dict.fromkeys(one.invoice for one in case.disputes))
        return f"The debtor disputes {names}."
    if in_dispute(case):
        return "The debtor objected to the work or the amount."
    return "Nothing is disputed."


def _effects(facts: Facts, law: MarkedLaw) -> Iterator[str]:
    """Yield what the law makes of it, the rule first."""
    cite = f" ({law.cite})" if law.cite else ""
    rule = law.rule
    if law.effect is Effect.ENDS:
        yield (
            "Cashing it ends the claim for the rest where the debt was in good-faith dispute, whatever you write on "
            f"it{cite}."
        )
    elif law.effect is Effect.PROTEST:
        yield (
            f"Cashed under protest it is a part payment, and the claim for the rest stays{cite}. Without the protest "
            "the rest may be gone."
        )
    else:
        yield (
            f"Whether a protest keeps the claim here is not on record{cite}: count on it that cashing ends the claim "
            "for the rest."
        )
    if not in_dispute(facts.case):
        yield (
            "Nothing is in dispute on record. Words on a check settle no debt that is not disputed; but the debtor may "
            "say that this one was."
        )
    if rule and rule.repay_days and rule.law is not FullPayment.NOT_IN_FORCE:
        yield (
            f"Paying the money back within {rule.repay_days} days undoes it only where nobody had seen the words "
            "before the check was cashed."
        )
    if rule and rule.named_office is Say.YES:
        yield _office(facts.case)
    if law.note:
        yield f"The record of this law adds: {law.note}"


def _office(case: Case) -> str:
    office = case.creditor.disputes_to if case.creditor else None
    if office is None:
        return (
            "You have named no office for such checks. Your next contract can (disputes_to in kit.yaml); then a "
            "check sent elsewhere settles nothing."
        )
    where = ", ".join(office.lines)
    return (
        f"Your office for such checks is {where}. If the debtor was told of it before, and the check came elsewhere, "
        "it settles nothing as long as nobody who decides on the claim cashes it knowingly."
    )


def _today(case: Case) -> Iterator[str]:
    yield "Take it out of the deposits; tell whoever opens the mail and whoever goes to the bank."
    yield "Copy both sides, the envelope, and the letter that came with it; keep the copies with the case."
    yield "If it went to a lockbox or was deposited already, call the bank, and a lawyer the same day."
    if case.debtor.lawyer:
        yield "The debtor has a lawyer: the answer goes there."


def _ways(facts: Facts, one: Tendered, law: MarkedLaw) -> Iterator[Choice]:
    case = facts.case
    rest = facts.ledger.totals.total - to_minor(one.amount, case.currency)
    left = wording.money(max(rest, rest * 0), case.currency)
    yield Choice(
        "Send it back",
        f"kit letter {case.id} --step check-returned; by certified mail",
        "All stays open; you have no money in hand.",
    )
    if law.effect is Effect.PROTEST:
        yield Choice(
            "Cash it under protest",
            f"Write “under protest” above the endorsement; kit letter {case.id} --step check-under-protest; record it "
            "as paid",
            f"{left} stays open, as long as the protest stands on the check.",
        )
    yield Choice(
        "Take it for all",
        f"Cash it; record it as paid, and the rest as a credit: kit log {case.id} adjusted",
        f"{left} is gone." if rest > 0 else "Nothing is left.",
    )
    yield Choice(
        "Agree on something else",
        f"Send it back and offer it in writing: kit settle {case.id}",
        "As the agreement says; it can release you, too.",
    )
