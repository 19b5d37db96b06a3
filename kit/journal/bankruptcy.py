"""What of a bankruptcy cannot be: news without a petition, out of its order, or of two petitions at once."""

from __future__ import annotations

from datetime import date

from kit.findings import KitError
from kit.model.bankruptcy import Bankruptcy
from kit.model.bankruptcy_event import BankruptcyNews, is_new
from kit.model.case import Case
from kit.model.money import to_minor

PAIRS = {"converted_on": "converted_to", "relief_on": "relief_text"}
NEEDS = {
    "relief_against_debtor": "relief_on",
    "claim_number": "claim_on",
    "claim_amount": "claim_on",
    "closed_without_discharge": "closed_on",
}
HAPPENED = (
    "petition_on order_for_relief_on no_asset_notice_on asset_notice_on converted_on dismissed_on dismissal_notice_on "
    "discharged_on closed_on relief_on claim_on rejected_contract_on"
).split()  # days that cannot be ahead; a meeting and a bar date can


def refuse_bankruptcy(case: Case, news: BankruptcyNews, today: date, *, again: bool) -> None:
    """Raise `KitError` where ``news`` says nothing, cannot be, or is on record."""
    said = news.model_dump(exclude_none=True, exclude={"n", "on", "text", "event"})
    if not said:
        raise KitError("say what the notice says: `kit log CASE bankruptcy --help` lists what can be recorded")
    _refuse_halves(said)
    for name in HAPPENED:
        if name in said and said[name] > today:
            raise KitError(f"{_typed(name)} {said[name]} is not here yet (today is {today}); record it when it is")
    filed = case.bankruptcy
    if filed is None and news.petition_on is None:
        raise KitError("no petition is on record; record it first: `kit log CASE bankruptcy --petition-on ..`")
    if filed and news.petition_on:
        _refuse_petition(filed, news.petition_on)
    petition = news.petition_on or (filed.petition_on if filed else None)
    _refuse_before(said, petition)
    if filed and not (news.petition_on and is_new(dict(filed), news.petition_on)):
        _refuse_again(filed, news, again=again)
    amount = news.claim_amount
    if amount is not None and amount != to_minor(amount, case.currency):
        raise KitError(f"{amount} has a fraction that {case.currency} does not have; write what was really claimed")


def _typed(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _refuse_halves(said: dict[str, object]) -> None:
    """Raise where an option came without the one that it belongs to."""
    for one, other in PAIRS.items():
        if (one in said) != (other in said):
            raise KitError(f"{_typed(one)} and {_typed(other)} go together")
    for name, needed in NEEDS.items():
        if name in said and needed not in said:
            raise KitError(f"{_typed(name)} needs {_typed(needed)}")


def _refuse_petition(filed: Bankruptcy, petition_on: date) -> None:
    """Raise where another petition stands: a debtor has one case at a time."""
    if filed.petition_on == petition_on or is_new(dict(filed), petition_on):
        return
    ended = filed.ended_on
    if ended:
        raise KitError(
            f"a petition of {petition_on} cannot follow the case of {filed.petition_on}, which ended on {ended}; "
            "correct the day"
        )
    raise KitError(
        f"a petition of {filed.petition_on} is on record and its case stands; two petitions at once cannot be. If "
        "the day was a slip, undo that entry or correct the case; if that case ended, record it first: "
        "`kit log CASE bankruptcy --dismissed-on ..` (or --closed-on); then the new petition begins a new case"
    )


def _refuse_before(said: dict[str, date], petition: date | None) -> None:
    days = {name: day for name, day in said.items() if isinstance(day, date) and name != "petition_on"}
    early = next((name for name, day in days.items() if petition and day < petition), None)
    if early:
        raise KitError(f"{_typed(early)} {days[early]} is before the petition of {petition}; correct one of the days")


def _refuse_again(filed: Bankruptcy, news: BankruptcyNews, *, again: bool) -> None:
    """Raise where the same conversion, order or claim is on record, or a claim follows the dismissal."""
    if filed.dismissed_on and news.claim_on and news.claim_on > filed.dismissed_on:
        raise KitError(
            f"the case was dismissed on {filed.dismissed_on}; no claim can be filed in it on {news.claim_on}"
        )
    known: dict[str, bool] = {
        "that conversion": any((one.on, one.to) == (news.converted_on, news.converted_to) for one in filed.converted),
        "that order": any(one.on == news.relief_on and one.text == news.relief_text for one in filed.relief_orders),
        "a claim of that day": any(one.on == news.claim_on for one in filed.claims),
    }
    found = next((what for what, is_known in known.items() if is_known), None)
    if found and not again:
        raise KitError(f"{found} is on record; if it did happen again, add --again")
