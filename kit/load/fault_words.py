"""Pydantic's faults in the user's words.

Every kind of fault has a sentence here; one that pydantic may grow later still
gets a plain one, never its own words.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kit.findings import Finding, error
from kit.load.known_keys import advice, keys_of, models_at, tags_of
from kit.load.tree import Key, Tree
from kit.model.slips import short

_GROUPS = ("model_type", "model_attributes_type", "dict_type", "mapping_type", "dataclass_type")
_LISTS = ("tuple_type", "list_type", "set_type", "frozen_set_type", "iterable_type")
_WORDS = ("enum", "literal_error")
_COMPARED = {"ge": "at least", "gt": "more than", "le": "at most", "lt": "less than", "multiple_of": "a multiple of"}
_EXPECTED = (  # how a kind of fault starts, what was wanted, an example
    ("date", "a day", "2026-03-01"),
    ("time", "a time of day", "14:30"),
    ("decimal", "a number", "1234.50"),
    ("float", "a number", "1234.50"),
    ("int", "a whole number", "30"),
    ("bool", "yes or no", "yes"),
    ("url", "a web address", "https://example.com"),
    ("string", "text", ""),
    ("none", "nothing", ""),
)
_NAMED = 6  # keys named as an example


@dataclass(frozen=True, slots=True, eq=False)
class Fault:
    """One fault as pydantic found it, at its path in the file."""

    kind: str
    loc: tuple[Key, ...]
    input: Any
    ctx: dict[str, Any]
    message: str
    branch: tuple[int, Key] | None  # the depth and name of the kind that was tried, where several were


def describe(fault: Fault, tree: Tree, model: Any) -> Finding:
    """Return ``fault`` as a finding in ``tree``, which was read as ``model``."""
    if fault.kind == "kit":
        return _said(fault, tree, fault.ctx["code"], fault.ctx["sentence"], fault.ctx["fix"])
    for kinds, say in _DESCRIBED:
        if fault.kind in kinds:
            return say(fault, tree, model)
    return _value(fault, tree)


def missing(loc: tuple[Key, ...], tree: Tree, fix: str = "") -> Finding:
    """Return the finding that a needed key is absent, or has nothing after it."""
    if tree.names(*loc):
        return error("K020", f"`{spoken(loc)}` is empty", tree.key_place(*loc), fix=fix or "Fill it in.")
    return error("K020", f"`{spoken(loc)}` is missing", tree.key_place(*loc[:-1]), fix=fix or f"Add `{loc[-1]}:`.")


def unknown(loc: tuple[Key, ...], tree: Tree, model: Any) -> Finding:
    """Return the finding that a key is not read where it stands; the end of an unquoted 6,000.00 looks like one."""
    if re.fullmatch(r"\d+(\.\d+)?", str(loc[-1])):
        message = f"{spoken(loc[:-1])}: a comma inside braces ends the value, so an amount was read in two"
        return error("K031", message, tree.key_place(*loc), fix='Put quotes around the amount: "6,000.00".')
    sentence = f"`{short(spoken(loc))}` is not a key that is read here"
    return error("K031", sentence, tree.key_place(*loc), fix=advice(model, loc, tree.data))


def spoken(loc: tuple[Key, ...]) -> str:
    """Return a path as a person says it: items of a list are counted from 1."""
    text = ""
    for step in loc:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def _said(fault: Fault, tree: Tree, code: str, sentence: str, fix: str) -> Finding:
    name = spoken(fault.loc)
    return error(code, f"{name}: {sentence}" if name else sentence, tree.place(*fault.loc), fix=fix)


def _what(value: Any) -> str:
    if isinstance(value, dict):
        return "a group of keys"
    if isinstance(value, list | tuple):
        return "a list"
    return "nothing" if value is None else f"`{short(str(value))}`"


def _wrong_word(fault: Fault, tree: Tree, _model: Any) -> Finding:
    return _not_a_word(fault, tree, re.findall(r"'([^']*)'", str(fault.ctx.get("expected", ""))))


def _no_group(fault: Fault, tree: Tree, model: Any) -> Finding:
    sentence = f"{_what(fault.input)} stands where a group of keys was expected"
    return _said(fault, tree, "K033", sentence, _keys_fix(fault, tree, model))


def _no_list(fault: Fault, tree: Tree, model: Any) -> Finding:
    groups = bool(models_at(model, (*fault.loc, 0), tree.data))
    sentence = f"{_what(fault.input)} stands where a list was expected"
    return _said(fault, tree, "K033", sentence, _list_fix(fault, groups=groups))


def _not_a_word(fault: Fault, tree: Tree, words: list[str]) -> Finding:
    listed = ", ".join(words[:-1]) + f" or {words[-1]}" if len(words) > 1 else "".join(words)
    if not isinstance(fault.input, str):
        return _said(
            fault, tree, "K032", f"{_what(fault.input)} stands where one word was expected", f"Write {listed}."
        )
    slug = re.sub(r"[\s_-]+", "-", fault.input.strip().lower())
    near = difflib.get_close_matches(slug, [word.replace("_", "-") for word in words], 1, 0.6)
    hint = f"Did you mean `{near[0] if near[0] in words else near[0].replace('-', '_')}`? " if near else ""
    return _said(
        fault, tree, "K032", f"`{short(fault.input)}` is not one of the words read here", f"{hint}Write {listed}."
    )


def _tag(fault: Fault, tree: Tree, model: Any) -> Finding:
    key = str(fault.ctx.get("discriminator", "")).strip("'")
    loc = (*fault.loc, key)
    words = re.findall(r"'([^']*)'", str(fault.ctx.get("expected_tags", ""))) or tags_of(
        model, fault.loc, tree.data, key
    )
    if fault.kind == "union_tag_not_found":
        return missing(loc, tree, f"Add `{key}:` with {', '.join(words[:-1])} or {words[-1]}.")
    return _not_a_word(Fault(fault.kind, loc, tree.value(*loc), {}, "", None), tree, words)


def _keys_fix(fault: Fault, tree: Tree, model: Any) -> str:
    found = models_at(model, fault.loc, tree.data)
    if not found:
        return "Write `key: value` lines below it, indented."
    named = [key for key, _ in zip(keys_of(found[0]), range(_NAMED), strict=False)]
    listed = ", ".join(named) + (" and more" if len(named) == _NAMED else "")
    return f"Write its keys on lines of their own below it, indented: {listed}."


def _list_fix(fault: Fault, *, groups: bool) -> str:
    if isinstance(fault.input, str) and not groups:
        return f"Write it as a list: [{short(fault.input)}]."
    return "Start each item with `- ` on a line of its own."


def _value(fault: Fault, tree: Tree) -> Finding:
    what = _what(fault.input)
    for known, sentence in _SENTENCES.items():
        if fault.kind == known:
            return _said(fault, tree, "K033", *sentence(fault, what))
    for limit, words in _COMPARED.items():
        if limit in fault.ctx:
            return _said(fault, tree, "K024", f"{what} is not {words} {fault.ctx[limit]}", "Correct the figure.")
    for start, wanted, example in _EXPECTED:
        if fault.kind.startswith(start):
            fix = f"Write it like {example}." if example else "Write one value on the line."
            return _said(fault, tree, "K033", f"{what} stands where {wanted} was expected", fix)
    return _said(fault, tree, "K033", f"{what} is not read here", "See `kit schema` for what is.")


def _size(fault: Fault, _what: str) -> tuple[str, str]:
    least, most = fault.ctx.get("min_length"), fault.ctx.get("max_length")
    unit = "characters" if fault.kind.startswith("string") else "items"
    wanted = f"at least {least}" if least is not None else f"at most {most}"
    count = fault.ctx.get("actual_length", len(fault.input) if isinstance(fault.input, str | list | dict) else 0)
    if count == 0:
        return "the list is empty" if unit == "items" else "the text is empty", f"Write {wanted}."
    return f"there are {count} {unit} here", f"Write {wanted}."


_SENTENCES: dict[str, Callable[[Fault, str], tuple[str, str]]] = {
    "too_short": _size,
    "too_long": _size,
    "string_too_short": _size,
    "string_too_long": _size,
    "string_pattern_mismatch": lambda _, what: (
        f"{what} is not written as it is read here",
        "See `kit schema` for how it is written.",
    ),
    "value_error": lambda fault, _: (str(fault.ctx.get("error", "this is not read here")), ""),
    "assertion_error": lambda fault, _: (str(fault.ctx.get("error", "this is not read here")), ""),
}


_DESCRIBED: tuple[tuple[tuple[str, ...], Callable[[Fault, Tree, Any], Finding]], ...] = (
    (("missing",), lambda fault, tree, _: missing(fault.loc, tree)),
    (("extra_forbidden",), lambda fault, tree, model: unknown(fault.loc, tree, model)),
    (("union_tag_invalid", "union_tag_not_found"), _tag),
    (_WORDS, _wrong_word),
    (_GROUPS, _no_group),
    (_LISTS, _no_list),
)
