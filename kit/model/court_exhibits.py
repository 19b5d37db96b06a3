"""Which papers go to court, in which order, and under which letter.

What the case lists comes with what the kit made and the user sent: invoices,
letters, the last statement. Talks of settlement and plans stay out unless the
case lists them with `use: yes`; what was made and never sent proves nothing and
stays out. So does a record of mailing as the kit made it: it proves the mailing
once it is filled in and signed, and then the case lists its picture.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date

from kit.model.account import Exhibit, ExhibitKind
from kit.model.case import Case
from kit.model.document_ids import CALL_LOG, INVOICE, LETTERS, STATEMENT, TALKS
from kit.model.paper_event import Made

ENVELOPE = ".envelope.pdf"

_ORDER = tuple(ExhibitKind)
_PROVES = {
    ExhibitKind.CONTRACT: "what was agreed",
    ExhibitKind.GUARANTY: "who promised to pay if the debtor did not",
    ExhibitKind.ORDER: "what was ordered",
    ExhibitKind.INVOICE: "what was billed, and when it was due",
    ExhibitKind.DELIVERY: "that the work or the goods were delivered",
    ExhibitKind.STATEMENT: "how the account stood",
    ExhibitKind.LETTER: "that payment was asked for",
    ExhibitKind.MAILING: "that the letters were mailed",
    ExhibitKind.EMAIL: "what was written at the time",
    ExhibitKind.ACKNOWLEDGMENT: "that the debt was admitted",
    ExhibitKind.CALL_LOG: "when the parties spoke",
    ExhibitKind.SETTLEMENT: "what was offered",
    ExhibitKind.OTHER: "",
}


@dataclass(frozen=True, slots=True)
class CourtExhibit:
    """One paper for the court; ``file`` is its path within the case folder, empty for one still to be made."""

    label: str  # A, B, ... Z, AA
    id: str
    title: str
    kind: ExhibitKind
    file: str
    on: date | None = None
    proves: str = ""
    invoice: str = ""
    made: int | None = None  # the entry of a paper the kit made
    document: str = ""  # its document's id

    @property
    def name(self) -> str:
        """How a text refers to it: Exhibit A."""
        return f"Exhibit {self.label}"


def exhibits_of(
    case: Case, claimed: Collection[str] | None = None, *, unsent: Collection[str] = ()
) -> tuple[CourtExhibit, ...]:
    """Return the exhibits of ``case`` in order, labelled; of invoices only those ``claimed``, where that is known.

    Of the invoices ``unsent`` the newest one that was made is shown, although nobody recorded that it went out.
    """
    listed = [_listed(one) for one in case.exhibits if _chosen(one)]
    own = {(one.kind, one.invoice) for one in listed if one.invoice}
    made = [one for one in (*_made(case), *_unsent(case, unsent)) if (one.kind, one.invoice) not in own]
    wanted = [one for one in (*listed, *made) if claimed is None or not one.invoice or one.invoice in claimed]
    ordered = sorted(wanted, key=lambda one: (_rank(one.kind), one.on or date.min, _ORDER.index(one.kind)))
    return tuple(replace(one, label=label(number)) for number, one in enumerate(ordered))


def left_out(case: Case) -> tuple[Exhibit, ...]:
    """Return what the case lists and the packet leaves out."""
    return tuple(one for one in case.exhibits if not _chosen(one))


def label(number: int) -> str:
    """Return the letters of the exhibit ``number``, from 0: A to Z, then AA, AB."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _rank(kind: ExhibitKind) -> int:
    """Return the place of a kind in the list; the proof that a letter was mailed follows the letter."""
    return _ORDER.index(ExhibitKind.LETTER if kind is ExhibitKind.MAILING else kind)


def _chosen(exhibit: Exhibit) -> bool:
    return exhibit.use if exhibit.use is not None else exhibit.kind is not ExhibitKind.SETTLEMENT


def _listed(one: Exhibit) -> CourtExhibit:
    proves = one.proves or _PROVES[one.kind]
    return CourtExhibit("", one.id, one.title, one.kind, one.file, one.on, proves, one.invoice or "")


