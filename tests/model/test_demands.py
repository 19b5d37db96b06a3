"""Which entries of the journal are a final demand that went out."""

from __future__ import annotations

from datetime import date

import pytest

from kit.model.case import Case
from kit.model.demands import demands_sent
from kit.model.paper_event import Made, Sent

ON = date(2026, 4, 1)
OWN, STATEMENT = "letters/our-last-word", "statements/statement"


@pytest.mark.parametrize(
    ("made", "sent", "counts"),
    [
        pytest.param("letters/final-demand", {"made": 1}, True, id="the-kit's-own"),
        pytest.param(OWN, {"made": 1, "step": "final-demand"}, True, id="the-letter-of-one's-own-ladder"),
        pytest.param(OWN, {"made": 1, "step": "thirty-day"}, False, id="another-step"),
        pytest.param(STATEMENT, {"made": 1, "step": "final-demand"}, False, id="a-statement-sent-at-that-step"),
        pytest.param(None, {"step": "final-demand"}, True, id="written-by-hand"),
        pytest.param(None, {"document": "letters/final-demand"}, True, id="by-its-document"),
        pytest.param(None, {"document": "letters/receipt"}, False, id="a-receipt"),
    ],
)
def test_what_is_a_demand(made, sent, counts):
    """A court asks for the demand itself: the check, the court's papers and the law's interest find the same one."""
    papers = (Made.model_construct(n=1, on=ON, document=made),) if made else ()
    fields = {"made": None, "step": None, "document": made} | sent
    case = Case.model_construct(made=papers, sent=(Sent.model_construct(n=2, on=ON, **fields),))

    assert bool(demands_sent(case)) is counts
