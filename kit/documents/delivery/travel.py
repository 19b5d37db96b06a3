"""What goes beside a paper for the way it travels: a draft of an email, or an envelope.

Commands that make no paper pass through here too, so what writes words is loaded only where it is used.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kit.documents.draft import Paper
from kit.documents.glyphs import house_folder
from kit.facts import Facts
from kit.findings import Finding, note
from kit.model.document import DocumentKind
from kit.model.party import Channel

EMAIL, ENVELOPE = ".eml", ".envelope.pdf"
ELSEWHERE = (DocumentKind.INTERNAL, DocumentKind.BANKRUPTCY, DocumentKind.HANDOFF)  # not to the debtor


def travel_files(
    facts: Facts, paper: Paper, channel: Channel, *, enclosed: Iterable[Paper] = (), own: Path | None = None
) -> tuple[dict[str, bytes], tuple[Finding, ...]]:
    """Return the files beside ``paper`` by their endings, and what has to be known before it goes out.

    ``enclosed`` are papers that go with it, ``own`` is the user's folder of templates. A paper for the house alone
    goes nowhere, one for a court or an official not to the debtor; nothing is made for hand, portal, telephone or
    text. Raises `InvalidFile` for the words of an email with faults, `KitError` for a character that cannot be
    printed.
    """
    if paper.template.document.kind in ELSEWHERE:
        return {}, ()
    if channel is Channel.MAIL:
        from kit.documents.delivery.envelope import envelope  # noqa: PLC0415 - heavy

        made, findings = envelope(facts)
        return ({ENVELOPE: made} if made else {}), findings
    if channel is Channel.EMAIL:
        return _email(facts, (paper, *enclosed), own)
    return {}, ()


def travel_sources(facts: Facts, paper: Paper, channel: Channel, own: Path | None = None) -> dict[str, Path]:
    """Return the files that decide what `travel_files` makes, by the names the user knows them by, for the record."""
    if paper.template.document.kind in ELSEWHERE:
        return {}
    if channel is Channel.MAIL:
        return {"envelope.typ": house_folder() / "envelope.typ"}
    return _email_words(facts, paper, own) if channel is Channel.EMAIL else {}


def _email_words(facts: Facts, paper: Paper, own: Path | None) -> dict[str, Path]:
    from kit.documents.delivery.email import words_of  # noqa: PLC0415 - heavy
    from kit.documents.delivery.mailbox import mailbox  # noqa: PLC0415 - heavy

    to, _ = mailbox(facts)
    if to is None:
        return {}
    words = words_of(paper, to, own)
    return {f"emails/{words.name}": words}


def _email(facts: Facts, papers: tuple[Paper, ...], own: Path | None) -> tuple[dict[str, bytes], tuple[Finding, ...]]:
    bare = [paper.template.document.title for paper in papers if paper.pdf is None]
    if bare:
        message = f"there is no PDF of {', '.join(bare)} to attach, so no email was drafted"
        return {}, (note("K465", message, fix="Get the PDF first, then attach it to a message of your own."),)
    from kit.documents.delivery.email import attached, email_draft  # noqa: PLC0415 - heavy

    made, findings = email_draft(facts, papers[0], attached(facts, papers), own)
    return ({EMAIL: made} if made else {}), findings
