"""`kit settle`: what it offers, what it refuses, and what comes after, from the offer to the money."""

import json
from datetime import date
from pathlib import Path

import pytest
from settle_cases import TODAY, USUAL, run, written

from kit import pipeline
from kit.documents.contexts.discreet import of_terms
from kit.documents.contexts.exhibit_refs import Exhibits
from kit.documents.contexts.time_line_entries import entries as entries_told
from kit.documents.deadlines import deadlines
from kit.journal import read
from kit.model.court_exhibits import exhibits_of
from kit.model.document_ids import SETTLEMENT, SETTLEMENT_OFFER


@pytest.fixture
def acme(tmp_path, monkeypatch):
    """Return the case's folder, from where the commands are typed."""
    monkeypatch.chdir(tmp_path)
    return written(tmp_path)


def entries(folder):
    """Return the events of the journal."""
    return read(folder, "journal.yaml").events


@pytest.mark.parametrize(
    ("words", "sums", "given_up"),
    [
        ("--pay 3,500", ["3500.00"], "2,500.00"),
        ("--pay 60%", ["3600.00"], "2,400.00"),
        ("--pay 33.335%", ["2000.10"], "3,999.90"),
        ("--pay 3500 --in 3", ["1166.67", "1166.67", "1166.66"], "2,500.00"),
        ("--pay 1000.01 --in 2", ["500.01", "500.00"], "4,999.99"),
        ("--pay 3500 --in 2 --every week", ["1750.00", "1750.00"], "2,500.00"),
    ],
)
@pytest.mark.usefixtures("acme")
def test_terms(words, sums, given_up):
    """The payments come to the sum, to the cent; the last takes what the division leaves."""
    said = run(f"settle acme {words} --by 2026-07-15 --stance admitted --show")
    terms = json.loads(run(f"settle acme {words} --by 2026-07-15 --stance admitted --show --format json"))["terms"]
    assert f"Given up {given_up}" in " ".join(said.replace("$", "").split())
    assert [str(one["amount"]) for one in terms["instalments"]] == sums
    assert terms["default"] == "whole"
    assert terms["open_until"] == "2026-06-24"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("--pay 6,000", "$6,000.00 is not less than the debt of $6,000.00; for all of it in parts there is `kit plan`"),
        ("--pay 7,000", "is not less than the debt"),
        ("--pay 99.99999%", "$6,000.00 is not less than the debt"),
        ("--pay 0.001%", "$0.06 is too little for 120 instalments --in 120"),
        ("--pay 3500.005", "has a fraction that USD does not have"),
        ("--pay 3,500 --by 2026-06-10", "2026-06-10 is not after the day of the offer"),
        ("--pay 3,500 --by 2025-06-10", "2025-06-10 is not after the day of the offer"),
        ("--pay 3,500 --open-until 2026-07-16", "after its first payment on 2026-07-15"),
        ("--pay 3,500 --open-until 2026-06-10", "an offer of 2026-06-10 cannot end on 2026-06-10"),
    ],
)
def test_what_makes_no_settlement(acme, words, why):
    """Each slip is answered in a sentence, exit 1, and nothing is made."""
    why, _, more = why.partition(" --in")
    by = "" if "--by" in words else " --by 2026-07-15"
    said = run(f"settle acme {words}{by} --stance admitted{f' --in{more}' if more else ''}", code=1)
    assert why in said
    assert not (acme / "out").exists()
    assert entries(acme) == ()


@pytest.mark.parametrize(
    "words",
    ["--pay abc", "--pay 0", "--pay 0%",
     "--pay 100%", "--pay abc%", "--pay nan%", "--pay -5%", "--pay %", "--pay -5",
     "--pay 1e3%%", "--pay 3,500 --in 0", "--pay 3,500 --in 121", "--pay 3,500 --grace 61",
     "--pay 3,500 --stance maybe"],
)  # fmt: skip
@pytest.mark.usefixtures("acme")
def test_a_slip_on_the_command_line(words):
    """What is no sum, no share or out of range is Click's to refuse, exit 2, in a sentence."""
    stance = "" if "--stance" in words else " --stance admitted"
    assert "Error: Invalid value for" in run(f"settle acme {words}{stance} --by 2026-07-15", code=2)


