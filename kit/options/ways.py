"""Each way as terms: its base, what of it comes in and is kept, and what it costs in money, hours and days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from kit.model.fields import Frozen
from kit.model.money import ZERO, spoken
from kit.model.options import Assumptions, Discount
from kit.model.ranges import ALL, PercentRange
from kit.options.debt import Debt
from kit.options.factor import factoring
from kit.options.figures import WHOLE, both, ends, percent_words, rest, span, used
from kit.options.result import NOTHING, Range, Terms, Used
from kit.options.said import LOST, NAMES, RATES
from kit.options.suits import Courts, suits

Ages = tuple[tuple[int, Decimal], ...]  # sums, each with the days it is overdue


def ways_of(debt: Debt, known: Assumptions, courts: Courts, sellable: Ages) -> Iterator[Terms]:
    """Yield every way for ``debt`` in the order in which they are shown; ``sellable`` is what a factor might buy."""
    yield _remind(debt, known)
    yield _plan(debt, known)
    yield _settle(debt, known)
    yield from _agencies(debt, known)
    yield _discount(debt, known)
    yield factoring(debt, known, sellable)
    yield _attorney_letter(debt, known)
    yield from suits(debt, known, courts)
    yield _bankruptcy(debt, known)
    yield _write_off(debt, known)


def by_age(debt: Debt, known: Assumptions, key: str, own: PercentRange | None) -> tuple[Used, ...]:
    """Return where the recovery of a way comes from: its own figure, the debt's, or the rows of its ages."""
    if own:
        return (used(f"{key}.recovers", own),)
    if known.recovery:
        return (used("recovery", known.recovery),)
    rows = dict.fromkeys(known.age(days) for days, _ in debt.ages)
    return tuple(used(f"by_age (from day {row.days})", row) for row in rows)


def listed(key: str, group: Frozen, *names: str) -> tuple[Used, ...]:
    """Return what is said of the named assumptions of a group."""
    return tuple(used(f"{key}.{name}", getattr(group, name)) for name in names if getattr(group, name) is not None)


def _remind(debt: Debt, known: Assumptions) -> Terms:
    group, days = known.remind, ends(known.remind.days)
    told = by_age(debt, known, "remind", group.recovers)
    notes: tuple[str, ...] = ()
    if not (group.recovers or known.recovery):
        later = dict.fromkeys(known.age(age + int(days.high)) for age, _ in debt.ages)
        told = tuple(dict.fromkeys((*told, *(used(f"by_age (from day {row.days})", row) for row in later))))
        notes = (f"The low end is that of the age in {int(days.high)} days.",)
    return Terms(
        id="remind",
        name=NAMES["remind"],
        base=debt.amount,
        kept=WHOLE,
        recovers=debt.recovery(known, group.recovers, wait=days),
        rate_of=RATES["remind"],
        out_of_pocket=NOTHING,
        hours=ends(group.hours),
        days=days,
        lost=LOST["remind"],
        notes=notes,
        used=(*told, *listed("remind", group, "days", "hours")),
    )


def _plan(debt: Debt, known: Assumptions) -> Terms:
    group = known.plan
    return Terms(
        id="plan",
        name=NAMES["plan"],
        base=debt.amount,
        kept=WHOLE,
        recovers=ends(group.recovers),
        rate_of=RATES["plan"],
        out_of_pocket=NOTHING,
        hours=ends(group.hours),
        days=ends(group.days),
        lost=LOST["plan"],
        notes=("Reckoned without interest while it is kept. Signed, it as a rule acknowledges the debt.",),
        used=listed("plan", group, "recovers", "days", "hours"),
    )


def _settle(debt: Debt, known: Assumptions) -> Terms:
    group = known.settle
    return Terms(
        id="settle",
        name=NAMES["settle"].format(percent=span(ends(group.percent), "percent")),
        base=debt.amount,
        kept=ends(group.percent),
        recovers=ends(group.recovers),
        rate_of=RATES["settle"],
        out_of_pocket=NOTHING,
        hours=ends(group.hours),
        days=ends(group.days),
        lost=LOST["settle"],
        used=listed("settle", group, "percent", "recovers", "days", "hours"),
    )


