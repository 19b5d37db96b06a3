"""The letters before the final demand: they ask for what the ledger holds, name what is on record, threaten nothing."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache

import pypdfium2 as pdfium
import pytest
from paper_cases import AS_OF, CASES, VARIANTS, Variant, agreed, bill, facts_of, merged
from paper_text import tables, text
from test_contexts_words import FORBIDDEN
from words import difference

from kit import pipeline
from kit.documents.contexts.overdue import open_items
from kit.documents.contexts.request import Request
from kit.documents.draft import decide, draft
from kit.findings import KitError
from kit.load.document_files import find_template

FRIENDLY, AGAIN, SECOND = "letters/friendly-reminder", "letters/invoice-again", "letters/second-reminder"
THIRTY, TERMS, SIXTY = "letters/thirty-day", "letters/terms-recalled", "letters/sixty-day"
LETTERS = (FRIENDLY, AGAIN, SECOND, THIRTY, TERMS, SIXTY)
FIRST, LATER = (FRIENDLY, AGAIN), (SECOND, THIRTY, TERMS, SIXTY)
TONES = {FRIENDLY: ("firm",), SECOND: ("firm", "gentle"), THIRTY: ("firm", "gentle"), TERMS: ("firm",)}
TONES |= {SIXTY: ("firm", "gentle")}
TONED = [(letter, tone) for letter in LETTERS for tone in ("", *TONES.get(letter, ()))]
SUMS = (  # the cases of the papers whose sums differ; every other one is read in test_every_paper.py
    "plain late-flat late-started interest interest-changes both-charges four many many-interest instalments "
    "one-instalment not-yet-due disputed-line disputed-whole disputed-two yen bounced credits costs waived tax "
    "everything expired"
).split()
INTEREST = agreed(interest={"percent_a_year": "10", "source": "section 6"})
SAMPLE = ["plain", "instalments", "disputed-two", "lawyer", "consumer", "many", "bounced", "everything", "yen", "costs"]
READ = [(name, *one) for one in TONED for name in SAMPLE]
NARROW = [(name, letter, "") for letter in LETTERS for name in ("abroad", "bare", "foreign-names", "four", "expired")]
LONG = ("many", "everything")  # more than a page by right
HELD = Variant(
    {
        "invoices": [bill("A", "2026-07-01", "500.00"), bill("B", "2026-08-01", "900.00")],
        "payments": [{"id": "P-1", "on": "2026-07-15", "amount": "600.00"}],
    },
    journal=({"on": "2026-07-02", "event": "disputed", "invoice": "A"},),
)


def entry(on, event, **more):
    """Return an entry of the journal."""
    return {"on": on, "event": event, **more}


def sent(on, letter, channel="email"):
    """Return the entry of a letter that went out."""
    return entry(on, "sent", document=letter, step=letter.split("/")[-1], channel=channel)


@cache
def facts(name):
    """Return everything known about a case of the papers."""
    return facts_of(VARIANTS[name])


def letter(known, document, tone="", **more):
    """Return a letter as bytes and blanks."""
    template = find_template(document, None).model_copy(update={"tone": tone})
    return draft(known, Request(document, tone=tone, **more), template)


@cache
def paper(name, document, tone=""):
    """Return the letter of a case of the papers; each is made once for all tests."""
    return letter(facts(name), document, tone)


def words(variant, document, tone=""):
    """Return the letter of a case as text."""
    return text(letter(facts_of(variant), document, tone).docx)


def journaled(*entries, change=None, as_of=AS_OF):
    """Return the plain case after what the journal tells."""
    return Variant(change or {}, (), tuple(sorted(entries, key=lambda one: one["on"])), as_of)


def amount(cell):
    """Return the amount that a cell or sentence prints; a dash or nothing is nothing."""
    figures = re.sub(r"[^\d.−]", "", cell).replace("−", "-").strip(".")
    return Decimal(figures) if figures.strip("-") else Decimal(0)


# What every one of them keeps


@pytest.mark.parametrize(("document", "tone"), TONED)
@pytest.mark.parametrize("name", SAMPLE)
def test_both_forms_say_the_same(name, document, tone):
    """Whoever reads the PDF has read the Word file."""
    done = paper(name, document, tone)

    assert difference(done.pdf, done.docx) == ""


@pytest.mark.parametrize("document", FIRST)
@pytest.mark.parametrize("name", SUMS)
def test_a_first_letter_asks_for_what_was_invoiced(name, document):
    """Charges wait: the sum is the undisputed invoices less money held, unless charges are all that is open."""
    known = facts(name)
    owed = sum((one.principal for one in open_items(known)), Decimal(0)) - known.ledger.totals.unapplied

    assert amount(paper(name, document).blanks.total_due) == (owed if owed > 0 else known.ledger.demandable)


@pytest.mark.parametrize("document", LATER)
@pytest.mark.parametrize("name", SUMS)
def test_a_later_letter_asks_for_what_the_ledger_holds(name, document):
    """From the second reminder on the sum is the account's: overdue, undisputed, less money held."""
    assert amount(paper(name, document).blanks.total_due) == facts(name).ledger.demandable


