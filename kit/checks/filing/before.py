"""What must come before filing: the demand and its waiting time, the agreement's own steps, the decision."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kit.checks.counting import counted
from kit.checks.court import arbitration_instead, mediation_first
from kit.checks.filing.result import Tested
from kit.checks.filing.suit import Ruled, Suit, clear, settled, told
from kit.checks.in_plan import plan_in_force
from kit.findings import Finding, Place, note, stop
from kit.model.court_exhibits import ASKING_NOTHING
from kit.model.demands import demands_sent
from kit.model.document_ids import LETTERS, short_id
from kit.model.event import Called
from kit.model.law_courts import Demand, DemandMethod
from kit.model.law_days import DayCounting
from kit.model.law_names import RuleName
from kit.model.law_words import Say
from kit.model.paper_event import Made, Sent
from kit.model.party import Channel

DAY = timedelta(days=1)
WAYS = {
    Channel.MAIL: (DemandMethod.MAIL,),
    Channel.EMAIL: (DemandMethod.EMAIL,),
    Channel.HAND: (DemandMethod.PERSONAL,),
}
CERTIFIED = (DemandMethod.CERTIFIED_MAIL, DemandMethod.REGISTERED_MAIL)
SEND = "`kit letter CASE --step final-demand`, send it, then `kit log CASE sent --step final-demand`."


def paper(suit: Suit, sent: Sent) -> Made | None:
    """Return the paper that a `sent` entry speaks of, where the kit made it."""
    return next((one for one in suit.case.made if one.n == sent.made), None)


def demands(suit: Suit) -> tuple[Sent, ...]:
    """Return each final demand sent up to today, oldest first."""
    return tuple(one for one in demands_sent(suit.case) if one.on <= suit.as_of)


def _asked(suit: Suit) -> Sent | Called | None:
    """Return the last letter sent or talk had, where the law wants payment asked for in any manner."""
    found: list[Sent | Called] = [one for one in suit.case.sent if one.on <= suit.as_of and _letter(suit, one)]
    found += [one for one in suit.case.called if one.on <= suit.as_of and one.spoke]
    return max(found, key=lambda one: one.on, default=None)


def _letter(suit: Suit, sent: Sent) -> bool:
    """Whether a letter went out that asks for payment; a bill, a statement, a receipt does not."""
    papers = {made.n: made.document for made in suit.case.made}
    if not sent.papers and sent.step:
        return True
    gone = [papers.get(number) for number in sent.papers] or [sent.document]
    return any(one and one.startswith(LETTERS) and short_id(one) not in ASKING_NOTHING for one in gone)


def demand(suit: Suit) -> Iterator[Tested]:
    """Ask whether payment was demanded as the court's law wants it, and whether its days are over."""
    ruled, found = suit.ask(RuleName.DEMAND_BEFORE_SUIT, Demand), demands(suit)
    law, fact = ruled.value, suit.case.place("invoices")
    last = found[-1] if found else None
    yield from (told(one, ruled.answer) for one in _own_day(suit, last))
    if law is None and not ruled.known:
        yield suit.unknown(RuleName.DEMAND_BEFORE_SUIT, fact=fact)
    elif law is None or law.required is Say.NO:
        said = f"; one was sent on {last.on}" if last else "; none is on record, and the judge may ask why"
        yield clear(f"no demand is required before filing{said}", _origin(suit, last), ruled.answer)
    elif not settled(law.required):
        yield suit.unknown(RuleName.DEMAND_BEFORE_SUIT, "whether a demand must come first is not settled", fact)
    else:
        yield from _required(suit, law, ruled)


def _required(suit: Suit, law: Demand, ruled: Ruled[Demand]) -> Iterator[Tested]:
    tries = [(one, tuple(_faults(suit, one, law, ruled.cite))) for one in demands(suit)]
    done: Sent | Called | None = next((one for one, faults in reversed(tries) if not faults), None)
    if not tries and law.written is not Say.YES and not law.days:
        done = _asked(suit)
    if done:
        yield clear(f"payment was asked for on {done.on} {_how(done)}", _origin(suit, done), ruled.answer)
    elif tries:
        yield from (told(one, ruled.answer) for one in tries[-1][1])
    else:
        written = "a demand" if law.written is Say.NO else "a written demand"
        days = f" and {law.days} days to wait after it" if law.days else ""
        message = f"the law asks for {written} before filing{days}, and none is on record as sent"
        place, fix = suit.case.place("invoices"), f"Make it: {SEND}"
        yield told(stop("K619", message, place, fix=fix, law=ruled.cite, overridable=True), ruled.answer)
    if law.certified_to_court is Say.YES:
        message = "the demand must be certified to the court when you file"
        fix = "Bring a copy with its proof of mailing."
        yield told(note("K619", message, _origin(suit, done), fix=fix, law=ruled.cite), ruled.answer)


def _how(done: Sent | Called) -> str:
    if isinstance(done, Called):
        return "by telephone"
    number = f", certified {done.certified}" if done.certified else ""
    return f"by {done.channel.value}{number}"