def _agencies(debt: Debt, known: Assumptions) -> Iterator[Terms]:
    group = known.agency
    for fee in group.percent.shares if group.percent else ():
        percent = percent_words(fee)
        yield Terms(
            id=f"agency_{percent.removesuffix('%').replace('.', '_')}",
            name=NAMES["agency"].format(percent=percent),
            base=debt.amount,
            kept=rest(Range(fee, fee)),
            recovers=debt.recovery(known, group.recovers),
            rate_of=RATES["agency"],
            out_of_pocket=NOTHING,
            hours=ends(group.hours),
            days=ends(group.days),
            lost=LOST["agency"],
            notes=("Its part is not added to the debt: the debtor owes what was agreed, no percentage of it.",),
            used=(
                *listed("agency", group, "percent"),
                *by_age(debt, known, "agency", group.recovers),
                *listed("agency", group, "days", "hours"),
            ),
        )


def _discount(debt: Debt, known: Assumptions) -> Terms:
    group = known.discount
    off, told = _as_large(group, known)
    return Terms(
        id="discount",
        name=NAMES["discount"].format(percent=span(off, "percent")),
        base=debt.amount,
        kept=rest(off),
        recovers=ends(group.recovers),
        rate_of=RATES["discount"],
        out_of_pocket=NOTHING,
        hours=ends(group.hours),
        days=ends(group.days),
        lost=LOST["discount"],
        notes=() if group.percent else ("As large as what an agency would keep.",),
        used=(*told, *listed("discount", group, "recovers", "days", "hours")),
    )


def _as_large(group: Discount, known: Assumptions) -> tuple[Range, Iterable[Used]]:
    if group.percent:
        return ends(group.percent), listed("discount", group, "percent")
    shares = known.agency.percent.shares if known.agency.percent else ()
    return Range(min(shares, default=ZERO), max(shares, default=ZERO)), listed("agency", known.agency, "percent")


def _attorney_letter(debt: Debt, known: Assumptions) -> Terms:
    group = known.attorney_letter
    return Terms(
        id="attorney_letter",
        name=NAMES["attorney_letter"],
        base=debt.amount,
        kept=WHOLE,
        recovers=debt.recovery(known, group.recovers),
        rate_of=RATES["attorney_letter"],
        out_of_pocket=ends(group.fee),
        hours=ends(group.hours),
        days=ends(group.days),
        lost=LOST["attorney_letter"],
        notes=("Your own quote is better than any list: --set attorney_letter.fee=100.",)
        if group.fee and group.fee.source
        else (),
        used=(
            *listed("attorney_letter", group, "fee"),
            *by_age(debt, known, "attorney_letter", group.recovers),
            *listed("attorney_letter", group, "days", "hours"),
        ),
    )


def _bankruptcy(debt: Debt, known: Assumptions) -> Terms:
    group = known.bankruptcy
    recovers, notes = ends(group.recovers), list[str]()
    if debt.ranked:
        weight = Range(debt.ranked * ALL / debt.amount, debt.ranked * ALL / debt.amount)
        recovers = both(rest(weight), recovers).plus(both(weight, ends(group.ranked)))
        notes.append(f"{spoken(debt.ranked, 'USD')} of the claim has rank or security and is paid before the others.")
    if not debt.petition:
        notes.append("What if: no petition is on record, and it is not yours to choose.")
    return Terms(
        id="bankruptcy",
        name=NAMES["bankruptcy"],
        base=debt.amount,
        kept=WHOLE,
        recovers=recovers,
        rate_of=RATES["bankruptcy"],
        out_of_pocket=NOTHING,
        hours=ends(group.hours),
        days=ends(group.days),
        lost=LOST["bankruptcy"],
        notes=(*notes, *debt.remarks),
        used=listed("bankruptcy", group, "recovers", *(("ranked",) if debt.ranked else ()), "days", "hours"),
        what_if=not debt.petition,
    )


def _write_off(debt: Debt, known: Assumptions) -> Terms:
    group = known.write_off
    tax = ends(group.tax)
    unknown = group.basis != "accrual"
    left = (
        f" Of {spoken(debt.amount, 'USD')}, {spoken(debt.principal, 'USD')} was billed."
        if debt.principal < debt.amount
        else ""
    )
    said = (
        "Once the debt is worthless, in whole or in part, a deduction is worth the tax it saves, and only on what was "
        f"counted as income (26 U.S.C. § 166(a), (b)).{left}"
    )
    basis = "On the cash basis it is worth nothing; the low end is that, until you say --set write_off.basis=accrual."
    return Terms(
        id="write_off",
        name=NAMES["write_off"],
        base=debt.principal,
        kept=WHOLE,
        recovers=Range(ZERO if unknown else tax.low, tax.high),
        rate_of=RATES["write_off"],
        out_of_pocket=NOTHING,
        hours=ends(group.hours),
        days=ends(group.days),
        lost=LOST["write_off"],
        notes=(said, basis) if unknown else (said,),
        used=listed("write_off", group, "tax", "days", "hours"),
    )
