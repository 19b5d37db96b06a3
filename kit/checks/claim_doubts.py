"""What a claim at the petition day leaves out or leaves open, said before anything is filed."""

from __future__ import annotations

from collections.abc import Iterator

from kit.checks.claim_class import ClaimClasses
from kit.checks.claim_gap import LAW as GAP
from kit.checks.claim_goods_doubts import check_goods
from kit.findings import Finding, note, stop
from kit.ledger.petition_claim import PetitionClaim
from kit.ledger.petition_scope import LaterKind, Why
from kit.model.case import Case
from kit.model.money import DOLLARS, ZERO, spoken

EXPENSE, LATER_TRANSFER, SETOFF = "11 U.S.C. § 503(b)(1)", "11 U.S.C. § 549(a)", "11 U.S.C. §§ 362(a)(7), 506(a), 553"
AVOIDED, CURRENCY = "11 U.S.C. § 544(a)", "11 U.S.C. § 502(b)"
WHOLE = "Ivanhoe Bldg. & Loan Ass'n v. Orr, 295 U.S. 243 (1935)"
STAYED = "11 U.S.C. § 362(a)(1)"


def check_claim(case: Case, classes: ClaimClasses) -> tuple[Finding, ...]:
    """Return what stands against filing the claim as it is, and what its reader should know."""
    claim = classes.claim
    return (
        *_nothing(case, classes),
        *_left_out(case, classes),
        *_later(case, classes),
        *_setoff(case, classes),
        *_owed_in_turn(case, claim),
        *_security(case, claim),
        *check_goods(case, classes),
        *_wages(case, classes),
        *_by_law(claim),
    )


def _nothing(case: Case, classes: ClaimClasses) -> Iterator[Finding]:
    claim = classes.claim
    if claim.total + classes.gap.amount <= ZERO:
        lost = claim.judgment is not None and not claim.judgment.won
        message = (
            "the court decided for the debtor, so there is nothing to claim"
            if lost
            else f"nothing was owed on {claim.petition_on}, the day of the petition"
        )
        fix = "File no claim. Correct the dates of the invoices or `petition_on` if one of them is wrong."
        yield stop("K730", message, case.place("bankruptcy", "petition_on"), fix=fix)
    if claim.currency != DOLLARS:
        message = f"the account is kept in {claim.currency}, and a claim is stated in dollars"
        fix = (
            f"Convert the invoices and payments at the rate of {claim.petition_on} in a copy of the case that is kept "
            "in dollars, and show the rate in the attachment."
        )
        yield stop("K731", message, case.place("currency"), fix=fix, law=CURRENCY)
    if claim.judged_later:
        message = "a judgment was entered after the petition; it is not claimed, since the stay forbade it"
        fix = "Tell a lawyer. The claim rests on the account as it stood."
        yield note("K732", message, fix=fix, law=STAYED)


def _left_out(case: Case, classes: ClaimClasses) -> Iterator[Finding]:
    claim = classes.claim
    for one in claim.left_out:
        amount = spoken(one.amount, claim.currency)
        place = case.place("invoices", next(n for n, bill in enumerate(case.invoices) if bill.id == one.invoice))
        if one in classes.gap.lines:
            message = f"“{one.text}” on {one.invoice} ({amount}) is of {one.on}, before the order for relief: claimed"
            fix = (
                "Name § 507(a)(3) at item 12. Where a trustee was appointed before that day, it is an expense instead."
            )
            yield note("K744", message, place, fix=fix, law=GAP)
        elif one.why is Why.LATER_WORK:
            message = f"“{one.text}” on {one.invoice} ({amount}) is of {one.on}, after the petition: not in the claim"
            fix = "The estate owes it: bill whoever runs the business, or ask the court for it as an expense."
            yield note("K733", message, place, fix=fix, law=EXPENSE)
        elif one.why is Why.LATER_BILL:
            message = f"“{one.text}” on {one.invoice} ({amount}) was billed on {one.on}; no day of the work is known"
            fix = (
                "Write `delivered_on:` for the invoice, or `on:` for the line. Work of before the petition is claimed."
            )
            yield note("K734", message, place, fix=fix)
        else:
            message = f"{one.invoice} ({amount}) is of after the judgment, so it is no part of the judgment's claim"
            yield note("K733", message, place, fix="Give it a case of its own, and a claim of its own.")
    for name in claim.of_the_day:
        message = f"{name} is for work of the petition day itself; it is in the claim"
        fix = "If it was done after the hour of the filing, ask for it as an expense of the estate instead."
        yield note("K735", message, fix=fix, law=EXPENSE)


