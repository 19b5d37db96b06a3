"""What every letter keeps to, in every tone and case: no threat, no early suit, nothing asked that is not due.

The wording is that of a careful practice: facts instead of labels, only sums that agreement and law allow, no word
that frightens, nothing that looks like a court's or a lawyer's paper.
"""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from every_paper import LETTERS, TEMPLATES, WRITTEN, Refused, Sheet, facts, faults, named, sheet
from figures import DAY, MONEY, amounts_in, day_of
from known_figures import known_in, undisputed
from letter_words import SUIT, forbidden
from paper_text import Table
from plan_figures import accelerated, asked, signed
from walked_cases import NOTHING_TO_ASK

from kit.model.document import DocumentKind
from kit.model.document_ids import EXTENSION, FINAL_DEMAND, PLAN_ACCELERATED, SETTLEMENT_COMPLETED, SETTLEMENT_OFFER

ASKING = [key for key in LETTERS if TEMPLATES[key].document.kind is DocumentKind.COLLECTION]
JUDGED = [key for key in LETTERS if key[0].startswith("letters/judgment-")]  # the court has decided: it may be named
ASKS = re.compile(
    r"\b[Pp]lease (?:pay|send|transfer)\b|\bpay us\b|reach(?:es)? us by|\bwe (?:now )?ask\b|let us have\b|do one of two"
)
CHARGE = re.compile(r"\b(?:late (?:charge|fee)|interest|fees?|costs?|surcharge|charges?)\b", re.IGNORECASE)
DEADLINE = re.compile(rf"\b(?:by|until|before|than|on or before) (?:\w+day,? )?(?={DAY.pattern})")
LATE = re.compile(r"\boverdue|\bpast due|\bunpaid|\bhas not been paid|\bwas due\b|\bwere due\b", re.IGNORECASE)
SILENCE = re.compile(
    r"\bno (?:answer|reply|word)\b|not heard|heard nothing|without an? (?:answer|reply)", re.IGNORECASE
)
UNDISPUTED = re.compile(r"not in dispute|nothing is disputed|no objection", re.IGNORECASE)
EARLIER = re.compile(
    r"\bwe (?:wrote|have written)\b|our (?:earlier|last|first|previous) (?:letter|reminder)", re.IGNORECASE
)
TOLD = re.compile(r"\b(?:promised|asked|wrote|said|told|gave|named|was|were|had|agreed|have|has)\b")


@pytest.mark.parametrize("key", WRITTEN, ids=named)
def test_no_forbidden_word(key):
    """No label, no police, no bureau, no review, no costume of a court or a lawyer, no pressure."""
    named_anyway = {"judgment"} if key in JUDGED else set()
    assert (
        faults(key, lambda one: [bad for bad in _forbidden(one) if bad.split(" in “")[0].lower() not in named_anyway])
        == []
    )


def _forbidden(one):
    return [f"{bad} in “{said}”" for said in one.pieces for bad in forbidden(said)]


def suits(one):
    """Return what speaks of a suit."""
    typed = known_in(one.case).texts  # a debtor may live on Court Square
    return [
        f"{found[0]} in “{said}”"
        for said in one.sentences
        if (found := SUIT.search(said)) and said.casefold() not in typed
    ]


@pytest.mark.parametrize(
    "key",
    [key for key in WRITTEN if key[0] not in (FINAL_DEMAND, SETTLEMENT_COMPLETED) and key not in JUDGED],
    ids=named,
)
def test_only_the_final_demand_mentions_a_suit(key):
    """A suit is spoken of once, in the last letter; before that it would be an empty threat, after it a second one.

    That a settlement was paid may end a suit, and its letter says so.
    """
    assert faults(key, suits) == []


def test_the_final_demand_does_mention_it():
    """The list of words finds a suit where there is one."""
    assert suits(sheet("plain", ("letters/final-demand", "")))


