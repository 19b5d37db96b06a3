"""Exhibits: files of other people, of any kind, opened as clean PDF copies.

The file itself is never touched. What is read from it is read in a child process
with limits of time, memory, pages and pixels, so that a broken or hostile file
costs one finding and nothing else.
"""

from __future__ import annotations

from kit.documents.exhibits.limits import Limits
from kit.documents.exhibits.opened import Kind, Opened
from kit.documents.exhibits.opening import open_all, open_exhibit

__all__ = ["Kind", "Limits", "Opened", "open_all", "open_exhibit"]
