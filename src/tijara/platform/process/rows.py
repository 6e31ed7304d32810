"""A life without a log: rows of any table with a `state`, moved by one guarded update.

For what stands written elsewhere already, in a journal or in the audit. Of rivals one wins: of a
row that it waited for the server asks the state again. What a row may do next is the process's to
say, never an update's.
"""

from typing import Any

from django.db.models import Model, QuerySet

from tijara.kit.clock import now

from .moving import Misuse, Step, check
from .shapes import Process

STATE = "state"


def move_rows[M: Model](process: Process, rows: QuerySet[M], step: Step) -> int:
    """How many moved: those that stand where the move begins, and whose moment has come."""
    asked = process.move(step.name)
    check(asked, step)
    if step.key:
        raise Misuse(f"{process.name} has no log to find a key in")
    fit = rows.filter(state__in=[str(one) for one in asked.before])
    if asked.due:
        fit = fit.filter(**{f"{asked.due}__lte": now()})
    return fit.update(state=str(asked.after), **step.sets)


def begin_anew[M: Model](process: Process, rows: QuerySet[M], **sets: Any) -> int:
    """How many that had ended, or still begin, live once more from the start."""
    ended = rows.filter(state__in=[str(one) for one in (process.start, *process.ends)])
    return ended.update(state=str(process.start), **sets)


def move_held[M: Model](process: Process, row: M, step: Step) -> bool:
    """The same of one row that the caller holds under its lock, and saves himself: whether it
    stands where the move begins."""
    asked = process.move(step.name)
    check(asked, step)
    if getattr(row, STATE) not in asked.before:
        return False
    for name, value in {STATE: str(asked.after), **step.sets}.items():
        setattr(row, name, value)
    return True


def begin_held[M: Model](process: Process, row: M, state: str) -> None:
    """It begins, or begins anew after its end, in one of the states where it may."""
    if state not in (process.start, *process.starts):
        raise Misuse(f"{process.name} does not begin as {state}")
    setattr(row, STATE, state)