@pytest.mark.parametrize("name", SUMS)
def test_what_is_open_and_what_is_disputed_make_the_item(name):
    """The undisputed part of each item and its disputed part are together what the ledger says is owed on it."""
    for one in open_items(facts(name)):
        assert one.total == one.item.collectable
        assert 0 <= one.principal <= one.item.principal
        assert one.extra >= 0


@pytest.mark.parametrize(("name", "document", "tone"), READ)
def test_nothing_is_threatened(name, document, tone):
    """No court, no lawyer of ours, no agency, no bureau; and no word that PRACTICE forbids."""
    said = text(paper(name, document, tone).docx).replace("We write to you as the lawyer of", "")

    assert not FORBIDDEN.search(said), FORBIDDEN.search(said)
    assert not re.search(r"(?i)\b(court|lawyer|attorney|sue|suit|suing|legal|bureau|collector|arbitra\w+)\b", said)
    assert not re.search(r"(?i)\bclaim\b", said)


@pytest.mark.parametrize(("document", "tone"), TONED)
def test_no_charge_is_named_where_none_was_agreed(document, tone):
    """Where the ledger has no charge, the letter speaks of none but in the heading of an empty column."""
    said = text(paper("plain", document, tone).docx).replace("Interest and charges", "")

    assert not re.search(r"(?i)interest|charge[sd]? (of|on)|late charge", said)
    assert set(re.findall(r"\$[\d,.]+\d", said)) == {"$4,800.00"}


@pytest.mark.parametrize(("name", "document", "tone"), [one for one in [*READ, *NARROW] if one[0] not in LONG])
def test_the_letter_is_one_page(name, document, tone):
    """One page with its signature; the account of the 60-day letter starts on the next."""
    with pdfium.PdfDocument(paper(name, document, tone).pdf) as made:
        first, *others = [page.get_textpage().get_text_range() for page in made]

    assert "Sincerely," in first
    assert "Jordan Finch" in first or "Mara Lind" in first or name == "bare"
    assert bool(others) == (document == SIXTY)
    assert not others or others[0].startswith("The account as of November 23, 2026")


@pytest.mark.parametrize("document", LETTERS)
@pytest.mark.parametrize(
    ("day", "seven", "ten"),
    [
        pytest.param(date(2026, 11, 23), date(2026, 11, 30), date(2026, 12, 3), id="monday"),
        pytest.param(date(2026, 11, 21), date(2026, 11, 30), date(2026, 12, 1), id="saturday-in-seven-days"),
        pytest.param(date(2026, 11, 26), date(2026, 12, 3), date(2026, 12, 7), id="sunday-in-ten-days"),
    ],
)
def test_each_letter_has_its_own_last_day(document, day, seven, ten):
    """Seven days for the early letters, ten for the later ones, never a weekend; and the letter says that day."""
    known = facts_of(Variant(as_of=day))
    last = seven if document in (FRIENDLY, AGAIN, SECOND) else ten

    assert decide(known, Request(document), find_template(document, None)).pay_by == last
    assert f"{last:%B} {last.day}, {last.year}" in text(letter(known, document).docx)


