"""May a plan say that a judgment is entered upon a default?

In a case that is pending the parties may agree on a judgment before that court. Without one it is a judgment by
confession: many states void it, and for consumers a federal rule does (16 CFR 444.2).
"""

from __future__ import annotations

from collections.abc import Iterator

from kit.checks.plan_law import PlanLaw
from kit.facts import Facts
from kit.findings import Finding, note, stop
from kit.model.inquiry import Inquiry
from kit.model.law_contracts import Clause, Validity
from kit.model.law_names import RuleName
from kit.model.law_words import ClaimWord
from kit.model.plan import PlanTerms
from kit.model.suit import suit_of

CONFESSED = "K811"
FIX = "Leave out `--stipulated-judgment`; a plan that acknowledges the debt makes a suit short anyway."


def check_stipulated(facts: Facts, terms: PlanTerms, law: PlanLaw) -> Iterator[Finding]:
    """Refuse a judgment by consent where the law bars it or no case is pending in which it could be entered."""
    if not terms.stipulated_judgment:
        return
    suit = suit_of(facts.case)
    if facts.case.consumer and law.federal:
        answer = law.federal.ask(RuleName.CONFESSION_OF_JUDGMENT, claim=ClaimWord.CONSUMER_CREDIT)
        rule = answer.of(Clause) if answer else None
        if rule and answer and rule.validity is Validity.VOID:
            message = "a consumer may not be made to agree to a judgment before there is one to ask for"
            yield stop(CONFESSED, message, facts.case.place("purpose"), fix=FIX, law=answer.cite)
            return
    if suit and not suit.dismissed and not suit.judgment:
        message = f"the agreed judgment is entered in the case filed on {suit.filed.on}, and by that court alone"
        fix = "Ask its clerk for the form of a stipulation; the court must sign it."
        yield note(CONFESSED, message, facts.case.origin(f"entry:{suit.filed.n}"), fix=fix)
        return
    asked = [_forum_today(law), law.inquiry]
    found = [one for inquiry in asked if inquiry for one in _clause(inquiry)]
    yield from found or [_unknown("")]


def _forum_today(law: PlanLaw) -> Inquiry | None:
    """Return the court's law asked about an agreement of today."""
    if law.forum is None or law.inquiry is None or law.forum.law is law.inquiry.law:
        return None
    return Inquiry(law.forum.law, law.inquiry.selectors, law.inquiry.days)


def _clause(inquiry: Inquiry) -> Iterator[Finding]:
    rule, cite = inquiry.value(RuleName.CONFESSION_OF_JUDGMENT, None, Clause)
    name = inquiry.law.name
    if rule is None:
        yield _unknown(name)
    elif rule.validity is Validity.VOID:
        message = f"no case is pending, and in {name} a judgment by confession is void"
        yield stop(CONFESSED, message, fix=FIX, law=cite)
    elif rule.validity is Validity.LIMITED:
        apart = f" (not for {', '.join(rule.void_for)})" if rule.void_for else ""
        message = f"no case is pending, and in {name} a judgment by confession holds only within limits{apart}"
        fix = f"{FIX} `--override {CONFESSED} --because ...` where a lawyer of that state worded it."
        yield stop(CONFESSED, message, fix=fix, law=cite, overridable=True)
    else:
        message = f"in {name} a judgment by confession holds; have a lawyer of that state word it"
        yield note(CONFESSED, message, law=cite)


def _unknown(name: str) -> Finding:
    where = f" in {name}" if name else ""
    message = f"no case is pending, and whether a judgment by confession holds{where} is not known"
    return stop(CONFESSED, message, fix=FIX)
