"""Where the data folders are: the checkout first, then the installed wheel.

An editable install leaves a stale copy of the data beside the package, so the
checkout always wins.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


@cache
def data_folder(name: str) -> Path:
    """Return the folder ``name`` (``templates`` or ``jurisdictions``) that belongs to this program."""
    checkout = PACKAGE.parent / name
    if (PACKAGE.parent / "pyproject.toml").is_file() and checkout.is_dir():
        return checkout
    return PACKAGE / "_data" / name
