"""The blanks of `letters/check-under-protest`: a marked check was taken as a part payment, where the law lets it."""

from __future__ import annotations

from dataclasses import dataclass

from kit.checks.marked_check import Effect, marked_law
from kit.documents import wording
from kit.documents.contexts import check_words, demand_words
from kit.documents.contexts.letter import Letter, opened
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.model.money import ZERO, to_minor


@dataclass(frozen=True, slots=True)
class CheckUnderProtest(Letter):
    """The blanks of ``letters/check-under-protest``."""

    opening: str
    protest_sentence: str
    open_sentence: str
    talk_sentence: str


def build(facts: Facts, request: Request) -> CheckUnderProtest:  # noqa: ARG001 - every document is built from facts and a request
    """Fill the letter as of the day of ``facts``; raises `KitError` where no such check waits or no protest helps."""
    case, one = facts.case, check_words.check_of(facts)
    if marked_law(facts).effect is not Effect.PROTEST:
        raise KitError("a protest is not known to keep the claim here")
    left = max(facts.ledger.totals.total - to_minor(one.amount, case.currency), ZERO)
    thanks = f"Thank you for {check_words.named(facts, one)}, which reached us on {wording.day(one.on)}."
    return CheckUnderProtest(
        **opened(facts),
        subject="Your check, taken under protest",
        opening=wording.sentences([demand_words.represented(facts), thanks, check_words.marked(one)]),
        protest_sentence=(
            "We do not agree that it pays everything. We cash it under protest, as the endorsement says, and credit it "
            "as a part payment; what is still owed stays owed."
        ),
        open_sentence=f"Once your bank has paid it, {wording.money(left, case.currency)} stays open on your account.",
        talk_sentence=check_words.tell_us(facts),
    )
