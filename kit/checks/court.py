"""Could this claim be brought in small claims, and what stands in the way?

A letter says that a suit is intended only where nothing here stands in the way
and the user has recorded the decision; otherwise it says that one is possible.
An obstacle to filing is no reason against a letter: with the letter it goes as
a note. A claim out of time is one (see `kit.checks.limitation`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from kit.checks.collection_law import check_collection_law
from kit.checks.limitation import DISCLOSE, EXPIRED, check_limitation
from kit.checks.place import court_for
from kit.checks.right_to_sue import check_right_to_sue
from kit.facts import Facts
from kit.findings import Finding, Severity, note, stop
from kit.ledger.claim import claim_sums
from kit.model.case import Case
from kit.model.inquiry import Inquiry
from kit.model.law import Answer, Jurisdiction
from kit.model.law_courts import Counts, Demand, DemandMethod, Excess, LimitCounts, WhoMayFile
from kit.model.law_file import Court
from kit.model.law_names import RuleName
from kit.model.law_words import Say
from kit.model.money import DOLLARS, ZERO, spoken
from kit.model.selectors import days_of, selectors_of


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a suit would meet: the court, its limit, its demand rule, and everything known that stands in the way.

    ``findings`` go with a letter as they are; ``obstacles`` are stops for a filing.
    """

    court: Court | None = None
    limit: Decimal | None = None
    demand_days: int = 0
    demand_cite: str = ""
    demand_must_say: tuple[str, ...] = ()
    demand_methods: tuple[DemandMethod, ...] = ()
    findings: tuple[Finding, ...] = ()
    obstacles: tuple[Finding, ...] = ()
    used: tuple[Answer, ...] = ()
    tested: bool = False  # the limit and who may file were answered

    @property
    def clear(self) -> bool:
        """Whether a suit was tested and nothing known stands in the way of filing it."""
        stopped = any(finding.stops for finding in self.findings)
        return self.court is not None and self.tested and not stopped and not self.obstacles

    @property
    def for_letter(self) -> tuple[Finding, ...]:
        """Everything to say beside a letter: what stands in the way of a filing only as a note."""
        return (*self.findings, *(replace(one, severity=Severity.NOTE, overridable=False) for one in self.obstacles))


def outlook(facts: Facts) -> Outlook:
    """Return what a suit on this claim would meet if it were filed on the day of ``facts``."""
    federal = inquiry_for(facts, facts.federal) if facts.federal else None
    manners = [*check_collection_law(facts, federal), *federal.findings] if federal else []
    if facts.forum is None:
        seen, inquiry = Outlook(findings=(_no_forum(facts.case),)), None
    else:
        inquiry = inquiry_for(facts, facts.forum)
        manners += check_collection_law(facts, inquiry)
        seen = _suit(facts, inquiry)
    used = (*(inquiry.used if inquiry else ()), *(federal.used if federal else ()))
    return replace(seen, findings=(*seen.findings, *manners), used=used)


def for_reminder(facts: Facts) -> Iterator[Finding]:
    """Name what of a suit's outlook bears on every letter: a claim out of time, and law that binds who collects it."""
    for law in dict.fromkeys(law for law in (facts.forum, facts.federal) if law):
        inquiry = inquiry_for(facts, law)
        if law is facts.forum:
            yield from (one for one in check_limitation(facts, inquiry) if one.code in (EXPIRED, DISCLOSE))
        yield from check_collection_law(facts, inquiry)


def inquiry_for(facts: Facts, law: Jurisdiction) -> Inquiry:
    """Return what asks ``law`` about the claim as it stands on the day of ``facts``."""
    agreed = bool(facts.case.agreement.interest or facts.case.agreement.late_fee)
    amount = claimed(facts, LimitCounts()) or Decimal(1)
    selectors = {**selectors_of(facts.case), "amount": amount, "agreed": agreed}
    return Inquiry(law, selectors, days_of(facts.case, facts.as_of))


def _no_forum(case: Case) -> Finding:
    if case.forum_code is None:
        message, fix = "the court's state is not known", "Add `forum: us-..` or the debtor's address."
    else:
        message, fix = f"there is no file of the law of {case.forum_code}", "Ask a lawyer there before you sue."
    return note("K601", message, case.place("forum"), fix=fix)


def _suit(facts: Facts, inquiry: Inquiry) -> Outlook:
    out_of_time = check_limitation(facts, inquiry)
    choice = court_for(inquiry.law, facts.case)
    obstacles = list(choice.obstacles)
    seen = _court(facts, inquiry, choice.court, obstacles) if choice.court else Outlook()
    obstacles += [*check_right_to_sue(facts, inquiry), *agreed_conditions(facts, small_claims=seen.court is not None)]
    return replace(seen, findings=(*out_of_time, *_notice(facts.case), *inquiry.findings), obstacles=tuple(obstacles))


