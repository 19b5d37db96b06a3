"""Small claims in the State of Franklin, and real ones, for the tests of what is asked before filing."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
