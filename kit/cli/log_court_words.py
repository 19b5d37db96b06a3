"""Entries about a case in court, in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kit.cli.log_bankruptcy_words import news
from kit.cli.log_insolvency_words import insolvency_news
from kit.documents.wording import short_day
from kit.model.bankruptcy_event import BankruptcyNews
from kit.model.court_event import Appealed, Dismissed, Filed, Hearing, Judgment, Satisfied, Served, Side
from kit.model.insolvency_event import InsolvencyNews
from kit.model.money import spoken


def _filed(event: Filed, currency: str) -> str:
    amount = f" for {spoken(event.amount, currency)}" if event.amount is not None else ""
    number = f", case {event.number}" if event.number else ""
    where = f" in {event.court}" if event.court else ""
    hearing = f", hearing on {short_day(event.hearing_on)}" if event.hearing_on else ""
    return f"filed{where}{number}{amount}{hearing}"


def _served(event: Served, _: str) -> str:
    how = f" by {event.how.value.replace('_', ' ')}" if event.how else ""
    proof = f", proof filed on {short_day(event.proof_filed_on)}" if event.proof_filed_on else ""
    return f"served {event.who or 'the debtor'}{how}{proof}"


def _hearing(event: Hearing, _: str) -> str:
    at = f" at {event.at:%H:%M}" if event.at else ""
    return f"hearing {'held' if event.held else 'set for'} {short_day(event.day)}{at}"


def _judgment(event: Judgment, currency: str) -> str:
    if event.winner is Side.DEBTOR:
        return "judgment for the debtor"
    how = " by default" if event.by_default else ""
    return f"judgment{how} for {spoken(event.total, currency)}"


def _appealed(event: Appealed, _: str) -> str:
    return f"appeal by the {event.by}"


def _satisfied(_: Satisfied, __: str) -> str:
    return "satisfaction of the judgment filed"


def _dismissed(event: Dismissed, _: str) -> str:
    again = "cannot be brought again" if event.with_prejudice else "may be brought again"
    return f"claim withdrawn or dismissed; it {again}"


COURT_WORDS: dict[type[Any], Callable[[Any, str], str]] = {
    Filed: _filed,
    Served: _served,
    Hearing: _hearing,
    Judgment: _judgment,
    Appealed: _appealed,
    Satisfied: _satisfied,
    BankruptcyNews: news,
    InsolvencyNews: insolvency_news,
    Dismissed: _dismissed,
}
