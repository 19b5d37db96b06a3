"""Every obstacle before a small claim is filed, at once: each question with its answer, fact, law and remedy."""

from kit.checks.filing.look import look
from kit.checks.filing.result import (
    Defendant,
    Filing,
    NextCourt,
    Subject,
    Tested,
    VenueChoice,
    Verdict,
    Waiver,
    Ways,
)

__all__ = ["Defendant", "Filing", "NextCourt", "Subject", "Tested", "VenueChoice", "Verdict", "Waiver", "Ways", "look"]
