"""What `kit.yaml` says: what is the same for every case of a folder."""

from __future__ import annotations

from pydantic import Field

from kit.model.fields import Day, Frozen, Line
from kit.model.file_format import Format
from kit.model.money import Currency
from kit.model.options import Assumptions
from kit.model.party import Creditor
from kit.model.small_claims import EarlierFiling


class BankRecord(Frozen):
    """A bank account and the last day whose entries have been put into the cases."""

    account: Line
    through: Day


class Workspace(Frozen):
    """`kit.yaml`: what is the same for every case."""

    format: Format = 1
    creditor: Creditor | None = None
    currency: Currency | None = None
    logo: Line | None = Field(None, description="A PNG or JPEG for the letterhead, beside kit.yaml.")
    templates: Line | None = Field(None, description="A folder of your own templates.")
    ladder: Line | None = Field(None, description="The escalation steps: standard, gentle, firm, or one of your own.")
    filed: tuple[EarlierFiling, ...] | None = Field(
        None, description="Small claims that this creditor filed before; `[]` says there were none."
    )
    options: Assumptions = Field(Assumptions(), description="Your own figures for `kit options`.")
    bank: tuple[BankRecord, ...] = Field((), description="Through which day each bank account has been looked at.")
    jurisdictions: Line | None = Field(
        None, description="A folder of your own jurisdiction files, read before the shipped ones."
    )
