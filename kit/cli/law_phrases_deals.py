"""How each key of the law of settling and handing on is said; see `kit.cli.law_phrases`."""

from __future__ import annotations

YES_NO: dict[str, tuple[str, str]] = {
    "offers_kept_out": ("offers do not prove the debt or its amount", "offers may be shown to prove the debt"),
    "statements_kept_out": ("nor does what was said in the talks", "what was said in the talks may be shown"),
    "disputed_only": ("only where the debt or its amount is in dispute", "whether or not the debt is in dispute"),
    "other_purposes": ("they may be shown for another purpose", "they may not be shown for another purpose either"),
    "known_otherwise_stays": (
        "what can be proved otherwise is not hidden by the talks",
        "what was brought to the talks stays hidden",
    ),
    "may_be_given_up": ("the statute may be given up", "the statute cannot be given up"),
    "signed": ("signed by the seller or the buyer of the account", "no signature needed"),
    "binds_from_receipt": (
        "once the debtor has the notice, only paying the buyer discharges it",
        "paying the seller goes on discharging it",
    ),
    "proof_on_request": (
        "the debtor may ask for proof and pay the seller until it comes",
        "no proof need be given",
    ),
    "part_may_be_refused": ("a notice about a part of an account may be ignored", "a part of an account binds too"),
    "bar_ineffective": ("a clause against assigning does not stop it", "a clause against assigning stops it"),
    "consumer_law_first": ("other law goes first for a consumer's debt", "the same for a consumer's debt"),
    "income_reported_first": (
        "only what was reported as income before, as on the accrual basis",
        "whether or not it was reported as income",
    ),
    "worthless_part": ("also the part that became worthless", "only a debt worthless as a whole"),
    "other_creditors": ("other creditors too", "other creditors need not"),
    "agreed_in_writing": ("the mark settles nothing unless the payee agrees in writing", "no writing is needed"),
    "consumers_only": ("about consumers only", "about everybody"),
    "accurate": ("nothing known or reasonably believed to be wrong", "no duty to be accurate"),
    "correct_promptly": ("corrected promptly", "no duty to correct"),
    "dispute_told": ("a dispute is reported with the debt", "a dispute need not be reported"),
}

AROUND: dict[str, str] = {
    "reaches": "its reach: {}",
    "statute": "unless {} is given up by name",
    "GeneralRelease.words": "which reads “{}”",
    "admitted": "where the debt was admitted: {}",
    "disputed": "where it was disputed: {}",
    "test": "{}",
    "unfiled_small_part": "no filing for an insignificant part of the accounts: {}",
    "government_law": "where a government owes: {}",
    "notice_law": "the debtor must be told: {}",
    "notice_days_before_suit": "{} days before suit",
    "notice_days_after_assignment": "within {} days after the assignment",
    "CancelledDebtReport.amount": "from {}",
    "filers": "filed by {}",
    "delinquency_days": "the month it fell behind within {} days",
    "CreditReporting.answer_days": "a dispute looked into within {} days",
}
