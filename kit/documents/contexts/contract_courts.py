"""The contract's sentences about disputes: steps before a suit, law, courts, full-payment checks, and the guaranty."""

from __future__ import annotations

from kit.checks.contract_terms import BY_HAND, ContractTerms
from kit.documents import wording
from kit.documents.contexts.letterhead import creditor_of
from kit.model.case import Case, WorkKind
from kit.model.law import Jurisdiction
from kit.model.party import Guarantor

MEDIATION_DAYS = 30  # the house's own term: how long mediation may hold up a suit


def condition_sentences(case: Case) -> tuple[str, ...]:
    """Return the steps that come before a suit."""
    conditions = case.agreement.conditions
    texts = []
    if conditions.notice_and_cure_days:
        days = f"{wording.count(conditions.notice_and_cure_days, 'day')} to put it right"
        texts.append(f"A party that wants to sue first says in writing what is wrong and gives the other {days}.")
    if conditions.mediation:
        ends = f"If it has not ended a dispute {MEDIATION_DAYS} days after one of them asked for it, either may go on."
        texts.append(f"The parties first try mediation, at shared cost. {ends}")
    if conditions.arbitration:
        texts.append("Disputes that remain are decided by one arbitrator under rules that both parties agree on.")
        if conditions.small_claims_carved_out:
            texts[-1] += " A claim that a small-claims court can decide may be brought there instead."
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
    """Return which courts decide; small claims stay open, and a building site keeps the courts of its place."""
    conditions = case.agreement.conditions
    what = "what the arbitrator leaves to a court" if conditions.arbitration else "disputes about this agreement"
    first = f"The courts of {_where(case, law)} may decide {what}, and each party accepts them."
    if conditions.arbitration and not conditions.small_claims_carved_out:
        return first
    return f"{first} Either party may instead use the small-claims court that has jurisdiction over the other."


def _where(case: Case, law: Jurisdiction | None) -> str:
    site, home = case.work.place, creditor_of(case).address
    near = site if case.work.kind is WorkKind.CONSTRUCTION else home
    there = near is not None and law is not None and law.code == f"us-{near.state.lower()}"
    if case.work.kind is WorkKind.CONSTRUCTION and site and not there:
        return "the state where the property is"
    name = state(law.name) if law else "that state"
    county = near.county if near and there else None
    return f"{name} in {county.removesuffix(' County')} County" if county else name


def signing_sentence(terms: ContractTerms) -> str:
    """Return how the parties may sign: by hand where the law wants that for a clause of this contract."""
    by_hand = any(finding.code == BY_HAND for finding in terms.findings)
    how = "sign by hand and may do so" if by_hand else "may sign electronically and"
    return f"The parties {how} on separate copies; each signed copy counts as an original."


def full_payment_sentence(case: Case, terms: ContractTerms) -> str:
    """Return the only office to which a full-payment check may be sent (UCC § 3-311(c)(1))."""
    office = creditor_of(case).disputes_to
    if not terms.full_payment_office or office is None:
        return ""
    return (
        "A check or other paper that is meant to settle a disputed debt in full must be sent to this office, with a "
        f"note that says so: {', '.join(office.lines)}. One sent elsewhere does not settle anything."
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
    "Provider and Client may agree on more time, on installments, on changes to the work or on a settlement of a part, "
    "and Provider may release other security, without asking Guarantor. This guaranty covers what Client then owes.\n"
    "Guarantor waives, as far as the law allows, notice of acceptance, of default and of such changes, the right to "
    "ask that Provider first sue Client or use other security, the rights and defenses that the law gives a guarantor "
    "because of such changes, and defenses that only Client could raise. Payment in full remains a defense.\n"
    "Until Provider has been paid in full, Guarantor asks nothing back from Client for what Guarantor paid."
).split("\n")
