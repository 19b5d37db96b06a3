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
            f"{case.debtor.name} filed under chapter {filed.chapter_on(as_of)}, which protects whoever owes a consumer "
            f"debt with the debtor: {guarantor.name} may not be asked"
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
    """Say in the case itself that a guarantor filed: the debtor may be asked all the same."""
    for number, one in enumerate(case.guarantors):
        if found := _own(one, as_of, case.place("guarantors", number)):
            fix = f"Write to {one.name} no more; letters to {case.debtor.name} go on unless it filed too."
            yield note("K713", found.message, found.place, fix=fix, law=STAY)


def _own(guarantor: Guarantor, as_of: date, place: Place | None) -> Finding | None:
    """Return the stop of a guarantor's own petition that was not dismissed by the day."""
    day, over = guarantor.petition_on, guarantor.petition_dismissed_on
    if day is None or day > as_of or (over and over <= as_of):
        return None
    message = f"{guarantor.name} filed for bankruptcy on {day}; nothing that collects may go to this guarantor"
    fix = "Take `sue:` of this guarantor out, send nothing, and file a proof of claim in the guarantor's own case."
    return stop("K713", message, place, fix=fix, law=STAY)
