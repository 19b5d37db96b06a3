"""The answers of a proof of claim from the facts of a case: the figures of the petition day, and who asks.

Priority is answered no unless the file itself says what gives it; whoever signs
is told why and may know better.
"""

from __future__ import annotations

from kit.checks.claim_class import EXPENSE, ClaimClasses, Rank, claim_classes
from kit.checks.claim_gap import gap_of
from kit.documents.forms.claim_form_answers import (
    Acquired,
    Amends,
    ClaimFormAnswers,
    ClaimSum,
    DayParts,
    PriorityPart,
    PriorityPartsOfClaim,
    SecuredPart,
    SetoffPart,
)
from kit.documents.forms.claim_form_people import BankruptcyCourt, ClaimAddress, ClaimCreditor, ClaimSigner, Debtors
from kit.documents.forms.proceeding_answers import CaseAnswers
from kit.facts import Facts
from kit.findings import KitError
from kit.ledger.petition import petition_account
from kit.ledger.petition_claim import PetitionClaim
from kit.model.bankruptcy import Bankruptcy
from kit.model.case import Case, WorkKind
from kit.model.money import DOLLARS, ZERO, spoken
from kit.model.party import Creditor
from kit.model.stay import proceeding

BASIS = {
    WorkKind.SERVICES: "Services performed",
    WorkKind.GOODS: "Goods sold",
    WorkKind.CONSTRUCTION: "Construction work performed",
}
HELD = "Money of the debtor that the creditor holds"
SETOFF = "set-off, 11 U.S.C. §§ 506(a)(1), 553"


def filed_of(facts: Facts) -> Bankruptcy:
    """Return the debtor's bankruptcy; raises `KitError` where none is on record on the day of ``facts``."""
    case, filed = facts.case, facts.case.bankruptcy
    if filed is None or filed.petition_on > facts.as_of:
        fix = "record it first: `kit log CASE bankruptcy --petition-on ..`"
        if proceeding(case, facts.as_of):
            fix = "another proceeding takes the claims: `kit letter CASE` makes the claim for whoever runs it"
        elif bankrupt := [one for one in case.guarantors if one.petition_on and one.petition_on <= facts.as_of]:
            fix = f"only {bankrupt[0].name}, a guarantor, filed: a claim there rests on the guaranty; ask a lawyer"
        elif filed:
            fix = f"the petition is dated {filed.petition_on}, which is later; correct it if that is a slip"
        raise KitError(f"no bankruptcy of {case.debtor.name} is on record on {facts.as_of}; {fix}")
    return filed


def claim_of(facts: Facts) -> PetitionClaim:
    """Return the account of the petition day. Raises `KitError` without a petition, or where there is nothing to claim.

    Debts of the gap are claimed though nothing was owed on the day itself (11 U.S.C. § 502(f)).
    """
    claim = petition_of(facts)
    if not claim.total and not gap_of(facts.case, claim).amount:
        raise KitError(f"nothing was owed when the petition was filed on {claim.petition_on}, so there is no claim")
    return claim


def petition_of(facts: Facts) -> PetitionClaim:
    """Return the account of the petition day, nothing owed included. Raises `KitError` as `filed_of` does."""
    filed = filed_of(facts)
    return petition_account(
        facts.case, facts.terms, filed.petition_on, facts.as_of, forum=facts.forum, security=filed.security
    )


def claim_answers_of(facts: Facts) -> tuple[ClaimFormAnswers, ClaimClasses]:
    """Return every answer, and the classes that the amounts come from. Raises `KitError` as `claim_of` does."""
    case, filed, claim = facts.case, filed_of(facts), claim_of(facts)
    classes, creditor = claim_classes(facts, claim), case.creditor
    if creditor is None:
        raise KitError("who claims is not known; add `creditor:`")
    notices = _address(creditor)
    before = [one for one in filed.claims if one.on <= facts.as_of]
    last = before[-1] if before else None
    said = ClaimFormAnswers(
        debtors=Debtors(case.debtor.name, filed.joint_debtor or ""),
        court=BankruptcyCourt.of(filed.district or filed.court or ""),
        case=CaseAnswers(filed.number or "", f"In re {case.debtor.name}", filed.petition_on),
        creditor=ClaimCreditor(creditor.name, creditor.dba or ""),
        acquired=Acquired(bool(case.assigned_from), case.assigned_from.name if case.assigned_from else ""),
        notices=notices,
        amends=Amends(bool(last), (last.number or "") if last else "", DayParts.of(last.on) if last else DayParts()),
        claim=ClaimSum(classes.on_form, claim.charges > ZERO or claim.one_sum, _basis(case, filed, classes)),
        secured=_secured(filed, classes),
        setoff=_setoff(case, claim),
        priority=_priority(classes),
        signer=_signer(creditor, notices),
    )
    return said, classes


