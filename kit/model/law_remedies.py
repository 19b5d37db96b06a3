"""What follows where a charge goes over a cap, in the same words wherever it is said."""

from __future__ import annotations

from kit.model.law_words import Remedy

REMEDIES = {
    Remedy.TRIMMED: "only the excess is not owed",
    Remedy.EXCESS_VOID: "the excess is void, and what was paid of it comes back",
    Remedy.INTEREST_FORFEIT: "all interest and late charges are lost",
    Remedy.CLAUSE_VOID: "the whole clause is void",
    Remedy.MULTIPLE: "the creditor owes a multiple of the excess",
    Remedy.STOP: "it is an offence, or the whole debt is at risk",
    Remedy.NOT_RESEARCHED: "what follows is not researched",
}
