"""Is the claim still in time: each invoice, what happened since, and what another law may add or take away."""

from __future__ import annotations

from collections.abc import Iterator

from kit.checks.court import inquiry_for
from kit.checks.filing.result import Tested
from kit.checks.filing.suit import Ruled, Suit, clear, settled, told
from kit.checks.limitation import due_items, period_of, run_of, said_of
from kit.checks.revival import PAYMENT, PLAN, SETTLED, Restart, restarts, writings
from kit.findings import Place, note, stop
from kit.ledger.account import Item
from kit.model.account import Invoice
from kit.model.inquiry import Inquiry
from kit.model.law_debts import Borrowing, TollingGround, TollingGrounds
from kit.model.law_names import RuleName
from kit.model.law_words import Say

MORE_TIME = {
    TollingGround.DEBTOR_ABSENT: "the debtor's absence from the state",
    TollingGround.DEATH: "a death",
    TollingGround.EMERGENCY: "an emergency",
    TollingGround.STAY: "a bankruptcy's stay",
    TollingGround.MINORITY: "a minor's age",
}


def limitation(suit: Suit) -> Iterator[Tested]:
    """Hold each overdue invoice against the time to sue."""
    none = True
    for item, invoice in due_items(suit.facts):
        none, fact = False, _place(suit, item)
        run = run_of(suit.facts, suit.inquiry, item, invoice)
        if run is None:
            yield suit.unknown(RuleName.LIMITATION_PERIOD, fact=fact)
            continue
        answer = suit.inquiry.ask(RuleName.LIMITATION_PERIOD, run.start, amount=item.original)
        found = said_of(suit.facts, suit.inquiry, item, run)
        yield from (told(one, answer) for one in found)
        if not found:
            said = f"{item.invoice} can be sued on until {run.last} (from {run.event}, {run.start}{run.why})"
            yield clear(said, fact, answer, cite=run.cite)
    if none:
        yield clear("no invoice is overdue, so no time to sue is running out", suit.case.place("invoices"))


def revival(suit: Suit) -> Iterator[Tested]:
    """Say what each payment and each acknowledgment does to the time."""
    rows = [row for item, invoice in due_items(suit.facts) for row in _since(suit, item, invoice)]
    if rows:
        yield from dict.fromkeys(rows)
    else:
        fact = suit.case.place("acknowledgments") or suit.case.place("payments")
        yield clear("no payment or signed acknowledgment on what is overdue is in the file", fact)


def _since(suit: Suit, item: Item, invoice: Invoice) -> Iterator[Tested]:
    found = period_of(suit.facts, suit.inquiry, item, invoice)
    for index, one in enumerate(suit.case.acknowledgments):
        if not one.signed and one in writings(suit.facts, item):
            message = f"the acknowledgment {one.id} of {one.on} is not signed; it proves the debt and adds no time"
            fix = "If a signed one exists, add it with `signed: yes`."
            yield told(note("K225", message, suit.case.place("acknowledgments", index), fix=fix))
    if found is None:
        return
    period, run = found
    for restart in restarts(suit.facts, suit.inquiry, item, period, run):
        yield _did(suit, item, restart)


def _did(suit: Suit, item: Item, one: Restart) -> Tested:
    when = "" if one.in_time else ", after it had run out,"
    what, fact = f"the {one.what} of {one.on}{when}", _place_of(suit, one)
    answer = suit.inquiry.ask(RuleName.REVIVAL, one.on)
    if not settled(one.word):
        why = f"whether {what} starts the time on {item.invoice} anew is not settled; it was not counted"
        return suit.unknown(RuleName.REVIVAL, why, fact)
    verb = "starts" if one.word is Say.YES else "does not start"
    return clear(f"{what} {verb} the time on {item.invoice} anew", fact, answer, cite=one.cite)


def _place_of(suit: Suit, one: Restart) -> Place | None:
    if one.what == PAYMENT:
        paid = next((payment for payment in suit.case.payments if payment.on == one.on), None)
        return suit.case.origin(f"payment:{paid.id}") if paid else suit.case.place("payments")
    if one.what in (PLAN, SETTLED):
        signed = next((plan for plan in suit.case.signed if plan.on == one.on), None)
        return suit.case.origin(f"entry:{signed.n}") if signed else None
    listed = enumerate(suit.case.acknowledgments)
    index = next((n for n, writing in listed if writing.signed and writing.on == one.on), None)
    return suit.case.place("acknowledgments", index) if index is not None else None


