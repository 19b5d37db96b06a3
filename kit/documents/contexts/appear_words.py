"""Who may act and speak for the plaintiff, and whether lawyers may: the court's rule in words."""

from __future__ import annotations

from collections.abc import Iterator

from kit.documents import wording
from kit.documents.contexts import letterhead
from kit.documents.contexts.court_law import CourtLaw
from kit.model.case import Case
from kit.model.law_courts import Agent, Lawyers, WhoMayAppear
from kit.model.law_names import RuleName
from kit.model.law_words import Say

THROUGH = {
    Agent.OFFICER: "an officer",
    Agent.DIRECTOR: "a director",
    Agent.MEMBER: "a member",
    Agent.PARTNER: "a partner",
    Agent.OWNER: "an owner",
    Agent.EMPLOYEE: "an employee",
    Agent.REGULAR_EMPLOYEE: "a regular employee who was not hired for this case",
    Agent.AUTHORIZED_AGENT: "an agent with authority in writing",
}
LAWYERS = {
    Lawyers.ALLOWED: "A lawyer may speak for either side.",
    Lawyers.BARRED: "No lawyer speaks for either side at the hearing.",
    Lawyers.BY_LEAVE: "A lawyer speaks only with leave of the court.",
}
ASK = "Who may speak for you at the hearing is not on record: ask the clerk before you file."


def appearing(law: CourtLaw) -> WhoMayAppear:
    """Return the rule; an empty one where it is not on record."""
    return law.of(RuleName.WHO_MAY_APPEAR, WhoMayAppear) or WhoMayAppear()


def speakers(case: Case, law: CourtLaw) -> tuple[str, ...]:
    """Return who may speak, in sentences."""
    return tuple(_speakers(case, law))


def _speakers(case: Case, law: CourtLaw) -> Iterator[str]:
    rule, basis = appearing(law), law.basis(RuleName.WHO_MAY_APPEAR)
    plaintiff = letterhead.creditor_of(case)
    if plaintiff.kind.natural_person:
        yield f"{plaintiff.name} speaks in person{f' ({basis})' if basis else ''}."
    elif rule.entity_without_lawyer is Say.YES:
        through = wording.listing([THROUGH[one] for one in rule.through], "or")
        who = f" through {through}" if through else ""
        yield f"{plaintiff.name} may appear without a lawyer{who} ({basis})."
    elif rule.entity_without_lawyer is Say.NO:
        yield f"{plaintiff.name} can appear only through a lawyer ({basis})."
    else:
        yield ASK
    if rule.lawyers in LAWYERS:
        yield LAWYERS[rule.lawyers]
    yield from authority(case, law)


def authority(case: Case, law: CourtLaw) -> Iterator[str]:
    """Yield the paper that shows the authority of whoever acts for an entity."""
    rule = appearing(law)
    if letterhead.creditor_of(case).kind.natural_person:
        return
    if rule.form:
        yield f"Whoever appears brings form {rule.form}, filled in and signed."
    elif rule.authority_in_writing is Say.YES:
        yield "Whoever appears brings the authority in writing, signed by an officer."