def askable(one):
    """Return the sums that a letter of this case may ask for today: overdue, undisputed, or promised and not come."""
    ledger, case = one.facts.ledger, one.facts.case
    if ledger.judgment:
        return {ledger.judgment.total, ledger.judgment.per_diem}
    late = [item for item in ledger.claimable if item.collectable > 0]
    groups = [late, [item for item in late if item.invoice], *([item] for item in late)]
    groups += [[item for item in late if item.invoice == invoice.id] for invoice in case.invoices]
    sums = {ledger.demandable, ledger.per_diem.undisputed, Decimal(0)}
    sums |= {sum((item.collectable for item in group), Decimal(0)) for group in groups}
    sums |= {part for group in groups for part in undisputed(ledger, group)}
    return {amount for amount in sums if amount <= ledger.demandable} | promised(one) | in_plan(one)


def in_plan(one):
    """Return what a plan or a settlement, or an offer of one, lets a letter ask for."""
    document, deal = one.template.document.id, one.request.deal
    if document == EXTENSION:
        return {deal.total}
    if document == SETTLEMENT_OFFER:
        return {deal.sum, deal.debt, deal.given_up, *(one.amount for one in deal.instalments)}
    if document == PLAN_ACCELERATED:
        after = accelerated(one.case)
        own = {bill.id for bill in after.case.invoices if bill.issued_on <= after.case.signed[-1].deal.counted_on}
        return {sum((item.collectable for item in after.ledger.items if item.invoice in own), Decimal(0))}
    return set(asked(one.facts)) if document.startswith(("letters/plan-", "letters/settlement-")) else set()


def promised(one):
    """Return what the debtor promised, and what is still missing of it."""
    amounts = set()
    for promise in one.facts.case.promises:
        if promise.amount is not None:
            came = [paid.amount for paid in one.facts.case.payments if paid.on >= promise.on and not paid.bounced_on]
            amounts |= {promise.amount, promise.amount - sum(came, Decimal(0))}
    return amounts


def overreaching(one):
    """Return the requests for a sum that may not be asked for: disputed, not yet due, or simply another."""
    allowed = askable(one)
    asked = [said for said in one.sentences if ASKS.search(said)]
    found = [f"{bad} in “{said}”" for said in asked for bad in amounts_in(said) if bad not in allowed]
    if TEMPLATES[one.template.document.id, one.template.tone].document.kind is not DocumentKind.COLLECTION:
        return found
    last = [block.rows[-1] for block in one.blocks if isinstance(block, Table) and len(block.rows[0]) == 2]
    totals = [(row[0], bad) for row in last if MONEY.fullmatch(row[1]) for bad in amounts_in(row[1])]
    return found + [f"{bad} in the total “{what}”" for what, bad in totals if bad not in allowed]


@pytest.mark.parametrize("key", LETTERS, ids=named)
def test_only_what_is_due_and_undisputed_is_asked_for(key):
    """Whatever a letter asks for is overdue and not disputed, less money held, or was promised."""
    assert faults(key, overreaching) == []


@pytest.mark.parametrize("key", ASKING, ids=named)
def test_the_letter_asks_for_something(key):
    """A letter that asks for money names the sum and the day, in words that the tests above know as a request."""
    silent = [
        case
        for case in ("plain", "nothing-sent", "day-after", "two-months-after")
        if isinstance(one := sheet(case, key), Sheet) and not any(ASKS.search(said) for said in one.sentences)
    ]

    assert silent == []


@pytest.mark.parametrize("case", NOTHING_TO_ASK)
@pytest.mark.parametrize("key", [key for key in ASKING if key[0] != SETTLEMENT_OFFER], ids=named)
def test_no_letter_asks_for_nothing(key, case):
    """Before the day, after the last cent, or while all of it is disputed, no letter asks for money."""
    assert isinstance(sheet(case, key), Refused)


@pytest.mark.parametrize("case", ["paid-in-full", "paid-too-much"])
def test_what_is_paid_is_not_settled(case):
    """A debt that is disputed or not yet due may be settled; one that is paid may not."""
    assert isinstance(sheet(case, (SETTLEMENT_OFFER, "")), Refused)


