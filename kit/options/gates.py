"""Which ways are closed for this debt, and why: the reasons are those of the checks that guard each paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kit.checks.closing import check_closed
from kit.checks.contact import check_contact
from kit.checks.court import for_reminder
from kit.checks.filing import Filing, Tested, Verdict
from kit.checks.handoff import AGREED, check_handoff
from kit.checks.limitation import EXPIRED, due_items
from kit.checks.stay import check_stay
from kit.checks.whose_claim import SOLD, check_pledge, check_whose_claim
from kit.facts import Facts
from kit.findings import Finding, stop
from kit.model.document import Document, DocumentKind
from kit.model.document_ids import FINAL_DEMAND
from kit.model.handoff import HandoffTerms, Taker, Title
from kit.model.law_words import Say
from kit.model.options import Assumptions

CASH = "K874"  # a bad debt of somebody who never booked the income
BARS = (  # questions before a suit whose stop no paper of the creditor puts right
    "forum", "court", "currency", "limit", "who-may-file", "assigned", "filing-caps", "public-body", "bankruptcy",
    "insolvency", "abroad", "limitation", "filed-before", "arbitration",
)  # fmt: skip
ANY_COURT = ("bankruptcy", "insolvency", "limitation", "filed-before", "arbitration", "assigned")
LETTER = Document(id=FINAL_DEMAND, title="Letter", kind=DocumentKind.COLLECTION, context="final_demand")

AGENCY = HandoffTerms(to=Taker.AGENCY, who="an agency")
TO_WEIGH = ("appeal", "disputes", "setoffs")  # questions before a suit whose notes weigh on the choice


@dataclass(frozen=True, slots=True)
class Gate:
    """Why a way is closed, what must be put right before it can be taken, and what to know beside."""

    closed: tuple[Finding, ...] = ()
    first: tuple[Finding, ...] = ()
    beside: tuple[Finding, ...] = ()  # worth knowing


def gates(facts: Facts, filing: Filing, known: Assumptions) -> dict[str, Gate]:
    """Return the gate of each way by its id; agencies share one."""
    asking = (*_asking(facts), *_agreed(facts))
    settling = (*asking, *_stops(check_pledge(facts.case, "settlement")))
    manners = tuple(one for one in for_reminder(facts) if not one.stops)
    sold = tuple(one for one in asking if one.code == SOLD)
    agency = tuple(check_handoff(facts, AGENCY))
    found = {
        "remind": Gate((*asking, *_stops(check_contact(facts.case, facts.as_of, facts.ledger))), beside=manners),
        "plan": Gate((*asking, *_stops(check_pledge(facts.case, "plan")))),
        "settle": Gate(settling),
        "discount": Gate(settling),
        "agency": Gate(asking or _stops(agency), beside=tuple(one for one in agency if not one.stops)),
        "factoring": Gate(asking or _factor(facts, known)),
        "attorney_letter": Gate(asking, beside=manners),
        "small_claims": _small_claims(facts, filing),
        "court": _court(facts, filing),
        "bankruptcy": Gate(sold),
        "write_off": Gate(sold or _cash(facts, known)),
    }
    return {name: Gate(_once(one.closed), _once(one.first), _once(one.beside)) for name, one in found.items()}


def factorable(facts: Facts, known: Assumptions) -> tuple[str, ...]:
    """Return the invoices that a factor might buy."""
    return tuple(name for name in _late(facts) if not _for_factor(facts, (name,), known))


def _late(facts: Facts) -> tuple[str, ...]:
    items = (item for item in facts.ledger.claimable if item.invoice and item.balance > 0)
    return tuple(dict.fromkeys(item.invoice for item in items))


def _for_factor(facts: Facts, names: tuple[str, ...], known: Assumptions) -> tuple[Finding, ...]:
    oldest = known.factoring.oldest_days
    limit = oldest.high if oldest else None
    terms = HandoffTerms(to=Taker.FACTOR, who="a factor", title=Title.SALE, invoices=names, overdue_days=limit)
    return _stops(check_handoff(facts, terms))


def _factor(facts: Facts, known: Assumptions) -> tuple[Finding, ...]:
    return () if factorable(facts, known) else _for_factor(facts, _late(facts), known)


def _asking(facts: Facts) -> Iterator[Finding]:
    """Yield what forbids asking the debtor for this debt at all."""
    yield from _stops(check_stay(facts.case, facts.as_of, facts.federal))
    yield from _elsewhere(facts)
    if _all_expired(facts):
        yield from (one for one in for_reminder(facts) if one.code == EXPIRED and one.stops)


def _elsewhere(facts: Facts) -> tuple[Finding, ...]:
    """Return that the claim is with somebody else, or that the case is closed."""
    return _stops((*check_whose_claim(facts.case, LETTER), *check_closed(facts, LETTER)))


def _all_expired(facts: Facts) -> bool:
    """Whether the time to sue is over for everything that is due; what is left in time can still be asked for."""
    expired = {one.message for one in for_reminder(facts) if one.code == EXPIRED and one.stops}
    return bool(expired) and len(expired) >= sum(1 for _ in due_items(facts))


def _agreed(facts: Facts) -> Iterator[Finding]:
    """Yield that a plan or settlement is in force: nothing else is asked while it is kept."""
    return (one for one in check_handoff(facts, AGENCY) if one.code == AGREED)


def _small_claims(facts: Facts, filing: Filing) -> Gate:
    may = filing.ways is not None and filing.ways.waiver.may is Say.YES
    counted = facts.case.filed_before is not None
    rows = [row for row in _met(filing) if not (row.id == "limit" and may)]
    bars = tuple(one for one in BARS if counted or one != "filing-caps")
    return _suing(facts, filing, rows, bars)


def _court(facts: Facts, filing: Filing) -> Gate:
    return Gate(_suing(facts, filing, _met(filing), ANY_COURT).closed)


def _suing(facts: Facts, filing: Filing, rows: Sequence[Tested], bars: tuple[str, ...]) -> Gate:
    agreed = (*_agreed(facts), *_elsewhere(facts))
    notes = tuple(row.finding for row in filing.tested if row.id in TO_WEIGH and row.finding and not row.stops)
    closing = [row for row in rows if row.id in bars and (row.id != "limitation" or _all_expired(facts))]
    return Gate((*agreed, *_findings(closing)), _findings(row for row in rows if row not in closing), notes)


def _met(filing: Filing) -> tuple[Tested, ...]:
    return tuple(row for row in filing.tested if row.stops and row.verdict is Verdict.STOP)


def _findings(rows: Iterable[Tested]) -> tuple[Finding, ...]:
    return tuple(row.finding for row in rows if row.finding)


def _cash(facts: Facts, known: Assumptions) -> tuple[Finding, ...]:
    if known.write_off.basis != "cash":
        return ()
    message = "on the cash basis the income was never counted, so there is nothing to deduct"
    place = facts.case.place("options", "write_off", "basis")
    return (
        stop(CASH, message, place, fix="Ask whoever prepares the return.", law="26 U.S.C. § 166(b); 26 CFR 1.166-1(e)"),
    )


def _stops(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(one for one in findings if one.stops)


def _once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple({(one.code, one.message): one for one in findings}.values())
