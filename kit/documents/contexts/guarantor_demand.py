"""The blanks of `letters/guarantor-demand`: a guarantor is asked while the debtor is in bankruptcy.

The debtor's stay does not cover a guarantor, but for consumer debts in chapters 12 and 13, which the checks refuse.
11 U.S.C. § 502(b)(2) ends interest in the claim against the debtor, not in the debt: the account runs on to the day of
the letter. It is written to the guarantor alone, and speaks of no next step.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kit.checks.guarantor_letter import guaranty_of, limit_of, paper_of
from kit.checks.insolvency import SAID
from kit.checks.stay_guarantor import check_guarantor, may_be_asked
from kit.checks.stay_words import INTEREST_ENDS
from kit.documents import wording
from kit.documents.contexts import account, demand_words, letterhead, overdue, overdue_charges
from kit.documents.contexts.account import Entry, Span
from kit.documents.contexts.letter import Letter, Opened, opened
from kit.documents.contexts.letterhead import Way
from kit.documents.contexts.overdue_charges import Charge
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError, Stopped
from kit.model.case import Case
from kit.model.party import Guarantor
from kit.model.stay import proceeding, stand_of

DAYS = 14  # to pay


@dataclass(frozen=True, slots=True)
class GuarantorDemand(Letter):
    """The blanks of ``letters/guarantor-demand``."""

    debtor: str
    guaranty: str
    bankruptcy: str
    late: str
    lines: tuple[Charge, ...]
    total_open: str
    dispute_sentence: str
    interest_sentence: str
    limit_sentence: str
    further: bool
    total_due: str
    where_to_pay: str
    pay_by: str
    ways: tuple[Way, ...]
    reach: str
    postings: tuple[Entry, ...]
    balance_sentence: str
    spans: tuple[Span, ...]
    spans_total: str


def decide(facts: Facts, request: Request) -> Request:
    """Return ``request`` with its guarantor and the last day to pay.

    Raises `KitError` where nobody, or more than one, may be meant, and `Stopped` where the one named may not be asked.
    """
    return replace(overdue.settled(facts, request, DAYS), guarantor=_chosen(facts, request.guarantor).name)


def build(facts: Facts, request: Request) -> GuarantorDemand:
    """Fill the letter as of the day of ``facts``. Raises what `decide` raises, and where there is no address."""
    case, ledger, one = facts.case, facts.ledger, _chosen(facts, request.guarantor)
    if one.address is None:
        raise KitError(f"where {one.name} is to be written to is not in the file; add `address:` under `guarantors:`")
    asked = overdue.asking(facts, request, ledger.demandable, DAYS)
    limit = limit_of(case, one)
    capped = limit is not None and limit <= ledger.demandable
    due = wording.money(limit if capped and limit is not None else ledger.demandable, case.currency)
    further = demand_words.further_charges(facts)
    return GuarantorDemand(
        **_opened(facts, one),
        subject=f"Your guaranty for {case.debtor.name}: please pay {due} by {asked['pay_by']}",
        debtor=case.debtor.name,
        guaranty=_guaranty(case, one),
        bankruptcy=_bankruptcy(facts),
        late=f"{demand_words.under(case)} with {case.debtor.name}, {overdue.late(facts)}.",
        lines=overdue_charges.lines(facts),
        total_open=asked["total_due"],
        dispute_sentence=_dispute(facts),
        interest_sentence=_interest(facts, further, capped=capped),
        limit_sentence="We ask for no more than you guaranteed." if capped else "",
        further=bool(further) and not capped,
        total_due=due,
        where_to_pay=asked["where_to_pay"],
        pay_by=asked["pay_by"],
        ways=asked["ways"],
        reach="call or write to us" if letterhead.creditor_of(case).phone else "write to us",
        postings=account.entries(case, ledger),
        balance_sentence=overdue_charges.balance(facts),
        spans=account.spans(case, ledger),
        spans_total=account.spans_total(case, ledger),
    )


def _chosen(facts: Facts, name: str) -> Guarantor:
    """Return the guarantor called ``name``; without a name, the only one who may be asked."""
    case = facts.case
    if not case.guarantors:
        raise KitError("nobody stands under `guarantors:` in the case; write who guaranteed the debt there first")
    if not (stand_of(case, facts.as_of).freezes or proceeding(case, facts.as_of)):
        raise KitError(f"{case.debtor.name} may be asked itself on {facts.as_of}; this letter is for the time when not")
    if facts.ledger.judgment:
        raise KitError("a judgment is on record: what a guarantor owes beside it is a question for a lawyer")
    known = ", ".join(one.name for one in case.guarantors)
    if name:
        found = next((one for one in case.guarantors if one.name.casefold() == name.strip().casefold()), None)
        if found is None:
            raise KitError(f"there is no guarantor `{name}`; there is {known}")
        against = [each for each in check_guarantor(case, found, facts.as_of, facts.federal) if each.stops]
        if against:
            raise Stopped(against)
        return found
    free = may_be_asked(case, facts.as_of, facts.federal)
    if len(free) > 1:
        raise KitError(f"each guarantor gets a letter of its own; say who is meant with --guarantor: {known}")
    return free[0] if free else case.guarantors[0]  # whom the checks refuse


def _opened(facts: Facts, one: Guarantor) -> Opened:
    """Return the letter's top and close, to the guarantor in place of the debtor."""
    today = wording.day(facts.as_of)
    copy = "; copy of the guaranty" if guaranty_of(facts.case, one) or paper_of(facts.case) else ""
    shared = opened(facts, enclosures=f"account as of {today}{copy}")
    shared["recipient"] = "\n".join(part for part in (one.shown_name, letterhead.address_lines(one.address)) if part)
    shared["salutation"] = f"Dear {one.name}:" if one.kind.natural_person else f"To {one.name}:"
    shared["footer"] = letterhead.footer(facts.case, f"letter of {today}", one.name)
    return shared


