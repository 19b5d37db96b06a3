"""The fixed words of each way: its name, what its rate is of, and what is lost by it. Nothing is recommended."""

from __future__ import annotations

NAMES = {
    "remind": "Wait and remind",
    "plan": "Payment plan",
    "settle": "Settlement at {percent}",
    "agency": "Collection agency at {percent}",
    "discount": "Client discount of {percent}",
    "factoring": "Factoring, {percent} advance",
    "attorney_letter": "Attorney's letter",
    "small_claims": "Small claims",
    "court": "Regular court",
    "bankruptcy": "Bankruptcy dividend",
    "write_off": "Write-off for tax",
}
RATES = {
    "remind": "{rate} of it comes in",
    "plan": "{rate} of the instalments come",
    "settle": "{rate} of the offer is agreed to and comes",
    "agency": "{rate} of it is brought in",
    "discount": "{rate} of the reduced sum is agreed to and comes",
    "factoring": "{rate} of it is paid to the factor",
    "attorney_letter": "{rate} of it comes in after the letter",
    "small_claims": "{rate} of the claim is won and collected",
    "court": "{rate} of the claim is won and collected",
    "bankruptcy": "{rate} of the claim is paid",
    "write_off": "{rate} of what is deducted is saved in tax",
}
LOST = {
    "remind": ("Time: older debts bring less, and the time to sue runs on.",),
    "plan": ("The right to press while the plan is kept.",),
    "settle": ("The rest of the debt, for good, once the sum has cleared.",),
    "agency": (
        "The agency's part of all that comes in.",
        "Much of the say in how the client is spoken to, and often the relationship.",
    ),
    "discount": ("The discount, for good; the client may ask for one again.",),
    "factoring": (
        "The claim itself: it is the factor's to collect.",
        "The relationship is partly in the factor's hands.",
    ),
    "attorney_letter": ("Some of the relationship: a lawyer's letter is read as a last step.",),
    "small_claims": (
        "The relationship, as a rule.",
        "If you lose, in many courts the right to appeal; costs already spent.",
    ),
    "court": ("The relationship, as a rule.", "Costs that run on; the other side may claim against you."),
    "bankruptcy": ("All say in time and amount: the court and the trustee decide.",),
    "write_off": ("Nothing of the claim: the debtor still owes it, and later money is income.",),
}
