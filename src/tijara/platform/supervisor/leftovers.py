"""End what an earlier supervisor left running: it was killed, its children were not."""

import os
import signal
import time

import psutil

from tijara.platform.postgres import cluster, target

from .record import Member, Record


def end_leftovers(record: Record | None) -> list[str]:
    """The names of the members that were still there and are ended now."""
    ended = []
    for name, member in (record.members if record else {}).items():
        if group_of(member):
            end_group(member, patience=3)
            ended.append(name)
    if target.is_embedded() and (server := cluster.of_checkout().running()) is not None:
        cluster.stop(server.pid)
        ended.append("database")
    return ended


def group_of(member: Member) -> list[psutil.Process]:
    """The living processes of the member's group.

    While a group has members its id is given to no new process. So a leader with another start
    time is a stranger, and a group without its leader is ours.
    """
    if not member.is_alive() and _is_somebody(member.pid):
        return []
    found = []
    for process in psutil.process_iter():
        try:
            if os.getpgid(process.pid) == member.pid and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
        except (ProcessLookupError, psutil.NoSuchProcess):
            continue
    return found


def end_group(member: Member, *, patience: float) -> None:
    """Ask the member's group to end, then make it."""
    for sign, seconds in ((signal.SIGTERM, patience), (signal.SIGKILL, 5.0)):
        group = group_of(member)
        if not group:
            return
        for process in group:
            _send(process, sign)
        _wait_for(group, seconds)


def _wait_for(group: list[psutil.Process], seconds: float) -> None:
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        if not any(lives(process) for process in group):
            return
        time.sleep(0.02)


def lives(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def _is_somebody(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def _send(process: psutil.Process, sign: int) -> None:
    try:
        process.send_signal(sign)
    except psutil.NoSuchProcess:
        return
