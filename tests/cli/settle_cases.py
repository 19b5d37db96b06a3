"""A case for the tests of settlements, and a runner of the kit's commands on it."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from kit.cli import main

LAWS = Path(__file__).parents[1] / "fixtures" / "jurisdictions"
CASE = """\
format: 1
creditor:
  name: Alder & Finch LLC
  kind: llc
  address: {street: 1 Main St, city: Overton, county: Lee, state: XF, zip: 02135}
  signer: {name: Ann Alder, title: Owner}
  pay_to: [{method: Check, details: "to Alder & Finch LLC"}]
debtor:
  name: Late Paper Supply Inc.
  kind: corporation
  address: {street: 90 Quay St, city: Overton, county: Lee, state: XF, zip: 02135}
agreement: {kind: written, signed_on: 2025-05-01, net_days: 30, governing_law: us-xf}
forum: us-xf
invoices:
  - {id: INV-1, issued_on: 2026-01-02, lines: [{text: laid paper, unit_price: 4800.00}]}
  - {id: INV-2, issued_on: 2026-02-02, lines: [{text: laid paper, unit_price: 1200.00}]}
"""
PERSON = ("Late Paper Supply Inc.\n  kind: corporation", "Jo Reed\n  kind: individual")
TODAY = "2026-06-10"
USUAL = "--pay 3,500 --by 2026-07-15 --stance admitted"


def written(folder: Path, *changes: tuple[str, str], more: str = "") -> Path:
    """Write the case, with each of ``changes`` made to its text and ``more`` added, into a workspace; return it."""
    text = CASE
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    (folder / "acme").mkdir(exist_ok=True)
    (folder / "acme" / "case.yaml").write_text(text + more, encoding="utf-8")
    (folder / "kit.yaml").write_text(f"jurisdictions: '{LAWS.as_posix()}'\n", encoding="utf-8")
    return folder / "acme"


def run(words: str | list[str], on: str = TODAY, code: int | None = 0) -> str:
    """Return what a command says on a day; ``code`` is how it must end, None where that does not matter."""
    typed = words.split() if isinstance(words, str) else words
    result = CliRunner().invoke(main, [*typed, *([] if "show" in typed else ["--as-of", on])])
    assert code is None or result.exit_code == code, result.output
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result.output
