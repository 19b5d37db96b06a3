"""Which debts a bankruptcy freezes: told by recorded facts, each on both of its sides; no override takes part."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from franklin import FEDERAL, case_of, codes, day, debtor, facts_of, invoice, the

from kit.checks.filing import look
from kit.checks.insolvency import check_insolvency, claims_day
from kit.checks.limitation import check_limitation
from kit.checks.revival import Run
from kit.checks.run import override, run_checks
from kit.checks.stay import check_stay
from kit.checks.stay_guarantor import check_guarantor
from kit.checks.stay_limitation import after_stay
from kit.documents.deadlines import deadlines
from kit.findings import InvalidFile, KitError
from kit.load.document_files import find_templates, read_document
from kit.load.jurisdiction_file import load_jurisdiction
from kit.model.document import Document, DocumentKind
from kit.model.document_ids import collects, to_guarantor
from kit.model.inquiry import Inquiry
from kit.model.paper_event import Made, Sent
from kit.model.selectors import selectors_of
from kit.model.stay import Stand, freezes, stand_of
from kit.paths import data_folder

TODAY = "2026-05-01"
PETITION = {"petition_on": "2026-04-01"}
COLLECTION = DocumentKind.COLLECTION
TEMPLATES = find_templates()
EVERY = [one.document for one in TEMPLATES.values()]
OUTSIDE = ("internal/", "contracts/", "bankruptcy/", "agreements/", "handoff/")
NEW = {"agreement": {"signed_on": "2026-04-02"}, "invoices": [invoice("N", issued="2026-04-10", due="2026-04-20")]}
OLD = invoice("O", issued="2026-03-31", due="2026-04-20")


def stopped(as_of: str = TODAY, kind: str = "corporation", paper: DocumentKind | None = COLLECTION, **facts):
    """Return the codes that stop a letter, and those that go with it."""
    filed = {**PETITION, **facts.pop("bankruptcy", {})}
    case = case_of(debtor=debtor(kind), bankruptcy=filed, **facts)
    found = list(check_stay(case, day(as_of), FEDERAL, paper))
    return [one.code for one in found if one.stops], [one.code for one in found if not one.stops]


def order(text: str = "to end the lease", *, debtor: str = "no") -> dict:
    """Return an order that lifts the stay."""
    return {"relief_orders": [{"on": "2026-04-15", "text": text, "against_debtor": debtor}]}


@pytest.mark.parametrize(
    ("kind", "facts", "stops", "notes"),
    [
        pytest.param("corporation", {}, ["K700"], [], id="a-petition"),
        pytest.param("corporation", {"bankruptcy": {"dismissed_on": "2026-05-01"}}, [], ["K703"], id="dismissed"),
        pytest.param("corporation", {"bankruptcy": {"dismissed_on": "2026-05-02"}}, ["K700"], [], id="not-yet"),
        pytest.param("individual", {"bankruptcy": {"discharged_on": "2026-05-01"}}, ["K701"], [], id="discharged"),
        pytest.param(
            "individual", {"bankruptcy": {"discharged_on": "2026-04-20", "closed_on": "2026-04-30"}}, ["K701"], [],
            id="discharged-and-closed",
        ),
        pytest.param(
            "corporation", {"bankruptcy": {"chapter": "7", "discharged_on": "2026-04-20"}}, ["K702"], [],
            id="a-company-has-no-discharge-in-7",
        ),
        pytest.param(
            "corporation", {"bankruptcy": {"chapter": "7", "closed_on": "2026-05-01"}}, [], ["K712"],
            id="a-company-in-7-closed",
        ),
        pytest.param(
            "corporation", {"bankruptcy": {"chapter": "7", "closed_on": "2026-05-02"}}, ["K700"], [],
            id="not-closed-yet",
        ),
        pytest.param(
            "individual", {"bankruptcy": {"chapter": "7", "closed_on": "2026-05-01"}}, ["K710"], [],
            id="a-person-closed-and-nothing-told",
        ),
        pytest.param(
            "individual",
            {"bankruptcy": {"chapter": "7", "closed_on": "2026-05-01", "closed_without_discharge": "yes"}},
            [], ["K712"],
            id="a-person-closed-without-discharge",
        ),
        pytest.param(
            "corporation", {"bankruptcy": {"chapter": "11", "closed_on": "2026-05-01"}}, ["K710"], [],
            id="a-plan-may-have-discharged",
        ),
        pytest.param("corporation", {"bankruptcy": order(debtor="yes")}, [], ["K708"], id="an-order-for-this-debt"),
        pytest.param("corporation", {"bankruptcy": order()}, ["K700"], ["K708"], id="an-order-for-something-else"),
        pytest.param(
            "individual", {"bankruptcy": {**order(debtor="yes"), "discharged_on": "2026-04-20"}}, ["K701"], [],
            id="no-order-survives-a-discharge",
        ),
        pytest.param("corporation", NEW, [], ["K704"], id="later-debts-alone"),
        pytest.param(
            "corporation", {**NEW, "invoices": [*NEW["invoices"], OLD]}, ["K700"], ["K707"], id="later-and-older-debts"
        ),
        pytest.param("corporation", {"bankruptcy": {"chapter": "15"}}, ["K709"], [], id="chapter-15"),
        pytest.param(
            "corporation", {"bankruptcy": {"chapter": "15", "dismissed_on": "2026-04-30"}}, [], ["K703"],
            id="chapter-15-dismissed",
        ),
        pytest.param("government", {"bankruptcy": {"chapter": "9"}}, ["K700"], ["K711"], id="chapter-9"),
        pytest.param("corporation", {"bankruptcy": {"chapter": "9"}}, ["K700"], ["K711"], id="chapter-9-of-a-company"),
        pytest.param("individual", {"bankruptcy": {"spouse_only": "yes"}}, [], ["K714"], id="the-spouse-alone"),
        pytest.param(
            "individual", {"bankruptcy": {"spouse_only": "yes", "chapter": "13"}, "purpose": "consumer"}, ["K714"], [],
            id="the-spouse-alone-in-13-over-a-consumer-debt",
        ),
        pytest.param(
            "individual", {"bankruptcy": {"spouse_only": "yes", "chapter": "13"}}, [], ["K714"],
            id="the-spouse-alone-in-13-over-a-business-debt",
        ),
        pytest.param("individual", {"bankruptcy": {"joint_debtor": "Kim Moss"}}, ["K700"], [], id="both"),
        pytest.param(
            "individual",
            {"bankruptcy": {"earlier": [{"petition_on": "2025-06-01", "dismissed_on": "2025-09-01"}]}},
            ["K700"], ["K715"], id="a-second-petition-within-a-year",
        ),
        pytest.param(
            "individual",
            {"bankruptcy": {"earlier": [{"petition_on": "2025-01-02", "dismissed_on": "2025-04-01"}]}},
            ["K700"], ["K715"], id="a-second-petition-a-year-to-the-day",
        ),
        pytest.param(
            "individual",
            {"bankruptcy": {"earlier": [{"petition_on": "2025-01-02", "dismissed_on": "2025-03-31"}]}},
            ["K700"], [], id="a-second-petition-after-more-than-a-year",
        ),
        pytest.param(
            "individual",
            {"bankruptcy": {"earlier": [{"petition_on": "2025-06-01", "discharged_on": "2025-09-01"}],
                            "dismissed_on": "2026-04-20"}},
            ["K701"], [], id="an-earlier-discharge-outlives-a-later-dismissal",
        ),
        pytest.param(
            "individual",
            {"bankruptcy": {"earlier": [{"petition_on": "2024-06-01", "discharged_on": "2024-09-01"}],
                            "dismissed_on": "2026-04-20"}},
            [], ["K703"], id="an-earlier-discharge-of-before-this-debt",
        ),
    ],
)  # fmt: skip
def test_each_fact_on_both_sides(kind, facts, stops, notes):
    """What ends the stay, or leaves a debt out of it, is a fact in the file; its other side stays frozen."""
    assert stopped(kind=kind, **facts) == (stops, notes)


def test_a_conversion_is_followed():
    """The chapter of today decides: a company moved from 11 to 7 gets no discharge there."""
    moved = {"chapter": "11", "converted": [{"on": "2026-04-10", "to": "7"}], "discharged_on": "2026-04-20"}

    assert stopped(bankruptcy=moved) == (["K702"], [])


def test_petition_before_the_agreement():
    """Work agreed after the petition is outside; an invoice of before it is not, whatever the agreement says."""
    assert stopped(**NEW) == ([], ["K704"])
    assert stopped(agreement=NEW["agreement"], invoices=[OLD]) == (["K700"], [])


@pytest.mark.parametrize("document", EVERY, ids=lambda one: one.id)
@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({}, "K700"),
        ({"discharged_on": "2026-04-20"}, "K701"),
        ({"chapter": "15"}, "K709"),
        (None, "K718"),
    ],
    ids=["petition", "discharge", "chapter-15", "assignment"],
)
def test_every_document_by_name(document, more, code):
    """Each document there is says what it is; what collects is refused by name, and nothing overrides that."""
    seen = {"insolvency": {"kind": "assignment", "on": "2026-04-01"}} if more is None else {}
    filed = {"bankruptcy": {**PETITION, **more}} if more is not None else {}
    found = [one for one in run_checks(facts_of(TODAY, **filed, **seen), document) if one.code == code]

    if not document.kind.collects or to_guarantor(document.id):
        assert not any(one.stops for one in found)
        return
    assert found
    assert all(one.stops for one in found)
    with pytest.raises(KitError, match="cannot be overridden"):
        override(found, {code: "they told me it was fine"})


def test_there_are_documents_to_refuse():
    """The walk finds the kit's documents; each folder of words with a description is among them."""
    folders = [file.parent for file in data_folder("templates").glob("*/*/document.yaml")]

    assert {str(folder) for folder in folders} == {one.folder for one in TEMPLATES.values()}
    assert sum(one.kind.collects for one in EVERY) >= 25


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=lambda one: one.document.id)
def test_the_family_says_the_same_as_the_kind(template):
    """What is known of a paper on record by its name is what its description says."""
    document = template.document
    if to_guarantor(document.id):
        assert not collects(document.id)
    elif document.kind in (DocumentKind.COLLECTION, DocumentKind.REPLY, DocumentKind.COURT):
        assert collects(document.id)
    else:
        assert not collects(document.id)


