"""The charges for a delay as the ledger has them, line by line, and how they lead to the sum asked for.

Only charges on what is asked for stand here: those on disputed or settled items
do not. Interest is what of it is open. Whatever was paid, waived or lowered of
the other charges is one line of its own, so that the lines come to what is open.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from kit.documents import wording
from kit.documents.contexts import claim_schedule, overdue
from kit.documents.contexts.account import MINUS
from kit.documents.contexts.entry_words import part_words, posting_words
from kit.documents.contexts.overdue import Open
from kit.facts import Facts
from kit.ledger.account import Kind, Posting, Share
from kit.model.agreement import Bucket
from kit.model.money import ZERO

CHARGED = (Kind.LATE_FEE, Kind.RETURNED_CHECK, Kind.COST)
TAKEN = {
    Kind.WAIVER: "waived",
    Kind.TRIM: "lowered to the legal limit",
    Kind.CREDIT: "credited",
    Kind.RELEASE: "given up",
}
NAMES = {Bucket.FEES: "charges", Bucket.COSTS: "costs"}
FEW = 2  # lines that always find room
ROOM = 5  # lines that leave the letter on one page; the enclosed account has every one


@dataclass(frozen=True, slots=True)
class Charge:
    """One line of what is owed: the invoices, a charge or several of a kind, or what is taken off."""

    what: str
    amount: str


Line = tuple[Posting, Decimal]


def lines(facts: Facts) -> tuple[Charge, ...]:
    """Return the unpaid invoices, each charge on them, and what was paid or is held against these."""
    found = overdue.open_items(facts)
    unpaid, held = sum((one.principal for one in found), ZERO), facts.ledger.totals.unapplied
    rows = [Charge("Unpaid invoices", _bare(facts, unpaid))] if unpaid else []
    rows += _charges(facts, found)
    return (*rows, *([Charge("Money we hold for you", f"{MINUS}{_bare(facts, held)}")] if held else []))


def _charges(facts: Facts, found: tuple[Open, ...]) -> list[Charge]:
    """Return the interest that is open, and the charges that led to what is open of them."""
    bearing, charged = [one for one in found if one.interest], _charged(facts)
    rest = sum((one.fees + one.costs for one in found), ZERO) - sum((amount for _, amount in charged), ZERO)
    less = [Charge(f"Less {_taken(facts)}", f"{MINUS}{_bare(facts, -rest)}")] if rest else []
    interest = _interest(facts, bearing, ROOM - min(len(charged), FEW))
    return [*interest, *_fitting(facts, charged, ROOM - len(interest)), *less]


def _interest(facts: Facts, bearing: list[Open], room: int) -> list[Charge]:
    """Return a line for each item that bears interest, or one for all of them where they are too many."""
    today = wording.short_day(facts.as_of)
    if len(bearing) > room:
        return [Charge(f"Interest, to {today}", _bare(facts, sum((one.interest for one in bearing), ZERO)))]
    named = [(part_words(facts.case, one.item.invoice, one.item.number), one.interest) for one in bearing]
    return [Charge(f"Interest on {name}, to {today}", _bare(facts, amount)) for name, amount in named]


def _taken(facts: Facts) -> str:
    """Return what of the charges came down and how: `charges already paid`, `costs waived`."""
    keys, taken, buckets = _asked(facts), dict[str, Decimal](), dict[Bucket, Decimal]()
    for posting in facts.ledger.postings:
        if posting.kind not in CHARGED:
            name = TAKEN.get(posting.kind, "already paid")
            for one in (share for share in posting.shares if _is_charge(share, keys)):
                taken[name] = taken.get(name, ZERO) + one.amount
                buckets[one.bucket] = buckets.get(one.bucket, ZERO) + one.amount
    which = [NAMES[bucket] for bucket, amount in buckets.items() if amount < 0]
    how = wording.listing(name for name, amount in taken.items() if amount < 0)
    return f"{wording.listing(which)} {how}"


def _asked(facts: Facts) -> set[tuple[str, int]]:
    return {(one.item.invoice, one.item.number) for one in overdue.open_items(facts) if one.fees + one.costs}


def _is_charge(share: Share, keys: set[tuple[str, int]]) -> bool:
    return not share.disputed and (share.invoice, share.number) in keys and share.bucket in NAMES


def _charged(facts: Facts) -> list[Line]:
    """Return each charge with what of it falls on items that are asked for."""
    keys = _asked(facts)
    found = []
    for posting in facts.ledger.postings:
        if posting.kind in CHARGED:
            amount = sum((one.amount for one in posting.shares if _is_charge(one, keys)), ZERO)
            found += [(posting, amount)] if amount else []
    return found


def _fitting(facts: Facts, charged: list[Line], room: int) -> list[Charge]:
    """Return a line for each charge; where they are too many, one for each item, and then one for each kind."""
    if len(charged) <= room:
        return [_charge(facts, [line], posting_words(facts.case, line[0])) for line in charged]
    by_item = _grouped(facts, charged, lambda posting: posting_words(facts.case, posting))
    if len(by_item) <= max(room, FEW):
        return by_item
    named = {Kind.LATE_FEE: "Late charges", Kind.COST: "Costs"}
    return _grouped(facts, charged, lambda posting: named.get(posting.kind, "Returned-check charges"))


def _grouped(facts: Facts, charged: list[Line], name: Callable[[Posting], str]) -> list[Charge]:
    groups: dict[str, list[Line]] = {}
    for line in charged:
        groups.setdefault(name(line[0]), []).append(line)
    return [_charge(facts, group, what) for what, group in groups.items()]


def _charge(facts: Facts, group: list[Line], what: str) -> Charge:
    days = sorted(posting.on for posting, _ in group)
    times = f", {len(group)} times" if len(group) > 1 else ""
    when = f"{'to ' if days[0] != days[-1] else ''}{wording.short_day(days[-1])}"
    return Charge(f"{what}{times}, {when}", _bare(facts, sum((amount for _, amount in group), ZERO)))


def balance(facts: Facts) -> str:
    """Return why the account enclosed ends on more than the letter asks for; empty where it does not."""
    left = [line for line in claim_schedule.sums(facts) if line.amount.startswith(MINUS)]
    beside = [
        f"{line.amount.removeprefix(MINUS)} {_why(line.what)}" for line in left if not line.what.startswith("Money")
    ]
    if not beside:
        return ""
    end, asked = facts.ledger.totals.total, facts.ledger.demandable
    money = [wording.money(amount, facts.case.currency) for amount in (end, asked)]
    return f"The account ends on {money[0]}. Of this, {wording.listing(beside)}; the letter asks for {money[1]}."


def _why(what: str) -> str:
    return "is disputed" if what.startswith("Disputed") else "is not yet due"


def _bare(facts: Facts, amount: Decimal) -> str:
    return wording.bare_money(amount, facts.case.currency)
