"""The sale contract's sentences about the goods: orders, delivery, risk, inspection, what is promised, liability.

They follow Article 2 of the Uniform Commercial Code: §§ 2-206 and 2-207 (orders and the forms sent with them), 2-503
and 2-504 (delivery), 2-509 and 2-510 (risk), 2-513, 2-601 ff., 2-606 and 2-607 (inspection, rejection, acceptance),
2-312 to 2-316 (warranties), 2-719 (remedies). A seller who keeps the title to goods that it has delivered has a
security interest and nothing more (§ 2-401(1)), so the clause on it is a grant as § 9-203(b) asks: signed, with a
description, for the price of the goods themselves (§ 9-103). The paper itself cites nothing.
"""

from __future__ import annotations

from kit.checks.contract_terms import ContractTerms
from kit.documents import wording
from kit.documents.contexts import contract_money
from kit.documents.contexts.contract_rights import CURE_DAYS, ending_sentence, secured
from kit.documents.contexts.letterhead import creditor_of
from kit.model.case import Case
from kit.model.goods import DeliveryTerm
from kit.model.price import RecurringPrice

DONE = {DeliveryTerm.PICKUP: "ready", DeliveryTerm.SHIPMENT: "shipped", DeliveryTerm.DESTINATION: "delivered"}
KEPT = "This promise stands beside the warranties that the law itself gives."


def on_orders(case: Case) -> bool:
    """Whether goods are ordered from time to time, rather than sold once by this contract."""
    price = case.agreement.price
    return isinstance(price, RecurringPrice) or (price is None and not case.agreement.goods.total_known)


def opening(case: Case) -> str:
    """Return what is sold, as the sentence before the lists."""
    agreed, about = case.agreement, case.work.text
    orders = on_orders(case)
    if not (agreed.scope or agreed.goods.items):
        return f"Provider sells and Client buys {about}{', as Client orders it' if orders else ''}."
    these = "what Client orders of these goods" if orders else "these goods"
    return f"Provider sells and Client buys {these}{f' ({about})' if about else ''}:"


def confirm_sentence(case: Case) -> str:
    """Return when an order is agreed."""
    days = wording.count(case.agreement.goods.confirm_within_days, "day")
    answer = f"within {days}" if case.agreement.goods.confirm_within_days else "on the day it arrives"
    return (
        "An order is agreed when Provider confirms it in writing or ships the goods, whichever comes first. Provider "
        f"answers an order {answer}; one that it has not answered by then is not accepted."
    )


def place(case: Case) -> str:
    """Return where goods are brought to, or from where they are fetched."""
    goods = case.agreement.goods
    if goods.place:
        return goods.place
    if goods.delivery_term is DeliveryTerm.PICKUP:
        home = creditor_of(case).address
        return ", ".join(home.lines) if home else "Provider\N{RIGHT SINGLE QUOTATION MARK}s address"
    there = case.work.place or case.debtor.address
    return ", ".join(there.lines) if there else "Client\N{RIGHT SINGLE QUOTATION MARK}s address"


def delivery_sentence(case: Case) -> str:
    """Return how the goods reach the client, with the trade's own name for it."""
    match case.agreement.goods.delivery_term:
        case DeliveryTerm.SHIPMENT:
            return (
                f"Provider packs the goods, hands them to a carrier for transport to {place(case)}, and tells Client "
                "that they are on the way. In the trade this is called FOB place of shipment."
            )
        case DeliveryTerm.PICKUP:
            return f"Client collects the goods at {place(case)} when Provider has told it that they are ready."
        case DeliveryTerm.DESTINATION:
            return (
                f"Provider brings the goods, or has them brought, to {place(case)}. In the trade this is called FOB "
                "place of destination."
            )


