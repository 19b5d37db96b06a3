"""The table of rules: each with its question, the event that dates it, and the shape of its answer.

A state that needs a rule of its own gets a row here, which any state may then
answer; no rule asks which state it is in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kit.model import law_bankruptcy as bankruptcy
from kit.model import law_building as building
from kit.model import law_contracts as contracts
from kit.model import law_courts as courts
from kit.model import law_days as days
from kit.model import law_debts as debts
from kit.model.fields import Amount, Percent
from kit.model.law_names import RuleName as R
from kit.model.law_words import ChosenBy, Level, Unit

FILING, ACCRUAL, AGREED = ChosenBy.FILING, ChosenBy.ACCRUAL, ChosenBy.AGREEMENT
JUDGED, EVENT, DAILY = ChosenBy.JUDGMENT, ChosenBy.EVENT, ChosenBy.EACH_DAY
STATE, FEDERAL = frozenset({Level.STATE}), frozenset({Level.FEDERAL})
BOTH = STATE | FEDERAL

SUIT = ("court", "plaintiff", "debtor", "claim", "up_to", "over")
DEBT = ("kind", "debtor", "claim", "up_to", "over", "agreed")
DEAL = ("debtor", "plaintiff", "claim", "kind", "city", "county", "up_to", "over", "agreed")
BUILT = ("role", "project")


@dataclass(frozen=True, slots=True)
class Rule:
    """A question of law and the form of its answer."""

    name: R
    asks: str
    chosen_by: ChosenBy  # unless a file says otherwise
    shape: Any  # the type of the value
    selectors: tuple[str, ...]  # what a row of this rule may turn on
    levels: frozenset[Level] = STATE

    @property
    def unit(self) -> Unit:
        """What the value is measured in."""
        fixed = {id(Amount): Unit.USD, id(Percent): Unit.PERCENT_PER_YEAR}
        words = (debts.Expiry, contracts.Consent)
        return fixed.get(id(self.shape), Unit.WORD if self.shape in words else Unit.TERMS)


_TABLE = (
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
    Rule(R.AUTOMATIC_STAY, "What does a bankruptcy petition stop?", EVENT, days.PapersFrozen, (), FEDERAL),
    Rule(R.DISCHARGE, "What does a discharge in bankruptcy stop?", EVENT, days.PapersFrozen, (), FEDERAL),
    Rule(R.BANKRUPTCY_INTEREST, "Does interest run on after a petition?", EVENT, days.InterestStops, (), FEDERAL),
    Rule(R.SERVICEMEMBER_RATE, "What may a servicemember's older debt bear?", EVENT, days.ServiceCap, (), FEDERAL),
    Rule(
        R.MILITARY_AFFIDAVIT,
        "Must military service be sworn to before a default?",
        FILING,
        days.MilitaryAffidavit,
        (),
        FEDERAL,
    ),
    Rule(R.AGENCY_PAYMENT, "When must a federal agency pay?", EVENT, days.AgencyPayment, (), FEDERAL),
    Rule(R.COOLING_OFF, "When may a consumer cancel a sale?", AGREED, days.CoolingOff, ("claim",), FEDERAL),
    Rule(R.OTHERS_NAME, "May a letter look as if somebody else were collecting?", EVENT, days.OthersName, (), FEDERAL),
    Rule(R.CALL_MANNERS, "How often and when may one call?", EVENT, days.CallManners, (), FEDERAL),
    Rule(R.TIME_ZONES, "Which time does a state keep?", EVENT, days.StandardTime, (), FEDERAL),
    Rule(R.REVIEW_GAG, "May a contract forbid reviews?", AGREED, days.ReviewGag, (), FEDERAL),
    Rule(R.CREDIT_REFUSAL, "What must whoever refuses credit say, and when?", EVENT, days.CreditRefusal, (), FEDERAL),
    Rule(
        R.PROOF_OF_CLAIM_DEADLINE, "When must a proof of claim be filed?", EVENT, bankruptcy.ClaimDeadline, (), FEDERAL
    ),
    Rule(
        R.NO_ASSET_NOTICE,
        "Must a claim be filed where there is nothing to share out?",
        EVENT,
        bankruptcy.NoAssetNotice,
        (),
        FEDERAL,
    ),
    Rule(R.CLAIM_EXTENSION, "May the court give more time for a claim?", EVENT, bankruptcy.ClaimExtension, (), FEDERAL),
    Rule(R.LATE_CLAIMS, "What becomes of a claim that is filed late?", EVENT, bankruptcy.LateClaims, (), FEDERAL),
    Rule(
        R.NONDISCHARGEABILITY,
        "When must a creditor sue to keep a debt out of the discharge?",
        EVENT,
        bankruptcy.Nondischargeability,
        (),
        FEDERAL,
    ),
    Rule(
        R.PRIORITY_AMOUNTS,
        "Which claims are paid first, up to how much?",
        FILING,
        bankruptcy.PriorityAmounts,
        (),
        FEDERAL,
    ),
    Rule(
        R.TWENTY_DAY_GOODS,
        "How are goods delivered just before the petition paid?",
        FILING,
        bankruptcy.TwentyDayGoods,
        (),
        FEDERAL,
    ),
    Rule(R.RECLAMATION, "How soon must goods be asked back?", FILING, bankruptcy.Reclamation, (), FEDERAL),
    Rule(R.PREFERENCE, "Which payments may the trustee take back?", FILING, bankruptcy.Preference, (), FEDERAL),
    Rule(R.CODEBTOR_STAY, "Does the stay cover others who owe the debt?", FILING, bankruptcy.CodebtorStay, (), FEDERAL),
    Rule(
        R.LIMITATION_AFTER_STAY,
        "How long may a suit wait after the stay?",
        FILING,
        bankruptcy.LimitationAfterStay,
        (),
        FEDERAL,
    ),
    Rule(R.CLAIM_FORM, "Which form is a proof of claim made on?", EVENT, bankruptcy.ClaimForm, (), FEDERAL),
    Rule(R.WHO_SIGNS_CLAIM, "Who signs a proof of claim?", EVENT, bankruptcy.ClaimSigning, (), FEDERAL),
    Rule(R.CLAIM_ATTACHMENTS, "What goes with a proof of claim?", EVENT, bankruptcy.ClaimAttachments, (), FEDERAL),
    Rule(R.CLAIM_REDACTION, "What must be blacked out in a claim?", EVENT, bankruptcy.ClaimRedaction, (), FEDERAL),
)

RULES: dict[R, Rule] = {rule.name: rule for rule in _TABLE}


def rules_of(level: Level) -> tuple[Rule, ...]:
    """Return the rules that a file of this level must answer, in order."""
    return tuple(rule for rule in _TABLE if level in rule.levels)
