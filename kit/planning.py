"""A payment plan, or one later day: its terms worked out, checked, and put on paper.

the account of the day ─ the payments to the cent ─ the checks ─ the agreement, or the letter that gives more time

Nothing changes in the account before the plan was signed; an extension holds from the day its letter was sent.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from kit import pipeline
from kit.checks.plan import check_plan, nothing_owed
from kit.checks.run import override
from kit.documents import draft as drafting
from kit.documents.calendar import Deadline
from kit.documents.contexts.request import Request
from kit.documents.plan_deadlines import debtor_days, own_days
from kit.facts import Facts
from kit.findings import Finding, KitError, Stopped, stop
from kit.ledger.plan_schedule import NoSchedule, Schedule, Wish, schedule
from kit.ledger.plan_standing import PlanStanding, newest_plan
from kit.model.business_days import next_business_day
from kit.model.document_ids import EXTENSION, PAYMENT_PLAN, short_id
from kit.model.money import ZERO
from kit.model.party import Channel
from kit.model.plan import CURE, GRACE, PlanTerms
from kit.model.stay import freezes
from kit.model.taken import sold
from kit.pipeline import Loaded, Made

THINK = timedelta(days=14)  # manners: to read it and to ask somebody


@dataclass(frozen=True, slots=True)
class Offer:
    """What the user would agree to: the payments, and what happens when one is late."""

    wish: Wish
    extension: bool = False
    grace_days: int = GRACE
    cure_days: int = CURE
    accelerates: bool = True
    guarantor: str | None = None
    stipulated_judgment: bool = False
    methods: tuple[str, ...] = ()
    open_until: date | None = None

    @property
    def document(self) -> str:
        """The paper that offers it."""
        return EXTENSION if self.extension else PAYMENT_PLAN


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan as it would be, or was, offered; ``interest`` is what of its sums is interest to come."""

    facts: Facts
    terms: PlanTerms
    interest: Decimal
    findings: tuple[Finding, ...]
    paper: Made | None = None

    @property
    def calendars(self) -> tuple[tuple[Deadline, ...], tuple[Deadline, ...]]:
        """The days to keep in mind: ours, and those for the debtor."""
        return own_days(self.facts, self.terms), debtor_days(self.facts, self.terms)


@dataclass(frozen=True, slots=True)
class Running:
    """A plan that was agreed, as it stands."""

    facts: Facts
    standing: PlanStanding
    rests: str = ""  # why nothing of it may be asked for; empty where nothing is in the way
    calendars: tuple[tuple[Deadline, ...], tuple[Deadline, ...]] = field(default=((), ()))


def look_at_plan(path: Path, offer: Offer, *, as_of: date) -> Planned:
    """Return the terms of ``offer`` and everything to know before it is made; nothing is made.

    Raises `Stopped` where no plan comes of it.
    """
    loaded = pipeline.load_case(path, as_of=as_of)
    facts = pipeline.gather(loaded)
    terms, interest = terms_for(facts, offer)
    return Planned(facts, terms, interest, _findings(loaded, facts, offer, terms))


def make_plan(
    path: Path,
    offer: Offer,
    *,
    as_of: date,
    channel: Channel | None = None,
    overrides: dict[str, str] | None = None,
) -> Planned:
    """Make the paper that offers ``offer``; raises `Stopped` and `InvalidFile` with everything in the way."""
    loaded = pipeline.load_case(path, as_of=as_of)
    facts = pipeline.gather(loaded)
    terms, interest = terms_for(facts, offer)
    found = override(_findings(loaded, facts, offer, terms), overrides or {})
    if any(one.stops for one in found):
        raise Stopped(found)
    step = short_id(EXTENSION) if offer.extension else ""
    request = Request(offer.document, step=step, deal=terms, channel=channel)
    template = pipeline.sound_template(loaded, request)
    request = drafting.decide(facts, request, template)
    paper = pipeline.commit(loaded, facts, pipeline.draft(facts, request, template), found)
    return Planned(facts, terms, interest, paper.findings, paper)


