"""The weights of the client check on disk: `points.yaml` beside its words."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kit.load import yaml_text
from kit.load.text_file import shown_path
from kit.load.validation import validate
from kit.model.client import CLIENT_CHECK
from kit.model.client_points import Points
from kit.paths import data_folder


@cache
def load_points() -> Points:
    """Return the shipped weights."""
    return read_points(data_folder("templates") / CLIENT_CHECK / "points.yaml")


def read_points(path: Path) -> Points:
    """Return the weights in the file at ``path``; raises `InvalidFile` with every fault in it."""
    return validate(Points, yaml_text.read(path, shown_path(path)))
