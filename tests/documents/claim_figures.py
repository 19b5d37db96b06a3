"""What a paper about a claim in bankruptcy may name: the account of the petition day, its classes, its days."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kit.checks.bankruptcy_days import case_days
from kit.checks.claim_class import claim_classes
from kit.checks.claim_papers import claim_account
from kit.checks.distribution import distribution
from kit.checks.preference import preference_report
from kit.facts import Facts

FORM = "18 U.S.C. §§ 152, 157, 3571"  # the crimes of a false claim, as Official Form 410 names them


def claim_values(known: Facts) -> Iterator[Any]:
    """Return what the account of the petition day, the law of its ranks and the days of the case hold."""
    claim = claim_account(known)
    if claim is None:
        return
    classes = claim_classes(known, claim)
    yield from (claim, claim.total, claim.charges, claim.setoff, claim.later, classes.rows, classes.goods)
    yield from (claim.secured, claim.unsecured, classes.goods.amount, classes.on_form, classes.gap, classes.amounts)
    yield from ((row.total, row.credited + row.paid + row.waived, row.charged, row.principal) for row in claim.rows)
    yield sum(one.amount for one in claim.segments)
    report = preference_report(known, claim, classes.goods)
    yield from (report, report.at_risk) if report else ()
    yield case_days(known)
    yield from (distribution(known, classes), FORM)
