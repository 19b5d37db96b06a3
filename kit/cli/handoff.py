"""`kit handoff CASE`"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kit.cli.options import IsoDate
from kit.cli.paper import NOTICE, make_and_show, overrides_of, paper_options

if TYPE_CHECKING:
    from kit.handing_off import MadeHandoff
    from kit.model.handoff import HandoffTerms

PAPERS = {
    "recall": "handoff/recall",
    "proof": "handoff/proof-of-assignment",
    "redirection": "handoff/redirection-record",
    "assignment-notice": "letters/assignment-notice",
    "placement-notice": "letters/placement-notice",
    "reassignment-notice": "letters/reassignment-notice",
}
FIELDS = {  # of the terms, and the option that fills each
    "contingent_percent": "percent",
    "fee": "fee",
    "advance_percent": "advance",
    "fee_percent": "fee_percent",
    "fee_period_days": "per_days",
    "recourse_days": "recourse_days",
    "overdue_days": "not_over_days",
    "pay_to": "pay_to",
    "since": "since",
    "reference": "reference",
    "wish": "wish",
    "email": "email",
    "phone": "phone",
}
PLACE = ("street", "city", "state", "zip")


@click.command()
@paper_options
@click.option("--to", type=click.Choice(["attorney", "agency", "factor"]), help="Who takes the claim in hand.")
@click.option("--who", help="The name of the lawyer, the agency or the factor.")
@click.option("--street", help="The taker's address, with --city, --state and --zip.")
@click.option("--city", help="The taker's city.")
@click.option("--state", help="The two letters of the taker's state.")
@click.option("--zip", help="The taker's ZIP code.")
@click.option("--email", help="The taker's email.")
@click.option("--phone", help="The taker's telephone.")
@click.option(
    "--title",
    type=click.Choice(["authority", "collection", "sale"]),
    help="Whose the claim is then: authority (yours), collection (assigned to collect), sale.  [default: authority; "
    "sale for a factor]",
)
@click.option("--invoice", "invoices", multiple=True, help="An invoice that goes; left out, all that are open.")
@click.option("--percent", help="The share of what comes in that an agency or a lawyer keeps.")
@click.option("--fee", help="A fixed fee.")
@click.option("--advance", help="What a factor pays at once, in percent.")
@click.option("--fee-percent", help="A factor's fee, in percent of the invoices.")
@click.option("--per-days", help="The days that each such fee is for.")
@click.option("--recourse/--no-recourse", default=None, help="Whether the factor may give an unpaid invoice back.")
@click.option("--recourse-days", help="After how many days unpaid.")
@click.option("--not-over-days", help="The factor takes nothing that is more days past due.")
@click.option("--pay-to", help="Where the debtor pays from now on.")
@click.option("--since", type=IsoDate(), help="The day to itemize the account from.")
@click.option("--reference", help="The number that the taker gave you as its client.")
@click.option("--wish", help="What you ask of the taker, in a sentence.")
@click.option("--notify", is_flag=True, help="Make the letter that tells the debtor, too.")
@click.option("--paper", type=click.Choice([*PAPERS]), help="One paper about a hand-off that is on record.")
def handoff(
    *, case_path: Path, as_of: date, codes: tuple[str, ...], reasons: tuple[str, ...], shape: str, **said: Any
) -> None:
    """Make the papers that hand a claim to a lawyer, an agency or a factor.

    A memo of facts for a lawyer; a placement form, an authority, the accounts as CSV for an agency; a schedule and the
    notice of assignment for a factor; and copies of what proves the claim. `kit log CASE handed-off` records that it
    went: from then on letters rest. A FOLDER of cases goes to an agency with all accounts in one CSV file.

    \b
    kit handoff acme --to attorney --who "Sol Marsh"
    kit handoff acme --to agency --who "Bay Recovery Inc." --percent 25
    kit handoff acme --to factor --who "Harbor Factors LLC" --advance 75 --fee-percent 2 --per-days 30 --recourse
    kit handoff acme --paper recall
    kit handoff acme --paper reassignment-notice
    """  # noqa: D301 - Click's mark for lines that are not filled
    overrides = overrides_of(codes, reasons)
    paper = said.pop("paper")
    if paper:
        given = [name for name in said if said[name] not in (None, (), False)]
        if given:
            raise click.UsageError(
                f"--paper is about the hand-off on record; leave out --{given[0].replace('_', '-')}."
            )
        make_and_show(case_path, PAPERS[paper], as_of=as_of, overrides=overrides, shape=shape)
        return
    from kit.handing_off import make_handoff  # noqa: PLC0415 - `kit handoff --help` needs no models

    if case_path.is_dir() and not (case_path / "case.yaml").is_file():
        _folder(case_path, _terms(said), as_of, overrides, shape)
        return
    made = make_handoff(case_path, _terms(said), as_of=as_of, overrides=overrides)
    click.echo(json.dumps(_data(made), indent=2, ensure_ascii=False) if shape == "json" else _words(made))


def _folder(folder: Path, terms: HandoffTerms, as_of: date, overrides: dict[str, str], shape: str) -> None:
    """Hand over every case of a folder; exit code 1 where one of them stays behind."""
    from kit.cli.handoff_folder import as_text, hand_off_folder  # noqa: PLC0415

    found = hand_off_folder(folder, terms, as_of=as_of, overrides=overrides)
    if shape == "json":
        left = {str(path): why for path, why in found.left_out}
        data = {"cases": [_data(one) for one in found.made], "left_out": left, "file": str(found.file or "")}
        click.echo(json.dumps(data, indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join([as_text(found), NOTICE]))
    click.get_current_context().exit(1 if found.left_out else 0)


def _terms(said: dict[str, Any]) -> HandoffTerms:
    """Return the terms as the command line gives them; raises `KitError` with every value that cannot be."""
    from pydantic import ValidationError  # noqa: PLC0415 - heavy

    from kit.findings import KitError  # noqa: PLC0415
    from kit.model.handoff import HandoffTerms  # noqa: PLC0415

    if not said["to"] or not said["who"]:
        raise click.UsageError("Say who takes the claim: --to attorney, agency or factor, and --who NAME.")
    given = {field: said[option] for field, option in FIELDS.items() if said[option] is not None}
    place = {name: said[name] for name in PLACE if said[name]}
    if place and len(place) < len(PLACE):
        missing = ", ".join(f"--{name}" for name in PLACE if name not in place)
        raise click.UsageError(f"An address has four parts; add {missing}.")
    given |= {"address": place} if place else {}
    given |= {"recourse": said["recourse"]} if said["recourse"] is not None else {}
    title = said["title"] or ("sale" if said["to"] == "factor" else "authority")
    terms = {"to": said["to"], "who": said["who"], "title": title, "invoices": said["invoices"], **given}
    try:
        return HandoffTerms.model_validate({**terms, "notify_debtor": said["notify"]})
    except ValidationError as err:
        raise KitError("; ".join(_complaint(fault) for fault in err.errors(include_url=False))) from None


def _complaint(fault: Any) -> str:
    """Return what is wrong with one value, under the option that gave it."""
    field = str(fault["loc"][-1]) if fault["loc"] else ""
    option = FIELDS.get(field, field).replace("_", "-")
    ctx = fault.get("ctx", {})
    text = f"{ctx['sentence']}. {ctx['fix']}".rstrip() if fault["type"] == "kit" else fault["msg"]
    for name, flag in FIELDS.items():
        text = text.replace(f"`{name}`", f"`--{flag.replace('_', '-')}`")
    return f"--{option}: {text}" if option else text


def _data(made: MadeHandoff) -> dict[str, Any]:
    from kit.cli.findings_text import as_data  # noqa: PLC0415

    return {
        "files": [str(file) for file in made.files],
        "entry": made.papers[0].outcome.made.n,
        "amount": str(made.terms.amount),
        "invoices": list(made.terms.invoices),
        "findings": [as_data(one) for one in made.findings],
    }


def _words(made: MadeHandoff) -> str:
    from kit.cli.findings_text import as_text  # noqa: PLC0415
    from kit.cli.paper import as_files  # noqa: PLC0415
    from kit.load.text_file import shown_path  # noqa: PLC0415
    from kit.model.document_ids import PLACEMENT_DATA  # noqa: PLC0415

    lines = [as_text(one) for one in made.findings]
    lines += [as_files(paper) for paper in made.papers]
    for one in made.others:
        what = "Accounts as CSV" if one.made.document == PLACEMENT_DATA else "Copies of the papers"
        lines.append(f"{what}:" if one.new else f"{what}: made before; nothing new.")
        lines += [f"  {shown_path(made.folder / file.path)}" for file in one.made.files]
    first = made.papers[0].outcome.made.n
    lines.append(f"When it has gone: `kit log {shown_path(made.folder)} handed-off --made {first}`.")
    return "\n".join([*lines, NOTICE])
