"""Papers as drafts of emails: one reader, a subject that names no debt, nothing that depends on the clock."""

from __future__ import annotations

import email
import re
from dataclasses import replace
from datetime import date
from email.header import decode_header, make_header
from email.policy import default
from email.utils import getaddresses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paper_cases import DEBTOR, DEMAND, INVOICE, PERSON, VARIANTS, Variant, facts_of, made

from kit.documents.contexts.request import Request
from kit.documents.delivery import header_text
from kit.documents.delivery.email import attached, email_draft
from kit.documents.delivery.email_words import BLANKS, fill, read_words, words_file
from kit.documents.delivery.mailbox import Reader, mailbox, shared, usable
from kit.documents.delivery.travel import EMAIL, travel_files, travel_sources
from kit.documents.draft import Paper, draft
from kit.findings import InvalidFile
from kit.load.document_files import find_template
from kit.model.party import Channel
from kit.paths import data_folder

FOLDER = data_folder("templates") / "emails"
FILES = sorted(path for path in FOLDER.glob("*.md") if path.stem != "README")
LAWYER = {"name": "Kim Song", "firm": "Song & Lee", "email": "kim@songlee.example"}
PDF = b"%PDF-1.7 pages\n\0\xff"


def facts(**change):
    """Return the plain case with the debtor or the creditor changed."""
    return facts_of(Variant(change))


def debtor(**change):
    """Return the plain case with something of the debtor's replaced."""
    return facts(debtor={**DEBTOR, **change})


def paper(document=DEMAND, pdf=PDF, blanks=("$4,800.00",), **asked):
    """Return a paper with blanks that say these words, without setting it."""
    said = {f"blank{n}": text for n, text in enumerate(blanks)}
    return Paper(find_template(document, None), Request(document, **asked), said, b"docx", pdf)


def mail(known, one=None, own=None):
    """Return the draft, as a mail program reads it, and what was said beside it."""
    one = one or paper()
    content, findings = email_draft(known, one, attached(known, [one]), own)
    return content and email.message_from_bytes(content, policy=default), [found.code for found in findings]


def body_of(message):
    """Return what the reader reads."""
    return message.get_body().get_content().replace("\r\n", "\n")


def test_a_mail_program_opens_a_draft():
    """It is unsent, from the creditor to one reader of the debtor's, of the day of the paper, with the PDF in it."""
    message, codes = mail(facts())

    assert message["X-Unsent"] == "1"
    assert str(message["From"]) == "Alder & Finch LLC <accounts@alderfinch.example>"
    assert str(message["To"]) == "Pat Moss <pat@latepaper.example>"
    assert message["Subject"] == "Alder & Finch LLC: letter of November 23, 2026"
    assert message["Date"].datetime.date() == date(2026, 11, 23)
    assert [part.get_filename() for part in message.iter_attachments()] == ["letter-2026-11-23.pdf"]
    assert [part.get_content() for part in message.iter_attachments()] == [PDF]
    assert not {"cc", "bcc", "message-id"} & {name.casefold() for name in message}
    assert message.defects == []
    assert codes == []


def test_the_same_case_gives_the_same_bytes():
    """Nothing in the message turns on the clock, the machine or chance; other words make another mark of parts."""
    first = email_draft(facts(), paper(), attached(facts(), [paper()]))
    other, _ = email_draft(facts(), paper(), attached(facts(), [paper(pdf=b"%PDF other")]))

    assert email_draft(facts(), paper(), attached(facts(), [paper()])) == first
    assert email.message_from_bytes(other).get_boundary() != email.message_from_bytes(first[0]).get_boundary()


def test_lines_are_those_of_the_internet():
    """Every line ends with CR LF, is ASCII, and has no more than 998 characters (RFC 5322, section 2.1.1)."""
    content, _ = email_draft(facts_of(VARIANTS["long-names"]), paper(), attached(facts(), [paper()]))

    assert b"\n" not in content.replace(b"\r\n", b"")
    assert content.isascii()
    assert max(map(len, content.split(b"\r\n"))) <= 998


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_of_words_can_be_filled(path):
    """Each has a subject, words where all is missing that can be, and no blank left in it."""
    words = read_words(path)
    never_missing = {
        "creditor": "Alder",
        "debtor": "Late",
        "reader": "Pat",
        "date": "May 1",
        "invoices": "your account",
    }
    subject, body = fill(words, dict.fromkeys(BLANKS, "") | never_missing)

    assert words.findings == ()
    assert subject.startswith("Alder: ")
    assert len(body.split()) > 10
    assert "{" not in subject + body
    assert "\n\n\n" not in body