def _guaranty(case: Case, one: Guarantor) -> str:
    """Return what was guaranteed, as far as the file says it."""
    name, agreement, paper = case.debtor.shown_name, letterhead.agreement_words(case), paper_of(case)
    dated = f"By the guaranty of {wording.day(paper.on)} you" if paper and paper.on else "You"
    limit = limit_of(case, one)
    most = f", up to {wording.money(limit, case.currency)}" if limit is not None else ""
    if guaranty_of(case, one) is None:
        return f"{dated} guaranteed what {name} owes us under our {agreement}{most}."
    start = "By your guaranty you" if dated == "You" else dated
    return (
        f"{start} promised that what {name} owes us under our {agreement} will be paid when it is due{most}. It is "
        f"a guaranty of payment: it does not ask us to turn to {case.debtor.name} first."
    )


def _bankruptcy(facts: Facts) -> str:
    """Return what happened to the debtor, and that a guaranty stands beside it."""
    case, filed = facts.case, facts.case.bankruptcy
    name = case.debtor.name
    if filed is None or not stand_of(case, facts.as_of).freezes:
        seen = proceeding(case, facts.as_of)
        said = SAID[seen.kind].split(", ")[0] if seen else "does not pay"
        return f"{name} {said}. That does not change what you guaranteed."
    under = f" under chapter {filed.chapter}" if filed.chapter else ""
    by = f"Creditors filed a petition against {name}" if filed.involuntary else f"{name} filed for bankruptcy"
    on = filed.discharged_on if filed.discharged(facts.as_of) else None
    gone = f"; {name} was discharged on {wording.day(on)}" if on else ""
    moved = [f"to chapter {one.to} on {wording.day(one.on)}" for one in filed.converted if one.on <= facts.as_of]
    went = f", and the case was converted {wording.listing(moved)}" if moved else ""
    return f"{by}{under} on {wording.day(filed.petition_on)}{went}{gone}. That does not change what you guaranteed."


def _dispute(facts: Facts) -> str:
    """Return what the debtor disputes and this letter leaves out; empty where nothing is."""
    disputed = facts.ledger.totals.disputed
    if not disputed:
        return ""
    amount = wording.money(disputed, facts.case.currency)
    return f"{facts.case.debtor.name} disputes {amount} of the account, which is not asked for in this letter."


def _interest(facts: Facts, further: str, *, capped: bool) -> str:
    """Return that interest goes on beside the bankruptcy, and at which rate; empty where none does."""
    if not further or capped:
        return ""
    filed = facts.case.bankruptcy
    if filed is None or not stand_of(facts.case, facts.as_of).freezes or not facts.ledger.totals.interest:
        return further
    name = facts.case.debtor.name
    ends = f"In the claim against {name} interest ends with the petition ({INTEREST_ENDS}); in the debt it does not."
    return f"{ends} {further}"
