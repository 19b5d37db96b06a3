"""Form 410 on blanks whose fields a program has named: each item found by its words, filled, and in its own place."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from claim_blanks import LAYOUTS, NAMINGS, Asked, Printed, claim_blank
from franklin_form import blank as franklin
from PIL import ImageStat
from pypdf import PdfReader

from kit.documents.forms import binding, claim_form, store
from kit.documents.forms.answer_paths import PROOF_OF_CLAIM, answer_at, paths
from kit.documents.forms.answered import sets, shown
from kit.documents.forms.blank import prepare
from kit.documents.forms.claim_form_answers import ClaimFormAnswers, ClaimSum, DebtorAccount
from kit.documents.forms.claim_form_people import BankruptcyCourt, ClaimAddress, ClaimCreditor, ClaimSigner
from kit.documents.forms.claim_sample import sample_claim
from kit.documents.forms.flatten import flatten
from kit.findings import InvalidFile, KitError
from kit.load.form_files import find_form, read_items
from kit.model.form import CourtForm

DAY = date(2026, 11, 22)
EMPTY = {"date", "signature"}
LEFT = {"signing_date": "date", "signature": "signature"}
DARK = 120  # of 255, on average


@pytest.fixture(autouse=True)
def own_store(tmp_path, monkeypatch):
    """Keep blanks and confirmations of a test apart."""
    monkeypatch.setenv(store.ENVIRONMENT, str(tmp_path / "forms"))


def b410() -> CourtForm:
    """Return what is known of the form."""
    return find_form(claim_form.FORM)


def found_on(printed: Printed):
    """Return what is recognised on a blank."""
    return binding.looked_at(b410(), prepare(printed.pdf))


def confirmed(printed: Printed) -> None:
    """Let the user confirm a blank."""
    blank = prepare(printed.pdf)
    binding.confirm(b410(), blank, printed.pdf, binding.looked_at(b410(), blank), DAY)


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("naming", NAMINGS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_item_is_found(layout, naming, seed):
    """Whatever fields are called, each is found to be the one that a person would write the answer in."""
    printed = claim_blank(layout, naming, seed)
    seen = found_on(printed)
    got = {
        (one.spot.field.name, one.spot.state): (one.blank or LEFT[one.ask.leave.value])
        + (f"={one.ask.equals}" if one.ask.equals else "")
        for one in seen.bound
    }
    wrong = [
        (one.blank, got.get((one.name, one.state)))
        for one in printed.asked
        if got.get((one.name, one.state)) != one.blank and (one.blank not in EMPTY or (one.name, one.state) in got)
    ]

    assert wrong == []
    assert seen.missing == ()


@pytest.mark.parametrize("yes", [True, False], ids=["every-yes", "every-no"])
@pytest.mark.parametrize("naming", NAMINGS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_answer_stands_in_its_own_rectangle(layout, naming, yes):
    """On paper and in the file every answer stands where it belongs, whole, and nowhere else is anything."""
    printed = claim_blank(layout, naming, 7)
    confirmed(printed)
    answers = sample_claim(yes=yes)
    short = replace(answers.notices, email="a@jl.example"), replace(answers.payments, email="p@jl.example")
    answers = replace(answers, notices=short[0], payments=short[1])
    made = claim_form.claim_form(answers, day=DAY)
    says, on_paper = _stored(made.pdf), _Paper(flatten(made.pdf))

    assert made.by_hand == ()
    assert made.continuation == ()
    for one in printed.asked:
        if one.state:
            wanted = _ticked(one, answers)
            assert (says[one.name] == one.state) is wanted, one
            assert on_paper.dark(one) is wanted, one
        else:
            text = "" if one.blank in EMPTY else shown(answer_at(answers, one.blank))
            assert (says[one.name], on_paper.text(one)) == (text, text), one


def _ticked(one: Asked, answers: ClaimFormAnswers) -> bool:
    path, _, equals = one.blank.partition("=")
    return sets(answer_at(answers, path), equals or None)


def _stored(pdf: bytes) -> dict[str, str]:
    return {name: str(field.get("/V", "")) for name, field in (PdfReader(io.BytesIO(pdf)).get_fields() or {}).items()}


class _Paper:
    """The printed pages."""

    def __init__(self, pdf: bytes) -> None:
        self.document = pdfium.PdfDocument(pdf)

    def text(self, one: Asked) -> str:
        left, bottom, right, top = one.rect
        page = self.document[one.page - 1].get_textpage()
        letters = []
        for at in range(page.count_chars()):
            x0, y0, x1, y1 = page.get_charbox(at)
            if left <= (x0 + x1) / 2 <= right and bottom <= (y0 + y1) / 2 <= top:
                letters.append(page.get_text_range(at, 1))
        return " ".join("".join(letters).replace("_", "").split())

    def dark(self, one: Asked) -> bool:
        left, bottom, right, top = one.rect
        picture = self.document[one.page - 1].render(scale=2, grayscale=True).to_pil()
        inner = picture.crop(
            (int(left * 2 + 5), int((792 - top) * 2 + 5), int(right * 2 - 5), int((792 - bottom) * 2 - 5))
        )
        return ImageStat.Stat(inner).mean[0] < DARK


def test_signature_and_its_day_stay_empty():
    """Whoever signs writes the signature and the day; both are named."""
    printed = claim_blank("columns", "shuffled", 1)
    confirmed(printed)
    made = claim_form.claim_form(sample_claim(yes=True), day=DAY)
    says = _stored(made.pdf)

    assert [says[one.name] for one in printed.asked if one.blank in EMPTY] == ["", ""]
    assert made.to_sign == ("Part 3, day of signing", "Part 3, signature")


def test_no_blank_no_form():
    """Without a blank nothing is filled, and the user is told where to get it."""
    made = claim_form.claim_form(sample_claim(yes=True), day=DAY)

    assert (made.pdf, [one.code for one in made.findings]) == (b"", ["K552"])
    assert "kit forms get us/b410" in made.findings[0].fix


def test_doubtful_fields_wait_for_the_user():
    """A blank on which anything is doubtful is filled only after the user has confirmed it once."""
    printed = claim_blank("stacked", "shuffled", 2)
    store.keep(claim_form.FORM, printed.pdf)
    before = claim_form.claim_form(sample_claim(yes=True), day=DAY)
    confirmed(printed)
    after = claim_form.claim_form(sample_claim(yes=True), day=DAY)

    assert ([one.code for one in before.findings], before.pdf) == (["K760"], b"")
    assert "--confirm" in before.findings[0].fix
    assert after.findings == ()
    assert after.pdf


def test_certain_fields_wait_for_the_user_too():
    """An official form is never filled before a person has looked, however sure its labels are; one look is enough."""
    printed = claim_blank("columns", "shuffled", 2)
    store.keep(claim_form.FORM, printed.pdf)
    before = claim_form.claim_form(sample_claim(yes=True), day=DAY)
    confirmed(printed)
    after = claim_form.claim_form(sample_claim(yes=True), day=DAY)

    assert found_on(printed).certain
    assert ([(one.code, one.stops) for one in before.findings], before.pdf) == ([("K760", True)], b"")
    assert "a look at the numbered proof is enough" in before.findings[0].message
    assert (after.findings, bool(after.pdf)) == ((), True)


def test_changed_blank_asks_again():
    """A confirmation is for one file: another one of the same form is looked at anew."""
    confirmed(claim_blank("stacked", "shuffled", 2))
    other = claim_blank("stacked", "shuffled", 3)
    store.keep(claim_form.FORM, other.pdf)

    assert not binding.ready(b410(), prepare(other.pdf)).usable


@pytest.mark.parametrize(
    ("without", "hand"),
    [
        ("secured.value", "9 Value of the property: 601.50"),
        ("claim.basis", "8 Basis of the claim: Goods sold and services performed"),
        ("creditor.other_names", "1 Other names used with the debtor: Juniper Lane Bindery"),
        ("priority.taxes.amount", "12 Taxes, amount: 401.00"),
        ("signer.title", "Part 3, title: Managing member"),
        ("debtors.second", "Debtor 2: Beatrix Nakamura"),
    ],
)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_missing_item_is_named(layout, without, hand):
    """An item that a blank has no field for is named with its answer, and no other field takes it or loses its own."""
    printed = claim_blank(layout, "shuffled", 4, without=without)
    waiting = binding.ready(b410(), prepare(printed.pdf))
    confirmed(printed)
    made = claim_form.claim_form(sample_claim(yes=True), day=DAY)
    says = _stored(made.pdf)

    assert not waiting.usable
    assert [one.code for one in made.findings] == ["K762"]
    assert made.by_hand == (hand,)
    answers = sample_claim(yes=True)
    texts = [
        one for one in printed.asked if not one.state and one.blank not in EMPTY and not one.blank.endswith("email")
    ]
    assert [one for one in texts if says[one.name] != shown(answer_at(answers, one.blank))] == []


def test_district_from_a_list():
    """Where the district is chosen from a list, its own entry is; what the list does not have a person writes."""
    options = ["District of Vermont", "Central District of California"]
    confirmed(claim_blank("stacked", choices={"court.district": options}))
    made = claim_form.claim_form(sample_claim(yes=True), day=DAY)
    elsewhere = replace(sample_claim(yes=True), court=BankruptcyCourt.of("District of Guam"))
    other = claim_form.claim_form(elsewhere, day=DAY)

    assert "Central District of California" in _stored(made.pdf).values()
    assert other.by_hand == ("District: District of Guam (choose it in the list)",)


def test_long_answers_go_on_behind_the_form():
    """What does not fit stands whole on a sheet headed by the creditor and the debtor."""
    confirmed(claim_blank("columns"))
    long = "The Overton Paper Label Box Carton and Board Supply Company of the Two Rivers and Elsewhere, Incorporated"
    answers = replace(sample_claim(yes=False), creditor=ClaimCreditor(f"{long} and Sons, {long}"))
    made = claim_form.claim_form(answers, day=DAY)
    behind = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(made.continuation[0])).pages)

    assert "Creditor" in behind
    assert "Attachment to Form 410" in behind
    assert "Plaintiff" not in behind
    assert f"{long} and Sons, {long}" in " ".join(behind.split())


def test_unsaid_answers_are_asked_for():
    """What nobody has said stays open and is named; what there is nothing to say about is not."""
    confirmed(claim_blank("columns"))
    made = claim_form.claim_form(ClaimFormAnswers(claim=ClaimSum(Decimal(10))), day=DAY)

    assert made.by_hand == (
        "7 Includes interest or charges",
        "8 Basis of the claim",
        "Part 3, I am the creditor",
    )


def test_field_shown_at_two_items_is_left_to_a_person():
    """A field that the form shows at two items is never filled: what it says at one would stand at the other, too."""
    printed = claim_blank("columns")
    names = {one.blank: one.name for one in printed.asked}
    twice = [names["secured.property"], names["setoff.property"]]
    joined = _joined(printed.pdf, twice)
    blank = prepare(joined)
    seen = binding.looked_at(b410(), blank)
    done = binding.confirm(b410(), blank, joined, seen, DAY)
    made = claim_form.claim_form(sample_claim(yes=True), day=DAY)

    assert not seen.certain
    assert done[0].is_file()
    assert made.by_hand == (
        "9 The property: Bound stock held by the binder",
        "11 The property: Deposit on three plate sets",
    )
    assert _stored(made.pdf)["Both"] == ""


def _joined(pdf: bytes, names: list[str]) -> bytes:
    """Return a form on which two fields are places of one."""
    with pikepdf.open(io.BytesIO(pdf)) as form:
        kids = [one for one in form.Root.AcroForm.Fields if str(one.get("/T", "")) in names]
        both = form.make_indirect(
            pikepdf.Dictionary(FT=pikepdf.Name.Tx, T=pikepdf.String("Both"), DA=pikepdf.String("/Helv 9 Tf 0 g"))
        )
        both.Kids = pikepdf.Array(kids)
        for kid in kids:
            kid.Parent = both
            del kid.T
            del kid.FT
        rest = [one for one in form.Root.AcroForm.Fields if one.objgen not in {kid.objgen for kid in kids}]
        form.Root.AcroForm.Fields = pikepdf.Array([*rest, both])
        written = io.BytesIO()
        form.save(written)
    return written.getvalue()


def test_another_form_is_refused():
    """A file that is not Form 410 is never confirmed as one."""
    with pytest.raises(KitError, match=r"does not look like form 410: .* were found"):
        binding.looked_at(b410(), prepare(franklin()))


def test_confirmed_once():
    """A confirmation, which the user may have corrected, is never written over."""
    confirmed(claim_blank("columns"))

    with pytest.raises(KitError, match="confirmed already"):
        confirmed(claim_blank("columns"))


def test_corrected_confirmation_counts():
    """A row that the user corrects by hand is the one that is used; a slip in it is named with its line."""
    printed = claim_blank("columns", "generated")
    confirmed(printed)
    path = binding.place(b410(), prepare(printed.pdf).sha256)
    name = next(one.name for one in printed.asked if one.blank == "claim.basis")
    other = next(one.name for one in printed.asked if one.blank == "setoff.property")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f'"{name}", label: "8', f'"{other}", label: "8'), encoding="utf-8")
    made = claim_form.claim_form(sample_claim(yes=False), day=DAY)

    assert _stored(made.pdf)[other] == "Goods sold and services performed"
    path.write_text(text.replace("fields:", "feilds:"), encoding="utf-8")
    with pytest.raises(InvalidFile, match="feilds"):
        claim_form.claim_form(sample_claim(yes=False), day=DAY)


def test_items_and_answers_agree():
    """Every answer that the items name is one of the proof of claim's, and every one of those has an item."""
    asks = [ask for item in read_items(Path(b410().folder)) for ask in item.asks]
    named = {ask.blank for ask in asks if ask.blank} | {part.blank for ask in asks for part in ask.parts}
    known = set(paths(PROOF_OF_CLAIM))

    assert named <= known
    assert {one for one in known - named if not one.startswith("attachment.")} == {"case.name", "case.filed_on"}
    assert [
        ask.label
        for ask in asks
        if ask.equals and answer_words(ask.blank) and ask.equals not in answer_words(ask.blank)
    ] == []


