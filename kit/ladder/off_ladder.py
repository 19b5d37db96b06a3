"""Tasks that stand on no ladder: what an insolvency asks for, and the papers of a plan or a settlement."""

from __future__ import annotations

from kit.ladder import in_bankruptcy, in_plan, in_settlement, in_tender
from kit.model.ladder import Task

TASKS: tuple[Task, ...] = (*in_bankruptcy.TASKS, *in_plan.TASKS, *in_settlement.TASKS, *in_tender.TASKS)


def task_named(name: str) -> Task | None:
    """Return the task called ``name``."""
    return next((one for one in TASKS if one.id == name), None)
