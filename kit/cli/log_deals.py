"""`kit log CASE signed|ended|settled|tendered|adjusted|handed-off|returned|commission|passed-on|closed|reopened`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

Register = Callable[..., Callable[[Callable[..., Any]], click.Command]]


def register(event: Register) -> None:
    """Give `kit log` these events; ``event`` makes a command of a word, its options and its help."""
    for word, function, options in _COMMANDS:
        event(word, *options)(function)


def signed() -> None:
    """Record that a plan or a settlement was signed by both sides; --on is the day the last one did.

    \b
      kit log acme signed --made 14
    """  # noqa: D301 - Click's mark for lines that are not filled


def ended() -> None:
    """Record that a plan or a settlement is over, or that a plan goes on again.

    accelerated: a miss was not put right, and everything is due; broken: a settlement was not paid; cancelled: both
    sides gave it up; reinstated: a plan that was accelerated goes on.

    \b
      kit log acme ended --how accelerated
    """  # noqa: D301


def settled() -> None:
    """Record that the money of a settlement has cleared; the rest of the debt is given up with it."""


def tendered() -> None:
    """Record that a check came that is marked as payment in full. It is no payment: do not cash it before you know.

    `kit next CASE` then names the page that says what cashing it does where the law of the case is, and what to do by
    when. Record it as `paid` only once you have cashed it.

    \b
      kit log acme tendered --amount 3,500 --number 1187 --words "Paid in full"
    """  # noqa: D301


def adjusted() -> None:
    """Record how a dispute was resolved; what you give up is a credit from that day.

    \b
      kit log acme adjusted --invoice INV-104 --how credit --amount 250
      kit log acme adjusted --invoice INV-104 --how redone
    """  # noqa: D301


def handed_off() -> None:
    """Record that the claim went to a lawyer, an agency or a factor.

    \b
      kit log acme handed-off --made 21
      kit log acme handed-off --to agency --who "Bay Recovery Inc." --percent 25
    """  # noqa: D301


def returned() -> None:
    """Record that a claim that was handed off is yours to collect again."""


def commission() -> None:
    """Record what a lawyer, an agency or a factor kept or was paid; the debtor never owes it."""


def passed_on() -> None:
    """Record that you passed on money that came to you for an invoice that you have sold."""


def closed() -> None:
    """Close the case; nothing is given up by it.

    \b
      kit log acme closed --reason written_off --amount 4,800
    """  # noqa: D301


def reopened() -> None:
    """Take a closed case up again."""


_ENTRY = click.option("--entry", type=int, metavar="N", help="The entry it is about, where there are several.")
_AMOUNT = click.option("--amount", metavar="MONEY", help="Such as 1,234.50.")
_PAYMENT = click.option("--payment", metavar="ID", help="The payment it was taken from.")
_COMMANDS = (
    (
        "signed",
        signed,
        (
            click.option("--made", type=int, metavar="N", help="The entry of the paper; otherwise the newest offer."),
            click.option("--by", metavar="NAME", help="Who signed for the debtor."),
        ),
    ),
    (
        "ended",
        ended,
        (
            click.option("--how", type=click.Choice("accelerated broken cancelled reinstated".split()), required=True),
            _ENTRY,
        ),
    ),
    ("settled", settled, (_ENTRY,)),
    (
        "tendered",
        tendered,
        (
            click.option("--amount", metavar="MONEY", required=True, help="What the check is for."),
            click.option("--number", metavar="NUMBER", help="The check's number."),
            click.option("--words", metavar="TEXT", help="What it says, such as: paid in full."),
        ),
    ),
    (
        "adjusted",
        adjusted,
        (
            click.option("--invoice", metavar="ID", required=True, help="The disputed invoice."),
            click.option("--how", type=click.Choice("credit redone scope".split()), required=True, help="How."),
            _AMOUNT,
            click.option("--id", metavar="ID", help="Your name for the credit; otherwise the next C-number."),
            click.option("--still-disputed", is_flag=True, help="The dispute is not over with it."),
        ),
    ),
    (
        "handed_off",
        handed_off,
        (
            click.option("--made", type=int, metavar="N", help="The entry of the papers that `kit handoff` made."),
            click.option("--to", type=click.Choice("attorney agency factor".split()), help="Without papers: to whom."),
            click.option("--who", metavar="NAME", help="Their name."),
            click.option("--title", type=click.Choice("authority collection sale".split()), help="Whose it is now."),
            click.option("--percent", "contingent_percent", metavar="PERCENT", help="Their share of what comes in."),
            click.option("--invoice", "invoices", multiple=True, metavar="ID", help="Which invoices; else all."),
        ),
    ),
    (
        "returned",
        returned,
        (
            click.option("--how", type=click.Choice("recalled returned repurchased".split()), help="How it came back."),
            _ENTRY,
        ),
    ),
    (
        "commission",
        commission,
        (click.option("--amount", metavar="MONEY", required=True, help="How much."), _PAYMENT, _ENTRY),
    ),
    (
        "passed_on",
        passed_on,
        (
            click.option("--payment", metavar="ID", required=True, help="The payment."),
            click.option("--amount", metavar="MONEY", help="How much of it; otherwise all."),
            _ENTRY,
        ),
    ),
    (
        "closed",
        closed,
        (
            click.option(
                "--reason",
                type=click.Choice("paid settled written_off uncollectible discharged sold mistake other".split()),
                required=True,
                help="Why.",
            ),
            click.option("--amount", metavar="MONEY", help="What was written off in the books."),
        ),
    ),
    ("reopened", reopened, ()),
)
