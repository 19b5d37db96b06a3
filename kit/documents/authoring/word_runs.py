"""The words of a paragraph as Word's runs, each tag whole in one run so that Word does not tear it."""

from __future__ import annotations

from collections.abc import Iterator

from kit.documents.authoring.ooxml import HAIR, INK, Element, W, run, w
from kit.documents.authoring.tree import Blank, Break, Emphasis, Nodes, Repeat, Rule, Strong, Text, When


def runs(nodes: Nodes, *, bold: bool = False, italic: bool = False) -> list[Element]:
    """Return the runs of a paragraph."""
    return list(_runs(nodes, bold, italic))


def bands(nodes: Nodes) -> list[Element]:
    """Return the runs of a chart's cell: what is bold lies on a dark band, what is italic on a light one."""
    made = runs(nodes)
    for one in made:
        settings = one.find(f"{{{W}}}rPr")
        if settings is not None:
            dark = settings.find(f"{{{W}}}b") is not None
            color, fill = ("FFFFFF", INK) if dark else ("000000", HAIR)
            settings[:] = [w("color", val=color), w("shd", val="clear", color="auto", fill=fill)]
    return made


def _runs(nodes: Nodes, bold: bool, italic: bool) -> Iterator[Element]:
    for node in nodes:
        match node:
            case Text(text):
                yield run(text, bold=bold, italic=italic)
            case Blank(path):
                yield run(f"{{{{ {path} }}}}", bold=bold, italic=italic)
            case Strong(parts):
                yield from _runs(parts, True, italic)
            case Emphasis(parts):
                yield from _runs(parts, bold, True)
            case Break():
                yield w("r", w("br"))
            case Rule():
                yield w("r", w("tab"))
            case When(path, absent, then, otherwise):
                yield run(f"{{% if {'not ' if absent else ''}{path} %}}", bold=bold, italic=italic)
                yield from _runs(then, bold, italic)
                yield from (
                    [run("{% else %}", bold=bold, italic=italic), *_runs(otherwise, bold, italic)] if otherwise else []
                )
                yield run("{% endif %}", bold=bold, italic=italic)
            case Repeat(name, path, inner):
                yield run(f"{{% for {name} in {path} %}}", bold=bold, italic=italic)
                yield from _runs(inner, bold, italic)
                yield run("{% endfor %}", bold=bold, italic=italic)
