"""Papers for the house alone: what is looked up before a reminder, what is said on the telephone, and to whom."""

from __future__ import annotations

import re
import shlex
from decimal import Decimal
from functools import cache
from io import BytesIO

import pytest
import yaml
from click.testing import CliRunner
from paper_cases import (
    AS_OF,
    CASES,
    CREDITOR,
    DEBTOR,
    FOUR,
    HOSTILE,
    LAWS,
    PERSON,
    PLAIN,
    VARIANTS,
    Variant,
    agreed,
    bill,
    facts_of,
    made,
    merged,
)
from paper_text import text
from pypdf import PdfReader

from kit import pipeline
from kit.cli import main
from kit.documents.contexts import call_script, message, own_books, voicemail_script
from kit.documents.contexts.request import Request
from kit.findings import KitError
from kit.paths import data_folder

BOOKS, SCRIPT = "internal/own-books", "internal/call-script"
VOICEMAIL, MESSAGE = "internal/voicemail-script", "internal/message"
HOUSE = (BOOKS, SCRIPT, VOICEMAIL, MESSAGE)
FOLDERS = ("fence", "label-design", "paper-on-account", "retainer")

DEBT = re.compile(
    r"\bdebt|\bow(?:e|es|ed|ing)\b|overdue|unpaid|\bpaid\b|\bpay|invoice|\bbill|balance|amount|\bsum\b|money|\bdue\b|"
    r"collect|credit|recover|account|remind|arrears|outstanding|settle|demand|claim|court|legal|contract|promise|"
    r"dispute|bankrupt|late\b|\bfees?\b|interest|charge|\$|dollar|urgent|important",
    re.IGNORECASE,
)
QUOTED = re.compile(r"add no “urgent” and no “important”")  # names what is not to be said

TALKED = {"on": "2026-11-20", "event": "called", "at": "10:00", "to": "Pat Moss", "spoke": "yes"}
HELD = {"on": "2026-11-01", "event": "held", "reason": "by_hand", "text": "the owner is in hospital"}
PROMISED = {"on": "2026-11-20", "event": "promised", "by": "2026-11-30", "amount": "500.00"}
LAWYER = {"name": "Kim Song", "firm": "Song & Lee", "email": "kim@songlee.example", "phone": "555-010-0190"}
TWO_PEOPLE = [{"name": "Pat Moss", "accepts": ["email"], "phone": "1"}, {"name": "Zoë Łukasiewicz", "phone": "2"}]

MORE: dict[str, Variant] = {
    "telling-name": Variant({"creditor": {"name": "Overton Credit & Recovery Corp.", "kind": "corporation"}}),
    "collector": Variant({"creditor": {"dba": "Overton Collections", "signer": {"title": "Credit manager"}}}),
    "lawyer-phone": Variant({"debtor": {"lawyer": LAWYER}}),
    "person-lawyer": Variant(merged(PERSON, {"debtor": {"lawyer": LAWYER}})),
    "person-phone": Variant(merged(PERSON, {"debtor": {"phone": "555-010-0123"}})),
    "no-contacts": Variant({"debtor": {"contacts": None}}),
    "bankrupt": Variant({"bankruptcy": {"petition_on": "2026-10-01", "chapter": "7"}}),
    "no-calls": Variant({"debtor": {"no_contact": {"on": "2026-10-01", "channels": ["phone"]}}}),
    "talked": Variant({}, journal=(TALKED,)),
    "held": Variant({}, journal=(HELD,)),
    "promised": Variant({}, journal=(PROMISED,)),
    "promise-broken": Variant({}, journal=({**PROMISED, "on": "2026-10-01", "by": "2026-10-15"},)),
    "disputed-all": Variant({}, journal=({"on": "2026-08-02", "event": "disputed", "invoice": "INV-104"},)),
    "one-held": Variant({"invoices": FOUR}, journal=({**HELD, "invoice": "INV-104"},)),
}
EVERY = VARIANTS | MORE
SPEAKS = [name for name in EVERY if name not in ("overpaid", "money-held")]


