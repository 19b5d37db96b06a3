"""May this debt be settled so, and what would the other side's lawyer make of it?

Greentree Financial Group, Inc. v. Execute Sports, Inc., 163 Cal. App. 4th 495
(2008), is why the stance is asked: a clause that brings back the whole of a
disputed debt may be a penalty, and one that takes a discount from an admitted
debt is none (Jade Fashion & Co. v. Harkham Industries, 229 Cal. App. 4th 635).
"""

from __future__ import annotations

from collections.abc import Iterator

from kit.checks.court import inquiry_for
from kit.checks.law_data import check_law_data
from kit.checks.plan_time import check_time
from kit.checks.settlement_law import SettlementLaw, settlement_law
from kit.facts import Facts
from kit.findings import Finding, note, stop
from kit.model.agreed import in_force
from kit.model.case import Case
from kit.model.event import Answer
from kit.model.law_deals import FullDebt, Reach
from kit.model.money import spoken
from kit.model.settlement import Default, Release, SettlementTerms, Stance
from kit.model.suit import suit_of

DENIED, UNSAID, PENALTY, UNKNOWN_CLAUSE = "K820", "K821", "K822", "K823"
NO_SUIT, SUIT_STAYS, JUDGED, IN_FORCE = "K824", "K825", "K826", "K827"
UNKNOWN_CLAIMS, GAG, GUARANTORS, TAX = "K828", "K829", "K830", "K831"
FALLS, CONSUMER_RELEASE = "K839", "K880"
WHOLE_INSTEAD = {
    FullDebt.STANDS: "`--default whole` keeps the whole debt alive until the sum is paid; the law here lets it.",
    FullDebt.PENALTY: "`--default whole` would keep it alive until the sum is paid, but is a penalty here.",
    FullDebt.NOT_RESEARCHED: (
        "`--default whole` keeps the whole debt alive until the sum is paid; whether that holds here is not on record: "
        "ask a lawyer."
    ),
}
DISPUTES = (Answer.DISPUTES_WORK, Answer.DISPUTES_AMOUNT)


def check_settlement(facts: Facts, terms: SettlementTerms) -> Iterator[Finding]:
    """Say what stands in the way of settling on ``terms``, and what is worth knowing before they are offered."""
    law = settlement_law(facts, terms.stance)
    yield from _before(facts)
    yield from _stance(facts, terms)
    yield from _default(facts, terms, law)
    yield from _suit(facts, terms)
    yield from _time(facts, terms)
    yield from _release(facts, terms, law)
    if terms.no_disparagement and facts.case.consumer:
        message = "a consumer may not be bound to say nothing bad"
        fix = "Leave out `--no-disparagement`."
        yield stop(GAG, message, facts.case.place("purpose"), fix=fix, law="15 U.S.C. § 45b")
    yield from law.findings
    yield from check_law_data(law.used, facts.as_of)


def disputed_on_record(case: Case) -> bool:
    """Whether the file says that the debtor contested work or amount, now or earlier."""
    return bool(case.disputes) or any(one.reason in DISPUTES for one in case.answers) or bool(case.adjusted)


def _before(facts: Facts) -> Iterator[Finding]:
    case = facts.case
    if known := in_force(case, facts.as_of):
        kind = "plan" if known.plan else "settlement"
        fix = f"End it first: `kit log CASE ended --entry {known.n} --how cancelled`."
        message = f"a {kind} has been in force since {known.on}"
        yield stop(IN_FORCE, message, case.origin(f"entry:{known.n}"), fix=fix)
    if facts.ledger.judgment:
        fix = "Offer instalments (`kit judgment CASE plan`), or have a lawyer write what satisfies the judgment."
        yield stop(JUDGED, "a judgment has taken the place of the debt; this paper does not settle one", fix=fix)
    for index, one in enumerate(case.guarantors):
        message = f"{one.name} guarantees the debt; letting the debtor off may let the guarantor off, too"
        fix = "Have the guarantor sign the settlement, or ask a lawyer to reserve your rights against the guarantor."
        yield note(GUARANTORS, message, case.place("guarantors", index), fix=fix)


