"""Debts in the State of Franklin, and figures that are easy to reckon with by hand."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "checks"))
