"""`kit log CASE EVENT`"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from kit.cli import log_bankruptcy, log_court, log_deals, log_insolvency
from kit.cli.options import IsoDate, as_of_option, format_option
from kit.load.case_file import NAME

CHANNELS = click.Choice(["mail", "email", "phone", "text", "portal", "hand"])
METHODS = click.Choice(["check", "transfer", "card", "cash", "other"])
REASONS = click.Choice(
    "not_received disputes_work disputes_amount cash forgot left no_authority refuses threatens insolvent other".split()
)
HOLDS = click.Choice("by_hand dispute lawyer no_contact plan handed_off insolvency".split())


class LogGroup(click.Group):
    """Takes the case first, `kit log CASE sent`; also after the event, and from inside the case's folder."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the case first."""
        if args and args[0] in self.commands and not (_is_case(args[0]) and args[1:2] and args[1] in self.commands):
            event, *rest = args
            if rest and _is_case(rest[0]):
                args = [rest[0], event, *rest[1:]]
            elif _is_case(".") or {"-h", "--help"} & set(rest):
                args = [".", event, *rest]
            else:
                ctx.fail(f"Say which case: kit log CASE {event}.")
        return super().parse_args(ctx, args)


def _is_case(word: str) -> bool:
    path = Path(word)
    return path.is_file() if path.suffix in (".yaml", ".yml") else (path / NAME).is_file()


@click.group(cls=LogGroup, options_metavar="", subcommand_metavar="EVENT [OPTIONS]")
@click.argument("case_path", metavar="CASE", type=click.Path(path_type=Path))
@click.pass_context
def log(ctx: click.Context, *, case_path: Path) -> None:
    """Record what happened in CASE. Nothing on record is ever erased.

    \b
      kit log acme sent --step final-demand --certified "9407 1000 ..."
      kit log acme paid --amount 500 --method check --on 2026-03-01
      kit log acme undo 7
    """  # noqa: D301 - Click's mark for lines that are not filled
    ctx.obj = case_path


def _event(word: str, *options: Callable[..., Any]) -> Callable[[Callable[..., Any]], click.Command]:
    """Return what turns a function with a docstring into the command that records the event ``word``."""

    def decorate(function: Callable[..., Any]) -> click.Command:
        def record(ctx: click.Context, *, again: bool, shape: str, as_of: date, **said: Any) -> None:
            from kit.cli.log_entry import enter  # noqa: PLC0415 - `kit log --help` needs no model

            said["on"] = said["on"] or as_of
            enter(ctx.obj, word, as_of, said, again=again, shape=shape)

        record.__doc__ = function.__doc__
        command: Callable[..., Any] = click.pass_context(record)
        for option in reversed((*options, *_SHARED)):
            command = option(command)
        return log.command(name=function.__name__.replace("_", "-"))(command)

    return decorate


_ON = click.option("--on", type=IsoDate(), show_default="--as-of, or today", help="The day it happened.")
_AGAIN = click.option("--again", is_flag=True, help="Record it although it looks recorded already.")
_NOTE = click.option("--note", "text", metavar="TEXT", help="Anything worth keeping with it.")
_SHARED = (_ON, as_of_option, _NOTE, _AGAIN, format_option)
_INVOICE = click.option("--invoice", metavar="ID", help="The invoice it is about.")
_AMOUNT = click.option("--amount", metavar="MONEY", help="Such as 1,234.50.")


@_event(
    "sent",
    click.option("--step", metavar="STEP", help="The step whose letter went out, such as final-demand."),
    click.option("--document", metavar="NAME", help="The document that went out, such as invoice."),
    click.option("--made", type=int, metavar="N", help="The entry of the paper that went out."),
    click.option("--own", is_flag=True, help="It was a paper of your own that the kit did not make."),
    click.option("--channel", type=CHANNELS, show_default="as its step travels, else mail", help="How it went."),
    click.option("--to", metavar="WHO", help="To whom."),
    click.option("--certified", metavar="NUMBER", help="The tracking number of certified mail."),
)
def sent() -> None:
    """Record that a paper went out."""


@_event("checked", click.option("--step", metavar="STEP", default="own-books", show_default=True, help="Which list."))
def checked() -> None:
    """Record that you went through a step's check list."""


