"""The blanks of `agreements/settlement`: a debt settled for less, the release, and what a default leads to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from kit.checks.settlement_law import settlement_law
from kit.documents import wording
from kit.documents.contexts import letterhead
from kit.documents.contexts import settlement_words as words
from kit.documents.contexts.account import MINUS
from kit.documents.contexts.agreement_parties import DebtParties, debt_parties
from kit.documents.contexts.letterhead import Way
from kit.documents.contexts.request import Request
from kit.documents.contexts.settlement_words import Due
from kit.facts import Facts
from kit.findings import KitError
from kit.ledger.settlement_standing import NOTICE


@dataclass(frozen=True, slots=True)
class Open:
    """One item of the debt that is settled, with its interest and charges."""

    invoice: str
    dated: str
    due: str
    amount: str


@dataclass(frozen=True, slots=True)
class Settlement(DebtParties):
    """The blanks of ``agreements/settlement``."""

    footer: str
    opening: str
    debt_sentence: str
    rows: tuple[Open, ...]
    counted_on: str
    debt: str
    stance_sentence: str
    time_sentence: str
    pay_sentence: str
    several: str
    dues: tuple[Due, ...]
    settlement_sum: str
    where_to_pay: str
    ways: tuple[Way, ...]
    forbear_sentence: str
    release_sentence: str
    mutual_sentence: str
    unknown_sentence: str
    statute_words: str
    default_sentence: str
    default_what: str
    notice_sentence: str
    returned_sentence: str
    back_sentence: str
    case_sentence: str
    admission_sentence: str
    confidential_sentence: str
    disparagement_sentence: str
    credit_sentence: str
    tax_sentence: str
    notices_sentence: str
    law_sentence: str
    open_sentence: str


def decide(facts: Facts, request: Request) -> Request:
    """Return ``request``; raises `KitError` where its terms are not of the day or of the debt of ``facts``."""
    terms = words.terms_of(request)
    if terms.counted_on != facts.as_of or terms.debt != facts.ledger.totals.total:
        raise KitError("the terms were counted on another day; make the settlement with `kit settle` anew")
    return replace(request, pay_by=terms.open_until)


def build(facts: Facts, request: Request) -> Settlement:
    """Fill the settlement as of the day of ``facts``. Raises `KitError` as `decide` does."""
    terms = words.terms_of(decide(facts, request))
    case, law = facts.case, settlement_law(facts, terms.stance)
    today, ways = wording.day(facts.as_of), letterhead.ways_to_pay(case)
    grace = wording.count(terms.grace_days, "day")
    each = "each payment" if len(terms.instalments) > 1 else "it"
    until = wording.day(terms.open_until) if terms.open_until else ""
    return Settlement(
        **debt_parties(case),
        footer=letterhead.contract_footer(case, "Settlement agreement"),
        opening=(
            f"Drawn up on {today}. It settles what Creditor claims from Debtor under the "
            f"{letterhead.agreement_words(case)}."
        ),
        debt_sentence=words.debt_sentence(terms),
        rows=_rows(facts),
        counted_on=wording.day(terms.counted_on),
        debt=wording.money(terms.debt, case.currency),
        stance_sentence=words.stance_sentence(terms),
        time_sentence=words.time_sentence(facts, terms),
        pay_sentence=words.pay_sentence(terms, case.currency),
        several="yes" if len(terms.instalments) > 1 else "",
        dues=words.dues(terms, case.currency),
        settlement_sum=wording.money(terms.sum, case.currency),
        where_to_pay="Debtor can pay so:" if ways else f"Debtor pays {each}{letterhead.where_to_pay(case)}.",
        ways=ways,
        forbear_sentence=words.forbear_sentence(terms),
        release_sentence=words.release_sentence(facts, terms),
        mutual_sentence=words.mutual_sentence(facts, terms),
        unknown_sentence=words.unknown_sentence(terms, law),
        statute_words=words.statute_words(terms, law),
        default_sentence=f"A payment that has not reached Creditor {grace} after its day is a default.",
        default_what=words.default_what(terms),
        notice_sentence=(
            "Before it acts on a default, Creditor gives Debtor notice. What reaches Creditor within "
            f"{NOTICE.days} days after the notice was given is in time. A last day under this section that is no "
            "business day moves to the next one."
        ),
        returned_sentence=words.returned_sentence(terms),
        back_sentence=words.back_sentence(terms),
        case_sentence=words.case_sentence(facts, terms),
        admission_sentence=words.admission_sentence(terms),
        confidential_sentence=words.confidential_sentence(terms),
        disparagement_sentence=words.disparagement_sentence(terms),
        credit_sentence=words.credit_sentence(terms),
        tax_sentence=(
            "A debt that is let go may be income. Creditor reports it to the tax authorities only where the law asks "
            "it to; each side takes its own tax advice."
        ),
        notices_sentence=words.notices_sentence(),
        law_sentence=words.law_sentence(facts),
        open_sentence=(
            f"Until both have signed it, this is an offer. It lapses unless the paper, signed by Debtor, reaches "
            f"Creditor by {until}."
            if until
            else "Until both have signed it, this is an offer."
        ),
    )


def _rows(facts: Facts) -> tuple[Open, ...]:
    """Return every item on which something is owed, so that the rows add up to the debt."""
    currency, rows = facts.case.currency, []
    for item in facts.ledger.items:
        if item.balance and item.invoice:
            part = f" ({item.number} of {item.of})" if item.of > 1 else ""
            issued = wording.short_day(item.issued_on) if item.issued_on else ""
            amount = wording.bare_money(item.balance, currency)
            rows.append(Open(item.invoice + part, issued, letterhead.due_words(item.due_on), amount))
    others = sum((item.balance for item in facts.ledger.items if not item.invoice), Decimal(0))
    if others:
        rows.append(Open("Charges of the account", "", "", wording.bare_money(others, currency)))
    if held := facts.ledger.totals.unapplied:
        rows.append(Open("Less money held for Debtor", "", "", f"{MINUS}{wording.bare_money(held, currency)}"))
    return tuple(rows)
