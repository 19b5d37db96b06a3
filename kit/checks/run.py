"""Every check, by the paper it belongs to.

`kit check` looks at the case as it stands: account, parties, bankruptcy, lien
days, and what holds letters back (as notes: nothing is being sent). A command
that makes a paper runs that paper's own checks; what a contract or a suit would
meet is said by the contract and the final demand. All findings come back
together, each once, in file order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kit.checks.account import check_account
from kit.checks.agreement_papers import check_agreement
from kit.checks.backdated import check_backdated
from kit.checks.bankruptcy_days import check_bankruptcy_days
from kit.checks.calls import check_call
from kit.checks.claim_papers import check_claim_paper
from kit.checks.client import check_client
from kit.checks.closing import check_closed, note_closed
from kit.checks.contact import HELD, PROMISED, check_contact
from kit.checks.contract_terms import terms_for
from kit.checks.court import for_reminder, outlook
from kit.checks.court_stage import check_court_stage
from kit.checks.demand import check_demand
from kit.checks.in_plan import check_in_plan, note_plan
from kit.checks.in_settlement import check_in_settlement
from kit.checks.insolvency import check_insolvency
from kit.checks.late_terms import TOO_HIGH
from kit.checks.law_data import check_law_data
from kit.checks.liens import check_liens
from kit.checks.limitation import DISCLOSE, EXPIRED
from kit.checks.manners import check_manners
from kit.checks.marked_check import check_marked
from kit.checks.needs import needs, wishes
from kit.checks.parties import check_parties
from kit.checks.proceeding_papers import check_proceeding_paper
from kit.checks.replies import check_replies
from kit.checks.stay import check_stay
from kit.checks.stay_guarantor import check_guarantors, check_guarantors_sued, note_guarantors
from kit.checks.stay_papers import check_kind, check_made
from kit.checks.whose_claim import check_whose_claim, gives_away, held_elsewhere, note_unsent
from kit.facts import Facts
from kit.findings import Finding, KitError, Severity, in_file_order
from kit.model.client import CLIENT_CHECK
from kit.model.document import Document, DocumentKind
from kit.model.document_ids import (
    FINAL_DEMAND,
    INVOICE,
    JUDGMENT_PAPERS,
    LETTERS,
    RECEIPT,
    STATEMENT,
    to_guarantor,
)
from kit.model.party import Channel


def run_checks(
    facts: Facts, document: Document | None = None, channel: Channel | None = None, step: str | None = None
) -> tuple[Finding, ...]:
    """Return everything wrong or worth knowing for ``document`` on its way, or in the case as it stands.

    ``channel`` is how it is to travel, ``step`` the ladder's: its papers of one day are one message.
    """
    found = _for_case(facts) if document is None else _for_paper(facts, document, channel, step)
    return tuple(sorted(dict.fromkeys(found), key=in_file_order))


def _for_case(facts: Facts) -> Iterator[Finding]:
    """Look at the case itself: what a letter would meet today, with holds as notes because nothing is being sent."""
    yield from wishes(facts.case)
    yield from check_account(facts.case, facts.as_of)
    yield from check_parties(facts.case, facts.as_of)
    yield from check_frozen(facts)
    yield from check_liens(facts)
    yield from check_client(facts.case, facts.as_of)
    yield from note_closed(facts)
    yield from note_plan(facts)
    yield from _as_notes(held_elsewhere(facts.case, facts.ledger))
    yield from note_unsent(facts.case)
    yield from _late_clause(facts)
    yield from _as_notes(check_contact(facts.case, facts.as_of, facts.ledger))
    yield from facts.findings


def check_frozen(facts: Facts) -> Iterator[Finding]:
    """Yield what bankruptcies and other insolvencies forbid in the case itself, its unsent papers among them."""
    yield from check_stay(facts.case, facts.as_of, facts.federal)
    yield from check_bankruptcy_days(facts)
    yield from check_made(facts.case, facts.as_of)
    yield from note_guarantors(facts.case, facts.as_of)


def check_ledger(facts: Facts) -> tuple[Finding, ...]:
    """Return everything wrong or worth knowing in the account alone."""
    found = [*needs("ledger", facts.case), *check_account(facts.case, facts.as_of), *facts.findings]
    return tuple(sorted(dict.fromkeys(found), key=in_file_order))


def _for_paper(facts: Facts, document: Document, channel: Channel | None, step: str | None) -> Iterator[Finding]:
    """Look at everything that this paper asks."""
    case, as_of = facts.case, facts.as_of
    yield from needs(document.id, case)
    yield from check_parties(case, as_of)
    yield from _forbidden(facts, document, channel)
    yield from check_in_plan(facts, document)
    yield from check_in_settlement(facts, document)
    yield from check_marked(facts, document)
    if document.kind.collects:
        yield from check_account(case, as_of)
        yield from facts.findings
        yield from _late_clause(facts)
        yield from _contact(facts, document, channel)
    yield from check_claim_paper(facts, document)
    yield from check_proceeding_paper(facts, document)
    yield from check_agreement(facts, document.id)
    if document.id == CLIENT_CHECK:
        yield from check_client(case, as_of)
    yield from check_court_stage(facts, document)
    if document.id in JUDGMENT_PAPERS:
        yield from _after_judgment(facts, document, channel, step)
        return
    if document.kind is DocumentKind.COLLECTION and document.id.startswith(LETTERS):
        yield from check_demand(facts, document.id)
        yield from check_liens(facts)
        if document.id != FINAL_DEMAND:
            yield from for_reminder(facts)
    if document.id in (STATEMENT, INVOICE):
        yield from _out_of_time(facts, document)
    yield from check_replies(facts, document.id)
    if channel is Channel.PHONE:
        yield from check_call(facts, as_of)
    elif channel and document.id.startswith(LETTERS):
        yield from check_manners(facts, document, channel, step=step)
    if document.id == FINAL_DEMAND:
        seen = outlook(facts)
        yield from seen.for_letter
        yield from check_law_data((*facts.used, *seen.used), as_of)


def _forbidden(facts: Facts, document: Document, channel: Channel | None) -> Iterator[Finding]:
    """Look at what ends asking: insolvencies, a closing, a claim that is somebody else's; on its day, and by now."""
    found = [*_frozen(facts, document), *check_closed(facts, document)]
    found += check_whose_claim(facts.case, document, channel, facts.ledger)
    said = {one.code for one in found if one.stops}
    yield from found
    yield from (one for one in check_backdated(facts, document, channel) if one.code not in said)


