"""A paper as a draft of an email: an `.eml` file that mail programs open ready to be read over and sent.

Nothing is sent from here. The message goes to one reader, copies nobody in,
and its subject names no debt. The paper travels as a PDF under a neutral name.
The same case gives the same bytes: the day is that of the paper, the mark
between the parts comes from what they hold, and the mail program that sends
the message gives it its number.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path

from kit.documents import wording
from kit.documents.contexts import letterhead
from kit.documents.contexts.overdue import Overdue
from kit.documents.delivery import email_words, header_text
from kit.documents.delivery.mailbox import Mailbox, Reader, mailbox, unusable, usable
from kit.documents.draft import Paper
from kit.documents.glyphs import texts
from kit.documents.typeset import plain
from kit.facts import Facts
from kit.findings import Finding, note
from kit.model.case import Case
from kit.model.document_ids import short_id

MANY = 4  # invoices that a sentence can name
NOON = time(12, tzinfo=UTC)
FAMILIES = {"letters": "letter", "contracts": "agreement", "agreements": "agreement"}
OTHER_WORDS = {Reader.LAWYER: "to-lawyer", Reader.SHARED: "shared-mailbox"}

Mail = tuple[str, str]  # a name and an address

_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A PDF that goes with the message, under the name its reader sees."""

    name: str
    data: bytes


def email_draft(
    facts: Facts, paper: Paper, attachments: Iterable[Attachment], own: Path | None = None
) -> tuple[bytes | None, tuple[Finding, ...]]:
    """Return the message (RFC 5322, `X-Unsent`) that brings ``attachments`` to the debtor, and what to think of first.

    The words are those of the paper's step; ``own`` is the user's folder of templates. Where an address is missing or
    must not be used there is no message, and a finding says what to add. Raises `InvalidFile` for words with faults.
    """
    to, findings = mailbox(facts)
    sender, missing = _sender(facts.case)
    if to is None or sender is None:
        return None, (*findings, *missing)
    words = email_words.read_words(words_of(paper, to, own))
    subject, body = email_words.fill(words, _blanks(facts, paper, to))
    message = _message(facts, sender, (to.name, to.address), (subject, body), tuple(attachments))
    return message, (*findings, *words.findings)


def words_of(paper: Paper, to: Mailbox, own: Path | None = None) -> Path:
    """Return the file with the words for ``paper``: of its step, else its own; some readers have others."""
    document, request = paper.template.document.id, paper.request
    family = FAMILIES.get(document.split("/", maxsplit=1)[0], "")
    names = (OTHER_WORDS[to.reader],) if to.reader in OTHER_WORDS else (request.step, short_id(document), family)
    return email_words.words_file(names, request.tone, own)


def attached(facts: Facts, papers: Iterable[Paper]) -> tuple[Attachment, ...]:
    """Return the PDFs of ``papers`` under names that tell the day or the invoice, and nothing of a debt."""
    found: dict[str, bytes] = {}
    for paper in papers:
        if paper.pdf is None:
            continue
        name = _file_name(facts, paper)
        number = next(n for n in range(1, len(found) + 2) if _numbered(name, n) not in found)
        found[_numbered(name, number)] = paper.pdf
    return tuple(Attachment(name, data) for name, data in found.items())


def _numbered(name: str, number: int) -> str:
    return f"{name}.pdf" if number == 1 else f"{name}-{number}.pdf"


def _file_name(facts: Facts, paper: Paper) -> str:
    document = paper.template.document.id
    what = FAMILIES.get(document.split("/", maxsplit=1)[0], short_id(document))
    about = _UNSAFE.sub("-", paper.request.invoice).strip("-")
    return f"{what}-{about or facts.as_of.isoformat()}"


def _sender(case: Case) -> tuple[Mail | None, tuple[Finding, ...]]:
    creditor = letterhead.creditor_of(case)
    if creditor.email is None:
        message = f"no email address of {creditor.name} is in the file; no email was drafted"
        return None, (note("K460", message, case.place("creditor"), fix="Add `email:` under `creditor` in kit.yaml."),)
    address = usable(creditor.email)
    if not address:
        return None, (unusable(f"the address of {creditor.name}", creditor.email, case.place("creditor", "email")),)
    return (creditor.dba or creditor.name, address), ()


def _message(facts: Facts, sender: Mail, to: Mail, said: tuple[str, str], attachments: tuple[Attachment, ...]) -> bytes:
    parts = EmailMessage(policy=SMTP)
    parts.set_content(said[1], cte="quoted-printable")
    for one in attachments:
        parts.add_attachment(one.data, maintype="application", subtype="pdf", filename=one.name)
    if attachments:
        digest = hashlib.sha256("\0".join(said).encode())
        for one in attachments:
            digest.update(one.data)
        parts.set_boundary(f"=_{digest.hexdigest()[:32]}")  # `=_` stands in no encoded part
    headers = {
        "X-Unsent": "1",  # Outlook opens it as a draft
        "From": header_text.mailbox("From", *sender),
        "To": header_text.mailbox("To", *to),
        "Subject": header_text.text("Subject", said[0]),
        "Date": format_datetime(datetime.combine(facts.as_of, NOON)),
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return head.encode("ascii") + parts.as_bytes()


def _blanks(facts: Facts, paper: Paper, to: Mailbox) -> Mapping[str, str]:
    case, pay_by = facts.case, paper.request.pay_by
    creditor = letterhead.creditor_of(case)
    name, title = letterhead.signer(case)
    a_firm = to.name == case.debtor.name and not case.debtor.kind.natural_person
    found = {
        "salutation": to.salutation,
        "creditor": creditor.dba or creditor.name,
        "signer": name if creditor.signer else "",
        "title": title,
        "phone": creditor.phone or "",
        "debtor": case.debtor.name,
        "reader": "" if a_firm else to.name,
        "date": wording.day(facts.as_of),
        "pay_by": wording.day(pay_by) if pay_by else "",
        "invoices": _invoices(facts, paper),
        "amount": _amount(facts, paper),
    }
    return {blank: header_text.one_line(value) for blank, value in found.items()}


def _invoices(facts: Facts, paper: Paper) -> str:
    """Return what the message is about: the invoice asked for, else those that are past their day and not disputed."""
    late = dict.fromkeys(item.invoice for item in facts.ledger.claimable if item.invoice and item.collectable > 0)
    named = [paper.request.invoice] if paper.request.invoice else list(late)
    if not named:
        return "your account"
    if len(named) > MANY:
        return wording.count(len(named), "invoice")
    return f"invoice{'' if len(named) == 1 else 's'} {wording.listing(named)}"


def _amount(facts: Facts, paper: Paper) -> str:
    """Return what the letter asks for, else what may be asked for today where the paper says the same figure."""
    if not facts.ledger.demandable:
        return ""
    if isinstance(paper.blanks, Overdue):
        return paper.blanks.total_due
    amount = wording.money(facts.ledger.demandable, facts.case.currency)
    alone = re.compile(rf"(?<![\d,.]){re.escape(amount)}(?![\d,]|\.\d)")
    said = (text for _, text in texts(plain(paper.blanks, paper.template.document.id)))
    return amount if any(alone.search(text) for text in said) else ""
