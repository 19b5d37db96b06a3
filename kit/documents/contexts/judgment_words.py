"""A judgment on paper: what was awarded, what came in, what is open, what each day adds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from kit.documents import wording
from kit.documents.contexts.account import Sum, citation, signed
from kit.documents.contexts.court_caption import court_name
from kit.documents.contexts.court_law import CourtLaw
from kit.documents.contexts.discreet import public
from kit.facts import Facts
from kit.findings import KitError
from kit.ledger.judgment_account import Act, JudgmentAccount, JudgmentPosting
from kit.ledger.judgment_terms import OWN
from kit.model.agreement import Bucket
from kit.model.law_courts import CourtForms
from kit.model.law_names import RuleName
from kit.model.suit import Suit, suit_of

DAY = timedelta(days=1)
PARTS = (
    ("principal", "Judgment debt"),
    ("interest", "Interest"),
    ("costs", "Costs"),
    ("attorney_fees", "Attorney fees"),
)
NAMES = {Bucket.PRINCIPAL: "the judgment debt", Bucket.FEES: "attorney fees"}


@dataclass(frozen=True, slots=True)
class JudgmentLine:
    """One line of the account of a judgment."""

    day: str
    what: str
    added: str
    settled: str
    balance: str


@dataclass(frozen=True, slots=True)
class JudgmentRate:
    """One line of the computation of interest; both days are included."""

    start: str
    end: str
    days: str
    rate: str
    base: str
    amount: str


def judgment_of(facts: Facts) -> JudgmentAccount:
    """Return the account of the creditor's judgment; raises `KitError` where there is none."""
    account = facts.ledger.judgment
    if account is None or not account.won:
        raise KitError("no judgment for the creditor is on record; `kit log CASE judgment` records it")
    return account


def suit_in(facts: Facts) -> Suit:
    """Return the suit; raises `KitError` where the claim is not on record as filed."""
    suit = suit_of(facts.case)
    if suit is None:
        raise KitError("the claim is not on record as filed; `kit log CASE filed` records it")
    return suit


def named(facts: Facts, law: CourtLaw) -> str:
    """Return the judgment within a sentence: `judgment of April 10, 2024 in case 24-7 of the County Court`."""
    account = judgment_of(facts)
    number = f" in case {account.number}" if account.number else ""
    court = court_name(facts.case, law)
    name = court if court.casefold().startswith("the ") or not court else f"the {court}"
    return f"judgment of {wording.day(account.entered_on)}{number}{f' of {name}' if court else ''}"


def against(facts: Facts) -> str:
    """Return who must pay, where the judgment names others than the debtor alone; empty otherwise."""
    names = judgment_of(facts).against
    if not names or names == (facts.case.debtor.name,):
        return ""
    return f"The judgment is against {wording.listing(public(facts.case, name) for name in names)}."


def awarded(facts: Facts) -> tuple[Sum, ...]:
    """Return what the court awarded, part by part."""
    sums = judgment_of(facts).awarded
    named_ = (
        ("On the debt", sums.principal),
        ("Interest up to the judgment", sums.interest),
        ("Costs", sums.costs),
        ("Attorney fees", sums.attorney_fees),
    )
    return tuple(Sum(what, wording.money(amount, facts.case.currency)) for what, amount in named_ if amount)


def left(facts: Facts) -> tuple[Sum, ...]:
    """Return what is open, part by part."""
    account = judgment_of(facts)
    shown = [(what, getattr(account, name)) for name, what in PARTS if getattr(account, name)]
    return tuple(Sum(what, wording.money(amount, facts.case.currency)) for what, amount in shown)


def interest(facts: Facts) -> str:
    """Return what each day adds; where no rate is on record, that the sum holds no interest since the judgment."""
    if judgment_of(facts).percent is None:
        return "No interest since the judgment is counted in this sum."
    return daily(facts)


def daily(facts: Facts) -> str:
    """Return what each day adds; empty where nothing runs or no rate is on record."""
    account = judgment_of(facts)
    if not account.per_diem_exact or account.percent is None:
        return ""
    rate, first = wording.percent(account.percent), wording.day(account.as_of + DAY)
    by = f" ({citation(account.cite)})" if account.cite and account.cite != OWN else ""
    said = "as the judgment says" if account.cite == OWN else "as the law has it"
    if not account.per_diem:
        return f"Interest of {rate} a year runs on, {said}{by}; for one day it is too little to name."
    amount = wording.money(account.per_diem, facts.case.currency)
    return f"Interest of {rate} a year runs on, {said}{by}: {amount} for each day from {first}."


def lines(facts: Facts) -> tuple[JudgmentLine, ...]:
    """Return the account line by line, with what is open after each."""
    return tuple(_line(facts, one) for one in judgment_of(facts).postings)


def _line(facts: Facts, one: JudgmentPosting) -> JudgmentLine:
    amount = wording.bare_money(abs(one.amount), facts.case.currency)
    words = {
        Act.AWARD: "Judgment",
        Act.COST: f"Cost {one.ref}: {_cost(facts, one.ref)}",
        Act.INTEREST: "Interest on the judgment",
        Act.REVERSAL: f"Payment {one.ref} came back unpaid",
        Act.WAIVER: f"Given up: {_parts(one)}",
        Act.PAYMENT: f"Payment {one.ref}{_went(facts, one)}",
        Act.CLOSED: "Not asked for any more; satisfaction filed",
    }
    return JudgmentLine(
        wording.short_day(one.on),
        public(facts.case, words[one.act]),
        amount if one.amount > 0 else "",
        amount if one.amount < 0 else "",
        signed(one.balance, facts.case.currency),
    )


def _cost(facts: Facts, ref: str) -> str:
    return next((cost.text.rstrip(".") for cost in facts.case.costs if cost.id == ref), "cost")


def _parts(one: JudgmentPosting) -> str:
    return wording.listing(dict.fromkeys(NAMES.get(part.bucket, part.bucket.value) for part in one.portions))


def _went(facts: Facts, one: JudgmentPosting) -> str:
    """Return where a payment went, part by part."""
    went = [
        f"{wording.bare_money(-part.amount, facts.case.currency)} to {NAMES.get(part.bucket, part.bucket.value)}"
        for part in one.portions
    ]
    return f": {wording.listing(went)}" if went else ""


def rates(facts: Facts) -> tuple[JudgmentRate, ...]:
    """Return how the interest was computed."""
    return tuple(
        JudgmentRate(
            wording.short_day(span.start),
            wording.short_day(span.end - DAY),
            f"{span.days:,}",
            wording.percent(span.percent),
            wording.bare_money(span.base, facts.case.currency),
            wording.bare_money(span.amount, facts.case.currency),
        )
        for span in judgment_of(facts).spans
    )


def form_named(law: CourtLaw, word: str) -> str:
    """Return the court's own form whose title holds ``word``; empty where none is on record."""
    rule = law.of(RuleName.COURT_FORMS, CourtForms)
    for form in rule.forms if rule else ():
        if word in form.title.casefold():
            number = f"form {form.number}, " if form.number else "the form "
            where = f", {form.url}" if form.url else ""
            return f"This court has its own paper for this: {number}“{form.title}”{where}. Use that one."
    return ""
