"""`kit new NAME`"""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from kit.cli.asking import ask
from kit.findings import KitError

KINDS = ("individual", "sole-proprietor", "llc", "corporation", "partnership", "nonprofit", "government")

AGREEMENTS = ("written", "oral", "open-account", "account-stated", "sale-of-goods")


def _understood(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:  # noqa: ARG001
    """Refuse a flag's value in the words the case file would be refused with."""
    from kit.load.answers import checked  # noqa: PLC0415 - `kit new --help` needs no model

    try:
        return None if value is None else checked(str(param.name), value)
    except KitError as err:
        raise click.BadParameter(str(err)) from None


def _flag(name: str, key: str, text: str, **more: Any) -> Callable[..., Any]:
    return click.option(name, key, help=text, callback=_understood, **more)


@click.command()
@click.argument("name")
@_flag("--debtor", "debtor_name", "Who owes: the full legal name.")
@_flag("--kind", "debtor_kind", "What the debtor is.", type=click.Choice(KINDS))
@_flag("--address", "address", 'The debtor\'s address: "90 Quay St, Overton, CA 94612".')
@_flag("--state", "state", "The debtor's state, two letters.")
@_flag("--email", "email", "The debtor's email address.")
@_flag("--contact", "contact", "Whose email address it is.")
@_flag("--purpose", "purpose", "What the debtor bought for.", type=click.Choice(("business", "consumer")))
@_flag("--service", "service", "What you did or delivered.")
@_flag(
    "--agreement",
    "agreement_kind",
    "What you agreed on; without it written where --signed is given, otherwise oral.",
    type=click.Choice(AGREEMENTS),
)
@_flag("--signed", "signed_on", "The day the agreement was signed.")
@_flag("--net-days", "net_days", "Days an invoice has to be paid.")
@_flag("--invoice", "invoice", "The invoice's number.")
@_flag("--issued", "issued_on", "The day the invoice was issued.")
@_flag("--due", "due_on", "The day it was due.")
@_flag("--amount", "amount", "What it charges.")
@_flag("--creditor", "creditor_name", "Who is owed, where there is no kit.yaml yet.")
@_flag("--creditor-kind", "creditor_kind", "What the creditor is.", type=click.Choice(KINDS))
@_flag("--creditor-address", "creditor_address", "The creditor's address, on one line.")
@_flag("--creditor-email", "creditor_email", "The creditor's email address.")
def new(name: str, **flags: str | None) -> None:
    """Start the case folder NAME: by questions, or from flags.

    \b
    kit new acme --debtor "Acme Supply Inc." --kind corporation --state CA \\
      --service "spring catalogue" --amount 1,200.00 --issued 2026-02-01 --due 2026-03-03
    """  # noqa: D301 - Click wants the backspace sign itself
    from kit.load.answers import answers_of  # noqa: PLC0415
    from kit.load.new_case import free_folder, start, workspace_above  # noqa: PLC0415

    here = Path.cwd()
    free_folder(here, name)  # before anybody answers questions in vain
    given = {key: value for key, value in flags.items() if value is not None}
    if not given and _asked_by_a_person():
        given = ask(workspace=workspace_above(here) is None)
    started = start(here, name, answers_of(given))
    for path in started.made:
        click.echo(f"made {path}")
    if started.unfilled:
        click.echo(f"Replace every CHANGE ME in {', '.join(started.unfilled)}, then: kit check {typed(name)}")
    else:
        click.echo(f"Next: kit check {typed(name)}")


def typed(name: str) -> str:
    """Return ``name`` as it is typed in a command here: with quotes where it needs them."""
    if sys.platform != "win32":
        return shlex.quote(name)
    return name if re.fullmatch(r"[\w.-]+", name) else f'"{name}"'


def _asked_by_a_person() -> bool:
    return sys.stdin.isatty()
