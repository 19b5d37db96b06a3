"""The blanks of `internal/mailing-record`: what went by certified mail, to whom, and who can say so later.

The papers are those that were made for the step. What only the person at the
post office knows stays a line to fill in; nothing is sworn here.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kit.documents import wording
from kit.documents.contexts import letterhead, log_lines
from kit.documents.contexts.request import Request
from kit.documents.delivery.envelope import addressee, sender
from kit.documents.record import Source
from kit.facts import Facts
from kit.findings import KitError
from kit.journal.pending import fingerprint
from kit.journal.sending import enclosed_with, paper_sent
from kit.load.document_files import find_template
from kit.model.case import Case
from kit.model.paper_event import Made, OutputFile, Sent
from kit.model.party import Channel

LINE = "____"  # to be filled in
MARK = 12  # characters of a fingerprint, enough to tell two files apart by eye
ENVELOPE = ".envelope.pdf"


@dataclass(frozen=True, slots=True)
class Mailed:
    """One paper in the envelope; ``pages`` is a line to fill in where the file is not at hand."""

    title: str
    pages: str
    file: str
    mark: str


@dataclass(frozen=True, slots=True)
class MailingRecord:
    """The blanks of ``internal/mailing-record``."""

    footer: str
    papers: tuple[Mailed, ...]
    addressee: str
    sender: str
    mailed_on: str
    certified: str
    command: str
    recorded: str


def build(facts: Facts, request: Request) -> MailingRecord:
    """Fill the sheet for the papers of the request's step.

    Raises `KitError` where none were made, they went another way, have no postal address to go to, or a file is no
    longer what was made.
    """
    case = facts.case
    letter, sent = _mailing(case, request.step)
    numbers = sent.papers if sent else (letter.n, *enclosed_with(case, letter))
    whom = addressee(facts)
    if not whom:
        raise KitError("there is no postal address to mail to: add `address:` to the debtor, or to the debtor's lawyer")
    when = wording.day(sent.on) if sent else ""
    return MailingRecord(
        footer=letterhead.footer(case, f"record of mailing, {request.step}"),
        papers=tuple(_mailed(case, made) for made in case.made if made.n in numbers),
        addressee="\n".join(whom),
        sender="\n".join(sender(facts)),
        mailed_on=when,
        certified=(sent.certified or "") if sent else "",
        command=log_lines.log(case.id, f"sent --step {request.step} --certified NUMBER"),
        recorded=f"On record: sent on {when}, entry {sent.n} of the journal." if sent else "",
    )


def rests_on(facts: Facts, request: Request) -> tuple[Source, ...]:
    """Return the papers that the sheet speaks of, so that it is made anew when one of them is."""
    letter, _ = _mailing(facts.case, request.step)
    numbers = (letter.n, *enclosed_with(facts.case, letter))
    return tuple(Source(one.path, one.sha256) for made in facts.case.made if made.n in numbers for one in made.files)


def _mailing(case: Case, step: str) -> tuple[Made, Sent | None]:
    """Return the letter of ``step`` made last and the entry by which it was mailed, if it was."""
    if not step:
        raise KitError("a record of mailing is made for a step: name the one whose papers are mailed")
    letter = paper_sent(case, number=None, step=step, document=None, again=True)
    sent = next((one for one in reversed(case.sent) if letter.n in one.papers), None)
    if sent and sent.channel is not Channel.MAIL:
        raise KitError(f"the papers of {step} went by {sent.channel.value} on {sent.on}, not by mail")
    return letter, sent


def _mailed(case: Case, made: Made) -> Mailed:
    file = _pdf(made)
    name = Path(file.path).name if file else made.document
    return Mailed(_title(made), _pages(case, file) if file else LINE, name, file.sha256[:MARK] if file else "")


def _pdf(made: Made) -> OutputFile | None:
    """Return the file that is printed: the PDF, else the one for Word."""
    papers = [one for one in made.files if one.path.endswith((".pdf", ".docx")) and not one.path.endswith(ENVELOPE)]
    return max(papers, key=lambda one: one.path.endswith(".pdf"), default=None)


def _pages(case: Case, file: OutputFile) -> str:
    """Return how many pages the PDF has; raises `KitError` where it was changed since it was made."""
    from pypdf import PdfReader  # noqa: PLC0415 - heavy

    place = case.place("debtor")
    path = Path(place.path).parent / file.path if place else None
    now = fingerprint(path) if path else None
    if path is None or now is None or not file.path.endswith(".pdf"):
        return LINE
    if now != file.sha256:
        raise KitError(f"{file.path} was changed since it was made, so no record can say what it held; make it again")
    return str(len(PdfReader(path).pages))


def _title(made: Made) -> str:
    try:
        title = find_template(made.document, None).document.title
    except KitError:  # the user's own
        title = made.document.rsplit("/", 1)[-1].replace("-", " ").capitalize()
    return f"{title} {made.about}" if made.about else title
