"""Every finding code means one thing, and the table of codes knows all of them."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "tests" / "errors" / "CODES.md"
ROW = re.compile(r"^\| (K\d{3}) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
CODE = re.compile(r"K\d{3}\Z")
DIGITS = {
    "0": "load journal model checks documents pipeline",
    "1": "checks ledger model load journal",
    "2": "load model checks pipeline",
    "3": "documents load",
    "4": "checks ladder load model escalation documents journal cli",
    "5": "documents load model",
    "6": "checks documents filing journal ledger",
    "7": "checks documents",
    "8": "checks documents ladder ledger load model options planning settling handing_off",
}


def spoken() -> dict[str, set[str]]:
    """Return the modules in which each code stands, read from the source."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in sorted((ROOT / "kit").rglob("*.py")):
        module = path.relative_to(ROOT / "kit").with_suffix("").as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.match(node.value):
                found[node.value].add(module)
    return found


def table() -> list[tuple[str, set[str], str]]:
    """Return the rows of the table: code, modules, meaning."""
    rows = ROW.findall(TABLE.read_text(encoding="utf-8"))
    return [(code, set(modules.strip().split(", ")), meaning.strip()) for code, modules, meaning in rows]


def test_table_is_complete():
    """A code that is spoken has its line in tests/errors/CODES.md with the modules that speak it, and no other has."""
    assert {code: modules for code, modules, _ in table()} == dict(spoken())


def test_one_line_one_meaning():
    """No code stands twice, no meaning is given to two codes, and the lines ascend."""
    codes, meanings = [code for code, _, _ in table()], [meaning for _, _, meaning in table()]

    assert codes == sorted(set(codes))
    assert len(set(meanings)) == len(meanings)


def test_codes_keep_to_their_family():
    """The first digit says which part of the program speaks."""
    stray = [
        (code, module)
        for code, modules, _ in table()
        for module in modules
        if module.split("/")[0] not in DIGITS[code[1]].split()
    ]

    assert stray == []
