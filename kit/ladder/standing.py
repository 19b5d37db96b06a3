"""Where a case stands, and what comes next: a sentence, a word for a table, and the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kit.facts import Facts
from kit.findings import Finding
from kit.ladder.ahead import Act, Ahead, ahead
from kit.ladder.handed_off import away_turn, back_turn, placing_turn, sold_turn
from kit.ladder.history import overdue
from kit.ladder.in_bankruptcy import turn_of
from kit.ladder.in_court import stage_of
from kit.ladder.in_plan import plan_turn
from kit.ladder.in_settlement import settlement_turn
from kit.ladder.in_tender import tender_turn
from kit.ladder.plan_offered import plan_offer_turn
from kit.ladder.replying import Due, thanks_due
from kit.model.business_days import next_business_day
from kit.model.case import Case
from kit.model.court_exhibits import paper_of
from kit.model.document_ids import PACKET
from kit.model.event import Promised
from kit.model.ladder import DoneBy, Ladder, Step, Task
from kit.model.money import spoken
from kit.model.promises import waits_for

DECIDE = "decide on court, a lawyer, an agency, or a settlement (`kit options CASE` compares them)"


@dataclass(frozen=True, slots=True)
class Next:
    """What to do next: a sentence, the same in a word or two for a table, and the day that a wait ends on, if any."""

    sentence: str
    short: str
    on: date | None = None
    ahead: Ahead | None = None  # the step, where the ladder has one to offer
    waits: bool = False  # for a hold, a promise, a due date or a dispute, whatever the step


def next_for(
    facts: Facts,
    ladder: Ladder | None,
    shown: str = "CASE",
    claim_by: date | None = None,
    beside: tuple[str, ...] = (),
) -> Next:
    """Return what comes next on the day of ``facts``; ``shown`` is the case as its user types it.

    Without a ladder the debtor is not chased. ``claim_by`` is the last day for a claim in an insolvency, as counted,
    ``beside`` what may be done beside that claim, a sentence each.
    """
    case, as_of = facts.case, facts.as_of
    if elsewhere := _elsewhere(facts, shown, claim_by, beside):
        return elsewhere
    if not case.invoices:
        return Next("Sign the contract; send the first invoice when it is earned.", "first invoice")
    if ladder is None:
        return Next("This debtor is not chased (`ladder: none`).", "not chased")
    if not facts.ledger.totals.total:
        return _settled(facts, ladder, shown)
    found = ahead(facts, ladder)
    wait = _held(case, as_of, shown) or _small(facts, ladder, shown)
    if wait is None and found.due is None:
        wait = _promised(case, as_of) or _not_overdue(facts)
    return replace(wait, ahead=found, waits=True) if wait else _words(found, facts, shown)


def _elsewhere(facts: Facts, shown: str, claim_by: date | None, beside: tuple[str, ...]) -> Next | None:
    """Return what comes next where the ladder has no say: a court has the claim, or its owner is done with it."""
    if turn := sold_turn(facts, shown) or turn_of(facts, shown, claim_by, beside):
        return Next(turn.sentence, turn.short, turn.on, turn.ahead, waits=turn.ahead is None)
    if closed := facts.case.closed:
        why = closed.reason.value.replace("_", " ")
        sentence = f"The case was closed on {closed.on} ({why}); `kit log {shown} reopened` takes it up again."
        return Next(sentence, "closed", waits=True)
    turns = (away_turn, back_turn, tender_turn, plan_turn, settlement_turn, plan_offer_turn, placing_turn)
    if turn := next((found for one in turns if (found := one(facts, shown))), None):
        return Next(turn.sentence, turn.short, turn.on, turn.ahead, waits=turn.ahead is None)
    stage = stage_of(facts, shown)
    return Next(stage.sentence, stage.short, stage.on, waits=True) if stage else None


def _settled(facts: Facts, ladder: Ladder, shown: str) -> Next:
    thanks = thanks_due(facts, ladder)
    if thanks is None:
        return Next("Nothing is owed.", "nothing owed")
    found = Ahead(Act.MAKE, thanks.reply, due=thanks)
    return Next(f"Nothing is owed. Say thank you: `kit letter {shown}`.", "nothing owed", ahead=found)


def _held(case: Case, as_of: date, shown: str) -> Next | None:
    """Return the hold that letters wait for; it is the user's own word and comes before everything."""
    for hold in case.holds:
        if hold.invoice is None and hold.on <= as_of and (hold.review_on is None or hold.review_on > as_of):
            until = f"look at the hold again on {hold.review_on}" if hold.review_on else "when its reason is gone"
            sentence = f"Letters are held: {until}; `kit log {shown} released --entry {hold.n}` ends it."
            return Next(sentence, "hold to review" if hold.review_on else "held", hold.review_on)
    return None


def _small(facts: Facts, ladder: Ladder, shown: str) -> Next | None:
    """Return what to do about a rest that is not worth a letter."""
    rest = facts.ledger.demandable
    if not 0 < rest < ladder.smallest:
        return None
    said = f"Only {spoken(rest, facts.ledger.currency)} is open, less than the ladder asks for"
    return Next(f"{said}: give it up with `kit log {shown} waived`, or leave it for the next invoice.", "small rest")


