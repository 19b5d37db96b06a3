"""The blanks of `letters/check-returned`: a check marked as payment in full goes back, politely and in time.

It refuses the terms and asks for the money without them; it neither quarrels nor admits that anything is disputed.
"""

from __future__ import annotations

from dataclasses import dataclass

from kit.documents import wording
from kit.documents.contexts import check_words, demand_words, letterhead
from kit.documents.contexts.letter import Letter, opened
from kit.documents.contexts.letterhead import Way
from kit.documents.contexts.request import Request
from kit.facts import Facts


@dataclass(frozen=True, slots=True)
class CheckReturned(Letter):
    """The blanks of ``letters/check-returned``."""

    opening: str
    return_sentence: str
    again_sentence: str
    ways: tuple[Way, ...]
    talk_sentence: str


def build(facts: Facts, request: Request) -> CheckReturned:  # noqa: ARG001 - every document is built from facts and a request
    """Fill the letter as of the day of ``facts``. Raises `KitError` where no such check waits."""
    case, one = facts.case, check_words.check_of(facts)
    named, ways = check_words.named(facts, one), letterhead.ways_to_pay(case)
    thanks = f"Thank you for {named}, which reached us on {wording.day(one.on)}."
    return CheckReturned(
        **opened(facts, enclosures="your check" + (f" number {one.number}" if one.number else "")),
        subject="Your check comes back with this letter",
        opening=wording.sentences([demand_words.represented(facts), thanks, check_words.marked(one)]),
        return_sentence=wording.sentences(
            [
                "We cannot take it on those terms and send it back uncashed; nothing is settled by it.",
                check_words.still_open(facts),
            ]
        ),
        again_sentence=(
            "We would gladly take the same sum as a part payment: please send it again without those words"
            f"{letterhead.where_to_pay(case)}{', or pay it so:' if ways else '.'}"
        ),
        ways=ways,
        talk_sentence=(
            f"{check_words.tell_us(facts)} If you would rather end the matter with one payment, "
            f"{letterhead.reach(case, facts.as_of)}: that takes an agreement, and we can draw one up."
        ),
    )
