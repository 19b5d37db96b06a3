"""An amended claim says something new: one that repeats the claim on file only gives the clerk a second paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kit.checks.claim_class import ClaimClasses
from kit.checks.stay_words import at
from kit.facts import Facts
from kit.findings import Finding, note, stop
from kit.model.bankruptcy import FiledClaim
from kit.model.money import ZERO, spoken

SAME = "K792"
AMENDS = "Official Form 410, item 4"
CLAIMED = "claimed"


def claimed(classes: ClaimClasses) -> tuple[tuple[str, str], ...]:
    """Return what a claim says in figures: the whole, then each class; so it stands in the record of its attachment."""
    rows = [(CLAIMED, classes.on_form), *((str(row.rank), row.amount) for row in classes.rows)]
    if classes.goods_on_form:  # by an order, at item 12: another claim than one beside a request
        rows.append(("goods on the form", classes.goods.amount))
    money = classes.claim.currency
    said = [(name, "value not known" if amount is None else spoken(amount, money)) for name, amount in rows]
    security = classes.claim.security
    return (*said, *([("secured by", security.text)] if security else []))


def last_filed(facts: Facts) -> FiledClaim | None:
    """Return the claim filed last on this debt by the day of ``facts``."""
    filed = facts.case.bankruptcy
    known = [one for one in filed.claims if one.on <= facts.as_of] if filed else []
    return known[-1] if known else None


def check_amended(facts: Facts, classes: ClaimClasses, before: Mapping[str, str]) -> Iterator[Finding]:
    """Refuse an amended claim that says what the one on file says; ``before`` is what `claimed` said of that one.

    Where that is not on record the sum alone is compared, and a note says so.
    """
    last, now = last_filed(facts), dict(claimed(classes))
    if last is None or classes.on_form <= ZERO:
        return
    sum_changed = last.amount is not None and last.amount != classes.on_form
    if sum_changed or (before and before != now) or (last.amount is None and not before):
        return
    number = f" (number {last.number})" if last.number else ""
    start = f"the claim on file{number}, of {last.on}, says the same: {now[CLAIMED]}"
    place = at(facts.case, "claims", entry="claim_on")
    if not before:
        message = f"{start}; what class it stands in there is not on record"
        fix = "File an amended claim only where something else has changed."
        yield note(SAME, message, place, fix=fix, law=AMENDS)
        return
    fix = (
        "File nothing. Where the account is to change, record that first; if something changed that is no figure, as "
        f"an address: `--override {SAME} --because ..`."
    )
    message = f"{start}, in the same classes; there is nothing to amend"
    yield stop(SAME, message, place, fix=fix, law=AMENDS, overridable=True)
