"""What the governing law leaves of a contract's clauses, before anybody signs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from franklin import ADDRESS, FRANKLIN, creditor, debtor, facts_of, the

from kit.checks.contract_terms import terms_for
from kit.checks.needs import needs
from kit.findings import Severity
from kit.load.jurisdiction_file import load_jurisdiction

FIXED = {"kind": "fixed", "amount": "1000"}
NOW = "2026-05-01"


def terms(as_of: str = NOW, agreement: dict | None = None, **facts):
    """Return the clauses of a contract on a fixed price."""
    return terms_for(facts_of(as_of, agreement={"price": FIXED, "signed_on": as_of, **(agreement or {})}, **facts))


def has(code: str, asked) -> bool:
    """Whether something with the code was said."""
    return code in {one.code for one in asked.findings}


def changed(tmp_path: Path, old: str, new: str):
    """Return Franklin's law with one text replaced."""
    text = Path(FRANKLIN.origin).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (tmp_path / "us-xf.yaml").write_text(text.replace(old, new), encoding="utf-8")
    return load_jurisdiction("us-xf", [tmp_path])


@pytest.mark.parametrize(
    ("asked", "fees", "code"),
    [
        pytest.param(None, "", None, id="not-asked"),
        pytest.param({"clause": "no"}, "", None, id="no"),
        pytest.param({"clause": "yes", "reciprocal": "yes"}, "both-ways", "K134", id="both"),
        pytest.param({"clause": "yes", "reciprocal": "no"}, "both-ways", "K133", id="made-reciprocal-by-law"),
    ],
)
def test_attorney_fees(asked, fees, code):
    """A clause for one side serves both where the law says so, within its percentage and after its notice."""
    seen = terms(agreement={"attorney_fees": asked} if asked else {})

    assert seen.attorney_fees == fees
    assert code is None or has(code, seen)
    if fees:
        assert (str(seen.attorney_percent), seen.attorney_notice_days) == ("15", 10)


def test_void_attorney_fees_are_left_out():
    """Where the law voids the clause it is not written, and the user is told which law."""
    seen = terms(agreement={"attorney_fees": "yes"}, debtor=debtor("individual"), purpose="consumer")

    assert seen.attorney_fees == ""
    assert the("K132", seen.findings).law == "Franklin Code § 14-1, read 2026-03-14"


def test_signed_by_hand(tmp_path):
    """Where fees are owed only on a contract signed by hand, the user is told not to sign electronically."""
    law = changed(tmp_path, "percent_at_most: 15}", "both_sign_by_hand: yes}")

    seen = terms(agreement={"attorney_fees": "yes"}, law=law)

    assert the("K135", seen.findings).fix == "Do not sign electronically."


@pytest.mark.parametrize(
    ("law", "wanted", "written"),
    [
        pytest.param("{fee: 25, later_fee: 35,", "30", "25", id="first-check"),
        pytest.param("{fee: 25, later_fee: 35,", "20", "20", id="less-is-kept"),
        # the price of 1,000 lies in the last tier
        pytest.param("{fee_tiers: [{up_to: 50, fee: 25}, {up_to: 300, fee: 30}, {fee: 40}],", "60", "40", id="tiers"),
        # 5% of 1,000 = 50.00 is more than 40
        pytest.param(
            "{fee_tiers: [{up_to: 50, fee: 25}, {fee: 40}], fee_percent: 5,", "60", "50.00", id="percent-of-the-check"
        ),
        pytest.param("{", "60", "60", id="the-law-names-no-fee"),
    ],
)
def test_returned_check(law, wanted, written, tmp_path):
    """The charge for a returned check never passes the law's, whatever way the law reckons it."""
    seen = terms(agreement={"returned_check_fee": wanted}, law=changed(tmp_path, "{fee: 25, later_fee: 35,", law))

    assert str(seen.returned_check) == written
    assert has("K136", seen) == (written != wanted)


def test_tiers_are_told(tmp_path):
    """Where the charge goes by the check's amount the user sees every step of it."""
    law = changed(tmp_path, "{fee: 25, later_fee: 35,", "{fee_tiers: [{up_to: 50, fee: 25}, {fee: 40}],")

    said = the("K149", terms(agreement={"returned_check_fee": "25"}, law=law).findings).message

    tiers = "$25.00 on checks up to $50.00; $40.00 on larger ones"
    assert said == f"the law's charge for a returned check goes by its amount: {tiers}"