def test_an_unclassed_document_is_refused(tmp_path):
    """A description without a kind cannot be used, so no paper of it is ever made."""
    folder = tmp_path / "letters" / "own"
    folder.mkdir(parents=True)
    (folder / "document.yaml").write_text("id: letters/own\ntitle: Own\ncontext: final_demand\n", encoding="utf-8")

    with pytest.raises(InvalidFile) as caught:
        read_document(folder)
    assert "kind" in caught.value.findings[0].message


@pytest.mark.parametrize("kind", ["internal", "bankruptcy", "agreement"])
def test_a_letter_by_another_name_is_refused(kind):
    """Calling a letter something else takes it out of nothing, petition or not."""
    said = Document(id="letters/final-demand", title="x", kind=DocumentKind(kind), context="final_demand")

    assert the("K719", run_checks(facts_of(TODAY), said)).stops
    assert "K719" not in codes(run_checks(facts_of(TODAY), TEMPLATES["internal/own-books"].document))


GUARANTOR = {"name": "Robin Vale", "kind": "individual"}


def guaranteed(as_of: str = TODAY, kind: str = "individual", guarantor: dict | None = None, **facts):
    """Return the codes that stop a letter to the guarantor."""
    case = case_of(debtor=debtor(kind), guarantors=[{**GUARANTOR, **(guarantor or {})}], **facts)
    return [one.code for one in check_guarantor(case, case.guarantors[0], day(as_of), FEDERAL) if one.stops]


