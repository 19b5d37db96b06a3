"""The automatic stay: from the petition on, nothing that collects goes out.

11 U.S.C. § 362(a)(6) forbids any act to collect a claim that arose before the
petition; § 524(a)(2) makes it permanent after a discharge. No override reaches
this check: only recorded facts (a dismissal) end it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kit.findings import Finding, note, stop
from kit.model.case import Case

STAY = "11 U.S.C. § 362(a)(6)"
DISCHARGE = "11 U.S.C. § 524(a)(2)"


def check_stay(case: Case, as_of: date) -> Iterator[Finding]:
    """Refuse a paper that collects while the debtor's bankruptcy forbids it."""
    filed = case.bankruptcy
    if filed is None or filed.petition_on > as_of:
        return
    place = case.place("bankruptcy", "petition_on")
    name = case.debtor.name
    if filed.discharged_on and filed.discharged_on <= as_of:
        message = f"{name} was discharged on {filed.discharged_on}; this debt may not be collected any more"
        yield stop("K701", message, case.place("bankruptcy", "discharged_on"), fix="Write nothing to the debtor. Ask a lawyer if you think this debt was not discharged.", law=DISCHARGE)  # noqa: E501
    elif filed.dismissed_on and filed.dismissed_on <= as_of:
        message = f"the bankruptcy of {name} was dismissed on {filed.dismissed_on}; the stay has ended"
        yield note("K703", message, case.place("bankruptcy", "dismissed_on"), law="11 U.S.C. § 362(c)(2)(B)")
    else:
        message = f"{name} filed for bankruptcy on {filed.petition_on}; no paper that collects may go to the debtor"
        fix = "Send nothing, stop calls and charges, and file a proof of claim with the court in time."
        yield stop("K700", message, place, fix=fix, law=STAY)
