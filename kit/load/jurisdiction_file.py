"""A jurisdiction file on disk to the law it holds.

The user's own folders come before the shipped one. The loader is the
authority on the format: besides the shape it checks that sources resolve and
are used, that dates ascend, that what is claimed is cited, and that no two
rows answer the same question differently.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from kit.findings import InvalidFile, KitError, error
from kit.load import jurisdiction_checks, yaml_text
from kit.load.text_file import shown_path
from kit.load.validation import validate
from kit.model.law import Jurisdiction
from kit.model.law_file import FILES
from kit.model.law_words import Level
from kit.model.party import STATES
from kit.paths import data_folder

CODE = re.compile(r"us(-[a-z]{2})?\Z")
NAME = re.compile(r"^name:(.*)$", re.MULTILINE)

_loaded: dict[Path, tuple[tuple[int, int], Jurisdiction]] = {}


def load_jurisdiction(code: str, folders: Sequence[Path] = ()) -> Jurisdiction:
    """Return the law of ``code`` (`us-tx`; `us` for federal law), from ``folders`` before the shipped files.

    Raises `KitError` for a code without a file, naming the nearest, and `InvalidFile` for a file with faults.
    """
    wanted = code.strip().lower()
    for folder in _places(folders):
        path = folder / f"{wanted}.yaml"
        if CODE.match(wanted) and path.is_file():
            return read_jurisdiction(path)
    raise KitError(f"there is no jurisdiction file for `{code}`; {_nearest(wanted, folders)}")


def _nearest(wanted: str, folders: Sequence[Path]) -> str:
    """Return the codes that come near ``wanted``, by code or by the state's name."""
    names = {
        code: _name(next(f for folder in _places(folders) if (f := folder / f"{code}.yaml").is_file()))
        for code in jurisdiction_codes(folders)
    }
    spoken = {name.lower(): code for code, name in names.items()}
    if wanted.removeprefix("us-").upper() in STATES and f"us-{wanted.removeprefix('us-')}" not in names:
        return (
            f"that state is not encoded yet. There are {', '.join(f'{code} ({name})' for code, name in names.items())}"
        )
    near = [code for code in (f"us-{wanted}",) if code in names]
    near += [spoken[name] for name in difflib.get_close_matches(wanted, spoken, 2, 0.7)]
    near = near or difflib.get_close_matches(wanted, names, 3, 0.5)
    if near:
        return f"did you mean {' or '.join(f'{code} ({names[code]})' for code in near)}?"
    return f"there are {', '.join(names)}." if names else "there are none."


def _name(path: Path) -> str:
    """Return the name in a file's head, without reading the rest of it."""
    with path.open(encoding="utf-8", errors="replace") as file:
        found = NAME.search(file.read(2000))
    return found[1].strip() if found else path.stem


def read_jurisdiction(path: Path) -> Jurisdiction:
    """Return the law in the file at ``path``; raises `InvalidFile` with every fault. Unchanged files are read once."""
    try:
        stat = path.stat()
    except OSError:
        return _read(path)
    stamp = (stat.st_mtime_ns, stat.st_size)
    kept = _loaded.get(path)
    if kept is None or kept[0] != stamp:
        kept = _loaded[path] = (stamp, _read(path))
    return kept[1]


def jurisdiction_codes(folders: Sequence[Path] = ()) -> list[str]:
    """Return every code that has a file, sorted."""
    found = {path.stem for folder in _places(folders) for path in folder.glob("us*.yaml")}
    return sorted(code for code in found if CODE.match(code))


def _places(folders: Iterable[Path]) -> list[Path]:
    return [*folders, data_folder("jurisdictions")]


def _read(path: Path) -> Jurisdiction:
    tree = yaml_text.read(path, shown_path(path))
    level = tree.data.get("level")
    if level not in list(Level):
        fix = "Write `level: state` or `level: federal`."
        if level is None:
            raise InvalidFile([error("K020", "`level` is missing", tree.place(), fix=fix)])
        raise InvalidFile(
            [error("K032", f"level: `{level}` is not one of the words read here", tree.place("level"), fix=fix)]
        )
    law = Jurisdiction(validate(FILES[Level(level)], tree), str(path))
    faults = jurisdiction_checks.faults(law, tree, path.stem)
    if faults:
        raise InvalidFile(faults)
    return law
