"""The words that no letter holds, and why; the tests of all papers read with these lists."""

from __future__ import annotations

import re

LABELS = (  # facts, not labels: “unpaid since March 1”, never what the debtor is
    r"fraud|thief|theft|steal|deadbeat|excuse|shame|dishonest|liar|bad faith|refus|cheat|crook|scam|delinquen|"
    r"default(?:ed|ing|er)|negligen|irresponsib|unprofessional|embezzl"
)
POWER = (  # what would be extortion (Cal. Penal §§ 518-519; Flatley v. Mauro, 39 Cal.4th 299) or is the state's alone
    r"criminal|\bcrime|police|sheriff|prosecut|\bjail|arrest|imprison|immigration|deport|licen[sc]e|\bIRS\b|\b1099|"
    r"\btax (?:authorit|office|return)|district attorney|attorney general|\bauthorities|report you|bad checks?\b"
)
STANDING = r"credit (?:bureau|report|rating|score)|blacklist|reputation|review|publish|social media|warn others"
OTHERS = (  # nobody but the debtor is told, or copied in
    r"employer|famil|neighbo|your (?:landlord|customers|suppliers)\b|\bcc:|copied in|with a copy to|\bb?cc\b"
)
COSTUME = (  # nothing looks like a court's, a lawyer's or an agency's paper
    r"legal department|attorney at law|law (?:office|firm)|on behalf of|\bour (?:attorney|lawyer|client|counsel)|"
    r"final notice|last warning|before court|court order|summons|subpoena|docket|judgment|garnish|levy|lien on|seize|"
    r"collection agency|agency|collection department|debt collector|hereby|herewith|official notice"
)
PRESSURE = (
    r"immediately|at once|without prejudice|will be sued|we will sue|to (?:a|our|the) (?:lawyer|attorney)\b|"
    r"consequence|further notice|penalt|urgent|act now|no choice|forced to|leave us no|or else|warn(?:ing|ed) you"
)
FORBIDDEN = re.compile(f"{LABELS}|{POWER}|{STANDING}|{OTHERS}|{COSTUME}|{PRESSURE}", re.IGNORECASE)
ALLOWED = {"pay it all at once"}  # asks for nothing at once

SUIT = re.compile(
    r"\bcourts?\b|\bsu(?:e|ed|es|ing)\b|\bsuit\b|lawsuit|legal (?:action|steps?|proceeding)|file a claim|\bjudge\b|"
    r"arbitrat|mediat|litigat|attorney|\bclaimed? in\b",
    re.IGNORECASE,
)
"""A suit, or what comes in its place: the final demand alone may mention it."""

DEBT = re.compile(
    r"\bdebt|\bowe[sd]?\b|\bowing|overdue|past due|unpaid|\bpay|\bpaid\b|invoice|\bbill(?:s|ing|ed)?\b|balance|"
    r"\bamount|\bsums?\b|collect|\blate\b|\bdue\b|money|charge|\baccount(?:s|ing)?\b|remind|demand|arrears|outstanding|settle|"
    r"urgent|legal|court|notice|statement|receipt|promise|disput|terms\b|[$€£¥]\s?\d",
    re.IGNORECASE,
)
"""What gives a debt away to whoever else hears or sees it: on voicemail, to a colleague, in a subject line."""


def forbidden(text: str) -> list[str]:
    """Return the forbidden words of a text."""
    for allowed in ALLOWED:
        text = text.replace(allowed, "")
    return [found[0] for found in FORBIDDEN.finditer(text)]
