"""A sale of goods: delivery, inspection, title and what is promised stand in the contract, true for the case."""

from __future__ import annotations

import re

import pypdfium2 as pdfium
import pytest
from paper_cases import GOODS, PAPERS, SITE, VARIANTS, Variant, agreed, facts_of, made, merged, paper
from paper_text import Table, blocks, text

from kit.documents.contexts.contract_goods import on_orders
from kit.findings import KitError

NAMES = [name for name, document in PAPERS if document == GOODS]
SALE = {"work": {"kind": "goods", "text": "laid paper"}}


def words(name):
    """Return the contract of a case as text."""
    return text(paper(name, GOODS).docx)


def sold(**goods):
    """Return the contract of a plain sale with these terms of the goods."""
    return text(made(facts_of(Variant({**SALE, **agreed(goods=goods)})), GOODS).docx)


def tables(name):
    """Return the tables of a contract that have a row of headings."""
    return [block.rows for block in blocks(paper(name, GOODS).docx) if isinstance(block, Table) and len(block.rows) > 1]


@pytest.mark.parametrize(
    "heading",
    [
        "What is sold", "Orders", "Delivery", "Risk of loss", "Inspection, rejection and acceptance",
        "What Provider promises about the goods", "Security for the price", "Price", "Changes", "Invoices and payment",
        "Late payment", "Returned checks", "Costs of collecting", "Checks marked “paid in full”", "Right to suspend",
        "Limits of liability", "Ending this agreement", "Before going to court", "Notices", "Law and courts", "General",
        "Guaranty",
    ],
)  # fmt: skip
def test_every_term_has_its_clause(heading):
    """Where everything was agreed, everything stands in the contract under its own heading."""
    assert re.search(rf"^(?:\d+\. )?{re.escape(heading)}$", words("goods-everything"), re.MULTILINE)


@pytest.mark.parametrize("heading", ["Orders", "Security for the price", "Limits of liability", "Late payment"])
def test_what_was_not_agreed_is_not_there(heading):
    """A clause nobody asked for leaves neither a heading nor a hole in the numbers."""
    assert not re.search(rf"^\d+\. {heading}$", words("goods"), re.MULTILINE)
    numbers = [int(number) for number in re.findall(r"^(\d+)\. ", words("goods"), re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("name", NAMES)
def test_words_that_never_stand_in_a_sale(name):
    """No repossession by force, no jury waiver, no citation, no title kept in words alone."""
    never = r"repossess|seize|enter .*premises|jury|confess|UCC|U\.C\.C|retains? title|hereby|herein|whereas|shall"

    assert not re.search(never, words(name), re.IGNORECASE)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("goods", "Provider sells and Client buys these goods (laid paper):"),
        ("goods", "Client pays $4,800.00 for everything named above."),
        ("goods", "to 4 Dam Road, Overton, XF 02137. In the trade this is called FOB place of destination."),
        ("goods", "The price includes packing and freight."),
        ("goods", "when the goods are offered to Client at the place of delivery"),
        ("goods", "It has 10 days from the day it receives a delivery."),
        ("goods", "This promise stands beside the warranties that the law itself gives."),
        ("goods", "Title to the goods passes to Client together with the risk of loss."),
        ("goods", "Either party may end this agreement if the other breaks an important duty"),
        ("goods-orders", "Provider sells and Client buys printing paper, as Client orders it."),
        ("goods-orders", "The parties expect orders of about $4,000.00 each month. Each order is charged"),
        ("goods-orders", "answers an order within 3 days; one that it has not answered by then is not accepted."),
        ("goods-orders", "Provider sends an invoice with each delivery."),
        # 25% of 4,808.40
        ("goods-listed", "a deposit of $1,202.10, 25% of the price, before the first delivery."),
        ("goods-listed", "The goods are shipped within 14 days after this agreement is signed."),
        ("goods-at-their-prices", "Client pays $4,808.40 for the goods listed above."),
        ("goods-at-their-prices", "has them brought, to Dock B, 90 Quay Street."),
        ("goods-price-list", "Client pays for each order the prices listed above, unless others were confirmed"),
        ("goods-price-list", "Client collects the goods at 12 Mill Lane, Overton, XF 02135 when Provider has told it"),
        ("goods-price-list", "The goods are ready on the day the order is agreed."),
        ("goods-price-list", "Provider answers an order on the day it arrives;"),
        ("goods-price-list", "The risk of loss passes to Client when Client takes the goods."),
        ("goods-shipped", "hands them to a carrier for transport to 90 Quay Street, Overton, XF 02136"),
        ("goods-shipped", "The risk of loss passes to Client when Provider hands the goods to the carrier."),
        ("goods-shipped", "Client pays the freight. Provider adds it to the invoice at cost, in a line of its own."),
        ("goods-shipped", "It has 21 days from the day it receives a delivery."),
        ("goods-shipped", "Deliveries end by September 30, 2026."),
        ("goods-shipped", "If an undisputed amount is overdue, Provider may stop deliveries three business days"),
        ("goods-stages", "The price is $4,800.00 in all, in these stages:"),
        ("goods-stages", "Client pays the freight."),
        ("goods-everything", "Provider puts right every fault that shows within 90 days of delivery, unless Client"),
        ("goods-everything", "WARRANTIES OF MERCHANTABILITY AND OF FITNESS FOR A PARTICULAR PURPOSE ARE EXCLUDED."),
        ("goods-everything", "Provider owes at most the price of the goods that a claim is about."),
        ("goods-everything", "Either party may end this agreement by written notice of 60 days"),
        ("goods-everything", "Each order is charged at the prices listed above, unless others were confirmed"),
    ],
)  # fmt: skip
def test_the_words_for_a_case(name, sentence):
    """What was agreed is said in one plain sentence, with the figures it comes to."""
    assert sentence in words(name)


