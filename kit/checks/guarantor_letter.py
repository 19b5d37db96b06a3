"""What a letter to a guarantor rests on: the guaranty as the case has it, and the address it goes to."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kit.findings import Finding, note
from kit.model.account import Exhibit, ExhibitKind
from kit.model.agreement import Guaranty
from kit.model.case import Case
from kit.model.party import Guarantor


def guaranty_of(case: Case, guarantor: Guarantor) -> Guaranty | None:
    """Return the guaranty of payment that the agreement holds of this guarantor; None where it holds none."""
    held = case.agreement.guaranty
    return held if held and held.guarantor == guarantor.name else None


def limit_of(case: Case, guarantor: Guarantor) -> Decimal | None:
    """Return the most that was guaranteed, the lower where two limits are on record; None where there is none."""
    held = guaranty_of(case, guarantor)
    limits = [one for one in (guarantor.limit, held.limit if held else None) if one is not None]
    return min(limits) if limits else None


def paper_of(case: Case) -> Exhibit | None:
    """Return the guaranty among the exhibits where there is exactly one."""
    found = [one for one in case.exhibits if one.kind is ExhibitKind.GUARANTY]
    return found[0] if len(found) == 1 else None


def check_guarantor_letter(case: Case) -> Iterator[Finding]:
    """Say of which guarantor nobody wrote down what was guaranteed: the paper is to be read before the letter goes."""
    for number, one in enumerate(case.guarantors):
        place = case.place("guarantors", number)
        if guaranty_of(case, one) is None:
            message = f"what {one.name} guaranteed is not in the file"
            fix = (
                "Read the guaranty first: whether it covers this debt with its interest, is of payment and not of "
                "collection only, and was signed. Then write it as `guaranty:` of the agreement."
            )
            yield note("K782", message, place, fix=fix)
