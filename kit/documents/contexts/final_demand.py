"""The blanks of `letters/final-demand`: the last letter before somebody decides about a suit.

It asks for what is overdue and not disputed. What it says about a suit is
decided in `legal_step`, how its figures come about in `claim_schedule`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kit.checks.court import Outlook, outlook
from kit.documents import wording
from kit.documents.contexts import account, claim_schedule, demand_words, legal_step, letterhead
from kit.documents.contexts.account import Entry, Span, Sum
from kit.documents.contexts.claim_schedule import Owed
from kit.documents.contexts.letter import Letter, opened
from kit.documents.contexts.letterhead import Remark, Way
from kit.documents.contexts.request import Request
from kit.facts import Facts


@dataclass(frozen=True, slots=True)
class FinalDemand(Letter):
    """The blanks of ``letters/final-demand``."""

    opening: str
    sums: tuple[Sum, ...]
    total_due: str
    interest_sentence: str
    dispute_sentence: str
    request: str
    ways: tuple[Way, ...]
    action_sentence: str
    answer_sentence: str
    items: tuple[Owed, ...]
    charged_total: str
    settled_total: str
    unpaid_total: str
    extra_total: str
    owed_total: str
    postings: tuple[Entry, ...]
    spans: tuple[Span, ...]
    spans_total: str
    remarks: tuple[Remark, ...]


def decide(facts: Facts, request: Request) -> Request:
    """Return ``request`` with its last day to pay. Raises `KitError` for one sooner than law or agreement allows."""
    seen = outlook(facts)
    chosen = legal_step.accepted(facts, seen, request.pay_by) if request.pay_by else legal_step.pay_by(facts, seen)
    return replace(request, pay_by=chosen)


def build(facts: Facts, request: Request) -> FinalDemand:
    """Fill the final demand as of the day of ``facts``."""
    case, ledger, seen = facts.case, facts.ledger, outlook(facts)
    last_day = decide(facts, request).pay_by or facts.as_of
    total = wording.money(ledger.demandable, case.currency)
    until, today = wording.day(last_day), wording.day(facts.as_of)
    ways, where = letterhead.ways_to_pay(case), letterhead.where_to_pay(case)
    under = claim_schedule.totals(facts)
    further = demand_words.further_charges(facts)
    added = ", and what is added until it arrives," if further else ""
    return FinalDemand(
        **opened(facts, sent_how=legal_step.sent_how(seen), enclosures=_enclosures(today, seen)),
        subject=f"Last request: please pay {total} by {until}",
        opening=demand_words.opening(facts),
        sums=claim_schedule.sums(facts),
        total_due=total,
        interest_sentence=further,
        dispute_sentence=demand_words.dispute(facts),
        request=f"Please pay {total}{added}{where} so that it reaches us by {until}{':' if ways else '.'}",
        ways=ways,
        action_sentence=legal_step.action(facts, seen, last_day),
        answer_sentence=demand_words.answer(facts),
        items=claim_schedule.rows(facts),
        charged_total=under.charged,
        settled_total=under.settled,
        unpaid_total=under.unpaid,
        extra_total=under.extra,
        owed_total=under.owed,
        postings=account.entries(case, ledger),
        spans=account.spans(case, ledger),
        spans_total=account.spans_total(case, ledger),
        remarks=claim_schedule.remarks(facts, legal_step.law_remarks(seen)),
    )


def _enclosures(today: str, seen: Outlook) -> str:
    return "; ".join([f"schedule of the claim as of {today}", *legal_step.enclosed(seen)])
