"""May a guarantor be asked while the debtor is in bankruptcy, or is one itself?

The debtor's stay covers the debtor. Chapters 12 and 13 cover whoever owes a consumer debt beside a natural person
too (11 U.S.C. §§ 1201(a), 1301(a)), unless that case was closed, dismissed or converted. A guarantor's own petition
freezes that guarantor, whether or not the debtor filed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kit.checks.stay_ends import codebtor
from kit.checks.stay_words import STAY
from kit.findings import Finding, Place, note, stop
from kit.model.case import Case
from kit.model.law import Jurisdiction
from kit.model.party import Guarantor


def check_guarantor(
    case: Case, guarantor: Guarantor, as_of: date, federal: Jurisdiction | None = None
) -> Iterator[Finding]:
    """Refuse a letter to ``guarantor`` on a day where a bankruptcy forbids it; none of these can be overridden."""
    place = case.place("guarantors", case.guarantors.index(guarantor))
    if own := _own(guarantor, as_of, place):
        yield own
    filed = case.bankruptcy
    if filed is None or filed.petition_on > as_of:
        return
    if law := codebtor(case, filed, as_of, federal):
        message = (
            f"{case.debtor.name} is in a case under chapter {filed.chapter_on(as_of)}, which protects whoever owes a "
            f"consumer debt with the debtor: {guarantor.name} may not be asked"
        )
        fix = "Ask the bankruptcy court to lift that stay, or wait until the case is closed, dismissed or converted."
        yield stop("K716", message, place, fix=fix, law=law)


def check_guarantors(case: Case, as_of: date, federal: Jurisdiction | None = None) -> Iterator[Finding]:
    """Refuse a letter to guarantors where none may be asked; else note who may not. Each letter asks about its own."""
    found = [tuple(check_guarantor(case, one, as_of, federal)) for one in case.guarantors]
    free = any(not each for each in found)
    yield from (one.as_note() if free else one for each in found for one in each)


def check_guarantors_sued(case: Case, as_of: date) -> Iterator[Finding]:
    """Refuse a suit that names a guarantor who filed."""
    for number, one in enumerate(case.guarantors):
        if one.sue and (found := _own(one, as_of, case.place("guarantors", number))):
            yield found


def note_guarantors(case: Case, as_of: date) -> Iterator[Finding]:
    """Say in the case itself that a guarantor filed: the debtor may be asked all the same; and the day for claims."""
    for number, one in enumerate(case.guarantors):
        if found := _own(one, as_of, case.place("guarantors", number)):
            fix = f"Write to {one.name} no more; letters to {case.debtor.name} go on unless it filed too."
            yield note("K713", found.message, found.place, fix=fix, law=STAY)
            yield _claims_day(one, as_of, found.place)


def may_be_asked(case: Case, as_of: date, federal: Jurisdiction | None = None) -> tuple[Guarantor, ...]:
    """Return the guarantors whom no bankruptcy protects on the day ``as_of``."""
    return tuple(
        one for one in case.guarantors if not any(each.stops for each in check_guarantor(case, one, as_of, federal))
    )


def _claims_day(one: Guarantor, as_of: date, place: Place | None) -> Finding:
    """Say by when the claim in a guarantor's own case is due, or that nobody wrote it down."""
    apart = "Keep that claim in a case of its own, with the guarantor as its debtor: `kit new`, then `kit claim`."
    if one.claims_by is None:
        message = f"the last day for claims in the bankruptcy of {one.name} is not in the file"
        return note("K783", message, place, fix=f"Write `claims_by:` from its notice. {apart}")
    if one.claims_by < as_of:
        message = f"the last day for claims in the bankruptcy of {one.name} was {one.claims_by}"
        return note("K783", message, place, fix="If none was filed, ask a lawyer what can still be done.")
    return note("K783", f"claims in the bankruptcy of {one.name} must arrive by {one.claims_by}", place, fix=apart)


def _own(guarantor: Guarantor, as_of: date, place: Place | None) -> Finding | None:
    """Return the stop of a guarantor's own petition that was not dismissed by the day."""
    if not guarantor.in_bankruptcy(as_of):
        return None
    day = guarantor.petition_on
    message = f"{guarantor.name} filed for bankruptcy on {day}; nothing that collects may go to this guarantor"
    fix = "Take `sue:` of this guarantor out, send nothing, and file a proof of claim in the guarantor's own case."
    return stop("K713", message, place, fix=fix, law=STAY)