@pytest.mark.parametrize("document", LETTERS)
def test_a_last_day_that_was_asked_for_stands(document):
    """The ladder or the user may choose the day; one that has passed is refused in a sentence."""
    known, template = facts("plain"), find_template(document, None)

    assert "December 21, 2026" in text(letter(known, document, pay_by=date(2026, 12, 21)).docx)
    with pytest.raises(KitError, match="2026-11-23 cannot be the last day to pay of a letter of 2026-11-23"):
        decide(known, Request(document, pay_by=AS_OF), template)


# The figures, with a pencil


@pytest.mark.parametrize("name", [*SUMS, "held"])
@pytest.mark.parametrize("document", FIRST)
def test_the_short_rows_add_up(name, document):
    """The open invoices, less money held, come to what is to pay."""
    done = letter(facts_of(HELD), document) if name == "held" else paper(name, document)
    for table in tables(done.docx):
        if table.rows[0][0] == "Invoice":
            *rows, total = table.rows[1:]
            assert sum(amount(row[-1]) for row in rows) == amount(total[-1]) == amount(done.blanks.total_due)


@pytest.mark.parametrize("name", [*SUMS, "held"])
def test_the_long_rows_add_up(name):
    """Across, down, and to the sum asked for; money held is a row of its own."""
    done = letter(facts_of(HELD), THIRTY) if name == "held" else paper(name, THIRTY)
    *rows, total = next(table.rows for table in tables(done.docx) if table.rows[0][0] == "Invoice")[1:]
    for row in rows:
        assert row[0] == "Money we hold for you" or amount(row[3]) + amount(row[4]) == amount(row[5])
    for column in (3, 4, 5):
        assert sum(amount(row[column]) for row in rows) == amount(total[column])
    assert amount(total[5]) == amount(done.blanks.total_due)


@pytest.mark.parametrize("name", [*SUMS, "held"])
@pytest.mark.parametrize("document", [SECOND, SIXTY])
def test_the_sums_add_up(name, document):
    """The lines before the total come to it."""
    done = letter(facts_of(HELD), document) if name == "held" else paper(name, document)
    for table in tables(done.docx):
        if any(cell.startswith("Due on") for cell in table.rows[-1]):
            *lines, total = table.rows
            assert sum(amount(line[-1]) for line in lines) == amount(total[-1]) == amount(done.blanks.total_due)


@pytest.mark.parametrize("name", SUMS)
def test_the_charges_are_the_ledgers(name):
    """The 60-day letter lists charges that the ledger posted, open interest, and what was taken off the charges."""
    postings = facts(name).ledger.postings
    charged = {posting.amount for posting in postings}
    for kind, ref in {(posting.kind, posting.ref) for posting in postings}:
        charged.add(sum(one.amount for one in postings if (one.kind, one.ref) == (kind, ref)))
        charged.add(sum(one.amount for one in postings if one.kind == kind))
    interest = [one.interest for one in open_items(facts(name))]
    charged |= {*interest, sum(interest)}
    for line in paper(name, SIXTY).blanks.lines:
        named = line.what in ("Unpaid invoices", "Money we hold for you") or line.what.startswith("Less ")
        assert named or " times, " in line.what or amount(line.amount) in charged


@pytest.mark.parametrize("name", SUMS)
def test_the_account_enclosed_leads_to_the_sum(name):
    """The account ends on what is asked for, or a sentence says what of it is disputed or not yet due."""
    blanks_ = paper(name, SIXTY).blanks
    ends = amount(blanks_.postings[-1].balance)

    if ends == amount(blanks_.total_due):
        assert not blanks_.balance_sentence
    else:
        gross, *parts, asked = [amount(one) for one in re.findall(r"[$¥]?[\d,]+(?:\.\d\d)?", blanks_.balance_sentence)]
        assert gross == ends
        assert gross - sum(parts) == asked == amount(blanks_.total_due)


# What each of them says


