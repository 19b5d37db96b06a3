"""Bankruptcy: what collects is refused from the petition on, and nothing overrides that."""

from __future__ import annotations

import pytest
from franklin import FEDERAL, case_of, codes, day, debtor, facts_of, invoice, the

from kit.checks.run import override, run_checks
from kit.checks.stay import STAY, check_stay
from kit.findings import KitError, Severity
from kit.load.document_files import find_templates
from kit.model.document import DocumentKind
from kit.model.document_ids import to_guarantor

TODAY = "2026-05-01"
FILED = {"petition_on": "2026-04-01"}
TEMPLATES = find_templates()
TO_DEBTOR = [t for t in TEMPLATES.values() if t.document.kind.collects and not to_guarantor(t.document.id)]
NAMED = (  # what every creditor would reach for, by name
    "letters/friendly-reminder", "letters/invoice-again", "letters/second-reminder", "letters/thirty-day",
    "letters/terms-recalled", "letters/sixty-day", "letters/final-demand", "letters/hold-notice",
    "letters/promise-confirmation", "letters/receipt", "letters/reply-complaint", "letters/reply-threat",
    "letters/judgment-demand", "letters/judgment-plan", "statements/invoice", "statements/statement",
    "court/statement-of-claim", "court/proof-of-service", "court/default-data", "court/military-service",
    "court/judgment-amount", "court/asset-questions", "court/exhibit-list", "court/time-line",
)  # fmt: skip


def said(kind: str = "corporation", as_of: str = TODAY, paper: DocumentKind | None = None, **filed):
    """Return what the bankruptcy makes of a paper."""
    case = case_of(debtor=debtor(kind), bankruptcy={"petition_on": "2026-04-01", **filed})
    return list(check_stay(case, day(as_of), FEDERAL, paper))


@pytest.mark.parametrize(
    ("filed", "expected"),
    [
        pytest.param({"petition_on": "2026-05-02"}, ["K706"], id="petition-tomorrow"),
        pytest.param({"petition_on": "2026-05-01"}, ["K700"], id="petition-today"),
        pytest.param({}, ["K700"], id="petition-last-month"),
        pytest.param({"dismissed_on": "2026-05-02"}, ["K700"], id="dismissed-tomorrow"),
        pytest.param({"dismissed_on": "2026-05-01"}, ["K703"], id="dismissed-today"),
        pytest.param({"discharged_on": "2026-05-02"}, ["K700"], id="discharged-tomorrow"),
        pytest.param({"discharged_on": "2026-05-01"}, ["K701"], id="discharged-today"),
        pytest.param({"discharged_on": "2026-04-20", "dismissed_on": "2026-04-30"}, ["K701"], id="both-stays-frozen"),
        pytest.param({"chapter": "11", "discharged_on": "2026-04-20"}, ["K701"], id="company-in-chapter-11"),
        pytest.param({"chapter": "7", "discharged_on": "2026-04-20"}, ["K702"], id="company-in-chapter-7"),
    ],
)
def test_days(filed, expected):
    """The day itself counts, and a company is never taken as discharged in chapter 7 (§ 727(a)(1))."""
    assert codes(said(**filed)) == expected


def test_a_person_is_discharged_in_chapter_7():
    """A natural person is."""
    assert codes(said("individual", chapter="7", discharged_on="2026-04-20")) == ["K701"]


def test_the_law_is_cited_from_the_federal_file():
    """The citation carries the day it was read; without the file the bare citation stands in."""
    case = case_of(bankruptcy={"petition_on": "2026-04-01"})

    assert the("K700", check_stay(case, day(TODAY), FEDERAL)).law.startswith("11 U.S.C. § 362(a), (c), ")
    assert the("K700", check_stay(case, day(TODAY))).law == STAY


def test_debts_after_the_petition_are_outside():
    """What was agreed and billed after the petition may be asked for, with a note; one older bill freezes all."""
    later = {"agreement": {"signed_on": "2026-04-02"}, "bankruptcy": {"petition_on": "2026-04-01"}}
    new, old = invoice("N", issued="2026-04-10", due="2026-04-20"), invoice("O", issued="2026-03-31", due="2026-04-20")

    assert codes(check_stay(case_of(invoices=[new], **later), day(TODAY))) == ["K704"]
    assert codes(check_stay(case_of(invoices=[new, old], **later), day(TODAY))) == ["K700", "K707"]
    assert codes(check_stay(case_of(invoices=[new], bankruptcy=FILED), day(TODAY))) == ["K700", "K707"]
    assert (
        "the agreement is older"
        in the("K707", check_stay(case_of(invoices=[new], bankruptcy=FILED), day(TODAY))).message
    )