@cache
def facts(name):
    """Return everything known about a case of the tests, or about one of the case folders."""
    if name in FOLDERS:
        return pipeline.gather(pipeline.load_case(CASES / name, as_of=AS_OF))
    return facts_of(EVERY[name])


def script(name):
    """Return the blanks of the call script."""
    return call_script.build(facts(name), Request(SCRIPT))


def voicemail(name):
    """Return the blanks of the words for a machine."""
    return voicemail_script.build(facts(name), Request(VOICEMAIL))


def left(name):
    """Return the blanks of the message for a colleague."""
    return message.build(facts(name), Request(MESSAGE))


def books(name):
    """Return the record beside each question of the own books, by the question's first words."""
    return {check.asks: check.record for check in own_books.build(facts(name), Request(BOOKS)).checks}


def record(name, asks):
    """Return what is on record about the one question that holds ``asks``."""
    (found,) = [said for question, said in books(name).items() if asks in question]
    return found


def said_to_others(blanks, *names):
    """Return all that the sheet says, without names of people and firms and without telephone numbers."""
    whole = "\n".join(str(getattr(blanks, name)) for name in blanks.__slots__)
    for name in filter(None, names):
        whole = whole.replace(name, "").replace(name.rstrip("."), "")
    return whole


# Nobody but the debtor hears of it


@pytest.mark.parametrize("name", list(EVERY))
@pytest.mark.parametrize("sheet", [voicemail, left])
def test_no_word_of_a_debt_no_figure_no_invoice(sheet, name):
    """A machine, a colleague and whoever finds the sheet learn a name, a number and a time."""
    case, blanks = facts(name).case, sheet(name)
    lawyer = case.debtor.lawyer
    numbers = [one.phone for one in (case.creditor, case.debtor, *case.debtor.contacts, lawyer) if one]
    people = [case.creditor.signer and case.creditor.signer.name, *(one.name for one in case.debtor.contacts)]
    firms = [case.creditor.name, case.creditor.dba, case.debtor.name, lawyer and lawyer.name, lawyer and lawyer.firm]
    whole = said_to_others(blanks, *firms, *people, *numbers)

    assert not DEBT.search(whole), DEBT.search(whole)
    assert not re.search(r"\d", whole), whole
    assert [one.id for one in case.invoices if one.id in whole] == []


@pytest.mark.parametrize("document", [VOICEMAIL, MESSAGE])
def test_the_sheet_itself_names_nothing(document):
    """Nor do the words around them, which lie on a desk."""
    words = (data_folder("templates") / document / "en.md").read_text("utf-8")
    shown = QUOTED.sub(
        "",
        re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", words)
        .replace('"urgent"', "“urgent”")
        .replace('"important"', "“important”"),
    )

    assert not DEBT.search(shown), DEBT.search(shown)
    assert not re.search(r"\d", shown)


@pytest.mark.parametrize(
    "word", ["your debt", "the invoice", "you owe", "overdue", "$40", "past due", "our Credit Office"]
)
def test_the_word_list_bites(word):
    """The list finds what it is there for."""
    assert DEBT.search(word)


@pytest.mark.parametrize("name", ["telling-name", "collector"])
def test_a_firm_whose_name_tells_is_not_named(name):
    """A recovery firm's caller gives his own name alone, and never a title."""
    heard = voicemail(name).words + left(name).words + left(name).caller + script(name).hello

    assert "Jordan Finch" in heard
    assert not re.search(r"Recovery|Collections|Credit manager", heard)


@pytest.mark.parametrize("name", list(EVERY))
def test_nothing_is_said_before_the_right_person_is_there(name):
    """Opening words name nobody's invoice and no amount, whoever answers."""
    case, opening = facts(name).case, script(name).hello

    for known in (case.creditor.name, case.debtor.name, case.creditor.dba, *(one.name for one in case.debtor.contacts)):
        opening = opening.replace((known or "\0").rstrip("."), "")
    assert not re.search(r"invoice|\bowe|debt|overdue|due\b|unpaid|\$|\d", opening)


