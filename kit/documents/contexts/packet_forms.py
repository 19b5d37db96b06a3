"""The court's forms of a packet, as the papers around them speak of them."""

from __future__ import annotations

from dataclasses import dataclass

from kit.model.form import Use


@dataclass(frozen=True, slots=True)
class PacketForm:
    """A form that this claim needs: filled in the packet, or missing for want of its blank."""

    id: str
    number: str
    title: str
    use: Use
    here: bool
    claim: bool = False  # the claim itself
    asks: tuple[str, ...] = ()  # what the case does not say and a person writes by hand

    @property
    def name(self) -> str:
        """Number and title."""
        return f"{self.number}, {self.title}"
