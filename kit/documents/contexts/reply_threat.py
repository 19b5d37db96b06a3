"""The blanks of `letters/reply-threat`: a calm and firm answer to a threat, or to the word that nothing will be paid.

The threat is neither repeated nor answered in kind. The letter states what is
due and since when, and names what each side can do next (Cal. Penal §§ 518-519
is why it names nothing else).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kit.checks.replies import complaint, threat
from kit.documents import wording
from kit.documents.contexts import demand_words, letterhead, reply_words
from kit.documents.contexts.claim_schedule import due_items
from kit.documents.contexts.letter import Letter, opened
from kit.documents.contexts.letterhead import Way
from kit.documents.contexts.reply_words import Open
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.model.event import Answer, Answered


@dataclass(frozen=True, slots=True)
class ReplyThreat(Letter):
    """The blanks of ``letters/reply-threat``."""

    opening: str
    items: tuple[Open, ...]
    total_due: str
    account_sentences: str
    pay: str
    ways: tuple[Way, ...]
    answer_sentence: str


def decide(facts: Facts, request: Request) -> Request:
    """Return ``request`` with the day by which an answer is asked for; raises as `day_to_answer`."""
    return replace(request, pay_by=reply_words.day_to_answer(facts, request))


def build(facts: Facts, request: Request) -> ReplyThreat:
    """Fill the reply. Raises `KitError` where neither a threat nor a plain no is on record."""
    heard = threat(facts.case)
    if heard is None:
        raise KitError("no threat, and no word that nothing will be paid, is on record; there is nothing to reply to")
    case, due = facts.case, reply_words.due_today(facts)
    total = wording.money(due.total, case.currency)
    answer_by = wording.day(reply_words.day_to_answer(facts, request))
    running = [due.included, demand_words.further_charges(facts)] if due.total else []
    ways = letterhead.ways_to_pay(case) if due.total else ()
    reach = letterhead.reach(case, facts.as_of)
    return ReplyThreat(
        **opened(facts),
        subject=f"What you told us on {wording.day(heard.on)}",
        opening=wording.sentences([_opening(facts, heard), _since(facts)]),
        items=due.rows,
        total_due=total,
        account_sentences=wording.sentences([*running, demand_words.dispute(facts)]),
        pay=f"{total}{letterhead.where_to_pay(case)}{':' if ways else '.'}" if due.total else "",
        ways=ways,
        answer_sentence=f"Whichever it is, please {reach} by {answer_by}; for our part we keep to our agreement.",
    )


def _opening(facts: Facts, heard: Answered) -> str:
    case, on = facts.case, wording.day(heard.on)
    who, how = reply_words.who_said(facts, heard), reply_words.told(heard)
    lawyer = case.debtor.lawyer_on(facts.as_of)
    acting = f"You act for {case.debtor.name}; “you” in this letter means your client." if lawyer else ""
    if heard.reason is Answer.REFUSES:
        said = f"On {on}, {who} {how} that you do not intend to pay. Thank you for saying so openly."
    else:
        said = f"We have thought about what {who} {how} on {on}."
    calm = "We do not want to argue, but to find a way that works for both of us."
    return wording.sentences([acting, said, calm])


def _since(facts: Facts) -> str:
    late = due_items(facts)
    if not late or not facts.ledger.demandable:
        return f"On {wording.day(facts.as_of)} our account shows nothing as due that is not in dispute."
    what = "these amounts are" if len(late) > 1 else "this amount is"
    settled = "" if complaint(facts.case) and not facts.case.disputes else " and not in dispute"
    return f"These are the facts as we have them. {demand_words.under(facts.case)}, {what} due{settled}:"
