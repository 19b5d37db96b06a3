"""The claim itself: is it owed and due, is all of it here, was it filed before, and does the account add up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from kit.checks.account import check_account
from kit.checks.collection_law import check_collection_law
from kit.checks.contact import check_waiting
from kit.checks.demand import check_demand
from kit.checks.filing.result import Tested
from kit.checks.filing.suit import Suit, clear, told
from kit.checks.liens import check_liens
from kit.findings import Finding, note, stop
from kit.model.court_event import Dismissed, Filed, Judgment, Side
from kit.model.document_ids import PACKET
from kit.model.law_courts import Excess
from kit.model.law_names import RuleName
from kit.model.law_words import Say
from kit.model.suit import suit_of

DAY = timedelta(days=1)
ABSENT = "K181"  # an exhibit's file, told with the exhibits
LAW = ("K220", "K221", "K222", "K223")  # doubts about the law's data, told together
CHARGED = ("K16", "K17", "K185", "K186")  # how the codes of the ledger's findings begin
DISPUTED = "K413"  # a letter asks for nothing then; a court is the place for it


def owed(suit: Suit) -> Iterator[Tested]:
    """Ask whether something is owed and overdue."""
    fact = suit.case.place("invoices")
    if not suit.case.invoices:
        fix = "Add the invoice under `invoices:` with id, issued_on, due_on and lines."
        yield told(stop("K411", "nothing is owed: no invoice is in the file", fact, fix=fix))
        return
    found = [one for one in check_demand(suit.facts, PACKET) if one.code != DISPUTED]
    yield from (told(one) for one in found)
    if not found:
        late = [item for item in suit.facts.ledger.claimable if item.invoice and item.balance]
        longest = max((item.days_overdue for item in late), default=0)
        yield clear(f"{suit.money(suit.claim)} is owed and overdue, the oldest part for {longest} days", fact)


def one_suit(suit: Suit) -> Iterator[Tested]:
    """Ask whether everything that is due is in one claim, and name what is not due yet."""
    late = list(dict.fromkeys(item.invoice for item in suit.facts.ledger.claimable if item.invoice and item.balance))
    waiting = [item for item in suit.facts.ledger.items if item.invoice and item.balance and not item.days_overdue]
    fact = suit.case.place("invoices")
    ruled = suit.ask(RuleName.EXCESS, Excess) if suit.law and suit.court_id else None
    barred = ruled is not None and ruled.value is not None and ruled.value.splitting_barred is Say.YES
    for item in waiting:
        index = next(n for n, one in enumerate(suit.case.invoices) if one.id == item.invoice)
        when = f"due on {item.due_on}" if item.due_on else "without a due date"
        message = f"{suit.money(item.principal)} of {item.invoice} is {when} and left out of the claim"
        opens = f"Wait until {item.due_on + DAY} to claim it too" if item.due_on else "Add its due date"
        fix = f"{opens}, or ask a lawyer whether a later suit for it is open to you."
        yield told(note("K415", message, suit.case.place("invoices", index), fix=fix))
    if not waiting:
        listed = ", ".join(late) or "nothing"
        said = f"all that is due is in this one claim: {listed}"
        split = "; a claim may not be split" if barred else ""
        yield clear(said + split, fact, ruled.answer if ruled and barred else None)


def filed_before(suit: Suit) -> Iterator[Tested]:
    """Ask whether this very claim is in court or judged already."""
    known = suit_of(suit.case)
    if known and known.judgment:
        yield told(_judged(suit, known.judgment))
    elif known and known.dismissed:
        yield told(_dismissed(suit, known.dismissed))
    elif known:
        yield told(_filed(suit, known.filed))
    else:
        yield clear("the journal records no filing and no judgment on this claim", suit.case.place("invoices"))


def _judged(suit: Suit, one: Judgment) -> Finding:
    who = "for you" if one.winner is Side.CREDITOR else f"for {suit.case.debtor.name}"
    message = f"the claim was judged on {one.on}, {who}; a judged claim is not filed again"
    fix = "Collect on the judgment, or ask a lawyer about an appeal."
    return stop("K688", message, suit.case.origin(f"entry:{one.n}"), fix=fix)


def _filed(suit: Suit, one: Filed) -> Finding:
    where = f" in the {one.court}" if one.court else ""
    number = f" as {one.number}" if one.number else ""
    message = f"the claim was filed on {one.on}{where}{number}; one claim is filed once"
    wrong = f"If that is wrong: `kit log CASE undo {one.n}`."
    fix = f"{wrong} If it was withdrawn, or the court sent it away undecided: `kit log CASE dismissed`."
    return stop("K688", message, suit.case.origin(f"entry:{one.n}"), fix=fix, overridable=True)


def _dismissed(suit: Suit, one: Dismissed) -> Finding:
    message = f"the claim was dismissed for good on {one.on}; it cannot be filed again"
    return stop("K688", message, suit.case.origin(f"entry:{one.n}"), fix="Ask a lawyer whether that can be undone.")


def account(suit: Suit) -> Iterator[Tested]:
    """Ask whether the figures and dates of the account agree with each other."""
    beside = (one for one in suit.facts.findings if not _of_charges(one) and one.code not in (*LAW, ABSENT))
    found = (*check_account(suit.case, suit.as_of), *beside)
    yield from (told(one) for one in found)
    if not found:
        yield clear("invoices, credits, payments and costs agree with each other", suit.case.place("invoices"))


def charges(suit: Suit) -> Iterator[Tested]:
    """Ask whether what is charged for lateness is what agreement and law allow."""
    found = [one for one in suit.facts.findings if _of_charges(one)]
    yield from (told(one) for one in found)
    if not found:
        yield clear("nothing about interest, late fees and costs is in doubt", suit.case.place("agreement"))


def _of_charges(one: Finding) -> bool:
    return one.code.startswith(CHARGED)


def liens(suit: Suit) -> Iterator[Tested]:
    """Ask whether a lien's or bond's day is running while the claim waits."""
    found = tuple(check_liens(suit.facts))
    yield from (told(one) for one in found)
    if not found:
        yield clear("no lien or bond is in question: the work is not building work", suit.case.place("work"))


def collection_law(suit: Suit) -> Iterator[Tested]:
    """Ask whether collection law binds the creditor in its own suit."""
    found = [one for law in (suit.federal, suit.law) if law for one in check_collection_law(suit.facts, law)]
    yield from (told(one) for one in dict.fromkeys(found))
    if not found:
        yield clear("no collection law was found to bind you here", suit.case.place("debtor", "kind"))


def waiting(suit: Suit) -> Iterator[Tested]:
    """Ask whether a hold is in force, or a promise to pay is still running."""
    found = tuple(check_waiting(suit.case, suit.as_of, suit.facts.ledger))
    yield from (told(one) for one in found)
    if not found:
        yield clear("no hold is in force and no promise to pay is running", suit.case.place("invoices"))