def time_sentence(case: Case) -> str:
    """Return when the goods are delivered, or ready where they are fetched."""
    goods = case.agreement.goods
    orders, done = on_orders(case), f"The goods are {DONE[goods.delivery_term]}"
    late = "If a day cannot be kept, Provider says so as soon as it knows and names the new day."
    if goods.deliver_within_days is not None:
        since = "the order is agreed" if orders else "this agreement is signed"
        days = wording.count(goods.deliver_within_days, "day")
        return f"{done} {f'within {days} after' if goods.deliver_within_days else 'on the day'} {since}. {late}"
    if not orders and (case.agreement.starts_on or case.agreement.ends_on):
        return late  # the sentence before this one says when
    named = "that Provider confirms for the order" if orders else "that the parties name in writing"
    return f"{done} on the day {named}, else within a reasonable time. {late}"


def freight_sentence(case: Case) -> str:
    """Return who pays for the transport."""
    goods = case.agreement.goods
    if goods.delivery_term is DeliveryTerm.PICKUP:
        return ""
    if goods.freight_charged:
        return "Client pays the freight. Provider adds it to the invoice at cost, in a line of its own."
    return "The price includes packing and freight."


def risk_sentence(case: Case) -> str:
    """Return when the risk of loss passes (UCC § 2-509)."""
    match case.agreement.goods.delivery_term:
        case DeliveryTerm.SHIPMENT:
            when = "when Provider hands the goods to the carrier"
        case DeliveryTerm.PICKUP:
            when = "when Client takes the goods"
        case DeliveryTerm.DESTINATION:
            when = "when the goods are offered to Client at the place of delivery so that it can take them"
    return f"The risk of loss passes to Client {when}."


def inspection_days(case: Case) -> int:
    """Return the days to look at a delivery: the sale's own, else those of the agreement."""
    own = case.agreement.goods.inspection_days
    return case.agreement.accept_within_days if own is None else own


def warranty_sentence(case: Case) -> str:
    """Return for how long the promise about the goods holds, and whether the law's own warranties stand beside it."""
    goods = case.agreement.goods
    days = goods.warranty_days
    term = f"Provider puts right every fault that shows within {wording.count(days, 'day')} of delivery" if days else ""
    cause = f"{term}, unless Client caused it." if term else ""
    return wording.sentences([cause, "" if goods.disclaim_warranties else KEPT])


def grant_sentence(case: Case) -> str:
    """Return the grant of the security interest, with what it covers and what it secures; empty where title passes."""
    if not secured(case):
        return ""
    what = f" ({case.work.text})" if case.work.text else ""
    return (
        f"Client grants Provider a security interest in all goods that Provider delivers under this agreement{what}, "
        "and in what Client receives for them when it sells them. It secures the price of these goods and the charges "
        "that this agreement adds when the price is paid late. As far as the law allows, it is a purchase-money "
        "security interest."
    )


def ending(case: Case) -> str:
    """Return how the contract ends; one sale is not ended by notice alone."""
    if on_orders(case):
        return ending_sentence(case)
    return (
        "Either party may end this agreement if the other breaks an important duty and does not put it right within "
        f"{CURE_DAYS} days of being told in writing."
    )


def price_sentence(case: Case) -> str:
    """Return what the client pays: the contract's sum, or the prices of the goods."""
    price, goods = case.agreement.price, case.agreement.goods
    if price is None:
        if goods.total_known:
            return f"Client pays {wording.money(goods.total(case.currency), case.currency)} for the goods listed above."
        return "Client pays for each order the prices listed above, unless others were confirmed for it in writing."
    listed = "Each order is charged at the prices listed above, unless others were confirmed for it in writing."
    said = contract_money.price_sentence(case, price)
    return said.replace(contract_money.AS_CONFIRMED, listed) if goods.items else said


def invoicing_sentence(case: Case, terms: ContractTerms) -> str:
    """Return when invoices come."""
    price = case.agreement.price
    if price is None:
        return contract_money.WITH_EACH if on_orders(case) else contract_money.WITH_THE
    return contract_money.invoicing_sentence(case, price, terms)
