"""What a claim leaves open about goods of the last days before the petition, and where they are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kit.checks.claim_class import EXPENSE, ClaimClasses
from kit.findings import Finding, note
from kit.model.case import Case
from kit.model.money import spoken


def check_goods(case: Case, classes: ClaimClasses) -> Iterator[Finding]:
    """Yield what is not known of the goods of the last days, what is not counted, and where they are claimed."""
    goods = classes.goods
    for name in goods.undated:
        place = case.place("invoices", next(n for n, bill in enumerate(case.invoices) if bill.id == name))
        message = f"no day on which the goods of {name} reached the debtor is in the file"
        fix = "Write `delivered_on:`; goods of the last days before the petition are paid before other claims."
        yield note("K740", message, place, fix=fix, law=EXPENSE)
    if goods.of_the_day:
        amount = sum((one.value for one in goods.of_the_day), Decimal(0))
        message = (
            f"goods of {spoken(amount, classes.claim.currency)} came on the petition day; they are claimed on the form"
        )
        fix = "Goods received before the filing hour may be an expense of the estate too: ask a lawyer."
        yield note("K741", message, fix=fix, law=EXPENSE)
    for one in goods.beside:
        value = spoken(one.value, classes.claim.currency)
        message = (
            f"“{one.text}” on {one.invoice} ({value}) is not counted as goods: it reads like work, carriage or a fee"
        )
        fix = "It stays in the general claim. If it is the price of goods, write `goods: yes` on the line."
        place = case.place("invoices", next(n for n, bill in enumerate(case.invoices) if bill.id == one.invoice))
        yield note("K772", message, place, fix=fix, law=EXPENSE)
    if goods.request:
        yield _request(classes)


def _request(classes: ClaimClasses) -> Finding:
    """Say where goods of the last days are claimed: by a request, on the form by order, or on both to be safe."""
    amount = spoken(classes.goods.amount, classes.claim.currency)
    ask = (
        "`kit claim CASE --paper goods` makes the figures; the request itself is a motion or a form of the court, with "
        "a last day of its own, and a company needs a lawyer for it as a rule."
    )
    if classes.goods_on_form:
        message = f"{amount} of the claim is for goods of the last days; it stands at item 12, as the court ordered"
        fix = "Read the order again: the form says of itself that it is not for expenses of the estate."
        return note("K771", message, fix=fix, law="11 U.S.C. §§ 503(b)(9), 507(a)(2)")
    others = classes.on_form > classes.asked_beside
    part = f"{amount} of the claim is" if others else f"all of the claim, {amount}, is"
    message = f"{part} for goods of the last days, which rank by a request and not by this form"
    fix = (
        "The form claims them as general, to be paid once only, so that they stand if the request is refused. "
        f"{ask} Once they are allowed or paid, amend the claim. If the court's order takes such goods on the form: "
        "`goods_on_form: yes`."
    )
    return note("K790" if others else "K770", message, fix=fix, law=EXPENSE)
