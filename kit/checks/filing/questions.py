"""The questions asked before a small claim is filed, in the order in which they are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from kit.checks.filing import (
    before,
    caps,
    claim,
    court,
    defences,
    defendant,
    insolvency,
    plaintiff,
    reach,
    rights,
    time,
    venue,
    ways,
)
from kit.checks.filing.result import Subject, Tested
from kit.checks.filing.suit import Suit


class Needs(Enum):
    """What must be known before a question can be asked."""

    CASE = 0
    LAW = 1  # of the court's state
    COURT = 2


@dataclass(frozen=True, slots=True)
class Question:
    """One question; its test yields at least one row."""

    id: str
    subject: Subject
    asks: str
    test: Callable[[Suit], Iterator[Tested]]
    needs: Needs = Needs.CASE


S, LAW, COURT = Subject, Needs.LAW, Needs.COURT

QUESTIONS = (
    Question("forum", S.COURT, "Is the law of the court at hand?", court.law_at_hand),
    Question("court", S.COURT, "Which court hears this claim here?", court.court, LAW),
    Question("currency", S.COURT, "Is the claim in dollars?", court.in_dollars, COURT),
    Question("limit", S.COURT, "Is the claim within the court's limit?", court.limit, COURT),
    Question("limit-counts", S.COURT, "What counts toward the limit?", court.what_counts, COURT),
    Question("limit-change", S.COURT, "Does the limit change near the day of filing?", court.change_of_limit, COURT),
    Question("excess", S.COURT, "What becomes of a part over the limit?", ways.excess, COURT),
    Question("fee", S.COURT, "What does filing cost?", court.fee, COURT),
    Question("venue", S.COURT, "Why may the claim be brought at this place?", venue.venue, COURT),
    Question("forum-clause", S.COURT, "Does the agreement name other courts?", venue.forum_clause, LAW),
    Question("who-may-file", S.PLAINTIFF, "May such a plaintiff file there?", plaintiff.may_file, COURT),
    Question("assigned", S.PLAINTIFF, "Is the claim your own?", plaintiff.whose_claim, COURT),
    Question("pledged", S.PLAINTIFF, "Is the claim pledged to somebody?", plaintiff.pledged),
    Question("who-signs", S.PLAINTIFF, "Who signs for you?", plaintiff.who_signs, COURT),
    Question("who-appears", S.PLAINTIFF, "Who speaks for you at the hearing?", plaintiff.who_appears, COURT),
    Question("filing-caps", S.PLAINTIFF, "Have you filed too many claims?", caps.filing_caps, COURT),
    Question("licence", S.PLAINTIFF, "Did the work need a licence?", rights.licence, LAW),
    Question("registered", S.PLAINTIFF, "Must your company be registered here?", rights.registered, LAW),
    Question("good-standing", S.PLAINTIFF, "Is your company in good standing?", rights.good_standing, LAW),
    Question("trade-name", S.PLAINTIFF, "Is your trade name registered?", rights.trade_name, LAW),
    Question("name", S.DEFENDANT, "Is the defendant named by its legal name?", defendant.name),
    Question("defendant-trade-name", S.DEFENDANT, "Does the defendant trade under another?", defendant.trade_name),
    Question("guarantors", S.DEFENDANT, "Who else promised to pay?", defendant.guarantors, COURT),
    Question("capacity", S.DEFENDANT, "Can each side sue and be sued in its own name?", defendant.capacity),
    Question("public-body", S.DEFENDANT, "Is a public body sued?", defendant.public_body),
    Question("bankruptcy", S.DEFENDANT, "Is the debtor in bankruptcy?", insolvency.bankruptcy),
    Question("insolvency", S.DEFENDANT, "Is there another insolvency?", insolvency.insolvency),
    Question("agent", S.DEFENDANT, "On whom are the papers served?", reach.agent),
    Question("state-line", S.DEFENDANT, "Does the court reach the defendant?", reach.state_line, COURT),
    Question("abroad", S.DEFENDANT, "Is the defendant in another country?", reach.abroad),
    Question("military", S.DEFENDANT, "Is a person sued in military service?", defendant.military),
    Question("owed", S.CLAIM, "Is something owed and overdue?", claim.owed),
    Question("one-suit", S.CLAIM, "Is all that is due in this one claim?", claim.one_suit),
    Question("filed-before", S.CLAIM, "Was this claim filed or judged before?", claim.filed_before),
    Question("account", S.CLAIM, "Does the account agree with itself?", claim.account),
    Question("charges", S.CLAIM, "Are the charges for lateness sound?", claim.charges),
    Question("disputes", S.CLAIM, "What does the debtor dispute?", defences.disputes),
    Question("setoffs", S.CLAIM, "What may be set against the claim?", defences.setoffs),
    Question("exhibits", S.CLAIM, "Are the papers there that prove it?", defences.exhibits),
    Question("liens", S.CLAIM, "Does a lien's day run while the claim waits?", claim.liens),
    Question("limitation", S.TIME, "Is each invoice still in time?", time.limitation, LAW),
    Question("revival", S.TIME, "What did payments and writings do to the time?", time.revival, LAW),
    Question("tolling", S.TIME, "Are there days that do not count?", time.tolling, LAW),
    Question("borrowing", S.TIME, "Does another state's time bind?", time.borrowing, LAW),
    Question("demand", S.BEFORE, "Was payment demanded as the law asks?", before.demand, COURT),
    Question("notice", S.BEFORE, "Was the agreement's notice given?", before.cure),
    Question("mediation", S.BEFORE, "Does the agreement put mediation first?", before.mediation),
    Question("arbitration", S.BEFORE, "Does the agreement ask for an arbitrator?", before.arbitration),
    Question("waiting", S.BEFORE, "Is a hold or a promise to pay in force?", claim.waiting),
    Question("collection-law", S.BEFORE, "Does collection law bind you?", claim.collection_law),
    Question("decision", S.BEFORE, "Is the decision to sue on record?", before.decision),
    Question("lawyers", S.AFTER, "Do lawyers speak at the hearing?", plaintiff.lawyers, COURT),
    Question("appeal", S.AFTER, "Can you appeal if you lose?", plaintiff.appeal, COURT),
    Question("enforcement", S.AFTER, "Who may collect on the judgment?", plaintiff.enforcement, COURT),
)

SURE = Question("law", S.AFTER, "Is the law sure, and read lately?", lambda _: iter(()))  # of all the answers above
