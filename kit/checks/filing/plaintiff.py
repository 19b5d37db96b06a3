"""Who sues: may such a plaintiff file, is the claim its own, who signs and who speaks for it, who may appeal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kit.checks.court import barred
from kit.checks.filing.result import Tested
from kit.checks.filing.suit import Suit, clear, settled, told
from kit.checks.whose_claim import held_elsewhere
from kit.findings import note, stop
from kit.model.law_courts import Agent, Lawyers, Standing, WhoMayAppeal, WhoMayAppear, WhoMayFile
from kit.model.law_names import RuleName
from kit.model.law_words import Say
from kit.model.taken import pledged_to

NEXT_COURT = "File in the next court up."
TITLES = {  # what people are called who hold such an office
    "officer": ("president", "secretary", "treasurer", "chief", "ceo", "cfo", "coo", "manager"),
    "employee": ("manager", "bookkeeper", "controller", "accountant", "clerk"),
    "member": ("managing",),
}
SPEAKERS = {
    Lawyers.BARRED: "no lawyer speaks at the hearing, yours or the other side's",
    Lawyers.BY_LEAVE: "a lawyer speaks at the hearing only with the judge's leave",
    Lawyers.ALLOWED: "lawyers may speak at the hearing; the other side may bring one",
}


def may_file(suit: Suit) -> Iterator[Tested]:
    """Ask whether the court hears a plaintiff of this kind, and from this state."""
    ruled, creditor = suit.ask(RuleName.WHO_MAY_FILE, WhoMayFile), suit.case.creditor
    fact = suit.case.place("creditor", "kind")
    if ruled.value is None or creditor is None:
        yield suit.unknown(RuleName.WHO_MAY_FILE, "Nobody has researched it" if ruled.known else "", fact)
        return
    if found := barred(suit.facts, suit.court, ruled.value, ruled.cite):
        yield from (told(one, ruled.answer) for one in found)
        return
    natural = creditor.kind.natural_person
    kind = "a person" if natural else "a company"
    if not settled(ruled.value.natural_person if natural else ruled.value.entity):
        yield suit.unknown(RuleName.WHO_MAY_FILE, f"whether {kind} may be plaintiff is not settled", fact)
    else:
        yield clear(f"{creditor.name} may be plaintiff: the court hears {kind}", fact, ruled.answer)


def whose_claim(suit: Suit) -> Iterator[Tested]:
    """Ask whether the claim is somebody else's now, or was before."""
    gone = tuple(held_elsewhere(suit.case, suit.facts.ledger))
    if gone:
        yield from (told(one) for one in gone)
        return
    taken, fact = suit.case.assigned_from, suit.case.place("assigned_from")
    if taken is None:
        yield clear("the claim is your own; the file names nobody from whom it was taken over", fact)
        return
    ruled = suit.ask(RuleName.WHO_MAY_FILE, WhoMayFile)
    if ruled.value is None or not settled(ruled.value.assignee):
        yield suit.unknown(RuleName.WHO_MAY_FILE, "whether one who took a claim over may file is not settled", fact)
    elif ruled.value.assignee is Say.NO:
        message = f"the claim was {taken.name}'s until {taken.on}; the {suit.court.name} takes no claim of an assignee"
        fix = f"Let {taken.name} sue on its own claim, or file in the next court up."
        yield told(stop("K615", message, fact, fix=fix, law=ruled.cite), ruled.answer)
    else:
        message = f"the claim was {taken.name}'s until {taken.on}; the court will want to see the assignment"
        fix = "Put the signed assignment among the exhibits."
        yield told(note("K615", message, fact, fix=fix, law=ruled.cite), ruled.answer)


def pledged(suit: Suit) -> Iterator[Tested]:
    """Ask whether somebody holds the claim as security, and agreed to the suit."""
    holder = pledged_to(suit.case)
    fact, leave = suit.case.place("creditor", "claim_pledged_to"), suit.case.small_claims.leave_to_sue
    if not holder:
        yield clear("nobody holds the claim as security, as far as the file says", suit.case.place("creditor"))
    elif leave:
        yield clear(f"{holder} holds the claim; leave to sue: {leave}", suit.case.place("small_claims", "leave_to_sue"))
    else:
        message = f"your claims are pledged to {holder}, and no leave to sue is in the file"
        fix = "Ask for it in writing, then write `small_claims: {leave_to_sue: ..}` with who gave it and when."
        yield told(stop("K114", message, fact, fix=fix, overridable=True))


def who_signs(suit: Suit) -> Iterator[Tested]:
    """Ask through whom a company files."""
    yield from _acting(suit, RuleName.WHO_MAY_FILE, WhoMayFile, "sign the claim")


def who_appears(suit: Suit) -> Iterator[Tested]:
    """Ask through whom a company speaks at the hearing."""
    yield from _acting(suit, RuleName.WHO_MAY_APPEAR, WhoMayAppear, "speak at the hearing")