def test_the_friendly_reminder_is_friendly_a_day_late():
    """A day after the due date: it may have slipped by, the invoice is asked for, the charge is only a fact."""
    said = words(Variant(INTEREST, as_of=date(2026, 8, 1)), FRIENDLY)

    assert "Perhaps this slipped by. Our records show that invoice INV-104 of July 1, 2026 was due on July 31" in said
    assert "Please send $4,800.00 so that it reaches us by August 10, 2026:" in said  # a Saturday moved
    assert "Also on the account, and not part of this request: interest of $1.32." in said  # 4800 * .10 / 365
    assert "tell us, and we will sort it out with you." in said


def test_a_first_letter_asks_for_charges_where_nothing_else_is_open():
    """An invoice that was paid late leaves its charge: the letter asks for that and says so."""
    paid = {"payments": [{"id": "P-1", "on": "2026-10-09", "amount": "4800.00", "invoice": "INV-104"}]}
    first = {**agreed(interest={"percent_a_year": "10"}, application_order=["principal", "interest"]), **paid}
    said = words(Variant(first), FRIENDLY)

    assert "was due on July 31, 2026 and was paid late; the charges for that are open." in said
    assert "Please send $92.05" in said  # 4800 * .10 * 70 / 365
    assert "not part of this request" not in said


def test_a_cost_alone_is_a_charge_of_the_account():
    """Where only a cost is left, each letter says that charges on the account are open, and asks for that cost."""
    change = merged(
        VARIANTS["costs"].change,
        {"payments": [{"id": "P-1", "on": "2026-09-01", "amount": "4800.00", "invoice": "INV-104"}]},
    )
    for document, tone in TONED:
        if document != TERMS:
            said = words(Variant(change), document, tone)
            assert "$50.00" in said
            assert document == AGAIN or "charges on your account are open" in said


def test_the_invoice_again_says_what_it_brings():
    """It encloses copies, shows when each invoice was last sent, and asks whether, right, and to whom."""
    said = words(journaled(sent("2026-07-01", "statements/invoice")), AGAIN)

    assert "With this letter you receive a copy of invoice INV-104, in case what we sent before never arrived." in said
    assert "INV-104 | Jul 1, 2026 by email | Jul 31, 2026 | 4,800.00" in said
    assert "Enclosed: a copy of invoice INV-104" in said
    for asked in (
        "that this letter has arrived;",
        "whether everything in it is right",
        "to whom we should send invoices",
    ):
        assert asked in said


def test_a_person_is_not_asked_for_somebody_else():
    """Nobody but the debtor hears of the debt: a natural person is asked for an address, not for another person."""
    said = text(paper("consumer", AGAIN).docx)

    assert "to which address we should send your invoices;" in said
    assert "to whom" not in said


def test_an_invoice_that_never_arrived_is_answered():
    """Who said that the invoice had not come reads that, and gets it."""
    said = words(journaled(entry("2026-08-10", "answered", reason="not_received", by="Pat Moss")), AGAIN)

    assert "You told us on August 10, 2026 that invoice INV-104 had not reached you. With this letter you" in said


@pytest.mark.parametrize("document", LATER)
@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        pytest.param([], "", id="nothing-sent"),
        pytest.param(["2026-07-15"], "", id="before-it-was-due"),
        pytest.param(["2026-08-01"], "We wrote to you about this on August 1, 2026 and have had no answer.", id="one"),
        pytest.param(
            ["2026-08-01", "2026-08-08"],
            "We wrote to you about this on August 1 and August 8, 2026 and have had no answer.",
            id="two",
        ),
        pytest.param(
            ["2026-08-01", "2026-08-08", "2026-08-22", "2026-09-07"],
            "We have written to you about this four times since August 1, 2026 and have had no answer.",
            id="many",
        ),
    ],
)
def test_only_letters_that_went_out_are_named(document, days, sentence):
    """What the journal has as sent about what is open, and nothing else."""
    said = words(journaled(*(sent(day, FRIENDLY) for day in days)), document)

    assert sentence in said
    assert bool(sentence) == bool(re.search(r"We (?:wrote|have written)", said))


