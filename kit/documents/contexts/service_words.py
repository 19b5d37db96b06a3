"""How the papers reach a defendant: the state's methods in words, who may not serve, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kit.checks.counting import Counted, counted_back
from kit.documents import wording
from kit.documents.contexts.court_law import CourtLaw
from kit.model.law_courts import CourtForms, Service, ServiceMethod
from kit.model.law_days import DayCounting
from kit.model.law_names import RuleName
from kit.model.law_words import Say

HOW = {
    ServiceMethod.CLERK_MAIL: "The clerk mails them. Ask for it when you file, and pay the postage.",
    ServiceMethod.CLERK_CERTIFIED_MAIL: (
        "The clerk mails them by certified mail. Ask for it when you file, pay the charge, and look before the hearing "
        "whether the receipt came back signed by the defendant."
    ),
    ServiceMethod.PARTY_CERTIFIED_MAIL: (
        "You mail them yourself by certified mail with return receipt, and keep the receipt for the court."
    ),
    ServiceMethod.SHERIFF: "The sheriff hands them over. Ask that office for its form and its fee.",
    ServiceMethod.CONSTABLE: "The constable hands them over. Ask that office for its form and its fee.",
    ServiceMethod.PROCESS_SERVER: "A registered or approved process server hands them over, for a fee.",
    ServiceMethod.ADULT_NON_PARTY: (
        "Any person of 18 or more who is neither plaintiff nor defendant hands them over and signs the proof."
    ),
    ServiceMethod.SUBSTITUTED: (
        "Where the defendant cannot be met, the papers are left with a responsible adult where the defendant lives or "
        "works and mailed as well. It takes longer; ask the clerk for the exact steps."
    ),
    ServiceMethod.ACKNOWLEDGED_MAIL: (
        "They are mailed with a form on which the defendant acknowledges them. It counts only once that form comes "
        "back signed."
    ),
    ServiceMethod.ELECTRONIC: "They are sent electronically, where the rules or an order of the court allow it.",
    ServiceMethod.PUBLICATION: "They are published in a newspaper. That needs an order of the court first.",
}


@dataclass(frozen=True, slots=True)
class Method:
    """One way to serve."""

    text: str


@dataclass(frozen=True, slots=True)
class Until:
    """Last days of service; None where the law sets none or no hearing day is known."""

    inside: Counted | None = None  # defendant in the court's county
    outside: Counted | None = None
    proof: Counted | None = None


def service_of(law: CourtLaw) -> Service:
    """Return the rule of service; an empty one where it is not on record."""
    return law.of(RuleName.SERVICE, Service) or Service()


def methods(law: CourtLaw) -> tuple[Method, ...]:
    """Return the ways that the court's law lists."""
    return tuple(Method(HOW[one]) for one in service_of(law).methods)


def who_may_not(law: CourtLaw) -> str:
    """Return who must not serve."""
    mailed = ServiceMethod.PARTY_CERTIFIED_MAIL in service_of(law).methods
    but = ", apart from the certified mail named above," if mailed else ""
    return f"You may not serve the papers yourself{but} and no other party may. Who serves must be 18 or more."


def until(law: CourtLaw, hearing: date | None) -> Until:
    """Return the last days to serve and to file the proof, counted back from the hearing."""
    rule, counting = service_of(law), law.of(RuleName.DAY_COUNTING, DayCounting) or DayCounting()
    if hearing is None:
        return Until()

    def back(days: int | None) -> Counted | None:
        return counted_back(hearing, days, counting, law.letters) if days else None

    return Until(back(rule.days_before_hearing), back(rule.days_before_hearing_outside), back(rule.proof_days_before))


def day_words(last: Counted) -> str:
    """Return a last day, and the safe one before it where it falls on a day of rest."""
    named = wording.day(last.last)
    if last.safe == last.last:
        return named
    return f"{named}, which is {_why(last.why)}; do it by {wording.day(last.safe)}"


def _why(name: str) -> str:
    return name if name.startswith("a ") else f"a holiday ({name})"


def last_day(law: CourtLaw, hearing: date | None) -> str:
    """Return until when to serve, as a sentence; with the days alone where no hearing day is known."""
    rule, basis = service_of(law), law.basis(RuleName.SERVICE)
    days, outside = rule.days_before_hearing, rule.days_before_hearing_outside
    if days is None:
        if rule.answer_days is not None:
            within = wording.count(rule.answer_days, "day")
            return f"The defendant has {within} after service to answer ({basis})."
        return "How many days before the hearing the papers must be served is not on record: ask the clerk."
    seen = until(law, hearing)
    if seen.inside is None:
        more = f", {outside} where the defendant is outside the county" if outside else ""
        return (
            f"The papers must be served {wording.count(days, 'day')} before the hearing at the latest{more} ({basis})."
        )
    far = f" Outside the county of the court: {day_words(seen.outside)}." if seen.outside else ""
    return (
        f"Last day to serve, {wording.count(days, 'day')} before the hearing: {day_words(seen.inside)} ({basis}).{far}"
    )


def proof_day(law: CourtLaw, hearing: date | None) -> str:
    """Return when the proof must be with the clerk."""
    days, seen = service_of(law).proof_days_before, until(law, hearing)
    if not days:
        return "File the proof with the clerk as soon as the papers are served, and keep a copy."
    if seen.proof is None:
        return f"The proof must be with the clerk {wording.count(days, 'day')} before the hearing at the latest."
    return f"The proof must be with the clerk by {day_words(seen.proof)}."


def beyond(law: CourtLaw, defendant_state: str | None) -> str:
    """Return what holds for a defendant outside the state; empty where it is within."""
    if defendant_state is None or defendant_state == law.letters or not law.state:
        return ""
    said = service_of(law).beyond_state_line
    if said is Say.NO:
        return f"Papers of this court cannot as a rule be served outside {law.state}: ask the clerk before you file."
    if said is Say.YES:
        return f"Papers of this court may be served outside {law.state}; ask the clerk how."
    return f"Whether papers of this court may be served outside {law.state} is not on record: ask the clerk."


def form_named(law: CourtLaw) -> str:
    """Return the court's own form for the proof; empty where none is on record."""
    rule = law.of(RuleName.COURT_FORMS, CourtForms)
    for form in rule.forms if rule else ():
        if "service" in form.title.casefold():
            number = f"form {form.number}, " if form.number else "the form "
            where = f", {form.url}" if form.url else ""
            return f"This court has its own paper for this: {number}“{form.title}”{where}. Use that one."
    return ""
