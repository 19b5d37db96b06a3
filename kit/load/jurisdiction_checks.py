"""What a jurisdiction file must keep beyond its shape.

Sources resolve and are all used; what is said is cited; dates ascend; no two
rows answer one question; a cap carries its remedy.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Any

from kit.findings import Finding, error
from kit.load.yaml_text import Key, Tree
from kit.model.law import DAY, Group, Jurisdiction
from kit.model.law_file import QUOTE_AT_MOST, SELECTORS, Block, Dated, Row, Source
from kit.model.law_names import RuleName
from kit.model.law_rules import RULES
from kit.model.law_words import Confidence, ReadIn, Silence, Unit

RATE_AT_MOST = Decimal(100)  # percent a year; more is a slip of the keyboard
CAPPED = (RuleName.LATE_CHARGE_CAP, RuleName.LATE_FEE_LIMIT)


def faults(law: Jurisdiction, tree: Tree, stem: str) -> list[Finding]:
    """Return everything wrong with ``law``, read from ``tree`` in a file named ``stem``."""
    found: list[Finding] = []
    if law.code != stem:
        found.append(error("K215", f"the code is {law.code}, the file is named {stem}", tree.place("code"), fix="Make them the same."))
    for key, source in law.file.sources.items():
        found += _source(source, tree, ("sources", key))
    used: set[str] = set()
    for name in law.rules:
        block = law.block(name)
        found += _block(law, name, block, tree, used)
    for key in law.file.sources.keys() - used:
        place = tree.key_place("sources", key)
        found.append(error("K202", f"the source `{key}` is cited by no value", place, fix="Cite it, or remove it."))
    return found


def _source(source: Source, tree: Tree, at: tuple[Key, ...]) -> Iterator[Finding]:
    if source.says and len(source.says) > QUOTE_AT_MOST:
        message = f"the quotation has {len(source.says)} characters; {QUOTE_AT_MOST} are enough to compare"
        yield error("K212", message, tree.place(*at, "says"), fix="Keep the words that settle the matter.")
    if source.says and source.read_in not in (ReadIn.OFFICIAL, ReadIn.COPY):
        message = "words are quoted from a text that was not read"
        yield error("K212", message, tree.place(*at, "says"), fix="Remove `says`, or read the text.")
    if not source.official and not source.why_not_official:
        yield error("K212", "the address is not official and does not say why", tree.place(*at), fix="Add `why_not_official:`.")
    if source.read_in in (ReadIn.COPY, ReadIn.SECONDARY) and not source.seen_at and source.official:
        yield error("K212", f"it was read in a {source.read_in} that is not named", tree.place(*at), fix="Add `seen_at:`.")
    for key in ("url", "archived"):
        address = getattr(source, key)
        if address and (not address.startswith(("https://", "http://")) or " " in address):
            yield error("K212", f"`{address}` is not a web address", tree.place(*at, key), fix="Start it with https://.")


def _block(law: Jurisdiction, name: RuleName, block: Block[Any], tree: Tree, used: set[str]) -> Iterator[Finding]:
    if isinstance(block.values, Silence):
        return
    base: tuple[Key, ...] = ("rules", name.value)
    if not block.values and not block.formulas:
        fix = "Add a row, or write `not_researched`."
        yield error("K217", f"{name.value} has no values", tree.place(*base), fix=fix)
    for n, row in enumerate(block.values):
        yield from _dated(law, name, row, tree, (*base, "values", n), used)
        yield from _value(name, row, tree, (*base, "values", n))
    for n, formula in enumerate(block.formulas):
        yield from _dated(law, name, formula, tree, (*base, "formulas", n), used)
    if block.formulas and RULES[name].unit is not Unit.PERCENT_PER_YEAR:
        yield error("K214", f"{name.value} is no rate and has no formula", tree.place(*base, "formulas"), fix="Remove it.")
    yield from _order(law, name, tree, base)


def _dated(law: Jurisdiction, name: RuleName, row: Dated, tree: Tree, at: tuple[Key, ...], used: set[str]) -> Iterator[Finding]:
    cited = [key for key in (row.source, *row.also) if key]
    used.update(cited)
    for key in cited:
        if key not in law.file.sources:
            place = tree.place(*at, "source" if key == row.source else "also")
            yield error("K201", f"there is no source `{key}`", place, fix=f"Sources: {', '.join(law.file.sources)}.")
    silent = isinstance(row, Row) and row.value is Silence.NOT_RESEARCHED
    if not silent and not row.source:
        what = "`none` is an answer of the law" if isinstance(row, Row) and row.value is Silence.NONE else "a value"
        yield error("K207", f"{what} and needs its source", tree.place(*at), fix="Add `source:`.")
    if not silent and row.confidence is None:
        yield error("K207", "it does not say how sure it is", tree.place(*at), fix="Add `confidence: high`, `medium` or `low`.")
    source = law.file.sources.get(row.source or "")
    if source and source.read_in is ReadIn.NOT_READ and row.confidence is Confidence.HIGH:
        yield error("K207", "the confidence is high and the text was not read", tree.place(*at, "confidence"), fix="Write medium or low.")
    if row.court is not None and row.court not in law.courts:
        fix = f"Courts: {', '.join(law.courts) or 'none are listed'}."
        yield error("K209", f"there is no court `{row.court}`", tree.place(*at, "court"), fix=fix)
    for key in SELECTORS:
        if key in row.model_fields_set and key not in RULES[name].selectors:
            fix = f"It may turn on {', '.join(RULES[name].selectors) or 'nothing'}."
            yield error("K210", f"{name.value} does not turn on `{key}`", tree.key_place(*at, key), fix=fix)


def _value(name: RuleName, row: Row[Any], tree: Tree, at: tuple[Key, ...]) -> Iterator[Finding]:
    value = row.value
    if (name in CAPPED and not isinstance(value, Silence)) != (row.remedy is not None):
        message = "the cap names no remedy" if row.remedy is None else f"{name.value} with this value has no remedy"
        fix = "Add `remedy:`; `not_researched` is a remedy too." if row.remedy is None else "Remove `remedy:`."
        yield error("K211", message, tree.place(*at), fix=fix)
    if isinstance(value, Decimal) and RULES[name].unit is Unit.PERCENT_PER_YEAR and value > RATE_AT_MOST:
        yield error("K213", f"{value} percent a year is beyond any rate of law", tree.place(*at, "value"), fix="Write 10 for ten percent.")
    tiers = getattr(value, "tiers", ()) or getattr(value, "fee_tiers", ())
    for n, (low, high) in enumerate(pairwise(tiers)):
        if low.up_to is None or (high.up_to is not None and high.up_to <= low.up_to):
            key = "tiers" if getattr(value, "tiers", ()) else "fee_tiers"
            place = tree.place(*at, "value", key, n + 1)
            yield error("K216", "the tiers do not ascend", place, fix="Order them by `up_to`; only the last may be open.")


def _order(law: Jurisdiction, name: RuleName, tree: Tree, base: tuple[Key, ...]) -> Iterator[Finding]:
    """Dates ascend where rows turn on the same things; elsewhere one row must be the narrower."""
    block = law.block(name)
    index: dict[int, tuple[Key, ...]] = {id(row): (*base, "values", n) for n, row in enumerate(block.values)}
    index |= {id(row): (*base, "formulas", n) for n, row in enumerate(block.formulas)}
    groups = law.groups(name)
    for group in groups:
        for rows in (group.rows, group.formulas):
            for first, second in pairwise(rows):
                if second.starts <= first.starts:
                    message = f"it starts on {second.starts}; the row before it starts on {first.starts}"
                    yield error("K203", message, tree.place(*index[id(second)], "from"), fix="Order the rows by `from`.")
                elif first.until and first.until >= second.starts:
                    message = f"it holds until {first.until}, and the next row starts on {second.starts}"
                    yield error("K203", message, tree.place(*index[id(first)], "until"), fix="End it the day before.")
        if group.formulas:
            for row in group.rows:
                if row.until is None and row.starts >= group.formulas[0].starts and not isinstance(row.value, Silence):
                    fix = "Add `until:`, the last day the published figure holds."
                    yield error("K214", "a figure of a formula never ends", tree.place(*index[id(row)]), fix=fix)
    for one, other in combinations(groups, 2):
        if one.scope.overlaps(other.scope) and not one.scope.narrower(other.scope) and not other.scope.narrower(one.scope):
            if _resolved(one, other, groups):
                continue
            message = f"a case can fall under `{one.scope}` and under `{other.scope}`, and neither is the narrower"
            fix = "Add a row for both together, or narrow one of them."
            yield error("K208", message, tree.place(*index[id((*other.rows, *other.formulas)[0])]), fix=fix)


def _resolved(one: Group, other: Group, groups: tuple[Group, ...]) -> bool:
    """Say whether the two never hold on one day, or a third row answers for where they meet."""
    if not any(_meet(a, b) for a in (*one.rows, *one.formulas) for b in (*other.rows, *other.formulas)):
        return True
    both = dict(one.scope.words) | dict(other.scope.words)
    return any(
        group.scope.narrower(one.scope) and group.scope.narrower(other.scope) and dict(group.scope.words).keys() == both.keys()
        for group in groups
        if group is not one and group is not other
    )


def _meet(one: Dated, other: Dated) -> bool:
    ends = [row.until for row in (one, other) if row.until is not None]
    return max(one.starts, other.starts) < (min(ends) + DAY if ends else max(one.starts, other.starts) + DAY)