def test_full_payment_office(tmp_path):
    """An office for full-payment checks is named where such a clause works, else left out with the reason."""
    office = creditor(disputes_to=ADDRESS)
    old = changed(
        tmp_path, "law: uniform, protest_keeps_claim: no, named_office: yes", "law: not_in_force, named_office: no"
    )

    assert terms(creditor=office).full_payment_office
    assert not terms().full_payment_office
    assert not terms(creditor=office, law=old).full_payment_office
    assert the("K137", terms(creditor=office, law=old).findings).law


GUARANTOR = {"name": "Sam Moss", "kind": "individual", "address": ADDRESS}


def test_guaranty_and_spouses(tmp_path):
    """A spouse signs where the law needs both, and is not asked where it does not."""
    both = changed(tmp_path, "both_spouses_sign: no", "both_spouses_sign: yes")
    facts = {"agreement": {"guaranty": {"guarantor": "Sam Moss"}}}
    married = {**GUARANTOR, "spouse": "Kim Moss"}

    assert terms(**facts, guarantors=[GUARANTOR], law=both).both_spouses
    assert "if there is one" in the("K139", terms(**facts, guarantors=[GUARANTOR], law=both).findings).fix
    assert not terms(**facts, guarantors=[married]).both_spouses
    assert "12 C.F.R. § 1002.7(d)" in the("K138", terms(**facts, guarantors=[married]).findings).law


def test_missing_guarantor_is_named_once():
    """A guarantor who is not in the file stops the contract by its needs, and is not named twice."""
    facts = facts_of(NOW, agreement={"price": FIXED, "guaranty": {"guarantor": "Sam Moss"}})

    assert [one.message for one in needs("contracts/services", facts.case) if "Sam Moss" in one.message]
    assert not [one for one in terms_for(facts).findings if "Sam Moss" in one.message]


@pytest.mark.parametrize(
    ("price", "refused"),
    [pytest.param("500", False, id="at-the-limit"), pytest.param("500.01", True, id="over-it")],
)
def test_consumer_home_improvement(price, refused):
    """The generic contract is refused for a consumer's home above the law's amount."""
    seen = terms(
        agreement={"price": {"kind": "fixed", "amount": price}},
        debtor=debtor("individual"), purpose="consumer", work={"kind": "construction", "home_improvement": "yes"},
    )  # fmt: skip

    assert has("K130", seen) == refused
    assert has("K131", seen)
    assert not has("K130", seen) or the("K130", seen.findings).severity is Severity.STOP


def test_arbitration_without_small_claims():
    """Arbitration that shuts small claims to the creditor too is pointed out."""
    conditions = {"arbitration": "yes", "small_claims_carved_out": "no"}

    assert has("K146", terms(agreement={"conditions": conditions}))
    assert not has("K146", terms(agreement={"conditions": {"arbitration": "yes"}}))


def test_building_site_keeps_its_own_courts(tmp_path):
    """Another state's law and courts over building work are refused where the site's state voids them."""
    text = Path(FRANKLIN.origin).read_text(encoding="utf-8")
    (tmp_path / "us-xz.yaml").write_text(
        text.replace("code: us-xf", "code: us-xz").replace("State of Franklin", "State of Zeno"), encoding="utf-8"
    )
    other = load_jurisdiction("us-xz", [tmp_path])
    work = {"kind": "construction", "place": ADDRESS}

    finding = the("K148", terms(law=other, work=work, agreement={"governing_law": "us-xz"}).findings)

    assert (finding.severity, finding.overridable) == (Severity.STOP, True)
    assert finding.fix == "Write `governing_law: us-xf`."
    assert not has("K148", terms(work=work))
    assert has("K147", terms(law=other, forum=None, work=work))


def test_no_jury_is_waived():
    """The contract's words waive no jury and confess no judgment: some states void both."""
    folder = Path(__file__).parents[2] / "templates" / "contracts"
    words = "".join(path.read_text(encoding="utf-8").casefold() for path in folder.rglob("*.md"))

    assert "jury" not in words
    assert "confess" not in words


