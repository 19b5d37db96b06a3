"""What of an insolvency other than bankruptcy cannot be: news without a kind, out of its order, or of two at once."""

from __future__ import annotations

from datetime import date

from kit.findings import KitError
from kit.model.case import Case
from kit.model.insolvency_event import InsolvencyNews
from kit.model.small_claims import Insolvency

NEWS = ("kind", "who", "address", "claims_by", "ended_on")


def refuse_insolvency(case: Case, news: InsolvencyNews, today: date) -> None:
    """Raise `KitError` where ``news`` says nothing, cannot be, or is on record."""
    said = {name: value for name, value in news if name in NEWS and value is not None}
    if not said:
        raise KitError("say what the notice says: `kit log CASE insolvency --help` lists what can be recorded")
    if (news.ended_on is None) != (news.ended is None):
        raise KitError("an end has a day and a word: --ended-on .. --ended lifted, or --ended closed")
    if news.ended_on and news.ended_on > today:
        raise KitError(f"--ended-on {news.ended_on} is not here yet (today is {today}); record it when it is")
    known = case.insolvency
    if known is None and news.kind is None:
        raise KitError("no insolvency is on record; say which it is: `kit log CASE insolvency --kind ..`")
    began = news.on if known is None or (news.kind and known.ended_on) else known.on
    for name, day in (("--claim-by", news.claims_by), ("--ended-on", news.ended_on), ("--on", news.on)):
        if day and day < began:
            raise KitError(f"{name} {day} is before the insolvency of {began}; correct one of the days")
    if known:
        _refuse_second(known, news, said)


def _refuse_second(known: Insolvency, news: InsolvencyNews, said: dict[str, object]) -> None:
    """Raise where another proceeding stands, this one has ended, or nothing of the news is new."""
    if known.ended_on:
        if news.kind is None:
            raise KitError(f"the {known.kind} of {known.on} ended on {known.ended_on}; --kind begins another")
        if news.on < known.ended_on:
            raise KitError(f"the {known.kind} of {known.on} ended on {known.ended_on}; another begins after that day")
        return
    if news.kind and news.kind is not known.kind:
        raise KitError(
            f"another proceeding ({known.kind}, {known.on}) is on record and stands; if it ended, record that first: "
            "`kit log CASE insolvency --ended-on .. --ended lifted`; if it was a slip, undo that entry or correct the "
            "case"
        )
    if all(getattr(known, name) == value for name, value in said.items()):
        raise KitError(f"that is on record: {known.kind} of {known.on}")