def running_plan(path: Path, *, as_of: date) -> Running:
    """Return the plan or extension that was agreed last, as it stands; raises `KitError` where there is none."""
    facts = pipeline.look(path, as_of=as_of)
    here = newest_plan(facts.case, as_of, facts.ledger)
    if here is None:
        offers = [made for made in facts.case.made if isinstance(made.deal, PlanTerms) and made.deal.kind == "plan"]
        last = f"the plan of {offers[-1].on} (entry {offers[-1].n}) was not signed" if offers else "no plan was agreed"
        raise KitError(
            f"{last}; `kit plan CASE --start DATE --instalments N` offers one, and `kit log CASE signed` records that "
            "it was signed"
        )
    if not here.state.holds:
        return Running(facts, here)
    if rests := _rests(facts):
        return Running(facts, here, rests)
    return Running(facts, here, "", (own_days(facts, here.terms, here), debtor_days(facts, here.terms, here)))


def _rests(facts: Facts) -> str:
    """Return why nothing of a plan may be asked for on the day of ``facts``, in a sentence; empty where it may."""
    case = facts.case
    if freezes(case, facts.as_of):
        return "The debtor is in bankruptcy: nothing of it may be asked for."
    gone = next(iter(sold(case)), None)
    return f"The claim was sold to {gone.terms.who}: nothing of it is yours to ask for." if gone else ""


def terms_for(facts: Facts, offer: Offer) -> tuple[PlanTerms, Decimal]:
    """Return the terms that ``offer`` comes to on the day of ``facts``, and the interest within its sums.

    Raises `Stopped` where it comes to none, `KitError` for days that have passed.
    """
    wish, debt = offer.wish, facts.ledger.totals.collectable
    if wish.start < facts.as_of:
        raise KitError(f"the first payment cannot be on {wish.start}, before {facts.as_of}; take a later --start")
    if offer.extension and wish.start == facts.as_of:
        raise KitError(f"{wish.start} is today; more time needs a later day")
    if debt <= ZERO:
        raise Stopped((nothing_owed(facts),))
    planned = _schedule(facts, offer, debt)
    first = planned.down or planned.instalments[0]
    terms = PlanTerms(
        kind="extension" if offer.extension else "plan",
        counted_on=facts.as_of,
        debt=debt,
        down=planned.down,
        instalments=planned.instalments,
        interest=wish.interest,
        percent=wish.percent,
        grace_days=offer.grace_days,
        cure_days=offer.cure_days,
        accelerates=offer.accelerates and not offer.extension,
        acknowledges=not offer.extension,  # nobody signs a letter that gives more time
        guarantor=offer.guarantor,
        stipulated_judgment=offer.stipulated_judgment,
        methods=offer.methods,
        open_until=None if offer.extension else offer.open_until or _until(facts, first.due_on),
    )
    return terms, planned.interest


def _schedule(facts: Facts, offer: Offer, debt: Decimal) -> Schedule:
    wish = replace(offer.wish, count=1, amount=None, down=None, down_percent=None) if offer.extension else offer.wish
    try:
        return schedule(facts.case, facts.terms, wish, debt=debt, counted_on=facts.as_of, alone=offer.extension)
    except NoSchedule as err:
        raise Stopped((stop(err.code, str(err), facts.case.place("invoices")),)) from None


def _until(facts: Facts, first: date) -> date:
    """Return the last day of the offer: two weeks on, but not after the first payment."""
    return min(next_business_day(facts.as_of + THINK, facts.case.debtor.state), first)


def _findings(loaded: Loaded, facts: Facts, offer: Offer, terms: PlanTerms) -> tuple[Finding, ...]:
    template = pipeline.sound_template(loaded, Request(offer.document, deal=terms))
    return tuple(dict.fromkeys((*check_plan(facts, terms), *pipeline.run_checks(facts, template))))
