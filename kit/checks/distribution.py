"""What a claim is worth: who is paid before it, in which order, and where it stands.

No percentage is ever guessed: what reaches a class turns on assets and claims that a creditor does not see.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kit.checks.claim_class import ClaimClasses, Rank
from kit.facts import Facts
from kit.model.bankruptcy import Bankruptcy
from kit.model.money import ZERO


@dataclass(frozen=True, slots=True)
class Rung:
    """One class in the order of distribution; ``yours`` is the part of the claim that stands there.

    ``yours`` is zero where nothing does, None where it turns on the value of security that is not known.
    """

    place: int
    who: str
    law: str
    yours: Decimal | None = ZERO


@dataclass(frozen=True, slots=True)
class Distribution:
    """The order in which a bankruptcy pays, and what is known about this one."""

    chapter: str  # empty where the case does not say
    rungs: tuple[Rung, ...]
    remarks: tuple[str, ...]


SECURED_ONLY = ("Secured creditors, from what secures their claims, up to its value", "11 U.S.C. §§ 506(a), 725")
LIENS = "11 U.S.C. § 506(a)"  # outside chapter 7, which alone has § 725
EXPENSES = (
    "Expenses of the estate: the trustee, lawyers of the estate, what was supplied after the petition, "
    "and goods of the last days before it"
)
FIRST = (
    ("Support of a spouse, former spouse or child", "11 U.S.C. § 507(a)(1)"),
    (EXPENSES, "11 U.S.C. §§ 503(b), 507(a)(2)"),
    ("Debts of the time between a petition by creditors and the order for relief", "11 U.S.C. §§ 502(f), 507(a)(3)"),
    ("Pay of persons for work shortly before the petition, up to the limit", "11 U.S.C. § 507(a)(4)"),
    ("Contributions to employees' benefit plans", "11 U.S.C. § 507(a)(5)"),
    ("Grain producers and fishermen", "11 U.S.C. § 507(a)(6)"),
    ("What consumers paid in advance, up to the limit", "11 U.S.C. § 507(a)(7)"),
    ("Taxes", "11 U.S.C. § 507(a)(8)"),
    ("Commitments to a bank regulator", "11 U.S.C. § 507(a)(9)"),
    ("Death or injury by somebody who drove drunk", "11 U.S.C. § 507(a)(10)"),
)
THEN = (
    ("General unsecured claims filed in time", "11 U.S.C. § 726(a)(2)"),
    ("Claims filed late", "11 U.S.C. § 726(a)(3)"),
    ("Fines and penalties", "11 U.S.C. § 726(a)(4)"),
    ("Interest on all of these from the petition on", "11 U.S.C. § 726(a)(5)"),
    ("The debtor", "11 U.S.C. § 726(a)(6)"),
)
GENERAL, LATE = 11, 12  # places below, counted from the secured


def distribution(facts: Facts, classes: ClaimClasses, *, late: bool = False) -> Distribution:
    """Return the order with the parts of the claim in their places; ``late`` where the last day for claims is over."""
    filed = facts.case.bankruptcy
    chapter = (filed.chapter_on(facts.as_of) or "") if filed else ""
    seven = chapter in ("", "7")
    last = THEN if seven else (("General unsecured claims, as the plan says", _plan_law(chapter)),)
    yours = {
        0: classes.amount(Rank.SECURED),
        2: classes.amount(Rank.EXPENSE),
        3: classes.amount(Rank.GAP),
        4: classes.amount(Rank.PRIORITY),
        LATE if late and seven else GENERAL: classes.amount(Rank.GENERAL),
    }
    first = SECURED_ONLY if seven else (SECURED_ONLY[0], LIENS)
    rungs = tuple(
        Rung(place, who, law, yours.get(place, ZERO)) for place, (who, law) in enumerate((first, *FIRST, *last))
    )
    return Distribution(chapter, rungs, tuple(_remarks(facts, filed, chapter, classes, late=late)))


def _plan_law(chapter: str) -> str:
    return {
        "11": "11 U.S.C. §§ 1123(a), 1129(a)(7), (b)",
        "12": "11 U.S.C. §§ 1222, 1225(a)(4)",
        "13": "11 U.S.C. §§ 1322, 1325(a)(4)",
        "9": "11 U.S.C. §§ 941, 943(b)",
    }.get(chapter, "")


def _remarks(
    facts: Facts, filed: Bankruptcy | None, chapter: str, classes: ClaimClasses, *, late: bool
) -> Iterator[str]:
    yield (
        "Each class is paid in full before the next gets anything; where the money ends, the claims of that class "
        "share in proportion, and those below get nothing."
    )
    if chapter in ("", "7"):
        yield from _seven(facts, filed, classes)
    elif chapter == "15":
        yield "Chapter 15 supports a proceeding abroad: claims go to that proceeding, by its own rules and dates."
    elif chapter == "9":
        yield "Chapter 9 is for towns and other public bodies: a plan decides, and nothing is sold off."
    else:
        yield (
            "A plan decides how much and when. Each unsecured creditor must get at least what chapter 7 would give it. "
            "Read the plan and the vote or objection dates that come with it."
        )
        if chapter == "11" and classes.amount(Rank.EXPENSE):
            yield "Expenses of the estate, your goods among them, must be paid in full unless you agree otherwise."
    if late:
        yield (
            "The last day for claims is over: the claim is paid after all that came in time, if anything is left."
            if chapter in ("", "7")
            else "The last day for claims is over: if anybody objects, the court may disallow the claim."
        )
    if classes.asked_beside:
        yield "Goods of the last days have their place by a request; if it is refused, they rank with general claims."
    rows = {row.rank for row in classes.rows if row.amount is None or row.amount > 0}
    if rows == {Rank.GENERAL}:
        yield "Your whole claim is general unsecured: nothing is paid on it until every class above is paid."
    yield (
        "No percentage can be told from the file. The debtor's schedules and the trustee's reports name assets "
        "and debts."
    )
    if classes.on_form > 0 and not facts.case.guarantors:
        yield "Whatever is not paid may be a bad debt for tax: ask whoever prepares the return."
    elif facts.case.guarantors:
        yield "A guarantor who has not filed still owes all of it; the debtor's stay as a rule covers no guarantor."


def _seven(facts: Facts, filed: Bankruptcy | None, classes: ClaimClasses) -> Iterator[str]:
    if filed and filed.converted and classes.amount(Rank.EXPENSE):
        yield "The case was converted: expenses of the time in chapter 7 are paid before those of before."
    if filed and filed.no_asset_notice_on and not filed.asset_notice_on:
        yield "The notice says that there is nothing to share out as things stand; a later notice would say otherwise."
    elif filed and filed.asset_notice_on:
        yield "A notice says that there is something to share out, so a claim is needed to get a part of it."
    if not facts.case.debtor.kind.natural_person:
        yield "A company gets no discharge in chapter 7: the debt stays, and as a rule the company has nothing left."
