"""One market for all processes of a test run: whoever comes first starts it, each holds it while he
needs it, and it ends by itself when the last one has let go, however he did.
"""

import fcntl
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

HELD, TOLD, STARTING = "held", "told", "starting"
LOOKS = 0.2
"""Seconds between two looks of the starter at whether the market stands."""


@contextmanager
def shared_market(folder: Path) -> Iterator[list[str]]:
    """What the market has told: its address and the folder in which its data lie."""
    with (folder / HELD).open("a") as held:
        fcntl.flock(held, fcntl.LOCK_SH)
        yield once(folder / STARTING, lambda: _started(folder))


def once[Made](file: Path, make: Callable[[], Made]) -> Made:
    """What `make` comes to, asked of it by one process of the run; kept in `file` as JSON."""
    with file.open("a+") as kept:
        fcntl.flock(kept, fcntl.LOCK_EX)
        kept.seek(0)
        if known := kept.read():
            return json.loads(known)
        made = make()
        kept.write(json.dumps(made))
        return made


def tell(folder: Path, told: str) -> None:
    """Say that the market stands, and come back when nobody holds it."""
    unfinished = folder / f"{TOLD}.new"
    unfinished.write_text(told)
    unfinished.rename(folder / TOLD)
    with (folder / HELD).open("a") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        (folder / STARTING).unlink()
        (folder / TOLD).unlink()


def _started(folder: Path) -> list[str]:
    """It is nobody's child for long: its starter may end before the others."""
    command = [sys.executable, "-m", "tests.market", str(folder)]
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)
    while not (folder / TOLD).exists():
        assert process.poll() is None, "the market didn't start: its complaint stands above"
        time.sleep(LOOKS)
    return (folder / TOLD).read_text().split()