def test_without_a_governing_law():
    """Without a law nothing was tested: an unknown law is a stop, a law without a file one the user may override."""
    absent = facts_of(NOW, law=None)
    nowhere = replace(absent, case=absent.case.model_copy(update={
        "forum": None, "agreement": absent.case.agreement.model_copy(update={"governing_law": None}),
        "debtor": absent.case.debtor.model_copy(update={"address": None}),
    }))  # fmt: skip

    assert the("K120", terms_for(absent).findings).overridable
    assert not the("K120", terms_for(nowhere).findings).overridable


# freelancers


def freelance(as_of: str = NOW, kind: str = "individual", **more):
    """Return the clauses of a freelancer's contract outside Overton, with all that Franklin's law asks for."""
    away = {**ADDRESS, "city": "Lee Town"}
    agreement = {"price": FIXED, "scope": ["a catalogue"], **more.pop("agreement", {})}
    facts = {"creditor": creditor(kind), "debtor": debtor(address=away), **more}
    return terms(as_of, agreement=agreement, **facts)


@pytest.mark.parametrize(
    ("facts", "names"),
    [
        pytest.param({}, ["Franklin Freelance Pay Act"], id="a-person"),
        pytest.param({"kind": "llc"}, ["Franklin Freelance Pay Act"], id="perhaps-one-persons-company"),
        pytest.param({"kind": "partnership"}, [], id="never-one-person"),
        pytest.param({"as_of": "2024-06-30"}, [], id="before-the-law"),
        pytest.param({"as_of": "2024-07-01"}, ["Franklin Freelance Pay Act"], id="its-first-day"),
        pytest.param({"work": "construction"}, [], id="left-out-trade"),
        pytest.param({"work": "goods"}, [], id="goods"),
        pytest.param({"agreement": {"price": {"kind": "fixed", "amount": "799.99"}}}, [], id="a-cent-below"),
        pytest.param(
            {"agreement": {"price": {"kind": "fixed", "amount": "800"}}}, ["Franklin Freelance Pay Act"], id="at-it"
        ),
        # a month of 28 days fits ceil(120 / 28) = 5 times into 120 days: 5 x 160 = 800
        pytest.param(
            {"agreement": {"price": {"kind": "recurring", "amount": "160"}}},
            ["Franklin Freelance Pay Act"],
            id="added-up",
        ),
        pytest.param({"agreement": {"price": {"kind": "recurring", "amount": "159.99"}}}, [], id="added-up-below"),
        pytest.param(
            {"agreement": {"price": {"kind": "hourly", "rate": "20"}}},
            ["Franklin Freelance Pay Act"],
            id="open-price-may",
        ),
        pytest.param({"debtor": debtor("individual"), "purpose": "consumer"}, [], id="hired-by-a-consumer"),
    ],
)
def test_freelancer_law_reaches(facts, names):
    """The law protects by kind of worker, trade, day, and price over its window."""
    assert [law.name for law in freelance(**facts).freelancers] == names


def test_small_jobs_are_told():
    """A price below the threshold is told: other jobs for the client count with it."""
    finding = the("K144", freelance(agreement={"price": {"kind": "fixed", "amount": "799.99"}}).findings)

    assert "$800.00 within 120 days" in finding.message


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        pytest.param({}, [], id="all-there"),
        pytest.param(
            {"creditor": {**creditor("individual"), "address": None}}, ["your mailing address"], id="own-address"
        ),
        pytest.param({"agreement": {"scope": []}}, ["the services one by one"], id="services"),
        pytest.param({"agreement": {"net_days": None}}, ["the day of payment"], id="pay-date"),
    ],
)
def test_required_terms(change, missing):
    """Each term that the law asks for and the case lacks stops the contract and says what to add."""
    found = [one for one in freelance(**change).findings if one.code == "K145"]

    assert [one.message.split("states ")[1].split(",")[0] for one in found] == missing
    assert all(one.severity is Severity.STOP and one.fix and one.law for one in found)


def test_a_citys_terms_stand_beside_the_states():
    """In Overton the ordinance asks for telephone numbers on top of the state's terms."""
    seen = terms(agreement={"scope": ["a catalogue"]}, creditor=creditor("individual"))

    assert [law.name for law in seen.freelancers] == ["Overton Freelancer Ordinance", "Franklin Freelance Pay Act"]
    messages = [one.message for one in seen.findings if one.code == "K145"]
    assert len(messages) == 2
    assert all("telephone number" in message for message in messages)
