"""Why a claim ranks as it does, in sentences for whoever fills in item 12 of the form."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kit.checks.claim_wages import WageLook
from kit.model.case import Case
from kit.model.law_bankruptcy import PriorityAmounts
from kit.model.money import DOLLARS, spoken


def rank_reasons(
    case: Case,
    amounts: PriorityAmounts | None,
    wages: WageLook,
    *,
    asked: Decimal,
    ordered: Decimal,
    gap: Decimal,
    rest: bool,
) -> Iterator[str]:
    """Yield why the claim has the rank it has, with the amounts of the petition day.

    Goods of the last days are ``asked`` for by a request, or ``ordered`` onto the form; ``gap`` is owed for the time
    before the order for relief; ``rest`` tells whether anything has no rank and no security.
    """
    if amounts is None:
        yield "The amounts of § 507(a) for this petition are not on record, so no rank was tested."
        return
    yield (
        "An unpaid invoice has no rank of its own. § 507(a) pays some unsecured claims first: pay that a person earned "
        f"for work in the {amounts.wages_days} days before the petition, up to {spoken(amounts.wages, DOLLARS)} "
        f"(§ 507(a)(4)); what a consumer paid in advance, up to {spoken(amounts.deposits, DOLLARS)} (§ 507(a)(7)); "
        "taxes and support, among others."
    )
    yield from _of_the_rest(case, wages, rest=rest, ranked=bool(gap or ordered))
    if gap:
        yield (
            "What you supplied between the petition of creditors and the order for relief has a rank of its own "
            "(§ 507(a)(3)): tick Yes at item 12 for it."
        )
    if ordered:
        yield (
            "Goods received shortly before the petition are an expense of the estate, and the court takes them on the "
            "claim form: tick Yes at item 12, other, § 507(a)(2)."
        )
    if asked:
        yield (
            f"Goods received shortly before the petition ({spoken(asked, DOLLARS)}) get their rank by a request, not "
            "by this form. They are in the amount as a general claim, in case the request is refused; item 8 says that "
            "they are to be paid once only, and nothing of them stands at item 12."
        )


def _of_the_rest(case: Case, wages: WageLook, *, rest: bool, ranked: bool) -> Iterator[str]:
    """Say how the claim ranks by who claims it: a seller, an employee, or a person of whom that is not known."""
    if wages.verdict == "no":
        what = "a company" if case.creditor and not case.creditor.kind.natural_person else "a seller"
        said = f"You claim as {what} for what was supplied on credit: general unsecured"
        if rest:
            yield f"{said}." if ranked else f"{said}, tick No at item 12."
    elif wages.verdict == "employee":
        yield "By the case you were the debtor's employee, so your pay within the days and the limit has the rank."
    else:
        said = (
            "The case says that you were a contractor, so no rank is claimed here"
            if wages.verdict == "contractor"
            else "The case does not say whether you were an employee or a contractor, so no rank is claimed here"
        )
        yield (
            f"{said}. Courts differ on freelancers: one gave them the rank because the section does not speak of "
            "employees, others ask who controlled the work. Answer the questions and decide, with a lawyer if you can; "
            "the form is signed under penalty of perjury."
        )
