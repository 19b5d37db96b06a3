"""The court that hears a claim, its limit, who may file, and what the agreement puts before a suit."""

from __future__ import annotations

from pathlib import Path

import pytest
from franklin import ADDRESS, FRANKLIN, codes, creditor, debtor, facts_of, invoice, the

from kit.checks.court import outlook
from kit.checks.place import court_for
from kit.findings import Severity
from kit.load.jurisdiction_file import load_jurisdiction
from kit.model.law_courts import DemandMethod

TODAY = "2026-05-01"
COUNTRY = {**ADDRESS, "city": "Lee Town"}
ABROAD = {**ADDRESS, "state": "XG"}


def law(tmp_path: Path, *changes: tuple[str, str]):
    """Return Franklin's law with texts replaced."""
    text = Path(FRANKLIN.origin).read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    (tmp_path / "us-xf.yaml").write_text(text, encoding="utf-8")
    return load_jurisdiction("us-xf", [tmp_path])


def owing(amount: str, **more) -> dict:
    """Return a case with one overdue invoice."""
    return {"invoices": [invoice(amount=amount, **more)]}


@pytest.mark.parametrize(
    ("plaintiff", "address", "court"),
    [
        pytest.param("individual", ADDRESS, "overton-small", id="person-in-the-city"),
        pytest.param("sole-proprietor", ADDRESS, "overton-small", id="trader-in-the-city"),
        pytest.param("llc", ADDRESS, "overton-commercial", id="company-in-the-city"),
        pytest.param("individual", COUNTRY, "county-court", id="person-elsewhere"),
        pytest.param("llc", COUNTRY, "county-court", id="company-elsewhere"),
        pytest.param("llc", {**ADDRESS, "city": "OVERTON"}, "overton-commercial", id="letters-large-or-small"),
        pytest.param("llc", ABROAD, None, id="debtor-of-another-state"),
    ],
)
def test_court_by_place_and_plaintiff(plaintiff, address, court):
    """The city's court goes before the one of the rest, and a debtor elsewhere has no court here by address."""
    choice = court_for(FRANKLIN, facts_of(TODAY, creditor=creditor(plaintiff), debtor=debtor(address=address)).case)

    assert choice.court == court
    assert bool(choice.obstacles) == (court is None)


def test_place_of_the_work_stands_in():
    """A debtor of another state can be sued where the work was done."""
    facts = facts_of(TODAY, debtor=debtor(address=ABROAD), work={"place": COUNTRY})

    assert court_for(FRANKLIN, facts.case).court == "county-court"


OVERTON = (
    'overton-commercial: {name: "Overton City Court, Commercial Claims Part", '
    "where: {cities: [Overton]}, plaintiffs: [entity]}"
)
SMALL = 'overton-small: {name: "Overton City Court, Small Claims Part", where: {cities: [Overton]}'


@pytest.mark.parametrize(
    ("where", "plaintiffs", "court", "others"),
    [
        pytest.param("{counties: [Lee]}", "entity", "overton-commercial", (), id="county"),
        pytest.param("{counties: [Lee County]}", "entity", "overton-commercial", (), id="county-by-its-full-name"),
        pytest.param("{counties: [Grant]}", "entity", None, (), id="city-of-no-court-for-companies"),
        pytest.param("everywhere", "entity", "overton-commercial", (), id="everywhere-before-elsewhere"),
        pytest.param("{cities: [Overton]}", "corporation", None, (), id="another-kind-of-company"),
        pytest.param("{cities: [Overton]}", "any", "overton-commercial", (), id="any"),
    ],
)
def test_places(where, plaintiffs, court, others, tmp_path):
    """A place that some court names is not left to the court of the rest, whoever that court hears."""
    new = OVERTON.replace("{cities: [Overton]}", where).replace("[entity]", f"[{plaintiffs}]")
    forum = law(tmp_path, (OVERTON, new))

    choice = court_for(forum, facts_of(TODAY).case)

    assert (choice.court, choice.others) == (court, others)


def test_several_courts(tmp_path):
    """Of several courts that fit the city's goes first, and the others are kept."""
    forum = law(tmp_path, ('county-court: {name: "County Court, small claims", where: elsewhere}',
                           'county-court: {name: "County Court, small claims", where: {counties: [Lee]}}'))  # fmt: skip

    choice = court_for(forum, facts_of(TODAY).case)

    assert (choice.court, choice.others) == ("overton-commercial", ("county-court",))


