"""Papers made and not sent, once a petition or another insolvency forbids them; and papers called what they are not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kit.checks.insolvency import check_insolvency
from kit.checks.stay import check_stay
from kit.checks.stay_guarantor import check_guarantor
from kit.findings import Finding, KitError, note, stop
from kit.journal.fold import superseded
from kit.model.case import Case
from kit.model.document import Document, DocumentKind
from kit.model.document_ids import collects, to_guarantor
from kit.model.law import Jurisdiction
from kit.model.paper_event import Made, Sent


def not_to_be_sent(case: Case, as_of: date) -> tuple[Made, ...]:
    """Return the papers that collect, were made, have not gone out, and may not go out any more."""
    gone = {number for one in case.sent for number in one.papers}
    old = superseded(case.made)
    waiting = [one for one in case.made if one.n not in gone and one.n not in old]
    return tuple(one for one in waiting if _barred(case, one, as_of))


def check_made(case: Case, as_of: date) -> Iterator[Finding]:
    """Mark each of them as not to be sent."""
    for one in not_to_be_sent(case, as_of):
        message = f"{_file(one)} was made on {one.on} and has not gone out; it is not to be sent"
        fix = "Keep it and send it to nobody; `kit log CASE sent` refuses it."
        yield note("K717", message, case.origin(f"entry:{one.n}"), fix=fix)


def refuse_sent(case: Case, sent: Sent) -> None:
    """Raise `KitError` where a paper of ``sent`` may not go out; ``case`` is as known on the day it is said to have.

    A paper that went out before anybody knew is recorded as it happened.
    """
    made = [one for one in case.made if one.n in sent.papers]
    barred = next((one for one in made if _barred(case, one, sent.on)), None)
    if barred is None:
        return
    since, what = _since(case)
    raise KitError(
        f"{_file(barred)} (entry {barred.n}) is not to be sent: {what} of {since} is on record, and it was made on "
        f"{barred.on}. If it went out all the same, record it with --own and ask a lawyer at once"
    )


def check_kind(document: Document) -> Iterator[Finding]:
    """Refuse a description that takes a paper out of the stay by calling it something else."""
    if collects(document.id) and not document.kind.collects:
        message = f"{document.id} is a paper to the debtor or a court, and its document.yaml calls it {document.kind}"
        fix = "Write `kind: collection`, `reply` or `court`; what stays in the house has its folder under `internal/`."
        yield stop("K719", message, fix=fix)


def _barred(case: Case, made: Made, on: date) -> bool:
    """Whether a paper may not go out on a day: it collects, and the stay stands, or it is older than the petition."""
    if to_guarantor(made.document):
        asked = [one for one in case.guarantors if one.name == made.about]
        return any(found.stops for one in asked for found in check_guarantor(case, one, on))
    if not collects(made.document):
        return False
    kind = DocumentKind.COLLECTION
    if any(one.stops for one in (*_stays(case, on, kind), *check_insolvency(case, on, kind))):
        return True
    filed = case.bankruptcy
    return filed is not None and not filed.spouse_only and made.on < filed.petition_on <= on


def _stays(case: Case, on: date, kind: DocumentKind, federal: Jurisdiction | None = None) -> Iterator[Finding]:
    known = case.bankruptcy is not None and case.bankruptcy.petition_on <= on
    return check_stay(case, on, federal, kind) if known else iter(())


def _since(case: Case) -> tuple[date | None, str]:
    if case.bankruptcy:
        return case.bankruptcy.petition_on, "the debtor's petition"
    return (case.insolvency.on, "the debtor's insolvency") if case.insolvency else (None, "")


def _file(made: Made) -> str:
    pdf = [one.path for one in made.files if one.path.endswith(".pdf")]
    return pdf[0] if pdf else made.files[0].path if made.files else made.document