@pytest.mark.parametrize(
    ("guarantor", "facts", "expected"),
    [
        pytest.param({}, {}, [], id="nobody-filed"),
        pytest.param({}, {"bankruptcy": {**PETITION, "chapter": "7"}, "purpose": "consumer"}, [], id="chapter-7"),
        pytest.param({}, {"bankruptcy": {**PETITION, "chapter": "13"}, "purpose": "consumer"}, ["K716"], id="in-13"),
        pytest.param({}, {"bankruptcy": {**PETITION, "chapter": "12"}, "purpose": "consumer"}, ["K716"], id="in-12"),
        pytest.param({}, {"bankruptcy": {**PETITION, "chapter": "13"}}, [], id="business-debt-in-13"),
        pytest.param(
            {}, {"bankruptcy": {**PETITION, "chapter": "13", "dismissed_on": "2026-05-01"}, "purpose": "consumer"}, [],
            id="13-dismissed",
        ),
        pytest.param(
            {},
            {"bankruptcy": {**PETITION, "chapter": "13", "converted": [{"on": "2026-04-20", "to": "7"}]},
             "purpose": "consumer"},
            [], id="13-converted-to-7",
        ),
        pytest.param({"petition_on": "2026-05-01"}, {}, ["K713"], id="guarantor-filed-debtor-not"),
        pytest.param({"petition_on": "2026-05-02"}, {}, [], id="guarantor-files-tomorrow"),
        pytest.param(
            {"petition_on": "2026-04-01", "petition_dismissed_on": "2026-05-01"}, {}, [], id="guarantors-case-dismissed"
        ),
    ],
)  # fmt: skip
def test_guarantors_are_other_people(guarantor, facts, expected):
    """The debtor's stay leaves them free, but for consumer debts in 12 and 13 and for their own petitions."""
    assert guaranteed(guarantor=guarantor, **facts) == expected


