"""The questions of `kit new`; an empty answer leaves the line for later."""

from __future__ import annotations

import click

from kit.findings import KitError

QUESTIONS = (
    ("debtor_name", "Who owes you? (full legal name)"),
    (
        "debtor_kind",
        "What are they? (individual, sole-proprietor, llc, corporation, partnership, nonprofit, government)",
    ),
    ("address", "Their address, on one line (90 Quay St, Overton, CA 94612)"),
    ("email", "Their email address"),
    ("service", "What did you do or deliver?"),
    ("signed_on", "The day your contract was signed (2026-01-15; empty: nothing is signed)"),
    ("amount", "How much does the invoice charge? (empty: no invoice yet)"),
)
OF_INVOICE = (
    ("invoice", "The invoice's number"),
    ("issued_on", "The day it was issued (2026-02-01)"),
    ("due_on", "The day it was due (2026-03-03)"),
)
OF_CREDITOR = (
    ("creditor_name", "And you? (your full legal name)"),
    ("creditor_kind", "What are you? (individual, sole-proprietor, llc, corporation, partnership, nonprofit)"),
    ("creditor_address", "Your address, on one line"),
    ("creditor_email", "Your email address"),
)


def ask(*, workspace: bool) -> dict[str, str]:
    """Ask for a case, and for the creditor where ``workspace`` says there is no kit.yaml yet."""
    click.echo("An empty answer leaves a line for later.")
    answers = _ask_all(QUESTIONS)
    if "amount" in answers:
        answers |= _ask_all(OF_INVOICE, needed=frozenset({"issued_on", "due_on"}))
    return answers | _ask_all(OF_CREDITOR) if workspace else answers


def _ask_all(questions: tuple[tuple[str, str], ...], needed: frozenset[str] = frozenset()) -> dict[str, str]:
    found = ((key, _ask(key, text, needed=key in needed)) for key, text in questions)
    return {key: value for key, value in found if value}


def _ask(key: str, text: str, *, needed: bool) -> str:
    from kit.load.answers import checked  # noqa: PLC0415 - only where questions are asked

    while True:
        answer = str(click.prompt(text, default="", show_default=False)).strip()
        if not answer and not needed:
            return ""
        try:
            return checked(key, answer)
        except KitError as err:
            click.echo(f"  {err}")
