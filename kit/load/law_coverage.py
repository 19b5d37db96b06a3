"""How far the record reaches: for each jurisdiction how sure its answers are, when they were read, and what is open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from kit.load.jurisdiction_file import jurisdiction_codes, load_jurisdiction
from kit.model.law import Jurisdiction
from kit.model.law_names import RuleName
from kit.model.law_overview import standings
from kit.model.law_words import Confidence

ORDER = (Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH)
OPEN = "not researched"
HEADS = ("Code", "Name", "High", "Medium", "Low", "Not researched", "Read", "Doubts")


def sureness(law: Jurisdiction, rule: RuleName, on: date) -> str:
    """Return how sure the answers to ``rule`` are on a day: the least sure of them, or that nobody researched it."""
    found = standings(law, rule, on)
    known = [one.answer for one in found if one.answer and one.answer.known]
    if not known:
        rates = any(one.formula or one.begins or one.ended for one in found)
        return str(Confidence.MEDIUM) if rates else OPEN
    levels = {answer.confidence for answer in known}
    return str(next(level for level in ORDER if level in levels))


def read_on(law: Jurisdiction) -> tuple[date, date]:
    """Return the first and the last day on which the file's sources were read."""
    days = [source.read_on for source in law.file.sources.values()]
    return min(days), max(days)


def coverage(folders: Sequence[Path] = ()) -> str:
    """Return the coverage of every jurisdiction as Markdown: a table, then what is not sure in each."""
    laws = [load_jurisdiction(code, folders) for code in jurisdiction_codes(folders)]
    lines = [f"| {' | '.join(HEADS)} |", f"|{'---|' * len(HEADS)}"]
    lines += [_row(law) for law in laws]
    return "\n".join([*lines, "", *(line for law in laws for line in _open(law))]) + "\n"


def _row(law: Jurisdiction) -> str:
    first, last = read_on(law)
    count = Counter(sureness(law, rule, last) for rule in law.rules)
    read = str(last) if first == last else f"{first} to {last}"
    figures = [str(count[str(level)]) for level in reversed(ORDER)]
    return f"| {' | '.join((law.code, law.name, *figures, str(count[OPEN]), read, str(len(law.file.doubts))))} |"


def _open(law: Jurisdiction) -> Iterator[str]:
    """Yield what of a jurisdiction is to be confirmed, and what nobody has settled."""
    _, last = read_on(law)
    levels = {rule: sureness(law, rule, last) for rule in law.rules}
    said = []
    for level in (str(Confidence.MEDIUM), str(Confidence.LOW), OPEN):
        rules = [f"`{rule}`" for rule, found in levels.items() if found == level]
        said += [f"{level}: {', '.join(rules)}"] if rules else []
    yield f"- **{law.name}** (`{law.code}`). {'; '.join(said) if said else 'All answers are sure'}."
