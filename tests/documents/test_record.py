"""The record beside a paper says how it was made, the same way every time."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kit.documents.record import LawUsed, Record, Source, Sums, as_text, journal_source
from kit.findings import Place, note, stop
from kit.load.yaml_text import parse
from kit.model.event import Note, Paid
from kit.model.fields import Frozen
from kit.model.paper_event import Made, OutputFile

DAY = date(2024, 4, 1)


class Demand(Frozen):
    """A group of values such as the law data holds."""

    days: int = 10
    written: bool = True
    methods: tuple[str, ...] = ("mail", "hand")
    at_most_days: int | None = None


DEMAND = Demand()
FILES = (OutputFile(path="out/2024-04-01-final-demand.pdf", sha256="ab" * 32),)
RECORD = Record(
    document="letters/final-demand",
    step="final-demand",
    as_of=DAY,
    pay_by=date(2024, 4, 11),
    version="2026.11.0",
    sources=(Source("case.yaml", "11"), Source("journal.yaml", "22"), Source("jurisdictions/us-xf.yaml", "33")),
    sums=Sums("USD", Decimal("1234.50"), Decimal("10.07"), Decimal(25), Decimal(0), Decimal("1269.57"), Decimal("0.3")),
    law=(LawUsed("us-xf", "demand", DEMAND, "Franklin Code § 1-2", date(2026, 10, 1), "high"),),
    findings=(
        note("K110", "the address has no county", Place("case.yaml", 5, 3)),
        stop("K404", "the step before was not sent", overridable=True).override('it went by hand: "ok"\nyes'),
    ),
    choices=(("language", "en"),),
)
MADE = Made(n=3, on=DAY, event="made", document="letters/final-demand", files=FILES, inputs="old", record="out/old")


def test_the_record_says_everything():
    """What, from what, as of when, under which law, what was noted and what was overridden, in words a person reads."""
    said = parse(as_text(RECORD, FILES, 4, MADE), "record").data

    assert said["made_from"] == [
        {"name": "case.yaml", "sha256": "11"},
        {"name": "journal.yaml", "sha256": "22"},
        {"name": "jurisdictions/us-xf.yaml", "sha256": "33"},
    ]
    assert [said[name] for name in ("as_of", "pay_by", "kit")] == ["2024-04-01", "2024-04-11", "2026.11.0"]
    assert said["journal_entry"] == "4"
    assert said["totals"]["total"] == "1269.57"
    assert said["totals"]["per_diem"] == "0.3"
    assert said["law"][0]["citation"] == "Franklin Code § 1-2"
    assert said["law"][0]["read_on"] == "2026-10-01"
    assert said["law"][0]["value"] == {"days": "10", "written": "true", "methods": ["mail", "hand"]}
    assert [one["code"] for one in said["findings"]] == ["K110", "K404"]
    assert said["findings"][0]["place"] == "case.yaml:5:3"
    assert said["findings"][1]["overridden_because"] == 'it went by hand: "ok"\nyes'
    assert said["supersedes"] == {"journal_entry": "3", "not_to_be_sent": ["out/2024-04-01-final-demand.pdf"]}
    assert said["files"] == [{"path": FILES[0].path, "sha256": FILES[0].sha256}]
    assert "legal advice" in said["notice"]


def test_the_record_is_the_same_every_time():
    """Made again from the same facts, the record has the same bytes."""
    assert as_text(RECORD, FILES, 4, MADE) == as_text(replace(RECORD), FILES, 4, MADE)


@pytest.mark.parametrize(
    "change",
    [
        {"as_of": date(2024, 4, 2)},
        {"version": "2026.12.0"},
        {"sources": (Source("case.yaml", "12"), *RECORD.sources[1:])},
        {"pay_by": None},
        {"findings": RECORD.findings[:1]},
        {"choices": ()},
        {"about": "INV-1"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_whatever_decides_the_paper_changes_its_fingerprint(change):
    """A paper counts as the same only if nothing that decides its words has changed."""
    assert replace(RECORD, **change).fingerprint != RECORD.fingerprint


def test_the_order_of_sources_decides_nothing():
    """The fingerprint does not depend on the order in which files were read."""
    assert replace(RECORD, sources=RECORD.sources[::-1]).fingerprint == RECORD.fingerprint


def test_notes_and_papers_made_do_not_change_the_inputs():
    """Making a paper, or jotting something down, does not make the paper look outdated; a payment does."""
    paid = Paid(n=2, on=DAY, event="paid", id="P-1", amount="10")
    jotted = Note(n=4, on=DAY, event="note", text="x")

    assert journal_source([paid, MADE, jotted]) == journal_source([paid])
    assert journal_source([paid]) != journal_source([])


@pytest.mark.parametrize(
    ("document", "about", "stem"),
    [
        ("letters/final-demand", None, "2024-04-01-final-demand"),
        ("statements/invoice", "INV-104", "2024-04-01-invoice-INV-104"),
        ("statements/invoice", "a/b\\c:d*e?", "2024-04-01-invoice-a-b-c-d-e"),
        ("statements/invoice", "é" * 400, "2024-04-01-invoice"),
        ("statements/invoice", "x" * 400, "2024-04-01-invoice-" + "x" * 72),
    ],
)
def test_names_are_files_on_every_system(document, about, stem):
    """A paper's name holds nothing that Windows or a shell stumbles over."""
    assert replace(RECORD, document=document, about=about).stem == stem
