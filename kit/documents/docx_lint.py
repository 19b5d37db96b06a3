"""Check a user's own docx before it is used as a template.

K301  no docx, locked, damaged, too large, or made to fill the disk
K302  a tag that cannot be read
K303  a blank that the document does not have
K304  a tag that does more than print a blank, test for one, or repeat rows
K305  an if or a loop that is not closed, or closes somewhere else than it opened
K306  a tag where none is filled in: endnotes, comments, the file's properties
K307  changes still tracked (a note)
K308  a blank that is printed where Word shows no text, or that is no text
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from jinja2 import TemplateSyntaxError, nodes

from kit.documents.docx_names import blank_paths, known, logic_in, names_in, near, parse, uses_in, yes_no_paths
from kit.documents.docx_source import Source, opened, sources, unbalanced
from kit.documents.docx_trial import tried
from kit.documents.docx_zip import file_bytes, parts_of
from kit.findings import Finding, InvalidFile, KitError, Place, error, note

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_BLOCK = re.compile(r"\{%-?\s*(\w+)")
_UNFILLED = {
    "word/endnotes.xml": "the endnotes",
    "word/comments.xml": "a comment",
    "docProps/core.xml": "the file's properties",
    "docProps/app.xml": "the file's properties",
    "docProps/custom.xml": "the file's properties",
}
_TRACKED = re.compile(rb"<w:(?:trackRevisions(?: w:val=\"(?:1|true|on)\")?\s*/>|(?:ins|del|moveFrom|moveTo) )")
_LONGEST = 120  # characters of a paragraph that a finding quotes


def lint(template: Path, blanks: type | frozenset[str]) -> tuple[Finding, ...]:
    """Return everything wrong or worth knowing in ``template``.

    ``blanks`` is the document's context class, or the paths it fills
    (`kit.documents.docx_names`).
    """
    name = str(template)
    paths = blanks if isinstance(blanks, frozenset) else blank_paths(blanks)
    try:
        content = file_bytes(template)
        parts = parts_of(content, name)
        found = sources(opened(content, name), name)
    except InvalidFile as err:
        return err.findings
    except KitError as err:
        return (error("K301", str(err), Place(name)),)
    findings = [finding for source in found for finding in _in_part(source, paths, Place(name))]
    findings += _unfilled(parts, Place(name))
    if not findings:
        yes_no = frozenset() if isinstance(blanks, frozenset) else yes_no_paths(blanks)
        findings += tried(content, name, paths, yes_no)
    if any(_TRACKED.search(parts.get(part, b"")) for part in (*(source.part for source in found), "word/settings.xml")):
        fix = "accept or reject all changes in Word and switch tracking off"
        findings.append(
            note(
                "K307", f"{name} still tracks changes, so deleted words and their tags are in it", Place(name), fix=fix
            )
        )
    return tuple(dict.fromkeys(findings))


def blanks(template: Path) -> frozenset[str]:
    """Return the path of every blank in ``template``; raises `KitError` when it cannot be read."""
    content = file_bytes(template)
    return frozenset().union(
        *(names_in(_parsed(source, template.name)) for source in sources(opened(content, template.name), template.name))
    )


def _parsed(source: Source, name: str) -> nodes.Template:
    try:
        return parse(source.lines)
    except TemplateSyntaxError as err:
        near_it = source.words_near(unbalanced(source.lines) or err.lineno)
        raise KitError(f"{name}: a tag in {source.part} cannot be read ({err.message}), near “{near_it}”") from err


def _in_part(source: Source, paths: frozenset[str], place: Place) -> Iterator[Finding]:
    try:
        tree = parse(source.lines)
    except TemplateSyntaxError as err:
        yield from _unreadable(source, err, place)
        return
    for path, line in dict.fromkeys(uses_in(tree)):
        if not known(path, paths):
            close = near(path, paths)
            fix = (
                f"there is `{'`, `'.join(close)}`"
                if close
                else "take the tag out, or see which blanks there are in the shipped template"
            )
            yield error("K303", f"this document has no blank `{path}`, in “{_quoted(source, line)}”", place, fix=fix)
    for what, line in dict.fromkeys(logic_in(tree)):
        fix = "let the tag name the blank alone; what is computed or formatted arrives finished"
        yield error("K304", f"a tag holds {what}, in “{_quoted(source, line)}”", place, fix=fix)


def _unreadable(source: Source, err: TemplateSyntaxError, place: Place) -> Iterator[Finding]:
    wrong = False
    for tag in _TAG.finditer(source.lines):
        reason = _reason(tag[0])
        if reason:
            wrong = True
            line = source.lines.count("\n", 0, tag.start()) + 1
            fix = "type the tag again without a break, as {{ name }} or {%p if name %}"
            yield error(
                "K302",
                f"the tag {_plain(tag[0])} cannot be read ({reason}), in “{_quoted(source, line)}”",
                place,
                fix=fix,
            )
    line = unbalanced(source.lines)
    if line:
        fix = "give each {% if %} its {% endif %} and each {% for %} its {% endfor %}"
        yield error("K305", f"an if or a loop has no other end, in “{_quoted(source, line)}”", place, fix=fix)
    elif not wrong:
        yield error("K302", f"a tag cannot be read ({err.message}), in “{_quoted(source, err.lineno)}”", place)


def _reason(tag: str) -> str:
    block = _BLOCK.match(tag)
    word = block[1] if block else ""
    if word in {"endif", "endfor"}:
        return ""
    whole = {"if": f"{tag}{{% endif %}}", "for": f"{tag}{{% endfor %}}", "elif": f"{{% if x %}}{tag}{{% endif %}}"}.get(
        word, tag
    )
    if word == "else":
        whole = f"{{% if x %}}{tag}{{% endif %}}"
    try:
        parse(whole)
    except TemplateSyntaxError as err:
        return err.message or "it is no tag"
    return ""


def _quoted(source: Source, line: int) -> str:
    words = source.words_near(line, around=0)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def _plain(tag: str) -> str:
    return re.sub(r"<[^>]*>|\n", "", tag)


def _unfilled(parts: dict[str, bytes], place: Place) -> Iterator[Finding]:
    for part, where in _UNFILLED.items():
        words = re.sub(r"<[^>]*>", "", parts.get(part, b"").decode("utf-8", "replace"))
        tag = _TAG.search(words)
        if tag:
            yield error(
                "K306",
                f"{tag[0]} stands in {where}, where nothing is filled in",
                place,
                fix="move the tag into the text, or delete it",
            )
