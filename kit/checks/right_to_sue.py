"""What keeps this creditor's own claim out of court: licence, registration, standing, trade name.

Nothing is assumed either way: what the file does not say stands in the way of
a filing until somebody has looked.
"""

from __future__ import annotations

from collections.abc import Iterator

from kit.facts import Facts
from kit.findings import Finding, stop
from kit.model.capacity import Known
from kit.model.case import Case, WorkKind
from kit.model.inquiry import Inquiry
from kit.model.law import Jurisdiction
from kit.model.law_building import RightToSue, Trade
from kit.model.law_names import RuleName
from kit.model.law_words import Say
from kit.model.money import ZERO
from kit.model.party import Creditor


def check_right_to_sue(facts: Facts, inquiry: Inquiry) -> tuple[Finding, ...]:
    """Return each ground on which the forum's law could turn this creditor away."""
    creditor = facts.case.creditor
    if creditor is None or not _can_be_barred(facts.case, creditor):
        return ()
    rule, cite = inquiry.value(RuleName.RIGHT_TO_SUE, facts.as_of, RightToSue)
    if rule is None:
        return ()
    return (*_licence(facts.case, creditor, rule, cite), *_company(facts.case, creditor, inquiry.law, rule, cite))


def _can_be_barred(case: Case, creditor: Creditor) -> bool:
    """Say whether any such ground could reach this creditor; a person with a name and no trade is asked nothing."""
    trade = case.work.kind is WorkKind.CONSTRUCTION or case.work.home_improvement
    return trade or bool(creditor.dba) or not creditor.kind.natural_person


def _licence(case: Case, creditor: Creditor, rule: RightToSue, cite: str) -> Iterator[Finding]:
    trades = {Trade.CONSTRUCTION} if case.work.kind is WorkKind.CONSTRUCTION else set()
    trades |= {Trade.HOME_IMPROVEMENT} if case.work.home_improvement else set()
    billed = sum((case.total(invoice) for invoice in case.invoices), ZERO)
    small = rule.licence_over is not None and ZERO < billed <= rule.licence_over
    if (
        rule.unlicensed_barred is Say.YES
        and trades.intersection(rule.trades)
        and creditor.licence is None
        and not small
    ):
        repays = ", and what was paid must be paid back" if rule.unlicensed_repays is Say.YES else ""
        message = f"no licence of yours is in the file; without one nothing can be recovered for such work{repays}"
        fix = "Add `licence: {number: ..}` under `creditor`; if there is none, ask a lawyer before you write."
        yield stop("K606", message, case.place("creditor", "licence"), fix=fix, law=cite, overridable=True)


def _company(case: Case, creditor: Creditor, law: Jurisdiction, rule: RightToSue, cite: str) -> Iterator[Finding]:
    state = law.code.removeprefix("us-").upper()
    if not creditor.kind.natural_person:
        foreign = creditor.organized_in is not None and creditor.organized_in != state
        if rule.unregistered_foreign_entity_barred is Say.YES and foreign and state not in creditor.registered_in:
            message = (
                f"a company of {creditor.organized_in} that is not registered in {law.name} may be kept "
                "out of its courts"
            )
            fix = (
                f"If it is registered, write `registered_in: [{state}]` under `creditor`; else register, "
                "or ask a lawyer."
            )
            yield stop("K608", message, case.place("creditor", "registered_in"), fix=fix, law=cite, overridable=True)
        if rule.not_in_good_standing_barred is Say.YES and creditor.good_standing is not Known.YES:
            known = "is not" if creditor.good_standing is Known.NO else "is not known to be"
            message = f"{creditor.name} {known} in good standing; a company that is not cannot sue here"
            fix = "Look it up at the secretary of state, then write `good_standing: yes` under `creditor`."
            yield stop("K609", message, case.place("creditor", "good_standing"), fix=fix, law=cite, overridable=True)
    if rule.unregistered_name_barred is Say.YES and creditor.dba and creditor.dba_registered is not Known.YES:
        message = f"the trade name `{creditor.dba}` must be registered before a suit here"
        fix = "Register it, then write `dba_registered: yes` under `creditor`."
        yield stop("K610", message, case.place("creditor", "dba"), fix=fix, law=cite, overridable=True)
