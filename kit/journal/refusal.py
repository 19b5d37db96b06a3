"""What is not recorded, since it cannot have happened or is on record already.

Entries typed into the journal by hand are taken as they stand, as long as they
make sense; these refusals meet a person at the moment of the slip.
"""

from __future__ import annotations

from datetime import date

from kit.findings import KitError
from kit.journal.bankruptcy import refuse_bankruptcy
from kit.journal.court import refuse_court
from kit.journal.deals import refuse_deal, rests_on
from kit.journal.file import Journal
from kit.journal.fold import stand, superseded, undos
from kit.journal.insolvency import refuse_insolvency
from kit.journal.proceedings import resting_on
from kit.model.bankruptcy_event import BankruptcyNews
from kit.model.case import Case, CaseFile
from kit.model.event import Bounced, Disputed, Event, Held, Note, Paid, Promised, Released, Undone
from kit.model.insolvency_event import InsolvencyNews
from kit.model.money import spoken, to_minor
from kit.model.paper_event import Made, Sent
from kit.model.slips import near

_OF_ANY_DAY = (Note, Bounced, BankruptcyNews, InsolvencyNews)  # a bounce is held against its payment
_PROCEEDING = {"bankruptcy": "petition", "insolvency": "insolvency"}
AGAIN = "if it did happen again, add --again"


def refuse(case: Case, event: Event, today: date, *, again: bool) -> None:
    """Raise `KitError` if ``event`` cannot be, or is on record; ``again`` says that a repetition is meant."""
    _refuse_day(case, event, today)
    amount = getattr(event, "amount", None)
    if amount is not None and amount != to_minor(amount, case.currency):
        said = spoken(amount, case.currency)
        raise KitError(f"{said} has a fraction that {case.currency} does not have; write what was really paid or said")
    if isinstance(event, Paid):
        _refuse_payment(case, event, again)
    elif isinstance(event, Sent):
        _refuse_sending(case, event, again)
    elif isinstance(event, Bounced):
        bounced = next((one for one in case.payments if one.id == event.payment and one.bounced_on), None)
        if bounced:
            raise KitError(f"payment {bounced.id} is on record as bounced on {bounced.bounced_on}")
    elif isinstance(event, Disputed):
        _refuse_dispute(case, event, again)
    elif isinstance(event, Released):
        _refuse_release(case, event)
    else:
        _refuse_elsewhere(case, event, today, again=again)


def _refuse_elsewhere(case: Case, event: Event, today: date, *, again: bool) -> None:
    """Ask whoever knows about insolvencies, agreements and courts."""
    if isinstance(event, BankruptcyNews):
        refuse_bankruptcy(case, event, today, again=again)
    elif isinstance(event, InsolvencyNews):
        refuse_insolvency(case, event, today)
    elif not refuse_deal(case, event, again=again):
        refuse_court(case, event, today, again=again)


def _refuse_day(case: Case, event: Event, today: date) -> None:
    _refuse_tomorrow(event, today)
    if isinstance(event, Promised) and event.by < event.on:
        raise KitError(f"a promise made on {event.on} cannot be for {event.by}, which is before it")
    if isinstance(event, Held) and event.review_on and event.review_on <= event.on:
        raise KitError(f"a hold that begins on {event.on} cannot end on {event.review_on}")
    began, what = _beginning(case, event)
    if began and event.on < began:
        raise KitError(f"{event.on} is before {what} of {began}; correct the day")


def _refuse_tomorrow(event: Event, today: date) -> None:
    if event.on > today:
        raise KitError(f"{event.on} is not here yet (today is {today}); record it when it has happened")


def _beginning(case: Case, event: Event) -> tuple[date | None, str]:
    """Return the day before which the event cannot have been, and what happened on that day."""
    if isinstance(event, _OF_ANY_DAY):
        return None, ""
    if isinstance(event, Disputed):
        issued = next((one.issued_on for one in case.invoices if one.id == event.invoice), None)
        return issued, f"invoice {event.invoice}"
    if case.agreement.signed_on:
        return case.agreement.signed_on, "the agreement"
    first = min((one.issued_on for one in case.invoices), default=None)
    return (None, "") if isinstance(event, Paid) else (first, "the first invoice")  # a deposit comes before the bill


