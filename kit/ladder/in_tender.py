"""What comes next when a check marked as payment in full came: nothing is cashed before somebody has decided."""

from __future__ import annotations

from kit.facts import Facts
from kit.ladder.ahead import Act, Ahead
from kit.ladder.in_bankruptcy import Turn
from kit.model.case import Case
from kit.model.deal_event import Tendered
from kit.model.document_ids import CHECK_RETURNED, CHECK_UNDER_PROTEST, MARKED_CHECK, short_id
from kit.model.event import Checked
from kit.model.ladder import DoneBy, Reply, Task
from kit.model.money import spoken
from kit.model.tender import decide_by, waiting_check

SHEET = Reply(
    id=short_id(MARKED_CHECK),
    title="What to do with a check marked as payment in full",
    documents=(MARKED_CHECK,),
    done_by=DoneBy.CHECKED,
)
RETURNED = Reply(
    id=short_id(CHECK_RETURNED),
    title="Letter that sends the check back",
    documents=(CHECK_RETURNED,),
    done_by=DoneBy.MAILED,
    advice="Copy both sides of the check first; send it by certified mail.",
)
PROTESTED = Reply(
    id=short_id(CHECK_UNDER_PROTEST),
    title="Letter that a check was taken under protest",
    documents=(CHECK_UNDER_PROTEST,),
    done_by=DoneBy.MAILED,
    advice="Write the protest above the endorsement before the check goes to the bank.",
)
TASKS: tuple[Task, ...] = (SHEET, RETURNED, PROTESTED)


def tender_turn(facts: Facts, shown: str) -> Turn | None:
    """Return what to do about a marked check that waits; None where none does."""
    one = waiting_check(facts.case)
    if one is None:
        return None
    said = f"A check of {spoken(one.amount, facts.case.currency)}, marked as payment in full, came on {one.on}"
    if not _looked(facts.case, one):
        sentence = (
            f"{said}: do not cash it yet. `kit letter {shown}` makes the page on what cashing it does; when you have "
            f"read it: `kit log {shown} checked --step {SHEET.id}`."
        )
        return Turn(sentence, SHEET.id, None, Ahead(Act.MAKE, SHEET))
    by = decide_by(facts.case, one)
    sentence = (
        f"{said}: decide by {by}. Send it back with `kit letter {shown} --step {RETURNED.id}`; or cash it and record "
        f"`kit log {shown} paid`, if its page says that you may."
    )
    return Turn(sentence, "decide on check", by)


def _looked(case: Case, one: Tendered) -> bool:
    return any(isinstance(event, Checked) and event.step == SHEET.id and event.n > one.n for event in case.events)
