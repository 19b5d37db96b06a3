"""Whether a claim can be filed in the case on record at all, and what is to be known of its last day.

A dismissed or closed case takes none; a chapter 15 case sends creditors abroad; a petition of the debtor's husband or
wife alone is no case of the debtor.
"""

from __future__ import annotations

from collections.abc import Iterator

from kit.checks.bankruptcy_days import case_days
from kit.checks.stay_words import at
from kit.facts import Facts
from kit.findings import Finding, stop
from kit.model.bankruptcy import Bankruptcy
from kit.model.case import Case
from kit.model.stay import Stand, stand_of

COMMUNITY = "11 U.S.C. §§ 101(7), 541(a)(2)"
ABROAD = "11 U.S.C. §§ 1504, 1517, 1520"
OVER = {
    "dismissed_on": ("was dismissed", "the stay has ended and the debt is owed as before", "11 U.S.C. § 349"),
    "closed_on": ("was closed", "nobody takes claims in it unless the court opens it again", "11 U.S.C. § 350"),
}


def check_claim_standing(facts: Facts) -> Iterator[Finding]:
    """Yield what keeps a claim from being filed in the case on record, and what its last day leaves open."""
    case, filed = facts.case, facts.case.bankruptcy
    if filed is None or filed.petition_on > facts.as_of:
        return
    stand = stand_of(case, facts.as_of)
    if stand is Stand.ANCILLARY:
        message = "a chapter 15 case takes no proofs of claim: it serves a proceeding in another country"
        fix = (
            "Send the claim to that proceeding, in the time and on the form of its notice. If an order of the court "
            "here takes claims all the same: `--override K774 --because ..`."
        )
        yield stop("K774", message, at(case, "chapter"), fix=fix, law=ABROAD, overridable=True)
    elif stand is Stand.SPOUSE:
        message = f"only the husband or wife of {case.debtor.name} filed, so there is no case of the debtor to claim in"
        fix = (
            "Where the couple owes this debt together, or owns in common what the estate holds, a claim in that case "
            "may be right: ask a lawyer, then `--override K775 --because ..`."
        )
        yield stop("K775", message, at(case, "spouse_only"), fix=fix, law=COMMUNITY, overridable=True)
    else:
        yield from _over(facts, case, filed)
    yield from case_days(facts).findings


def _over(facts: Facts, case: Case, filed: Bankruptcy) -> Iterator[Finding]:
    for key, (what, why, law) in OVER.items():
        day = getattr(filed, key)
        if day and day <= facts.as_of:
            message = f"the bankruptcy case {what} on {day}: {why}"
            fix = f"File no claim. If the court took that back, correct `{key}`."
            yield stop("K776", message, at(case, key), fix=fix, law=law)
            return