def _acting(suit: Suit, rule: RuleName, shape: type[Standing], what: str) -> Iterator[Tested]:
    creditor, fact = suit.case.creditor, suit.case.place("creditor", "signer") or suit.case.place("creditor", "kind")
    if creditor is None or creditor.kind.natural_person:
        name = creditor.name if creditor else "the plaintiff"
        yield clear(f"{name} is a person and can {what} alone", suit.case.place("creditor", "kind"))
        return
    ruled = suit.ask(rule, shape)
    law = ruled.value
    if law is None or not settled(law.entity_without_lawyer):
        why = f"whether a company may {what} without a lawyer is not settled" if ruled.known else ""
        yield suit.unknown(rule, why, fact)
        return
    if law.entity_without_lawyer is Say.NO:
        message = f"a company cannot {what} there without a lawyer"
        fix = "Hire one for this step, or ask the clerk whether small claims are an exception."
        found = stop("K616", message, fact, fix=fix, law=ruled.cite, overridable=True)
        yield told(found, ruled.answer)
        return
    through = ", ".join(one.value.replace("_", " ") for one in law.through) or "anybody it authorizes"
    paper = f" on form {law.form}" if law.form else " in writing" if law.authority_in_writing is Say.YES else ""
    signer = creditor.signer
    if signer is None:
        message = f"a company may {what} through: {through}; nobody is named who does it for {creditor.name}"
        fix = "Add `signer: {name: .., title: ..}` under `creditor`."
        yield told(note("K616", message, fact, fix=fix, law=ruled.cite), ruled.answer)
    elif paper or not _fits(signer.title, law.through):
        named = f"{signer.name}{f', {signer.title}' if signer.title else ''}"
        authority = f"; authority is shown{paper}" if paper else ""
        message = f"a company may {what} through: {through}{authority}; the file names {named}"
        fix = "Sign that authority and bring it along." if paper else "Make sure that the signer is one of these."
        yield told(note("K616", message, fact, fix=fix, law=ruled.cite), ruled.answer)
    else:
        said = f"{signer.name}, {signer.title}, may {what} for {creditor.name}"
        yield clear(said, fact, ruled.answer)


def _company(suit: Suit) -> bool:
    return suit.case.creditor is not None and not suit.case.creditor.kind.natural_person


def _fits(title: str | None, through: tuple[Agent, ...]) -> bool:
    """Whether a signer's title names one of those through whom the law lets a company act."""
    if not through:
        return True
    words = set(re.findall(r"[a-z]+", (title or "").casefold()))
    named = {word for one in through for word in one.value.split("_") if word not in ("regular", "authorized")}
    ranks = {word for office, titles in TITLES.items() if office in named for word in titles}
    return bool(words & (named | ranks))


def lawyers(suit: Suit) -> Iterator[Tested]:
    """Ask whether lawyers speak at the hearing."""
    ruled, fact = suit.ask(RuleName.WHO_MAY_APPEAR, WhoMayAppear), suit.case.place("forum")
    if ruled.value is None or ruled.value.lawyers is Lawyers.NOT_RESEARCHED:
        why = "whether lawyers speak at the hearing is not settled" if ruled.known else ""
        yield suit.unknown(RuleName.WHO_MAY_APPEAR, why, fact)
    else:
        yield clear(SPEAKERS[ruled.value.lawyers], fact, ruled.answer)


def enforcement(suit: Suit) -> Iterator[Tested]:
    """Say whether a company may collect on the judgment without a lawyer."""
    creditor, fact = suit.case.creditor, suit.case.place("creditor", "kind")
    if creditor is None or creditor.kind.natural_person:
        yield clear("a person collects on its own judgment", fact)
        return
    ruled = suit.ask(RuleName.WHO_MAY_ENFORCE, Standing)
    law = ruled.value
    if law is None or not settled(law.entity_without_lawyer):
        why = "whether a company may do so without a lawyer is not settled" if ruled.known else ""
        yield suit.unknown(RuleName.WHO_MAY_ENFORCE, why, fact)
    elif law.entity_without_lawyer is Say.NO:
        message = "to collect on the judgment a company needs a lawyer there"
        yield told(
            note("K616", message, fact, fix="Reckon with the cost before you file.", law=ruled.cite), ruled.answer
        )
    else:
        through = " or ".join(one.value.replace("_", " ") for one in law.through)
        by = f", through: {through}" if through else ""
        yield clear(f"{creditor.name} may collect on the judgment without a lawyer{by}", fact, ruled.answer)


def appeal(suit: Suit) -> Iterator[Tested]:
    """Say before filing whether the plaintiff who loses may appeal."""
    ruled, fact = suit.ask(RuleName.WHO_MAY_APPEAL, WhoMayAppeal), suit.case.place("forum")
    law = ruled.value
    if law is None or not settled(law.plaintiff):
        why = "whether a plaintiff may appeal is not settled" if ruled.known else ""
        yield suit.unknown(RuleName.WHO_MAY_APPEAL, why, fact)
        return
    days = f" within {law.days} days" if law.days else ""
    start = f" from {law.counted_from}" if law.counted_from and days else ""
    if law.plaintiff is Say.NO:
        other = f"; the defendant may{days}{start}" if law.defendant is Say.YES else ""
        if other and _company(suit) and law.entity_without_lawyer is Say.NO:
            other += ", and a company needs a lawyer there"
        message = f"if you lose, you cannot appeal: for you the first judgment is the last{other}"
        fix = "Weigh this before you file; the ordinary court may leave you an appeal."
        yield told(note("K617", message, fact, fix=fix, law=ruled.cite), ruled.answer)
    else:
        yield clear(f"either side may appeal{days}{start}" if law.defendant is Say.YES else
                    f"you may appeal{days}{start}", fact, ruled.answer)  # fmt: skip