@pytest.mark.parametrize("template", TO_DEBTOR, ids=lambda t: t.document.id)
@pytest.mark.parametrize("filed", [{}, {"discharged_on": "2026-04-20"}], ids=["petition", "discharge"])
def test_every_paper_that_collects_is_refused(template, filed):
    """No template of a kind that collects gets past a petition or a discharge, and no override reaches it."""
    facts = facts_of(TODAY, bankruptcy={"petition_on": "2026-04-01", **filed})
    found = run_checks(facts, template.document)
    code = "K701" if filed else "K700"

    assert the(code, found).severity is Severity.STOP
    with pytest.raises(KitError, match=f"{code} cannot be overridden"):
        override(found, {code: "they told me it was fine"})


@pytest.mark.parametrize("kind", [kind for kind in DocumentKind if kind.collects])
def test_every_kind_that_collects_is_refused(kind):
    """The refusal goes by the kind, so papers to come are refused too."""
    assert codes(said(paper=kind)) == ["K700"]


def test_a_contract_may_be_made():
    """A contract collects nothing: it is made, with a note."""
    finding = the("K705", said(paper=DocumentKind.AGREEMENT))

    assert finding.severity is Severity.NOTE
    assert said(paper=DocumentKind.BANKRUPTCY) == []
    assert said(paper=DocumentKind.INTERNAL) == []


def test_there_is_something_to_refuse():
    """The walk over the templates is not empty, and none of the papers that a creditor would send is missing in it."""
    assert set(NAMED) <= {template.document.id for template in TO_DEBTOR}


def test_what_creditors_filed_leaves_outside():
    """Where creditors filed, the bills before the order for relief are claimed with the old ones; later ones not."""
    days = {"OLD": "2026-03-01", "GAP": "2026-04-10", "NEW": "2026-04-20", "NEWER": "2026-04-21"}
    bills = [invoice(name, issued=on, due="2026-06-20") for name, on in days.items()]
    by_creditors = {"petition_on": "2026-04-01", "involuntary": "yes"}

    def apart(count: int, as_of: str = TODAY, **more: str) -> list[str]:
        case = case_of(invoices=bills[:count], bankruptcy={**by_creditors, **more})
        return [one.message for one in check_stay(case, day(as_of), FEDERAL) if one.code == "K707"]

    assert apart(4) == []
    assert apart(2, order_for_relief_on="2026-04-15") == []
    assert apart(4, "2026-04-14", order_for_relief_on="2026-04-15") == []
    [one], [two] = apart(3, order_for_relief_on="2026-04-15"), apart(4, order_for_relief_on="2026-04-15")
    assert one.startswith("NEW is of after the order for relief of 2026-04-15")
    assert two.startswith("NEW, NEWER are of after")


@pytest.mark.parametrize(
    ("filed", "words", "fix"),
    [
        pytest.param({}, "filed for bankruptcy on 2026-04-01; no", "in time: `kit claim CASE`", id="claim"),
        pytest.param({"claims": [{"on": "2026-04-20"}]}, "", "The claim was filed on 2026-04-20", id="claimed"),
        pytest.param(
            {"chapter": "7", "no_asset_notice_on": "2026-04-20"}, "", "By the notice of 2026-04-20 no claim is needed",
            id="no-assets",
        ),
        pytest.param(
            {"chapter": "7", "no_asset_notice_on": "2026-04-20", "asset_notice_on": "2026-04-25"}, "", "`kit claim",
            id="assets-found",
        ),
        pytest.param({"chapter": "11"}, "(chapter 11)", "`kit claim", id="chapter-11"),
        pytest.param(
            {"chapter": "13", "converted": [{"on": "2026-04-20", "to": "7"}]},
            "2026-04-01 (chapter 13; converted to chapter 7 on 2026-04-20)", "`kit claim", id="converted",
        ),
    ],
)  # fmt: skip
def test_the_refusal_says_what_is_to_be_done_about_a_claim(filed, words, fix):
    """The chapter it was filed under and what became of it; a claim is asked for only while one is to be filed."""
    finding = the("K700", said("individual", **filed))

    assert words in finding.message
    assert fix in finding.fix
    assert ("`kit claim CASE`" in finding.fix) is ("`kit claim" in fix)
