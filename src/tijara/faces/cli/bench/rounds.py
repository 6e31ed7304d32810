"""The same work several times, each time with what it cost and a Django ping beside it."""

import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from tijara.faces.cli.family import GRANIAN
from tijara.platform.supervisor.supervisor import python

from . import processor
from .market import Market, MarketFailed, free_port
from .visitor import Visitor

PING_REFERENCE = 0.21
"""CPU-ms of a Django ping on the machine for which the reaches are meant."""
PINGS = 400
PING_SITE = "tijara.faces.cli.bench.ping_site:application"


@dataclass(frozen=True, slots=True)
class Round:
    """What `count` operations cost: milliseconds of processor time, seconds of the clock."""

    count: int
    spent: dict[str, float]
    seconds: float

    @property
    def cpu_ms(self) -> float:
        """Of web and database together, for one operation."""
        return (self.spent["web"] + self.spent["database"]) / self.count

    def part(self, member: str) -> float:
        return self.spent[member] / self.count

    @property
    def rate(self) -> float:
        return self.count / self.seconds


def measured[T](
    market: Market, works: Sequence[T], do: Callable[[Visitor, T], object], *, threads: int
) -> Round:
    """Do all of `works` once, on so many connections at a time."""
    before, began = market.spent(), time.monotonic()
    at_once(works, lambda work, visitor: do(visitor, work), market.port, threads)
    seconds, after = time.monotonic() - began, market.spent()
    return Round(len(works), {name: after[name] - before[name] for name in after}, seconds)


def at_once[T](
    works: Sequence[T], do: Callable[[T, Visitor], object], port: int, threads: int
) -> None:
    """Share the works over threads, each with a connection; the first failure ends all."""
    waiting = iter(works)
    failures: list[Exception] = []
    lock = threading.Lock()

    def run() -> None:
        visitor = Visitor(port)
        while not failures:
            with lock:
                work = next(waiting, None)
            if work is None:
                break
            try:
                do(work, visitor)
            except Exception as error:
                failures.append(error)
        visitor.close()

    hands = [threading.Thread(target=run) for _ in range(threads)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    if failures:
        raise failures[0]


class Ping:
    """A site of one empty view behind the same server and the same front."""

    def __init__(self, port: int, pid: int) -> None:
        self.port, self.pid = port, pid
        self.values: list[float] = []

    def measure(self) -> None:
        before = processor.milliseconds(self.pid)
        at_once(range(PINGS), lambda _, visitor: _expect(visitor, 200), self.port, 2)
        self.values.append((processor.milliseconds(self.pid) - before) / PINGS)

    @property
    def cpu_ms(self) -> float:
        return sorted(self.values)[len(self.values) // 2]

    @property
    def scale(self) -> float:
        """How much slower than the reference machine this one was just now; at least 1."""
        return max(1.0, self.cpu_ms / PING_REFERENCE)


@contextmanager
def ping() -> Iterator[Ping]:
    port = free_port()
    place = ["--host", "127.0.0.1", "--port", str(port), PING_SITE]
    process = subprocess.Popen(
        python("-m", "granian", *GRANIAN, *place),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port)
        measured_one = Ping(port, process.pid)
        measured_one.measure()
        measured_one.values.clear()
        yield measured_one
    finally:
        process.terminate()
        process.wait()


def _wait_for(port: int) -> None:
    ends = time.monotonic() + 30
    while time.monotonic() < ends:
        try:
            _expect(Visitor(port), 200)
            return
        except OSError:
            time.sleep(0.05)
    raise MarketFailed("the ping site does not start")


def _expect(visitor: Visitor, status: int) -> None:
    answer = visitor.get("/ping")
    if answer.status != status:
        raise MarketFailed(f"the ping site answered {answer.status}")


def beside(done: Sequence[Round], ping_: Ping) -> dict[str, float]:
    """What stands beside a figure of processor time."""
    middle = sorted(done, key=lambda one: one.cpu_ms)[len(done) // 2]
    return {
        "web CPU-ms": middle.part("web"),
        "database CPU-ms": middle.part("database"),
        "worker CPU-ms": middle.part("worker"),
        "wall ms": 1000 / middle.rate,
        "django ping CPU-ms": ping_.cpu_ms,
        "reach scaled by": ping_.scale,
    }