@pytest.mark.parametrize(
    "heard",
    [
        pytest.param(entry("2026-08-05", "answered", reason="other"), id="a-word"),
        pytest.param(entry("2026-08-05", "called", spoke="yes"), id="a-talk"),
        pytest.param(entry("2026-08-05", "paid", id="P-9", amount="100.00"), id="money"),
    ],
)
def test_an_answer_is_not_denied(heard):
    """Once anything came back, no letter says that there was no answer."""
    said = words(journaled(sent("2026-08-01", FRIENDLY), heard), SECOND)

    assert "We wrote to you about this on August 1, 2026. " in said
    assert "no answer" not in said


PROMISE = entry("2026-08-10", "promised", by="2026-08-20", amount="1000.00")
TOLD = "You told us on August 10, 2026 that you would pay $1,000.00 by August 20, 2026"


@pytest.mark.parametrize("document", LATER)
@pytest.mark.parametrize(
    ("entries", "sentence"),
    [
        pytest.param([], f"{TOLD}; that day has passed.", id="broken"),
        pytest.param([entry("2026-08-18", "paid", id="P-1", amount="1000.00")],
                     f"{TOLD}. We have received $1,000.00 since then; thank you.", id="kept"),
        pytest.param([entry("2026-08-18", "paid", id="P-1", amount="400.00")],
                     f"{TOLD}; that day has passed, and $400.00 has come in since you told us.", id="in-part"),
        pytest.param([entry("2026-09-18", "paid", id="P-1", amount="1000.00")],
                     f"{TOLD}; that day has passed, and $1,000.00 has come in since you told us.", id="late"),
        pytest.param([entry("2026-08-18", "paid", id="P-1", amount="1000.00", method="check"),
                      entry("2026-08-24", "bounced", payment="P-1")],
                     f"{TOLD}; that day has passed.", id="bounced"),
    ],
)  # fmt: skip
def test_a_promise_is_held_against_the_money(document, entries, sentence):
    """Kept, kept late, kept in part or broken: the letter says which, from what came in."""
    assert sentence in words(journaled(PROMISE, *entries), document)


def test_a_promise_still_running_is_not_argued_about():
    """Before its day has passed a promise is no reproach."""
    assert "You told us" not in words(journaled(entry("2026-11-20", "promised", by="2026-12-10")), SECOND)


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        ("cash", "You told us on August 10, 2026 that you were short of money at that time."),
        ("forgot", "You told us on August 10, 2026 that the payment had been overlooked."),
        ("other", ""),
    ],
)
def test_an_answer_on_record_is_acknowledged(reason, sentence):
    """What the debtor told us is said back in one sentence, where a sentence fits; an odd answer is left alone."""
    said = words(journaled(entry("2026-08-10", "answered", reason=reason)), SECOND)

    assert sentence in said
    assert bool(sentence) == ("You told us" in said)


@pytest.mark.parametrize("document", LETTERS)
def test_what_is_disputed_is_left_out_and_said(document):
    """Neither the disputed invoice nor the disputed part is in the sum, and the letter says so."""
    said = text(paper("disputed-two", document).docx)

    assert "You have told us that you dispute invoice INV-102 and a part of invoice INV-104." in said
    assert "$6,245.75" in said  # 1,235.50 + 310.25 + 4,700.00
    assert "$8,745.75" not in said.split("The account as of")[0]


@pytest.mark.parametrize("document", LETTERS)
def test_a_known_lawyer_gets_the_letter(document):
    """It goes to the lawyer and says who is meant by `you`."""
    said = text(paper("lawyer", document).docx)

    assert "Dear Kim Song:" in said
    assert "“you” in this letter means your client." in said


@pytest.mark.parametrize("document", LETTERS)
def test_only_the_installments_that_are_due(document):
    """An invoice due in parts is asked for as far as its parts are due."""
    said = text(paper("instalments", document).docx).split("The account as of")[0]

    assert "$2,000.00" in said
    assert "3,000.00" not in said


BACK = {"id": "P-1", "on": "2026-08-20", "amount": "2000.00", "method": "check", "bounced_on": "2026-08-27"}
CAME_BACK = "The check for $2,000.00 that reached us on August 20, 2026 came back unpaid on August 27, 2026."