def _promised(case: Case, as_of: date) -> Next | None:
    promised = max((one.by for one in case.promises if waits_for(case, one, as_of)), default=None)
    return Next(f"Wait: the debtor promised to pay by {promised}.", "promised", promised) if promised else None


def _not_overdue(facts: Facts) -> Next | None:
    items = facts.ledger.items
    if overdue(facts):
        return None
    if any(item.days_overdue for item in items):
        return Next("Everything overdue is disputed or held for it: settle that first.", "settle dispute")
    due = [item.due_on for item in items if item.due_on and item.principal and item.due_on >= facts.as_of]
    if not due:
        fix = "add `due_on:` to the invoice, or `net_days:` under `agreement`"
        return Next(f"Nothing is overdue: what is open has no due date; {fix}.", "no due date")
    return Next("Wait: nothing is overdue yet.", "due", min(due))


def _words(found: Ahead, facts: Facts, shown: str) -> Next:
    """Return the step in words."""
    task = found.task
    if task is None:
        sent = found.standing.last if found.standing else None
        if sent and sent.pay_by and facts.as_of <= sent.pay_by:
            sentence = f"Wait for the money until {sent.pay_by}; `{sent.step}` went out on {sent.on}."
            return Next(sentence, "pay by", sent.pay_by, found)
        if sent and sent.own:
            decide = DECIDE.replace("CASE", shown)
            sentence = f"Your own `{sent.step}` went out on {sent.on}: when its last day to pay has passed, {decide}."
            return Next(sentence, "wait, then decide", None, found)
        return _at_the_end(found, facts, shown)
    if found.act is Act.SEND and found.made:
        typed = f"`kit log {shown} sent --step {task.id}`"
        file = next(
            (one.path for one in found.made.files if one.path.endswith(".pdf") and one.path.count(".") == 1), ""
        )
        where = f" ({file})" if file else ""
        sentence = f"Read the {_lower(task.title)}{where}, sign it, send it, and record it: {typed}."
        return Next(sentence, f"send {task.id}", None, found)
    if stops := [one for one in found.findings if one.stops]:
        return waiting(found, task, stops, facts, shown)
    advice = f" {task.advice.replace('CASE', shown)}" if task.advice else ""
    return Next(
        f"{_why(found.due)}{task.title}: {_how(task.done_by, shown, task.id)}.{advice}", f"make {task.id}", None, found
    )


def _at_the_end(found: Ahead, facts: Facts, shown: str) -> Next:
    """Return what there is to do when every step is done: file the packet that is ready, or decide."""
    packet = next((made for made in reversed(facts.case.made) if made.document == PACKET), None)
    if packet is None:
        decide = DECIDE.replace("CASE", shown)
        sentence = f"The ladder is at its end: {decide}. `kit packet {shown} --check` shows what a court would ask."
        return Next(sentence, "decide", None, found)
    made = f"A packet was made on {packet.on} ({paper_of(packet)})"
    if packet.on != facts.as_of:
        made += f"; make it anew on the day you file (`kit packet {shown}`)"
    return Next(f"{made}. File it, and record it: `kit log {shown} filed`.", "file packet", None, found)


def clear(stops: Sequence[Finding], facts: Facts, task: Task | None) -> date | None:
    """Return the first day on which none of ``stops`` is in the way; None where one of them has no such day.

    What goes by mail goes on a business day.
    """
    days = [one.clears_on for one in stops]
    known = [day for day in days if day]
    if len(known) < len(days):
        return None
    first = max([facts.as_of, *known])
    state = facts.case.debtor.state
    return next_business_day(first, state) if task and task.done_by is DoneBy.MAILED else first


def waiting(found: Ahead, task: Task, stops: Sequence[Finding], facts: Facts, shown: str) -> Next:
    """Return the words for a step that ``stops`` keep waiting: until a day, or for a reason that has none."""
    on = clear(stops, facts, task)
    if on is None:
        open_ = next(one.message for one in stops if one.clears_on is None)
        past = f"; `kit log {shown} placed --after {task.id}` passes over it" if isinstance(task, Step) else ""
        return Next(f"{task.title} waits: {open_}{past}.", task.id, None, found)
    return Next(f"Wait until {on}; then {_lower(task.title)}: `kit letter {shown}`.", task.id, on, found)


def _why(due: Due | None) -> str:
    if due is None or isinstance(due.to, Promised):
        return ""
    return f"{due.why[:1].upper()}{due.why[1:]}. "


def _how(done_by: DoneBy, shown: str, step: str) -> str:
    make = f"`kit letter {shown}`"
    if done_by is DoneBy.CHECKED:
        return f"{make} makes the list; `kit log {shown} checked --step {step}` says that it is done"
    if done_by is DoneBy.CALLED:
        return f"{make} makes the script; `kit log {shown} called` records the call"
    return make


def _lower(title: str) -> str:
    """Return ``title`` for the middle of a sentence, after an article of its own."""
    return (title[:1].lower() + title[1:]).removeprefix("the ")
