"""The last day for a proof of claim: by Rule 3002(c), by the court, or by the notice, which wins.

A conversion starts the days anew where the rule says so (Rules 1019(b), 3002(c));
the petition date and claims already filed stand (11 U.S.C. § 348(a), Rule 1019(c)).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kit.checks.case_deadline import Asked, CaseDeadline, DeadlineKind
from kit.model.bankruptcy import Conversion
from kit.model.business_days import DAY
from kit.model.law_answers import Answer
from kit.model.law_bankruptcy import CaseEvent, ChapterNumber, ClaimDeadline, ClaimPeriod, NoAssetNotice
from kit.model.law_names import RuleName
from kit.model.law_words import Confidence, Say

SEVEN, FIFTEEN = ChapterNumber.SEVEN.value, ChapterNumber.FIFTEEN.value
BY_COURT = (ChapterNumber.NINE.value, ChapterNumber.ELEVEN.value)
OPEN = "K725"  # a petition of creditors, and what falls before its order for relief
# why there is no day yet, or no sure one: nobody asks once a claim is on record
UNFILED = ("K720", "K721", "K724", OPEN, "K729", "K773")
DOUBTFUL = ("K722", "K729")  # what belongs beside the day itself
GAP = "11 U.S.C. §§ 502(f), 507(a)(3)"
ASK_RULES = (
    "Read the day in the court's notice (Official Form 309) or order and write it as `bar_date`. Where they name none, "
    "look in the court's local rules, often under number 3003-1, and its general orders: some courts set one there, "
    "for every chapter 11 or for subchapter V alone. Else ask the clerk or the claims agent."
)


def claim_deadline(asked: Asked) -> CaseDeadline | None:
    """Return the last day for this creditor's proof of claim; None where there is none yet, with a finding why."""
    answer = asked.inquiry.ask(RuleName.PROOF_OF_CLAIM_DEADLINE, _event(asked))
    computed = _computed(asked, answer) if answer else None
    key = "government_bar_date" if asked.government else "bar_date"
    typed = asked.filed.government_bar_date if asked.government else asked.filed.bar_date
    agrees = computed is not None and typed in (computed.last, computed.moved)
    if typed is None or not (agrees or _stands(asked, typed, key)):
        if computed and asked.chapter in BY_COURT:
            _at_least(asked, computed)
        return computed or _missing(asked, answer)
    if computed and not agrees:
        _differs(asked, typed, key, computed)
    return asked.noticed(DeadlineKind.CLAIM, typed, answer, _set_by(asked, answer))


def _set_by(asked: Asked, answer: Answer | None) -> str:
    """Return the rule by which the court sets the day in a chapter that leaves it to the court; empty elsewhere."""
    rule = answer.of(ClaimDeadline) if answer else None
    return (rule.court_sets_law or "") if rule and asked.chapter in rule.court_sets else ""


def _stands(asked: Asked, typed: date, key: str) -> bool:
    """Whether a date typed from the notice can be the one that counts; a finding says why not."""
    filed, moved = asked.filed, asked.conversion
    if typed <= filed.petition_on:
        message = f"`{key}` {typed} is not after the petition of {filed.petition_on}"
        asked.tell("K723", message, key, fix="Correct one of the dates; until then the day is counted by the rule.")
    elif moved and typed <= moved.on:
        message = f"`{key}` {typed} is older than the order of {moved.on} that converted the case to chapter {moved.to}"
        asked.tell("K723", message, key, fix="Write the day from the notice that came after that order.")
    else:
        return True
    return False


def _event(asked: Asked) -> date:
    """Return the day that picks the rule: of the last conversion, else of the order for relief."""
    moved = asked.conversion
    return moved.on if moved else asked.filed.relief or asked.filed.petition_on


def _computed(asked: Asked, answer: Answer) -> CaseDeadline | None:
    """Return the day as the rule counts it, or None where it counts none."""
    rule, chapter = answer.of(ClaimDeadline), asked.chapter
    if rule is None or chapter is None or _without_assets(asked):
        return None
    period = rule.of(chapter, involuntary=asked.filed.involuntary, government=asked.government)
    if period is None:
        return None
    moved = asked.conversion
    if moved and period.conversion_restarts:
        first = _earlier(asked, moved)
        if first and first.moved < moved.on and rule.reconversion_restarts is Say.NO:
            why = f"{first.why} in the earlier chapter 7 case; the case came back to chapter 7 after that day"
            return replace(first, why=why, cite=answer.cites)
        return _counted(asked, answer, period, moved)
    return _counted(asked, answer, period, None)


def _counted(asked: Asked, answer: Answer, period: ClaimPeriod, moved: Conversion | None) -> CaseDeadline | None:
    """Return the period's last day from the conversion, the order for relief, or the meeting."""
    filed = asked.filed
    if period.counted_from is CaseEvent.FIRST_DATE_SET_FOR_MEETING:
        start, event = filed.meeting_on, "the first date set for the meeting of creditors"
        if start is None or (moved and start < moved.on):
            return None
    elif moved:
        start, event = moved.on, f"the order converting the case to chapter {moved.to}"
    else:
        start, event = filed.relief, "the order for relief" if filed.involuntary else "the petition"
    if start is None:
        return None
    why, cite = f"{period.days} days after {event}", answer.cites if moved else answer.cite
    cite = period.law if asked.chapter in BY_COURT else cite  # what the statute leaves to a public body, not the rule
    return asked.deadline(DeadlineKind.CLAIM, start, period.days, why, answer, cite)


