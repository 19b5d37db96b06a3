"""The claim on the day of a petition, to the cent, from the account.

A claim is worth what was owed "as of the date of the filing of the petition" (11 U.S.C. § 502(b)), and interest that
had not matured by then is no part of it (§ 502(b)(2); so already Sexton v. Dreyfus, 219 U.S. 339 (1911)). Days are
counted as in any account: the due date is left out and the petition date is the last one in, so that the number of
days is the difference of the two dates, as a trustee works it out. Nothing is charged for a day after it. What came in
after it is shown beside the claim, and never taken off without a word.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal

from kit.ledger.account import Kind, Ledger
from kit.ledger.judgment import judged
from kit.ledger.judgment_account import Act, JudgmentAccount
from kit.ledger.petition_claim import ClaimRow, PetitionClaim, Segment
from kit.ledger.petition_scope import LeftOut, Scope, Why, scope_of
from kit.ledger.schedule import disputed
from kit.ledger.terms import Terms
from kit.model.agreement import Bucket
from kit.model.bankruptcy import Security
from kit.model.case import Case
from kit.model.law import Jurisdiction
from kit.model.money import ZERO, to_minor

DAY = timedelta(days=1)
TAKEN_OFF = {
    Kind.CREDIT: "credited", Kind.PAYMENT: "paid", Kind.REVERSAL: "paid", Kind.APPLIED: "paid", Kind.WAIVER: "waived",
    Kind.RELEASE: "waived",
}  # fmt: skip


def petition_account(
    case: Case,
    terms: Terms,
    petition_on: date,
    as_of: date,
    *,
    forum: Jurisdiction | None = None,
    security: Security | None = None,
) -> PetitionClaim:
    """Return the claim of ``case`` on the day of a petition, knowing what was known on ``as_of``.

    ``forum`` is the law of a judgment's interest. Raises `KitError` for figures beyond counting.
    """
    as_of = max(as_of, petition_on)
    scope = scope_of(case, petition_on, as_of)
    ledger, _ = judged(scope.case, terms, petition_on, forum)
    eve, _ = judged(scope_of(case, petition_on - DAY, as_of).case, terms, petition_on - DAY, forum)
    judgment = ledger.judgment
    rows = () if judgment else _rows(case, scope, ledger, as_of)
    sums = _sums(ledger)
    return PetitionClaim(
        petition_on=petition_on,
        as_of=as_of,
        currency=case.currency,
        ledger=ledger,
        rows=rows,
        segments=_segments(ledger),
        judgment=judgment,
        **sums,
        disputed=sum((row.disputed for row in rows), ZERO),
        last_day=ZERO if (judgment is None) != (eve.judgment is None) else _interest(ledger) - _interest(eve),
        by_law=None if judgment else ledger.by_law,
        security=security,
        left_out=(*scope.left_out, *_after_judgment(scope, judgment)),
        later=scope.later,
        billed_later=scope.billed_later,
        of_the_day=scope.of_the_day,
        judged_later=any(one.on > petition_on for one in case.judgments),
    )


def _sums(ledger: Ledger) -> dict[str, Decimal]:
    one, totals = ledger.judgment, ledger.totals
    if one:
        own = {"principal": one.principal, "interest": one.interest, "costs": one.costs}
        return {**own, "fees": ZERO, "attorney_fees": one.attorney_fees, "held": one.overpaid}
    own = {"principal": totals.principal, "interest": totals.interest, "fees": totals.fees, "costs": totals.costs}
    return {**own, "attorney_fees": ZERO, "held": totals.unapplied}


def _interest(ledger: Ledger) -> Decimal:
    """Return all interest charged so far, less what a cap took off it."""
    if ledger.judgment:
        return sum((one.amount for one in ledger.judgment.postings if one.act is Act.INTEREST), ZERO)
    kinds = (Kind.INTEREST, Kind.TRIM)
    shares = (share for one in ledger.postings if one.kind in kinds for share in one.shares)
    return sum((share.amount for share in shares if share.bucket is Bucket.INTEREST), ZERO)


def _segments(ledger: Ledger) -> tuple[Segment, ...]:
    if ledger.judgment:
        return tuple(
            Segment("", one.start, one.end - DAY, one.days, one.percent, one.base, one.amount, one.cite)
            for one in ledger.judgment.spans
        )
    return tuple(
        Segment(one.invoice, one.start, one.end - DAY, one.days, one.percent, one.base, one.amount, one.cite)
        for one in ledger.spans
        if not one.by_law
    )


def _rows(case: Case, scope: Scope, ledger: Ledger, as_of: date) -> tuple[ClaimRow, ...]:
    """Return one row for each invoice with everything that happened to it, and one for the account's own charges."""
    moved: dict[str, dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for posting in ledger.postings:
        for share in posting.shares:
            name = TAKEN_OFF.get(posting.kind)
            charged = "billed" if share.bucket is Bucket.PRINCIPAL else f"{share.bucket.value}_charged"
            moved[share.invoice][name or charged] += -share.amount if name else share.amount
    rows = []
    written = {invoice.id: invoice for invoice in case.invoices}
    cut = {invoice.id: invoice for invoice in scope.case.invoices}
    for name in dict.fromkeys((*(invoice.id for invoice in scope.case.invoices), "")):
        items = ledger.of(name)
        if not items and name not in moved:
            continue
        left = {part: sum((getattr(item, part) for item in items), ZERO) for part in _PARTS}
        contested = sum((item.disputed for item in items), ZERO)
        if name:
            contested = max(contested, min(disputed(case, cut[name], as_of)[0], sum(left.values(), ZERO)))
        days = [day for line in written[name].lines if (day := line.on)] if name else []
        rows.append(ClaimRow(
            invoice=name,
            issued_on=written[name].issued_on if name else None,
            due_on=min((item.due_on for item in items if item.due_on), default=None),
            supplied_on=(max((d for d in days if d <= ledger.as_of), default=None) or written[name].delivered_on)
            if name else None,
            **{part: to_minor(amount, ledger.currency) for part, amount in moved[name].items()},
            **left,
            disputed=contested,
        ))  # fmt: skip
    return tuple(rows)


_PARTS = ("principal", "interest", "fees", "costs")


def _after_judgment(scope: Scope, judgment: JudgmentAccount | None) -> list[LeftOut]:
    """Name the invoices of after the judgment: they did not merge into it and are claimed by themselves."""
    if judgment is None:
        return []
    currency = scope.case.currency
    return [
        LeftOut(invoice.id, invoice.lines[0].text, invoice.issued_on, invoice.total(currency), Why.AFTER_JUDGMENT)
        for invoice in scope.case.invoices
        if invoice.issued_on > judgment.entered_on
    ]
