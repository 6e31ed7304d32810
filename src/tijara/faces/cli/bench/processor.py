"""Processor time of process trees, from /proc: steadier than the clock on a busy machine."""

import os
from collections.abc import Iterator
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")
PROC = Path("/proc")


def milliseconds(root: int) -> float:
    """User and system time of a process and all below it, with that of children who have ended."""
    stats = dict(_stats())
    below: dict[int, list[int]] = {}
    for pid, (parent, _) in stats.items():
        below.setdefault(parent, []).append(pid)
    spent, waiting = 0, [root]
    while waiting:
        pid = waiting.pop()
        spent += stats.get(pid, (0, 0))[1]
        waiting += below.get(pid, [])
    return spent * 1000 / TICK


def alone(pid: int) -> float:
    """Of this one process, its first thread: a server's process has no other."""
    return int((PROC / str(pid) / "schedstat").read_text().split()[0]) / 1_000_000


class Meter:
    """The same of one process again and again, with its file open: asked twice for each event of a
    history, opening it was more than half of the asking."""

    def __init__(self, pid: int) -> None:
        self.file = os.open(PROC / str(pid) / "schedstat", os.O_RDONLY)

    def milliseconds(self) -> float:
        return int(os.pread(self.file, 64, 0).split()[0]) / 1_000_000

    def close(self) -> None:
        os.close(self.file)


def _stats() -> Iterator[tuple[int, tuple[int, int]]]:
    """(process, (its parent, its ticks))"""
    for entry in PROC.iterdir():
        if not entry.name.isdigit():
            continue
        try:
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        yield int(entry.name), (int(fields[1]), sum(map(int, fields[11:15])))