@_event("placed", click.option("--after", metavar="STEP", help="The last step that counts as done; else none."))
def placed() -> None:
    """Decide where on the ladder the case stands."""


@_event(
    "called",
    click.option("--step", metavar="STEP", help="The step it was, where the ladder has calls beside the open one."),
    click.option("--to", metavar="WHO", help="Whom you called."),
    click.option("--at", metavar="HH:MM", help="The time of day where they are."),
    click.option("--my-time", is_flag=True, help="--at is by your own clock; it is recorded as the time there."),
    click.option("--spoke", is_flag=True, help="Somebody answered."),
    click.option("--result", metavar="TEXT", help="What came of it."),
)
def called() -> None:
    """Record that you telephoned."""


@_event(
    "answered",
    click.option("--reason", type=REASONS, required=True, help="What they said."),
    click.option("--channel", type=CHANNELS, help="How the answer came."),
    click.option("--by", metavar="WHO", help="Who answered."),
)
def answered() -> None:
    """Record what the debtor answered."""


@_event("promised", click.option("--by", type=IsoDate(), required=True, help="The promised day."), _AMOUNT)
def promised() -> None:
    """Record a promise to pay by a day."""


@_event(
    "paid",
    click.option("--amount", metavar="MONEY", required=True, help="What came, such as 1,234.50."),
    click.option("--method", type=METHODS, help="How it came."),
    click.option("--id", metavar="ID", help="Your name for it; otherwise the next P-number."),
    click.option("--invoice", metavar="ID", help="The invoice the debtor named."),
    click.option("--elected", metavar="ID", help="The invoice you choose, where the debtor named none."),
    click.option("--reference", metavar="TEXT", help="The check's or the transfer's number."),
)
def paid() -> None:
    """Record money that came in; --on is the day it was received."""


@_event("bounced", click.option("--payment", metavar="ID", required=True, help="The payment that came back."))
def bounced() -> None:
    """Record that a payment came back unpaid."""


@_event(
    "disputed",
    click.option("--invoice", metavar="ID", required=True, help="The disputed invoice."),
    click.option(
        "--line",
        "lines",
        type=int,
        multiple=True,
        metavar="N",
        help="A disputed line, from 1; may be repeated.",
    ),
    _AMOUNT,
)
def disputed() -> None:
    """Record a dispute of an invoice, of lines or of an amount on it."""


@_event(
    "held",
    click.option("--reason", type=HOLDS, default="by_hand", show_default=True, help="Why nothing goes out."),
    _INVOICE,
    click.option("--until", "--review", "review_on", type=IsoDate(), help="The day to look at it again."),
)
def held() -> None:
    """Hold everything back until released, or until a day."""


@_event("released", click.option("--entry", type=int, metavar="N", help="The hold or dispute that is over."), _INVOICE)
def released() -> None:
    """End a hold or a dispute; all of them without --entry or --invoice."""


@_event(
    "waived",
    click.option("--bucket", type=click.Choice(["interest", "fees", "costs"]), required=True, help="What you give up."),
    click.option("--amount", metavar="MONEY", help="How much of it; otherwise all up to that day."),
    _INVOICE,
)
def waived() -> None:
    """Give up a charge, for good."""


@_event("undone", click.argument("entry", type=int, metavar="N"))
def undo() -> None:
    """Take entry N back; it stays on record and counts no more."""


def _record_note(ctx: click.Context, *, text: str, on: date | None, as_of: date, shape: str) -> None:
    """Keep TEXT on record."""
    from kit.cli.log_entry import enter  # noqa: PLC0415

    enter(ctx.obj, "note", as_of, {"text": text, "on": on or as_of}, again=False, shape=shape)


note = log.command(name="note")(
    click.argument("text", metavar="TEXT")(_ON(as_of_option(format_option(click.pass_context(_record_note)))))
)


@log.command()
@click.option("--as-of", type=IsoDate(), show_default="all of them", help="Show the entries dated up to this day.")
@format_option
@click.pass_context
def show(ctx: click.Context, *, as_of: date | None, shape: str) -> None:
    """Show every entry, undone ones too."""
    from kit.cli.log_entry import show_journal  # noqa: PLC0415

    show_journal(ctx.obj, shape, as_of)


log_court.register(_event)
log_bankruptcy.register(_event)
log_insolvency.register(_event)
log_deals.register(_event)
