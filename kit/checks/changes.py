"""A change order before it goes out: does it rest on what was signed, and may it be made in this form?"""

from __future__ import annotations

from collections.abc import Iterator

from kit.checks.contract_terms import terms_for
from kit.facts import Facts
from kit.findings import Finding, note
from kit.model.agreed_price import earlier
from kit.model.case import Case

OF_FORM = ("K130", "K131")  # a consumer's contract asks for forms of its own, and so do changes of it


def check_changes(facts: Facts) -> Iterator[Finding]:
    """Note what a change order would rest on that nobody has signed; refuse it where its contract is refused."""
    yield from _unsigned(facts.case)
    yield from (one for one in terms_for(facts).findings if one.code in OF_FORM)


def _unsigned(case: Case) -> Iterator[Finding]:
    if case.changes and case.agreement.signed_on is None:
        message = "the case does not say when the contract was signed, so a change order changes an offer"
        fix = "Have the contract signed first and write its day as `signed_on:` under `agreement`."
        yield note("K100", message, case.place("agreement"), fix=fix)
    for index, change in enumerate(case.changes):
        later = [one.id for one in case.changes if change in earlier(case, one)]
        if later and change.signed_on is None:
            start = "starts" if len(later) == 1 else "start"
            message = f"change {change.id} has no `signed_on`, so {' and '.join(later)} {start} from a price without it"
            fix = "Write the day on which the last party signed it, or take it out if it came to nothing."
            yield note("K100", message, case.place("changes", index), fix=fix)