def _later(case: Case, classes: ClaimClasses) -> Iterator[Finding]:
    claim = classes.claim
    for one in claim.later:
        amount = "what was left" if one.amount is None else spoken(one.amount, claim.currency)
        origin = case.origin(f"{one.kind}:{one.ref}")
        if one.ref in classes.gap.counted:
            message = f"{one.kind} {one.ref} of {amount} is taken off what was supplied before the order for relief"
            yield note("K736", message, origin, law=GAP)
        elif one.kind is LaterKind.PAYMENT and one.outside:
            message = f"payment {one.ref} of {amount} is for {one.invoice}, which is no part of the claim"
            yield note("K736", message, origin)
        elif one.kind is LaterKind.PAYMENT:
            message = f"payment {one.ref} of {amount} came on {one.on}, after the petition; the claim does not count it"
            fix = (
                "Ask who paid. What came from the debtor may belong to the estate: keep it apart and ask a lawyer. "
                "What a guarantor paid leaves the claim whole until all is paid."
            )
            yield note("K736", message, origin, fix=fix, law=f"{LATER_TRANSFER}; {WHOLE}")
        elif one.kind is not LaterKind.COST:
            message = f"{one.kind} {one.ref} ({amount}) is of {one.on}, after the petition; the claim does not count it"
            yield note("K736", message, origin, fix="If it corrects the debt, claim that much less.")


def _setoff(case: Case, classes: ClaimClasses) -> Iterator[Finding]:
    """Say what to do with the debtor's money in hand; debts of the gap arose later, so nothing is set off by itself."""
    claim, gap = classes.claim, classes.gap.amount
    if not claim.held:
        return
    held, over = spoken(claim.held, claim.currency), spoken(claim.overpaid, claim.currency)
    message = f"{held} of the debtor's money is in your hands and pays none of the invoices by itself"
    fix = "Say so at item 11 of the form, and keep it until the court allows the set-off."
    if gap and not claim.total:
        fix = (
            "Keep it and set nothing off by yourself. All that is claimed arose after the petition, the money came "
            "before it: ask a lawyer whether the one pays the other, and answer item 11 of the form by hand."
        )
    elif gap and claim.overpaid:
        fix += f" {over} of it is more than was owed on the day of the petition; ask a lawyer whether it pays the rest."
    elif claim.overpaid:
        fix += f" {over} of it is more than you are owed."
    yield note("K737", message, case.place("payments"), fix=fix, law=SETOFF)


def _owed_in_turn(case: Case, claim: PetitionClaim) -> Iterator[Finding]:
    for index, one in enumerate(case.setoffs):
        amount = "something" if one.amount is None else spoken(one.amount, claim.currency)
        message = f"the debtor says that you owe {amount} in turn ({one.text}); nothing is taken off for it"
        fix = "If that is so and both debts are of before the petition, answer Yes at item 11 of the form."
        yield note("K746", message, case.place("setoffs", index), fix=fix, law=SETOFF)


def _security(case: Case, claim: PetitionClaim) -> Iterator[Finding]:
    if claim.security is None:
        return
    place = case.place("bankruptcy", "security")
    if not claim.security.perfected:
        message = f"the security ({claim.security.text}) is not known to be perfected, so the claim counts as unsecured"
        fix = "If it was filed or recorded before the petition, write `perfected: yes` and `perfected_how:`."
        yield note("K738", message, place, fix=fix, law=AVOIDED)
    elif claim.security.value is None:
        message = f"what the security ({claim.security.text}) is worth is not in the file"
        fix = (
            "Write `value:` under `security`: the form asks for it, and it parts the claim. If nobody can tell the "
            "value yet, `--override K739 --because` leaves it open, to be written by hand."
        )
        yield stop("K739", message, place, fix=fix, law="11 U.S.C. § 506(a)(1)", overridable=True)


def _wages(case: Case, classes: ClaimClasses) -> Iterator[Finding]:
    wages = classes.wages
    if wages.verdict == "asked":
        possible = spoken(wages.possible, classes.claim.currency)
        message = (
            f"{possible} of the claim may rank as pay of a person, if the work was an employee's or counts as such"
        )
        fix = "Answer the questions; then write `creditor_role: employee` or `creditor_role: contractor`."
        if not wages.earned:
            message = (
                "whether some of the claim may rank as pay of a person cannot be told: no day of the work is known"
            )
            fix = "Write the days of the work: `on:` at each line of the invoices, or `delivered_on:` for one of them."
        yield note("K743", message, case.place("bankruptcy"), fix=fix, law=wages.law)


def _by_law(claim: PetitionClaim) -> Iterator[Finding]:
    if claim.by_law and claim.by_law.amount:
        amount = spoken(claim.by_law.amount, claim.currency)
        message = f"nobody agreed on interest; {amount} that the law would add until the petition is not in the claim"
        fix = "Where the law gives it without a judgment it can be claimed: ask a lawyer, and show it in the statement."
        yield note("K745", message, fix=fix, law=claim.by_law.cite)
