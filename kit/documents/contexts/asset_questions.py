"""The blanks of `court/asset-questions`: what a judgment debtor may be asked about income and property.

One list for a person, another for a company. The questions ask for facts that
help to collect the judgment, and for nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass

from kit.checks.court import inquiry_for
from kit.documents import wording
from kit.documents.contexts import judgment_words
from kit.documents.contexts.account import citation
from kit.documents.contexts.court_caption import Captioned, caption
from kit.documents.contexts.court_law import court_law
from kit.documents.contexts.discreet import public
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.model.law_courts import Standing
from kit.model.law_names import RuleName
from kit.model.law_words import Say

TITLE = "Questions about income and property"


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetQuestions(Captioned):
    """The blanks of ``court/asset-questions``."""

    opening: str
    open_sentence: str
    person: str
    company: str
    who_may: str
    form: str


def build(facts: Facts, request: Request) -> AssetQuestions:  # noqa: ARG001 - every document is built from both
    """Fill the questions; raises `KitError` where there is no judgment for the creditor."""
    case, account, law = facts.case, judgment_words.judgment_of(facts), court_law(facts)
    debtor, natural = public(case, case.debtor.shown_name), case.debtor.kind.natural_person
    return AssetQuestions(
        **caption(facts, law, TITLE),
        opening=f"To {debtor}, judgment debtor, about the {judgment_words.named(facts, law)}.",
        open_sentence=(
            f"{wording.money(account.total, case.currency)} is open on it on {wording.day(account.as_of)}. "
            f"{judgment_words.daily(facts)}"
        ).strip(),
        person=debtor if natural else "",
        company="" if natural else debtor,
        who_may=_who_may(facts),
        form=judgment_words.form_named(law, "assets"),
    )


def _who_may(facts: Facts) -> str:
    """Return who may act for a company that collects a judgment, as far as the law is on record."""
    case = facts.case
    if case.creditor is None or case.creditor.kind.natural_person or facts.forum is None:
        return ""
    rule, cite = inquiry_for(facts, facts.forum).value(RuleName.WHO_MAY_ENFORCE, facts.as_of, Standing)
    if rule is None or rule.entity_without_lawyer is Say.NOT_RESEARCHED:
        return "Whether a company may examine a debtor without a lawyer is not on record here: ask the clerk."
    if rule.entity_without_lawyer is Say.NO:
        return f"A company needs a lawyer for this ({citation(cite)})."
    through = wording.listing((one.value.replace("_", " ") for one in rule.through), last="or")
    who = f" through its {through}" if through else ""
    return f"A company may do this without a lawyer{who} ({citation(cite)})."
