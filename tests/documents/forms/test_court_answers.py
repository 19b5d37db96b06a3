"""What the forms are answered from: a closed vocabulary, computed from the case, that never answers for anybody."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from known_form_cases import ASKED, GUARANTORS, LONG_WORK, PERSON, TWO_BILLS, case, full
from paper_cases import Variant, facts_of

from kit.documents.forms.answer_paths import MOST, answer_at, paths
from kit.documents.forms.claim_answers import sums_of
from kit.documents.forms.court_answers import CourtAnswers, answers


def at(facts, path):
    """Return one answer."""
    return answer_at(answers(facts), path)


def own_letter(document):
    """Return a journal entry of a letter that went out and was not made by the kit."""
    return {"on": "2026-09-01", "event": "sent", "document": document, "channel": "email"}


def test_every_path_has_an_answer():
    """Each path of the vocabulary leads to text, a day, an amount, yes or no, or to `nobody has said`."""
    for said in (CourtAnswers(), answers(full())):
        for path in paths():
            assert isinstance(answer_at(said, path), str | bool | date | Decimal | None), path


def test_the_vocabulary_is_closed():
    """What is not in the list is no path, even where a name of the same kind is."""
    for path in (
        "plaintiffs[0].nam",
        "plaintiffs",
        f"plaintiffs[{MOST['plaintiffs']}].name",
        "claim",
        "always.yes",
        "",
    ):
        with pytest.raises(KeyError):
            answer_at(CourtAnswers(), path)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("plaintiffs[0].name", "Alder & Finch LLC, dba Finch Label Works"),
        ("plaintiffs[0].street", "12 Mill Lane"),
        ("plaintiffs[0].mailing_street", "P.O. Box 771"),
        ("plaintiffs[0].reached_at", "P.O. Box 771, Oakland, CA 94612"),
        ("plaintiffs[1].name", ""),
        ("defendants[0].phone", "510-555-0199"),
        ("defendants[0].agent.line", "Cornerstone Filings Inc., agent for service of process"),
        ("defendants[0].person_name", ""),
        ("defendants[1].name", "Robin Vale"),
        ("defendants[1].person_name", "Robin Vale"),
        ("defendants[1].agent.name", ""),
        ("defendants[2].name", ""),
        ("defendant_names", "Late Paper Supply Inc.; Robin Vale"),
        ("further_defendants", "Robin Vale\n7 Elm Court\nOakland, CA 94607"),
        ("counts.defendants_over_one", True),
        ("counts.defendants_over_two", False),
        ("court.county_block", "Alameda\nHayward Hall of Justice\n24405 Amador Street\nHayward, CA 94544"),
        ("court.branch", "Hayward Hall of Justice"),
        ("case.name", "Alder & Finch LLC v. Late Paper Supply Inc. et al."),
        ("venue.ground", "defendant_office"),
        ("venue.zip", "94607"),
        ("demand.made", True),
        ("demand.how", "by mail and by phone"),
        ("demand.on", date(2026, 9, 15)),
        ("filings.often", False),
        ("claim.started_on", date(2026, 7, 31)),
        ("claim.through", date(2026, 8, 31)),
        ("claim.happened_on", ""),
        ("claim.over_capped_amount", True),
        ("fictitious.used", True),
        ("fictitious.number", None),
        ("appearance.kind", "llc"),
        ("appearance.address", "12 Mill Lane, P.O. Box 771\nOakland, CA 94612"),
        ("public_entity.sued", False),
        ("attorney_client_dispute", False),
        ("signer.line", "Jordan Finch, Managing member"),
    ],
)
def test_answers_come_from_the_case(path, expected):
    """Each answer is what the file says, in the words a form wants; a guarantor is sued only where the file says so."""
    assert at(full(), path) == expected


def test_the_amount_is_what_its_words_come_to():
    """Principal, interest and the rest add up to the amount, and the reckoning names each of them."""
    claim = answers(full()).claim

    # 1,800.00 from August 1 (115 days) and 2,400.50 from September 1 (84 days), at 10 % a year: 56.71 + 55.24
    assert (claim.principal, claim.interest, claim.amount) == (
        Decimal("4200.50"),
        Decimal("111.95"),
        Decimal("4312.45"),
    )
    assert claim.without_interest + claim.interest == claim.amount
    for words in ("$1,800.00", "$2,400.50", "$4,200.50", "$111.95", "Total: $4,312.45.", "section 6 of the agreement"):
        assert words in claim.how_calculated
    assert "filing" not in claim.how_calculated


def test_court_costs_stay_out_and_other_costs_do_not():
    """A filing fee spent already is the court's to award; what the agreement lets the creditor claim is claimed."""
    costs = [
        {"id": "C-1", "on": "2026-11-01", "amount": "50.00", "text": "Filing", "kind": "filing", "claimable": "yes"},
        {"id": "C-2", "on": "2026-11-01", "amount": "8.56", "text": "Mail", "kind": "postage", "claimable": "yes"},
    ]
    without, with_ = sums_of(full()), sums_of(case({"guarantors": GUARANTORS, "invoices": TWO_BILLS, "costs": costs}))

    assert with_.amount - without.amount == Decimal("8.56")