@pytest.mark.parametrize(
    ("as_of", "kind", "amount", "over"),
    [
        pytest.param("2023-12-31", "individual", "6000", False, id="person-at-the-old-limit"),
        pytest.param("2023-12-31", "individual", "6000.01", True, id="person-over-it"),
        pytest.param("2024-01-01", "individual", "8000", False, id="person-at-the-new-limit"),
        pytest.param("2024-01-01", "individual", "8000.01", True, id="over-the-new"),
        pytest.param("2029-12-31", "individual", "8000.01", True, id="the-day-before-the-next"),
        pytest.param("2030-01-01", "individual", "12000", False, id="on-the-day-of-the-next"),
        pytest.param(TODAY, "llc", "5000", False, id="company"),
        pytest.param(TODAY, "llc", "5000.01", True, id="company-over"),
    ],
)
def test_limit_on_both_sides_of_a_change(as_of, kind, amount, over):
    """The limit of the filing day holds, to the cent."""
    bill = invoice(amount=amount, issued="2022-01-01", due="2023-12-30")
    facts = facts_of(as_of, creditor=creditor(kind), agreement={"signed_on": "2021-08-01"}, invoices=[bill])

    assert ("K603" in codes(outlook(facts).obstacles)) == over


def test_what_counts():
    """Agreed interest counts in the commercial part and not elsewhere; what is not yet due never does."""
    agreed = {"agreement": {"interest": {"percent_a_year": "10"}}}
    bill = [invoice(amount="4990", due="2026-02-01"), invoice("LATER", amount="900", due="2026-06-01")]
    # 89 days to May 1: 4990 x 10% x 89/365 = 121.67; 4990 + 121.67 = 5111.67 > 5000
    city = outlook(facts_of(TODAY, invoices=bill, **agreed))

    finding = the("K603", city.obstacles)
    assert finding.message == (
        "the claim counts as $5,111.67; the limit of the Overton City Court, Commercial Claims Part is $5,000.00"
    )
    assert finding.fix == "File in the next court up."  # that court takes no waiver of the excess
    small = [invoice(amount="3990", due="2026-02-01")]
    # the county court leaves contract interest out: 3990 <= 4000
    assert codes(outlook(facts_of(TODAY, invoices=small, debtor=debtor(address=COUNTRY), **agreed)).obstacles) == []


def test_excess_may_be_given_up():
    """Where the law lets a plaintiff give up the excess the message says how much it is."""
    facts = facts_of(TODAY, debtor=debtor(address=COUNTRY), **owing("4100"))

    assert "give up the $100.00 over the limit" in the("K603", outlook(facts).obstacles).fix


def test_money_held_is_no_claim():
    """Money held for the debtor is taken off before the limit is looked at."""
    bills = [invoice("A", amount="900", due="2026-02-01"), invoice("B", amount="5100", due="2026-02-01")]
    paid = [{"id": "P", "on": "2026-03-01", "amount": "1000", "invoice": "A"}]

    assert codes(outlook(facts_of(TODAY, invoices=bills, payments=paid)).obstacles) == []


def test_other_currencies_are_not_compared():
    """A claim in another currency is not held against dollars."""
    assert codes(outlook(facts_of(TODAY, currency="EUR")).obstacles) == ["K607"]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({}, [], id="nothing-in-the-way"),
        pytest.param(
            {"creditor": creditor(address={**ADDRESS, "state": "XG"})}, ["K604"], id="company-of-another-state"
        ),
        pytest.param({"creditor": creditor(organized_in="XG")}, ["K608"], id="not-registered-here"),
        pytest.param({"creditor": creditor(organized_in="XG", registered_in=["XF"])}, [], id="registered-here"),
        pytest.param({"creditor": creditor(good_standing="unknown")}, ["K609"], id="standing-unknown"),
        pytest.param({"creditor": creditor(good_standing="no")}, ["K609"], id="not-in-good-standing"),
        pytest.param({"work": "construction", **owing("1000.01")}, ["K606"], id="no-licence"),
        pytest.param({"work": "construction", **owing("1000")}, [], id="work-that-needs-none"),
        pytest.param(
            {"work": "construction", "creditor": creditor(licence={"number": "7"}), **owing("1000.01")},
            [],
            id="licensed",
        ),
        pytest.param({"agreement": {"conditions": {"mediation": "yes"}}}, ["K605"], id="mediation"),
        pytest.param({"agreement": {"conditions": {"arbitration": "yes"}}}, [], id="arbitration-with-an-exception"),
        pytest.param(
            {"agreement": {"conditions": {"arbitration": "yes", "small_claims_carved_out": "no"}}},
            ["K605"],
            id="arbitration",
        ),
    ],
)
def test_obstacles(facts, expected):
    """Each obstacle stops a filing and keeps a letter from speaking of an intended suit, and goes with it as a note."""
    seen = outlook(facts_of(TODAY, **facts))

    assert codes(seen.obstacles) == expected
    assert all(one.severity is Severity.STOP for one in seen.obstacles)
    assert seen.clear == (not expected)
    assert not any(one.stops for one in seen.for_letter)