def _court(facts: Facts, inquiry: Inquiry, court_id: str, found: list[Finding]) -> Outlook:
    on = facts.as_of
    court = inquiry.law.courts[court_id]
    limit = inquiry.ask(RuleName.SMALL_CLAIMS_LIMIT, on, court=court_id)
    counts, _ = inquiry.value(RuleName.LIMIT_COUNTS, on, LimitCounts, court=court_id)
    who, who_cite = inquiry.value(RuleName.WHO_MAY_FILE, on, WhoMayFile, court=court_id)
    demand, demand_cite = inquiry.value(RuleName.DEMAND_BEFORE_SUIT, on, Demand, court=court_id)
    found += over_limit(facts, inquiry, court_id, limit, claimed(facts, counts or LimitCounts()))
    found += barred(facts, court, who, who_cite)
    required = demand is not None and demand.required is Say.YES
    return Outlook(
        court=court,
        limit=limit.value if limit and limit.state == "value" else None,
        demand_days=(demand.days or 0) if demand and required else 0,
        demand_cite=demand_cite,
        demand_must_say=demand.must_say if demand else (),
        demand_methods=demand.methods if demand and required else (),
        tested=limit is not None and who is not None,
    )


def claimed(facts: Facts, counts: LimitCounts) -> Decimal:
    """Return the part of a claim made today that counts toward a limit.

    Only what is overdue can be claimed, disputed or not, less money held; what is not known to be left out counts. The
    costs that a law leaves out are a court's own: postage or a bank's fee, where they can be claimed, count.
    """
    sums = claim_sums(facts.case, facts.ledger)
    parts = (
        (counts.interest, sums.by_law),
        (counts.contract_interest, sums.interest),
        (counts.late_fees, sums.fees),
        (counts.costs, sums.court_costs),
    )
    counted = sum((amount for word, amount in parts if word is not Counts.EXCLUDED), ZERO)
    return max(ZERO, sums.principal + sums.costs + counted - sums.held)


def over_limit(facts: Facts, inquiry: Inquiry, court_id: str, limit: Answer | None, amount: Decimal) -> list[Finding]:
    """Hold the claim against the limit of the court."""
    if limit is None or limit.state != "value":
        return []
    name, place = inquiry.law.courts[court_id].name, facts.case.place("invoices")
    if facts.case.currency != DOLLARS:
        message = (
            f"the claim is in {facts.case.currency} and the limit of the {name} in dollars; they were not compared"
        )
        return [stop("K607", message, place, fix="Ask the clerk how the claim is to be counted.", law=limit.cite)]
    if amount <= limit.value:
        return []
    claim, most, over = (spoken(sum_, DOLLARS) for sum_ in (amount, limit.value, amount - limit.value))
    message = f"the claim counts as {claim}; the limit of the {name} is {most}"
    excess, cite = inquiry.value(RuleName.EXCESS, facts.as_of, Excess, court=court_id)
    if excess and excess.may_waive is Say.YES:
        fix = f"File in the next court up, or give up the {over} over the limit ({cite})."
    else:
        fix = "File in the next court up."
    return [stop("K603", message, place, fix=fix, law=limit.cite, overridable=True)]


def barred(facts: Facts, court: Court, who: WhoMayFile | None, cite: str) -> list[Finding]:
    """Say where the court does not hear a plaintiff of this kind."""
    creditor = facts.case.creditor
    if who is None or creditor is None:
        return []
    place, fix = facts.case.place("creditor", "kind"), "File in the next court up."
    natural = creditor.kind.natural_person
    allowed = who.natural_person if natural else who.entity
    if allowed is Say.NO:
        said = "a person" if natural else "a company"
        return [stop("K604", f"the {court.name} takes no claim of {said}", place, fix=fix, law=cite)]
    home = creditor.address.state if creditor.address else creditor.organized_in
    if (
        not natural
        and who.entity_in_state_only is Say.YES
        and facts.forum
        and f"us-{(home or '').lower()}" != facts.forum.code
    ):
        message = (
            f"the {court.name} takes claims of companies of {facts.forum.name} only; yours is of {home or 'unknown'}"
        )
        return [stop("K604", message, facts.case.place("creditor", "address"), fix=fix, law=cite)]
    return []


def agreed_conditions(facts: Facts, *, small_claims: bool) -> list[Finding]:
    """Name the steps that the agreement itself puts before a suit."""
    return [*mediation_first(facts), *arbitration_instead(facts, small_claims=small_claims)]


def mediation_first(facts: Facts) -> Iterator[Finding]:
    """Name mediation where the agreement puts it before a suit."""
    if facts.case.agreement.conditions.mediation:
        message = "the agreement asks for mediation before a suit, and none is on record"
        place = facts.case.place("agreement", "conditions")
        yield stop("K605", message, place, fix="Ask for mediation in writing first.", overridable=True)


def arbitration_instead(facts: Facts, *, small_claims: bool) -> Iterator[Finding]:
    """Name arbitration where the agreement puts it in the place of this suit."""
    asked = facts.case.agreement.conditions
    if asked.arbitration and not (asked.small_claims_carved_out and small_claims):
        message = "the agreement sends disputes to an arbitrator instead of a court"
        place = facts.case.place("agreement", "conditions")
        yield stop("K605", message, place, fix="Start the arbitration, or ask a lawyer.", overridable=True)


def _notice(case: Case) -> list[Finding]:
    """Note the agreement's days to cure; a demand that gives them is that notice."""
    days = case.agreement.conditions.notice_and_cure_days
    if days is None:
        return []
    message = (
        f"the agreement asks for a notice and {days} days to put things right before a suit; a final demand is that"
    )
    place = case.place("agreement", "conditions", "notice_and_cure_days")
    return [note("K611", message, place, fix=f"Give {days} days at least, send it as the agreement says, and log it.")]
