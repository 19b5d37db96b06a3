"""The documents that the program itself knows by name; `document.yaml` of each says the same."""

CONTRACT = "contracts/services"
GOODS = "contracts/goods"
CHANGE_ORDER = "contracts/change-order"
INVOICE = "statements/invoice"
STATEMENT = "statements/statement"
FINAL_DEMAND = "letters/final-demand"
RECEIPT = "letters/receipt"
MAILING_RECORD = "internal/mailing-record"
CALL_LOG = "court/call-log"
CLAIM_STATEMENT = "court/statement-of-claim"
CLAIM_ITEMS = "court/claim-items"
TIME_LINE = "court/time-line"
EXHIBIT_LIST = "court/exhibit-list"
JUDGMENT_AMOUNT = "court/judgment-amount"
PROOF_OF_SERVICE = "court/proof-of-service"
MILITARY_SERVICE = "court/military-service"
FILING_CHECKLIST = "internal/filing-checklist"
HEARING_OUTLINE = "internal/hearing-outline"
PACKET = "court/small-claims-packet"
JUDGMENT_DEMAND = "letters/judgment-demand"
JUDGMENT_PLAN = "letters/judgment-plan"
SATISFACTION = "court/satisfaction"
DEFAULT_DATA = "court/default-data"
ASSET_QUESTIONS = "court/asset-questions"
JUDGMENT_PAPERS = (JUDGMENT_DEMAND, JUDGMENT_PLAN, SATISFACTION, DEFAULT_DATA, ASSET_QUESTIONS)
STOP_LIST = "internal/stop-list"
NOTICE_TO_COURT = "bankruptcy/notice-to-court"
CLAIM_LETTER = "bankruptcy/claim-letter"
GUARANTOR_DEMAND = "letters/guarantor-demand"
RECLAMATION_DEMAND = "bankruptcy/reclamation-demand"
NEW_TERMS = "bankruptcy/new-terms"
TO_GUARANTOR = "guarantor-"  # how the names of letters to a guarantor begin
FROZEN = ("letters/", "statements/", "court/", "agreements/")  # families of papers that ask for money or press for it
PROOF_OF_CLAIM = "bankruptcy/proof-of-claim"
ITEMISED_STATEMENT = "bankruptcy/itemised-statement"
CLAIM_ATTACHMENT = "bankruptcy/claim-attachment"
CLAIM_WITHDRAWAL = "bankruptcy/withdrawal"
WRITING_LOST = "bankruptcy/writing-lost"
NOTICE_REQUEST = "bankruptcy/notice-request"
CLAIM_ANSWERS = "internal/claim-answers"
CLAIM_MAILING = "internal/claim-mailing"
CLAIM_PAPERS = (PROOF_OF_CLAIM, ITEMISED_STATEMENT, CLAIM_ANSWERS)  # that state the claim
GOODS_DATA = "bankruptcy/administrative-data"
PREFERENCE_REPORT = "internal/preference-report"
CLAIM_WORTH = "internal/claim-worth"
REFERRAL_MEMO = "handoff/referral-memo"
PLACEMENT = "handoff/placement"
COLLECTION_AUTHORITY = "handoff/collection-authority"
RECALL = "handoff/recall"
SALE_SCHEDULE = "handoff/schedule-of-accounts"
REDIRECTION = "handoff/redirection-record"
ASSIGNMENT_PROOF = "handoff/proof-of-assignment"
HANDOFF_COPIES = "handoff/copies"
PLACEMENT_DATA = "handoff/placement-data"
ASSIGNMENT_NOTICE = "letters/assignment-notice"
PLACEMENT_NOTICE = "letters/placement-notice"
REASSIGNMENT_NOTICE = "letters/reassignment-notice"
HANDOFF_NOTICES = (ASSIGNMENT_NOTICE, PLACEMENT_NOTICE)  # that tell the debtor who has the claim
HANDOFF = "handoff/"  # how the ids of papers begin that go to whoever takes the claim in hand
EXTENSION = "letters/extension"
PAYMENT_PLAN = "agreements/payment-plan"
PLAN_REMINDER = "letters/plan-reminder"
PLAN_MISSED = "letters/plan-missed"
PLAN_REINSTATED = "letters/plan-reinstated"
PLAN_ACCELERATED = "letters/plan-accelerated"
PLAN_COMPLETED = "letters/plan-completed"
PLAN_LETTERS = (PLAN_REMINDER, PLAN_MISSED, PLAN_REINSTATED, PLAN_ACCELERATED, PLAN_COMPLETED)
SETTLEMENT = "agreements/settlement"
SETTLEMENT_OFFER = "letters/settlement-offer"
SETTLEMENT_MISSED = "letters/settlement-missed"
SETTLEMENT_COMPLETED = "letters/settlement-completed"
SETTLEMENT_PAPERS = (SETTLEMENT, SETTLEMENT_OFFER, SETTLEMENT_MISSED, SETTLEMENT_COMPLETED)
MARKED_CHECK = "internal/marked-check"
CHECK_RETURNED = "letters/check-returned"
CHECK_UNDER_PROTEST = "letters/check-under-protest"
CHECK_PAPERS = (MARKED_CHECK, CHECK_RETURNED, CHECK_UNDER_PROTEST)
CREDIT_MEMO = "statements/credit-memo"
TALKS = (*SETTLEMENT_PAPERS, *PLAN_LETTERS, PAYMENT_PLAN, EXTENSION, *CHECK_PAPERS)
"""Papers about terms, which a court does not see unless somebody chooses so."""
OFFERS = ("agreements/", "handoff/", EXTENSION)  # papers that hold the terms which are signed or come into force
LETTERS = "letters/"  # how the ids of letters begin
INTERNAL = "internal/"  # how the ids of papers begin that never leave the house


def short_id(document: str) -> str:
    """Return the last part of a document's id, by which commands and the journal call it: `final-demand`."""
    return document.rsplit("/", 1)[-1]


def collects(document: str) -> bool:
    """Return whether a debtor's bankruptcy freezes the paper, by the family in its id; its `document.yaml` agrees.

    Guarantors are other people: letters to them are held to rules of their own.
    """
    return document.startswith(FROZEN) and not to_guarantor(document)


def to_guarantor(document: str) -> bool:
    """Return whether the paper is a letter to a guarantor, by its name."""
    return document.startswith(f"letters/{TO_GUARANTOR}")


def offers(document: str) -> bool:
    """Return whether the paper itself offers the terms it is about: an agreement, a hand-off, or an extension."""
    return document.startswith(OFFERS)
