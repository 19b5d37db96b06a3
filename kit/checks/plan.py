"""May this debt be put on such a plan, and what does signing it do? Asked before the paper is made."""

from __future__ import annotations

from collections.abc import Iterator

from kit.checks.court import for_reminder
from kit.checks.plan_judgment import check_stipulated
from kit.checks.plan_law import PlanLaw, plan_law
from kit.checks.plan_time import check_time
from kit.facts import Facts
from kit.findings import Finding, note, stop
from kit.ledger.terms import InterestTerms
from kit.model.agreed import in_force
from kit.model.business_days import day_off
from kit.model.law import Answer
from kit.model.law_contracts import Guaranty
from kit.model.law_names import RuleName
from kit.model.law_words import Say
from kit.model.money import spoken
from kit.model.plan import PlanInterest, PlanTerms
from kit.model.suit import suit_of

DISPUTED, JUDGED, CONSUMER, GUARANTOR = "K809", "K810", "K812", "K813"
PAST, MOVED, NOTHING, SUED, OVERLAP, RATE = "K814", "K815", "K816", "K817", "K818", "K819"


def check_plan(facts: Facts, terms: PlanTerms) -> tuple[Finding, ...]:
    """Return what stands in the way of a plan on ``terms``, and what is worth knowing before it is offered."""
    return tuple(dict.fromkeys(_said(facts, terms, plan_law(facts))))


def plan_used(facts: Facts, terms: PlanTerms) -> tuple[Answer, ...]:
    """Return every answer of the law behind what is said of the plan, for the record of its paper."""
    law = plan_law(facts)
    _said(facts, terms, law)  # asks as it goes
    return law.used


def _said(facts: Facts, terms: PlanTerms, law: PlanLaw) -> list[Finding]:
    return [
        *_before(facts, terms),
        *for_reminder(facts),  # what is out of time, and whom collection law binds
        *check_time(facts, terms, law.forum),
        *_days(facts, terms),
        *_rate(facts, terms, law),
        *_people(facts, terms, law),
        *check_stipulated(facts, terms, law),
        *law.findings,
    ]


def _before(facts: Facts, terms: PlanTerms) -> Iterator[Finding]:
    """Name what makes a plan of this debt impossible today, or leaves a part of it out."""
    case, suit = facts.case, suit_of(facts.case)
    if facts.ledger.judgment:
        message = "a judgment has taken the place of the debt"
        yield stop(JUDGED, message, fix="`kit judgment CASE plan` offers to pay that in instalments.")
    elif suit and not suit.dismissed:
        message = f"the claim was filed on {suit.filed.on}; a plan does not stop the court's days"
        fix = "Tell the court in time, and both sides come to the hearing unless it says otherwise."
        yield note(SUED, message, case.origin(f"entry:{suit.filed.n}"), fix=fix)
    known = in_force(case, facts.as_of)
    if known:
        kind = known.plan.kind if known.plan else "settlement"
        message = f"{'an' if kind == 'extension' else 'a'} {kind} has been in force since {known.on}"
        fix = f"If the new one takes its place: `kit log CASE ended --entry {known.n} --how cancelled` first."
        yield stop(OVERLAP, message, case.origin(f"entry:{known.n}"), fix=fix)
    totals = facts.ledger.totals
    if totals.disputed:
        said = spoken(totals.disputed, facts.ledger.currency)
        message = f"{said} is disputed; the plan leaves it out and acknowledges {spoken(terms.debt, case.currency)}"
        fix = "Settle the dispute first if the plan is to hold all: `kit log CASE adjusted`, or `released`."
        dispute = case.disputes[-1] if case.disputes else None
        yield note(DISPUTED, message, case.origin(f"entry:{dispute.n}") if dispute else None, fix=fix)


