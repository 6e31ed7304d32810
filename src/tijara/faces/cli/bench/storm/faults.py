"""What goes wrong for a while: the network to the database, the disk, the clock, who hangs."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import psutil

from tijara.faces.cli.bench.market import Market, standing
from tijara.platform.supervisor.pulse import WEB

from . import disk, network
from .victims import DATABASE, GATEWAY, WORKER

SILENCE = 3.0
"""Seconds of `TIJARA_DATABASE_SILENCE`, for 20: as long as a connection may say nothing."""
JUMPS = (-600, -60, -5, 5, 60, 600)
"""Seconds by which the clocks of web and worker are wrong; the database's is not."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What can be spoiled."""

    market: Market
    network: network.Network
    clock: Path


Spoiling = Callable[[Ground, Random], AbstractContextManager[None]]


@contextmanager
def exposed() -> Iterator[Ground]:
    """A market of its own, running, whose network and clock are in our hands."""
    with TemporaryDirectory() as folder:
        clock = Path(folder) / "clock"
        set_clock(clock, 0)
        mine = {"TIJARA_CLOCK_FILE": str(clock), "TIJARA_DATABASE_SILENCE": str(SILENCE)}
        with standing(**mine) as market, network.between() as between:
            market.behind = str(between.inside.parent)
            market.start()
            try:
                yield Ground(market, between, clock)
            finally:
                between.do(between.mend)
                market.stop()


def set_clock(file: Path, seconds: int) -> None:
    """In place: it is mapped into every process."""
    with file.open("r+b" if file.exists() else "wb") as opened:
        opened.write(seconds.to_bytes(8, "big", signed=True))


@contextmanager
def _spoiled(ground: Ground, work: Callable[[], None]) -> Iterator[None]:
    """The network, until it is mended."""
    ground.network.do(work)
    try:
        yield
    finally:
        ground.network.do(ground.network.mend)


def _slow(ground: Ground, chance: Random) -> AbstractContextManager[None]:
    return _spoiled(ground, partial(ground.network.slow_down, chance.uniform(0.02, 0.2)))


def _swallowing(ground: Ground, chance: Random) -> AbstractContextManager[None]:
    return _spoiled(ground, ground.network.swallow)


def _cut(ground: Ground, chance: Random) -> AbstractContextManager[None]:
    return _spoiled(ground, partial(ground.network.cut, chance, is_told=True))


def _half_open(ground: Ground, chance: Random) -> AbstractContextManager[None]:
    return _spoiled(ground, partial(ground.network.cut, chance, is_told=False))


def _full_disk(ground: Ground, chance: Random) -> AbstractContextManager[None]:
    return disk.full()


@contextmanager
def _wrong_clock(ground: Ground, chance: Random) -> Iterator[None]:
    set_clock(ground.clock, chance.choice(JUMPS))
    try:
        yield
    finally:
        set_clock(ground.clock, 0)


def _hanging(name: str) -> Spoiling:
    """It lives, takes what is sent to it, and says nothing."""

    @contextmanager
    def hang(ground: Ground, chance: Random) -> Iterator[None]:
        stopped = _with_children(ground.market.members()[name])
        _send(stopped, signal.SIGSTOP)
        try:
            yield
        finally:
            _send(stopped, signal.SIGCONT)

    return hang


def _with_children(pid: int) -> list[psutil.Process]:
    with suppress(psutil.NoSuchProcess):
        leader = psutil.Process(pid)
        return [leader, *leader.children(recursive=True)]
    return []


def _send(processes: list[psutil.Process], sign: int) -> None:
    for process in processes:
        with suppress(ProcessLookupError, psutil.NoSuchProcess):
            if process.is_running():
                os.kill(process.pid, sign)


LASTING: dict[str, Spoiling] = {
    "network slow": _slow,
    "network swallows": _swallowing,
    "network cut in mid-message": _cut,
    "network half open": _half_open,
    "disk full": _full_disk,
    "clock wrong": _wrong_clock,
    f"{GATEWAY} hangs": _hanging(GATEWAY),
    f"{WEB} hangs": _hanging(WEB),
    f"{WORKER} hangs": _hanging(WORKER),
    f"{DATABASE} hangs": _hanging(DATABASE),
}
"""What begins, lasts and is mended."""