LETTER = Document(id="letters/guarantor-demand", title="x", kind=COLLECTION, context="final_demand")


@pytest.mark.parametrize(
    ("chapter", "purpose", "own", "severities"),
    [
        ("7", "business", None, []),
        ("13", "consumer", None, [True]),
        ("7", "business", "2026-04-20", [True]),
    ],
    ids=["free", "covered", "filed"],
)
def test_a_letter_to_a_guarantor(chapter, purpose, own, severities):
    """It asks somebody else: the debtor's petition stops it only where the law covers the guarantor too."""
    one = {**GUARANTOR, **({"petition_on": own} if own else {})}
    filed = {**PETITION, "chapter": chapter}
    facts = facts_of(TODAY, debtor=debtor("individual"), purpose=purpose, guarantors=[one], bankruptcy=filed)
    found = run_checks(facts, LETTER)

    assert [each.stops for each in found if each.code in ("K713", "K716")] == severities
    assert "K700" not in codes(found)


def test_a_guarantor_who_filed_stops_no_letter_to_the_debtor():
    """The debtor may be asked; a suit that names the guarantor may not."""
    facts = facts_of(TODAY, guarantors=[{**GUARANTOR, "petition_on": "2026-04-01", "sue": "yes"}])
    letter, suit = (TEMPLATES[name].document for name in ("letters/final-demand", "court/statement-of-claim"))

    assert "K713" not in codes(run_checks(facts, letter))
    assert the("K713", run_checks(facts, suit)).stops
    assert not the("K713", run_checks(facts)).stops


@pytest.mark.parametrize("kind", ["assignment", "receivership", "probate", "dissolution", "foreign"])
def test_other_insolvencies_are_the_same_switch(kind):
    """From its day on letters are refused, with who runs it and the day of the notice; before, a note says so."""
    seen = {"kind": kind, "on": "2026-05-01", "who": "Casey Ward", "claims_by": "2026-09-01"}
    case = case_of(insolvency=seen)
    found = the("K718", check_insolvency(case, day(TODAY), COLLECTION))

    assert found.stops
    assert not found.overridable
    assert "Send the claim to Casey Ward by 2026-09-01" in found.fix
    assert not the("K718", check_insolvency(case, day("2026-04-30"))).stops
    assert not the("K718", check_insolvency(case, day(TODAY), DocumentKind.AGREEMENT)).stops
    assert not tuple(check_insolvency(case, day(TODAY), DocumentKind.BANKRUPTCY))
    assert freezes(case, day(TODAY))
    assert not freezes(case, day("2026-04-30"))


def test_the_law_sets_the_day_where_no_notice_does():
    """The day typed from the notice wins; without one the state's own law is counted from the earliest day, cited."""
    estate = {"kind": "probate", "on": "2026-04-01"}
    law = claims_day(facts_of(TODAY, insolvency=estate))
    typed = claims_day(facts_of(TODAY, insolvency={**estate, "claims_by": "2026-09-01"}))

    # four months from 2026-04-01, in Franklin Code § 21-1
    assert (law.day, law.of_notice, law.period) == (day("2026-08-01"), False, "4 months")
    assert law.cite.startswith("Franklin Code § 21-1")
    assert (typed.day, typed.of_notice) == (day("2026-09-01"), True)
    assert claims_day(facts_of(TODAY, insolvency={**estate, "kind": "receivership"})).day is None
    assert claims_day(facts_of(TODAY)) is None


