"""What a document is: its folder's `document.yaml`."""

from __future__ import annotations

from enum import StrEnum

from kit.model.fields import Flag, Frozen, Line


class DocumentKind(StrEnum):
    """What the paper does; the bankruptcy stay and the court rules ask."""

    AGREEMENT = "agreement"  # offered to be signed
    COLLECTION = "collection"  # asks for money, however politely
    REPLY = "reply"  # answers what the debtor said or did; waits for no promise and no hold
    COURT = "court"
    BANKRUPTCY = "bankruptcy"
    HANDOFF = "handoff"  # goes to the lawyer, agency or factor who takes the claim in hand
    INTERNAL = "internal"  # stays in the house

    @property
    def collects(self) -> bool:
        """Whether 11 U.S.C. § 362(a) forbids it once the debtor has filed."""
        return self in (DocumentKind.COLLECTION, DocumentKind.REPLY, DocumentKind.COURT)


class Document(Frozen):
    """One kind of paper the kit can make."""

    id: Line
    title: Line
    kind: DocumentKind
    context: Line
    forum: Line = "any"
    signed: Flag = False


class Template(Frozen):
    """A document in one tone of words, and where its files are."""

    document: Document
    folder: str
    tone: str = ""
    own: bool = False  # the user's own, not the kit's

    @property
    def stem(self) -> str:
        """The file name without its ending: `en`, or `en.firm`."""
        return f"en.{self.tone}" if self.tone else "en"
