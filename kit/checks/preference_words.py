"""The preference report in sentences: what could be asked back, and what the figures say for keeping it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kit.checks.pay_days import DaysToPay
from kit.checks.preference import LAW, NEW_VALUE, ORDINARY, PreferenceReport
from kit.model.money import DOLLARS, ZERO, spoken

INSIDER = "11 U.S.C. § 547(b)"


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence with the law it stands on."""

    text: str
    law: str = ""


def preference_remarks(report: PreferenceReport, currency: str) -> tuple[Remark, ...]:
    """Return what the report says, the sum first; nothing in it admits anything."""
    days = report.rule.days
    if not report.total:
        said = f"The debtor paid nothing on old invoices in the {days} days before the petition."
        return (Remark(f"{said} Of these days nothing can be asked back.", LAW), *_beside(report))
    payments = sum(row.paid > 0 for row in report.rows)
    whole = Remark(
        f"In the {days} days before the petition the debtor paid {spoken(report.total, currency)} on old invoices in "
        f"{payments} payment{'s' if payments != 1 else ''}. A trustee may ask for such payments back.",
        report.cite or LAW,
    )
    return (whole, *_floor(report), *_new_value(report, currency), *_ordinary(report), *_beside(report), *_rest(report))


def _floor(report: PreferenceReport) -> Iterator[Remark]:
    if report.floor_doubt:
        yield Remark(
            f"The debtor is a person. If its debts are mostly a consumer's, payments of less than "
            f"{spoken(report.rule.small_consumer, DOLLARS)} together are left alone; if they are mostly for business, "
            f"of less than {spoken(report.rule.small_other, DOLLARS)}. The lower amount is taken here.",
            report.floor_law,
        )
    elif report.small:
        yield Remark(
            f"Together that is less than {spoken(report.floor, DOLLARS)}, so it cannot be taken back.", report.floor_law
        )
    else:
        yield Remark(f"That is not under the small amount of {spoken(report.floor, DOLLARS)}.", report.floor_law)


def _new_value(report: PreferenceReport, currency: str) -> Iterator[Remark]:
    if report.new_value:
        yield Remark(
            f"Of what you supplied after a payment, {spoken(report.new_value, currency)} is still unpaid and comes "
            f"off. That leaves {spoken(report.exposure, currency)}.",
            NEW_VALUE,
        )
    else:
        yield Remark("Nothing unpaid was supplied after a payment, so no new value comes off.", NEW_VALUE)
    if report.exposure_paid_counts != report.exposure:
        yield Remark(
            f"Some courts also count what was supplied and paid later; there "
            f"{spoken(report.exposure_paid_counts, currency)} would be left.",
            NEW_VALUE,
        )
    if any(row.expense for row in report.rows):
        yield Remark(
            "Goods asked for as an expense of the estate are among the new value. Courts differ on whether they count "
            "for both.",
            NEW_VALUE,
        )


def _ordinary(report: PreferenceReport) -> Iterator[Remark]:
    if report.during is None:
        return
    if report.before is None:
        yield Remark(
            f"Within the days the debtor took {_span(report.during)}. There are no earlier payments in the file to "
            "compare with; add older ones if there were any.",
            ORDINARY,
        )
        return
    payments = sum(row.days_to_pay is not None for row in report.rows)
    inside = f"{report.inside or 'none'} of {payments} payment{'s' if payments != 1 else ''}"
    yield Remark(
        f"Before, the debtor took {_span(report.before)}; within the days, {_span(report.during)}. Within the earlier "
        f"range: {inside}. Payments as they always were may be kept.",
        ORDINARY,
    )
    if report.letters:
        yield Remark(
            f"{report.letters} letter{'s' if report.letters != 1 else ''} or call{'s' if report.letters != 1 else ''} "
            "within the days asked for money; unusual pressure speaks against the ordinary course.",
            ORDINARY,
        )


def _span(one: DaysToPay) -> str:
    if one.least == one.most:
        return f"{one.least} day{'s' if one.least != 1 else ''} from the invoice ({one.count} paid)"
    return f"{one.least} to {one.most} days from the invoice, half of them within {one.median} ({one.count} paid)"


def _beside(report: PreferenceReport) -> Iterator[Remark]:
    years = "year" if report.rule.insider_years == 1 else f"{report.rule.insider_years} years"
    yield Remark(
        "Are you a relative of the debtor or of those who run it, its director, officer or partner, or in control of "
        f"it? Then you are an insider, and payments of the {years} before the petition may be asked back, not those "
        "of the days above alone: ask a lawyer.",
        INSIDER,
    )
    if report.returned:
        yield Remark(f"Left out because they came back unpaid: {', '.join(report.returned)}.")
    if report.near:
        yield Remark(
            f"Checks that came just before the days began: {', '.join(report.near)}. Look up when the bank honoured "
            "them; that day counts.",
            LAW,
        )


def _rest(report: PreferenceReport) -> Iterator[Remark]:
    if report.secured:
        yield Remark("What the security covers in full takes nothing from others and may be kept.", LAW)
    below = report.rule.home_venue_below
    if below is not None and ZERO < report.at_risk < below:
        yield Remark(
            f"For less than {spoken(below, DOLLARS)} the trustee must sue where you are.", "28 U.S.C. § 1409(b)"
        )
    if report.at_risk:
        yield Remark(
            "Keep invoices, delivery papers and bank entries. Answer no demand before a lawyer has seen these figures. "
            "As long as a payment that must be returned is not, the claim may be disallowed; what is returned may be "
            "claimed.",
            "11 U.S.C. §§ 502(d), (h)",
        )
