"""The blanks of `letters/reply-complaint`: thanks for a complaint, asks what it is about, offers to look at it.

It presses for nothing. What is not in question stays due, with its figure; what
is owed is said plainly, so the letter is not marked as reserved or confidential.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kit.checks.replies import complaint
from kit.documents import wording
from kit.documents.contexts import demand_words, letterhead, reply_words
from kit.documents.contexts.letter import Letter, opened
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.model.agreement import AgreementKind
from kit.model.case import Case, WorkKind
from kit.model.document_ids import CONTRACT, GOODS
from kit.model.event import Answer, Answered, Disputed

MANY = 4  # disputes that a sentence can name
REPLY = "letters/reply-complaint"
WRONG_GOODS = "what is wrong, with which goods, and of which delivery"
WRONG_WORK = "what is wrong, and in which part of the work"


@dataclass(frozen=True, slots=True)
class ReplyComplaint(Letter):
    """The blanks of ``letters/reply-complaint``."""

    opening: str
    need: str
    answer_by: str
    wrong_question: str
    amount_question: str
    deliveries: str
    work: str
    undisputed_sentence: str
    terms_sentence: str
    closing_sentence: str


def decide(facts: Facts, request: Request) -> Request:
    """Return ``request`` with the day by which an answer is asked for; raises as `day_to_answer`."""
    return replace(request, pay_by=reply_words.day_to_answer(facts, request))


def build(facts: Facts, request: Request) -> ReplyComplaint:
    """Fill the reply. Raises `KitError` where no complaint is on record."""
    case, heard = facts.case, complaint(facts.case)
    if heard is None and not case.disputes:
        raise KitError("no complaint about the work or the amount is on record; there is nothing to reply to")
    last = max(one.on for one in (heard, *case.disputes) if one)
    goods = case.work.kind is WorkKind.GOODS
    return ReplyComplaint(
        **opened(facts),
        subject=f"What you told us on {wording.day(last)}",
        opening=_opening(facts, heard),
        need=_need(facts),
        wrong_question=_wrong(case),
        amount_question=_amount(case),
        answer_by=wording.day(reply_words.day_to_answer(facts, request)),
        deliveries="goods" if goods else "",
        work="" if goods else "work",
        undisputed_sentence=_undisputed(facts),
        terms_sentence=_terms(case, heard),
        closing_sentence=_closing(facts),
    )


def _closing(facts: Facts) -> str:
    reach = letterhead.reach(facts.case, facts.as_of)
    easier = f"If it is easier to talk about it, please {reach}; we" if reach.startswith("call") else "We"
    return f"{easier} would like to sort this out with you."


def _opening(facts: Facts, heard: Answered | None) -> str:
    case = facts.case
    parts = [(heard.on, heard.n, _heard(facts, heard))] if heard else []
    if len(case.disputes) > MANY:
        first = min(case.disputes, key=lambda one: one.n)
        named = wording.count(len({one.invoice for one in case.disputes}), "invoice")
        parts.append((first.on, first.n, f"Since {wording.day(first.on)} you dispute {named} in whole or in part."))
    else:
        parts += [(one.on, one.n, _disputed(case, one, heard)) for one in case.disputes]
    said = [sentence for _, _, sentence in sorted(parts)]
    thanks = "Thank you for letting us know."
    want = "We take that seriously and want to understand it."
    return wording.sentences([demand_words.represented(facts), thanks, *said, want])


def _heard(facts: Facts, heard: Answered) -> str:
    goods = facts.case.work.kind is WorkKind.GOODS
    work = f"what we {'delivered' if goods else 'did'} is not as it should be"
    what = "the amount that we ask for is not right" if heard.reason is Answer.DISPUTES_AMOUNT else work
    who = reply_words.who_said(facts, heard)
    return f"On {wording.day(heard.on)}, {who} {reply_words.told(heard)} that {what}."


def _disputed(case: Case, one: Disputed, heard: Answered | None) -> str:
    invoice = next((found for found in case.invoices if found.id == one.invoice), None)
    which = f"invoice {one.invoice}"
    if one.lines and invoice:
        texts = [f"{number} ({invoice.lines[number - 1].text})" for number in one.lines]
        which = f"line{'s' if len(texts) > 1 else ''} {wording.listing(texts)} of invoice {one.invoice}"
    elif one.amount is not None:
        which = f"{wording.money(one.amount, case.currency)} of invoice {one.invoice}"
    if heard and heard.on == one.on and heard.n < one.n:
        return f"We noted that you dispute {which}."
    return f"On {wording.day(one.on)} we noted that you dispute {which}."


def _need(facts: Facts) -> str:
    """Return why the letter asks: for the first time, or once more."""
    made = {one.n for one in facts.case.made if one.document == REPLY}
    before = [one.on for one in facts.case.sent if (one.made in made or one.document == REPLY) and one.on < facts.as_of]
    if not before:
        return "To look into it we need to know more."
    asked = f"On {wording.day(max(before))} we asked you for particulars."
    return f"{asked} What you have told us since then you need not repeat."


def _wrong(case: Case) -> str:
    """Return what to ask about the fault itself; what the dispute names already is not asked again."""
    goods, named = case.work.kind is WorkKind.GOODS, _lines_named(case)
    if goods:
        return "what is wrong, and with how much of what that line lists" if named else WRONG_GOODS
    return "what is wrong, and in which part of what that line lists" if named else WRONG_WORK


def _amount(case: Case) -> str:
    """Return what to ask about the amount; an invoice or a line that is on record is not asked for again."""
    disputed = [one for one in case.invoices if any(one.id == known.invoice for known in case.disputes)]
    if _lines_named(case):
        return "what you think the right amount of that line is"
    if disputed and all(one.lines for one in case.disputes):
        return "what you think the right amount of each line is"
    if len(disputed) == 1:
        which = "which line of that invoice you mean, and " if len(disputed[0].lines) > 1 else ""
        return f"{which}what you think the right amount is"
    if disputed:
        return "which lines of those invoices you mean, and what you think the right amounts are"
    return "which invoice it concerns, which line of it, and what you think the right amount is"


def _lines_named(case: Case) -> bool:
    """Whether all that is disputed is one line, so that “that line” is clear."""
    return len(case.disputes) == 1 and len(case.disputes[0].lines) == 1


def _undisputed(facts: Facts) -> str:
    case, disputed = facts.case, facts.ledger.totals.disputed
    due = wording.money(facts.ledger.demandable, case.currency)
    today = wording.day(facts.as_of)
    if disputed:
        late = any(item.disputed and item.balance != item.principal for item in facts.ledger.items)
        charges = " with the charges on it" if late else ""
        part = f"What you dispute comes to {wording.money(disputed, case.currency)}{charges}; this letter does not"
        rest = f"What is not in question stays due as agreed; on {today} that is {due}."
        return f"{part} ask for it. {rest if facts.ledger.demandable else 'Nothing else is due today.'}"
    if facts.ledger.demandable:
        whole = f"Our account shows {due} as due on {today}. We do not know yet which part of it you mean."
        return f"{whole} Please tell us; what is not in question stays due as agreed."
    return f"Nothing is due on your account on {today}."


def _terms(case: Case, heard: Answered | None) -> str:
    """Return the agreement's words on objections, with their days; empty where no such words are on file."""
    work = heard is None or heard.reason is not Answer.DISPUTES_AMOUNT
    accept = _accept(case) if work else ""
    object_ = _object(case, "It" if accept else "Our agreement")
    parts = [_both(case)] if accept and object_ and _alike(case) else [accept, object_]
    if case.agreement.kind is AgreementKind.ORAL or not any(parts):
        return ""
    closing = "This letter changes nothing in that, and we want to hear from you in any case."
    return wording.sentences([*parts, closing])


