"""Fill a docx template.

`load` takes a template apart once; `CompiledDocx.render` then makes each document
in about a millisecond, byte for byte the parts that docxtpl makes, except for the
properties, which are written here. The same template and context always give the
same bytes.

A template may hold a place for the creditor's logo: a picture whose drawing is named
``kit-logo``; `kit.documents.docx_logo` says what becomes of it.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import TemplateError, UndefinedError

from kit.documents.docx_blanks import Unprintable, blanks_of, prepared, refuse_characters
from kit.documents.docx_compile import CompiledPart
from kit.documents.docx_logo import NAME, place_logo
from kit.documents.docx_names import near, paths_in
from kit.documents.docx_properties import DocxProperties, core_xml
from kit.documents.docx_sandbox import environment
from kit.documents.docx_source import opened, reading, sources
from kit.documents.docx_zip import STORED, Entry, Package, entry, file_bytes, parts_of
from kit.findings import KitError

__all__ = ["CompiledDocx", "DocxProperties", "blanks_of", "load"]

_KEPT = 64  # templates; a firm uses a dozen
_SMALLEST = 9  # zlib's level for what is packed once
_CORE = re.compile(rb'<Relationship\b[^>]*?/metadata/core-properties"[^>]*?>')
_TARGET = re.compile(rb'Target="/?([^"]+)"')


def load(template: Path | bytes, *, logo: bytes | None = None) -> CompiledDocx:
    """Return ``template`` compiled, with ``logo`` (PNG or JPEG) in the places made for one.

    A file is compiled once and again only when it changes. Raises `InvalidFile`
    (K301) for what is no docx, `KitError` for a tag that cannot be read or a logo
    that is no picture.
    """
    if isinstance(template, bytes):
        return _compiled_bytes(hashlib.sha256(template).digest(), _Held(template), logo)
    try:
        stat = template.stat()
    except OSError as err:
        raise KitError(f"{template} cannot be read: {err.strerror or err}") from err
    return _compiled_file(template, (stat.st_dev, stat.st_ino, stat.st_mtime_ns, stat.st_size), logo)


class _Held:
    """Bytes that a cache passes on without hashing them again; the digest beside them is the key."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held)

    def __hash__(self) -> int:
        return 0


@lru_cache(_KEPT)
def _compiled_bytes(_digest: bytes, held: _Held, logo: bytes | None) -> CompiledDocx:
    return CompiledDocx(held.content, "the template", logo)


@lru_cache(_KEPT)
def _compiled_file(path: Path, _changed: tuple[int, ...], logo: bytes | None) -> CompiledDocx:
    return CompiledDocx(file_bytes(path), path.name, logo)


class CompiledDocx:
    """A template ready to be filled any number of times; nothing in it changes."""

    __slots__ = ("_core", "_package", "_parts", "content", "logo_places", "name", "names")

    def __init__(self, content: bytes, name: str, logo: bytes | None = None) -> None:
        self.name = name
        self.content, self.logo_places = _with_logo(content, name, logo)  # 0 places: a logo has nowhere to go
        engine = opened(self.content, name)
        found = [CompiledPart(source, name) for source in sources(engine, name)]
        self.names = frozenset().union(*(part.names for part in found))
        constant = {part.source.part: part.render(prepared({})) for part in found if part.constant}
        self._parts = tuple(part for part in found if not part.constant)
        with reading(name):
            engine.docx.core_properties  # noqa: B018 - makes the part where a template has none
            skeleton = parts_of(_saved(engine), name) | constant
        self._core = _core_part(skeleton)
        filled = {self._core, *(part.source.part for part in self._parts)}
        self._package = Package(entry(part, data, _SMALLEST) for part, data in skeleton.items() if part not in filled)

    def render(
        self,
        context: Mapping[str, object],
        *,
        properties: DocxProperties | None = None,
        engine: Any = None,
    ) -> bytes:
        """Return the docx filled from ``context``: texts, yes or no, and rows (mappings or dataclasses).

        A picture or subdocument in ``context``, or an ``engine`` from `docxtpl` that
        was given pictures or links, sends this one document through docxtpl itself.
        Raises `KitError` when a blank has no value, holds something else than
        finished text, or a character that no document can show.
        """
        blanks = prepared(context)
        properties = properties or DocxProperties()
        for blank, text in (
            ("title", properties.title),
            ("author", properties.author),
            ("subject", properties.subject),
        ):
            refuse_characters(blank, text)
        core = entry(self._core, core_xml(properties).encode(), level=STORED)
        try:
            if engine is not None or blanks.package:
                return self._by_docxtpl(blanks.values, engine or _engine_in(blanks.values), core)
            filled = [part.entry(blanks) for part in self._parts]
        except UndefinedError as err:
            raise KitError(self._missing(blanks.values, str(err))) from err
        except Unprintable as err:
            raise Unprintable(f"{self.name}: {err}") from err
        except (TemplateError, TypeError) as err:
            raise KitError(f"{self.name}: a tag asks for something that its blanks cannot do ({err})") from err
        filled.append(core)
        return self._package.with_parts(filled)

    def docxtpl(self) -> Any:
        """Return docxtpl's own object for this template, for `InlineImage`, subdocuments, `replace_pic` and links."""
        return opened(self.content, self.name)

    def _by_docxtpl(self, values: dict[str, object], engine: Any, core: Entry) -> bytes:
        engine.render(values, environment(), autoescape=True)
        parts = parts_of(_saved(engine), self.name)
        rest = (entry(name, data) for name, data in parts.items() if name != self._core)
        return Package().with_parts([*rest, core])

    def _missing(self, values: dict[str, object], reason: str) -> str:
        """Say every blank that has no value, with those spelt much like it."""
        there = paths_in(values)
        empty_rows = tuple(f"{name}[]" for name, value in values.items() if value == [])
        absent = sorted(
            path
            for path in self.names
            if path not in there
            and not path.startswith(empty_rows)
            and not any(p.startswith(f"{path}.") for p in there)
        )
        said = []
        for path in absent:
            close = near(path, there - self.names)
            said.append(f"`{path}`" + (f" (there is `{'`, `'.join(close)}`)" if close else ""))
        what = "the blank " if len(said) == 1 else "the blanks "
        return (
            f"{self.name} prints {what}{', '.join(said)}, which the document does not fill"
            if said
            else f"{self.name}: {reason}"
        )


def _with_logo(content: bytes, name: str, logo: bytes | None) -> tuple[bytes, int]:
    if not any(NAME.encode() in part for part in parts_of(content, name).values()):
        return content, 0
    engine = opened(content, name)
    with reading(name):
        places = place_logo(engine.docx, logo)
        return (_saved(engine) if places else content), places


def _saved(engine: Any) -> bytes:
    out = io.BytesIO()
    engine.save(out) if engine.is_rendered else engine.docx.save(out)
    return out.getvalue()


def _core_part(parts: Mapping[str, bytes]) -> str:
    relation = _CORE.search(parts["_rels/.rels"])
    target = _TARGET.search(relation[0]) if relation else None
    return target[1].decode() if target else "docProps/core.xml"


def _engine_in(value: object) -> Any:
    """Return the docxtpl object that the first picture or subdocument in ``value`` was made for."""
    if isinstance(value, (dict, list)):
        found = (_engine_in(inner) for inner in (value.values() if isinstance(value, dict) else value))
        return next((engine for engine in found if engine is not None), None)
    return getattr(value, "tpl", None)