@pytest.mark.parametrize("document", LATER)
def test_a_check_that_came_back_is_told(document):
    """Whoever paid by a check that bounced reads what became of it, until as much has come in its place."""
    replaced = {"id": "P-2", "on": "2026-09-02", "amount": "2000.00", "method": "transfer"}

    assert CAME_BACK in words(Variant({"payments": [BACK]}), document)
    assert "came back" not in words(Variant({"payments": [BACK, replaced]}), document).split("The account as of")[0]
    assert CAME_BACK not in words(Variant({"payments": [BACK]}, as_of=date(2026, 8, 25)), document)


def test_two_checks_that_came_back_are_one_sentence():
    """Several are counted, and the last is named."""
    second = {**BACK, "id": "P-2", "on": "2026-09-02", "bounced_on": "2026-09-09", "method": "other"}

    assert (
        "2 payments came back unpaid; the last, the payment of $2,000.00 that reached us on September 2, 2026, on "
        "September 9, 2026." in words(Variant({"payments": [BACK, second]}), SECOND)
    )


def test_the_thirty_day_letter_offers_a_day():
    """Pay, or name the day, by a date; a plan is one line away."""
    said = text(paper("interest", THIRTY).docx)

    assert "Please do one of two things by December 3, 2026: pay $7,2" in said
    assert "or tell us in writing on which day you will." in said
    assert "Interest at 10% a year goes on: $1.94 for each day from November 24, 2026." in said


def recalled(change, *entries, as_of=AS_OF):
    """Return the terms that the letter recalls, each with what follows from it."""
    made = letter(facts_of(journaled(*entries, change=change, as_of=as_of)), TERMS)
    return {term.agreed: term.today for term in made.blanks.terms}


def test_the_terms_are_those_of_the_agreement():
    """A bare agreement recalls when invoices are due, and invents no clause."""
    assert recalled({}) == {
        "An invoice is due within 30 days of its date.": "It was due on Jul 31, 2026, 115 days ago."
    }


def test_each_term_comes_with_its_figure():
    """Terms with the section they stand in, and what the ledger says of each on that day."""
    found = recalled(
        agreed(
            interest={"percent_a_year": "10", "source": "section 6"},
            attorney_fees="yes",
            suspension_after_days="10",
            dispute_within_days="12",
            rights="on-payment",
        )
    )

    # 4800 * .10 * 115 / 365 = 151.23;  a day: 1.32
    assert (
        found["Interest of 10% a year from the day after the due date (section 6)."]
        == "$151.23 today, then $1.32 a day."
    )
    assert not any("attorney" in term for term in found)
    assert (
        found["We may stop work while an undisputed sum is over 10 days late."]
        == "That has been so since August 11, 2026."
    )
    assert found["Objections to an invoice are made in writing within 12 days."] == "We have no objection on record."
    assert found["The rights in the work pass when it is paid in full."] == "They pass with the payment."


@pytest.mark.parametrize(
    ("fee", "said"),
    [
        ({"flat": "25.00", "grace_days": "5", "source": "section 5"},
         "A late charge of $25.00 is added to an invoice paid more than 5 days late (section 5)."),
        ({"percent": "5", "cap_amount": "150.00"},
         "A late charge of 5% of what is overdue is added to an invoice paid late, at most $150.00 on one invoice."),
        ({"percent_a_month": "1", "grace_days": "1"},
         "A late charge of 1% of what is overdue is added for each full month of delay, after 1 day of grace."),
        ({"percent_a_month": "1.5", "month": "started", "cap_percent": "10"},
         ("A late charge of 1.5% of what is overdue is added for each month begun of delay, at most 10% of the "
          "invoice.")),
    ],
)  # fmt: skip
def test_a_late_charge_is_recalled_as_agreed(fee, said):
    """Flat, once or monthly, with grace and limit, and what of it is open."""
    found = recalled(agreed(late_fee=fee))
    open_now = facts_of(Variant(agreed(late_fee=fee))).ledger.totals.fees

    assert open_now
    assert amount(found[said]) == open_now


