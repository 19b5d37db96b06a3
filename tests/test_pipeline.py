"""The path of every paper."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

import kit
from kit import pipeline
from kit.journal import append
from kit.model.event import EVENT

DAY = date(2026, 6, 1)
DEMAND = kit.Request("letters/final-demand", step="final-demand")


def log(case, **event):
    """Append an event to the journal."""
    append(case, lambda journal: EVENT.validate_python({"n": journal.next_number, **event}))


def change(case, old, new):
    """Change the case file as a user would."""
    file = case / "case.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_the_ledger_of_the_case(case):
    """What is owed follows from the case alone, to the cent.

    1234.40 * .12 * 37 / 365 = 15.02 until March 10; 200.00 pays it and 184.98 of the principal;
    1049.42 * .12 * 83 / 365 = 28.64 until June 1.
    """
    account = kit.build_ledger(kit.load_case(case, as_of=DAY))

    assert account.totals.principal == Decimal("1049.42")
    assert account.totals.interest == Decimal("28.64")
    assert account.totals.total == Decimal("1078.06")


def test_a_made_paper_is_in_the_case(case):
    """A paper is a docx, a PDF and a record, and the journal knows it."""
    made = pipeline.make(case, DEMAND, as_of=DAY)

    names = sorted(path.name for path in (case / "out").iterdir())
    assert names == [
        "2026-06-01-final-demand.docx",
        "2026-06-01-final-demand.pdf",
        "2026-06-01-final-demand.record.yaml",
    ]
    assert made.outcome.new
    assert made.outcome.made.pay_by == date(2026, 6, 15)
    assert pipeline.load_case(case, as_of=DAY).case.made == (made.outcome.made,)


def test_the_same_inputs_make_nothing_new(case):
    """Running a command twice writes once, and says so."""
    first = pipeline.make(case, DEMAND, as_of=DAY)
    before = {path: path.read_bytes() for path in case.rglob("*") if path.is_file()}

    second = pipeline.make(case, DEMAND, as_of=DAY)

    assert not second.outcome.new
    assert second.outcome.made == first.outcome.made
    assert {path: path.read_bytes() for path in case.rglob("*") if path.is_file()} == before


def test_changed_facts_supersede(case):
    """With other facts a second version is made; the first stays, marked as not to be sent."""
    first = pipeline.make(case, DEMAND, as_of=DAY)
    log(case, event="paid", on=date(2026, 5, 30), id="P-2", amount="100.00")

    second = pipeline.make(case, DEMAND, as_of=DAY)

    assert second.outcome.superseded == first.outcome.made
    assert [file.name for file in second.files] == ["2026-06-01-final-demand-2.docx", "2026-06-01-final-demand-2.pdf"]
    assert all(file.exists() for file in first.files)


def test_same_case_same_bytes(case):
    """The same files give the same bytes, however often they are made."""
    loaded = kit.load_case(case, as_of=DAY)
    template = kit.template_for(loaded, DEMAND.document)

    one = kit.draft(kit.gather(loaded), DEMAND, template)
    two = kit.draft(kit.gather(kit.load_case(case, as_of=DAY)), DEMAND, template)

    assert one.docx == two.docx
    assert one.pdf == two.pdf


@pytest.mark.parametrize("document", ["letters/final-demand", "statements/statement", "statements/invoice"])
def test_a_petition_refuses_every_paper_that_collects(case, document):
    """From the petition day on nothing that asks for money is made, and no override helps."""
    change(case, "forum: us-xf", "forum: us-xf\nbankruptcy: {petition_on: 2026-05-20, chapter: 7}")

    with pytest.raises(kit.Stopped) as stopped:
        pipeline.make(case, kit.Request(document), as_of=DAY)

    assert "K700" in {finding.code for finding in stopped.value.findings if finding.stops}
    assert not (case / "out").exists()
    with pytest.raises(kit.KitError, match="cannot be overridden"):
        pipeline.make(case, kit.Request(document), as_of=DAY, overrides={"K700": "they said it is fine"})


def test_no_paper_is_dated_back_before_the_petition(case):
    """Whoever makes a letter today knows of the petition in the file, whatever day the letter bears."""
    change(case, "forum: us-xf", "forum: us-xf\nbankruptcy: {petition_on: 2026-06-02, chapter: 7}")

    with pytest.raises(kit.Stopped, match="a paper dated 2026-06-01 may not go out now"):
        pipeline.make(case, DEMAND, as_of=DAY)


def test_every_reason_at_once(case):
    """What stands in the way is named together, not one after the other."""
    log(case, event="promised", on=date(2026, 5, 28), by=date(2026, 6, 10))
    log(case, event="held", on=date(2026, 5, 29), text="the owner is abroad")

    with pytest.raises(kit.Stopped) as stopped:
        pipeline.make(case, DEMAND, as_of=DAY)

    assert {finding.code for finding in stopped.value.findings if finding.stops} == {"K402", "K403"}


def test_an_override_is_recorded(case):
    """A stop that is the user's to judge gives way to a reason, which the record and the journal keep."""
    log(case, event="promised", on=date(2026, 5, 28), by=date(2026, 6, 10))

    made = pipeline.make(case, DEMAND, as_of=DAY, overrides={"K403": "he took it back by phone"})

    assert [(one.code, one.because) for one in made.outcome.made.overrides] == [("K403", "he took it back by phone")]
    assert "he took it back by phone" in (case / made.outcome.made.record).read_text("utf-8")


def test_a_later_day_knows_more(case):
    """A case as of an earlier day shows what was known then."""
    log(case, event="paid", on=date(2026, 6, 20), id="P-2", amount="1100.00")

    assert kit.look(case, as_of=DAY).ledger.totals.total == Decimal("1078.06")
    assert kit.look(case, as_of=date(2026, 6, 20)).ledger.totals.total < 1


def test_the_api_is_what_it_says():
    """Every public name can be had from `kit`, and nothing heavy is loaded before it is used."""
    for name in kit.__all__:
        assert getattr(kit, name)
    with pytest.raises(AttributeError, match="no attribute"):
        kit.nothing_of_the_kind  # noqa: B018