def test_golden_words(golden):
    """A change of one word in an email is seen by whoever reads the change."""
    known = facts(creditor={"phone": "555-010-0100"})
    said = []
    for path in FILES:
        name, _, tone = path.stem.partition(".")
        words = read_words(words_file([name], tone))
        to = replace(mailbox(known)[0], reader=Reader.SHARED if name == "shared-mailbox" else Reader.PERSON)
        blanks = {
            "salutation": to.salutation,
            "creditor": "Alder & Finch LLC",
            "signer": "Jordan Finch",
            "title": "Managing member",
            "phone": "555-010-0100",
            "debtor": "Late Paper Supply Inc.",
            "reader": "Pat Moss",
            "date": "November 23, 2026",
            "pay_by": "December 7, 2026",
            "invoices": "invoice INV-104",
            "amount": "$4,800.00",
        }
        subject, body = fill(words, blanks)
        said.append(f"== {path.stem}\n{subject}\n\n{body}")
    golden("emails", "\n".join(said))


def test_a_line_without_its_value_is_left_out():
    """No sum, no day, no telephone: the line that would say it is not there, and no hole is left."""
    known = facts(creditor={"phone": None})
    message, _ = mail(known, paper(blanks=(), step="sixty-day"))
    body = body_of(message)

    assert "$" not in body
    assert "Please pay by" not in body
    assert body.endswith("Jordan Finch\nManaging member\nAlder & Finch LLC\n")
    assert "\n\n\n" not in body


def test_a_figure_stands_in_the_email_only_where_it_stands_in_the_paper():
    """The sum of the ledger is repeated where the paper says it; beside a paper with another sum, none is said."""
    said, _ = mail(facts(), paper(pay_by=date(2026, 12, 7)))
    other, _ = mail(facts(), paper(blanks=("$14,800.00", "$4,800.005", "4,800.00")))

    assert "It asks for $4,800.00 by December 7, 2026." in body_of(said)
    assert "$" not in body_of(other)


def test_the_email_of_a_first_reminder_asks_for_what_the_letter_asks_for():
    """Interest stands on the account and is not asked for yet; the email names the sum of the letter."""
    known = facts_of(VARIANTS["interest"])
    request = Request("letters/friendly-reminder", step="friendly-reminder")
    drafted = draft(known, request, find_template("letters/friendly-reminder", None))

    message, _ = mail(known, drafted)

    assert drafted.blanks.total_due == "$7,072.90" != f"${known.ledger.demandable:,}"
    assert "We have not seen $7,072.90 arrive yet." in body_of(message)


@pytest.mark.parametrize(
    ("step", "tone", "expected"),
    [
        ("second-reminder", "", "second-reminder"),
        ("second-reminder", "firm", "second-reminder.firm"),
        ("terms-recalled", "firm", "terms-recalled"),  # no words of that tone
        ("a-step-of-my-own", "", "final-demand"),  # those of the paper
        ("../../starter/kit", "", "final-demand"),
        ("", "", "final-demand"),
    ],
)
def test_whose_words(step, tone, expected):
    """A step's own words in its tone, else without a tone, else those of the paper."""
    sources = travel_sources(facts(), paper(step=step, tone=tone), Channel.EMAIL)

    assert list(sources) == [f"emails/{expected}.md"]


def test_own_words_come_first(tmp_path):
    """A file in the user's own folder is used instead of the kit's."""
    (tmp_path / "emails").mkdir()
    (tmp_path / "emails" / "final-demand.md").write_text(
        "<!-- ours -->\n\nSubject: From {{ signer }}\n\nHello {{ reader }}", "utf-8"
    )
    message, codes = mail(facts(), own=tmp_path)

    assert message["Subject"] == "From Jordan Finch"
    assert body_of(message) == "Hello Pat Moss\n"
    assert codes == []


@pytest.mark.parametrize(
    ("words", "place", "message"),
    [
        ("Dear all,\n", ":1:1", "the words of an email start with a line `Subject: ...`"),
        ("", ":1:1", "the words of an email start with a line `Subject: ...`"),
        ("Subject:\n\nHi", ":1:1", "the words of an email start with a line `Subject: ...`"),
        ("Subject: About {{ amount }}\n\nHi", ":1:16", "`{{ amount }}` does not stand in a subject"),
        ("Subject: Hi\n\nPay {{ ammount }} now", ":3:5", "`{{ ammount }}` is not a blank of emails"),
        ("Subject: Hi\n\n{% if amount %}", ":3:1", "an email's words hold blanks such as `{{ amount }}`"),
        ("Subject: Hi\n\n{{ amount | upper }}", ":3:1", "an email's words hold blanks such as `{{ amount }}`"),
    ],
)
def test_words_with_a_fault(tmp_path, words, place, message):
    """Words that cannot be filled are refused with their place, and no message is made."""
    (tmp_path / "emails").mkdir()
    (tmp_path / "emails" / "final-demand.md").write_text(words, "utf-8")

    with pytest.raises(InvalidFile) as refused:
        mail(facts(), own=tmp_path)

    found = refused.value.findings[0]
    assert found.code == "K466"
    assert found.message.startswith(message)
    assert str(found.place).endswith(f"final-demand.md{place}")


