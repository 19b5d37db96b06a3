"""The ways to go on with a debt, compared: the path of `kit options`, and its paper.

case + kit.yaml + --set + the kit's own figures ─ facts ─ compare ─ shown, or drawn up as one paper
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kit import pipeline
from kit.documents.contexts.request import Request
from kit.facts import Facts
from kit.findings import Finding
from kit.load.options_file import load_defaults, read_words
from kit.model.options import OPTIONS, filled
from kit.options import Comparison, compare
from kit.pipeline import Loaded, Made


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison, with the case it is of and every doubt about its account."""

    facts: Facts
    comparison: Comparison
    findings: tuple[Finding, ...]


def compare_case(path: Path, *, as_of: date, words: Sequence[str] = ()) -> Compared:
    """Return the comparison for the case at ``path``; ``words`` are figures such as `agency.percent=30`.

    Raises `InvalidFile` with every fault of files and words, `Stopped` where there is nothing to compare.
    """
    facts = pipeline.gather(_loaded(path, as_of, words))
    return Compared(facts, compare(facts, filled(facts.case.options, load_defaults())), facts.findings)


def make_paper(path: Path, *, as_of: date, words: Sequence[str] = ()) -> Made:
    """Make the paper of the comparison; raises as `compare_case` does."""
    loaded, request = _loaded(path, as_of, words), Request(OPTIONS)
    template = pipeline.sound_template(loaded, request)
    facts = pipeline.gather(loaded)
    found = pipeline.checked(facts, request, template, {})
    return pipeline.commit(loaded, facts, pipeline.draft(facts, request, template), found)


def _loaded(path: Path, as_of: date, words: Sequence[str]) -> Loaded:
    """Return the case with the figures of ``words`` before its own."""
    asked = read_words(words)
    loaded = pipeline.load_case(path, as_of=as_of)
    if not words:
        return loaded
    case = loaded.case.model_copy(update={"options": filled(asked, loaded.case.options)})
    return replace(loaded, case=case)