def _earlier(asked: Asked, moved: Conversion) -> CaseDeadline | None:
    """Return the claim day of an earlier chapter 7 stage of a case that came back to chapter 7."""
    filed = asked.filed
    past = [one for one in filed.converted if one.on <= asked.day]
    stages = [filed.chapter, *(one.to for one in past)][:-1]
    ends = [one.on - DAY for one in past]
    found = [end for chapter, end in zip(stages, ends, strict=True) if chapter == SEVEN]
    if moved.to != SEVEN or not found:
        return None
    before = asked.on(found[-1])
    answer = before.inquiry.ask(RuleName.PROOF_OF_CLAIM_DEADLINE, _event(before))
    return _computed(before, answer) if answer else None


def _at_least(asked: Asked, computed: CaseDeadline) -> None:
    """Say that the day of a public body in a chapter in which the court sets the days is the least it has."""
    message = f"{computed.last} is {computed.why}, the least that a public body has; the court may have set a later day"
    fix = f"Be a day early: the statute says before that many days. {ASK_RULES.replace('`bar', '`government_bar')}"
    asked.tell("K773", message, "chapter", fix=fix, law=computed.cite)


def _without_assets(asked: Asked) -> bool:
    """Whether a notice says that no claim need be filed in the chapter 7 case as it stands."""
    said, moved = asked.filed.no_asset_notice_on, asked.conversion
    stands = said is not None and said <= asked.day and not (moved and said < moved.on)
    return stands and asked.chapter == SEVEN


def _missing(asked: Asked, answer: Answer | None) -> CaseDeadline | None:
    """Say why there is no day yet; for a notice of assets return the earliest day it can name."""
    filed, chapter = asked.filed, asked.chapter
    rule = answer.of(ClaimDeadline) if answer else None
    if chapter is None:
        message = "the chapter of the bankruptcy is not known, so the last day for a claim cannot be counted"
        asked.tell("K720", message, fix="Write `chapter` and `bar_date` from the court's notice.")
    elif chapter == FIFTEEN:
        message = "chapter 15 serves a proceeding abroad; a claim is usually made there, in the time that court sets"
        fix = "Ask the foreign representative named in the notice where and until when; write the day as `bar_date`."
        asked.tell("K721", message, "chapter", fix=fix)
    elif answer and rule and chapter in rule.court_sets:
        message = f"the court sets the last day for claims in chapter {chapter}, and none is on record"
        more = " A claim that the debtor listed, not as disputed, contingent or unliquidated, need not be filed."
        asked.tell("K721", message, "chapter", fix=ASK_RULES + more, law=_set_by(asked, answer) or answer.cites)
    elif _without_assets(asked):
        return _with_notice(asked)
    elif filed.relief is None:
        message = "creditors filed this petition; the days for claims begin with the court's order for relief"
        fix = "Write `order_for_relief_on` when it comes. What fell due in between ranks higher: list it apart."
        asked.tell(OPEN, message, "involuntary", fix=fix, law=GAP)
    elif answer:
        message = "the last day for claims is counted from a meeting of creditors that is not on record"
        asked.tell("K726", message, fix="Write `meeting_on`, the first date set for it, from the notice.")
    return None


def _with_notice(asked: Asked) -> CaseDeadline | None:
    """Return the cautious day after a notice of assets without its date; say what holds before such a notice."""
    filed = asked.filed
    answer = asked.inquiry.ask(RuleName.NO_ASSET_NOTICE, _event(asked))
    rule = answer.of(NoAssetNotice) if answer else None
    found = filed.asset_notice_on
    if answer and rule and found and found <= asked.day:
        message = f"the notice of {found} that there is something to share out names a last day; it is not on record"
        fix = f"Write it as `bar_date`. Until then go by {rule.notice_days} days after the notice, the least it gives."
        asked.tell("K729", message, "asset_notice_on", fix=fix, law=answer.cite)
        why = f"{rule.notice_days} days after the notice of assets, the least that such a notice gives"
        least = asked.deadline(DeadlineKind.CLAIM, found, rule.notice_days, why, answer)
        return replace(least, moved=least.last, confidence=Confidence.MEDIUM)
    message = (
        f"the notice of {filed.no_asset_notice_on} says that no claim need be filed: there is nothing to share out"
    )
    fix = "Keep every notice: one with a last day comes if that changes. A claim may be filed all the same."
    asked.tell("K724", message, "no_asset_notice_on", fix=fix, law=answer.cite if answer else "")
    return None


def _differs(asked: Asked, typed: date, key: str, computed: CaseDeadline) -> None:
    """Report that the notice and the rule name different days."""
    message = f"`{key}` says {typed}, and {computed.why} is {computed.last}"
    if computed.moved != computed.last:
        message += f" ({computed.off}), moved to {computed.moved}"
    fix = "The notice is what counts, if it was typed rightly and no later one came. Keep to the earlier day."
    asked.tell("K722", message, key, fix=fix, law=computed.cite)