def test_clauses_that_the_kit_wrote_count_as_agreed():
    """What the kit's own contract always says is recalled where that contract was made for the case."""
    contract = entry(
        "2026-05-01", "made", document="contracts/services", inputs="x", record="out/x.yaml",
        files=[{"path": "out/x.pdf", "sha256": "0"}],
    )  # fmt: skip

    assert "Objections to an invoice are made in writing within 10 days." not in recalled({})
    assert "Objections to an invoice are made in writing within 10 days." in recalled({}, contract)


def test_no_terms_no_letter():
    """An agreement that says nothing about lateness is not recalled; the answer says what to write."""
    nothing = agreed(net_days=None)
    nothing["invoices"] = [bill("A", "2026-07-01", "10.00", due_on="2026-07-31")]

    with pytest.raises(KitError, match="there are no terms to recall: write `net_days`"):
        recalled(nothing)


def test_the_sixty_day_letter_shows_the_charges_and_the_next_step():
    """Line by line as the ledger has them, what runs on, and a final demand as the one thing that follows."""
    said = text(paper("late-completed", SIXTY).docx)

    assert "Late charge on INV-104, Sep 2, 2026 | 48.00" in said
    assert "Late charge on INV-104, Nov 2, 2026 | 48.00" in said
    assert "Due on November 23, 2026 | $4,944.00" in said
    assert "A late charge of 1% is added for each further full month." in said
    assert "the next step on our side is a final demand." in said


def test_charges_that_were_paid_are_a_line_of_their_own():
    """What came in for charges is taken off below them, so that the lines come to what is open."""
    paid = {"payments": [{"id": "P-1", "on": "2026-10-05", "amount": "70.00"}]}
    order = {"application_order": ["fees", "interest", "costs", "principal"]}
    change = {**agreed(late_fee={"percent_a_month": "1"}, **order), **paid}
    said = words(Variant(change), SIXTY)

    assert "Less charges already paid | −70.00" in said


def test_many_charges_become_a_line_each_kind():
    """Where the lines would fill the page they are gathered; the account enclosed still has every one."""
    lines = paper("many-interest", SIXTY).blanks.lines

    assert [line.what for line in lines] == ["Unpaid invoices", "Interest, to Nov 23, 2026"]
    assert len(paper("many-interest", SIXTY).blanks.spans) == 25


# Word for word


@cache
def of_folder(name):
    """Return everything known about one of the case folders."""
    return pipeline.gather(pipeline.load_case(CASES / name, as_of=AS_OF))


@pytest.mark.parametrize(
    ("name", "document", "tone"),
    [
        *((name, one, "") for name in ("fence", "label-design", "paper-on-account", "retainer") for one in LETTERS),
        *(("paper-on-account", document, tone) for document, tone in TONED if tone),
    ],
)
def test_golden_words(name, document, tone, golden):
    """A change of one word in a letter, in any tone, is seen by whoever reads the change."""
    short = document.rsplit("/", 1)[-1]

    golden(f"{name}.{short}{'.' if tone else ''}{tone}", text(letter(of_folder(name), document, tone).docx))


# What has been heard


def test_money_since_the_last_letter_is_thanked_for():
    """What came in after the last letter is named with its day; what came before it, or came back, is not."""

    def second(on, **more):
        paid = {"payments": [{"id": "P-1", "on": on, "amount": "800.00", "method": "check", **more}]}
        return words(journaled(sent("2026-08-20", FRIENDLY), change=paid), SECOND)

    thanks = "Thank you for the $800.00 that reached us on September 2, 2026; it is taken into account."
    assert thanks in second("2026-09-02")
    assert "Thank you for the" not in second("2026-08-20")
    assert "Thank you for the" not in second("2026-09-02", bounced_on="2026-09-08")


def test_who_promised_is_not_told_that_the_invoice_may_never_have_arrived():
    """After a promise the copy comes with what was said, and without a doubt that the first one came."""
    said = words(journaled(entry("2026-08-10", "promised", by="2026-08-25")), AGAIN)

    assert "You told us on August 10, 2026 that you would pay by August 25, 2026; that day has passed. With" in said
    assert "a copy of invoice INV-104, so that you have it at hand." in said
    assert "never arrived" not in said