def test_fifteen_seconds():
    """At three words a second, what is left on a machine takes about fifteen."""
    for name in EVERY:
        words = voicemail(name).words
        assert not words or len(words.split()) - len(facts(name).case.creditor.name.split()) <= 45


def test_a_person_is_asked_for_and_nobody_else_speaks_for_them():
    """Where a person owes, no family member is asked who decides."""
    blanks = script("person")

    assert "May I speak with Jo Reed, please?" in blanks.hello
    assert blanks.be_sure == "“Am I speaking with Jo Reed in person?”"
    assert "you alone" in blanks.not_me_reply
    assert "Who decides" not in blanks.not_me_reply
    assert not any("--reason left" in line.command for line in blanks.lines)


# Whom to call, and when


def test_who_takes_calls_is_called():
    """The first contact who accepts calls, with the number; one who wants email alone is not called."""
    variant = Variant({"debtor": {"contacts": TWO_PEOPLE}})
    blanks = call_script.build(facts_of(variant), Request(SCRIPT))

    assert blanks.whom.startswith("Zoë Łukasiewicz")
    assert blanks.number == "2"


def test_without_a_name_the_right_person_is_found_first():
    """Nobody is named in the file: the script asks who looks after supplier accounts; a message goes to the manager."""
    assert "Who looks after supplier accounts at Late Paper Supply Inc.?" in script("no-contacts").hello
    assert voicemail("no-contacts").whom == left("no-contacts").whom == "the manager"
    assert "none in the file" in script("no-contacts").number


@pytest.mark.parametrize("name", ["lawyer-phone", "person-lawyer"])
def test_a_lawyer_is_called_alone(name):
    """Once a lawyer is known, the script says so in bold and asks for the lawyer; a message stays in that office."""
    blanks = script(name)

    assert blanks.lawyer_sentence.startswith(f"{facts(name).case.debtor.name} has a lawyer. Do not call")
    assert (blanks.whom.split(",")[0], blanks.number) == ("Kim Song", "555-010-0190")
    assert "May I speak with Kim Song" in blanks.hello
    assert "your client" in blanks.question
    assert "Pat Moss" not in "".join(map(str, (blanks.hello, blanks.be_sure, blanks.lines)))
    assert "only at the office of Song & Lee" in voicemail(name).only_there
    assert voicemail(name).whom == left(name).whom == "Kim Song"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("bankrupt", "filed for bankruptcy"),
        ("no-calls", "not to be called"),
        ("disputed-all", "is disputed"),
        ("overpaid", "Nothing is past due"),
    ],
)
def test_no_words_for_a_call_that_must_not_be(name, why):
    """Where law, the debtor's wish or the account forbids it, there is the reason and nothing to say."""
    blanks, paper = script(name), made(facts(name), SCRIPT)

    assert why in " ".join(reason.text for reason in blanks.reasons)
    assert blanks.facts == voicemail(name).words == left(name).words == ""
    assert "Leave nothing today" in voicemail(name).not_now
    assert not re.search(r"\$\d|I am calling|kit log called", text(paper.docx))


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("talked", "no call for 7 days after a conversation"),
        ("held", "the owner is in hospital"),
        ("promised", "promised to pay by 2026-11-30"),
    ],
)
def test_what_the_user_may_judge_stands_first(name, why):
    """A hold, a promise or a talk last week is said before the script, which follows for who decided otherwise."""
    words = text(made(facts(name), SCRIPT).docx)

    assert why in words
    assert words.index("Do not call today") < words.index(why) < words.index("I am calling about")
    assert "--override" not in words


