"""What letters to a debtor in bankruptcy share: the case in the subject, and whom they go to beside the debtor."""

from __future__ import annotations

from collections.abc import Iterator

from kit.facts import Facts
from kit.model.bankruptcy import Bankruptcy


def case_line(facts: Facts, filed: Bankruptcy) -> str:
    """Return how a subject names the case: `In re Late Paper Supply Inc., case 26-11334, chapter 7`."""
    chapter = filed.chapter_on(facts.as_of)
    parts = [f"In re {facts.case.debtor.name}"]
    parts += [f"case {filed.number}"] if filed.number else []
    parts += [f"chapter {chapter}"] if chapter else []
    return ", ".join(parts)


def sent_to(facts: Facts, filed: Bankruptcy) -> Iterator[str]:
    """Yield whom the letter goes to: the debtor, its lawyer, the trustee; each as far as the file knows them."""
    debtor, lawyer = facts.case.debtor, facts.case.debtor.lawyer_on(facts.as_of)
    yield debtor.shown_name
    if lawyer:
        yield f"its lawyer {lawyer.name}" if not debtor.kind.natural_person else f"the lawyer {lawyer.name}"
    if filed.trustee:
        yield f"{filed.trustee.name} as trustee"
