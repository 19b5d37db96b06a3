"""The words of a demand that turn on the law of the court: the last day, how it travels, what may follow.

A suit is called intended only where the user has recorded that decision, its
day is past the last day to pay, and nothing known stands in the way. Where the
time to sue may have run out, no suit is mentioned at all.
"""

from __future__ import annotations

from datetime import date, timedelta

from kit.checks.court import Outlook
from kit.checks.limitation import EXPIRED
from kit.documents import wording
from kit.documents.contexts.account import citation
from kit.facts import Facts
from kit.findings import KitError
from kit.model.business_days import next_business_day
from kit.model.case import Case
from kit.model.law_courts import DemandMethod

USUAL_DAYS = 14  # time to answer where law and agreement ask for less
WAYS = {
    DemandMethod.CERTIFIED_MAIL: "certified mail",
    DemandMethod.REGISTERED_MAIL: "registered mail",
    DemandMethod.PERSONAL: "hand",
}


def pay_by(facts: Facts, seen: Outlook) -> date:
    """Return the last day to pay: two weeks, or more where law or agreement asks for it; never on a day off."""
    last = max(facts.as_of + timedelta(days=USUAL_DAYS), earliest(facts, seen))
    return next_business_day(last, facts.case.debtor.state)


def earliest(facts: Facts, seen: Outlook) -> date:
    """Return the first day that law and agreement accept as the last day to pay."""
    cure = facts.case.agreement.conditions.notice_and_cure_days or 0
    return facts.as_of + timedelta(days=max(seen.demand_days, cure, 1))


def accepted(facts: Facts, seen: Outlook, chosen: date) -> date:
    """Return ``chosen`` as the last day to pay. Raises `KitError` where law or agreement gives the debtor longer."""
    first = earliest(facts, seen)
    if chosen >= first:
        return chosen
    why = citation(seen.demand_cite) if seen.demand_days and seen.demand_cite else "the agreement"
    raise KitError(f"{chosen} is too soon as the last day to pay: {why} gives the debtor until {first}")


def sent_how(seen: Outlook) -> str:
    """Return how the letter must travel, where the law of the court leaves no ordinary way."""
    if not seen.demand_methods or any(method not in WAYS for method in seen.demand_methods):
        return ""
    return f"By {wording.listing((WAYS[method] for method in seen.demand_methods), 'or')}"


def action(facts: Facts, seen: Outlook, last_day: date) -> str:
    """Return the sentence about what follows."""
    unpaid = f"If the full amount has not reached us by {wording.day(last_day)},"
    if any(finding.code == EXPIRED for finding in seen.findings):
        return f"{unpaid} we will decide how to go on."
    conditions = facts.case.agreement.conditions
    notice = "This letter is also the notice that our agreement asks for. " if conditions.notice_and_cure_days else ""
    if conditions.mediation:
        return f"{notice}{unpaid} we may ask for the mediation that our agreement provides for. We would rather not."
    if conditions.arbitration and not conditions.small_claims_carved_out:
        return f"{notice}{unpaid} we may start the arbitration that our agreement provides for. We would rather not."
    day = _decided(facts.case, facts.as_of, last_day)
    if day and seen.clear and seen.court:
        court = f"the {seen.court.name}{',' if ',' in seen.court.name else ''}"
        return f"{notice}{unpaid} we intend to file a claim in {court} on or after {wording.day(day)}."
    return f"{notice}{unpaid} we may file a claim in court without writing again. We would rather not."


def _decided(case: Case, as_of: date, last_day: date) -> date | None:
    """Return the first day of the suit that the user has decided on, if it leaves the time to pay."""
    decided = case.legal_action
    if decided and decided.decided_on <= as_of and decided.not_before > last_day:
        return decided.not_before
    return None


def law_remarks(seen: Outlook) -> tuple[str, ...]:
    """Return what the law of the court asks of a demand: days and contents."""
    cite, texts = citation(seen.demand_cite), []
    if seen.demand_days:
        texts.append(f"Time to answer before a claim is filed: {wording.count(seen.demand_days, 'day')} ({cite}).")
    if seen.demand_must_say:
        texts.append(f"What a demand before a claim states ({cite}): {'; '.join(seen.demand_must_say)}.")
    return tuple(texts)


def enclosed(seen: Outlook) -> tuple[str, ...]:
    """Return the copies that the law of the court wants enclosed."""
    return tuple(text for text in seen.demand_must_say if text.casefold().startswith("a copy of"))
