"""What comes next once the debtor filed: the stop list, the court of the suit, the claim, and then nothing."""

from __future__ import annotations

from datetime import date

import pytest
from unpaid import WALKED, coming, facts, made

from kit.ladder.in_bankruptcy import turn_of
from kit.model.event import EVENT

SEVEN = {"event": "bankruptcy", "on": "2026-05-10", "petition_on": "2026-05-08", "chapter": "7"}
LISTED = {"event": "checked", "on": "2026-05-11", "step": "stop-list"}
SUED = {"event": "filed", "on": "2026-05-01", "number": "26-SC-1"}
TOLD = {"event": "sent", "on": "2026-05-12", "step": "notice-to-court", "document": "bankruptcy/notice-to-court"}
NOTICE = {"document": "bankruptcy/notice-to-court"}


def news(on: str, **said: str) -> dict:
    """Return news of the bankruptcy."""
    return {"event": "bankruptcy", "on": on, **said}


def shorts(*steps: tuple[str, tuple[dict, ...]]) -> list[str]:
    """Return what comes next in a word, on each day, with what had happened until then."""
    trader = {"name": "Pat Moss", "kind": "sole-proprietor"}
    return [coming(on, *events, debtor=trader).short for on, events in steps]


def test_a_chapter_7_from_the_petition_to_the_discharge():
    """The ladder of letters ends at once; each step follows from what is on record, and nothing else does."""
    claimed = news("2026-06-20", claim_on="2026-06-20", claim_number="14")
    gone = news("2026-09-30", discharged_on="2026-09-28")
    closed = news("2026-10-05", closed_on="2026-10-01")
    story = [*WALKED, SUED, SEVEN]
    paper = made("2026-05-11", "notice-to-court", **NOTICE)

    assert shorts(
        ("2026-05-09", tuple(story[:-1])),
        ("2026-05-10", tuple(story)),
        ("2026-05-11", (*story, LISTED)),
        ("2026-05-11", (*story, LISTED, paper)),
        ("2026-05-12", (*story, LISTED, paper, TOLD)),
        ("2026-06-20", (*story, LISTED, paper, TOLD, claimed)),
        ("2026-09-30", (*story, LISTED, paper, TOLD, claimed, gone)),
        ("2026-10-05", (*story, LISTED, paper, TOLD, claimed, gone, closed)),
    ) == [
        "serve", "stop-list", "make notice-to-court", "send notice-to-court", "claim", "claim filed", "claim filed",
        "send nothing",
    ]  # fmt: skip


def test_no_assets_no_claim_until_a_notice():
    """The notice of no assets puts the claim off; a later notice, or a day for claims, brings it back."""
    none = news("2026-05-20", no_asset_notice_on="2026-05-18")
    some = news("2026-08-20", asset_notice_on="2026-08-18", bar_date="2026-11-30")

    assert coming("2026-06-01", SEVEN, LISTED, none).short == "no assets"
    found = coming("2026-08-21", SEVEN, LISTED, none, some)
    assert (found.short, found.on) == ("claim", date(2026, 11, 30))
    assert coming("2026-12-01", SEVEN, LISTED, none, some).short == "claim is late"


def test_a_chapter_11_that_is_dismissed():
    """After the dismissal the ladder goes on where it stood, and the promises of before count again."""
    eleven = {**SEVEN, "chapter": "11"}
    claim = news("2026-06-01", bar_date="2026-07-15")
    over = news("2026-08-05", dismissed_on="2026-08-03")
    before = coming("2026-05-09", *WALKED).sentence

    assert coming("2026-06-02", *WALKED, eleven, LISTED, claim).short == "claim"
    assert coming("2026-08-04", *WALKED, eleven, LISTED, claim, over).short == "claim is late"
    after = coming("2026-08-05", *WALKED, eleven, LISTED, claim, over)
    assert after.short not in ("claim", "claim is late", "stop-list")
    assert after.ahead.task is not None
    assert before  # the same ladder offered a step before


