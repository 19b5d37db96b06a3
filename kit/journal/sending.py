"""Which paper went out: found by its step, its document or its number, never guessed among several."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kit.findings import KitError
from kit.journal.fold import superseded
from kit.model.case import Case
from kit.model.document_ids import CLAIM_ATTACHMENT, INTERNAL, ITEMISED_STATEMENT, PROOF_OF_CLAIM, short_id
from kit.model.paper_event import Made, Sent


def paper_sent(case: Case, *, number: int | None, step: str | None, document: str | None, again: bool) -> Made:
    """Return the paper meant by what was said of it; raises `KitError` where none or several are.

    Without ``again`` only papers count that have not gone out yet.
    """
    if number is not None:
        found = next((paper for paper in case.made if paper.n == number), None)
        if found is None:
            raise KitError(f"entry {number} is not a paper that was made. {_known(case.made)}")
        return found
    old = superseded(case.made)
    meant = [paper for paper in case.made if paper.n not in old and _is(paper, step, document) and _leaves(paper)]
    gone = gone_out(case)
    left = [paper for paper in meant if paper.n not in gone]
    if len(left) == 1 or (left and len({paper.step for paper in left}) == 1 and left[0].step):
        return left[0]  # of one step: its letter, the others go with it
    if left:
        raise KitError(f"{len(left)} papers have not gone out; say which with --made. {_known(left)}")
    if not meant:
        said = step or document
        what = f"no paper of `{said}` was made" if said else "no paper was made"
        raise KitError(f"{what}; if one of your own went out, add --own. {_known(case.made)}")
    if again:
        return meant[-1]
    last = next((sent for sent in reversed(case.sent) if meant[-1].n in sent.papers), None)
    path = meant[-1].files[0].path if meant[-1].files else meant[-1].document
    if last is None:
        raise KitError(f"{path} was signed, so it went out before; to record the day, add --again with --on DAY")
    raise KitError(
        f"{path} went out on {last.on} (entry {last.n}) and nothing goes out twice; if it did go out again, add --again"
    )


def gone_out(case: Case) -> frozenset[int]:
    """Return the entries of the papers that went out, by themselves or with another, or that both sides signed."""
    signed = {one.made for one in case.signed if one.made is not None}
    return frozenset(number for sent in case.sent for number in sent.papers) | signed


def claim_sent(case: Case, since: date) -> Sent | None:
    """Return the last sending of a proof of claim since a day, on the form, on the sheet, or of the user's own."""
    claims = {one.n for one in case.made if one.document in (PROOF_OF_CLAIM, CLAIM_ATTACHMENT)}
    own = (PROOF_OF_CLAIM, short_id(PROOF_OF_CLAIM))
    sent = [one for one in case.sent if one.on >= since and (claims & set(one.papers) or one.document in own)]
    return sent[-1] if sent else None


def claim_on_file(case: Case) -> tuple[Made, ...]:
    """Return the papers of claims that were filed, oldest first: made before a filing was recorded, or by its day."""
    filed = case.bankruptcy.claims if case.bankruptcy else ()
    told = {one.claim_on: one.n for one in case.news if one.claim_on}
    ours = (one for one in case.made if one.document in (PROOF_OF_CLAIM, CLAIM_ATTACHMENT, ITEMISED_STATEMENT))
    return tuple(one for one in ours if any(_filed_by(one, claim.on, told.get(claim.on)) for claim in filed))


def _filed_by(paper: Made, on: date, entry: int | None) -> bool:
    return paper.on <= on and (entry is None or paper.n < entry)


def enclosed_with(case: Case, letter: Made) -> tuple[int, ...]:
    """Return the entries of the papers made for the same step on the same day, which travel with ``letter``."""
    old, gone = superseded(case.made), gone_out(case)
    if letter.step is None:
        return ()
    beside = (one for one in case.made if (one.step, one.on) == (letter.step, letter.on) and one.n != letter.n)
    return tuple(one.n for one in beside if one.n not in old and one.n not in gone and _leaves(one))


def _leaves(paper: Made) -> bool:
    return not paper.document.startswith(INTERNAL)


def _is(paper: Made, step: str | None, document: str | None) -> bool:
    if step is not None and paper.step != step:
        return False
    return document is None or document in (paper.document, paper.document.rsplit("/", 1)[-1])


def _known(papers: Sequence[Made]) -> str:
    if not papers:
        return "Nothing was made so far."
    said = (f"{paper.n}: {paper.files[0].path if paper.files else paper.document}" for paper in papers[-8:])
    return f"There are entries {', '.join(said)}."
