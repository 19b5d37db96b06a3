"""The table of rules: each with its question, the event that dates it, and the shape of its answer.

A state that needs a rule of its own gets a row here, which any state may then
answer; no rule asks which state it is in. The rules of federal law alone stand
in `kit.model.law_rules_federal`.
"""

from __future__ import annotations

from kit.model import law_building as building
from kit.model import law_contracts as contracts
from kit.model import law_courts as courts
from kit.model import law_days as days
from kit.model import law_deals as deals
from kit.model import law_debts as debts
from kit.model.fields import Amount, Percent
from kit.model.law_names import RuleName as R
from kit.model.law_rule import BOTH, Rule
from kit.model.law_rules_federal import FEDERAL_RULES
from kit.model.law_words import ChosenBy, Level

FILING, ACCRUAL, AGREED = ChosenBy.FILING, ChosenBy.ACCRUAL, ChosenBy.AGREEMENT
JUDGED, EVENT, DAILY = ChosenBy.JUDGMENT, ChosenBy.EVENT, ChosenBy.EACH_DAY

SUIT = ("court", "plaintiff", "debtor", "claim", "up_to", "over")
DEBT = ("kind", "debtor", "claim", "up_to", "over", "agreed")
DEAL = ("debtor", "plaintiff", "claim", "kind", "city", "county", "up_to", "over", "agreed")
BUILT = ("role", "project")

__all__ = ["RULES", "Rule", "rules_of"]