@pytest.mark.parametrize(
    "done",
    [
        LISTED,
        TOLD,
        {"event": "sent", "on": "2026-05-12", "step": "claim-letter"},
        {"event": "sent", "on": "2026-05-12", "step": "proof-of-claim"},
        {"event": "sent", "on": "2026-05-12", "step": "guarantor-demand"},
    ],
)
def test_what_was_done_in_the_bankruptcy_is_no_unknown_step_after_it(done):
    """The kit's own stop list and papers are not told to be undone once the ladder goes on; a slip still is."""
    over = news("2026-08-05", dismissed_on="2026-08-03")
    walked = (*WALKED, SEVEN, done, over)

    assert "K426" not in codes(*walked)
    assert "K426" in codes(*walked, {"event": "checked", "on": "2026-05-11", "step": "stop-lst"})


def codes(*events: dict) -> list[str]:
    """Return the codes of what the ladder says in August."""
    return [one.code for one in coming("2026-08-05", *events).ahead.findings]


def test_queued_steps_lapse():
    """A letter made, a promise and an answer that waits for a reply offer nothing once a petition is on record."""
    queued = (
        made("2026-05-04", "sixty-day", "2026-05-20"),
        {"event": "answered", "on": "2026-05-05", "reason": "cash"},
        {"event": "promised", "on": "2026-05-06", "by": "2026-05-29", "amount": "500"},
    )

    assert coming("2026-05-11", *WALKED, *queued, SEVEN, LISTED).short == "claim"


@pytest.mark.parametrize(
    ("more", "short"),
    [
        ({"chapter": "15"}, "claim abroad"),
        ({"closed_on": "2026-05-20"}, "make own-books"),  # a company's chapter 7 is over, and the stay with it
        ({"closed_on": "2026-05-20", "debtor": "individual"}, "read the docket"),
        ({"discharged_on": "2026-05-20"}, "read the docket"),
        ({"discharged_on": "2026-05-20", "debtor": "individual"}, "claim"),
    ],
)
def test_what_is_not_plain_is_said(more, short):
    """Chapter 15 sends the claim abroad; a closing and a discharge that do not fit are read before anything else."""
    kind = more.get("debtor")
    told = {**SEVEN, "on": "2026-05-20", **{name: said for name, said in more.items() if name != "debtor"}}
    chosen = {"debtor": {"name": "Pat Moss", "kind": kind}} if kind else {}

    assert coming("2026-05-21", told, {**LISTED, "on": "2026-05-20"}, **chosen).short == short


def test_another_insolvency_walks_the_same_way():
    """Stop list, claim letter, and then the wait; the day of the notice goes with it."""
    seen = {"kind": "receivership", "on": "2026-05-08", "who": "Casey Ward", "claims_by": "2026-08-01"}
    letter = {"event": "sent", "on": "2026-05-12", "step": "claim-letter"}
    walk = [coming("2026-05-12", *WALKED, *more, insolvency=seen) for more in ((), (LISTED,), (LISTED, letter))]

    assert [one.short for one in walk] == ["stop-list", "make claim-letter", "claim sent"]
    assert "It must arrive by 2026-08-01." in walk[1].sentence
    late = coming("2026-08-02", *WALKED, LISTED, insolvency=seen)
    assert (late.short, "must arrive" in late.sentence) == ("make claim-letter", False)
    assert "The day for it, 2026-08-01, has passed: send it all the same" in late.sentence
    assert coming("2026-05-07", *WALKED, insolvency={**seen, "on": "2026-05-08"}).short != "stop-list"


def test_a_debtor_who_is_not_chased_has_a_stop_list_too():
    """`ladder: none` ends reminders; it does not end the law."""
    assert coming("2026-05-11", SEVEN, ladder=None).short == "stop-list"


def test_no_insolvency_no_turn():
    """Without a petition nothing turns."""
    assert turn_of(facts("2026-05-11", *WALKED), "acme") is None
    assert EVENT.validate_python({"n": 1, **SEVEN}).petition_on == date(2026, 5, 8)
