"""The kit's own pages of a packet, drawn up from the facts like every other paper."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from kit import pipeline
from kit.documents.contexts.packet_forms import PacketForm
from kit.documents.contexts.request import Request
from kit.documents.packet.part import Part
from kit.documents.sources import template_files
from kit.facts import Facts
from kit.filing.look import Prospect
from kit.findings import Finding, KitError
from kit.model.document import Template


@dataclass(frozen=True, slots=True)
class Drawn:
    """One paper as PDF, what it was made from, and what was met on the way."""

    template: Template
    pdf: bytes = field(repr=False)
    docx: bytes = field(repr=False)
    sources: tuple[tuple[str, Path], ...]
    findings: tuple[Finding, ...] = ()

    def part(self, *, private: bool = False, served: bool = True, expects: tuple[str, ...] = ()) -> Part:
        """Return it as a part of the packet; a private one is the user's alone."""
        name = self.template.document.id.rsplit("/", 1)[-1]
        title = self.template.document.title
        return Part(name, title, self.pdf, private=private, served=served, expects=expects)


def draw(prospect: Prospect, document: str, forms: tuple[PacketForm, ...] = ()) -> Drawn:
    """Return the paper ``document`` of a packet with the court's ``forms``, as of the day of ``prospect``.

    Raises `KitError` where no PDF can be made of it.
    """
    request = Request(document, forms=forms)
    template = pipeline.sound_template(prospect.loaded, request)
    paper = pipeline.draft(prospect.facts, request, template)
    if paper.pdf is None:
        said = "; ".join(one.message for one in paper.findings)
        raise KitError(f"{document} of your own templates cannot be bound into the packet: {said}")
    return Drawn(template, paper.pdf, paper.docx, tuple(template_files(template).items()), paper.findings)


def parties(facts: Facts) -> tuple[str, ...]:
    """Return the names that every paper for the court must show whole."""
    case = facts.case
    sued = (one.name for one in case.guarantors if one.sue)
    return tuple(name for name in (case.creditor.name if case.creditor else "", case.debtor.name, *sued) if name)