def test_entity_barred(tmp_path):
    """A court that hears no company says so with its law."""
    forum = law(
        tmp_path,
        (f"{SMALL}, plaintiffs: [natural_person]}}", f"{SMALL}}}"),
        (OVERTON, OVERTON.replace("[Overton]", "[Grant]")),
    )

    finding = the("K604", outlook(facts_of(TODAY, forum=forum)).obstacles)

    assert finding.message == "the Overton City Court, Small Claims Part takes no claim of a company"
    assert finding.law == "Franklin Code § 12-305, read 2026-03-14"


def test_untested_is_never_clear(tmp_path):
    """Where the limit or who may file was not researched nothing is called clear."""
    forum = law(tmp_path, ("value: 5000, source: code-12-302, confidence: high}", "value: not_researched}"))
    seen = outlook(facts_of(TODAY, forum=forum))

    assert (seen.court is not None, seen.obstacles, seen.clear) == (True, (), False)


def test_days_to_answer():
    """The court's own rule gives the debtor days to answer, with its law; the commercial part asks for none."""
    county, city = outlook(facts_of(TODAY, debtor=debtor(address=COUNTRY))), outlook(facts_of(TODAY))

    assert (county.demand_days, county.demand_cite) == (
        10,
        "Franklin Small Claims Rules, rules 2 to 9, read 2026-03-14",
    )
    assert city.demand_days == 0


def test_days_to_cure():
    """The agreement's own notice is a note: the demand is that notice, and it does not stand in the way of a suit."""
    seen = outlook(facts_of(TODAY, agreement={"conditions": {"notice_and_cure_days": "30"}}))

    assert "30 days to put things right" in the("K611", seen.findings).message
    assert seen.clear


def test_how_a_demand_must_travel():
    """The ways a demand must travel are those of the court's own rule."""
    assert DemandMethod.CERTIFIED_MAIL in outlook(facts_of(TODAY, debtor=debtor(address=COUNTRY))).demand_methods


def test_no_forum():
    """Without a court's law a letter can still go; a suit is not called possible."""
    seen = outlook(facts_of(TODAY, forum=None))

    assert (codes(seen.findings), seen.clear) == (["K601"], False)


@pytest.mark.parametrize(
    ("as_of", "facts", "expected"),
    [
        pytest.param(TODAY, {}, [], id="company-against-company"),
        pytest.param(TODAY, {"debtor": debtor("individual"), "purpose": "consumer"}, ["K155"], id="consumer"),
        pytest.param("2025-06-30", {"debtor": debtor("sole-proprietor")}, [], id="trader-before-the-change"),
        pytest.param("2025-07-01", {"debtor": debtor("sole-proprietor")}, ["K155"], id="trader-from-the-change"),
        pytest.param(TODAY, {"debtor": debtor("individual"), **owing("500000")}, ["K155"], id="at-the-amount"),
        pytest.param(TODAY, {"debtor": debtor("individual"), **owing("500001")}, [], id="over-the-amount"),
        pytest.param(
            TODAY, {"guarantors": [{"name": "Sam Moss", "kind": "individual"}]}, ["K155"], id="a-person-guarantees"
        ),
    ],
)
def test_collection_law(as_of, facts, expected):
    """Collection law that reaches a creditor's own debt is named, by day, debtor, guarantor and amount."""
    early = {"invoices": [invoice(issued="2025-01-02", due="2025-02-01")]} if "invoices" not in facts else {}
    found = [one for one in outlook(facts_of(as_of, **early, **facts)).findings if one.code == "K155"]

    assert codes(found) == expected
    assert all("Franklin Fair Collection Act" in one.message and one.law for one in found)
