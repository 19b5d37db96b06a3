"""The blanks of `handoff/referral-memo`: the whole case for a lawyer to work from; no letter is drafted for one.

A lawyer who signs what somebody else drew up without looking at the case lends a name and no judgment
(15 U.S.C. § 1692j), so the memo holds facts, days and papers, and what is asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kit.checks.court import inquiry_for
from kit.checks.limitation import Run, due_items, run_of
from kit.documents import wording
from kit.documents.contexts import account, claim_schedule
from kit.documents.contexts.account import Span, Sum
from kit.documents.contexts.claim_schedule import Owed
from kit.documents.contexts.court_days import event_words
from kit.documents.contexts.exhibit_refs import exhibits
from kit.documents.contexts.handoff_account import total_words
from kit.documents.contexts.handoff_copies import Copy, copy_rows
from kit.documents.contexts.handoff_head import Fact, Headed, Remark, head, reach_words, terms_for
from kit.documents.contexts.hearing_answers import Defense, defenses
from kit.documents.contexts.letterhead import creditor_of
from kit.documents.contexts.memo_terms import agreed_terms
from kit.documents.contexts.memo_voice import before_suit, for_lawyer
from kit.documents.contexts.memo_words import asked, insolvency_words, missing, talks
from kit.documents.contexts.request import Request
from kit.documents.contexts.time_line_entries import Line, entries
from kit.facts import Facts
from kit.ledger.kept import kept
from kit.model.case import Case
from kit.model.handoff import HandoffTerms, Taker
from kit.model.party import Party
from kit.model.suit import suit_of
from kit.model.taken import taken

TITLE = "Referral memo"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the case, and how to reach them."""

    role: str
    who: str
    reach: str


@dataclass(frozen=True, slots=True)
class Period:
    """The time to sue on one invoice."""

    invoice: str
    until: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralMemo(Headed):
    """The blanks of ``handoff/referral-memo``."""

    particulars: tuple[Fact, ...]
    asks: tuple[Remark, ...]
    people: tuple[Person, ...]
    terms: tuple[Fact, ...]
    sums: tuple[Sum, ...]
    total: str
    items: tuple[Owed, ...]
    spans: tuple[Span, ...]
    spans_total: str
    plaintiff: str
    defendant: str
    lines: tuple[Line, ...]
    periods: tuple[Period, ...]
    defenses: tuple[Defense, ...]
    talks: tuple[Remark, ...]
    insolvency: str
    copies: tuple[Copy, ...]
    missing: tuple[Remark, ...]


def build(facts: Facts, request: Request) -> ReferralMemo:
    """Fill the memo. Raises `KitError` where no hand-off to a lawyer is asked for or on record."""
    case, terms = facts.case, terms_for(facts, request, Taker.ATTORNEY)
    judgment = facts.ledger.judgment
    return ReferralMemo(
        **head(facts, terms, TITLE),
        particulars=tuple(_particulars(facts, terms)),
        asks=tuple(Remark(text) for text in asked(facts, terms)),
        people=tuple(_people(case, facts)),
        terms=agreed_terms(case),
        sums=() if judgment else claim_schedule.sums(facts)[: len(account.parts(case, facts.ledger))],
        total="" if judgment else wording.money(_gross(facts), case.currency),
        items=() if judgment else claim_schedule.rows(facts),
        spans=() if judgment else account.spans(case, facts.ledger),
        spans_total=account.spans_total(case, facts.ledger),
        plaintiff=creditor_of(case).name if suit_of(case) else "",
        defendant=case.debtor.name,
        lines=tuple(before_suit(case, one) for one in entries(facts, exhibits(facts))),
        periods=tuple(_periods(facts)),
        defenses=tuple(for_lawyer(case, one) for one in defenses(facts)),
        talks=tuple(Remark(text) for text in talks(case, facts.as_of)),
        insolvency=insolvency_words(facts),
        copies=copy_rows(facts, terms),
        missing=tuple(Remark(text) for text in missing(facts)),
    )


def _gross(facts: Facts) -> Decimal:
    totals = facts.ledger.totals
    return totals.principal + totals.interest + totals.fees + totals.costs


def _particulars(facts: Facts, terms: HandoffTerms) -> Iterator[Fact]:
    case, suit, amount = facts.case, suit_of(facts.case), total_words(facts, terms)
    yield Fact("Claim", f"{amount} against {case.debtor.name}, as of {wording.day(facts.as_of)}")
    if kept(case, facts.ledger, terms):
        yield Fact("Only on", wording.listing(taken(case, terms)))
    beside = facts.ledger.by_law
    if beside and beside.amount and not facts.ledger.judgment:
        more = wording.money(beside.amount, case.currency)
        yield Fact("Interest by law, beside it", f"{more} ({account.citation(beside.cite)})")
    yield Fact("For", case.work.text or case.work.kind.value)
    if facts.ledger.judgment is None:
        first = min(_runs(facts), key=lambda one: one[1].last, default=None)
        when = f"{wording.day(first[1].last)}, on invoice {first[0]}" if first else "not counted; please count it"
        yield Fact("Time to sue ends first on", when)
    if suit is None:
        yield Fact("Court", "no suit has been filed")
    else:
        number = f", case {suit.number}" if suit.number else ""
        stage = "judged" if suit.judgment else "dismissed" if suit.dismissed else "open"
        yield Fact("Court", f"filed on {wording.day(suit.filed.on)}{number}; {stage}")
    if facts.ledger.judgment:
        yield Fact("Judgment", f"of {wording.day(facts.ledger.judgment.entered_on)}; {amount} is owed on it")


def _people(case: Case, facts: Facts) -> Iterator[Person]:
    creditor = creditor_of(case)
    yield Person("Client", creditor.shown_name, _more(creditor))
    if creditor.signer:
        title = f", {creditor.signer.title}" if creditor.signer.title else ""
        yield Person("Speaks for the client", f"{creditor.signer.name}{title}", "as the client")
    yield Person("Debtor", case.debtor.shown_name, _more(case.debtor))
    for one in case.debtor.contacts:
        name = f"{one.name}, {one.role}" if one.role else one.name
        yield Person("Contact there", name, "; ".join(part for part in (one.phone, one.email) if part))
    agent = case.debtor.registered_agent
    if agent:
        yield Person("Takes service", agent.name, ", ".join(agent.address.lines))
    if lawyer := case.debtor.lawyer_on(facts.as_of):
        where = ", ".join(lawyer.address.lines) if lawyer.address else lawyer.email or ""
        yield Person("Debtor\N{RIGHT SINGLE QUOTATION MARK}s lawyer", lawyer.name, where)
    for guarantor in case.guarantors:
        yield Person("Guarantor", guarantor.shown_name, _more(guarantor))


def _more(party: Party) -> str:
    kind = party.kind.value.replace("-", " ").replace("llc", "LLC")
    formed = f" of {party.organized_in}" if party.organized_in else ""
    return "; ".join(part for part in (f"{kind}{formed}", reach_words(party)) if part)


def _runs(facts: Facts) -> Iterator[tuple[str, Run]]:
    if facts.forum is None or facts.ledger.judgment:
        return
    inquiry = inquiry_for(facts, facts.forum)
    for item, invoice in due_items(facts):
        if run := run_of(facts, inquiry, item, invoice):
            yield item.invoice, run


def _periods(facts: Facts) -> Iterator[Period]:
    for name, run in _runs(facts):
        basis = f"from {event_words(run)}, {wording.short_day(run.start)}{run.why}; {account.citation(run.cite)}"
        yield Period(name, wording.short_day(run.last), basis)