def test_nothing_owed(tmp_path, monkeypatch):
    """A debt that was paid is not settled."""
    monkeypatch.chdir(tmp_path)
    written(tmp_path, more="payments:\n  - {id: P-1, on: 2026-03-01, amount: 6000.00}\n")
    assert "nothing is owed, so there is nothing to settle" in run(f"settle acme {USUAL}", code=1)


def test_a_currency_without_cents(tmp_path, monkeypatch):
    """A share is rounded to what the currency has."""
    monkeypatch.chdir(tmp_path)
    written(tmp_path, ("format: 1\n", "format: 1\ncurrency: JPY\n"), ("4800.00", "4801"), ("1200.00", "1200"))
    terms = json.loads(run("settle acme --pay 33% --in 2 --by 2026-07-15 --stance admitted --show --format json"))
    assert [str(one["amount"]) for one in terms["terms"]["instalments"]] == ["990", "990"]


def test_a_hundred_and_twenty_payments(acme):
    """The longest settlement has its days in order and adds up."""
    terms = json.loads(run(f"settle acme {USUAL} --in 120 --show --format json"))["terms"]
    days = [one["due_on"] for one in terms["instalments"]]
    assert len(days) == len(set(days)) == 120
    assert days == sorted(days)
    assert sum(round(float(one["amount"]) * 100) for one in terms["instalments"]) == 350000
    assert not (acme / "out").exists()


def test_show_makes_nothing_and_the_same_twice_makes_nothing_new(acme):
    """`--show` leaves the folder alone; the same offer again finds the papers that there are."""
    run(f"settle acme {USUAL} --show")
    assert entries(acme) == ()
    first = json.loads(run(f"settle acme {USUAL} --format json"))
    assert [one["document"] for one in first["papers"]] == [SETTLEMENT_OFFER, SETTLEMENT]
    assert all(one["new"] for one in first["papers"])
    again = json.loads(run(f"settle acme {USUAL} --format json"))
    assert not any(one["new"] for one in again["papers"])
    assert len(entries(acme)) == 2
    assert "made before from the same facts" in run(f"settle acme {USUAL}")


def test_other_terms_take_the_place_of_the_first(acme):
    """A second offer replaces the first, which can no longer be signed."""
    run(f"settle acme {USUAL}")
    assert "made anew: the facts have changed. Do not send" in run(f"settle acme {USUAL} --in 2")
    assert "entry 2 was superseded by a later offer" in run("log acme signed --made 2", code=1)
    run("log acme signed --made 4")
    assert len(entries(acme)) == 5


def test_a_stop_is_overridden_with_its_reason_or_nothing_is_made(acme):
    """A settlement as admitted of what was disputed needs a word why; it stands in both records."""
    run("log acme disputed --invoice INV-1 --on 2026-05-01")
    assert "stop[K820]" in run(f"settle acme {USUAL}", code=1)
    assert len(entries(acme)) == 1
    run(["settle", "acme", *USUAL.split(), "--override", "K820", "--because", "given up on the phone"])
    assert [one.overrides[0].code for one in entries(acme)[1:]] == ["K820", "K820"]
    refused = ["settle", "acme", *USUAL.split(), "--override", "K831", "--because", "so"]
    assert "K831 stops nothing here" in run(refused, code=1)


@pytest.mark.usefixtures("acme")
def test_show_says_what_stands_in_the_way_and_how_it_ends():
    """With a stop `--show` still names the terms, and ends as a check does."""
    run("log acme disputed --invoice INV-1 --on 2026-05-01")
    said = run(f"settle acme {USUAL} --show", code=1)
    assert "stop[K820]" in said
    assert "Settled for" in said


