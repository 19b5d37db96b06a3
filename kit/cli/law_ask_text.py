"""The answers to one question of law, as text and as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from kit.checks.asked_limit import CourtAnswer
from kit.checks.asked_rate import RateAnswer
from kit.checks.asked_time import TimeAnswer
from kit.cli.findings_text import as_data
from kit.cli.findings_text import as_text as finding_text
from kit.cli.law_words import value_in_words
from kit.documents.wording import day, listing, percent
from kit.findings import Finding
from kit.model.law import Answer, Jurisdiction
from kit.model.law_remedies import REMEDIES
from kit.model.law_rules import RULES
from kit.model.money import spoken

OPTIONS = {"city": "--place CITY", "county": "--place CITY,COUNTY"}
NOTICE = "Information about the law, no legal advice."


def limit(law: Jurisdiction, answers: Sequence[CourtAnswer]) -> str:
    """Return what each court makes of the claim."""
    lines = [f"{law.name}. {NOTICE}"]
    for one in answers:
        verdict = {True: "fits", False: "does not fit", None: "not known"}[one.fits]
        why = f": {one.why}" if one.why else ""
        over = f" by {spoken(one.over, 'USD')}" if one.over else ""
        lines += ["", f"{one.court.name}: {verdict}{why}{over}"]
        if one.limit:
            lines.append(f"  limit: {_said(one.limit)}")
        cite = f" ({one.counts_cite})" if one.counts_cite else ""
        lines.append(f"  counts as {spoken(one.counted, 'USD')}{cite}")
        if one.unsure:
            lines.append(f"  counted because nobody settled that it does not count: {listing(one.unsure)}")
        if one.remedy:
            lines.append(f"  fix: {one.remedy}")
    return "\n".join([*lines, *_doubts(finding for one in answers for finding in one.findings)])


def limit_data(law: Jurisdiction, answers: Sequence[CourtAnswer], on: date) -> dict[str, Any]:
    """Return the same for programs."""
    courts = [
        {
            "court": one.court.name,
            "next_step_up": bool(one.court.next_step_up),
            "fits": one.fits,
            "limit": str(one.limit.value) if one.limit and one.limit.state == "value" else None,
            "counted": str(one.counted),
            "over": str(one.over),
            **_source(one.limit),
            "why": one.why or None,
            "remedy": one.remedy or None,
            "counted_in_doubt": list(one.unsure),
            "findings": [as_data(_typed(finding)) for finding in one.findings],
        }
        for one in answers
    ]
    return {"state": law.code, "on": str(on), "courts": courts}


def time(law: Jurisdiction, answer: TimeAnswer, accrued: date, on: date, kind: str) -> str:
    """Return the last day to sue in words."""
    what = f"{law.name}: a claim on {_spoken_kind(kind)}, accrued on {day(accrued)}"
    if answer.period is None or answer.last is None:
        lines = [f"{what}: the last day to sue is not known.", *_period(answer)]
    else:
        state = "is out of time since" if answer.expired(on) else "may be sued on through"
        lines = [f"{what}, {state} {day(answer.last)}.", *_period(answer)]
        if answer.added:
            lines.append(f"  {answer.added}")
        if answer.ends and answer.ends.why:
            moved = (
                f"; the court's rule moves it to {day(answer.ends.moved)}" if answer.ends.moved != answer.last else ""
            )
            lines.append(f"  The last day is {answer.ends.why}{moved}; the safe day is {day(answer.ends.safe)}.")
    lines += [f"  {RULES[one.rule].asks} {_said(one)}" for one in answer.beside]
    return "\n".join([*lines, NOTICE, *_doubts(answer.findings)])


def time_data(law: Jurisdiction, answer: TimeAnswer, on: date) -> dict[str, Any]:
    """Return the same for programs."""
    return {
        "state": law.code,
        "last_day": str(answer.last) if answer.last else None,
        "safe_day": str(answer.ends.safe) if answer.ends else None,
        "moved_to": str(answer.ends.moved) if answer.ends else None,
        "expired": answer.expired(on),
        "period": value_in_words(RULES[answer.period.rule], answer.period.value) if answer.period else None,
        **_source(answer.period),
        "added": answer.added or None,
        "beside": {one.rule.value: value_in_words(RULES[one.rule], one.value) for one in answer.beside},
        "findings": [as_data(_typed(finding)) for finding in answer.findings],
    }


def rate(law: Jurisdiction, answer: RateAnswer) -> str:
    """Return whether the rate is allowed in words."""
    asked = percent(answer.asked)
    verdict = {True: "allowed", False: "over the cap", None: "not known"}[answer.allowed]
    lines = [f"{law.name}: {asked} a year, all late charges in: {verdict}."]
    if answer.cap:
        lines.append(f"  cap: {_said(answer.cap)}")
        if answer.allowed is False and answer.cap.remedy:
            lines.append(f"  if exceeded: {REMEDIES[answer.cap.remedy]}")
    lines += [f"  {RULES[one.rule].asks} {_said(one)}" for one in answer.beside]
    return "\n".join([*lines, NOTICE, *_doubts(answer.findings)])


def rate_data(law: Jurisdiction, answer: RateAnswer, on: date) -> dict[str, Any]:
    """Return the same for programs."""
    return {
        "state": law.code,
        "on": str(on),
        "asked": str(answer.asked),
        "allowed": answer.allowed,
        "cap": str(answer.cap.value) if answer.cap and answer.cap.state == "value" else None,
        "remedy": answer.cap.remedy.value if answer.cap and answer.cap.remedy else None,
        **_source(answer.cap),
        "beside": {one.rule.value: value_in_words(RULES[one.rule], one.value) for one in answer.beside},
        "findings": [as_data(_typed(finding)) for finding in answer.findings],
    }


def _period(answer: TimeAnswer) -> Iterator[str]:
    if answer.period:
        yield f"  {_said(answer.period)}"


def _said(answer: Answer) -> str:
    sure = f"; {answer.confidence} confidence" if answer.confidence else ""
    note = f" {answer.note}" if answer.note else ""
    return f"{value_in_words(RULES[answer.rule], answer.value)} ({answer.cite}{sure}){note}"


def _source(answer: Answer | None) -> dict[str, Any]:
    if answer is None:
        return {"cite": None, "confidence": None}
    return {"cite": answer.cite, "confidence": answer.confidence.value if answer.confidence else None}


def _spoken_kind(kind: str) -> str:
    words = {"written": "a written agreement", "oral": "an oral agreement", "sale_of_goods": "a sale of goods"}
    return words.get(kind, f"an {kind.replace('_', ' ')}")


def _doubts(findings: Iterable[Finding]) -> list[str]:
    return [finding_text(_typed(one)) for one in dict.fromkeys(findings)]


def _typed(finding: Finding) -> Finding:
    """Return the finding with the option to type where the law asks for more than the question said."""
    missing = finding.message.partition(" that turns on ")[2].partition(": say which")[0]
    if not missing:
        return finding
    options = " and ".join(OPTIONS.get(word, f"--{word}") for word in missing.split(" and "))
    return replace(finding, fix=f"Add {options}.")
