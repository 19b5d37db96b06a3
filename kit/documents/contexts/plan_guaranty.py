"""Who stands in for a plan: guarantors who agree to it, and the one who signs a guaranty with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from kit.checks.plan_law import plan_law
from kit.documents import wording
from kit.documents.contexts.settlement_words import law_sentence
from kit.facts import Facts
from kit.model.law_contracts import Guaranty
from kit.model.law_names import RuleName
from kit.model.law_words import Say
from kit.model.party import Guarantor
from kit.model.plan import PlanTerms


@dataclass(frozen=True, slots=True)
class Consent:
    """A guarantor of the debt who agrees to the plan."""

    name: str
    entity: str


class GuarantyFilled(TypedDict):
    """The blanks of the guaranty page; empty where nobody signs one."""

    guaranty: str
    guarantor_name: str
    guarantor_address: str
    guarantor_entity: str
    guarantor_spouse: str
    guaranty_warning: str
    guaranty_limit: str
    guaranty_law: str


def consents(facts: Facts, terms: PlanTerms) -> tuple[Consent, ...]:
    """Return the guarantors whose guaranty goes on beside the plan, and who say that it does."""
    return tuple(
        Consent(one.name, "" if one.kind.natural_person else "yes")
        for one in facts.case.guarantors
        if one.name != terms.guarantor
    )


def guarantors_sentence(facts: Facts, terms: PlanTerms) -> str:
    """Return what the plan leaves of guaranties, and which one comes with it; empty where there is none."""
    said, names = [], [one.name for one in consents(facts, terms)]
    if names:
        whose = "guaranties stay as they are" if len(names) > 1 else "guaranty stays as it is"
        agree = "agree" if len(names) > 1 else "agrees"
        signing = f"{wording.listing(names)} {agree} to this plan by signing below"
        said.append(f"The {whose}: {signing}, and the plan releases nobody.")
    if terms.guarantor:
        said.append(f"{terms.guarantor} guarantees the payments of this plan on the page after the signatures.")
    return wording.sentences(said)


def guaranty(facts: Facts, terms: PlanTerms) -> GuarantyFilled:
    """Return the blanks of the page that the guarantor signs."""
    if terms.guarantor is None:
        return GuarantyFilled(
            guaranty="",
            guarantor_name="",
            guarantor_address="",
            guarantor_entity="",
            guarantor_spouse="",
            guaranty_warning="",
            guaranty_limit="",
            guaranty_law="",
        )
    known = next((one for one in facts.case.guarantors if one.name == terms.guarantor), None)
    person = known is None or known.kind.natural_person
    most = known.limit if known and known.limit is not None else terms.total
    return GuarantyFilled(
        guaranty="yes",
        guarantor_name=terms.guarantor,
        guarantor_address=", ".join(known.address.lines) if known and known.address else "",
        guarantor_entity="" if person else "yes",
        guarantor_spouse=(known.spouse or "") if known and person and _both(facts, known) else "",
        guaranty_warning=(
            "Before you sign: if Debtor does not pay, you have to. Be sure that you can, and that you are ready to. "
            "You may ask a lawyer first."
            if person
            else ""
        ),
        guaranty_limit=wording.money(min(most, terms.total), facts.case.currency),
        guaranty_law=law_sentence(facts).replace("governs this agreement", "governs this guaranty"),
    )


def _both(facts: Facts, guarantor: Guarantor) -> bool:
    """Whether the law wants the spouse's signature, too; where it does not, none may be asked for."""
    asked = plan_law(facts).inquiry
    rule, _ = asked.value(RuleName.GUARANTY, facts.as_of, Guaranty) if asked else (None, "")
    return bool(guarantor.spouse) and rule is not None and rule.both_spouses_sign is Say.YES