def test_the_record_names_the_law_of_the_settlement(acme):
    """What the papers rest on is listed beside them: talks, release, default."""
    run(f"settle acme {USUAL}")
    for name in ("settlement", "settlement-offer"):
        record = (acme / "out" / f"{TODAY}-{name}.record.yaml").read_text("utf-8")
        for rule in ("settlement_talks", "general_release", "settlement_default"):
            assert f"rule: {rule}" in record


@pytest.mark.usefixtures("acme")
def test_from_the_offer_to_the_money():
    """Each day `kit next` says the one thing to do, and the account gives nothing up before the money cleared."""
    run(f"settle acme {USUAL} --in 2")
    assert "log acme sent --step settlement-offer" in run("next acme")
    run("log acme sent --step settlement-offer")
    assert "settlement offer of 2026-06-10 stands until 2026-06-24" in run("next acme", "2026-06-12")
    assert "stop[K834]" in run("letter acme --step final-demand", "2026-06-12", code=1)
    run("log acme signed", "2026-06-20")
    assert "payment 1 of 2 of $1,750.00 is due on 2026-07-15" in run("next acme", "2026-06-26")
    assert "stop[K833]" in run("letter acme --step friendly-reminder", "2026-06-26", code=1)
    assert "note[K833]" in run("statement acme", "2026-06-26")
    assert "wait until 2026-07-20, the last day of grace" in run("next acme", "2026-07-16")
    run("log acme paid --amount 1,000", "2026-07-18")
    assert "Payment 1 of 2 of 2026-07-15 was missed" in run("next acme", "2026-07-21")
    run("letter acme", "2026-07-22")
    run("log acme sent --step settlement-missed", "2026-07-22")
    assert "asks for $750.00 by then" in run("next acme", "2026-07-23")
    assert "ended --how broken" in run("next acme", "2026-08-03")
    run("log acme paid --amount 2,500 --method check", "2026-08-03")
    assert "look at the bank on 2026-08-13" in run("next acme", "2026-08-03")
    assert "stop[K832]" in run("letter acme --step settlement-completed", "2026-08-03", code=1)
    assert "Owed on August 14, 2026: $0.00" in run("log acme settled", "2026-08-14")
    run("letter acme", "2026-08-14")
    run("log acme sent --step settlement-completed", "2026-08-14")
    assert "Nothing is owed" in run("next acme", "2026-08-14")


@pytest.mark.usefixtures("acme")
def test_a_check_that_came_back_after_all():
    """What bounced after it seemed to have cleared undoes the release, and the user is told what to take back."""
    run(f"settle acme {USUAL}")
    run("log acme signed")
    run("log acme paid --amount 3,500 --method check", "2026-07-10")
    run("log acme settled", "2026-07-15")
    assert "owes $0.00" in run("next acme", "2026-07-15")
    said = run("log acme bounced --payment P-1", "2026-07-20")
    assert "Owed on July 20, 2026: $6,025.00" in said
    assert "Take the entry back: `kit log acme undo 5`" in run("next acme", "2026-07-20")
    run("log acme undo 5", "2026-07-20")
    assert "was missed" in run("next acme", "2026-07-22")


@pytest.mark.parametrize(
    ("stance", "before", "on_signing", "broken"),
    [("admitted", "6,000.00", "6,000.00", "5,000.00"), ("disputed", "6,000.00", "3,500.00", "2,500.00")],
)
@pytest.mark.usefixtures("acme")
def test_a_default_brings_back_what_the_stance_lets_it(stance, before, on_signing, broken):
    """An admitted debt comes back less what was paid; of a disputed one only the sum that was agreed is owed."""
    if stance == "disputed":
        run("log acme disputed --invoice INV-1 --on 2026-05-01")
    run(f"settle acme --pay 3,500 --by 2026-07-15 --stance {stance}")
    assert f"${before}" in run("ledger acme")
    assert f"${on_signing}" in run("log acme signed")
    run("log acme paid --amount 1,000", "2026-07-10")
    assert f"Owed on August 3, 2026: ${broken}" in run("log acme ended --how broken --again", "2026-08-03")
    assert "disputed" not in run("next acme", "2026-08-03") or stance == "admitted"