def _days(facts: Facts, terms: PlanTerms) -> Iterator[Finding]:
    state = facts.case.debtor.state
    if terms.first_on < facts.as_of:
        yield stop(PAST, f"the first payment, {terms.first_on}, is before {facts.as_of}", fix="Take a later --start.")
    if terms.open_until and not facts.as_of <= terms.open_until <= terms.first_on:
        message = (
            f"the offer is to be open until {terms.open_until}, which is not between {facts.as_of} and the first "
            f"payment of {terms.first_on}"
        )
        yield stop(PAST, message, fix="Take another --open-until.")
    for one in terms.dues:
        if why := day_off(one.due_on, state):
            yield note(MOVED, f"the payment of {one.due_on} falls on {why}", fix="Take the next business day.")


def _rate(facts: Facts, terms: PlanTerms, law: PlanLaw) -> Iterator[Finding]:
    """Hold a rate of the plan's own against the agreed one and the law's cap."""
    place = facts.case.place("agreement", "interest")
    agreed = _agreed_rate(facts)
    if terms.interest is PlanInterest.CONTRACT and agreed is None:
        message = "no interest was agreed, so nothing is added to the plan; what the law allows stays beside it"
        yield note(RATE, message, fix="`--interest none` says the same in plain words.")
    if terms.percent is None:
        return
    percent = f"{terms.percent.normalize():f}%"
    if law.cap is not None and terms.percent > law.cap:
        message = f"{percent} a year is above the {law.cap.normalize():f}% that the law lets parties agree"
        yield stop(RATE, message, fix="Take a lower --interest.", law=law.cap_cite)
    if agreed is not None and terms.percent > agreed.rates[-1].percent:
        message = f"{percent} a year is above the {agreed.rates[-1].percent.normalize():f}% of the agreement"
        fix = "Take `--interest contract`; `--override K819 --because ...` if the debtor asked for it."
        yield stop(RATE, message, place, fix=fix, overridable=True)
    elif agreed is None:
        message = f"no interest was agreed before; the plan brings in {percent} a year"
        yield note(RATE, message, fix="Say in the talk why, and what the debtor gets for it.")


def _agreed_rate(facts: Facts) -> InterestTerms | None:
    interest = facts.terms.interest
    return interest if interest and interest.basis == "agreed" and interest.rates else None


def _people(facts: Facts, terms: PlanTerms, law: PlanLaw) -> Iterator[Finding]:
    case = facts.case
    if case.consumer:
        bears = " that bears interest" if terms.interest is not PlanInterest.NONE else ""
        message = f"an agreement to pay in instalments{bears} with a consumer may be consumer credit"
        fix = "Ask a lawyer whether disclosures are needed; no interest and few instalments keep clear of most of them."
        yield note(CONSUMER, message, case.place("purpose"), fix=fix, law="15 U.S.C. § 1602(g); 12 CFR 1026.2(a)(17)")
    if terms.guarantor is None:
        return
    index = next((n for n, one in enumerate(case.guarantors) if one.name == terms.guarantor), None)
    if index is None:
        message = f"the case has no guarantor {terms.guarantor}"
        fix = "Add the guarantor's name, kind and address under `guarantors:`."
        yield stop(GUARANTOR, message, case.place("guarantors"), fix=fix)
        return
    rule, cite = law.inquiry.value(RuleName.GUARANTY, facts.as_of, Guaranty) if law.inquiry else (None, "")
    if rule and rule.both_spouses_sign is Say.YES and case.guarantors[index].kind.natural_person:
        message = f"where {terms.guarantor} is married, both spouses must sign the guaranty"
        yield note(GUARANTOR, message, case.place("guarantors", index), fix="Ask, and let both sign.", law=cite)


def nothing_owed(facts: Facts) -> Finding:
    """Return the refusal of a plan where there is nothing to put on it."""
    totals = facts.ledger.totals
    if totals.disputed:
        said = spoken(totals.disputed, facts.ledger.currency)
        message, fix = f"all that is owed, {said}, is disputed", "Settle the dispute first: `kit log CASE adjusted`."
    else:
        message, fix = f"{facts.case.debtor.name} owes nothing on {facts.as_of}", "There is nothing to plan."
    return stop(NOTHING, message, facts.case.place("invoices"), fix=fix)
