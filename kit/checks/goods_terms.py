"""A sale of goods before it is signed: do its terms hold together, and what do they need to hold against others?

Articles 2 and 9 of the Uniform Commercial Code are cited by their uniform numbers; a state has them under its own.
Where a state has no Article 2, the contract's own words, which the parties may agree on anywhere, carry the sale.
"""

from __future__ import annotations

from collections.abc import Iterator

from kit.findings import Finding, note, stop
from kit.model.agreed_price import first_price
from kit.model.case import Case, WorkKind
from kit.model.goods import Goods
from kit.model.money import spoken
from kit.model.party import PartyKind
from kit.model.price import FixedPrice, HourlyPrice, MilestonePrice

WRITING = "UCC § 2-201(1)"
PERFECTION = "UCC §§ 2-401(1), 9-301, 9-310, 9-317, 9-324; 11 U.S.C. § 544(a)"
CONSUMER_SECURITY = "UCC § 9-201(b); 12 C.F.R. § 1026.18(m)"
CONSUMER_WARRANTY = "15 U.S.C. § 2308(a)"
REGISTERED = (PartyKind.CORPORATION, PartyKind.LLC, PartyKind.NONPROFIT)  # file where they are organized, § 9-307(e)


def check_goods(case: Case) -> Iterator[Finding]:
    """Say what speaks against signing the sale as the case has it; silent where no goods are sold."""
    if case.work.kind is not WorkKind.GOODS:
        if case.agreement.goods != Goods():
            message = f"the terms of a sale of goods are not used: the work is {case.work.kind}"
            fix = "Write `kind: goods` under `work`, or take `goods:` out."
            yield note("K189", message, case.place("agreement", "goods"), fix=fix)
        return
    yield from _sum(case)
    yield from _quantities(case)
    yield from _consumer(case)
    yield from _security(case)


def _sum(case: Case) -> Iterator[Finding]:
    goods, price = case.agreement.goods, case.agreement.price
    if isinstance(price, HourlyPrice):
        fix = "Write `kind: fixed`, `milestones` or `recurring`, or list the prices under `agreement.goods.items`."
        yield stop("K189", "goods are not sold by the hour", case.place("agreement", "price", "kind"), fix=fix)
    agreed = first_price(case)
    if not goods.total_known or not isinstance(price, FixedPrice | MilestonePrice) or agreed is None:
        return
    total = goods.total(case.currency)
    if total != agreed:
        message = f"the goods come to {spoken(total, case.currency)}; the price is {spoken(agreed, case.currency)}"
        fix = "Correct an item or the price. Without `price:` the items themselves are the price."
        yield stop("K109", message, case.place("agreement", "goods", "items"), fix=fix)


def _quantities(case: Case) -> Iterator[Finding]:
    """Ask for quantities where one sale is made: the writing holds only for as many goods as it names."""
    goods, price = case.agreement.goods, case.agreement.price
    if goods.total_known or not isinstance(price, FixedPrice | MilestonePrice):
        return
    bare = next((item for item in goods.items if item.quantity is None), None)
    if bare:
        index = goods.items.index(bare)
        message = f"the price is for everything, and nothing says how many: “{bare.text}” has no quantity"
        place = case.place("agreement", "goods", "items", index)
        yield stop("K109", message, place, fix="Write its `quantity:`.", law=WRITING)
    else:
        message = "the contract has no list of quantities; a sale binds only up to the quantity that the writing shows"
        fix = "List the goods under `agreement.goods.items`, with `quantity:` and `unit_price:`."
        yield note("K109", message, case.place("agreement", "scope"), fix=fix, law=WRITING)


def _consumer(case: Case) -> Iterator[Finding]:
    if not case.consumer:
        return
    if case.agreement.goods.retain_title:
        message = (
            "the client is a consumer: security in the goods needs disclosures and limits that this text does not have"
        )
        fix = "Take `retain_title:` out, or have a lawyer draw the papers of the credit."
        yield stop("K153", message, case.place("agreement", "goods", "retain_title"), fix=fix, law=CONSUMER_SECURITY)
    if case.agreement.goods.disclaim_warranties:
        message = "the client is a consumer: who promises something in writing cannot exclude the law's own warranties"
        fix = "Take `disclaim_warranties:` out."
        place = case.place("agreement", "goods", "disclaim_warranties")
        yield stop("K153", message, place, fix=fix, law=CONSUMER_WARRANTY)


def _security(case: Case) -> Iterator[Finding]:
    """Say what the words on paper do not do by themselves: hold against other creditors and a trustee."""
    if not case.agreement.goods.retain_title or case.consumer:
        return
    message = (
        "title kept until payment is only a security interest, and it holds against other creditors and in a "
        "bankruptcy only once a financing statement is filed"
    )
    fix = (
        f"File it {_where(case)} before the first delivery. For goods that the client resells, first write to the "
        "lenders who filed before you. Ask a lawyer if much is at stake."
    )
    yield note("K188", message, case.place("agreement", "goods", "retain_title"), fix=fix, law=PERFECTION)


def _where(case: Case) -> str:
    """Return the filing office: of the state that organized the client, else where the client is."""
    debtor = case.debtor
    if debtor.kind.natural_person:
        return "in the state where the client lives"
    if debtor.kind in REGISTERED:
        named = f" ({debtor.organized_in})" if debtor.organized_in else ""
        return f"in the state under whose law the client is organized{named}"
    return "in the state where the client has its chief office"