def paper(n: int, document: str, on: str) -> Made:
    """Return the record of a paper."""
    file = {"path": f"out/{document.rsplit('/', 1)[-1]}.pdf", "sha256": "a"}
    return Made.model_validate(
        {"n": n, "on": on, "event": "made", "document": document, "files": [file], "inputs": "i", "record": "r"}
    )


def test_papers_made_are_marked_not_to_be_sent():
    """What collects and has not gone out is marked; what went out, replaced papers and the house's own are not."""
    facts = facts_of(TODAY, bankruptcy=PETITION)
    papers = (
        paper(1, "letters/sixty-day", "2026-03-01"),
        paper(2, "letters/final-demand", "2026-03-20"),
        paper(3, "internal/own-books", "2026-03-20"),
        paper(4, "court/small-claims-packet", "2026-03-25"),
        paper(5, "bankruptcy/notice-to-court", "2026-04-02"),
    )
    sent = (Sent.model_validate({"n": 6, "on": "2026-03-02", "event": "sent", "made": 1}),)
    case = facts.case.model_copy(update={"made": papers, "sent": sent})
    found = [one for one in run_checks(facts_with(facts, case)) if one.code == "K717"]

    assert [one.message.split(" was")[0] for one in found] == ["out/final-demand.pdf", "out/small-claims-packet.pdf"]
    before = facts_with(facts_of("2026-03-31"), facts_of("2026-03-31").case.model_copy(update={"made": papers}))
    assert not [one for one in run_checks(before) if one.code == "K717"]


def facts_with(facts, case):
    """Return the facts with another case."""
    return replace(facts, case=case)


RUN = Run(day("2020-05-10"), "the due date", day("2026-05-10"), "", "code")


@pytest.mark.parametrize(
    ("filed", "as_of", "last"),
    [
        pytest.param({}, "2026-05-01", "2026-05-31", id="in-the-stay-the-end-is-open"),
        pytest.param({}, "2026-08-01", "2026-08-31", id="and-stays-so"),
        pytest.param({"dismissed_on": "2026-04-05"}, "2026-05-01", "2026-05-10", id="the-period-ends-later"),
        # 2026-04-30 and 30 days; the notice came on 2026-05-08
        pytest.param({"dismissed_on": "2026-04-30"}, "2026-05-15", "2026-05-30", id="thirty-days-after-the-end"),
        pytest.param(
            {"dismissed_on": "2026-04-30", "dismissal_notice_on": "2026-05-08"}, "2026-05-15", "2026-06-07",
            id="thirty-days-after-the-notice",
        ),
        pytest.param({"spouse_only": "yes"}, "2026-05-15", "2026-05-10", id="not-this-debtor"),
        pytest.param({"petition_on": "2026-05-11"}, "2026-05-15", "2026-05-10", id="it-had-run-out-before"),
        pytest.param({"petition_on": "2026-05-10"}, "2026-05-15", "2026-06-14", id="its-last-day-was-the-petition"),
    ],
)  # fmt: skip
def test_time_to_sue_outlives_the_stay(filed, as_of, last):
    """Time that ran out in the stay lasts until 30 days after notice of its end (§ 108(c)), if that is later."""
    facts = facts_of(as_of, bankruptcy={**PETITION, **filed})

    assert after_stay(facts, Inquiry(facts.forum, {}), RUN).last == day(last)


def test_no_bankruptcy_leaves_the_time_alone():
    """And where it moved the day, the reason and its law are told."""
    plain, filed = facts_of(TODAY), facts_of(TODAY, bankruptcy=PETITION)

    assert after_stay(plain, Inquiry(plain.forum, {}), RUN) == RUN
    assert "30 days after notice that the stay has ended" in after_stay(filed, Inquiry(filed.forum, {}), RUN).why
    assert "108(c)" in after_stay(filed, Inquiry(filed.forum, {}), RUN).why


