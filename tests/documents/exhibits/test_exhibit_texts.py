"""Texts and emails on paper: every word that was written, who wrote it and when, and nothing that hides."""

from __future__ import annotations

import io
from email.message import EmailMessage

import exhibit_files as files
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Pdf

from kit.documents.exhibits import html_text, message
from kit.documents.exhibits.decode import decoded, printable
from kit.documents.exhibits.email_file import set_email
from kit.documents.exhibits.limits import MB, Limits, Refusal
from kit.documents.exhibits.paper import known
from kit.documents.exhibits.reading import _attached
from kit.documents.exhibits.text_file import lay_out, set_text

LIMITS = Limits()
NAME = "exhibits/chat.txt"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_encodings_that_say_what_they_are(encoding):
    """A text in any Unicode encoding is read right, without a word about it."""
    text = "We agree to pay 1,234.40 by Friday, für immer"

    assert decoded(text.encode(encoding)) == (text, ())


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_older_encodings_are_guessed_aloud(encoding):
    """A text of an older program is read, and the user is told that it was a guess."""
    text, remarks = decoded("Café très cher".encode(encoding))

    assert text == "Café très cher"
    assert [remark.code for remark in remarks] == ["K638"]
    assert "Latin-1" in remarks[0].words


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_whatever_was_written_can_be_printed(text):
    """Of any text, only characters that the fonts have reach the paper, and printing it again changes nothing."""
    shown, _ = printable(text, known())

    assert set(shown) <= known()
    assert printable(shown, known()) == (shown, ())


def test_a_thumb_up_is_an_answer():
    """A picture sign becomes its name; a letter no font has becomes a square, and that is said once."""
    shown, remarks = printable("Agreed \U0001f44d\U0001f3fd 世界", known())

    assert shown.startswith("Agreed [thumbs up sign]")
    assert shown.endswith("\u25a1\u25a1")
    assert "U+4E16" in remarks[-1].words


def test_signs_that_turn_the_reading_order_are_left_out():
    """A sum cannot be made to read backwards, and hidden letters do not hide between others."""
    shown, remarks = printable("owe \u202e004,1\u202c dol\u200blars\x1b[31m red\x07", known())

    assert shown == "owe 004,1 dollars red"
    assert "cannot be seen (4)" in remarks[0].words


def test_columns_stay_columns():
    """A table keeps its columns one below the other; a conversation is set in letters of different widths."""
    table = "\n".join(f"{number:>3}  item {number:<10}  {number * 2.5:>9.2f}" for number in range(20))

    assert lay_out(table).columns
    assert not lay_out("Pat: will you pay?\nRobin: on Friday.\n" * 10).columns


def test_every_word_is_on_paper():
    """Long lines, long words and many pages: nothing runs off the paper, and no word is lost."""
    words = [f"word{number}" for number in range(3_000)]
    text = " ".join(words[:1_500]) + "\n" + "\n".join(words[1_500:]) + "\n" + "x" * 400

    pdf, pages, _ = set_text(text.encode(), NAME, LIMITS)
    found = files.words_of(pdf)

    assert pages > 25
    assert [word for word in found.split() if word.startswith("word")] == words
    assert found.count("x") == 400 + pages * NAME.count("x")
    for number in range(pages):
        ink = files.seen(pdf, number).convert("L").point(lambda value: 255 - value).getbbox()
        assert ink[0] >= 70
        assert ink[2] <= 612 - 70
        assert ink[3] <= 792 - 70


def test_a_wide_table_is_wrapped():
    """A line of a table that is wider than the paper goes on in the next, and all of it is there."""
    line = "  ".join(f"col{number:<8}" for number in range(40))

    found = files.words_of(set_text("\n".join([line] * 8).encode(), NAME, LIMITS)[0])

    assert found.count("col") == 320


def test_signs_of_a_typesetter_are_only_signs():
    """What would be a command to the typesetter is printed as it was written."""
    text = '#read("/etc/passwd") *not bold* $x^2$ @ref <label> // no comment \\ `raw` = heading'

    found = files.words_of(set_text(text.encode(), NAME, LIMITS)[0])

    assert " ".join(found.split()).endswith(text)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b" \n\t\n", "K624", id="blank"),
        pytest.param("\u200b\u200b".encode(), "K624", id="invisible"),
        pytest.param(b"x" * (4 * MB + 1), "K625", id="too-long"),
        pytest.param(b"x\n" * 100_000, "K629", id="too-many-lines"),
    ],
)
def test_texts_that_are_no_exhibit(data, code):
    """A text with nothing in it, or too much, is refused."""
    with pytest.raises(Refusal) as caught:
        set_text(data, NAME, LIMITS)

    assert caught.value.code == code


def test_equal_texts_give_equal_bytes():
    """The same text gives the same pages, byte by byte, and no trace of when they were made."""
    made = set_text(b"We will pay on Friday.", NAME, LIMITS)

    assert made == set_text(b"We will pay on Friday.", NAME, LIMITS)
    with Pdf.open(io.BytesIO(made[0])) as opened:
        assert "/Info" not in opened.trailer


def email(**how: str) -> EmailMessage:
    """Return an email in which the debtor promises to pay."""
    made = EmailMessage()
    made["Received"] = "from secret.host.example"
    made["From"] = "Pat Moss <pat@latepaper.example>"
    made["To"] = "Robin Älder <robin@alderfinch.example>"
    made["Cc"] = "books@latepaper.example"
    made["Date"] = "Mon, 02 Feb 2026 09:14:00 -0500"
    made["Subject"] = "Zahlung für INV-104"
    made.set_content(how.get("text", "We owe you 1,234.40 and pay on Friday.\n\nPat\n"))
    return made