_TABLE: tuple[Rule, ...] = (
    Rule(R.SMALL_CLAIMS_LIMIT, "What is the most a plaintiff may demand in small claims?", FILING, Amount, SUIT),
    Rule(R.LIMIT_COUNTS, "What counts toward the small-claims limit?", FILING, courts.LimitCounts, SUIT),
    Rule(R.FILING_CAPS, "How often may one plaintiff file?", FILING, courts.FilingCaps, SUIT),
    Rule(R.WHO_MAY_FILE, "Who may bring a claim?", FILING, courts.WhoMayFile, SUIT),
    Rule(R.WHO_MAY_APPEAR, "Who may speak at the hearing?", FILING, courts.WhoMayAppear, SUIT),
    Rule(R.WHO_MAY_APPEAL, "Who may appeal, and how soon?", FILING, courts.WhoMayAppeal, SUIT),
    Rule(R.WHO_MAY_ENFORCE, "Who may enforce the judgment without a lawyer?", JUDGED, courts.Standing, SUIT),
    Rule(R.DEMAND_BEFORE_SUIT, "Must a written demand come before filing?", FILING, courts.Demand, SUIT),
    Rule(R.EXCESS, "May the part over the limit be given up?", FILING, courts.Excess, SUIT),
    Rule(R.VENUE, "In which place may the claim be filed?", FILING, courts.Venue, SUIT),
    Rule(R.FILING_FEE, "What does filing cost?", FILING, courts.FilingFee, SUIT),
    Rule(R.SERVICE, "How and when must the claim be served?", FILING, courts.Service, SUIT),
    Rule(R.COURT_FORMS, "Which forms does the court use?", FILING, courts.CourtForms, SUIT),
    Rule(
        R.RIGHT_TO_SUE,
        "What keeps a creditor's claim out of court?",
        FILING,
        building.RightToSue,
        ("plaintiff", "claim"),
    ),
    Rule(R.DAY_COUNTING, "How are days counted?", EVENT, days.DayCounting, ("court",), BOTH),
    Rule(R.LIMITATION_PERIOD, "How long may a suit wait?", ACCRUAL, debts.LimitationPeriod, DEBT),
    Rule(R.REVIVAL, "What starts the period anew?", EVENT, debts.Revival, DEBT),
    Rule(R.EXPIRY_EFFECT, "Does the end of the period bar the suit or end the debt?", ACCRUAL, debts.Expiry, DEBT),
    Rule(R.LIMITATION_BY_AGREEMENT, "May an agreement change the period?", AGREED, debts.Agreed, DEBT),
    Rule(R.TOLLING, "What stops the period from running?", ACCRUAL, debts.TollingGrounds, DEBT),
    Rule(R.BORROWING, "Is another state's shorter period borrowed?", FILING, debts.Borrowing, DEBT),
    Rule(R.TIME_BARRED_DEBT, "What must a letter about an expired debt say?", EVENT, debts.TimeBarredDebt, DEBT, BOTH),
    Rule(R.PREJUDGMENT_INTEREST, "What interest runs before judgment?", DAILY, Percent, DEBT),
    Rule(R.PREJUDGMENT_TERMS, "From when, on what, and beside which agreed rate?", ACCRUAL, debts.InterestTerms, DEBT),
    Rule(R.JUDGMENT_INTEREST, "What interest does a judgment bear?", DAILY, Percent, (*DEBT, "court"), BOTH),
    Rule(R.JUDGMENT_TERMS, "How does interest on a judgment run?", JUDGED, debts.JudgmentTerms, (*DEBT, "court"), BOTH),
    Rule(R.LATE_CHARGE_CAP, "How much may late charges and interest come to a year, together?", AGREED, Percent, DEAL),
    Rule(R.LATE_FEE_LIMIT, "What is the most a single late fee may be?", AGREED, debts.LateFeeLimit, DEAL),
    Rule(
        R.LATE_CHARGE_CONDITIONS, "What does a late charge need to be owed?", AGREED, debts.LateChargeConditions, DEAL
    ),
    Rule(R.RETURNED_CHECK, "What does a bounced check add?", EVENT, debts.ReturnedCheck, DEAL),
    Rule(R.ATTORNEY_FEES_BY_CONTRACT, "May a contract give attorney fees?", AGREED, contracts.ContractFees, DEAL),
    Rule(R.ATTORNEY_FEES_BY_LAW, "Does the law itself give attorney fees?", FILING, contracts.StatutoryFees, DEAL),
    Rule(
        R.PAYMENT_APPLICATION,
        "What is a payment applied to when nobody has chosen?",
        EVENT,
        contracts.PaymentApplication,
        DEBT,
    ),
    Rule(R.FULL_PAYMENT_CHECK, "What does cashing a full-payment check do?", EVENT, contracts.FullPaymentCheck, DEBT),
    Rule(R.JURY_WAIVER, "Does a jury waiver in a contract stand?", AGREED, contracts.Clause, DEAL),
    Rule(R.CONFESSION_OF_JUDGMENT, "Does a confession of judgment stand?", AGREED, contracts.Clause, DEAL, BOTH),
    Rule(R.FORUM_CLAUSE, "Does a clause choosing another state's courts stand?", AGREED, contracts.Clause, DEAL),
    Rule(R.GUARANTY, "What does a personal guaranty need?", AGREED, contracts.Guaranty, DEAL, BOTH),
    Rule(R.WORK_FOR_HIRE, "Does work made for hire make an employer?", AGREED, contracts.WorkForHire, DEAL),
    Rule(
        R.HOME_IMPROVEMENT,
        "Does work on a consumer's home need its own contract?",
        AGREED,
        building.ConsumerWork,
        DEAL,
    ),
    Rule(R.ELECTRONIC_SIGNATURES, "Does an electronic signature hold?", AGREED, days.Signatures, (), BOTH),
    Rule(
        R.FREELANCER_LAW,
        "Does a freelancer law ask for a written contract and prompt pay?",
        AGREED,
        contracts.FreelancerLaw,
        DEAL,
    ),
    Rule(
        R.PROMPT_PAYMENT,
        "When must building work be paid, and what does lateness cost?",
        AGREED,
        building.PromptPayment,
        (*DEAL, *BUILT),
    ),
    Rule(
        R.OWN_DEBT_COLLECTION,
        "Does collection law reach a creditor's own debts?",
        EVENT,
        contracts.OwnDebtCollection,
        DEAL,
        BOTH,
    ),
    Rule(R.CALL_RECORDING, "Who must agree before a call is recorded?", EVENT, contracts.Consent, (), BOTH),
    Rule(R.LIEN_DEADLINES, "Which deadlines keep a builder's lien?", EVENT, building.BuildingDeadlines, BUILT),
    Rule(
        R.BOND_DEADLINES,
        "Which deadlines keep a claim on a payment bond?",
        EVENT,
        building.BuildingDeadlines,
        BUILT,
        BOTH,
    ),
    Rule(
        R.ESTATE_CLAIMS, "When must a claim against a dead debtor's estate be filed?", EVENT, contracts.ClaimsPeriod, ()
    ),
    Rule(
        R.DISSOLVED_ENTITY_CLAIMS,
        "When must a claim against a dissolved company be made?",
        EVENT,
        contracts.ClaimsPeriod,
        ("debtor",),
    ),
    Rule(
        R.SETTLEMENT_TALKS, "What does a court not hear of settlement talks?", EVENT, deals.SettlementTalks, DEBT, BOTH
    ),
    Rule(R.GENERAL_RELEASE, "Does a general release reach unknown claims?", AGREED, deals.GeneralRelease, DEAL),
    Rule(
        R.SETTLEMENT_DEFAULT,
        "May the whole debt come back when a settlement is not paid?",
        AGREED,
        deals.SettlementDefault,
        DEAL,
    ),
    Rule(
        R.ASSIGNED_ACCOUNTS,
        "Whom does a debtor pay whose debt was assigned?",
        EVENT,
        deals.AssignedAccounts,
        DEAL,
        BOTH,
    ),
    *FEDERAL_RULES,
)

RULES: dict[R, Rule] = {rule.name: rule for rule in _TABLE}


def rules_of(level: Level) -> tuple[Rule, ...]:
    """Return the rules that a file of this level must answer, in order."""
    return tuple(rule for rule in _TABLE if level in rule.levels)
