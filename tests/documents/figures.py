"""Where a figure on paper comes from: the account, the case, the agreement or the law; nowhere else.

`stray` reads a paper and returns every amount, percentage, day and citation that none of these holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from every_paper import Sheet, facts
from known_figures import ONE, Known, known_in, known_of, plain
from plan_figures import accelerated, added_meanwhile, days_of, law_texts, plan_amounts, plan_days, sums_of

from kit.model.document_ids import PLAN_ACCELERATED, PLAN_REINSTATED
from kit.model.plan import PlanTerms
from kit.model.settlement import SettlementTerms

MONEY = re.compile(r"[$€£¥]\s?(\d[\d,]*(?:\.\d+)?)")
COLUMN = re.compile(r"(?<![\d.,$€£¥§-])(\d{1,3}(?:,\d{3})+(?:\.\d{2})?|\d+\.\d{2})(?![\d%]|[.,]\d)")
PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s?(?:%|percent\b)")
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
DAY = re.compile(rf"\b({'|'.join(MONTHS)})[a-z]*\.? (\d{{1,2}}), (\d{{4}})|\b(\d{{4}})-(\d\d)-(\d\d)\b")
CITE = re.compile(
    r"\b\d+\s(?:U\.S\.C\.|C\.?F\.?R\.?)\s(?:§+\s)?\d\w*(?:\.\d+)?(?:\(\w+\))*|"
    r"(?:[^\s.;:,(§]+\s){1,5}§+\s?\w(?:[\w.-]*\w)?(?:\(\w+\))*|\bUCC \d[\d-]*|\bRestatement\b|"
    r"\b(?:[A-Z][a-z]+ )+(?:Act|Code|Rules|Ordinance|Law|Regulation)\b"
)
TYPED = 20  # characters; a shorter text may be within another by chance
TRACEABLE = re.compile(r"[\d§]|\b(?:UCC|Restatement|Act|Code|Rules|Ordinance|Law|Regulation)\b")
CLAUSE = re.compile(r"\b[Ss]ections? \d+(?:\.\d+)?")
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
ON_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)}),? (?=({DAY.pattern}))")


def day_of(found: re.Match[str]) -> date:
    """Return the day that a match of `DAY` names."""
    month, day, year, *iso = found.groups()
    if year:
        return date(int(year), MONTHS.index(month) + 1, int(day))
    return date(*map(int, iso))


def stray(sheet: Sheet) -> list[str]:
    """Return every figure of the paper that nothing known holds, with the sentence it stands in."""
    known = with_deals(sheet)
    # work stops, or a letter follows, on the first weekday after the last day to pay
    asked = {sheet.request.pay_by + ONE * n for n in range(4)} if sheet.request.pay_by else set()
    found = []
    for said in filter(TRACEABLE.search, sheet.sentences):
        if len(said) > TYPED and said.casefold() in known.texts:
            continue  # a line of the user's own, such as what an invoice is for
        strays = (_amounts(said, known), _percents(said, known), _days(said, known.days | asked), _rests(said, known))
        found += [f"{one} in “{said}”" for some in strays for one in some]
    return found


def with_deals(sheet: Sheet) -> Known:
    """Return what the paper may name: what is known in its case, its own terms, and what a signed plan makes of it."""
    known, here, deal = known_in(sheet.case), facts(sheet.case), sheet.request.deal
    amounts, days, percents = set(plan_amounts(here)), set(plan_days(here)), set()
    if isinstance(deal, PlanTerms | SettlementTerms):
        amounts, days = amounts.union(sums_of(deal)), days.union(days_of(deal))
    for terms in [deal, *(one.deal for one in here.case.signed)]:
        percents |= {terms.percent} if isinstance(terms, PlanTerms) and terms.percent else set()
    texts = [plain(one) for one in law_texts(here, deal)] if isinstance(deal, SettlementTerms) else []
    if sheet.request.document == PLAN_ACCELERATED and (after := accelerated(sheet.case)):
        more = known_of(after)
        amounts, days, percents = amounts | more.amounts, days | more.days, percents | more.percents
    if sheet.request.document == PLAN_REINSTATED:
        amounts.add(added_meanwhile(sheet.case))
    if not (amounts or days or percents):
        return known
    return replace(
        known,
        amounts=known.amounts | frozenset(map(abs, amounts)),
        days=known.days | days,
        percents=known.percents | percents,
        texts="\n".join([known.texts, *texts]),
    )


def _amounts(said: str, known: Known) -> Iterator[str]:
    for amount in amounts_in(CITE.sub("", said)):
        if amount not in known.amounts:
            yield f"the amount {amount}"


def amounts_in(said: str) -> list[Decimal]:
    """Return the amounts that a text names, in the order of their forms."""
    return [Decimal(one[1].replace(",", "")) for pattern in (MONEY, COLUMN) for one in pattern.finditer(said)]


def _percents(said: str, known: Known) -> Iterator[str]:
    yield from (f"the rate {one[0]}" for one in PERCENT.finditer(said) if Decimal(one[1]) not in known.percents)


def _days(said: str, days: frozenset[date]) -> Iterator[str]:
    yield from (f"the day {one[0]}" for one in DAY.finditer(said) if day_of(one) not in days)
    for one in ON_WEEKDAY.finditer(said):
        if WEEKDAYS[day_of(DAY.match(one[2])).weekday()] != one[1]:  # type: ignore[arg-type]
            yield f"no {one[1]} is {one[2]}"


def _rests(said: str, known: Known) -> Iterator[str]:
    """Return the citations and clauses that neither the law's files nor the case name."""
    said = said.replace("\N{NO-BREAK SPACE}", " ")
    for one in CITE.finditer(said):
        words = one[0].split()
        # the citation starts somewhere within the words before its sign
        if not any(plain(" ".join(words[start:])) in known.texts for start in range(max(1, len(words) - 1))):
            yield f"the citation {one[0]}"
    yield from (f"the clause {one[0]}" for one in CLAUSE.finditer(said) if one[0].casefold() not in known.texts)