def _frozen(facts: Facts, document: Document) -> Iterator[Finding]:
    """Look at bankruptcies and other insolvencies, of the debtor and of a guarantor who is sued."""
    if to_guarantor(document.id):
        yield from check_guarantors(facts.case, facts.as_of, facts.federal)
        return
    yield from check_kind(document)
    about_old = bool(gives_away(document.id))  # a plan or a settlement asks for the old debt, whatever it is called
    kind = DocumentKind.COLLECTION if about_old else document.kind
    yield from check_stay(facts.case, facts.as_of, facts.federal, kind)
    if document.kind is DocumentKind.COURT:
        yield from check_insolvency(facts.case, facts.as_of, document.kind)
        yield from check_guarantors_sued(facts.case, facts.as_of)


def _after_judgment(facts: Facts, document: Document, channel: Channel | None, step: str | None) -> Iterator[Finding]:
    """Look at a letter about a judgment: the time to sue is over as a question, manners and collection law are not."""
    if document.kind is not DocumentKind.COLLECTION:
        return
    yield from (one for one in for_reminder(facts) if one.code not in (EXPIRED, DISCLOSE))
    if channel and channel is not Channel.PHONE:
        yield from check_manners(facts, document, channel, step=step)


def _contact(facts: Facts, document: Document, channel: Channel | None) -> Iterator[Finding]:
    """Name what holds letters back; a bill presses nobody, and an answer waits for no promise and no hold."""
    held = tuple(check_contact(facts.case, facts.as_of, None, channel))  # a letter's sums hold the held invoice too
    if to_guarantor(document.id):  # the debtor's lawyer, wishes and promises are the debtor's
        return (one for one in held if one.code == HELD)
    if document.id == INVOICE or (document.id in JUDGMENT_PAPERS and document.kind is DocumentKind.COURT):
        return _as_notes(held)
    if document.kind is DocumentKind.REPLY:  # an answer waits for no promise; thanks wait for no hold either
        thanks = document.id == RECEIPT
        waits = _as_notes(one for one in held if one.code == HELD and thanks)
        return iter((*waits, *(one for one in held if one.code != PROMISED and not (one.code == HELD and thanks))))
    return iter(held)


def _out_of_time(facts: Facts, document: Document) -> Iterator[Finding]:
    """Stop a statement of a debt whose time to sue is over, as a letter: it asks to be paid; a bill gets a note."""
    expired = (one for one in for_reminder(facts) if one.code == EXPIRED)
    return expired if document.id == STATEMENT else _as_notes(expired)


def _late_clause(facts: Facts) -> Iterator[Finding]:
    """Note what the contract would refuse in a late charge that is agreed already: it may break its cap any month."""
    found = terms_for(facts).findings if facts.law and facts.case.invoices else ()
    return _as_notes(one for one in found if one.code in TOO_HIGH and one.stops)


def _as_notes(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Say the same without stopping anything."""
    return (replace(one, severity=Severity.NOTE, overridable=False) for one in findings)


def override(findings: Iterable[Finding], reasons: Mapping[str, str]) -> tuple[Finding, ...]:
    """Return ``findings`` with the stops in ``reasons`` (code to reason) turned to notes.

    Raises `KitError` for a code that stops nothing here, or that nobody may override.
    """
    given = list(findings)
    wanted = {code.strip().upper(): reason.strip() for code, reason in reasons.items()}
    for code, reason in wanted.items():
        about = [finding for finding in given if finding.code == code and finding.stops]
        fixed = [finding for finding in about if not finding.overridable]
        if not about:
            raise KitError(f"{code} stops nothing here, so there is nothing to override")
        if fixed:
            raise KitError(f"{code} cannot be overridden: {fixed[0].message}")
        if not reason:
            raise KitError(f"an override needs its reason: --override {code} --because '...'")
    return tuple(one.override(wanted[one.code]) if one.code in wanted and one.stops else one for one in given)
