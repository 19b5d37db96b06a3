"""Blanks that come in, by download or by hand, and what became of each."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from kit.cli import findings_text
from kit.documents.forms import binding, store
from kit.documents.forms import download as downloading
from kit.documents.forms.blank import prepare
from kit.documents.forms.revision import Compared
from kit.findings import Finding, InvalidFile, KitError, Stopped
from kit.load.form_files import all_forms, find_form, forms_of
from kit.load.text_file import read_bytes, shown_path
from kit.model.form import CourtForm


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one blank."""

    what: str  # the form's id, or the file
    words: str
    findings: tuple[Finding, ...] = ()
    path: Path | None = None
    sha256: str = ""
    revision: str = ""  # mapped, another, unusable; empty where nothing was kept
    trouble: str = ""  # why nothing was kept, where no finding says so

    @property
    def stopped(self) -> bool:
        """Whether there is no usable blank now."""
        return self.path is None or any(one.stops for one in self.findings)


def download(names: Sequence[str], forums: Sequence[str], own: Path | None) -> list[Result]:
    """Download the blanks of the forms named, and of all forms of ``forums``; raises `KitError` for an unknown one."""
    wanted = [find_form(name, own) for name in names]
    for forum in forums:
        found = forms_of(forum, own)
        if not found:
            raise KitError(f"no form of `{forum}` is mapped yet; `kit forms list --forum {forum}` says what there is")
        wanted += found
    return [_downloaded(form) for form in {form.id: form for form in wanted}.values()]


def _downloaded(form: CourtForm) -> Result:
    try:
        got = downloading.get(form)
    except (Stopped, InvalidFile) as err:
        return Result(form.id, f"{form.id}: no blank was fetched from {form.url}", err.findings)
    except KitError as err:
        return Result(form.id, f"{form.id}: no blank was fetched from {form.url}", trouble=str(err))
    via = f", sent on to {', '.join(got.hosts[1:])}" if len(got.hosts) > 1 else ""
    again = ", taken up where it had broken off" if got.resumed else ""
    return _kept(form, got.kept, got.compared, f"from {got.hosts[0]}{via}{again}")


def _kept(form: CourtForm, kept: store.Kept, compared: Compared, source: str) -> Result:
    revision = "mapped" if compared.mapped else "another" if compared.usable else "unusable"
    said = {"mapped": "the revision that was mapped", "another": "another revision, usable"}.get(
        revision, "another revision, which the kit cannot fill yet"
    )
    if form.by_label:
        said = f"kept; now run `kit forms map {shown_path(kept.path)} --form {form.id}`"
    words = f"{form.id}: {said}, {len(kept.data):,} bytes {source}\n  {shown_path(kept.path)}"
    return Result(form.id, words, compared.findings, kept.path, kept.sha256, revision)


def add(files: Sequence[Path], name: str | None, own: Path | None) -> list[Result]:
    """Keep the blanks ``files``; each is the form ``name``, else the one its hash or its fields tell."""
    form = find_form(name, own) if name else None
    return [_added(path, form, own) for path in files]


def _added(path: Path, form: CourtForm | None, own: Path | None) -> Result:
    shown = shown_path(path)
    try:
        data = read_bytes(path, shown, store.LARGEST)
        form = form or _recognised(data, own)
        kept, compared = store.add(form, data)
    except (InvalidFile, Stopped) as err:
        return Result(shown, f"{shown}: not kept", err.findings)
    except KitError as err:
        return Result(shown, f"{shown}: not kept", trouble=str(err))
    return _kept(form, kept, compared, f"from {shown}")


def _recognised(data: bytes, own: Path | None) -> CourtForm:
    """Return the form whose hash this is, else the one form all of whose mapped fields are on it."""
    known, digest = all_forms(own), store.sha256(data)
    same = [form for form in known if form.sha256 == digest]
    if not same:
        names = set(prepare(data).fields)
        same = sorted(
            (form for form in known if form.names and set(form.names) <= names), key=lambda form: -len(form.names)
        )
    same = same or [form for form in known if form.by_label and _has_items(form, data)]
    if not same:
        raise KitError(
            "this is no form the kit knows; name it with --form FORM, or map it with `kit forms map FILE --into FOLDER`"
        )
    return same[0]


def _has_items(form: CourtForm, data: bytes) -> bool:
    try:
        binding.looked_at(form, prepare(data))
    except KitError:
        return False
    return True


def show(results: Sequence[Result], shape: str) -> None:
    """Print what became of each blank."""
    if shape == "json":
        click.echo(json.dumps([_data(one) for one in results], indent=2, ensure_ascii=False))
        return
    for line, err in (line for one in results for line in _lines(one)):
        click.echo(line, err=err)


def _lines(one: Result) -> Iterator[tuple[str, bool]]:
    yield findings_text.plain(one.words.split("\n")[0]), one.path is None
    for line in one.words.split("\n")[1:]:
        yield findings_text.plain(line), False
    if one.trouble:
        yield findings_text.plain(f"  {one.trouble}"), True
    for finding in one.findings:
        yield findings_text.as_text(finding), finding.stops


def _data(one: Result) -> dict[str, Any]:
    return {
        "form": one.what,
        "kept": str(one.path) if one.path else None,
        "sha256": one.sha256 or None,
        "revision": one.revision or None,
        "error": one.trouble or None,
        "findings": [findings_text.as_data(finding) for finding in one.findings],
    }
