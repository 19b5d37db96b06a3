"""The account of a judgment for the terminal; every figure shown is one that the lines above it add up to."""

from __future__ import annotations

from datetime import timedelta

from kit.cli.table import table
from kit.documents.wording import bare_money, day, number, percent, short_day
from kit.ledger.judgment_account import Act, JudgmentAccount, JudgmentPosting
from kit.model.agreement import Bucket
from kit.model.money import spoken

DAY = timedelta(days=1)
WORDS = {
    Act.AWARD: "Judgment",
    Act.COST: "Cost {ref}",
    Act.INTEREST: "Interest on the judgment",
    Act.REVERSAL: "Payment {ref} came back unpaid",
    Act.WAIVER: "Waived, {ref}",
    Act.PAYMENT: "Payment {ref}",
    Act.CLOSED: "Satisfaction filed, {ref}; not asked for any more",
}
NAMES = {Bucket.FEES: "attorney fees"}
PARTS = (
    ("principal", "Judgment debt"),
    ("interest", "Interest"),
    ("costs", "Costs"),
    ("attorney_fees", "Attorney fees"),
)


def blocks(account: JudgmentAccount, currency: str) -> list[list[str]]:
    """Return the account as blocks of lines."""
    number_ = f", case {account.number}" if account.number else ""
    head = f"Judgment of {day(account.entered_on)}{number_}, on {day(account.as_of)}"
    if not account.won:
        return [[f"{head}: for the debtor. Nothing can be asked for."]]
    return [
        [head],
        _postings(account, currency),
        _spans(account, currency),
        _totals(account, currency),
        _beside(account, currency),
    ]


def _postings(account: JudgmentAccount, currency: str) -> list[str]:
    rows = [("Date", "What", "Added", "Settled", "Balance")]
    for one in account.postings:
        amount = bare_money(abs(one.amount), currency)
        sides = ("", amount) if one.amount < 0 else (amount, "")
        rows.append((short_day(one.on), WORDS[one.act].format(ref=one.ref), *sides, bare_money(one.balance, currency)))
        rows += [("", f"  {line}", "", "", "") for line in _why(one, currency)]
    return table(rows, range(2, 5))


def _why(one: JudgmentPosting, currency: str) -> list[str]:
    if one.act is Act.AWARD and len(one.portions) == 1 and one.portions[0].bucket is Bucket.PRINCIPAL:
        return []
    sign = "" if one.amount > 0 else "to "
    parts = [f"{bare_money(abs(p.amount), currency)} {sign}{NAMES.get(p.bucket, p.bucket.value)}" for p in one.portions]
    if one.held:
        parts.append(f"{bare_money(one.held, currency)} over what was owed")
    return parts if one.act in (Act.AWARD, Act.PAYMENT, Act.WAIVER, Act.CLOSED) else [one.cite] if one.cite else []


def _spans(account: JudgmentAccount, currency: str) -> list[str]:
    if not account.spans:
        return []
    rows: list[tuple[str, ...]] = [("From", "Through", "Days", "A year", "On", "Interest", "By")]
    for span in account.spans:
        amounts = (bare_money(span.base, currency), bare_money(span.amount, currency))
        days = (short_day(span.start), short_day(span.end - DAY), f"{span.days:,}", percent(span.percent))
        rows.append((*days, *amounts, span.cite))
    return table(rows, range(2, 6))


def _totals(account: JudgmentAccount, currency: str) -> list[str]:
    rows = [(title, spoken(getattr(account, name), currency)) for name, title in PARTS if getattr(account, name)]
    rows.append(("Owed on the judgment", spoken(account.total, currency)))
    if account.overpaid:
        rows.append(("Overpaid: yours to give back", spoken(account.overpaid, currency)))
    return table(rows, [1])


def _beside(account: JudgmentAccount, currency: str) -> list[str]:
    lines = []
    if account.per_diem_exact and account.percent is not None:
        daily = f"{spoken(account.per_diem, currency)} a day from {day(account.as_of + DAY)}"
        lines.append(f"Interest goes on at {daily} ({number(account.per_diem_exact)} before rounding).")
    if account.interest_through:
        lines.append(f"Interest is known through {day(account.interest_through)} only.")
    if any(one.act is Act.PAYMENT for one in account.postings):
        names = ", then ".join(NAMES.get(bucket, bucket.value) for bucket in account.order)
        cite = f" ({account.order_cite})" if account.order_cite else ""
        lines.append(f"Payments count toward {names}{cite}.")
    if account.unclaimed_costs:
        lines.append(f"Not in the account: costs not claimed, {spoken(account.unclaimed_costs, currency)}.")
    if account.appealed_on:
        lines.append(f"An appeal was filed on {day(account.appealed_on)}; the judgment may change.")
    if account.satisfied_on:
        lines.append(f"The satisfaction was filed on {day(account.satisfied_on)}.")
    return lines
