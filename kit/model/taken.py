"""Who has the claim in hand: what each hand-off that stands took, and whether the claim is pledged."""

from __future__ import annotations

from kit.model.agreed import away, back_of
from kit.model.case import Case
from kit.model.deal_event import HandedOff, Returned
from kit.model.document_ids import HANDOFF_NOTICES, REASSIGNMENT_NOTICE, short_id
from kit.model.handoff import HandoffTerms, Taker, Title

NOBODY = frozenset({"nobody", "none", "no"})  # asked, and the claim is nobody's security


def taken(case: Case, terms: HandoffTerms) -> tuple[str, ...]:
    """Return the invoices that ``terms`` are about: those named, else every invoice of the case."""
    return terms.invoices or tuple(one.id for one in case.invoices)


def holder_of(case: Case, invoice: str) -> HandedOff | None:
    """Return the hand-off that took ``invoice``, as far as one stands."""
    return next((one for one in away(case) if invoice in taken(case, one.terms)), None)


def sold(case: Case) -> tuple[HandedOff, ...]:
    """Return the hand-offs after which the money is no longer the creditor's."""
    return tuple(one for one in away(case) if one.terms.title is Title.SALE)


def told_of(case: Case, handed: HandedOff) -> bool:
    """Whether the debtor was told of a hand-off: its notice went out before the claim came back."""
    back, before = back_of(case, handed), [one.n for one in case.returned if one.n < handed.n]
    since, until = max(before, default=0), back.n if back else None
    papers = {one.n: one.document for one in case.made}
    for sent in case.sent:
        names = {sent.document, *(papers.get(number) for number in sent.papers), f"letters/{sent.step}"}
        if sent.n > since and (until is None or sent.n < until) and names & set(HANDOFF_NOTICES):
            return True
    return False


def not_told_back(case: Case) -> tuple[HandedOff, Returned] | None:
    """Return the last hand-off that came back, where the debtor was told of it and not yet that it came back."""
    papers = {one.n: one.document for one in case.made}
    for handed in reversed(case.handed_off):
        back = back_of(case, handed)
        if back is None or not told_of(case, handed):
            continue
        for sent in case.sent:
            names = {sent.document, *(papers.get(number) for number in sent.papers)}
            again = REASSIGNMENT_NOTICE in names or sent.step == short_id(REASSIGNMENT_NOTICE)
            if sent.n > back.n and again:
                return None
        return None if any(one.n > back.n for one in away(case)) else (handed, back)
    return None


def pledged_to(case: Case) -> str:
    """Return who holds the creditor's claims as security; empty where nobody said so."""
    said = (case.creditor.claim_pledged_to or "") if case.creditor else ""
    return "" if said.strip().casefold() in NOBODY else said


def asked_of_pledge(case: Case) -> bool:
    """Return whether the file says anything about a pledge: a name, or that there is none."""
    return bool(case.creditor and case.creditor.claim_pledged_to)


def called(terms: HandoffTerms) -> str:
    """Return the taker as a sentence names it: `the agency Quay Recovery Inc.`."""
    words = {Taker.ATTORNEY: "the lawyer", Taker.AGENCY: "the agency", Taker.FACTOR: "the factor"}
    return f"{words[terms.to]} {terms.who}"
