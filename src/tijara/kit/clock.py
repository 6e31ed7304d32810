"""The one clock. Everything that asks for the time asks here."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime, timedelta

_behind: ContextVar[timedelta] = ContextVar("behind", default=timedelta())


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.fromtimestamp(time.time(), UTC) - _behind.get()


@contextmanager
def going_from(moment: datetime) -> Iterator[None]:
    """Inside, and only for who is inside, the clock goes on from this moment, which is past: how
    a demonstration's history comes to be by the same actions as the present."""
    present = datetime.fromtimestamp(time.time(), UTC)
    if moment > present:
        raise ValueError("nobody acts in the future")
    before = _behind.set(present - moment)
    try:
        yield
    finally:
        _behind.reset(before)