def test_words_that_are_no_text(tmp_path):
    """A file in another encoding is named in a sentence."""
    (tmp_path / "emails").mkdir()
    (tmp_path / "emails" / "final-demand.md").write_bytes("Subject: Grüße".encode("utf-16"))

    with pytest.raises(InvalidFile, match="not UTF-8"):
        mail(facts(), own=tmp_path)


@pytest.mark.parametrize("subject", ["Unpaid invoice", "Your balance", "Final notice", "$4,800.00", "Past due!"])
def test_a_subject_of_ones_own_that_tells(tmp_path, subject):
    """One's own subject may say what it likes, and the word that others can read is named."""
    (tmp_path / "emails").mkdir()
    (tmp_path / "emails" / "final-demand.md").write_text(f"Subject: {subject}\n\nHello", "utf-8")
    message, codes = mail(facts(), own=tmp_path)

    assert message["Subject"] == subject
    assert codes == ["K467"]


SAM = {"name": "Sam Reed", "email": "sam@latepaper.example"}
ANN = {"name": "Ann Lake", "email": "ann@latepaper.example", "accepts": ["email", "phone"]}
ANNS = "Ann Lake <ann@latepaper.example>"
NO_EMAIL = {"on": "2026-10-01", "channels": ["email"]}
NO_CALLS = {"on": "2026-10-01", "channels": ["phone"]}
TEL = {"name": "Tel Only", "email": "tel@latepaper.example", "accepts": ["phone"]}


@pytest.mark.parametrize(
    ("change", "expected", "codes"),
    [
        ({"contacts": [SAM, ANN]}, ANNS, []),
        ({"contacts": [TEL, SAM]}, "Sam Reed <sam@latepaper.example>", []),
        ({"contacts": [], "email": "jo@paper.example"}, '"Late Paper Supply Inc." <jo@paper.example>', []),
        ({"contacts": [TEL], "email": "jo@paper.example"}, '"Late Paper Supply Inc." <jo@paper.example>', []),
        ({"contacts": [ANN], "lawyer": LAWYER}, "Kim Song <kim@songlee.example>", []),
        ({"contacts": [ANN], "lawyer": {"name": "Kim Song"}}, None, ["K460"]),
        ({"contacts": []}, None, ["K460"]),
        ({"contacts": [TEL]}, None, ["K460"]),
        ({"contacts": [ANN], "no_contact": NO_EMAIL}, None, ["K463"]),
        ({"contacts": [ANN], "no_contact": {"on": "2026-10-01"}}, None, ["K463"]),
        ({"contacts": [ANN], "no_contact": NO_CALLS}, ANNS, []),
        ({"contacts": [{**ANN, "email": 'a"b@x.example'}]}, None, ["K461"]),
        ({"contacts": [{**ANN, "email": "a@düren.example"}]}, "Ann Lake <a@xn--dren-0ra.example>", []),
        ({"contacts": [{**ANN, "email": "info@latepaper.example"}]}, "Ann Lake <info@latepaper.example>", ["K462"]),
    ],
)
def test_to_whom(change, expected, codes):
    """The lawyer alone once there is one; else who agreed to email, who was not asked, the debtor; never a no."""
    message, said = mail(debtor(**change))

    assert (message and str(message["To"])) == expected
    assert said == codes


def test_a_lawyer_reads_other_words():
    """The letter to a lawyer speaks of the client, not of the reader's debt."""
    message, _ = mail(debtor(lawyer=LAWYER))
    body = body_of(message)

    assert "you represent Late Paper Supply Inc." in body
    assert not re.search(r"\bpay|\bowe|\$", body)


def test_several_readers_read_nothing_of_money():
    """A mailbox such as office@ gets words that name no debt; a consumer's paper does not go there at all."""
    shared_by_many = [{"name": "Pat Moss", "email": "office@latepaper.example"}]
    message, codes = mail(debtor(contacts=shared_by_many))
    body = body_of(message)
    consumer = {**PERSON, "purpose": "consumer"}
    consumer["debtor"] = {**consumer["debtor"], "contacts": shared_by_many}

    assert codes == ["K462"]
    assert "Please pass it on unopened to Pat Moss." in body
    assert not re.search(r"\bpay|\bowe|\bdue\b|invoice|amount|\$", body)
    assert mail(facts(**consumer)) == (None, ["K462"])


