"""Is this contract the right form for this work, this client, this place and these signers?

The generic services contract is refused where the law wants a form of its own;
a clause that the law would void is named before anybody relies on it. The
contract never waives a jury and never confesses judgment, so those rules are
not asked here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TypeVar

from kit.checks.freelancer import whole_price
from kit.facts import Facts
from kit.findings import Finding, note, stop
from kit.model.case import Case, WorkKind
from kit.model.inquiry import Inquiry
from kit.model.law import Jurisdiction
from kit.model.law_building import ConsumerWork
from kit.model.law_contracts import Clause, Guaranty, Validity
from kit.model.law_days import CoolingOff
from kit.model.law_names import RuleName
from kit.model.law_words import Say
from kit.model.money import DOLLARS, spoken
from kit.model.party import Guarantor
from kit.model.selectors import selectors_of

T = TypeVar("T")
COOLING_OFF = "16 C.F.R. § 429.1"  # where there is no federal file
ONE_SPOUSE = "12 C.F.R. § 1002.7(d)"


def check_form(facts: Facts, inquiry: Inquiry, on: date) -> Iterator[Finding]:
    """Say what speaks against signing this contract in this form on the day ``on``."""
    case = facts.case
    if case.consumer:
        yield from _consumer(case, inquiry, facts.federal, on)
    yield from _conditions(case)
    yield from _forum(case, facts.law, facts.forum, inquiry, on)


def _consumer(case: Case, inquiry: Inquiry, federal: Jurisdiction | None, on: date) -> Iterator[Finding]:
    """Refuse home improvement for a consumer, and name the rules on consumer contracts."""
    price = whole_price(case)
    if case.work.home_improvement:
        home, cite = inquiry.value(RuleName.HOME_IMPROVEMENT, on, ConsumerWork, amount=price or Decimal(1))
        small = home is not None and home.over is not None and price is not None and price <= home.over
        if home is None or (home.own_contract is not Say.NO and not small):
            limit = f" over {spoken(home.over, DOLLARS)}" if home and home.over else ""
            message = f"work on a consumer's home{limit} needs a contract of its own form; this one would not do"
            fix = "Use the form that the state's contractors board publishes, or have a lawyer draw it."
            yield stop("K130", message, case.place("work", "home_improvement"), fix=fix, law=cite)
    rule, cite = _federal(RuleName.COOLING_OFF, CoolingOff, case, inquiry, federal, on)
    days = f" (a sale at the client's home can be cancelled within {rule.business_days} business days)" if rule else ""
    message = f"the client is a consumer: cooling-off and credit-disclosure rules may apply to this contract{days}"
    fix = "Ask a lawyer before using it for consumers."
    yield note("K131", message, case.place("purpose"), fix=fix, law=cite or COOLING_OFF)


def _conditions(case: Case) -> Iterator[Finding]:
    """Note what the steps before a suit cost the creditor."""
    conditions = case.agreement.conditions
    if conditions.arbitration and not conditions.small_claims_carved_out:
        message = "arbitration without an exception keeps you, too, out of small-claims court"
        place = case.place("agreement", "conditions", "small_claims_carved_out")
        yield note("K146", message, place, fix="Write `small_claims_carved_out: yes` to keep that road open.")


def _forum(
    case: Case, law: Jurisdiction | None, forum: Jurisdiction | None, inquiry: Inquiry, on: date
) -> Iterator[Finding]:
    """Name a choice of another state's law and courts that the state of the building site would void."""
    site = case.work.place
    if case.work.kind is not WorkKind.CONSTRUCTION or site is None or law is None:
        return
    code = f"us-{site.state.lower()}"
    if law.code == code:
        return
    place = case.place("agreement", "governing_law")
    if forum is None or forum.code != code:
        message = (
            f"the property is in {site.state}, the contract chooses {law.name}; whether that stands was not tested"
        )
        yield note("K147", message, place, fix=f"Write `governing_law: {code}`, or ask a lawyer there.")
        return
    there = Inquiry(forum, inquiry.selectors, inquiry.days)
    rule, cite = there.value(RuleName.FORUM_CLAUSE, on, Clause, agreed=True)
    inquiry.join(there)
    if rule is not None and rule.validity is not Validity.VALID:
        about = f" ({'; '.join(rule.void_for)})" if rule.void_for else ""
        message = f"the property is in {forum.name}, where a clause choosing the courts of {law.name} is void{about}"
        yield stop("K148", message, place, fix=f"Write `governing_law: {code}`.", law=cite, overridable=True)


def check_guaranty(facts: Facts, inquiry: Inquiry, on: date, found: list[Finding]) -> bool:
    """Return whether the guarantor's spouse signs too; a guarantor who is missing is named by the needs."""
    case = facts.case
    wanted = case.agreement.guaranty
    guarantor = next((one for one in case.guarantors if wanted and one.name == wanted.guarantor), None)
    if wanted is None or guarantor is None or not guarantor.kind.natural_person:
        return False
    rule, cite = inquiry.value(RuleName.GUARANTY, on, Guaranty)
    place = case.place("guarantors", case.guarantors.index(guarantor), "spouse")
    if rule is not None and rule.both_spouses_sign is Say.YES:
        message = f"if {guarantor.name} is married, the spouse must sign the guaranty too"
        fix = "Add `spouse:` under the guarantor if there is one." if not guarantor.spouse else ""
        found.append(note("K139", message, place, fix=fix, law=cite))
        return True
    if guarantor.spouse:
        found.append(_spouse(guarantor, facts, inquiry, on))
    return False


def _spouse(guarantor: Guarantor, facts: Facts, inquiry: Inquiry, on: date) -> Finding:
    """Return the note that a spouse's signature must not be asked for where the state does not need it."""
    case = facts.case
    _, cite = _federal(RuleName.GUARANTY, Guaranty, case, inquiry, facts.federal, on)
    message = f"{guarantor.spouse} does not sign: a creditor may not ask for a spouse's signature without need"
    place = case.place("guarantors", case.guarantors.index(guarantor), "spouse")
    return note("K138", message, place, fix="Take `spouse:` out.", law=cite or ONE_SPOUSE)


def _federal(
    rule: RuleName, shape: type[T], case: Case, inquiry: Inquiry, federal: Jurisdiction | None, on: date
) -> tuple[T | None, str]:
    """Ask the federal law where its file is at hand; what it answers is kept with ``inquiry``."""
    if federal is None:
        return None, ""
    asked = Inquiry(federal, selectors_of(case), inquiry.days)
    found = asked.value(rule, on, shape)
    inquiry.join(asked)
    return found
