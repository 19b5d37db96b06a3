"""The rules that federal law alone answers; see `kit.model.law_rules`."""

from __future__ import annotations

from kit.model import law_bankruptcy as bankruptcy
from kit.model import law_days as days
from kit.model import law_deals as deals
from kit.model.law_names import RuleName as R
from kit.model.law_rule import FEDERAL, Rule
from kit.model.law_words import ChosenBy

FILING, AGREED, EVENT = ChosenBy.FILING, ChosenBy.AGREEMENT, ChosenBy.EVENT

FEDERAL_RULES: tuple[Rule, ...] = (
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
    Rule(R.BAD_DEBT, "Is an unpaid bill a loss for the income tax?", EVENT, deals.BadDebt, (), FEDERAL),
    Rule(
        R.CANCELLED_DEBT_REPORT,
        "Who reports a debt that was let go?",
        EVENT,
        deals.CancelledDebtReport,
        (),
        FEDERAL,
    ),
    Rule(
        R.CREDIT_REPORTING,
        "What must whoever reports a debt to a credit bureau do?",
        EVENT,
        deals.CreditReporting,
        (),
        FEDERAL,
    ),
)