def _stance(facts: Facts, terms: SettlementTerms) -> Iterator[Finding]:
    recorded = disputed_on_record(facts.case)
    if terms.stance is Stance.ADMITTED and recorded:
        message = "the settlement says that the debt is admitted, and the file says that it was disputed"
        fix = "Write `--stance disputed`; `--override K820 --because ...` if the dispute was given up."
        yield stop(DENIED, message, facts.case.place("invoices"), fix=fix, overridable=True)
    elif terms.stance is Stance.DISPUTED and not recorded:
        message = "the settlement says that the debt is disputed, and no dispute is on record"
        yield note(UNSAID, message, facts.case.place("invoices"), fix="Record it: `kit log CASE disputed`.")


def _default(facts: Facts, terms: SettlementTerms, law: SettlementLaw) -> Iterator[Finding]:
    gone = spoken(terms.given_up, facts.ledger.currency)
    if terms.default is not Default.WHOLE:
        debt, left = (spoken(one, facts.ledger.currency) for one in (terms.debt, terms.sum))
        message = f"the day both sign, the debt falls from {debt} to {left}; {gone} is gone even if nothing is paid"
        yield note(FALLS, message, fix=WHOLE_INSTEAD[law.full_debt], law=law.full_debt_cite)
        return
    if law.full_debt is FullDebt.PENALTY:
        message = f"a clause that brings {gone} back upon a default is a penalty where the debt is {terms.stance}"
        fix = "Write `--default settled-sum`: upon a default only the settlement sum is owed."
        yield stop(PENALTY, message, fix=fix, law=law.full_debt_cite, overridable=True)
    elif law.full_debt is FullDebt.NOT_RESEARCHED:
        message = f"whether a clause that brings {gone} back upon a default holds here is not on record"
        fix = "Ask a lawyer, or write `--default settled-sum`."
        yield note(UNKNOWN_CLAUSE, message, fix=fix, law=law.full_debt_cite)


def _time(facts: Facts, terms: SettlementTerms) -> Iterator[Finding]:
    """Say what signing and paying do to the time to sue; a claim that is in court is in time, or is not."""
    suit = suit_of(facts.case)
    if facts.forum and (suit is None or suit.dismissed):
        yield from check_time(facts, terms, inquiry_for(facts, facts.forum))


def _suit(facts: Facts, terms: SettlementTerms) -> Iterator[Finding]:
    suit = suit_of(facts.case)
    pending = suit is not None and suit.dismissed is None and suit.judgment is None
    if terms.dismissal and not pending:
        yield stop(NO_SUIT, "no case is pending that could be dismissed", fix="Leave out `--dismiss`.")
    elif pending and suit and not terms.dismissal:
        message = f"the claim was filed on {suit.filed.on}, and the settlement does not say what becomes of the case"
        fix = "Add `--dismiss`: the case is dismissed once the money has cleared."
        yield stop(SUIT_STAYS, message, facts.case.origin(f"entry:{suit.filed.n}"), fix=fix, overridable=True)


def _release(facts: Facts, terms: SettlementTerms, law: SettlementLaw) -> Iterator[Finding]:
    if terms.release is Release.MUTUAL and law.release and law.release.reaches is Reach.KNOWN_CLAIMS:
        statute = law.release.statute or law.release_cite
        message = f"a general release does not reach unknown claims unless {statute} is given up by name"
        fix = "The agreement repeats the statute and both sides give it up; read that clause before you sign."
        yield note(UNKNOWN_CLAIMS, message, fix=fix, law=law.release_cite)
    if terms.release is Release.MUTUAL and facts.case.consumer:
        message = "a consumer would release every claim against you, known or not, beside paying"
        fix = "Leave out `--release mutual`, or have a lawyer read it first."
        yield note(CONSUMER_RELEASE, message, facts.case.place("purpose"), fix=fix)
    amount = spoken(terms.given_up, facts.ledger.currency)
    message = f"{amount} of the debt is let go; for the debtor that may be income"
    fix = "You report it on Form 1099-C only if you are one of those who must; most businesses are not."
    yield note(TAX, message, fix=fix, law="26 U.S.C. § 6050P")
