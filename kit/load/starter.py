"""The first text of a case folder: the starter files with the known answers in their blanks.

A blank is `@name:example@`. A block between `#if names` and `#end` is written
out when every name has an answer; otherwise it stays as commented examples.
A blank outside such a block that has no answer says CHANGE ME, which every
command refuses.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from kit.load.validation import PLACEHOLDER
from kit.paths import data_folder

_BLANK = re.compile(r"@(\w*):?(.*)@")
_PLAIN = re.compile(r"[A-Za-z0-9$][\w$.,()&'/+@ -]*\Z")  # text that every YAML reader takes for itself
_WORDS = frozenset("yes no on off true false null y n".split())
_LONGEST_NAME = 100
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?\Z", re.IGNORECASE)


def fill(name: str, answers: Mapping[str, str]) -> str:
    """Return the starter file ``name`` with ``answers`` in its blanks."""
    text = (data_folder("templates") / "starter" / name).read_text(encoding="utf-8")
    return "".join(f"{line}\n" for line in _lines(text.splitlines(), answers))


def _lines(lines: list[str], answers: Mapping[str, str]) -> Iterator[str]:
    shown = True
    for line in lines:
        if line.startswith("#if "):
            shown = all(answers.get(name) for name in line.split()[1:])
        elif line == "#end":
            shown = True
        elif shown:
            yield _BLANK.sub(lambda found: _answer(found[1], answers) or PLACEHOLDER, line)
        elif line.startswith("#"):
            yield line
        else:
            yield f"# {_BLANK.sub(lambda found: _answer(found[1], answers) or found[2], line)}"


def _answer(name: str, answers: Mapping[str, str]) -> str:
    answer = answers.get(name, "")
    return answer if name == "schema" or not answer else scalar(answer)  # the schema's path stands in a comment


def scalar(text: str) -> str:
    """Return ``text`` as one YAML value that reads back as it is."""
    plain = _PLAIN.match(text) and text.lower() not in _WORDS and text == text.strip()
    return text if plain else json.dumps(text, ensure_ascii=False)


def folder_fault(name: str) -> str:
    """Return why ``name`` cannot be a case folder on every system; nothing where it can."""
    if not name.strip():
        return "a case needs a name"
    if len(name.encode()) > _LONGEST_NAME:
        return f"the name is longer than {_LONGEST_NAME} characters"
    if bad := sorted({char for char in name if char in '<>:"/\\|?*' or not char.isprintable()}):
        signs = " ".join(char if char.isprintable() else f"U+{ord(char):04X}" for char in bad)
        return f"the name of a case is the name of one folder; it may not hold {signs}"
    if name.startswith((".", "-", " ", "~")) or name.endswith((".", " ")):
        return "the name may not start with a dot, dash, space or ~, nor end with a dot or space"
    return f"`{name}` is a name that Windows keeps for itself" if _RESERVED.match(name) else ""


def schema_path(folder: Path, top: Path, kind: str) -> str:
    """Return the path from ``folder`` to the schema kept at the workspace's ``top``, as an editor wants it."""
    up = len(folder.relative_to(top).parts)
    return "/".join([*[".."] * up, ".schema", f"{kind}.json"])
