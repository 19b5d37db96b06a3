"""`kit log CASE insolvency`: an assignment, a receivership, an estate, a dissolution or a proceeding abroad."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from kit.cli.options import IsoDate

Register = Callable[..., Callable[[Callable[..., Any]], click.Command]]
KINDS = click.Choice("assignment receivership probate dissolution foreign".split())


def register(event: Register) -> None:
    """Give `kit log` the news of an insolvency; ``event`` makes a command of a word, its options and its help."""
    event("insolvency", *_OPTIONS)(insolvency)


def insolvency() -> None:
    """Record an end of payments other than bankruptcy; --on of the first entry is the day it began.

    The first entry needs --kind, later ones only what is new. From that day every paper that collects is refused, and
    the claim goes to whoever runs it. --ended-on with --ended lifted frees the debt again; after an end another
    --kind begins another one.

    \b
      kit log acme insolvency --kind assignment --on 2026-10-05 --who "Dana Reyes, assignee" --claim-by 2027-02-01
      kit log acme insolvency --address "40 Mill Rd, Overton, CA 94601" --claim-by 2027-03-01
      kit log acme insolvency --ended-on 2027-06-30 --ended closed
    """  # noqa: D301 - Click's mark for lines that are not filled


_OPTIONS = (
    click.option("--kind", type=KINDS, help="What it is: assignment for the benefit of creditors, and so on."),
    click.option("--who", metavar="NAME", help="Who takes the claims: assignee, receiver, executor, liquidator."),
    click.option("--address", metavar="ADDRESS", help='Where: "street, city, ST ZIP".'),
    click.option("--claim-by", "claims_by", type=IsoDate(), help="The last day for claims, as the notice says it."),
    click.option("--ended-on", type=IsoDate(), help="The day it came to its end."),
    click.option(
        "--ended",
        type=click.Choice(["lifted", "closed"]),
        help="lifted: given up or dismissed; closed: what there was is shared out.",
    ),
)
