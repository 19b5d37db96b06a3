"""The sentences of a payment plan: what is paid and when, what a miss leads to, and what stays as it was."""

from __future__ import annotations

from decimal import Decimal

from kit.documents import wording
from kit.documents.contexts import letterhead
from kit.documents.contexts.account import bucket_words
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.model.case import Case
from kit.model.plan import PlanInterest, PlanTerms
from kit.model.suit import suit_of

TELL_DAYS = 14  # the house's own term, to tell of a new address
CONFIRM_DAYS = 14  # the house's own term, to confirm that the plan is paid
JUDGMENT_DAYS = 14  # the house's own term, between a last notice and the request for a judgment


def terms_of(request: Request) -> PlanTerms:
    """Return the terms of the plan that the paper offers; raises `KitError` where the request has none."""
    if not isinstance(request.deal, PlanTerms) or request.deal.kind != "plan":
        raise KitError("a payment plan needs its terms: `kit plan CASE --start DAY --instalments 6` makes it")
    return request.deal


def debt_sentence(terms: PlanTerms) -> str:
    """Return who says that this is owed."""
    day = wording.day(terms.counted_on)
    if terms.acknowledges:
        return f"Debtor owes Creditor the following on {day}, with interest and charges to that day:"
    return f"Creditor says that Debtor owes the following on {day}, with interest and charges to that day:"


def acknowledge_sentence(terms: PlanTerms) -> str:
    """Return what the debtor says of the debt."""
    if terms.acknowledges:
        return (
            "Debtor acknowledges this debt and promises to pay it as set out here. If a payment or a credit was left "
            "out of the sum, Debtor may still show it."
        )
    return "Debtor promises to pay it as set out here. The promise is no admission that it was owed."


def disputed_sentence(facts: Facts) -> str:
    """Return what is left out because it is disputed; empty where nothing is."""
    amount = facts.ledger.totals.disputed
    if not amount:
        return ""
    return (
        f"Debtor disputes {wording.money(amount, facts.case.currency)} besides. That is not in this plan: Debtor does "
        "not acknowledge it, Creditor does not give it up, and the two settle it apart."
    )


def pay_sentence(terms: PlanTerms, currency: str) -> str:
    """Return how much is paid, in how many parts."""
    count = wording.count(len(terms.instalments), "installment")
    parts = f"a down payment and {count}" if terms.down else count
    total = wording.money(terms.total, currency)
    return f"Debtor pays Creditor {total} in all: {parts}, each to reach Creditor by its day."


def interest_sentence(terms: PlanTerms, currency: str) -> str:
    """Return what the debt bears while the plan is in force, and what of that is in the payments."""
    added = terms.total - terms.debt
    if terms.interest is PlanInterest.RATE:
        rate = wording.percent(terms.percent or Decimal(0))
        bears = f"While the plan is in force, the debt bears interest of {rate} a year on what is unpaid and no other."
    elif added > 0:
        bears = "While the plan is in force, interest goes on as it was agreed before."
    else:
        none = "No interest and no late charge is added while the plan is in force."
        return f"{none} The payments come to the debt and no more."
    if added <= 0:
        return f"{bears} No late charge is added in that time."
    amount = wording.money(added, currency)
    return (
        f"{bears} Of the payments, {amount} is that interest if each arrives on its day. What comes sooner makes the "
        "last installment smaller; what comes later makes it larger. No late charge is added in that time."
    )


def early_sentence(terms: PlanTerms) -> str:
    """Return what paying ahead does."""
    saves = "" if terms.total == terms.debt else ", and saves interest"
    return (
        f"Debtor may pay sooner or more at any time. That costs nothing{saves}; what is paid ahead counts for the "
        "payments that come next."
    )


def application_sentence(facts: Facts) -> str:
    """Return what payments are used for, in which order."""
    order = "as the law provides"
    if facts.case.agreement.application_order:
        listed = wording.listing(bucket_words(bucket) for bucket in facts.terms.order.complete)
        order = f"to {listed}, in this order, as agreed before"
    return (
        f"Payments under this plan are for the debt above and for no later invoice. Within it they are applied {order}."
    )


def rest_sentence() -> str:
    """Return what the creditor refrains from while the plan is kept."""
    return (
        "While Debtor keeps to the plan, Creditor asks for nothing more of this debt, sends no demand, and takes no "
        "step to collect it, in court or outside. A short reminder before the day of a payment is no demand."
    )


def suit_sentence(case: Case) -> str:
    """Return what becomes of a pending case; empty where none is."""
    suit = suit_of(case)
    if suit is None or suit.dismissed or suit.judgment:
        return ""
    number = f" {suit.number}" if suit.number else ""
    court = f" in {suit.filed.court}" if suit.filed.court else ""
    return (
        f"Case{number}{court}, filed by Creditor on {wording.day(suit.filed.on)}, is not ended by this plan. Either "
        "side may tell the court of it and ask for time, and both keep to every day that the court has set until the "
        "court says otherwise."
    )


