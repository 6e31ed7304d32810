"""A disk that takes nothing more, for every process of the market.

By the limit of a file's size, set to nought on processes that run: an ordinary user may do that to
his own, root to anybody's, and no file system need be mounted or filled. Every write to a file
fails then (EFBIG instead of ENOSPC, and also where a full disk would let one write over what is
there): the server panics at its next commit and doesn't come back before there is room.
"""

import resource
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import psutil

from tijara.platform.postgres.service_user import service_user
from tijara.platform.supervisor import record as records

from .victims import GATEWAY

FOREVER = resource.RLIM_INFINITY
PASSES = 3
"""A process that was begun meanwhile has its parent's limit."""


@contextmanager
def full() -> Iterator[None]:
    _limit_all(0)
    try:
        yield
    finally:
        for _ in range(PASSES):
            _limit_all(FOREVER)
            time.sleep(0.05)


def _limit_all(most: int) -> None:
    for process in _family():
        with suppress(psutil.NoSuchProcess):
            _limit(process, most)


def _family() -> list[psutil.Process]:
    """The supervisor first, whose limit they inherit who come after; all but the gateway, which is
    another house's."""
    record = records.running_record()
    if record is None:
        return []
    supervisor = psutil.Process(record.supervisor.pid)
    gateway = record.members.get(GATEWAY)
    below = supervisor.children(recursive=True)
    return [supervisor, *(one for one in below if gateway is None or one.pid != gateway.pid)]


def _limit(process: psutil.Process, most: int) -> None:
    """Root without the power over limits hands it to who runs the server."""
    try:
        _, hard = process.rlimit(resource.RLIMIT_FSIZE)
        process.rlimit(resource.RLIMIT_FSIZE, (most, hard))
    except psutil.AccessDenied:
        told = "unlimited" if most == FOREVER else str(most)
        command = ["prlimit", f"--pid={process.pid}", f"--fsize={told}:"]
        subprocess.run(command, check=False, cwd="/", **service_user().spawn_options())
