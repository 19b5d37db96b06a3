"""Papers as the journal knows them: made, with their files and fingerprints, and sent."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from kit.model.deal import Deal
from kit.model.entered import Entered
from kit.model.fields import Amount, Count, Day, Frozen, Line
from kit.model.party import Channel


class OutputFile(Frozen):
    """A file the kit wrote, and its fingerprint."""

    path: Line
    sha256: Line


class Override(Frozen):
    """A stop the user judged, and why."""

    code: Line
    because: Line


class Made(Entered):
    """A paper was made; appending this entry is what makes it so."""

    event: Literal["made"]
    document: Line
    about: Line | None = Field(None, description="What it is about where one document is made for several: an invoice.")
    step: Line | None = None
    files: tuple[OutputFile, ...]
    inputs: Line = Field(description="Fingerprint of everything the paper was made from.")
    record: Line
    supersedes: Count | None = None
    replaces: tuple[Count, ...] = Field((), description="Papers of other documents that are not to be sent beside it.")
    pay_by: Day | None = None
    total: Amount | None = None
    overrides: tuple[Override, ...] = ()
    channel: Channel | None = Field(None, description="How the step's papers are meant to travel.")
    ladder: Line | None = Field(None, description="The mark of the ladder up to this step, to see whether it changed.")
    deal: Deal | None = Field(None, description="The terms that the paper offers: a plan, a settlement, a hand-off.")

    @property
    def overtaken(self) -> tuple[int, ...]:
        """The entries of all papers in whose place this one came."""
        return self.replaces if self.supersedes is None else (self.supersedes, *self.replaces)


class Sent(Entered):
    """A paper left the house."""

    event: Literal["sent"]
    made: Count | None = Field(None, description="The `made` entry that went out.")
    document: Line | None = None
    step: Line | None = None
    channel: Channel = Channel.MAIL
    to: Line | None = None
    certified: Line | None = Field(None, description="The tracking number of certified mail.")
    enclosed: tuple[Count, ...] = Field((), description="The `made` entries of papers that went with it.")

    @property
    def papers(self) -> tuple[int, ...]:
        """The entries of all papers that went out."""
        return self.enclosed if self.made is None else (self.made, *self.enclosed)
