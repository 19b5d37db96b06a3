"""`kit log CASE bankruptcy`: the notices and orders of the debtor's bankruptcy, as they come in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from kit.cli.options import IsoDate

Register = Callable[..., Callable[[Callable[..., Any]], click.Command]]
CHAPTERS = click.Choice("7 9 11 12 13 15".split())


def register(event: Register) -> None:
    """Give `kit log` the news of a bankruptcy; ``event`` makes a command of a word, its options and its help."""
    event("bankruptcy", *_OPTIONS)(bankruptcy)


def bankruptcy() -> None:
    """Record what a notice or an order says of the debtor's bankruptcy; --on is the day you learned of it.

    The first entry needs the petition, later ones only what is new. From the petition on every paper that collects is
    refused. After a dismissal another --petition-on begins a new case, and the old one is kept as an earlier one.

    \b
      kit log acme bankruptcy --petition-on 2026-11-03 --chapter 7 --district "Southern District of New York"
      kit log acme bankruptcy --number 26-11334 --meeting-on 2026-12-08 --bar-date 2027-01-12
      kit log acme bankruptcy --dismissed-on 2027-02-01 --dismissal-notice-on 2027-02-05
      kit log acme bankruptcy --claim-on 2026-12-01 --claim-number 14 --claim-amount 4,800
    """  # noqa: D301 - Click's mark for lines that are not filled


def _day(name: str, what: str) -> Any:
    return click.option(f"--{name}", type=IsoDate(), help=what)


def _text(name: str, meta: str, what: str) -> Any:
    return click.option(f"--{name}", metavar=meta, help=what)


def _yes(name: str, what: str) -> Any:
    return click.option(f"--{name}", is_flag=True, help=what)


_OPTIONS = (
    _day("petition-on", "The day the petition was filed."),
    click.option("--chapter", type=CHAPTERS, help="The chapter of the petition."),
    _yes("involuntary", "Creditors filed it, not the debtor."),
    _yes("spouse-only", "Only the debtor's husband or wife filed."),
    _day("order-for-relief-on", "The order for relief of an involuntary case."),
    _text("joint-debtor", "NAME", "Who filed together with the debtor."),
    _text("court", "NAME", "The court as the notice names it."),
    _text("district", "NAME", "Such as: Northern District of California."),
    _text("court-state", "XX", "The two letters of the court's state, for its holidays."),
    _text("number", "NUMBER", "The case number."),
    _text("judge", "NAME", "The judge, or the letters after the number."),
    _text("trustee", "NAME", "The trustee."),
    _text("claims-agent", "NAME", "Who takes the claims for the court, or its website."),
    _day("meeting-on", "The first day set for the meeting of creditors."),
    _day("no-asset-notice-on", "The notice that there is nothing to share out."),
    _day("asset-notice-on", "The later notice that there is something after all."),
    _day("bar-date", "The last day for claims, as the notice says it."),
    _day("government-bar-date", "The same for public bodies."),
    _yes("goods-on-form", "The order on claims takes goods of the last days (§ 503(b)(9)) on the claim form."),
    _day("converted-on", "The order that moved the case to another chapter."),
    click.option("--converted-to", type=CHAPTERS, help="That chapter."),
    _day("dismissed-on", "The order of dismissal."),
    _day("dismissal-notice-on", "The day its notice reached you."),
    _day("discharged-on", "The order of discharge."),
    _day("closed-on", "The closing of the case."),
    _yes("closed-without-discharge", "The court's record shows no discharge."),
    _day("relief-on", "An order that lifts the stay."),
    _text("relief-text", "TEXT", "What it allows, in its own words."),
    _yes("relief-against-debtor", "It lets you collect this debt from the debtor."),
    _day("claim-on", "The day your proof of claim was filed."),
    _text("claim-number", "NUMBER", "Its number on the claims register."),
    _text("claim-amount", "MONEY", "Its amount."),
    _day("rejected-contract-on", "The order by which the debtor's contract with you was rejected."),
)