@pytest.mark.usefixtures("acme")
def test_money_that_came_before_the_last_signature_counts():
    """A check that came with the debtor's signature is part of the settlement, whichever way its default goes."""
    run("log acme disputed --invoice INV-1 --on 2026-05-01")
    run("settle acme --pay 3,500 --by 2026-07-15 --stance disputed")
    run("log acme paid --amount 3,500", "2026-06-18")
    assert "$0.00" in run("log acme signed", "2026-06-20")
    assert "record it: `kit log acme settled`" in run("next acme", "2026-06-21")
    run("log acme settled", "2026-06-28")
    assert "owes $0.00" in run("next acme", "2026-06-28")


@pytest.mark.usefixtures("acme")
def test_a_settlement_of_all_that_is_disputed():
    """A debt that the debtor disputes as a whole is what settlements are for."""
    for name in ("INV-1", "INV-2"):
        run(f"log acme disputed --invoice {name} --on 2026-05-01")
    said = run("settle acme --pay 50% --by 2026-07-15 --stance disputed")
    assert "stop[" not in said
    assert Path("acme/out").is_dir()


def test_an_offer_that_lapsed_lets_the_ladder_go_on(acme):
    """After its last day the offer holds nothing back."""
    run(f"settle acme {USUAL}")
    run("log acme sent --step settlement-offer")
    assert "settlement" not in run("next acme", "2026-06-25").lower().replace("settlement-offer", "")
    assert "the offer was open until 2026-06-24" in run("log acme signed", "2026-06-26", code=1)
    assert len(entries(acme)) == 3


@pytest.mark.usefixtures("acme")
def test_nothing_of_a_settlement_goes_to_court_by_itself():
    """Offer, agreement, notice and word of payment stay out of the exhibits unless the case lists them."""
    run("statement acme")
    run("log acme sent --document statements/statement")
    run(f"settle acme {USUAL}")
    run("log acme sent --step settlement-offer")
    run("log acme signed")
    run("letter acme", "2026-07-22")
    run("log acme sent --step settlement-missed", "2026-07-22")
    run("log acme ended --how broken", "2026-08-03")
    case = pipeline.load_case(Path("acme"), as_of=date(2026, 8, 3)).case
    assert [one.document for one in exhibits_of(case)] == ["statements/statement"]


def test_what_the_case_lists_and_chooses_goes_to_court(tmp_path, monkeypatch):
    """A signed agreement is shown where somebody says so, as when it is what is sued on."""
    monkeypatch.chdir(tmp_path)
    listed = "exhibits:\n  - {id: S-1, file: signed.pdf, title: Settlement, kind: settlement%s}\n"
    for chosen, shown in (("", []), (", use: yes", ["S-1"])):
        folder = written(tmp_path, more=listed % chosen)
        (folder / "signed.pdf").write_bytes(b"%PDF-1.4\n")
        case = pipeline.load_case(folder, as_of=date(2026, 8, 3)).case
        assert [one.id for one in exhibits_of(case)] == shown


@pytest.mark.usefixtures("acme")
def test_the_time_line_tells_no_offer():
    """The list of what happened that a court reads has no word of the settlement's papers."""
    run("log acme sent --document letters/friendly-reminder --own", "2026-05-02")
    run(f"settle acme {USUAL}")
    run("log acme sent --step settlement-offer")
    run("log acme signed", "2026-06-12")
    facts = pipeline.look(Path("acme"), as_of=date(2026, 6, 20))
    told = [one.what for one in entries_told(facts, Exhibits((), ()))]
    assert any("a reminder" in one for one in told)
    assert not any(of_terms(one) for one in told)