def test_hours_are_the_laws_and_the_debtors():
    """Between the hours of the federal rule, on the clock where the debtor is, with one's own beside it."""
    there = {"city": "Houston", "state": "TX", "zip": "77011", "time_zone": "America/Chicago"}
    here = {"state": "CA", "zip": "94612"}
    change = {"debtor": {"address": {**DEBTOR["address"], **there}}, "creditor": {"address": here}, "forum": "us-xf"}
    when = call_script.build(facts_of(Variant(change)), Request(SCRIPT)).when

    assert "Between 8 in the morning and 9 in the evening, on the clock in Houston, TX (Chicago time)." in when
    assert "On your clock: 6 in the morning and 7 in the evening." in when
    del change["debtor"]["address"]["time_zone"]  # the state lies in two
    both = call_script.build(facts_of(Variant(change)), Request(SCRIPT)).when
    assert "(Chicago or Denver time; be in time in both)" in both
    assert "7 days" in script("plain").how_often
    assert script("person").how_often.startswith(
        "At most 2 calls in 7 days (2021 Franklin Acts ch. 7), and none for 7 days after a talk."
    )


def test_consent_to_record_is_always_asked():
    """Everybody is asked, whatever the law; a law that asks everybody is cited."""
    silent = Variant({"debtor": {"address": {"state": "XG"}}, "creditor": {"address": {"state": "XG"}}})

    assert "Franklin Code § 21-1" in script("plain").consent.replace("\N{NO-BREAK SPACE}", " ")
    other = call_script.build(facts_of(silent), Request(SCRIPT)).consent
    assert other == (
        "Everybody, always, because a call joins two places and some of them ask for the yes of each person."
    )
    for name in ("plain", "lawyer-phone", "person"):
        assert "Is that all right with you?" in text(made(facts(name), SCRIPT).docx)


# The facts


def money(said):
    """Return the amount in words such as $1,234.50, below zero where a line takes off."""
    amount = Decimal(re.sub(r"[^\d.]", "", said))
    return -amount if "\N{MINUS SIGN}" in said else amount


@pytest.mark.parametrize("name", [name for name in SPEAKS if name not in ("one-held", "expired")])
def test_the_call_asks_for_what_a_letter_may_ask(name):
    """The sum said aloud is the account's, and the lines under it add up to it."""
    blanks, owed = script(name), facts(name).ledger.demandable

    assert not blanks.facts or owed
    if blanks.facts:
        assert money(re.search(r"Today \D*([\d,.]+\d)", blanks.facts)[1]) == owed
        assert money(blanks.total) == owed
        assert not blanks.items or sum(money(item.amount) for item in blanks.items) == owed


def test_three_sentences():
    """What it is about, since when, and how much today; several invoices and parts in one breath."""
    assert script("plain").facts == (
        "“I am calling about our invoice INV-104 of July 1, 2026 for $4,800.00, for a new label range. "
        "It was due on July 31, 2026. Today $4,800.00 is still open.”"
    )
    assert script("many").facts.startswith("“I am calling about 25 of our invoices; ")
    assert "Part 1 of 2 was due on November 1, 2026." in script("one-instalment").facts
    assert "falls due in parts, the first on September 1, 2026." in script("instalments").facts
    assert "with the charges that we agreed on," in script("late-flat").facts


def test_what_is_left_out_of_the_call():
    """A dispute, an invoice on hold and a broken promise are named to the caller; what is held is not asked for."""
    asides = " ".join(one.text for name in ("disputed-two", "one-held", "promise-broken") for one in script(name).aside)

    assert "that they dispute on INV-102 and INV-104" in asides
    assert "Leave out what is on hold: INV-104." in asides
    assert "On October 1, 2026 they promised a payment by October 15, 2026" in asides
    assert "INV-104" not in script("one-held").facts + "".join(item.what for item in script("one-held").items)
    assert script("one-held").total == "$3,945.75"  # 1,235.50 + 2,400.00 + 310.25