def test_a_part_payment_is_named():
    """The reckoning shows what was billed and what came in, not only what is left."""
    paid = [{"id": "P-1", "on": "2026-07-20", "amount": "1000.00", "method": "check", "invoice": "INV-104"}]
    how = answers(case({"payments": paid})).claim.how_calculated

    assert "INV-104, $3,800.00 ($4,800.00 less $1,000.00 paid or credited)." in how


def test_the_excess_is_given_up_only_where_the_case_says_so():
    """Over the limit nothing is given up in silence; where it is, the amount is the limit and the words say so."""
    big = [{"id": "INV-9", "issued_on": "2026-07-01", "lines": [{"text": "A", "unit_price": "9000.00"}]}]
    kept = answers(case({"invoices": big})).claim
    given = answers(case({"invoices": big, "small_claims": {"waive_excess": "yes"}})).claim

    assert (kept.amount, kept.waived) == (kept.before_waiver, "")
    assert given.amount == Decimal("6250.00")  # the limit for a company
    assert given.waived == kept.amount - given.amount
    assert (
        f"gives up ${given.waived:,} for good, so that the claim stays within this court's limit"
        in given.how_calculated
    )
    assert "gives up" not in kept.how_calculated


def test_a_claim_at_the_limit_does_not_grow():
    """Agreed interest that counts toward the limit adds nothing to a claim cut down to it, and the form says so."""
    big = [{"id": "INV-9", "issued_on": "2026-07-01", "lines": [{"text": "A", "unit_price": "9000.00"}]}]
    whole = answers(case({"invoices": big})).claim
    given = answers(case({"invoices": big, "small_claims": {"waive_excess": "yes"}})).claim

    assert "Interest goes on at" in whole.how_calculated
    assert whole.per_diem
    assert "Interest goes on at" not in given.how_calculated
    assert not given.per_diem


@pytest.mark.parametrize(
    ("change", "journal", "path"),
    [
        pytest.param({}, (), "demand.made", id="no-letter-and-no-call"),
        pytest.param(
            {}, ({"on": "2026-09-15", "event": "called", "spoke": "no"},), "demand.made", id="nobody-answered"
        ),
        pytest.param({}, (own_letter("letters/receipt"),), "demand.made", id="a-receipt-asks-for-nothing"),
        pytest.param({}, (own_letter("letters/of-thanks"),), "demand.made", id="a-letter-the-kit-does-not-know"),
        pytest.param({"small_claims": {"filed": None}}, ASKED, "filings.often", id="nobody-counted"),
        pytest.param(
            {"debtor": {"registered_agent": None}}, ASKED, "defendants[0].agent.name", id="no-agent-on-record"
        ),
        pytest.param({"debtor": {"kind": "government"}}, ASKED, "public_entity.claim_filed", id="a-government"),
    ],
)
def test_what_nobody_said_is_not_answered(change, journal, path):
    """Where the case is silent the answer is open, never a no."""
    assert at(case(change, journal), path) is None


def test_a_letter_of_the_users_own_asks_for_payment():
    """A letter that went out under the name of one of the kit's asks as that one does."""
    facts = case({}, (own_letter("letters/final-demand"),))

    assert (at(facts, "demand.made"), at(facts, "demand.how")) == (True, "by email")


