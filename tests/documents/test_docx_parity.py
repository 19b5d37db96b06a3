"""Every part but the properties is byte for byte what docxtpl makes."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path

import pytest
from docx_cases import contexts, only_tested
from docx_samples import SAMPLES, picture
from docxtpl import DocxTemplate, Listing, RichText
from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from kit.documents.docx import load
from kit.documents.docx_source import opened, sources
from kit.paths import data_folder

REAL = sorted(data_folder("templates").rglob("*.docx"))
COUNT = 60


class Reference(DocxTemplate):
    """docxtpl itself, remembering how it cleaned and compiled a part so that the tests do not take minutes."""

    patch_xml = cache(DocxTemplate.patch_xml)

    def __hash__(self) -> int:
        return 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Reference)


class Kept(ImmutableSandboxedEnvironment):
    """Jinja as strict as ours, compiling each text once."""

    from_string = cache(ImmutableSandboxedEnvironment.from_string)


ENVIRONMENT = Kept(undefined=StrictUndefined, autoescape=True)


def by_docxtpl(template: bytes, context: dict[str, object]) -> bytes:
    """Return what docxtpl makes of ``template``."""
    engine = Reference(io.BytesIO(template))
    engine.render(context, ENVIRONMENT, autoescape=True)
    out = io.BytesIO()
    engine.save(out)
    return out.getvalue()


def parts(docx: bytes) -> dict[str, bytes]:
    """Return the parts of ``docx`` but its properties."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist() if name != "docProps/core.xml"}


def compared(template: bytes, *, count: int = COUNT) -> None:
    """Compare the kit and docxtpl over ``count`` contexts."""
    compiled = load(template)
    yes_no = frozenset().union(*(only_tested(source.text) for source in sources(opened(template, "sample"), "sample")))
    for context in contexts(compiled.names, yes_no, count):
        if any(path.startswith("width") for path in compiled.names):
            context["width"] = str(len(context["note"]) % 3 + 1)
        assert parts(compiled.render(context)) == parts(by_docxtpl(compiled.content, context))


@pytest.mark.parametrize("sample", [name for name in SAMPLES if name != "rich"])
def test_samples(sample):
    """Whatever people and Word do to a template, the document is the one docxtpl would have made."""
    compared(SAMPLES[sample]())


@pytest.mark.parametrize("template", REAL, ids=lambda path: path.relative_to(data_folder("templates")).as_posix())
def test_the_kits_own(template: Path):
    """Each template of the kit gives what docxtpl gives."""
    compared(template.read_bytes())


@pytest.mark.parametrize("sample", ["letter", "letterhead"])
def test_with_a_logo(sample):
    """With a logo the comparison is with docxtpl on the template that holds it."""
    compiled = load(SAMPLES[sample](), logo=picture(100, 30))
    for context in contexts(compiled.names, frozenset({"mediation"}), 5):
        assert parts(compiled.render(context)) == parts(by_docxtpl(compiled.content, context))


@pytest.mark.parametrize("note", ["", "plain", "Smith & Sons <x> 'y' \"z\"", "two\nlines", "tab\there"])
def test_rich_text(note):
    """Rich text, listings, literal braces, comments and tags that join paragraphs come out as docxtpl has them."""
    rich = RichText("bold & <b>", bold=True)
    rich.add(" and a break\nafter", italic=True)
    context = {"styled": rich, "note": note, "listing": Listing("a\nb\ac\fd & e")}
    template = SAMPLES["rich"]()

    assert parts(load(template).render(context)) == parts(by_docxtpl(template, context))