def days_of(folder, on):
    """Return kind and day of each deadline but those of the time to sue."""
    found = deadlines(pipeline.look(folder, as_of=date.fromisoformat(on)))
    return [(one.kind, str(one.day)) for one in found if one.kind != "limitation"]


def test_the_calendar_of_a_settlement(acme):
    """The offer's last day, then the payments, a notice's end, the day to look at the bank: each while it counts."""
    run(f"settle acme {USUAL} --in 2")
    assert days_of(acme, "2026-06-11") == []
    run("log acme sent --step settlement-offer")
    assert days_of(acme, "2026-06-11") == [("settlement_offer", "2026-06-24")]
    run("log acme signed", "2026-06-20")
    payments = [("settlement", "2026-07-15"), ("settlement", "2026-08-17")]
    assert days_of(acme, "2026-06-21") == payments
    run("letter acme", "2026-07-22")
    run("log acme sent --step settlement-missed", "2026-07-22")
    assert days_of(acme, "2026-07-23") == [("settlement_notice", "2026-07-29"), payments[1]]
    run("log acme paid --amount 3,500 --method check", "2026-07-24")
    assert days_of(acme, "2026-07-25") == [("settlement_cleared", "2026-08-03")]
    run("log acme settled", "2026-08-04")
    assert days_of(acme, "2026-08-04") == []


def test_the_calendar_of_a_marked_check(acme):
    """Until it went back or was cashed there is a day to decide by."""
    run("log acme tendered --amount 3,500 --on 2026-06-08")
    assert days_of(acme, "2026-06-10") == [("marked_check", "2026-06-15")]
    run("log acme paid --amount 3,500")
    assert days_of(acme, "2026-06-10") == []


@pytest.mark.usefixtures("acme")
def test_money_cannot_have_cleared_before_the_signatures():
    """A settlement is recorded as cleared on its signing's day or later, and only once its sum is in."""
    run(f"settle acme {USUAL}")
    run("log acme signed", "2026-06-20")
    run("log acme paid --amount 3,499.99", "2026-06-20")
    assert "and $3,499.99 came in since the debt was counted on 2026-06-10" in run(
        "log acme settled", "2026-06-22", code=1
    )
    run("log acme paid --amount 0.01", "2026-06-21")
    assert "cannot have cleared on 2026-06-19" in run("log acme settled --on 2026-06-19", "2026-06-22", code=1)
    run("log acme settled", "2026-06-22")
    assert "it has been over since 2026-06-22" in run("log acme settled --entry 3", "2026-06-23", code=1)


@pytest.mark.parametrize(
    ("default", "end", "disputed"),
    [
        ("settled-sum", None, 0),
        ("settled-sum", "broken", 0),
        ("settled-sum", "cancelled", 1),
        ("whole", None, 0),
        ("whole", "broken", 1),
        ("whole", "cancelled", 1),
    ],
)
def test_a_signature_ends_the_dispute_unless_it_comes_to_nothing(acme, default, end, disputed):
    """What was settled is not disputed any more; given up, or broken with the whole debt back, the dispute is back."""
    run("log acme disputed --invoice INV-1 --on 2026-05-01")
    words = ["settle", "acme", *f"--pay 3,500 --by 2026-07-15 --stance disputed --default {default}".split()]
    run([*words, *(["--override", "K822", "--because", "their lawyer asked"] if default == "whole" else [])])
    run("log acme signed", "2026-06-12")
    if end:
        run(f"log acme ended --how {end} --again", "2026-08-03")
    case = pipeline.load_case(acme, as_of=date(2026, 8, 4)).case
    assert len(case.disputes) == disputed
    run("log acme disputed --invoice INV-2 --amount 5", "2026-08-04")
    again = pipeline.load_case(acme, as_of=date(2026, 8, 4)).case
    assert len(again.disputes) == disputed + 1
