"""What a plan or a settlement does to the time to sue: what is signed, each payment, and whether it ends in time.

Each state has an answer of its own for a signed writing and for a payment, before the time ran out and after it. The
user sees it before anybody signs, and it stays in the record of the paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kit.checks.limitation import due_items, period_of, run_of
from kit.checks.revival import by_plan, last_day
from kit.facts import Facts
from kit.findings import Finding, note, stop
from kit.model.inquiry import Inquiry
from kit.model.law_debts import Agreed, Revival, RevivedBy
from kit.model.law_names import RuleName
from kit.model.law_words import Say
from kit.model.plan import PlanTerms
from kit.model.settlement import SettlementTerms

TOO_LONG, WRITING, PAYMENT = "K803", "K804", "K805"
Terms = PlanTerms | SettlementTerms


@dataclass(frozen=True, slots=True)
class Effect:
    """What signing and paying do to the time to sue on some invoices, alike for all of them."""

    invoices: tuple[str, ...]
    lasts: tuple[date, ...]  # the last day of each as it stands
    expired: bool
    anew: date  # the last day where the time starts anew today, the earliest of them
    writing: Say
    payment: Say
    cite: str

    @property
    def last(self) -> date:
        """The earliest last day as it stands."""
        return min(self.lasts)

    @property
    def named(self) -> str:
        """The invoices in words."""
        return ", ".join(self.invoices)

    @property
    def each(self) -> str:
        """The invoices in words, each with its last day where they differ."""
        if len(set(self.lasts)) == 1:
            return f"{self.named} (now until {self.last})"
        return ", ".join(f"{name} (now until {last})" for name, last in zip(self.invoices, self.lasts, strict=True))


def effects_of(facts: Facts, terms: Terms, inquiry: Inquiry) -> tuple[Effect, ...]:
    """Return what signing ``terms`` does to the time to sue on each sum that is due, those alike together."""
    found: dict[tuple[bool, Say, Say, str], dict[str, tuple[date, date]]] = {}
    for item, invoice in due_items(facts):
        run, period = run_of(facts, inquiry, item, invoice), period_of(facts, inquiry, item, invoice)
        open_ = item.balance if isinstance(terms, SettlementTerms) else item.collectable  # a plan leaves disputes out
        if run is None or period is None or open_ <= 0:
            continue
        revival, cite = inquiry.value(RuleName.REVIVAL, facts.as_of, Revival)
        expired = run.last < facts.as_of
        parts = RevivedBy() if revival is None else revival.after_expiry if expired else revival.before_expiry
        days = found.setdefault((expired, _signed(parts, terms), parts.payment, cite or run.cite), {})
        both = run.last, last_day(period[0], facts.as_of)
        days[item.invoice] = min(both, days.get(item.invoice, both))
    return tuple(
        Effect(
            tuple(days), tuple(last for last, _ in days.values()), expired, min(anew for _, anew in days.values()),
            writing, payment, cite,
        )
        for (expired, writing, payment, cite), days in found.items()
    )  # fmt: skip


def check_time(facts: Facts, terms: Terms, forum: Inquiry | None) -> Iterator[Finding]:
    """Say what signing and paying do to the time to sue, and whether the last payment falls within it."""
    for effect in effects_of(facts, terms, forum) if forum else ():
        if terms.kind != "extension":  # nobody signs a letter that gives more time
            yield _of_writing(effect, terms)
        yield _of_payment(effect)
        if forum and effect.last < terms.last_on:
            yield from _too_long(facts, effect, terms, forum)


def _signed(parts: RevivedBy, terms: Terms) -> Say:
    """Return what the signed paper does: it promises to pay, and acknowledges the debt where it says so.

    Whether a promise of less, made to end a dispute, owns to the debt is for a court to say.
    """
    if isinstance(terms, SettlementTerms) and not terms.acknowledges:
        return Say.NO if parts.written_promise is Say.NO else Say.NOT_RESEARCHED
    return by_plan(parts, acknowledges=terms.acknowledges)


def _of_writing(one: Effect, terms: Terms) -> Finding:
    what = "the debtor's signed acknowledgment" if terms.acknowledges else "the debtor's signed promise to pay"
    if one.writing is Say.YES and one.expired:
        said = f"makes {one.named}, out of time since {one.last}, a debt that can be sued for again, until {one.anew}"
    elif one.writing is Say.YES:
        said = f"starts the time to sue anew on {one.each}: if signed today, it ends on {one.anew}"
    elif one.writing is Say.NO:
        said = "does not start the time to sue anew"
        said += f": {one.named} stays out of time since {one.last}" if one.expired else f" on {one.each}"
    else:
        said = f"may start the time to sue anew, which is not settled here: count on the day known, {one.each}"
    fix = "Both sides should know it before anybody signs."
    return note(WRITING, f"{what} {said}", fix=fix, law=one.cite)


def _of_payment(one: Effect) -> Finding:
    if one.payment is Say.YES:
        said = "makes it a debt that can be sued for again" if one.expired else "starts the time to sue on it anew"
    elif one.payment is Say.NO:
        said = "does not start the time to sue on it anew"
    else:
        said = "may start the time to sue on it anew, which is not settled here"
    return note(PAYMENT, f"a payment that goes to {one.named} {said}", law=one.cite)


def _too_long(facts: Facts, one: Effect, terms: Terms, forum: Inquiry) -> Iterator[Finding]:
    """Name an agreement that goes on when the time to sue is over."""
    signed = one.writing is Say.YES and terms.kind != "extension"
    if (one.expired and not signed) or (signed and one.anew >= terms.last_on):
        return  # said already: it is out of time, and stays so; or there is time enough
    last = one.anew if signed else one.last
    message = f"the {terms.kind} ends on {terms.last_on}, after the time to sue on {one.named}, which is over on {last}"
    if one.payment is Say.YES and terms.kind != "extension" and terms.instalments[0].due_on <= last:
        fix = "Each payment starts it anew; after a miss, look at that day first."
        yield note(TOO_LONG, message, fix=fix, law=one.cite)
        return
    agreed, cite = forum.value(RuleName.LIMITATION_BY_AGREEMENT, facts.as_of, Agreed)
    if agreed and agreed.lengthen is Say.YES and terms.kind == "plan":
        fix = "The law here lets both sides agree on more time in writing, and the plan says so: read that sentence."
        yield note(TOO_LONG, message, fix=fix, law=cite)
        return
    fix = "Let it end before that day, or have a lawyer agree on more time in writing."
    yield stop(TOO_LONG, message, fix=fix, law=one.cite, overridable=True)