CALIFORNIA = load_jurisdiction("us-ca")
ENDED = {"petition_on": "2026-02-10", "dismissed_on": "2026-04-20", "dismissal_notice_on": "2026-04-24"}


def in_california(as_of: str, **filed: str):
    """Return a person's debt under the law of California, due on April 1, 2022, and a stay that ended."""
    owed = [invoice(issued="2022-03-01", due="2022-04-01")]
    agreement = {"kind": "written", "signed_on": "2022-01-02", "governing_law": "us-ca"}
    return facts_of(
        as_of, CALIFORNIA, CALIFORNIA, invoices=owed, agreement=agreement, debtor=debtor("individual"),
        bankruptcy={**ENDED, **filed},
    )  # fmt: skip


# four years end on 2026-04-01; 69 days from 2026-02-10 to 2026-04-20 make 2026-06-09; 2026-04-24 and 30 are 2026-05-24
@pytest.mark.parametrize(
    ("as_of", "words", "fix"),
    [
        ("2026-05-01", "without those days it is 2026-05-24, 30 days after the notice of 2026-04-24 that the stay",
         "File by 2026-05-24, the safe day, or"),
        ("2026-05-24", "), the safe day)", "File by 2026-05-24, the safe day, or"),
        ("2026-05-25", "it was 2026-05-24, 30 days after", "File before that day"),
    ],
)  # fmt: skip
def test_the_day_after_a_dismissal_is_explained(as_of, words, fix):
    """The days of the stay are named with number and law, and beside them the day that federal law alone gives."""
    facts = in_california(as_of)
    (said,) = check_limitation(facts, Inquiry(facts.forum, selectors_of(facts.case)))

    assert "runs out on 2026-06-09" in said.message
    assert "with the 69 days of the stay from 2026-02-10 added (Cal. Code Civ. Proc. §§ 351, 356" in said.message
    assert words in said.message
    assert "that the stay ended (11 U.S.C. § 108(c), read" in said.message
    assert fix in said.fix


@pytest.mark.parametrize(("as_of", "on"), [("2026-05-24", "2026-05-24"), ("2026-05-25", "2026-06-09")])
def test_the_calendar_holds_the_safe_day(as_of, on):
    """As long as it has not passed the calendar names the safe day, and says why there is a later one."""
    (found,) = [one for one in deadlines(in_california(as_of)) if one.kind == "limitation"]

    assert found.day == day(on)
    assert "69 days of the stay" in found.why


def test_the_questions_before_a_suit_do_not_deny_the_days():
    """Whether days were left out is answered with the same day as the time itself; without any, plainly no."""
    facts = in_california("2026-05-01")
    time, left_out = (asked(facts, question) for question in ("limitation", "tolling"))

    assert left_out.said.startswith("days that do not count moved the time on INV-1: it runs until 2026-06-09, with")
    assert "the 69 days of the stay" in left_out.said
    assert "108(c)" in left_out.said
    assert "108(c)" in time.said
    assert "no days need to be left out" in asked(in_california("2026-02-01", petition_on="2026-02-10"), "tolling").said
    # a day of the stay ends before today: federal law alone gives more, and nothing is for a lawyer to weigh
    alone = asked(in_california("2026-05-01", dismissed_on="2026-02-11", dismissal_notice_on="2026-04-10"), "tolling")
    assert (alone.verdict.value, alone.code) == ("clear", "")
    assert "it runs until 2026-05-10, but at the earliest 30 days after the notice of 2026-04-10" in alone.said


def asked(facts, question: str):
    """Return the one row of a question before a suit."""
    (row,) = look(facts).of(question)
    return row


@pytest.mark.parametrize("days", range(-2, 3))
def test_the_petition_day_itself_counts(days):
    """One day before the petition nothing is frozen; from the day itself on everything is."""
    case = case_of(bankruptcy=PETITION)
    on = day("2026-04-01") + timedelta(days)

    assert (stand_of(case, on) is Stand.FROZEN) == (days >= 0)


def test_folders_of_documents_are_where_the_kit_looks():
    """No document hides in a family that is neither frozen nor known to be outside."""
    families = {f"{Path(one.folder).parent.name}/" for one in TEMPLATES.values()}

    assert all(collects(f"{family}x") or family in OUTSIDE for family in families)
