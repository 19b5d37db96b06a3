"""Form 410 from the facts of a case: security, money in hand, priority and their mixtures, filled and read back."""

from __future__ import annotations

import io
import sys
from datetime import date
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest
from claim_blanks import Printed, claim_blank
from pypdf import PdfReader

from kit.documents.forms import binding, claim_form, store
from kit.documents.forms.blank import prepare
from kit.documents.forms.claim_form_facts import claim_answers_of
from kit.facts import Facts
from kit.load.form_files import find_form
from kit.model.event import Disputed

sys.path.append(str(Path(__file__).parents[2] / "checks"))

from claim_cases import ME, classes_in, facts_in
from franklin import invoice

DAY = date(2026, 9, 1)
GOODS = {"kind": "goods"}
PETITION, ORDER = "2026-06-05", {"involuntary": True, "order_for_relief_on": "2026-07-10"}


@pytest.fixture(scope="module")
def printed(tmp_path_factory) -> Printed:
    """Return a blank that the user has confirmed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(store.ENVIRONMENT, str(tmp_path_factory.mktemp("forms")))
        found = claim_blank("columns", "shuffled", 3)
        form, blank = find_form(claim_form.FORM), prepare(found.pdf)
        binding.confirm(form, blank, found.pdf, binding.looked_at(form, blank), DAY)
        yield found


def bill(number: str, amount: str, on: str) -> dict:
    """Return an invoice of something delivered on a day."""
    return invoice(number, amount, on, "2026-07-30", delivered_on=on)


def facts(*, lien: str, held: bool, wages: bool, gap: bool, goods: str) -> Facts:
    """Return a case with what is asked for: each changes what one of the items 7, 9, 11 and 12 says."""
    bills = [bill("OLD", "3000", "2025-03-01")]
    bills += [bill("WORK", "900", "2026-01-30")] if wages else []
    bills += [bill("GAP", "400", "2026-06-20")] if gap else []
    bills += [bill("NEW", "1000", "2026-05-25")] if goods != "none" else []
    held_by = {
        "none": {},
        "worth-less": {"text": "two presses", "value": "1200", "perfected": True, "perfected_how": "filed 2025-05-02"},
        "worth-more": {"text": "two presses", "value": "90000", "perfected": True, "perfected_how": "filed 2025-05-02"},
        "not-perfected": {"text": "two presses", "value": "1200"},
    }[lien]
    filed = {
        "creditor_role": "employee",
        **({"security": held_by} if held_by else {}),
        **(ORDER if gap else {}),
        "goods_on_form": goods == "on-form",
    }
    paid = [{"id": "P", "on": "2026-05-28", "amount": "300"}] if held else []
    work = GOODS if goods != "none" else {"kind": "services"}
    known = facts_in(PETITION, str(DAY), creditor=ME, invoices=bills, payments=paid, work=work, bankruptcy=filed)
    if not held:
        return known
    said = (
        Disputed.model_validate({"event": "disputed", "n": n, "on": one["issued_on"], "invoice": one["id"]})
        for n, one in enumerate(bills, 1)
    )  # money in hand that pays nothing by itself
    case = known.case.model_copy(update={"disputes": tuple(said)})
    return Facts(case, known.as_of, known.law, known.forum, known.federal, known.terms, known.ledger)


def read_back(printed: Printed, pdf: bytes) -> dict[str, str]:
    """Return what stands on the form by its items; of a box the word it is ticked for, else nothing."""
    values = {name: str(one.get("/V", "")) for name, one in (PdfReader(io.BytesIO(pdf)).get_fields() or {}).items()}
    found = {}
    for one in printed.asked:
        found[one.blank] = values[one.name] if not one.state else "ticked" if values[one.name] == one.state else ""
    return found


def money(text: str) -> Decimal:
    """Return an amount of the form; nothing is zero."""
    return Decimal(text.replace(",", "") or "0")


MIXTURES = [
    dict(zip(("lien", "held", "wages", "gap", "goods"), one, strict=True))
    for one in product(("none", "worth-less", "worth-more"), (False, True), (False, True), (False, True),
                       ("none", "request", "on-form"))
    if not (one[2] and one[4] != "none")  # pay of a person is for work, goods are none
]  # fmt: skip
MIXTURES.append({"lien": "not-perfected", "held": True, "wages": True, "gap": True, "goods": "none"})


@pytest.mark.parametrize("mixture", MIXTURES, ids=lambda one: "-".join(str(part) for part in one.values()))
def test_the_items_agree(printed, mixture):
    """Read back from the PDF the parts of item 9 come to item 7, and item 12 takes no more than is unsecured."""
    known = facts(**mixture)
    answers, classes = claim_answers_of(known)
    made = claim_form.claim_form(answers, day=DAY)
    says = read_back(printed, made.pdf)
    total = money(says["claim.amount"])
    ranked = sum((money(says[f"priority.{kind}.amount"]) for kind in ("wages", "other")), Decimal(0))

    assert total == classes.on_form > 0
    assert says["claim.basis"].endswith("once only") == (mixture["goods"] == "request")
    assert ("$1,000.00 of it" in says["claim.basis"]) == (mixture["goods"] == "request")
    if says["secured.yes=yes"]:
        assert money(says["secured.secured_part"]) + money(says["secured.unsecured_part"]) == total
        assert money(says["secured.secured_part"]) <= money(says["secured.value"])
        assert ranked <= money(says["secured.unsecured_part"])
        assert says["secured.perfection"]
    else:
        assert says["secured.secured_part"] == says["secured.value"] == ""
    assert ranked <= total
    assert bool(says["priority.yes=yes"]) == (ranked > 0)
    assert bool(says["priority.yes=no"]) == (ranked == 0)
    assert bool(says["setoff.yes=yes"]) == mixture["held"] == bool(says["setoff.property"])


@pytest.mark.parametrize(
    ("mixture", "secured", "wages", "other", "section", "total"),
    [
        pytest.param({}, "", "", "", "", 3000, id="nothing"),
        pytest.param({"lien": "worth-less"}, "1200.00", "", "", "", 3000, id="lien"),
        pytest.param({"held": True}, "300.00", "", "", "", 3000, id="money-in-hand"),
        pytest.param({"lien": "worth-less", "held": True}, "1500.00", "", "", "", 3000, id="lien-and-money"),
        pytest.param({"lien": "not-perfected"}, "", "", "", "", 3000, id="not-perfected"),
        pytest.param({"wages": True}, "", "900.00", "", "", 3900, id="wages"),
        pytest.param({"gap": True}, "", "", "400.00", "3", 3400, id="gap"),
        pytest.param({"wages": True, "gap": True}, "", "900.00", "400.00", "3", 4300, id="wages-and-gap"),
        pytest.param({"goods": "request"}, "", "", "", "", 4000, id="goods-by-request"),
        pytest.param({"goods": "on-form"}, "", "", "1000.00", "2", 4000, id="goods-by-order"),
        pytest.param({"goods": "on-form", "gap": True}, "", "", "1400.00", "2, 3", 4400, id="goods-and-gap"),
        pytest.param({"lien": "worth-more", "wages": True}, "3900.00", "", "", "", 3900, id="all-secured"),
    ],
)
def test_each_item_says_its_sum(printed, mixture, secured, wages, other, section, total):
    """What secures and what ranks stands at its own item to the cent, and nowhere else."""
    plain = {"lien": "none", "held": False, "wages": False, "gap": False, "goods": "none"}
    made = claim_form.claim_form(claim_answers_of(facts(**{**plain, **mixture}))[0], day=DAY)
    says = read_back(printed, made.pdf)

    assert money(says["claim.amount"]) == total
    assert says["secured.secured_part"].replace(",", "") == secured
    assert says["priority.wages.amount"].replace(",", "") == wages
    assert says["priority.other.amount"].replace(",", "") == other
    assert says["priority.subsection"] == section
    assert made.findings == ()


def test_an_unknown_value_is_left_to_a_person(printed):
    """Where nobody knows what a lien is worth its parts stay empty and are named; item 7 stands."""
    filed = {"security": {"text": "two presses", "perfected": True, "perfected_how": "filed"}}
    made = claim_form.claim_form(claim_answers_of(facts_in(bankruptcy=filed))[0], day=DAY)
    says = read_back(printed, made.pdf)

    assert money(says["claim.amount"]) == classes_in().on_form
    assert says["secured.secured_part"] == says["secured.unsecured_part"] == says["secured.value"] == ""
    assert len([one for one in made.by_hand if one.startswith("9 ")]) == 3
