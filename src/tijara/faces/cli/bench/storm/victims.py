"""Who dies: members of the family, their children, the supervisor, the gateway, the press."""

import os
import signal
import time
from collections.abc import Callable
from random import Random

import psutil

from tijara.faces.cli import gateway_simulator
from tijara.faces.cli.bench.market import Market, MarketFailed
from tijara.platform.supervisor import record as records
from tijara.platform.supervisor.children import DATABASE
from tijara.platform.supervisor.pulse import WEB

GATEWAY, WORKER = gateway_simulator.NAME, "worker"
PATIENCE = 90.0
PRESS = "weasyprint_sheets.press"
COMES_WITHIN = 20.0


def wait_until_ready(market: Market) -> None:
    ends = time.monotonic() + PATIENCE
    while not market.is_ready():
        if time.monotonic() > ends:
            told = market.last_words("supervisor") + market.last_words("web")
            raise MarketFailed(f"the market did not come back within {PATIENCE:.0f} s\n{told}")
        time.sleep(0.1)


def _member(name: str, sign: int = signal.SIGKILL) -> Callable[[Market, Random], bool]:
    """One that has just died, of itself or with another, is waited for until it lives again."""

    def kill(market: Market, chance: Random) -> bool:
        return _soon(lambda: _end(market.members()[name], sign))

    return kill


def _child_of(name: str) -> Callable[[Market, Random], bool]:
    def kill(market: Market, chance: Random) -> bool:
        try:
            children = psutil.Process(market.members()[name]).children()
        except psutil.NoSuchProcess:
            return False
        return bool(children) and _end(chance.choice(children).pid)

    return kill


def _supervisor(market: Market, chance: Random) -> bool:
    """It dies alone: the others go on, until somebody starts the market anew."""
    record = records.running_record()
    is_killed = record is not None and _end(record.supervisor.pid)
    market.start()
    return is_killed


def _press(market: Market, chance: Random) -> bool:
    """The process that prints invoices lives for a batch: it is waited for."""
    return _soon(lambda: any(_end(pid) for pid in _presses(market)))


def _presses(market: Market) -> list[int]:
    found = _children_of_worker(market)
    return [process.pid for process in found if PRESS in " ".join(_words_of(process))]


def _soon(kill: Callable[[], bool]) -> bool:
    """Whether there came somebody to kill."""
    ends = time.monotonic() + COMES_WITHIN
    while not (done := kill()) and time.monotonic() < ends:
        time.sleep(0.02)
    return done


def _children_of_worker(market: Market) -> list[psutil.Process]:
    try:
        return psutil.Process(market.members()["worker"]).children()
    except psutil.NoSuchProcess:
        return []


def _words_of(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.NoSuchProcess:
        return []


def _end(pid: int, sign: int = signal.SIGKILL) -> bool:
    try:
        os.kill(pid, sign)
    except ProcessLookupError:
        return False
    return True


VICTIMS = {
    WEB: _member(WEB),
    f"{WEB}'s own child": _child_of(WEB),
    WORKER: _member(WORKER),
    DATABASE: _member(DATABASE),
    f"{DATABASE}, stopped at once": _member(DATABASE, signal.SIGQUIT),
    "a database session": _child_of(DATABASE),
    GATEWAY: _member(GATEWAY),
    "supervisor": _supervisor,
    "press": _press,
}
"""What may die, and how; each says whether there was something to kill."""
PASSING = frozenset({"press"})
"""Who lives only while there is work for him: it may be that he did not come to be killed."""
