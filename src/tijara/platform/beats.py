"""Marks that web processes and their supervisor leave for each other in the data folder.

Several web processes serve behind one port, so none of them can be asked by itself: each touches a
file of its own while its loop goes round. A machine that is about to end says so first.
"""

import os
import time
from contextlib import suppress
from pathlib import Path

from . import places

EVERY = 5.0


def beat() -> None:
    """This process goes round. On a full disk it goes on without."""
    with suppress(OSError):
        mark_of(os.getpid()).touch()


def forget(pid: int) -> None:
    mark_of(pid).unlink(missing_ok=True)


def beating() -> list[int]:
    """Who has begun and was not forgotten."""
    return [int(file.name) for file in _folder().iterdir() if file.name.isdecimal()]


def silence_of(pid: int) -> float:
    """Seconds since the last beat; 0 for who never had one."""
    try:
        return max(time.time() - mark_of(pid).stat().st_mtime, 0.0)
    except FileNotFoundError:
        return 0.0


def say_leaving() -> None:
    _leaving().touch()


def take_back_leaving() -> None:
    _leaving().unlink(missing_ok=True)


def is_leaving() -> bool:
    """Whether this machine is about to end: it still answers, and wants nobody new."""
    return _leaving().exists()


def _folder() -> Path:
    return places.made(places.data() / "beats")


def mark_of(pid: int) -> Path:
    """Its file; there is none before the first beat."""
    return _folder() / str(pid)


def _leaving() -> Path:
    return _folder() / "leaving"
