"""Whether a claim can be filed in the case on record at all, and what is to be known of its last day.

A dismissed or closed case takes none, nor the papers that go beside one; a chapter 15 case sends creditors abroad; a
petition of the debtor's husband or wife alone is no case of the debtor. A claim that went out and is not on record as
filed would be filed twice.
"""

from __future__ import annotations

from collections.abc import Iterator

from kit.checks.bankruptcy_days import case_days
from kit.checks.stay_words import at, correct
from kit.facts import Facts
from kit.findings import Finding, stop
from kit.journal.sending import claim_sent
from kit.model.bankruptcy import Bankruptcy
from kit.model.document_ids import CLAIM_WITHDRAWAL, NOTICE_REQUEST, PREFERENCE_REPORT, WRITING_LOST
from kit.model.stay import Stand, stand_of

COMMUNITY = "11 U.S.C. §§ 101(7), 541(a)(2)"
ABROAD = "11 U.S.C. §§ 1504, 1517, 1520"
OVER = {
    "dismissed_on": ("was dismissed", "the stay has ended and the debt is owed as before", "11 U.S.C. § 349"),
    "closed_on": ("was closed", "nobody takes claims in it unless the court opens it again", "11 U.S.C. § 350"),
}
BESIDE = {  # what makes a paper beside the claim idle once the case is over, and what to do
    NOTICE_REQUEST: ("no notices to creditors are to be expected any more", "File no request."),
    WRITING_LOST: ("no claim is filed that this statement could go with", "File no statement."),
    CLAIM_WITHDRAWAL: ("no claim is dealt with in it any more, so none is to be withdrawn", "File no withdrawal."),
    PREFERENCE_REPORT: (
        "no suit to have payments back can begin any more",
        (
            "Prepare nothing. For a suit that began before, `--as-of` a day before that one has the figures; another "
            "petition counts days of its own."
        ),
    ),
}
TWICE = "Official Form 410, item 4"
SUITS_END = "11 U.S.C. § 546(a)(2)"


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
        yield from _over(facts, filed)
        yield from _sent_unrecorded(facts, filed)
    yield from case_days(facts).findings


def check_beside_standing(facts: Facts, document: str) -> Iterator[Finding]:
    """Yield what makes ``document``, a paper beside the claim, idle: the case was dismissed or closed."""
    filed = facts.case.bankruptcy
    if document in BESIDE and filed and filed.petition_on <= facts.as_of:
        yield from _over(facts, filed, document)


def _over(facts: Facts, filed: Bankruptcy, document: str = "") -> Iterator[Finding]:
    for key, (what, why, law) in OVER.items():
        day = getattr(filed, key)
        if day and day <= facts.as_of:
            idle, leave = BESIDE.get(document, (why, "File no claim."))
            message = f"the bankruptcy case {what} on {day}: {idle}"
            fix = f"{leave} If the court took that back: {correct(facts.case, key)}."
            cite = SUITS_END if document == PREFERENCE_REPORT else law
            yield stop("K776", message, at(facts.case, key), fix=fix, law=cite)
            return


def _sent_unrecorded(facts: Facts, filed: Bankruptcy) -> Iterator[Finding]:
    """Refuse a second claim where one went out in this case and is not recorded as filed: it would not say so."""
    gone = claim_sent(facts.case, filed.petition_on)
    if gone and not any(one.on <= facts.as_of for one in filed.claims):
        message = f"a claim went out on {gone.on} (entry {gone.n}) and is not on record as filed"
        fix = (
            "Record it: `kit log CASE bankruptcy --claim-on ..`; this one then amends it (item 4). Two claims for one "
            "debt are objected to."
        )
        yield stop("K791", message, facts.case.origin(f"entry:{gone.n}"), fix=fix, law=TWICE, overridable=True)
