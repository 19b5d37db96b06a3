"""What a signed plan or settlement does to the time to sue, in words that the debtor reads before signing.

Only what the law of the court is known to say is written; where it is not known,
nothing is, and nothing is made of the debtor's silence.
"""

from __future__ import annotations

from kit.checks.plan_law import plan_law
from kit.checks.plan_time import Effect, Terms, effects_of
from kit.documents import wording
from kit.facts import Facts
from kit.model.law import Jurisdiction
from kit.model.law_debts import Agreed
from kit.model.law_names import RuleName
from kit.model.law_words import Say


def time_sentences(facts: Facts, terms: Terms) -> str:
    """Return what signing and paying do to the time in which the creditor may go to court; empty where unknown."""
    forum = plan_law(facts).forum
    effects = effects_of(facts, terms, forum) if forum else ()
    if forum is None or not effects:
        return ""
    law = f"By the law of {law_name(forum.law)}, "
    paper = "plan" if terms.kind == "plan" else "agreement"
    said = [_expired(one, law, paper) for one in effects if one.expired]
    running = [one for one in effects if not one.expired]
    said += [_running(running, law, paper)] if running else []
    agreed, _ = forum.value(RuleName.LIMITATION_BY_AGREEMENT, facts.as_of, Agreed)
    if terms.kind == "plan" and running and agreed and agreed.lengthen is Say.YES:
        said.append(
            "While the plan is in force, the time in which Creditor may go to court for this debt stands still."
        )
    return wording.sentences(said)


def law_name(law: Jurisdiction) -> str:
    """Return a state as a sentence names its law: `the State of Franklin`, `Ohio`."""
    official = law.name.startswith(("State of", "Commonwealth of", "District of"))
    return f"the {law.name}" if official else law.name


def _expired(one: Effect, law: str, paper: str) -> str:
    named = _named(one)
    if one.writing is Say.YES or one.payment is Say.YES:
        what = f"signing this {paper}" if one.writing is Say.YES else "a payment"
        return (
            f"The time in which Creditor could go to court for {named} is over. {law}{what} makes that possible again; "
            "Debtor knows this."
        )
    return f"The time in which Creditor could go to court for {named} is over. Nothing in this {paper} starts it anew."


def _running(running: list[Effect], law: str, paper: str) -> str:
    """Return what starts the time anew where all effects agree; empty where they do not, or none does."""
    signing = all(one.writing is Say.YES for one in running)
    paying = all(one.payment is Say.YES for one in running)
    end = "the time in which Creditor may go to court for this debt starts anew"
    if signing and paying:
        return f"{law}{end} when Debtor signs this {paper}, and with each payment."
    if signing:
        return f"{law}{end} when Debtor signs this {paper}."
    return f"{law}{end} with each payment." if paying else ""


def _named(one: Effect) -> str:
    word = "invoice" if len(one.invoices) == 1 else "invoices"
    return f"{word} {wording.listing(one.invoices)}"
