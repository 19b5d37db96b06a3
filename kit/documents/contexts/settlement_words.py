"""The sentences of a settlement: what is paid, what is let go, and what happens if it is not paid."""

from __future__ import annotations

from dataclasses import dataclass

from kit.checks.settlement_law import SettlementLaw
from kit.documents import wording
from kit.documents.contexts import letterhead
from kit.documents.contexts.plan_time_words import time_sentences
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.ledger.settlement_standing import DISMISSAL
from kit.model.case import WorkKind
from kit.model.law_deals import Reach
from kit.model.law_words import Say
from kit.model.settlement import Default, Release, SettlementTerms, Stance
from kit.model.suit import suit_of

DISMISSAL_DAYS = DISMISSAL.days
CREDIT_DAYS = 30  # the house's own term, to correct a credit report


@dataclass(frozen=True, slots=True)
class Due:
    """One payment of the settlement."""

    number: str
    day: str
    amount: str


def terms_of(request: Request) -> SettlementTerms:
    """Return the terms that the paper is about; raises `KitError` where the request has none."""
    if not isinstance(request.deal, SettlementTerms):
        raise KitError("a settlement needs its terms: `kit settle CASE --pay AMOUNT --by DATE --stance ...` makes it")
    return request.deal


def dues(terms: SettlementTerms, currency: str) -> tuple[Due, ...]:
    """Return the payments, a row each."""
    return tuple(
        Due(str(number), wording.day(one.due_on), wording.money(one.amount, currency))
        for number, one in enumerate(terms.instalments, 1)
    )


def debt_sentence(terms: SettlementTerms) -> str:
    """Return who says that this is owed."""
    day = wording.day(terms.counted_on)
    if terms.stance is Stance.ADMITTED:
        return f"Debtor owes Creditor the following on {day}, with interest and charges to that day:"
    return f"Creditor says that Debtor owes the following on {day}, with interest and charges to that day:"


def stance_sentence(terms: SettlementTerms) -> str:
    """Return what the debtor says of it."""
    if terms.stance is Stance.ADMITTED:
        reason = " Creditor takes less than the whole for one reason: that it is paid on time."
        return f"Debtor acknowledges this debt.{reason if terms.default is Default.WHOLE else ''}"
    return (
        "Debtor disputes it in good faith. The two settle that dispute here, and neither has to be right for it to be "
        "settled."
    )


def pay_sentence(terms: SettlementTerms, currency: str) -> str:
    """Return how much is paid, and by when."""
    amount = wording.money(terms.sum, currency)
    if len(terms.instalments) > 1:
        return f"Debtor pays Creditor {amount} (the “settlement sum”) as follows:"
    return f"Debtor pays Creditor {amount} (the “settlement sum”), to reach Creditor by {wording.day(terms.last_on)}."


def forbear_sentence(terms: SettlementTerms) -> str:
    """Return what the creditor refrains from, and what becomes of interest meanwhile."""
    first = "While Debtor keeps to this, Creditor asks for nothing more and takes no step to collect."
    if terms.default is Default.SETTLED_SUM:
        return (
            f"{first} From the day both have signed, no charge but one for a returned check is added to the "
            "settlement sum, nor any interest before a default."
        )
    return f"{first} Interest that runs in the meantime is given up with the rest."


def time_sentence(facts: Facts, terms: SettlementTerms) -> str:
    """Return what the acknowledgment does to the time to sue; empty where the debt is disputed or is in court."""
    suit = suit_of(facts.case)
    if terms.stance is not Stance.ADMITTED or (suit is not None and suit.dismissed is None):
        return ""
    return time_sentences(facts, terms)


def release_sentence(facts: Facts, terms: SettlementTerms) -> str:
    """Return what the debtor is let off, and when."""
    scope = (
        f"every claim on its invoices dated up to {wording.day(terms.counted_on)} under the "
        f"{letterhead.agreement_words(facts.case)}, paid or not, and for the {_supplied(facts)} that they bill"
    )
    if terms.default is Default.SETTLED_SUM:
        return (
            "From the day both have signed, the settlement sum takes the place of the debt. When all of it has "
            f"cleared, Creditor releases Debtor from the rest and from {scope}."
        )
    return (
        f"When the whole settlement sum has cleared, Creditor releases Debtor from the rest of the debt and from "
        f"{scope}. Until then nothing is released."
    )


def mutual_sentence(facts: Facts, terms: SettlementTerms) -> str:
    """Return what the creditor is let off; empty for a release of one side."""
    if terms.release is Release.ONE_WAY:
        return ""
    return f"At the same time Debtor releases Creditor from every claim about the same invoices and {_supplied(facts)}."


def unknown_sentence(terms: SettlementTerms, law: SettlementLaw) -> str:
    """Return whether claims that nobody knows of are let go, too; the statute that stands against it is given up."""
    if terms.release is Release.ONE_WAY:
        return ""
    first = "The releases cover claims about them that a side does not know of today, too."
    found = law.release
    if found is None or found.reaches is Reach.ITS_WORDS or found.may_be_given_up is Say.NO:
        return first
    says = ", which says:" if found.words else "."
    return f"{first} Both sides give up the protection of {found.statute or law.release_cite}{says}"


