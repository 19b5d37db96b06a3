"""One form of a case: filled, proved, written, and what a person has to know to finish it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from kit import pipeline
from kit.checks.insolvency import check_insolvency
from kit.checks.stay import check_stay
from kit.cli import findings_text
from kit.documents.forms import store
from kit.documents.forms.answered import copies
from kit.documents.forms.bind import Completed, complete
from kit.documents.forms.blank import Blank, prepare
from kit.documents.forms.court_answers import CourtAnswers, answers, sheets
from kit.documents.forms.fill import Filled
from kit.documents.forms.fill import fill as fill_blank
from kit.documents.forms.inspect_form import of_another_state
from kit.documents.forms.read_back import prove
from kit.findings import Finding, InvalidFile, KitError, Stopped
from kit.journal import disk
from kit.journal.pending import OUT
from kit.load.form_files import find_form
from kit.load.text_file import shown_path
from kit.model.document import DocumentKind
from kit.model.form import CourtForm

FEDERAL = "us"
NOTICE = "Not legal advice. Read every page before you sign it."
MOST = 1000  # names tried beside files that are there


@dataclass(frozen=True, slots=True)
class MadeForm:
    """The files of one form, what was noted, and what a person still does."""

    form: CourtForm
    files: tuple[Path, ...]
    findings: tuple[Finding, ...]
    asks: tuple[str, ...]  # what the case does not say
    to_sign: tuple[str, ...]

    def as_text(self) -> str:
        """Return it in words."""
        lines = [findings_text.as_text(one) for one in self.findings]
        lines += [f"{self.form.number}, {self.form.title}:", *(f"  {shown_path(path)}" for path in self.files)]
        lines += [f"To fill in by hand: {'; '.join(self.asks)}."] if self.asks else []
        lines += [f"To sign and date: {'; '.join(self.to_sign)}."] if self.to_sign else []
        lines += [*self.form.notes, NOTICE]
        return "\n".join(findings_text.plain(line) if "\n" not in line else line for line in lines)

    def data(self) -> dict[str, Any]:
        """Return it for programs."""
        return {
            "form": self.form.id,
            "files": [str(path) for path in self.files],
            "by_hand": list(self.asks),
            "to_sign": list(self.to_sign),
            "findings": [findings_text.as_data(one) for one in self.findings],
        }


def fill(
    name: str, case_path: Path, sets: Mapping[str, str], target: Path | None, as_of: date, own: Path | None
) -> MadeForm:
    """Fill the form ``name`` for the case at ``case_path``, with ``sets`` in place of the case's own answers.

    Raises `Stopped` where its blank is not here or the debtor is in bankruptcy, `InvalidFile` and `KitError` for a
    case, a field or a value that cannot be used; then nothing was written.
    """
    form = find_form(name, own)
    if form.by_label:
        raise KitError(f"form {form.number} is filled from the claim, not from a suit: run `kit claim CASE`")
    loaded = pipeline.load_case(case_path, as_of=as_of)
    facts = pipeline.gather(loaded)
    kind = DocumentKind.BANKRUPTCY if form.forum == FEDERAL else DocumentKind.COURT
    stay = (*check_stay(facts.case, as_of, facts.federal, kind), *check_insolvency(facts.case, as_of, kind))
    found = store.look(form, own)
    if found.kept is None or any(one.stops for one in stay):
        raise Stopped([*stay, *(() if found.kept else found.findings)])
    blank = prepare(found.kept.data, form.number)
    wanted = _fields(blank, sets, form)
    done = [_sheet(form, blank, one, wanted, as_of, own) for one in sheets(answers(facts), form.each)]
    if not done:
        raise KitError(f"form {form.number} is for further parties, and this case has none; nothing was made")
    folder = loaded.parts.folder / OUT
    pages = [page for completed, pdf in done for page in (pdf, *completed.continuation)]
    files = _written(pages, target, folder / f"{as_of}-{form.id.rpartition('/')[2]}.pdf")
    asks = tuple(dict.fromkeys(ask for completed, _ in done for ask in completed.asks))
    notes = (*stay, *of_another_state(form, facts.case.forum_code), *found.findings)
    return MadeForm(form, files, notes, asks, done[0][0].to_sign)


def _sheet(
    form: CourtForm, blank: Blank, one: CourtAnswers, wanted: Mapping[str, str], as_of: date, own: Path | None
) -> tuple[Completed, bytes]:
    """Return one sheet as it was completed, and its PDF with the user's own values, proved."""
    done = complete(form, blank, one, day=as_of, find=lambda other: store.find(other, own), own=own)
    filled, values = done.filled, dict(done.values)
    if wanted:
        values |= wanted
        filled = fill_blank(blank, values, copies=copies(form))
        _fits(filled, wanted)
    if wrong := prove(blank, filled, values):
        raise InvalidFile(wrong)
    return done, filled.pdf


def _fits(filled: Filled, wanted: Mapping[str, str]) -> None:
    if long := [name for name in wanted if name in filled.overflow]:
        raise KitError(f"what you set does not fit into {', '.join(long)}; make it shorter, nothing was written")


def _fields(blank: Blank, sets: Mapping[str, str], form: CourtForm) -> dict[str, str]:
    """Return ``sets`` by full names; raises `KitError` for a name that no field, or more than one, has."""
    return {_full_name(blank, name, form): value for name, value in sets.items()}


def _full_name(blank: Blank, name: str, form: CourtForm) -> str:
    if name in blank.fields:
        return name
    found = [full for full in blank.fields if full.rpartition(".")[2] == name]
    if len(found) == 1:
        return found[0]
    if found:
        raise KitError(f"form {form.number} has {len(found)} fields named `{name}`; write the full name: {found[0]}")
    raise KitError(f"form {form.number} has no field `{name}`; `kit forms map FILE` lists them")


def _written(pages: Sequence[bytes], target: Path | None, usual: Path) -> tuple[Path, ...]:
    """Write each PDF under a name that nobody has; all of them or none."""
    names = _names(target or usual, len(pages), free=target is None)
    done: list[Path] = []
    try:
        names[0].parent.mkdir(parents=target is None, exist_ok=True)
        for path, data in zip(names, pages, strict=True):
            disk.write_new(path, data)
            done.append(path)
    except OSError as err:
        for path in done:
            path.unlink(missing_ok=True)
        if isinstance(err, FileExistsError):
            raise KitError(f"{shown_path(Path(err.filename))} is there already; nothing was written") from None
        raise disk.in_words(err, names[0].parent, "nothing was written") from err
    return tuple(names)


def _names(first: Path, count: int, *, free: bool) -> list[Path]:
    """Return ``count`` names: the first, then `-2`, `-3`; where ``free``, those that nobody has yet."""
    return list(islice((path for path in _numbered(first) if not free or not path.exists()), count))


def _numbered(first: Path) -> Iterator[Path]:
    yield first
    for number in range(2, MOST):
        yield first.with_name(f"{first.stem}-{number}{first.suffix}")
