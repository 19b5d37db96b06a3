"""The blanks of `contracts/change-order`: one page that changes the work, its price and its dates, and nothing else.

The price before it is the contract's with every change signed by then; what the page prints adds up to the price after.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass, replace

from kit.documents import wording
from kit.documents.contexts import contract_line, letterhead
from kit.documents.contexts.account import Sum
from kit.documents.contexts.change_words import (
    after_label,
    counted,
    dates_sentence,
    price_sentence,
    rest_sentence,
    sums,
)
from kit.documents.contexts.contract import Thing
from kit.documents.contexts.contract_line import Line
from kit.documents.contexts.contract_parties import Parties, parties
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import KitError
from kit.model.agreed_price import price_before
from kit.model.case import Case
from kit.model.change import Change, ChangeLine


@dataclass(frozen=True, slots=True)
class ChangeOrder(Parties):
    """The blanks of ``contracts/change-order``."""

    footer: str
    number: str
    change_date: str
    refers_sentence: str
    why_sentence: str
    added: tuple[Line, ...]
    added_bare: tuple[Thing, ...]
    left_out: tuple[Line, ...]
    left_out_bare: tuple[Thing, ...]
    sums: tuple[Sum, ...]
    after_label: str
    price_after: str
    price_sentence: str
    dates_sentence: str
    rest_sentence: str


def decide(facts: Facts, request: Request) -> Request:
    """Return ``request`` with the change settled: the one named, or the only one of the case.

    Raises `KitError` where the case has no such change, or has one dated after the paper.
    """
    change = _change(facts.case, request.change)
    if change.on > facts.as_of:
        raise KitError(
            f"change {change.id} is of {change.on}, after {facts.as_of}: make it with `--as-of {change.on}` or later"
        )
    return replace(request, change=change.id)


def _change(case: Case, wanted: str) -> Change:
    known = {change.id: change for change in case.changes}
    if wanted in known:
        return known[wanted]
    if not known:
        raise KitError("the case has no change order: add one under `changes:` with id, on, why and what it changes")
    if wanted:
        near = difflib.get_close_matches(wanted, known, 1, 0.4)
        hint = f"did you mean {near[0]}?" if near else f"there are {wording.listing(known)}"
        raise KitError(f"there is no change `{wanted}`; {hint}")
    if len(known) > 1:
        raise KitError(f"say which change: {wording.listing(known, 'or')}")
    return next(iter(known.values()))


def build(facts: Facts, request: Request) -> ChangeOrder:
    """Fill the change order that ``request`` names, as of the day of ``facts``. Raises `KitError` as `decide` does."""
    case, change = facts.case, _change(facts.case, request.change)
    before = price_before(case, change, facts.as_of)
    after = None if before is None else before + change.price_moves(case.currency)
    return ChangeOrder(
        **parties(case),
        footer=letterhead.contract_footer(case, f"Change order {change.id}"),
        number=change.id,
        change_date=wording.day(change.on),
        refers_sentence=f"This page changes the {letterhead.agreement_words(case)} between the two parties named here.",
        why_sentence=f"The reason: {_ended(change.why)}",
        added=_lines(case, change, change.added),
        added_bare=_bare(change, change.added),
        left_out=_lines(case, change, change.left_out),
        left_out_bare=_bare(change, change.left_out),
        sums=sums(case, change, before),
        after_label=after_label(case),
        price_after=wording.money(after, case.currency) if after is not None else "",
        price_sentence=wording.sentences([counted(case, change, facts.as_of), price_sentence(case, change, before)]),
        dates_sentence=dates_sentence(case, change, facts.as_of),
        rest_sentence=rest_sentence(case),
    )


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _lines(case: Case, change: Change, lines: tuple[ChangeLine, ...]) -> tuple[Line, ...]:
    return tuple(contract_line.line(one, case.currency) for one in lines) if change.itemised else ()


def _bare(change: Change, lines: tuple[ChangeLine, ...]) -> tuple[Thing, ...]:
    """Return the lines of a change with one sum for all: what, and how many where that was said."""
    if change.itemised:
        return ()
    return tuple(
        Thing(f"{one.text} ({contract_line.quantity(one)})" if one.unit or one.quantity != 1 else one.text)
        for one in lines
    )