def statute_words(terms: SettlementTerms, law: SettlementLaw) -> str:
    """Return the statute's own words where the release repeats them."""
    found = law.release
    if found is None or terms.release is Release.ONE_WAY or found.reaches is not Reach.KNOWN_CLAIMS:
        return ""
    return found.words or "" if found.may_be_given_up is not Say.NO else ""


def default_what(terms: SettlementTerms) -> str:
    """Return what is owed after a default."""
    if terms.default is Default.SETTLED_SUM:
        return (
            "After a default what is unpaid of the settlement sum is due at once, and Creditor may collect it. From "
            "the day Creditor goes on to collect, it bears the interest that the invoices bear, as "
            "agreed or else by law. The rest of the debt does not come back."
        )
    return (
        "After a default the discount is gone: the whole debt is owed with its interest as if there were no "
        "settlement, less everything that was paid, and Creditor may collect it. The two agree that this takes back "
        "a discount for paying on time and adds nothing to what was owed."
    )


def returned_sentence(terms: SettlementTerms) -> str:
    """Return what a payment means that the bank returns, even after it seemed to be paid."""
    releases = "releases wait" if terms.release is Release.MUTUAL else "release waits"
    return (
        f"A payment that a bank returns counts as not made, also where it seemed to have cleared: it is owed again, "
        f"the {releases} for it, and the rules of a default apply."
    )


def back_sentence(terms: SettlementTerms) -> str:
    """Return what comes back where a court or a trustee takes a payment back."""
    mutual = terms.release is Release.MUTUAL
    first = (
        "If a court or a trustee takes back a payment made under this agreement, in Debtor's bankruptcy or otherwise "
        "(such as under 11 U.S.C. § 547),"
    )
    if terms.default is Default.SETTLED_SUM:
        stay = "; both releases stay" if mutual else ""
        said = f"{first} only the amount given back is owed again. The rest of the debt does not come back{stay}."
        return wording.curly(said)
    own = " Debtor's own release of Creditor then falls away, too." if mutual else ""
    return wording.curly(
        f"{first} that amount is owed again, and with it what was given up for it, in proportion.{own}"
    )


def _supplied(facts: Facts) -> str:
    return "goods" if facts.case.work.kind is WorkKind.GOODS else "work"


def case_sentence(facts: Facts, terms: SettlementTerms) -> str:
    """Return what becomes of the pending case; empty where there is none to dismiss."""
    suit = suit_of(facts.case)
    if not terms.dismissal or suit is None:
        return ""
    number = f" {suit.filed.number}" if suit.filed.number else ""
    court = f" in {suit.filed.court}" if suit.filed.court else ""
    return (
        f"Case{number}{court}, filed on {wording.day(suit.filed.on)}, stays as it is until the settlement sum has "
        f"cleared; either side may tell the court of this agreement. Within {DISMISSAL_DAYS} days after that, Creditor "
        "asks the court to dismiss the case for good, each side bearing its own costs."
    )


def admission_sentence(terms: SettlementTerms) -> str:
    """Return what nobody admits."""
    if terms.stance is Stance.ADMITTED:
        return "Apart from the acknowledgment above, neither side admits anything by this agreement."
    return "Neither side admits anything by this agreement."


def confidential_sentence(terms: SettlementTerms) -> str:
    """Return who may hear of the terms; empty where they are no secret."""
    if not terms.confidential:
        return ""
    return (
        "Both keep the terms to themselves. Each may tell its own advisers, lenders, insurers and tax authorities, a "
        "court, and whoever the law entitles to know, and may say that the matter is settled. Nothing here keeps "
        "anyone from reporting what may be unlawful, or from speaking about conditions of work."
    )


def disparagement_sentence(terms: SettlementTerms) -> str:
    """Return what neither says about the other; empty where nothing was agreed."""
    if not terms.no_disparagement:
        return ""
    return (
        "Neither side runs the other down. Honest reviews, testimony and reports to an authority are not meant, nor is "
        "what a side says in asserting its rights."
    )


def credit_sentence(terms: SettlementTerms) -> str:
    """Return what a credit bureau is told; empty for the many who report to none."""
    if not terms.reports_credit:
        return ""
    return (
        f"Creditor reports this account to credit bureaus. Within {CREDIT_DAYS} days after the settlement sum has "
        "cleared it reports the account as settled for less than the full balance, with nothing owed."
    )


def notices_sentence() -> str:
    """Return how a notice is given, and when the days that follow it begin."""
    return (
        "A notice under this agreement is in writing. It is given on the day on which it is mailed to the address "
        "above or to a newer one that the other side has told in writing, or is handed over. Email alone is enough "
        "only if the other side answers it. Days that follow a notice are counted from the day after it was given."
    )


def law_sentence(facts: Facts) -> str:
    """Return which law governs: the agreement's."""
    of = f" of the {letterhead.agreement_words(facts.case)}" if facts.case.agreement.signed_on else ""
    if facts.law is None:
        own = wording.curly("The law of Creditor's address governs.")
        return f"The law{of} governs this agreement, too." if of else own
    name = facts.law.name
    shown = f"the {name}" if name.startswith(("State of", "Commonwealth of", "District of")) else name
    return f"The law of {shown} governs this agreement."
