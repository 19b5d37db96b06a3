"""Nobody but the debtor learns of the debt: not from a machine, a colleague, a subject line, a file, an envelope."""

from __future__ import annotations

import email
import re
from email.policy import default
from functools import cache
from types import SimpleNamespace

import pytest
from every_paper import CASES, TEMPLATES, WRITTEN, Sheet, facts, faults, named, sheet, sheets
from figures import MONEY, stray
from letter_words import DEBT, SUIT, forbidden
from words import pdf_words

from kit.documents.delivery.email import attached, email_draft
from kit.documents.delivery.email_words import read_words
from kit.documents.delivery.envelope import envelope
from kit.documents.draft import Paper
from kit.paths import data_folder

OVERHEARD = [key for key in TEMPLATES if key[0] in ("internal/voicemail-script", "internal/message")]
EMAILS = sorted(path for path in (data_folder("templates") / "emails").glob("*.md") if path.stem != "README")
SPOKEN = re.compile(r"“([^”]*)”")
FEW = 4  # words; a quotation of fewer names what not to say


def unnamed(text, case):
    """Return a text without the names of the parties: a firm may be called Late Paper Supply or Due & Sons."""
    known = facts(case).case
    people = [person.name for person in known.debtor.contacts]
    names = [known.debtor.name, known.creditor.name, known.debtor.dba, known.creditor.dba, *people]
    for name in filter(None, names):
        text = text.replace(name, "")
    return text


def revealing(one):
    """Return what a script lets a stranger hear or read."""
    spoken = [said for piece in one.pieces for said in SPOKEN.findall(piece) if len(said.split()) > FEW]
    cells = [cell for block in one.blocks if not isinstance(block, str) for row in block.rows for cell in row]
    heard = [f"{found[0]} in “{said}”" for said in (*spoken, *cells) if (found := DEBT.search(unnamed(said, one.case)))]
    bills = "|".join(re.escape(invoice.id) for invoice in one.facts.case.invoices)
    figures = re.compile(rf"{MONEY.pattern}|\b(?:{bills})\b")
    return heard + [f"{found[0]} on the sheet" for said in one.pieces if (found := figures.search(said))]


@pytest.mark.parametrize("key", OVERHEARD, ids=named)
def test_what_is_left_with_others_holds_no_debt(key):
    """Words for a machine or a colleague, and the note to cut off, name people and a number; the sheet names no sum."""
    assert len(sheets(key)) > 50
    assert faults(key, revealing) == []


@pytest.mark.parametrize("key", OVERHEARD, ids=named)
def test_there_are_words_to_say(key):
    """The test above reads something: the sheet has words in quotation marks, and the list finds a debt in them."""
    said = [spoken for piece in sheet("plain", key).pieces for spoken in SPOKEN.findall(piece)]

    assert [spoken for spoken in said if len(spoken.split()) > FEW]
    assert all(DEBT.search(each) for each in ("It is about your invoice", "about $40", "your overdue work"))


@pytest.mark.parametrize("path", EMAILS, ids=lambda path: path.stem)
def test_the_words_of_emails(path):
    """The subject names the sender and the day; the body holds no threat, and a suit only beside the final demand."""
    words = read_words(path)
    body = " ".join(words.body)

    assert not DEBT.search(words.subject)
    assert forbidden(body) == []
    assert path.stem.startswith("final-demand") or not SUIT.search(body)
    assert "!" not in body


def test_a_shared_mailbox_reads_nothing_of_a_debt():
    """What several people read is about a letter, and no more."""
    words = read_words(data_folder("templates") / "emails" / "shared-mailbox.md")

    assert not DEBT.search(re.sub(r"\{\{.*?\}\}", "", " ".join(words.body)))


@cache
def message(case, key):
    """Return the draft of the email that brings a paper, None where there is no address."""
    one = sheet(case, key)
    paper = Paper(one.template, one.request, one.blanks, one.docx, b"%PDF-")
    content, _ = email_draft(one.facts, paper, attached(one.facts, [paper]))
    return None if content is None else email.message_from_bytes(content, policy=default)


READ = ("plain", "interest", "everything", "lawyer-known", "day-after", "all-sent", "promise-broken", "line-disputed")


def mails(key):
    """Return the drafts for a paper in some cases."""
    found = [(case, message(case, key)) for case in READ if case in CASES and isinstance(sheet(case, key), Sheet)]
    return [(case, mail) for case, mail in found if mail is not None]


@pytest.mark.parametrize("key", WRITTEN, ids=named)
def test_an_email_tells_nobody_else(key):
    """One reader, nobody copied in; neither the subject nor the name of the file names a debt."""
    for case, mail in mails(key):
        assert len(mail["To"].addresses) == 1, case
        assert not {"cc", "bcc"} & {name.casefold() for name in mail}, case
        assert not DEBT.search(unnamed(mail["Subject"], case)), case
        for part in mail.iter_attachments():
            name = part.get_filename()
            assert not DEBT.search(name) or key[0].startswith("statements/"), (case, name)


@pytest.mark.parametrize("key", WRITTEN, ids=named)
def test_the_figures_of_an_email_are_the_letters(key):
    """A message adds no figure of its own: every sum and every day in it can be traced, and holds no threat."""
    for case, mail in mails(key):
        body = mail.get_body(("plain",)).get_content()
        lines = [line for line in body.splitlines() if line]

        assert stray(SimpleNamespace(case=case, request=sheet(case, key).request, sentences=lines)) == []
        assert forbidden(body) == [], case


@pytest.mark.parametrize("case", [case for case in READ if case != "lawyer-known"])  # who is reached by email alone
def test_an_envelope_says_who_and_where(case):
    """Nothing on it but the names and addresses."""
    content, _ = envelope(facts(case))

    assert content
    assert not DEBT.search(unnamed(" ".join(pdf_words(content)), case))
