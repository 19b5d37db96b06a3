"""What the user asked for besides the case: which paper, of what, until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kit.documents.contexts.packet_forms import PacketForm
from kit.model.deal import Deal
from kit.model.party import Channel


@dataclass(frozen=True, slots=True)
class Request:
    """One paper to be made."""

    document: str
    step: str = ""
    invoice: str = ""
    payment: str = ""  # which one a receipt is for
    change: str = ""  # which change order
    credit: str = ""  # which one a credit memo is for
    guarantor: str = ""  # to whom a letter to a guarantor goes
    pay_by: date | None = None
    tone: str = ""  # of the words: `firm` for `en.firm.md`
    channel: Channel | None = None  # how it is to travel
    instalments: int = 0  # of a plan; 0: as usual
    first_on: date | None = None  # the day of its first instalment
    deal: Deal | None = None  # the terms that the paper offers or is about
    ladder: str = ""  # mark of the ladder up to the step that this is
    forms: tuple[PacketForm, ...] = ()  # the court's forms of the packet that this paper belongs to

    @property
    def about(self) -> str:
        """What the paper is about, where one document is made for several of a case."""
        return self.invoice or self.payment or self.change or self.credit or self.guarantor