def _origin(suit: Suit, event: Sent | Called | None) -> Place | None:
    return suit.case.origin(f"entry:{event.n}") if event else suit.case.place("invoices")


def _own_day(suit: Suit, sent: Sent | None) -> Iterator[Finding]:
    """Wait for the last day to pay that the demand itself gave."""
    made = paper(suit, sent) if sent else None
    if made and made.pay_by and made.pay_by >= suit.as_of:
        message = f"a final demand was sent already and gives the debtor until {made.pay_by}"
        fix, clears = "Wait for that day.", made.pay_by + DAY
        yield stop("K414", message, _origin(suit, sent), fix=fix, clears_on=clears, overridable=True)


def _faults(suit: Suit, sent: Sent, law: Demand, cite: str) -> Iterator[Finding]:
    """Name what keeps a demand from being the one the law asks for."""
    place = _origin(suit, sent)
    if law.days and (over := _over(suit, sent.on, law.days)) >= suit.as_of:
        message = f"the demand was sent on {sent.on}; its {law.days} days are over on {over}"
        yield stop("K619", message, place, fix="Wait.", law=cite, clears_on=over + DAY, overridable=True)
    if law.at_most_days and (suit.as_of - sent.on).days > law.at_most_days:
        message = f"the demand of {sent.on} is more than {law.at_most_days} days old and no longer counts"
        yield stop("K619", message, place, fix=f"Demand again: {SEND}", law=cite, overridable=True)
    ways = {DemandMethod.ANY, *WAYS.get(sent.channel, ()), *(CERTIFIED if sent.certified else ())}
    if law.methods and not ways & set(law.methods):
        wanted = " or ".join(one.value.replace("_", " ") for one in law.methods)
        message = f"the demand of {sent.on} went by {sent.channel.value}; the law asks for {wanted}"
        fix = f"Send it that way: {SEND} Certified mail is logged with `--certified NUMBER`."
        yield stop("K619", message, place, fix=fix, law=cite, overridable=True)


def _over(suit: Suit, start: date, days: int) -> date:
    """Return the last of the days that a demand gives, moved where the state's counting moves it."""
    rule = suit.ask(RuleName.DAY_COUNTING, DayCounting).value or DayCounting()
    return counted(start, days, rule, suit.state).moved


def cure(suit: Suit) -> Iterator[Tested]:
    """Ask whether the agreement's own notice was given, and its days are over."""
    days = suit.case.agreement.conditions.notice_and_cure_days
    fact = suit.case.place("agreement", "conditions", "notice_and_cure_days")
    if days is None:
        yield clear("the agreement asks for no notice before a suit", suit.case.place("agreement"))
        return
    found = demands(suit)
    over = found[0].on + timedelta(days=days) if found else None
    message = f"the agreement asks for a notice and {days} days to put things right before a suit"
    if over is None:
        fix = f"A final demand is that notice: {SEND}"
        yield told(stop("K611", f"{message}, and none is on record", fact, fix=fix, overridable=True))
    elif over >= suit.as_of:
        message = f"{message}; those of the notice of {found[0].on} are over on {over}"
        yield told(stop("K611", message, fact, fix="Wait.", clears_on=over + DAY, overridable=True))
    else:
        said = f"notice was given on {found[0].on}, and the agreement's {days} days were over on {over}"
        yield clear(said, _origin(suit, found[0]))


def mediation(suit: Suit) -> Iterator[Tested]:
    """Ask whether the agreement puts mediation first."""
    found = tuple(mediation_first(suit.facts))
    yield from (told(one) for one in found)
    if not found:
        yield clear("the agreement asks for no mediation", suit.case.place("agreement"))


def arbitration(suit: Suit) -> Iterator[Tested]:
    """Ask whether the agreement sends the dispute to an arbitrator."""
    found = tuple(arbitration_instead(suit.facts, small_claims=bool(suit.court_id)))
    yield from (told(one) for one in found)
    if not found:
        asked = suit.case.agreement.conditions.arbitration
        said = "the agreement's arbitration clause leaves small claims out" if asked else "no arbitration is agreed"
        yield clear(said, suit.case.place("agreement"))


def decision(suit: Suit) -> Iterator[Tested]:
    """Ask whether the decision to sue is on record."""
    decided, fact = suit.case.legal_action, suit.case.place("legal_action")
    if decided is None:
        message = "your decision to sue is not on record"
        fix = "Write `legal_action: {decided_on: .., not_before: ..}`, so that letters and packet say the same."
        yield told(note("K416", message, fact, fix=fix))
    elif decided.not_before > suit.as_of:
        message = f"you decided not to sue before {decided.not_before}"
        fix = "Wait for that day, or change `not_before:` if no letter has named it."
        clears = decided.not_before
        yield told(stop("K416", message, fact, fix=fix, clears_on=clears, overridable=True))
    else:
        yield clear(f"you decided on {decided.decided_on} to sue, from {decided.not_before} on", fact)
    yield from (told(one) for one in plan_in_force(suit.facts))