def test_letters_that_went_out_are_called_by_their_names():
    """Who calls reads of the 30-day letter, and of what was said about money, in words."""
    sent = [("2026-11-02", "letters/thirty-day"), ("2026-11-09", "letters/terms-recalled")]
    journal = [{"on": on, "event": "sent", "document": name, "channel": "mail"} for on, name in sent]
    journal.append({"on": "2026-11-16", "event": "answered", "reason": "cash"})
    known = call_script.build(facts_of(Variant(journal=tuple(journal))), Request(call_script.__name__))
    what = [one.what for one in known.history]

    assert what[:2] == ["We sent the 30-day letter by mail.", "We sent the letter that recalls the terms by mail."]
    assert len(known.aside) == 1
    assert known.aside[0].text.startswith("On November 16, 2026 they said that money is short. Thank them for")


# What is typed afterwards


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return a case on disk, with its folder as the place one types in."""
    case = tmp_path / "late-paper"
    case.mkdir()
    (tmp_path / "kit.yaml").write_text(f"jurisdictions: {yaml.safe_dump(str(LAWS))}", "utf-8")
    (case / "case.yaml").write_text(yaml.safe_dump(merged(PLAIN, {"invoices": FOUR}), allow_unicode=True), "utf-8")
    monkeypatch.chdir(case)
    return case


def typed(command):
    """Type a command of the sheets, with its gaps filled; return what the kit answered."""
    gaps = {"HH:MM": "10:30", "YYYY-MM-DD": "2026-12-04", "0.00": "100.00", '"its number"': "INV-101"}
    for gap, value in gaps.items():
        command = command.replace(gap, value)
    program, *words = shlex.split(command)
    assert program == "kit"
    return CliRunner().invoke(main, [*words, "--as-of", str(AS_OF)])


@pytest.mark.parametrize("number", range(11))
def test_what_is_to_be_typed_can_be_typed(number, folder):
    """Every command on the script records what it says."""
    blanks = call_script.build(pipeline.look(folder, as_of=AS_OF), Request(SCRIPT))
    result = typed(blanks.lines[number].command)

    assert len(blanks.lines) == 11
    assert result.exit_code == 0, result.output
    assert (folder / "journal.yaml").is_file()


@pytest.mark.parametrize("sheet", [voicemail_script, message])
def test_a_message_can_be_recorded(sheet, folder):
    """So does the command on the sheets for a machine and for a colleague."""
    blanks = sheet.build(pipeline.look(folder, as_of=AS_OF), Request(VOICEMAIL))
    result = typed(blanks.command)

    assert result.exit_code == 0, result.output
    assert "reached nobody" in result.output


def test_the_check_can_be_recorded(folder, monkeypatch):
    """The own books end with a command for the folder above the case."""
    monkeypatch.chdir(folder.parent)
    blanks = own_books.build(pipeline.look(folder, as_of=AS_OF), Request(BOOKS))
    result = typed(blanks.command)

    assert blanks.command == "kit log late-paper checked --step own-books"
    assert result.exit_code == 0, result.output


def test_a_name_that_a_shell_would_read_is_not_in_a_command():
    """Quotes, dollars and the like in a name never reach a command line."""
    for line in script("hostile-names").lines:
        assert HOSTILE not in line.command
        assert shlex.split(line.command)


# One's own books


def test_what_is_not_on_record_is_said_to_be_so():
    """A bare case: nothing sent, nothing paid, nothing said, and no guess in its place."""
    assert record("plain", "arrived") == "not on record as sent: INV-104"
    assert record("plain", "The bank") == "no payment on record"
    assert (
        record("plain", "complaint")
        == record("plain", "promise")
        == record("plain", "agree to")
        == ("nothing on record")
    )
    assert record("no-contacts", "handles") == "nobody is named in the file"
    assert record("plain", "order number") == "no order number on any of them"


def test_how_an_invoice_went_out_is_on_the_list(folder):
    """Made and sent through the kit: the day and the way stand beside the invoice, and beside no other."""
    for words in ("invoice INV-102", "log . sent --document invoice --channel email --to Pat"):
        done = CliRunner().invoke(main, [*_with_case(words), "--as-of", str(AS_OF)])
        assert done.exit_code == 0, done.output
    sent = {one.invoice: one.sent for one in own_books.build(pipeline.look(folder, as_of=AS_OF), Request(BOOKS)).bills}

    assert sent.pop("INV-102") == "Nov 23, 2026, by email to Pat"
    assert set(sent.values()) == {"not on record"}


def _with_case(words):
    first, *rest = words.split()
    return [first, *rest] if first == "log" else [first, ".", *rest]


def test_money_on_record():
    """The last payment that stayed, those that came back, credits, and money held."""
    assert record("bounced", "The bank") == "last on record: $700.00 in cash on Aug 10, 2026 (P-2)"
    assert record("bounced", "came back") == "P-3, $500.00, on Sep 6, 2026"
    assert "C-1, $300.00 on INV-104 (two labels left out)" in record("credits", "right amount")
    assert record("fence", "came back") == "ck-3398, $6,500.00, on Jul 15, 2026"


def test_a_due_day_that_was_not_agreed():
    """An invoice with a day of its own is named beside the days agreed."""
    name = Variant({"invoices": [FOUR[0], bill("INV-9", "2026-06-01", "10.00", due_on="2026-06-08")]})
    checks = {one.asks: one.record for one in own_books.build(facts_of(name), Request(BOOKS)).checks}

    assert checks["Due on the day that was agreed?"] == "agreed: 30 days after the invoice; not so on INV-9"
    assert record("plain", "Due on").endswith("so on every one")
    none = Variant({"invoices": [bill("INV-9", "2026-06-01", "10.00", due_on="2026-06-08")], **agreed(net_days=None)})
    assert "no number of days" in str(own_books.build(facts_of(none), Request(BOOKS)).checks)


def test_what_was_said_is_on_the_list():
    """Disputes, answers, promises and holds stand beside their questions, each with its day."""
    assert "Aug 2, 2026: $100.00 of invoice INV-104 is disputed" in record("disputed-two", "complaint")
    assert record("promised", "promise") == "Nov 20, 2026: $500.00 was promised by November 30, 2026"
    assert record("held", "agree to") == "Nov 1, 2026: held, by hand (the owner is in hospital)"
    assert record("waived", "agree to") == "Oct 1, 2026: gave up all interest"


def test_what_the_file_itself_makes_doubtful():
    """A company without Inc. in its name is asked about before anybody writes to it."""
    noticed = own_books.build(facts("hostile-names"), Request(BOOKS)).noticed
    name = Variant({"debtor": {"name": "Late Paper"}})

    assert noticed
    assert "its name does not show it" in str(own_books.build(facts_of(name), Request(BOOKS)).noticed)
    assert "`" not in str(noticed)


def test_nothing_open_needs_no_check():
    """An account that is paid has no list; the answer is a sentence."""
    with pytest.raises(KitError, match="no invoice of this case is open"):
        own_books.build(facts("overpaid"), Request(BOOKS))


# The pages


@pytest.mark.parametrize("name", [*FOLDERS, "plain", "interest", "person-lawyer", "talked", "disputed-two", "credits"])
def test_pages(name):
    """The check, the voicemail and the message fit on a page each; the script on one sheet of two."""
    pages = {document: len(PdfReader(BytesIO(made(facts(name), document).pdf)).pages) for document in HOUSE}

    assert pages == {BOOKS: 1, SCRIPT: pages[SCRIPT], VOICEMAIL: 1, MESSAGE: 1}
    assert pages[SCRIPT] <= 2


@pytest.mark.parametrize("document", HOUSE)
@pytest.mark.parametrize("name", FOLDERS)
def test_golden_words(name, document, golden):
    """A change of one word is seen by whoever reads the change."""
    golden(f"{name}.{document.rsplit('/', 1)[-1]}", text(made(facts(name), document).docx))


def test_the_creditor_is_needed():
    """Without a creditor nobody can call: a sentence says so."""
    bare = facts_of(Variant({"creditor": None}))

    with pytest.raises(KitError, match="no creditor"):
        call_script.build(bare, Request(SCRIPT))
    assert CREDITOR["name"] not in str(bare.case.debtor)
