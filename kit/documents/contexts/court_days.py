"""The days that a claim in court turns on, each with what it rests on: for a sheet that a person keeps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kit.checks.court import inquiry_for
from kit.checks.limitation import Run, run_of
from kit.documents import wording
from kit.documents.contexts import service_words
from kit.documents.contexts.court_caption import hearing_on, hearing_set
from kit.documents.contexts.court_law import CourtLaw, cited, filed_on, printed
from kit.documents.contexts.discreet import public
from kit.facts import Facts
from kit.model.law_courts import WhoMayAppeal
from kit.model.law_names import RuleName
from kit.model.law_words import Say
from kit.model.suit import suit_of


@dataclass(frozen=True, slots=True)
class CourtDay:
    """One day; ``day`` says in words what makes it where the day itself is not known yet."""

    what: str
    day: str
    basis: str


def court_days(facts: Facts, law: CourtLaw) -> tuple[CourtDay, ...]:
    """Return the days in the order in which they matter."""
    return (*_to_sue(facts), *_service(facts, law), *_hearing(facts, law), *_appeal(law))


def first_to_expire(facts: Facts) -> tuple[str, Run] | None:
    """Return the claimed item whose time to sue ends first; None where the law is not on record."""
    if facts.forum is None:
        return None
    inquiry = inquiry_for(facts, facts.forum)
    invoices = {one.id: one for one in facts.case.invoices}
    runs = [
        (item.invoice, run)
        for item in facts.ledger.claimable
        if item.balance and item.invoice in invoices
        if (run := run_of(facts, inquiry, item, invoices[item.invoice]))
    ]
    return min(runs, key=lambda pair: pair[1].last, default=None)


def event_words(run: Run) -> str:
    """Return what a period is counted from, without what stands in for it in the file."""
    return printed(run.event.partition(" (")[0])


def _to_sue(facts: Facts) -> Iterator[CourtDay]:
    found = first_to_expire(facts)
    if found is None:
        yield CourtDay("Last day to file the claim", "not on record: ask a lawyer", "")
        return
    name, run = found
    since = f"invoice {public(facts.case, name)}, from {event_words(run)}, {wording.day(run.start)}{run.why}"
    yield CourtDay("Last day to file the claim", wording.day(run.last), f"{since}; {cited(run.cite)}")


def _service(facts: Facts, law: CourtLaw) -> Iterator[CourtDay]:
    rule, basis = service_words.service_of(law), law.basis(RuleName.SERVICE)
    seen = service_words.until(law, hearing_on(facts.case))
    if rule.days_before_hearing is None:
        answer = wording.count(rule.answer_days, "day") if rule.answer_days else ""
        said = f"the defendant has {answer} after service to answer" if answer else "not on record: ask the clerk"
        yield CourtDay("Service of the papers", said, basis if answer else "")
        return
    for what, days, last in (
        ("Last day to serve the papers", rule.days_before_hearing, seen.inside),
        ("The same, outside the county", rule.days_before_hearing_outside, seen.outside),
        ("Proof of service with the clerk", rule.proof_days_before, seen.proof),
    ):
        if days:
            before = f"{wording.count(days, 'day')} before the hearing"
            yield CourtDay(what, service_words.day_words(last) if last else before, basis)


def _hearing(facts: Facts, law: CourtLaw) -> Iterator[CourtDay]:
    rule, day = service_words.service_of(law), hearing_set(facts.case)
    first, last = rule.hearing_from_days, rule.hearing_to_days
    window = ""
    if last:
        window = f"{first} to {last} days after filing" if first else f"within {last} days after filing"
    if suit_of(facts.case):
        yield CourtDay("Filed", wording.day(filed_on(facts.case, facts.as_of)), "")
    basis = f"{window}; {law.basis(RuleName.SERVICE)}" if window else ""
    reckoned = hearing_on(facts.case)
    open_ = f"the court sets it; the days here reckon with {wording.day(reckoned)}" if reckoned else "the court sets it"
    yield CourtDay("Hearing", wording.day(day) if day else open_, basis)


def _appeal(law: CourtLaw) -> Iterator[CourtDay]:
    rule = law.of(RuleName.WHO_MAY_APPEAL, WhoMayAppeal)
    if rule is None or rule.days is None:
        yield CourtDay("Appeal", "not on record: ask the clerk on the day of the judgment", "")
        return
    mailed = f" ({rule.days_if_mailed} where it came by mail)" if rule.days_if_mailed else ""
    after = f" after {printed(rule.counted_from)}" if rule.counted_from else ""
    yield CourtDay(
        "Appeal",
        f"{wording.count(rule.days, 'day')}{mailed}{after}",
        law.basis(RuleName.WHO_MAY_APPEAL),
    )


def appeal_sentence(law: CourtLaw) -> str:
    """Return which side may appeal; empty where it is not on record."""
    rule = law.of(RuleName.WHO_MAY_APPEAL, WhoMayAppeal)
    if rule is None:
        return ""
    cite = law.basis(RuleName.WHO_MAY_APPEAL)
    if rule.plaintiff is Say.NO:
        other = "; the defendant can" if rule.defendant is Say.YES else ""
        return f"If you lose here on your own claim you cannot appeal{other} ({cite})."
    if rule.plaintiff is Say.YES:
        bond = f", with a bond of {wording.money(rule.bond)}" if rule.bond else ""
        to = f" to the {rule.to}" if rule.to else ""
        return f"Either side may appeal{to}{bond} ({cite})." if rule.defendant is Say.YES else ""
    return ""