def charges(one):
    """Return the charges with an amount that the account does not hold and nobody agreed."""
    ledger, agreement = one.facts.ledger, one.facts.case.agreement
    if ledger.judgment:
        return []  # a judgment bears interest, whatever was agreed; `stray` knows its sums
    terms = agreement.late_fee or agreement.interest or agreement.returned_check_fee
    if terms or ledger.totals.interest or ledger.totals.fees or ledger.totals.costs:
        return []
    allowed = askable(one) | {ledger.by_law.amount if ledger.by_law else Decimal(0)}
    allowed |= {terms.debt for _, terms in signed(one.facts)}  # which held the charges of its day
    return [
        f"{bad} in “{said}”"
        for said in one.sentences
        if CHARGE.search(said)
        for bad in amounts_in(said)
        if bad not in allowed and MONEY.search(said)
    ]


@pytest.mark.parametrize("key", WRITTEN, ids=named)
def test_no_charge_that_the_account_does_not_hold(key):
    """Where nothing was agreed for lateness and nothing charged, no letter names a fee with an amount."""
    assert faults(key, charges) == []


def runs_out(one):
    """Return the deadlines that have passed on the day of the letter."""
    found = []
    for said in one.sentences:
        for place in DEADLINE.finditer(said):
            day = day_of(DAY.search(said, place.start()))
            past = day < one.facts.as_of or (day == one.facts.as_of and ASKS.search(said))
            if past and (ASKS.search(said) or not TOLD.search(said)):
                found.append(f"{day} on {one.facts.as_of} in “{said}”")
    return found


@pytest.mark.parametrize("key", WRITTEN, ids=named)
def test_no_deadline_in_the_past(key):
    """A day by which to pay or to answer lies ahead; what lies behind is told as what was promised or was due."""
    assert faults(key, runs_out) == []


def hasty(one):
    """Return what calls an invoice overdue before its day has passed."""
    due = [case.due_on for case in one.facts.ledger.items if case.due_on and case.balance]
    if not due or min(due) < one.facts.as_of:
        return []
    return [said for said in one.sentences if LATE.search(said)]


@pytest.mark.parametrize("key", LETTERS, ids=named)
def test_nothing_is_called_late_before_its_day(key):
    """On the due day itself an invoice is not overdue."""
    assert faults(key, hasty) == []


def untrue(one):
    """Return what a letter says of the debtor's silence since the first letter, or of agreement, against the record."""
    case = one.facts.case
    first = min((sent.on for sent in case.sent), default=one.facts.as_of)
    spoke = (call for call in case.called if call.spoke)
    heard = any(one.on >= first for one in (*case.answers, *case.promises, *case.disputes, *case.payments, *spoke))
    complained = not case.disputes and any(answer.reason.value.startswith("disputes") for answer in case.answers)
    silent = [said for said in one.sentences if heard and SILENCE.search(said)]
    return silent + [said for said in one.sentences if complained and UNDISPUTED.search(said)]


@pytest.mark.parametrize("key", LETTERS, ids=named)
def test_no_letter_denies_what_was_heard(key):
    """Whoever answered is not told that we heard nothing, and whoever complained not that nothing is in dispute."""
    assert faults(key, untrue) == []


@pytest.mark.parametrize("key", WRITTEN, ids=named)
def test_a_letter_on_the_first_day_claims_no_history(key):
    """Where nothing went out before, no letter recalls an earlier one."""
    one = sheet("nothing-sent", key)

    assert isinstance(one, Refused) or [said for said in one.sentences if EARLIER.search(said)] == []


def test_these_tests_see_what_they_look_for():
    """A sum one cent off, a disputed one and a day gone by are all found."""
    one = sheet("line-disputed", ("letters/final-demand", ""))

    assert not overreaching(one)
    assert Decimal("4835.50") not in askable(one)
    assert Decimal("4848.01") not in known_in("line-disputed").amounts
    assert DEADLINE.search("Please pay by Monday, December 7, 2026")
    assert facts("line-disputed").ledger.demandable in askable(one)
