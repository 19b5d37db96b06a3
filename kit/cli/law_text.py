"""The law of a jurisdiction on a day, as text and as JSON: questions with their answers."""

from __future__ import annotations

import difflib
import json
import textwrap
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from pydantic import BaseModel

from kit.cli.law_words import formula_in_words, open_in_words, scope_in_words, value_in_words
from kit.documents.wording import day
from kit.findings import KitError
from kit.model.law import Answer, Jurisdiction
from kit.model.law_names import RuleName
from kit.model.law_overview import Standing, standings
from kit.model.law_remedies import REMEDIES
from kit.model.law_rules import RULES
from kit.model.law_words import Confidence, Silence

WIDTH = 100
HEADINGS = {  # by the first rule under each
    RuleName.SMALL_CLAIMS_LIMIT: "The court",
    RuleName.LIMITATION_PERIOD: "Time",
    RuleName.PREJUDGMENT_INTEREST: "Money",
    RuleName.JURY_WAIVER: "The contract",
    RuleName.OWN_DEBT_COLLECTION: "Collecting",
    RuleName.SETTLEMENT_TALKS: "Settling and handing on",
    RuleName.AUTOMATIC_STAY: "Federal rules",
}


def chosen(law: Jurisdiction, names: Sequence[str]) -> tuple[RuleName, ...]:
    """Return the rules of ``names``, or all; raises `KitError` for a name that ``law`` does not answer."""
    known = {str(rule): rule for rule in law.rules}
    for name in names:
        if name not in known:
            near = difflib.get_close_matches(name, known, 3, 0.5)
            hint = f"did you mean {' or '.join(near)}?" if near else f"`kit law show {law.code}` lists them."
            raise KitError(f"{law.name} answers no rule `{name}`; {hint}")
    return tuple(known[name] for name in names) or law.rules


def as_text(law: Jurisdiction, on: date, rules: Sequence[RuleName]) -> str:
    """Return the answers of ``law`` on the day ``on`` for a terminal."""
    lines = [f"{law.name} ({law.code}) on {day(on)}. Information about the law, no legal advice."]
    above = ""
    for rule in rules:
        if (heading := _heading(rule)) != above and len(rules) > 1:
            lines += ["", heading.upper()]
            above = heading
        lines += ["", RULES[rule].asks]
        for standing in standings(law, rule, on):
            lines += _standing(law, standing)
    if law.file.doubts and len(rules) == len(law.rules):
        lines += ["", "STILL OPEN", *(line for doubt in law.file.doubts for line in _wrap(doubt, "  - ", "    "))]
    return "\n".join(lines)


def as_json(law: Jurisdiction, on: date, rules: Sequence[RuleName]) -> str:
    """Return the same for a program."""
    told = {
        "code": law.code,
        "name": law.name,
        "on": on.isoformat(),
        "rules": [
            {
                "rule": rule.value,
                "asks": RULES[rule].asks,
                "unit": RULES[rule].unit.value,
                "chosen_by": law.chosen_by(rule).value,
                "answers": [_record(standing) for standing in standings(law, rule, on)],
            }
            for rule in rules
        ],
        "doubts": list(law.file.doubts),
    }
    return json.dumps(told, indent=2, ensure_ascii=False)


def _heading(rule: RuleName) -> str:
    """Return the heading under which ``rule`` stands in the table."""
    order = list(RuleName)
    return [HEADINGS[name] for name in order[: order.index(rule) + 1] if name in HEADINGS][-1]


def _standing(law: Jurisdiction, standing: Standing) -> Iterator[str]:
    courts = {key: court.name for key, court in law.courts.items()}
    scope = scope_in_words(standing.scope, courts)
    said = f"{scope}: {_said(standing)}" if scope else _said(standing)
    yield from _wrap(said[:1].upper() + said[1:], "  ", "    ")
    if standing.answer:
        yield from _under(standing.answer)
    for later in standing.later:
        words = value_in_words(RULES[later.rule], later.value)
        yield from _wrap(f"from {later.starts}: {words} ({later.cite})", "      ", "        ")


def _said(standing: Standing) -> str:
    if standing.answer:
        return value_in_words(RULES[standing.answer.rule], standing.answer.value)
    if standing.formula:
        formula = standing.formula.formula
        return f"{formula_in_words(formula)}; the figure for this day is not on record, read it at {formula.read_at}"
    if standing.begins:
        return f"no answer; the record begins on {standing.begins}"
    return f"no answer; the record ends on {standing.ended}"


def _under(answer: Answer) -> Iterator[str]:
    """Tell where an answer comes from, how sure it is, and what follows from it."""
    if answer.remedy:
        yield f"      if exceeded: {REMEDIES[answer.remedy]}"
    if open_ := open_in_words(answer.value):
        yield from _wrap(open_, "      ", "        ")
    if answer.cite:
        since = f"; since {answer.starts}" + (f", until {answer.until}" if answer.until else "")
        yield from _wrap(f"{answer.cite}; {answer.confidence} confidence{since}", "      ", "        ")
    if answer.confidence in (Confidence.MEDIUM, Confidence.LOW) and answer.confirm_with:
        yield from _wrap(f"confirm with {answer.confirm_with}", "      ", "        ")
    if answer.note:
        label = "tried: " if answer.value is Silence.NOT_RESEARCHED and not answer.starts else ""
        yield from _wrap(f"{label}{answer.note}", "      ", "        ")
    if answer.review_by:
        yield f"      to be read again by {answer.review_by}"


def _wrap(text: str, first: str, rest: str) -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )


def _record(standing: Standing) -> dict[str, Any]:
    scope = standing.scope
    turns: dict[str, Any] = dict(scope.words) if scope else {}
    if scope and scope.over:
        turns["over"] = str(scope.over)
    if scope and scope.up_to is not None:
        turns["up_to"] = str(scope.up_to)
    if standing.answer is None:
        formula = standing.formula.formula.model_dump(mode="json", exclude_none=True) if standing.formula else None
        state = "rate_unknown" if formula else "not_on_record"
        answer: dict[str, Any] = {"state": state, "formula": formula, "begins": _iso(standing.begins)}
    else:
        answer = _answer(standing.answer)
    return {"turns_on": turns, **answer, "later": [_answer(later) for later in standing.later]}


def _answer(answer: Answer) -> dict[str, Any]:
    value = answer.value
    if isinstance(value, BaseModel):
        plain: Any = value.model_dump(mode="json", exclude_unset=True)
    else:
        plain = None if isinstance(value, Silence) else str(value)
    return {
        "state": answer.state,
        "value": plain,
        "from": _iso(answer.starts),
        "until": _iso(answer.until),
        "cite": answer.cite or None,
        "url": answer.source.url if answer.source else None,
        "read_on": _iso(answer.read_on),
        "confidence": answer.confidence.value if answer.confidence else None,
        "confirm_with": answer.confirm_with or None,
        "remedy": answer.remedy.value if answer.remedy else None,
        "note": answer.note or None,
        "review_by": _iso(answer.review_by),
    }


def _iso(when: date | None) -> str | None:
    return when.isoformat() if when else None
