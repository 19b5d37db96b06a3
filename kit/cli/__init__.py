"""The command line: the only part that prints, asks or exits.

Each command is a module of its own, loaded when it is called, so that
`kit --help` answers at once.
"""

from __future__ import annotations

import importlib
import json
from itertools import pairwise
from typing import Any

import click

COMMANDS = {  # name: (its one line of help, in the order of a debt's life)
    "new": "Start a case folder, by questions or from flags.",
    "check": "Say everything wrong or worth knowing in a case.",
    "client": "Check a client before agreeing to work; make the credit application.",
    "contract": "Make the contract, its clauses checked against the governing law.",
    "invoice": "Make an invoice of the case.",
    "ledger": "Show what is owed on a day, line by line, and why.",
    "statement": "Make the statement of account.",
    "next": "Say what to do next in a case or a folder of cases, and what stands in the way.",
    "why": "Explain one step of the ladder in sentences.",
    "letter": "Make the papers of the next escalation step.",
    "options": "Compare the ways to go on: plan, settlement, agency, court ... in net, time and cost.",
    "plan": "Offer payment in instalments or later; show how a plan stands; make its letters.",
    "settle": "Offer to settle for less: the letter, the agreement and its release.",
    "packet": "Check, fill and bind what a small-claims court wants.",
    "judgment": "Make the papers after filing: demand, plan, satisfaction, default; list the days.",
    "claim": "Make the proof of claim in the debtor's bankruptcy.",
    "handoff": "Make the papers that hand a claim to a lawyer, an agency or a factor.",
    "log": "Record what happened: sent, called, promised, paid, filed, judged ...",
    "status": "Show all cases of a folder: owed, age, last step.",
    "law": "Show the rules of a state, with sources.",
    "templates": "List, eject, build and check the words of documents.",
    "forms": "Official court forms: list, get, add, map, check and fill them.",
    "schema": "Print the JSON Schema of a file, for editors.",
    "demo": "Make a workspace with four cases and all their papers.",
}

MODULES = {"options": "compare"}  # a command whose module has another name: `kit/cli/options.py` is taken


class KitGroup(click.Group):
    """Loads a command when it is called; shows the input's faults as text and lets the program's be tracebacks."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - Click's signature
        """Return the commands in the order of a debt's life."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command's own object from its module."""
        if cmd_name not in COMMANDS:
            return None
        name = MODULES.get(cmd_name, cmd_name)
        module = importlib.import_module(f"kit.cli.{name}")
        command: click.Command = getattr(module, name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Name the nearest command when there is no such one."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            import difflib  # noqa: PLC0415 - only for a slip

            near = difflib.get_close_matches(args[0], COMMANDS, 1)
            hint = f" Did you mean `kit {near[0]}`?" if near else " `kit --help` lists them."
            ctx.fail(f"There is no command `{args[0]}`.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the help from the table, so that no command is loaded for it."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; turn a file's faults into text and exit code 1."""
        from kit.findings import InvalidFile, KitError, Stopped  # noqa: PLC0415 - `kit --help` needs none of it

        as_json = _wants_json(ctx.args)
        try:
            return super().invoke(ctx)
        except (InvalidFile, Stopped) as err:
            from kit.cli.findings_text import show  # noqa: PLC0415

            show(err.findings, "json" if as_json else "text", err=not as_json)
            ctx.exit(1)
        except KitError as err:
            if as_json:
                click.echo(json.dumps({"error": str(err)}, ensure_ascii=False))
                ctx.exit(1)
            raise click.ClickException(str(err)) from err


def _wants_json(words: list[str]) -> bool:
    """Say whether the command line asks for data, so that a refusal is data too."""
    return "--format=json" in words or ("--format", "json") in pairwise(words)


@click.group(cls=KitGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="escalation-kit", prog_name="kit")
def main() -> None:
    """Make the paperwork of getting paid, from one plain-text file per debt.

    The kit prepares papers for people who act in their own name. It is not a law
    firm, gives no legal advice, and is no collection agency.
    """
