"""An account for the terminal: line by line, and in sentences that say how a balance came about.

Every figure shown is one that the lines above it add up to.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal

from kit.cli.ledger_judgment import blocks as judgment_blocks
from kit.cli.table import table
from kit.documents.wording import bare_money, count, day, number, percent, short_day
from kit.ledger.account import InterestSpan, Item, Kind, Ledger, PerDiem, Posting
from kit.ledger.terms import Pause
from kit.model.agreement import Bucket
from kit.model.money import ZERO, spoken

DAY = timedelta(days=1)
WORDS = {
    Kind.CHARGE: "Invoice {ref}",
    Kind.CREDIT: "Credit {ref}",
    Kind.LATE_FEE: "Late fee on {ref}",
    Kind.INTEREST: "Interest on {ref}",
    Kind.TRIM: "Over the legal cap on {ref}, not owed",
    Kind.COST: "Cost {ref}",
    Kind.RETURNED_CHECK: "Returned-check charge for {ref}",
    Kind.REVERSAL: "Payment {ref} came back unpaid",
    Kind.WAIVER: "Waived, {ref}",
    Kind.RELEASE: "Given up by settlement, {ref}",
    Kind.PAYMENT: "Payment {ref}",
    Kind.APPLIED: "Money held from {ref}, now used",
}
TITLES = {"principal": "Principal", "interest": "Interest", "fees": "Late and returned-check fees", "costs": "Costs"}


def as_text(ledger: Ledger, debtor: str) -> str:
    """Return the whole account as lines for a terminal."""
    until = "up to the judgment of" if ledger.judgment else "on"
    blocks = [
        [f"Account of {debtor} {until} {day(ledger.as_of)}, in {ledger.currency}"],
        _postings(ledger),
        _spans([span for span in ledger.spans if not span.by_law], "Interest", ledger),
        _items(ledger),
        _totals(ledger),
        [] if ledger.judgment else _beside(ledger),
        *(judgment_blocks(ledger.judgment, ledger.currency) if ledger.judgment else []),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _postings(ledger: Ledger) -> list[str]:
    if not ledger.postings:
        return ["Nothing has been charged by that day."]
    rows = [("Date", "What", "Charged", "Settled", "Balance")]
    for posting in ledger.postings:
        amount = bare_money(abs(posting.amount), ledger.currency)
        sides = ("", amount) if posting.amount < 0 else (amount if posting.amount else "", "")
        what = WORDS[posting.kind].format(ref=_ref(posting, ledger))
        rows.append((short_day(posting.on), what, *sides, bare_money(posting.balance, ledger.currency)))
        rows += [("", f"  {line}", "", "", "") for line in _why(posting, ledger)]
    return table(rows, range(2, 5))


def _ref(posting: Posting, ledger: Ledger) -> str:
    """Return what a line is about: an instalment is named by its number, so that no two of them look alike."""
    about = {(share.invoice, share.number) for share in posting.shares}
    if len(about) == 1 and posting.ref in {invoice for invoice, _ in about}:
        return _name(*about.pop(), ledger)
    return posting.ref


def _why(posting: Posting, ledger: Ledger) -> list[str]:
    """Say under a line what allows a charge, and where money went."""
    if posting.kind not in {Kind.PAYMENT, Kind.APPLIED, Kind.WAIVER, Kind.RELEASE}:
        return [posting.cite] if posting.cite else []
    sums: dict[str, Decimal] = {}
    for share in posting.shares:
        bucket = "late fees" if share.bucket is Bucket.FEES else share.bucket.value
        name = f"{bucket} of {_name(share.invoice, share.number, ledger)}" if share.invoice else bucket
        sums[name] = sums.get(name, ZERO) - share.amount
    if posting.held:
        sums["held for the debtor"] = posting.held
    went = {name: bare_money(amount, ledger.currency) for name, amount in sums.items()}
    return [f"{amount} {name}" if name.startswith("held") else f"{amount} to {name}" for name, amount in went.items()]


def _spans(spans: Sequence[InterestSpan], title: str, ledger: Ledger) -> list[str]:
    if not spans:
        return []
    rows: list[tuple[str, ...]] = [(title, "From", "Through", "Days", "A year", "On", "Interest", "By")]
    for span in spans:
        amounts = (bare_money(span.base, ledger.currency), bare_money(span.amount, ledger.currency))
        last = short_day(span.end - DAY)
        days = (short_day(span.start), last, f"{span.days:,}", percent(span.percent))
        name = _name(span.invoice, span.number, ledger) + (" *" if span.disputed else "")
        rows.append((name, *days, *amounts, span.cite))
    return [*table(rows, range(3, 7)), *(["* disputed part"] if any(s.disputed for s in spans) else [])]


def _items(ledger: Ledger) -> list[str]:
    if not ledger.items:
        return []
    rows: list[tuple[str, ...]] = [
        ("Item", "Due", "Overdue", "Principal", "Interest", "Fees", "Costs", "Owed", "Disputed")
    ]
    for item in ledger.items:
        sums = (item.principal, item.interest, item.fees, item.costs, item.balance, item.disputed)
        due = short_day(item.due_on) if item.due_on else ""
        late = count(item.days_overdue, "day") if item.days_overdue else ""
        figures = (bare_money(amount, ledger.currency) for amount in sums)
        rows.append((_name(item.invoice, item.number, ledger), due, late, *figures))
    return table(rows, range(2, 9))


def _name(invoice: str, number: int, ledger: Ledger) -> str:
    of = next((item.of for item in ledger.items if (item.invoice, item.number) == (invoice, number)), 1)
    return f"{invoice} ({number} of {of})" if of > 1 else invoice or "account"


def _totals(ledger: Ledger) -> list[str]:
    totals = ledger.totals
    rows = [(title, spoken(getattr(totals, name), ledger.currency)) for name, title in TITLES.items()]
    if totals.unapplied:
        rows.append(("Held for the debtor", spoken(-totals.unapplied, ledger.currency)))
    rows.append(("Owed", spoken(totals.total, ledger.currency)))
    if totals.overpaid:
        rows.append(("Overpaid: yours to give back", spoken(totals.overpaid, ledger.currency)))
    if totals.disputed:
        rows.append(("of which disputed", spoken(totals.disputed, ledger.currency)))
        rows.append(("To be asked for now", spoken(totals.collectable, ledger.currency)))
    if totals.not_due:
        rows.append(("of which not yet due", spoken(totals.not_due, ledger.currency)))
    return table(rows, [1])


def _beside(ledger: Ledger) -> list[str]:
    """Return what is good to know: interest a day, the order of payments, what is not in the account."""
    lines = []
    lines += [_held_off(pause) for pause in ledger.pauses if pause.start <= ledger.as_of]
    if ledger.per_diem.exact:
        lines.append(f"Interest goes on at {_daily(ledger.per_diem, ledger)}.")
    if any(posting.kind is Kind.PAYMENT for posting in ledger.postings):
        names = ", then ".join("late fees" if b.value == "fees" else b.value for b in ledger.order.complete)
        source = "" if ledger.order.cite in ledger.order.reason else f" ({ledger.order.cite})"
        lines.append(f"Payments count toward {names}: {ledger.order.reason}{source}.")
    if ledger.by_law:
        beside = spoken(ledger.by_law.amount, ledger.currency)
        until = f"through {day(ledger.by_law.through)}" if ledger.by_law.through else "so far"
        lines.append(f"Not in the account: interest allowed by law, {beside} {until} ({ledger.by_law.cite}).")
        lines += ["", *_spans([span for span in ledger.spans if span.by_law], "By law", ledger)]
    if ledger.unclaimed_costs:
        lines.append(f"Not in the account: costs not claimed, {spoken(ledger.unclaimed_costs, ledger.currency)}.")
    return lines


def _held_off(pause: Pause) -> str:
    """Say what a plan keeps off the account, and for how long."""
    until = f" through {day(pause.end - DAY)}" if pause.end else ""
    runs = "no interest runs" if pause.percent == 0 else "interest runs as before"
    runs = f"{percent(pause.percent)} a year runs" if pause.percent else runs
    return f"By the {pause.cite} {runs} and no late fee falls from {day(pause.start)} on{until}."


def _daily(per_diem: PerDiem, ledger: Ledger) -> str:
    printed = spoken(per_diem.printed, ledger.currency)
    return f"{printed} a day from {day(ledger.as_of + DAY)} ({number(per_diem.exact)} before rounding)"


def owed_words(items: Sequence[Item], currency: str) -> str:
    """Return what is left of ``items`` as a sum: principal $1.00 + interest $2.00 = $3.00."""
    sums = {name: sum((getattr(item, name) for item in items), ZERO) for name in TITLES}
    named = [("late fees" if name == "fees" else name, amount) for name, amount in sums.items() if amount]
    parts = [f"{name} {spoken(amount, currency)}" for name, amount in named]
    total = spoken(sum(sums.values(), ZERO), currency)
    return f"{' + '.join(parts)} = {total}" if len(parts) > 1 else parts[0] if parts else total
