"""What a jurisdiction file must keep beyond its shape.

Sources resolve and are all used; what is said is cited; a cap carries its
remedy. Dates and overlaps are asked in `kit.load.jurisdiction_order`.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from kit.findings import Finding, error
from kit.load.jurisdiction_order import in_order
from kit.load.yaml_text import Key, Tree
from kit.model.law import Jurisdiction
from kit.model.law_file import QUOTE_AT_MOST, Source
from kit.model.law_names import RuleName
from kit.model.law_rows import SELECTORS, Dated, Row
from kit.model.law_rules import RULES
from kit.model.law_words import Confidence, ReadIn, Silence, Unit

RATE_AT_MOST = Decimal(100)  # percent a year; more is a slip of the keyboard
CAPPED = (RuleName.LATE_CHARGE_CAP, RuleName.LATE_FEE_LIMIT)

At = tuple[Key, ...]


def faults(law: Jurisdiction, tree: Tree, stem: str) -> list[Finding]:
    """Return everything wrong with ``law``, read from ``tree`` in a file named ``stem``."""
    found: list[Finding] = []
    if law.code != stem:
        message = f"the code is {law.code}, the file is named {stem}"
        found.append(error("K215", message, tree.place("code"), fix="Make them the same."))
    for key, source in law.file.sources.items():
        found += _source(source, tree, ("sources", key))
    for name in law.rules:
        found += _block(law, name, tree)
        found += in_order(law, name, tree)
    for key in law.file.sources.keys() - set(_cited(law)):
        place = tree.key_place("sources", key)
        found.append(error("K202", f"the source `{key}` is cited by no value", place, fix="Cite it, or remove it."))
    return found


def _cited(law: Jurisdiction) -> Iterator[str]:
    for block in law.file.rules.values():
        for row in (*block.values, *block.formulas):
            yield from (row.source or "", *row.also)


def _source(source: Source, tree: Tree, at: At) -> Iterator[Finding]:
    if source.says and len(source.says) > QUOTE_AT_MOST:
        message = f"the quotation has {len(source.says)} characters; {QUOTE_AT_MOST} are enough to compare"
        yield error("K212", message, tree.place(*at, "says"), fix="Keep the words that settle the matter.")
    if source.says and source.read_in not in (ReadIn.OFFICIAL, ReadIn.COPY):
        message = "words are quoted from a text that was not read"
        yield error("K212", message, tree.place(*at, "says"), fix="Remove `says`, or read the text.")
    if not source.official and not source.why_not_official:
        message = "the address is not official, and nothing says why"
        yield error("K212", message, tree.place(*at), fix="Add `why_not_official:`.")
    if source.read_in in (ReadIn.COPY, ReadIn.SECONDARY) and not source.seen_at and source.official:
        message = f"the text was read elsewhere ({source.read_in}), and nothing says where"
        yield error("K212", message, tree.place(*at), fix="Add `seen_at:` with the address that was read.")
    for key in ("url", "archived", "seen_at"):
        address = getattr(source, key)
        if address and (not address.startswith(("https://", "http://")) or " " in address):
            yield error(
                "K212", f"`{address}` is not a web address", tree.place(*at, key), fix="Start it with https://."
            )


def _block(law: Jurisdiction, name: RuleName, tree: Tree) -> Iterator[Finding]:
    block = law.block(name)
    if block.not_researched:
        return
    base: At = ("rules", name.value)
    if not block.values and not block.formulas:
        yield error(
            "K217", f"{name.value} has no values", tree.place(*base), fix="Add a row, or write `not_researched`."
        )
    for n, row in enumerate(block.values):
        at = (*base, "values", n)
        yield from _citations(law, row, tree, at)
        yield from _selectors(law, name, row, tree, at)
        yield from _value(name, row, tree, at)
    for n, formula in enumerate(block.formulas):
        at = (*base, "formulas", n)
        yield from _citations(law, formula, tree, at)
        yield from _selectors(law, name, formula, tree, at)
    if block.formulas and RULES[name].unit is not Unit.PERCENT_PER_YEAR:
        message = f"{name.value} is no rate and has no formula"
        yield error("K214", message, tree.place(*base, "formulas"), fix="Remove it.")


def _citations(law: Jurisdiction, row: Dated, tree: Tree, at: At) -> Iterator[Finding]:
    for key in filter(None, (row.source, *row.also)):
        if key not in law.file.sources:
            place = tree.place(*at, "source" if key == row.source else "also")
            yield error(
                "K201", f"there is no source `{key}`", place, fix="Add it under `sources:`, or correct the name."
            )
    if isinstance(row, Row) and row.value is Silence.NOT_RESEARCHED:
        return
    if not row.source:
        none = isinstance(row, Row) and row.value is Silence.NONE
        message = "`none` says what the law is, and names no source" if none else "this value names no source"
        yield error("K207", message, tree.place(*at), fix="Add `source:`.")
    if row.confidence is None:
        fix = "Add `confidence: high`, `medium` or `low`."
        yield error("K207", "this value does not say how sure it is", tree.place(*at), fix=fix)
    source = law.file.sources.get(row.source or "")
    if source and source.read_in is ReadIn.NOT_READ and row.confidence is Confidence.HIGH:
        message = "the confidence is high, and the text was not read"
        yield error("K207", message, tree.place(*at, "confidence"), fix="Write `medium` or `low`.")


def _selectors(law: Jurisdiction, name: RuleName, row: Dated, tree: Tree, at: At) -> Iterator[Finding]:
    if row.court is not None and row.court not in law.courts:
        fix = f"Courts: {', '.join(law.courts) or 'none are listed'}."
        yield error("K209", f"there is no court `{row.court}`", tree.place(*at, "court"), fix=fix)
    for key in SELECTORS:
        if getattr(row, key) is not None and key not in RULES[name].selectors:
            fix = f"It may turn on {', '.join(RULES[name].selectors) or 'nothing'}."
            yield error("K210", f"{name.value} does not turn on `{key}`", tree.key_place(*at, key), fix=fix)


def _value(name: RuleName, row: Row, tree: Tree, at: At) -> Iterator[Finding]:
    value = row.value
    capped = name in CAPPED and not isinstance(value, Silence)
    if capped and row.remedy is None:
        fix = "Add `remedy:`; where nobody knows, `remedy: not_researched`."
        yield error("K211", "the cap does not say what follows when it is exceeded", tree.place(*at), fix=fix)
    if row.remedy is not None and not capped:
        message = f"{name.value} with this value has nothing to remedy"
        yield error("K211", message, tree.place(*at, "remedy"), fix="Remove `remedy:`.")
    if isinstance(value, Decimal) and RULES[name].unit is Unit.PERCENT_PER_YEAR and value > RATE_AT_MOST:
        message = f"{value} percent a year is beyond any rate of law"
        yield error("K213", message, tree.place(*at, "value"), fix="Write 10 for ten percent.")
    for key in ("tiers", "fee_tiers"):
        for n, (low, high) in enumerate(pairwise(getattr(value, key, ()))):
            if low.up_to is None or (high.up_to is not None and high.up_to <= low.up_to):
                place = tree.place(*at, "value", key, n + 1)
                yield error(
                    "K216", "the tiers do not ascend", place, fix="Order them by `up_to`; only the last may be open."
                )
