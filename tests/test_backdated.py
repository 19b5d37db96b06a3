"""A paper dated back: what is on record by now forbids it, and whoever only reads may look back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

import kit
from kit import escalation, pipeline, planning, settling, step_papers
from kit.journal import append, read
from kit.ledger.plan_schedule import Wish as Instalments
from kit.model.event import EVENT
from kit.model.paper_event import Made
from kit.model.settlement import Stance

DAY = date(2026, 6, 1)  # of the paper
PETITION = {"event": "bankruptcy", "on": "2026-06-10", "petition_on": "2026-06-08", "chapter": "7"}
NEWS_ONLY = {**PETITION, "petition_on": "2026-05-20"}  # filed before the paper's day, heard of after it
RECEIVER = {"event": "insolvency", "on": "2026-06-10", "kind": "receivership"}
ASKING = ["statements/statement", "statements/invoice", "letters/final-demand", "letters/receipt"]


def log(case, **event):
    """Append an event to the journal."""
    append(case, lambda journal: EVENT.validate_python({"n": journal.next_number, **event}))


def made(case):
    """Return the papers on record."""
    return [event for event in read(case).events if isinstance(event, Made)]


def request(document):
    """Return what asks for a paper of that name."""
    more = {"invoice": "INV-104"} if document.endswith("invoice") else {}
    return kit.Request(document, **(more | ({"payment": "P-1"} if document.endswith("receipt") else {})))


def plan(case):
    """Offer a plan, as `kit plan` does."""
    planning.make_plan(case, planning.Offer(Instalments(date(2026, 6, 15), count=3)), as_of=DAY)


def settle(case):
    """Offer a settlement, as `kit settle` does."""
    wish = settling.Wish(date(2026, 7, 1), Stance.DISPUTED, percent=Decimal(60))
    settling.make_settlement(case, wish, as_of=DAY)


def letter(case):
    """Make the papers of the ladder's next step, as `kit letter` does."""
    step_papers.make_step(case, as_of=DAY)


@pytest.mark.parametrize("document", ASKING)
@pytest.mark.parametrize(
    ("news", "code", "why"),
    [
        pytest.param(PETITION, "K700", "a paper dated 2026-06-01 may not go out now", id="petition-after-the-day"),
        pytest.param(NEWS_ONLY, "K700", "filed for bankruptcy on 2026-05-20", id="petition-heard-of-after-it"),
        pytest.param(RECEIVER, "K718", "in the hands of a receiver", id="receivership"),
    ],
)
def test_no_paper_is_dated_back_before_an_entry_of_the_journal(case, document, news, code, why):
    """A petition in the journal refuses papers of any date, as one in the case does; no override helps."""
    log(case, **news)

    with pytest.raises(kit.Stopped, match=why) as stopped:
        pipeline.make(case, request(document), as_of=DAY)

    assert [one.code for one in stopped.value.findings if one.stops].count(code) == 1
    with pytest.raises(kit.KitError, match=f"{code} cannot be overridden"):
        pipeline.make(case, request(document), as_of=DAY, overrides={code: "it was due then"})
    assert made(case) == []


@pytest.mark.parametrize("make", [plan, settle, letter])
def test_no_offer_and_no_step_is_dated_back(case, make):
    """Plans, settlements and the ladder's letters ask for the old debt too, whatever day they bear."""
    log(case, event="checked", on="2026-05-29", step="own-books")
    log(case, **PETITION)

    with pytest.raises(kit.Stopped) as stopped:
        make(case)

    assert "11 U.S.C. § 362" in next(one.law for one in stopped.value.findings if one.code == "K700" and one.stops)
    assert made(case) == []


def test_what_was_sold_or_closed_since_is_not_asked_for_either(case):
    """The day on a letter does not bring a claim back that somebody else bought, nor open a closed case."""
    log(case, event="closed", on="2026-06-12", reason="written_off")

    with pytest.raises(kit.Stopped, match="the case was closed on 2026-06-12"):
        pipeline.make(case, request("letters/final-demand"), as_of=DAY)

    log(case, event="reopened", on="2026-06-13", text="paid again")
    terms = {"to": "factor", "who": "Bright Factors", "title": "sale", "invoices": ["INV-104"]}
    log(case, event="handed_off", on="2026-06-14", terms=terms)
    with pytest.raises(kit.Stopped, match="INV-104 was sold to Bright Factors on 2026-06-14"):
        pipeline.make(case, request("letters/final-demand"), as_of=DAY)


def test_what_ended_or_was_undone_stops_nothing(case):
    """A mistake was never true; and what came later without forbidding anything leaves a paper of that day free."""
    log(case, **PETITION)
    log(case, event="undone", on="2026-06-11", entry=1)
    log(case, event="note", on="2026-06-12", text="a call")

    assert pipeline.make(case, request("letters/final-demand"), as_of=DAY).outcome.new


def test_who_reads_may_look_back(case):
    """The account, the checks and what came next on an earlier day are as they were known on it."""
    log(case, event="checked", on="2026-05-29", step="own-books")
    before = pipeline.check(case, as_of=DAY), escalation.look_ahead(case, as_of=DAY)
    log(case, **PETITION)
    found, coming = pipeline.check(case, as_of=DAY), escalation.look_ahead(case, as_of=DAY)

    assert found.findings == before[0].findings
    assert found.ledger.totals == before[0].ledger.totals
    assert (coming.next.sentence, coming.findings) == (before[1].next.sentence, before[1].findings)
    assert coming.ready
    assert escalation.explain(case, "friendly-reminder", as_of=DAY).blockers == ()
