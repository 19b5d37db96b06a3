"""What every structured answer of the law has in common."""

from __future__ import annotations

from typing import Any, Self

from pydantic import ConfigDict, model_validator

from kit.model.fields import Frozen, refuse


class LawModel(Frozen):
    """Part of a jurisdiction file: frozen, and only the written names of keys are read."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False)


class Shape(LawModel):
    """A value of several keys.

    A key left out says that the law asks nothing there. A key that nobody
    could settle is listed in ``not_researched``; yes-or-no keys left out count
    as not settled without being listed.
    """

    not_researched: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _names_own_keys(self) -> Self:
        fields = type(self).model_fields
        for name in self.not_researched:
            if name not in fields:
                raise refuse(
                    f"`not_researched` names `{name}`, which is no key here", f"Keys: {', '.join(fields)}.", "K204"
                )
            if name in self.model_fields_set:
                raise refuse(f"`{name}` has a value and stands under `not_researched` too", "Keep one.", "K204")
        return self

    def knows(self, key: str) -> bool:
        """Say whether ``key`` was settled: by a value, or by the law asking nothing."""
        value: Any = getattr(self, key)
        return key not in self.not_researched and value != "not_researched"
