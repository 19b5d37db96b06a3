"""A claim in the State of Franklin with nothing in its way, and what stands in it once a fact is changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from franklin import FRANKLIN, HOME, creditor, debtor, facts_of

from kit.checks.filing import Filing, Tested, look
from kit.facts import Facts
from kit.ledger.build import build_ledger
from kit.ledger.resolution import terms_of
from kit.load.jurisdiction_file import load_jurisdiction
from kit.model.court_event import Dismissed, Filed, Judgment
from kit.model.event import Answered, Called, Disputed, Held, Promised
from kit.model.law import Jurisdiction
from kit.model.paper_event import Made, Sent
from kit.model.small_claims import EarlierFiling

TODAY = "2026-05-01"
SIGNER = {"name": "Robin Alder", "title": "Managing officer"}
AGENT = {"name": "Quay Agents LLC", "address": {**HOME, "street": "1 Quay St"}}
SUED = creditor(signer=SIGNER)
OWES = debtor(registered_agent=AGENT)
PAPERS = [
    {"id": "contract", "file": "contract.pdf", "title": "Signed agreement", "kind": "contract"},
    {"id": "bill", "file": "bill.pdf", "title": "Invoice INV-1", "kind": "invoice"},
    {"id": "note", "file": "note.pdf", "title": "Delivery note", "kind": "delivery"},
]
DECIDED = {"decided_on": "2026-04-20", "not_before": "2026-04-25"}
EVENTS = {
    "sent": Sent,
    "made": Made,
    "called": Called,
    "answers": Answered,
    "disputes": Disputed,
    "holds": Held,
    "promises": Promised,
    "filings": Filed,
    "judgments": Judgment,
    "dismissals": Dismissed,
}
WORDS = {cls: cls.model_fields["event"].annotation.__args__[0] for cls in EVENTS.values()}


def demand(n: int, on: str, pay_by: str, **more) -> dict[str, list[dict]]:
    """Return a final demand made and sent on a day."""
    made = {
        "n": n, "on": on, "document": "letters/final-demand", "files": [], "inputs": "x", "record": "r",
        "pay_by": pay_by,
    }  # fmt: skip
    return {"made": [made], "sent": [{"n": n + 1, "on": on, "made": n, "step": "final-demand", **more}]}


ASKED = demand(1, "2026-04-01", "2026-04-20")


def suit_facts(as_of: str = TODAY, forum=FRANKLIN, **changes) -> Facts:
    """Return a claim in Franklin that could be filed, with ``changes``: keys of case.yaml, or of what happened."""
    happened = {key: changes.pop(key) for key in EVENTS if key in changes}
    filed_before = changes.pop("filed_before", [])
    law = changes.pop("law", FRANKLIN)
    file = {"creditor": SUED, "debtor": OWES, "exhibits": PAPERS, "legal_action": DECIDED, **changes}
    found = facts_of(as_of, law=law, forum=forum, **file)
    told = {
        key: tuple(EVENTS[key].model_validate({"event": WORDS[EVENTS[key]], **one}) for one in ones)
        for key, ones in {**ASKED, **happened}.items()
    }
    before = None if filed_before is None else tuple(EarlierFiling.model_validate(one) for one in filed_before)
    case = found.case.model_copy(update={**told, "filed_before": before})
    terms, doubts = terms_of(case, law, found.as_of)
    ledger = build_ledger(case, terms, found.as_of)
    return replace(found, case=case, terms=terms, ledger=ledger, findings=(*doubts, *ledger.findings))


def looked(as_of: str = TODAY, **changes) -> Filing:
    """Return what filing it on a day would meet."""
    return look(suit_facts(as_of, **changes))


def gravest(filing: Filing, question: str) -> Tested:
    """Return the gravest row of a question."""
    rows = filing.of(question)
    assert rows, question
    order = ["stop", "unknown", "note", "clear"]
    return min(rows, key=lambda row: (not row.stops, order.index(row.verdict.value)))


def changed_law(tmp_path: Path, *changes: tuple[str, str]) -> Jurisdiction:
    """Return Franklin's law with texts replaced."""
    text = Path(FRANKLIN.origin).read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    (tmp_path / "us-xf.yaml").write_text(text, encoding="utf-8")
    return load_jurisdiction("us-xf", [tmp_path])
