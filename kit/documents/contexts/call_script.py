"""The blanks of `internal/call-script`: what to say when one calls about an open invoice, and what to note after.

Nothing of the matter is said before the right person is on the line. Consent
to a recording is asked of everybody, each time: a call joins two
places, and the stricter law of the two may hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kit.documents import wording
from kit.documents.contexts import call_facts, call_hours, caller, letterhead, log_lines, no_call, said_so_far
from kit.documents.contexts.account import citation
from kit.documents.contexts.call_facts import Open
from kit.documents.contexts.caller import Called
from kit.documents.contexts.letterhead import Remark
from kit.documents.contexts.log_lines import LogLine
from kit.documents.contexts.request import Request
from kit.documents.contexts.said_so_far import Happened
from kit.facts import Facts
from kit.model.inquiry import Inquiry
from kit.model.law import Jurisdiction
from kit.model.law_contracts import Consent
from kit.model.law_names import RuleName

WHO_DECIDES = "“I see. Who decides now, and how do I reach that person?” Thank them, and say nothing more about it."
ONLY_YOU = (
    "“I may talk about it with you alone. Will you settle it between you, and which day may I write down?” "
    "Speak with nobody else in the house unless they say so in writing."
)
GO_ON = "If you have decided otherwise for a good reason, here is the script."
AGAIN = "Make this sheet again when that is over."
LAST = 4  # things on record that one can look at before a call


@dataclass(frozen=True, slots=True)
class CallScript:
    """The blanks of ``internal/call-script``."""

    footer: str
    whom: str
    number: str
    when: str
    how_often: str
    reasons: tuple[Remark, ...]
    after_reasons: str
    lawyer_sentence: str
    aside: tuple[Remark, ...]
    history: tuple[Happened, ...]
    hello: str
    be_sure: str
    consent: str
    facts: str
    items: tuple[Open, ...]
    total: str
    question: str
    not_me: str
    not_me_reply: str
    lines: tuple[LogLine, ...]


def build(facts: Facts, request: Request) -> CallScript:  # noqa: ARG001 - every document is built from facts and a request
    """Fill the script of a call made on the day of ``facts``."""
    case = facts.case
    whom, today = caller.called(case, facts.as_of), no_call.call_today(facts)
    return CallScript(
        footer=letterhead.footer(case, f"call of {wording.day(facts.as_of)}"),
        whom=_whom(whom),
        number=whom.number or f"{caller.NO_NUMBER} (none in the file)",
        when=call_hours.when(facts, whom),
        how_often=call_hours.how_often(facts),
        reasons=tuple(Remark(text) for text in today.reasons),
        after_reasons=GO_ON if today.words else AGAIN,
        lawyer_sentence=_lawyer_sentence(facts, whom),
        aside=call_facts.aside(facts),
        history=said_so_far.happened(case, LAST),
        hello=_hello(facts, whom),
        be_sure=_be_sure(facts, whom),
        consent=_consent(facts),
        facts=f"“{call_facts.aloud(facts)}”" if today.words else "",
        items=call_facts.rows(facts),
        total=wording.money(no_call.due_total(facts), case.currency),
        question=_question(whom),
        not_me="“Somebody else does the money here.”"
        if whom.person
        else "“That is not for me to decide,” or “She has left.”",
        not_me_reply=ONLY_YOU if whom.person else WHO_DECIDES,
        lines=log_lines.after_call(call_facts.invoice_said(facts), whom),
    )


def _whom(whom: Called) -> str:
    if not whom.name:
        return f"whoever looks after supplier payments at {whom.firm}"
    of = "" if whom.person or whom.lawyer else f" at {whom.firm}"
    return f"{whom.name}{f', {whom.role}' if whom.role else ''}{of}"


def _lawyer_sentence(facts: Facts, whom: Called) -> str:
    if not whom.lawyer:
        return ""
    name = facts.case.debtor.name
    number = "" if whom.number else f" No number of {whom.name} is in the file: find it first."
    others = "" if facts.case.debtor.kind.natural_person else " or anybody who works there"
    return f"{name} has a lawyer. Do not call {name}{others}: call {whom.name}.{number}"


def _hello(facts: Facts, whom: Called) -> str:
    hello = f"Hello, this is {caller.spoken_end(caller.caller(facts.case).said)}"
    if whom.name:
        return f"“{hello} May I speak with {whom.name}, please?”"
    return f"“{hello} Who looks after supplier accounts at {whom.firm}? Could you put me through, please?”"


def _be_sure(facts: Facts, whom: Called) -> str:
    name = facts.case.debtor.name
    if whom.lawyer:
        return f"“Do you act for {name}, and may I talk with you about the account with us?”"
    if whom.person:
        return f"“Am I speaking with {whom.name} in person?”"
    return f"“Are you the one who decides when {whom.firm} pays its suppliers?”"


def _consent(facts: Facts) -> str:
    asked = [f"{law.name}: {cite}" for law in _places(facts) if (cite := _asks_all(facts, law))]
    where = f" ({'; '.join(dict.fromkeys(asked))})" if asked else ""
    return f"Everybody, always, because a call joins two places and some of them ask for the yes of each person{where}."


def _places(facts: Facts) -> Iterator[Jurisdiction]:
    """Return the laws at hand of the places that the call joins."""
    ends = (facts.case.debtor.address, letterhead.creditor_of(facts.case).address)
    joined = {f"us-{end.state.lower()}" for end in ends if end}
    yield from (law for law in (facts.law, facts.forum) if law and law.code in joined)


def _asks_all(facts: Facts, law: Jurisdiction) -> str:
    """Return where ``law`` asks everybody's consent to a recording; empty where it is not known to."""
    answer = Inquiry(law, {}).ask(RuleName.CALL_RECORDING, facts.as_of)
    return citation(answer.cite) if answer and answer.of(Consent) is Consent.ALL_PARTIES else ""


def _question(whom: Called) -> str:
    return "“When can your client pay it?”" if whom.lawyer else "“When will it be paid?”"
