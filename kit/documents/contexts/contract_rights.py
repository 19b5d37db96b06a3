"""The contract's sentences about everything but money: time, rights, ending, courts, guaranty."""

from __future__ import annotations

from kit.checks.contract_terms import ContractTerms
from kit.documents import wording
from kit.documents.contexts.letterhead import creditor_of
from kit.model.agreement import RecurringPrice, RightsPass
from kit.model.case import Case, WorkKind
from kit.model.law import Jurisdiction
from kit.model.party import Guarantor


def work_opening(case: Case) -> str:
    """Return the sentence before the list of the work; without a list it says the work itself."""
    goods = case.work.kind is WorkKind.GOODS
    place = f" at {', '.join(case.work.place.lines)}" if case.work.place else ""
    what = "Provider supplies and Client buys" if goods else "Provider does this work for Client"
    if not case.agreement.scope and case.work.text:
        return f"{what}{'' if goods else place}: {case.work.text}{f', delivered{place}' if goods and place else ''}."
    about = f" ({case.work.text})" if case.work.text else ""
    if goods:
        return f"{what}{about}{f', delivered{place}' if place else ''}{':' if case.agreement.scope else '.'}"
    return f"{what}{about}{place}:" if case.agreement.scope else f"Provider works for Client{about}{place}."


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
    return (
        f"If an undisputed amount is {late}, Provider may stop work three business days after saying so in writing, until it is paid. "
        "The dates move by the time lost. Provider does not disable or take back anything that Client already has in use."
    )


def rights_sentence(case: Case) -> str:
    """Return when rights in the work pass: by assignment in writing (17 U.S.C. § 204(a))."""
    if case.work.kind is not WorkKind.SERVICES or case.agreement.rights is RightsPass.NONE:
        return ""
    when = "when Provider has been paid in full for it" if case.agreement.rights is RightsPass.ON_PAYMENT else "on delivery"
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
    names = [with_article(law.name) for law in laws]
    named = wording.listing([names[0], *(name[:1].lower() + name[1:] for name in names[1:])])
    return (
        f"{named}{',' if ',' in named else ''} may apply to this agreement. Nothing here limits the "
        f"rights {'it gives' if len(laws) == 1 else 'they give'}. Client does not ask Provider to take less, or to give up "
        "rights, as a condition of being paid on time, and gives Provider a signed copy of this agreement."
        f"{keep}"
    )


def with_article(name: str) -> str:
    """Return the name of a law as a sentence starts with it."""
    return name if name.casefold().startswith(("the ", "an ", "a ")) else f"The {name}"


def ending_sentence(case: Case) -> str:
    """Return how the agreement ends."""
    price = case.agreement.price
    notice = price.notice_days if isinstance(price, RecurringPrice) else 14
    ahead = f" of {wording.count(notice, 'day')}" if notice else ""
    return (
        f"Either party may end this agreement by written notice{ahead}, and at once if the other breaks an "
        "important duty and does not put it right within 10 days of being told in writing."
    )


def condition_sentences(case: Case) -> tuple[str, ...]:
    """Return the steps that come before a suit."""
    conditions = case.agreement.conditions
    texts = []
    if conditions.notice_and_cure_days is not None:
        days = wording.count(conditions.notice_and_cure_days, "day")
        texts.append(f"A party that wants to sue first says in writing what is wrong and gives the other {days} to put it right.")
    if conditions.mediation:
        texts.append("The parties first try mediation, at shared cost. If it has not ended a dispute 30 days after one of them asked for it, either may go on.")  # noqa: E501
    if conditions.arbitration:
        open_ = " A claim that a small-claims court can decide may be brought there instead." if conditions.small_claims_carved_out else ""
        texts.append(f"Disputes that remain are decided by one arbitrator under rules that both parties agree on.{open_}")
    return tuple(texts)


def law_sentence(law: Jurisdiction | None) -> str:
    """Return which law governs."""
    if law is None:
        return "The law of the state where Provider has its address governs."
    return f"The law of {state(law.name)} governs, without its rules that would lead to another law."


def state(name: str) -> str:
    """Return a state's name as it stands within a sentence: Texas, the State of Franklin."""
    return f"the {name}" if name.startswith(("State of", "Commonwealth of", "District of")) else name


def courts_sentence(case: Case, law: Jurisdiction | None) -> str:
    """Return which courts decide; small claims stay open wherever they are, and building sites keep their own courts."""
    what = "what the arbitrator leaves to a court" if case.agreement.conditions.arbitration else "disputes about this agreement"
    first = f"The courts of {_where(case, law)} may decide {what}, and each party accepts them."
    if case.agreement.conditions.arbitration and not case.agreement.conditions.small_claims_carved_out:
        return first
    return f"{first} Either party may instead use the small-claims court that has jurisdiction over the other."


def _where(case: Case, law: Jurisdiction | None) -> str:
    site, home = case.work.place, creditor_of(case).address
    if case.work.kind is WorkKind.CONSTRUCTION and site and (law is None or law.code != f"us-{site.state.lower()}"):
        return "the state where the property is"
    county = home.county if home and law and law.code == f"us-{home.state.lower()}" else None
    if case.work.kind is WorkKind.CONSTRUCTION and site:
        county = site.county
    name = state(law.name) if law else "that state"
    return f"{name} in {county.removesuffix(' County')} County" if county else name


def full_payment_sentence(case: Case, terms: ContractTerms) -> str:
    """Return the only office to which a full-payment check may be sent (UCC § 3-311(c)(1))."""
    office = creditor_of(case).disputes_to
    if not terms.full_payment_office or office is None:
        return ""
    return (
        "A check or other paper that is meant to settle a disputed debt in full must be sent to this office, with a note that says so: "
        f"{', '.join(office.lines)}. One sent elsewhere does not settle anything."
    )


def guarantor_of(case: Case) -> Guarantor | None:
    """Return who guarantees, where a guaranty was agreed and the guarantor is in the file."""
    guaranty = case.agreement.guaranty
    return next((one for one in case.guarantors if guaranty and one.name == guaranty.guarantor), None)


def guaranty_limit(case: Case, guarantor: Guarantor) -> str:
    """Return how far the guaranty reaches."""
    agreed = case.agreement.guaranty.limit if case.agreement.guaranty else None
    limit = guarantor.limit if agreed is None else agreed
    if limit is None:
        return "with the interest, charges and costs that the agreement gives and without a limit in amount"
    return f"up to {wording.money(limit, case.currency)} in all, interest, charges and costs included"


GUARANTY_WAIVERS = (
    "Provider and Client may agree on more time, on instalments, on changes to the work or on a settlement of a part, and "
    "Provider may release other security, without asking Guarantor. This guaranty covers what Client then owes.",
    "Guarantor waives, as far as the law allows, notice of acceptance, of default and of such changes, the right to ask "
    "that Provider first sue Client or use other security, the rights and defenses that the law gives a guarantor "
    "because of such changes, and defenses that only Client could raise. Payment in full remains a defense.",
    "Until Provider has been paid in full, Guarantor asks nothing back from Client for what Guarantor paid.",
)