def test_a_firm_is_not_asked_to_pass_a_letter_to_itself():
    """Where only the firm's own mailbox is known, nobody is named who should get the letter."""
    message, codes = mail(debtor(contacts=[], email="office@latepaper.example"))

    assert codes == ["K462"]
    assert "pass it on" not in body_of(message)
    assert "for Late Paper Supply Inc. is attached." in body_of(message)


def test_a_consumer_is_written_to_privately():
    """For a consumer the user is told that nobody else may read the address."""
    consumer = {**PERSON, "purpose": "consumer"}
    consumer["debtor"] = {**consumer["debtor"], "email": "jo.reed@mail.example"}

    assert mail(facts(**consumer))[1] == ["K464"]


def test_a_creditor_without_an_address_drafts_nothing():
    """Without an address to write from the finding says what to add."""
    content, findings = email_draft(facts(creditor={"email": None}), paper(), ())

    assert content is None
    assert [found.fix for found in findings] == ["Add `email:` under `creditor` in kit.yaml."]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("info@x.example", True),
        ("accounts.payable@x.example", True),
        ("AP+jo@x.example", True),
        ("pat@x.example", False),
        ("pat.office@x.example", False),
        ("informer@x.example", False),
    ],
)
def test_whose_mailbox_it_looks_like(address, expected):
    """An office's name before the @ is told from a person's."""
    assert shared(address) is expected


HOSTILE = [
    "Pat\r\nBcc: all@x.example",
    'Pat "P" <x@y.example>,',
    "Zoë, of Łódź",
    "=?utf-8?q?a?=",
    "A\0B\x1b[1m",
    "p;q:",
]


@given(name=st.one_of(st.text(max_size=200), st.sampled_from(HOSTILE)), subject=st.text(max_size=200))
def test_no_name_becomes_a_header(name, subject):
    """Whatever stands in a name: one reader, one subject, no further header, and the words come back as they were."""
    head = f"To: {header_text.mailbox('To', name, 'pat@x.example')}\r\nSubject: {header_text.text('Subject', subject)}"
    message = email.message_from_bytes(f"{head}\r\n\r\nbody".encode("ascii"))
    (found, address), *others = getaddresses([message["To"].replace("\r\n", "")])
    back = make_header(decode_header(message["Subject"].replace("\r\n", "")))

    assert message.keys() == ["To", "Subject"]
    assert not others
    assert address == "pat@x.example"
    assert str(make_header(decode_header(found))).strip() == header_text.one_line(name)
    assert str(back) == header_text.one_line(subject)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_in_a_whole_message(name):
    """A name with line breaks, quotes or foreign letters harms neither the message nor its words."""
    known = facts()
    changed = known.case.debtor.contacts[0].model_copy(update={"name": name})
    case = known.case.model_copy(
        update={"debtor": known.case.debtor.model_copy(update={"name": name, "contacts": (changed,)})}
    )
    message, _ = mail(replace(known, case=case))

    assert [one.addr_spec for one in message["To"].addresses] == ["pat@latepaper.example"]
    assert message["Bcc"] is None
    assert body_of(message).startswith(f"Dear {header_text.one_line(name)}:\n")


@given(st.emails())
def test_addresses_are_plain(address):
    """An address is written as it is or not at all."""
    assert usable(address) in (address, "")


def test_values_are_not_read_as_words():
    """A value that looks like a blank prints as it is."""
    words = read_words(FOLDER / "letter.md")
    _, body = fill(words, dict.fromkeys(BLANKS, "") | {"salutation": "Dear {{ amount }}:", "creditor": "A"})

    assert body.startswith("Dear {{ amount }}:\n")


def test_the_whole_way():
    """A paper made as `kit` makes it goes into its draft, the copy of the invoice with it, each under its own name."""
    known = facts()
    letter, bill = made(known, DEMAND), made(known, INVOICE, "INV-104")
    files, findings = travel_files(known, letter, Channel.EMAIL, enclosed=[bill, bill])
    message = email.message_from_bytes(files[EMAIL], policy=default)
    found = {part.get_filename(): part.get_content() for part in message.iter_attachments()}

    assert findings == ()
    assert list(found) == ["letter-2026-11-23.pdf", "invoice-INV-104.pdf", "invoice-INV-104-2.pdf"]
    assert found["letter-2026-11-23.pdf"] == letter.pdf


def test_nothing_to_attach_is_said():
    """Without a PDF there is no draft, and a finding names the paper."""
    files, findings = travel_files(facts(), paper(pdf=None), Channel.EMAIL)

    assert files == {}
    assert [(found.code, "Final demand" in found.message) for found in findings] == [("K465", True)]