def grace_sentence(terms: PlanTerms) -> str:
    """Return until when a payment is in time, and what taking a late one means."""
    start = "A payment is in time if it reaches Creditor on its day."
    if terms.grace_days:
        within = wording.count(terms.grace_days, "day")
        start = f"A payment that reaches Creditor within {within} after its day counts as made in time."
    return f"{start} If Creditor takes a later one, or waits, that gives up nothing for the payments that follow."


def missed_sentence(terms: PlanTerms) -> str:
    """Return what happens when a payment is missed: a notice, and days to put it right."""
    days = wording.count(max(terms.cure_days, 1), "day")
    return (
        "A payment that has not come by then is missed. Creditor may write to Debtor which payment it is and how much "
        f"of it is open. If that amount arrives within {days} after the notice was sent, the plan goes on as if it had "
        "come on its day. A last day under this clause that is no business day moves to the next one."
    )


def accelerate_sentence(terms: PlanTerms) -> str:
    """Return what an uncured miss leads to."""
    if not terms.accelerates:
        return "If it does not arrive, Creditor may collect that payment. The other payments keep their days."
    own = "" if terms.interest is PlanInterest.NONE else " beyond the interest named above"
    return (
        "If it does not arrive, Creditor may make all that is still unpaid due by a second notice. What was paid stays "
        "credited. From the day of that notice on, the debt bears interest and charges again as they were agreed "
        f"before this plan; for the time before it, nothing is added{own}. Creditor may take the second notice back in "
        "writing. The plan then goes on, and what was added in between is paid with the last installment."
    )


def judgment_sentence(terms: PlanTerms) -> str:
    """Return the agreement to a judgment upon default; empty where there is none."""
    if not terms.stipulated_judgment:
        return ""
    return (
        f"If all has become due under this clause and {JUDGMENT_DAYS} days have passed since Creditor wrote to Debtor "
        "that it will now ask for a judgment, Debtor agrees that the court gives judgment for what is then unpaid "
        "under this plan. Debtor is told of the request and may show the court what was paid. Creditor makes no such "
        "request before that, and none once the payments have cleared."
    )


def unchanged_sentence(facts: Facts, terms: PlanTerms) -> str:
    """Return what the plan leaves as it was."""
    agreed = letterhead.agreement_words(facts.case)
    return (
        f"All else under the {agreed} stays as it is. The plan makes no new debt and ends none; it says how this one "
        f"is paid. Invoices dated after {wording.day(terms.counted_on)} are not part of it."
    )


def back_sentence() -> str:
    """Return what becomes of a payment that comes back."""
    return (
        "If a payment is returned by a bank or has to be given back, in a bankruptcy of Debtor or otherwise (such as "
        "under 11 U.S.C. § 547), it counts as not made, and its amount is owed again."
    )


def paid_sentence(terms: PlanTerms) -> str:
    """Return what the creditor does when all is paid."""
    returned = ", and gives back the guaranty that was signed with this plan" if terms.guarantor else ""
    return (
        "When all payments have cleared, the debt is paid. Creditor confirms that in writing within "
        f"{CONFIRM_DAYS} days{returned}."
    )


def tell_sentence(case: Case) -> str:
    """Return what the debtor tells the creditor while the plan runs."""
    news = "of a new address, name or legal form, and of a sale or the closing of the business"
    if case.debtor.kind.natural_person:
        news = "of a new address or telephone number, and of a change of work that changes what can be paid"
    return (
        f"Debtor tells Creditor within {TELL_DAYS} days {news}. If a payment will be too much, Debtor says so before "
        "its day, and the two look for another way."
    )


def notices_sentence() -> str:
    """Return how a notice is given, and when the days that follow it begin."""
    return (
        "A notice under this plan is in writing. It is given on the day on which it is mailed to the address above, or "
        "to a newer one that the other side has told in writing, or is handed over. Email alone is enough only if the "
        "other side answers it. Days that follow a notice are counted from the day after it was given."
    )


def rights_sentence(case: Case) -> str:
    """Return that a consumer keeps what the law gives; empty for others."""
    return "Debtor keeps every right that the law gives a consumer." if case.consumer else ""


def open_sentence(terms: PlanTerms) -> str:
    """Return until when the paper is an offer, and how it is taken."""
    if terms.open_until is None:
        return "Until both have signed it, this is an offer that changes nothing."
    until = wording.day(terms.open_until)
    return (
        "Until both have signed it, this is an offer that changes nothing. It lapses unless the paper, signed by "
        f"Debtor, reaches Creditor by {until}."
    )
