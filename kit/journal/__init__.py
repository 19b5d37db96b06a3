"""What happened, kept so that nothing is lost: read, add to, fold into the case, recover after a kill."""

from kit.journal.append import append
from kit.journal.file import Entry, Journal, read
from kit.journal.fold import fold
from kit.journal.pending import recover

__all__ = ["Entry", "Journal", "append", "fold", "read", "recover"]
