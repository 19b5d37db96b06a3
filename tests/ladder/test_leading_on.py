"""A coded answer leads on to the paper that may end the matter: a plan, a credit, a settlement, a hand-off."""

import pytest

from kit.cli import COMMANDS
from kit.ladder.standing import DECIDE
from kit.load.ladder_file import load_ladder
from kit.model.event import Answer

LADDER = load_ladder("standard")
LEADS = [
    (Answer.CASH, ["plan"]),
    (Answer.FORGOT, ["plan"]),
    (Answer.DISPUTES_WORK, ["settle"]),
    (Answer.DISPUTES_AMOUNT, ["settle"]),
    (Answer.REFUSES, ["options", "handoff"]),
    (Answer.THREATENS, ["options", "handoff"]),
    (Answer.LEFT, ["options"]),
]


@pytest.mark.parametrize(("answer", "commands"), LEADS)
def test_an_answer_names_the_command_that_leads_on(answer, commands):
    """Its advice names the command, and the command exists."""
    advice = LADDER.reply_to(answer).advice
    for one in commands:
        assert f"`kit {one} CASE" in advice
        assert one in COMMANDS


def test_a_dispute_may_end_in_a_credit():
    """Where the debtor is right the way is an adjustment, and it is named first."""
    advice = LADDER.reply_to(Answer.DISPUTES_WORK).advice
    assert advice.index("adjusted") < advice.index("kit settle")


def test_an_insolvent_debtor_is_offered_nothing():
    """Money from somebody insolvent may have to be given back: the advice stays with the court's record."""
    advice = LADDER.reply_to(Answer.INSOLVENT).advice
    assert not any(word in advice for word in ("kit plan", "kit settle", "kit handoff"))


def test_the_end_of_the_ladder_names_the_comparison():
    """What to decide on is compared by a command."""
    assert "kit options CASE" in DECIDE