def tolling(suit: Suit) -> Iterator[Tested]:
    """Say whether days that do not count could help a claim out of time."""
    late = [pair for pair in due_items(suit.facts) if _expired(suit, *pair)]
    fact = suit.case.place("invoices")
    helped = tuple(_helped(suit))
    yield from helped
    if not late:
        if not helped:
            yield clear("no invoice is out of time, so no days need to be left out", fact)
        return
    ruled = suit.ask(RuleName.TOLLING, TollingGrounds)
    if not ruled.known:
        yield suit.unknown(RuleName.TOLLING, fact=fact)
        return
    grounds = [MORE_TIME[one.ground] for one in ruled.value.grounds] if ruled.value else []
    listed = ", ".join(dict.fromkeys(grounds)) or "nothing on record"
    names = ", ".join(dict.fromkeys(item.invoice for item, _ in late))
    message = f"{names} is out of time as far as the file shows; what stops the clock here: {listed}"
    fix = "Only an emergency and a stay with known days were counted. Ask a lawyer if one of the others happened."
    yield told(note("K225", message, fact, fix=fix, law=ruled.cite), ruled.answer)


def _helped(suit: Suit) -> Iterator[Tested]:
    """Yield a row for each invoice in time whose last day was moved by days that do not count, with their law."""
    for item, invoice in due_items(suit.facts):
        run = run_of(suit.facts, suit.inquiry, item, invoice)
        if not run or not run.why or run.last < suit.as_of:
            continue
        said = f"days that do not count moved the time on {item.invoice}: it runs until {run.last}{run.why}"
        if run.safe:
            yield told(note("K225", said, _place(suit, item), fix="Ask a lawyer whether they count for this debt."))
        else:
            yield clear(said, _place(suit, item))


def _expired(suit: Suit, item: Item, invoice: Invoice) -> bool:
    run = run_of(suit.facts, suit.inquiry, item, invoice)
    return run is not None and run.last < suit.as_of


def borrowing(suit: Suit) -> Iterator[Tested]:
    """Ask whether a shorter time of another state binds here."""
    creditor, fact = suit.case.creditor, suit.case.place("agreement", "governing_law")
    home = creditor.state if creditor else None
    other = suit.facts.law if suit.facts.law and suit.facts.law.code != suit.forum.code else None
    if other is None and home in (None, suit.state):
        yield clear(f"nothing in the file ties the claim to another state than {suit.forum.name}", fact)
        return
    ruled = suit.ask(RuleName.BORROWING, Borrowing)
    if not ruled.known or (ruled.value and not settled(ruled.value.borrows)):
        yield suit.unknown(RuleName.BORROWING, "whether it does is not settled" if ruled.known else "", fact)
    elif ruled.value is None or ruled.value.borrows is Say.NO:
        yield clear(f"{suit.forum.name} takes over no other state's time to sue", fact, ruled.answer)
    elif ruled.value.not_for_residents is Say.YES and home == suit.state:
        yield clear(f"a shorter time elsewhere does not bind you, who are of {suit.forum.name}", fact, ruled.answer)
    elif other is None:
        message = f"a claim that arose in {home} may have only the time that {home} gives, if that is shorter"
        fix = "Look at that state's time with `kit law limitation`, and ask a lawyer where it is short."
        yield told(note("K225", message, suit.case.place("creditor", "address"), fix=fix, law=ruled.cite), ruled.answer)
    else:
        yield _by_other(suit, inquiry_for(suit.facts, other), ruled)


def _by_other(suit: Suit, other: Inquiry, ruled: Ruled[Borrowing]) -> Tested:
    """Hold the invoices against the time of another state whose law governs the agreement."""
    fact, name = suit.case.place("agreement", "governing_law"), other.law.name
    runs = [(item, run_of(suit.facts, other, item, invoice)) for item, invoice in due_items(suit.facts)]
    late = [item.invoice for item, run in runs if run and run.last < suit.as_of]
    fix = "Ask a lawyer which state's time governs before you file."
    if late:
        message = f"by the law of {name}, which {suit.forum.name} may take over, {late[0]} is out of time"
        return told(stop("K225", message, fact, fix=fix, law=ruled.cite, overridable=True), ruled.answer)
    if any(run is None for _, run in runs):
        message = f"the time to sue by the law of {name}, which {suit.forum.name} may take over, is not known"
        return told(note("K225", message, fact, fix=fix, law=ruled.cite), ruled.answer)
    return clear(f"by the law of {name} too everything that is due is in time", fact, ruled.answer)


def _place(suit: Suit, item: Item) -> Place | None:
    index = next(n for n, one in enumerate(suit.case.invoices) if one.id == item.invoice)
    return suit.case.place("invoices", index)
