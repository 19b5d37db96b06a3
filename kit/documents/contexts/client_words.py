"""How a paper says what a client is in law."""

from __future__ import annotations

from kit.model.party import Party, PartyKind

KINDS = {
    PartyKind.SOLE_PROPRIETOR: "sole proprietor",
    PartyKind.LLC: "limited liability company",
    PartyKind.GOVERNMENT: "government body",
    PartyKind.NONPROFIT: "nonprofit organization",
}


def kind_words(party: Party) -> str:
    """Return what ``party`` is: `limited liability company`."""
    return KINDS.get(party.kind, party.kind.value)