def _made(case: Case) -> Iterator[CourtExhibit]:
    """Yield the papers that went out: an invoice as it went out first, of statements the last; and the calls."""
    sent = {number for event in case.sent for number in event.papers}
    gone = [made for made in case.made if made.n in sent]
    last = max((made.n for made in gone if made.document == STATEMENT), default=None)
    billed: set[str | None] = set()
    for made in case.made:
        kind = _kind(made)
        if (kind is ExhibitKind.STATEMENT and made.n != last) or str(made.n) in case.small_claims.leave_out:
            continue
        if kind is ExhibitKind.INVOICE and made.about in billed:
            continue
        if kind and made.n in sent and (file := paper_of(made)):
            billed |= {made.about} if kind is ExhibitKind.INVOICE else set()
            yield _paper(made, kind, file)
    if case.called:
        title, proves = "Telephone log", _PROVES[ExhibitKind.CALL_LOG]
        yield CourtExhibit("", "calls", title, ExhibitKind.CALL_LOG, "", None, proves, document=CALL_LOG)


def _unsent(case: Case, names: Collection[str]) -> Iterator[CourtExhibit]:
    """Yield the newest paper of each invoice in ``names``, those left out by the case aside."""
    old = {number for one in case.made for number in one.overtaken}
    for name in names:
        made = [one for one in case.made if one.document == INVOICE and one.about == name and one.n not in old]
        if made and str(made[-1].n) not in case.small_claims.leave_out and (file := paper_of(made[-1])):
            yield _paper(made[-1], ExhibitKind.INVOICE, file)


def _paper(made: Made, kind: ExhibitKind, file: str) -> CourtExhibit:
    about = (made.about or "") if kind is ExhibitKind.INVOICE else ""
    proves = ASKING_NOTHING.get(_name(made), _PROVES[kind])
    return CourtExhibit("", f"made-{made.n}", _title(made), kind, file, made.on, proves, about, made.n, made.document)


def paper_of(made: Made) -> str:
    """Return the PDF of a paper the kit made, within the case folder; empty where there is none."""
    pdfs = (file.path for file in made.files if file.path.endswith(".pdf") and not file.path.endswith(ENVELOPE))
    return next(pdfs, "")


_QUARRELS = frozenset({"reply-threat"})  # proves nothing of the debt; who wants it in court lists it


def _kind(made: Made) -> ExhibitKind | None:
    if _name(made) in _QUARRELS or made.deal is not None or made.document in TALKS:
        return None
    if made.document.startswith(LETTERS):
        return ExhibitKind.LETTER
    return {INVOICE: ExhibitKind.INVOICE, STATEMENT: ExhibitKind.STATEMENT}.get(made.document)


_TITLES = {
    "invoice-again": "Letter with the invoice again",
    "thirty-day": "Letter at 30 days past due",
    "sixty-day": "Letter at 60 days past due",
    "terms-recalled": "Letter that recalls the signed terms",
    "promise-confirmation": "Letter confirming a promise to pay",
    "receipt": "Receipt for a payment,",
    "hold-notice": "Notice that work stops",
    "reply-complaint": "Reply to a complaint",
    "statement": "Statement of account",
    "assignment-notice": "Notice of assignment",
    "placement-notice": "Notice of placement",
    "reassignment-notice": "Notice of reassignment",
}


ASKING_NOTHING = {  # letters that ask for no payment, and what each shows
    "promise-confirmation": "that payment was promised",
    "receipt": "that a payment came and was credited",
    "hold-notice": "that the work was stopped, and why",
    "reply-complaint": "how a complaint was answered",
    "assignment-notice": "that the debtor was told whom to pay",
    "placement-notice": "that the debtor was told who acts for the creditor",
    "reassignment-notice": "that the debtor was told to pay the creditor again",
}


def _name(made: Made) -> str:
    return made.document.rsplit("/", 1)[-1]


def _title(made: Made) -> str:
    name = _name(made)
    title = _TITLES.get(name, name.replace("-", " ").capitalize())
    return f"{title} {made.about}" if made.about else title