def _refuse_payment(case: Case, event: Paid, again: bool) -> None:
    invoices = [invoice.id for invoice in case.invoices]
    for named in (event.invoice, event.elected):
        if named is not None and named not in invoices:
            raise KitError(f"there is no invoice {named}. {near(named, invoices, 'invoices')}")
    for known in case.payments:
        origin = case.origin(f"payment:{known.id}")
        where = f" ({origin})" if origin else ""
        amount = spoken(known.amount, case.currency)
        if known.id == event.id:
            raise KitError(f"payment {known.id} is on record: {amount} received on {known.on}{where}")
        alike = (known.on, known.amount, known.method) == (event.on, event.amount, event.method)
        if alike and not again:
            said = f"{amount} by {known.method} on {known.on} is on record as payment {known.id}{where}"
            raise KitError(f"{said}; {AGAIN}")


def _refuse_sending(case: Case, event: Sent, again: bool) -> None:
    made = next((paper for paper in case.made if paper.n == event.made), None)
    if made is None:
        before = [
            s for s in case.sent if (s.made, s.step, s.document, s.on) == (None, event.step, event.document, event.on)
        ]
        if before and not again:
            raise KitError(f"that is on record as entry {before[-1].n}; {AGAIN}")
        return
    if made.n in superseded(case.made):
        newer = next(paper for paper in case.made if made.n in paper.overtaken)
        raise KitError(
            f"{_files(made)} (entry {made.n}) was superseded; what goes out is {_files(newer)} (entry {newer.n})"
        )
    if event.on < made.on:
        raise KitError(f"{_files(made)} is of {made.on} and cannot have gone out on {event.on}")
    sent = next((one for one in case.sent if made.n in one.papers), None)
    if sent and not again:
        raise KitError(f"{_files(made)} went out on {sent.on} (entry {sent.n}) and nothing goes out twice; {AGAIN}")


def _refuse_dispute(case: Case, event: Disputed, again: bool) -> None:
    same = (event.invoice, event.lines, event.amount)
    known = next((one for one in case.disputes if (one.invoice, one.lines, one.amount) == same), None)
    if known and not again:
        raise KitError(f"that dispute is on record as entry {known.n}, and open; {AGAIN}")


def _refuse_release(case: Case, event: Released) -> None:
    open_: tuple[Disputed | Held, ...] = (*case.disputes, *case.holds)
    if event.entry is not None and all(one.n != event.entry for one in open_):
        raise KitError(f"entry {event.entry} is no hold or dispute that is open")
    if all(event.invoice not in (None, one.invoice) for one in open_):
        of = f" for {event.invoice}" if event.invoice else ""
        raise KitError(f"nothing is held or disputed{of}, so there is nothing to release")


def refuse_undo(case_file: CaseFile, journal: Journal, event: Event, today: date) -> None:
    """Raise `KitError` if ``event`` takes back what is taken back already, or what a later entry rests on."""
    _refuse_tomorrow(event, today)
    number = event.entry if isinstance(event, Undone) else None
    taken = {one.entry: one.n for one in undos(journal)}
    if number in taken:
        raise KitError(f"entry {number} is undone already (entry {taken[number]})")
    target = journal.entry(number) if number else None
    for later in stand(journal):
        if target and _rests_on(later.event, target.event):
            raise KitError(f"entry {later.event.n} rests on entry {number}; undo entry {later.event.n} first")
    standing = [entry.event for entry in stand(journal)]
    if target and target.event in standing and (news := resting_on(target.event, standing, case_file)):
        entries = f"entry {news[0]} rests" if len(news) == 1 else f"entries {', '.join(map(str, news))} rest"
        first = "that one" if len(news) == 1 else "those, the last one first"
        raise KitError(
            f"{entries} on entry {number}, which tells of the {_PROCEEDING[target.event.event]}; undo {first}. If only "
            f"a day in entry {number} is wrong, correct it in journal.yaml"
        )


def _rests_on(later: Event, event: Event) -> bool:
    if isinstance(later, Bounced):
        return isinstance(event, Paid) and later.payment == event.id
    if isinstance(later, Sent):
        return event.n in later.papers
    return rests_on(later, event) or (isinstance(later, Released) and later.entry == event.n)


def _files(made: Made) -> str:
    return made.files[0].path if made.files else f"entry {made.n}"