def test_the_goods_add_up():
    """Quantity times price is each amount, and the amounts come to the total: 3,703.20 and 1,105.20 are 4,808.40."""
    assert tables("goods-listed")[0] == (
        ("Goods", "Quantity", "Price", "Amount"),
        ("Laid text, 24 lb, natural white", "120 reams", "$30.86", "$3,703.20"),
        ("Cover stock, 80 lb", "18 cartons", "$61.40", "$1,105.20"),
        ("Total", "", "", "$4,808.40"),
    )


def test_a_price_list_has_no_total():
    """Goods without a quantity are a list of prices by the unit."""
    assert tables("goods-price-list")[0] == (
        ("Goods", "Unit", "Price"),
        ("Laid text, 24 lb, natural white", "reams", "$30.86"),
        ("Cover stock, 80 lb", "cartons", "$61.40"),
    )


def test_kept_title_is_a_security_interest():
    """The clause grants, describes, lets file, ends with payment, and takes nothing back by force."""
    said = sold(retain_title="yes")

    for part in (
        "Client grants Provider a security interest in all goods that Provider delivers under this agreement (laid",
        "in what Client receives for them when it sells them",
        "it is a purchase-money security interest",
        "that means this security interest and nothing more",
        "Client authorizes Provider to file a financing statement",
        "Provider files a termination statement without charge",
        "It takes goods back only with Client’s consent at that time or through a court",
    ):
        assert part in said
    assert "Title to the goods passes to Client together with the risk" not in said


def test_suspension_does_not_contradict_the_security():
    """Where the goods are security, the contract does not say elsewhere that nothing is ever taken back."""
    kept = "Provider does not disable or take back anything"

    assert kept not in words("goods-shipped")
    stopped = agreed(suspension_after_days="5")
    assert kept in text(made(facts_of(Variant({**SALE, **stopped})), GOODS).docx)


def test_what_is_excluded_is_conspicuous():
    """The disclaimer stands in capitals and names merchantability (UCC § 2-316(2)); only who asks for it has it."""
    (line,) = [line for line in words("goods-everything").splitlines() if "MERCHANTABILITY" in line]
    said = re.sub(r"^[\d.]+ ", "", line)

    assert said == said.upper()
    assert "This promise stands beside" not in words("goods-everything")
    assert "MERCHANTABILITY" not in words("goods")


def test_a_lost_fault_is_a_lost_claim():
    """Faults are told in time or not at all, hidden ones within a reasonable time (UCC § 2-607(3)(a))."""
    said = words("goods")

    assert "is reported in writing within a reasonable time after Client finds it or should have found it" in said
    assert "Client has no claim for a fault that it does not report in time." in said
    assert "Paying an invoice takes neither the inspection nor a claim away." in said


@pytest.mark.parametrize(
    ("name", "orders"),
    [("goods", False), ("goods-listed", False), ("goods-at-their-prices", False), ("goods-stages", False),
     ("goods-orders", True), ("goods-price-list", True), ("goods-everything", True)],
)  # fmt: skip
def test_one_sale_or_many(name, orders):
    """Only where goods are ordered from time to time does the contract speak of orders."""
    case = facts_of(VARIANTS[name]).case

    assert on_orders(case) is orders
    assert ("This agreement governs every order." in words(name)) is orders
    assert ("An order that was agreed before the end" in words(name)) is orders


@pytest.mark.parametrize("name", NAMES)
def test_signatures_stand_together(name):
    """All signature lines of the contract are on one page, a guaranty's on its own."""
    with pdfium.PdfDocument(paper(name, GOODS).pdf) as document:
        shown = [page.get_textpage().get_text_range() for page in document]
    signed = [page for page in shown if "Signature:" in page]

    assert len(signed) == 1 + sum(page.startswith("Guaranty") for page in shown)
    assert all(page.count("Signature:") == page.count("Date:") for page in signed)


def test_no_price_at_all():
    """A sale without a price and without goods is answered in one sentence."""
    with pytest.raises(KitError, match=r"`agreement\.price` is missing"):
        made(facts_of(Variant({**SALE, **agreed(price=None)})), GOODS)


def test_prices_finer_than_cents():
    """A price for one unit may have more decimals; the amount is rounded once: 1,000 x 0.0425 are 42.50."""
    item = {"text": "Labels", "quantity": "1000", "unit_price": "0.0425"}
    change = merged(SALE, agreed(price=None, goods={"items": [item]}))

    assert "| $0.0425 | $42.50" in text(made(facts_of(Variant(change)), GOODS).docx)


def test_a_place_of_work_is_the_place_of_delivery():
    """Without a place of their own the goods go to the place named for the work, else to the client."""
    assert "to 90 Quay Street, Overton, XF 02136" in sold()
    there = merged(SALE, {"work": {"place": SITE}})
    assert "to 4 Dam Road, Overton, XF 02137" in text(made(facts_of(Variant(there)), GOODS).docx)