def test_a_plaintiff_who_files_often_says_so():
    """Thirteen others within twelve months: the fee is higher; the day before the thirteenth counted, it was not."""
    days = [f"2026-{month:02d}-{day:02d}" for month in range(1, 8) for day in (5, 20)]

    def often(count):
        return at(
            case({"small_claims": {"filed": [{"on": on, "amount": "500.00"} for on in days[:count]]}}), "filings.often"
        )

    assert [often(12), often(13)] == [False, True]


def test_old_filings_and_other_states_do_not_count():
    """Only this state's claims of the last twelve months are counted."""
    old = [{"on": f"2025-11-{day:02d}", "amount": "500.00"} for day in range(1, 15)]
    away = [{"on": f"2026-10-{day:02d}", "amount": "500.00", "state": "NV"} for day in range(1, 15)]

    assert at(case({"small_claims": {"filed": old + away}}), "filings.often") is False


def test_a_registered_trade_name_is_told_with_its_number():
    """County, number and last day come from the file; what it leaves out is asked for."""
    known = {"county": "Alameda County", "number": "612345", "expires_on": "2030-05-04"}
    names = ("county", "number", "expires_on")

    def told(creditor):
        return [at(case({"creditor": creditor}), f"fictitious.{name}") for name in names]

    assert told({"dba_statement": known}) == ["Alameda", "612345", date(2030, 5, 4)]
    assert told({"dba_statement": {"number": "612345"}}) == [None, "612345", None]
    assert [answers(alone()).fictitious.used, answers(alone()).fictitious.number] == [False, ""]


def alone():
    """Return the facts of a case without a trade name."""
    return facts_of(Variant({}))


def test_an_owner_appears_in_person():
    """A natural person needs no authorization; one who sends an employee does, and so does a company."""
    employee = {"creditor": {**PERSON["creditor"], "signer": {"name": "Jo Reed", "title": "Bookkeeper"}}}

    assert [at(case(change), "appearance.needed") for change in (PERSON, employee, {})] == [False, True, True]


def test_a_consumer_contract_has_its_own_ground():
    """A box for consumer contracts is told from the box for all others."""
    consumer = {"purpose": "consumer", "debtor": {"kind": "individual", "registered_agent": None}}

    assert at(case(consumer), "venue.ground") == "consumer_defendant_lives"


def test_the_hearing_is_the_one_the_court_set():
    """A hearing that the plaintiff only reckons with is none; the last one set counts, with its room."""
    reckoned = {"small_claims": {"hearing_on": "2027-01-20"}}
    filed = {"on": "2026-11-24", "event": "filed", "number": "26SC001122", "amount": "4312.45"}
    heard = {"on": "2026-11-25", "event": "hearing", "day": "2027-01-22", "at": "13:30", "where": "Dept. 104, Hayward"}
    facts = case(reckoned, (*ASKED, filed, heard), date(2026, 11, 26))

    assert at(case(reckoned), "hearing.on") == ""
    assert [at(facts, f"hearing.{name}") for name in ("on", "time", "department")] == [
        date(2027, 1, 22),
        "1:30 p.m.",
        "104",
    ]
    assert at(facts, "case.number") == "26SC001122"


def test_a_case_with_nothing_to_claim_is_answered_empty():
    """A case without creditor, bills or law has no answers, and makes no noise."""
    nobody = {"creditor": None, "forum": None, "debtor": {"address": None}, "agreement": {"governing_law": None}}
    facts = facts_of(Variant({**nobody, "invoices": []}))

    said = answers(facts)
    assert (said.plaintiffs, said.claim.why, said.claim.how_calculated, said.venue.ground) == ((), "", "", None)


def test_why_is_told_in_facts():
    """What was supplied, delivered, billed, admitted and vouched for stands in sentences that end."""
    more = {"guarantors": GUARANTORS, "work": {"text": f"{LONG_WORK}."}, "invoices": TWO_BILLS}
    more["acknowledgments"] = [{"id": "A-1", "on": "2026-09-14", "text": "We owe you this.", "signed": "yes"}]
    why = answers(case(more)).claim.why

    assert why.startswith(
        "Under the agreement “Label design” of May 4, 2026, the plaintiff supplied services to Late Paper"
    )
    assert why.endswith("Robin Vale guaranteed payment and is sued as guarantor.")
    assert "On September 14, 2026 Late Paper Supply Inc. acknowledged the debt in writing." in why
    assert "Sam Moss" not in why
    assert ".." not in why
