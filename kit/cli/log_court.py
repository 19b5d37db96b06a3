"""`kit log CASE filed|served|hearing|judgment|appealed|satisfied|dismissed`: what happens in court."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from kit.cli.options import IsoDate

Register = Callable[..., Callable[[Callable[..., Any]], click.Command]]

SERVICE = click.Choice(
    "clerk_mail clerk_certified_mail party_certified_mail sheriff constable process_server adult_non_party substituted "
    "acknowledged_mail electronic publication".split()
)
SIDES = click.Choice(["creditor", "debtor"])
_NUMBER = click.option("--number", metavar="NUMBER", help="The court's case number.")


def register(event: Register) -> None:
    """Give `kit log` the events of a suit; ``event`` makes a command of a word, its options and its help."""
    for word, function, options in _COMMANDS:
        event(word, *options)(function)


def filed() -> None:
    """Record that the claim was handed in at the court; --on is the filing date.

    \b
      kit log acme filed --number 26-SC-104 --amount 4,800 --fee 75 --hearing-on 2026-12-14
    """  # noqa: D301 - Click's mark for lines that are not filled


def served() -> None:
    """Record that a defendant got the papers; --on is the day of service.

    \b
      kit log acme served --how process_server --by "Ray Cole" --proof-filed-on 2026-11-20
    """  # noqa: D301


def hearing() -> None:
    """Record a hearing: set, moved, or held.

    \b
      kit log acme hearing --day 2026-12-14 --at 09:30 --where "Dept. 7"
      kit log acme hearing --day 2026-12-14 --held
    """  # noqa: D301


def judgment() -> None:
    """Record the court's decision; --on is the day the judgment was entered.

    Contract interest and late charges end with it; `kit ledger` then shows the account of the judgment.

    \b
      kit log acme judgment --principal 4,800 --interest 120.50 --costs 135 --mailed-on 2026-12-18
      kit log acme judgment --for debtor
    """  # noqa: D301


def appealed() -> None:
    """Record an appeal; --on is the day its notice was filed."""


def satisfied() -> None:
    """Record that the acknowledgment of satisfaction was filed: the judgment is paid."""


def dismissed() -> None:
    """Record that the claim was withdrawn or dismissed, so that it may be filed anew."""


_COMMANDS: tuple[tuple[str, Callable[[], None], tuple[Any, ...]], ...] = (
    (
        "filed",
        filed,
        (
            click.option("--court", metavar="NAME", help="The court as the receipt names it."),
            _NUMBER,
            click.option("--amount", metavar="MONEY", help="What the form claims."),
            click.option("--fee", metavar="MONEY", help="The filing fee that you paid."),
            click.option("--hearing-on", type=IsoDate(), help="The day of the hearing, where the court set it."),
            click.option("--made", type=int, metavar="N", help="The entry of the packet that was filed."),
        ),
    ),
    (
        "served",
        served,
        (
            click.option("--who", metavar="NAME", help="The defendant; otherwise the debtor."),
            click.option("--how", type=SERVICE, help="How the papers were served."),
            click.option("--by", metavar="NAME", help="Who served them."),
            click.option("--proof-filed-on", type=IsoDate(), help="The day the proof of service went to the court."),
        ),
    ),
    (
        "hearing",
        hearing,
        (
            click.option("--day", type=IsoDate(), required=True, help="The day of the hearing."),
            click.option("--at", metavar="HH:MM", help="Its time."),
            click.option("--where", metavar="PLACE", help="The courtroom."),
            click.option("--held", is_flag=True, help="It took place."),
        ),
    ),
    (
        "judgment",
        judgment,
        (
            click.option("--principal", metavar="MONEY", help="What was awarded on the debt."),
            click.option("--interest", metavar="MONEY", help="The interest that was awarded."),
            click.option("--costs", metavar="MONEY", help="The costs that were awarded."),
            click.option("--attorney-fees", metavar="MONEY", help="The attorney fees that were awarded."),
            click.option("--for", "winner", type=SIDES, default="creditor", show_default=True, help="Who won."),
            click.option("--against", multiple=True, metavar="NAME", help="Who must pay; may be repeated."),
            click.option("--rate", "percent_a_year", metavar="PERCENT", help="The yearly rate that it names."),
            click.option("--interest-on-all", is_flag=True, help="It says that all of it bears interest."),
            click.option("--by-default", is_flag=True, help="The debtor did not answer or appear."),
            click.option("--mailed-on", type=IsoDate(), help="The day the clerk mailed or gave notice of it."),
            _NUMBER,
        ),
    ),
    ("appealed", appealed, (click.option("--by", type=SIDES, required=True, help="Who appealed."),)),
    ("satisfied", satisfied, ()),
    (
        "dismissed",
        dismissed,
        (click.option("--with-prejudice", is_flag=True, help="The same claim cannot be brought again."),),
    ),
)
