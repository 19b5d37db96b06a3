"""A check marked as payment in full: nothing is cashed before the page was read; the law decides what may follow."""

from datetime import date

import pytest
from settle_cases import run, written

from kit.checks.marked_check import Effect, MarkedLaw
from kit.documents.contexts.request import Request
from kit.model.document_ids import CHECK_RETURNED, MARKED_CHECK
from kit.pipeline import make

CAME = ["log", "acme", *"tendered --amount 3,500 --number 1187 --on 2026-06-08".split(), "--words", "Paid in full"]
DISPUTED = "log acme disputed --invoice INV-1 --on 2026-05-01"
TODAY = date(2026, 6, 10)
OFFICE = ("  signer:", "  disputes_to: {street: 9 Dock Rd, city: Overton, state: XF, zip: 02139}\n  signer:")
WABASH = ("us-xf", "us-xg")


@pytest.fixture
def acme(tmp_path, monkeypatch):
    """Return the case's folder, from where the commands are typed."""
    monkeypatch.chdir(tmp_path)
    return written(tmp_path)


@pytest.mark.usefixtures("acme")
def test_it_is_recorded_and_is_no_payment():
    """The account stays as it was, and the line says that nothing was cashed."""
    said = run(CAME)
    assert "check 1187 of $3,500.00 came, marked as payment in full (“Paid in full”); not cashed" in said
    assert "$6,000.00" in said
    assert "is on record as entry 1" in run(CAME, code=1)
    run([*CAME, "--again"])


@pytest.mark.usefixtures("acme")
@pytest.mark.parametrize("words", ["--amount 0", "--amount abc", "--amount -5"])
def test_a_check_of_nothing(words):
    """A sum that is none is answered and not recorded."""
    run(f"log acme tendered {words}", code=None)
    assert "Nothing is recorded yet" in run("log acme show")


@pytest.mark.usefixtures("acme")
def test_from_its_coming_to_its_going_back():
    """The page first, then a day to decide by; while it waits no letter asks for the whole; sent back, it is over."""
    run(DISPUTED)
    run(CAME)
    assert "do not cash it yet" in run("next acme")
    assert "stop[K838]" in run("letter acme --step friendly-reminder", code=1)
    run("letter acme")
    run("log acme checked --step marked-check")
    assert "decide by 2026-06-15" in run("next acme")
    assert "stop[K837]" in run("letter acme --step check-under-protest", code=1)
    run("letter acme --step check-returned")
    run("log acme sent --step check-returned")
    assert "check" not in run("next acme").split("next:")[1].split("Check your own books")[0]
    assert "stop[K836]" in run("letter acme --step check-returned", code=1)


@pytest.mark.parametrize(("disputed", "found"), [(True, "stop[K835]"), (False, "note[K835]")])
@pytest.mark.usefixtures("acme")
def test_once_it_was_cashed(disputed, found):
    """Asking for the rest is stopped where the debt was in dispute, and otherwise told beside the letter."""
    if disputed:
        run("log acme disputed --invoice INV-1 --amount 500 --on 2026-05-01")
    run(CAME)
    run("log acme paid --amount 3,500 --method check --reference 1187")
    assert "marked as payment in full, came" not in run("next acme")
    assert found in run("letter acme --step friendly-reminder", code=None)


@pytest.mark.parametrize(
    ("reference", "said"),
    [("1187 paid in full", True), ("FULL AND FINAL SETTLEMENT", True), ("payment in full", True), ("1187", False),
     ("full of thanks", False)],
)  # fmt: skip
@pytest.mark.usefixtures("acme")
def test_a_reference_that_says_so_is_noticed(reference, said):
    """Whoever records only the payment is told, too."""
    run(["log", "acme", "paid", "--amount", "3,500", "--reference", reference])
    assert ("K835" in run("letter acme --step friendly-reminder", code=None)) is said


def test_the_page_names_the_rule_the_office_and_the_ways(acme):
    """In a state of the uniform section no protest helps; paying back does not help who knew; the office is named."""
    run(DISPUTED)
    run(CAME)
    page = make(acme, Request(MARKED_CHECK), as_of=TODAY).paper.blanks
    told = " ".join(one.text for one in page.effects)
    assert "Franklin Code § 14-2" in told
    assert "ends the claim for the rest" in told
    assert "within 90 days undoes it only where nobody had seen the words" in told
    assert "You have named no office" in told
    assert [one.what for one in page.ways] == ["Send it back", "Take it for all", "Agree on something else"]
    assert page.dispute == "The debtor disputes INV-1."
    written(acme.parent, OFFICE)
    again = make(acme, Request(MARKED_CHECK), as_of=TODAY).paper.blanks
    assert "Your office for such checks is 9 Dock Rd" in " ".join(one.text for one in again.effects)


def test_where_a_protest_keeps_the_claim(tmp_path, monkeypatch):
    """Wabash never took the section over: the page says so, the letter is made, and the rest may be asked for."""
    monkeypatch.chdir(tmp_path)
    folder = written(tmp_path, WABASH)
    run(DISPUTED)
    run(CAME)
    page = make(folder, Request(MARKED_CHECK), as_of=TODAY).paper.blanks
    assert "Wabash Code § 3-30" in page.effects[0].text
    assert "Cash it under protest" in [one.what for one in page.ways]
    assert not any("days undoes it" in one.text for one in page.effects)
    run("letter acme --step check-under-protest")
    run("log acme sent --step check-under-protest")
    run("log acme paid --amount 3,500 --method check --reference 1187")
    assert "K835" not in run("letter acme --step friendly-reminder", code=None)


def test_where_the_law_is_not_on_record_the_page_is_cautious(acme, monkeypatch):
    """Nobody cashes on a guess: the page counts on it that the claim ends."""
    unknown = MarkedLaw(Effect.UNKNOWN, None, "", "", "", (), ())
    monkeypatch.setattr("kit.documents.contexts.marked_check.marked_law", lambda _: unknown)
    run(CAME)
    page = make(acme, Request(MARKED_CHECK), as_of=TODAY).paper.blanks
    assert "count on it that cashing ends the claim" in page.effects[0].text
    assert "Cash it under protest" not in [one.what for one in page.ways]


def test_the_letter_refuses_the_terms_and_names_what_is_open(acme):
    """It thanks, sends the check back, settles nothing, and tells how the same money is welcome."""
    run("log acme disputed --invoice INV-1 --amount 500 --on 2026-05-01")
    run(CAME)
    letter = make(acme, Request(CHECK_RETURNED), as_of=TODAY).paper.blanks
    assert letter.enclosures == "your check number 1187"
    assert "nothing is settled by it" in letter.return_sentence
    assert "$6,000.00 is open on your account, of which you dispute $500.00" in letter.return_sentence
    assert "debt" not in letter.subject