def _address(creditor: Creditor) -> ClaimAddress:
    one = creditor.address
    if one is None:
        return ClaimAddress(name=creditor.name, phone=creditor.phone or "", email=creditor.email or "")
    street = "\n".join(filter(None, (one.street, one.street2)))
    return ClaimAddress.of(
        creditor.name, street, one.city, one.state, one.zip, creditor.phone or "", creditor.email or ""
    )


def _basis(case: Case, filed: Bankruptcy, classes: ClaimClasses) -> str:
    text = f": {case.work.text}" if case.work.text else ""
    judged = "; judgment entered" if any(one.on <= filed.petition_on for one in case.judgments) else ""
    return f"{BASIS[case.work.kind]}{text}{judged}{_asked_beside(classes)}"


def _asked_beside(classes: ClaimClasses) -> str:
    """Say at item 8 which part a request asks for too; whoever pays reads it there, not in the attachment."""
    asked = classes.asked_beside
    if not asked:
        return ""
    of_it = f"{spoken(asked, DOLLARS)} of it is" if asked < classes.on_form else ""
    return f"; {of_it or 'all of it is'} also for a request ({EXPENSE}), to be paid once only"


def _secured(filed: Bankruptcy, classes: ClaimClasses) -> SecuredPart:
    """Answer item 9 with lien and set-off together, as 11 U.S.C. § 506(a)(1) does, so that its parts add up to item 7.

    What stands there is what item 11 names and what item 12 leaves.
    """
    covered, claim = classes.secured_on_form, classes.claim
    lien = filed.security if filed.security and filed.security.perfected else None
    if covered == ZERO and lien is None:
        return SecuredPart(yes=False)
    held = claim.held if claim.setoff else ZERO
    value = held if lien is None else None if lien.value is None else lien.value + held
    percent = lien.percent if lien else None
    return SecuredPart(
        yes=True,
        nature="other",
        property="; ".join(([lien.text] if lien else []) + ([HELD] if held else [])),
        perfection="; ".join(([lien.perfected_how or "____"] if lien else []) + ([SETOFF] if held else [])),
        value=value,
        secured_part=covered,
        unsecured_part=None if covered is None else classes.on_form - covered,
        rate_percent=f"{percent.normalize():f}" if percent is not None else "",
        rate_kind="fixed" if percent is not None else "",
    )


def _setoff(case: Case, claim: PetitionClaim) -> SetoffPart:
    if claim.setoff:
        return SetoffPart(yes=True, property=HELD)
    open_ = case.setoffs or claim.held  # what the debtor says is owed in turn, and money beside debts of the gap alone
    return SetoffPart(yes=None if open_ else False)


def _priority(classes: ClaimClasses) -> PriorityPartsOfClaim:
    wages, gap = classes.amount(Rank.PRIORITY), classes.amount(Rank.GAP)
    goods = classes.goods.amount if classes.goods_on_form else ZERO
    if wages == ZERO and not gap and not goods:
        return PriorityPartsOfClaim(yes=False)
    other = goods + (gap or ZERO)
    named = {"2": goods, "3": gap}  # subsections of § 507(a)
    return PriorityPartsOfClaim(
        yes=True,
        wages=PriorityPart() if wages == ZERO else PriorityPart(yes=True, amount=wages),
        other=PriorityPart(yes=True, amount=other) if other else PriorityPart(),
        subsection=", ".join(number for number, amount in named.items() if amount),
    )


def _signer(creditor: Creditor, at: ClaimAddress) -> ClaimSigner:
    signer = creditor.signer
    if creditor.kind.natural_person:
        return ClaimSigner.of("creditor", signer.name if signer else creditor.name, "", creditor.dba or "", at)
    if signer is None:
        return ClaimSigner.of(None, "", "", creditor.name, at)
    return ClaimSigner.of("creditor", signer.name, signer.title or "", creditor.name, at)
