"""News of a bankruptcy in words."""

from __future__ import annotations

from kit.documents.wording import short_day
from kit.model.bankruptcy_event import BankruptcyNews
from kit.model.money import spoken

DAYS = {
    "order_for_relief_on": "order for relief on",
    "meeting_on": "meeting of creditors set for",
    "no_asset_notice_on": "notice of no assets on",
    "asset_notice_on": "notice of assets on",
    "bar_date": "claims by",
    "government_bar_date": "claims of public bodies by",
    "dismissed_on": "dismissed on",
    "dismissal_notice_on": "notice of the dismissal on",
    "discharged_on": "discharged on",
    "rejected_contract_on": "contract rejected on",
}
NAMES = {
    "joint_debtor": "together with",
    "court": "",
    "district": "",
    "number": "case",
    "judge": "judge",
    "trustee": "trustee",
    "claims_agent": "claims agent",
}


def news(event: BankruptcyNews, currency: str) -> str:
    """Return what an entry about a bankruptcy says, in a line."""
    parts = [_petition(event)]
    parts += [f"{words} {said}".strip() for name, words in NAMES.items() if (said := getattr(event, name))]
    parts += [f"{words} {short_day(day)}" for name, words in DAYS.items() if (day := getattr(event, name))]
    if event.goods_on_form:
        parts.append("goods of the last days go on the claim form")
    if event.converted_on:
        parts.append(f"converted to chapter {event.converted_to} on {short_day(event.converted_on)}")
    if event.closed_on:
        parts.append(f"closed on {short_day(event.closed_on)}{_no_discharge(event)}")
    if event.relief_on:
        who = "this debt may be collected from the debtor" if event.relief_against_debtor else "not for this debt"
        parts.append(f"stay lifted on {short_day(event.relief_on)} ({event.relief_text}; {who})")
    if event.claim_on:
        number = f" number {event.claim_number}" if event.claim_number else ""
        amount = f" for {spoken(event.claim_amount, currency)}" if event.claim_amount is not None else ""
        parts.append(f"claim{number}{amount} filed on {short_day(event.claim_on)}")
    said = ", ".join(part for part in parts if part)
    return f"bankruptcy: {said}"


def _petition(event: BankruptcyNews) -> str:
    """Return the petition, or the chapter alone where an entry adds it."""
    chapter = f"chapter {event.chapter}" if event.chapter else ""
    if event.petition_on is None:
        return chapter
    who = " by husband or wife alone" if event.spouse_only else " by creditors" if event.involuntary else ""
    return f"petition of {short_day(event.petition_on)}{who}{f', {chapter}' if chapter else ''}"


def _no_discharge(event: BankruptcyNews) -> str:
    return " without a discharge" if event.closed_without_discharge else ""