def _alike(case: Case) -> bool:
    return _accept_days(case) == case.agreement.dispute_within_days


def _both(case: Case) -> str:
    """Return both terms as one where they have the same days."""
    days = wording.count(case.agreement.dispute_within_days, "day")
    what = "goods, from their delivery" if case.work.kind is WorkKind.GOODS else "work, from its delivery"
    invoice = "with an invoice, from receiving it; the rest is paid on time"
    return f"Our agreement gives you {days} to tell us in writing what is wrong: with {what}; {invoice}."


def _accept(case: Case) -> str:
    agreement, goods = case.agreement, case.work.kind is WorkKind.GOODS
    if not (goods and agreement.goods.inspection_days is not None) and not _on_file(case, "accept_within_days"):
        return ""
    days = wording.count(_accept_days(case), "day")
    what = "what is missing, damaged or not as ordered" if goods else "where the work does not match it"
    return f"Our agreement gives you {days} from a delivery to tell us in writing {what}."


def _accept_days(case: Case) -> int:
    inspection = case.agreement.goods.inspection_days if case.work.kind is WorkKind.GOODS else None
    return inspection or case.agreement.accept_within_days


def _object(case: Case, which: str) -> str:
    if not _on_file(case, "dispute_within_days"):
        return ""
    days = wording.count(case.agreement.dispute_within_days, "day")
    what = "to tell us in writing what is wrong with it; the rest is paid on time"
    return f"{which} gives you {days} from receiving an invoice {what}."


def _on_file(case: Case, days: str) -> bool:
    """Whether the agreement has the clause: its days were written in the case, or the kit's own contract was signed."""
    drawn = any(made.document in (CONTRACT, GOODS) for made in case.made)
    return days in case.agreement.model_fields_set or (drawn and case.agreement.signed_on is not None)
