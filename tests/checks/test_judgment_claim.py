"""A judgment of before the petition as a claim: its sums, its class, what came in on it."""

from __future__ import annotations

from dataclasses import replace

from claim_cases import claim_in, facts_in

from kit.checks.claim_class import Rank, claim_classes
from kit.checks.claim_doubts import check_claim
from kit.model.court_event import Filed, Judgment


def judged_facts(winner: str = "creditor", **facts):
    """Return the facts and the claim of a case that was judged in April."""
    known = facts_in(as_of="2026-07-01", **facts)
    filed = Filed.model_validate({"event": "filed", "n": 1, "on": "2026-03-01"})
    sums = {"principal": "1000", "costs": "75"} if winner == "creditor" else {}
    judgment = Judgment.model_validate({"event": "judgment", "n": 2, "on": "2026-04-10", "winner": winner, **sums})
    case = known.case.model_copy(update={"filings": (filed,), "judgments": (judgment,)})
    known = replace(known, case=case)
    return known, claim_in(known)


def test_it_is_general_unsecured():
    """A judgment without a lien has no rank, and its own interest runs through the petition day."""
    known, claim = judged_facts()
    found = claim_classes(known, claim)

    # 10% in Franklin on 1000 from Apr 11 through Jun 5: 56 days = 15.34
    assert (claim.principal, claim.costs, str(claim.interest)) == (1000, 75, "15.34")
    assert found.amount(Rank.GENERAL) == claim.total
    assert found.goods.amount == 0


def test_a_lost_suit_leaves_no_claim():
    """Where the court decided for the debtor there is nothing to file."""
    known, claim = judged_facts("debtor")
    (found,) = check_claim(known.case, claim_classes(known, claim))

    assert found.code == "K730"
    assert found.stops
