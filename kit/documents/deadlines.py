"""The days of a case that must not be missed, from today on: for a calendar.

Last days of letters that went out, promised days, holds to look at again, the
days that keep a lien or a claim on a bond, and the last day to sue on each
sum, and once it is filed the days of the suit. What is paid has none of them.
A bankruptcy brings the days of the claim; what a stay forbids is not counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kit.checks import building_days, liens, limitation
from kit.checks.court import inquiry_for
from kit.documents import wording
from kit.documents.bankruptcy_deadlines import bankruptcy_deadlines
from kit.documents.calendar import Deadline
from kit.documents.court_deadlines import court_deadlines
from kit.documents.plan_deadlines import plan_deadlines
from kit.documents.settlement_deadlines import settlement_deadlines
from kit.facts import Facts
from kit.findings import Finding
from kit.journal.fold import superseded
from kit.ladder.handed_off import reports
from kit.ledger.account import Item
from kit.model.case import Case, WorkKind
from kit.model.document_ids import SETTLEMENT_PAPERS, short_id, to_guarantor
from kit.model.law_building import Step
from kit.model.stay import freezes
from kit.model.suit import suit_of

BUILDING_AHEAD = (14, 7, 1)  # days, to call a lawyer and have a paper recorded
COURT_AHEAD = (90, 30, 7, 1)  # days, to find a lawyer and file
NOTICES = (Step.PRELIMINARY_NOTICE, Step.NOTICE_OF_NONPAYMENT, Step.NOTICE_OF_INTENT, Step.BOND_NOTICE)
DOUBT = "A payment, a signed writing, or the law of another state may have moved this day: ask a lawyer well before it."


def deadlines(facts: Facts) -> tuple[Deadline, ...]:
    """Return every known deadline from the day of ``facts`` on, the nearest first."""
    owed, filed = bool(facts.ledger.owed), suit_of(facts.case) is not None
    frozen = freezes(facts.case, facts.as_of)  # then nothing may be asked for, and no suit filed
    found = [*_holds(facts.case), *_reports(facts.case), *court_deadlines(facts), *bankruptcy_deadlines(facts)]
    found += _building(facts) if owed else []
    found += _letters(facts.case, frozen=frozen) if owed else []
    found += [*_promises(facts), *plan_deadlines(facts)] if owed and not frozen else []
    found += settlement_deadlines(facts) if not frozen else []
    found += _limitation(facts) if owed and not filed and not frozen else []  # a claim in court is in time, or is not
    open_ = (one for one in found if one.day >= facts.as_of)
    return tuple(sorted(open_, key=lambda one: (one.day, one.kind, one.about)))


def _letters(case: Case, *, frozen: bool) -> Iterator[Deadline]:
    """Yield the last day to pay of each letter that went out and was not replaced; a freeze leaves guarantors'."""
    gone = {number: sent for sent in case.sent for number in sent.papers}
    old = superseded(case.made)
    for made in case.made:
        asks = not frozen or to_guarantor(made.document)
        if made.document in SETTLEMENT_PAPERS:
            continue  # the settlement counts its own days
        if made.pay_by and asks and made.n in gone and made.n not in old:
            sent, paper = gone[made.n], " ".join(filter(None, (short_id(made.document), made.about)))
            name = paper.replace("-", " ")
            why = f"Our letter “{name}”, which went out on {wording.day(sent.on)}, asks for an answer by this day."
            source = f"Entries {made.n} and {sent.n} of the journal"
            yield Deadline(made.pay_by, case.id, "pay_by", "last day of our letter", why, source, paper)


def _promises(facts: Facts) -> Iterator[Deadline]:
    case = facts.case
    for promise in case.promises:
        if promise.on <= facts.as_of:
            amount = f" {wording.money(promise.amount, case.currency)}" if promise.amount is not None else ""
            why = f"On {wording.day(promise.on)} {case.debtor.name} promised to pay{amount} by this day."
            source, about = f"Entry {promise.n} of the journal", f"entry {promise.n}"
            yield Deadline(promise.by, case.id, "promise", "promised day", why, source, about)


def _holds(case: Case) -> Iterator[Deadline]:
    for hold in case.holds:
        if hold.review_on:
            reason = hold.text or hold.reason.value.replace("_", " ")
            why = f"Letters are held since {wording.day(hold.on)} ({reason}); decide again whether they still are."
            source, about = f"Entry {hold.n} of the journal", f"entry {hold.n}"
            yield Deadline(hold.review_on, case.id, "hold", "look at the hold again", why, source, about)


def _reports(case: Case) -> Iterator[Deadline]:
    """Yield the days on which to ask whoever has the claim in hand how it stands."""
    for one, day in reports(case):
        why = f"{one.terms.who} has had it since {wording.day(one.on)}; ask what was done and what came in."
        source, about = f"Entry {one.n} of the journal", f"entry {one.n} {day}"
        yield Deadline(day, case.id, "report", "ask for a report", why, source, about)


def _building(facts: Facts) -> Iterator[Deadline]:
    """Yield the days that keep a lien or a claim on a bond, each day that the case can hold."""
    case = facts.case
    law = building_days.law_of_site(facts) if case.work.kind is WorkKind.CONSTRUCTION else None
    if law is None:
        return
    found, findings = building_days.deadlines(facts, law)
    for one in found:
        rule = one.rule
        which = "first" if rule.at_least else "last"
        after = f"counted from {liens.EVENTS[rule.event]}; letters do not stop this clock"
        what = liens.to_do(facts, one)
        why = f"The {which} day to {what}: {after}."
        title = f"building work, {which} day for {'a notice' if rule.step in NOTICES else 'the next step'}"
        about = f"{what} {one.cite}"
        for day in one.days:
            said = _with_doubts(why, findings)
            yield Deadline(day, case.id, "building", title, said, one.cite, about, BUILDING_AHEAD)


def _limitation(facts: Facts) -> Iterator[Deadline]:
    """Yield the last day to sue on each sum that is due and unpaid, as far as the law of the court is on record."""
    if facts.forum is None:
        return
    invoices = {invoice.id: invoice for invoice in facts.case.invoices}
    for item in facts.ledger.items:
        if item.invoice not in invoices or item.due_on is None or item.due_on > facts.as_of or not item.balance:
            continue
        inquiry = inquiry_for(facts, facts.forum)
        run = limitation.run_of(facts, inquiry, item, invoices[item.invoice])
        if run:
            since = f"counted from {run.event}, {wording.day(run.start)}{run.why}"
            why = f"The time to sue on {_named(item)} ends, {since}. {DOUBT}"
            said = _with_doubts(why, inquiry.findings)
            about = f"{item.invoice} {item.number}"
            day = run.safe if run.safe and run.safe >= facts.as_of else run.last
            yield Deadline(day, facts.case.id, "limitation", "last day to file", said, run.cite, about, COURT_AHEAD)


def _named(item: Item) -> str:
    return f"part {item.number} of {item.invoice}" if item.of > 1 else item.invoice


def _with_doubts(why: str, findings: Iterable[Finding]) -> str:
    """Return a reason with what the law left open, a line each."""
    return "\n".join([why, *dict.fromkeys(f"In doubt: {finding.message.rstrip('.?')}." for finding in findings)])