def answer_words(path: str) -> tuple[str, ...]:
    """Return the words of an answer that is one of a few."""
    return paths(PROOF_OF_CLAIM)[path].words


@pytest.mark.parametrize(
    ("number", "end"),
    [("C-204417", "4417"), ("12", "12"), ("", ""), ("4111 1111 1111 1234", "1234")],
)
def test_last_four(number, end):
    """Of a number for the debtor never more than the last four signs leave the house."""
    account = DebtorAccount.of(number)

    assert account.last_four == end
    assert account.yes is bool(end)
    assert (account.digit_1 + account.digit_2 + account.digit_3 + account.digit_4).strip() == end


def test_parts_of_names_and_addresses():
    """Forms that ask for parts get the parts: a house number, a middle name, a district without one."""
    box = ClaimAddress.of("A", "P.O. Box 7", "Overton", "CA", "94612")
    house = ClaimAddress.of("A", "12B Mill Lane\nSuite 4", "Overton", "CA", "94612")

    assert (box.street_number, box.street_name) == ("", "P.O. Box 7")
    assert (house.street, house.street_number) == ("12B Mill Lane, Suite 4", "12B")
    assert house.city_state_zip == "Overton, CA 94612"
    assert ClaimSigner.of("creditor", "Ana María de la Cruz", "", "", box).middle_name == "María de la"
    assert ClaimSigner.of("creditor", "Cher", "", "", box).last_name == "Cher"
    assert BankruptcyCourt.of("District of Vermont") == BankruptcyCourt("District of Vermont", "", "Vermont")
