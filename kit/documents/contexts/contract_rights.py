"""The contract's sentences about the work itself: what, when, stopping, rights in it, ending."""

from __future__ import annotations

from kit.checks.contract_terms import ContractTerms
from kit.documents import wording
from kit.model.agreement import RightsPass
from kit.model.case import Case, WorkKind
from kit.model.price import RecurringPrice

# The house's own terms, where the case has no word on them; no law sets these.
NOTICE_DAYS = 14  # to end an agreement that does not recur
CURE_DAYS = 10  # to put a breach right before the other party may end the agreement at once


def work_opening(case: Case) -> str:
    """Return the sentence before the list of the work; without a list it says the work itself."""
    place = f" at {', '.join(case.work.place.lines)}" if case.work.place else ""
    if not case.agreement.scope and case.work.text:
        return f"Provider does this work for Client{place}: {case.work.text}."
    about = f" ({case.work.text})" if case.work.text else ""
    if case.agreement.scope:
        return f"Provider does this work for Client{about}{place}:"
    return f"Provider works for Client{about}{place}."


def period_sentence(case: Case) -> str:
    """Return from when and until when."""
    goods = case.work.kind is WorkKind.GOODS
    starts, ends = case.agreement.starts_on, case.agreement.ends_on
    begin = f"{'Deliveries start' if goods else 'Work starts'} on {wording.day(starts)}" if starts else ""
    finish = f"by {wording.day(ends)}" if ends else ""
    if starts and ends:
        return f"{begin} and {'end' if goods else 'is to be finished'} {finish}."
    if ends:
        return f"{'Deliveries end' if goods else 'Work is to be finished'} {finish}."
    return f"{begin}." if begin else ""


def suspension_sentence(case: Case) -> str:
    """Return the right to stop work when an invoice stays unpaid."""
    days = case.agreement.suspension_after_days
    if days is None:
        return ""
    late = f"more than {wording.count(days, 'day')} overdue" if days else "overdue"
    stop = "stop deliveries" if case.work.kind is WorkKind.GOODS else "stop work"
    kept = "Provider does not disable or take back anything that Client already has in use."
    first = (
        f"If an undisputed amount is {late}, Provider may {stop} three business days after saying so in writing, until "
        "it is paid. The dates move by the time lost."
    )
    return first if secured(case) else f"{first} {kept}"


def secured(case: Case) -> bool:
    """Whether the goods themselves secure their price, so that the clause on title says what may be taken back."""
    return case.work.kind is WorkKind.GOODS and case.agreement.goods.retain_title


def rights_sentence(case: Case) -> str:
    """Return when rights in the work pass: by assignment in writing (17 U.S.C. § 204(a))."""
    if case.work.kind is not WorkKind.SERVICES or case.agreement.rights is RightsPass.NONE:
        return ""
    paid = case.agreement.rights is RightsPass.ON_PAYMENT
    when = "when Provider has been paid in full for it" if paid else "on delivery"
    return (
        f"Provider assigns to Client the copyright and other rights in the delivered work {when}. "
        "Until then Provider keeps them, and Client may use the work only to review it."
    )


def rights_more(case: Case) -> str:
    """Return what stays with the provider."""
    if not rights_sentence(case):
        return ""
    return (
        "Provider keeps its tools, methods and earlier work, which Client may use as part of what was delivered. "
        "Once Client has made the work public, Provider may show it as a sample unless Client objects in writing."
    )


def retaliation_sentence(terms: ContractTerms) -> str:
    """Return the terms a freelancer law wants in the contract, where one applies."""
    laws = terms.freelancers
    if not laws:
        return ""
    years = max((law.keep_years or 0 for law in laws), default=0)
    keep = f" Both parties keep this agreement for at least {wording.count(years, 'year')}." if years else ""
    names = list(dict.fromkeys(with_article(law.name) for law in laws))
    named = wording.listing([names[0], *(name[:1].lower() + name[1:] for name in names[1:])])
    return (
        f"{named}{',' if ',' in named else ''} may apply to this agreement. Nothing here limits the "
        f"rights {'it gives' if len(names) == 1 else 'they give'}. Client does not ask Provider to take less, or to "
        "give up rights, as a condition of being paid on time, and gives Provider a signed copy of this agreement."
        f"{keep}"
    )


def with_article(name: str) -> str:
    """Return the name of a law as a sentence starts with it."""
    return name if name.casefold().startswith(("the ", "an ", "a ")) else f"The {name}"


def ending_sentence(case: Case) -> str:
    """Return how the agreement ends."""
    price = case.agreement.price
    notice = price.notice_days if isinstance(price, RecurringPrice) else NOTICE_DAYS
    ahead = f" of {wording.count(notice, 'day')}" if notice else ""
    return (
        f"Either party may end this agreement by written notice{ahead}, and at once if the other breaks an "
        f"important duty and does not put it right within {CURE_DAYS} days of being told in writing."
    )
