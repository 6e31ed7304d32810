"""The one clock. Everything that asks for the time asks here."""

import mmap
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime, timedelta
from pathlib import Path

NANOSECONDS = 1_000_000_000
_ahead: mmap.mmap | None = None
_behind: ContextVar[timedelta] = ContextVar("behind", default=timedelta())


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.fromtimestamp(present_ns() / NANOSECONDS, UTC) - _behind.get()


def present_ns() -> int:
    """Nanoseconds since 1970, by the machine's clock; and so many seconds later or earlier as the
    file says that is followed."""
    if _ahead is None:
        return time.time_ns()
    return time.time_ns() + int.from_bytes(_ahead[:8], "big", signed=True) * NANOSECONDS


def follow(file: Path) -> None:
    """From now on this process is as many seconds ahead of the machine's clock as the file's eight
    bytes say (big-endian, signed), and follows at once when they change: how trials have a clock
    jump for all processes of a market."""
    global _ahead
    with file.open("rb") as opened:
        _ahead = mmap.mmap(opened.fileno(), 8, access=mmap.ACCESS_READ)


@contextmanager
def going_from(moment: datetime) -> Iterator[None]:
    """Inside, and only for who is inside, the clock goes on from this moment, which is past: how
    a demonstration's history comes to be by the same actions as the present."""
    present = datetime.fromtimestamp(present_ns() / NANOSECONDS, UTC)
    if moment > present:
        raise ValueError("nobody acts in the future")
    before = _behind.set(present - moment)
    try:
        yield
    finally:
        _behind.reset(before)