def test_an_email_shows_who_when_and_what():
    """The five headers and the words are on paper; the way the email travelled is not."""
    pdf, pages, remarks = set_email(email().as_bytes(), "exhibits/promise.eml", LIMITS, _attached)
    found = files.words_of(pdf)

    assert (pages, remarks) == (1, ())
    for words in (
        "Pat Moss <pat@latepaper.example>",
        "Robin Älder <robin@alderfinch.example>",
        "books@latepaper.example",
        "Mon, 02 Feb 2026 09:14:00 -0500",
        "Zahlung für INV-104",
        "We owe you 1,234.40 and pay on Friday.",
    ):
        assert words in found
    assert "secret" not in found


def test_attachments_follow_or_are_named():
    """An attached PDF and a picture follow the email; a table and a broken PDF are named with why they do not."""
    letter = email()
    letter.add_attachment(
        files.plain_pdf(["Order 7", "Order 8"]), maintype="application", subtype="pdf", filename="o.pdf"
    )
    picture = files.image_file(files.drawing(), "JPEG")
    letter.add_attachment(picture, maintype="image", subtype="jpeg", filename="goods.jpg")
    letter.add_attachment(b"PK\x03\x04", maintype="application", subtype="zip", filename="books.xlsx")
    letter.add_attachment(files.plain_pdf()[:99], maintype="application", subtype="pdf", filename="broken.pdf")
    letter.add_attachment(email(text="Inner words"), filename="before.eml")

    pdf, pages, remarks = set_email(letter.as_bytes(), "exhibits/promise.eml", LIMITS, _attached)
    found = " ".join(files.words_of(pdf).split())

    assert pages == 4
    assert "Order 7 Order 8" in found
    assert "2 pages follow" in found
    assert "books.xlsx 4 bytes left out: it is an archive" in found
    assert "before.eml" in found
    assert "Inner words" not in found
    assert [remark.code for remark in remarks] == ["K637"]
    assert all(name in remarks[0].words for name in ("books.xlsx", "broken.pdf", "before.eml"))
    assert "o.pdf" not in remarks[0].words


def test_a_logo_in_the_words_does_not_follow():
    """A small picture within an email's page is named, not shown on a page of its own; a photograph is shown."""
    letter = email()
    letter.add_alternative("<p>We owe you</p><img src='cid:l@x'><img src='cid:p@x'>", subtype="html")
    page = letter.get_payload()[1]
    for name, size in (("l", (120, 40)), ("p", (800, 600))):
        data = files.image_file(files.drawing(*size), "PNG")
        page.add_related(data, maintype="image", subtype="png", cid=f"<{name}@x>", filename=f"{name}.png")

    pdf, pages, remarks = set_email(letter.as_bytes(), "m.eml", LIMITS, _attached)

    assert pages == 2
    assert "l.png (a small picture in the text)" in remarks[0].words
    assert "p.png" not in remarks[0].words
    assert "We owe you 1,234.40" in files.words_of(pdf)


def test_an_email_that_is_only_a_web_page():
    """Its words are taken from the page, without styles and without what was hidden, and that is said."""
    letter = email()
    letter.set_content(
        "<html><head><style>p{color:red}</style></head><body><h1>Offer</h1><p>One<br>two &amp; three</p>"
        "<div style='display:none'>hidden<p>too</p></div><table><tr><td>a</td><td>b</td></tr></table></body></html>",
        subtype="html",
    )

    pdf, _, remarks = set_email(letter.as_bytes(), "m.eml", LIMITS, _attached)
    found = files.words_of(pdf)

    assert "Offer\n\nOne\ntwo & three" in html_text.words(letter.get_content())
    assert "two & three" in found
    assert "hidden" not in found
    assert "color" not in found
    assert [remark.code for remark in remarks] == ["K638"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(b"From: a@b.example\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\n\nHello", "Grüße", id="encoded-header"),
        pytest.param("From: a@b.example\nSubject: Grüße\n\nHello".encode(), "Grüße", id="header-not-encoded"),
        pytest.param(
            b"From: a@b.example\nTo: c\nContent-Type: text/plain; charset=no-such\n\nHello", "Hello", id="charset"
        ),
        pytest.param(
            b"From: a@b.example\nSubject: =?utf-8?q?" + b"=41" * 100_000 + b"?=\n\nHello", "Hello", id="endless-header"
        ),
        pytest.param(b"From: a@b.example\nTo: c\n\n", "(no words)", id="no-body"),
        pytest.param(b"From a@b Mon Feb 2\nFrom: a@b.example\nTo: c\n\nHello", "Hello", id="mailbox-line"),
        pytest.param(
            b"From: a@b.example\nTo: c\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nHello", "Hello", id="cut"
        ),
        pytest.param(
            b"From: a@b.example\nTo: c\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\nSGVsbG8=!!",
            "Hello",
            id="broken-base64",
        ),
    ],
)
def test_emails_as_programs_write_them(data, words):
    """Headers and bodies that keep to no rule are read as far as they go."""
    pdf, _, _ = set_email(data, "m.eml", LIMITS, _attached)

    assert words in files.words_of(pdf)


def test_parts_within_parts_without_end():
    """An email made of boxes within boxes is answered."""
    inner = b"\n\nHello"
    data = b"From: a@b.example\nTo: c\n"
    for number in range(200):
        data += b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (number, number)

    with pytest.raises(Refusal) as caught:
        message.read(data + inner)

    assert caught.value.code == "K627"
